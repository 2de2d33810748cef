"""One image for each way to mark pixels as invalid."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from made_scenes import texture, to_type, write
from osgeo import gdal

HEIGHT, WIDTH = 60, 80
KINDS = ("nodata", "one band", "mask", "alpha", "nan", "nan undeclared", "nodata beyond the type", "nothing declared")


def image(folder: Path, kind: str) -> str:
    """Three bands whose first seven rows are invalid, or the first band's only, or, at the end, none."""
    values = to_type(texture(3, HEIGHT, WIDTH, 12), "uint16")
    valid = np.ones((HEIGHT, WIDTH), bool)
    valid[:7, :] = False
    path = folder / f"{kind}.tif"
    if kind == "nodata":
        values[:, ~valid] = 0
        return write(path, values, nodata=0)
    if kind == "one band":
        values[1, ~valid] = 0
        return write(path, values, nodata=0)
    if kind == "mask":
        return write(path, values, mask=valid)
    if kind == "alpha":
        colours = [gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand]
        alpha = np.where(valid, 65535, 0)[None].astype("uint16")
        return write(path, np.concatenate([values, alpha]), interpretation=colours, options=["ALPHA=YES"])
    if kind == "nan":
        return write(path, np.where(valid, values, np.nan).astype("float32"), nodata=float("nan"))
    if kind == "nan undeclared":
        return write(path, np.where(valid, values, np.nan).astype("float64"))
    if kind == "nodata beyond the type":
        return write(path, values, nodata=-9999)
    return write(path, values)
