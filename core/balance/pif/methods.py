"""The methods by their words."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ...raster.image import Image
from ...settings import PifMethod, PifSettings
from .features import MOST_FITTED, Features, Sample
from .flood import MOST_GROWN, fit_flood
from .ir_mad import fit_ir_mad
from .matches import MOST_POINTS
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
