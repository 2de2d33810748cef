"""The mean or median of images, as a raster of one channel that images can be aligned to."""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator, Sequence

import numpy as np
from osgeo import gdal

from ..execution import Signal
from ..progress import Stop
from ..raster import writing
from ..raster.canvas import make_canvas
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.source import Handles
from ..raster.window import Window
from .detail import level_and_spread
from .motion import Motion
from .pair import NotAligned
from .placement import Placement
from .settings import ReferenceMode
from .views import View, view_on

TILE = 256
SAMPLE = 250_000
"""Pixels of an image from which its level and contrast are taken."""
OPTIONS = (
    "TILED=YES", f"BLOCKXSIZE={TILE}", f"BLOCKYSIZE={TILE}", "BIGTIFF=IF_SAFER",
    # images that lie apart leave most of their common grid empty
    "SPARSE_OK=TRUE", "COMPRESS=DEFLATE", "ZLEVEL=1", "PREDICTOR=3",
)  # fmt: skip
BYTES = 20
"""Of a pixel of one image, to read it and to sort it."""


def composite_grid(images: Sequence[Image]) -> Grid:
    """The grid that holds all images.  Raises `MixedReferenceSystemsError` or `ReferenceSystemError`."""
    return make_canvas(images)


class Composite:
    """What several images show together, each with level 0 and contrast 1 so that none outweighs the others."""

    def __init__(
        self, placed: Sequence[tuple[Image, Placement]], grid: Grid, mode: ReferenceMode, word: str, memory: float
    ):
        """``placed``: images and where they belong; ``memory``: bytes."""
        self.grid = grid
        self._mode = mode
        self._memory = memory
        self._handles = Handles()
        self._word = word
        self._placed = placed

    def write(self, path: str, signal: Signal) -> None:
        """The task that writes it: float32, NaN where no image shows anything.

        Raises `DamagedRasterError`, `ReferenceSystemError`, `WriteError` or `Cancelled`.
        """
        grid, stop = self.grid, signal.stop_if_asked
        views = []
        for image, placement in self._placed:
            # what does not exist in the system of most shows nothing there
            with contextlib.suppress(NotAligned):
                views.append(self._view(image, placement, stop))
        scales = [_level_and_contrast(view) for view in views]
        with writing.create_raster(path, grid.width, grid.height, 1, gdal.GDT_Float32, OPTIONS) as target:
            target.SetGeoTransform(grid.geotransform)
            target.SetProjection(grid.crs)
            target.GetRasterBand(1).SetNoDataValue(float("nan"))
            most_pixels = self._memory / (BYTES * max(1, len(views)))
            for window in grid.window.cut((TILE, TILE), most_pixels):
                values = self._together(window, views, scales)
                writing.write_window(target, path, 1, values, *window.corner)
                writing.flush_blocks(target, path)
                signal.add(window.pixels)

    def _view(self, image: Image, placement: Placement, stop: Stop) -> View:
        view, off = view_on(image, self._word, self.grid, self._handles, stop, placement)
        if any(off.step):
            # at whole pixels it would lie up to half a pixel beside the others
            view, _ = view_on(image, self._word, self.grid, self._handles, stop, Motion.shift(0.0, 0.0))
        return view

    def _together(self, window: Window, views: Sequence[View], scales: Sequence[tuple[float, float]]) -> np.ndarray:
        shape = window.shape
        layers = np.stack(list(_layers(window, views, scales)) or [np.full(shape, np.nan, np.float32)])
        number = np.isfinite(layers).sum(axis=0)
        if self._mode is ReferenceMode.MEAN:
            total = np.nansum(layers, axis=0, dtype=np.float64)
            return np.where(number, total / np.maximum(number, 1), np.nan).astype(np.float32)
        layers.sort(axis=0)
        # NaN come last
        low, high = np.maximum((number - 1) // 2, 0), np.maximum(number // 2, 0)
        low, high = (np.take_along_axis(layers, at[None], axis=0)[0] for at in (low, np.minimum(high, len(layers) - 1)))
        return np.where(number, (low + high) / 2, np.nan).astype(np.float32)


def _layers(window: Window, views: Sequence[View], scales: Sequence[tuple[float, float]]) -> Iterator[np.ndarray]:
    """What each image that reaches into a window shows there, float32, NaN for nothing."""
    for view, (level, contrast) in zip(views, scales):
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
