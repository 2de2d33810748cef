"""The integrated normalised z-score of a pair (after Kim and Han 2021, doi 10.3390/rs13193990).

    INZ = mean over bands of |d_b - mean d_b| / std d_b,        d_b = s_b - a_b r_b - b_b

with the robust line (a, b) of each band taken off first: on raw differences pixels would count
for stable where the images happen to be equal, and gains would be drawn towards 1.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ...numeric.robust import Lines


class Inz(NamedTuple):
    """The score of any pixel of a pair."""

    lines: Lines
    mean: np.ndarray
    std: np.ndarray
    """(K,) of the differences; inf for bands that tell nothing."""

    def of(self, first: np.ndarray, second: np.ndarray) -> np.ndarray:
        """Scores of pixels (K, ...) of both images, without the first dimension."""
        total = np.zeros(first.shape[1:])
        for band, mean, std in zip(self.lines.residuals(first, second), self.mean, self.std):
            total += np.abs(band - mean) / std
        return total / self.lines.telling


def make_inz(lines: Lines, first: np.ndarray, second: np.ndarray) -> Inz:
    """The score from pixels (K, n) of both images."""
    difference = lines.residuals(first, second)
    # where all differences are one number, every pixel is stable
    std = np.maximum(difference.std(axis=1), np.where(np.isfinite(lines.sigma), lines.sigma, 0.0))
    return Inz(lines, difference.mean(axis=1), np.where(np.isfinite(lines.sigma), std, np.inf))
