"""Sums kept from run to run: what is known is not read again, and nothing is believed that changed."""

from __future__ import annotations

import os
import random
import shutil
import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from made_scenes import NORTH, PIXEL, WEST, make_scene, read, write
from osgeo import gdal, ogr
from recorders import CancelAt, Recorder

from evenlight.core.checks import check_images
from evenlight.core.errors import Cancelled
from evenlight.core.masks.polygons import CanvasMask, MaskPolygon, PolygonMask
from evenlight.core.progress import Silent
from evenlight.core.raster import dataset
from evenlight.core.raster.canvas import make_canvas
from evenlight.core.run import Run
from evenlight.core.settings import ExecutionSettings, SelectionMode
from evenlight.core.statistics import content
from evenlight.core.statistics.blocks import BlockGrid, Cells, cell_grid
from evenlight.core.statistics.cache import open_cache
from evenlight.core.statistics.content import content_files
from evenlight.core.statistics.entries import _packed as packed
from evenlight.core.statistics.entries import _unpacked as unpacked
from evenlight.core.statistics.sums import ImageSums, PairSums
from evenlight.core.statistics.sweep import Sweep

ONE = ExecutionSettings(threads=1)


@pytest.fixture
def scene(tmp_path):
    """Twelve images in three rows; files of this test alone."""
    return make_scene(tmp_path / "scene", rows=3, columns=4, size=80, step=56, bands=2)


@pytest.fixture
def reads(monkeypatch):
    """Every window that is read of an image: (file name, window)."""
    seen = []
    original = dataset.read_into

    def counting(handle, path, bands, window, target):
        seen.append((os.path.basename(path), window))
        original(handle, path, bands, window, target)

    monkeypatch.setattr("evenlight.core.raster.source.read_into", counting)
    return seen


def swept(paths, folder, estimate=False, cells=None, mask=None, nodata=None, progress=None, fresh=None, execution=ONE):
    """Sums of images, with a cache in ``folder`` or, for None, without."""
    images = [image.with_nodata(nodata) for image in check_images(sorted(paths))]
    canvas = make_canvas(images)
    grid = cells(canvas) if cells else cell_grid(canvas, images)
    polygons = CanvasMask(*mask, images, canvas) if mask else None
    run, cache = Run(execution, progress or Silent()), None
    if folder is not None:
        cache = open_cache(str(folder), images, canvas, Cells(grid, canvas), polygons, run.stage(0.0, 0.05))
        run = run.stage(0.05, 1.0)
    return Sweep(images, canvas, grid, polygons, estimate, cache).run(run, fresh)


def same(one, other):
    """Whether two sums are equal to the last bit."""
    return all(
        np.array_equal(getattr(getattr(one, table), name), getattr(getattr(other, table), name))
        for kind, table in ((ImageSums, "cells"), (PairSums, "pairs"))
        for name in kind.__dataclass_fields__
    )


def entries(folder):
    """Files of images and pairs in a cache."""
    return sorted(path for kind in ("images", "pairs") for path in Path(folder).glob(f"*/{kind}/*"))


def polygon(left, top, right, bottom, name=None):
    """A rectangle in pixels of the ground."""
    west, east, north, south = WEST + left * PIXEL, WEST + right * PIXEL, NORTH - top * PIXEL, NORTH - bottom * PIXEL
    ring = f"{west} {south},{east} {south},{east} {north},{west} {north},{west} {south}"
    return MaskPolygon(bytes(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))").ExportToWkb()), name)


def test_a_second_run_reads_nothing_and_gives_the_same_bits(scene, tmp_path, reads):
    fresh = swept(scene.paths, None)
    first = swept(scene.paths, tmp_path / "cache")
    reads.clear()
    again = swept(scene.paths, tmp_path / "cache")
    assert not reads
    assert same(fresh, first)
    assert same(fresh, again)


