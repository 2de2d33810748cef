"""Some bands of an image, chosen by a list of their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..errors import EvenlightError, OptionError, UnknownBandError, some
from ..messages import Message
from .image import Image

MOST_BANDS = 65535
"""No raster that GDAL opens has more."""


def parse_bands(text: str) -> list[int]:
    """The numbers of a list such as ``1,3-5``, in its order; nothing means all bands.

    Raises `OptionError`.
    """
    wanted = Message("numbers from 1 and ranges of them, such as 1,3-5, or nothing for all bands")
    numbers: list[int] = []
    for entry in filter(None, (part.strip() for part in text.split(","))):
        match = re.fullmatch(r"(\d{1,5})(?:\s*-\s*(\d{1,5}))?", entry, re.ASCII)
        first = int(match[1]) if match else 0
        last = int(match[2] or first) if match else 0
        if not 1 <= first <= last <= MOST_BANDS:
            raise OptionError("BANDS", text, wanted)
        numbers += range(first, last + 1)
    if len(set(numbers)) < len(numbers):
        raise OptionError("BANDS", text, Message("every band only once"))
    if text.strip() and not numbers:
        raise OptionError("BANDS", text, wanted)
    return numbers


def check_bands(text: str, images: Sequence[Image]) -> list[EvenlightError]:
    """What is wrong with a list of bands: its spelling, or bands that an image does not have."""
    try:
        numbers = parse_bands(text)
    except OptionError as problem:
        return [problem]
    lacking = [(image, [f"B{number}" for number in numbers if number not in image.bands]) for image in images]
    return [UnknownBandError(image.path, some(words, quote=""), None, image.bands) for image, words in lacking if words]


def chosen_bands(image: Image, text: str) -> Image:
    """The image with the bands of a list that `check_bands` found right."""
    numbers = parse_bands(text)
    return with_bands(image, numbers) if numbers else image


def with_bands(image: Image, numbers: Sequence[int]) -> Image:
    """The image with some of its measuring bands only, in the order given; others need not be read."""
    places = [image.bands.index(number) for number in numbers]
    return replace(
        image,
        bands=tuple(numbers),
        nodata=tuple(image.nodata[place] for place in places),
        scales=tuple(image.scales[place] for place in places),
        band_masks=tuple(image.band_masks[place] for place in places) if image.band_masks else (),
    )
