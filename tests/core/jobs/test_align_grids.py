"""Images on one grid: whose pixels it has, what is copied, and where values come to lie."""

from __future__ import annotations

import numpy as np
import pytest
from made_scenes import NORTH, PIXEL, WEST, masks, read, write
from osgeo import gdal
from recorders import Recorder
from scipy.ndimage import binary_erosion

import evenlight.core as ev
from evenlight.core.errors import Problems
from evenlight.core.jobs import align_grids
from evenlight.core.raster.image import describe
from evenlight.core.settings import (
    CanvasExtent,
    ExecutionSettings,
    GridSettings,
    OutputFormat,
    OutputSettings,
    Resampling,
    Resolution,
)


def plane(rows, columns, row=0.0, column=0.0, pixel=PIXEL):
    """(1, rows, columns): map coordinates of pixel centres, east and south, as one value; no resampling changes it."""
    x = column * PIXEL + (np.arange(columns) + 0.5) * pixel
    y = row * PIXEL + (np.arange(rows) + 0.5) * pixel
    return (x + 2 * y[:, None]).astype(np.float32)[None]


def image(folder, name, rows, columns, row=0.0, column=0.0, pixel=PIXEL, **options):
    values = plane(rows, columns, row, column, pixel)
    return write(folder / name, values, row, column, pixel=pixel, nodata=-9999, **options)


def run(paths, folder, **settings):
    output = {name: settings.pop(name) for name in ("format", "overviews") if name in settings}
    execution = settings.pop("execution", ExecutionSettings())
    return align_grids(
        paths, OutputSettings(folder=str(folder), **output), settings=GridSettings(**settings), execution=execution
    )


def truth(path):
    """What a plane has at the pixels of a result."""
    x, dx, _, y, _, dy = gdal.Open(path).GetGeoTransform()
    _, rows, columns = read(path).shape
    east, south = x - WEST + (np.arange(columns) + 0.5) * dx, NORTH - y - (np.arange(rows) + 0.5) * dy
    return east + 2 * south[:, None]


def test_what_shares_a_grid_is_copied(tmp_path):
    """Bit by bit, at its own place, although it does not begin at a multiple of the pixel size; the third is moved."""
    paths = [
        image(tmp_path, "a.tif", 40, 50, 0.3, 0.3),
        image(tmp_path, "b.tif", 30, 20, 10.3, 40.3),
        image(tmp_path, "c.tif", 30, 30, 5.8, 20.6),
    ]
    result = run(paths, tmp_path / "out")
    assert result.copied == 2
    for before, after in zip(paths[:2], result.outputs):
        assert np.array_equal(read(before), read(after))
        assert describe(before).grid == describe(after).grid
    grids = [describe(path).grid for path in result.outputs]
    assert all(grid.has_pixels_of(grids[0]) for grid in grids)
    inside = binary_erosion(read(result.outputs[2])[0] != -9999)
    assert inside.sum() == 28 * 28
    assert np.abs(read(result.outputs[2])[0] - truth(result.outputs[2]))[inside].max() < 0.01 * PIXEL


@pytest.mark.parametrize(
    ("settings", "size"),
    [
        ({}, 5.0),
        ({"resolution": Resolution.LOWEST}, 20.0),
        ({"resolution": Resolution.AVERAGE}, (5.0 + 10.0 + 20.0) / 3),
        ({"resolution": Resolution.GIVEN, "pixel_size": 8.0}, 8.0),
    ],
)
@pytest.mark.parametrize("resampling", [Resampling.BILINEAR, Resampling.CUBIC, Resampling.AVERAGE, Resampling.NEAREST])
def test_pixel_sizes(tmp_path, settings, size, resampling):
    """One for all, edges at its multiples, values where they belong."""
    paths = [
        image(tmp_path, "a.tif", 80, 100, 3.1, 0.2, pixel=5.0),
        image(tmp_path, "b.tif", 40, 50, 0, 30.4),
        image(tmp_path, "c.tif", 30, 30, 2.3, 5, pixel=20.0),
    ]
    result = run(paths, tmp_path / "out", resampling=resampling, **settings)
    for before, after in zip(paths, result.outputs):
        grid, values = describe(after).grid, read(after)[0].astype(float)
        assert grid.pixel_size == pytest.approx((size, size))
        assert np.abs(np.divide(grid.corner, size) - np.rint(np.divide(grid.corner, size))).max() < 1e-4
        valid = values != -9999
        # a nearest pixel lies up to half of one away, south counted twice; GDAL's kernels err by up to 0.07 of one
        own = describe(before).grid.pixel_size[0]
        allowed = 1.5 * max(own, size) + 0.1 if resampling in (Resampling.NEAREST, Resampling.AVERAGE) else 0.2 * size
        inner = binary_erosion(valid, iterations=2)
        assert inner.sum() > 20
        assert np.abs(values - truth(after))[inner].max() < allowed
        west, south, east, north = describe(before).grid.bounds
        area = (east - west) * (north - south) / size**2
        assert valid.sum() == pytest.approx(area, rel=0.2)


