"""An image with holes of known ground, in every way to say that pixels are invalid."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
from made_scenes import masked_virtual, slanted_border, texture, to_type, write
from osgeo import gdal
from scipy import ndimage

HEIGHT, WIDTH = 90, 130
KINDS = ("nodata", "nan", "nan undeclared", "mask", "alpha", "band masks", "bands of their own")


class Gapped(NamedTuple):
    """A file and what is true of it."""

    path: str
    truth: np.ndarray
    """(3, H, W) in the file's type."""
    holes: np.ndarray
    """(3, H, W) bool: enclosed by valid pixels."""
    outside: np.ndarray
    """(H, W) bool: invalid and connected to the raster's edge."""


def ground(dtype: str, smooth: float = 3.0) -> np.ndarray:
    """Three bands of gentle texture."""
    values = ndimage.gaussian_filter(texture(3, HEIGHT, WIDTH, 7), (0, smooth, smooth))
    values = (values - values.mean()) / values.std()
    if dtype == "uint8":
        return to_type(values * 30 + 128, dtype)
    if dtype == "int16":
        return np.rint(values * 900 - 200).astype(dtype)
    if dtype in ("float32", "float64"):
        return (values * 0.05 - 0.01).astype(dtype)
    return to_type(values * 5000 + 30000, dtype)


def hole_mask() -> np.ndarray:
    """Single pixels, lines, blobs and an island in a hole: (H, W) bool."""
    rows, columns = np.mgrid[:HEIGHT, :WIDTH]
    hole = np.random.default_rng(4).random((HEIGHT, WIDTH)) < 0.01
    hole |= np.hypot(rows - 30, columns - 60) < 12 + 4 * np.sin(3 * np.arctan2(rows - 30, columns - 60))
    hole &= np.hypot(rows - 30, columns - 60) > 3
    hole[60, 20:110] = True
    hole[45:75, 70:72] = True
    return hole


def gapped(folder: Path, kind: str = "nodata", dtype: str = "uint16", **options: object) -> Gapped:
    """Write the image; where bands differ in their holes, the second has one more and the third none."""
    truth = ground(dtype)
    outside = slanted_border(HEIGHT, WIDTH)
    inner = ndimage.binary_erosion(~outside, iterations=2, border_value=0)
    hole = hole_mask() & inner
    holes = np.stack([hole] * 3)
    path = folder / f"{kind}.tif"
    if kind in ("bands of their own", "band masks"):
        holes[1, 8:14, 40:50] = True
        holes[2] = False
    invalid = holes | outside
    if kind in ("nodata", "bands of their own"):
        return Gapped(write(path, np.where(invalid, 0, truth), nodata=0, **options), truth, holes, outside)
    if kind.startswith("nan"):
        truth = truth.astype(dtype if np.dtype(dtype).kind == "f" else "float32")
        nodata = float("nan") if kind == "nan" else None
        return Gapped(write(path, np.where(invalid, np.nan, truth), nodata=nodata, **options), truth, holes, outside)
    if kind == "mask":
        return Gapped(write(path, truth, mask=~invalid[0], **options), truth, holes, outside)
    if kind == "alpha":
        colours = [gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand, gdal.GCI_AlphaBand]
        most = np.iinfo(dtype).max if np.dtype(dtype).kind != "f" else 1
        alpha = np.where(invalid[0], 0, most)[None].astype(dtype)
        settings = {**options, "options": ["ALPHA=YES", *options.get("options", [])]}
        stored = np.concatenate([np.where(invalid, 0, truth).astype(dtype), alpha])
        return Gapped(write(path, stored, interpretation=colours, **settings), truth, holes, outside)
    source = write(folder / "source.tif", truth, **options)
    mask = write(folder / "masks.tif", np.where(invalid, 0, 255).astype(np.uint8))
    return Gapped(masked_virtual(folder / "band masks.vrt", source, (1, 2, 3), mask), truth, holes, outside)
