"""The sources of a mosaic on its one grid of pixels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..errors import EvenlightError, path_text, some
from ..raster.grid import Grid
from ..raster.source import Pixels, Source
from ..raster.window import Window


class DifferentGridsError(EvenlightError):
    """Images whose pixels do not lie on those of the others."""

    def __init__(self, paths: Sequence[str], first: str):
        super().__init__(
            f"The pixels of {some(paths, quote='')} do not lie on those of {path_text(first)} (another pixel size, "
            "rotation, coordinate system, or a shift by a part of a pixel): bring all images to one grid first "
            "(Warp with the extent and resolution of one of them)."
        )


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

    def near(self, window: Window) -> list[int]:
        """Indices of the members whose rasters meet a window, ascending."""
        return np.flatnonzero(meeting(np.array([member.window for member in self.members]), window)).tolist()


def layout_of(sources: Sequence[Source]) -> Layout:
    """The sources in their order, on the grid of the first one continued over all.

    Raises `DifferentGridsError`.
    """
    first = sources[0].image.grid
    odd = [source.image.path for source in sources if not source.image.grid.has_pixels_of(first)]
    if odd:
        raise DifferentGridsError(odd, sources[0].image.path)
    windows = [source.image.grid.window_on(first)[0] for source in sources]
    whole = bounding(windows)
    members = [Member(source, window.relative_to(whole)) for source, window in zip(sources, windows)]
    return Layout(first.part(whole), tuple(members))


def bounding(windows: Sequence[Window]) -> Window:
    """The smallest window around others."""
    left, top = min(window.column for window in windows), min(window.row for window in windows)
    right, bottom = max(window.right for window in windows), max(window.bottom for window in windows)
    return Window(left, top, right - left, bottom - top)


def meeting(windows: np.ndarray, window: Window) -> np.ndarray:
    """Which of ``windows`` (N, 4) share pixels with another one: (N,) bool."""
    column, row, width, height = windows.reshape(-1, 4).T
    across = (column < window.right) & (column + width > window.column)
    return across & (row < window.bottom) & (row + height > window.row)
