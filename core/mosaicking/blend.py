"""From the pixels of several images to one value each: rules for overlaps, and the feather along seams.

Everything has fixed kernels and a fixed order, so a pixel is the same in any window.  Running sums of whole numbers are
exact; those of measurements would round differently in every window.

    y = sum w_i y_i / sum w_i,   w_i = (k * [L = i]) s(d_i / h),   k = box(h) * box(h)

L are the labels, d_i the distance to the image's own edge, s(t) = t^2 (3 - 2 t).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from ..raster.nodata import needs_double
from .settings import Overlap

LEAST = 1e-6
"""Of the way from an image's own edge, so that a weight is never 0 where there is data."""


class Part(NamedTuple):
    """One image in a window."""

    values: np.ndarray
    """(K, height, width), 0 where not valid."""
    valid: np.ndarray
    """(K, height, width)."""
    weight: np.ndarray | float = 0.0
    """(height, width): how much it counts beside others."""


def float_type(dtype: np.dtype) -> np.dtype:
    """In which values of a type are blended."""
    return np.dtype(np.float64 if needs_double(dtype) else np.float32)


def feather_radius(width: int) -> int:
    """Pixels to each side of a seam that feathering reaches."""
    return 2 * (width // 4)


def feather_weight(own: np.ndarray, edge_distance: np.ndarray | float, width: int) -> np.ndarray:
    """How much an image counts, from its pixels in a window with `feather_radius` more on each side."""
    radius = feather_radius(width)
    inner = np.s_[radius:own.shape[0] - radius, radius:own.shape[1] - radius]
    ramp = smoothly(np.asarray(edge_distance) / (width // 2))
    return ramp * _boxed(own, width // 4)[inner] + 1e-12 * own[inner]


def feather(parts: Sequence[Part], cut: np.ndarray, dtype: np.dtype) -> np.ndarray:
    """Values (K, height, width) that pass from one image to the other within a strip.

    ``cut``: the mosaic without blending, in ``dtype``; what no seam is near stays exactly that.
    """
    total, weights, low, high = np.zeros(cut.shape, dtype), None, cut, cut
    for part in parts:
        weight = part.weight.astype(dtype)
        if not part.valid.all():
            weight = np.where(part.valid, weight, dtype.type(0))
        weights = weight if weights is None else weights + weight
        apart = part.values - cut
        apart *= weight
        total += apart
        shown = np.where(weight > 0, part.values, cut)
        low, high = np.minimum(low, shown), np.maximum(high, shown)
    total /= np.where(weights > 0, weights, dtype.type(1))
    total += cut
    return np.clip(total, low, high, out=total)


def smoothly(share: np.ndarray | float) -> np.ndarray:
    """Nearly from 0 to 1, smoothly at both ends."""
    share = np.clip(share, LEAST, 1.0)
    return share**2 * (3.0 - 2.0 * share)


def _boxed(own: np.ndarray, radius: int) -> np.ndarray:
    """Whole numbers: how often a pixel is met from another one by two boxes one after the other."""
    sums = own.astype(np.int32)
    for axis in (0, 1):
        for _ in range(2):
            sums = _box(sums, radius, axis)
    return sums


def _box(sums: np.ndarray, radius: int, axis: int) -> np.ndarray:
    pads = [(0, 0), (0, 0)]
    pads[axis] = (radius + 1, radius)
    running = np.pad(sums, pads).cumsum(axis=axis, dtype=np.int32)
    size = sums.shape[axis]
    return running.take(range(2 * radius + 1, 2 * radius + 1 + size), axis) - running.take(range(size), axis)


Merge = Callable[[Iterable[Part], np.dtype], tuple[np.ndarray, np.ndarray]]
"""Images in their order, of a type, to values and validity, (K, height, width) both."""


def _put(
    parts: Iterable[Part], dtype: np.dtype, better: Callable[[np.ndarray, np.ndarray], np.ndarray] | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """One image after the other onto what there is: where that is nothing, or where it is ``better``."""
    values = valid = None
    for part in parts:
        if values is None:
            values, valid = part.values.copy(), part.valid.copy()
            continue
        taken = part.valid & (~valid if better is None else ~valid | better(part.values, values))
        np.copyto(values, part.values, where=taken)
        valid |= part.valid
    return values, valid


def _mean(parts: Iterable[Part], dtype: np.dtype) -> tuple[np.ndarray, np.ndarray]:
    total = count = None
    for part in parts:
        shown = np.where(part.valid, part.values, 0).astype(np.float64)
        total, count = (shown, part.valid.astype(np.int32)) if total is None else (total + shown, count + part.valid)
    return (total / np.maximum(count, 1)).astype(float_type(dtype)), count > 0


def _median(parts: Iterable[Part], dtype: np.dtype) -> tuple[np.ndarray, np.ndarray]:
    parts = list(parts)
    kind, count = float_type(dtype), np.sum([part.valid for part in parts], axis=0, dtype=np.int32)
    ordered = np.sort(np.stack([np.where(part.valid, part.values, np.inf).astype(kind) for part in parts]), axis=0)
    places = np.maximum((count - 1) // 2, 0), count // 2
    low, high = (np.take_along_axis(ordered, place[None], axis=0)[0] for place in places)
    with np.errstate(invalid="ignore"):
        return np.where(count > 0, low + (high - low) / 2, 0).astype(kind), count > 0


MERGES: dict[Overlap, Merge] = {
    Overlap.FIRST: _put,
    Overlap.LAST: _put,
    Overlap.MEAN: _mean,
    Overlap.MEDIAN: _median,
    Overlap.MINIMUM: partial(_put, better=np.less),
    Overlap.MAXIMUM: partial(_put, better=np.greater),
}
"""Every rule but seamlines; for the last image they come in the opposite order."""
