"""Values in a result's data type: none that is valid becomes nodata, and none that is not becomes valid."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .image import Image


def with_validity(image: Image) -> Image:
    """An image that marks nothing as invalid gets a mask: any value of its bands may be data."""
    return image if image.declares else replace(image, file_mask=True)


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
