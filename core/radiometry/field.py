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

import contextlib
from collections.abc import Sequence
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
STIFF_TOLERANCE = 1e-4
"""Of the fit that only finds what lies ten scales away."""
FIGURES_TOLERANCE = 1e-5
"""Of a fit that only tells how well other ground would agree."""
COARSER = 3
"""Blocks between two nodes of the wide mesh."""
MOST_NODES = 40_000
"""Of the images' own meshes: beyond, factorising them would take longer than the steps it saves."""
MOST_TOGETHER = 16
"""Images that cover a block, up to which the inverses of what ties them are formed."""


class Field(NamedTuple):
    """The solution for all images and bands."""

    value: np.ndarray
    """(U, K) g of every block of every image's box, image after image, row-major."""
    removed: int
    """Blocks of pairs that no smooth field explains."""
    limited: int
    """Values that met the limit."""
    outliers: np.ndarray
    """(P, K) the observations that are those blocks."""


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

    def own_meshes(self) -> sparse.csr_matrix:
        """Weights of nodes about every third block of each image, (U, nodes), image after image."""
        weights: dict[tuple[int, int], sparse.csr_matrix] = {}
        for shape in {(box.rows, box.columns) for box in self._boxes}:
            nodes = (np.linspace(0, side - 1, 1 + max(round((side - 1) / COARSER), side > 1)) for side in shape)
            rows, columns = nodes
            weights[shape] = bilinear(np.argwhere(np.ones(shape))[:, ::-1], columns, rows)
            weights[shape].eliminate_zeros()
        return sparse.block_diag([weights[box.rows, box.columns] for box in self._boxes], format="csr")

    def common_mesh(self) -> sparse.csr_matrix:
        """Weights of nodes on every third block of the grid, (U, nodes), which all images share."""
        row, column = self.places()
        nodes = (COARSER * np.arange(place.max(initial=0) // COARSER + 2) for place in (column, row))
        whole = bilinear(np.column_stack([column, row]), *nodes)
        whole.eliminate_zeros()
        # of all nodes few are met where images lie far apart
        used, number = np.unique(whole.indices, return_inverse=True)
        return sparse.csr_matrix((whole.data, number, whole.indptr), shape=(len(row), len(used)))

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
    start: Field | None = None,
) -> Field:
    """Solve every band, all together where they are too large to be factorised, else as many at once as ``threads``.

    ``first``, ``second`` (P,): numbers of the two unknowns of each observation;
    ``difference`` d and ``weight`` w (P, K), weight 0 where a pair says nothing.  ``start``: the solution of the same
    observations with other weights, whose outliers hold; good enough for figures then.  Raises `Cancelled`.
    """
    whole = _System(unknowns, first, second, partial(stop_if_cancelled, progress))
    bands = difference.shape[1]

    def solve(own: slice, signal: Signal | None = None) -> tuple[np.ndarray, np.ndarray]:
        # progress is the calling thread's alone
        system = whole if signal is None else whole.stopped_by(signal.stop_if_asked)
        d, w = difference[:, own], weight[:, own]
        outliers, near = _outliers(system, d, w) if start is None else (start.outliers[:, own], start.value[:, own])
        kept = np.where(outliers, REMOVED * w, w)
        about, tolerance = (kept, TOLERANCE) if start is None else (_typical(kept), FIGURES_TOLERANCE)
        solved = system.solve(d, kept, smoothness, system.preconditioner(about, smoothness), near, tolerance)
        return solved, outliers

    each = [slice(band, band + 1) for band in range(bands)]
    if whole.is_large:
        found = [solve(slice(0, bands))]
    elif min(threads, bands) < 2:
        found = [solve(band) for band in each]
    else:
        with Threads(min(threads, bands)) as pool:
            found = list(run_tasks(solve, each, pool, Muted(progress), 0.0))
    solved, outliers = (np.concatenate(columns, axis=1) for columns in zip(*found))
    limited = int((np.abs(solved) > LIMIT).sum())
    return Field(np.clip(solved, -LIMIT, LIMIT), int(outliers.sum()), limited, outliers)


def _outliers(system: _System, difference: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Observations (P, K) with a difference or a residual beyond what light and haze do, and the stiff fit (U, K)."""
    said = weight > 0
    far = said & (np.abs(difference) > 2 * LIMIT)
    near = (said & ~far).T
    robust = np.where(far, REMOVED, 1.0)
    residual, scale = difference, np.full(len(near), SCALE_FLOOR)
    precondition = system.preconditioner(_typical(weight * robust), STIFF)
    fit = np.zeros((system.size, len(near)))
    for _ in range(STIFF_ROUNDS):
        fit = system.solve(difference, weight * robust, STIFF, precondition, fit, STIFF_TOLERANCE)
        residual = np.abs(system.residual(fit, difference))
        scale = np.array([max(mad_scale(left[own]), SCALE_FLOOR) for left, own in zip(residual.T, near)])
        before, robust = robust, np.where(far, REMOVED, huber_weights(residual / scale))
        if np.abs(robust - before).max(initial=0.0) < SETTLED:
            break
    return said & (far | (residual > OUTLIER * scale)), fit


def _typical(weight: np.ndarray) -> np.ndarray:
    """One column of weights for all of them (P, K): a rough preconditioner is soon made."""
    return weight.mean(axis=1, keepdims=True)


class _Normal(NamedTuple):
    """The matrices of the normal equations of several bands, which are not formed."""

    system: _System
    weight: np.ndarray
    """(P, K)."""
    smoothness: float

    def __matmul__(self, value: np.ndarray) -> np.ndarray:
        system = self.system
        product = self.smoothness * (system.roughness @ value)
        product += PRIOR * value
        product += system.transposed @ (self.weight * (system.pairs @ value))
        return product


class _System:
    """The normal equations of some bands for changing weights."""

    def __init__(self, unknowns: Unknowns, first: np.ndarray, second: np.ndarray, stop: Stop):
        self._stop = stop
        self.size = unknowns.number
        self.pairs = differences(np.stack([first, second], axis=1), (1.0, -1.0), self.size)
        self.transposed = self.pairs.T.tocsr()
        # of the symmetric ones either order of rows and columns is the same
        self.roughness = roughness(unknowns.grids(), self.size).T
        self._identity = sparse.identity(self.size, format="csc")
        self._mesh = WideMesh(unknowns) if self.size > LARGEST_FACTORISATION else None

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
        """For weights about these: (P, K), or (P, 1) for all bands.

        None for a system that is factorised.  Raises `Cancelled`.
        """
        if self._mesh is None:
            return None
        self._stop()
        own = sparse.diags(smoothness * self.roughness.diagonal() + PRIOR)
        local = [(self._tied(band) + own).tocsc() for band in weight.T]
        return self._mesh.preconditioner(local, self._normal(weight.mean(axis=1), smoothness))

    def solve(
        self,
        difference: np.ndarray,
        weight: np.ndarray,
        smoothness: float,
        precondition: Precondition | None,
        start: np.ndarray,
        tolerance: float = TOLERANCE,
    ) -> np.ndarray:
        """g (U, K), from ``start`` where it is not factorised; raises `Cancelled`."""
        self._stop()
        wanted = self.transposed @ (weight * difference)
        if precondition is not None:
            normal = _Normal(self, weight, smoothness)
            with contextlib.suppress(TooManyStepsError):
                return descended(normal, wanted, start, precondition, tolerance, MOST_STEPS, self._stop)
        solved = np.empty_like(wanted)
        for band, right in enumerate(wanted.T):
            self._stop()
            solved[:, band] = factorised(self._normal(weight[:, band], smoothness)).solve(right.copy())
        return solved

    def _tied(self, weight: np.ndarray) -> sparse.csr_matrix:
        return self.transposed @ sparse.diags(weight) @ self.pairs

    def _normal(self, weight: np.ndarray, smoothness: float) -> sparse.csc_matrix:
        return (self._tied(weight) + smoothness * self.roughness + PRIOR * self._identity).tocsc()

    def residual(self, value: np.ndarray, difference: np.ndarray) -> np.ndarray:
        """g_i - g_j - d (P, K)."""
        return self.pairs @ value - difference


class WideMesh:
    """Nodes on every third block: a preconditioner, so that the cost hardly grows faster than the unknowns.

    What is stiff and local is solved block by block: the unknowns of one block, one of each image
    that covers it, tied by their observations.  What is soft is solved on the mesh, with linear interpolation: a
    mesh of each image's own, or one common to all images, on which they move together, where those would have too
    many nodes.  The two answers are added (Toselli and Widlund 2005, chapter 2).
    """

    def __init__(self, unknowns: Unknowns):
        mesh = unknowns.own_meshes()
        self._spread = mesh if mesh.shape[1] <= MOST_NODES else unknowns.common_mesh()
        self._gather = self._spread.T.tocsr()
        row, column = unknowns.places()
        place = row.astype(np.int64) * (int(column.max(initial=0)) + 1) + column
        order = np.argsort(place, kind="stable")
        begins = np.diff(place[order], prepend=-1) != 0
        starts = np.flatnonzero(begins)
        self._block, self._position = np.empty((2, len(row)), np.int64)
        self._block[order] = np.cumsum(begins) - 1
        self._position[order] = np.arange(len(row)) - starts[self._block[order]]

    def preconditioner(self, local: Sequence[sparse.csc_matrix], whole: sparse.csc_matrix) -> Precondition:
        """Of right sides (U, K); ``local``: what ties unknowns of one block, for each or for all; ``whole`` (U, U)."""
        near = [self._inverse(band) for band in local]
        far = factorised(self._gather @ whole @ self._spread)

        def precondition(wanted: np.ndarray) -> np.ndarray:
            found = self._spread @ far.solve(self._gather @ wanted)
            for band, solve in enumerate(near):
                own = slice(band, band + 1) if len(near) > 1 else slice(None)
                found[:, own] += solve(wanted[:, own])
            return found

        return precondition

    def _inverse(self, local: sparse.csc_matrix) -> Precondition:
        """What solves for all blocks: of few images each, the product with a matrix is a fifth of the time."""
        together = int(self._position.max(initial=0)) + 1
        if together > MOST_TOGETHER:
            return factorised(local).solve
        entries = local.tocoo()
        blocks = int(self._block.max(initial=-1)) + 1
        images = np.bincount(self._block, minlength=blocks)
        members = np.empty((blocks, together), np.int64)
        members[self._block, self._position] = np.arange(len(self._block))
        found = []
        # those of one block are all tied to each other, directly or by others
        for number in np.unique(images).tolist():
            own = np.flatnonzero(images == number)
            place = np.full(blocks, -1)
            place[own] = np.arange(len(own))
            among = np.flatnonzero(place[self._block[entries.row]] >= 0)
            row, column = entries.row[among], entries.col[among]
            dense = np.zeros((len(own), number, number))
            dense[:] = np.eye(number)
            dense[place[self._block[row]], self._position[row], self._position[column]] = entries.data[among]
            inside = members[own, :number]
            row, column = (np.broadcast_to(one, dense.shape) for one in (inside[:, :, None], inside[:, None]))
            found.append((np.linalg.inv(dense).ravel(), row.ravel(), column.ravel()))
        inverse, row, column = (np.concatenate(each) for each in zip(*found))
        matrix = sparse.csr_matrix((inverse, (row, column)), shape=local.shape)
        return lambda wanted: matrix @ wanted
