"""The shading of single images, and what the images of one sensor have in common of it, from cell means alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..numeric.robust import HUBER, mad_scale
from ..statistics.blocks import BlockGrid
from ..statistics.sums import PairSums, Sums
from .light_field import TERMS, Placement, basis

FEWEST_CELLS = 12
NARROW = 2e-5
"""Least eigenvalue of the terms' covariance over an image that can tell them."""
MOSTLY_POSITIVE = 0.99
"""Share of an image's pixels whose cells must have a logarithm."""
SAME_GROUND = 0.5
"""Images that share more than this of the smaller one count once."""
ROUNDS, FEW_ROUNDS = 30, 5
ROUNDING = 1e-6
"""Deviation of logarithms between two images below which none is measured."""
NEARLY = 1e-3
"""Sides of an image by which slopes must differ over an overlap to differ."""
SAMPLES = 4.0
"""Cells beside err alike: so many count as one."""
MOST_SENSORS = 20
"""More in one group are looked at one by one."""
FEWEST_PAIRS = 3
"""Overlaps of images that lie turned, or are of two sensors, from which these tell a slope: in fewer it may be that of
a light which one of the images has alone, or come from haze over ground that is brighter on one side."""
UNKNOWN = 10.0
"""Standard error of a term that nothing tells."""


class CommonTerms(NamedTuple):
    """What images of one sensor in one group have in common."""

    members: np.ndarray
    """(M,) int: its images."""
    grounds: int
    """How many of them show different ground."""
    value: np.ndarray
    error: np.ndarray
    """(K, 5) terms and their standard errors; inf where nothing is known."""
    seen: np.ndarray
    """(K, 5) |t| of what overlaps alone tell, which is none of the ground's."""

    @property
    def t(self) -> np.ndarray:
        """(K, 5)."""
        return self.value / self.error


def own_terms(sums: Sums, placements: Sequence[Placement], cells: BlockGrid) -> np.ndarray:
    """The terms of each image by itself, fitted to ln(cell mean): (N, K, 5), NaN where its cells cannot tell them."""
    rows = sums.cells
    positions = _Positions(placements, cells)
    terms = positions.basis(positions.inside(positions.middles(rows.cell), rows.image), rows.image)
    design = np.concatenate([np.ones((len(terms), 1)), terms], axis=1)
    result = np.full((sums.images, sums.bands, TERMS), np.nan)
    for band in range(sums.bands):
        count, mean = rows.count[:, band], rows.mean[:, band]
        positive = (count > 0) & (mean > 0)
        image, known, weight = rows.image[positive], design[positive], count[positive]
        total = np.maximum(np.bincount(image, weight, sums.images), 1.0)
        normal = _products(known, weight / total[image], image, sums.images)
        wanted = _totals(known, weight / total[image] * np.log(mean[positive]), image, sums.images)
        able = np.bincount(image, minlength=sums.images) >= FEWEST_CELLS
        able &= total >= MOSTLY_POSITIVE * np.bincount(rows.image, count, sums.images)
        able &= np.linalg.eigvalsh(normal)[:, 0] > NARROW
        result[able, band] = np.linalg.solve(normal[able], wanted[able][..., None])[:, 1:, 0]
    return result


class _Positions:
    """Where cells lie in images."""

    def __init__(self, placements: Sequence[Placement], cells: BlockGrid):
        self._origin = np.array([place.origin for place in placements])
        self._matrix = np.array([place.matrix for place in placements])
        self._cells = cells

    def middles(self, cell: np.ndarray) -> np.ndarray:
        """Canvas coordinates (R, 2) of the middles of cells (R,)."""
        cells = self._cells
        row, column = np.divmod(cell, cells.columns)
        x = cells.bounds[0] + (column + 0.5) * cells.cell_width
        return np.column_stack([x, cells.bounds[3] - (row + 0.5) * cells.cell_height])

    def inside(self, place: np.ndarray, image: np.ndarray) -> np.ndarray:
        """The places (R, 2) in images (R,) that are nearest to these: cells on an image's edge reach beyond it."""
        found = self._in_image(place, image)
        beyond = np.clip(found, -0.5, 0.5) - found
        return place + np.linalg.solve(self._matrix[image], beyond[..., None])[..., 0]

    def basis(self, place: np.ndarray, image: np.ndarray) -> np.ndarray:
        """The terms in images (R,) at places (R, 2): (R, 5)."""
        return basis(*self._in_image(place, image).T)

    def _in_image(self, place: np.ndarray, image: np.ndarray) -> np.ndarray:
        return self._origin[image] + (self._matrix[image] @ place[..., None])[..., 0]


