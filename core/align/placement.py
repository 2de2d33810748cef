"""Where an aligned image lies, and its pixels there: moved as they are, or resampled once."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Union

from ..raster.grid import Grid
from ..raster.image import Image, open_image
from ..raster.on_grid import GDAL_WORDS, NEAREST, OnGrid, resampling_onto
from ..raster.source import FileSource
from ..raster.warping import ControlPoints, Positions, lattice, to_warp
from ..raster.window import Window
from ..settings import Resampling
from .pair import Mesh
from .transform import Transform

Placement = Union[Transform, Mesh, None]
"""Where an image's ground truly lies, in map coordinates of its own system; None: where the image says."""

WHOLE = 1e-3
"""Pixels by which a moved image may reach into another row or column without getting it."""


def placed_source(
    image: Image, placement: Placement, common: Grid | None, resampling: Resampling, pixel_size: float | None = None
) -> OnGrid:
    """An image at its place, as its result will be.

    A shift moves the raster as it is; else the result has the image's own grid, as many rows and
    columns of it as the moved image needs, or the ``common`` one.  ``pixel_size``: where pixels of another size than
    the grid's own are wanted, in units of its system.
    """
    moved, control = located(image, placement)
    stays = placement is None or (isinstance(placement, Transform) and placement.is_shift)
    grid = common or (moved.grid if stays else _grown(image.grid, moved, control))
    word = GDAL_WORDS[resampling]
    if pixel_size is not None:
        grid = with_pixel_size(grid, pixel_size)
        # interpolation would see only some of many pixels; classes have no mean
        word = word if word == NEAREST else resampling_onto(image, grid, word)
    source = OnGrid(FileSource(moved), grid, word, control, grid.window)
    source.moved |= source.image.geotransform != image.geotransform
    return source


def with_pixel_size(grid: Grid, size: float) -> Grid:
    """The grid's place and directions with square pixels of another size; the last ones may reach beyond it."""
    x, dx, rx, y, ry, dy = grid.geotransform
    across, down = (size / own for own in grid.pixel_size)
    sides = zip((grid.width, grid.height), (across, down))
    columns, rows = (max(1, math.ceil(number / by - WHOLE)) for number, by in sides)
    return Grid(grid.crs, (x, across * dx, down * rx, y, across * ry, down * dy), columns, rows)


def located(image: Image, placement: Placement) -> tuple[Image, ControlPoints | None]:
    """The image where it truly lies: at another place, or by control points."""
    if placement is None:
        return image, None
    if isinstance(placement, Mesh):
        return image, ControlPoints(image.grid.positions_of(placement.places), placement.belongs)
    if not placement.is_affine:
        positions = lattice(image)
        return image, ControlPoints(positions, placement.moved(image.grid.map_of(positions)))
    (dx, rx, x), (ry, dy, y), _ = placement.matrix @ image.grid.matrix
    return image.on_grid(replace(image.grid, geotransform=(x, dx, rx, y, ry, dy))), None


def _grown(grid: Grid, moved: Image, control: ControlPoints | None) -> Grid:
    """A grid with as many rows and columns as hold the moved image."""
    source, plane = to_warp(moved, open_image(moved), moved.bands, grid, control)
    found = plane.positions_of(Positions(moved.path, source, "").of(moved.grid.window.edge))
    left, top = (math.floor(value + WHOLE) for value in found.min(axis=0))
    right, bottom = (math.ceil(value - WHOLE) for value in found.max(axis=0))
    return grid.part(Window(left, top, max(right - left, 1), max(bottom - top, 1)))
