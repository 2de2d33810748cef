"""The sources of a mosaic on its one grid of pixels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.on_grid import GDAL_WORDS, OnGrid
from ..raster.source import FileSource, Pixels, Source
from ..raster.target_grid import TargetGrid
from ..raster.window import Window
from ..settings import Resampling


class Member(NamedTuple):
    """One source and where it lies on the mosaic's grid."""

    source: Source
    window: Window

    def read(self, window: Window) -> Pixels:
        """The pixels of a window of the grid that lies within the member's."""
        return self.source.read(window.relative_to(self.window))


class Layout(NamedTuple):
    """All members of a mosaic on the grid over them."""

    grid: Grid
    members: tuple[Member, ...]

    @property
    def images(self) -> list[Image]:
        """What the members' sources give."""
        return [member.source.image for member in self.members]

    @property
    def windows(self) -> list[Window]:
        """Where the members lie."""
        return [member.window for member in self.members]

    def near(self, window: Window) -> list[int]:
        """Indices of the members whose rasters meet a window, ascending."""
        return np.flatnonzero(meeting(np.array(self.windows), window)).tolist()


def layout_of(sources: Sequence[FileSource], target: TargetGrid, resampling: Resampling) -> Layout:
    """The sources in their order on a grid; those whose pixels lie elsewhere are resampled once."""
    word = GDAL_WORDS[resampling]
    members = [
        Member(OnGrid(source, target.grid.part(window), word), window)
        for source, window in zip(sources, target.windows)
    ]
    return Layout(target.grid, tuple(members))


def bounding(windows: Sequence[Window]) -> Window:
    """The smallest window around others."""
    left, top = min(window.column for window in windows), min(window.row for window in windows)
    right, bottom = max(window.right for window in windows), max(window.bottom for window in windows)
    return Window(left, top, right - left, bottom - top)


def outward(window: Window, across: int, down: int) -> Window:
    """The window with its sides moved outward to multiples of two numbers."""
    left, top = window.column // across * across, window.row // down * down
    return Window(left, top, -(-window.right // across) * across - left, -(-window.bottom // down) * down - top)


def meeting(windows: np.ndarray, window: Window) -> np.ndarray:
    """Which of ``windows`` (N, 4) share pixels with another one: (N,) bool."""
    column, row, width, height = windows.reshape(-1, 4).T
    across = (column < window.right) & (column + width > window.column)
    return across & (row < window.bottom) & (row + height > window.row)
