"""Images resampled onto another grid by GDAL's warper, as virtual rasters that are read window by window.

GDAL's warper takes grids that are north-up, so wherever no coordinate system changes, it works in the columns and rows
of the result (the plane): that holds for rotated grids too, and keeps its precision far from the origin of map
coordinates.  Onto a rotated grid in another system the image is placed by control points.
"""

from __future__ import annotations

import weakref
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from .dataset import answer
from .grid import Grid
from .hidden import source_to_warp
from .image import Image
from .reference_system import same_crs, through, transformation

EXACT = 0.005
"""Pixels by which GDAL's positions may differ from the true ones."""

SNAPPED = 2.0**-20
"""Pixels to which corners of images are known: coordinates far from their origin tell no more."""

COARSER = 0.95
"""Pixels of a result per pixel of its image from which it counts as a coarser grid."""

LATTICE = 24
"""Points along a side of an image by which GDAL learns a projective way: splines through them come within 0.01
pixels."""


class ControlPoints(NamedTuple):
    """Where an image truly lies, by points; between and around them it goes on smoothly."""

    positions: np.ndarray
    """(n, 2) columns and rows."""
    places: np.ndarray
    """(n, 2) map coordinates in the image's own system."""


def lattice(image: Image) -> np.ndarray:
    """Positions (n, 2) over an image and two steps beyond it, where splines are less exact."""
    steps = np.arange(-2, LATTICE + 2) / (LATTICE - 1)
    return np.stack(np.meshgrid(steps, steps), axis=-1).reshape(-1, 2) * (image.width, image.height)


def warped(
    image: Image, grid: Grid, resampling: str, gdal_type: int, control: ControlPoints | None
) -> list[gdal.Dataset]:
    """The measuring bands on a grid, of a floating type, NaN where nothing is shown; then what that reads, or None.

    ``resampling`` is GDAL's word.  Raises `DamagedRasterError` or `ReferenceSystemError`.
    """
    original, kept, nodata = source_to_warp(image, gdal_type)
    virtual = kept is not None
    numbers = range(1, len(image.bands) + 1) if virtual else image.bands
    source, target = to_warp(image, original, numbers, grid, control)
    across, down = _scale(Positions(image.path, source, target.crs), image, target)
    by_points = bool(source.GetGCPCount())
    if resampling == "lanczos" and min(across, down) < COARSER:
        # onto coarser grids GDAL's lanczos takes the nearest pixel's position, up to half a pixel away
        resampling = "cubic"
    settings = gdal.WarpOptions(
        # it would add the difference of two vertical systems to values of one band
        options=["-novshift"],
        format="VRT",
        dstSRS=target.crs or None,
        outputBounds=target.bounds,
        width=target.width,
        height=target.height,
        resampleAlg=resampling,
        outputType=gdal_type,
        workingType=gdal_type,
        srcNodata=nodata,
        dstNodata="nan",
        # without the scales every piece of the result would have a kernel of its own
        warpOptions=["UNIFIED_SRC_NODATA=NO", f"XSCALE={across!r}", f"YSCALE={down!r}"],
        tps=by_points,
        errorThreshold=EXACT if by_points or target.crs else 0.0,
    )
    result = answer(image.path, lambda: gdal.Warp("", source, options=settings))
    if kept:
        weakref.finalize(result, gdal.Unlink, kept).atexit = False
    return [result, None if virtual else original]