def _totals(table: np.ndarray, weight: np.ndarray, group: np.ndarray, number: int) -> np.ndarray:
    """Sums of weighted columns by group, (number, columns)."""
    return np.stack([np.bincount(group, weight * column, number) for column in table.T], axis=1)


def _products(table: np.ndarray, weight: np.ndarray, group: np.ndarray, number: int) -> np.ndarray:
    """Sums of weighted products of columns by group, (number, columns, columns)."""
    return np.stack([_totals(table, weight * column, group, number) for column in table.T], axis=2)


class OverlapTerms:
    """What overlaps tell of the terms of sensors: ln(first / second) of a pair's cells, less its mean.

    The ground is the same in both, so nothing of it is in there; but a slope along which images are
    merely shifted is the same everywhere in an overlap, and is not in there either.
    """

    def __init__(self, sums: Sums, placements: Sequence[Placement], cells: BlockGrid, sensor: np.ndarray):
        """``sensor`` (N,) int."""
        self._sums, self._positions, self._sensor = sums, _Positions(placements, cells), sensor

    def of(self, members: np.ndarray, band: int) -> tuple[np.ndarray, np.ndarray, int]:
        """Normal matrix (5 S, 5 S) and right side (5 S,) of the members' S sensors, over their variance.

        Third, in how many overlaps slopes differ.
        """
        pairs, sensors = self._sums.pairs, np.unique(self._sensor[members])
        means = pairs.mean_first[:, band], pairs.mean_second[:, band]
        rows = np.flatnonzero(np.isin(pairs.first, members) & (pairs.count[:, band] > 0) & (np.minimum(*means) > 0))
        known = np.zeros((len(rows), len(sensors) * TERMS))
        shared, sides = self._positions.middles(pairs.cell[rows]), (pairs.first[rows], pairs.second[rows])
        for image in sides:
            shared = self._positions.inside(shared, image)
        for image, sign in zip(sides, (1.0, -1.0)):
            column = np.searchsorted(sensors, self._sensor[image])[:, None] * TERMS + np.arange(TERMS)
            known[np.arange(len(rows))[:, None], column] += sign * self._positions.basis(shared, image)
        nothing = np.zeros((known.shape[1],) * 2), np.zeros(known.shape[1]), 0
        if not len(rows):
            return nothing
        _, pair = np.unique(pairs.first[rows] * self._sums.images + pairs.second[rows], return_inverse=True)
        number, count = pair.max() + 1, pairs.count[rows, band]
        wanted = np.log(means[0][rows] / means[1][rows])
        robust = np.ones(len(rows))
        for _ in range(FEW_ROUNDS):
            weight = count * robust
            table = np.column_stack([known, wanted])
            table = table - (_totals(table, weight, pair, number) / _totals(table**0, weight, pair, number))[pair]
            matrix, right = (table[:, :-1].T * weight) @ table[:, :-1], (table[:, :-1].T * weight) @ table[:, -1]
            solved = np.linalg.pinv(matrix, rcond=NARROW) @ right
            rest = table[:, -1] - table[:, :-1] @ solved
            scale = max(mad_scale(rest), ROUNDING)
            robust = np.minimum(1.0, HUBER * scale / np.maximum(np.abs(rest), 1e-300))
        # what cells of one overlap have in common counts once
        scores = _totals(table[:, :-1], weight * rest, pair, number)
        spare = number / max(number - 1, 1)
        single = float((weight * rest**2).sum() / max(weight.sum(), 1.0) + ROUNDING**2) * float(weight.mean()) * SAMPLES
        variance = max(single, spare * float((scores**2).sum()) / max(float(np.trace(matrix)), 1e-300))
        slopes = table[:, np.flatnonzero(np.arange(known.shape[1]) % TERMS < 2)]
        differing = len(np.unique(pair[np.abs(slopes).max(axis=1) > NEARLY]))
        return matrix / variance, right / variance, differing


