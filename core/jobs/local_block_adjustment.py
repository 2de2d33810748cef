"""Block-wise correction of images towards common block maps."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ..errors import EvenlightError, OptionError
from ..masks.polygons import PolygonMask
from ..progress import Muted, Progress, Silent, Stage, stop_if_cancelled
from ..quality.holdout import HELD_OUT, fold_of, held_out_agreement
from ..quality.metrics import Quality, quality_of
from ..radiometry.block_statistics import block_of, block_statistics
from ..radiometry.changed_ground import ChangedGround
from ..radiometry.corrected_sums import corrected_sums
from ..radiometry.corrections import Correction
from ..radiometry.local_solution import LocalSolution, held_in, solve_local, variation_blocks
from ..radiometry.network import group_count, network_of
from ..radiometry.virtual_output import WITH_VIRTUAL_FORM, VirtualOutputError
from ..raster.canvas import footprint
from ..raster.reference_system import Bounds
from ..settings import (
    LOCAL_NAME,
    ExecutionSettings,
    LocalSettings,
    OutputFormat,
    OutputSettings,
    StatisticsSettings,
)
from ..statistics.blocks import SPARSE, BlockGrid, block_bounds, block_grid, cell_grid, cells_per_block
from ..statistics.overlaps import group_windows
from ..statistics.sums import Sums
from .delivery import deliver, expected_of, written
from .errors import TooManyBlocksError
from .global_step import report_oddities, report_quality
from .ground_step import Ground, look_at_ground
from .public import public
from .results import BalanceResult, stretch_of
from .scene import Scene, need_common_pixels, on_stored, prepare, sweep

SWEPT, SOLVED = 0.35, 0.45
"""Shares of the run that end with the sweep and with the solution."""


class LocalBasis(NamedTuple):
    """What the local step is solved from."""

    blocks: BlockGrid
    factor: int
    """A block is so many cells wide and high."""
    sums: Sums
    """In common units."""
    changed: ChangedGround | None = None
    """Pairs' rows that do not count for the solution; None: all do."""

    def seen(self, ground: Ground, gain: np.ndarray | float = 1.0, offset: np.ndarray | float = 0.0) -> LocalBasis:
        """Without common light and changed ground, of images that a gain and an offset, (N, K), were applied to."""
        factors = (np.broadcast_to(value, (self.sums.images, self.sums.bands)) for value in (gain, offset))
        return self._replace(sums=ground.sums.adjusted(*factors), changed=ground.changed)

    @property
    def cells(self) -> BlockGrid:
        """The grid of the sums' cells."""
        return self.blocks.divided(self.factor)


@public
def local_block_adjustment(
    paths: Sequence[str],
    output: OutputSettings,
    *,
    settings: LocalSettings = LocalSettings(),
    statistics: StatisticsSettings = StatisticsSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    mask: PolygonMask | None = None,
    progress: Progress = Silent(),
) -> BalanceResult:
    """Correct images block by block (references `common_pixels`, `block_means`).

    ``paths``: two or more rasters, as a rule the results of the global step.

    Raises `Problems`, `NoCommonPixelsError`, `DamagedRasterError`, `WriteError`, `ReplaceError`
    or `Cancelled`; earlier outputs are then untouched.
    """
    output = output.named(LOCAL_NAME)
    scene = prepare(
        paths, 2, statistics, mask, output, lambda images: check_local(settings, output), progress, execution=execution
    )
    basis, ground, solution = solve(scene, settings, statistics, execution, Stage(progress, 0.0, SOLVED))
    chains: list[list[Correction]] = [
        [*light, solution.correction(n, settings.alpha)] for n, light in enumerate(ground.fields)
    ]
    after = corrected_sums(basis.sums, chains, basis.cells, progress)
    results = written(scene, output, basis.sums, after)
    quality = local_quality(scene, settings, basis, basis.seen(ground), results, progress)
    report_quality(quality, progress)
    stored = [scene.on_stored(index, chain) for index, chain in enumerate(chains)]
    method = f"local_block_adjustment {settings.reference} {settings.correction}"
    after = on_stored(after, scene)
    expected = expected_of(on_stored(basis.sums, scene), after)
    delivered = deliver(scene, stored, method, output, execution, Stage(progress, SOLVED, 1.0), expected)
    return BalanceResult(delivered.outputs, stretch_of(after.whole()), quality, delivered.clipped)


def solve(
    scene: Scene,
    settings: LocalSettings,
    statistics: StatisticsSettings,
    execution: ExecutionSettings,
    progress: Progress,
    most_blocks: float = math.inf,
) -> tuple[LocalBasis, Ground, LocalSolution]:
    """Sweep the images and solve for their block maps.

    Raises `NoCommonPixelsError`, or `TooManyBlocksError` before anything is read with them.
    """
    stage = Stage(progress, 0.0, SWEPT / SOLVED)
    basis = local_basis(scene, settings, statistics, execution, stage, progress, most_blocks)
    need_common_pixels(scene, basis.sums)
    report_oddities(scene, network_of(basis.sums), progress)
    ground = look_at_ground(scene, basis.sums, basis.cells, statistics.common_light, True, True, progress)
    solution = solve_basis(scene, settings, basis.seen(ground), progress)
    progress.advance(1.0)
    return basis, ground, solution


