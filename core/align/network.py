"""One transform per image from the tie points of all pairs, by a robust sparse solution.

Image i has the transform T_i(p) = p + [1, X, Y] theta_i, where (X, Y) = (p - c_i) / s_i is the
position from the image's centre in units of its half diagonal: two unknowns for a
translation, four for a similarity, six for an affine transform.  A tie point that image a has at
p_a and image b at p_b leaves

    r = T_a(p_a) - T_b(p_b)

The sum of w psi(r) alone would be least where all images shrink to a point, because there
every r is 0.  So each point's rows are written at the middle m of p_a and p_b for both images:

    sum over points  w psi' [1, X(m), Y(m)]' r  +  prior theta = 0

A transform that all images share then changes no row, so the points cannot pay for their errors
by shrinking the ground.  p_a - m is small beside s_i, and what it adds to r is taken from the
round before, exactly.

Priors: an image's centre moves by 100 px, its corners by 3 px more (standard deviations,
against errors of tie points as they are measured).  They are far weaker than a few good
points, and where points are few or lie along a line a similarity becomes a translation.
What the points leave open for a group without a fixed image is then chosen: its mean position,
orientation and scale stay (see `_keep_mean`).

Points that contradict the others count less, and those whose weight falls under 0.1 are left out
(`robust_weights`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy import sparse

from ..numeric.graph import components
from ..numeric.sparse import factorised
from ..progress import Stop, unstopped
from ..raster.window import Window
from .settings import JointModel, Loss
from .tie_points import CONVEX_ROUNDS, TiePoints, error_scale, robust_weights
from .transform import Transform

PRIOR_SHIFT = 100.0
PRIOR_CORNER = 3.0
"""Standard deviations of an image's transform, pixels: of its centre, and of its corners around that."""
MOST_ROUNDS = 40
SETTLED = 1e-3
"""Pixels: rounds end when no image moves by more."""

BASES = {
    JointModel.TRANSLATION: np.eye(6)[:, :2],
    JointModel.SIMILARITY: np.column_stack([np.eye(6)[:, :2], [0, 0, 1, 0, 0, 1], [0, 0, 0, 1, -1, 0]]),
    JointModel.AFFINE: np.eye(6),
}
"""From a model's unknowns to theta (3, 2), row by row: shift, what X adds, what Y adds."""


@dataclass(frozen=True, eq=False)
class Footprints:
    """Where the N images lie, in pixels of the common grid."""

    centre: np.ndarray
    """(N, 2)."""
    radius: np.ndarray
    """(N,) half diagonals."""


class NetworkSolution(NamedTuple):
    """Transforms of N images from n tie points, in pixels of the common grid."""

    theta: np.ndarray
    """(N, 3, 2): displacement at a position is [1, X, Y] theta."""
    weight: np.ndarray
    """(n,) robust weights, 0 where a point was rejected."""
    scale: float
    """Error of one coordinate of a tie point, pixels."""


def displacement(theta: np.ndarray, footprints: Footprints, images: np.ndarray, at: np.ndarray) -> np.ndarray:
    """How far transforms ``theta`` of ``images`` (n,) take positions (n, 2): (n, 2)."""
    x, y = ((at - footprints.centre[images]) / footprints.radius[images, None]).T[..., None]
    own = theta[images]
    return own[:, 0] + x * own[:, 1] + y * own[:, 2]


def residuals(theta: np.ndarray, footprints: Footprints, points: TiePoints) -> np.ndarray:
    """T_a(p_a) - T_b(p_b): (n, 2)."""
    before = points.at_first - points.at_second
    first = displacement(theta, footprints, points.first, points.at_first)
    return before + (first - displacement(theta, footprints, points.second, points.at_second))


def transforms(theta: np.ndarray, footprints: Footprints) -> list[Transform]:
    """`Transform` of every image."""
    found = []
    for own, centre, radius in zip(theta, footprints.centre, footprints.radius):
        matrix = np.eye(3)
        linear = own[1:].T / radius
        matrix[:2, :2] += linear
        matrix[:2, 2] = own[0] - linear @ centre
        found.append(Transform(matrix))
    return found


