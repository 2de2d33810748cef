"""Where an image's pixels lie on the canvas."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from made_scenes import NORTH, PIXEL, WEST, write
from osgeo import osr

from evenlight.core.raster.canvas import make_canvas
from evenlight.core.raster.grid import Grid, PixelPositions
from evenlight.core.raster.image import describe
from evenlight.core.raster.window import Window

ONES = np.ones((1, 90, 120), np.uint8)


def test_parallel_images_have_one_coordinate_per_row_and_column(tmp_path):
    """A window in the middle: centres, not corners."""
    image = describe(write(tmp_path / "a.tif", ONES))
    x, y = PixelPositions(image.grid, make_canvas([image]), image.path).of(Window(3, 5, 2, 4))
    assert x.tolist() == [WEST + 3.5 * PIXEL, WEST + 4.5 * PIXEL]
    assert y.tolist() == [NORTH - (5.5 + n) * PIXEL for n in range(4)]


def test_rotated_images_have_coordinates_for_every_pixel(tmp_path):
    """The geotransform itself, applied to centres."""
    geotransform = (WEST, 8.0, 6.0, NORTH, 6.0, -8.0)
    image = describe(write(tmp_path / "a.tif", ONES, geotransform=geotransform))
    x, y = PixelPositions(image.grid, make_canvas([image]), image.path).of(Window(10, 20, 3, 2))
    assert x.shape == y.shape == (2, 3)
    assert x[1, 2] == pytest.approx(WEST + 8 * 12.5 + 6 * 21.5)
    assert y[1, 2] == pytest.approx(NORTH + 6 * 12.5 - 8 * 21.5)


def test_another_system_is_met_within_a_tenth_of_a_pixel(tmp_path):
    """Zone 15 seen from zone 14, against a transformation of every centre."""
    home = describe(write(tmp_path / "a.tif", ONES))
    away = describe(write(tmp_path / "b.tif", ONES, geotransform=(44000.0, 10, 0, 5215000.0, 0, -10), epsg=32615))
    canvas = make_canvas([home, home, away])
    x, y = PixelPositions(away.grid, canvas, away.path).of(Window(7, 3, 100, 80))
    source, target = (osr.SpatialReference(image.crs) for image in (away, home))
    for system in (source, target):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    transform = osr.CoordinateTransformation(source, target)
    for row, column in [(0, 0), (41, 17), (79, 99), (13, 70)]:
        true_x, true_y, _ = transform.TransformPoint(44000 + 10 * (7.5 + column), 5215000 - 10 * (3.5 + row))
        assert x[row, column] == pytest.approx(true_x, abs=1.0)
        assert y[row, column] == pytest.approx(true_y, abs=1.0)


TURNED = Grid("", (500000.0, 8.0, 6.0, 5200000.0, 6.0, -8.0), 200, 100)
UPRIGHT = Grid("", (500000.0, 10.0, 0.0, 5200000.0, 0.0, -10.0), 200, 100)


@pytest.mark.parametrize("grid", [UPRIGHT, TURNED])
def test_a_part_of_a_grid_has_its_pixels(grid):
    part = grid.part(Window(7, -3, 20, 10))
    window, beside = part.window_on(grid)
    assert window == (7, -3, 20, 10)
    assert beside == pytest.approx((0.0, 0.0), abs=1e-9)
    assert part.has_pixels_of(grid)
    assert grid.is_same(grid.part(grid.window))
    assert not part.is_same(grid)


@pytest.mark.parametrize("grid", [UPRIGHT, TURNED])
@pytest.mark.parametrize(("shift", "same"), [(0.0, True), (0.04, True), (0.06, False), (0.5, False), (1.0, False)])
def test_one_tolerance_says_which_grids_are_one(grid, shift, same):
    """A shift leaves grids aligned; whole pixels of it leave their pixels."""
    x, dx, rx, y, ry, dy = grid.geotransform
    other = replace(grid, geotransform=(x + shift * dx, dx, rx, y + shift * ry, ry, dy))
    assert grid.is_aligned(other)
    assert grid.is_same(other) is same
    assert grid.has_pixels_of(other) is (same or shift == 1.0)


@pytest.mark.parametrize(("drift", "aligned"), [(0.04, True), (0.06, False)])
def test_drift_counts_over_the_whole_raster(drift, aligned):
    """Of 200 columns, the last one."""
    wider = replace(UPRIGHT, geotransform=(500000.0, 10.0 * (1 + drift / 200), 0.0, 5200000.0, 0.0, -10.0))
    turned = replace(UPRIGHT, geotransform=(500000.0, 10.0, 0.0, 5200000.0, 10.0 * drift / 200, -10.0))
    assert wider.is_aligned(UPRIGHT) is turned.is_aligned(UPRIGHT) is aligned
    assert not replace(UPRIGHT, geotransform=(500000.0, 10.0, 0.0, 5200000.0, 0.0, 10.0)).is_aligned(UPRIGHT)


def test_bounds_and_windows_are_each_others_way_back():
    window = Window(11, 5, 40, 30)
    assert UPRIGHT.window_of(UPRIGHT.part(window).bounds) == window
    assert TURNED.pixel_size == (10.0, 10.0)
    assert TURNED.bounds == (500000.0, 5199200.0, 502200.0, 5201200.0)
