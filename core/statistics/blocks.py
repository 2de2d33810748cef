"""Blocks and cells: the canvas divided into rows and columns.

Block edges divide the canvas equally and may fall inside a pixel; a pixel belongs to the
block that holds its centre.  A cell is a block cut k x k, the unit in which statistics
are kept, so that a block's sums are sums of cell sums.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..errors import EvenlightError, OptionError, ReferenceSystemError
from ..messages import Message
from ..raster.canvas import footprint
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.reference_system import Bounds, transformed_bounds
from ..raster.window import Window
from ..settings import CanvasExtent, LocalSettings
from .overlaps import overlapping_pairs

LARGEST_CELL = 256
SMALLEST_CELL = 16
"""Pixels along a side; a block is never smaller than the smallest cell either."""

WIDE_BLOCK = 48
"""Pixels from which a block has cells of its own: many small cells cost more than the pixels in them."""

FAR_TOO_LARGE, MUCH_LARGER = 1000, 10
"""Times the ground of the images, and of another order of its numbers, from which on a given extent is in doubt."""

SPARSE = 0.5
"""Share of the canvas that groups of images take, under which the ground between them counts for nothing."""

MOST_PAIR_CELLS = 100_000
"""Cells of all pairs together, beyond which the global step's cells grow: a row of sums takes some 100 bytes a band."""

OVERLAP_CELLS, SMALL_CELL = 100, 32
"""Cells that an overlap should have, so that they tell where its ground changed, and the pixels of a side below
which they need not be smaller for that."""

SAMPLED = 4
"""One cell in so many is read when statistics are estimated."""

FEWEST_CELLS = 32
"""Images with no more cells than this are read whole even then."""

Span = tuple[int, int]
"""Half-open."""


class ExtentOrderError(EvenlightError):
    """An extent whose numbers are in another order."""

    def __init__(self, given: Bounds, other: Bounds, times: float):
        read, meant = (
            Message(
                "x {west:.10g} to {east:.10g} and y {south:.10g} to {north:.10g}",
                west=west, east=east, south=south, north=north,
            )
            for west, south, east, north in (given, other)
        )
        super().__init__(Message(
            "CANVAS_EXTENT is read as {read}, {times:.4g} times the ground of the images; with its second and "
            "third number exchanged it is {meant}, which fits them: the order is xmin,xmax,ymin,ymax in QGIS, and "
            "west, south, east, north in Python.",
            read=read, times=times, meant=meant,
        ))


@dataclass(frozen=True)
class BlockGrid:
    """A regular division of a rectangle into rows and columns."""

    bounds: Bounds
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

    @property
    def grid(self) -> Grid:
        """Blocks as pixels, of no coordinate system."""
        west, _, _, north = self.bounds
        return Grid("", (west, self.cell_width, 0.0, north, 0.0, -self.cell_height), self.columns, self.rows)

    def sides(self, canvas: Grid) -> tuple[float, float]:
        """Width and height of a block in pixels."""
        width, height = canvas.pixel_size
        return self.cell_width / width, self.cell_height / height

    def divided(self, factor: int) -> BlockGrid:
        """Every cell cut ``factor`` x ``factor``."""
        return BlockGrid(self.bounds, self.rows * factor, self.columns * factor)

    def column_start(self, canvas: Grid, column: int) -> int:
        """First canvas column of a grid column; of the number after the last one, its end."""
        edge = self.bounds[0] + self.cell_width * column
        return _first_centre((edge - canvas.corner[0]) / canvas.pixel_size[0], canvas.width)

    def row_start(self, canvas: Grid, row: int) -> int:
        """First canvas row of a grid row; of the number after the last one, its end."""
        edge = self.bounds[3] - self.cell_height * row
        return _first_centre((canvas.corner[1] - edge) / canvas.pixel_size[1], canvas.height)