def test_an_added_image_reads_itself_and_the_cells_it_meets(scene, tmp_path, reads):
    """Eleven known images, one in the corner: its three neighbours are read where their cells meet it."""
    corner = scene.paths[11]
    swept(scene.paths[:11], tmp_path / "cache")
    reads.clear()
    sums = swept(scene.paths, tmp_path / "cache")
    assert {name for name, _ in reads} == {os.path.basename(scene.paths[n]) for n in (6, 7, 10, 11)}
    for name, (column, row, width, height) in reads:
        neighbour = next(n for n, path in enumerate(scene.paths) if os.path.basename(path) == name)
        if scene.paths[neighbour] == corner:
            continue
        # The overlap in the neighbour's own pixels, to the edges of the cells of 16 pixels.
        top, left = (new - own for new, own in zip(scene.corners[11], scene.corners[neighbour]))
        assert left - 16 < column
        assert top - 16 < row
        assert width * height <= (80 - left + 16) * (80 - top + 16)
    assert same(sums, swept(scene.paths, None))


@pytest.mark.parametrize("place", [0, 3, 8])
def test_an_image_that_moves_the_canvas_moves_no_cell(scene, tmp_path, reads, place):
    """The north-western, north-eastern or south-western image comes last: the others stay known."""
    others = [path for n, path in enumerate(scene.paths) if n != place]
    swept(others, tmp_path / "cache")
    reads.clear()
    sums = swept(scene.paths, tmp_path / "cache")
    assert len({name for name, _ in reads}) == 4
    assert same(sums, swept(scene.paths, None))


def test_a_removed_image_needs_no_read(scene, tmp_path, reads):
    swept(scene.paths, tmp_path / "cache")
    reads.clear()
    some = swept(scene.paths[1:], tmp_path / "cache")
    assert not reads
    assert same(some, swept(scene.paths[1:], None))


def test_grids_off_by_half_a_pixel_have_steady_cells(tmp_path, reads):
    """Origins at halves of a pixel, as in Landsat's grids: rounding goes one way for all of them."""
    array = np.random.default_rng(1).integers(1, 4000, (1, 70, 70)).astype(np.uint16)
    places = [(0.5, 0.5), (0.5, 41.5), (31.5, 10.5), (50.5, 30.5), (-24.5, 20.5)]
    paths = [write(tmp_path / f"{n}.tif", array + n, row, column) for n, (row, column) in enumerate(places)]
    for number in range(2, 6):
        reads.clear()
        swept(paths[:number], tmp_path / "cache")
    assert {name for name, _ in reads} == {"4.tif", "0.tif", "1.tif", "2.tif"}
    assert same(swept(paths, tmp_path / "cache"), swept(paths, None))


def rewrite(path, change):
    """Change pixels in place and put the date back, as a careless program does."""
    before = os.stat(path)
    opened = gdal.Open(path, gdal.GA_Update)
    values = opened.ReadAsArray()
    change(values)
    opened.WriteArray(values)
    opened = None
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert os.stat(path).st_size == before.st_size
    assert os.stat(path).st_mtime_ns == before.st_mtime_ns


def darken(values):
    """One pixel in the middle."""
    values[..., 40, 40] = 7


@pytest.mark.parametrize("rested", [True, False])
def test_changed_pixels_are_noticed_under_an_old_date_and_size(tmp_path, reads, monkeypatch, rested):
    """Same size, same date of writing, one other pixel: checksums that are remembered do not hide it."""
    if rested:
        monkeypatch.setattr(content, "RESTED_NS", 0)
    scene = make_scene(tmp_path / "scene", columns=4, size=80, step=56, bands=1)
    swept(scene.paths, tmp_path / "cache")
    rewrite(scene.paths[1], darken)
    reads.clear()
    sums = swept(scene.paths, tmp_path / "cache")
    assert {name for name, _ in reads} == {"img_1.tif", "img_2.tif", "img_3.tif"}
    assert same(sums, swept(scene.paths, None))


def test_a_rested_file_is_not_hashed_again(scene, tmp_path, monkeypatch):
    monkeypatch.setattr(content, "RESTED_NS", 0)
    swept(scene.paths, tmp_path / "cache")
    monkeypatch.setattr(content, "_read_digest", None)
    swept(scene.paths, tmp_path / "cache")


