"""`residual`: pixels near the robust lines of all bands together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...execution import Signal
from ...messages import Message
from ...numeric.quantiles import chi_square_limit, chi_square_tail
from ...numeric.robust import Lines, robust_lines
from ...raster.window import Window
from ...settings import PifSettings
from .features import Features, Inz, Sample, TooFewPoints, need_pixels


@dataclass(frozen=True)
class Residual:
    """Weight 1 - F(Z), Z = sum (e_b / sigma_b)^2, F of chi-square with as many degrees as bands tell something."""

    lines: Lines
    inz: Inz | None = None

    def unchanged(self, first: np.ndarray, second: np.ndarray, window: Window, probability: float) -> np.ndarray:
        """See `Features`."""
        return self.chi_square(first, second) <= chi_square_limit(self.lines.telling, probability)

    def weight(self, first: np.ndarray, second: np.ndarray, window: Window) -> np.ndarray:
        """See `Features`."""
        return chi_square_tail(self.lines.telling, self.chi_square(first, second))

    def chi_square(self, first: np.ndarray, second: np.ndarray) -> np.ndarray:
        """Z of pixels (K, ...), without the first dimension."""
        total = np.zeros(first.shape[1:])
        for band, sigma in zip(self.lines.residuals(first, second), self.lines.sigma):
            total += (band / sigma) ** 2
        return total


def fit_residual(sample: Sample, settings: PifSettings) -> Features:
    """Lines from the sample.  Raises `TooFewPoints`."""
    first, second = sample.pixels()
    need_pixels(first.shape[1], settings.min_samples, Message("common pixels"))
    return Residual(telling_lines(first, second, sample.signal))


def telling_lines(first: np.ndarray, second: np.ndarray, signal: Signal) -> Lines:
    """`robust_lines`; raises `TooFewPoints` where no band has texture."""
    lines = robust_lines(first, second, signal.stop_if_asked)
    if not lines.telling:
        raise TooFewPoints(Message("no band has texture there"))
    return lines