def test_another_system(tmp_path):
    """The first image's, or the one that is asked for; ground lies where it lay."""
    one = image(tmp_path, "a.tif", 60, 60)
    other = tmp_path / "b.tif"
    gdal.Warp(str(other), one, dstSRS="EPSG:32613", resampleAlg="near", xRes=10, yRes=10, dstNodata=-9999)
    for first, second, system in ((one, str(other), "32614"), (str(other), one, "32613")):
        result = run([first, second], tmp_path / system)
        assert all(f'"{system}"' in describe(path).crs for path in result.outputs)
    back = run([one, str(other)], tmp_path / "again").outputs[1]
    values, valid = read(back)[0], read(back)[0] != -9999
    # nearest pixels of the way there lie up to 0.75 of a pixel away, both ways, south counted twice
    assert np.abs(values - truth(back))[valid].max() < 3 * PIXEL
    assert abs((values - truth(back))[valid].mean()) < 0.1 * PIXEL
    world = run([one], tmp_path / "world", target_crs="EPSG:3857").outputs[0]
    assert "3857" in describe(world).crs


def test_pixels_of_another_system_do_not_move_all_others(tmp_path):
    """Their size differs by a thousandth here, so the others keep theirs and are copied."""
    paths = [image(tmp_path, "a.tif", 60, 60), image(tmp_path, "b.tif", 60, 60, 20, 30), str(tmp_path / "c.tif")]
    gdal.Warp(paths[2], paths[0], dstSRS="EPSG:32613", resampleAlg="cubic", dstNodata=-9999)
    result = run(paths, tmp_path / "out")
    assert result.copied == 2
    assert describe(result.outputs[2]).grid.pixel_size == (PIXEL, PIXEL)


def test_an_extent_makes_a_stack(tmp_path):
    """All of one size, widened to whole pixels; no data where an image shows nothing."""
    paths = [image(tmp_path, "a.tif", 40, 50), image(tmp_path, "b.tif", 30, 20, 10, 40)]
    extent = CanvasExtent(WEST + 355, NORTH - 305, WEST + 555, NORTH - 45)
    one, two = (read(path)[0] for path in run(paths, tmp_path / "out", target_extent=extent).outputs)
    assert one.shape == two.shape == (27, 21)
    assert np.array_equal(one[:, :15], plane(27, 15, 4, 35)[0])
    assert (one[:, 15:] == -9999).all()
    assert np.array_equal(two[6:, 5:], plane(21, 16, 10, 40)[0])
    assert (two[:6] == -9999).all() and (two[:, :5] == -9999).all()


