"""The images of the performance benchmark: overlapping, rotated, each with its own gain, offset and light.

The ground is a painted landscape, repeated in mirrored copies under a slow change of brightness, so
that any part of it can be had without the rest: memory stays small however large the images are.
Images are written strip by strip, kept in a folder named after what they are, and used again.
"""

from __future__ import annotations

import math
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import checkout  # noqa: F401
import numpy as np
from landscape import landscape
from osgeo import gdal, osr

PATCH = 2048
"""Side of the painted landscape in pixels."""
SEED = 11
ANGLE = math.radians(5)
"""Rotation of the footprints inside their rasters, to either side."""
NOISE = 0.01
"""Of a pixel, relative to its value."""
TILE = 256
STORED_ROWS = 8
"""In sparse images one row of tiles in so many is stored."""
NODATA = 0
CREATION_OPTIONS = ("TILED=YES", "COMPRESS=DEFLATE", "PREDICTOR=2", "ALPHA=NO", "BIGTIFF=IF_SAFER")


@dataclass(frozen=True)
class ImageKind:
    """What a set of images is like."""

    size: int = 4000
    """Side of the rasters in pixels."""
    count: int = 9
    """How many, on a lattice as square as can be."""
    bands: int = 4
    """All UInt16."""
    overlap: float = 0.4
    """Share of a footprint's side that its neighbour covers too."""
    sparse: bool = False
    """Whether most tiles are left out of the file, so that large images are made quickly."""

    @property
    def name(self) -> str:
        """A folder's name, different for every kind."""
        words = [f"{self.count}_of_{self.size}", f"{self.bands}_bands", f"{round(100 * self.overlap)}_overlap"]
        return "_".join(words + ["sparse"] * self.sparse)

    @property
    def values(self) -> int:
        """Pixels times bands of all images."""
        return self.count * self.size**2 * self.bands

    @property
    def about(self) -> str:
        """One line for a page."""
        images = f"{self.count} images of {self.size} x {self.size}, {self.bands} bands UInt16"
        return f"{images}, {self.overlap:.0%} overlap" + (", mostly empty" if self.sparse else "")


@dataclass(frozen=True)
class _Place:
    """Where one image lies on the ground."""

    number: int
    row: int
    column: int
    size: int

    @property
    def angle(self) -> float:
        """Neighbours turn to different sides."""
        return ANGLE if (self.number * 7) % 3 else -ANGLE

    def inside(self, rows: slice) -> np.ndarray:
        """Which pixels of some rows lie in the rotated footprint."""
        x = (np.arange(self.size, dtype=np.float32) + 0.5 - self.size / 2)[None]
        y = (np.arange(rows.start, rows.stop, dtype=np.float32) + 0.5 - self.size / 2)[:, None]
        half = _footprint_side(self.size) / 2
        along = x * math.cos(self.angle) + y * math.sin(self.angle)
        across = y * math.cos(self.angle) - x * math.sin(self.angle)
        return (np.abs(along) < half) & (np.abs(across) < half)


def image_paths(folder: Path, kind: ImageKind) -> list[str]:
    """The images of a kind, made when they are not there yet."""
    target = folder / kind.name
    if not target.is_dir():
        part = target.with_name(f"{target.name}.part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        _painted()
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(lambda place: _make_image(part, place, kind), _places(kind)))
        os.replace(part, target)
    return sorted(str(path) for path in target.glob("*.tif"))


def _footprint_side(size: int) -> float:
    """Side of the largest square that fits a raster when rotated."""
    return size / (math.cos(ANGLE) + math.sin(ANGLE))


def _places(kind: ImageKind) -> Iterator[_Place]:
    columns = math.ceil(math.sqrt(kind.count))
    step = round((1 - kind.overlap) * _footprint_side(kind.size))
    for number in range(kind.count):
        row, column = divmod(number, columns)
        yield _Place(number, row * step, column * step, kind.size)


def _make_image(folder: Path, place: _Place, kind: ImageKind) -> None:
    rng = np.random.default_rng((SEED, place.number))
    gain = np.exp(rng.uniform(-0.2, 0.2, kind.bands)).astype(np.float32)
    offset = rng.uniform(-30, 200, kind.bands).astype(np.float32)
    tilt = rng.uniform(-0.04, 0.04, 3).astype(np.float32)
    dataset = _create(folder / f"image_{place.number + 1:04d}.tif", place, kind)
    for number, top in enumerate(range(0, kind.size, TILE)):
        if kind.sparse and number % STORED_ROWS:
            continue
        rows = slice(top, min(top + TILE, kind.size))
        x = np.linspace(-1, 1, kind.size, dtype=np.float32)[None]
        y = (np.arange(rows.start, rows.stop, dtype=np.float32) * 2 / kind.size - 1)[:, None]
        light = 1 + tilt[0] * x + tilt[1] * y + tilt[2] * x * y
        inside = place.inside(rows)
        strip = np.empty((kind.bands, *inside.shape), np.uint16)
        for band in range(kind.bands):
            seen = _ground(band, place, rows)
            seen *= 1 + NOISE * rng.standard_normal(seen.shape, dtype=np.float32)
            seen = gain[band] * seen * light + offset[band]
            strip[band] = np.where(inside, np.clip(np.rint(seen), NODATA + 1, 65535), NODATA)
        dataset.WriteArray(strip, 0, rows.start)
        dataset.FlushCache()


def _ground(band: int, place: _Place, rows: slice) -> np.ndarray:
    """The ground under some rows of an image, float32."""
    y = np.arange(place.row + rows.start, place.row + rows.stop)
    x = np.arange(place.column, place.column + place.size)
    painted = _painted()
    ground = painted[band % len(painted)][_mirrored(y)[:, None], _mirrored(x)[None]]
    if band >= len(painted):
        share = 1 / (1 + band // len(painted))
        other = painted[(band + 1) % len(painted)]
        ground = share * ground + (1 - share) * other[_mirrored(y)[:, None], _mirrored(x)[None]]
    slow = np.sin(x / 1733)[None] * np.cos(y / 2411)[:, None]
    return (ground * (1 + 0.1 * slow)).astype(np.float32)


@lru_cache(maxsize=1)
def _painted() -> np.ndarray:
    return landscape(PATCH, PATCH, SEED)


def _mirrored(places: np.ndarray) -> np.ndarray:
    """Any coordinate in the painted landscape, which goes on as in a mirror."""
    turned = places % (2 * PATCH)
    return np.where(turned < PATCH, turned, 2 * PATCH - 1 - turned)


def _create(path: Path, place: _Place, kind: ImageKind) -> gdal.Dataset:
    options = [*CREATION_OPTIONS, *(["SPARSE_OK=TRUE"] if kind.sparse else [])]
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path), kind.size, kind.size, kind.bands, gdal.GDT_UInt16, options
    )
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(32632)
    dataset.SetProjection(reference.ExportToWkt())
    dataset.SetGeoTransform((500_000 + 2.0 * place.column, 2, 0, 5_300_000 - 2.0 * place.row, 0, -2))
    for number in range(1, kind.bands + 1):
        dataset.GetRasterBand(number).SetNoDataValue(NODATA)
    return dataset