def to_warp(
    image: Image, original: gdal.Dataset, bands: Sequence[int], grid: Grid, control: ControlPoints | None
) -> tuple[gdal.Dataset, Grid]:
    """A raster of the image, the ``bands`` of ``original``, and the grid, as GDAL's warper takes them.

    Raises `DamagedRasterError` or `ReferenceSystemError`.
    """
    target, crs, to_target = grid, image.crs, np.eye(3)
    one_system = same_crs(image.crs, grid.crs) or not image.crs or not grid.crs
    if one_system or not grid.is_north_up:
        # GDAL takes a raster whose corner is (0, 0), with pixels of 1, for one without a place
        away = 2.0 * (image.width + image.height + grid.width + grid.height)
        target, crs = Grid("", (away, 1.0, 0.0, -away, 0.0, -1.0), grid.width, grid.height), ""
        to_target = target.matrix @ np.linalg.inv(grid.matrix)
    if not (one_system or grid.is_north_up):
        positions, places = control or ControlPoints(lattice(image), image.grid.map_of(lattice(image)))
        places = through(transformation(image.crs, grid.crs, image.path), places)
        there = np.isfinite(places).all(axis=1)
        control = ControlPoints(positions[there], places[there])
    # the warper is given what hides; unchanged, GDAL would copy a virtual raster's text with names of its folder
    options = {"format": "VRT", "noData": "none", "bandList": list(bands)}
    source = answer(image.path, lambda: gdal.Translate("", original, **options))
    source.SetProjection(crs)
    source.SetGCPs([], "")
    # one band alone may be the opacity of others
    source.GetRasterBand(1).SetColorInterpretation(gdal.GCI_Undefined)
    if control is None:
        source.SetGeoTransform(_geotransform_in(target, image.grid, grid) if one_system else image.grid.geotransform)
    else:
        places = control.places @ to_target[:2, :2].T + to_target[:2, 2]
        ends = zip(control.positions.tolist(), places.tolist())
        source.SetGCPs([gdal.GCP(x, y, 0.0, column, row) for (column, row), (x, y) in ends], crs)
    return source, target


def _geotransform_in(plane: Grid, image: Grid, grid: Grid) -> tuple[float, ...]:
    """An image's geotransform in a plane whose pixels are those of a grid.

    Corners of pixels that lie on each other do so to the last bit: a mean would count what it touches by a hair.
    """
    linear = np.linalg.solve(grid.matrix[:2, :2], image.matrix[:2, :2])
    # of the grid, in pixels of the image
    corner = np.linalg.solve(image.matrix[:2, :2], grid.matrix[:2, 2] - image.matrix[:2, 2])
    x, y = -linear @ (np.round(corner / SNAPPED) * SNAPPED)
    across, down = plane.matrix[:2, :2].diagonal()
    left, top = plane.corner
    (dx, rx), (ry, dy) = linear
    return left + across * x, across * dx, across * rx, top + down * y, down * ry, down * dy


def _scale(positions: Positions, image: Image, target: Grid) -> tuple[float, float]:
    """Pixels of the target per pixel of the image, along the target's rows and columns, at the image's middle.

    Nearly one is one: less would make GDAL's kernels wider.
    """
    there = positions.of(image.grid.middle_pixel)
    if len(there) < 3:
        return 1.0, 1.0
    cells = target.positions_of(there)
    steps = np.linalg.inv((cells[1:] - cells[0]).T)
    across, down = (1.0 if COARSER < 1.0 / step < 1.0 else float(1.0 / step) for step in np.hypot(*steps))
    return across, down


class Positions:
    """Where pixel positions of a raster that knows its place lie in a coordinate system."""

    def __init__(self, path: str, source: gdal.Dataset, crs: str):
        """``crs``: WKT, empty for that of the raster.  Raises `DamagedRasterError`."""
        self._path = path
        options = ["METHOD=GCP_TPS"] if source.GetGCPCount() else []
        # a way beyond the source's own system needs the system's name
        options += [f"DST_SRS={crs}"] if crs else []
        self._way = answer(path, lambda: gdal.Transformer(source, None, options))

    def of(self, points: np.ndarray) -> np.ndarray:
        """Coordinates (n, 2) of positions (n, 2); those that lie nowhere are left out."""
        found, fine = answer(self._path, lambda: self._way.TransformPoints(0, list(map(tuple, points.tolist()))))
        kept = [point[:2] for point, good in zip(found, fine) if good]
        return np.array(kept, dtype=np.float64).reshape(-1, 2)
