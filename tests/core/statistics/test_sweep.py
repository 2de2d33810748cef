"""One read of every pixel: the sums are those of the pixels, whatever tiles and threads do."""

from __future__ import annotations

import numpy as np
import pytest
from made_scenes import make_scene, masks, read, write

from evenlight.core.checks import check_images
from evenlight.core.raster.canvas import footprint, make_canvas
from evenlight.core.run import Run
from evenlight.core.settings import ExecutionSettings
from evenlight.core.statistics import sweep
from evenlight.core.statistics.blocks import BlockGrid, cell_grid
from evenlight.core.statistics.sums import ImageSums, PairSums
from evenlight.core.statistics.sweep import Sweep


def swept(paths, execution=ExecutionSettings(), estimate=False, cells=None):
    """Sums of images on the grid of the global step, or on another."""
    images = check_images(paths)
    canvas = make_canvas(images)
    grid = cells(canvas) if cells else cell_grid(canvas, images)
    return Sweep(images, canvas, grid, None, estimate).run(Run(execution))


def place(scene, index):
    """One image's values and validity on the ground's grid."""
    values, valid = np.zeros(scene.truth.shape), np.zeros(scene.truth.shape, dtype=bool)
    own = read(scene.paths[index])
    row, column = scene.corners[index]
    window = np.s_[:, row : row + own.shape[1], column : column + own.shape[2]]
    values[window], valid[window] = own, masks(scene.paths[index])
    return values, valid


def test_sums_are_those_of_numpy(four_images):
    """Four images with slanted nodata borders, every image and every pair."""
    sums = swept(four_images.paths)
    whole, overlaps = sums.whole(), sums.overlaps()
    placed = [place(four_images, index) for index in range(4)]
    for index, (values, valid) in enumerate(placed):
        for band in range(2):
            chosen = values[band][valid[band]]
            assert whole.count[index, band] == len(chosen)
            assert whole.mean[index, band] == pytest.approx(chosen.mean(), rel=1e-12)
            assert whole.std[index, band] == pytest.approx(chosen.std(), rel=1e-10)
            assert (whole.low[index, band], whole.high[index, band]) == (chosen.min(), chosen.max())
    assert list(zip(overlaps.first, overlaps.second)) == [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]
    for row, (i, j) in enumerate(zip(overlaps.first, overlaps.second)):
        for band in range(2):
            both = placed[i][1][band] & placed[j][1][band]
            one, two = placed[i][0][band][both], placed[j][0][band][both]
            assert overlaps.count[row, band] == both.sum()
            assert overlaps.mean_first[row, band] == pytest.approx(one.mean(), rel=1e-12)
            assert overlaps.std_second[row, band] == pytest.approx(two.std(), rel=1e-10)
            assert overlaps.covariance[row, band] == pytest.approx(np.cov(one, two, ddof=0)[0, 1], rel=1e-9)


@pytest.mark.parametrize(
    "execution",
    [ExecutionSettings(threads=1), ExecutionSettings(threads=3), ExecutionSettings(threads=2, memory_budget=1)],
    ids=["one thread", "three threads", "one megabyte"],
)
def test_sums_do_not_depend_on_tiles_and_threads(four_images, execution):
    """Cells are swept whole, so the same bits come out of any cutting."""
    one, other = swept(four_images.paths), swept(four_images.paths, execution)
    for kind, name in ((ImageSums, "cells"), (PairSums, "pairs")):
        for column in kind.__dataclass_fields__:
            assert np.array_equal(getattr(getattr(one, name), column), getattr(getattr(other, name), column))


def test_sums_of_any_cells_merge_to_the_same_whole(four_images):
    """Cells whose edges fall inside pixels lose none and count none twice."""
    straight = swept(four_images.paths).overlaps()
    odd = swept(four_images.paths, cells=lambda canvas: BlockGrid(canvas.bounds, 7, 11)).overlaps()
    assert np.array_equal(straight.count, odd.count)
    assert odd.mean_first == pytest.approx(straight.mean_first, rel=1e-12)
    assert odd.cross == pytest.approx(straight.cross, rel=1e-9)


def test_a_level_far_above_the_texture_costs_no_digits(tmp_path):
    """Float64 around ten million with a spread of one: the deviation is right to six digits."""
    random = np.random.default_rng(3)
    ground = random.normal(size=(1, 120, 120))
    paths = [
        write(tmp_path / "a.tif", 1e7 + ground),
        write(tmp_path / "b.tif", 1e7 + 0.5 * ground),
    ]
    overlap = swept(paths).overlaps()
    assert overlap.std_first[0, 0] == pytest.approx(ground.std(), rel=1e-6)
    assert overlap.std_second[0, 0] == pytest.approx(0.5 * ground.std(), rel=1e-6)


