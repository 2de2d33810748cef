"""What every method takes and gives."""

from __future__ import annotations

from typing import NamedTuple, Protocol

import numpy as np

from ...execution import Signal
from ...messages import Message
from ...numeric.robust import Lines
from ...raster.image import Image
from ...raster.window import Window

MOST_FITTED = 2**16
"""Pixels from which lines and canonical variates are estimated: their errors are then far below one per cent."""


class TooFewPoints(Exception):
    """A pair says too little; the text tells why."""


class Sample(NamedTuple):
    """What two images show of their overlap: every n-th pixel of every n-th row."""

    images: tuple[Image, Image]
    window: Window
    """The overlap on the canvas."""
    step: int
    """n."""
    first: np.ndarray
    second: np.ndarray
    """(K, rows, columns) in the images' types."""
    valid: np.ndarray
    """(rows, columns) bool: valid in all bands of both images, and inside the mask."""
    signal: Signal
    """Of the task; looked at every now and then."""

    def pixels(self, most: int = MOST_FITTED) -> tuple[np.ndarray, np.ndarray]:
        """Valid pixels of both images, evenly thinned to ``most``: (K, n) float64 each."""
        chosen = np.flatnonzero(self.valid)
        chosen = chosen[:: max(1, -(-len(chosen) // most))]
        bands = len(self.first)
        return (
            self.first.reshape(bands, -1)[:, chosen].astype(np.float64),
            self.second.reshape(bands, -1)[:, chosen].astype(np.float64),
        )


class Features(Protocol):
    """What a method found in an overlap; pixels are (K, h, w) float64 of both images in a canvas window."""

    inz: Inz | None
    """The integrated normalised z-score, of methods that use it."""

    def unchanged(self, first: np.ndarray, second: np.ndarray, window: Window, probability: float) -> np.ndarray:
        """(h, w) bool: at least this probability, in (0, 1), of so much difference where nothing changed."""

    def weight(self, first: np.ndarray, second: np.ndarray, window: Window) -> np.ndarray:
        """(h, w) how much each pixel counts for gains and offsets, 0 to 1."""


def need_pixels(found: float, needed: int, what: str) -> None:
    """Raise `TooFewPoints` below the number needed."""
    if found < needed:
        raise TooFewPoints(Message("{found:.0f} {what}, {needed} are needed", found=found, what=what, needed=needed))


class Inz(NamedTuple):
    """The integrated normalised z-score of any pixel of a pair (after Kim and Han 2021, doi 10.3390/rs13193990).

        INZ = mean over bands of |d_b - mean d_b| / std d_b,        d_b = s_b - a_b r_b - b_b

    with the robust line (a, b) of each band taken off first: on raw differences pixels would count
    for stable where the images happen to be equal, and gains would be drawn towards 1.
    """

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
