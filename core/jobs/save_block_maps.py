"""Computes and writes block maps; no image is written."""

from __future__ import annotations

import os
from collections.abc import Sequence

from ..errors import EvenlightError, OptionError, path_text
from ..masks.polygons import PolygonMask
from ..naming import check_name, distinct_names
from ..progress import Progress, Silent
from ..radiometry.block_maps import SUFFIX, write_maps
from ..radiometry.session import Session
from ..raster.image import Image
from ..raster.transaction import Outputs
from ..run import Run
from ..settings import ExecutionSettings, LocalSettings, StatisticsSettings
from .closing import conclude_files
from .public import public
from .results import BlockMapsResult
from .scene import prepare
from .step_checks import check_local

MOST_BLOCKS = 5_000_000
"""Of a map: what ten thousand images have, but not the emptiness between two countries."""


@public
def save_block_maps(
    paths: Sequence[str],
    reference_map: str,
    local_folder: str,
    *,
    settings: LocalSettings = LocalSettings(),
    statistics: StatisticsSettings = StatisticsSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    mask: PolygonMask | None = None,
    progress: Progress = Silent(),
) -> BlockMapsResult:
    """Write the reference map to a file and the images' local maps to a folder.

    Local maps are called ``<image>_LocalBlockMap.tif``.  Raises as `local_block_adjustment`.
    """

    def files(images: Sequence[Image]) -> list[str]:
        folder = os.path.abspath(local_folder)
        return [
            os.path.abspath(reference_map),
            *(os.path.join(folder, f"{name}{SUFFIX}.tif") for name in distinct_names(images)),
        ]

    def further(images: Sequence[Image]) -> list[EvenlightError]:
        return check_local(settings) + _check_reference_map(reference_map)

    run = Run(execution, progress)
    scene = prepare(paths, 2, statistics, mask, None, further, run, further_outputs=files)
    session = Session(scene, None, settings, run, statistics=statistics, most_blocks=MOST_BLOCKS)
    session.read()
    solution = session.solve()
    progress.advance(1.0)
    names = files(scene.everything)
    with Outputs(names, scene.everything) as outputs:
        parts = [outputs.part(name) for name in names]
        place = scene.canvas.crs, parts[0], parts[1:], scene.physical
        write_maps(solution.local.maps, scene.everything, solution.ground.fields, *place, progress)
        outputs.commit(progress)
    run.conclude(f"The reference map was written to {path_text(names[0])}.")
    conclude_files(names[1:], "local map", progress)
    return BlockMapsResult(names[0], scene.in_input_order(names[1:]))


def _check_reference_map(path: str) -> list[EvenlightError]:
    """Whether the reference map has a name that a raster can have."""
    fits = not check_name(os.path.basename(path))
    return [] if fits else [OptionError("REFERENCE_MAP", path, "the name of a file that ends with .tif")]
