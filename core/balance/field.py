"""A smooth field per image from what pairs share: the `common_pixels` reference.

For all images i and blocks together, in one band,

    minimise  sum over pairs and blocks  w (g_i - g_j - d_ij)^2
              + smoothness * roughness of every image's field
              + prior * sum g_i^2

d_ij = ln(m_ji / m_ij), or the difference of the means in units of the band's deviation.
Blocks that no smooth field explains (clouds, floods) are found by a stiff robust fit and
then count for nothing; the final fit is plain least squares, because a robust one would
spread a cloud into its neighbours.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy import sparse
from scipy.sparse import linalg

from ..progress import Progress, Silent, stop_if_cancelled
from .block_statistics import Box
from .robust import HUBER
from .roughness import differences, roughness

PRIOR = 2e-4
"""Lets the field fade to no change away from overlaps, over about five blocks."""
LIMIT = float(np.log(1.5))
"""Largest correction, in logarithms or in standard deviations."""
STIFF = 10.0
"""Smoothness of the fit that finds blocks to remove."""
STIFF_ROUNDS = 6
SETTLED = 1e-3
"""Rounds end when no weight changes by more."""
OUTLIER = 10.0
"""Residuals of the stiff fit beyond so many scales are removed."""
SCALE_FLOOR = 0.02
REMOVED = 0.0
"""Weight of a removed block; the prior alone keeps its field determined."""
LARGEST_FACTORISATION = 20_000
"""Unknowns; beyond, conjugate gradients: a larger factorisation is deaf to a cancel for seconds."""


class Field(NamedTuple):
    """The solution for all images and bands."""

    value: np.ndarray
    """(U, K) g of every block of every image's box, image after image, row-major."""
    removed: int
    """Blocks of pairs that no smooth field explains."""
    limited: int
    """Values that met the limit."""


class Unknowns:
    """Numbers the blocks of all boxes."""

    def __init__(self, boxes: tuple[Box, ...]):
        self._boxes = boxes
        sizes = np.array([box.rows * box.columns for box in boxes], dtype=np.int64)
        self._base = np.concatenate([[0], np.cumsum(sizes)])

    @property
    def number(self) -> int:
        """U."""
        return int(self._base[-1])

    def find(self, image: np.ndarray, row: np.ndarray, column: np.ndarray) -> np.ndarray:
        """Number of each (image, block row, block column); -1 outside the image's box."""
        top, left, rows, columns = (np.array(side)[image] for side in zip(*self._boxes))
        r, c = row - top, column - left
        inside = (r >= 0) & (r < rows) & (c >= 0) & (c < columns)
        return np.where(inside, self._base[image] + r * columns + c, -1)

    def grids(self) -> list[np.ndarray]:
        """The numbers of each image's blocks, (rows, columns)."""
        return [
            base + np.arange(box.rows * box.columns).reshape(box.rows, box.columns)
            for base, box in zip(self._base, self._boxes)
        ]

    def of_image(self, values: np.ndarray, image: int) -> np.ndarray:
        """(U, K) values of one image as (K, rows, columns)."""
        box = self._boxes[image]
        part = values[self._base[image] : self._base[image + 1]]
        return part.T.reshape(-1, box.rows, box.columns)


def solve_field(
    unknowns: Unknowns,
    first: np.ndarray,
    second: np.ndarray,
    difference: np.ndarray,
    weight: np.ndarray,
    smoothness: float,
    progress: Progress = Silent(),
) -> Field:
    """Solve every band.

    ``first``, ``second`` (P,): numbers of the two unknowns of each observation;
    ``difference`` d and ``weight`` w (P, K), weight 0 where a pair says nothing.  Raises `Cancelled`.
    """
    system = _System(unknowns, first, second, progress)
    value = np.zeros((unknowns.number, difference.shape[1]))
    removed = limited = 0
    for band in range(difference.shape[1]):
        d, w = difference[:, band], weight[:, band]
        outliers = _outliers(system, d, w)
        removed += int(outliers.sum())
        solved = system.solve(d, np.where(outliers, REMOVED * w, w), smoothness)
        limited += int((np.abs(solved) > LIMIT).sum())
        value[:, band] = np.clip(solved, -LIMIT, LIMIT)
    return Field(value, removed, limited)


def _outliers(system: _System, difference: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Observations with a difference or a residual beyond what light and haze do."""
    said = weight > 0
    far = said & (np.abs(difference) > 2 * LIMIT)
    robust = np.where(far, REMOVED, 1.0)
    residual, scale = difference, SCALE_FLOOR
    for _ in range(STIFF_ROUNDS):
        residual = np.abs(system.residual(system.solve(difference, weight * robust, STIFF), difference))
        near = residual[said & ~far]
        scale = max(1.4826 * float(np.median(near)) if len(near) else 0.0, SCALE_FLOOR)
        before, robust = robust, np.where(far, REMOVED, HUBER / np.maximum(residual / scale, HUBER))
        if np.abs(robust - before).max(initial=0.0) < SETTLED:
            break
    return said & (far | (residual > OUTLIER * scale))


class _System:
    """The normal equations of one band for changing weights."""

    def __init__(self, unknowns: Unknowns, first: np.ndarray, second: np.ndarray, progress: Progress):
        self._progress = progress
        self._size = unknowns.number
        self._pairs = differences(np.stack([first, second], axis=1), (1.0, -1.0), self._size)
        self._roughness = roughness(unknowns.grids(), self._size)
        self._identity = sparse.identity(self._size, format="csc")

    def solve(self, difference: np.ndarray, weight: np.ndarray, smoothness: float) -> np.ndarray:
        """g (U,)."""
        stop_if_cancelled(self._progress)
        normal = self._pairs.T @ sparse.diags(weight) @ self._pairs
        normal = (normal + smoothness * self._roughness + PRIOR * self._identity).tocsc()
        wanted = self._pairs.T @ (weight * difference)
        if self._size <= LARGEST_FACTORISATION:
            return linalg.splu(normal, permc_spec="MMD_AT_PLUS_A", options={"SymmetricMode": True}).solve(wanted)
        jacobi = sparse.diags(1.0 / normal.diagonal())
        enough = 1e-12 * float(np.abs(wanted).max(initial=0.0))
        solved = np.zeros(self._size)
        # the name of its relative tolerance, 1e-5, changed between versions; another pass on what is left needs none
        for _ in range(2):
            solved += linalg.cg(normal, wanted - normal @ solved, M=jacobi, atol=enough)[0]
        return solved

    def residual(self, value: np.ndarray, difference: np.ndarray) -> np.ndarray:
        """g_i - g_j - d (P,)."""
        return self._pairs @ value - difference
