"""Which parts of the canvas are swept together: few cuts through the files' blocks, enough parts for all threads."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from ..raster.on_grid import OnGrid
from .blocks import CellBox, Cells, Span
from .overlaps import group_windows

LARGEST_TILE = 8192
"""Pixels along a side, about."""
LARGEST_KEPT_TILE = 2048
"""The same where sums are kept: what an interrupted run has to do again."""
SMALLEST_TILE = 1024
"""Tiles are not made smaller for the sake of more threads."""
TILES_PER_WORKER = 2
STEP = 256
"""Columns of pixels that are read at once, about."""
MOST_CHOICES = 1024
"""Numbers of rows of tiles that are tried one by one."""


class Tile(NamedTuple):
    """Cells that are swept by one task: half-open ranges in the cell grid."""

    rows: Span
    columns: Span
    images: tuple[int, ...]
    """The images whose footprints meet the tile."""

    def steps(self, cells: Cells) -> list[Span]:
        """Columns of cells, from left to right, that are read together."""
        width = _step(cells)
        return [(left, min(left + width, self.columns[1])) for left in range(*self.columns, width)]


class Tiling:
    """Cuts the ground that images show into tiles; what no image shows costs nothing, however far it reaches."""

    def __init__(self, cells: Cells, views: Sequence[OnGrid], budget: float, workers: int, largest: int):
        """``budget``: bytes for one tile's pixels; ``workers``: tiles at once; ``largest``: pixels along a side."""
        self._cells, self._views, self._budget = cells, views, budget
        self._tasks = TILES_PER_WORKER * workers
        self._largest = largest

    def tiles(self) -> Iterator[Tile]:
        """All tiles with pixels, group by group of images that meet, row by row."""
        together = group_windows([view.window for view in self._views])
        boxes = ((members, self._cells.box(window)) for members, window in together)
        groups = [(members, box) for members, box in boxes if box.rows and box.columns]
        whole = sum(_area(self._cells, box) for _, box in groups)
        for members, box in groups:
            tasks = math.ceil(self._tasks * _area(self._cells, box) / max(whole, 1))
            height, width = self._numbers(members, box, tasks)
            rows, columns = _spans(box.row, box.rows, height), _spans(box.column, box.columns, width)
            for (row, column), images in sorted(self._places(members, rows, columns).items()):
                yield from self._parts(rows[row], columns[column], images)

    def _numbers(self, members: Sequence[int], box: CellBox, tasks: int) -> tuple[int, int]:
        """Tiles along both sides of a group's box: enough of them, with the fewest blocks cut in two."""
        width, height = self._cells.window(*_ends(box)).size
        blocks = np.array([self._views[index].block_size for index in members])
        lost_by_row, lost_by_column = width * blocks[:, 1].mean(), height * blocks[:, 0].mean()
        wanted = min(tasks, width * height // SMALLEST_TILE**2)
        wanted = max(wanted, math.ceil(width * height / self._largest**2), 1)
        # of many, rounding hardly moves the best
        best = min(max(round(math.sqrt(wanted * lost_by_column / lost_by_row)), 1), wanted)
        choices = [(rows, math.ceil(wanted / rows)) for rows in (*range(1, min(wanted, MOST_CHOICES) + 1), best)]
        return min(choices, key=lambda numbers: numbers[0] * lost_by_row + numbers[1] * lost_by_column)

    def _places(
        self, members: Sequence[int], rows: Sequence[Span], columns: Sequence[Span]
    ) -> dict[tuple[int, int], list[int]]:
        """The images that meet each tile, by its row and column; tiles that none meets are not there."""
        tops, lefts = [span[0] for span in rows], [span[0] for span in columns]
        found: dict[tuple[int, int], list[int]] = {}
        for index in members:
            box = self._cells.box(self._views[index].window)
            first = bisect_right(tops, box.row) - 1, bisect_right(lefts, box.column) - 1
            last = bisect_left(tops, box.row + box.rows), bisect_left(lefts, box.column + box.columns)
            for place in itertools.product(range(first[0], last[0]), range(first[1], last[1])):
                found.setdefault(place, []).append(index)
        return found

    def _meeting(self, candidates: Sequence[int], rows: Span, columns: Span) -> tuple[int, ...]:
        window = self._cells.window(rows, columns)
        return tuple(i for i in candidates if not window.intersection(self._views[i].window).is_empty)

    def _parts(self, rows: Span, columns: Span, candidates: Sequence[int]) -> Iterator[Tile]:
        """A tile, or parts of it where memory asks for it."""
        tile = Tile(rows, columns, self._meeting(candidates, rows, columns))
        if not tile.images:
            return
        height, width = rows[1] - rows[0], columns[1] - columns[0]
        if height * width == 1 or self._memory(tile) <= self._budget:
            yield tile
        elif height > 1:
            middle = rows[0] + height // 2
            yield from self._parts((rows[0], middle), columns, tile.images)
            yield from self._parts((middle, rows[1]), columns, tile.images)
        else:
            middle = columns[0] + width // 2
            yield from self._parts(rows, (columns[0], middle), tile.images)
            yield from self._parts(rows, (middle, columns[1]), tile.images)

    def _memory(self, tile: Tile) -> float:
        """The most bytes that strips hold at once: what a step shows, and what one read brings beside it."""
        window = self._cells.window(tile.rows, tile.columns)
        step = _step(self._cells) * self._cells.largest()
        held, largest = np.zeros(window.width // step + 2), 0.0
        for index in tile.images:
            view = self._views[index]
            part = window.intersection(view.window).relative_to(window)
            read = part.height * min(part.width, step + view.block_size[0]) * view.bytes_per_pixel
            held[part.column // step:(part.right - 1) // step + 1] += read
            largest = max(largest, read)
        return float(held.max()) + largest


def _step(cells: Cells) -> int:
    """Columns of cells that are read at once."""
    return max(1, round(STEP / cells.largest()))


def _ends(box: CellBox) -> tuple[Span, Span]:
    """Rows and columns of a box, half-open."""
    return (box.row, box.row + box.rows), (box.column, box.column + box.columns)


def _area(cells: Cells, box: CellBox) -> int:
    """Pixels of a box of cells."""
    return cells.window(*_ends(box)).pixels


def _spans(first: int, cells: int, number: int) -> list[Span]:
    """Equal ranges of so many cells from the first on."""
    ends = (np.unique(np.linspace(0, cells, min(number, cells) + 1).round().astype(int)) + first).tolist()
    return list(zip(ends[:-1], ends[1:]))
