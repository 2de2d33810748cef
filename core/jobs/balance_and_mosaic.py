"""From images to one seamless mosaic in one run: no image in between is written.

Sums and their solution are those of `balance`; the mosaic then reads the images once more, corrects their pixels on the
way, blends, and rounds once.  Seams are looked for on means of cells, which are corrected instead of read again.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from ..align.methods import check_matching
from ..align.settings import JointSettings
from ..errors import EvenlightError, raise_all
from ..masks.polygons import PolygonMask
from ..mosaicking.settings import (
    BALANCED_MOSAIC,
    SEAMS_NAME,
    MosaicSettings,
    Overlap,
    SeamMethod,
    SeamSettings,
)
from ..mosaicking.survey import Survey, survey
from ..naming import check_files, check_space
from ..progress import Progress, Silent
from ..radiometry.apply import corrected
from ..radiometry.plausible import ClippedError
from ..radiometry.solution import Solution
from ..raster.creation import check_options, check_values_kept
from ..raster.dataset import numpy_type
from ..raster.image import Image
from ..raster.rescaled import common_values, finest_scales
from ..raster.target_grid import TargetGrid
from ..raster.transaction import Outputs
from ..raster.vector_file import check_vector_name
from ..raster.write import Written, tags_of
from ..raster.writing import output_type
from ..report.report_file import ReportFile
from ..run import Run
from ..settings import (
    ExecutionSettings,
    GlobalSettings,
    GridSettings,
    LocalSettings,
    OutputFormat,
    OutputSettings,
    OutputType,
    Resampling,
    Resolution,
    StatisticsSettings,
)
from ..thresholds import MOST_CLIPPED
from .balance import Joined, Solved, Steps, solve_images
from .coregister_jointly import aligned_images
from .delivery import expected_shares
from .mosaic import about, check_mosaic, figures_of, mosaicked, reach_of, shares_of, sought, write_mosaic
from .mosaic_tiles import Tiles, check_foreign, check_index, check_tiles, commit, tiles_of
from .pif_step import FilesBeside
from .public import public
from .reporting import Reporting
from .results import BalancedMosaicResult
from .seam_step import (
    Inputs,
    check_grid,
    check_seams,
    check_waiting,
    files_read,
    inputs_of,
    partition_of,
    warn_of_ranks,
    with_locks,
    with_one_scale,
)
from .seamlines import write_seams

ALIGNED, SOLVED, SURVEYED, FOUND, WRITTEN = 0.3, 0.35, 0.5, 0.6, 0.95
"""Shares of the run that end with the alignment, where there is one, then the solution, the look at the cells, the
seams, and the mosaic."""


class _Plan(NamedTuple):
    """What the mosaic shall be."""

    settings: MosaicSettings
    seams: SeamSettings
    grid: GridSettings
    align: bool
    ranks: Sequence[float] | None
    rank_table: str | None
    avoid: PolygonMask | None
    edited: PolygonMask | None
    target: str
    source_map: str | None
    seamlines: str | None
    output: OutputSettings

    @property
    def targets(self) -> list[str]:
        """All that is written about the mosaic, without tiles."""
        return [self.target, *filter(None, (self.source_map, self.seamlines))]

    def tiles(self, images: Sequence[Image]) -> Tiles:
        """Of the mosaic of these images, if there is a grid for them."""
        if not self.settings.tile_size or not images or check_grid(images, self.grid):
            return Tiles(self.target, {})
        return tiles_of(*TargetGrid.of(images, self.grid), self.target, self.settings.tile_size)

    def written(self, images: Sequence[Image]) -> list[str]:
        """All files that are written, or removed as tiles of an earlier mosaic."""
        return [*self.tiles(images).targets, *self.targets[1:]]

    def reads(self, images: Sequence[Image]) -> list[str]:
        """All that it is made from."""
        return files_read([image.path for image in images], self.edited, self.avoid, self.rank_table)


@public
def balance_and_mosaic(
    paths: Sequence[str],
    target: str,
    *,
    global_settings: GlobalSettings = GlobalSettings(),
    local_settings: LocalSettings = LocalSettings(),
    statistics: StatisticsSettings = StatisticsSettings(),
    settings: MosaicSettings = BALANCED_MOSAIC,
    seams: SeamSettings = SeamSettings(),
    grid: GridSettings = GridSettings(),
    align: bool = False,
    mask: PolygonMask | None = None,
    ranks: Sequence[float] | None = None,
    rank_table: str | None = None,
    avoid: PolygonMask | None = None,
    edited: PolygonMask | None = None,
    locked_field: str | None = None,
    save_adjustments: str | None = None,
    load_adjustments: str | None = None,
    save_inz: str | None = None,
    source_map: str | None = None,
    save_seamlines: str | None = None,
    format: OutputFormat = OutputFormat.GEOTIFF,
    dtype: OutputType = OutputType.SAME,
    creation_options: str = "",
    overviews: bool = False,
    execution: ExecutionSettings = ExecutionSettings(),
    report: ReportFile | None = None,
    progress: Progress = Silent(),
) -> BalancedMosaicResult:
    """Balance images and join them into one raster: `balance` and `mosaic` without images in between, rounded once.

    What is not said here is said there.  ``settings``: its default blend is `multiband`.  ``align``: first find the
    shifts of `coregister_jointly`; statistics and the mosaic are of the images where these put them, resampled once.
    ``mask``: polygons that limit where statistics are taken.  ``save_seamlines``: a GeoPackage or GeoJSON file of the
    seams, as `seamlines` writes it.  ``dtype``: of the mosaic; `same` holds the values of all images.
    ``report``: a file about the run, see `balance`.  Raises as `balance` and `mosaic`; earlier outputs then stay.
    """
    folder = os.path.dirname(os.path.abspath(target))
    output = OutputSettings(folder, None, format, dtype, creation_options, overviews)
    problems: list[EvenlightError] = []
    edited = with_locks(edited, locked_field, problems)
    own = sought(seams, edited, settings.overlap)
    polygons, files = (avoid, edited), (target, source_map, save_seamlines)
    plan = _Plan(settings, own, grid, align, ranks, rank_table, *polygons, *files, output)
    steps = Steps(global_settings, local_settings, statistics)
    beside = FilesBeside(save_adjustments, load_adjustments, save_inz, report=report)
    run = Run(execution, progress)
    solved = _solved(paths, plan, steps, mask, beside, problems, run)
    warn_of_ranks(plan.seams, ranks, run)
    chosen = global_settings, local_settings, statistics, settings, own, grid, output
    reporting = Reporting(report, "balance_and_mosaic", chosen, progress, (BALANCED_MOSAIC,))
    reporting.of_solution(solved.solution, solved.quality)
    return _joined(solved, plan, mask is not None, run, reporting)


def _solved(
    paths: Sequence[str],
    plan: _Plan,
    steps: Steps,
    mask: PolygonMask | None,
    files: FilesBeside,
    problems: Sequence[EvenlightError],
    run: Run,
) -> Solved:
    """The images where they lie, and their corrections, if nothing is wrong with them or with their mosaic.

    ``problems``: what is known to be wrong.
    """
    of_seams = {"SOURCE_MAP": plan.source_map, "SAVE_SEAMLINES": plan.seamlines}
    of_seams.update({"SEAMLINES": plan.edited, "AVOID": plan.avoid})
    found = check_mosaic(plan.settings, plan.output, of_seams) + check_seams(plan.seams, plan.ranks, len(paths))
    found += check_vector_name(plan.seamlines, "seams", SEAMS_NAME) if plan.seamlines else []
    found += check_index(plan.target, plan.settings.tile_size)
    joined = Joined(
        [*problems, *found],
        partial(_check, plan=plan),
        plan.reads(()),
        plan.written,
        partial(aligned_images, settings=JointSettings(), run=run.stage(0.0, ALIGNED)) if plan.align else tuple,
        partial(mosaic_type, wanted=plan.output.dtype),
    )
    solving = run.stage(ALIGNED if plan.align else 0.0, SOLVED)
    return solve_images(paths, plan.output, steps, mask, solving, files, joined)


def join_solved(
    solved: Solved,
    target: str,
    settings: MosaicSettings,
    seams: SeamSettings,
    output: OutputSettings,
    ranks: Sequence[float] | None,
    reads: Sequence[str],
    masked: bool,
    run: Run,
    reporting: Reporting = Reporting(),
) -> BalancedMosaicResult:
    """Write the mosaic of images that are solved already, on the grid of the finest, as `balance_and_mosaic` does.

    ``ranks``: of the images in the order of the inputs; ``reads``: what else the run reads; ``masked``: whether
    statistics are of a part of the ground only.  Raises as `mosaic`; an earlier mosaic then stays.
    """
    scene = solved.solution.scene
    images = scene.in_input_order(scene.everything)
    own, grid = sought(seams, None, settings.overlap), GridSettings()
    plan = _Plan(settings, own, grid, False, ranks, None, None, None, target, None, None, output)
    problems = check_mosaic(settings, output, {}) + check_seams(own, ranks, len(images))
    problems += check_index(target, settings.tile_size) + check_files([*plan.written(images), *reporting.files], reads)
    raise_all(problems or _check(images, plan))
    return _joined(solved, plan, masked, run, reporting)


def draw_seams(
    solution: Solution,
    target: str,
    settings: MosaicSettings,
    seams: SeamSettings,
    ranks: Sequence[float] | None,
    pixel_size: float | None,
    run: Run,
) -> None:
    """Write polygons of the seams that the mosaic of solved images would have, to a GeoPackage.

    ``pixel_size``: map units of the pixels on which they are looked for, None for those of the mosaic.
    """
    scene = solution.scene
    images = scene.in_input_order(scene.everything)
    coarse = GridSettings(Resolution.GIVEN, pixel_size, resampling=Resampling.NEAREST)
    grid, own = GridSettings() if pixel_size is None else coarse, sought(seams, None, settings.overlap)
    raise_all(check_seams(own, ranks, len(images)) or check_grid(images, grid))
    folder = os.path.dirname(os.path.abspath(target))
    raw = inputs_of(images, ranks, grid, run)
    inputs = _corrected(raw, solution, OutputSettings(folder, dtype=solution.dtype), run)
    with Outputs([target], inputs.images) as outputs:
        seen = _seen(raw, inputs, own, folder, run.stage(0.0, 0.6))
        partition = partition_of(inputs, own, None, None, reach_of(settings), folder, run.stage(0.6, 0.8), seen)
        write_seams(inputs, partition, outputs.part(target), run.here().stage(0.8, 1.0))
        outputs.commit(run.progress)


def _joined(
    solved: Solved, plan: _Plan, masked: bool, run: Run, reporting: Reporting = Reporting()
) -> BalancedMosaicResult:
    """Write the mosaic; ``masked``: whether statistics are of a part of the ground only."""
    solution, scene = solved.solution, solved.solution.scene
    output, settings = replace(plan.output, dtype=solution.dtype), plan.settings
    expected_shares(scene, output, solution.expected, run.progress)
    images = scene.in_input_order(scene.everything)
    # an alignment may have moved one out of a given extent
    raise_all(check_grid(images, plan.grid))
    raw = inputs_of(images, plan.ranks, plan.grid, run)
    inputs = _corrected(raw, solution, output, run)
    tiles = tiles_of(inputs.layout.grid, inputs.layout.windows, plan.target, settings.tile_size)
    # an alignment may have moved the grid
    further = [*solved.writers, *reporting.files]
    raise_all(check_tiles(tiles, [*plan.targets[1:], *further], plan.reads(images)))
    tags = {"EVENLIGHT_BALANCE": solution.method, "EVENLIGHT_MOSAIC": about(settings, len(images))}
    with Outputs([*plan.targets, *tiles.files, *further], inputs.images) as outputs:
        partition, start = None, SOLVED
        if settings.overlap is Overlap.SEAMLINES:
            seen = _seen(raw, inputs, plan.seams, output.folder, run.stage(SOLVED, SURVEYED))
            options = plan.avoid, reach_of(settings), output.folder, run.stage(SURVEYED, FOUND), seen
            partition, start = partition_of(inputs, plan.seams, plan.edited, *options), FOUND
        source = mosaicked(inputs, partition, settings, run)
        writing, tags = run.stage(start, WRITTEN), tags_of("balance_and_mosaic", **tags)
        targets = tiles, plan.source_map
        written = write_mosaic(source, inputs, partition, targets, outputs, output, tags, writing)
        # under a mask the statistics are about what matters, and the rest may be clipped
        raise_all([] if masked else _too_much(written, source.image, output, plan.target))
        if plan.seamlines and partition is not None:
            write_seams(inputs, partition, outputs.part(plan.seamlines), run.here().stage(WRITTEN, 1.0))
        for path, write in solved.writers.items():
            write(outputs.part(path))
        figures = figures_of(plan.target, written, source, inputs, partition, run)
        beside = inputs, partition, plan.seams
        reporting.write_mosaic(outputs, plan.targets, figures, shares_of(written), beside, run)
        commit(outputs, tiles, run.progress)
    run.progress.advance(1.0)
    return BalancedMosaicResult(plan.target, plan.source_map, plan.seamlines, solved.quality, *figures)


def _check(images: Sequence[Image], plan: _Plan) -> list[EvenlightError]:
    """What is wrong with the mosaic of these images."""
    problems, waiting = check_grid(images, plan.grid), []
    if images and not problems:
        at = TargetGrid.of(images, plan.grid)
        waiting = check_waiting(at, len(images[0].bands), plan.seams, plan.output.folder)
    problems += check_foreign(plan.tiles(images))
    problems += check_matching(JointSettings().match, images) if plan.align else []
    if check_options(plan.output):
        # of options that are none nothing more can be said
        return problems
    return problems + (check_values_kept(images, plan.output) or check_space(images, plan.output) or waiting)


def mosaic_type(images: Sequence[Image], wanted: OutputType) -> OutputType:
    """The mosaic's data type by name: where images have several, or other scale tags, it holds the values of all."""
    kind, _ = common_values(images, finest_scales(images))
    other = wanted is OutputType.SAME and any(image.gdal_type != kind for image in images)
    name = gdal.GetDataTypeName(kind)
    return OutputType(name) if other and name in OutputType.words() else wanted


