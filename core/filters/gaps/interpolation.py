"""Values of a hole's pixels from the valid pixels that bound it.

With x a pixel of the hole, x_i the valid pixels that share a side with the hole, v_i their values:

    nearest            v of the x_i with the smallest |x - x_i|, of several the first in the file
    inverse_distance   sum v_i |x - x_i|^-3 / sum |x - x_i|^-3        (Shepard 1968, doi 10.1145/800186.810616)
    median             of all v_i
    dilation           the largest v of the x_i with the fewest steps over sides of pixels to x: as grey dilation by
                       a cross, repeated until the hole is full, has it

The nearest valid pixel of all always bounds the hole: a step from it towards x comes nearer to x.  In large
holes, pixels far from the bounds see these summarised: at a distance of four cells or more, what lies in a
cell counts as one point in its centre of mass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from scipy.spatial import cKDTree

from ...execution import Signal
from .surroundings import Surroundings

QUERIES_AT_ONCE = 1 << 12
"""Pixels of a hole whose nearest bounds are looked for between two looks at a cancel: in the middle of a large round
hole all bounds are about as near."""

PAIRS_AT_ONCE = 1 << 20
"""Of a hole's pixels with what bounds it; about 40 MB."""

SMALL = 1 << 16
"""Pairs of a hole up to which it is filled together with others."""

FAR = 8
"""Sides of a cell between it and the pixels that see it summarised."""

Interpolation = Callable[[Surroundings, np.ndarray, np.ndarray, np.ndarray, Signal], np.ndarray]
"""Surroundings, and number of the hole, row and column of N pixels (N,): values (K, N) float64, NaN without bounds."""


def nearest(around: Surroundings, hole: np.ndarray, row: np.ndarray, column: np.ndarray, signal: Signal) -> np.ndarray:
    """The nearest bounding pixel's values."""
    points = np.column_stack([around.row, around.column]).astype(np.float64)
    result = np.full((len(around.values), len(row)), np.nan)
    if not len(points):
        return result
    tree = cKDTree(points)
    order = around.row * (around.column.max() + 1) + around.column
    for part in _portions(len(row), signal):
        wanted = np.column_stack([row[part], column[part]]).astype(np.float64)
        for pixels, found, nearest_ones in _ties(tree, wanted, 2):
            # of several the first in the file
            places = np.where(nearest_ones, order[found], np.iinfo(np.int64).max).argmin(axis=1)
            result[:, part.start + pixels] = around.values[:, found[np.arange(len(found)), places]]
    return result


def dilation(around: Surroundings, hole: np.ndarray, row: np.ndarray, column: np.ndarray, signal: Signal) -> np.ndarray:
    """The largest value of the bounding pixels that are the fewest steps away."""
    points = np.column_stack([around.row, around.column]).astype(np.float64)
    result = np.full((len(around.values), len(row)), np.nan)
    if not len(points):
        return result
    tree = cKDTree(points)
    for part in _portions(len(row), signal):
        wanted = np.column_stack([row[part], column[part]]).astype(np.float64)
        for pixels, found, nearest_ones in _ties(tree, wanted, 1):
            for values, filled in zip(around.values, result):
                filled[part.start + pixels] = np.where(nearest_ones, values[found], -np.inf).max(axis=1)
    return result


