"""Aligned images are written: moved as they are, or resampled once."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from osgeo import gdal

from ..raster.dataset import read_into, release
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.nodata import cast, needs_double
from ..raster.source import FileSource, Pixels, Source
from ..raster.window import PIXELS_AT_ONCE, Window
from .placement import Placement, Resampled, placed, resampled
from .settings import Resampling

GDAL_WORDS = {
    Resampling.NEAREST: "near",
    Resampling.BILINEAR: "bilinear",
    Resampling.CUBIC: "cubic",
    Resampling.LANCZOS: "lanczos",
}


class Placed(Source):
    """An image at its place on a grid, resampled once; valid where the nearest pixel is."""

    moved = True

    def __init__(self, image: Image, result: Image, placement: Placement, resampling: Resampling):
        """``result``: the image as it will be."""
        self.image = result.with_validity()
        self._image = image
        self._placement = placement
        self._resampling = resampling
        self._opened: list[_Reader] = []

    def most_pixels(self, memory: float) -> float:
        """Floating values, the nearest ones and the result of each band, and validity of both."""
        return min(memory / (len(self.image.bands) * (4 * self.image.dtype.itemsize + 16)), PIXELS_AT_ONCE)

    def read(self, window: Window) -> Pixels:
        """See `Source`."""
        bands, *opacity = self._readers()
        values, valid = bands.read(window)
        alpha = None
        for reader in opacity:
            (alpha,), _ = cast(*reader.read(window), self.image.dtype, None)
            # what shows something is not wholly transparent
            alpha = np.maximum(alpha, valid.any(axis=0))
        return Pixels(values, valid, alpha)

    def close(self) -> None:
        """See `Source`."""
        for reader in self._opened:
            reader.close()
        self._opened = []

    def _readers(self) -> list[_Reader]:
        """That of the measuring bands, and that of alpha where there is one."""
        if not self._opened:
            image = self._image
            images = [image]
            if image.alpha is not None:
                whole = {"alpha": None, "nodata": (None,), "file_mask": False, "band_masks": ()}
                images.append(replace(image, bands=(image.alpha,), **whole))
            self._opened = [_Reader(one, self._placement, self.image.grid, self._resampling) for one in images]
        return self._opened


class Moved(FileSource):
    """An image whose raster lies elsewhere, pixel by pixel as it is."""

    def __init__(self, image: Image, result: Image):
        super().__init__(image)
        self.moved = result.geotransform != image.geotransform
        self.image = result


def placed_source(image: Image, placement: Placement, common: Grid | None, resampling: Resampling) -> Source:
    """An image at its place, on the ``common`` grid or its own."""
    result, resample = placed(image, placement, common)
    return Placed(image, result, placement, resampling) if resample else Moved(image, result)


class _Reader:
    """Reads an image at its place on a grid."""

    def __init__(self, image: Image, placement: Placement, grid: Grid, resampling: Resampling):
        self._path = image.path
        self._shape = len(image.bands)
        double = needs_double(image.dtype)
        self._dtype = np.dtype(np.float64 if double else np.float32)
        gdal_type = gdal.GDT_Float64 if double else gdal.GDT_Float32
        self._nearest = resampled(image, placement, grid, GDAL_WORDS[Resampling.NEAREST], gdal_type)
        self._smooth = None
        if resampling is not Resampling.NEAREST:
            self._smooth = resampled(image, placement, grid, GDAL_WORDS[resampling], gdal_type)

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values, floating point, and validity (K, height, width).

        GDAL would let valid pixels grow into those beside them that hold nothing: valid is what
        falls on a valid pixel.
        """
        nearest = self._window(self._nearest, window)
        valid = np.isfinite(nearest)
        values = nearest if self._smooth is None else self._window(self._smooth, window)
        values = np.where(np.isfinite(values), values, nearest)
        # whatever reads a result without its mask should not meet NaN in it
        return np.where(valid, values, self._dtype.type(0)), valid

    def close(self) -> None:
        """Let go of the file."""
        for source in (self._nearest, self._smooth):
            if source is not None:
                release(source.dataset)
                release(source.original)

    def _window(self, source: Resampled, window: Window) -> np.ndarray:
        values = np.empty((self._shape, *window.shape), self._dtype)
        read_into(source.dataset, self._path, range(1, self._shape + 1), window, values)
        source.release_cache()
        return values
