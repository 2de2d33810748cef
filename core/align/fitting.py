"""The motion of each kind that brings points nearest to where they belong, by weighted least squares."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .motion import Motion
from .settings import MotionModel

LEAST_POINTS: dict[MotionModel, int] = {
    MotionModel.TRANSLATION: 1,
    MotionModel.EUCLIDEAN: 2,
    MotionModel.AFFINE: 3,
    MotionModel.HOMOGRAPHY: 4,
}
"""Fewer points do not say what the motion is."""


def fit_motion(model: MotionModel, points: np.ndarray, belongs: np.ndarray, weights: np.ndarray) -> Motion:
    """The motion that brings ``points`` (n, 2) nearest to ``belongs`` (n, 2), squares weighted by ``weights`` (n,).

    Raises `numpy.linalg.LinAlgError` where the points do not say what it is.
    """
    if len(points) < LEAST_POINTS[model]:
        raise np.linalg.LinAlgError("too few points")
    motion = FITS[model](points, belongs, weights / weights.sum())
    if not np.isfinite(motion.matrix).all():
        raise np.linalg.LinAlgError("points without extent")
    return motion


def residuals(motion: Motion, points: np.ndarray, belongs: np.ndarray) -> np.ndarray:
    """How far from where they belong points come to lie, (n,)."""
    return np.hypot(*(motion.moved(points) - belongs).T)


def spread_out(cells: np.ndarray, along: int, strength: np.ndarray, most: int) -> np.ndarray:
    """Numbers of at most so many points: the strongest of each cell in turn, ascending.

    ``cells`` (n, 2) int: column and row of each point's cell, ``along`` of them along a side.
    """
    number = cells[:, 1] * along + cells[:, 0]
    order = np.lexsort((-strength, number))
    ranked = number[order]
    turn = np.arange(len(order)) - np.searchsorted(ranked, ranked)
    return np.sort(order[np.argsort(turn, kind="stable")[:most]])


def _translation(points: np.ndarray, belongs: np.ndarray, weights: np.ndarray) -> Motion:
    return Motion.shift(*(weights @ (belongs - points)))


def _euclidean(points: np.ndarray, belongs: np.ndarray, weights: np.ndarray) -> Motion:
    """The rotation is the polar part of the covariance (Kabsch 1976)."""
    here, there = weights @ points, weights @ belongs
    around, target = points - here, belongs - there
    left, _, right = np.linalg.svd((target * weights[:, None]).T @ around)
    turn = left @ np.diag([1.0, np.linalg.det(left @ right)]) @ right
    return _affine_motion(turn, there - turn @ here)


def _affine(points: np.ndarray, belongs: np.ndarray, weights: np.ndarray) -> Motion:
    here = weights @ points
    root = np.sqrt(weights)[:, None]
    design = np.column_stack([points - here, np.ones(len(points))])
    solution, _, rank, _ = np.linalg.lstsq(design * root, belongs * root, rcond=None)
    if rank < 3:
        raise np.linalg.LinAlgError("points on a line")
    linear = solution[:2].T
    return _affine_motion(linear, solution[2] - linear @ here)


def _homography(points: np.ndarray, belongs: np.ndarray, weights: np.ndarray) -> Motion:
    """The direct linear transform of centred and scaled points (Hartley 1997)."""
    first, second = _centred(points, weights), _centred(belongs, weights)
    (x, y), (u, v) = first.moved(points).T, second.moved(belongs).T
    one, none = np.ones_like(x), np.zeros_like(x)
    rows = np.stack([
        np.stack([x, y, one, none, none, none, -u * x, -u * y, -u]),
        np.stack([none, none, none, x, y, one, -v * x, -v * y, -v]),
    ])
    system = (rows * np.sqrt(weights)).transpose(0, 2, 1).reshape(-1, 9)
    values, vectors = np.linalg.eigh(system.T @ system)
    if not values[1] > 1e-12 * values[-1]:
        raise np.linalg.LinAlgError("points on a line")
    matrix = vectors[:, 0].reshape(3, 3)
    if abs(matrix[2, 2]) < 1e-12:
        raise np.linalg.LinAlgError("a motion to infinity")
    return second.inverse().after(Motion(matrix / matrix[2, 2]).after(first))


def _centred(points: np.ndarray, weights: np.ndarray) -> Motion:
    """To the mean 0 and the distance 1."""
    middle = weights @ points
    spread = np.sqrt(weights @ ((points - middle) ** 2).sum(axis=1))
    if not spread > 0.0:
        raise np.linalg.LinAlgError("points without extent")
    return _affine_motion(np.eye(2) / spread, -middle / spread)


def _affine_motion(linear: np.ndarray, step: np.ndarray) -> Motion:
    matrix = np.eye(3)
    matrix[:2, :2] = linear
    matrix[:2, 2] = step
    return Motion(matrix)


FITS: dict[MotionModel, Callable[[np.ndarray, np.ndarray, np.ndarray], Motion]] = {
    MotionModel.TRANSLATION: _translation,
    MotionModel.EUCLIDEAN: _euclidean,
    MotionModel.AFFINE: _affine,
    MotionModel.HOMOGRAPHY: _homography,
}
