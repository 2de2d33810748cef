"""What can be wrong with the settings of a step; the images need not be read for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from ..errors import EvenlightError, OptionError
from ..messages import Message
from ..radiometry.pif.methods import check_pif
from ..radiometry.virtual_output import WITH_VIRTUAL_FORM, VirtualOutputError
from ..raster.image import Image, called
from ..raster.image_names import AmbiguousNameError
from ..settings import (
    GlobalMethod,
    GlobalSettings,
    LocalSettings,
    ModelImagesMode,
    OutputFormat,
    OutputSettings,
    PifMethod,
    PifSettings,
)
from .errors import NoModelImageError, UnknownImageError


def check_global(images: Sequence[Image], settings: GlobalSettings) -> list[EvenlightError]:
    """Whether every model image is an input, one image at least is left to follow, and weights can be weights."""
    chosen, problems = check_chosen(settings.model_images, images, UnknownImageError)
    if len(chosen) == len(images) and settings.model_images_mode is ModelImagesMode.EXCLUDE:
        problems.append(NoModelImageError())
    factors = {"MEAN_FACTOR": settings.mean_factor, "STD_FACTOR": settings.std_factor}
    if settings.method is GlobalMethod.LEAST_SQUARES and not any(factors.values()):
        needed = Message("a number above 0 for one of them at least")
        problems.append(OptionError("MEAN_FACTOR and STD_FACTOR", 0, needed))
    allowed = Message("0 or more")
    return problems + [OptionError(name, value, allowed) for name, value in factors.items() if not value >= 0]


def check_chosen(
    names: Sequence[str], images: Sequence[Image], unknown: Callable[[str], EvenlightError]
) -> tuple[set[int], list[EvenlightError]]:
    """Which images names, folders and patterns choose, and what is wrong; ``unknown``: the problem of one in vain."""
    chosen: set[int] = set()
    problems: list[EvenlightError] = []
    for name in names:
        found = called(name, images)
        chosen.update(found)
        if len(found) > 1 and name in (images[found[0]].name, os.path.basename(images[found[0]].path)):
            problems.append(AmbiguousNameError(name, [images[index].path for index in found]))
        elif not found:
            problems.append(unknown(name))
    return chosen, problems


def check_local(settings: LocalSettings, output: OutputSettings | None = None) -> list[EvenlightError]:
    """Whether the numbers can be what they are for, and the output can hold the correction."""
    problems: list[EvenlightError] = []
    if output is not None and output.format is OutputFormat.VIRTUAL and settings.correction not in WITH_VIRTUAL_FORM:
        problems.append(VirtualOutputError(settings.correction.value))
    wholes = {"BLOCKS": settings.blocks, "BLOCK_ROWS": settings.block_rows, "BLOCK_COLUMNS": settings.block_columns}
    for name, value in wholes.items():
        if value is not None and value < 1:
            problems.append(OptionError(name, value, Message("1 or more")))
    shares = {"ALPHA": settings.alpha, "BLOCK_VALID_PIXEL_THRESHOLD": settings.block_valid_pixel_threshold}
    for name, share in shares.items():
        if not 0.0 <= share <= 1.0:
            problems.append(OptionError(name, share, Message("a number from 0 to 1")))
    if not settings.smoothness >= 0.0:
        problems.append(OptionError("SMOOTHNESS", settings.smoothness, Message("0 or more")))
    return problems


def check_features(settings: PifSettings, images: Sequence[Image], inz_folder: str | None) -> list[EvenlightError]:
    """What is wrong with the settings."""
    problems = check_pif(settings, images)
    if inz_folder is not None and settings.method is not PifMethod.FLOOD_FROM_MATCH_POINTS:
        wanted = Message(
            "it only with PIF_METHOD {needed}; {method} has no such score",
            needed=PifMethod.FLOOD_FROM_MATCH_POINTS, method=settings.method,
        )
        problems.append(OptionError("SAVE_INZ", inz_folder, wanted))
    return problems
