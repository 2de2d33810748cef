"""Figures of images and pairs, and pictures of cells, from sums: no pixel is read."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..radiometry.metrics import pair_differences
from ..raster.canvas import footprint
from ..raster.grid import Grid
from ..raster.image import Image
from ..statistics.blocks import BlockGrid
from ..statistics.sums import ImageSums, PairSums, Sums
from .detail import Detail
from .record import ImageStats, PairStats, Pictures

LARGEST_PICTURE = 400
"""Pixels along a side of a picture of cells; where there are more cells, several are one pixel."""

ENOUGH = 0.5
"""An image with so many times the pixels of the fullest one in a cell may show it."""

Pair = tuple[int, int]


def image_stats(sums: Sums) -> list[ImageStats]:
    """Of each image."""
    whole = sums.whole()
    return [ImageStats(*row) for row in zip(whole.count, whole.mean, whole.std)]


def pair_stats(sums: Sums) -> dict[Pair, PairStats]:
    """Of each pair with common pixels."""
    pairs = sums.overlaps()
    difference, rmse, spread = pair_differences(pairs)
    product = np.sqrt(pairs.m2_first * pairs.m2_second)
    correlation = np.divide(pairs.cross, product, out=np.full_like(product, np.nan), where=product > 0)
    columns = [
        pairs.mean_first, pairs.mean_second, pairs.std_first, pairs.std_second, over(difference, spread), rmse,
        over(rmse, spread), np.clip(correlation, -1.0, 1.0),
    ]  # fmt: skip
    found = zip(*(np.where(pairs.count > 0, column, np.nan) for column in columns))
    return dict(zip(zip(pairs.first.tolist(), pairs.second.tolist()), (PairStats(*row) for row in found)))


def pair_counts(sums: Sums) -> dict[Pair, np.ndarray]:
    """Pixels valid in both images of each pair, (K,) each."""
    pairs = sums.overlaps()
    return dict(zip(zip(pairs.first.tolist(), pairs.second.tolist()), pairs.count))


def over(values: np.ndarray, spread: np.ndarray) -> np.ndarray:
    """values / spread; 0 where flat ground agrees exactly, inf where it does not."""
    return np.divide(values, spread, out=np.where(values > 0, np.inf, 0.0), where=spread > 0)


def corners_of(image: Image, canvas: Grid) -> np.ndarray:
    """(4, 2) map coordinates of an image's corners on a canvas, in turn."""
    west, south, east, north = canvas.part(footprint(image, canvas)).bounds
    return np.array([(west, north), (east, north), (east, south), (west, south)])


def local_strength(
    images: int, before: ImageSums, after: ImageSums, gain: np.ndarray, offset: np.ndarray
) -> np.ndarray:
    """(N, K) how far means of cells are moved beside ``gain`` and ``offset`` (N, K), over each image's deviation.

    Root mean square, weighted by pixels; ``before``, ``after``: the same rows of cells in common units.
    """
    moved = after.mean - (gain[before.image] * before.mean + offset[before.image])
    square, total = np.zeros(gain.shape), np.zeros(gain.shape)
    np.add.at(square, before.image, before.count * moved**2)
    np.add.at(total, before.image, before.count)
    spread = after.merged(after.image, images).std
    return over(np.sqrt(square / np.maximum(total, 1.0)), spread)


