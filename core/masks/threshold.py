"""Masks from an expression: look at pixels, sieve, grow, draw outlines; one image is one task.

Every step works in windows, and none of them sees where a window ends: percentiles are those of the
whole band, patches are found by GDAL line by line, and growing looks as far around a window as it
reaches.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from ..errors import (
    EvenlightError,
    MaskRuleError,
    MissingBandsError,
    OptionError,
    ReflectanceError,
    UnknownBandError,
    WriteError,
)
from ..execution import Signal
from ..raster import creation, writing
from ..raster.dataset import last_message, quiet_gdal, read_window
from ..raster.image import Image
from ..raster.reading import Handles, ImageReader, Window
from ..raster.transaction import target_path
from ..raster.windows import tile_windows
from ..settings import ExecutionSettings, MaskPreset, OutputSettings, ThresholdSettings
from ..version import VERSION
from .expression import ROLES, Expression, Percentile, parse
from .growing import Reach, reach_of
from .percentiles import Percentiles
from .presets import HIGHEST_REFLECTANCE, PRESETS
from .vectors import outline

IN_MASK, OUTSIDE, UNKNOWN = 1, 0, 255
"""Values of a mask; the last one is its nodata value."""

CONNECTED = 4
"""Neighbours of a pixel, for patches and outlines alike."""

PIXELS_AT_ONCE = 1_000_000
"""More would keep a cancel waiting."""


class Rule(NamedTuple):
    """What to look for, and in which bands."""

    expression: Expression
    bands: dict[str, int]
    """Numbers of the bands by their names in the expression."""
    scale: float
    is_preset: bool

    @property
    def numbers(self) -> tuple[int, ...]:
        """The bands to read, each once."""
        return tuple(sorted(set(self.bands.values())))


@dataclass(frozen=True)
class MaskJob:
    """One image to be looked at."""

    image: Image
    target: str
    """The file that will hold the mask."""
    outlines: str | None
    """The file for its polygons; None without."""


class Counts(NamedTuple):
    """What was found in one image, in pixels."""

    known: int
    in_mask: int


def rule_of(settings: ThresholdSettings) -> Rule:
    """The rule that the settings describe.

    Raises `MaskRuleError`, `ExpressionError`, `MissingBandsError` or `OptionError`.
    """
    text, is_preset = settings.expression.strip(), settings.preset is not MaskPreset.NONE
    if bool(text) == is_preset:
        raise MaskRuleError(both=is_preset)
    if not settings.scale > 0:
        raise OptionError("SCALE", settings.scale, "a number above 0")
    if settings.buffer < 0:
        raise OptionError("BUFFER", settings.buffer, "0 or a distance in map units")
    expression = parse(PRESETS[settings.preset] if is_preset else text)
    given = {role: getattr(settings, f"{role}_band") for role in ROLES}
    missing = [name for name in expression.bands if name in given and given[name] is None]
    if missing:
        raise MissingBandsError(missing)
    bands = {name: given[name] if name in given else int(name[1:]) for name in expression.bands}
    return Rule(expression, bands, settings.scale, is_preset)


def check_bands(rule: Rule, images: Sequence[Image]) -> list[EvenlightError]:
    """Bands that the images do not have."""
    return [
        UnknownBandError(image.path, name, number, image.bands)
        for image in images
        for name, number in rule.bands.items()
        if number not in image.bands
    ]


def mask_image(image: Image) -> Image:
    """An image as its mask will be: one band of bytes on the same grid."""
    return replace(
        image, bands=(1,), alpha=None, gdal_type=gdal.GDT_Byte, nodata=(float(UNKNOWN),), shared_mask=False,
        scales=((1.0, 0.0),),
    )  # fmt: skip


def passes_of(rule: Rule, image: Image) -> int:
    """How often the image's pixels are gone through, its mask's included."""
    percentiles = Percentiles(image.dtype, ()).passes if rule.expression.percentiles else 0
    return percentiles + 2


class MaskWriter:
    """Writes one mask after the other, each from its own thread."""

    def __init__(
        self,
        rule: Rule,
        settings: ThresholdSettings,
        output: OutputSettings,
        execution: ExecutionSettings,
        workers: int,
        compressors: int,
    ):
        self._rule = rule
        self._settings = settings
        self._output = output
        self._budget = execution.memory_budget * 1e6 / 2 / workers
        self._compressors = compressors
        self._handles = Handles()

    def write(self, job: MaskJob, signal: Signal) -> Counts:
        """The task of one image."""
        image = _with_bands(job.image, self._rule.numbers)
        reader = ImageReader(image, self._handles)
        percentiles = self._percentiles(image, reader, signal)
        size = (image.width, image.height)
        raw = f"{job.target}.raw.tif"
        options = ["TILED=YES", "BIGTIFF=IF_SAFER"]
        with writing.create_raster(raw, *size, 1, gdal.GDT_Byte, options) as found:
            found.GetRasterBand(1).SetNoDataValue(UNKNOWN)
            for window in self._windows(image, signal):
                values = self._evaluate(image, reader, window, percentiles)
                writing.write_window(found, raw, 1, values, window[0], window[1])
                writing.flush_blocks(found, raw)
            self._sieve(found, job.target, signal)
            counts = self._finish(job, found, raw, signal)
        if job.outlines is not None:
            outline(job.target, job.outlines, image.crs, lambda: not signal.stopped)
        signal.stop_if_asked()
        return counts

    def _windows(self, image: Image, signal: Signal) -> Iterator[Window]:
        """Windows of the image for reading; counts what is done, hears a cancel and keeps GDAL's cache small."""
        # raw and floating values of each band, and what lies on the stack
        each = 8.0 * (2 * len(image.bands) + 8)
        most_pixels = min(self._budget / each, PIXELS_AT_ONCE)
        tile = creation.tile_size(image, None, most_pixels)
        for window in tile_windows((image.width, image.height), tile, most_pixels):
            signal.stop_if_asked()
            yield window
            self._handles.release_cache()
            signal.add(window[2] * window[3])

    def _percentiles(self, image: Image, reader: ImageReader, signal: Signal) -> dict[Percentile, float]:
        """The percentiles of the expression, in its units.

        Raises `ReflectanceError` where those of a preset cannot be reflectances.
        """
        wanted: dict[int, list[Percentile]] = {}
        for percentile in self._rule.expression.percentiles:
            wanted.setdefault(image.bands.index(self._rule.bands[percentile.band]), []).append(percentile)
        if not wanted:
            return {}
        dtype = reader.read((0, 0, 1, 1))[0].dtype
        units = {index: self._units(image, index) for index in wanted}
        counted = {
            # where more means less, the order is turned round
            index: Percentiles(dtype, [p.share if units[index][0] > 0 else 100 - p.share for p in percentiles])
            for index, percentiles in wanted.items()
        }
        while not all(percentiles.done for percentiles in counted.values()):
            for window in self._windows(image, signal):
                values, valid = reader.read(window)
                for index, percentiles in counted.items():
                    percentiles.add(values[index][valid[index]])
            for percentiles in counted.values():
                percentiles.narrow()
        found = {}
        for index, percentiles in wanted.items():
            factor, constant = units[index]
            for percentile, stored in zip(percentiles, counted[index].values()):
                found[percentile] = stored * factor + constant
                if self._rule.is_preset and found[percentile] > HIGHEST_REFLECTANCE:
                    raise ReflectanceError(image.path, percentile.band, found[percentile])
        return found

    def _units(self, image: Image, index: int) -> tuple[float, float]:
        """Factor and constant from stored values to those of the expression: physical ones times the scale."""
        factor, constant = image.scales[index]
        return factor * self._rule.scale, constant * self._rule.scale

    def _evaluate(
        self, image: Image, reader: ImageReader, window: Window, percentiles: Mapping[Percentile, float]
    ) -> np.ndarray:
        values, valid = reader.read(window)
        bands = {}
        for name, number in self._rule.bands.items():
            index = image.bands.index(number)
            factor, constant = self._units(image, index)
            bands[name] = values[index].astype(np.float64) * factor + constant
        truth = self._rule.expression.evaluate(bands, percentiles)
        known = truth.known & valid.all(axis=0)
        return np.where(known, np.where(truth.true, IN_MASK, OUTSIDE), UNKNOWN).astype(np.uint8)

    def _sieve(self, found: gdal.Dataset, target: str, signal: Signal) -> None:
        """Merge small patches and holes with the largest patch beside them, in place."""
        if self._settings.minimum_size < 2:
            return
        band = found.GetRasterBand(1)
        with quiet_gdal():
            gdal.ErrorReset()
            try:
                failed = gdal.SieveFilter(
                    band, band.GetMaskBand(), band, self._settings.minimum_size, CONNECTED,
                    callback=lambda *_: int(not signal.stopped),
                )  # fmt: skip
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
        options = creation.geotiff_options(image, self._output, tile, self._compressors)
        known = in_mask = 0
        with writing.create_raster(job.target, image.width, image.height, 1, image.gdal_type, options) as target:
            self._describe(target, image)
            for window in tile_windows((image.width, image.height), tile, most_pixels):
                signal.stop_if_asked()
                values = _grown(found, raw, window, reach)
                known += int((values != UNKNOWN).sum())
                in_mask += int((values == IN_MASK).sum())
                writing.write_window(target, job.target, 1, values, window[0], window[1])
                writing.flush_blocks(target, job.target)
                signal.add(window[2] * window[3])
        return Counts(known, in_mask)

    def _describe(self, target: gdal.Dataset, image: Image) -> None:
        target.SetGeoTransform(image.geotransform)
        target.SetProjection(image.crs)
        target.SetMetadata(
            {
                "EVENLIGHT_VERSION": VERSION,
                "EVENLIGHT_METHOD": "threshold_mask",
                "EVENLIGHT_EXPRESSION": self._rule.expression.text,
            }
        )
        band = target.GetRasterBand(1)
        band.SetNoDataValue(UNKNOWN)
        band.SetDescription("mask")


def _grown(found: gdal.Dataset, path: str, window: Window, reach: Reach) -> np.ndarray:
    """A window of the mask after growing; what is unknown stays so."""
    around = reach.around(window, found.RasterXSize, found.RasterYSize)
    values = read_window(found, path, [1], around)[0]
    grown = np.where((values != UNKNOWN) & reach.grown(values == IN_MASK), np.uint8(IN_MASK), values)
    left, top = window[0] - around[0], window[1] - around[1]
    return grown[top : top + window[3], left : left + window[2]]


def _with_bands(image: Image, numbers: Sequence[int]) -> Image:
    """The image with some of its bands only; others need not be read."""
    places = [image.bands.index(number) for number in numbers]
    return replace(
        image,
        bands=tuple(numbers),
        nodata=tuple(image.nodata[place] for place in places),
        scales=tuple(image.scales[place] for place in places),
    )
