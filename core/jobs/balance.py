"""Global regression and local block adjustment in one pass: one read for statistics, one to apply.

A mean commutes with gain and offset, so the sums of the corrected images follow from those
of the images as they are; only the pixels themselves are read a second time.  A preview is the same run with another
format, and a job of one step the same with the settings of that step alone.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from ..errors import EvenlightError
from ..execution import trim_memory
from ..masks.polygons import PolygonMask
from ..messages import Message, counted, joined
from ..naming import unless_saved
from ..progress import Progress, Silent
from ..radiometry.adjustments_file import SavedImage
from ..radiometry.adjustments_writer import save_solution
from ..radiometry.metrics import Quality
from ..radiometry.saved import known_images, linked_images, read_saved, warn_of_other_pixels
from ..radiometry.session import Session
from ..radiometry.solution import Solution
from ..raster.image import Image
from ..report.files import check_report
from ..report.report_file import ReportFile
from ..run import Run
from ..settings import (
    BALANCED_NAME,
    ExecutionSettings,
    GlobalSettings,
    LocalSettings,
    OutputFormat,
    OutputSettings,
    OutputType,
    StatisticsSettings,
)
from .closing import conclude_solution
from .delivery import deliver
from .pif_step import FilesBeside, inz_writers
from .public import public
from .reporting import Reporting
from .results import BalanceResult, report_hidden_light, report_strangers, stretch_of
from .scene import prepare
from .step_checks import check_features, check_global, check_local
from .unused import warn_of_unused
from .verbose import network_table

SOLVED = 0.4
"""Share of the run that ends with the solution and its figures."""


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
    report: ReportFile | None = None,
    progress: Progress = Silent(),
) -> BalanceResult:
    """Balance images globally, then block by block, and round once.

    Images that are only in ``load_adjustments`` still shape the global solution; those of this
    run are read all the same, because blocks need more than the file holds.  ``report``: a file about what was
    measured, whose ending says as what: .html, .json or .csv (`docs/report.md`).

    Raises as `global_regression` and `local_block_adjustment`; earlier outputs are then untouched.
    """
    beside = save_adjustments, load_adjustments, save_inz
    run, files = Run(execution, progress), FilesBeside(*beside, report=report)
    output = output.named(BALANCED_NAME)
    return balance_images(paths, output, global_settings, local_settings, statistics, mask, run, files)


@public
@functools.wraps(balance.__wrapped__, assigned=())
def preview_balance(paths: Sequence[str], output: OutputSettings, **options: Any) -> BalanceResult:
    """`balance` with virtual results, for the corrections `linear` and `additive`.

    Virtual results read the images whenever they are looked at: these must stay where they are.
    Raises as `balance`.
    """
    return balance(paths, replace(output, format=OutputFormat.VIRTUAL), **options)


def balance_images(
    paths: Sequence[str],
    output: OutputSettings,
    of_global: GlobalSettings | None,
    of_local: LocalSettings | None,
    statistics: StatisticsSettings,
    mask: PolygonMask | None,
    run: Run,
    files: FilesBeside = FilesBeside(),
) -> BalanceResult:
    """The steps whose settings are given, one after the other, rounded once."""
    settings = Steps(of_global, of_local, statistics)
    solution, quality, writers = solve_images(paths, output, settings, mask, run.stage(0.0, SOLVED), files)
    corrections, last = solution.corrections(), run.stage(SOLVED, 1.0)
    tool, chosen = solution.method.partition(" ")[0], (of_global, of_local, statistics, output)
    report = Reporting(files.report, tool, chosen, run.progress).of_solution(solution, quality)
    found = solution.scene, corrections, solution.method, output, last, solution.expected
    delivered = deliver(*found, writers, report)
    return BalanceResult(delivered.outputs, stretch_of(solution.levels[1]), quality, delivered.clipped)


def with_held_out(solution: Solution) -> Quality:
    """A solution's figures, and those on ground that is left out of it."""
    quality = solution.quality
    trim_memory()
    left_out = solution.left_out()
    return quality._replace(held_out=left_out.unseen, held_in=left_out.seen)


