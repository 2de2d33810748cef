"""Where an aligned image lies, and on which grid its pixels are written.

GDAL's warper takes grids that are north-up, so wherever no coordinate system changes, it works in
the columns and rows of the result (the plane): that holds for rotated grids too, and keeps its
precision far from the origin of map coordinates.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import NamedTuple, Union

import numpy as np
from osgeo import gdal

from ..raster.grid import Grid
from ..raster.hidden import source_to_warp, translated
from ..raster.image import Image, open_image
from ..raster.reference_system import same_crs, without_heights
from ..raster.warping import EXACT, Positions, keep_until_closed, warped
from ..raster.window import Window
from .motion import Motion
from .pair import Mesh

Placement = Union[Motion, Mesh, None]
"""Where an image's ground truly lies, in map coordinates of its own system; None: where the image says."""

EDGE_POINTS = 33
"""Positions along an edge from which the extent of a moved image is found."""

LATTICE = 24
"""Points along a side by which GDAL learns a projective motion: splines through them come within 0.01 pixels."""

COARSER = 0.95
"""Pixels of a result per pixel of its image from which it counts as a coarser grid."""

WHOLE = 1e-3
"""Pixels by which a moved image may reach into another row or column without getting it."""


def placed(image: Image, placement: Placement, common: Grid | None) -> tuple[Image, bool]:
    """The image as its result will be, and whether its pixels must be resampled for that.

    A shift moves the raster as it is; else the result has the image's own grid, as many rows and
    columns of it as the moved image needs, or the ``common`` one.
    """
    unmoved = placement is None or (isinstance(placement, Motion) and placement.is_shift and not any(placement.step))
    if unmoved and (common is None or image.grid.is_same(common)):
        return image if common is None else replace(image, geotransform=common.geotransform), False
    if common is None and isinstance(placement, Motion) and placement.is_shift:
        dx, dy = placement.step
        x, *sizes_x, y, first, second = image.geotransform
        return replace(image, geotransform=(x + dx, *sizes_x, y + dy, first, second)), False
    grid = common or _grown(image, placement)
    # values stay what they are, so heights are those of the image or none
    crs = image.crs if same_crs(image.crs, grid.crs) else without_heights(grid.crs)
    return replace(image.on_grid(grid), crs=crs), True


class Resampled(NamedTuple):
    """An image's measuring bands at their place on a grid, of a floating type; NaN where it shows nothing."""

    dataset: gdal.Dataset
    original: gdal.Dataset
    """What it reads."""

    def release_cache(self) -> None:
        """Give back what GDAL's block cache holds of both."""
        self.dataset.FlushCache()
        self.original.FlushCache()


def resampled(image: Image, placement: Placement, grid: Grid, resampling: str, gdal_type: int) -> Resampled:
    """The image as it is placed, on a grid.

    Raises `DamagedRasterError` or `ReferenceSystemError`.
    """
    same = same_crs(image.crs, grid.crs) or not image.crs or not grid.crs
    target = _plane(image, grid) if same else grid
    to_target = target.matrix @ np.linalg.inv(grid.matrix) if same else np.eye(3)
    original, kept, nodata = source_to_warp(image, gdal_type)
    source = _placed_source(image, original, placement, Motion(to_target), "" if same else image.crs)
    across, down = _scale(Positions(image.path, source, target.crs), image, target)
    linear = same and not source.GetGCPCount()
    if resampling == "lanczos" and min(across, down) < COARSER:
        # onto coarser grids GDAL's lanczos takes the nearest pixel's position, up to half a pixel away
        resampling = "cubic"
    result = warped(
        image.path,
        source,
        target,
        resampling,
        gdal_type,
        srcSRS=None if same else image.crs,
        srcNodata=nodata,
        # without the scales every piece of the result would have a kernel of its own
        warpOptions=["UNIFIED_SRC_NODATA=NO", f"XSCALE={across!r}", f"YSCALE={down!r}"],
        tps=bool(source.GetGCPCount()),
        errorThreshold=0.0 if linear else EXACT,
    )
    keep_until_closed(result, kept)
    return Resampled(result, original)


