"""What needs a second look at the pixels: histograms, scatter and differences of pairs, and finer pictures.

Each image and each chosen pair is read in windows of the canvas, once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from ..execution import Signal, run_tasks
from ..raster.canvas import footprint
from ..raster.on_grid import measured_on
from ..raster.source import Handles
from ..raster.window import Window
from ..run import Run
from ..statistics.blocks import BlockGrid
from ..statistics.scene import Scene
from ..statistics.sums import ImageSums, Sums

BINS, SQUARES = 64, 48
"""Of a histogram, and along a side of a scatter plot."""

PAIRS = 6
"""Overlaps that are looked at."""

FINE, DIFFERENCES = 400, 96
"""Pixels along the longer side of the pictures, and of a map of differences."""

REACH = 4.0
"""Standard deviations around the mean that histograms and scatter plots show; the rest is in their last bins."""

TILE = 512
"""Pixels along a side of what is read at once."""

BYTES = 40
"""Of a pixel and band of two images, with what is made of them."""


class PairDetail(NamedTuple):
    """Of one overlap; None where there is no before."""

    first: int
    second: int
    before: np.ndarray | None
    now: np.ndarray
    """(K, SQUARES, SQUARES) pixels by the value in the second image, upwards, and in the first."""
    differences: np.ndarray
    """(K, rows, columns) means of second less first, as it is now; NaN without common pixels."""


class Detail(NamedTuple):
    """What a second read found."""

    edges: np.ndarray
    """(K, 2) lowest and highest value of histograms and scatter plots, in common units."""
    before: np.ndarray | None
    now: np.ndarray
    """(N, K, BINS) pixels."""
    pairs: tuple[PairDetail, ...]
    fine_before: ImageSums | None
    fine_now: ImageSums
    grid: BlockGrid
    """Means of the cells of this grid; other sums are not known."""


class _Look:
    """Images of a scene on its canvas, in common units."""

    def __init__(self, scene: Scene, handles: Handles):
        self.scene = scene
        self.views = [measured_on(image, scene.canvas, handles) for image in scene.images]
        self._units = scene.units()
        self._handles = handles

    def windows(self, images: Sequence[int]) -> Iterator[Window]:
        """What some images have in common, tile by tile."""
        common = self.scene.canvas.window
        for index in images:
            common = common.intersection(footprint(self.scene.images[index], self.scene.canvas))
        yield from common.cut((TILE, TILE))

    def read(self, index: int, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values (K, height, width) float64 and their validity."""
        values, valid = self.views[index].measured(window)
        scale, shift = (table[index][:, None, None] for table in self._units)
        if self.scene.mask is not None:
            valid = valid & self.scene.mask.allowed(index, window)
        return values * scale + shift, valid

    def release(self) -> None:
        """Give back what GDAL holds."""
        self._handles.release_cache()


