"""A robust line per band between two images: iterated reduced major axis.

With r the first and s the second image, w weights, all means and variances weighted:

    a = sqrt(var s / var r)        b = mean s - a mean r        e = s - a r - b
    sigma = 1.4826 median |e - median e|        w = Tukey's biweight of (e - median e) / sigma

The reduced major axis is symmetric in the two images: noise in the first one does not flatten
the line (regression dilution).  It starts from w = 1.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...execution import Signal

ROUNDS = 20
TUKEY = 4.685
SETTLED = 1e-5
"""Rounds end when no slope changes by more, as a share of itself."""
FLAT = 1e-6
"""A deviation below this share of the larger of level and deviation is no texture."""
EXACT = 1e-6
"""Residuals are never taken for smaller than this share of the deviation: rounding is no change."""


class Lines(NamedTuple):
    """One line per band, (K,) float64 each."""

    slope: np.ndarray
    offset: np.ndarray
    sigma: np.ndarray
    """Of the residuals; inf for bands without texture, which then say nothing."""

    @property
    def telling(self) -> int:
        """How many bands say something."""
        return int(np.isfinite(self.sigma).sum())

    def residuals(self, first: np.ndarray, second: np.ndarray) -> np.ndarray:
        """Second minus line, (K, ...) like the pixels."""
        shape = (-1,) + (1,) * (first.ndim - 1)
        return second - self.slope.reshape(shape) * first - self.offset.reshape(shape)


def robust_lines(first: np.ndarray, second: np.ndarray, signal: Signal) -> Lines:
    """Lines from pixels (K, n) float64 of both images.  Raises `Cancelled`."""
    lines = []
    for x, y in zip(first, second):
        signal.stop_if_asked()
        lines.append(_line(x, y))
    return Lines(*np.array(lines).T)


def _line(x: np.ndarray, y: np.ndarray) -> tuple[float, float, float]:
    if not (_textured(x) and _textured(y)):
        return 1.0, 0.0, np.inf
    weight = np.ones(len(x))
    slope = 0.0
    for _ in range(ROUNDS):
        total = weight.sum()
        mean_x, mean_y = (weight @ x) / total, (weight @ y) / total
        spread_x, spread_y = weight @ (x - mean_x) ** 2, weight @ (y - mean_y) ** 2
        if not (spread_x > 0 and spread_y > 0):
            # all that agrees is of one value
            return 1.0, 0.0, np.inf
        before, slope = slope, float(np.sqrt(spread_y / spread_x))
        residual = y - mean_y - slope * (x - mean_x)
        centre = np.median(residual)
        sigma = max(1.4826 * float(np.median(np.abs(residual - centre))), EXACT * float(np.sqrt(spread_y / total)))
        if abs(slope - before) <= SETTLED * slope:
            break
        weight = np.maximum(1.0 - ((residual - centre) / (TUKEY * sigma)) ** 2, 0.0) ** 2
    return slope, float(mean_y - slope * mean_x), sigma


def _textured(values: np.ndarray) -> bool:
    deviation = float(values.std())
    return deviation > FLAT * max(abs(float(values.mean())), deviation)
