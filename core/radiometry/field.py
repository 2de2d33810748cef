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

from copy import copy
from functools import partial
from typing import NamedTuple

import numpy as np
from scipy import sparse

from ..execution import Signal, Threads, run_tasks
from ..numeric.robust import huber_weights, mad_scale
from ..numeric.sparse import TOLERANCE, Precondition, TooManyStepsError, bilinear, descended, differences, factorised
from ..progress import Muted, Progress, Silent, Stop, stop_if_cancelled
from .block_statistics import Box
from .roughness import roughness

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
LARGEST_FACTORISATION = 2000
"""Unknowns; beyond, conjugate gradients: the cost of a factorisation grows faster than the images."""
MOST_STEPS = 1000
"""Of conjugate gradients, some fifty do; a smoothness beyond reason may need a factorisation."""
STIFF_TOLERANCE = 1e-6
"""Of the fit that only finds what lies ten scales away."""


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

    def places(self) -> tuple[np.ndarray, np.ndarray]:
        """Row and column in the block grid of every unknown, (U,)."""
        grids = [np.indices((box.rows, box.columns)) + np.reshape(box[:2], (2, 1, 1)) for box in self._boxes]
        row, column = np.concatenate([grid.reshape(2, -1) for grid in grids], axis=1)
        return row, column

    def of_image(self, values: np.ndarray, image: int) -> np.ndarray:
        """(U, K) values of one image as (K, rows, columns)."""
        box = self._boxes[image]
        part = values[self._base[image]:self._base[image + 1]]
        return part.T.reshape(-1, box.rows, box.columns)


def solve_field(
    unknowns: Unknowns,
    first: np.ndarray,
    second: np.ndarray,
    difference: np.ndarray,
    weight: np.ndarray,
    smoothness: float,
    progress: Progress = Silent(),
    threads: int = 1,
) -> Field:
    """Solve every band, several at once where ``threads`` are there and they are small enough to be factorised.

    ``first``, ``second`` (P,): numbers of the two unknowns of each observation;
    ``difference`` d and ``weight`` w (P, K), weight 0 where a pair says nothing.  Raises `Cancelled`.
    """
    whole = _System(unknowns, first, second, partial(stop_if_cancelled, progress))
    bands = difference.shape[1]

    def solve(band: int, signal: Signal | None = None) -> tuple[np.ndarray, int]:
        # progress is the calling thread's alone
        system = whole if signal is None else whole.stopped_by(signal.stop_if_asked)
        d, w = difference[:, band], weight[:, band]
        outliers, stiff = _outliers(system, d, w)
        kept = np.where(outliers, REMOVED * w, w)
        solved = system.solve(d, kept, smoothness, system.preconditioner(kept, smoothness), stiff)
        return solved, int(outliers.sum())

    if whole.is_large or min(threads, bands) < 2:
        # one after the other: each takes much memory
        found = [solve(band) for band in range(bands)]
    else:
        with Threads(min(threads, bands)) as pool:
            found = list(run_tasks(solve, range(bands), pool, Muted(progress), 0.0))
    solved = np.stack([values for values, _ in found], axis=1)
    limited = int((np.abs(solved) > LIMIT).sum())
    return Field(np.clip(solved, -LIMIT, LIMIT), sum(removed for _, removed in found), limited)


