"""One reader onto other grids: what is there already is copied, the rest resampled once, by one rule of validity."""

from __future__ import annotations

import pickle
from dataclasses import replace

import numpy as np
import pytest
from made_scenes import PIXEL, write
from open_files import open_files
from osgeo import gdal

from evenlight.core.radiometry.apply import Corrected
from evenlight.core.radiometry.light_field import LightField, Placement
from evenlight.core.raster.grid import Grid
from evenlight.core.raster.image import describe
from evenlight.core.raster.on_grid import AVERAGE, NEAREST, OnGrid, resampling_onto
from evenlight.core.raster.reference_system import spatial_reference, through, transformation
from evenlight.core.raster.source import FileSource, Handles
from evenlight.core.raster.window import Window

ROWS, COLUMNS = 40, 50
SMOOTH = ("bilinear", "cubic", "lanczos")


def made(folder, dtype="uint16", **options):
    """An image of two bands with a hole, and its pixels."""
    values = np.random.default_rng(2).integers(100, 900, (2, ROWS, COLUMNS)).astype(dtype)
    values[:, 10:20, 12:30] = 0
    return describe(write(folder / "a.tif", values, nodata=0, **options)), values


def shifted(image, columns, rows, width=COLUMNS, height=ROWS):
    """The image's grid from another corner on, which may lie between pixels."""
    x, dx, rx, y, ry, dy = image.geotransform
    corner = x + columns * dx, y + rows * dy
    return replace(image.grid, geotransform=(corner[0], dx, rx, corner[1], ry, dy), width=width, height=height)


@pytest.mark.parametrize("resampling", [NEAREST, *SMOOTH])
@pytest.mark.parametrize("beside", [0.0, 0.03])
def test_what_lies_on_the_grid_is_copied(tmp_path, resampling, beside):
    """Bit by bit in its own type, with nothing valid around it."""
    image, values = made(tmp_path)
    source = OnGrid(FileSource(image), shifted(image, -5 + beside, 3, 70, 60), resampling)
    assert source.exact and source.moved and source.dtype == np.uint16
    assert not OnGrid(FileSource(image), image.grid, resampling).moved
    pixels = source.read(source.image.grid.window)
    inside = np.s_[:, : ROWS - 3, 5 : 5 + COLUMNS]
    assert np.array_equal(pixels.values[inside], values[:, 3:])
    assert np.array_equal(pixels.valid[inside], values[:, 3:] != 0)
    assert pixels.valid.sum() == (values[:, 3:] != 0).sum()
    assert np.array_equal(source.read(Window(7, 2, 9, 8)).values, values[:, 5:13, 2:11])


def test_opacity_is_copied_too(tmp_path):
    values = np.random.default_rng(2).integers(0, 256, (2, ROWS, COLUMNS)).astype(np.uint8)
    kinds = gdal.GCI_GrayIndex, gdal.GCI_AlphaBand
    image = describe(write(tmp_path / "a.tif", values, interpretation=kinds))
    pixels = OnGrid(FileSource(image), shifted(image, -5, 3, 70, 60), "cubic").read(Window(0, 0, 70, 60))
    assert np.array_equal(pixels.alpha[: ROWS - 3, 5 : 5 + COLUMNS], values[1, 3:])
    assert np.array_equal(pixels.alpha > 0, pixels.valid[0])


def test_a_part_of_a_pixel_is_interpolated_or_told(tmp_path):
    """The nearest pixel of a grid beside it is the pixel itself, so many pixels away."""
    image, values = made(tmp_path)
    grid = shifted(image, 0.4, -0.3)
    nearest, smooth = (OnGrid(FileSource(image), grid, resampling) for resampling in (NEAREST, "cubic"))
    assert nearest.exact and not smooth.exact
    assert nearest.offset == pytest.approx((-0.4, 0.3)) and smooth.offset == (0.0, 0.0)
    assert np.array_equal(nearest.read(grid.window).values, values)


@pytest.mark.parametrize("resampling", SMOOTH)
@pytest.mark.parametrize("turn", [0.0, 0.1])
def test_valid_is_what_falls_on_a_valid_pixel(tmp_path, resampling, turn):
    """Whatever the interpolation, it does not grow over the hole or the edges."""
    image, values = made(tmp_path)
    grid = shifted(image, -4.3, -6.4, 60, 55)
    x, dx, _, y, _, dy = grid.geotransform
    grid = replace(grid, geotransform=(x, dx, turn * dx, y, -turn * dy, dy))
    pixels = OnGrid(FileSource(image), grid, resampling).read(grid.window)
    rows, columns = np.indices((55, 60)) + 0.5
    at = np.floor(image.grid.positions_of(grid.map_of(np.column_stack([columns.ravel(), rows.ravel()])))).astype(int)
    inside = ((at >= 0) & (at < (COLUMNS, ROWS))).all(axis=1)
    expected = np.zeros((2, len(at)), bool)
    expected[:, inside] = values[:, at[inside, 1], at[inside, 0]] != 0
    assert np.array_equal(pixels.valid.reshape(2, -1), expected)
    assert not pixels.values[~pixels.valid].any()


