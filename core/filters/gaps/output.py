"""Writes an image with its holes filled; all other pixels stay as they are, bit by bit."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from ...execution import Signal
from ...raster import creation, writing
from ...raster.dataset import read_window
from ...raster.image import Image
from ...raster.nodata import fitted
from ...raster.source import FileSource, Handles, opaque, reading_windows
from ...raster.transaction import remove_part
from ...raster.window import PIXELS_AT_ONCE, Window
from ...settings import OutputSettings
from ...version import VERSION
from ..settings import GapMethod

OPTIONS = ("TILED=YES", "SPARSE_OK=TRUE", "BIGTIFF=IF_SAFER", "INTERLEAVE=BAND", "ALPHA=NO", "PHOTOMETRIC=MINISBLACK")
"""Only tiles with holes take space."""


class FilledPixels:
    """Values and places of filled pixels, by measuring band, in a file beside the result; threads take turns.

    A hole that lies in several tiles is filled before any of them can be written.
    """

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


FILLED, NOT_FILLED = 1, 0
"""Values of the mask of what was filled."""


class Target(NamedTuple):
    """Files to write."""

    path: str
    mask: str | None
    """For the mask of what was filled; None without."""
    output: OutputSettings
    compressors: int
    """Threads that compress."""


class FilledWriter:
    """Writes one image, measuring bands from the input or the store."""

    def __init__(self, image: Image, store: FilledPixels, method: GapMethod, budget: float):
        """``budget`` in bytes."""
        self._image = image
        self._store = store
        self._tags = {"EVENLIGHT_VERSION": VERSION, "EVENLIGHT_METHOD": f"fill_gaps {method}"}
        self._budget = budget
        self._handles = Handles()
        self._reader = FileSource(image, self._handles)

    def write(self, target: Target, signal: Signal) -> int:
        """The task of writing; returns how many pixels were filled in at least one band."""
        image = self._image
        # values of the image, of the store and of the result, and three masks
        most_pixels = min(self._budget / (len(image.bands) * (3 * image.dtype.itemsize + 3)), PIXELS_AT_ONCE)
        tile = creation.tile_size(image, None, most_pixels)
        options = creation.geotiff_options(image, target.output, tile, target.compressors)
        filled = 0
        marks = creation.result_marks(image, image.gdal_type, target.output)
        like = image, image.gdal_type, marks, options, self._tags
        with writing.create_like(target.path, *like) as result, self._mask(target, tile) as mask:
            for window in reading_windows(image, tile, most_pixels, self._handles, self._budget):
                signal.stop_if_asked()
                new = self._write_window(result, window)
                result.flush()
                if mask is not None:
                    values = np.where(new, FILLED, NOT_FILLED).astype(np.uint8)[None]
                    mask.write(window, values, np.ones(values.shape, bool))
                    mask.flush()
                self._store.release_cache()
                filled += int(new.sum())
                signal.add(window.pixels)
        return filled

    @contextlib.contextmanager
    def _mask(self, target: Target, tile: tuple[int, int]) -> Iterator[writing.Result | None]:
        if target.mask is None:
            yield None
            return
        layout = {"TILED": "YES", "BLOCKXSIZE": str(tile[0]), "BLOCKYSIZE": str(tile[1]), "COMPRESS": "DEFLATE"}
        if not creation.lossy_option(target.output, gdal.GDT_Byte):
            layout.update(creation.parse_options(target.output.creation_options))
        options = [f"{key}={value}" for key, value in layout.items()]
        like = self._image, ["filled"], gdal.GDT_Byte, writing.UNMARKED, options, self._tags
        with writing.create_on_grid(target.mask, *like) as mask:
            yield mask

    def _write_window(self, result: writing.Result, window: Window) -> np.ndarray:
        """Write a window; which of its pixels were filled, (height, width) bool."""
        image = self._image
        values, valid, alpha, *_ = self._reader.read(window)
        stored, flags = zip(*(self._store.get(place, window) for place in range(len(image.bands))))
        new = np.array(flags) & ~valid
        if image.hidden_together:
            # a pixel has all bands or stays as it is
            new &= (new | valid).all(axis=0)
        filled = new.any(axis=0)
        if alpha is not None:
            alpha = np.where(filled, alpha.dtype.type(opaque(alpha.dtype)), alpha)
        result.write(window, np.where(new, stored, values), valid | new, alpha)
        return filled