def _first_centre(edge: float, limit: int) -> int:
    """Pixel p, centre p + 0.5, lies at or beyond the edge e from p = ceil(e - 0.5) on."""
    # the small subtrahend keeps an edge that falls on a centre there, whatever its last bits
    return min(max(math.ceil(edge - 0.5 - 1e-7), 0), limit)


class CellBox(NamedTuple):
    """A rectangle of cells."""

    row: int
    column: int
    rows: int
    columns: int

    def within(self, rows: Span, columns: Span) -> tuple[slice, slice]:
        """The part of an array of this box that lies in rows and columns of the whole grid."""
        return (
            slice(max(rows[0] - self.row, 0), max(rows[1] - self.row, 0)),
            slice(max(columns[0] - self.column, 0), max(columns[1] - self.column, 0)),
        )


class Cells:
    """A grid of cells in pixels of the canvas; however far it reaches, only what is asked for is worked out."""

    def __init__(self, grid: BlockGrid, canvas: Grid):
        self.rows, self.columns = grid.rows, grid.columns
        self._grid, self._canvas = grid, canvas
        self._first = round(-grid.bounds[3] / grid.cell_height), round(grid.bounds[0] / grid.cell_width)

    def window(self, rows: Span, columns: Span) -> Window:
        """The canvas window of a rectangle of cells."""
        left, right = (self._grid.column_start(self._canvas, column) for column in columns)
        top, bottom = (self._grid.row_start(self._canvas, row) for row in rows)
        return Window(left, top, right - left, bottom - top)

    def edges(self, rows: Span, columns: Span) -> tuple[np.ndarray, np.ndarray]:
        """Where cells of a rectangle begin on the canvas, and where the last ones end: tops and lefts."""
        tops = [self._grid.row_start(self._canvas, row) for row in range(rows[0], rows[1] + 1)]
        lefts = [self._grid.column_start(self._canvas, column) for column in range(columns[0], columns[1] + 1)]
        return np.array(tops), np.array(lefts)

    def largest(self) -> int:
        """The longest side of any cell in pixels."""
        width, height = self._grid.sides(self._canvas)
        return max(min(math.ceil(width - 1e-6), self._canvas.width), min(math.ceil(height - 1e-6), self._canvas.height))

    def box(self, window: Window) -> CellBox:
        """The cells that a canvas window meets."""
        column, columns = _met(self._column_at, window.column, window.width, self.columns)
        row, rows = _met(self._row_at, window.row, window.height, self.rows)
        return CellBox(row, column, rows, columns)

    def _column_at(self, pixel: int) -> int:
        canvas, grid = self._canvas, self._grid
        near = (canvas.corner[0] + (pixel + 0.5) * canvas.pixel_size[0] - grid.bounds[0]) / grid.cell_width
        return _last(lambda column: grid.column_start(canvas, column) <= pixel, near, grid.columns)

    def _row_at(self, pixel: int) -> int:
        canvas, grid = self._canvas, self._grid
        near = (grid.bounds[3] - canvas.corner[1] + (pixel + 0.5) * canvas.pixel_size[1]) / grid.cell_height
        return _last(lambda row: grid.row_start(canvas, row) <= pixel, near, grid.rows)

    def cuts(self, window: Window) -> tuple[list[int], list[int]]:
        """Where cells begin and end in a window: rows and columns counted from its first pixel."""
        row, column, rows, columns = self.box(window)
        tops = [self._grid.row_start(self._canvas, number) - window.row for number in range(row, row + rows + 1)]
        lefts = [self._grid.column_start(self._canvas, n) - window.column for n in range(column, column + columns + 1)]
        return [min(max(top, 0), window.height) for top in tops], [min(max(left, 0), window.width) for left in lefts]

    def sampled(self, box: CellBox, small: np.ndarray) -> np.ndarray:
        """A lattice of cells fixed to the ground, the same for all images: (rows, columns) bool of a box.

        Images of few cells keep all of theirs: ``small`` (n, 4) are their boxes.
        """
        rows, columns = np.ogrid[box.row:box.row + box.rows, box.column:box.column + box.columns]
        chosen = (columns + self._first[1] + 2 * (rows + self._first[0])) % SAMPLED == 0
        near = small[:, :2] - box[:2]
        far = near + small[:, 2:]
        met = ((near < box[2:]) & (far > 0)).all(axis=1)
        for (row, column), (below, right) in zip(np.maximum(near[met], 0).tolist(), far[met].tolist()):
            chosen[row:below, column:right] = True
        return chosen

    def small(self, windows: Sequence[Window]) -> np.ndarray:
        """The boxes of images with few cells, (n, 4) int."""
        boxes = [box for box in map(self.box, windows) if box.rows * box.columns <= FEWEST_CELLS]
        return np.array(boxes, dtype=np.int64).reshape(-1, 4)