def test_a_file_touched_a_moment_ago_is_hashed_again(scene, tmp_path, monkeypatch):
    """A second write within one tick of the clock would not show in the file's dates."""
    swept(scene.paths, tmp_path / "cache")
    hashed = []
    original = content._read_digest
    monkeypatch.setattr(content, "_read_digest", lambda file, signal: hashed.append(file) or original(file, signal))
    swept(scene.paths, tmp_path / "cache")
    assert len(hashed) == 12


def test_moved_and_renamed_images_stay_known(scene, tmp_path, reads):
    """Content counts, not the path."""
    swept(scene.paths, tmp_path / "cache")
    moved = [str(shutil.copy(path, tmp_path / f"x_{os.path.basename(path)}")) for path in scene.paths]
    reads.clear()
    sums = swept(moved, tmp_path / "cache")
    assert not reads
    assert same(sums, swept(scene.paths, None))


def test_what_qgis_writes_beside_an_image_changes_nothing(scene, tmp_path, reads):
    swept(scene.paths, tmp_path / "cache")
    opened = gdal.Open(scene.paths[0])
    opened.GetRasterBand(1).ComputeStatistics(False)
    opened = None
    assert os.path.exists(scene.paths[0] + ".aux.xml")
    reads.clear()
    swept(scene.paths, tmp_path / "cache")
    assert not reads


def test_another_nodata_value_is_noticed(scene, tmp_path):
    swept(scene.paths, tmp_path / "cache")
    value = int(read(scene.paths[5])[0, 40, 40])
    other = swept(scene.paths, tmp_path / "cache", nodata=value)
    assert same(other, swept(scene.paths, None, nodata=value))
    assert not same(other, swept(scene.paths, None))


def test_another_mask_and_mode_are_noticed(scene, tmp_path, reads):
    """Polygons of one image concern it and its pairs only."""
    everywhere = (polygon(0, 0, 150, 100),)
    for polygons, mode in (
        (everywhere, SelectionMode.INCLUDE),
        (everywhere, SelectionMode.EXCLUDE),
        ((polygon(0, 0, 150, 101),), SelectionMode.EXCLUDE),
        ((*everywhere, polygon(0, 0, 30, 30, "img_1")), SelectionMode.EXCLUDE),
    ):
        mask = PolygonMask(polygons, ""), mode
        reads.clear()
        assert same(swept(scene.paths, tmp_path / "cache", mask=mask), swept(scene.paths, None, mask=mask))
    reads.clear()
    mask = PolygonMask((*everywhere, polygon(0, 0, 40, 40, "img_1")), ""), SelectionMode.EXCLUDE
    swept(scene.paths, tmp_path / "cache", mask=mask)
    assert {name for name, _ in reads} == {"img_1.tif", "img_2.tif", "img_5.tif", "img_6.tif"}


def test_other_cells_are_noticed(scene, tmp_path):
    """The grid of the local step, and another one."""
    for rows in (4, 5):
        cells = lambda canvas, rows=rows: BlockGrid(canvas.bounds, rows, 7)  # noqa: E731
        assert same(swept(scene.paths, tmp_path / "cache", cells=cells), swept(scene.paths, None, cells=cells))


def test_a_fixed_block_grid_stays_known_when_images_are_added(scene, tmp_path, reads):
    """Extent and number of blocks given: the blocks do not move."""
    west, north = WEST - 100.0, NORTH + 100.0
    cells = lambda canvas: BlockGrid((west, north - 2500.0, west + 3000.0, north), 9, 11)  # noqa: E731
    swept(scene.paths[1:], tmp_path / "cache", cells=cells)
    reads.clear()
    sums = swept(scene.paths, tmp_path / "cache", cells=cells)
    assert {name for name, _ in reads} == {"img_1.tif", "img_2.tif", "img_5.tif", "img_6.tif"}
    assert same(sums, swept(scene.paths, None, cells=cells))


