"""Images that say in several ways at once which of their pixels are data, and what holds of all of them together."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
from made_scenes import NORTH, PIXEL, WEST, texture, write
from osgeo import gdal

SIZE = 60
BANDS = 2
STATEMENTS = ("nodata", "mask", "alpha", "nan", "border")
TYPES = ("uint8", "uint16", "float32")
FRAME = 4
"""Pixels of the border, on all sides."""


class Stated(NamedTuple):
    """A file and the truth about it."""

    path: str
    valid: np.ndarray
    """(bands, rows, columns) bool."""


def together(most: int) -> list[tuple[tuple[str, ...], str]]:
    """Up to ``most`` statements of one file, and a type that can make them."""
    chosen = [some for number in range(1, most + 1) for some in combinations(STATEMENTS, number)]
    return [(some, dtype) for some in chosen for dtype in TYPES if "nan" not in some or dtype == "float32"]


def ground(dtype: str, bands: int = BANDS) -> np.ndarray:
    """(bands, rows, columns) between 20 and 220."""
    values = np.clip(texture(bands, SIZE, 2 * SIZE, 17, mean=110.0, std=20.0), 20, 220)
    return values if dtype == "float32" else np.rint(values)


def hidden(statements: tuple[str, ...], bands: int = BANDS, split: bool = True) -> np.ndarray:
    """What each statement hides, together: (bands, rows, columns) bool; ``split``: some of it in single bands."""
    found = np.zeros((bands, SIZE, SIZE), bool)
    if "nodata" in statements:
        found[:, 10:16, 12:40] = True
        found[1, 18:22, 12:30] = split
    if "mask" in statements:
        found[:, 14:26, 30:46] = True
    if "alpha" in statements:
        found[:, 30:36, 10:50] = True
    if "nan" in statements:
        found[:, 34:42, 44:54] = True
        found[0, 44:48, 10:20] = split
    if "border" in statements:
        found |= ~_inner()
    return found


def _inner() -> np.ndarray:
    inner = np.zeros((SIZE, SIZE), bool)
    inner[FRAME:-FRAME, FRAME:-FRAME] = True
    return inner


def stated(
    folder: Path, name: str, statements: tuple[str, ...], dtype: str, column: int = 0, gain: float = 1.0,
    south_up: bool = False, bands: int = BANDS, split: bool = True,
) -> Stated:  # fmt: skip
    """An image of the ground from ``column`` on, times ``gain``; what is hidden holds values like any other."""
    values = (ground(dtype, bands)[:, :, column : column + SIZE] * gain).astype(dtype)
    shown = ~hidden(("mask",))[0]
    for word, value in (("nodata", 7), ("nan", np.nan), ("border", 0)):
        if word in statements:
            values[hidden((word,), bands, split)] = value
    kinds = [gdal.GCI_Undefined] * bands
    if "alpha" in statements:
        # half transparent is data too
        alpha = np.where(hidden(("alpha",))[0], 0, 255)
        alpha[:, 25:28] = np.minimum(alpha[:, 25:28], 3)
        values = np.concatenate([values, alpha[None].astype(dtype)])
        kinds.append(gdal.GCI_AlphaBand)
    place = (WEST + PIXEL * column, PIXEL, 0.0, NORTH, 0.0, -PIXEL)
    if south_up:
        values, shown = values[:, ::-1], shown[::-1]
        place = (WEST + PIXEL * column, PIXEL, 0.0, NORTH - SIZE * PIXEL, 0.0, PIXEL)
    path = write(
        folder / f"{name}.tif", values, nodata=7 if "nodata" in statements else None,
        mask=shown if "mask" in statements else None, interpretation=kinds, geotransform=place,
    )  # fmt: skip
    truth = ~hidden(statements, bands, split)
    return Stated(path, truth[:, ::-1] if south_up else truth)


def by_gdals_mask(path: str) -> np.ndarray:
    """Which pixels of measuring bands GDAL's masks, and alpha, let be data; (bands, rows, columns) bool."""
    dataset = gdal.Open(path)
    bands = [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]
    data = [band for band in bands if band.GetColorInterpretation() != gdal.GCI_AlphaBand]
    valid = np.stack([(band.GetMaskBand().ReadAsArray() != 0) & np.isfinite(band.ReadAsArray()) for band in data])
    for band in bands:
        if band.GetColorInterpretation() == gdal.GCI_AlphaBand:
            valid &= band.ReadAsArray() > 0
    return valid


def by_nodata_alone(path: str) -> np.ndarray | None:
    """Which values of measuring bands differ from the nodata value; None where the file declares none."""
    dataset = gdal.Open(path)
    nodata = dataset.GetRasterBand(1).GetNoDataValue()
    if nodata is None:
        return None
    bands = [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]
    data = [band.ReadAsArray() for band in bands if band.GetColorInterpretation() != gdal.GCI_AlphaBand]
    return np.stack([~np.isnan(band) if np.isnan(nodata) else (band != nodata) & np.isfinite(band) for band in data])