def common_terms(
    members: np.ndarray,
    sensor: np.ndarray,
    own: np.ndarray,
    near: Sequence[set[int]],
    bands: np.ndarray,
    telling: np.ndarray,
    overlaps: OverlapTerms,
) -> list[CommonTerms]:
    """The terms of each sensor of a group, from overlaps and, slopes only, from the images that can tell all ``bands``.

    ``telling`` (5,) bool: which of the images' own terms count.
    """
    sensors = np.unique(sensor[members])
    parts = [members[sensor[members] == one] for one in sensors]
    if len(sensors) > MOST_SENSORS:
        return [term for part in parts for term in common_terms(part, sensor, own, near, bands, telling, overlaps)]
    size = len(sensors) * TERMS
    value, error, seen = np.zeros((len(bands), size)), np.full((len(bands), size), np.inf), np.zeros((len(bands), size))
    grounds = []
    own_value, own_error = value.copy(), error.copy()
    for number, part in enumerate(parts):
        voting = part[np.isfinite(own[part][:, bands]).all(axis=(1, 2))]
        grounds.append(_different(voting, near))
        if grounds[-1] > 1:
            slopes = np.flatnonzero(telling[:2])
            place = np.ix_(bands, number * TERMS + slopes)
            own_value[place], own_error[place] = _location(own[voting][:, bands][:, :, slopes], grounds[-1])
    for band in np.flatnonzero(bands):
        matrix, right, differing = overlaps.of(members, band)
        value[band], error[band], alone = _combined(matrix, right, own_value[band], own_error[band])
        seen[band] = alone if differing >= FEWEST_PAIRS else 0.0
    columns = [slice(n * TERMS, (n + 1) * TERMS) for n in range(len(sensors))]
    return [
        CommonTerms(part, ground, value[:, own_], error[:, own_], seen[:, own_])
        for part, ground, own_ in zip(parts, grounds, columns)
    ]


def _combined(
    matrix: np.ndarray, right: np.ndarray, value: np.ndarray, error: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Terms and errors from overlaps and images together, and |t| of the former's part in them."""
    precision = error**-2.0
    known, turns = np.linalg.eigh(matrix)
    determined = known > UNKNOWN**-2.0
    # what neither tells is unknown, also where rounding hides it beside what is known well
    least = (10.0 * UNKNOWN) ** -2
    values, vectors = np.linalg.eigh(matrix + np.diag(precision + least))
    inverse = (vectors / np.maximum(values, least)) @ vectors.T
    result, deviation = inverse @ (right + precision * value), np.sqrt(np.diag(inverse))
    alone = turns[:, determined] @ ((turns[:, determined].T @ right) / np.sqrt(known[determined]))
    unknown = deviation > UNKNOWN
    return np.where(unknown, 0.0, result), np.where(unknown, np.inf, deviation), np.abs(alone)


def same_ground(pairs: PairSums, count: np.ndarray) -> list[set[int]]:
    """For every image, of (N, K) pixels, those that show mostly the same ground; ``pairs`` are whole overlaps."""
    near: list[set[int]] = [set() for _ in count]
    pixels = count.max(axis=1, initial=0.0)
    shared = pairs.count.max(axis=1, initial=0.0)
    much = shared > SAME_GROUND * np.minimum(pixels[pairs.first], pixels[pairs.second])
    for i, j in zip(pairs.first[much].tolist(), pairs.second[much].tolist()):
        near[i].add(j)
        near[j].add(i)
    return near


def _different(images: np.ndarray, near: Sequence[set[int]]) -> int:
    """How many of the images show different ground: those that few others show are chosen first."""
    chosen: set[int] = set()
    for image in sorted(images.tolist(), key=lambda n: len(near[n])):
        if not near[image] & chosen:
            chosen.add(image)
    return len(chosen)


def _location(values: np.ndarray, independent: int) -> tuple[np.ndarray, np.ndarray]:
    """Huber's location over the first axis, and its standard error.

    The scale is the mean deviation, not the median one: of few values half may lie near their median by
    chance, and four times as many slopes of mere ground would then seem to be light.
    """
    centre, number = np.median(values, axis=0), len(values)
    scale = 1.2533 * np.abs(values - centre).mean(axis=0) * np.sqrt(number / max(number - 1, 1))
    near = np.maximum(HUBER * scale, 1e-300)
    for _ in range(ROUNDS):
        weight = near / np.maximum(np.abs(values - centre), near)
        centre = (weight * values).sum(axis=0) / weight.sum(axis=0)
    return centre, np.maximum(1.03 * scale / np.sqrt(independent), 1e-12)
