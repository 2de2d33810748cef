"""The canvas: the grid that all images share, and its division into blocks and cells.

Block edges divide the canvas equally and may fall inside a pixel; a pixel belongs to the
block that holds its centre.  A cell is a block cut k x k, the unit in which statistics
are kept, so that a block's sums are sums of cell sums.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from osgeo import gdal

from ..errors import MixedReferenceSystemsError, OptionError, ReferenceSystemError
from ..progress import Progress, Silent, heard
from ..settings import CanvasExtent, LocalSettings
from .dataset import quiet_gdal
from .image import Image
from .reference_system import same_crs, transformed_bounds, without_heights
from .window import Window

LARGEST_CELL = 256
SMALLEST_CELL = 16
"""Pixels along a side; a block is never smaller than the smallest cell either."""

WIDE_BLOCK = 48
"""Pixels from which a block has cells of its own: many small cells cost more than the pixels in them."""

SPARSE = 0.5
"""Share of the canvas that groups of images take, under which the ground between them counts for nothing."""

DRIFT = 0.05
"""Pixels by which two grids may drift apart over an image and still count as one."""


@dataclass(frozen=True)
class Canvas:
    """The shared pixel grid: north-up, covering every image."""

    crs: str
    """WKT; empty where the images have none."""
    west: float
    north: float
    pixel_width: float
    pixel_height: float
    """Size of a pixel in map units, positive."""
    width: int
    height: int

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        return (
            self.west,
            self.north - self.height * self.pixel_height,
            self.west + self.width * self.pixel_width,
            self.north,
        )

    def geotransform(self, window: Window) -> tuple[float, ...]:
        """GDAL's six numbers of a window."""
        west, north = self.west + window.column * self.pixel_width, self.north - window.row * self.pixel_height
        return west, self.pixel_width, 0.0, north, 0.0, -self.pixel_height

    def window_of(self, bounds: tuple[float, float, float, float]) -> Window:
        """The pixels nearest to ``bounds``."""
        west, south, east, north = bounds
        column = round((west - self.west) / self.pixel_width)
        row = round((self.north - north) / self.pixel_height)
        right = round((east - self.west) / self.pixel_width)
        bottom = round((self.north - south) / self.pixel_height)
        return Window(column, row, max(right - column, 1), max(bottom - row, 1))


@dataclass(frozen=True)
class Grid:
    """A regular division of a rectangle into rows and columns."""

    bounds: tuple[float, float, float, float]
    """West, south, east, north in the canvas's CRS."""
    rows: int
    columns: int

    @property
    def cell_width(self) -> float:
        """Map units."""
        return (self.bounds[2] - self.bounds[0]) / self.columns

    @property
    def cell_height(self) -> float:
        """Map units."""
        return (self.bounds[3] - self.bounds[1]) / self.rows

    def divided(self, factor: int) -> Grid:
        """Every cell cut ``factor`` x ``factor``."""
        return Grid(self.bounds, self.rows * factor, self.columns * factor)

    def column_start(self, canvas: Canvas, column: int) -> int:
        """First canvas column of a grid column; of the number after the last one, its end."""
        edge = self.bounds[0] + self.cell_width * column
        return _first_centre((edge - canvas.west) / canvas.pixel_width, canvas.width)

    def row_start(self, canvas: Canvas, row: int) -> int:
        """First canvas row of a grid row; of the number after the last one, its end."""
        edge = self.bounds[3] - self.cell_height * row
        return _first_centre((canvas.north - edge) / canvas.pixel_height, canvas.height)


def _first_centre(edge: float, limit: int) -> int:
    """Pixel p, centre p + 0.5, lies at or beyond the edge e from p = ceil(e - 0.5) on."""
    # the small subtrahend keeps an edge that falls on a centre there, whatever its last bits
    return min(max(math.ceil(edge - 0.5 - 1e-7), 0), limit)


class Place(NamedTuple):
    """Where an image lies in a coordinate system, its sides along the axes."""

    west: float
    south: float
    east: float
    north: float
    pixel_width: float
    pixel_height: float


def places_of(images: Sequence[Image], progress: Progress = Silent()) -> tuple[str, list[Place]]:
    """The most frequent coordinate system, and where each image lies in it.

    Raises `MixedReferenceSystemsError`, `ReferenceSystemError` or `Cancelled`.
    """
    nameless = [image.path for image in images if not image.crs]
    if nameless and len(nameless) < len(images):
        raise MixedReferenceSystemsError(nameless)
    crs = _most_frequent_crs(images)
    return crs, [_north_up(image, crs) for image in heard(images, progress)]


def make_canvas(images: Sequence[Image]) -> Canvas:
    """The grid over all images.

    Its CRS is the most frequent one, its pixel the coarsest in that CRS (so that all images
    are compared on one support), its origin that of the north-westernmost image on that grid.
    The order of the images has no influence.  Raises as `places_of`.
    """
    crs, places = places_of(images)
    pixel_width = max(place.pixel_width for place in places)
    pixel_height = max(place.pixel_height for place in places)
    on_grid = [p for p in places if _close(p.pixel_width, pixel_width) and _close(p.pixel_height, pixel_height)]
    anchor = min(on_grid or places, key=lambda place: (-place.north, place.west))
    west, south = min(place.west for place in places), min(place.south for place in places)
    east, north = max(place.east for place in places), max(place.north for place in places)
    first_column = math.floor((west - anchor.west) / pixel_width + DRIFT)
    first_row = math.floor((anchor.north - north) / pixel_height + DRIFT)
    origin = anchor.west + first_column * pixel_width, anchor.north - first_row * pixel_height
    return Canvas(
        crs=crs,
        west=origin[0],
        north=origin[1],
        pixel_width=pixel_width,
        pixel_height=pixel_height,
        width=max(1, math.ceil((east - origin[0]) / pixel_width - DRIFT)),
        height=max(1, math.ceil((origin[1] - south) / pixel_height - DRIFT)),
    )