class Steps(NamedTuple):
    """How images are balanced."""

    of_global: GlobalSettings | None
    of_local: LocalSettings | None
    statistics: StatisticsSettings


class Solved(NamedTuple):
    """All that is known of balanced images before a pixel is written."""

    solution: Solution
    quality: Quality
    writers: dict[str, Callable[[str], None]]
    """Files of the run beside its images, each with what writes it to the path it is given."""


class Joined(NamedTuple):
    """What images need that become one raster, instead of files of their own."""

    problems: Sequence[EvenlightError]
    """Known before an image is opened."""
    check: Callable[[Sequence[Image]], list[EvenlightError]]
    reads: Sequence[str]
    writes: Callable[[Sequence[Image]], Sequence[str]]
    placed: Callable[[Sequence[Image]], Sequence[Image]]
    """The images where they truly lie."""
    output_type: Callable[[Sequence[Image]], OutputType]


def solve_images(
    paths: Sequence[str],
    output: OutputSettings,
    steps: Steps,
    mask: PolygonMask | None,
    run: Run,
    files: FilesBeside,
    joined: Joined | None = None,
) -> Solved:
    """Check all that can be checked, read the images once, and find their corrections.

    ``joined``: where they are not written by themselves.  Raises as `balance`.
    """
    saved: list[SavedImage] = []
    of_global, of_local, statistics = steps

    def further(images: Sequence[Image]) -> list[EvenlightError]:
        problems = check_global(images, of_global) if of_global else []
        problems += check_local(of_local, output) + files.maps.check() if of_local else []
        problems += check_features(of_global.pif, images, files.inz_folder) if of_global else []
        problems += check_report(files.report)
        if files.load is not None:
            problems += read_saved(files.load, images, saved)
        return problems + (joined.check(images) if joined else [])

    def written(images: Sequence[Image]) -> list[str]:
        return [*files.written(images), *(joined.writes(images) if joined else ())]

    reads = [*unless_saved(files.load, files.save), *(of_global.model_images if of_global else ())]
    linked, options = partial(linked_images, saved), {}
    if joined:
        reads, options = [*reads, *joined.reads], {"problems": joined.problems, "placed": joined.placed}
    each = None if joined else output
    scene = prepare(paths, 2, statistics, mask, each, further, run, reads, written, linked, **options)
    if joined:
        folders = dict.fromkeys(os.path.dirname(os.path.abspath(file)) for file in joined.writes(()))
        run.check_cluster([], list(folders))
    progress = run.progress
    known = known_images(scene, saved, progress)
    warn_of_unused(of_global, of_local, progress)
    if of_global:
        warn_of_other_pixels(files.load, saved, of_global, progress)
    dtype = joined.output_type(scene.everything) if joined else output.dtype
    session = Session(scene, of_global, of_local, run, statistics=statistics, dtype=dtype, known=known)
    progress.inform(Message("Reading {images} for statistics.", images=counted(len(scene.images), "image")))
    reading = session.read()
    progress.inform(Message("Solving for {sought}.", sought=_sought(steps)))
    solution = session.solve()
    quality = with_held_out(solution)
    _tell(solution, quality, steps, run)
    writers = inz_writers(scene, reading.features, files.inz_folder, progress)
    if files.save:
        writers[files.save] = partial(save_solution, solution=solution, progress=progress)
    if any(files.maps):
        writers.update(files.maps.writers(solution, progress))
    # writing has a budget of its own; a report looks at all sums once more
    if files.report is None:
        solution.let_go()
    trim_memory()
    return Solved(solution, quality, writers)


def _tell(solution: Solution, quality: Quality, steps: Steps, run: Run) -> None:
    """What was found."""
    if run.execution.verbose:
        run.progress.inform(network_table(solution))
    if steps.of_global:
        report_strangers(solution, run.progress)
        report_hidden_light(solution, steps.statistics.common_light, run.progress)
    conclude_solution(solution, quality, run.progress)
    run.progress.advance(1.0)


def _sought(steps: Steps) -> str:
    words = [Message("gains and offsets")] * bool(steps.of_global) + [Message("block maps")] * bool(steps.of_local)
    return joined(Message(", then "), words)
