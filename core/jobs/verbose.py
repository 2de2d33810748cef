"""The network of a run, row by row, for those who want to see what the solution was made from."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ..log import table
from ..messages import Message, grouped
from ..radiometry.network import Network, network_of
from ..radiometry.solution import Solution
from ..settings import GlobalMethod

HEADINGS = (
    Message("pixels"), Message("mean 1"), Message("mean 2"), Message("std 1"), Message("std 2"),
    Message("weight of std"), Message("weight of mean"), Message("residual of std"), Message("residual of mean"),
    Message("band"), Message("images"),
)  # fmt: skip
"""Of the table; statistics are of stored values as they came, residuals of corrected ones."""


def network_table(solution: Solution) -> str:
    """A line for each overlap and band: statistics in both images, weights in the solution, residuals after it.

    Weights are those of the robust method, or the factors of least squares; without a global step there are none.
    Residuals are the differences of what the corrections make of both images' statistics, in stored values.
    """
    names = [image.name for image in solution.scene.images] + [entry.name for entry in solution.known.only_saved]
    step = solution.step
    network = network_of(solution.reading.sums) if step is None else step.stored
    after = None if step is None else network.adjusted(step.solution.gain, step.solution.offset)
    weights = _weights(solution, network)
    lines: list[Sequence[str]] = []
    for pair, (one, two) in enumerate(zip(network.first.tolist(), network.second.tolist())):
        for band in np.flatnonzero(network.pair_count[pair] > 0).tolist():
            lines.append(_line(network, after, weights, (pair, band), f"{names[one]} - {names[two]}"))
    return table(HEADINGS, lines)


def _line(
    network: Network, after: Network | None, weights: np.ndarray, row: tuple[int, int], names: str
) -> list[str]:
    """``row``: a pair and a band."""
    found = network.mean_first, network.mean_second, network.std_first, network.std_second
    left = (after.std_first - after.std_second, after.mean_first - after.mean_second) if after else ()
    numbers = [*(table[row] for table in found), *weights[row], *(table[row] for table in left)]
    numbers += [math.nan] * (8 - len(numbers))
    shown = ["-" if math.isnan(number) else f"{number:.5g}" for number in numbers]
    return [grouped(network.pair_count[row]), *shown, str(row[1] + 1), names]


def _weights(solution: Solution, network: Network) -> np.ndarray:
    """(pairs, K, 2) of gains and offsets, or of standard deviations and means; NaN where there are none."""
    shape = (len(network.first), network.bands, 2)
    if solution.step is None:
        return np.full(shape, np.nan)
    settings = solution.global_settings
    if settings.method is GlobalMethod.LEAST_SQUARES:
        return np.broadcast_to([settings.std_factor, settings.mean_factor], shape)
    weight = solution.step.common.weight
    return np.full(shape, np.nan) if weight is None else weight.transpose(2, 0, 1)
