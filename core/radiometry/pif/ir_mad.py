"""`ir_mad`: iteratively reweighted multivariate alteration detection.

Canonical correlation gives linear combinations of the bands of both images, U_k = a_k (x - mean)
and V_k = b_k (y - mean), of unit variance and with the largest correlations rho_k.  Their
differences MAD_k = U_k - V_k have the variances 2 (1 - rho_k), and where nothing changed

    Z = sum MAD_k^2 / (2 (1 - rho_k))

follows chi-square.  1 - F(Z) is the weight of the pixel in the next round, until the
correlations settle.  Nothing changes when either image goes through an affine transform of its bands.

These weights cut the tails of unchanged pixels too, and variances come out too small, by

    v = E[(1 - F(R)) R] / (K E[1 - F(R)]) = 1 - 2 / (K B(K/2, 1/2)),        R chi-square of K degrees,

round by round; in the original method the unchanged set shrinks to a part of itself, with one or
two bands to nothing.  Here weighted variances are divided by v.

Nielsen (2007), doi 10.1109/TIP.2006.888195; Canty and Nielsen (2008), doi 10.1016/j.rse.2007.07.013.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy import special

from ...messages import Message
from ...numeric.quantiles import chi_square_limit, chi_square_tail
from ...numeric.robust import FLAT
from ...raster.window import Window
from ...settings import PifSettings
from .features import Features, Inz, Sample, TooFewPoints, need_pixels

ROUNDS = 50
SETTLED = 1e-3
"""Of the correlations."""
NO_CHANGE = 0.95
"""Pixels of a higher probability count."""
REDUNDANT = 1e-10
"""A combination of standardised bands whose variance is a smaller share of the largest is rounding."""
EXACT = 1e-12
"""1 - rho is never taken for smaller."""


class Canonical(NamedTuple):
    """Canonical variates of K bands of two images, p of them."""

    mean_first: np.ndarray
    mean_second: np.ndarray
    """(K,)."""
    to_first: np.ndarray
    to_second: np.ndarray
    """(p, K): a_k and b_k."""
    correlation: np.ndarray
    """(p,) descending."""
    variance: np.ndarray
    """(p,) of their differences where nothing changed."""

    def chi_square(self, first: np.ndarray, second: np.ndarray) -> np.ndarray:
        """Z of pixels (K, ...), without the first dimension."""
        total = np.zeros(first.shape[1:])
        for a, b, variance in zip(self.to_first, self.to_second, self.variance):
            # band by band: a matrix product rounds differently in windows of different size
            mad = np.zeros_like(total)
            for band in range(len(first)):
                mad += a[band] * (first[band] - self.mean_first[band])
                mad -= b[band] * (second[band] - self.mean_second[band])
            total += mad**2 / variance
        return total


@dataclass(frozen=True)
class IrMad:
    """Pixels whose probability of no change is above 0.95."""

    canonical: Canonical
    inz: Inz | None = None

    def unchanged(self, first: np.ndarray, second: np.ndarray, window: Window, probability: float) -> np.ndarray:
        """See `Features`."""
        most = chi_square_limit(len(self.canonical.correlation), probability)
        return self.canonical.chi_square(first, second) <= most

    def weight(self, first: np.ndarray, second: np.ndarray, window: Window) -> np.ndarray:
        """See `Features`."""
        return self.unchanged(first, second, window, NO_CHANGE).astype(np.float64)


def fit_ir_mad(sample: Sample, settings: PifSettings) -> Features:
    """Canonical variates from the sample.  Raises `TooFewPoints`."""
    first, second = sample.pixels()
    need_pixels(first.shape[1], max(settings.min_samples, 2 * len(first) + 2), Message("common pixels"))
    weight = np.ones(first.shape[1])
    canonical = canonical_variates(first, second, weight)
    for _ in range(ROUNDS):
        sample.signal.stop_if_asked()
        before = canonical.correlation
        weight = chi_square_tail(len(before), canonical.chi_square(first, second))
        need_pixels(weight.sum(), max(settings.min_samples, 2 * len(first) + 2), Message("pixels without change"))
        canonical = canonical_variates(first, second, weight)
        canonical = canonical._replace(variance=canonical.variance / kept_variance(len(canonical.variance)))
        if len(canonical.correlation) == len(before) and np.abs(canonical.correlation - before).max() < SETTLED:
            break
    return IrMad(canonical)


def canonical_variates(first: np.ndarray, second: np.ndarray, weight: np.ndarray) -> Canonical:
    """Of pixels (K, n) with weights (n,).  Raises `TooFewPoints` where an image has no texture."""
    mean_first, white_first = _whitening(first, weight)
    mean_second, white_second = _whitening(second, weight)
    one, two = first - mean_first[:, None], second - mean_second[:, None]
    mixed = (one * weight) @ two.T / weight.sum()
    left, correlation, right = np.linalg.svd(white_first @ mixed @ white_second.T, full_matrices=False)
    variance = 2.0 * np.maximum(1.0 - correlation, EXACT)
    return Canonical(mean_first, mean_second, left.T @ white_first, right @ white_second, correlation, variance)


def kept_variance(variates: int) -> float:
    """The share v of unchanged pixels' variance that is left under the weights 1 - F(Z)."""
    return 1.0 - 2.0 / (variates * float(special.beta(variates / 2.0, 0.5)))


def _whitening(values: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Means (K,) and a matrix (p, K) that makes the bands uncorrelated with unit variance.

    p is below K where a band is flat or follows from others.
    """
    total = weight.sum()
    mean = values @ weight / total
    centred = values - mean[:, None]
    covariance = (centred * weight) @ centred.T / total
    deviation = np.sqrt(np.diag(covariance))
    textured = deviation > FLAT * np.maximum(np.abs(mean), deviation)
    scale = np.divide(1.0, deviation, out=np.zeros_like(deviation), where=textured)
    variance, direction = np.linalg.eigh(covariance * scale[:, None] * scale)
    kept = variance > REDUNDANT * variance[-1]
    if not (variance[-1] > 0 and kept.any()):
        raise TooFewPoints(Message("no band has texture there"))
    return mean, (direction[:, kept] / np.sqrt(variance[kept])).T * scale
