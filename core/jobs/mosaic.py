"""One raster from many."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ..errors import EvenlightError, OptionError, path_text, raise_all
from ..masks.polygons import PolygonMask
from ..messages import Message, counted
from ..mosaicking.members import Layout
from ..mosaicking.mosaic import Mosaicked
from ..mosaicking.partition import Partition
from ..mosaicking.settings import Blend, MosaicSettings, Overlap, SeamMethod, SeamSettings
from ..mosaicking.source_map import SourceMap, areas_in, image_tags
from ..naming import check_files, check_space
from ..progress import Progress, Silent
from ..radiometry.apply import clipped_share
from ..raster.creation import check_options, check_values_kept
from ..raster.image import Image
from ..raster.transaction import Outputs
from ..raster.write import WriteJob, Written, tags_of, write_images
from ..report.files import check_report
from ..report.report_file import ReportFile
from ..run import Run
from ..settings import ExecutionSettings, GridSettings, OutputFormat, OutputSettings, OutputType, StatisticsSettings
from ..thresholds import MUCH_CLIPPED
from .closing import pixels_of
from .mosaic_tiles import Tiles, check_index, check_tiles, commit, tiles_of, write_tiles
from .public import public
from .reporting import Reporting, files_of
from .seam_step import (
    NO_PIXEL,
    Inputs,
    check_waiting,
    files_read,
    find_inputs,
    partition_of,
    some_are_free,
    tell_areas,
    with_locks,
)

FOUND, WRITTEN = 0.45, 0.95
"""Share of the run that ends with the partition, and of what follows that ends with the mosaic, before a source map."""

WHOLE_VALUES = (Overlap.FIRST, Overlap.LAST)
"""Rules that take values as they are, also where their order means nothing."""


class MixedClassesError(EvenlightError):
    """Classes that a blend would mix."""

    def __init__(self, path: str):
        super().__init__(Message(
            "{path} holds classes (a palette), and what lies between two of them is another one: choose BLEND "
            "none, or OVERLAP first or last.",
            path=path,
        ))


class NoSeamsError(EvenlightError):
    """Something about seams where none are."""

    def __init__(self, name: str, overlap: Overlap):
        super().__init__(Message(
            "{name} is about seams, of which OVERLAP {overlap} has none: leave it empty, or choose seamlines.",
            name=name, overlap=overlap,
        ))


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
    report: ReportFile | None = None,
    progress: Progress = Silent(),
) -> MosaicResult:
    """Write one raster from many: data wherever any of them has some, and nowhere else.

    ``settings``: what stands where images overlap, and how they are blended along seams; with a ``tile_size`` the
    mosaic is written as tiles beside ``target``, which is a virtual raster over them; ``seams``: where these run;
    ``grid``: images that do not lie on it are resampled once.  ``ranks``: a number for each image, higher ones come
    first, where seams go by rank; ``rank_table``: a file they are from, which is not replaced.  ``avoid``: polygons
    that seams shall not cross.  ``edited``: seam polygons of `seamlines`, changed by hand, which are followed; what
    none claims for an image with data there goes by distance; with ``locked_field`` only those count whose number
    there is above 0, and all other seams are found.  ``report``: a file about the run, see `balance`.
    ``source_map``: a raster of which image a pixel comes from, by its place in the inputs.  ``statistics``: its
    nodata value and rule for borders say where images have data. Values of other scale and offset tags are brought
    to one. Raises `Problems`, `DamagedRasterError`, `WriteError`, `ReplaceError` or `Cancelled`; earlier outputs
    then stay.
    """
    run = Run(execution, progress)
    output = OutputSettings(os.path.dirname(os.path.abspath(target)), None, format, dtype, creation_options, overviews)
    targets = [target, *filter(None, [source_map]), *files_of(report)(())]
    reads = files_read(paths, edited, avoid, rank_table)
    problems = check_files(targets, reads) + check_index(target, settings.tile_size) + check_report(report)
    problems += check_mosaic(settings, output, {"SOURCE_MAP": source_map, "SEAMLINES": edited, "AVOID": avoid})
    edited = with_locks(edited, locked_field, problems)
    seams = sought(seams, edited, settings.overlap)
    inputs = find_inputs(paths, seams, ranks, grid, statistics, run, problems)
    tiles = _tiles(inputs, target, settings)
    _check_places(inputs, seams, tiles, targets, reads, output, run)
    with Outputs([*targets, *tiles.files], inputs.images) as outputs:
        partition, writing = None, run
        if settings.overlap is Overlap.SEAMLINES:
            at, writing = (reach_of(settings), output.folder, run.stage(0.0, FOUND)), run.stage(FOUND, 1.0)
            partition = partition_of(inputs, seams, edited, avoid, *at)
        source = mosaicked(inputs, partition, settings, run)
        tags = tags_of("mosaic", EVENLIGHT_MOSAIC=about(settings, len(paths)))
        written = write_mosaic(source, inputs, partition, (tiles, source_map), outputs, output, tags, writing)
        figures = figures_of(target, written, source, inputs, partition, run)
        reporting = Reporting(report, "mosaic", (settings, seams, grid, output), progress).of_mosaic(inputs)
        reporting.write_mosaic(outputs, targets, figures, shares_of(written), (inputs, partition, seams), run)
        commit(outputs, tiles, progress)
    return MosaicResult(target, source_map, *figures)


def _check_places(
    inputs: Inputs,
    seams: SeamSettings,
    tiles: Tiles,
    targets: Sequence[str],
    reads: Sequence[str],
    output: OutputSettings,
    run: Run,
) -> None:
    """Whether the mosaic can be written where it shall be; raises `Problems` or a `ClusterError`."""
    problems = check_tiles(tiles, targets[1:], reads) + check_values_kept(inputs.layout.images, output)
    waiting = inputs.layout, len(inputs.images[0].bands), seams, output.folder
    raise_all(problems or check_space(inputs.images, output) or check_waiting(*waiting))
    folders = dict.fromkeys(os.path.dirname(os.path.abspath(target)) for target in targets)
    run.check_cluster([image.path for image in inputs.images], list(folders))


def _tiles(inputs: Inputs, target: str, settings: MosaicSettings) -> Tiles:
    """The mosaic's tiles.  Raises `Problems` where classes would be mixed."""
    raise_all(_check_classes(inputs.images, settings))
    return tiles_of(inputs.layout.grid, inputs.layout.windows, target, settings.tile_size)


