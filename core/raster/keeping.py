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


def blanked_values(
    values: np.ndarray, valid: np.ndarray, kept: np.ndarray, image: Image, nodata: float | None
) -> np.ndarray:
    """Values (K, height, width) of an image with those that are not ``kept`` (height, width) blanked.

    ``nodata`` is the value of the result.  Where it could be data in the image, valid values that
    meet it become its neighbour: in bands with another nodata value or with a mask of their own.
    """
    fill = nodata if nodata is not None and holds(values.dtype, nodata) else 0
    result = values.copy()
    result[:, ~kept] = fill
    if nodata is None:
        return result
    band_masks = image.band_masks or (False,) * len(image.bands)
    for band, (declared, own_mask) in enumerate(zip(image.nodata, band_masks)):
        if not own_mask and _same(declared, nodata):
            continue
        if declared is not None:
            result[band][~valid[band]] = fill
        meets = valid[band] & kept & ~valid_values(result[band], nodata)
        result[band][meets] = beside(nodata, values.dtype)
    return result


def fitted(values: np.ndarray, valid: np.ndarray, dtype: np.dtype, nodata: float | None) -> np.ndarray:
    """Floating values of any shape in a data type: rounded once, clipped to its range without nodata.

    What is not ``valid`` gets the nodata value, or 0 where there is none.
    """
    low, high = limits(dtype, nodata)
    working = np.where(valid, values, low)
    if dtype.kind != "f":
        np.rint(working, out=working)
    result = np.clip(working, low, high).astype(dtype)
    if nodata is not None and holds(dtype, nodata):
        result[valid & ~valid_values(result, nodata)] = beside(nodata, dtype)
        result[~valid] = nodata
    else:
        result[~valid] = 0
    return result


def limits(dtype: np.dtype, nodata: float | None) -> tuple[float, float]:
    """The type's range without a nodata value at one of its ends."""
    if dtype.kind == "f":
        whole = np.finfo(dtype)
        return float(whole.min), float(whole.max)
    whole = np.iinfo(dtype)
    return float(whole.min + (nodata == whole.min)), float(whole.max - (nodata == whole.max))


def beside(nodata: float, dtype: np.dtype) -> float:
    """A value next to nodata, in the type's range, that does not count as nodata."""
    if dtype.kind != "f":
        return nodata + 1 if nodata < np.iinfo(dtype).max else nodata - 1
    return nodata * (1 - 2 * NEARBY) if nodata else float(np.nextafter(dtype.type(0), dtype.type(1)))


def needs_double(dtype: np.dtype) -> bool:
    """Whether float32 cannot hold all values of a type."""
    return dtype.itemsize > 4 or (dtype.kind != "f" and dtype.itemsize == 4)


def _same(declared: float | None, nodata: float) -> bool:
    """Whether two nodata values are one; NaN is NaN."""
    return declared == nodata or (declared is not None and bool(np.isnan(declared) and np.isnan(nodata)))