def _outliers(system: _System, difference: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Observations with a difference or a residual beyond what light and haze do, and the stiff fit."""
    said = weight > 0
    far = said & (np.abs(difference) > 2 * LIMIT)
    robust = np.where(far, REMOVED, 1.0)
    residual, scale = difference, SCALE_FLOOR
    precondition = system.preconditioner(weight * robust, STIFF)
    fit = np.zeros(system.size)
    for _ in range(STIFF_ROUNDS):
        fit = system.solve(difference, weight * robust, STIFF, precondition, fit, STIFF_TOLERANCE)
        residual = np.abs(system.residual(fit, difference))
        scale = max(mad_scale(residual[said & ~far]), SCALE_FLOOR)
        before, robust = robust, np.where(far, REMOVED, huber_weights(residual / scale))
        if np.abs(robust - before).max(initial=0.0) < SETTLED:
            break
    return said & (far | (residual > OUTLIER * scale)), fit


class _System:
    """The normal equations of one band for changing weights."""

    def __init__(self, unknowns: Unknowns, first: np.ndarray, second: np.ndarray, stop: Stop):
        self._stop = stop
        self.size = unknowns.number
        self._pairs = differences(np.stack([first, second], axis=1), (1.0, -1.0), self.size)
        self._transposed = self._pairs.T.tocsr()
        self._roughness = roughness(unknowns.grids(), self.size)
        self._identity = sparse.identity(self.size, format="csc")
        self._mesh = WideMesh(*unknowns.places()) if self.size > LARGEST_FACTORISATION else None

    def stopped_by(self, stop: Stop) -> _System:
        """The same for another thread."""
        made = copy(self)
        made._stop = stop
        return made

    @property
    def is_large(self) -> bool:
        """Whether it is not factorised."""
        return self._mesh is not None

    def preconditioner(self, weight: np.ndarray, smoothness: float) -> Precondition | None:
        """For weights about these; None for a system that is factorised.  Raises `Cancelled`."""
        if self._mesh is None:
            return None
        self._stop()
        own = sparse.diags(smoothness * self._roughness.diagonal() + PRIOR)
        return self._mesh.preconditioner((self._tied(weight) + own).tocsc(), self._normal(weight, smoothness))

    def solve(
        self,
        difference: np.ndarray,
        weight: np.ndarray,
        smoothness: float,
        precondition: Precondition | None,
        start: np.ndarray,
        tolerance: float = TOLERANCE,
    ) -> np.ndarray:
        """g (U,), from ``start`` where it is not factorised; raises `Cancelled`."""
        self._stop()
        normal = self._normal(weight, smoothness)
        wanted = self._transposed @ (weight * difference)
        if precondition is None:
            return factorised(normal).solve(wanted)
        try:
            return descended(normal.T, wanted, start, precondition, tolerance, MOST_STEPS, self._stop)
        except TooManyStepsError:
            return factorised(normal).solve(wanted)

    def _tied(self, weight: np.ndarray) -> sparse.csr_matrix:
        return self._transposed @ sparse.diags(weight) @ self._pairs

    def _normal(self, weight: np.ndarray, smoothness: float) -> sparse.csc_matrix:
        return (self._tied(weight) + smoothness * self._roughness + PRIOR * self._identity).tocsc()

    def residual(self, value: np.ndarray, difference: np.ndarray) -> np.ndarray:
        """g_i - g_j - d (P,)."""
        return self._pairs @ value - difference


COARSER = 3
"""Blocks between two nodes of the wide mesh."""


class WideMesh:
    """Nodes on every third block of the grid: a preconditioner, so that the cost grows with the unknowns only.

    What is stiff and local is solved block by block: the unknowns of one block, one of each image
    that covers it, tied by their observations.  What is soft, all images of a region moving
    together, is solved on the mesh, common to all images, with linear interpolation.  The two
    answers are added (Toselli and Widlund 2005, chapter 2).
    """

    def __init__(self, row: np.ndarray, column: np.ndarray):
        """``row``, ``column`` (U,) int: the place of each unknown in the block grid."""
        nodes = (COARSER * np.arange(place.max(initial=0) // COARSER + 2) for place in (column, row))
        whole = bilinear(np.column_stack([column, row]), *nodes)
        whole.eliminate_zeros()
        # of all nodes few are met where images lie far apart
        used, number = np.unique(whole.indices, return_inverse=True)
        self._spread = sparse.csr_matrix((whole.data, number, whole.indptr), shape=(len(row), len(used)))
        self._gather = self._spread.T.tocsr()

    def preconditioner(self, local: sparse.csc_matrix, whole: sparse.csc_matrix) -> Precondition:
        """For ``whole`` (U, U), of which ``local`` is what ties unknowns of one block."""
        near = factorised(local)
        far = factorised(self._gather @ whole @ self._spread)
        return lambda wanted: near.solve(wanted) + self._spread @ far.solve(self._gather @ wanted)
