"""Scenes with a known truth: a textured ground, cut into images that are each distorted by known amounts."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, gdal_array, osr
from scipy import ndimage

WEST, NORTH, PIXEL = 500000.0, 5200000.0, 10.0


@dataclass(frozen=True)
class MadeScene:
    """Images and what is true of them."""

    paths: list[str]
    truth: np.ndarray
    """(K, H, W) the ground without distortion."""
    corners: list[tuple[int, int]]
    """(row, column) of each image's first pixel on the ground."""
    gain: np.ndarray
    offset: np.ndarray
    """(N, K) stored = gain * truth * light + offset."""

    def ground_of(self, index: int) -> np.ndarray:
        """The truth under one image."""
        row, column = self.corners[index]
        _, height, width = read(self.paths[index]).shape
        return self.truth[:, row : row + height, column : column + width]


def texture(bands: int, rows: int, columns: int, seed: int, mean: float = 2000.0, std: float = 400.0) -> np.ndarray:
    """Smooth and rough at once: noise of five scales, (bands, rows, columns) float64."""
    random = np.random.default_rng(seed)
    shared = _noise(random, rows, columns)
    layers = []
    for band in range(bands):
        mixed = 0.6 * shared + 0.8 * _noise(random, rows, columns)
        layers.append(mean * (1 + 0.15 * band) + std * (1 + 0.2 * band) * mixed / mixed.std())
    return np.stack(layers)


def _noise(random: np.random.Generator, rows: int, columns: int) -> np.ndarray:
    total = np.zeros((rows, columns))
    for sigma, weight in ((0.7, 0.5), (2.0, 0.6), (5.0, 0.7), (12.0, 0.8), (30.0, 0.6)):
        layer = ndimage.gaussian_filter(random.normal(size=(rows, columns)), sigma, mode="reflect")
        total += weight * layer / layer.std()
    return np.clip(total / total.std(), -3.5, 3.5)


def sunlight(index: int, height: int, width: int) -> np.ndarray:
    """A smooth field of up to 15 % around 1, another for every image: (height, width)."""
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    angle = 1.3 * index
    return 1.0 + 0.10 * (np.cos(angle) * x + np.sin(angle) * y) + 0.05 * np.cos(2 * x + angle) * np.cos(2 * y)


def make_scene(
    folder: Path,
    rows: int = 1,
    columns: int = 3,
    size: int = 150,
    step: int = 90,
    bands: int = 3,
    gain_spread: float = 0.3,
    offset_spread: float = 150.0,
    noise: float = 0.0,
    light: Callable[[int, int, int], np.ndarray] | None = None,
    dtype: str = "uint16",
    nodata: float | None = 0,
    factor: float = 1.0,
    names: Sequence[str] | None = None,
    seed: int = 1,
    border: bool = True,
    options: Sequence[str] = (),
) -> MadeScene:
    """Write rows x columns images of size x size pixels, each ``step`` pixels after its neighbour.

    ``border`` cuts slanted nodata borders off the images; ``factor`` multiplies all stored values.
    """
    folder.mkdir(parents=True, exist_ok=True)
    random = np.random.default_rng(1000 + seed)
    number = rows * columns
    truth = texture(bands, size + step * (rows - 1), size + step * (columns - 1), seed)
    gain = np.exp(gain_spread * random.uniform(-1, 1, size=(number, bands)))
    offset = offset_spread * random.uniform(-1, 1, size=(number, bands))
    paths, corners = [], []
    for index in range(number):
        row, column = (step * part for part in divmod(index, columns))
        values = truth[:, row : row + size, column : column + size].copy()
        if light is not None:
            values *= light(index, size, size)
        values = gain[index][:, None, None] * values + offset[index][:, None, None]
        values += noise * random.normal(size=values.shape)
        stored = to_type(values * factor, dtype)
        if border and nodata is not None:
            stored[:, slanted_border(size, size, index)] = nodata
        name = names[index] if names else f"img_{index + 1}"
        path = write(folder / f"{name}.tif", stored, row, column, nodata=nodata, options=options)
        paths.append(path)
        corners.append((row, column))
    return MadeScene(paths, truth, corners, gain, offset)


def to_type(values: np.ndarray, dtype: str) -> np.ndarray:
    """Rounded and clipped as any sensor does; integers keep clear of 0, which is nodata."""
    kind = np.dtype(dtype)
    if kind.kind == "f":
        return values.astype(kind)
    limits = np.iinfo(kind)
    return np.clip(np.rint(values), max(limits.min, 1), limits.max).astype(kind)


def slanted_border(height: int, width: int, index: int = 0, share: float = 0.08) -> np.ndarray:
    """What a rotated scene leaves empty in its frame: two slanted edges, (height, width) bool."""
    y, x = np.mgrid[0:height, 0:width]
    slope = share * (1 if index % 2 else 1.3)
    return (x < slope * y) | (width - 1 - x < slope * (height - 1 - y))


