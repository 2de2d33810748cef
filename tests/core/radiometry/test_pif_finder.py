"""From files to sums of the pixels that count: the same whatever the division of the work."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from made_pairs import FITTED, GAIN, made_pair
from made_scenes import make_scene, write
from recorders import CancelAt, Recorder

from evenlight.core.checks import check_images
from evenlight.core.errors import Cancelled
from evenlight.core.execution import Signal
from evenlight.core.jobs import pif_mask
from evenlight.core.masks.polygons import CanvasMask, MaskPolygon, PolygonMask
from evenlight.core.numeric.robust import Lines
from evenlight.core.progress import Silent
from evenlight.core.radiometry.pif import finder
from evenlight.core.radiometry.pif.features import make_inz
from evenlight.core.radiometry.pif.finder import Finder, couples_of
from evenlight.core.radiometry.pif.methods import METHODS, method_memory
from evenlight.core.radiometry.pif.shared_ground import SharedGround, tiles, write_inz
from evenlight.core.raster import dataset
from evenlight.core.raster.canvas import make_canvas
from evenlight.core.raster.on_grid import measured_on
from evenlight.core.raster.source import Handles
from evenlight.core.raster.window import Window
from evenlight.core.run import Run
from evenlight.core.settings import ExecutionSettings, PifMethod, PifSettings, SelectionMode
from evenlight.core.statistics.blocks import cell_grid
from evenlight.core.statistics.sums import PairSums, stack
from evenlight.core.statistics.sweep import Sweep


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Three images in a row with slanted borders; the first and the last meet too."""
    return make_scene(tmp_path_factory.mktemp("row"), columns=3, size=230, step=80, bands=3, noise=20.0)


def find(paths, method, execution=ExecutionSettings(threads=1), mask=None, estimate=False, **settings):
    """What a finder finds, and the sums of all common pixels."""
    images = check_images(paths)
    canvas = make_canvas(images)
    cells = cell_grid(canvas, images)
    if mask is not None:
        mask = CanvasMask(mask, SelectionMode.EXCLUDE, images, canvas)
    sums = Sweep(images, canvas, cells, mask, estimate).run(Run(execution))
    search = Finder(images, canvas, cells, PifSettings(method=method, **settings), mask)
    return search.run(sums.pairs, Run(execution)), sums


def table(found):
    """All rows."""
    return stack(PairSums, [pair.sums for pair in found], 3, keys=3)


def gain_of(sums):
    """Reduced major axis of a pair's sums, per band."""
    whole = sums.merged(np.zeros(len(sums.cell), dtype=int), np.array([0]), np.array([1]))
    return (np.sqrt(whole.m2_second / whole.m2_first))[0]


def equal(one, other):
    return all(np.array_equal(getattr(one, name), getattr(other, name)) for name in PairSums.__dataclass_fields__)


@pytest.mark.every(2)
@pytest.mark.parametrize("method", FITTED)
def test_the_division_of_the_work_changes_no_bit(scene, method, monkeypatch):
    """Windows of one cell, four threads, little memory."""
    found, _ = find(scene.paths, method)
    assert [(pair.first, pair.second) for pair in found] == [(0, 1), (0, 2), (1, 2)]
    threads, _ = find(scene.paths, method, ExecutionSettings(threads=4))
    assert equal(table(found), table(threads))
    monkeypatch.setattr(finder, "TILE", 1)
    monkeypatch.setattr(finder, "WINDOW_PIXELS", 1)
    small, _ = find(scene.paths, method, ExecutionSettings(threads=2, memory_budget=32))
    assert equal(table(found), table(small))


@pytest.mark.parametrize("method", FITTED)
def test_cells_hold_what_the_whole_holds(scene, method):
    """Every row is of a cell that has common pixels, and counts no more than these."""
    found, sums = find(scene.paths, method)
    everything = {key: row for row, key in enumerate(zip(sums.pairs.first, sums.pairs.second, sums.pairs.cell))}
    rows = table(found)
    for row, key in enumerate(zip(rows.first, rows.second, rows.cell)):
        assert (rows.count[row] <= sums.pairs.count[everything[key]]).all()
    product = np.sqrt(rows.m2_first * rows.m2_second)
    assert (np.abs(rows.cross) <= product * (1 + 1e-9)).all()
    assert rows.cross.sum() > 0.9 * product.sum()


def test_sums_of_equal_weights_are_those_of_the_sweep(scene, monkeypatch):
    """Where every pixel counts once."""

    class Everything:
        inz = None

        def weight(self, first, second, window):
            return np.ones(first.shape[1:])

    method = METHODS[PifMethod.RESIDUAL]._replace(fit=lambda sample, settings: Everything())
    monkeypatch.setitem(METHODS, PifMethod.RESIDUAL, method)
    found, sums = find(scene.paths, PifMethod.RESIDUAL)
    rows = table(found)
    for name in PairSums.__dataclass_fields__:
        assert getattr(rows, name) == pytest.approx(getattr(sums.pairs, name), rel=1e-9, abs=1e-6), name