def _last(begins: Callable[[int], bool], near: float, number: int) -> int:
    """The last of so many cells that begins at or before a pixel, about ``near``; -1 where none does."""
    cell = min(max(math.floor(near), -1), number)
    while cell < number and begins(cell + 1):
        cell += 1
    while cell >= 0 and not begins(cell):
        cell -= 1
    return cell


def _met(at: Callable[[int], int], first: int, length: int, number: int) -> tuple[int, int]:
    """The first cell that pixels first .. first + length meet, and how many of ``number`` cells they meet."""
    low = max(at(first), 0)
    return low, max(min(at(first + length - 1), number - 1) - low + 1, 0)


def cell_grid(canvas: Grid, images: Sequence[Image]) -> BlockGrid:
    """Square cells for the statistics of the global step, of 16, 32, 64, 128 or 256 pixels.

    About a sixteenth of the smallest image, smaller where overlaps are: they need several cells for
    their held-out figures, and to tell where their ground changed; larger where many images share the
    ground, because every pair keeps sums of every cell.  Edges lie at multiples of the size in pixels
    counted from the origin of the coordinate system, so that an image that joins the others does not
    move them.
    """
    smallest = min(min(image.width, image.height) for image in images)
    size = min(LARGEST_CELL, max(SMALLEST_CELL, 2 ** round(math.log2(smallest / 16))))
    shared = shared_pixels([footprint(image, canvas) for image in images])
    while size > largest_cell(shared):
        size //= 2
    while size < LARGEST_CELL and shared.sum() / size**2 > MOST_PAIR_CELLS:
        size *= 2
    (x, y), (width, height) = canvas.corner, canvas.pixel_size
    left, above = _pixel_number(x / width) % size, _pixel_number(-y / height) % size
    rows, columns = math.ceil((above + canvas.height) / size), math.ceil((left + canvas.width) / size)
    west, north = x - left * width, y + above * height
    return BlockGrid((west, north - rows * size * height, west + columns * size * width, north), rows, columns)


def _pixel_number(position: float) -> int:
    """The whole pixels from the coordinate system's origin to a position.

    Grids begin as a rule at whole pixels or at halves, where rounding to the nearest would go
    one way or the other by the last bits.
    """
    return math.floor(position + 0.3)


def largest_cell(shared: np.ndarray) -> float:
    """The side that gives the median of overlaps with so many pixels `OVERLAP_CELLS` cells."""
    if not len(shared):
        return LARGEST_CELL
    return min(LARGEST_CELL, max(SMALL_CELL, math.sqrt(float(np.median(shared)) / OVERLAP_CELLS)))


def shared_pixels(windows: Sequence[Window]) -> np.ndarray:
    """Pixels of every overlap of footprints."""
    boxes = np.array(windows, dtype=np.int64)
    first, second = (boxes[index] for index in overlapping_pairs(windows).T)
    near = np.maximum(first[:, :2], second[:, :2])
    far = np.minimum(first[:, :2] + first[:, 2:], second[:, :2] + second[:, 2:])
    return (far - near).prod(axis=1)


