"""Values in a result's data type: none that is valid becomes nodata, and none that is not becomes valid."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .image import Image
from .reading import NEARBY, valid_values
from .writing import holds


def with_validity(image: Image) -> Image:
    """An image that marks nothing as invalid gets a mask: any value of its bands may be data."""
    marks = image.shared_mask or any(value is not None and holds(image.dtype, value) for value in image.nodata)
    return image if marks else replace(image, shared_mask=True)


def under_one_nodata(values: np.ndarray, valid: np.ndarray, image: Image, nodata: float | None) -> np.ndarray:
    """A copy of values (K, height, width) of an image, for a result with the value ``nodata``.

    A GeoTIFF has room for one.  Where it could be data in the image, valid values that meet it become
    its neighbour: in bands with another nodata value or with a mask of their own.
    """
    result = values.copy()
    if nodata is None:
        return result
    band_masks = image.band_masks or (False,) * len(image.bands)
    for band, (declared, own_mask) in enumerate(zip(image.nodata, band_masks)):
        if not own_mask and same_nodata(declared, nodata):
            continue
        if declared is not None:
            result[band][~valid[band]] = filler(nodata, values.dtype)
        meets = valid[band] & ~valid_values(result[band], nodata)
        result[band][meets] = beside_nodata(nodata, values.dtype)
    return result


def blanked_values(
    values: np.ndarray, valid: np.ndarray, kept: np.ndarray, image: Image, nodata: float | None
) -> np.ndarray:
    """Values (K, height, width) of an image with those that are not ``kept`` (height, width) blanked.

    ``nodata`` is the value of the result; see `under_one_nodata`.
    """
    result = under_one_nodata(values, valid & kept, image, nodata)
    result[:, ~kept] = filler(nodata, values.dtype)
    return result


def fitted(values: np.ndarray, valid: np.ndarray, dtype: np.dtype, nodata: float | None) -> np.ndarray:
    """Floating values of any shape in a data type: rounded once, clipped to its range without nodata.

    What is not ``valid`` gets the nodata value, or 0 where there is none.
    """
    low, high = writable_range(dtype, nodata)
    working = np.where(valid, values, low)
    if dtype.kind != "f":
        np.rint(working, out=working)
    result = np.clip(working, low, high).astype(dtype)
    if nodata is not None:
        meets = valid & ~valid_values(result, nodata)
        if meets.any():
            result[meets] = beside_nodata(nodata, dtype)
    result[~valid] = filler(nodata, dtype)
    return result


def filler(nodata: float | None, dtype: np.dtype) -> float:
    """What stands where nothing is valid: nodata, or 0 where a mask tells."""
    return nodata if nodata is not None and holds(dtype, nodata) else 0


def beside_nodata(nodata: float, dtype: np.dtype) -> float:
    """A value next to nodata that does not count as nodata."""
    if dtype.kind != "f":
        return nodata + 1 if nodata < np.iinfo(dtype).max else nodata - 1
    return nodata * (1 - 2 * NEARBY) if nodata else float(np.nextafter(dtype.type(0), dtype.type(1)))


def same_nodata(declared: float | None, nodata: float | None) -> bool:
    """Whether two nodata values are one; NaN is NaN."""
    if declared is None or nodata is None:
        return declared is nodata
    return declared == nodata or bool(np.isnan(declared) and np.isnan(nodata))


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