def test_finer_pixels_are_averaged_whichever_way_they_lie(tmp_path):
    """By the size of their pixels, not by the rectangle around them; in another system too."""
    image, _ = made(tmp_path)
    x, y = image.grid.corner
    half = PIXEL / 2 * np.sqrt(0.5)
    turned = image.on_grid(replace(image.grid, geotransform=(x, half, half, y, half, -half)))
    other = str(tmp_path / "other.tif")
    gdal.Warp(other, image.path, dstSRS="EPSG:32613", xRes=PIXEL / 2, yRes=PIXEL / 2)
    assert resampling_onto(turned, image.grid, NEAREST) == AVERAGE
    assert resampling_onto(describe(other), image.grid, "cubic") == AVERAGE
    assert resampling_onto(image, turned.grid, "cubic") == "cubic"


def test_a_copy_on_a_worker_reads_the_same(tmp_path):
    image, _ = made(tmp_path)
    source = OnGrid(FileSource(image), shifted(image, 0.5, 0.5), "cubic")
    before = source.read(source.image.grid.window)
    after = pickle.loads(pickle.dumps(source)).read(source.image.grid.window)
    assert np.array_equal(before.values, after.values) and np.array_equal(before.valid, after.valid)


def test_corrections_apply_where_the_resampled_pixels_lie(tmp_path):
    """A field over the image divides each resampled pixel by what it is at that pixel's place on the map."""
    image, _ = made(tmp_path, "float32")
    grid = shifted(image, 3.3, 2.2, 30, 20)
    field = LightField(np.array([[0.2, -0.1, 0.3, 0.1, 0.2]] * 2), Placement.of_image(image, image.grid))
    plain = OnGrid(FileSource(image), grid, "cubic")
    found = Corrected(plain, [field], image.grid, np.dtype(np.float64)).read(grid.window)
    rows, columns = np.indices((20, 30)) + 0.5
    places = grid.map_of(np.column_stack([columns.ravel(), rows.ravel()])).T.reshape(2, 20, 30)
    before = plain.read(grid.window)
    expected = before.values / field.at(*places)
    assert found.values[found.valid] == pytest.approx(expected[before.valid], rel=1e-6)
    assert np.array_equal(found.valid, before.valid)


def test_files_behind_what_hides_pixels_are_let_go_of(tmp_path):
    """GDAL would keep their blocks as long as the virtual raster before them is open."""
    image, _ = made(tmp_path)
    handles = Handles()
    source = OnGrid(FileSource(image.with_nodata(500.0), handles), shifted(image, 0.5, 0.5), "cubic")
    source.measured(source.window)
    assert image.path in open_files()
    handles.release_cache()
    assert image.path not in open_files()


@pytest.mark.parametrize("size", [(150, 390), (333, 171), (260, 201)])
def test_an_image_in_another_system_is_covered_to_its_corners(tmp_path, size):
    """What GDAL suggests for it has whole pixels, and none for the last half."""
    image = describe(write(tmp_path / "a.tif", np.ones((1, *size), np.uint8)))
    warped = gdal.AutoCreateWarpedVRT(gdal.Open(image.path), None, spatial_reference("EPSG:32615").ExportToWkt())
    x, dx, _, y, _, dy = warped.GetGeoTransform()
    for step in np.linspace(2.0, 3.0, 7):
        grid = Grid(warped.GetProjection(), (x - step * dx, dx, 0.0, y - step * dy, 0.0, dy), 420, 420)
        _, valid = OnGrid(FileSource(image), grid, "cubic").measured(grid.window)
        rows, columns = np.indices(valid[0].shape) + 0.5
        places = grid.map_of(np.stack([columns, rows], -1).reshape(-1, 2))
        places = through(transformation(grid.crs, image.crs, "a"), places)
        at = image.grid.positions_of(places).reshape(*valid[0].shape, 2)
        # GDAL's positions are right to 0.005
        inside = np.minimum(at, (image.width, image.height) - at).min(axis=-1)
        assert valid[0][inside > 0.01].all() and not valid[0][inside < -0.01].any()


@pytest.mark.parametrize("pixel, corner, phase", [(0.2, 412345.6, 1), (0.1, 412345.6, 0), (1.0, 500000.0, 2)])
def test_means_are_of_what_a_pixel_covers_and_of_nothing_beside_it(tmp_path, pixel, corner, phase):
    """Holes whose borders lie on those of the coarser pixels stay; what is covered in part at the edge is there."""
    rng = np.random.default_rng(7)
    values = rng.integers(50, 200, (1, 120, 150)).astype(np.uint8)
    for row, column in rng.integers(0, 100, (40, 2)):
        values[:, row:row + 9, column:column + 14] = 0
    path = write(tmp_path / "fine.tif", values, nodata=0, geotransform=(corner, pixel, 0, 5432100.3, 0, -pixel))
    around = np.zeros((126, 156), np.uint8)
    around[phase:phase + 120, phase:phase + 150] = values[0]
    covered = (around > 0).reshape(42, 3, 52, 3).any(axis=(1, 3))
    west, north = corner - phase * pixel, 5432100.3 + phase * pixel
    grid = Grid(describe(path).crs, (west, 3 * pixel, 0.0, north, 0.0, -3 * pixel), 52, 42)
    source = OnGrid(FileSource(describe(path)), grid, "average")
    _, valid = source.measured(grid.window)
    assert np.array_equal(valid[0], covered)
