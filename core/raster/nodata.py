"""Nodata values and casting: a result hides exactly the pixels that it should, whatever its data type."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..errors import EvenlightError
from ..messages import Message

NEARBY = 4 * float(np.finfo(np.float32).eps)
"""GDAL takes floating values for nodata that differ from it by less than this share."""

CAST_VALUES = 131_072
"""That are cast at once."""


class UnequalBandsError(EvenlightError):
    """Bands of a result are valid at different pixels, and it has one mask for all."""

    def __init__(self, path: str):
        super().__init__(Message(
            "{path} was not written: its image has pixels with data in some bands only, and compression that "
            "changes values leaves one mask for all bands to tell data by; choose a lossless one in "
            "CREATION_OPTIONS, such as COMPRESS=DEFLATE.",
            path=path,
        ))


def holds(dtype: np.dtype, value: float) -> bool:
    """Whether a type can hold a value exactly."""
    if dtype.kind == "f":
        with np.errstate(over="ignore"):
            return bool(np.isnan(value) or float(dtype.type(value)) == value)
    limits = np.iinfo(dtype)
    return bool(value == np.floor(value)) and limits.min <= value <= limits.max


def hides(nodata: float | None, dtype: np.dtype) -> bool:
    """Whether values of a type can meet a nodata value."""
    return nodata is not None and (dtype.kind == "f" or holds(dtype, nodata))


def valid_values(values: np.ndarray, nodata: float | None, valid: np.ndarray | None = None) -> np.ndarray:
    """Which values differ from ``nodata``, as GDAL sees it: a nodata value outside the type's range hides nothing.

    They are written into ``valid`` where it is given.
    """
    valid = np.empty(values.shape, dtype=bool) if valid is None else valid
    if not hides(nodata, values.dtype):
        valid[...] = True
    elif np.isnan(nodata):
        np.logical_not(np.isnan(values), out=valid)
    elif values.dtype.kind != "f":
        np.not_equal(values, values.dtype.type(int(nodata)), out=valid)
    else:
        ends = np.array([nodata * (1.0 - NEARBY), nodata * (1.0 + NEARBY)])
        with np.errstate(over="ignore"):
            low, high = np.sort(ends).astype(values.dtype)
            nearest = values.dtype.type(nodata)
        np.copyto(valid, (values != nearest) & ((values <= low) | (values >= high)))
    return valid


def same_nodata(declared: float | None, nodata: float | None) -> bool:
    """Whether two nodata values are one; NaN is NaN."""
    if declared is None or nodata is None:
        return declared is nodata
    return declared == nodata or bool(np.isnan(declared) and np.isnan(nodata))


def beside_nodata(nodata: float, dtype: np.dtype) -> float:
    """A value next to nodata that does not count as nodata."""
    if dtype.kind != "f":
        return int(nodata) + 1 if nodata < np.iinfo(dtype).max else int(nodata) - 1
    return nodata * (1 - 2 * NEARBY) if nodata else float(np.nextafter(dtype.type(0), dtype.type(1)))


def with_nodata(values: np.ndarray, valid: np.ndarray, nodata: float | None) -> np.ndarray:
    """Values with ``nodata`` exactly where they are not ``valid``; themselves where that is so already.

    A valid value that is nodata becomes its neighbour.
    """
    if not hides(nodata, values.dtype):
        return values
    shown = valid_values(values, nodata)
    if values.dtype.kind == "f":
        # what GDAL takes for nodata, or what is not finite, is written as nodata itself
        wrong = ~valid & ~((values == nodata) | (np.isnan(values) & np.isnan(nodata)))
    else:
        wrong = ~valid & shown
    meets = valid & ~shown
    if not (wrong.any() or meets.any()):
        return values
    result = values.copy()
    result[wrong] = nodata
    result[meets] = beside_nodata(nodata, values.dtype)
    return result


def cast(
    values: np.ndarray | Sequence[np.ndarray], valid: np.ndarray, dtype: np.dtype, nodata: float | None
) -> tuple[np.ndarray, np.ndarray]:
    """Values (K, ...), or one array for each band, in a data type, and (K,) how many valid ones were clipped.

    They are rounded once and clipped to the type's range without ``nodata`` at its ends; what is not valid stays what
    it is as far as the type allows.
    """
    clipped = np.zeros(len(valid), np.int64)
    if isinstance(values, np.ndarray) and values.dtype == dtype:
        return values, clipped
    result = np.empty(valid.shape, dtype)
    limits = writable_range(dtype, nodata)
    for place, (band, shown, target) in enumerate(zip(values, valid, result)):
        if band.dtype == dtype:
            target[...] = band
            continue
        # a few rows at a time, which stay in the processor's cache
        step = max(1, CAST_VALUES // max(band[:1].size, 1))
        for first in range(0, len(band), step):
            rows = slice(first, first + step)
            clipped[place] += _cast_rows(band[rows], shown[rows], limits, target[rows])
    return result, clipped


def _cast_rows(values: np.ndarray, valid: np.ndarray, limits: tuple[float, float], target: np.ndarray) -> int:
    """Cast some rows of a band into ``target``; how many were clipped."""
    low, high = limits
    invalid = None if valid.all() else ~valid
    wide = needs_double(values.dtype) or needs_double(target.dtype)
    clipped = 0
    with np.errstate(all="ignore"):
        working = values.astype(np.float64 if wide else np.float32, copy=False)
        # neither changes the given values
        working = np.rint(working) if target.dtype.kind != "f" else working.copy()
        if invalid is not None:
            np.copyto(working, low, where=invalid)
        # neither comparison holds where there is NaN
        if working.size and not (working.min() >= low and working.max() <= high):
            clipped = np.count_nonzero((working < low) | (working > high))
            np.clip(working, low, high, out=working)
        np.copyto(target, working, casting="unsafe")
        if invalid is not None:
            target[invalid] = _unchanged(values[invalid], target.dtype)
    return clipped


def _unchanged(values: np.ndarray, dtype: np.dtype) -> np.ndarray:
    if dtype.kind == "f":
        return values.astype(dtype)
    whole = np.iinfo(dtype)
    return np.clip(np.nan_to_num(values), whole.min, whole.max).astype(dtype)


def writable_range(dtype: np.dtype, nodata: float | None) -> tuple[float, float]:
    """The range of a type without a nodata value at one of its ends, as doubles that lie within it."""
    if dtype.kind == "f":
        limits = np.finfo(dtype)
        return float(limits.min), float(limits.max)
    limits = np.iinfo(dtype)
    low, high = int(limits.min) + (nodata == limits.min), int(limits.max) - (nodata == limits.max)
    # the largest number of 64 bits is no double, and the nearest one lies beyond the type
    lowest, highest = float(low), float(high)
    return (
        lowest if int(lowest) >= low else float(np.nextafter(lowest, np.inf)),
        highest if int(highest) <= high else float(np.nextafter(highest, -np.inf)),
    )


def needs_double(dtype: np.dtype) -> bool:
    """Whether float32 cannot hold all values of a type."""
    return dtype.itemsize > 4 or (dtype.kind != "f" and dtype.itemsize == 4)
