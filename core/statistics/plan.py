"""Which sums are wanted: of which images and pairs, in which cells."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from ..progress import Progress, Silent, heard
from ..raster.canvas import LARGEST_CELL, SMALLEST_CELL, Canvas, Grid, footprint
from ..raster.image import Image
from ..raster.window import Window
from .overlaps import overlapping_pairs

SAMPLED = 4
"""One cell in so many is read when statistics are estimated."""

MOST_PAIR_CELLS = 100_000
"""Cells of all pairs together, beyond which the global step's cells grow: a row of sums takes some 100 bytes a band."""

OVERLAP_CELLS, SMALL_CELL = 100, 32
"""Cells that an overlap should have, so that they tell where its ground changed, and the pixels of a side below
which they need not be smaller for that."""

FEWEST_CELLS = 32
"""Images with no more cells than this are read whole even then."""

Subject = tuple[int, ...]
"""What sums are about: an image (i,) or a pair (i, j), i < j."""
Span = tuple[int, int]
"""Half-open."""


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

    def __init__(self, grid: Grid, canvas: Canvas):
        self.rows, self.columns = grid.rows, grid.columns
        self._grid, self._canvas = grid, canvas
        self._first = round(-grid.bounds[3] / grid.cell_height), round(grid.bounds[0] / grid.cell_width)

    def window(self, rows: Span, columns: Span) -> Window:
        """The canvas window of a rectangle of cells."""
        left, right = (self._grid.column_start(self._canvas, column) for column in columns)
        top, bottom = (self._grid.row_start(self._canvas, row) for row in rows)
        return Window(left, top, right - left, bottom - top)

    def largest(self) -> int:
        """The longest side of any cell in pixels."""
        width = self._grid.cell_width / self._canvas.pixel_width
        height = self._grid.cell_height / self._canvas.pixel_height
        return max(min(math.ceil(width - 1e-6), self._canvas.width), min(math.ceil(height - 1e-6), self._canvas.height))

    def box(self, window: Window) -> CellBox:
        """The cells that a canvas window meets."""
        column, columns = _met(self._column_at, window.column, window.width, self.columns)
        row, rows = _met(self._row_at, window.row, window.height, self.rows)
        return CellBox(row, column, rows, columns)

    def _column_at(self, pixel: int) -> int:
        canvas, grid = self._canvas, self._grid
        near = (canvas.west + (pixel + 0.5) * canvas.pixel_width - grid.bounds[0]) / grid.cell_width
        return _last(lambda column: grid.column_start(canvas, column) <= pixel, near, grid.columns)

    def _row_at(self, pixel: int) -> int:
        canvas, grid = self._canvas, self._grid
        near = (grid.bounds[3] - canvas.north + (pixel + 0.5) * canvas.pixel_height) / grid.cell_height
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


def cell_grid(canvas: Canvas, images: Sequence[Image]) -> Grid:
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
    left = _pixel_number(canvas.west / canvas.pixel_width) % size
    above = _pixel_number(-canvas.north / canvas.pixel_height) % size
    rows, columns = math.ceil((above + canvas.height) / size), math.ceil((left + canvas.width) / size)
    west, north = canvas.west - left * canvas.pixel_width, canvas.north + above * canvas.pixel_height
    bounds = (
        west,
        north - rows * size * canvas.pixel_height,
        west + columns * size * canvas.pixel_width,
        north,
    )
    return Grid(bounds, rows, columns)


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


class Wanted(NamedTuple):
    """The wanted cells of one image or pair."""

    box: CellBox
    """The cells that it meets."""
    cells: np.ndarray
    """(rows, columns) bool."""


class Needs:
    """Wanted cells of images and pairs, and the pixels that their sums need."""

    def __init__(self, wanted: dict[Subject, Wanted]):
        self.wanted = wanted
        self._read: dict[int, np.ndarray] = {}
        self.settle()

    def settle(self) -> None:
        """Work out which pixels the wanted sums need; after every change of `wanted`."""
        self._read = {subject[0]: cells.copy() for subject, (_, cells) in self.wanted.items() if len(subject) == 1}
        for subject, (box, cells) in self.wanted.items():
            if len(subject) == 2:
                for image in subject:
                    rows, columns = (box.row, box.row + box.rows), (box.column, box.column + box.columns)
                    self._read[image][self.wanted[(image,)].box.within(rows, columns)] |= cells

    def wants(self, subject: Subject, row: int, column: int) -> bool:
        """Whether the sums of a cell are wanted of an image or pair that meets it."""
        box, cells = self.wanted[subject]
        return bool(cells[row - box.row, column - box.column])

    def reads(self, image: int, row: int, column: int) -> bool:
        """Whether the image's pixels in a cell are needed."""
        box = self.wanted[(image,)].box
        inside = 0 <= row - box.row < box.rows and 0 <= column - box.column < box.columns
        return inside and bool(self._read[image][row - box.row, column - box.column])

    def needed(self, image: int, rows: Span, columns: Span) -> tuple[Span, Span] | None:
        """The smallest rectangle of cells that holds all needed pixels of the image within another."""
        box = self.wanted[(image,)].box
        own = box.within(rows, columns)
        part = self._read[image][own]
        if not part.any():
            return None
        across, down = np.flatnonzero(part.any(axis=0)), np.flatnonzero(part.any(axis=1))
        top, left = box.row + own[0].start, box.column + own[1].start
        return (top + int(down[0]), top + int(down[-1]) + 1), (left + int(across[0]), left + int(across[-1]) + 1)


class Plan(Needs):
    """The wanted cells of all images and pairs; what is known already is taken out."""

    def __init__(
        self,
        cells: Cells,
        windows: Sequence[Window],
        sampled: Callable[[CellBox], np.ndarray] | None = None,
        fresh: Collection[int] | None = None,
        progress: Progress = Silent(),
    ):
        """Raises `Cancelled`."""
        super().__init__({})
        self._cells = cells
        for index, window in enumerate(heard(windows, progress)):
            self._want((index,), window, sampled, fresh is None or index in fresh)
        for i, j in heard(overlapping_pairs(windows).tolist(), progress):
            both = windows[i].intersection(windows[j])
            self._want((i, j), both, sampled, fresh is None or i in fresh or j in fresh)
        self.settle()

    def _want(
        self, subject: Subject, window: Window, sampled: Callable[[CellBox], np.ndarray] | None, wanted: bool
    ) -> None:
        box = self._cells.box(window)
        every = sampled is None or not wanted
        self.wanted[subject] = Wanted(box, np.full((box.rows, box.columns), wanted) if every else sampled(box))

    def subjects(self, images: Sequence[int]) -> Iterator[Subject]:
        """The images, and those of their pairs that can meet."""
        for place, i in enumerate(images):
            yield (i,)
            for j in images[place + 1:]:
                if (i, j) in self.wanted:
                    yield (i, j)

    def part(self, images: Sequence[int], rows: Span, columns: Span) -> Needs:
        """What is wanted of some images within a rectangle of cells: all that a task has to know."""
        wanted = {}
        for subject in self.subjects(images):
            box, cells = self.wanted[subject]
            cut = cells[box.within(rows, columns)]
            corner = max(box.row, rows[0]), max(box.column, columns[0])
            wanted[subject] = Wanted(CellBox(*corner, *cut.shape), cut)
        return Needs(wanted)
