"""Which bands have their holes in common."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ...raster.bands import with_bands
from ...raster.image import Image
from ...raster.reading import Handles, ImageReader
from ...raster.window import Window

Layer = tuple[int, ...]
"""Places of measuring bands, from 0, that have their holes in common: where any of them is invalid."""


def layers_of(image: Image, places: Sequence[int]) -> list[Layer]:
    """All bands together where one mask or alpha band holds for them, else each band alone."""
    return [tuple(places)] if image.hidden_together else [(place,) for place in places]


class BandReader:
    """Reads windows of single bands, so that memory does not grow with the number of bands."""

    def __init__(self, image: Image, handles: Handles):
        self.image = image
        self._readers = [ImageReader(with_bands(image, [band]), handles) for band in image.bands]

    def read(self, place: int, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values and validity of one band, (height, width) both."""
        values, valid = self._readers[place].read(window)
        return values[0], valid[0]

    def valid(self, layer: Layer, window: Window) -> np.ndarray:
        """Where all bands of a layer are valid, (height, width) bool.

        Under one mask, only floating values can differ from band to band.
        """
        places = layer if self.image.dtype.kind == "f" else layer[:1]
        valid = self.read(places[0], window)[1]
        for place in places[1:]:
            valid &= self.read(place, window)[1]
        return valid
