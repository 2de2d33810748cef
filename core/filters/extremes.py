"""The lowest and highest valid value of each band of an image."""

from __future__ import annotations

import numpy as np

from ..errors import ValuesTooLargeError
from ..execution import Signal
from ..progress import Progress
from ..raster.image import Image
from ..settings import ExecutionSettings
from .counting import window_plan
from .windowed import Need, Patch, compute_windows


def find_extremes(image: Image, execution: ExecutionSettings, progress: Progress) -> list[tuple[float, float] | None]:
    """(lowest, highest) of each band; None for a band without a valid pixel.

    Raises `Cancelled`, `DamagedRasterError`, or `ValuesTooLargeError` where no number tells how far they lie apart.
    """

    def compute(patch: Patch, signal: Signal) -> np.ndarray:
        found = np.full((len(image.bands), 2), [np.inf, -np.inf])
        for own, values, valid in zip(found, patch.values, patch.valid):
            signal.stop_if_asked()
            shown = values[valid]
            if shown.size:
                own[:] = shown.min(), shown.max()
        return found

    plan = window_plan(image, Need(image.dtype.itemsize, 0.0), execution)
    low, high = np.full(len(image.bands), np.inf), np.full(len(image.bands), -np.inf)
    for _, found in compute_windows(image, compute, plan, execution, progress):
        low, high = np.minimum(low, found[:, 0]), np.maximum(high, found[:, 1])
    progress.advance(1.0)
    with np.errstate(over="ignore"):
        if np.isposinf(high - low).any():
            raise ValuesTooLargeError(image.path)
    return [(float(a), float(b)) if a <= b else None for a, b in zip(low, high)]
