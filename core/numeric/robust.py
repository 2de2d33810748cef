"""Weights against outliers, scales that outliers do not widen, and robust straight lines.

A residual t, in units of the residuals' scale, counts by

    Huber 1964          min(1, c / |t|)             c = 1.345
    Cauchy              1 / (1 + (t / c)^2)         c = 2.385 (Holland and Welsch 1977)
    Tukey               (1 - (t / c)^2)^2 or 0      c = 4.685 (Beaton and Tukey 1974)

whose constants keep 95 % of the efficiency of least squares on normal errors.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..progress import Stop

HUBER, CAUCHY, TUKEY = 1.345, 2.385, 4.685
MAD_TO_SIGMA = 1.4826
"""Standard deviation of normal values whose absolute values have the median 1."""
RAYLEIGH = 0.8493
"""Standard deviation of a coordinate where lengths in the plane have the median 1 (Rayleigh)."""

ROUNDS = 20
SETTLED = 1e-5
"""Rounds end when no slope changes by more, as a share of itself."""
CANDIDATES = 400
"""Lines through two pixels, a quarter of which are of unchanged ground where half of the pixels are."""
JUDGES = 2000
"""Pixels, evenly spread, that these are compared on."""
FLAT = 1e-6
"""A deviation below this share of the larger of level and deviation is no texture."""
EXACT = 1e-6
"""Residuals are never taken for smaller than this share of the deviation: rounding is no change."""


def huber_weights(t: np.ndarray) -> np.ndarray:
    """Of residuals' absolute values in units of their scale, any shape: above 0, at most 1."""
    return HUBER / np.maximum(t, HUBER)


def cauchy_weights(t: np.ndarray) -> np.ndarray:
    """The same by Cauchy's loss; the sign of ``t`` does not matter."""
    return 1.0 / (1.0 + (t / CAUCHY) ** 2)


def tukey_weights(t: np.ndarray) -> np.ndarray:
    """The same by Tukey's biweight: 0 from `TUKEY` on; the sign of ``t`` does not matter."""
    return np.maximum(1.0 - (t / TUKEY) ** 2, 0.0) ** 2


def mad_scale(residuals: np.ndarray) -> float:
    """Standard deviation of residuals about 0, by the median of their absolute values; 0 of none."""
    return MAD_TO_SIGMA * float(np.median(np.abs(residuals))) if residuals.size else 0.0


def rayleigh_scale(lengths: np.ndarray) -> float:
    """Standard deviation of one coordinate, from lengths in the plane (n,); 0 of none."""
    return RAYLEIGH * float(np.median(lengths)) if lengths.size else 0.0


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


def robust_lines(first: np.ndarray, second: np.ndarray, stop: Stop) -> Lines:
    """Lines that lead from the first to the second of two (K, n) float64, by iterated reduced major axis.

    With r the first and s the second, w weights, all means and variances weighted:

        a = sqrt(var s / var r)        b = mean s - a mean r        e = s - a r - b
        sigma = 1.4826 median |e - median e|        w = Tukey's biweight of (e - median e) / sigma

    The reduced major axis is symmetric: noise in the first does not flatten the line (regression
    dilution).  It starts from w = 1, and from the line through two pixels that has the smallest median
    of squares (Rousseeuw 1984, doi 10.1080/01621459.1984.10477105): ground that changed much draws the
    first start away, but not the second while it is the smaller part.  The line with the smaller
    sigma / sqrt(a), which is the same for either order, counts.  ``stop`` is called before each band.
    """
    lines = []
    for x, y in zip(first, second):
        stop()
        lines.append(_line(x, y))
    return Lines(*np.array(lines).T)


def _line(x: np.ndarray, y: np.ndarray) -> tuple[float, float, float]:
    if not (_textured(x) and _textured(y)):
        return 1.0, 0.0, np.inf
    found = [_refined(x, y, weight) for weight in (np.ones(len(x)), _first_weight(x, y))]
    return min(found, key=lambda line: line[2] / np.sqrt(line[0]))


def _refined(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> tuple[float, float, float]:
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
        centred = residual - np.median(residual)
        sigma = max(mad_scale(centred), EXACT * float(np.sqrt(spread_y / total)))
        if abs(slope - before) <= SETTLED * slope:
            break
        weight = tukey_weights(centred / sigma)
    return slope, float(mean_y - slope * mean_x), sigma


def _first_weight(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Weights about the line through two pixels that lies nearest to half of all pixels."""
    one, two = np.random.default_rng(0).integers(0, len(x), (2, CANDIDATES))
    with np.errstate(divide="ignore", invalid="ignore"):
        slopes = (y[two] - y[one]) / (x[two] - x[one])
    slopes = slopes[np.isfinite(slopes) & (slopes > 0)]
    if not len(slopes):
        return np.ones(len(x))
    step = -(-len(x) // JUDGES)
    residual = y[::step] - slopes[:, None] * x[::step]
    residual -= np.median(residual, axis=1)[:, None]
    best = slopes[np.argmin(np.median(np.abs(residual), axis=1) / np.sqrt(slopes))]
    residual = y - best * x
    residual -= np.median(residual)
    return tukey_weights(residual / max(mad_scale(residual), EXACT * float(y.std())))


def _textured(values: np.ndarray) -> bool:
    deviation = float(values.std())
    return deviation > FLAT * max(abs(float(values.mean())), deviation)
