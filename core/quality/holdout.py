"""Figures on cells and blocks that a solution never saw.

The cells are dealt to folds by their place, each fold is held out once, and the errors on
all held-out cells are pooled: no draw of the dice decides the figure.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ..balance.corrected_sums import corrected_sums
from ..balance.corrections import Correction
from ..raster.canvas import Grid
from ..statistics.sums import PairSums, Sums
from .metrics import Agreement, agreement

FOLDS = 5


def folds(number: int, columns: int) -> np.ndarray:
    """The fold of each cell or block of a row-major grid: (number,) int, neighbours differ."""
    row, column = np.divmod(np.arange(number), columns)
    return (column + 2 * row) % FOLDS


def held_out_agreement(
    sums: Sums,
    cells: Grid,
    fold_of_cell: np.ndarray,
    solve: Callable[[int], Sequence[Sequence[Correction]]],
) -> Agreement:
    """Agreement on held-out cells.

    ``fold_of_cell`` (cells,) int; ``solve(fold)`` gives every image's corrections, found
    without that fold.
    """
    parts = []
    for fold in range(FOLDS):
        after = corrected_sums(sums, solve(fold), cells).pairs
        parts.append(after.chosen(fold_of_cell[after.cell] == fold))
    rows = PairSums(*(np.concatenate([getattr(p, name) for p in parts]) for name in PairSums.__dataclass_fields__))
    return agreement(Sums(sums.images, sums.cells, rows).overlaps())
