"""The solution of the global step: gains and offsets, the datum that overlaps cannot choose, and rejected overlaps.

Overall brightness and contrast of a connected group are kept: with kappa_a = sum n S / sum n gain S
(arithmetic) and kappa_g = exp(-sum n ln gain / sum n) (geometric), all gains of a group are multiplied by
sqrt(kappa_a kappa_g); offsets are then shifted until sum n (gain M + offset) = sum n M.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from ..messages import Message
from ..numeric.graph import components
from .network import Network


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
    weight: np.ndarray | None = None
    sigmas: np.ndarray | None = None
    """(K, 2, P) of each pair of the network, for gains and offsets: its final robust weight, and its residual over the
    residuals' scale; NaN where it was not used.  None where a method weighs no pairs."""

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


def contrast_factors(
    groups: np.ndarray, fixed: np.ndarray, count: np.ndarray, std: np.ndarray, gain: np.ndarray
) -> np.ndarray:
    """The factor on each image's gain, (N,); 1 in groups that hold a fixed image and for lone images."""
    number = int(groups.max(initial=-1)) + 1
    total = np.bincount(groups, weights=count, minlength=number)
    before = np.bincount(groups, weights=count * std, minlength=number)
    after = np.bincount(groups, weights=count * gain * std, minlength=number)
    logarithm = np.bincount(groups, weights=count * np.log(gain), minlength=number)
    members = np.bincount(groups, minlength=number)
    free = (after > 0) & (before > 0) & (members > 1) & ~_held(groups, fixed, number)
    arithmetic = np.divide(before, after, out=np.ones(number), where=free)
    geometric = np.exp(-np.divide(logarithm, total, out=np.zeros(number), where=free))
    return np.where(free, np.sqrt(arithmetic * geometric), 1.0)[groups]


def keep_brightness(
    groups: np.ndarray, fixed: np.ndarray, count: np.ndarray, mean: np.ndarray, gain: np.ndarray, offset: np.ndarray
) -> np.ndarray:
    """The shift of each image's offset, (N,), that keeps its group's mean; 0 in groups with a fixed image."""
    number = int(groups.max(initial=-1)) + 1
    total = np.bincount(groups, weights=count, minlength=number)
    change = np.bincount(groups, weights=count * ((1.0 - gain) * mean - offset), minlength=number)
    free = (total > 0) & ~_held(groups, fixed, number)
    return np.divide(change, total, out=np.zeros(number), where=free)[groups]


def _held(groups: np.ndarray, fixed: np.ndarray, number: int) -> np.ndarray:
    return np.bincount(groups, weights=fixed, minlength=number) > 0


REJECTED = 0.1
"""An overlap whose final weight is below this is reported."""
POOR_CORRELATION = 0.5
FEW_PIXELS = 2560


def rejected_overlaps(network: Network, weight: np.ndarray, sigmas: np.ndarray) -> tuple[RejectedOverlap, ...]:
    """Pairs whose weight fell under 0.1 in the gains or the offsets of any band; see `GlobalSolution.weight`."""
    low = weight < REJECTED
    rejected = low.any(axis=(0, 1))
    if not rejected.any():
        return ()
    kept = ~rejected & network.pair_count.any(axis=1)
    groups = components(network.images, network.first[kept], network.second[kept])
    correlation = network.correlation
    strongest = np.where(low, sigmas, -np.inf).max(axis=(0, 1))
    reports = []
    for pair in np.flatnonzero(rejected):
        first, second = int(network.first[pair]), int(network.second[pair])
        reports.append(
            RejectedOverlap(
                first,
                second,
                tuple(int(band) + 1 for band in np.flatnonzero(low[:, :, pair].any(axis=1))),
                float(strongest[pair]),
                _cause(network.pair_count[pair], correlation[pair], low[:, 0, pair].any()),
                bool(groups[first] != groups[second]),
            )
        )
    return tuple(reports)


def _cause(count: np.ndarray, correlation: np.ndarray, in_gain: bool) -> str:
    if count.max() < FEW_PIXELS:
        return Message("the overlap is small")
    if correlation.max() < POOR_CORRELATION:
        return Message("the images show different ground: clouds, change or misalignment")
    if in_gain:
        return Message("its contrast contradicts the other overlaps: haze, clouds or changed ground")
    return Message("its brightness contradicts the other overlaps: clouds, shadow or changed ground")
