"""What keeps valid pixels of a result apart from its nodata value."""

from __future__ import annotations

import numpy as np

from .reading import NEARBY


def writable_range(dtype: np.dtype, nodata: float | None) -> tuple[float, float]:
    """The range of a type without a nodata value at one of its ends."""
    if dtype.kind == "f":
        limits = np.finfo(dtype)
        return float(limits.min), float(limits.max)
    limits = np.iinfo(dtype)
    return float(limits.min + (nodata == limits.min)), float(limits.max - (nodata == limits.max))


def beside_nodata(dtype: np.dtype, nodata: float) -> float:
    """The value next to a nodata value that a type can hold and that does not count as nodata."""
    if dtype.kind != "f":
        return nodata + 1 if nodata < np.iinfo(dtype).max else nodata - 1
    return nodata * (1 - 2 * NEARBY) if nodata else float(np.nextafter(dtype.type(0), dtype.type(1)))


def same_nodata(one: float | None, other: float | None) -> bool:
    """Whether two nodata values are one; NaN is NaN."""
    return one == other or (one is not None and other is not None and bool(np.isnan(one) and np.isnan(other)))
