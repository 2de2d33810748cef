"""Masks from a rule: look at pixels, sieve, grow, draw outlines; one image is one task.

Every step works in windows, and none of them sees where a window ends: percentiles are those of the
whole band, patches are found by GDAL line by line, and growing looks as far around a window as it
reaches.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from ..errors import WriteError
from ..execution import Signal
from ..raster import writing
from ..raster.dataset import last_message, quiet_gdal, read_window
from ..raster.image import Image
from ..raster.source import Pixels, Source
from ..raster.transaction import remove_part, target_path
from ..raster.window import PIXELS_AT_ONCE, Window
from ..raster.write import Share, tags_of, write_image
from ..settings import OutputSettings
from .expression import Percentile
from .growing import Reach, reach_of
from .learned import reader_of
from .rule import Rule
from .settings import ThresholdSettings
from .vectors import outline

IN_MASK, OUTSIDE, UNKNOWN = 1, 0, 255
"""Values of a mask; the last one is its nodata value."""

CONNECTED = 4
"""Neighbours of a pixel, for patches and outlines alike."""

PASSES = 2
"""How often the pixels of a mask are gone through."""


@dataclass(frozen=True)
class MaskJob:
    """One image to be looked at."""

    image: Image
    percentiles: Mapping[Percentile, float]
    """Those of the rule's expression."""
    target: str
    """The file that will hold the mask."""
    outlines: str | None
    """The file for its polygons; None without."""
    compressors: int
    """Threads that compress."""


class Counts(NamedTuple):
    """What was found in one image, in pixels."""

    known: int
    in_mask: int


def mask_image(image: Image) -> Image:
    """An image as its mask will be: one band of bytes on the same grid."""
    return image.with_values(gdal.GDT_Byte, float(UNKNOWN))


class MaskWriter:
    """Writes one mask after the other, each from its own thread."""

    def __init__(self, rule: Rule, settings: ThresholdSettings, output: OutputSettings, budget: float):
        self._rule = rule
        self._settings = settings
        self._output = output
        self._budget = budget
        self._reader = reader_of(rule, budget)
        self._tags = tags_of("threshold_mask", EVENLIGHT_EXPRESSION=rule.text)

    def write(self, job: MaskJob, signal: Signal) -> Counts:
        """The task of one image."""
        raw = f"{job.target}.raw.tif"
        try:
            counts = self._write_mask(job, raw, signal)
        finally:
            remove_part(raw)
        if job.outlines is not None:
            outline(job.target, job.outlines, job.image.crs, lambda: not signal.stopped)
        signal.stop_if_asked()
        return counts

    def _write_mask(self, job: MaskJob, raw: str, signal: Signal) -> Counts:
        """Write what the rule finds to the file ``raw``, uncompressed, and the mask made from it as the result."""
        image = job.image
        options = ["TILED=YES", "BIGTIFF=IF_SAFER"]
        with writing.create_raster(raw, image.width, image.height, 1, gdal.GDT_Byte, options) as found:
            found.GetRasterBand(1).SetNoDataValue(UNKNOWN)
            for window in self._reader.windows(image, signal):
                true, known = self._reader.evaluate(image, window, job.percentiles)
                values = np.where(known, np.where(true, IN_MASK, OUTSIDE), UNKNOWN).astype(np.uint8)
                writing.write_window(found, raw, 1, values, *window.corner)
                writing.flush_blocks(found, raw)
            self._sieve(found, job.target, signal)
            source = Grown(image, found, raw, reach_of(image, self._settings.buffer))
            share = Share(self._budget, job.compressors)
            written = write_image(source, job.target, self._output, self._tags, share, signal)
        return Counts(int(written.valid[0]), written.changed)

    def _sieve(self, found: gdal.Dataset, target: str, signal: Signal) -> None:
        """Merge small patches and holes with the largest patch beside them, in place.

        GDAL merges only into patches that are large enough themselves: where all are small, as in noise,
        they first have to grow.
        """
        for size in sieve_sizes(self._settings.minimum_size):
            self._sieve_once(found, target, size, signal)

    def _sieve_once(self, found: gdal.Dataset, target: str, size: int, signal: Signal) -> None:
        band = found.GetRasterBand(1)
        with quiet_gdal():
            gdal.ErrorReset()
            try:
                failed = gdal.SieveFilter(
                    band, band.GetMaskBand(), band, size, CONNECTED, callback=lambda *_: int(not signal.stopped)
                )
            except RuntimeError as error:
                signal.stop_if_asked()
                raise WriteError(target_path(target), str(error)) from error
        signal.stop_if_asked()
        if failed:
            raise WriteError(target_path(target), last_message())


class Grown(Source):
    """A raw mask after growing, as its image's result.

    It grows over what is unknown too: a saturated pixel has no answer and lies in the middle of a cloud.
    """

    names = ("mask",)

    def __init__(self, image: Image, found: gdal.Dataset, path: str, reach: Reach):
        """``found``: what was found, written to ``path``."""
        self.image = mask_image(image)
        self._found = found
        self._path = path
        self._reach = reach

    def most_pixels(self, memory: float) -> float:
        """See `Source`."""
        return min(self._reach.most_pixels(memory), PIXELS_AT_ONCE)

    def read(self, window: Window) -> Pixels:
        """See `Source`."""
        around = self._reach.around(window, (self.image.width, self.image.height))
        values = read_window(self._found, self._path, [1], around)
        grown = np.where(self._reach.grown(values[0] == IN_MASK), np.uint8(IN_MASK), values[0])
        values = grown[window.relative_to(around).slices][None]
        writing.flush_blocks(self._found, self._path)
        return Pixels(values, values != UNKNOWN, None, int((values == IN_MASK).sum()))


def sieve_sizes(minimum_size: int) -> list[int]:
    """Sizes to sieve by one after the other, the last one as asked; none where every patch may stay."""
    sizes = []
    while minimum_size >= 2:
        sizes.insert(0, minimum_size)
        minimum_size //= 4
    return sizes
