"""A mask grown by a distance, window by window, with what lies around each window."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from scipy import ndimage

from ..raster.image import Image
from ..raster.window import Window

BYTES_PER_PIXEL = 48
"""Of working memory: scipy's nearest pixels, their distances and temporaries."""


class Reach(NamedTuple):
    """How far a mask grows, in pixels of an image."""

    distance: float
    """Map units, between the centres of pixels."""
    pixel_width: float
    pixel_height: float
    """Map units."""

    @property
    def columns(self) -> int:
        """Pixels to the left and right of a window that can reach into it."""
        return math.floor(self.distance / self.pixel_width)

    @property
    def rows(self) -> int:
        """Pixels above and below a window that can reach into it."""
        return math.floor(self.distance / self.pixel_height)

    def around(self, window: Window, size: tuple[int, int]) -> Window:
        """A window with all that can reach into it, within a raster."""
        return window.padded(self.columns, self.rows, self.columns, self.rows).clipped(size)

    def most_pixels(self, memory: float) -> float:
        """Pixels of a square window that fits in ``memory`` bytes with all around it; 0 or less where none does."""
        side = math.sqrt(memory / BYTES_PER_PIXEL)
        return max(0.0, side - 2 * self.columns) * max(0.0, side - 2 * self.rows)

    def grown(self, selected: np.ndarray) -> np.ndarray:
        """Which pixels lie within the distance of a selected one, (height, width) bool."""
        if not (self.columns or self.rows) or not selected.any():
            return selected
        steps = (self.pixel_height, self.pixel_width)
        # a whole number of pixels must not fail by the last bit of its product
        return ndimage.distance_transform_edt(~selected, sampling=steps) <= self.distance * (1 + 1e-9)


def reach_of(image: Image, distance: float) -> Reach:
    """How far a mask on an image's grid, which may be rotated, grows by a distance."""
    return Reach(distance, *image.grid.pixel_size)
