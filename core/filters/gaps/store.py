"""What holes were filled with, kept in a file beside the result until all of it is known.

A hole that lies in several tiles is filled before any of them can be written.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

import numpy as np
from osgeo import gdal

from ...raster import writing
from ...raster.dataset import read_window
from ...raster.image import Image
from ...raster.nodata import fitted
from ...raster.transaction import remove_part
from ...raster.window import Window

OPTIONS = ("TILED=YES", "SPARSE_OK=TRUE", "BIGTIFF=IF_SAFER", "INTERLEAVE=BAND", "ALPHA=NO", "PHOTOMETRIC=MINISBLACK")
"""Only tiles with holes take space."""


class FilledPixels:
    """Values and places of filled pixels, by measuring band; threads take turns."""

    def __init__(self, dataset: gdal.Dataset, path: str, image: Image, nodata: float | None):
        self._dataset = dataset
        self._path = path
        self._bands = len(image.bands)
        self._dtype = image.dtype
        self._nodata = nodata
        self._lock = threading.Lock()

    def put(self, place: int, window: Window, values: np.ndarray, filled: np.ndarray) -> None:
        """Values (height, width) float64 of a band in a window, of which those ``filled`` count."""
        numbers = [place + 1, self._bands + place + 1]
        # sums of the largest numbers are none
        filled = filled & np.isfinite(values)
        with self._lock:
            known, flags = (part.copy() for part in read_window(self._dataset, self._path, numbers, window))
            new = values[filled]
            known[filled] = fitted(new, np.ones(new.shape, bool), self._dtype, self._nodata)
            flags[filled] = 1
            for number, pixels in zip(numbers, (known, flags)):
                writing.write_window(self._dataset, self._path, number, pixels, *window.corner)
            writing.flush_blocks(self._dataset, self._path)

    def get(self, place: int, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values in the image's type and where they count, bool: (height, width) both."""
        numbers = [place + 1, self._bands + place + 1]
        values, flags = read_window(self._dataset, self._path, numbers, window)
        return values, flags != 0

    def release_cache(self) -> None:
        """Give back what GDAL holds of the file."""
        writing.flush_blocks(self._dataset, self._path)


@contextlib.contextmanager
def filled_pixels(path: str, image: Image, nodata: float | None) -> Iterator[FilledPixels]:
    """A file for the pixels of an image, gone at the end; ``nodata`` is the result's.  Raises `WriteError`."""
    try:
        bands = 2 * len(image.bands)
        with writing.create_raster(path, image.width, image.height, bands, image.gdal_type, OPTIONS) as dataset:
            yield FilledPixels(dataset, path, image, nodata)
    finally:
        remove_part(path)
