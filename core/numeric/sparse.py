"""Sparse symmetric systems: factorised, by conjugate gradients, and one after another, each a little different.

A factorisation costs as much as some twenty solutions with it.  In the rounds of a reweighted fit that of
an earlier round is a good preconditioner of the next ones, whose weights changed little, so that
conjugate gradients (Hestenes and Stiefel 1952) end after a few steps.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence

import numpy as np
from scipy import sparse
from scipy.sparse import linalg

from ..progress import Stop, unstopped

Precondition = Callable[[np.ndarray], np.ndarray]
"""What is roughly the solution for a right side."""

TOLERANCE = 1e-9
"""Of the right side, for what a solution leaves of it."""
ROUND_TOLERANCE = 1e-6
"""The same between rounds, whose weights are settled at 1e-4."""
FEW_STEPS = 20
"""Steps beyond which a new factorisation is cheaper."""
SMALL = 2000
"""Unknowns; so few are factorised every time."""


PROBES = 64
"""Draws of an estimate of variances, and columns of an exact inverse at once."""
TOGETHER = 16
"""Draws at once."""


def factorised(matrix: sparse.spmatrix) -> linalg.SuperLU:
    """A positive definite matrix (N, N), ordered for symmetry: half the time and memory of the general order."""
    options = {"SymmetricMode": True}
    return linalg.splu(matrix.tocsc(), permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0, options=options)


def differences(members: np.ndarray, coefficients: Sequence[float], size: int) -> sparse.csr_matrix:
    """One row per combination of unknowns: ``members`` (M, C) their numbers, with C coefficients; (M, size)."""
    rows = np.repeat(np.arange(len(members)), len(coefficients))
    values = np.tile(coefficients, len(members))
    return sparse.csr_matrix((values, (rows, members.ravel())), shape=(len(members), size))


def bilinear(points: np.ndarray, columns: np.ndarray, rows: np.ndarray) -> sparse.csr_matrix:
    """Weights of a grid's nodes at points (n, 2) of x and y, (n, nodes row by row); outside as at the grid's edge.

    ``columns`` (c,) and ``rows`` (r,): the nodes' x and y, increasing.
    """
    sides = []
    for places, nodes in zip(points.T, (columns, rows)):
        place = np.interp(places, nodes, np.arange(len(nodes)))
        before = np.minimum(place.astype(np.int64), max(len(nodes) - 2, 0))
        share = place - before
        sides.append([(before, 1.0 - share), (np.minimum(before + 1, len(nodes) - 1), share)])
    corners = [(y * len(columns) + x, v * u) for y, v in sides[1] for x, u in sides[0]]
    numbers, weights = (np.concatenate(part) for part in zip(*corners))
    owner, shape = np.tile(np.arange(len(points)), 4), (len(points), len(columns) * len(rows))
    return sparse.csr_matrix((weights, (owner, numbers)), shape=shape)


def grid_differences(columns: int, rows: int, order: int) -> sparse.csr_matrix:
    """Differences of an order (1 or 2) along the rows and along the columns of a grid of nodes, row by row."""
    along, down = (line_differences(count, order) for count in (columns, rows))
    whole = sparse.kron(sparse.identity(rows), along), sparse.kron(down, sparse.identity(columns))
    return sparse.vstack(whole, format="csr")


def line_differences(count: int, order: int) -> sparse.csr_matrix:
    """Of neighbours in a line of so many, (count - order, count)."""
    return sparse.csr_matrix(np.diff(np.eye(count), order, axis=0))


def exact_variances(size: int, covariance: Callable[[np.ndarray], np.ndarray], stop: Stop = unstopped) -> np.ndarray:
    """The diagonal (N,) of a covariance that is given by what it makes of columns (N, M)."""
    diagonal = np.empty(size)
    for start in range(0, size, PROBES):
        stop()
        nodes = np.arange(start, min(start + PROBES, size))
        columns = np.zeros((size, len(nodes)))
        columns[nodes, nodes - start] = 1.0
        diagonal[nodes] = covariance(columns)[nodes, nodes - start]
    return diagonal


def probed_variances(rows: int, draw: Callable[[np.ndarray], np.ndarray], stop: Stop = unstopped) -> np.ndarray:
    """Variances (N,) of large systems: the mean square of draws (N, M) from noise (rows, M) of 1 and -1 by chance.

    With draw(z) = matrix^-1 root' z and matrix = root' root the draws' covariance is the inverse of
    the matrix (Bekas et al. 2007): never negative, and right to a tenth.
    """
    rng, squares = np.random.default_rng(0), 0.0
    for _ in range(0, PROBES, TOGETHER):
        stop()
        noise = 2.0 * rng.integers(0, 2, (rows, TOGETHER), dtype=np.int8) - 1.0
        drawn = draw(noise)
        squares = squares + np.einsum("ij,ij->i", drawn, drawn)
    return squares / PROBES


class AlikeSystems:
    """Solves symmetric positive definite systems of one size, each from the solution before it."""

    def __init__(self, size: int):
        self._value = np.zeros(size)
        self._factors: linalg.SuperLU | None = None

    def solve(self, matrix: sparse.csc_matrix, wanted: np.ndarray) -> np.ndarray:
        """x of matrix x = wanted, (size,)."""
        if self._factors is not None and len(wanted) > SMALL:
            with contextlib.suppress(TooManyStepsError):
                precondition = self._factors.solve
                self._value = descended(matrix, wanted, self._value, precondition, ROUND_TOLERANCE, FEW_STEPS)
                return self._value
        self.forget()
        self._factors = factorised(matrix)
        self._value = self._factors.solve(wanted)
        return self._value

    def forget(self) -> None:
        """Let go of the factorisation: two of a large network would be in memory otherwise."""
        self._factors = None


def descended(
    matrix: sparse.spmatrix,
    wanted: np.ndarray,
    start: np.ndarray,
    precondition: Precondition,
    tolerance: float,
    most_steps: int,
    each_step: Stop = unstopped,
) -> np.ndarray:
    """The solution by conjugate gradients from ``start``, of one right side (N,) or of several (N, K), each by itself.

    ``matrix``: what it is multiplied with by ``@``, which may have a matrix for each column.
    ``tolerance`` of the right side is what the solution leaves of it.  ``each_step`` is called
    before every step and may raise.  Raises `TooManyStepsError`.

    Not scipy's, whose vector operations wake the threads of the linear algebra library at every
    step: on a busy machine that takes longer than the step.
    """
    value = start.copy()
    left = wanted - matrix @ value
    enough = tolerance**2 * _product(wanted, wanted)
    direction, before = np.zeros_like(value), np.ones_like(enough)
    for _ in range(most_steps):
        # columns that have come so far stay
        going = _product(left, left) > enough
        if not going.any():
            return value
        each_step()
        near = precondition(left)
        now = _product(left, near)
        direction = near + _quotient(now, before, going) * direction
        moved = matrix @ direction
        length = _quotient(now, _product(direction, moved), going)
        value += length * direction
        left -= length * moved
        before = now
    raise TooManyStepsError


def _product(one: np.ndarray, two: np.ndarray) -> np.ndarray:
    """Of every column."""
    return np.asarray((one * two).sum(axis=0))


def _quotient(one: np.ndarray, two: np.ndarray, where: np.ndarray) -> np.ndarray:
    return np.divide(one, two, out=np.zeros_like(one), where=where)


class TooManyStepsError(Exception):
    """Conjugate gradients need more steps than were allowed."""