def local_basis(
    scene: Scene,
    settings: LocalSettings,
    statistics: StatisticsSettings,
    execution: ExecutionSettings,
    stage: Progress,
    progress: Progress,
    most_blocks: float = math.inf,
) -> LocalBasis:
    """The block grid and the sums of its cells."""
    bounds = block_bounds(scene.canvas, settings.canvas_extent)
    if settings.blocks_by_variation:
        cells = cell_grid(scene.canvas, scene.images)
        first = sweep(scene, cells, statistics, execution, Stage(stage, 0.0, 0.5)).adjusted(*scene.units())
        settings = by_variation(settings, variation_blocks(first))
        stage = Stage(stage, 0.5, 1.0)
    blocks = _blocks(scene, bounds, settings, progress)
    if blocks.rows * blocks.columns > most_blocks:
        raise TooManyBlocksError(blocks.rows, blocks.columns)
    stop_if_cancelled(progress)
    factor = cells_per_block(blocks, scene.canvas)
    sums = sweep(scene, blocks.divided(factor), statistics, execution, stage)
    return LocalBasis(blocks, factor, sums.adjusted(*scene.units()))


def _blocks(scene: Scene, bounds: Bounds, settings: LocalSettings, progress: Progress) -> BlockGrid:
    canvas = scene.canvas
    groups = [window for _, window in group_windows([footprint(image, canvas) for image in scene.images])]
    covered = sum(width * height for _, _, width, height in groups) / (canvas.width * canvas.height)
    blocks, fewer = block_grid(canvas, bounds, len(scene.images), settings, covered)
    if fewer:
        progress.inform("Fewer blocks than asked for: none may be narrower than 16 pixels.")
    if covered >= SPARSE:
        progress.inform(f"{blocks.rows} x {blocks.columns} blocks over the canvas.")
        return blocks
    width, height = blocks.sides(canvas)
    progress.inform(f"Blocks of {width:.0f} x {height:.0f} pixels, in {len(groups)} groups of images far apart.")
    if any(width > group[2] or height > group[3] for group in groups):
        progress.warn(
            f"The images lie in {len(groups)} groups far apart and a block is larger than a whole group, so that the "
            "local step can change little: give BLOCKS instead of rows, columns or an extent, or run each group by "
            "itself."
        )
    return blocks


def by_variation(settings: LocalSettings, blocks: int) -> LocalSettings:
    """The settings with the number of blocks that the coefficient of variation asks for."""
    return replace(settings, blocks=blocks, block_rows=None, block_columns=None, blocks_by_variation=False)


def solve_basis(
    scene: Scene,
    settings: LocalSettings,
    basis: LocalBasis,
    progress: Progress,
    held_out: Callable[[np.ndarray], np.ndarray] = held_in,
) -> LocalSolution:
    """Block maps from sums; blocks that are ``held_out`` are kept from the fit."""
    sums = basis.changed.without(basis.sums) if basis.changed else basis.sums
    blocks = block_statistics(sums, basis.blocks, basis.factor, scene.canvas, settings.block_valid_pixel_threshold)
    return solve_local(sums, blocks, settings, basis.cells, progress, held_out)


def local_quality(
    scene: Scene, settings: LocalSettings, basis: LocalBasis, seen: LocalBasis, after: Sums, progress: Progress
) -> Quality:
    """Figures before and after, and on whole blocks held out of the fit; ``seen`` is what was solved from."""
    quality = quality_of(basis.sums, after, group_count(network_of(basis.sums)))
    return quality._replace(held_out=unseen(scene, settings, seen, progress))


def unseen(scene: Scene, settings: LocalSettings, basis: LocalBasis, progress: Progress) -> float:
    """Normalised RMSE on whole blocks held out of the fit."""
    columns = basis.blocks.columns
    fold_of_row = fold_of(block_of(basis.sums.pairs.cell, basis.blocks, basis.factor), columns)

    def corrections(fold: int) -> list[list[Correction]]:
        def held_out(blocks: np.ndarray) -> np.ndarray:
            return fold_of(blocks, columns) == fold

        solution = solve_basis(scene, settings, basis, Muted(progress), held_out)
        return [[solution.correction(n, settings.alpha)] for n in range(len(scene.images))]

    found = held_out_agreement(basis.sums, basis.cells, fold_of_row, corrections, HELD_OUT, progress)
    return found.normalised_rmse


def check_local(settings: LocalSettings, output: OutputSettings | None = None) -> list[EvenlightError]:
    """Whether the numbers can be what they are for, and the output can hold the correction."""
    problems: list[EvenlightError] = []
    if output is not None and output.format is OutputFormat.VIRTUAL and settings.correction not in WITH_VIRTUAL_FORM:
        problems.append(VirtualOutputError(settings.correction.value))
    wholes = {"BLOCKS": settings.blocks, "BLOCK_ROWS": settings.block_rows, "BLOCK_COLUMNS": settings.block_columns}
    for name, value in wholes.items():
        if value is not None and value < 1:
            problems.append(OptionError(name, value, "1 or more"))
    shares = {"ALPHA": settings.alpha, "BLOCK_VALID_PIXEL_THRESHOLD": settings.block_valid_pixel_threshold}
    for name, share in shares.items():
        if not 0.0 <= share <= 1.0:
            problems.append(OptionError(name, share, "a number from 0 to 1"))
    if not settings.smoothness >= 0.0:
        problems.append(OptionError("SMOOTHNESS", settings.smoothness, "0 or more"))
    return problems