@pytest.mark.parametrize("kind", ["nodata", "mask", "alpha"])
@pytest.mark.parametrize("resampling", list(Resampling))
def test_holes_stay_holes(tmp_path, kind, resampling):
    """Resampled by half a pixel, no valid pixel has its centre in a hole, and none is made of what is in there."""
    values = np.full((2 if kind == "alpha" else 1, 40, 40), 100, np.uint8)
    hole = np.s_[10:20, 12:30]
    values[0][hole] = 0 if kind == "nodata" else 255
    options = {"nodata": 0} if kind == "nodata" else {}
    if kind == "alpha":
        values[1] = 255
        values[1][hole] = 0
        options["interpretation"] = (gdal.GCI_GrayIndex, gdal.GCI_AlphaBand)
    if kind == "mask":
        options["mask"] = np.ones((40, 40), bool)
        options["mask"][hole] = False
    path = write(tmp_path / "a.tif", values, 0.5, 0.5, **options)
    (result,) = run([path], tmp_path / "out", resampling=resampling).outputs
    found, valid = read(result)[0], masks(result)[0]
    assert valid[2:10, 2:39].all() and not valid[11:19, 13:29].any()
    assert (found[valid] == 100).all()


def test_the_way_of_working_changes_nothing(tmp_path):
    paths = [image(tmp_path, "a.tif", 300, 400, 0.4, 0.2), image(tmp_path, "b.tif", 350, 260, 90.7, 100.1)]
    plain = [read(path) for path in run(paths, tmp_path / "plain").outputs]
    ways = {
        "small": {"execution": ExecutionSettings(window_size=64, threads=1)},
        "budget": {"execution": ExecutionSettings(memory_budget=64, threads=2)},
        "cog": {"format": OutputFormat.COG},
        "overviews": {"overviews": True},
    }
    for name, way in ways.items():
        for one, two in zip(plain, run(paths, tmp_path / name, **way).outputs):
            assert np.array_equal(one, read(two)), name
    for one, two in zip(plain, reversed(run(paths[::-1], tmp_path / "turned").outputs)):
        assert np.array_equal(one, read(two))


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"pixel_size": 3.0}, ["PIXEL_SIZE", "RESOLUTION given"]),
        ({"resolution": Resolution.GIVEN}, ["PIXEL_SIZE", "above 0"]),
        ({"resolution": Resolution.GIVEN, "pixel_size": 0.0}, ["PIXEL_SIZE", "above 0"]),
        ({"resolution": Resolution.GIVEN, "pixel_size": 1e-9}, ["PIXEL_SIZE", "larger"]),
        ({"target_crs": "nonsense"}, ["TARGET_CRS", "EPSG"]),
        ({"target_extent": CanvasExtent(5, 5, 1, 1)}, ["TARGET_EXTENT", "area"]),
        ({"target_extent": CanvasExtent(0, 0, 100, 100)}, ["TARGET_EXTENT", 'beside "a"']),
    ],
)
def test_what_does_not_fit_is_refused(tmp_path, settings, words):
    """In one sentence, before anything is written."""
    path = image(tmp_path, "a.tif", 40, 50)
    with pytest.raises(Problems) as refused:
        run([path], tmp_path / "out", **settings)
    assert all(word in str(refused.value) for word in words), str(refused.value)
    assert not (tmp_path / "out").exists()


def test_images_without_a_system(tmp_path):
    """All without one share a plane; a system for them is refused, and so is a mixture."""
    paths = [image(tmp_path, f"{n}.tif", 20, 20, 0.3 + 0.5 * n, epsg=None) for n in range(2)]
    assert run(paths, tmp_path / "out").copied == 0
    with pytest.raises(Problems, match="TARGET_CRS"):
        run(paths, tmp_path / "world", target_crs="EPSG:3857")
    with pytest.raises(Problems):
        run([paths[0], image(tmp_path, "c.tif", 20, 20)], tmp_path / "mixed")


def test_results_without_a_valid_pixel_are_warned_of(tmp_path):
    """An image smaller than a pixel of the grid; means are there of one that reaches into several."""
    small = write(tmp_path / "small.tif", np.full((1, 6, 6), 20, np.uint8), 2, 2, nodata=0)
    for resampling, size, warned in (("cubic", 1000.0, True), ("average", 40.0, False)):
        recorder, grid = Recorder(), ev.GridSettings(resampling=resampling, resolution="given", pixel_size=size)
        ev.align_grids([small], tmp_path / "out", settings=grid, progress=recorder)
        assert any('"small" is valid on the grid' in text for text in recorder.warnings) is warned
