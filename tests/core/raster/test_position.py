"""Where an image's pixels lie on the canvas."""

from __future__ import annotations

import numpy as np
import pytest
from made_scenes import NORTH, PIXEL, WEST, write
from osgeo import osr

from evenlight.core.raster.canvas import make_canvas
from evenlight.core.raster.image import describe
from evenlight.core.raster.position import PixelPositions
from evenlight.core.raster.window import Window

ONES = np.ones((1, 90, 120), np.uint8)


def test_parallel_images_have_one_coordinate_per_row_and_column(tmp_path):
    """A window in the middle: centres, not corners."""
    image = describe(write(tmp_path / "a.tif", ONES))
    x, y = PixelPositions(image, make_canvas([image])).of(Window(3, 5, 2, 4))
    assert x.tolist() == [WEST + 3.5 * PIXEL, WEST + 4.5 * PIXEL]
    assert y.tolist() == [NORTH - (5.5 + n) * PIXEL for n in range(4)]


def test_rotated_images_have_coordinates_for_every_pixel(tmp_path):
    """The geotransform itself, applied to centres."""
    geotransform = (WEST, 8.0, 6.0, NORTH, 6.0, -8.0)
    image = describe(write(tmp_path / "a.tif", ONES, geotransform=geotransform))
    x, y = PixelPositions(image, make_canvas([image])).of(Window(10, 20, 3, 2))
    assert x.shape == y.shape == (2, 3)
    assert x[1, 2] == pytest.approx(WEST + 8 * 12.5 + 6 * 21.5)
    assert y[1, 2] == pytest.approx(NORTH + 6 * 12.5 - 8 * 21.5)


def test_another_system_is_met_within_a_tenth_of_a_pixel(tmp_path):
    """Zone 15 seen from zone 14, against a transformation of every centre."""
    home = describe(write(tmp_path / "a.tif", ONES))
    away = describe(write(tmp_path / "b.tif", ONES, geotransform=(44000.0, 10, 0, 5215000.0, 0, -10), epsg=32615))
    canvas = make_canvas([home, home, away])
    x, y = PixelPositions(away, canvas).of(Window(7, 3, 100, 80))
    source, target = (osr.SpatialReference(image.crs) for image in (away, home))
    for system in (source, target):
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    transform = osr.CoordinateTransformation(source, target)
    for row, column in [(0, 0), (41, 17), (79, 99), (13, 70)]:
        true_x, true_y, _ = transform.TransformPoint(44000 + 10 * (7.5 + column), 5215000 - 10 * (3.5 + row))
        assert x[row, column] == pytest.approx(true_x, abs=1.0)
        assert y[row, column] == pytest.approx(true_y, abs=1.0)
