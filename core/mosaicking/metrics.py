"""How good a mosaic is: figures of its seams and of what blending did, on arrays of the whole grid.

All compare with the ground beside the seam, so 1 is what is there anyway.  A step under 1 alone is normal, since paths
seek calm ground and feathers smooth it: `coherent` and `fine_kept` tell what that hides.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from scipy import ndimage

from .cost import difference, seam_cost, smooth, spread
from .partition import NO_IMAGE

BESIDE, BOXES_BESIDE = 10, 16
"""Pixels between a seam and the lines that it is compared with."""

BOX = (5, 15)
"""Pixels of a box across the seam and along it: what the eye sees as tone."""

CELL, WORST, EDGES_IN_CELL = 64, 95.0, BOX[1]
"""Pixels of the cells whose 95th percentile is the worst, and edges of a seam that such a cell has at least: fewer
than a box is long are one sample."""


Detail = Callable[[np.ndarray], np.ndarray]
"""From values (K, height, width) to how much of some detail is in each."""


class Layer(NamedTuple):
    """One input on the mosaic's grid."""

    values: np.ndarray
    """(K, height, width)."""
    valid: np.ndarray
    """(height, width) bool."""


class Figures(NamedTuple):
    """What is measured of a mosaic."""

    step: float
    """Mean difference across the seam over that across lines 10 pixels beside it."""
    coherent: float
    """The same of means of boxes on both sides."""
    worst_coherent: float
    """Its 95th percentile over cells of 64 pixels."""
    path_cost: float
    """Mean cost along the seams over that of the overlaps."""
    gradient_kept: float
    """Mean gradient in overlaps over that of the inputs."""
    fine_kept: float
    """The same of what a Gaussian of 1.5 pixels takes away."""
    gaps: int
    """Pixels that an input has and the mosaic has not."""
    invented: int
    """Pixels that the mosaic has and no input."""
    overshoot: float
    """How far any value lies beyond those of the inputs there."""


def measure(mosaic: Layer, labels: np.ndarray, inputs: Sequence[Layer], margin: float = 16.0) -> Figures:
    """All figures; ``labels``: the input that each pixel comes from; ``margin``: of the seams' cost."""
    union = np.any([layer.valid for layer in inputs], axis=0)
    step = _contrast(mosaic, labels, (1, 1), BESIDE)
    coherent = _contrast(mosaic, labels, BOX, BOXES_BESIDE)
    overlap = np.sum([layer.valid for layer in inputs], axis=0) > 1
    return Figures(
        step=step.ratio,
        coherent=coherent.ratio,
        worst_coherent=coherent.worst,
        path_cost=path_cost(labels, inputs, margin),
        gradient_kept=_kept(mosaic, inputs, overlap, _gradient),
        fine_kept=_kept(mosaic, inputs, overlap, _fine),
        gaps=int(np.count_nonzero(union & ~mosaic.valid)),
        invented=int(np.count_nonzero(mosaic.valid & ~union)),
        overshoot=_overshoot(mosaic, inputs),
    )


class _Contrast(NamedTuple):
    ratio: float
    worst: float