def read_detail(
    scenes: Sequence[Scene], sums: Sequence[Sums], order: Sequence[tuple[int, int]], run: Run
) -> Detail:
    """A second look at the images before, if there are such, and as they are now, the last of ``scenes``.

    ``sums`` of each scene in common units; ``order``: pairs, the worst first.  Raises `Cancelled` or
    `DamagedRasterError`.
    """
    edges = _edges(sums)
    handles = Handles()
    looks = [_Look(scene, handles) for scene in scenes]
    canvas, bands = scenes[0].canvas, sums[0].bands
    step = max(1, -(-max(canvas.width, canvas.height) // FINE))
    grid = _fine_grid(canvas, step)
    images = [(number, index) for number in range(len(looks)) for index in range(len(scenes[0].images))]
    pairs = [(number, pair) for pair in order[:PAIRS] for number in range(len(looks))]
    windows = [footprint(scenes[0].images[index], canvas) for _, index in images]
    work = float(sum(window.pixels for window in windows)) * (1.0 + len(pairs) / max(len(images), 1))
    needed = bands * TILE**2 * BYTES

    def image_task(task: tuple[int, int], signal: Signal) -> tuple[np.ndarray, ImageSums]:
        return _of_image(looks[task[0]], task[1], edges, step, grid.columns, signal)

    def pair_task(task: tuple[int, tuple[int, int]], signal: Signal) -> tuple[np.ndarray, np.ndarray]:
        return _of_pair(looks[task[0]], task[1], edges, signal)

    with run.here().pool(max(1, run.at_once(needed))) as pool:
        found = list(run_tasks(image_task, images, pool, run.progress, work))
        scatter = list(run_tasks(pair_task, pairs, pool, run.progress, work))
    number = len(scenes[0].images)
    counts = [np.stack([one[0] for one in found[n * number:(n + 1) * number]]) for n in range(len(looks))]
    fine = [_joined([one[1] for one in found[n * number:(n + 1) * number]]) for n in range(len(looks))]
    details = []
    for place in range(0, len(pairs), len(looks)):
        own = scatter[place:place + len(looks)]
        before = own[0][0] if len(own) > 1 else None
        details.append(PairDetail(*pairs[place][1], before, own[-1][0], own[-1][1]))
    both = len(looks) > 1
    return Detail(
        edges, counts[0] if both else None, counts[-1], tuple(details), fine[0] if both else None, fine[-1], grid
    )


def _fine_grid(canvas, step: int) -> BlockGrid:
    west, _, _, north = canvas.bounds
    width, height = canvas.pixel_size
    rows, columns = -(-canvas.height // step), -(-canvas.width // step)
    return BlockGrid((west, north - rows * step * height, west + columns * step * width, north), rows, columns)


def _edges(sums: Sequence[Sums]) -> np.ndarray:
    """(K, 2) what histograms show: all values, or those near the mean of all."""
    cells = [one.cells for one in sums]
    count = sum(one.count.sum(axis=0) for one in cells)
    mean = sum((one.count * one.mean).sum(axis=0) for one in cells) / np.maximum(count, 1.0)
    square = sum((one.m2 + one.count * (one.mean - mean) ** 2).sum(axis=0) for one in cells)
    reach = REACH * np.sqrt(square / np.maximum(count, 1.0))
    low = np.maximum(np.min([np.where(one.count > 0, one.low, np.inf).min(axis=0) for one in cells], axis=0),
                     mean - reach)  # fmt: skip
    high = np.minimum(np.max([np.where(one.count > 0, one.high, -np.inf).max(axis=0) for one in cells], axis=0),
                      mean + reach)  # fmt: skip
    return np.stack([low, np.where(high > low, high, low + 1.0)], axis=1)


def _places(values: np.ndarray, edges: np.ndarray, bins: int) -> np.ndarray:
    """The bin of each value; what lies beyond the edges is in the last one of its side."""
    low, high = edges
    return np.clip(((values - low) / (high - low) * bins).astype(np.int64), 0, bins - 1)


def _of_image(
    look: _Look, index: int, edges: np.ndarray, step: int, columns: int, signal: Signal
) -> tuple[np.ndarray, ImageSums]:
    """Counts (K, BINS) and means of fine cells of one image."""
    bands = len(edges)
    counts = np.zeros((bands, BINS))
    parts: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
    for window in look.windows([index]):
        signal.stop_if_asked()
        values, valid = look.read(index, window)
        y, x = np.indices(window.shape)
        cell = (y + window.row) // step * columns + (x + window.column) // step
        cells, where = np.unique(cell, return_inverse=True)
        where = where.reshape(window.shape)
        sums = np.zeros((2, len(cells), bands))
        for band in range(bands):
            seen = valid[band]
            counts[band] += np.bincount(_places(values[band][seen], edges[band], BINS), minlength=BINS)
            sums[0, :, band] = np.bincount(where[seen], minlength=len(cells))
            sums[1, :, band] = np.bincount(where[seen], values[band][seen], len(cells))
        parts.append((cells, *sums))
        signal.add(window.pixels)
    look.release()
    cells, counted, total = (np.concatenate(column) for column in zip(*parts))
    distinct, where = np.unique(cells, return_inverse=True)
    count, sums = np.zeros((len(distinct), bands)), np.zeros((len(distinct), bands))
    np.add.at(count, where, counted)
    np.add.at(sums, where, total)
    mean = sums / np.maximum(count, 1.0)
    unknown = np.full_like(mean, np.nan)
    return counts, ImageSums(np.full(len(distinct), index), distinct, count, mean, unknown, unknown, unknown)


def _joined(parts: Sequence[ImageSums]) -> ImageSums:
    return ImageSums(*(np.concatenate([getattr(p, name) for p in parts]) for name in ImageSums.__dataclass_fields__))


def _of_pair(
    look: _Look, pair: tuple[int, int], edges: np.ndarray, signal: Signal
) -> tuple[np.ndarray, np.ndarray]:
    """Counts (K, SQUARES, SQUARES) and differences (K, rows, columns) of one overlap."""
    bands = len(edges)
    windows = list(look.windows(pair))
    left, top = min(w.column for w in windows), min(w.row for w in windows)
    width, height = max(w.right for w in windows) - left, max(w.bottom for w in windows) - top
    step = max(1, -(-max(width, height) // DIFFERENCES))
    shape = -(-height // step), -(-width // step)
    counts = np.zeros((bands, SQUARES * SQUARES))
    sums = np.zeros((2, bands, shape[0] * shape[1]))
    for window in windows:
        signal.stop_if_asked()
        (one, seen), (other, also) = (look.read(index, window) for index in pair)
        y, x = np.indices(window.shape)
        place = (y + window.row - top) // step * shape[1] + (x + window.column - left) // step
        for band in range(bands):
            both = seen[band] & also[band]
            a, b = one[band][both], other[band][both]
            squares = _places(b, edges[band], SQUARES) * SQUARES + _places(a, edges[band], SQUARES)
            counts[band] += np.bincount(squares, minlength=SQUARES**2)
            sums[0, band] += np.bincount(place[both], minlength=sums.shape[2])
            sums[1, band] += np.bincount(place[both], b - a, sums.shape[2])
        signal.add(window.pixels)
    look.release()
    differences = np.divide(sums[1], sums[0], out=np.full(sums[0].shape, np.nan), where=sums[0] > 0)
    return counts.reshape(bands, SQUARES, SQUARES), differences.reshape(bands, *shape)
