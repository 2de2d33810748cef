"""One picture of two mosaics side by side, before and after, under one common stretch.

The mosaics are as plain as can be, first image on top and nothing blended: what is to be seen is
where the images still differ.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
from osgeo import gdal

HEIGHT = 900
"""Rows of a picture at most."""
WIDTH = 1200
"""Columns of one half at most."""
GAP = 12
"""White columns between the halves."""
PERCENTILES = (1, 99)
GAMMA = 0.85
"""Lifts the dark parts a little."""


class View(NamedTuple):
    """The grid that both mosaics are drawn on."""

    bounds: tuple[float, float, float, float]
    """West, south, east, north."""
    crs: str
    """WKT."""
    columns: int
    """Width in picture pixels."""
    rows: int
    """Height in picture pixels."""


def before_after(before: list[str], after: list[str], target: str | Path) -> None:
    """Write the PNG."""
    view = _view(before)
    mosaics = [_mosaic(paths, view) for paths in (before, after)]
    halves = []
    limits = _limits(*mosaics[1])
    for (pixels, valid), label in zip(mosaics, ("before", "after")):
        halves.append(_label(_stretch(pixels, valid, limits), label))
    gap = np.full((view.rows, GAP, 3), 255, np.uint8)
    picture = np.concatenate([halves[0], gap, halves[1]], axis=1)
    memory = gdal.GetDriverByName("MEM").Create("", picture.shape[1], picture.shape[0], 3, gdal.GDT_Byte)
    memory.WriteArray(np.ascontiguousarray(picture.transpose(2, 0, 1)))
    if gdal.GetDriverByName("PNG").CreateCopy(str(target), memory) is None:
        raise OSError(f"{target} cannot be written: {gdal.GetLastErrorMsg()}")


def _view(paths: list[str]) -> View:
    """The union of all images, in the coordinate system of the first."""
    crs = gdal.Open(paths[0]).GetProjection()
    corners = []
    for path in paths:
        warped = gdal.Warp("", path, format="VRT", dstSRS=crs)
        west, width, _, north, _, height = warped.GetGeoTransform()
        corners.append((west, north + height * warped.RasterYSize, west + width * warped.RasterXSize, north))
    west, south = min(c[0] for c in corners), min(c[1] for c in corners)
    east, north = max(c[2] for c in corners), max(c[3] for c in corners)
    scale = max((east - west) / WIDTH, (north - south) / HEIGHT)
    columns, rows = max(round((east - west) / scale), 1), max(round((north - south) / scale), 1)
    return View((west, south, east, north), crs, columns, rows)


def _mosaic(paths: list[str], view: View) -> tuple[np.ndarray, np.ndarray]:
    """Pixels (rows, columns, 3) of the first image that has any, and where there are any."""
    pixels = np.zeros((view.rows, view.columns, 3), np.float32)
    covered = np.zeros((view.rows, view.columns), bool)
    for path in paths:
        warped = gdal.Warp(
            "",
            path,
            format="MEM",
            dstSRS=view.crs,
            outputBounds=view.bounds,
            width=view.columns,
            height=view.rows,
            dstAlpha=True,
            resampleAlg="average",
            outputType=gdal.GDT_Float32,
        )
        shown = warped.ReadAsArray()
        new = (warped.GetRasterBand(warped.RasterCount).ReadAsArray() > 0) & ~covered
        for channel, number in enumerate(_colours(gdal.Open(path))):
            pixels[..., channel][new] = shown[number - 1][new]
        covered |= new
    return pixels, covered


def _colours(dataset: gdal.Dataset) -> tuple[int, int, int]:
    """Bands to show as red, green and blue: by their colour interpretation, else the first three or one."""
    meaning = {
        dataset.GetRasterBand(number).GetColorInterpretation(): number for number in range(1, dataset.RasterCount + 1)
    }
    wanted = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand)
    if all(colour in meaning for colour in wanted):
        return tuple(meaning[colour] for colour in wanted)
    return (3, 2, 1) if dataset.RasterCount > 3 else (1, 2, 3) if dataset.RasterCount == 3 else (1, 1, 1)


def _limits(pixels: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Low and high (2, 3) of the stretch."""
    return np.percentile(pixels[valid], PERCENTILES, axis=0) if valid.any() else np.array([[0.0] * 3, [1.0] * 3])


def _stretch(pixels: np.ndarray, valid: np.ndarray, limits: np.ndarray) -> np.ndarray:
    """Pixels as bytes, white where there are none."""
    low, high = limits
    scaled = np.clip((pixels - low) / np.maximum(high - low, 1e-12), 0, 1) ** GAMMA
    return np.where(valid[..., None], np.rint(255 * scaled), 255).astype(np.uint8)


def _label(picture: np.ndarray, text: str) -> np.ndarray:
    """Write a word into the upper left corner, if OpenCV is there to write it."""
    try:
        import cv2
    except ImportError:
        return picture
    picture = np.ascontiguousarray(picture)
    for colour, thickness in (((0, 0, 0), 5), ((255, 255, 255), 2)):
        cv2.putText(picture, text, (12, 34), cv2.FONT_HERSHEY_SIMPLEX, 1.0, colour, thickness, cv2.LINE_AA)
    return picture
