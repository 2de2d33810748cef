"""Images with the pixels inside or outside polygons blanked; all others stay as they are, bit by bit."""

from __future__ import annotations

import numpy as np

from ..raster.image import Image
from ..raster.source import FileSource, Pixels, Wrapper
from ..raster.window import Window
from ..settings import SelectionMode
from .polygons import Rasterizer


class Masked(Wrapper):
    """An image of which only what the polygons leave is valid; it counts the valid pixels that are not."""

    def __init__(self, image: Image, polygons: Rasterizer, mode: SelectionMode):
        """``polygons``: in the image's coordinate system."""
        super().__init__(FileSource(image), image.with_validity())
        self._polygons = polygons
        self._mode = mode

    def most_pixels(self, memory: float) -> float:
        """Raw, valid and blanked values of each band."""
        return memory / (len(self.image.bands) * (2 * self.image.dtype.itemsize + 2))

    def read(self, window: Window) -> Pixels:
        """See `Source`."""
        values, valid, alpha, *_ = self._source.read(window)
        inside = self._polygons.inside(self.image.grid, window)
        kept = inside if self._mode is SelectionMode.INCLUDE else ~inside
        blanked = int((valid.any(axis=0) & ~kept).sum())
        return Pixels(np.where(kept, values, values.dtype.type(0)), valid & kept, alpha, blanked)
