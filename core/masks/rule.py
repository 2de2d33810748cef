"""What a mask is made by: an expression, the bands it names, and what it needs to know of an image beforehand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from ..errors import EvenlightError, OptionError, UnknownBandError
from ..execution import Signal
from ..messages import Message
from ..numeric.quantiles import Counter, passes_of
from ..raster.bands import with_bands
from ..raster.creation import tile_size
from ..raster.image import Image
from ..raster.source import FileSource, Handles, reading_windows
from ..raster.window import PIXELS_AT_ONCE, Window
from .errors import MaskRuleError, MissingBandsError, ReflectanceError
from .expression import ROLES, Expression, Percentile, Truth, parse
from .settings import MaskPreset, ThresholdSettings


class Rule(NamedTuple):
    """What to look for, and in which bands."""

    expression: Expression | None
    """None: a trained network answers."""
    bands: dict[str, int]
    """Numbers of the bands by their names in the expression."""
    scale: float
    is_preset: bool

    @property
    def text(self) -> str:
        """As it stands in a tag."""
        return MaskPreset.LEARNED.value if self.expression is None else self.expression.text

    @property
    def percentiles(self) -> Sequence[Percentile]:
        """What must be known of whole images."""
        return () if self.expression is None else self.expression.percentiles


LEARNED_ROLES = ("red", "green", "nir")
"""Bands that the network takes, in its order."""


def rule_of(settings: ThresholdSettings) -> Rule:
    """The rule that the settings describe.

    Raises `MaskRuleError`, `ExpressionError`, `MissingBandsError` or `OptionError`.
    """
    text, is_preset = settings.expression.strip(), settings.preset is not MaskPreset.NONE
    if bool(text) == is_preset:
        raise MaskRuleError(both=is_preset)
    if not settings.scale > 0:
        raise OptionError("SCALE", settings.scale, Message("a number above 0"))
    if not settings.buffer >= 0:
        raise OptionError("BUFFER", settings.buffer, Message("0 or a distance in map units"))
    learned = settings.preset is MaskPreset.LEARNED
    expression = None if learned else parse(PRESETS[settings.preset] if is_preset else text)
    names = LEARNED_ROLES if expression is None else expression.bands
    given = {role: getattr(settings, f"{role}_band") for role in ROLES}
    missing = [name for name in names if name in given and given[name] is None]
    if missing:
        raise MissingBandsError(missing)
    bands = {name: given[name] if name in given else int(name[1:]) for name in names}
    return Rule(expression, bands, settings.scale, is_preset)


def check_bands(rule: Rule, images: Sequence[Image]) -> list[EvenlightError]:
    """Bands that the images do not have."""
    return [
        UnknownBandError(image.path, name, number, image.bands)
        for image in images
        for name, number in rule.bands.items()
        if number not in image.bands
    ]


def passes_for(rule: Rule, image: Image) -> int:
    """How often the image's pixels are read for the rule's percentiles."""
    return passes_of(image.dtype) if rule.percentiles else 0


class RuleReader:
    """Reads what a rule needs of images, window by window; made once for all threads.

    Values are physical ones, with the file's scale and offset applied, times the rule's scale.
    """

    def __init__(self, rule: Rule, budget: float):
        self._rule = rule
        self._budget = budget
        self._handles = Handles()

    def percentiles(self, image: Image, signal: Signal) -> dict[Percentile, float]:
        """The task of one image: the percentiles of the rule's expression, of all valid pixels of their bands.

        Raises `DamagedRasterError`.
        """
        wanted: dict[int, list[Percentile]] = {}
        for percentile in self._rule.expression.percentiles:
            wanted.setdefault(self._rule.bands[percentile.band], []).append(percentile)
        if not wanted:
            return {}
        chosen = with_bands(image, sorted(wanted))
        reader = FileSource(chosen, self._handles)
        units = [self._units(chosen, number) for number in chosen.bands]
        counted = [
            # where more means less, the order is turned round
            Counter(image.dtype, [found.share if factor > 0 else 100 - found.share for found in wanted[number]])
            for number, (factor, _) in zip(chosen.bands, units)
        ]
        while not all(band.done for band in counted):
            for window in self.windows(image, signal):
                values, valid, *_ = reader.read(window)
                for band, pixels, known in zip(counted, values, valid):
                    if not band.done:
                        # some bands alone may be read in a smaller type than all
                        band.add(band.portion(pixels[known].astype(image.dtype, copy=False)))
            for band in counted:
                band.narrow()
        return {
            percentile: stored * factor + constant
            for number, band, (factor, constant) in zip(chosen.bands, counted, units)
            for percentile, stored in zip(wanted[number], band.percentiles())
        }

    def evaluate(self, image: Image, window: Window, percentiles: Mapping[Percentile, float]) -> Truth:
        """The answer of the expression in a window, known only where all bands of the rule are valid."""
        chosen = with_bands(image, sorted(set(self._rule.bands.values())))
        values, valid, *_ = FileSource(chosen, self._handles).read(window)
        bands = {}
        for name, number in self._rule.bands.items():
            factor, constant = self._units(chosen, number)
            bands[name] = values[chosen.bands.index(number)].astype(np.float64) * factor + constant
        truth = self._rule.expression.evaluate(bands, percentiles)
        known = truth.known & valid.all(axis=0)
        return Truth(truth.true & known, known)

    def windows(self, image: Image, signal: Signal) -> Iterator[Window]:
        """Windows that fit in memory; counts what is done, can be cancelled and keeps GDAL's cache small."""
        most_pixels = min(self._budget / self._bytes_per_pixel(), PIXELS_AT_ONCE)
        tile = tile_size(image, None, most_pixels)
        for window in reading_windows(image, tile, most_pixels, self._handles, self._budget):
            signal.stop_if_asked()
            yield window
            signal.add(window.pixels)

    def _bytes_per_pixel(self) -> float:
        """Of working memory: each band as it is stored, its validity and floating values; the stack; temporaries."""
        return 17.0 * len(self._rule.bands) + 8.0 * (self._rule.expression.deepest + 3)

    def _units(self, image: Image, number: int) -> tuple[float, float]:
        """Factor and constant from stored values to those of the expression."""
        factor, constant = image.scales[image.bands.index(number)]
        return factor * self._rule.scale, constant * self._rule.scale


