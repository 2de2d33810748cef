"""Images with the pixels inside or outside polygons blanked; all others stay as they are, bit by bit."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..execution import Signal
from ..raster import creation, writing
from ..raster.image import Image
from ..raster.source import FileSource, Handles, reading_windows
from ..raster.window import PIXELS_AT_ONCE, Window
from ..settings import OutputSettings, SelectionMode
from ..version import VERSION
from .polygons import Rasterizer
from .settings import BlankSettings


@dataclass(frozen=True)
class BlankJob:
    """One image to be blanked."""

    image: Image
    polygons: Rasterizer
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
        image = job.image.with_validity()
        marks = creation.result_marks(image, image.gdal_type, self._output)
        # raw, valid and blanked values of each band
        most_pixels = min(self._budget / (len(image.bands) * (2 * image.dtype.itemsize + 2)), PIXELS_AT_ONCE)
        tile = creation.tile_size(image, None, most_pixels)
        options = creation.geotiff_options(image, self._output, tile, job.compressors)
        reader = FileSource(job.image, self._handles)
        tags = {"EVENLIGHT_VERSION": VERSION, "EVENLIGHT_METHOD": "mask_rasters"}
        blanked = 0
        with writing.create_like(job.target, image, image.gdal_type, marks, options, tags) as result:
            for window in reading_windows(image, tile, most_pixels, self._handles, self._budget):
                signal.stop_if_asked()
                blanked += self._write_window(result, job, reader, window)
                result.flush()
                signal.add(window.pixels)
        return blanked

    def _write_window(self, result: writing.Result, job: BlankJob, reader: FileSource, window: Window) -> int:
        values, valid, alpha, *_ = reader.read(window)
        inside = job.polygons.inside(job.image.grid, window)
        kept = inside if self._settings.mask_mode is SelectionMode.INCLUDE else ~inside
        result.write(window, np.where(kept, values, values.dtype.type(0)), valid & kept, alpha)
        return int((valid.any(axis=0) & ~kept).sum())
