"""Computes and writes block maps; no image is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from ..errors import EvenlightError, path_text
from ..masks.polygons import PolygonMask
from ..messages import Message, counted
from ..progress import Progress, Silent
from ..radiometry.session import Session
from ..raster.image import Image
from ..raster.transaction import Outputs
from ..report.files import check_report
from ..report.report_file import ReportFile
from ..run import Run
from ..settings import ExecutionSettings, LocalSettings, StatisticsSettings
from ..statistics.scene import Scene
from .closing import conclude_files
from .given_maps import NO_MAPS, MapTargets, read_given, solve_by_maps
from .public import public
from .reporting import Reporting, files_of
from .results import BlockMapsResult
from .scene import prepare
from .step_checks import check_local
from .unused import OF_LOCAL, OF_MAPS, unused

EXTENDED = Message("Maps were computed on the blocks of an earlier run; how well the images agree was not looked at.")
WITH_MAPS = Message("With these maps applied: ")

MOST_BLOCKS = 5_000_000
"""Of a map: what ten thousand images have, but not the emptiness between two countries."""


@public
def save_block_maps(
    paths: Sequence[str],
    reference_map: str,
    local_folder: str,
    *,
    settings: LocalSettings = LocalSettings(),
    load_reference_map: str | None = None,
    load_local_maps: Sequence[str] = (),
    statistics: StatisticsSettings = StatisticsSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    mask: PolygonMask | None = None,
    report: ReportFile | None = None,
    progress: Progress = Silent(),
) -> BlockMapsResult:
    """Write the reference map to a file and the images' local maps to a folder.

    Local maps are called ``<image>_LocalBlockMap.tif``.  ``load_reference_map``, ``load_local_maps``: maps of an
    earlier run to extend, on whose blocks the maps of further images are computed; they are written too, as they
    are, and a reference that is not given is the mean of all.
    ``report``: a file about the run, see `balance`.  Raises as `local_block_adjustment`.
    """
    run, targets = Run(execution, progress), MapTargets(reference_map, local_folder)
    extends = load_reference_map is not None or len(load_local_maps) > 0
    given, problems = read_given(load_reference_map, load_local_maps, progress) if extends else (NO_MAPS, [])

    def further(images: Sequence[Image]) -> list[EvenlightError]:
        return check_local(settings) + targets.check() + check_report(report)

    def files(images: Sequence[Image]) -> list[str]:
        return targets.files(images, given) + files_of(report)(images)

    reads = targets.reads([load_reference_map, *load_local_maps])
    fewest = 1 if extends else 2
    scene = prepare(paths, fewest, statistics, mask, None, further, run, reads, files, problems=problems)
    for text in unused(settings, OF_MAPS if extends else OF_LOCAL):
        progress.warn(text)
    reporting = Reporting(report, "save_block_maps", (settings, statistics), progress)
    if extends:
        found = solve_by_maps(scene, given, settings, statistics, run)
        scene, writers = found.scene, found.writers(targets, progress)
        reporting.of_images(scene.images, scene.canvas, [{} for _ in scene.images], EXTENDED)
    else:
        writers = _computed(scene, targets, settings, statistics, run, reporting)
    progress.advance(1.0)
    with Outputs([*writers, *reporting.files], scene.everything) as outputs:
        for path, write in writers.items():
            write(outputs.part(path))
        reporting.write(outputs, list(writers))
        outputs.commit(progress)
    reference = os.path.abspath(reference_map)
    state = Message("was written to") if reference in writers else Message("stays as it is:")
    run.conclude(Message("The reference map {state} {reference}.", state=state, reference=path_text(reference)))
    local = targets.local(scene.everything)
    conclude_files(local, counted(len(local), "local map"), progress)
    return BlockMapsResult(reference, scene.in_input_order(local))


def _computed(
    scene: Scene,
    targets: MapTargets,
    settings: LocalSettings,
    statistics: StatisticsSettings,
    run: Run,
    reporting: Reporting,
) -> dict[str, Callable[[str], None]]:
    """Maps of these images alone, by file."""
    session = Session(scene, None, settings, run, statistics=statistics, most_blocks=MOST_BLOCKS)
    session.read()
    solution = session.solve()
    reporting.of_solution(solution, solution.quality, WITH_MAPS)
    return targets.writers(solution, run.progress)
