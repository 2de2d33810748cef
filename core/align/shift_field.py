"""The shift that an image got, as a coarse raster."""

from __future__ import annotations

import math

import numpy as np
from osgeo import gdal
from scipy.interpolate import RBFInterpolator

from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.source import Pixels, Source
from ..raster.window import Window
from .pair import Mesh
from .placement import Placement

SUFFIX = "_Shifts"
"""After an image's name, in that of its raster."""
CELLS = 128
"""Along the longer side of an image at most."""
NAMES = ("columns", "rows", "length")


def moved_places(placement: Placement, places: np.ndarray) -> np.ndarray:
    """Where map coordinates (n, 2) of an image belong, (n, 2); a warp is the thin plate spline through its points."""
    if placement is None:
        return places
    if isinstance(placement, Mesh):
        steps = RBFInterpolator(placement.places, placement.belongs - placement.places, kernel="thin_plate_spline")
        return places + steps(places)
    return placement.moved(places)


class ShiftField(Source):
    """Columns and rows by which the ground that an image shows is moved, and both together, in its pixels.

    Of every cell's middle; 0 where the image is passed on as it is.
    """

    names = NAMES
    moved = True

    def __init__(self, image: Image, placement: Placement):
        side = math.ceil(max(image.width, image.height) / CELLS)
        x, dx, rx, y, ry, dy = image.geotransform
        size = -(-image.width // side), -(-image.height // side)
        cells = Grid(image.crs, (x, side * dx, side * rx, y, side * ry, side * dy), *size)
        self.image = image.on_grid(cells).with_values(gdal.GDT_Float32, math.nan, len(NAMES))
        self._linear = image.grid.matrix[:2, :2]
        self._placement = placement

    def most_pixels(self, memory: float) -> float:
        """See `Source`: places, steps and values."""
        return memory / 100.0

    def read(self, window: Window) -> Pixels:
        """See `Source`."""
        rows, columns = np.mgrid[window.slices] + 0.5
        places = self.image.grid.map_of(np.column_stack([columns.ravel(), rows.ravel()]))
        steps = np.linalg.solve(self._linear, (moved_places(self._placement, places) - places).T)
        values = np.stack([*steps, np.hypot(*steps)]).reshape(len(NAMES), *window.shape).astype(np.float32)
        return Pixels(values, np.ones(values.shape, bool))
