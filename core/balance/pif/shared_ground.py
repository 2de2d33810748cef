"""The common pixels of two images, window by window or as a sample."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from ...execution import Signal
from ...raster.reading import Handles, ImageOnCanvas, Window, intersection
from ...statistics.sweep import PixelMask
from .features import Sample

WINDOW_PIXELS = 2**17
"""Read at once."""
TILE = 256
"""Side of the tiles of rasters that are written."""


class Shown(NamedTuple):
    """What two images show of a window."""

    first: np.ndarray
    second: np.ndarray
    """(K, h, w) in the images' types; 0 where not valid."""
    valid: np.ndarray
    """(h, w) bool: valid in all bands of both, and inside the mask."""

    def doubles(self) -> tuple[np.ndarray, np.ndarray]:
        """Both images as float64."""
        return self.first.astype(np.float64), self.second.astype(np.float64)


class SharedGround:
    """Reads the overlap of two images on the canvas."""

    def __init__(
        self, views: tuple[ImageOnCanvas, ImageOnCanvas], numbers: tuple[int, int], mask: PixelMask | None = None
    ):
        self._views = views
        self._numbers = numbers
        self._mask = mask
        self.window: Window = intersection(views[0].window, views[1].window)

    def read(self, window: Window) -> Shown:
        """A window inside `window`."""
        (_, first, valid_first), (_, second, valid_second) = (view.read(window) for view in self._views)
        valid = valid_first.all(axis=0) & valid_second.all(axis=0)
        if self._mask is not None:
            for number in self._numbers:
                valid &= self._mask.allowed(number, window)
        return Shown(np.where(valid, first, 0), np.where(valid, second, 0), valid)

    def sample(self, windows: Iterable[Window], most: int, handles: Handles, signal: Signal) -> Sample:
        """Every n-th pixel of every n-th row within ``windows``, n the smallest that gives at most ``most``.

        The place of a pixel in the overlap decides, so any division into windows gives the same.
        """
        column, row, width, height = self.window
        step = max(1, int((width * height / most) ** 0.5))
        while -(-width // step) * -(-height // step) > most:
            step += 1
        shape = -(-height // step), -(-width // step)
        first = second = np.empty(0)
        valid = np.zeros(shape, dtype=bool)
        for window in windows:
            signal.stop_if_asked()
            shown = self.read(window)
            if not first.size:
                first = np.zeros((len(shown.first), *shape), dtype=shown.first.dtype)
                second = np.zeros((len(shown.second), *shape), dtype=shown.second.dtype)
            left, top = window[0] - column, window[1] - row
            here = np.s_[..., -top % step:: step, -left % step:: step]
            part = shown.valid[here]
            left, top = -(-left // step), -(-top // step)
            there = np.s_[..., top:top + part.shape[0], left:left + part.shape[1]]
            first[there], second[there], valid[there] = shown.first[here], shown.second[here], part
            handles.release_cache()
            signal.add(window[2] * window[3])
        images = self._views[0].image, self._views[1].image
        return Sample(images, self.window, step, first, second, valid, signal)


def tiles(window: Window) -> Iterator[Window]:
    """A window in parts of whole tiles, in the order in which they are written; counted from its corner."""
    column, row, width, height = window
    step = WINDOW_PIXELS // TILE
    for top in range(0, height, TILE):
        for left in range(0, width, step):
            yield column + left, row + top, min(step, width - left), min(TILE, height - top)
