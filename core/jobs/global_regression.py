"""One gain and offset per image and band from all overlaps, applied to the images."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ..errors import EvenlightError
from ..masks.polygons import PolygonMask
from ..naming import unless_saved
from ..progress import Progress, Silent
from ..radiometry.adjustment import GlobalSolution
from ..radiometry.adjustments_file import SavedImage
from ..radiometry.corrections import GainOffset
from ..radiometry.network import Network
from ..raster.image import Image
from ..run import Run
from ..settings import (
    GLOBAL_NAME,
    ExecutionSettings,
    GlobalSettings,
    OutputSettings,
    PifMethod,
    StatisticsSettings,
)
from ..statistics.blocks import cell_grid
from ..statistics.sums import Sums
from .delivery import Expected, deliver, expected_of_nodes
from .global_step import (
    GlobalStep,
    check_factors,
    check_model_images,
    leaves_change_out,
    report_quality,
    solve_global_step,
)
from .ground_step import look_at_ground
from .pif_step import check_features, files_beside, find_features, inz_writers
from .public import public
from .results import BalanceResult, common_stretch
from .saved import (
    fresh_images,
    known_images,
    linked_images,
    read_saved,
    solution_writer,
    warn_of_other_pixels,
)
from .scene import Scene, prepare, sweep

SWEPT, SOLVED = 0.35, 0.4
"""Shares of the run that end with the sweep, in whose second half features are looked for, and with the solution."""


@public
def global_regression(
    paths: Sequence[str],
    output: OutputSettings,
    *,
    settings: GlobalSettings = GlobalSettings(),
    statistics: StatisticsSettings = StatisticsSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    mask: PolygonMask | None = None,
    save_adjustments: str | None = None,
    load_adjustments: str | None = None,
    save_inz: str | None = None,
    progress: Progress = Silent(),
) -> BalanceResult:
    """Balance images by one gain and offset per image and band (methods `robust`, `least_squares`).

    ``paths``: two or more rasters of one number of bands, in any mix of grids.
    ``save_adjustments``, ``load_adjustments``: JSON files; statistics of images found in the
    latter are not computed again, and images found only there still shape the solution.
    ``save_inz``: a folder for the scores of `PifMethod.FLOOD_FROM_MATCH_POINTS`, a raster per pair.

    Raises `Problems`, `NoCommonPixelsError`, `DamagedRasterError`, `SavedFileError`, `MissingLibraryError`,
    `WriteError`, `ReplaceError` or `Cancelled`; earlier outputs are then untouched.
    """
    saved: list[SavedImage] = []

    def further(images: Sequence[Image]) -> list[EvenlightError]:
        problems = check_model_images(images, settings) + check_factors(settings)
        problems += check_features(settings.pif, images, save_inz)
        if load_adjustments is not None:
            problems += read_saved(load_adjustments, images, saved)
        return problems

    output = output.named(GLOBAL_NAME)
    loaded = [*unless_saved(load_adjustments, save_adjustments), *settings.model_images]
    beside = partial(files_beside, adjustments=save_adjustments, inz_folder=save_inz)
    linked = partial(linked_images, saved)
    run = Run(execution, progress)
    scene = prepare(paths, 2, statistics, mask, output, further, run, loaded, beside, linked)
    known = known_images(scene, saved, progress)
    cells = cell_grid(scene.canvas, scene.images)
    warn_of_other_pixels(load_adjustments, saved, settings, progress)
    swept = SWEPT if settings.pif.method is PifMethod.ENTIRE else SWEPT / 2
    sums = sweep(scene, cells, statistics, run.stage(0.0, swept), fresh_images(scene, known))
    counted, found = find_features(scene, sums, cells, settings.pif, run.stage(swept, SWEPT))
    what = statistics.common_light, leaves_change_out(settings), False
    ground = look_at_ground(scene, sums.adjusted(*scene.units()), cells, *what, progress, known)
    step = solve_global_step(scene, sums, counted, ground, cells, known, settings, output, progress)
    report_quality(step.quality, progress)
    progress.advance(SOLVED)

    chains = [[GainOffset(gain, offset)] for gain, offset in zip(step.solution.gain, step.solution.offset)]
    solved = step.stored, step.levelled, step.seen, step.solution, settings, ground.fields, False
    further = inz_writers(scene, found, save_inz, progress)
    further.update(solution_writer(save_adjustments, scene, known, *solved, progress))
    expected = _expected(scene, sums, step, bool(known.entries))
    chains = chains[: len(scene.images)]
    method = f"global_regression {settings.method}"
    delivered = deliver(scene, chains, method, output, run.stage(SOLVED, 1.0), expected, further)
    stretch = _stretch(scene, step.seen, step.solution)
    return BalanceResult(delivered.outputs, stretch, step.quality, delivered.clipped)


def _expected(scene: Scene, sums: Sums, step: GlobalStep, some_saved: bool) -> Expected:
    """What the results will be like; images whose statistics are saved have no cells."""
    gain, offset = step.solution.gain, step.solution.offset
    if not some_saved:
        return Expected(gain, sums.cells, sums.adjusted(gain, offset).cells)
    nodes = step.seen.count, step.seen.mean, step.seen.std
    return expected_of_nodes(nodes, gain, offset, len(scene.images))


def _stretch(scene: Scene, seen: Network, solution: GlobalSolution) -> list[tuple[float, float]]:
    after = seen.adjusted(solution.gain, solution.offset)
    own = slice(0, len(scene.images))
    return common_stretch(after.count[own], after.mean[own], after.count[own] * after.std[own] ** 2)
