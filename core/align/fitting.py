"""The transform of each kind that brings points nearest to where they belong, by weighted least squares."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .settings import TransformModel
from .transform import Transform

LEAST_POINTS: dict[TransformModel, int] = {
    TransformModel.TRANSLATION: 1,
    TransformModel.EUCLIDEAN: 2,
    TransformModel.AFFINE: 3,
    TransformModel.HOMOGRAPHY: 4,
}
"""Fewer points do not say what the transform is."""


def fit_transform(model: TransformModel, points: np.ndarray, belongs: np.ndarray, weights: np.ndarray) -> Transform:
    """The transform that brings ``points`` (n, 2) nearest to ``belongs`` (n, 2), squares weighted by ``weights`` (n,).

    Raises `numpy.linalg.LinAlgError` where the points do not say what it is.
    """
    if len(points) < LEAST_POINTS[model]:
        raise np.linalg.LinAlgError("too few points")
    transform = FITS[model](points, belongs, weights / weights.sum())
    if not np.isfinite(transform.matrix).all():
        raise np.linalg.LinAlgError("points without extent")
    return transform


def residuals(transform: Transform, points: np.ndarray, belongs: np.ndarray) -> np.ndarray:
    """How far from where they belong points come to lie, (n,)."""
    return np.hypot(*(transform.moved(points) - belongs).T)


def spread_out(cells: np.ndarray, along: int, strength: np.ndarray, most: int) -> np.ndarray:
    """Numbers of at most so many points: the strongest of each cell in turn, ascending.

    ``cells`` (n, 2) int: column and row of each point's cell, ``along`` of them along a side.
    """
    number = cells[:, 1] * along + cells[:, 0]
    order = np.lexsort((-strength, number))
    ranked = number[order]
    turn = np.arange(len(order)) - np.searchsorted(ranked, ranked)
    return np.sort(order[np.argsort(turn, kind="stable")[:most]])


def _translation(points: np.ndarray, belongs: np.ndarray, weights: np.ndarray) -> Transform:
    return Transform.shift(*(weights @ (belongs - points)))


def _euclidean(points: np.ndarray, belongs: np.ndarray, weights: np.ndarray) -> Transform:
    """The rotation is the polar part of the covariance (Kabsch 1976)."""
    here, there = weights @ points, weights @ belongs
    around, target = points - here, belongs - there
    left, _, right = np.linalg.svd((target * weights[:, None]).T @ around)
    turn = left @ np.diag([1.0, np.linalg.det(left @ right)]) @ right
    return _affine_transform(turn, there - turn @ here)


def _affine(points: np.ndarray, belongs: np.ndarray, weights: np.ndarray) -> Transform:
    here = weights @ points
    root = np.sqrt(weights)[:, None]
    design = np.column_stack([points - here, np.ones(len(points))])
    solution, _, rank, _ = np.linalg.lstsq(design * root, belongs * root, rcond=None)
    if rank < 3:
        raise np.linalg.LinAlgError("points on a line")
    linear = solution[:2].T
    return _affine_transform(linear, solution[2] - linear @ here)


def _homography(points: np.ndarray, belongs: np.ndarray, weights: np.ndarray) -> Transform:
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
        raise np.linalg.LinAlgError("a transform to infinity")
    return second.inverse().after(Transform(matrix / matrix[2, 2]).after(first))


def _centred(points: np.ndarray, weights: np.ndarray) -> Transform:
    """To the mean 0 and the distance 1."""
    middle = weights @ points
    spread = np.sqrt(weights @ ((points - middle) ** 2).sum(axis=1))
    if not spread > 0.0:
        raise np.linalg.LinAlgError("points without extent")
    return _affine_transform(np.eye(2) / spread, -middle / spread)


def _affine_transform(linear: np.ndarray, step: np.ndarray) -> Transform:
    matrix = np.eye(3)
    matrix[:2, :2] = linear
    matrix[:2, 2] = step
    return Transform(matrix)


FITS: dict[TransformModel, Callable[[np.ndarray, np.ndarray, np.ndarray], Transform]] = {
    TransformModel.TRANSLATION: _translation,
    TransformModel.EUCLIDEAN: _euclidean,
    TransformModel.AFFINE: _affine,
    TransformModel.HOMOGRAPHY: _homography,
}
