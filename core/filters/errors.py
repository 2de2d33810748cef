"""What the raster tools refuse; every text is a sentence for the user."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import EvenlightError, differing
from ..messages import Message


class PartnerError(EvenlightError):
    """It is not clear what an image is compared with."""

    def __init__(self, both: bool):
        if both:
            super().__init__(Message("TEMPLATE and OTHER are both given: empty one of them."))
        else:
            super().__init__(Message(
                "Nothing says what to compare the image with: give a TEMPLATE to look for, or an OTHER image of "
                "the same ground."
            ))


class FlatBandError(EvenlightError):
    """A template's band has one value only."""

    def __init__(self, path: str, number: int):
        super().__init__(Message(
            "Band {number} of {path} has no contrast, so nothing correlates with it: choose another template, or "
            "leave the band out of BANDS.",
            number=number, path=path,
        ))


class NoScoreError(EvenlightError):
    """Nothing could be compared: the result would be empty."""

    def __init__(self, path: str, partner: str, why: str):
        super().__init__(Message(
            "{path} cannot be compared with {partner} anywhere: {why}.", path=path, partner=partner, why=why
        ))


class ValuesTooLargeError(EvenlightError):
    """Sums or differences of pixels leave the range of floating point."""

    def __init__(self, path: str):
        super().__init__(Message(
            "{path} holds values too large to compute with: declare them as no data if they mark missing pixels, "
            "or bring the image into another unit (Raster calculator).",
            path=path,
        ))


class NoValidPixelsError(EvenlightError):
    """A band has no pixel that counts."""

    def __init__(self, path: str, band: int, polygons: bool = False):
        """``polygons``: whether the run has some that may leave none."""
        more = Message(", and that the mask polygons leave some of it") if polygons else ""
        super().__init__(Message(
            "{path} has no valid pixel to count in band {band}: check its nodata value and mask{more}.",
            path=path, band=band, more=more,
        ))


class MixedTypesError(EvenlightError):
    """Images that need one table have different data types."""

    def __init__(self, types: Mapping[str, str]):
        super().__init__(Message(
            "All images need the same data type for one common table ({differing}): convert them (Translate), or "
            "choose another METHOD.",
            differing=differing(types),
        ))
