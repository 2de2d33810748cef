"""Seams between overlapping images as polygons that can be looked at, edited, and given back."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..errors import OptionError, path_text, raise_all
from ..masks.polygons import PolygonMask
from ..messages import Message, counted
from ..mosaicking.partition import Partition
from ..mosaicking.settings import SEAMS_NAME, SeamSettings
from ..mosaicking.source_map import SourceMap, write_polygons
from ..naming import check_files
from ..progress import Progress, Silent
from ..raster.source import Pixels
from ..raster.transaction import Outputs, remove_part
from ..raster.vector_file import check_vector_name, table_text
from ..raster.window import Window
from ..raster.write import WriteJob, write_images
from ..raster.writing import write_text
from ..report.files import check_report
from ..report.report_file import ReportFile
from ..run import Run
from ..settings import ExecutionSettings, GridSettings, OutputSettings, StatisticsSettings
from .public import public
from .reporting import Reporting
from .seam_step import (
    NO_PIXEL,
    Inputs,
    check_waiting,
    files_read,
    find_inputs,
    names_of,
    partition_of,
    seam_rows,
    tell_areas,
    with_locks,
)

FOUND = 0.8
"""Share of the polygons that ends with the partition."""
MAPPED = 0.75
"""Share of what follows that ends with its raster."""

DRAWN = 0.6
"""Share of the run that ends with the polygons, where their table follows."""


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
    rank_table: str | None = None,
    avoid: PolygonMask | None = None,
    edited: PolygonMask | None = None,
    locked_field: str | None = None,
    simplify: float = 0.0,
    cost_table: str | None = None,
    statistics: StatisticsSettings = StatisticsSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    report: ReportFile | None = None,
    progress: Progress = Silent(),
) -> SeamlinesResult:
    """Write which image gives which ground of a mosaic as polygons: each pixel that has data lies in one of them.

    ``target``: a GeoPackage or GeoJSON file with the fields ``image``, ``number`` (the image's place in the inputs,
    from 1 on), ``area`` (square map units) and ``rank``.  ``ranks``: a number for each image, higher ones come first,
    for that method; ``rank_table``: a file they are from, which is not replaced.  ``avoid``: polygons that seams
    shall not cross.  ``edited``: polygons of an earlier run, changed by hand, which stay where they are; with
    ``locked_field`` only those whose number there is above 0.  ``simplify``: map units by which borders between
    polygons may move to have fewer corners; they stay shared, and the outline of all stays as it is.
    ``cost_table``: a CSV file with a row for each two images that meet (`docs/mosaic.md`).
    ``report``: a file about the run, see `balance`.
    ``statistics``: its nodata value and rule for borders say where images have data.
    ``grid``: that of the mosaic.  Raises `Problems`, `DamagedRasterError`, `WriteError`, `ReplaceError` or
    `Cancelled`.
    """
    run = Run(execution, progress)
    targets = [target, *filter(None, [cost_table, report and report.path])]
    problems = check_files(targets, files_read(paths, edited, avoid, rank_table)) + check_report(report)
    problems += check_vector_name(target, "seams", SEAMS_NAME)
    if not 0.0 <= simplify < math.inf:
        problems.append(OptionError("SIMPLIFY", simplify, Message("0 or more map units")))
    edited = with_locks(edited, locked_field, problems)
    inputs = find_inputs(paths, settings, ranks, grid, statistics, run, problems)
    folder = os.path.dirname(os.path.abspath(target))
    raise_all(check_waiting(inputs.layout, len(inputs.images[0].bands), settings, folder))
    run.check_cluster([image.path for image in inputs.images], [folder])
    with Outputs(targets, inputs.images) as outputs:
        drawing = run.stage(0.0, DRAWN if cost_table or report else 1.0)
        partition = partition_of(inputs, settings, edited, avoid, 0.0, folder, drawing.stage(0.0, FOUND))
        drawing = drawing.here().stage(FOUND, 1.0)
        areas = write_seams(inputs, partition, outputs.part(target), drawing, simplify)
        rows = seam_rows(inputs, partition, settings, run.stage(DRAWN, 1.0)) if cost_table or report else []
        if cost_table:
            write_text(outputs.part(cost_table), table_text(rows))
        sentence = _tell(inputs, areas, target, run)
        reporting = Reporting(report, "seamlines", (settings, grid, statistics), progress).of_mosaic(inputs, sentence)
        reporting.write(outputs, [target], areas=inputs.areas_by_path(areas), seams=rows)
        outputs.commit(progress)
    progress.advance(1.0)
    return SeamlinesResult(target, areas)


def _tell(inputs: Inputs, areas: Sequence[int], target: str, run: Run) -> str:
    """Tell what was written, and give what a report begins with."""
    sentence = Message("{areas:,} pixels, each of one image.", areas=sum(areas))
    run.conclude(Message(
        "Seams of {images} were written to {target}: {sentence}",
        images=counted(len(inputs.images), "image"), target=path_text(target), sentence=sentence,
    ))
    if not any(areas):
        run.progress.warn(NO_PIXEL)
    tell_areas(inputs, [areas[number - 1] for number in inputs.numbers], run)
    return sentence


def write_seams(inputs: Inputs, partition: Partition, part: str, run: Run, simplify: float = 0.0) -> list[int]:
    """Write the polygons as a part; returns the pixels of each image, in the order of the inputs."""
    areas = np.zeros(inputs.given + 1, np.int64)

    def count(window: Window, pixels: Pixels) -> None:
        areas[:] += np.bincount(pixels.values.ravel(), minlength=len(areas))

    # whatever stands behind the name of a part goes with it
    raster = f"{part}.labels.tif"
    try:
        job = WriteJob(SourceMap(partition, inputs.numbers), raster, each=count)
        write_images([job], OutputSettings(), run.holding(partition.size).stage(0.0, MAPPED))
        write_polygons(raster, part, names_of(inputs), run.stage(MAPPED, 1.0).progress, simplify)
    finally:
        remove_part(raster)
    return areas[1:].tolist()