def median(around: Surroundings, hole: np.ndarray, row: np.ndarray, column: np.ndarray, signal: Signal) -> np.ndarray:
    """The median of the values of all bounding pixels."""
    number = int(max(around.hole.max(initial=0), hole.max(initial=0))) + 1
    count = np.bincount(around.hole, minlength=number)
    first = np.cumsum(count) - count
    result = np.full((len(around.values), len(row)), np.nan)
    known = count[hole] > 0
    low, high = (first[hole] + half for half in ((count[hole] - 1) // 2, count[hole] // 2))
    for values, filled in zip(around.values, result):
        signal.stop_if_asked()
        ordered = values[np.lexsort((values, around.hole))]
        filled[known] = ordered[low[known]] / 2 + ordered[high[known]] / 2
    return result


def _ties(tree: cKDTree, wanted: np.ndarray, norm: int) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Some of (N, 2) pixels, numbers of a tree's points (n, k) near to each of them, and which of these are nearest.

    ``norm``: 2 for distances, 1 for steps over sides of pixels.  All points are whole numbers, so distances that
    are equal are so to the last bit.  Up to 2, 8, 32 and so on are asked for, until all at the shortest
    distance are among them.
    """
    unsure, count = np.arange(len(wanted)), 1
    while len(unsure):
        count = min(count * 4 if count > 1 else 2, tree.n)
        apart, found = (part.reshape(len(unsure), count) for part in tree.query(wanted[unsure], count, p=norm))
        sure = (apart[:, -1] > apart[:, 0]) | (count == tree.n)
        yield unsure[sure], found[sure], (apart == apart[:, :1])[sure]
        unsure = unsure[~sure]


def _portions(number: int, signal: Signal) -> Iterator[slice]:
    for start in range(0, number, QUERIES_AT_ONCE):
        signal.stop_if_asked()
        yield slice(start, start + QUERIES_AT_ONCE)


def distances(
    around: Surroundings, row: np.ndarray, column: np.ndarray, signal: Signal, most: float = np.inf
) -> np.ndarray:
    """Of pixels (N,) to the nearest bounding pixel, in pixels, (N,) float64; inf where it is ``most`` or more."""
    tree = cKDTree(np.column_stack([around.row, around.column]).astype(np.float64))
    wanted = np.column_stack([row, column]).astype(np.float64)
    parts = [tree.query(wanted[part], distance_upper_bound=most)[0] for part in _portions(len(row), signal)]
    return np.concatenate([np.empty(0), *parts])


def inverse_distance(
    around: Surroundings, hole: np.ndarray, row: np.ndarray, column: np.ndarray, signal: Signal
) -> np.ndarray:
    """A mean of all bounding pixels' values."""
    result = np.full((len(around.values), len(row)), np.nan)
    if not len(around.hole):
        return result
    number = int(max(around.hole.max(), hole.max(initial=0))) + 1
    bounds, pixels = np.bincount(around.hole, minlength=number), np.bincount(hole, minlength=number)
    first = np.cumsum(bounds) - bounds
    small = (bounds * pixels <= SMALL)[hole] & (bounds > 0)[hole]
    _weigh_small(around, np.flatnonzero(small), first[hole], bounds[hole], (row, column), result, signal)
    for large in np.flatnonzero(bounds * pixels > SMALL):
        own = slice(first[large], first[large] + bounds[large])
        bound = Surroundings(around.hole[own], around.row[own], around.column[own], around.values[:, own])
        within = np.flatnonzero(hole == large)
        result[:, within] = _weigh_large(bound, row[within], column[within], signal)
    return result


def _weigh_small(
    around: Surroundings, pixels: np.ndarray, first: np.ndarray, bounds: np.ndarray,
    place: tuple[np.ndarray, np.ndarray], result: np.ndarray, signal: Signal,
) -> None:  # fmt: skip
    """Write the values of some pixels of many small holes, all pairs with their holes' bounds at once."""
    ends = np.cumsum(bounds[pixels])
    while len(pixels):
        signal.stop_if_asked()
        taken = max(1, int(np.searchsorted(ends, PAIRS_AT_ONCE, "right")))
        part, pixels = pixels[:taken], pixels[taken:]
        ends = ends[taken:] - ends[taken - 1]
        count = bounds[part]
        one = np.repeat(np.arange(len(part)), count)
        other = np.repeat(first[part] - np.cumsum(count) + count, count) + np.arange(len(one))
        apart = [bound[other] - own[part][one].astype(np.float64) for bound, own in zip(around[1:3], place)]
        weight = _weight(*apart)
        total = np.bincount(one, weight)
        for values, filled in zip(around.values, result):
            filled[part] = np.bincount(one, weight * values[other]) / total


def _weigh_large(around: Surroundings, row: np.ndarray, column: np.ndarray, signal: Signal) -> np.ndarray:
    """Values of pixels of one hole."""
    apart = distances(around, row, column, signal)
    level = np.floor(np.log2(np.maximum(apart / FAR, 1.0))).astype(np.int64)
    result = np.empty((len(around.values), len(row)))
    row, column = row.astype(np.float64), column.astype(np.float64)
    for step in np.unique(level):
        row_of, column_of, count, values = _summarised(around, 1 << int(step))
        pixels = np.flatnonzero(level == step)
        together = max(1, PAIRS_AT_ONCE // len(count))
        for start in range(0, len(pixels), together):
            signal.stop_if_asked()
            part = pixels[start:start + together]
            weight = _weight(row[part][:, None] - row_of, column[part][:, None] - column_of)
            weight *= count
            total = weight.sum(axis=1)
            for band, filled in zip(values, result):
                # not by BLAS, whose sums depend on how many threads it finds free
                filled[part] = np.einsum("ij,j->i", weight, band) / total
    return result


def _weight(rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    """Distances to the power of -3 from two float64 arrays, which are used up."""
    squares, columns = np.square(rows, out=rows), np.square(columns, out=columns)
    squares += columns
    weight = np.sqrt(squares, out=columns)
    weight *= squares
    return np.reciprocal(weight, out=weight)


def _summarised(around: Surroundings, side: int) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Rows, columns, counts (C,) and mean values (K, C) of the bounding pixels in cells of so many pixels a side."""
    if side == 1:
        place = around.row.astype(np.float64), around.column.astype(np.float64)
        return *place, np.ones(len(around.row)), around.values
    cells = (around.row // side) * (int(around.column.max()) // side + 1) + around.column // side
    _, cell = np.unique(cells, return_inverse=True)
    cell = cell.ravel()
    count = np.bincount(cell).astype(np.float64)
    mean = [np.bincount(cell, band) / count for band in (around.row, around.column, *around.values)]
    return mean[0], mean[1], count, np.array(mean[2:]).reshape(len(around.values), -1)
