"""Windows: rectangles of whole pixels of a grid, and how a raster is cut into them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

EDGE_POINTS = 33
"""Positions along a side of a window, from which its extent on the ground is found."""

PIXELS_AT_ONCE = 1_000_000
"""Of a window; more would keep a cancel waiting."""


class Window(NamedTuple):
    """Some columns and rows of pixels; without any where width or height is 0 or less."""

    column: int
    row: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The column after the last one."""
        return self.column + self.width

    @property
    def bottom(self) -> int:
        """The row after the last one."""
        return self.row + self.height

    @property
    def pixels(self) -> int:
        """How many, of a window that is not empty."""
        return self.width * self.height

    @property
    def is_empty(self) -> bool:
        """Whether there is no pixel."""
        return self.width <= 0 or self.height <= 0

    @property
    def corner(self) -> tuple[int, int]:
        """The first column and row."""
        return self.column, self.row

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.width, self.height

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width, those of an array."""
        return self.height, self.width

    @property
    def slices(self) -> tuple[slice, slice]:
        """Rows and columns of an array of the whole grid."""
        return slice(self.row, self.bottom), slice(self.column, self.right)

    @property
    def edge(self) -> np.ndarray:
        """Positions (n, 2) along its sides: columns and rows."""
        along, ends = np.tile(np.linspace(0.0, 1.0, EDGE_POINTS), 2), np.repeat([0.0, 1.0], EDGE_POINTS)
        sides = np.concatenate([np.column_stack([along, ends]), np.column_stack([ends, along])])
        return sides * self.size + self.corner

    def intersection(self, other: Window) -> Window:
        """The common part; empty where there is none."""
        column, row = max(self.column, other.column), max(self.row, other.row)
        return Window(column, row, min(self.right, other.right) - column, min(self.bottom, other.bottom) - row)

    def shifted(self, columns: int, rows: int) -> Window:
        """Moved to the right and down."""
        return Window(self.column + columns, self.row + rows, self.width, self.height)

    def relative_to(self, other: Window) -> Window:
        """Counted from the first pixel of another window."""
        return self.shifted(-other.column, -other.row)

    def padded(self, left: int, top: int, right: int, bottom: int) -> Window:
        """With so many more columns and rows on each side."""
        return Window(self.column - left, self.row - top, self.width + left + right, self.height + top + bottom)

    def clipped(self, size: tuple[int, int]) -> Window:
        """The part within a raster of so many columns and rows."""
        return self.intersection(Window(0, 0, *size))

    def cut(self, tile: tuple[int, int], most_pixels: float = 0.0) -> Iterator[Window]:
        """Windows of whole tiles in file order, of at most ``most_pixels`` or one tile; those at the edge are smaller.

        ``tile``: width and height; the first one begins at the window's corner.
        """
        if self.is_empty:
            return
        tile_width, tile_height = min(tile[0], self.width), min(tile[1], self.height)
        across = max(1, int(most_pixels // (tile_width * tile_height)))
        step_x, step_y = min(self.width, tile_width * across), tile_height
        if step_x == self.width:
            step_y *= max(1, int(most_pixels // (step_x * tile_height)))
        for row in range(self.row, self.bottom, step_y):
            for column in range(self.column, self.right, step_x):
                yield Window(column, row, min(step_x, self.right - column), min(step_y, self.bottom - row))