def write(
    path: Path | str,
    array: np.ndarray,
    row: float = 0,
    column: float = 0,
    nodata: float | None = None,
    epsg: int | None = 32614,
    pixel: float = PIXEL,
    options: Sequence[str] = (),
    geotransform: Sequence[float] | None = None,
    mask: np.ndarray | None = None,
    interpretation: Sequence[int] | None = None,
) -> str:
    """Write (bands, rows, columns) with its first pixel at a row and column of the ground, in pixels of 10 m."""
    count, rows, columns = array.shape
    kind = gdal_array.NumericTypeCodeToGDALTypeCode(array.dtype)
    settings = ["ALPHA=NO", "PHOTOMETRIC=MINISBLACK", *options]
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), columns, rows, count, kind, settings)
    place = (WEST + PIXEL * column, pixel, 0.0, NORTH - PIXEL * row, 0.0, -pixel)
    dataset.SetGeoTransform(list(geotransform or place))
    if epsg is not None:
        system = osr.SpatialReference()
        system.ImportFromEPSG(epsg)
        dataset.SetProjection(system.ExportToWkt())
    for number, values in enumerate(array, start=1):
        band = dataset.GetRasterBand(number)
        if interpretation:
            band.SetColorInterpretation(interpretation[number - 1])
        if nodata is not None:
            band.SetNoDataValue(nodata)
        band.WriteArray(values)
    if mask is not None:
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        dataset.GetRasterBand(1).GetMaskBand().WriteArray(np.where(mask, 255, 0).astype(np.uint8))
    dataset.FlushCache()
    return str(path)


def masked_virtual(path: Path, source: str, masks_of_bands: Sequence[int | None], mask: str) -> str:
    """A virtual raster of a file, each band of it masked by a band of another file, or by nothing."""
    text = gdal.Translate("", source, format="VRT").GetMetadata("xml:VRT")[0]
    for number, band in enumerate(masks_of_bands, start=1):
        before, start, after = text.partition(f'band="{number}"')
        inside, end, rest = after.partition("</VRTRasterBand>")
        if band is not None:
            inside += (
                f'<MaskBand><VRTRasterBand dataType="Byte"><SimpleSource><SourceFilename>{mask}</SourceFilename>'
                f"<SourceBand>{band}</SourceBand></SimpleSource></VRTRasterBand></MaskBand>"
            )
        text = before + start + inside + end + rest
    path.write_text(text)
    return str(path)


def read(path: str) -> np.ndarray:
    """All bands, (bands, rows, columns)."""
    array = gdal.Open(str(path)).ReadAsArray()
    return array if array.ndim == 3 else array[None]


def masks(path: str) -> np.ndarray:
    """GDAL's mask of every measuring band, and alpha, bool (bands, rows, columns)."""
    dataset = gdal.Open(str(path))
    bands = [dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1)]
    # Not `band in opaque`: since GDAL 3.13 `==` of two bands is a raster of comparisons, which is always true.
    opaque = [band for band in bands if band.GetColorInterpretation() == gdal.GCI_AlphaBand]
    found = []
    for band in bands:
        if band.GetColorInterpretation() == gdal.GCI_AlphaBand:
            continue
        valid = (band.GetMaskBand().ReadAsArray() != 0) & np.isfinite(band.ReadAsArray())
        found.append(valid & (opaque[0].ReadAsArray() != 0) if opaque else valid)
    return np.stack(found)


def chain_of(path: str) -> list[dict]:
    """What an output says was done to it."""
    return json.loads(gdal.Open(path).GetMetadataItem("EVENLIGHT_CORRECTION"))


def gains_of(paths: Sequence[str]) -> tuple[np.ndarray, np.ndarray]:
    """Gains and offsets of outputs of the global step, (N, K) each."""
    chains = [chain_of(path)[0] for path in paths]
    return np.array([entry["gain"] for entry in chains]), np.array([entry["offset"] for entry in chains])


def gain_errors(found: np.ndarray, scene: MadeScene) -> np.ndarray:
    """How far the found gains are from undoing the known ones, but for one common factor: (N, K) relative."""
    product = found * scene.gain
    return product / product.mean(axis=0) - 1


def rms(values: np.ndarray) -> float:
    """Root mean square."""
    return float(np.sqrt(np.mean(np.square(values))))


def truth_residual(paths: Sequence[str], scene: MadeScene) -> float:
    """What is left against the truth after one best gain and offset for all images together.

    Standard deviations of the truth, pooled over bands.
    """
    total = []
    for band in range(len(scene.truth)):
        seen, true = [], []
        for index, path in enumerate(paths):
            valid = masks(path)[band]
            seen.append(read(path)[band][valid].astype(np.float64))
            true.append(scene.ground_of(index)[band][valid])
        x, y = np.concatenate(seen), np.concatenate(true)
        slope, level = np.polyfit(x, y, 1)
        total.append(np.std(slope * x + level - y) / np.std(y))
    return rms(np.array(total))


def overlap_difference(paths: Sequence[str], scene: MadeScene) -> float:
    """RMS difference of images over their common pixels, all pairs and bands, in stored units."""
    squares, number = 0.0, 0
    shape = scene.truth.shape
    placed = []
    for path, (row, column) in zip(paths, scene.corners):
        values, valid = np.zeros(shape), np.zeros(shape, dtype=bool)
        own = read(path)
        window = np.s_[:, row : row + own.shape[1], column : column + own.shape[2]]
        values[window], valid[window] = own, masks(path)
        placed.append((values, valid))
    for first in range(len(placed)):
        for second in range(first + 1, len(placed)):
            both = placed[first][1] & placed[second][1]
            squares += float(((placed[first][0] - placed[second][0])[both] ** 2).sum())
            number += int(both.sum())
    return float(np.sqrt(squares / number))