def check_reflectances(
    rule: Rule, images: Sequence[Image], percentiles: Sequence[Mapping[Percentile, float]]
) -> list[EvenlightError]:
    """Images whose values can be no reflectances, where a preset asks for them."""
    if not rule.is_preset or not rule.percentiles:
        return []
    highest = [max(found.items(), key=lambda entry: entry[1]) for found in percentiles]
    return [
        ReflectanceError(image.path, percentile.band, value)
        for image, (percentile, value) in zip(images, highest)
        if value > HIGHEST_REFLECTANCE
    ]


HIGHEST_REFLECTANCE = 2.0
"""Of a scene's dark objects and of its middle: with offsets they reach 1.4, stored integers lie far above."""

PRESETS: dict[MaskPreset, str] = {
    MaskPreset.VEGETATION: "(nir - red) / (nir + red) > 0.2",
    MaskPreset.WATER: "(green - nir) / (green + nir) > 0",
    MaskPreset.CLOUD: (
        "blue - 10%blue > 0.05 and blue - 10%blue > 0.5 * (red - 10%red) and swir - 1%swir > 0.25 * (blue - 10%blue)"
    ),
    MaskPreset.SHADOW: "50%nir - nir > 0.06 and 50%swir - swir > 0.06 and nir > green",
}
"""Each preset as a user would write it; `core.masks.expression` reads it.

Reflectances of products come with additive constants: the light of the air, and offsets of the
format (-0.2 in Landsat Collection 2, -0.1 in Sentinel-2 since 2022).  A factor cannot undo them, so
tests with absolute limits compare with the scene's own dark objects or with its middle, where every
constant cancels (Chavez 1988, Remote Sensing of Environment 24, 459-479).

vegetation
    NDVI (Rouse et al. 1974, NASA SP-351, 309-317); below 0.2 lies bare ground (Sobrino et al. 2004,
    Remote Sensing of Environment 90, 434-440).
water
    NDWI and its limit (McFeeters 1996, International Journal of Remote Sensing 17, 1425-1432).
cloud
    Clouds are brighter in the blue than any dark object.  What they add is white, while bright soil
    adds more than twice as much red as blue (the haze optimized transform of Zhang et al. 2002,
    Remote Sensing of Environment 82, 173-187, with the slope of Fmask: Zhu & Woodcock 2012, Remote
    Sensing of Environment 118, 83-94).  And it reaches 1.6 micrometres, where water, ice and snow
    are black.
shadow
    Shadows are dark in the infrared, where the sky lights them least (the cloud shadow index of
    Zhai et al. 2018, ISPRS Journal of Photogrammetry and Remote Sensing 144, 235-253).  Water is
    dark there too, but greener.
"""
