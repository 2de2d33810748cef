"""Writes an image with its holes filled; all other pixels stay as they are, bit by bit."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from osgeo import gdal

from ...raster import writing
from ...raster.creation import lossy_option
from ...raster.dataset import read_window
from ...raster.image import Image
from ...raster.nodata import cast
from ...raster.source import Facts, FileSource, Pixels, Wrapper, opaque
from ...raster.transaction import remove_part
from ...raster.window import PIXELS_AT_ONCE, Window
from ...raster.write import Share, WriteJob, Written, open_result, plan_of, tags_of, write_images
from ...run import Run
from ...settings import OutputSettings
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
            new = values[filled][None]
            (known[filled],), _ = cast(new, np.ones(new.shape, bool), self._dtype, self._nodata)
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


class Filled(Wrapper):
    """An image whose measuring bands come from it or from the store; it counts pixels filled in at least one band."""

    def __init__(self, image: Image, store: FilledPixels):
        super().__init__(FileSource(image))
        self._store = store

    def most_pixels(self, memory: float) -> float:
        """Values of the image, of the store and of the result, and three masks."""
        return min(memory / (len(self.image.bands) * (3 * self.image.dtype.itemsize + 3)), PIXELS_AT_ONCE)

    def read(self, window: Window) -> Pixels:
        """See `Source`; beside the pixels it tells which were filled, (height, width) bool."""
        values, valid, alpha, *_ = self._source.read(window)
        stored, flags = zip(*(self._store.get(place, window) for place in range(len(self.image.bands))))
        new = np.array(flags) & ~valid
        if self.image.hidden_together:
            # a pixel has all bands or stays as it is
            new &= (new | valid).all(axis=0)
        filled = new.any(axis=0)
        if alpha is not None:
            alpha = np.where(filled, alpha.dtype.type(opaque(alpha.dtype)), alpha)
        self._store.release_cache()
        return Pixels(np.where(new, stored, values), valid | new, alpha, int(filled.sum()), filled)


def write_filled(
    source: Filled, target: str, mask: str | None, output: OutputSettings, method: GapMethod, run: Run
) -> Written:
    """Write an image with its holes filled, and the ``mask`` of what was filled.

    Raises `Cancelled`, `DamagedRasterError` or `WriteError`.
    """
    job = WriteJob(source, target, tags_of(f"fill_gaps {method}"))
    if mask is None:
        return write_images([job], output, run)[0]
    share = Share(run.memory(), run.threads, run.execution.window_size)
    exact = replace(output, creation_options="") if lossy_option(output, gdal.GDT_Byte) else output
    like = job.tags, plan_of(source, share).tile, share, run.progress.cancelled
    with open_result(Facts(source.image.with_values(gdal.GDT_Byte, None), ["filled"]), mask, exact, *like) as result:

        def note(window: Window, pixels: Pixels) -> None:
            values = pixels.beside[None].astype(np.uint8)
            result.write(window, Pixels(values, np.ones(values.shape, bool)))

        return write_images([replace(job, each=note)], output, run)[0]