def _grown(image: Image, placement: Motion | Mesh) -> Grid:
    """The image's own grid with as many rows and columns as hold the moved image."""
    grid = image.grid
    plane = _plane(image, grid)
    to_plane = plane.matrix @ np.linalg.inv(grid.matrix)
    source = _placed_source(image, open_image(image), placement, Motion(to_plane), "")
    reached = Positions(image.path, source, "").of(edges(image.width, image.height))
    found = Motion(np.linalg.inv(plane.matrix)).moved(reached)
    left, top = (math.floor(value + WHOLE) for value in found.min(axis=0))
    right, bottom = (math.ceil(value - WHOLE) for value in found.max(axis=0))
    return grid.part(Window(left, top, max(right - left, 1), max(bottom - top, 1)))


def _plane(image: Image, grid: Grid) -> Grid:
    """A grid's columns and rows as coordinates, rows upwards.

    Its corner is not (0, 0), because GDAL takes a raster whose corner lies there, with pixels of 1,
    for one without a place.
    """
    away = 2.0 * (image.width + image.height + grid.width + grid.height)
    return Grid("", (away, 1.0, 0.0, -away, 0.0, -1.0), grid.width, grid.height)


def _placed_source(
    image: Image, original: gdal.Dataset, placement: Placement, to_target: Motion, crs: str
) -> gdal.Dataset:
    """A raster of the image that lies at its place in the target's coordinates."""
    pixels = Motion(image.grid.matrix)
    moved = Motion.shift(0.0, 0.0) if placement is None else placement
    source = translated(image, original)
    source.SetProjection(crs)
    source.SetGCPs([], "")
    # one band alone may be the opacity of others
    source.GetRasterBand(1).SetColorInterpretation(gdal.GCI_Undefined)
    if isinstance(moved, Motion) and moved.is_affine:
        (dx, rx, x), (ry, dy, y), _ = to_target.after(moved).after(pixels).matrix
        source.SetGeoTransform((x, dx, rx, y, ry, dy))
        return source
    if isinstance(moved, Motion):
        positions = _lattice(image.width, image.height)
        belongs = moved.moved(pixels.moved(positions))
    else:
        positions, belongs = pixels.inverse().moved(moved.places), moved.belongs
    points = [
        gdal.GCP(float(x), float(y), 0.0, float(column), float(row))
        for (column, row), (x, y) in zip(positions, to_target.moved(belongs))
    ]
    source.SetGCPs(points, crs)
    return source


def edges(width: int, height: int) -> np.ndarray:
    """Positions (n, 2) along the edges of a raster."""
    along = np.linspace(0.0, 1.0, EDGE_POINTS)
    ends = np.repeat([0.0, 1.0], EDGE_POINTS)
    there = np.tile(along, 2)
    return np.concatenate([np.column_stack([there, ends]), np.column_stack([ends, there])]) * (width, height)


def _lattice(width: int, height: int) -> np.ndarray:
    """Positions (n, 2) over a raster and two steps beyond it, where splines are less exact."""
    steps = np.arange(-2, LATTICE + 2) / (LATTICE - 1)
    return np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2) * (width, height)


def _scale(positions: Positions, image: Image, target: Grid) -> tuple[float, float]:
    """Pixels of the target per pixel of the image, along the target's rows and columns, at the image's middle.

    Nearly one is one: less would make GDAL's kernels wider.
    """
    middle = np.array([image.width / 2, image.height / 2])
    there = positions.of(middle + np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]))
    cells = Motion(np.linalg.inv(target.matrix)).moved(there)
    steps = np.linalg.inv((cells[1:] - cells[0]).T)
    across, down = (1.0 if COARSER < 1.0 / step < 1.0 else float(1.0 / step) for step in np.hypot(*steps))
    return across, down