def _check_classes(images: Sequence[Image], settings: MosaicSettings) -> list[EvenlightError]:
    """Whether values that are classes stay what they are."""
    kept = settings.blend is Blend.NONE if settings.overlap is Overlap.SEAMLINES else settings.overlap in WHOLE_VALUES
    return [MixedClassesError(images[0].path)] if images[0].palette and not kept else []


def sought(seams: SeamSettings, edited: PolygonMask | None, overlap: Overlap) -> SeamSettings:
    """The settings where there is no seam to be looked for: all polygons are followed, or a rule has none."""
    needless = overlap is not Overlap.SEAMLINES or (edited and not some_are_free(edited))
    return replace(seams, method=SeamMethod.DISTANCE) if needless else seams


def reach_of(settings: MosaicSettings) -> float:
    """Pixels that a blend needs to both sides of a seam together, as seams shall know."""
    return settings.feather_width if settings.blend is Blend.FEATHER else 0.0


def mosaicked(inputs: Inputs, partition: Partition | None, settings: MosaicSettings, run: Run) -> Mosaicked:
    """The mosaic as a source; ``partition``: None for rules without seams."""
    layout = inputs.layout if partition is not None else _in_input_order(inputs)
    return Mosaicked(layout, partition, settings, run.holding(0.0 if partition is None else partition.size))


