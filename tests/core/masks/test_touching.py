"""Pixels that a polygon touches are those that it shares ground with, and no others."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import ogr

from evenlight.core.masks.polygons import Rasterizer
from evenlight.core.raster.grid import Grid
from evenlight.core.raster.window import Window

SIZE = 20
GRIDS = {
    "plain": (0.0, 1.0, 0.0, 0.0, 0.0, -1.0),
    "ten metres": (500000.0, 10.0, 0.0, 5200000.0, 0.0, -10.0),
    "five centimetres": (500000.03, 0.05, 0.0, 5200000.01, 0.0, -0.05),
    "not exact": (500000.1, 0.3, 0.0, 5200000.3, 0.0, -0.3),
    "turned": (500000.0, 0.6, 0.8, 5200000.0, 0.8, -0.6),
}
SHAPES = {
    "box on pixels' edges": [(4, 4), (10, 4), (10, 15), (4, 15)],
    "the same, the other way round": [(4, 4), (4, 15), (10, 15), (10, 4)],
    "one side inside pixels": [(4.5, 4), (10, 4), (10, 15), (4.5, 15)],
    "L": [(4, 4), (10, 4), (10, 8), (7, 8), (7, 15), (4, 15)],
    "corner to corner": [(10, 4), (16, 10), (10, 16), (4, 10)],
    "slanting": [(4.2, 4.7), (16.1, 6.3), (15, 12), (5, 13.5)],
    "within a pixel": [(4.2, 4.2), (4.4, 4.2), (4.4, 4.3)],
    "thin": [(1, 2.1), (18, 2.2), (18, 2.3)],
    "beyond the window": [(-5, -5), (40, 3), (12, 30)],
}


def polygon(corners):
    """Through (column, row) or map coordinates."""
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in [*corners, corners[0]]:
        ring.AddPoint_2D(float(x), float(y))
    shape = ogr.Geometry(ogr.wkbPolygon)
    shape.AddGeometry(ring)
    return shape


def shared(corners):
    """By the area that each pixel has in common with it."""
    shape, found = polygon(corners), np.zeros((SIZE, SIZE), bool)
    for row, column in np.ndindex(SIZE, SIZE):
        pixel = polygon([(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)])
        found[row, column] = shape.Intersection(pixel).Area() > 1e-6
    return found


@pytest.mark.parametrize("grid", GRIDS)
@pytest.mark.parametrize("shape", SHAPES)
def test_pixels_that_share_ground(shape, grid):
    x, dx, rx, y, ry, dy = GRIDS[grid]
    placed = [(x + column * dx + row * rx, y + column * ry + row * dy) for column, row in SHAPES[shape]]
    rasterizer = Rasterizer([bytes(polygon(placed).ExportToWkb())], "", True)
    wanted = shared(SHAPES[shape])
    assert wanted.any()
    assert np.array_equal(rasterizer.inside(Grid("", GRIDS[grid], SIZE, SIZE), Window(0, 0, SIZE, SIZE)), wanted)
    # the same in any window
    parts = [rasterizer.inside(Grid("", GRIDS[grid], SIZE, SIZE), Window(column, 3, 9, 14)) for column in (0, 9)]
    assert np.array_equal(np.hstack(parts), wanted[3:17, :18])


def test_a_box_on_the_edges_of_pixels_counts_its_own():
    """11 rows of 6, on every grid."""
    assert shared(SHAPES["box on pixels' edges"]).sum() == 66
