"""Nodata values and casting: a result hides exactly the pixels that it should, whatever its data type."""

from __future__ import annotations

import numpy as np

from ..errors import EvenlightError

NEARBY = 4 * float(np.finfo(np.float32).eps)
"""GDAL takes floating values for nodata that differ from it by less than this share."""


class UnequalBandsError(EvenlightError):
    """Bands of a result are valid at different pixels, and it has one mask for all."""

    def __init__(self, path: str):
        super().__init__(
            f"{path} was not written: its image has pixels with data in some bands only, and compression that changes "
            "values leaves one mask for all bands to tell data by; choose a lossless one in CREATION_OPTIONS, such as "
            "COMPRESS=DEFLATE."
        )


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


def fitted(values: np.ndarray, valid: np.ndarray, dtype: np.dtype, nodata: float | None) -> np.ndarray:
    """Floating values of any shape in a data type: rounded once, clipped to its range without nodata at its ends.

    What is not ``valid`` gets any value.
    """
    low, high = writable_range(dtype, nodata)
    working = np.where(valid, values, low)
    if dtype.kind != "f":
        np.rint(working, out=working)
    return np.clip(working, low, high).astype(dtype)


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