def write_mosaic(
    source: Mosaicked,
    inputs: Inputs,
    partition: Partition | None,
    targets: tuple[Tiles, str | None],
    outputs: Outputs,
    output: OutputSettings,
    tags: Mapping[str, str],
    run: Run,
) -> Written:
    """Write a mosaic, as tiles where there are any, and its source map where one is wanted; the caller commits.

    Raises as `write_images`.
    """
    tiles, source_map = targets
    run = run.holding(0.0 if partition is None else partition.size)
    writing = run.stage(0.0, WRITTEN if source_map else 1.0)
    if tiles.files:
        found = write_tiles(source, tiles, outputs, output, tags, writing)
    else:
        found = write_images([WriteJob(source, outputs.part(tiles.index), tags)], output, writing)
    if source_map and partition is not None:
        names = image_tags(inputs.numbers, [image.path for image in inputs.images])
        job = WriteJob(SourceMap(partition, inputs.numbers), outputs.part(source_map), tags_of("mosaic", **names))
        write_images([job], OutputSettings(), run.stage(WRITTEN, 1.0))
    return Written(*(sum(counts) for counts in zip(*found)))


def figures_of(
    target: str, written: Written, source: Mosaicked, inputs: Inputs, partition: Partition | None, run: Run
) -> tuple[list[int], float]:
    """Reports what became of images and values, and gives `areas` and `clipped` of a `MosaicResult`."""
    clipped, areas = clipped_share([written]), []
    valid, grid = pixels_of([written]), inputs.layout.grid
    run.conclude(Message(
        "{what} of {images} was written to {target}: {width:,} x {height:,} pixels, {valid:.1%} of them with data.",
        what=Message("The mosaic") if valid else Message("An empty mosaic"),
        images=counted(len(inputs.images), "image"), target=path_text(target), width=grid.width,
        height=grid.height, valid=valid / (grid.width * grid.height),
    ))
    if partition is not None:
        # what workers write they count for themselves
        found = (areas_in(partition) if run.execution.scheduler else source.areas).tolist()
        tell_areas(inputs, found, run)
        areas = inputs.in_their_order(found)
    if not valid:
        run.progress.warn(NO_PIXEL)
    text = Message(
        "{clipped:.2%} of the values did not fit into the mosaic's data type and were clipped", clipped=clipped
    )
    if clipped > MUCH_CLIPPED:
        run.progress.warn(Message("{text}: choose a wider OUTPUT_DTYPE, such as Float32.", text=text))
    elif clipped:
        run.conclude(Message("{text}.", text=text))
    return areas, clipped


def shares_of(written: Written) -> np.ndarray:
    """(1, K) clipped values of each band of a mosaic."""
    return (written.clipped / np.maximum(written.valid, 1))[None]


def about(settings: MosaicSettings, images: int) -> str:
    """What a mosaic's tags say of it."""
    seams = settings.overlap is Overlap.SEAMLINES
    how = f"{settings.overlap}, {settings.blend}" if seams else settings.overlap.value
    return f"{images} images, {how}"


def check_mosaic(
    settings: MosaicSettings, output: OutputSettings, of_seams: Mapping[str, object]
) -> list[EvenlightError]:
    """What is wrong without a look at the images; ``of_seams``: what is given about seams, by parameter."""
    problems = settings.problems()
    if output.format is OutputFormat.VIRTUAL:
        wanted = Message(
            "geotiff or cog: blended pixels are in none of the images; TILE_SIZE gives tiles with a VRT over them"
        )
        problems.append(OptionError("OUTPUT_FORMAT", output.format, wanted))
    else:
        problems += check_options(output)
    if settings.overlap is not Overlap.SEAMLINES:
        problems += [NoSeamsError(name, settings.overlap) for name, given in of_seams.items() if given]
    return problems


def _in_input_order(inputs: Inputs) -> Layout:
    """The layout for rules that ask which image comes first."""
    members = [member for _, member in sorted(zip(inputs.numbers, inputs.layout.members), key=lambda each: each[0])]
    return inputs.layout._replace(members=tuple(members))
