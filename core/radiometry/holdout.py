"""Figures on cells and blocks that a solution never saw.

The cells are dealt to folds by their place.  A run holds one fold out, which costs one more
solution; benchmarks hold each fold out once and pool the errors on all held-out cells, so
that no draw of the dice decides the figure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ..progress import Progress, Silent
from ..statistics.blocks import BlockGrid
from ..statistics.sums import PairSums, Sums
from .corrected_sums import corrected_sums
from .corrections import Correction
from .metrics import Agreement, agreement

FOLDS = 5
HELD_OUT = (0,)
"""The folds that a run holds out for its figures."""


def fold_of(place: np.ndarray, columns: int) -> np.ndarray:
    """The fold of cells or blocks, numbered row-major in a grid of ``columns``; neighbours differ."""
    row, column = np.divmod(place, columns)
    return (column + 2 * row) % FOLDS


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
        after = corrected_sums(sums, solve(fold), cells, progress).pairs
        parts.append(after.chosen(fold_of_row == fold))
    rows = PairSums(*(np.concatenate([getattr(p, name) for p in parts]) for name in PairSums.__dataclass_fields__))
    return agreement(Sums(sums.images, sums.cells, rows).overlaps())