def solve_network(
    points: TiePoints, footprints: Footprints, fixed: np.ndarray, model: JointModel, loss: Loss, stop: Stop = unstopped
) -> NetworkSolution:
    """Transforms of all images; ``stop`` is called in every round and raises where the work shall end.

    ``fixed`` (N,) bool: images held exactly.  Images without a tie point that counts keep their
    place, and so do groups as a whole.
    """
    images = len(fixed)
    theta = np.zeros((images, 3, 2))
    system = _System(points, footprints, fixed, BASES[model])
    robust = np.ones(len(points))
    step = np.inf
    for done in range(MOST_ROUNDS):
        stop()
        residual = residuals(theta, footprints, points)
        scale = error_scale(residual, points.weight * (robust > 0))
        if done:
            robust = robust_weights(residual, points.weight, scale, loss, done)
        if step < SETTLED and done > CONVEX_ROUNDS:
            break
        change = system.step(points.weight * robust / scale**2, residual, theta)
        theta = theta + change
        step = float(np.abs(change).max(initial=0.0))
    used = robust > 0
    groups = components(images, points.first[used], points.second[used])
    theta = _keep_mean(theta, footprints, groups, fixed)
    return NetworkSolution(theta, robust, scale)


class _System:
    """The normal equations; points enter by sums over their pair, so that rounds cost little.

    Within pair k positions are counted from the pair's middle in units of its reach:
    phi = [1, xi, eta], and [1, X, Y] of either image is phi K.  With M = sum w phi' phi and
    R = sum w phi' r the blocks of the matrix are +-K' M K and those of the right side +-K' R.
    """

    def __init__(self, points: TiePoints, footprints: Footprints, fixed: np.ndarray, basis: np.ndarray):
        self._pairs, self._pair = points.pairs()
        self._basis = basis.reshape(3, 2, -1)
        self._unknowns = basis.shape[1]
        self._to_unknowns = np.linalg.pinv(basis).T
        number = np.cumsum(~fixed) - 1
        self._place = np.where(fixed, -1, number)
        self._fixed = fixed
        deviation = np.where(np.arange(self._unknowns) < 2, PRIOR_SHIFT, PRIOR_CORNER)
        self._prior = np.tile(1.0 / deviation**2, int((~fixed).sum()))
        middle = (points.at_first + points.at_second) / 2.0
        count = np.maximum(np.bincount(self._pair, minlength=len(self._pairs)), 1)
        centre = np.column_stack([np.bincount(self._pair, m, len(self._pairs)) / count for m in middle.T])
        offset = middle - centre[self._pair]
        reach = np.ones(len(self._pairs))
        np.maximum.at(reach, self._pair, np.abs(offset).max(axis=1, initial=0.0))
        self._phi = np.vstack([np.ones(len(points)), offset.T / reach[self._pair]])
        self._to_image = [self._change(self._pairs[:, side], footprints, centre, reach) for side in (0, 1)]

    def _change(self, images: np.ndarray, footprints: Footprints, centre: np.ndarray, reach: np.ndarray) -> np.ndarray:
        """K of every pair: (P, 3, 3)."""
        radius = footprints.radius[images]
        change = np.zeros((len(images), 3, 3))
        change[:, 0, 0] = 1.0
        change[:, 0, 1:] = (centre - footprints.centre[images]) / radius[:, None]
        change[:, 1, 1] = change[:, 2, 2] = reach / radius
        return change

    def step(self, weight: np.ndarray, residual: np.ndarray, theta: np.ndarray) -> np.ndarray:
        """The change (N, 3, 2) of ``theta`` that these weights ask for."""
        change = np.zeros_like(theta)
        if not len(self._prior):
            return change
        phi, pairs = self._phi, len(self._pairs)
        moments = np.zeros((pairs, 3, 3))
        right = np.zeros((pairs, 3, 2))
        for i in range(3):
            weighted = weight * phi[i]
            for j in range(i, 3):
                moments[:, i, j] = moments[:, j, i] = np.bincount(self._pair, weighted * phi[j], pairs)
            for axis in range(2):
                right[:, i, axis] = np.bincount(self._pair, weighted * residual[:, axis], pairs)
        current = theta[~self._fixed].reshape(-1, 6) @ self._to_unknowns
        wanted = -self._prior * current.ravel() - self._gradient(right)
        found = factorised(self._matrix(moments)).solve(wanted).reshape(-1, self._unknowns)
        change[~self._fixed] = (found @ self._basis.reshape(6, -1).T).reshape(-1, 3, 2)
        return change

    def _gradient(self, right: np.ndarray) -> np.ndarray:
        total = np.zeros((int((~self._fixed).sum()), self._unknowns))
        for side, sign in ((0, 1.0), (1, -1.0)):
            own = np.einsum("acu,kba,kbc->ku", self._basis, self._to_image[side], right)
            place = self._place[self._pairs[:, side]]
            np.add.at(total, place[place >= 0], sign * own[place >= 0])
        return total.ravel()

    def _matrix(self, moments: np.ndarray) -> sparse.csc_matrix:
        rows: list[np.ndarray] = [np.arange(len(self._prior))]
        columns, values = [rows[0]], [self._prior]
        within = np.arange(self._unknowns)
        for one in (0, 1):
            for other in (0, 1):
                inner = np.swapaxes(self._to_image[one], 1, 2) @ moments @ self._to_image[other]
                blocks = np.einsum("acu,kab,bcv->kuv", self._basis, inner, self._basis)
                i, j = self._place[self._pairs[:, one]], self._place[self._pairs[:, other]]
                free = (i >= 0) & (j >= 0)
                shape = blocks[free].shape
                rows.append(np.broadcast_to((i[free, None] * self._unknowns + within)[:, :, None], shape).ravel())
                columns.append(np.broadcast_to((j[free, None] * self._unknowns + within)[:, None, :], shape).ravel())
                values.append((blocks if one == other else -blocks)[free].ravel())
        size = len(self._prior)
        parts = tuple(np.concatenate(part) for part in (values, rows, columns))
        return sparse.csc_matrix((parts[0], parts[1:]), shape=(size, size))


