"""The lowest and highest valid value of each band of an image, and the range that its values fill."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from ..errors import ValuesTooLargeError
from ..execution import Signal
from ..numeric.quantiles import Range, range_of
from ..progress import Progress
from ..raster.image import Image
from ..settings import ExecutionSettings
from .counting import window_plan
from .windowed import Need, Patch, compute_windows

SAMPLE = 100_000
"""Pixels of an image, regularly spread, that tell which range its values fill."""


class _Seen(NamedTuple):
    """What a window shows of one band."""

    low: float
    high: float
    sample: np.ndarray
    """(n,) some of its valid values."""


def find_ranges(image: Image, execution: ExecutionSettings, progress: Progress) -> list[Range | None]:
    """The range of each band; None for a band without a valid pixel.

    Raises `Cancelled`, `DamagedRasterError`, or `ValuesTooLargeError` where no number tells how far they lie apart.
    """
    step = max(1, math.isqrt(image.width * image.height // SAMPLE))

    def compute(patch: Patch, signal: Signal) -> list[_Seen]:
        column, row, *_ = patch.window
        spread = np.s_[-row % step::step, -column % step::step]
        found = []
        for values, valid in zip(patch.values, patch.valid):
            signal.stop_if_asked()
            shown = values[valid]
            ends = (float(shown.min()), float(shown.max())) if shown.size else (np.inf, -np.inf)
            found.append(_Seen(*ends, values[spread][valid[spread]]))
        return found

    plan = window_plan(image, Need(image.dtype.itemsize, image.dtype.itemsize), execution)
    parts = [found for _, found in compute_windows(image, compute, plan, execution, progress)]
    progress.advance(1.0)
    with np.errstate(over="ignore"):
        if any(np.isposinf(max(part.high for part in band) - min(part.low for part in band)) for band in zip(*parts)):
            raise ValuesTooLargeError(image.path)
    return [_range(band) for band in zip(*parts)]


def _range(parts: tuple[_Seen, ...]) -> Range | None:
    low, high = min(part.low for part in parts), max(part.high for part in parts)
    if low > high:
        return None
    values, count = np.unique(np.concatenate([part.sample for part in parts]).astype(np.float64), return_counts=True)
    return range_of(values, values, count, low, high)
