"""Measure how near filled holes come to the ground that was there.

    .venv/bin/python benchmarks/gaps.py --data ../shared/data

Holes of three sizes are punched into real images, and filled by every method; `other_image` takes another
year, date or photograph.  RMSE over the standard deviation of the image, mean of the bands' squares; in brackets the
contrast in the holes, filled over true.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "demo"))

import numpy as np
from checkout import ROOT
from osgeo import gdal
from scipy import ndimage

from evenlight.core.filters.settings import GapMethod, GapSettings
from evenlight.core.jobs import fill_gaps

PAIRS = {
    "naip_prairie": ("m_4709963_se_14_1_20120731.tif", "m_4709963_se_14_1_20100629.tif"),
    "landsat_hawaii": ("Landsat_20230503.tif", "Landsat_20240302.tif"),
    "drone_river": ("100_0005_0136_ORTHO.tif", "100_0005_0140_ORTHO.tif"),
}
"""An image to punch holes into, and another one of the same ground."""

SIZES = {3: 60, 10: 60, 40: 12}
"""Diameter of the holes in pixels, and how many of them."""


def shown_by(path: str, like: gdal.Dataset) -> np.ndarray:
    """Where an image has pixels, on the grid of another one: (height, width) bool."""
    place = like.GetGeoTransform()
    bounds = (
        place[0], place[3] + place[5] * like.RasterYSize, place[0] + place[1] * like.RasterXSize, place[3],
    )  # fmt: skip
    size = {"width": like.RasterXSize, "height": like.RasterYSize}
    return gdal.Warp("", path, format="MEM", outputBounds=bounds, dstAlpha=True, **size).ReadAsArray()[-1] > 0


def punched(allowed: np.ndarray, size: int, number: int) -> np.ndarray:
    """Clover leaves of a diameter at random places well within ``allowed``: (height, width) bool."""
    random = np.random.default_rng(7)
    inner = np.argwhere(ndimage.binary_erosion(allowed, iterations=size + 2))
    rows, columns = np.mgrid[: allowed.shape[0], : allowed.shape[1]]
    holes = np.zeros(allowed.shape, dtype=bool)
    for turn, (row, column) in enumerate(inner[random.integers(len(inner), size=number)]):
        angle = np.arctan2(rows - row, columns - column)
        holes |= np.hypot(rows - row, columns - column) <= size / 2 * (1 + 0.25 * np.sin(3 * angle + turn))
    return holes & allowed


def write_punched(path: str, source: gdal.Dataset, values: np.ndarray, valid: np.ndarray) -> None:
    """The image with a mask, and nothing where it is not valid."""
    kind = source.GetRasterBand(1).DataType
    target = gdal.GetDriverByName("GTiff").Create(path, *values.shape[:0:-1], len(values), kind, ["ALPHA=NO"])
    target.SetGeoTransform(source.GetGeoTransform())
    target.SetProjection(source.GetProjection())
    target.CreateMaskBand(gdal.GMF_PER_DATASET)
    for number, band in enumerate(values, start=1):
        target.GetRasterBand(number).WriteArray(np.where(valid, band, 0))
    target.GetRasterBand(1).GetMaskBand().WriteArray(np.where(valid, 255, 0).astype(np.uint8))


def rows_of(image: str, other: str, scratch: str) -> Iterator[tuple[int, list[str]]]:
    """Size of the holes, and the figures of every method."""
    source = gdal.Open(image)
    truth = source.ReadAsArray()
    bands = [source.GetRasterBand(number) for number in range(1, len(truth) + 1)]
    valid = np.all([band.GetMaskBand().ReadAsArray() for band in bands], axis=0)
    deviation = truth[:, valid].std(axis=1)
    for size, number in SIZES.items():
        holes = punched(valid & shown_by(other, source), size, number)
        path = os.path.join(scratch, "punched.tif")
        write_punched(path, source, truth, valid & ~holes)
        figures = []
        for method in GapMethod:
            result = fill_gaps(
                path, os.path.join(scratch, "filled.tif"), settings=GapSettings(method=method), other=other
            )
            filled = gdal.Open(result.output).ReadAsArray()[:, holes].astype(float)
            error = (filled - truth[:, holes]) / deviation[:, None]
            contrast = (filled.std(axis=1) / truth[:, holes].std(axis=1)).mean()
            figures.append(f"{np.sqrt((error**2).mean()):.3f} ({contrast:.2f})")
        yield size, figures


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one table for all pairs of images that are there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    data = parser.parse_args(arguments).data
    lines = ["| image, diameter | " + " | ".join(GapMethod.words()) + " |", "|---" * (1 + len(GapMethod)) + "|"]
    for folder, names in PAIRS.items():
        image, other = (str(data / folder / name) for name in names)
        if not (os.path.exists(image) and os.path.exists(other)):
            lines.append(f"| {folder} is not there |" + " |" * len(GapMethod))
            continue
        with tempfile.TemporaryDirectory() as scratch:
            lines += [f"| {folder}, {size} | {' | '.join(row)} |" for size, row in rows_of(image, other, scratch)]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
