"""The local step of a run: from sums to block maps, and its figure on blocks that it did not see."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..raster.grid import Grid
from ..run import Run
from ..settings import LocalSettings
from ..statistics.sums import Sums
from .block_statistics import block_of, block_statistics
from .corrections import Correction
from .ground import Ground
from .local_solution import LocalSolution, held_in, solve_local
from .metrics import HELD_OUT, fold_of, held_out_agreement
from .reading import Reading


def levelled(ground: Ground, gain: np.ndarray | float = 1.0, offset: np.ndarray | float = 0.0) -> Sums:
    """Sums without common light, of images that a gain and an offset, (N, K), were applied to."""
    shape = ground.sums.images, ground.sums.bands
    return ground.sums.adjusted(*(np.broadcast_to(value, shape) for value in (gain, offset)))


def solve_blocks(
    sums: Sums,
    ground: Ground,
    reading: Reading,
    canvas: Grid,
    settings: LocalSettings,
    run: Run,
    held_out: Callable[[np.ndarray], np.ndarray] = held_in,
) -> LocalSolution:
    """Block maps from `levelled` sums; blocks that are ``held_out`` are kept from the fit."""
    counted = ground.changed.without(sums)
    threshold = settings.block_valid_pixel_threshold
    blocks = block_statistics(counted, reading.blocks, reading.factor, canvas, threshold)
    return solve_local(counted, blocks, settings, reading.cells, run.progress, held_out)


def local_held_out(
    sums: Sums, ground: Ground, reading: Reading, canvas: Grid, settings: LocalSettings, run: Run
) -> float:
    """Normalised RMSE on whole blocks held out of the fit."""
    columns = reading.blocks.columns
    fold_of_row = fold_of(block_of(sums.pairs.cell, reading.blocks, reading.factor), columns)

    def corrections(fold: int) -> list[list[Correction]]:
        def held_out(blocks: np.ndarray) -> np.ndarray:
            return fold_of(blocks, columns) == fold

        solution = solve_blocks(sums, ground, reading, canvas, settings, run.muted(), held_out)
        return [[solution.correction(n, settings.alpha)] for n in range(sums.images)]

    return held_out_agreement(sums, reading.cells, fold_of_row, corrections, HELD_OUT, run.progress).normalised_rmse
