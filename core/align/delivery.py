"""Aligned images are written: moved as they are, or resampled once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from osgeo import gdal

from ..execution import Signal
from ..raster import creation, writing
from ..raster.dataset import read_into, release
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.nodata import fitted, needs_double
from ..raster.source import FileSource, Handles, reading_windows
from ..raster.window import PIXELS_AT_ONCE, Window
from ..settings import OutputSettings
from ..version import VERSION
from .placement import Placement, Resampled, placed, resampled
from .settings import Resampling

GDAL_WORDS = {
    Resampling.NEAREST: "near",
    Resampling.BILINEAR: "bilinear",
    Resampling.CUBIC: "cubic",
    Resampling.LANCZOS: "lanczos",
}

WARPED_TILE = 512, 128
"""Width and height of the pieces in which GDAL's virtual rasters are warped."""


@dataclass(frozen=True)
class AlignJob:
    """One image to be written at its place."""

    image: Image
    placement: Placement
    common: Grid | None
    """The grid that the result gets; None: the image's own."""
    target: str
    """The file that will hold the result."""
    compressors: int
    """Threads that compress."""


class AlignWriter:
    """Writes one image after the other, each from its own thread."""

    def __init__(self, method: str, output: OutputSettings, resampling: Resampling, budget: float):
        """``method`` goes into the results' tags; ``budget``: bytes for each of the images written at once."""
        self._tags = {"EVENLIGHT_VERSION": VERSION, "EVENLIGHT_METHOD": method}
        self._output = output
        self._resampling = resampling
        self._budget = budget
        self._handles = Handles()

    def write(self, job: AlignJob, signal: Signal) -> bool:
        """The task of one image; returns whether it was resampled."""
        image, resample = placed(job.image, job.placement, job.common)
        moved = resample or image.geotransform != job.image.geotransform
        if resample:
            image = image.with_validity()
        marks = creation.result_marks(image, image.gdal_type, self._output)
        # floating values, the nearest ones and the result of each band, and validity of both
        most_pixels = min(self._budget / (len(image.bands) * (4 * image.dtype.itemsize + 16)), PIXELS_AT_ONCE)
        tile = creation.tile_size(image, None, most_pixels)
        options = creation.geotiff_options(image, self._output, tile, job.compressors)
        kind = image.gdal_type
        with writing.create_like(job.target, image, kind, marks, options, self._tags, moved) as result:
            pieces = self._warped(job, image, tile, most_pixels) if resample else self._read(job, tile, most_pixels)
            for window, values, valid, alpha in pieces:
                signal.stop_if_asked()
                if resample:
                    values = fitted(values, valid, image.dtype, marks.nodata)
                result.write(window, values, valid, alpha)
                result.flush()
                signal.add(window.pixels / (image.width * image.height))
        return resample

    def _read(self, job: AlignJob, tile: tuple[int, int], most_pixels: float) -> Iterator[tuple]:
        """Windows of the image as it is."""
        reader = FileSource(job.image, self._handles)
        for window in reading_windows(job.image, tile, most_pixels, self._handles, self._budget):
            values, valid, alpha, *_ = reader.read(window)
            yield window, values, valid, alpha

    def _warped(self, job: AlignJob, image: Image, tile: tuple[int, int], most_pixels: float) -> Iterator[tuple]:
        """Windows of the resampled image, valid where the nearest pixel is."""
        grid = image.grid
        bands = _Reader(job.image, job.placement, grid, self._resampling)
        alpha = None
        if job.image.alpha is not None:
            whole = {"alpha": None, "nodata": (None,), "file_mask": False, "band_masks": ()}
            alone = replace(job.image, bands=(job.image.alpha,), **whole)
            alpha = _Reader(alone, job.placement, grid, self._resampling)
        pieces = tuple(max(side, least) for side, least in zip(tile, WARPED_TILE))
        for window in image.grid.window.cut(pieces, most_pixels):
            values, valid = bands.read(window)
            opacity = None
            if alpha is not None:
                found, there = alpha.read(window)
                # what shows something is not wholly transparent
                opacity = np.maximum(fitted(found[0], there[0], image.dtype, None), valid.any(axis=0))
            yield window, values, valid, opacity
        for opened in (bands, alpha):
            if opened is not None:
                opened.close()


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
        if self._smooth is None:
            return nearest, valid
        values = self._window(self._smooth, window)
        return np.where(np.isfinite(values), values, nearest), valid

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