def _keep_mean(theta: np.ndarray, footprints: Footprints, groups: np.ndarray, fixed: np.ndarray) -> np.ndarray:
    """Move groups without a fixed image as a whole, so that on average their images stay.

    One transform after all T_i changes no difference between images.  It is chosen such that the
    mean of the images' linear parts is the identity (of their scales the geometric mean, since
    a mean of rotations shrinks), and the mean of their centres stays: scale and orientation are
    those that the images have themselves.  (Taking them from the centres would let random
    shifts of the images stretch them all.)  Isolated images stay.
    """
    kept = theta.copy()
    for group in range(int(groups.max(initial=-1)) + 1):
        members = np.flatnonzero(groups == group)
        if fixed[members].any():
            continue
        if len(members) == 1:
            kept[members] = 0.0
            continue
        radius = footprints.radius[members]
        linear = np.swapaxes(theta[members, 1:], 1, 2) / radius[:, None, None]
        back = np.linalg.inv(np.eye(2) + linear.mean(axis=0))
        areas = np.linalg.det(back @ (np.eye(2) + linear))
        back = back / np.exp(np.log(areas).mean() / 2.0)
        shift = theta[members, 0]
        moved = footprints.centre[members] + shift
        kept[members, 0] = shift - shift.mean(axis=0) + (moved - moved.mean(axis=0)) @ (back - np.eye(2)).T
        linear = back @ (np.eye(2) + linear) - np.eye(2)
        kept[members, 1:] = np.swapaxes(linear, 1, 2) * radius[:, None, None]
    return kept


def footprints_of(windows: Sequence[Window]) -> Footprints:
    """From the windows of the images on the common grid."""
    boxes = np.asarray(windows, dtype=np.float64).reshape(-1, 4)
    return Footprints(boxes[:, :2] + boxes[:, 2:] / 2.0, np.maximum(np.hypot(boxes[:, 2], boxes[:, 3]) / 2.0, 1.0))
