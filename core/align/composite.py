"""The mean or median of images, as a raster of one channel that images can be aligned to."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator, Sequence

import numpy as np
from osgeo import gdal

from ..progress import Stop
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.source import Handles, Pixels, Source
from ..raster.window import Window
from ..settings import OutputSettings
from .detail import level_and_spread
from .pair import NotAligned
from .placement import Placement
from .settings import ReferenceMode
from .transform import Transform
from .views import Limits, View, view_on

SAMPLE = 250_000
"""Pixels of an image from which its level and contrast are taken."""
OUTPUT = OutputSettings(creation_options="SPARSE_OK=TRUE|COMPRESS=DEFLATE|ZLEVEL=1|PREDICTOR=3")
"""Images that lie apart leave most of their common grid empty."""
BYTES = 20
"""Of a pixel of one image, to read it and to sort it."""


class Composite(Source):
    """What several images show together, each with level 0 and contrast 1 so that none outweighs the others."""

    def __init__(
        self, placed: Sequence[tuple[Image, Placement]], grid: Grid, mode: ReferenceMode, word: str,
        limits: Limits | None = None,
    ):  # fmt: skip
        """``placed``: images and where they belong; ``limits``: None where all of them counts."""
        self._limits = limits
        self.image = placed[0][0].on_grid(grid).with_values(gdal.GDT_Float32, math.nan)
        self.names = (f"{mode} of images",)
        self.moved = True
        self._mode = mode
        self._handles = Handles()
        self._word = word
        self._placed = placed
        self._views: list[tuple[View, tuple[float, float]]] | None = None

    def most_pixels(self, memory: float) -> float:
        """See `Source`."""
        return memory / (BYTES * len(self._placed))

    def fetch(self, window: Window, stop: Stop) -> Pixels:
        """See `Source`; NaN where no image shows anything.  Raises `ReferenceSystemError` too."""
        if self._views is None:
            self._views = []
            for image, placement in self._placed:
                # what does not exist in the system of most shows nothing there
                with contextlib.suppress(NotAligned):
                    view = self._view(image, placement, stop)
                    self._views.append((view, _level_and_contrast(view)))
        values = self._together(window)[None]
        return Pixels(values, np.isfinite(values))

    def close(self) -> None:
        """See `Source`."""
        self._handles.close()
        self._views = None

    def _view(self, image: Image, placement: Placement, stop: Stop) -> View:
        common = self._word, self.image.grid, self._handles, stop
        view, off = view_on(image, *common, placement, self._limits)
        if any(off.step):
            # at whole pixels it would lie up to half a pixel beside the others
            view, _ = view_on(image, *common, Transform.shift(0.0, 0.0), self._limits)
        return view

    def _together(self, window: Window) -> np.ndarray:
        layers = np.stack(list(_layers(window, self._views)) or [np.full(window.shape, np.nan, np.float32)])
        number = np.isfinite(layers).sum(axis=0)
        if self._mode is ReferenceMode.MEAN:
            total = np.nansum(layers, axis=0, dtype=np.float64)
            return np.where(number, total / np.maximum(number, 1), np.nan).astype(np.float32)
        layers.sort(axis=0)
        # NaN come last
        low, high = np.maximum((number - 1) // 2, 0), np.maximum(number // 2, 0)
        low, high = (np.take_along_axis(layers, at[None], axis=0)[0] for at in (low, np.minimum(high, len(layers) - 1)))
        return np.where(number, (low + high) / 2, np.nan).astype(np.float32)


def _layers(window: Window, views: Sequence[tuple[View, tuple[float, float]]]) -> Iterator[np.ndarray]:
    """What each image that reaches into a window shows there, float32, NaN for nothing."""
    for view, (level, contrast) in views:
        part = window.intersection(view.window)
        if not part.is_empty:
            values, valid = view.read(window)
            yield np.where(valid, (values - level) / contrast, np.nan).astype(np.float32)


def _level_and_contrast(view: View) -> tuple[float, float]:
    """Median and robust spread of a channel, from means of squares of pixels."""
    width, height = view.window.size
    factor = max(1, min(math.isqrt(width * height // SAMPLE), width, height))
    values, valid = view.means(view.window, factor)
    return level_and_spread(values[valid]) if valid.any() else (0.0, 1.0)
