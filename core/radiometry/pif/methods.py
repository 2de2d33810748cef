"""The methods by their words, and whether their settings can be what they are for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ...errors import EvenlightError, MissingLibraryError, OptionError, some
from ...messages import Message
from ...opencv import need_opencv
from ...raster.image import Image
from ...settings import PifMethod, PifSettings
from .features import MOST_FITTED, Features, Sample
from .flood import MOST_GROWN, fit_flood
from .ir_mad import fit_ir_mad
from .matches import MOST_POINTS, WITHOUT_OPENCV
from .residual import fit_residual
from .shared_ground import WINDOW_PIXELS

DOUBLES = 12
"""Arrays of float64 that exist together, of every pixel and band looked at."""
GROWING = 40
"""Bytes that growing takes for each pixel: scores, labels, distances."""


class Method(NamedTuple):
    """How features are found."""

    fit: Callable[[Sample, PifSettings], Features]
    most_pixels: int
    """Of the sample it is given."""
    more_memory: int = 0
    """Bytes beside the sample and the pixels looked at."""
    needs_opencv: bool = False
    thins: bool = False
    """Whether it keeps `PifSettings.max_samples` at most."""


METHODS: dict[PifMethod, Method] = {
    PifMethod.RESIDUAL: Method(fit_residual, MOST_FITTED),
    PifMethod.IR_MAD: Method(fit_ir_mad, MOST_FITTED),
    PifMethod.FLOOD_FROM_MATCH_POINTS: Method(
        fit_flood, MOST_GROWN, GROWING * MOST_GROWN + 2 * MOST_POINTS**2, needs_opencv=True, thins=True
    ),
}


def method_memory(method: PifMethod, image: Image) -> int:
    """Bytes that one pair takes at most."""
    found_by = METHODS[method]
    memory = 8 * DOUBLES * len(image.bands) * max(MOST_FITTED, WINDOW_PIXELS)
    memory += 2 * len(image.bands) * image.dtype.itemsize * found_by.most_pixels
    return memory + found_by.more_memory


def check_pif(settings: PifSettings, images: Sequence[Image]) -> list[EvenlightError]:
    """What is wrong with the settings for these images."""
    problems = _check_bands(settings, images)
    greenest, method = settings.vegetation_threshold, METHODS.get(settings.method)
    fewest = settings.min_samples if method and method.thins else 1
    limits = {
        "VEGETATION_THRESHOLD": (greenest, -1.0 <= greenest <= 1.0, Message("a number from -1 to 1")),
        "INZ_THRESHOLD": (settings.inz_threshold, settings.inz_threshold > 0, Message("a number above 0")),
        "REGION_RADIUS": (settings.region_radius, settings.region_radius >= 0, Message("0 or more")),
        "MIN_SAMPLES": (settings.min_samples, settings.min_samples >= 1, Message("1 or more")),
        "MAX_SAMPLES": (settings.max_samples, settings.max_samples >= fewest, Message(
            "{fewest} or more", fewest=fewest
        )),
    }
    problems += [OptionError(name, value, wanted) for name, (value, good, wanted) in limits.items() if not good]
    if method and method.needs_opencv:
        try:
            need_opencv(WITHOUT_OPENCV)
        except MissingLibraryError as problem:
            problems.append(problem)
    return problems


def _check_bands(settings: PifSettings, images: Sequence[Image]) -> list[EvenlightError]:
    bands = {"RED_BAND": settings.red_band, "NIR_BAND": settings.nir_band}
    given = {name: number for name, number in bands.items() if number is not None}
    problems: list[EvenlightError] = []
    if len(given) == 1:
        missing = next(name for name in bands if name not in given)
        wanted = Message("a band number, or leave {other} empty too", other=next(iter(given)))
        problems.append(OptionError(missing, Message("empty"), wanted))
    if len(given) == 2 and settings.red_band == settings.nir_band:
        problems.append(OptionError("NIR_BAND", settings.nir_band, Message("another band than RED_BAND")))
    for name, number in given.items():
        lacking = next((image for image in images if number not in image.bands), None)
        if lacking is not None:
            listing = some(map(str, lacking.bands), 20, quote="")
            wanted = Message("a band that {path} has ({listing})", path=lacking.path, listing=listing)
            problems.append(OptionError(name, number, wanted))
    return problems
