"""The solution of the global step: a gain and an offset per image and band."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np


class Step(NamedTuple):
    """The solution of one of the two problems in one band."""

    value: np.ndarray
    """(N,) float64."""
    error: np.ndarray
    """(N,) standard error."""
    weight: np.ndarray
    """(P,) final robust weight of each pair, NaN where the pair was not used."""
    sigmas: np.ndarray
    """(P,) residual over the residuals' scale, NaN where the pair was not used."""


class RejectedOverlap(NamedTuple):
    """An overlap that contradicts the others."""

    first: int
    second: int
    """The two images."""
    bands: tuple[int, ...]
    """Bands, from 1, in which it was rejected."""
    sigmas: float
    """Its largest residual in units of the residuals' scale."""
    cause: str
    """What probably is wrong."""
    unchecked_bridge: bool
    """Whether nothing else links the groups on its two sides."""


@dataclass(frozen=True)
class GlobalSolution:
    """Gains and offsets, (N, K) float64, with their standard errors."""

    gain: np.ndarray
    offset: np.ndarray
    gain_error: np.ndarray
    offset_error: np.ndarray
    """NaN where a method has no error model."""
    rejected: tuple[RejectedOverlap, ...] = ()

    def on_stored(self, scale: np.ndarray, shift: np.ndarray) -> GlobalSolution:
        """The solution of ``scale * stored + shift``, (N, K), as one of stored values.

        (gain (scale x + shift) + offset - shift) / scale = gain x + (gain shift + offset - shift) / scale
        """
        offset = (self.gain * shift + self.offset - shift) / scale
        return replace(self, offset=offset, offset_error=self.offset_error / np.abs(scale))

    def with_unchanged(self, number: int) -> GlobalSolution:
        """As many more images, which nothing changes."""
        bands = self.gain.shape[1]
        more = {"gain": 1.0, "offset": 0.0, "gain_error": np.nan, "offset_error": np.nan}
        columns = {name: np.vstack([getattr(self, name), np.full((number, bands), more[name])]) for name in more}
        return replace(self, **columns)
