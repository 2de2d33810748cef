"""One gain and offset per image and band from all overlaps, applied to the images."""

from __future__ import annotations

from collections.abc import Sequence

from ..balance.adjustment import GlobalSolution
from ..balance.adjustments_file import SavedImage
from ..balance.apply import clipped_share
from ..balance.corrections import GainOffset
from ..balance.network import Network
from ..errors import EvenlightError
from ..masks.polygons import PolygonMask
from ..progress import Progress, Silent, Stage
from ..raster.canvas import cell_grid
from ..raster.image import Image
from ..raster.transaction import Outputs
from ..settings import ExecutionSettings, GlobalSettings, OutputSettings, StatisticsSettings
from .global_step import check_factors, check_model_images, report_quality, solve_global_step
from .results import BalanceResult, common_stretch
from .saved import check_save, fresh_images, known_images, read_saved, save_solution
from .scene import Scene, prepare, report_clipping, sweep, targets, write_images

SWEPT, SOLVED = 0.35, 0.4
"""Shares of the run that end with the sweep and with the solution."""


def global_regression(
    paths: Sequence[str],
    output: OutputSettings,
    settings: GlobalSettings = GlobalSettings(),
    statistics: StatisticsSettings = StatisticsSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    mask: PolygonMask | None = None,
    save_adjustments: str | None = None,
    load_adjustments: str | None = None,
    progress: Progress = Silent(),
) -> BalanceResult:
    """Balance images by one gain and offset per image and band (methods `robust`, `least_squares`).

    ``paths``: two or more rasters of one number of bands, in any mix of grids.
    ``save_adjustments``, ``load_adjustments``: JSON files; statistics of images found in the
    latter are not computed again, and images found only there still shape the solution.

    Raises `Problems`, `NoCommonPixelsError`, `DamagedRasterError`, `SavedFileError`,
    `WriteError`, `ReplaceError` or `Cancelled`; earlier outputs are then untouched.
    """
    saved: list[SavedImage] = []

    def further(images: Sequence[Image]) -> list[EvenlightError]:
        problems = check_model_images(images, settings) + check_factors(settings)
        problems += check_save(save_adjustments, images)
        if load_adjustments is not None:
            problems += read_saved(load_adjustments, images, saved)
        return problems

    scene = prepare(paths, 2, statistics, mask, output, further, execution)
    known = known_images(scene, saved, progress)
    cells = cell_grid(scene.canvas, scene.images)
    sums = sweep(scene, cells, statistics, execution, Stage(progress, 0.0, SWEPT), fresh_images(scene, known))
    step = solve_global_step(scene, sums, cells, known, settings, progress)
    report_quality(step.quality, progress)
    progress.advance(SOLVED)

    files = targets(scene, output) + ([save_adjustments] if save_adjustments else [])
    with Outputs(files) as outputs:
        chains = [[GainOffset(gain, offset)] for gain, offset in zip(step.solution.gain, step.solution.offset)]
        method = f"global_regression {settings.method}"
        stage = Stage(progress, SOLVED, 1.0)
        applied = write_images(scene, chains, method, outputs, output, execution, stage)
        if save_adjustments:
            save_solution(outputs.part(save_adjustments), scene, known, step.stored, step.solution, settings)
        outputs.commit()
    report_clipping(scene, applied, progress)
    result = scene.in_input_order(targets(scene, output))
    return BalanceResult(result, _stretch(scene, step.stored, step.solution), step.quality, clipped_share(applied))


def _stretch(scene: Scene, stored: Network, solution: GlobalSolution) -> list[tuple[float, float]]:
    after = stored.adjusted(solution.gain, solution.offset)
    own = slice(0, len(scene.images))
    return common_stretch(after.count[own], after.mean[own], after.count[own] * after.std[own] ** 2)
