"""Tie points: places that two images show, where each of them has it, and how much those count that contradict.

Residuals are lengths in the plane; losses are Huber's, and Cauchy's after rounds of Huber's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..numeric.robust import cauchy_weights, huber_weights, rayleigh_scale
from .settings import Loss

SCALE_FLOOR = 0.1
"""Pixels.  Without it exact points would reject each other for their last bits, and a chain its own links."""
REJECTED = 0.1
"""A point whose weight is below this is left out."""
CONVEX_ROUNDS = 8
"""Rounds of Huber's loss before points are left out or a loss with several minima takes over."""


@dataclass(frozen=True, eq=False)
class TiePoints:
    """Tie points of many pairs of images, in one system of coordinates that all images share."""

    first: np.ndarray
    """(n,) int: number of the one image."""
    second: np.ndarray
    """(n,) int: number of the other; larger than `first`."""
    at_first: np.ndarray
    """(n, 2) float64: where the one image has the place."""
    at_second: np.ndarray
    """(n, 2) float64: where the other has it."""
    weight: np.ndarray
    """(n,) float64, above 0: 1 / (error in units of that of an ordinary point)^2."""

    def __len__(self) -> int:
        return len(self.first)

    def only(self, chosen: np.ndarray) -> TiePoints:
        """Those of a mask (n,) bool or of numbers."""
        return TiePoints(
            self.first[chosen], self.second[chosen], self.at_first[chosen], self.at_second[chosen], self.weight[chosen]
        )

    @staticmethod
    def of_pair(
        first: int, second: int, at_first: np.ndarray, at_second: np.ndarray, weight: np.ndarray | None = None
    ) -> TiePoints:
        """Those of one pair."""
        count = len(at_first)
        return TiePoints(
            np.full(count, first),
            np.full(count, second),
            np.asarray(at_first, dtype=np.float64).reshape(-1, 2),
            np.asarray(at_second, dtype=np.float64).reshape(-1, 2),
            np.ones(count) if weight is None else np.asarray(weight, dtype=np.float64),
        )

    @staticmethod
    def joined(parts: Sequence[TiePoints]) -> TiePoints:
        """All of several, pair by pair in the order of their images' numbers."""
        parts = [TiePoints.of_pair(0, 0, np.empty((0, 2)), np.empty((0, 2))), *parts]
        first, second = (np.concatenate([getattr(part, name) for part in parts]) for name in ("first", "second"))
        order = np.lexsort((second, first))
        return TiePoints(
            first[order],
            second[order],
            *(np.concatenate([getattr(p, name) for p in parts])[order] for name in ("at_first", "at_second", "weight")),
        )

    def pairs(self) -> tuple[np.ndarray, np.ndarray]:
        """The pairs that have points, (P, 2) int, and which of them each point belongs to, (n,) int."""
        keys = self.first * (int(self.second.max(initial=0)) + 1) + self.second
        _, places, pair = np.unique(keys, return_index=True, return_inverse=True)
        return np.column_stack([self.first[places], self.second[places]]), pair.reshape(-1)


def error_scale(residual: np.ndarray, weight: np.ndarray) -> float:
    """Error of one coordinate, pixels, from residuals (n, 2) of points that have a weight (n,)."""
    counts = weight > 0
    return max(rayleigh_scale(np.hypot(*residual[counts].T) * np.sqrt(weight[counts])), SCALE_FLOOR)


def robust_weights(residual: np.ndarray, weight: np.ndarray, scale: float, loss: Loss, done: int) -> np.ndarray:
    """Weights (n,) from 0 to 1 for the round after ``done`` others; ``weight`` (n,) are the points' own."""
    if loss is Loss.NONE:
        return np.ones(len(residual))
    t = np.hypot(*residual.T) * np.sqrt(weight) / scale
    found = cauchy_weights(t) if loss is Loss.CAUCHY and done >= CONVEX_ROUNDS else huber_weights(t)
    return np.where(found < REJECTED, 0.0, found) if done >= CONVEX_ROUNDS else found
