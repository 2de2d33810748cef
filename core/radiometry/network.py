"""The graph of overlaps: images are nodes, pairs with common pixels are edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..numeric.graph import components
from ..statistics.sums import PairSums, Sums

OF_PAIRS = ("first", "second", "pair_count", "mean_first", "mean_second", "std_first", "std_second", "covariance")
"""Fields of a `Network` with a row for every pair."""


@dataclass(frozen=True)
class Network:
    """What the global solution is made from, N images, P pairs, K bands, float64."""

    count: np.ndarray
    """(N, K) valid pixels of each image."""
    mean: np.ndarray
    std: np.ndarray
    """(N, K) over all valid pixels."""
    first: np.ndarray
    second: np.ndarray
    """(P,) int: the images of each pair."""
    pair_count: np.ndarray
    """(P, K) pixels valid in both."""
    mean_first: np.ndarray
    mean_second: np.ndarray
    std_first: np.ndarray
    std_second: np.ndarray
    """(P, K) of each image over the common pixels."""
    covariance: np.ndarray
    """(P, K) over the common pixels; NaN where a saved file does not tell it."""
    trust: np.ndarray | None = None
    """(P,) weight of each pair over what its statistics alone would give it; None: 1."""

    @property
    def images(self) -> int:
        """N."""
        return len(self.count)

    @property
    def bands(self) -> int:
        """K."""
        return self.count.shape[1]

    @property
    def correlation(self) -> np.ndarray:
        """(P, K) in the overlaps; 0, the least informative value, where it is not known."""
        product = self.std_first * self.std_second
        rho = np.divide(self.covariance, product, out=np.zeros_like(product), where=product > 0)
        return np.clip(np.nan_to_num(rho), -1.0, 1.0)

    def of_first(self, number: int) -> Network:
        """The first so many images alone, with their pairs."""
        kept = self.between(np.arange(self.images) < number)
        return replace(kept, count=self.count[:number], mean=self.mean[:number], std=self.std[:number])

    def between(self, keep: np.ndarray) -> Network:
        """The same images with only the pairs whose two images are in ``keep`` (N,) bool."""
        chosen = keep[self.first] & keep[self.second]
        trust = None if self.trust is None else self.trust[chosen]
        return replace(self, trust=trust, **{name: getattr(self, name)[chosen] for name in OF_PAIRS})

    def adjusted(self, gain: np.ndarray, offset: np.ndarray) -> Network:
        """As if every image had been corrected by its gain and offset, (N, K)."""
        gi, gj = gain[self.first], gain[self.second]
        return replace(
            self,
            mean=gain * self.mean + offset,
            std=np.abs(gain) * self.std,
            mean_first=gi * self.mean_first + offset[self.first],
            mean_second=gj * self.mean_second + offset[self.second],
            std_first=np.abs(gi) * self.std_first,
            std_second=np.abs(gj) * self.std_second,
            covariance=gi * gj * self.covariance,
        )

    def with_unknown(self, number: int) -> Network:
        """As many more images, of which nothing is known."""
        more = np.zeros((number, self.bands))
        return replace(self, **{name: np.vstack([getattr(self, name), more]) for name in ("count", "mean", "std")})

    def pair_sums(self) -> PairSums:
        """The pairs as sums, those without a known covariance left out: they have no RMSE."""
        known = np.isfinite(self.covariance).all(axis=1)
        n = self.pair_count[known]
        return PairSums(
            self.first[known],
            self.second[known],
            np.zeros(int(known.sum()), dtype=int),
            n,
            self.mean_first[known],
            self.mean_second[known],
            n * self.std_first[known] ** 2,
            n * self.std_second[known] ** 2,
            n * self.covariance[known],
        )

    @property
    def known_covariance(self) -> np.ndarray:
        """(P, K) with 0 where it is not known."""
        return np.nan_to_num(self.covariance)


def network_of(sums: Sums, rows: np.ndarray | None = None) -> Network:
    """The network of all cells, or with the pair statistics of the chosen rows only."""
    whole, pairs = sums.whole(), sums.overlaps(rows)
    of_pairs = {name: getattr(pairs, "count" if name == "pair_count" else name) for name in OF_PAIRS}
    return Network(whole.count, whole.mean, whole.std, **of_pairs)


def group_count(network: Network, number: int | None = None) -> int:
    """Number of connected groups of two and more images; with a ``number`` those that the first so many belong to."""
    shared = network.pair_count.any(axis=1)
    groups = components(network.images, network.first[shared], network.second[shared])
    return len(np.intersect1d(groups[:number], np.flatnonzero(np.bincount(groups) > 1)))


def isolated(network: Network) -> Sequence[int]:
    """Images without any common pixel with another."""
    shared = network.pair_count.any(axis=1)
    return np.setdiff1d(np.arange(network.images), [network.first[shared], network.second[shared]]).tolist()
