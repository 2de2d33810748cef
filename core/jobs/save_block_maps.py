"""Computes and writes block maps; no image is written."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from ..errors import EvenlightError, path_text
from ..masks.polygons import PolygonMask
from ..progress import Progress, Silent
from ..radiometry.session import Session
from ..raster.image import Image
from ..raster.transaction import Outputs
from ..run import Run
from ..settings import ExecutionSettings, LocalSettings, StatisticsSettings
from ..statistics.scene import Scene
from .closing import conclude_files
from .given_maps import NO_MAPS, MapTargets, read_given, solve_by_maps
from .public import public
from .results import BlockMapsResult
from .scene import prepare
from .step_checks import check_local
from .unused import OF_LOCAL, OF_MAPS, unused

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
    progress: Progress = Silent(),
) -> BlockMapsResult:
    """Write the reference map to a file and the images' local maps to a folder.

    Local maps are called ``<image>_LocalBlockMap.tif``.  ``load_reference_map``, ``load_local_maps``: maps of an
    earlier run to extend, on whose blocks the maps of further images are computed; they are written too, as they
    are, and a reference that is not given is the mean of all.  Raises as `local_block_adjustment`.
    """
    run, targets = Run(execution, progress), MapTargets(reference_map, local_folder)
    extends = load_reference_map is not None or len(load_local_maps) > 0
    given, problems = read_given(load_reference_map, load_local_maps, progress) if extends else (NO_MAPS, [])

    def further(images: Sequence[Image]) -> list[EvenlightError]:
        return check_local(settings) + targets.check()

    def files(images: Sequence[Image]) -> list[str]:
        return targets.files(images, given)

    reads = targets.reads([load_reference_map, *load_local_maps])
    fewest = 1 if extends else 2
    scene = prepare(paths, fewest, statistics, mask, None, further, run, reads, files, problems=problems)
    for text in unused(settings, OF_MAPS if extends else OF_LOCAL):
        progress.warn(text)
    if extends:
        found = solve_by_maps(scene, given, settings, statistics, run)
        scene, writers = found.scene, found.writers(targets, progress)
    else:
        writers = _computed(scene, targets, settings, statistics, run)
    progress.advance(1.0)
    with Outputs(list(writers), scene.everything) as outputs:
        for path, write in writers.items():
            write(outputs.part(path))
        outputs.commit(progress)
    reference = os.path.abspath(reference_map)
    state = "was written to" if reference in writers else "stays as it is:"
    run.conclude(f"The reference map {state} {path_text(reference)}.")
    local = targets.local(scene.everything)
    conclude_files(local, "local map", progress)
    return BlockMapsResult(reference, scene.in_input_order(local))


def _computed(
    scene: Scene, targets: MapTargets, settings: LocalSettings, statistics: StatisticsSettings, run: Run
) -> dict[str, Callable[[str], None]]:
    """Maps of these images alone, by file."""
    session = Session(scene, None, settings, run, statistics=statistics, most_blocks=MOST_BLOCKS)
    session.read()
    return targets.writers(session.solve(), run.progress)
