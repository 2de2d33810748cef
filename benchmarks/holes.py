"""An image with holes of several sizes, for what fills them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from osgeo import gdal

STEP = 128
"""Pixels between the centres of neighbouring holes."""

RADII = 2, 3, 5, 8, 13, 21
"""Pixels, in turn."""


def with_holes(source: str, target: str, options: Sequence[str]) -> str:
    """A copy of one band with round holes of nodata 0 on a lattice, about 2 % of the pixels; returns ``target``."""
    image = gdal.Open(source)
    size = image.RasterXSize, image.RasterYSize
    made = gdal.GetDriverByName("GTiff").Create(
        target, *size, 1, image.GetRasterBand(1).DataType, ["TILED=YES", "BIGTIFF=IF_SAFER", *options]
    )
    made.SetGeoTransform(image.GetGeoTransform())
    made.SetProjection(image.GetProjection())
    made.GetRasterBand(1).SetNoDataValue(0)
    columns = np.arange(size[0])
    for top in range(0, size[1], STEP):
        rows = np.arange(top, min(top + STEP, size[1]))[:, None]
        values = image.GetRasterBand(1).ReadAsArray(0, top, size[0], len(rows))
        radius = np.take(RADII, (columns // STEP + top // STEP) % len(RADII))
        distance = np.hypot(columns % STEP - STEP / 2, rows % STEP - STEP / 2)
        made.GetRasterBand(1).WriteArray(np.where(distance <= radius, 0, values), 0, top)
    return target
