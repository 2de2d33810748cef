"""The shading of single images, and what the images of one sensor have in common of it, from cell means alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..statistics.blocks import BlockGrid
from ..statistics.sums import PairSums, Sums
from .light_field import TERMS, Placement, basis
from .robust import HUBER

FEWEST_CELLS = 12
NARROW = 2e-5
"""Least eigenvalue of the terms' covariance over an image that can tell them."""
MOSTLY_POSITIVE = 0.99
"""Share of an image's pixels whose cells must have a logarithm."""
SAME_GROUND = 0.5
"""Images that share more than this of the smaller one count once."""
ROUNDS = 30


class CommonTerms(NamedTuple):
    """What images of one sensor in one group have in common."""

    members: np.ndarray
    """(M,) int: its images."""
    grounds: int
    """How many of them show different ground."""
    value: np.ndarray
    error: np.ndarray
    """(K, 5) terms and their standard errors; inf where nothing is known."""

    @property
    def t(self) -> np.ndarray:
        """(K, 5)."""
        return self.value / self.error


def own_terms(sums: Sums, placements: Sequence[Placement], cells: BlockGrid) -> np.ndarray:
    """The terms of each image by itself, fitted to ln(cell mean): (N, K, 5), NaN where its cells cannot tell them."""
    rows = sums.cells
    row, column = np.divmod(rows.cell, cells.columns)
    centre = np.stack([
        cells.bounds[0] + (column + 0.5) * cells.cell_width, cells.bounds[3] - (row + 0.5) * cells.cell_height
    ], axis=1)  # fmt: skip
    origin = np.array([place.origin for place in placements])[rows.image]
    matrix = np.array([place.matrix for place in placements])[rows.image]
    # cells on an image's edge reach beyond it
    u, v = np.clip(origin + np.einsum("rij,rj->ri", matrix, centre), -0.5, 0.5).T
    design = np.concatenate([np.ones((len(u), 1)), basis(u, v)], axis=1)
    result = np.full((sums.images, sums.bands, TERMS), np.nan)
    for band in range(sums.bands):
        count, mean = rows.count[:, band], rows.mean[:, band]
        told = (count > 0) & (mean > 0)
        image, known, weight = rows.image[told], design[told], count[told]
        total = np.maximum(np.bincount(image, weight, sums.images), 1.0)
        normal, wanted = np.zeros((sums.images, 1 + TERMS, 1 + TERMS)), np.zeros((sums.images, 1 + TERMS))
        np.add.at(normal, image, (weight / total[image])[:, None, None] * known[:, :, None] * known[:, None, :])
        np.add.at(wanted, image, (weight / total[image] * np.log(mean[told]))[:, None] * known)
        able = np.bincount(image, minlength=sums.images) >= FEWEST_CELLS
        able &= total >= MOSTLY_POSITIVE * np.bincount(rows.image, count, sums.images)
        able &= np.linalg.eigvalsh(normal)[:, 0] > NARROW
        result[able, band] = np.linalg.solve(normal[able], wanted[able][..., None])[:, 1:, 0]
    return result


def common_terms(members: np.ndarray, own: np.ndarray, near: Sequence[set[int]], bands: np.ndarray) -> CommonTerms:
    """The terms of ``members`` together, from those that can tell all ``bands`` (K,) bool."""
    voting = members[np.isfinite(own[members][:, bands]).all(axis=(1, 2))]
    grounds = _different(voting, near)
    value, error = np.zeros(own.shape[1:]), np.full(own.shape[1:], np.inf)
    if grounds > 1:
        value[bands], error[bands] = _location(own[voting][:, bands], grounds)
    return CommonTerms(members, grounds, value, error)


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
