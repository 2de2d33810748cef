"""How much tie points count that contradict the others: iteratively reweighted least squares.

Residuals are lengths in the plane; with errors of one deviation per coordinate their median
is 1.1774 deviations (Rayleigh).  Losses: Huber 1964, and Cauchy's as in Holland and Welsch 1977,
whose constants keep 95 % of the efficiency of least squares on normal errors.
"""

from __future__ import annotations

import numpy as np

from .settings import Loss

SCALE_FLOOR = 0.1
"""Pixels.  Without it exact points would reject each other for their last bits, and a chain its own links."""
RAYLEIGH_MEDIAN = 1.1774
HUBER, CAUCHY = 1.345, 2.385
REJECTED = 0.1
"""A point whose weight is below this is left out."""
CONVEX_ROUNDS = 8
"""Rounds of Huber's loss before points are left out or a loss with several minima takes over."""


def error_scale(residual: np.ndarray, weight: np.ndarray) -> float:
    """Error of one coordinate, pixels, from residuals (n, 2) of points that have a weight (n,)."""
    counts = weight > 0
    if not counts.any():
        return SCALE_FLOOR
    lengths = np.hypot(*residual[counts].T) * np.sqrt(weight[counts])
    return max(float(np.median(lengths)) / RAYLEIGH_MEDIAN, SCALE_FLOOR)


def robust_weights(residual: np.ndarray, weight: np.ndarray, scale: float, loss: Loss, done: int) -> np.ndarray:
    """Weights (n,) from 0 to 1 for the round after ``done`` others; ``weight`` (n,) are the points' own."""
    if loss is Loss.NONE:
        return np.ones(len(residual))
    t = np.hypot(*residual.T) * np.sqrt(weight) / scale
    if loss is Loss.CAUCHY and done >= CONVEX_ROUNDS:
        found = 1.0 / (1.0 + (t / CAUCHY) ** 2)
    else:
        found = HUBER / np.maximum(t, HUBER)
    return np.where(found < REJECTED, 0.0, found) if done >= CONVEX_ROUNDS else found
