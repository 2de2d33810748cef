"""Overlapping images of the made-up landscape, each spoiled in a way that is known exactly.

The landscape is cut into a grid of overlapping images whose footprints are rotated rectangles
inside their rasters, as scanned photos and satellite scenes are.  Every image is written twice:

    look      = landscape * (1 + noise)                          under truth/: what a perfect camera sees
    distorted = gain * look * (1 + field) + offset               what the balancing gets

The noise of a look is its own, so two looks at the same ground differ by noise alone: no balancing
can make the distorted images agree better than that, and none should agree much worse.
"""

from __future__ import annotations

import json
import math
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
from landscape import BANDS, landscape
from osgeo import gdal, osr

NODATA = 0
PIXEL = 2.0
"""Pixel size in metres."""
ORIGIN = (500_000.0, 5_300_000.0)
"""Map coordinates of the landscape's upper left corner."""
EPSG = 32632
CREATION_OPTIONS = [
    "TILED=YES",
    "COMPRESS=DEFLATE",
    "PREDICTOR=2",
    "ZLEVEL=1",
    "NUM_THREADS=ALL_CPUS",
    "PHOTOMETRIC=MINISBLACK",
    "ALPHA=NO",
]
COLOURS = (gdal.GCI_BlueBand, gdal.GCI_GreenBand, gdal.GCI_RedBand, gdal.GCI_Undefined)


@dataclass(frozen=True)
class SceneSettings:
    """What the scene is like."""

    rows: int = 2
    """Rows of images."""
    columns: int = 3
    """Columns of images."""
    size: int = 1500
    """Side of an image's footprint in pixels; its raster is larger, for the footprint is rotated."""
    overlap: float = 0.36
    """Share of a footprint's side that its neighbour covers too."""
    field: float = 0.06
    """Largest relative change by the smooth illumination field; 0: no field."""
    noise: float = 0.01
    """Standard deviation of the noise, relative to the signal."""
    seed: int = 7
    """Same seed, same scene."""


class Footprint(NamedTuple):
    """Where an image lies on the landscape, in pixels."""

    row: int
    """First row of the raster."""
    column: int
    """First column of the raster."""
    side: int
    """Rows and columns of the raster."""
    angle: float
    """Rotation of the footprint in radians."""


class SceneImage(NamedTuple):
    """One image and what was done to it."""

    path: str
    """The distorted image."""
    look: str
    """The same look at the ground, noise included, without distortion."""
    gain: tuple[float, ...]
    """Per band."""
    offset: tuple[float, ...]
    """Per band."""


class Scene(NamedTuple):
    """What `make_scene` wrote."""

    images: list[SceneImage]
    """In reading order of the grid."""
    settings: SceneSettings
    """How they were made."""

    @property
    def paths(self) -> list[str]:
        """The distorted images."""
        return [image.path for image in self.images]

    @property
    def looks(self) -> list[str]:
        """The undistorted looks, in the order of `paths`."""
        return [image.look for image in self.images]

    @property
    def gains(self) -> np.ndarray:
        """(images, bands): what the images were multiplied by."""
        return np.array([image.gain for image in self.images])


def make_scene(folder: str | Path, settings: SceneSettings = SceneSettings()) -> Scene:
    """Write the images into ``folder``, their undistorted looks and ``truth.json`` into ``folder/truth``."""
    folder = Path(folder)
    (folder / "truth").mkdir(parents=True, exist_ok=True)
    footprints, (rows, columns) = _footprints(settings)
    ground = landscape(rows, columns, settings.seed)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = [
            pool.submit(_make_image, folder, f"image_{number + 1}.tif", ground, place, settings, number)
            for number, place in enumerate(footprints)
        ]
        images = [job.result() for job in jobs]
    scene = Scene(images, settings)
    known = {Path(image.path).name: {"gain": image.gain, "offset": image.offset} for image in images}
    (folder / "truth" / "truth.json").write_text(json.dumps(known, indent=2), encoding="utf-8")
    return scene


def _footprints(settings: SceneSettings) -> tuple[list[Footprint], tuple[int, int]]:
    """Where the images lie, and how many rows and columns of landscape they need."""
    rng = np.random.default_rng(settings.seed + 1)
    step = settings.size * (1 - settings.overlap)
    places = []
    for row in range(settings.rows):
        for column in range(settings.columns):
            angle = math.radians(rng.uniform(2.5, 8) * rng.choice((-1, 1)))
            side = math.ceil(settings.size * (math.cos(angle) + abs(math.sin(angle)))) + 12
            middle_row, middle_column = np.array((row, column)) * step + rng.uniform(-0.03, 0.03, 2) * settings.size
            places.append(Footprint(round(middle_row - side / 2), round(middle_column - side / 2), side, angle))
    top = min(place.row for place in places)
    left = min(place.column for place in places)
    places = [place._replace(row=place.row - top, column=place.column - left) for place in places]
    size = (max(place.row + place.side for place in places), max(place.column + place.side for place in places))
    return places, size


