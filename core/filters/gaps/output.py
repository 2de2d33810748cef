"""Writes an image with its holes filled; all other pixels stay as they are, bit by bit."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from ...execution import Signal
from ...raster import creation, writing
from ...raster.image import Image
from ...raster.keeping import under_one_nodata
from ...raster.reading import Handles, ImageReader, Window
from ...raster.windows import PIXELS_AT_ONCE, reading_windows
from ...settings import OutputSettings
from ...version import VERSION
from ..settings import GapMethod
from .store import FilledPixels

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

    def __init__(self, image: Image, nodata: float | None, store: FilledPixels, method: GapMethod, budget: float):
        """``nodata`` is the result's; ``budget`` in bytes."""
        self._image = image
        self._nodata = nodata
        self._store = store
        self._tags = {"EVENLIGHT_VERSION": VERSION, "EVENLIGHT_METHOD": f"fill_gaps {method}"}
        self._budget = budget
        self._handles = Handles()
        self._reader = ImageReader(image, self._handles)

    def write(self, target: Target, signal: Signal) -> int:
        """The task of writing; returns how many pixels were filled in at least one band."""
        image = self._image
        # values of the image, of the store and of the result, and three masks
        most_pixels = min(self._budget / (len(image.bands) * (3 * image.dtype.itemsize + 3)), PIXELS_AT_ONCE)
        tile = creation.tile_size(image, None, most_pixels)
        options = creation.geotiff_options(image, target.output, tile, target.compressors)
        filled = 0
        like = image, image.gdal_type, self._nodata, options, self._tags
        with writing.create_like(target.path, *like) as result, self._mask(target, tile) as mask:
            for window in reading_windows(image, tile, most_pixels, self._handles, self._budget):
                signal.stop_if_asked()
                new = self._write_window(result, target.path, window)
                writing.flush_blocks(result, target.path)
                if mask is not None:
                    values = np.where(new, FILLED, NOT_FILLED).astype(np.uint8)
                    writing.write_window(mask, target.mask, 1, values, window[0], window[1])
                    writing.flush_blocks(mask, target.mask)
                self._store.release_cache()
                filled += int(new.sum())
                signal.add(window[2] * window[3])
        return filled

    @contextlib.contextmanager
    def _mask(self, target: Target, tile: tuple[int, int]) -> Iterator[gdal.Dataset | None]:
        if target.mask is None:
            yield None
            return
        layout = {"TILED": "YES", "BLOCKXSIZE": str(tile[0]), "BLOCKYSIZE": str(tile[1]), "COMPRESS": "DEFLATE"}
        layout.update(creation.parse_options(target.output.creation_options))
        options = [f"{key}={value}" for key, value in layout.items()]
        names = ["filled"]
        with writing.create_on_grid(target.mask, self._image, names, gdal.GDT_Byte, None, options, self._tags) as mask:
            yield mask

    def _write_window(self, result: gdal.Dataset, path: str, window: Window) -> np.ndarray:
        """Write a window; which of its pixels were filled, (height, width) bool."""
        image, (column, row, _, _) = self._image, window
        values, valid = self._reader.read(window)
        from_store = [self._store.get(place, window) for place in range(len(image.bands))]
        flags = np.array([flag for _, flag in from_store])
        if image.shared_mask:
            # one mask holds for all bands: a pixel has all of them or stays as it is
            flags &= (flags | valid).all(axis=0)
        new = flags & ~valid
        kept = under_one_nodata(values, valid, image, self._nodata)
        for band, pixels, (stored, _), use in zip(image.bands, kept, from_store, new):
            writing.write_window(result, path, band, np.where(use, stored, pixels), column, row)
        filled = new.any(axis=0)
        if image.alpha is not None:
            alpha = self._reader.alpha(window)
            opaque = np.iinfo(alpha.dtype).max if alpha.dtype.kind != "f" else 1
            opacity = np.where(filled, alpha.dtype.type(opaque), alpha)
            writing.write_window(result, path, image.alpha, opacity, column, row)
        elif image.shared_mask:
            mask = (valid.any(axis=0) | filled).astype(np.uint8) * np.uint8(255)
            writing.write_mask(result, path, mask, column, row)
        return filled