def test_an_estimate_takes_its_cells_from_a_whole_read_and_leaves_the_others_to_it(tmp_path, reads):
    scene = make_scene(tmp_path / "scene", columns=2, size=450, step=120, bands=1, seed=8)
    wanted = swept(scene.paths, None, estimate=True)
    assert same(swept(scene.paths, tmp_path / "one", estimate=True), wanted)
    reads.clear()
    assert same(swept(scene.paths, tmp_path / "one"), swept(scene.paths, None))
    assert same(swept(scene.paths, tmp_path / "one", estimate=True), wanted)


def test_warped_images_are_kept_by_their_place_on_the_canvas(tmp_path, reads):
    """10 m and 30 m: the fine one is averaged onto the coarse grid; moved by a part of a pixel it is another."""
    numbers = np.random.default_rng(2)
    fine = numbers.integers(1, 4000, (1, 300, 300)).astype(np.uint16)
    coarse = write(tmp_path / "coarse.tif", numbers.integers(1, 4000, (1, 100, 100)).astype(np.uint16), pixel=30.0)
    paths = [coarse, write(tmp_path / "fine.tif", fine)]
    fresh = swept(paths, None)
    swept(paths, tmp_path / "cache")
    reads.clear()
    assert same(swept(paths, tmp_path / "cache"), fresh)
    assert not reads
    write(tmp_path / "fine.tif", fine, 0.5, 1.0)
    assert same(swept(paths, tmp_path / "cache"), swept(paths, None))


