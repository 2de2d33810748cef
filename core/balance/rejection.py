"""Which overlaps the robust solution did not believe, and why."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..numeric.graph import components
from .adjustment import RejectedOverlap, Step
from .network import Network

REJECTED = 0.1
"""An overlap whose final weight is below this is reported."""
POOR_CORRELATION = 0.5
FEW_PIXELS = 2560


def rejected_overlaps(network: Network, steps: Sequence[tuple[Step, Step]]) -> tuple[RejectedOverlap, ...]:
    """Pairs whose weight fell under 0.1 in the gains or the offsets of any band."""
    weights = np.stack([[gains.weight, offsets.weight] for gains, offsets in steps])
    sigmas = np.stack([[gains.sigmas, offsets.sigmas] for gains, offsets in steps])
    low = weights < REJECTED
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
        return "the overlap is small"
    if correlation.max() < POOR_CORRELATION:
        return "the images show different ground: clouds, change or misalignment"
    if in_gain:
        return "its contrast contradicts the other overlaps: haze, clouds or changed ground"
    return "its brightness contradicts the other overlaps: clouds, shadow or changed ground"