def pictures(
    before: Sums, after: Sums | None, cells: BlockGrid, colours: Sequence[int]
) -> Pictures:
    """The means of cells as mosaics, each cell of one image, and what is left of errors there."""
    step = max(1, -(-max(cells.rows, cells.columns) // LARGEST_PICTURE))
    rows, columns = -(-cells.rows // step), -(-cells.columns // step)
    shape = rows, columns
    place = _coarse(before.cells.cell, cells.columns, step, columns)
    shown = _shown(before.cells, place, shape)
    west, _, _, north = cells.bounds
    bounds = west, north - rows * step * cells.cell_height, west + columns * step * cells.cell_width, north
    mosaics = [_mosaic(sums.cells, place, shown, shape) for sums in (before, after) if sums is not None]
    last = before if after is None else after
    errors = _errors(last.pairs, last.images, _coarse(last.pairs.cell, cells.columns, step, columns), shape)
    return Pictures(bounds, mosaics[0], mosaics[1] if after is not None else None, errors, tuple(colours))


def fine_pictures(shown: Pictures, detail: Detail) -> Pictures:
    """The same with mosaics of a second read."""
    shape = detail.grid.rows, detail.grid.columns
    chosen = _shown(detail.fine_now, detail.fine_now.cell, shape)
    now = _mosaic(detail.fine_now, detail.fine_now.cell, chosen, shape)
    if detail.fine_before is None:
        return shown._replace(before=now)
    before = _mosaic(detail.fine_before, detail.fine_before.cell, chosen, shape)
    return shown._replace(before=before, after=now)


def _coarse(cell: np.ndarray, columns: int, step: int, wide: int) -> np.ndarray:
    """The pixel of a picture that each cell lies in."""
    row, column = np.divmod(cell, columns)
    return row // step * wide + column // step


def _shown(cells: ImageSums, place: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """The image that each pixel of a picture shows, -1 for none: of those that fill it the one it is nearest to."""
    images = int(cells.image.max(initial=-1)) + 1
    key = cells.image * (shape[0] * shape[1]) + place
    distinct, where = np.unique(key, return_inverse=True)
    count = np.bincount(where, cells.count.max(axis=1, initial=0.0), len(distinct))
    image, pixel = np.divmod(distinct, shape[0] * shape[1])
    row, column = np.divmod(pixel, shape[1])
    distance = np.zeros(len(distinct))
    for line in (row, column):
        low, high = np.full(images, np.inf), np.full(images, -np.inf)
        np.minimum.at(low, image, line)
        np.maximum.at(high, image, line)
        half = np.maximum((high - low)[image] / 2, 0.5)
        distance = np.maximum(distance, np.abs(line - (high[image] + low[image]) / 2) / half)
    fullest = np.zeros(shape[0] * shape[1])
    np.maximum.at(fullest, pixel, count)
    order = np.lexsort((image, distance, count < ENOUGH * fullest[pixel], pixel))
    order = order[count[order] > 0]
    found, first = np.unique(pixel[order], return_index=True)
    shown = np.full(shape[0] * shape[1], -1)
    shown[found] = image[order[first]]
    return shown


def _mosaic(cells: ImageSums, place: np.ndarray, shown: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """(K, rows, columns) the mean of what each pixel shows."""
    own = shown[place] == cells.image
    bands = cells.count.shape[1]
    picture = np.full((bands, shape[0] * shape[1]), np.nan)
    for band in range(bands):
        count, total = (np.bincount(place[own], values[own, band], picture.shape[1])
                        for values in (cells.count, cells.count * cells.mean))
        np.divide(total, count, out=picture[band], where=count > 0)
    return picture.reshape(bands, *shape)


def _errors(pairs: PairSums, images: int, place: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """(rows, columns) sqrt(sum n r^2 / s^2 / sum n) over pairs and bands, s of the whole overlap."""
    if not len(pairs.first):
        return np.full(shape, np.nan)
    key = pairs.first * images + pairs.second
    distinct, where = np.unique(key, return_inverse=True)
    whole = pairs.merged(where, distinct // images, distinct % images)
    spread = pair_differences(whole)[2][where]
    rmse = pair_differences(pairs)[1]
    known = (pairs.count > 0) & (spread > 0)
    square = np.where(known, pairs.count * np.divide(rmse, spread, out=np.zeros_like(rmse), where=known) ** 2, 0.0)
    total = np.where(known, pairs.count, 0.0)
    sums = [np.bincount(place, values.sum(axis=1), shape[0] * shape[1]) for values in (square, total)]
    found = np.divide(*sums, out=np.full(shape[0] * shape[1], np.nan), where=sums[1] > 0)
    return np.sqrt(found).reshape(shape)
