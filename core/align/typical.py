"""The groups of images that overlap, and the most typical image of a group."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ..execution import Signal
from ..numeric.graph import components
from ..raster.canvas import make_canvas
from ..raster.image import Image
from ..raster.source import Handles
from ..raster.window import Window
from ..statistics.overlaps import find_overlaps
from .detail import level_and_spread
from .pair import NotAligned
from .views import Limits, View, view_on

OVERVIEW_PIXELS = 250_000
"""Of all images together, by which it is decided how typical each is."""
BYTES = 40
"""Of a pixel of one image's overview, to compare it with the others."""
EXTREME = 3.0
"""Spreads from an image's median beyond which values count as this, so that clouds decide nothing."""


def overlapping_groups(images: Sequence[Image]) -> list[list[Image]]:
    """Images that overlap, directly or through others, in groups; in the order of the images."""
    groups = components(len(images), *find_overlaps(images).pairs.T)
    return [[image for image, own in zip(images, groups) if own == group] for group in dict.fromkeys(groups.tolist())]


class Overviews:
    """Images as means of squares of pixels on one grid that holds all, each from its own thread."""

    def __init__(self, images: Sequence[Image], word: str, memory: float, limits: Limits | None = None):
        """``word``: the channel; ``memory``: bytes for all together; ``limits``: None where all of them counts."""
        self._limits = limits
        self._grid = make_canvas(images)
        most = max(1.0, min(OVERVIEW_PIXELS, memory / (BYTES * len(images))))
        self._factor = math.ceil(math.sqrt(self._grid.width * self._grid.height / most))
        self._word = word
        self._handles = Handles()

    def see(self, image: Image, signal: Signal) -> np.ndarray:
        """The task of one image: (rows, columns) float32 of median 0 and spread 1, NaN where it shows nothing."""
        signal.stop_if_asked()
        factor = self._factor
        seen = np.full((-(-self._grid.height // factor), -(-self._grid.width // factor)), np.nan, np.float32)
        try:
            view, _ = view_on(
                image, self._word, self._grid, self._handles, signal.stop_if_asked, limits=self._limits
            )
            self._fill(seen, view)
        except NotAligned:
            pass  # what does not exist in the system of most shows nothing there
        finally:
            self._handles.release_cache()
            signal.add(1.0)
        return seen

    def _fill(self, seen: np.ndarray, view: View) -> None:
        factor, window = self._factor, view.window
        left, top = window.column // factor, window.row // factor
        right, bottom = -(-window.right // factor), -(-window.bottom // factor)
        part = Window(left, top, right - left, bottom - top).clipped(seen.shape[::-1])
        if part.is_empty:
            return
        values, valid = view.means(Window(*(factor * number for number in part)), factor)
        if valid.any():
            level, spread = level_and_spread(values[valid])
            scaled = np.clip((values - level) / spread, -EXTREME, EXTREME)
            seen[part.slices] = np.where(valid, scaled, np.nan)


def agreement_with_others(overviews: Sequence[np.ndarray]) -> np.ndarray:
    """How well each image (rows, columns; NaN for nothing) agrees with the mean of the others: (N,) float64.

    Its correlation with them where they overlap, times the share of all overlaps that it has a part in.
    """
    layers = np.stack(overviews)
    known = np.isfinite(layers)
    layers[~known] = 0.0
    number, total = known.sum(axis=0), layers.sum(axis=0, dtype=np.float64)
    scores = np.zeros(len(layers))
    for n, (own, valid) in enumerate(zip(layers, known)):
        shared = valid & (number > 1)
        mine, others = own[shared].astype(np.float64), (total - own)[shared] / (number[shared] - 1)
        if mine.size > 1 and mine.std() > 0.0 and others.std() > 0.0:
            scores[n] = np.corrcoef(mine, others)[0, 1] * (number[shared] - 1).sum()
    return scores / max(1.0, float((number * (number - 1)).sum()))
