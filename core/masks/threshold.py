"""Masks from a rule: look at pixels, sieve, grow, draw outlines; one image is one task.

Every step works in windows, and none of them sees where a window ends: percentiles are those of the
whole band, patches are found by GDAL line by line, and growing looks as far around a window as it
reaches.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from ..errors import WriteError
from ..execution import Signal
from ..raster import creation, writing
from ..raster.dataset import last_message, quiet_gdal, read_window
from ..raster.image import Image
from ..raster.transaction import remove_part, target_path
from ..raster.window import PIXELS_AT_ONCE, Window
from ..settings import OutputSettings
from ..version import VERSION
from .expression import Percentile
from .growing import Reach, reach_of
from .rule import Rule, RuleReader
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
    return replace(
        image, bands=(1,), alpha=None, gdal_type=gdal.GDT_Byte, nodata=(float(UNKNOWN),), file_mask=False,
        scales=((1.0, 0.0),),
    )  # fmt: skip


class MaskWriter:
    """Writes one mask after the other, each from its own thread."""

    def __init__(self, rule: Rule, settings: ThresholdSettings, output: OutputSettings, budget: float):
        self._rule = rule
        self._settings = settings
        self._output = output
        self._budget = budget
        self._reader = RuleReader(rule, budget)
        self._tags = {
            "EVENLIGHT_VERSION": VERSION,
            "EVENLIGHT_METHOD": "threshold_mask",
            "EVENLIGHT_EXPRESSION": rule.expression.text,
        }

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
            return self._finish(job, found, raw, signal)

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

    def _finish(self, job: MaskJob, found: gdal.Dataset, raw: str, signal: Signal) -> Counts:
        """Grow the mask and write it as the result."""
        image = mask_image(job.image)
        reach = reach_of(image, self._settings.buffer)
        most_pixels = min(reach.most_pixels(self._budget), PIXELS_AT_ONCE)
        tile = creation.tile_size(image, None, most_pixels)
        options = creation.geotiff_options(image, self._output, tile, job.compressors)
        known = in_mask = 0
        marks = writing.Marks(float(UNKNOWN), False, False)
        with writing.create_on_grid(job.target, image, ["mask"], image.gdal_type, marks, options, self._tags) as result:
            for window in image.grid.window.cut(tile, most_pixels):
                signal.stop_if_asked()
                values = _grown(found, raw, window, reach)
                writing.flush_blocks(found, raw)
                known += int((values != UNKNOWN).sum())
                in_mask += int((values == IN_MASK).sum())
                result.write(window, values[None], values[None] != UNKNOWN)
                result.flush()
                signal.add(window.pixels)
        return Counts(known, in_mask)


def _grown(found: gdal.Dataset, path: str, window: Window, reach: Reach) -> np.ndarray:
    """A window of the mask after growing.

    It grows over what is unknown too: a saturated pixel has no answer and lies in the middle of a cloud.
    """
    around = reach.around(window, (found.RasterXSize, found.RasterYSize))
    values = read_window(found, path, [1], around)[0]
    grown = np.where(reach.grown(values == IN_MASK), np.uint8(IN_MASK), values)
    return grown[window.relative_to(around).slices]


def sieve_sizes(minimum_size: int) -> list[int]:
    """Sizes to sieve by one after the other, the last one as asked; none where every patch may stay."""
    sizes = []
    while minimum_size >= 2:
        sizes.insert(0, minimum_size)
        minimum_size //= 4
    return sizes
