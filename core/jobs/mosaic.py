"""One raster from many."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ..errors import EvenlightError, OptionError, raise_all
from ..masks.polygons import PolygonMask
from ..mosaicking.members import Layout
from ..mosaicking.mosaic import Mosaicked
from ..mosaicking.settings import Blend, MosaicSettings, Overlap, SeamMethod, SeamSettings
from ..mosaicking.source_map import SourceMap
from ..naming import check_files, check_space
from ..progress import Progress, Silent
from ..radiometry.apply import clipped_share
from ..raster.creation import check_options, check_values_kept
from ..raster.transaction import Outputs
from ..raster.write import WriteJob, tags_of, write_images
from ..run import Run
from ..settings import ExecutionSettings, GridSettings, OutputFormat, OutputSettings, OutputType, StatisticsSettings
from .public import public
from .seam_step import Inputs, files_read, find_inputs, partition_of, some_are_free, tell_areas, with_locks

FOUND, WRITTEN = 0.45, 0.97
"""Shares of the run that end with the partition, and with the mosaic where a source map follows."""


NOTICED = 0.001
"""Share of clipped values that is worth a warning: fewer are the sharp edges of resampled images."""


class MosaicResult(NamedTuple):
    """A mosaic."""

    output: str
    source_map: str | None
    """None where none was asked for."""
    areas: list[int]
    """Pixels that each image gives, in the order of the inputs; empty where no seams say it."""
    clipped: float
    """Share of valid values that the output type could not hold."""


@public
def mosaic(
    paths: Sequence[str],
    target: str,
    *,
    settings: MosaicSettings = MosaicSettings(),
    seams: SeamSettings = SeamSettings(),
    grid: GridSettings = GridSettings(),
    ranks: Sequence[float] | None = None,
    rank_table: str | None = None,
    avoid: PolygonMask | None = None,
    edited: PolygonMask | None = None,
    locked_field: str | None = None,
    source_map: str | None = None,
    format: OutputFormat = OutputFormat.GEOTIFF,
    dtype: OutputType = OutputType.SAME,
    creation_options: str = "",
    overviews: bool = False,
    statistics: StatisticsSettings = StatisticsSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    progress: Progress = Silent(),
) -> MosaicResult:
    """Write one raster from many: data wherever any of them has some, and nowhere else.

    ``settings``: what stands where images overlap, and how they are blended along seams; ``seams``: where these run;
    ``grid``: images that do not lie on it are resampled once.  ``ranks``: a number for each image, higher ones come
    first, where seams go by rank; ``rank_table``: a file they are from, which is not replaced.  ``avoid``: polygons
    that seams shall not cross.  ``edited``: seam polygons of `seamlines`, changed by hand, which are followed; what
    none claims for an image with data there goes by distance; with ``locked_field`` only those count whose number
    there is above 0, and all other seams are found.
    ``source_map``: a raster of which image each pixel comes from, by its place in the inputs.  ``statistics``: its
    nodata value and rule for borders say where images have data.
    Raises `Problems`, `DamagedRasterError`, `WriteError`, `ReplaceError` or `Cancelled`; earlier outputs then stay.
    """
    run = Run(execution, progress)
    folder = os.path.dirname(os.path.abspath(target))
    output = OutputSettings(folder, None, format, dtype, creation_options, overviews)
    targets = [target, *filter(None, [source_map])]
    problems = check_files(targets, files_read(paths, edited, avoid, rank_table))
    problems += _check(settings, output, source_map) + run.refuse_cluster("mosaic")
    edited = with_locks(edited, locked_field, problems)
    if edited and not some_are_free(edited):
        seams = replace(seams, method=SeamMethod.DISTANCE)
    inputs = find_inputs(paths, seams, ranks, grid, statistics, run, problems)
    raise_all(check_values_kept(inputs.images, output) or check_space(inputs.images, output))
    with Outputs(targets, inputs.images) as outputs:
        partition, writing = None, run
        if settings.overlap is Overlap.SEAMLINES:
            wide = settings.feather_width if settings.blend is Blend.FEATHER else 0.0
            partition = partition_of(inputs, seams, edited, avoid, wide, folder, run.stage(0.0, FOUND))
            run = run.holding(partition.size)
            writing = run.stage(FOUND, WRITTEN if source_map else 1.0)
        source = Mosaicked(inputs.layout if partition else _in_input_order(inputs), partition, settings, run)
        job = WriteJob(source, outputs.part(target), _tags(settings, len(paths)))
        clipped = clipped_share(write_images([job], output, writing))
        if source_map and partition is not None:
            _write_map(SourceMap(partition, inputs.numbers), outputs.part(source_map), inputs, run)
        outputs.commit(progress)
    tell_clipped(clipped, progress)
    areas = _areas(inputs, source, run) if partition is not None else []
    return MosaicResult(target, source_map, areas, clipped)


def tell_clipped(clipped: float, progress: Progress) -> None:
    """Values that resampling or blending brought beyond the mosaic's data type."""
    if clipped:
        tell = progress.warn if clipped > NOTICED else progress.inform
        tell(f"{clipped:.2%} of the values did not fit into the mosaic's data type and were clipped.")


def _tags(settings: MosaicSettings, images: int) -> dict[str, str]:
    seams = settings.overlap is Overlap.SEAMLINES
    how = f"{settings.overlap}, {settings.blend}" if seams else settings.overlap.value
    return tags_of("mosaic", EVENLIGHT_MOSAIC=f"{images} images, {how}")


def _areas(inputs: Inputs, source: Mosaicked, run: Run) -> list[int]:
    """Pixels that each image gives, in the order of the inputs."""
    found = source.areas.tolist()
    tell_areas(inputs, found, run)
    return [area for _, area in sorted(zip(inputs.numbers, found))]


def _check(settings: MosaicSettings, output: OutputSettings, source_map: str | None) -> list[EvenlightError]:
    problems = settings.problems()
    if output.format is OutputFormat.VIRTUAL:
        problems.append(OptionError("OUTPUT_FORMAT", output.format, "geotiff or cog"))
    else:
        problems += check_options(output)
    if source_map and settings.overlap is not Overlap.SEAMLINES:
        problems.append(OptionError("SOURCE_MAP", source_map, f"nothing with {settings.overlap}: seams make the map"))
    return problems


def _in_input_order(inputs: Inputs) -> Layout:
    """The layout for rules that ask which image comes first."""
    members = [member for _, member in sorted(zip(inputs.numbers, inputs.layout.members), key=lambda each: each[0])]
    return inputs.layout._replace(members=tuple(members))


def _write_map(source: SourceMap, part: str, inputs: Inputs, run: Run) -> None:
    names = {f"IMAGE_{number}": image.path for number, image in zip(inputs.numbers, inputs.images)}
    write_images([WriteJob(source, part, tags_of("mosaic", **names))], OutputSettings(), run.stage(WRITTEN, 1.0))