def on_canvas_grid(image: Image, canvas: Canvas) -> bool:
    """Whether the image's pixels are the canvas's, but for a shift by a part of a pixel.

    Such images are read directly: resampling by a part of a pixel would smooth them, and a
    smoothed image has a smaller standard deviation, hence a wrong gain.
    """
    return (
        not image.rotated
        and same_crs(image.crs, canvas.crs)
        and abs(image.geotransform[1] / canvas.pixel_width - 1) * image.width < DRIFT
        and abs(-image.geotransform[5] / canvas.pixel_height - 1) * image.height < DRIFT
    )


def footprint(image: Image, canvas: Canvas) -> Window:
    """The canvas window that holds the image's raster."""
    window = canvas.window_of(_north_up(image, canvas.crs)[:4])
    return window._replace(width=image.width, height=image.height) if on_canvas_grid(image, canvas) else window


def _close(one: float, other: float) -> bool:
    return abs(one / other - 1) < 1e-6


def _most_frequent_crs(images: Sequence[Image]) -> str:
    counts = Counter(image.crs for image in images)
    return min(counts, key=lambda crs: (-counts[crs], crs))


def _north_up(image: Image, crs: str) -> Place:
    if same_crs(image.crs, crs):
        _, dx, rx, _, ry, dy = image.geotransform
        return Place(*image.bounds, math.hypot(dx, ry), math.hypot(rx, dy))
    place = _warped_place((image.width, image.height), image.geotransform, image.crs, crs)
    if place is None:
        raise ReferenceSystemError(image.path, image.crs, crs)
    return place


@lru_cache(maxsize=100_000)
def _warped_place(size: tuple[int, int], geotransform: tuple[float, ...], source: str, crs: str) -> Place | None:
    """Where a grid lies in another system, as GDAL would warp it; None where it does not.

    Asked several times of every image of a run, so no file is opened for it.
    """
    grid = gdal.GetDriverByName("VRT").Create("", *size, 1)
    grid.SetGeoTransform(geotransform)
    with quiet_gdal():
        try:
            warped = gdal.AutoCreateWarpedVRT(grid, without_heights(source), without_heights(crs))
        except RuntimeError:
            return None
    if warped is None:
        return None
    x, dx, _, y, _, dy = warped.GetGeoTransform()
    return Place(x, y + warped.RasterYSize * dy, x + warped.RasterXSize * dx, y, abs(dx), abs(dy))


def cells_per_block(blocks: Grid, canvas: Canvas) -> int:
    """The k that cuts a block k x k into cells of at most 256 pixels.

    At least 2 in a wide block: figures after a local step take the field as even
    within a cell.  The short side of a long block is not cut into less than 16 pixels.
    """
    sides = blocks.cell_width / canvas.pixel_width, blocks.cell_height / canvas.pixel_height
    finer = 2 if min(sides) >= WIDE_BLOCK else 1
    return min(max(finer, math.ceil(max(sides) / LARGEST_CELL - 1e-9)), max(1, int(min(sides) / SMALLEST_CELL)))


def block_bounds(canvas: Canvas, extent: CanvasExtent | None) -> tuple[float, float, float, float]:
    """The rectangle that blocks divide: the given extent in the canvas's CRS, or the canvas.

    Raises `OptionError` or `ReferenceSystemError`.
    """
    if extent is None:
        return canvas.bounds
    west, south, east, north = extent.west, extent.south, extent.east, extent.north
    west, south, east, north = transformed_bounds(
        (west, south, east, north), extent.crs, canvas.crs, "CANVAS_EXTENT"
    )
    inside = west < canvas.bounds[2] and east > canvas.bounds[0]
    if not (west < east and south < north and inside and south < canvas.north and north > canvas.bounds[1]):
        raise OptionError(
            "CANVAS_EXTENT", f"{west},{east},{south},{north}", "a rectangle that touches the images"
        )
    return west, south, east, north


def block_grid(
    canvas: Canvas,
    bounds: tuple[float, float, float, float],
    images: int,
    settings: LocalSettings,
    covered: float = 1.0,
) -> tuple[Grid, bool]:
    """Blocks over ``bounds`` by the settings' number, or rows and columns.

    ``covered``: the share of the canvas that groups of images take.  Where it is less than
    `SPARSE`, the number of blocks is that of the groups' own ground, so that emptiness between
    them makes no block larger.

    Returns the grid, and whether it has fewer blocks than asked for because none may be
    narrower than 16 pixels.
    """
    width = (bounds[2] - bounds[0]) / canvas.pixel_width
    height = (bounds[3] - bounds[1]) / canvas.pixel_height
    total = settings.blocks * images / (covered if covered < SPARSE and settings.canvas_extent is None else 1.0)
    columns = settings.block_columns or max(1, round(math.sqrt(total * width / height)))
    rows = settings.block_rows or max(1, round(total / columns))
    if settings.block_rows and not settings.block_columns:
        columns = max(1, round(rows * width / height))
    elif settings.block_columns and not settings.block_rows:
        rows = max(1, round(columns * height / width))
    fit_rows = min(rows, max(1, int(height // SMALLEST_CELL)))
    fit_columns = min(columns, max(1, int(width // SMALLEST_CELL)))
    return Grid(bounds, fit_rows, fit_columns), (fit_rows, fit_columns) != (rows, columns)
