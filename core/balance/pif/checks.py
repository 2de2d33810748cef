"""Whether the settings can be what they are for, before a pixel is read."""

from __future__ import annotations

from collections.abc import Sequence

from ...errors import EvenlightError, MissingLibraryError, OptionError, some
from ...opencv import need_opencv
from ...raster.image import Image
from ...settings import PifSettings
from .matches import WITHOUT_OPENCV
from .methods import METHODS


def check_pif(settings: PifSettings, images: Sequence[Image]) -> list[EvenlightError]:
    """What is wrong with the settings for these images."""
    problems = _check_bands(settings, images)
    greenest, method = settings.vegetation_threshold, METHODS.get(settings.method)
    fewest = settings.min_samples if method and method.thins else 1
    limits = {
        "VEGETATION_THRESHOLD": (greenest, -1.0 <= greenest <= 1.0, "a number from -1 to 1"),
        "INZ_THRESHOLD": (settings.inz_threshold, settings.inz_threshold > 0, "a number above 0"),
        "REGION_RADIUS": (settings.region_radius, settings.region_radius >= 0, "0 or more"),
        "MIN_SAMPLES": (settings.min_samples, settings.min_samples >= 1, "1 or more"),
        "MAX_SAMPLES": (settings.max_samples, settings.max_samples >= fewest, f"{fewest} or more"),
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
        problems.append(OptionError(missing, "empty", f"a band number, or leave {next(iter(given))} empty too"))
    if len(given) == 2 and settings.red_band == settings.nir_band:
        problems.append(OptionError("NIR_BAND", settings.nir_band, "another band than RED_BAND"))
    for name, number in given.items():
        lacking = next((image for image in images if number not in image.bands), None)
        if lacking is not None:
            listing = some(map(str, lacking.bands), 20, quote="")
            problems.append(OptionError(name, number, f"a band that {lacking.path} has ({listing})"))
    return problems
