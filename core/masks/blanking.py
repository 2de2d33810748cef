"""Images with the pixels inside or outside polygons blanked; all others stay as they are, bit by bit."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from osgeo import gdal

from ..execution import Signal
from ..raster import creation, writing
from ..raster.image import Image
from ..raster.one_nodata import filler, under_one_nodata
from ..raster.reading import Handles, ImageReader, Window
from ..raster.windows import PIXELS_AT_ONCE, reading_windows
from ..settings import BlankSettings, OutputSettings, SelectionMode
from ..version import VERSION
from .polygons import Burner


@dataclass(frozen=True)
class BlankJob:
    """One image to be blanked."""

    image: Image
    polygons: Burner
    """In the image's coordinate system."""
    target: str
    """The file that will hold the result."""
    compressors: int
    """Threads that compress."""


class BlankWriter:
    """Writes one image after the other, each from its own thread."""

    def __init__(self, settings: BlankSettings, output: OutputSettings, budget: float):
        self._settings = settings
        self._output = output
        self._budget = budget
        self._handles = Handles()

    def write(self, job: BlankJob, signal: Signal) -> int:
        """The task of one image; returns how many valid pixels were blanked."""
        image = _with_validity(job.image)
        nodata = writing.output_nodata(image, image.gdal_type)
        # raw, valid and blanked values of each band
        most_pixels = min(self._budget / (len(image.bands) * (2 * image.dtype.itemsize + 2)), PIXELS_AT_ONCE)
        tile = creation.tile_size(image, None, most_pixels)
        options = creation.geotiff_options(image, self._output, tile, job.compressors)
        reader = ImageReader(job.image, self._handles)
        tags = {"EVENLIGHT_VERSION": VERSION, "EVENLIGHT_METHOD": "mask_rasters"}
        blanked = 0
        with writing.create_like(job.target, image, image.gdal_type, nodata, options, tags) as target:
            for window in reading_windows(image, tile, most_pixels, self._handles, self._budget):
                signal.stop_if_asked()
                blanked += self._write_window(target, job, image, nodata, reader, window)
                writing.flush_blocks(target, job.target)
                signal.add(window[2] * window[3])
        return blanked

    def _write_window(
        self, target: gdal.Dataset, job: BlankJob, image: Image, nodata: float | None, reader: ImageReader,
        window: Window,
    ) -> int:  # fmt: skip
        values, valid = reader.read(window)
        inside = job.polygons.inside(image.geotransform, window)
        kept = inside if self._settings.mask_mode is SelectionMode.INCLUDE else ~inside
        column, row, _, _ = window
        for band, pixels in zip(image.bands, blanked_values(values, valid, kept, image, nodata)):
            writing.write_window(target, job.target, band, pixels, column, row)
        seen = valid.any(axis=0)
        if image.alpha is not None:
            alpha = reader.alpha(window)
            writing.write_window(target, job.target, image.alpha, np.where(kept, alpha, 0), column, row)
        elif image.shared_mask:
            mask = (seen & kept).astype(np.uint8) * np.uint8(255)
            writing.write_mask(target, job.target, mask, column, row)
        return int((seen & ~kept).sum())


def _with_validity(image: Image) -> Image:
    """An image that marks nothing as invalid gets a mask: any value of its bands may be data."""
    marks = image.shared_mask or any(value is not None and writing.holds(image.dtype, value) for value in image.nodata)
    return image if marks else replace(image, shared_mask=True)


def blanked_values(
    values: np.ndarray, valid: np.ndarray, kept: np.ndarray, image: Image, nodata: float | None
) -> np.ndarray:
    """Values (K, height, width) of an image with those that are not ``kept`` (height, width) blanked.

    ``nodata`` is the value of the result.  Where it could be data in the image, valid values that
    meet it become its neighbour: in bands with another nodata value or with a mask of their own.
    """
    result = under_one_nodata(values, valid & kept, image, nodata)
    result[:, ~kept] = filler(nodata, values.dtype)
    return result
