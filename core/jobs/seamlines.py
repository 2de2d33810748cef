"""Seams between overlapping images as polygons that can be looked at, edited, and given back."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..masks.polygons import PolygonMask
from ..mosaicking.partition import Partition
from ..mosaicking.settings import SEAMS_NAME, SeamSettings
from ..mosaicking.source_map import SourceMap, write_polygons
from ..naming import check_files
from ..progress import Progress, Silent
from ..raster.source import Pixels
from ..raster.transaction import Outputs, remove_part
from ..raster.vector_file import check_vector_name
from ..raster.window import Window
from ..raster.write import WriteJob, write_images
from ..run import Run
from ..settings import ExecutionSettings, GridSettings, OutputSettings, StatisticsSettings
from .public import public
from .seam_step import Inputs, find_inputs, names_of, partition_of, tell_areas, with_locks

FOUND, MAPPED = 0.8, 0.75
"""Share of the run that ends with the partition, and of what follows that ends with its raster."""


class SeamlinesResult(NamedTuple):
    """Seam polygons."""

    output: str
    areas: list[int]
    """Pixels that each image gives, in the order of the inputs."""


@public
def seamlines(
    paths: Sequence[str],
    target: str,
    *,
    settings: SeamSettings = SeamSettings(),
    grid: GridSettings = GridSettings(),
    ranks: Sequence[float] | None = None,
    avoid: PolygonMask | None = None,
    edited: PolygonMask | None = None,
    locked_field: str | None = None,
    statistics: StatisticsSettings = StatisticsSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    progress: Progress = Silent(),
) -> SeamlinesResult:
    """Write which image gives which ground of a mosaic as polygons: each pixel that has data lies in one of them.

    ``target``: a GeoPackage or GeoJSON file with the fields ``image``, ``number`` (the image's place in the inputs,
    from 1 on), ``area`` (square map units) and ``rank``.  ``ranks``: a number for each image, higher ones come first,
    for that method.  ``avoid``: polygons that seams shall not cross.  ``edited``: polygons of an earlier run, changed
    by hand, which stay where they are; with ``locked_field`` only those whose number there is above 0.
    ``statistics``: its nodata value and rule for borders say where images have data.
    ``grid``: that of the mosaic.  Raises `Problems`, `DamagedRasterError`, `WriteError`, `ReplaceError` or
    `Cancelled`.
    """
    run = Run(execution, progress)
    problems = check_files([target], [*paths, *filter(None, (edited and edited.source, avoid and avoid.source))])
    problems += check_vector_name(target, "seams", SEAMS_NAME) + run.refuse_cluster("seamlines")
    edited = with_locks(edited, locked_field, problems)
    inputs = find_inputs(paths, settings, ranks, grid, statistics, run, problems)
    with Outputs([target], inputs.images) as outputs:
        folder = os.path.dirname(os.path.abspath(target))
        partition = partition_of(inputs, settings, edited, avoid, 0.0, folder, run.stage(0.0, FOUND))
        areas = write_seams(inputs, partition, outputs.part(target), run.stage(FOUND, 1.0))
        outputs.commit(progress)
    tell_areas(inputs, [areas[number - 1] for number in inputs.numbers], run)
    progress.advance(1.0)
    return SeamlinesResult(target, areas)


def write_seams(inputs: Inputs, partition: Partition, part: str, run: Run) -> list[int]:
    """Write the polygons as a part; returns the pixels of each image, in the order of the inputs."""
    areas = np.zeros(len(inputs.images) + 1, np.int64)

    def count(window: Window, pixels: Pixels) -> None:
        areas[:] += np.bincount(pixels.values.ravel(), minlength=len(areas))

    # whatever stands behind the name of a part goes with it
    raster = f"{part}.labels.tif"
    try:
        job = WriteJob(SourceMap(partition, inputs.numbers), raster, each=count)
        write_images([job], OutputSettings(), run.holding(partition.size).stage(0.0, MAPPED))
        write_polygons(raster, part, names_of(inputs), run.stage(MAPPED, 1.0).progress)
    finally:
        remove_part(raster)
    return areas[1:].tolist()