def _make_image(
    folder: Path, name: str, ground: np.ndarray, place: Footprint, settings: SceneSettings, number: int
) -> SceneImage:
    """Cut one image and its look out of the landscape, add noise, distort, write."""
    rng = np.random.default_rng((settings.seed, number))
    brightness = math.exp(rng.uniform(-0.24, 0.24))
    gain = tuple(float(brightness * math.exp(rng.uniform(-0.09, 0.09))) for _ in BANDS)
    offset = tuple(float(value) for value in rng.uniform(-30, 260, len(BANDS)))
    field = _field(place.side, rng) * settings.field
    inside = _inside(place, settings.size)
    window = (slice(place.row, place.row + place.side), slice(place.column, place.column + place.side))
    look = np.zeros((len(BANDS), place.side, place.side), np.uint16)
    distorted = np.zeros_like(look)
    for band, layer in enumerate(ground):
        seen = rng.standard_normal((place.side, place.side), dtype=np.float32)
        seen = layer[window] * (1 + settings.noise * seen)
        look[band] = _digital(seen, inside)
        haze = 1.15 - 0.1 * band
        distorted[band] = _digital(gain[band] * seen * (1 + haze * field) + offset[band], inside)
    paths = str(folder / name), str(folder / "truth" / name)
    _write(paths[0], distorted, place)
    _write(paths[1], look, place)
    return SceneImage(*paths, gain, offset)


def _field(side: int, rng: np.random.Generator) -> np.ndarray:
    """A smooth surface (side, side) of low order with mean 0 and largest absolute value 1."""
    place = np.linspace(-1, 1, side, dtype=np.float32)
    x, y = place[None], place[:, None]
    tilt, bowl, wave = rng.uniform(-1, 1, 2), rng.uniform(-0.8, 0.8, 3), rng.uniform(0.1, 0.35)
    direction = rng.uniform(0, 2 * np.pi)
    surface = tilt[0] * x + tilt[1] * y + bowl[0] * x * x + bowl[1] * x * y + bowl[2] * y * y
    surface = surface + wave * np.sin(3.5 * (x * np.cos(direction) + y * np.sin(direction)) + rng.uniform(0, 6.28))
    surface -= surface.mean()
    return (surface / np.abs(surface).max()).astype(np.float32)


def _inside(place: Footprint, size: int) -> np.ndarray:
    """Which pixels of the raster lie in the rotated footprint."""
    from_middle = np.arange(place.side) + 0.5 - place.side / 2
    x, y = from_middle[None], from_middle[:, None]
    along = x * math.cos(place.angle) + y * math.sin(place.angle)
    across = y * math.cos(place.angle) - x * math.sin(place.angle)
    return (np.abs(along) < size / 2) & (np.abs(across) < size / 2)


def _digital(values: np.ndarray, inside: np.ndarray) -> np.ndarray:
    """Rounded to UInt16, nodata outside the footprint and never inside."""
    return np.where(inside, np.clip(np.rint(values), NODATA + 1, 65535), NODATA).astype(np.uint16)


def _write(path: str, pixels: np.ndarray, place: Footprint) -> None:
    """Write (bands, rows, columns) as a tiled GeoTIFF with band names and colours."""
    bands, rows, columns = pixels.shape
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    dataset = gdal.GetDriverByName("GTiff").Create(path, columns, rows, bands, gdal.GDT_UInt16, CREATION_OPTIONS)
    if dataset is None:
        raise OSError(f"{path} cannot be written: {gdal.GetLastErrorMsg()}")
    west, north = ORIGIN[0] + PIXEL * place.column, ORIGIN[1] - PIXEL * place.row
    dataset.SetGeoTransform((west, PIXEL, 0, north, 0, -PIXEL))
    dataset.SetProjection(reference.ExportToWkt())
    for number, (name, colour) in enumerate(zip(BANDS, COLOURS), start=1):
        band = dataset.GetRasterBand(number)
        band.SetDescription(name)
        band.SetColorInterpretation(colour)
        band.SetNoDataValue(NODATA)
    dataset.WriteArray(pixels)
    dataset.FlushCache()