@pytest.mark.parametrize("method", FITTED)
def test_masked_ground_never_counts(tmp_path, method):
    """All that changed is masked, and a corner that did not: sums are of what is left."""
    pair = made_pair(bands=3)
    paths = pair.files(tmp_path)
    west, north, east, south = 500000, 5200000, 500000 + 1500, 5200000 - 3000
    from osgeo import ogr

    ring = f"{west} {south},{east} {south},{east} {north},{west} {north},{west} {south}"
    half = PolygonMask((MaskPolygon(bytes(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))").ExportToWkb())),), "")
    found, sums = find(paths, method, mask=half)
    assert sums.pairs.count.sum() == 3 * 150 * 300
    columns = cell_grid(make_canvas(check_images(paths)), check_images(paths)).columns
    width = 300 / columns
    assert (found[0].sums.cell % columns >= int(150 / width)).all()
    whole, _ = find(paths, method)
    assert (whole[0].sums.cell % columns < int(150 / width)).any()


@pytest.mark.parametrize("method", FITTED)
def test_a_grid_of_its_own_is_no_hindrance(tmp_path, method):
    """The second image has pixels of twice the size, in another place: both come through the canvas."""
    pair = made_pair(size=400, bands=3)
    coarse = pair.second.reshape(3, 200, 2, 200, 2).mean(axis=(2, 4))
    paths = [
        write(tmp_path / "fine.tif", np.rint(pair.first).astype("uint16"), nodata=0),
        write(tmp_path / "coarse.tif", np.rint(coarse).astype("uint16"), nodata=0, pixel=20.0),
    ]
    found, _ = find(paths, method)
    assert [round(gain, 1) for gain in gain_of(found[0].sums)] == [GAIN] * 3


def test_a_pair_with_too_little_is_left_out_and_the_others_count(scene):
    found, _ = find(scene.paths, PifMethod.RESIDUAL)
    counts = [pair.sums.count[:, 0].sum() for pair in found]
    assert counts[1] < 0.7 * min(counts[0], counts[2])
    again, _ = find(scene.paths, PifMethod.RESIDUAL, min_samples=int(1.1 * counts[1]))
    assert [bool(pair.left_out) for pair in again] == [False, True, False]
    assert "are needed" in again[1].left_out
    assert not len(again[1].sums.cell)


def test_estimates_look_only_at_the_sampled_cells(tmp_path, monkeypatch):
    paths = make_scene(tmp_path, columns=2, size=700, step=300, bands=3, noise=20.0).paths
    monkeypatch.setattr("evenlight.core.statistics.blocks.FEWEST_CELLS", 4)
    found, sums = find(paths, PifMethod.RESIDUAL, estimate=True)
    everything, whole = find(paths, PifMethod.RESIDUAL)
    assert set(found[0].sums.cell) <= set(sums.pairs.cell) < set(whole.pairs.cell)
    assert len(found[0].sums.cell) < 0.5 * len(everything[0].sums.cell)


@pytest.mark.parametrize("most", [50, 1000, 10**6])
def test_a_sample_is_the_same_however_it_is_read(tmp_path, most):
    """In odd windows, or in one."""
    paths = make_scene(tmp_path, columns=2, size=130, step=37, bands=2).paths
    images = check_images(paths)
    canvas, handles = make_canvas(images), Handles()
    ground = SharedGround(tuple(measured_on(image, canvas, handles) for image in images), (0, 1))
    odd = list(ground.window.cut((17, 29)))
    one = ground.sample([ground.window], most, handles, Signal())
    many = ground.sample(odd, most, handles, Signal())
    assert one.valid.size <= most
    assert one.step == many.step
    for a, b in zip((one.first, one.second, one.valid), (many.first, many.second, many.valid)):
        assert np.array_equal(a, b)
    ((_, shown),) = ground.read([ground.window], Signal().stop_if_asked)
    assert np.array_equal(one.first, shown.first[:, :: one.step, :: one.step])
    assert np.array_equal(one.valid, shown.valid[:: one.step, :: one.step])


@pytest.mark.parametrize("method", FITTED)
def test_a_sample_with_gaps_gives_the_same_gain(tmp_path, monkeypatch, method):
    """As in overlaps of more than a million pixels."""
    paths = made_pair(size=400, bands=3).files(tmp_path)
    monkeypatch.setitem(METHODS, method, METHODS[method]._replace(most_pixels=40_000))
    found, _ = find(paths, method)
    assert gain_of(found[0].sums) == pytest.approx([GAIN] * 3, rel=0.02)


def test_tiles_cover_a_window_once():
    window = Window(7, 3, 1000, 700)
    seen = np.zeros((703, 1007), dtype=int)
    for column, row, width, height in tiles(window):
        seen[row : row + height, column : column + width] += 1
    assert (seen[3:, 7:] == 1).all()
    assert seen.sum() == 700_000


def test_couples_are_the_pairs_in_their_order():
    empty = np.empty((0, 1))
    assert couples_of(PairSums(*[np.empty(0, dtype=int)] * 3, *[empty] * 6)) == []
    keys = np.array([0, 0, 0, 1]), np.array([1, 1, 2, 2]), np.array([4, 5, 4, 9])
    couples = couples_of(PairSums(*keys, *[np.zeros((4, 1))] * 6))
    assert [(c.first, c.second, c.cells.tolist()) for c in couples] == [(0, 1, [4, 5]), (0, 2, [4]), (1, 2, [9])]


@pytest.mark.parametrize("share", [0.1, 0.6], ids=["sample", "sums"])
def test_a_cancel_ends_the_search(tmp_path, monkeypatch, share):
    """Asked for during a read, it is the last one: the task itself stops, not only who waits for it."""
    monkeypatch.setattr(finder, "TILE", 1)
    paths = make_scene(tmp_path, columns=2, size=230, step=80, bands=3).paths
    _, sums = find(paths, PifMethod.RESIDUAL)
    images = check_images(paths)
    canvas = make_canvas(images)
    search = Finder(images, canvas, cell_grid(canvas, images), PifSettings(method=PifMethod.RESIDUAL))
    reads, last, progress = 0, 0, CancelAt(2.0)
    original = dataset.read_into

    def counting(*arguments):
        nonlocal reads
        reads += 1
        if reads == last:
            progress.advance(2.0)
            # the caller looks every 0.1 s
            time.sleep(0.5)
        original(*arguments)

    monkeypatch.setattr("evenlight.core.raster.source.read_into", counting)
    search.run(sums.pairs, Run(ExecutionSettings(threads=1), Recorder()))
    assert reads > 20
    reads, last = 0, int(share * reads)
    with pytest.raises(Cancelled):
        search.run(sums.pairs, Run(ExecutionSettings(threads=1), progress))
    assert reads == last


@pytest.fixture
def decoded(monkeypatch):
    """Pixels of the strips of 32 rows that every read of a file meets, in a list."""
    pixels = []
    original = dataset.read_into

    def counting(handle, path, bands, window, target):
        strips = (window.bottom - 1) // 32 - window.row // 32 + 1
        pixels.append(strips * 32 * handle.RasterXSize)
        original(handle, path, bands, window, target)

    monkeypatch.setattr("evenlight.core.raster.source.read_into", counting)
    return pixels


@pytest.fixture
def striped(tmp_path):
    """Two files of 3000 x 320 pixels."""
    random = np.random.default_rng(4)
    ground = np.rint(1000 + 300 * random.random((1, 320, 3000)))
    return [
        write(tmp_path / f"{n}.tif", (gain * ground).astype("uint16"), options=["BLOCKYSIZE=32"])
        for n, gain in enumerate((1, 2))
    ]


def test_striped_files_are_decoded_twice_and_not_for_every_window(striped, decoded):
    """Once for the sample, once for the sums; a strip at the border of two rows of windows once more."""
    images = check_images(striped)
    canvas = make_canvas(images)
    cells = cell_grid(canvas, images)
    sums = Sweep(images, canvas, cells).run(Run(ExecutionSettings(threads=1)))
    search = Finder(images, canvas, cells, PifSettings(method=PifMethod.RESIDUAL))
    decoded.clear()
    held = search.run(sums.pairs, Run(ExecutionSettings(threads=1)))
    assert sum(decoded) <= 2 * 2 * 1.2 * 3000 * 320
    decoded.clear()
    little = search.run(sums.pairs, Run(ExecutionSettings(threads=1, memory_budget=1)))
    assert sum(decoded) > 5 * 2 * 2 * 3000 * 320
    assert equal(held[0].sums, little[0].sums)
    decoded.clear()
    inz = make_inz(Lines(np.ones(1), np.zeros(1), np.ones(1)), *np.ones((2, 1, 5)))
    write_inz(str(Path(striped[0]).with_name("inz.tif")), (images[0], images[1]), canvas, inz, Silent())
    pif_mask(*striped, str(Path(striped[0]).with_name("mask.tif")))
    assert sum(decoded) <= 3 * 2 * 1.2 * 3000 * 320


@pytest.mark.slow
@pytest.mark.parametrize("method", FITTED)
def test_a_pair_takes_no_more_memory_than_is_reckoned_with(tmp_path, method):
    """An overlap of more than a million pixels."""
    paths = make_scene(tmp_path, columns=2, size=1200, step=100, bands=4, noise=20.0).paths
    if method is PifMethod.FLOOD_FROM_MATCH_POINTS:
        from evenlight.core.opencv import need_opencv

        need_opencv("")
    tracemalloc.start()
    try:
        find_all, _ = find(paths, method)
        tracemalloc.clear_traces()
        tracemalloc.reset_peak()
        find(paths, method)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert find_all
    assert 0.2 * method_memory(method, check_images(paths)[0]) < peak < method_memory(method, check_images(paths)[0])
