"""Which sums are wanted: of which images and pairs, in which cells."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import NamedTuple, Protocol

import numpy as np

from ..progress import Progress, Silent, cancellable
from ..raster.window import Window
from .blocks import CellBox, Cells, Span
from .overlaps import overlapping_pairs

Subject = tuple[int, ...]
"""What sums are about: an image (i,) or a pair (i, j), i < j."""


class PixelMask(Protocol):
    """What the sweep asks of a mask."""

    def allowed(self, image: int, window: Window) -> np.ndarray:
        """Which pixels of a canvas window count for the image: (height, width) bool."""

    def fingerprint(self, image: int) -> str:
        """Another text for every mask that lets other pixels of the image count."""


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

    def subjects(self, images: Sequence[int]) -> Iterator[Subject]:
        """Those of some images, and of their pairs, that may be wanted."""
        for place, i in enumerate(images):
            yield (i,)
            yield from ((i, j) for j in images[place + 1:] if (i, j) in self.wanted)

    def wanted_in(self, subject: Subject, rows: Span, columns: Span) -> np.ndarray:
        """`wants` of all cells of a rectangle, (rows, columns) bool; False where the subject does not meet them."""
        return _within(*self.wanted[subject], rows, columns)

    def read_in(self, image: int, rows: Span, columns: Span) -> np.ndarray:
        """`reads` of all cells of a rectangle, (rows, columns) bool."""
        return _within(self.wanted[(image,)].box, self._read[image], rows, columns)

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


def _within(box: CellBox, cells: np.ndarray, rows: Span, columns: Span) -> np.ndarray:
    found = np.zeros((rows[1] - rows[0], columns[1] - columns[0]), dtype=bool)
    part = cells[box.within(rows, columns)]
    top, left = max(box.row - rows[0], 0), max(box.column - columns[0], 0)
    found[top:top + part.shape[0], left:left + part.shape[1]] = part
    return found


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
        for index, window in enumerate(cancellable(windows, progress)):
            self._want((index,), window, sampled, fresh is None or index in fresh)
        for i, j in cancellable(overlapping_pairs(windows).tolist(), progress):
            both = windows[i].intersection(windows[j])
            self._want((i, j), both, sampled, fresh is None or i in fresh or j in fresh)
        self.settle()

    def _want(
        self, subject: Subject, window: Window, sampled: Callable[[CellBox], np.ndarray] | None, wanted: bool
    ) -> None:
        box = self._cells.box(window)
        every = sampled is None or not wanted
        self.wanted[subject] = Wanted(box, np.full((box.rows, box.columns), wanted) if every else sampled(box))

    def part(self, images: Sequence[int], rows: Span, columns: Span) -> Needs:
        """What is wanted of some images within a rectangle of cells: all that a task has to know."""
        wanted = {}
        for subject in self.subjects(images):
            box, cells = self.wanted[subject]
            cut = cells[box.within(rows, columns)]
            corner = max(box.row, rows[0]), max(box.column, columns[0])
            wanted[subject] = Wanted(CellBox(*corner, *cut.shape), cut)
        return Needs(wanted)
