"""Global regression and local block adjustment in one pass: one read for statistics, one to apply.

A mean commutes with gain and offset, so the sums of the corrected images follow from those
of the images as they are; only the pixels themselves are read a second time.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ..errors import EvenlightError
from ..masks.polygons import PolygonMask
from ..naming import unless_saved
from ..progress import Progress, Silent, Stage
from ..quality.metrics import Quality
from ..radiometry.adjustments_file import SavedImage
from ..radiometry.corrected_sums import corrected_sums
from ..radiometry.corrections import Correction, GainOffset
from ..raster.image import Image
from ..settings import (
    BALANCED_NAME,
    ExecutionSettings,
    GlobalSettings,
    LocalSettings,
    OutputSettings,
    PifMethod,
    StatisticsSettings,
)
from ..statistics.sums import Sums
from .delivery import deliver, expected_of, written
from .global_step import GlobalStep, check_factors, check_model_images, report_quality, solve_global_step
from .ground_step import Ground, look_at_ground
from .local_block_adjustment import LocalBasis, check_local, local_basis, local_quality, solve_basis
from .pif_step import check_features, files_beside, find_features, inz_writers
from .public import public
from .results import BalanceResult, stretch_of
from .saved import Saved, known_images, linked_images, read_saved, solution_writer, warn_of_other_pixels
from .scene import Scene, on_stored, prepare

SWEPT, SOLVED = 0.3, 0.4
"""Shares of the run that end with the sweep, in whose second half features are looked for, and with the solutions."""


@public
def balance(
    paths: Sequence[str],
    output: OutputSettings,
    *,
    global_settings: GlobalSettings = GlobalSettings(),
    local_settings: LocalSettings = LocalSettings(),
    statistics: StatisticsSettings = StatisticsSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    mask: PolygonMask | None = None,
    save_adjustments: str | None = None,
    load_adjustments: str | None = None,
    save_inz: str | None = None,
    progress: Progress = Silent(),
) -> BalanceResult:
    """Balance images globally, then block by block, and round once.

    Images that are only in ``load_adjustments`` still shape the global solution; those of this
    run are read all the same, because blocks need more than the file holds.

    Raises as `global_regression` and `local_block_adjustment`; earlier outputs are then untouched.
    """
    saved: list[SavedImage] = []

    def further(images: Sequence[Image]) -> list[EvenlightError]:
        problems = check_model_images(images, global_settings) + check_factors(global_settings)
        problems += check_local(local_settings, output)
        problems += check_features(global_settings.pif, images, save_inz)
        if load_adjustments is not None:
            problems += read_saved(load_adjustments, images, saved)
        return problems

    output = output.named(BALANCED_NAME)
    loaded = [*unless_saved(load_adjustments, save_adjustments), *global_settings.model_images]
    beside = partial(files_beside, adjustments=save_adjustments, inz_folder=save_inz)
    linked = partial(linked_images, saved)
    scene = prepare(paths, 2, statistics, mask, output, further, progress, loaded, execution, beside, linked)
    known = known_images(scene, saved, progress)._replace(read_again=True)
    warn_of_other_pixels(load_adjustments, saved, global_settings, progress)
    swept = SWEPT if global_settings.pif.method is PifMethod.ENTIRE else SWEPT / 2
    basis = local_basis(scene, local_settings, statistics, execution, Stage(progress, 0.0, swept), progress)
    stage = Stage(progress, swept, SWEPT)
    sums = on_stored(basis.sums, scene)
    counted, found = find_features(scene, sums, basis.cells, global_settings.pif, execution, stage)
    ground = look_at_ground(scene, basis.sums, basis.cells, statistics.common_light, True, True, progress, known)
    progress.advance(SWEPT)
    step, chains, quality = solve_both(
        scene, basis, ground, sums, counted, known, global_settings, local_settings, output, progress
    )
    report_quality(quality, progress)
    progress.advance(SOLVED)

    after = on_stored(corrected_sums(basis.sums, chains, basis.cells, progress), scene)
    expected = expected_of(sums, after)
    solved = step.stored, step.levelled, step.seen, step.solution, global_settings, ground.fields, True
    further = inz_writers(scene, found, save_inz, progress)
    further.update(solution_writer(save_adjustments, scene, known, *solved, progress))
    stored = [scene.on_stored(index, chain) for index, chain in enumerate(chains)]
    method = f"balance {global_settings.method} {local_settings.reference} {local_settings.correction}"
    delivered = deliver(scene, stored, method, output, execution, Stage(progress, SOLVED, 1.0), expected, further)
    return BalanceResult(delivered.outputs, stretch_of(after.whole()), quality, delivered.clipped)


def solve_both(
    scene: Scene,
    basis: LocalBasis,
    ground: Ground,
    sums: Sums,
    counted: Sums,
    known: Saved,
    global_settings: GlobalSettings,
    local_settings: LocalSettings,
    output: OutputSettings,
    progress: Progress,
) -> tuple[GlobalStep, list[list[Correction]], Quality]:
    """The global step, every image's whole chain of corrections in common units, and the figures.

    ``sums`` are those of the basis for stored values, ``counted`` the same with the pixels that the global
    step is solved from.
    """
    step = solve_global_step(scene, sums, counted, ground, basis.cells, known, global_settings, output, progress)
    own = slice(0, len(scene.images))
    gain, offset = step.common.gain[own], step.common.offset[own]
    levelled = basis.seen(ground, gain, offset)
    local = solve_basis(scene, local_settings, levelled, progress)
    chains: list[list[Correction]] = [
        [*light, GainOffset(gain[n], offset[n]), local.correction(n, local_settings.alpha)]
        for n, light in enumerate(ground.fields)
    ]
    after = corrected_sums(basis.sums, chains, basis.cells, progress)
    results = written(scene, output, basis.sums, after)
    quality = local_quality(scene, local_settings, levelled, levelled, results, progress)
    before = step.quality
    contrast = before.contrast_kept * quality.contrast_kept
    return (
        step,
        chains,
        quality._replace(
            rmse_before=before.rmse_before,
            normalised_before=before.normalised_before,
            bias_before=before.bias_before,
            contrast_kept=contrast,
            rejected=before.rejected,
        ),
    )
