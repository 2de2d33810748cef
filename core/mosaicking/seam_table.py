"""How good the seam of every two images is, from their pixels: what a user looks at to see which one to edit.

All sums that the cost of a seam is made of (see `cost`) are linear in the differences of the bands, so one read of each
overlap is enough: what the differences are divided by is known at its end.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..execution import Signal, run_tasks
from ..raster.window import Window
from ..run import Run
from .cost import REACH, seam_cost, smooth
from .partition import Partition
from .paths import neighbours

COLUMNS = (
    "image_1", "image_2", "overlap_pixels", "seam_pixels", "seam_length", "seam_cost", "overlap_cost", "path_cost",
    "step",
)  # fmt: skip

BLOCK = 512
"""Pixels along a side of what is looked at at once."""

BYTES_PER_PIXEL = 60
"""Of such a block, and of each of its bands."""


class SeamFigures(NamedTuple):
    """Of two members; numbers that nothing was there for are NaN."""

    pair: tuple[int, int]
    """Indices, the lower one first."""
    overlap: int
    """Pixels that both have."""
    edges: int
    """Edges of pixels along the seam."""
    length: float
    """Of it in map units."""
    seam_cost: float
    """Mean cost of the pixels on both sides, where both images have data."""
    overlap_cost: float
    """Mean cost of the overlap."""
    step: float
    """Mean of what one image has on one side of the seam and the other one on the other side differ by."""

    @property
    def path_cost(self) -> float:
        """How the seam compares with any line through the overlap; 1 is no better."""
        return self.seam_cost / self.overlap_cost


def seam_figures(partition: Partition, margin: float, run: Run) -> list[SeamFigures]:
    """Of all pairs that overlap or have a seam, in order; ``margin``: see `seam_cost`.

    Raises `Cancelled` or `DamagedRasterError`.
    """
    members = partition.layout.members
    pairs = [
        (first, second)
        for first, member in enumerate(members)
        for second in partition.layout.near(member.window.padded(1, 1, 1, 1))
        if second > first
    ]
    work = float(sum(_common(partition, pair).pixels for pair in pairs))
    needed = (BLOCK + 2 * REACH + 2) ** 2 * BYTES_PER_PIXEL * (1 + len(members[0].source.image.bands))
    with run.pool(max(1, run.holding(partition.size).at_once(needed))) as pool:

        def measure(pair: tuple[int, int], signal: Signal) -> SeamFigures:
            return _measure(partition, pair, margin, signal)

        found = list(run_tasks(measure, pairs, pool, run.progress, work))
    return [figures for figures in found if figures.overlap or figures.edges]


def _common(partition: Partition, pair: Sequence[int]) -> Window:
    """Where both rasters are, and one pixel more, so that they may touch only."""
    first, second = (partition.layout.members[index].window for index in pair)
    return first.padded(1, 1, 1, 1).intersection(second.padded(1, 1, 1, 1)).intersection(partition.layout.grid.window)


class _Sums:
    """What is added up of a pair: of its overlap and of its seam."""

    def __init__(self, bands: int):
        self.edges = np.zeros(2, np.int64)
        """Of the seam, down and across."""
        self.overlap = self.inside = self.crossed = 0
        """Pixels; edges of the seam both sides of which both images have; those whose sides have data in the mosaic."""
        self.moments = np.zeros((2, 2, bands))
        """Values less `pivot` and their squares, of both images, in the overlap."""
        self.pivot: list[float] = []
        self.apart = np.zeros((2, bands))
        """Differences of the images, smoothed: of the overlap, of both sides of the seam."""
        self.price = np.zeros(2)
        """What a cost has beside differences, of the same."""
        self.steps = 0.0

    def figures(self, pair: tuple[int, int], pixel_size: tuple[float, float]) -> SeamFigures:
        """What they say."""
        length = float(self.edges @ (pixel_size[1], pixel_size[0]))
        costs = np.full(2, np.nan)
        if self.overlap:
            mean, square = self.moments / self.overlap
            sigma = np.sqrt(np.maximum(square - mean**2, 0.0).mean(axis=0))
            weights = 1.0 / np.where(sigma > 0, sigma, 1.0) / len(sigma)
            counts = np.array([self.overlap, self.inside or np.nan])
            apart = self.apart @ weights / counts
            costs = self.price / counts + (apart / apart[0] if apart[0] > 0 else 0.0)
        step = self.steps / self.crossed if self.crossed else np.nan
        return SeamFigures(pair, self.overlap, int(self.edges.sum()), length, float(costs[1]), float(costs[0]), step)


def _measure(partition: Partition, pair: tuple[int, int], margin: float, signal: Signal) -> SeamFigures:
    sums = _Sums(len(partition.layout.members[0].source.image.bands))
    common = _common(partition, pair)
    for block in common.cut((BLOCK, BLOCK)):
        signal.stop_if_asked()
        _add(sums, partition, pair, margin, block)
        signal.add(block.pixels)
        if block.right == common.right:
            # the next row of blocks needs little of what GDAL keeps
            for index in pair:
                partition.layout.members[index].source.release_cache()
    return sums.figures(pair, partition.layout.grid.pixel_size)


def _add(sums: _Sums, partition: Partition, pair: tuple[int, int], margin: float, block: Window) -> None:
    """Add the pixels of a block, and the edges to the right and below each of them."""
    window = block.padded(*[REACH + 1] * 4)
    labels, inner = partition.labels(window), np.zeros(window.shape, bool)
    inner[block.relative_to(window).slices] = True
    seam = [
        mine & (np.minimum(one, other) == pair[0]) & (np.maximum(one, other) == pair[1])
        for (one, other), (mine, _) in zip(neighbours(labels), neighbours(inner))
    ]
    values, valid = zip(*(_read(partition, index, window) for index in pair))
    both, first = valid[0] & valid[1], labels == pair[0]
    shown, overlap = np.where(first, *valid), both & inner
    inside, crossed = _between(both, seam), _between(shown, seam)
    edge = np.minimum(*(partition.edge_distance(index, window) for index in pair))
    price = seam_cost(np.zeros(window.shape), overlap, edge, margin, None)
    sums.edges += [np.count_nonzero(marked) for marked in seam]
    sums.overlap += np.count_nonzero(overlap)
    sums.inside += sum(map(np.count_nonzero, inside))
    sums.crossed += sum(map(np.count_nonzero, crossed))
    sums.price += price[overlap].sum(), _along(price, inside)
    if overlap.any() and not sums.pivot:
        sums.pivot = [float(band[overlap][0]) for band in values[0]]
    for band, both_values in enumerate(zip(*values)):
        for image, own in enumerate(both_values):
            known = own[overlap] - sums.pivot[band] if sums.pivot else own[overlap]
            sums.moments[:, image, band] += known.sum(), (known**2).sum()
        apart = smooth(np.abs(both_values[0] - both_values[1]).astype(np.float32), both)
        sums.apart[:, band] += apart[overlap].sum(dtype=np.float64), _along(apart, inside)
        sides = zip(neighbours(np.where(first, *both_values)), crossed)
        sums.steps += sum(float(np.abs(one - other)[marked].sum()) for (one, other), marked in sides) / len(values[0])


def _between(where: np.ndarray, seam: Sequence[np.ndarray]) -> list[np.ndarray]:
    """The edges of a seam that have marked pixels on both sides."""
    return [marked & one & other for marked, (one, other) in zip(seam, neighbours(where))]


def _along(values: np.ndarray, seam: Sequence[np.ndarray]) -> float:
    """The sum over edges of the mean of both sides."""
    sides = zip(neighbours(values), seam)
    return float(sum(0.5 * (one + other)[marked].sum(dtype=np.float64) for (one, other), marked in sides))


def _read(partition: Partition, index: int, window: Window) -> tuple[np.ndarray, np.ndarray]:
    """Of a member in a window: values (K, height, width) float64, and where it has all of them."""
    member = partition.layout.members[index]
    values = np.zeros((len(member.source.image.bands), *window.shape))
    valid = np.zeros(window.shape, bool)
    part = window.intersection(member.window)
    if not part.is_empty:
        place, pixels = part.relative_to(window).slices, member.read(part)
        valid[place] = pixels.valid.all(axis=0)
        values[(slice(None), *place)] = np.where(valid[place], pixels.values, 0)
    return values, valid


def table_rows(found: Sequence[SeamFigures], names: Sequence[str], numbers: Sequence[int]) -> list[list[object]]:
    """`COLUMNS` and a row for each pair, in the order of the inputs; ``names``, ``numbers``: of the members."""
    rows = []
    for figures in found:
        first, second = sorted(figures.pair, key=lambda index: numbers[index])
        measured = figures.length, figures.seam_cost, figures.overlap_cost, figures.path_cost, figures.step
        shown = ["" if math.isnan(value) else f"{value:.6g}" for value in measured]
        place = numbers[first], numbers[second]
        rows.append((place, [names[first], names[second], figures.overlap, figures.edges, *shown]))
    return [list(COLUMNS), *(row for _, row in sorted(rows))]