def test_bands_have_their_own_pixels(tmp_path):
    """A pixel that is nodata in one band only counts in the others."""
    array = np.full((2, 40, 40), 50, dtype=np.uint16) + np.arange(40, dtype=np.uint16)
    holed = array.copy()
    holed[0, 10:20] = 0
    paths = [write(tmp_path / "a.tif", array, nodata=0), write(tmp_path / "b.tif", holed, nodata=0)]
    assert swept(paths).overlaps().count.tolist() == [[1200, 1600]]


@pytest.fixture(scope="module")
def large_pair(tmp_path_factory):
    """Two images large enough that an estimate leaves cells out."""
    return make_scene(tmp_path_factory.mktemp("large"), columns=2, size=450, step=120, noise=20.0, bands=2, seed=8)


def test_an_estimate_reads_less_and_says_nearly_the_same(large_pair):
    """A quarter of the cells: the deviation in the overlap within 2 %, the gain ratio within 0.5 %."""
    full, some = swept(large_pair.paths).overlaps(), swept(large_pair.paths, estimate=True).overlaps()
    assert 0.15 < float((some.count / full.count).mean()) < 0.5
    ratio_full, ratio_some = full.std_first / full.std_second, some.std_first / some.std_second
    assert ratio_some == pytest.approx(ratio_full, rel=5e-3)
    assert some.mean_first == pytest.approx(full.mean_first, rel=2e-2)


def test_an_estimate_is_the_same_each_time(large_pair):
    """No draw of the dice: the same cells whatever the threads."""
    one = swept(large_pair.paths, ExecutionSettings(threads=1), estimate=True)
    two = swept(large_pair.paths, ExecutionSettings(threads=4), estimate=True)
    assert np.array_equal(one.pairs.cross, two.pairs.cross)
    assert np.array_equal(one.cells.cell, two.cells.cell)


def test_an_estimate_reads_both_images_of_a_pair_at_the_same_places(large_pair):
    """Every sampled cell of a pair is a sampled cell of both images."""
    sums = swept(large_pair.paths, estimate=True)
    cells = {(int(i), int(c)) for i, c in zip(sums.cells.image, sums.cells.cell)}
    for first, second, cell in zip(sums.pairs.first, sums.pairs.second, sums.pairs.cell):
        assert {(int(first), int(cell)), (int(second), int(cell))} <= cells


def test_small_images_are_read_whole_even_when_estimating(tmp_path):
    """Images of a few cells give the same sums with and without the estimate."""
    scene = make_scene(tmp_path, columns=2, size=80, step=40, bands=1)
    images = check_images(scene.paths)
    canvas = make_canvas(images)
    coarse = lambda canvas: BlockGrid(canvas.bounds, 4, 6)  # noqa: E731
    assert all(footprint(image, canvas)[2] == 80 for image in images)
    full, some = swept(scene.paths, cells=coarse), swept(scene.paths, estimate=True, cells=coarse)
    assert np.array_equal(full.whole().count, some.whole().count)


def test_overviews_have_no_influence_on_an_estimate(tmp_path):
    """Identical images, one with overviews: a reader of overviews would see another deviation."""
    from osgeo import gdal

    scene = make_scene(tmp_path, columns=1, size=300, bands=1, gain_spread=0, offset_spread=0)
    twin = write(tmp_path / "twin.tif", read(scene.paths[0]), nodata=0)
    dataset = gdal.Open(twin, gdal.GA_Update)
    dataset.BuildOverviews("AVERAGE", [2, 4, 8])
    dataset = None
    overlap = swept([scene.paths[0], twin], estimate=True).overlaps()
    assert np.array_equal(overlap.m2_first, overlap.m2_second)


@pytest.mark.parametrize("dtype", ["uint16", "float32"])
def test_cells_come_alone_or_many_at_once(tmp_path, monkeypatch, dtype):
    """Small cells with holes in some of them: every bit of their sums is the same either way."""
    rng = np.random.default_rng(8)
    paths = []
    for number, (row, column) in enumerate([(0, 0), (20, 41), (64, 13)]):
        values = rng.uniform(100, 900, (3, 160, 160)).astype(dtype)
        values[:, 50 + 9 * number : 75, 30:90] = 0
        values[1, 120, 70] = 0
        paths.append(str(tmp_path / f"{number}.tif"))
        write(paths[-1], values, row, column, nodata=0)

    def odd(canvas):
        return BlockGrid(canvas.bounds, 11, 9)

    together = swept(paths, cells=odd)
    monkeypatch.setattr(sweep, "FEWEST_CELLS", 10**9)
    alone = swept(paths, cells=odd)
    assert len(together.pairs.cell) > 100
    for kind, name in ((ImageSums, "cells"), (PairSums, "pairs")):
        for column in kind.__dataclass_fields__:
            assert np.array_equal(getattr(getattr(together, name), column), getattr(getattr(alone, name), column))
