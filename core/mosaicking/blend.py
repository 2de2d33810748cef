"""From the pixels of several images to one value each: rules for overlaps, and blends along seams.

Everything has fixed kernels and a fixed order, so a pixel is the same in any window.  Running sums of whole numbers are
exact; those of measurements would round differently in every window.

    feather    y = sum w_i y_i / sum w_i,   w_i = (k * [L = i]) s(d_i / h),   k = box(h) * box(h)
    multiband  R_i0 = s(d_i / 2^n) (y_i - C),  w_i0 = [L = i],  each level of R and w smoothed and halved;
               y = C + m (sum over levels of w_(l+1) (R_l - R_(l+1)) + G w_n R_n),  weights of a level adding up to 1

C is the mosaic cut along its seams, L the labels, d_i the distance to the image's own edge, s(t) = t^2 (3 - 2 t),
m the second largest of all s(4 d_i / 2^n).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from ..raster.nodata import needs_double
from .settings import Overlap

LEAST = 1e-6
"""Of the share of the way from an image's own edge."""

TAPS = (1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16)
"""Smoothing before every second pixel is taken."""


class Part(NamedTuple):
    """One image in a window."""

    values: np.ndarray
    """(K, height, width), 0 where not valid."""
    valid: np.ndarray
    """(K, height, width)."""
    own: np.ndarray
    """(height, width) bool: the pixels that come from it."""
    edge_distance: np.ndarray | float
    """Pixels to its own edge, as far as `reach_of_edges` looks."""


def float_type(dtype: np.dtype) -> np.dtype:
    """In which values of a type are blended."""
    return np.dtype(np.float64 if needs_double(dtype) else np.float32)


def feather_radius(width: int) -> int:
    """Pixels to each side of a seam that feathering reaches."""
    return 2 * (width // 4)


def feather(parts: Sequence[Part], cut: np.ndarray, width: int, dtype: np.dtype) -> np.ndarray:
    """Values (K, height, width) that pass from one image to the other within a strip.

    ``cut``: the mosaic without blending, in ``dtype``; what no seam is near stays exactly that.
    """
    total, weights = np.zeros(cut.shape, dtype), np.zeros(cut.shape, dtype)
    low, high = cut.copy(), cut.copy()
    for part in parts:
        near = _ramp(part.edge_distance, width // 2) * _boxed(part.own, width // 4) + 1e-12 * part.own
        weight = np.where(part.valid, near.astype(dtype), dtype.type(0))
        weights += weight
        total += weight * (part.values - cut)
        meets = weight > 0
        np.minimum(low, part.values, out=low, where=meets)
        np.maximum(high, part.values, out=high, where=meets)
    total /= np.where(weights > 0, weights, dtype.type(1))
    total += cut
    return np.clip(total, low, high, out=total)


def _ramp(distance: np.ndarray | float, over: float) -> np.ndarray:
    share = np.clip(np.asarray(distance) / over, LEAST, 1.0)
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


def multiband_reach(levels: int) -> int:
    """Pixels to each side of a seam that `multiband` reaches."""
    return 5 * 2**levels


def multiband(parts: Sequence[Part], cut: np.ndarray, levels: int, keep_range: bool, dtype: np.dtype) -> np.ndarray:
    """Values (K, height, width) that pass over the faster the finer the structure; sides are multiples of 2^levels.

    ``cut``: the mosaic without blending, in ``dtype``.
    """
    apart = [
        np.where(part.valid, (part.values - cut) * _ramp(part.edge_distance, 2**levels).astype(dtype), dtype.type(0))
        for part in parts
    ]
    weights = [part.own.astype(dtype) for part in parts]
    blended = _levels(apart, weights, levels, dtype)
    # what the levels carry beyond an image's own edge would show as a rim there
    blended *= _second([_ramp(part.edge_distance, 2**levels / 4) for part in parts], cut.shape[1:]).astype(dtype)
    blended += cut
    if not keep_range:
        return blended
    low, high = cut.copy(), cut.copy()
    for part in parts:
        # of the images whose pixels are within reach
        meets = part.valid & (_reached(part.own, levels) > 0)
        np.minimum(low, part.values, out=low, where=meets)
        np.maximum(high, part.values, out=high, where=meets)
    return np.clip(blended, low, high, out=blended)


def _second(ramps: list[np.ndarray], shape: tuple[int, int]) -> np.ndarray:
    """The second largest in each pixel: where only one image is near enough there is nothing to blend with."""
    first, second = np.zeros((2, *shape))
    for ramp in ramps:
        second = np.maximum(second, np.minimum(first, ramp))
        first = np.maximum(first, ramp)
    return second


def _levels(apart: list[np.ndarray], weights: list[np.ndarray], level: int, dtype: np.dtype) -> np.ndarray:
    """What this level and all coarser ones add."""
    if level == 0:
        smoothed = _normalised([_smooth(weight) for weight in weights], dtype)
        return _sum(weight * values for weight, values in zip(smoothed, apart))
    coarser = [_halved(values) for values in apart]
    coarse_weights = [_halved(weight) for weight in weights]
    result = _doubled(_levels(coarser, coarse_weights, level - 1, dtype))
    normalised = _normalised([_doubled(weight) for weight in coarse_weights], dtype)
    for weight, values, coarse in zip(normalised, apart, coarser):
        result += weight * (values - _doubled(coarse))
    return result


def _normalised(weights: list[np.ndarray], dtype: np.dtype) -> list[np.ndarray]:
    total = _sum(iter(weights))
    total = np.where(total > 0, total, dtype.type(1))
    return [weight / total for weight in weights]


def _sum(values: Iterable[np.ndarray]) -> np.ndarray:
    total = None
    for each in values:
        total = each.copy() if total is None else total + each
    return total


def _reached(own: np.ndarray, levels: int) -> np.ndarray:
    """Where a part's weight is more than nothing in any level."""
    if levels == 0:
        return _smooth(own.astype(np.float32))
    coarse = _halved(own.astype(np.float32))
    return _doubled(_reached(coarse, levels - 1)) + _doubled(coarse)


def _smooth(values: np.ndarray) -> np.ndarray:
    for axis in (-2, -1):
        values = _filtered(values, axis, 1)
    return values


def _halved(values: np.ndarray) -> np.ndarray:
    """Smoothed, every second pixel."""
    for axis in (-2, -1):
        values = _filtered(values, axis, 2)
    return values


def _filtered(values: np.ndarray, axis: int, step: int) -> np.ndarray:
    """`TAPS` along an axis, every ``step``-th pixel, with nothing beyond the window."""
    size = values.shape[axis]
    pads = [(0, 0)] * values.ndim
    pads[axis % values.ndim] = (2, 2)
    padded = np.moveaxis(np.pad(values, pads), axis, 0)
    one, two, three, four, five = (padded[tap:tap + size:step] for tap in range(5))
    kind = values.dtype.type
    result = (one + five) * kind(TAPS[0])
    result += (two + four) * kind(TAPS[1])
    result += three * kind(TAPS[2])
    return np.moveaxis(result, 0, axis)


def _doubled(values: np.ndarray) -> np.ndarray:
    """Twice as many pixels each way, between those there are."""
    for axis in (-2, -1):
        moved = np.moveaxis(values, axis, 0)
        result = np.empty((2 * len(moved), *moved.shape[1:]), values.dtype)
        result[::2] = moved
        result[1:-1:2] = (moved[:-1] + moved[1:]) * values.dtype.type(0.5)
        result[-1] = moved[-1] * values.dtype.type(0.5)
        values = np.moveaxis(result, 0, axis)
    return values


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