@pytest.mark.parametrize("damage", ["truncated", "garbage", "one bit", "empty", "swapped"])
def test_damaged_files_are_noticed_and_made_again(scene, tmp_path, reads, damage):
    folder = tmp_path / "cache"
    fresh = swept(scene.paths, folder)
    kept = {path: path.read_bytes() for path in entries(folder)}
    assert len(kept) > 30
    victims = [path for path in kept if path.parent.name == "images"][:2]
    for path, other in zip(victims, reversed(victims)):
        whole = kept[path]
        flipped = bytearray(whole)
        flipped[-200] ^= 4
        path.write_bytes(
            {
                "truncated": whole[: len(whole) // 2],
                "garbage": b"\x80\x04K\x01." * 50,
                "one bit": bytes(flipped),
                "empty": b"",
                "swapped": kept[other],
            }[damage]
        )
    reads.clear()
    told = Recorder()
    assert same(swept(scene.paths, folder, progress=told), fresh)
    assert len({name for name, _ in reads}) == 2
    assert any("2 damaged files" in fact for fact in told.facts)
    assert {path: path.read_bytes() for path in entries(folder)} == kept


def damaged(content, others, choose):
    """Other bytes, fewer, more, or those of another file."""
    spoilt = bytearray(content)
    for _ in range(choose.choice([1, 2, 20])):
        spoilt[choose.randrange(len(spoilt))] = choose.randrange(256)
    cut = content[: choose.randrange(len(content))]
    return choose.choice([bytes(spoilt), cut, content + b"more", choose.choice(others), b"", os.urandom(500)])


def test_whatever_is_damaged_changes_no_sum(tmp_path, monkeypatch):
    """Fifty times, one to five files: checksums of images, sums of images and pairs, or a folder in their place."""
    monkeypatch.setattr(content, "RESTED_NS", -10**12)
    scene, folder = make_scene(tmp_path / "scene", columns=3, size=40, step=24, bands=2), tmp_path / "cache"
    fresh = swept(scene.paths, folder)
    for seed in range(50):
        choose = random.Random(seed)
        kept = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        assert len(kept) >= 8
        for path in choose.sample(sorted(kept), choose.randint(1, 5)):
            if choose.random() < 0.1:
                path.unlink()
                path.mkdir()
            else:
                path.write_bytes(damaged(kept[path], list(kept.values()), choose))
        assert same(swept(scene.paths, folder), fresh), seed
        for path in folder.rglob("*"):
            if path.is_dir() and len(path.name) == 40:
                path.rmdir()
        assert same(swept(scene.paths, folder), fresh), seed


def test_rows_that_cannot_be_of_the_image_are_not_believed(tmp_path):
    """Whole by their checksum, and yet of cells that it has not, or of another kind of numbers."""
    scene, folder = make_scene(tmp_path / "scene", columns=2, size=40, step=24, bands=2), tmp_path / "cache"
    fresh = swept(scene.paths, folder)
    for change in (lambda cell: cell + 10**6, lambda cell: cell - 1, lambda cell: cell.astype(float)):
        for path in entries(folder):
            arrays = unpacked(path.read_bytes())
            path.write_bytes(packed({**arrays, "cell": change(arrays["cell"])}))
        assert same(swept(scene.paths, folder), fresh)


@pytest.mark.parametrize("kind", ["cancelled", "failed"])
def test_an_interrupted_run_continues_where_it_was(scene, tmp_path, reads, monkeypatch, kind):
    """What was swept is not read again, and the sums are those of an uninterrupted run."""
    small = replace(ONE, memory_budget=1)
    for limit in ("LARGEST_TILE", "LARGEST_KEPT_TILE"):
        monkeypatch.setattr(f"evenlight.core.statistics.tiles.{limit}", 48)
    fresh = swept(scene.paths, None, execution=small)
    whole = len(reads)
    reads.clear()
    if kind == "cancelled":
        with pytest.raises(Cancelled):
            swept(scene.paths, tmp_path / "cache", execution=small, progress=CancelAt(0.6))
    else:
        original = Sweep._sweep_tile

        def failing(self, plan, tile, signal):
            if len(reads) > whole // 2:
                raise RuntimeError
            return original(self, plan, tile, signal)

        monkeypatch.setattr(Sweep, "_sweep_tile", failing)
        with pytest.raises(RuntimeError):
            swept(scene.paths, tmp_path / "cache", execution=small)
        monkeypatch.setattr(Sweep, "_sweep_tile", original)
    assert entries(tmp_path / "cache")
    first = len(reads)
    reads.clear()
    assert same(swept(scene.paths, tmp_path / "cache", execution=small), fresh)
    assert 0 < len(reads) < 0.8 * whole
    assert first + len(reads) < whole + 15


def test_two_runs_share_a_folder(scene, tmp_path):
    """Several at once on other images and cells: each gets its own sums, and the folder is whole afterwards."""
    jobs = [scene.paths, scene.paths[:8], scene.paths[4:], scene.paths]
    wanted = [swept(paths, None) for paths in jobs]
    results = [None] * len(jobs)

    def run(number):
        results[number] = swept(jobs[number], tmp_path / "cache", estimate=False)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(len(jobs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(same(one, other) for one, other in zip(results, wanted))
    told = Recorder()
    assert same(swept(scene.paths, tmp_path / "cache", progress=told), wanted[0])
    assert any("41 of 41" in fact for fact in told.facts)
    assert not any("damaged" in fact for fact in told.facts)
    assert not list(Path(tmp_path / "cache").glob("*/unfinished/*"))


def test_an_image_that_changes_during_the_run_is_not_kept(tmp_path, monkeypatch):
    """Its sums belong to neither content."""
    scene = make_scene(tmp_path / "scene", columns=3, size=80, step=56, bands=1)
    original = Sweep._sweep_tile

    def meddling(self, plan, tile, signal):
        result = original(self, plan, tile, signal)
        os.utime(scene.paths[1])
        return result

    monkeypatch.setattr(Sweep, "_sweep_tile", meddling)
    swept(scene.paths, tmp_path / "cache")
    assert len([path for path in entries(tmp_path / "cache") if path.parent.name == "images"]) == 2
    assert not [path for path in entries(tmp_path / "cache") if path.parent.name == "pairs"]


def test_fresh_images_alone_are_read_with_a_cache_too(scene, tmp_path, reads):
    """Statistics of the others come from elsewhere: only pairs with a fresh image are wanted."""
    wanted = swept(scene.paths, None, fresh={0})
    reads.clear()
    assert same(swept(scene.paths, tmp_path / "cache", fresh={0}), wanted)
    assert {name for name, _ in reads} <= {f"img_{n}.tif" for n in (1, 10, 11, 12, 2, 5, 6)}
    reads.clear()
    assert same(swept(scene.paths, tmp_path / "cache", fresh={0}), wanted)
    assert not reads


@pytest.mark.parametrize("rested", [True, False])
def test_a_folder_that_fails_costs_a_warning_only(scene, tmp_path, monkeypatch, rested):
    """The disk fills up, for checksums or for sums: the run is complete and says so."""
    if rested:
        monkeypatch.setattr(content, "RESTED_NS", 0)

    def full(self, kind, key, arrays):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("evenlight.core.statistics.entries.Entries._write", full)
    told = Recorder()
    assert same(swept(scene.paths, tmp_path / "cache", progress=told), swept(scene.paths, None))
    assert ["No space left" in warning for warning in told.warnings] == [True]


def test_a_disk_without_room_for_the_folder_costs_a_warning(scene, tmp_path, monkeypatch):
    """What is not kept is computed again."""

    def full(path, **_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("evenlight.core.statistics.entries.os.makedirs", full)
    told = Recorder()
    assert same(swept(scene.paths, tmp_path / "cache", progress=told), swept(scene.paths, None))
    assert ["No space left" in warning for warning in told.warnings] == [True]


def test_virtual_rasters_are_known_by_their_sources(scene, tmp_path, reads):
    """A changed source is noticed although the virtual raster's own file is as it was."""
    stack = str(tmp_path / "stack.vrt")
    gdal.BuildVRT(stack, scene.paths[:2]).FlushCache()
    paths = [stack, scene.paths[5]]
    assert set(content_files(stack)) == {os.path.realpath(path) for path in [stack, *scene.paths[:2]]}
    swept(paths, tmp_path / "cache")
    reads.clear()
    swept(paths, tmp_path / "cache")
    assert not reads
    rewrite(scene.paths[0], darken)
    assert same(swept(paths, tmp_path / "cache"), swept(paths, None))


def test_images_without_plain_files_are_read_each_time(scene, tmp_path, reads):
    """Images in memory have no file whose content could be known."""
    gdal.FileFromMemBuffer("/vsimem/img_9.tif", Path(scene.paths[8]).read_bytes())
    try:
        paths = [*scene.paths[:8], "/vsimem/img_9.tif", *scene.paths[9:]]
        swept(paths, tmp_path / "cache")
        reads.clear()
        told = Recorder()
        sums = swept(paths, tmp_path / "cache", progress=told)
        assert {name for name, _ in reads} == {f"img_{n}.tif" for n in (9, 5, 6, 10)}
        assert any("1 images are not plain files" in fact for fact in told.facts)
        assert same(sums, swept(paths, None))
    finally:
        gdal.Unlink("/vsimem/img_9.tif")


def test_images_are_written_piece_by_piece_in_a_long_run(scene, tmp_path, reads, monkeypatch):
    """Every few seconds what is new joins what was written: here after every tile."""
    for limit in ("LARGEST_TILE", "LARGEST_KEPT_TILE"):
        monkeypatch.setattr(f"evenlight.core.statistics.tiles.{limit}", 32)
    monkeypatch.setattr("evenlight.core.statistics.cache.FLUSH_SECONDS", 0.0)
    fresh = swept(scene.paths, tmp_path / "cache")
    reads.clear()
    assert same(swept(scene.paths, tmp_path / "cache"), fresh)
    assert not reads


def test_what_killed_runs_left_is_removed_after_a_day(scene, tmp_path):
    swept(scene.paths, tmp_path / "cache")
    folder = next(Path(tmp_path / "cache").glob("*/unfinished"))
    old, young = folder / "old", folder / "young"
    for path in (old, young):
        path.write_bytes(b"half")
    os.utime(old, (0, 0))
    swept(scene.paths, tmp_path / "cache")
    assert not old.exists()
    assert young.exists()
