"""Values under the one nodata value that a GeoTIFF has room for."""

from __future__ import annotations

import numpy as np

from .image import Image
from .reading import NEARBY, valid_values
from .writing import holds


def under_one_nodata(values: np.ndarray, valid: np.ndarray, image: Image, nodata: float | None) -> np.ndarray:
    """A copy of values (K, height, width) of an image, for a result with the value ``nodata``.

    Where that could be data in the image, valid values that meet it become its neighbour: in bands
    with another nodata value or with a mask of their own.
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
    """The range of a type without a nodata value at one of its ends."""
    if dtype.kind == "f":
        limits = np.finfo(dtype)
        return float(limits.min), float(limits.max)
    limits = np.iinfo(dtype)
    return float(limits.min + (nodata == limits.min)), float(limits.max - (nodata == limits.max))