def cells_per_block(blocks: BlockGrid, canvas: Grid) -> int:
    """The k that cuts a block k x k into cells of at most 256 pixels.

    At least 2 in a wide block: figures after a local step take the field as even
    within a cell.  The short side of a long block is not cut into less than 16 pixels.
    """
    sides = blocks.sides(canvas)
    finer = 2 if min(sides) >= WIDE_BLOCK else 1
    return min(max(finer, math.ceil(max(sides) / LARGEST_CELL - 1e-9)), max(1, int(min(sides) / SMALLEST_CELL)))


def block_bounds(canvas: Grid, extent: CanvasExtent | None) -> Bounds:
    """The rectangle that blocks divide: the given extent in the canvas's CRS, or the canvas.

    Raises `OptionError`, `ExtentOrderError` or `ReferenceSystemError`.
    """
    if extent is None:
        return canvas.bounds
    # of a system that leads nowhere the error names the extent itself
    with contextlib.suppress(ReferenceSystemError):
        _check_order(extent, transformed_bounds(canvas.bounds, canvas.crs, extent.crs or canvas.crs, "CANVAS_EXTENT"))
    given = extent.west, extent.south, extent.east, extent.north
    west, south, east, north = transformed_bounds(given, extent.crs, canvas.crs, "CANVAS_EXTENT")
    inside = west < canvas.bounds[2] and east > canvas.bounds[0]
    if not (west < east and south < north and inside and south < canvas.bounds[3] and north > canvas.bounds[1]):
        raise OptionError(
            "CANVAS_EXTENT", f"{west},{east},{south},{north}", Message("a rectangle that touches the images")
        )
    return west, south, east, north


def _check_order(extent: CanvasExtent, images: Bounds) -> None:
    """Raise `ExtentOrderError` where two numbers exchanged give a rectangle that fits the ``images`` far better."""
    given = extent.west, extent.south, extent.east, extent.north
    other = extent.west, extent.east, extent.south, extent.north
    times = _area(given) / _area(images)
    smaller = times >= FAR_TOO_LARGE and _area(given) >= MUCH_LARGER * _area(other)
    if _touch(other, images) and (smaller or not _touch(given, images)):
        raise ExtentOrderError(given, other, times)


def _area(bounds: Bounds) -> float:
    west, south, east, north = bounds
    return (east - west) * (north - south)


def _touch(one: Bounds, other: Bounds) -> bool:
    """Whether two rectangles have ground in common; one turned inside out has none."""
    west, south = (max(pair) for pair in zip(one[:2], other[:2]))
    east, north = (min(pair) for pair in zip(one[2:], other[2:]))
    return west < east and south < north


def block_grid(
    canvas: Grid,
    bounds: Bounds,
    images: int,
    settings: LocalSettings,
    covered: float = 1.0,
) -> tuple[BlockGrid, bool]:
    """Blocks over ``bounds`` by the settings' number, or rows and columns.

    ``covered``: the share of the canvas that groups of images take.  Where it is less than
    `SPARSE`, the number of blocks is that of the groups' own ground, so that emptiness between
    them makes no block larger.

    Returns the grid, and whether it has fewer blocks than asked for because none may be
    narrower than 16 pixels.
    """
    width, height = BlockGrid(bounds, 1, 1).sides(canvas)
    total = settings.blocks * images / (covered if covered < SPARSE and settings.canvas_extent is None else 1.0)
    columns = settings.block_columns or max(1, round(math.sqrt(total * width / height)))
    rows = settings.block_rows or max(1, round(total / columns))
    if settings.block_rows and not settings.block_columns:
        columns = max(1, round(rows * width / height))
    elif settings.block_columns and not settings.block_rows:
        rows = max(1, round(columns * height / width))
    fit_rows = min(rows, max(1, int(height // SMALLEST_CELL)))
    fit_columns = min(columns, max(1, int(width // SMALLEST_CELL)))
    return BlockGrid(bounds, fit_rows, fit_columns), (fit_rows, fit_columns) != (rows, columns)
