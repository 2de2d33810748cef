"""The metrics, from sums and without reading pixels.

For a pair and band, over the common pixels: d = |m_ij - m_ji|, r^2 = d^2 + var(x_i - x_j),
s^2 = (s_ij^2 + s_ji^2) / 2.  Pooled over pairs and bands with weights n_ij,

    bias = sum n d/s / sum n        normalised RMSE = sum n r/s / sum n
    RMSE = sqrt(sum n r^2 / sum n)  contrast kept = sum n S_after / sum n S_before

Figures on cells and blocks that a solution never saw: the cells are dealt to folds by their place.  A run holds one
fold out, which costs one more solution; benchmarks hold each fold out once and pool the errors on all held-out cells,
so that no draw of the dice decides the figure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from ..progress import Progress, Silent
from ..statistics.blocks import BlockGrid
from ..statistics.sums import STORED, PairSums, Sums
from .corrected_sums import corrected_pairs
from .corrections import Correction

FOLDS = 5
HELD_OUT = (0,)
"""The folds that a run holds out for its figures."""


class Agreement(NamedTuple):
    """How well images agree where they overlap; NaN where they never do."""

    bias: float
    """Mean difference over standard deviation."""
    rmse: float
    """In data units."""
    normalised_rmse: float
    """Over the standard deviation."""
    worst: float
    """Normalised RMSE of the worst pair, mean over its bands."""


class Quality(NamedTuple):
    """Agreement before and after a correction, as shown to users."""

    rmse_before: float
    rmse_after: float
    normalised_before: float
    normalised_after: float
    bias_before: float
    bias_after: float
    contrast_kept: float
    """Ideal 1: less is flat, more is harsh."""
    groups: int
    """Connected groups of two or more images."""
    rejected: int
    """Overlaps that contradict the others."""
    held_out: float = float("nan")
    """Normalised RMSE on cells that a further solution did not see."""
    held_in: float = float("nan")
    """The same of these cells by the solution itself, which saw them: what `held_out` compares with."""
    unit: str = STORED
    """Of both RMSE; the other figures have none."""

    def without_errors(self) -> Quality:
        """Where it is not known how images agree."""
        errors = ("rmse", "normalised", "bias")
        return self._replace(**{f"{name}_{when}": float("nan") for name in errors for when in ("before", "after")})


def agreement(pairs: PairSums) -> Agreement:
    """Pooled over all pairs and bands; rows are whole overlaps, not cells."""
    count = pairs.count
    if not count.any():
        return Agreement(*[float("nan")] * 4)
    difference, rms, spread = pair_differences(pairs)
    total = count.sum()
    ratio = np.where(count > 0, _over(rms, spread), 0.0)
    return Agreement(
        float((count * np.where(count > 0, _over(difference, spread), 0.0)).sum() / total),
        float(np.sqrt((count * rms**2).sum() / total)),
        float((count * ratio).sum() / total),
        float(normalised_errors(pairs).max()),
    )


def normalised_errors(pairs: PairSums) -> np.ndarray:
    """Normalised RMSE of every pair, mean over its bands, (P,)."""
    _, rms, spread = pair_differences(pairs)
    ratio = np.where(pairs.count > 0, _over(rms, spread), 0.0)
    return (pairs.count * ratio).sum(axis=1) / np.maximum(pairs.count.sum(axis=1), 1.0)


def pair_differences(pairs: PairSums) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """|mean difference|, RMSE and rms standard deviation of every pair and band, (P, K)."""
    difference = np.abs(pairs.mean_first - pairs.mean_second)
    count = np.maximum(pairs.count, 1.0)
    variance = np.maximum(pairs.m2_first + pairs.m2_second - 2.0 * pairs.cross, 0.0) / count
    spread = np.sqrt((pairs.m2_first + pairs.m2_second) / (2.0 * count))
    return difference, np.sqrt(difference**2 + variance), spread


def contrast_kept(before: Sums, after: Sums) -> float:
    """sum n S_after / sum n S_before over images and bands; 1 for flat images."""
    one, two = before.whole(), after.whole()
    total = float((one.count * one.std).sum())
    return float((two.count * two.std).sum()) / total if total else 1.0


def quality_of(before: Sums, after: Sums, groups: int, unit: str) -> Quality:
    """Figures of a correction from the sums before and after it, which are in a ``unit``."""
    one, two = agreement(before.overlaps()), agreement(after.overlaps())
    return Quality(
        one.rmse,
        two.rmse,
        one.normalised_rmse,
        two.normalised_rmse,
        one.bias,
        two.bias,
        contrast_kept(before, after),
        groups,
        0,
        unit=unit,
    )


def fold_of(place: np.ndarray, columns: int) -> np.ndarray:
    """The fold of cells or blocks, numbered row-major in a grid of ``columns``; neighbours differ."""
    row, column = np.divmod(place, columns)
    return (column + 2 * row) % FOLDS


class LeftOut(NamedTuple):
    """Normalised RMSE on the same cells, left out of a solution and seen by it; NaN where it is not known."""

    unseen: float
    seen: float


def held_out_agreement(
    sums: Sums,
    cells: BlockGrid,
    fold_of_row: np.ndarray,
    solve: Callable[[int], Sequence[Sequence[Correction]]],
    held_out: Sequence[int] = range(FOLDS),
    progress: Progress = Silent(),
) -> Agreement:
    """Agreement on held-out cells.

    ``fold_of_row`` (R,) int: the fold of each row of ``sums.pairs``; ``solve(fold)`` gives every
    image's corrections, found without that fold; ``held_out`` are the folds that are held out,
    one after the other.  Raises `Cancelled`.
    """
    parts = []
    for fold in held_out:
        rows = np.flatnonzero(fold_of_row == fold)
        parts.append(corrected_pairs(sums, solve(fold), cells, rows, progress))
    left = PairSums(*(np.concatenate([getattr(p, name) for p in parts]) for name in PairSums.__dataclass_fields__))
    return agreement(Sums(sums.images, sums.cells, left).overlaps())


def left_out_agreement(
    sums: Sums,
    cells: BlockGrid,
    fold_of_row: np.ndarray,
    solve: Callable[[int], Sequence[Sequence[Correction]]],
    found: Sequence[Sequence[Correction]],
    progress: Progress = Silent(),
) -> LeftOut:
    """What a run tells of cells that it leaves out: `held_out_agreement`, and that of the corrections it ``found``.

    Figures of other ground than the left-out cells do not compare with theirs.  Raises `Cancelled`.
    """
    solutions = solve, lambda fold: found
    figures = [held_out_agreement(sums, cells, fold_of_row, each, HELD_OUT, progress) for each in solutions]
    return LeftOut(*(figure.normalised_rmse for figure in figures))


def _over(values: np.ndarray, spread: np.ndarray) -> np.ndarray:
    """values / spread; 0 where flat areas agree exactly."""
    return np.divide(values, spread, out=np.where(values > 0, np.inf, 0.0), where=spread > 0)
