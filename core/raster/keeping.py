"""Values in a result's data type: none that is valid becomes nodata, and none that is not becomes valid."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from .image import Image
from .one_nodata import beside_nodata, filler, under_one_nodata, writable_range
from .reading import valid_values
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
    if nodata is not None and holds(dtype, nodata):
        result[valid & ~valid_values(result, nodata)] = beside_nodata(nodata, dtype)
        result[~valid] = nodata
    else:
        result[~valid] = 0
    return result


def needs_double(dtype: np.dtype) -> bool:
    """Whether float32 cannot hold all values of a type."""
    return dtype.itemsize > 4 or (dtype.kind != "f" and dtype.itemsize == 4)