def _contrast(mosaic: Layer, labels: np.ndarray, box: tuple[int, int], beside: int) -> _Contrast:
    """Differences of boxes on both sides of seams over those on both sides of lines beside them."""
    cells_across = -(-labels.shape[1] // CELL)
    sums = np.zeros((4, cells_across * -(-labels.shape[0] // CELL)))
    for axis in (1, 0):
        values, valid = (mosaic.values, mosaic.valid) if axis else (mosaic.values.swapaxes(1, 2), mosaic.valid.T)
        own = labels if axis else labels.T
        differences, known = _across(values.astype(np.float64), valid, box)
        row, column = np.nonzero((own[:, :-1] != own[:, 1:]) & (own[:, :-1] != NO_IMAGE) & (own[:, 1:] != NO_IMAGE))
        at_seam = known[row, column]
        y, x = (row, column) if axis else (column, row)
        cell = y // CELL * cells_across + x // CELL
        np.add.at(sums[0], cell[at_seam], differences[row, column][at_seam])
        np.add.at(sums[1], cell[at_seam], 1)
        for off in (-beside, beside):
            moved = column + off
            inside = (moved >= 0) & (moved < known.shape[1])
            line = row[inside], moved[inside]
            seen = known[line]
            np.add.at(sums[2], cell[inside][seen], differences[line][seen])
            np.add.at(sums[3], cell[inside][seen], 1)
    seam, edges, control, counted = sums
    if not edges.sum() or not control.sum():
        return _Contrast(float("nan"), float("nan"))
    many = (edges >= EDGES_IN_CELL) & (counted >= EDGES_IN_CELL) & (control > 0)
    by_cell = seam[many] / edges[many] / (control[many] / counted[many])
    worst = float(np.percentile(by_cell, WORST)) if many.any() else float("nan")
    return _Contrast(float(seam.sum() / edges.sum() / (control.sum() / counted.sum())), worst)


def _across(values: np.ndarray, valid: np.ndarray, box: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """For every two neighbours in a row: mean difference over bands of the boxes on both sides, and whether known."""
    across, along = box
    means = np.where(valid, values, 0.0)
    full = ndimage.minimum_filter(valid, (along, across), mode="constant", cval=0)
    if across * along > 1:
        means = ndimage.uniform_filter(means, (0, along, across), mode="constant")
    reach = across // 2
    shape = valid.shape[0], valid.shape[1] - 1
    differences, known = np.zeros(shape), np.zeros(shape, bool)
    inner = slice(reach, valid.shape[1] - 1 - reach)
    if inner.stop > inner.start:
        left = slice(inner.start - reach, inner.stop - reach)
        right = slice(inner.start + 1 + reach, inner.stop + 1 + reach)
        differences[:, inner] = np.abs(means[:, :, left] - means[:, :, right]).mean(axis=0)
        known[:, inner] = full[:, left] & full[:, right]
    return differences, known


def path_cost(labels: np.ndarray, inputs: Sequence[Layer], margin: float) -> float:
    """Mean cost along the seams over mean cost of the overlaps that they run through."""
    along, whole = 0.0, 0.0
    distances = {n: _edge_distance(layer.valid) for n, layer in enumerate(inputs) if (labels == n).any()}
    for first in distances:
        for second in (n for n in distances if n > first):
            one, other = inputs[first], inputs[second]
            both = one.valid & other.valid
            if not both.any():
                continue
            sigma = spread(one.values, other.values, both)
            apart = smooth(difference(one.values, other.values, sigma), both)
            cost = seam_cost(apart, both, np.minimum(distances[first], distances[second]), margin, None)
            mean = cost[both].mean()
            for (p, q), (r, s), (c, d) in zip(_pairs(labels), _pairs(both), _pairs(cost)):
                seam = r & s & (np.minimum(p, q) == first) & (np.maximum(p, q) == second)
                along += float((c + d)[seam].sum() / 2)
                whole += float(mean * np.count_nonzero(seam))
    return along / whole if whole else float("nan")


def _pairs(values: np.ndarray) -> list[tuple[np.ndarray, np.ndarray]]:
    return [(values[:, :-1], values[:, 1:]), (values[:-1], values[1:])]


def _edge_distance(valid: np.ndarray) -> np.ndarray:
    return ndimage.distance_transform_edt(np.pad(valid, 1))[1:-1, 1:-1]


def _gradient(values: np.ndarray) -> np.ndarray:
    rows, columns = np.gradient(values, axis=(1, 2))
    return np.hypot(rows, columns)


def _fine(values: np.ndarray) -> np.ndarray:
    return np.abs(values - ndimage.gaussian_filter(values, (0, 1.5, 1.5)))


def _kept(mosaic: Layer, inputs: Sequence[Layer], overlap: np.ndarray, detail: Detail) -> float:
    """Mean detail of the mosaic in overlaps, away from edges of data, over the mean of that of the inputs."""
    own = detail(np.where(mosaic.valid, mosaic.values, 0).astype(np.float64))
    count = np.zeros(overlap.shape)
    total = np.zeros(own.shape)
    for layer in inputs:
        inner = ndimage.binary_erosion(layer.valid, iterations=6)
        total += np.where(inner, detail(np.where(layer.valid, layer.values, 0).astype(np.float64)), 0.0)
        count += inner
    counted = overlap & (count > 1) & ndimage.binary_erosion(mosaic.valid, iterations=6)
    shown, given = own[:, counted].sum(), (total / np.maximum(count, 1))[:, counted].sum()
    return float(shown / given) if given else float("nan")


def _overshoot(mosaic: Layer, inputs: Sequence[Layer]) -> float:
    low = np.min([np.where(layer.valid, layer.values.astype(np.float64), np.inf) for layer in inputs], axis=0)
    high = np.max([np.where(layer.valid, layer.values.astype(np.float64), -np.inf) for layer in inputs], axis=0)
    known = mosaic.valid & np.isfinite(low[0])
    beyond = np.maximum(low - mosaic.values, mosaic.values - high)[:, known]
    return float(np.maximum(beyond, 0).max(initial=0.0))