def _corrected(inputs: Inputs, solution: Solution, output: OutputSettings, run: Run) -> Inputs:
    """The same images through their corrections."""
    scene = solution.scene
    chains = {image.path: chain for image, chain in zip(scene.images, solution.corrections())}
    at = scene.canvas, output_type(inputs.images[0], output.dtype), run.execution.calculation
    members = [
        member._replace(source=corrected(member.source, chains.get(image.path, ()), *at))
        for image, member in zip(inputs.images, inputs.layout.members)
    ]
    return inputs._replace(layout=with_one_scale(inputs.layout._replace(members=tuple(members)), run))


def _seen(raw: Inputs, inputs: Inputs, seams: SeamSettings, folder: str, run: Run) -> Survey:
    """What the corrected images show of the cells, from a look at them as they are."""
    seen = survey(raw.layout, seams.reduction, seams.method is SeamMethod.LEAST_VISIBLE, folder, run)
    return seen.through(inputs.layout, run.stop_if_cancelled)


def _too_much(written: Written, image: Image, output: OutputSettings, target: str) -> list[EvenlightError]:
    """Whether too much of the mosaic was clipped for it to be of use."""
    shares = written.clipped / np.maximum(written.valid, 1)
    worst = [(os.path.basename(target), int(band) + 1, shares[band]) for band in np.flatnonzero(shares > MOST_CLIPPED)]
    return [ClippedError(worst, numpy_type(output_type(image, output.dtype)).name, True)] if worst else []
