"""Brings images to one grid."""

from __future__ import annotations

from collections.abc import Sequence

from ..checks import check_reference_systems, find_single_images, raise_all
from ..errors import EvenlightError, some
from ..messages import Message, counted
from ..naming import check_outputs, output_paths
from ..progress import Progress, Silent
from ..raster.image import Image
from ..raster.on_grid import GDAL_WORDS, NEAREST, OnGrid
from ..raster.source import FileSource
from ..raster.target_grid import TargetGrid
from ..raster.transaction import Outputs
from ..raster.write import WriteJob, tags_of, write_images
from ..run import Run
from ..settings import ON_GRID_NAME, ExecutionSettings, GridSettings, OutputSettings
from .closing import conclude_files, pixels_of
from .public import public
from .results import GridsResult


@public
def align_grids(
    paths: Sequence[str],
    output: OutputSettings,
    *,
    settings: GridSettings = GridSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    progress: Progress = Silent(),
) -> GridsResult:
    """Write every image with pixels of one common grid, which is north-up.

    An image that has such pixels is copied exactly, others are resampled once.  Each result covers its image's
    ground; with a ``target_extent`` all cover that.  A resampled pixel is valid where its centre falls on a valid
    one, a mean where it has any.  Raises `Problems`, `DamagedRasterError`, `ReferenceSystemError`, `WriteError`,
    `ReplaceError`, `Cancelled` or a `ClusterError`.
    """
    output = output.named(ON_GRID_NAME)
    run = Run(execution, progress)
    images, target = _checked(paths, output, settings, run)
    targets = output_paths(images, output)
    whole = settings.target_extent is not None
    grids = [target.grid if whole else target.grid.part(window) for window in target.windows]
    with Outputs(targets, images) as outputs:
        word = GDAL_WORDS[settings.resampling]
        sources = [
            OnGrid(FileSource(image), grid, NEAREST if image.palette else word) for image, grid in zip(images, grids)
        ]
        jobs = [WriteJob(*job, tags_of("align_grids")) for job in zip(sources, map(outputs.part, targets))]
        written = write_images(jobs, output, run)
        outputs.commit(progress)
    empty = [image.name for image, counts in zip(images, written) if not counts.valid.any()]
    if empty:
        progress.warn(Message(
            "No pixel of {empty} is valid on the grid: they are smaller than one, or have no data there. Check "
            "PIXEL_SIZE, TARGET_CRS and TARGET_EXTENT.",
            empty=some(empty),
        ))
    copied = sum(source.exact for source in sources)
    width, height = target.grid.pixel_size
    valid = pixels_of(written)
    run.conclude(Message(
        "{what}: pixels of {width:.10g} x {height:.10g} map units; {images} copied exactly, {number} resampled "
        "({resampling}).",
        what=Message("One grid") if valid else Message("Nothing but nodata on one grid"), width=width,
        height=height, images=counted(copied, "image"), number=len(images) - copied, resampling=settings.resampling,
    ))
    with_data = Message("{valid:,} pixels with data", valid=valid)
    conclude_files(targets, counted(len(targets), "image"), progress, with_data)
    return GridsResult(targets, [], copied)


def _checked(
    paths: Sequence[str], output: OutputSettings, settings: GridSettings, run: Run
) -> tuple[list[Image], TargetGrid]:
    """The images and their grid.  Raises `Problems` with all that is wrong."""
    images, problems = find_single_images(paths, progress=run.progress, classes=True)
    problems += check_reference_systems(images)
    if images:
        problems += check_outputs(images, output, paths)
    raise_all(problems)
    try:
        target = TargetGrid.of(images, settings)
    except EvenlightError as error:
        raise_all([error])
    raise_all(target.check(images, together=False))
    run.check_cluster([image.path for image in images], [output.folder])
    return images, target
