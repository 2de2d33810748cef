"""Blanks images inside or outside polygons."""

from __future__ import annotations

from collections.abc import Sequence

from ..checks import find_single_images, raise_all
from ..errors import Cancelled, EvenlightError, some
from ..masks.blanking import Masked
from ..masks.errors import EmptyMaskError
from ..masks.polygons import PolygonMask, Rasterizer, assign_polygons, check_mask, prepared
from ..masks.settings import MASKED_NAME, BlankSettings
from ..messages import Message, counted
from ..naming import check_outputs, output_paths
from ..progress import Progress, Silent, Stop
from ..raster.image import Image
from ..raster.reference_system import Bounds
from ..raster.transaction import Outputs
from ..raster.write import WriteJob, tags_of, write_images
from ..run import Run
from ..settings import ExecutionSettings, OutputSettings, SelectionMode
from .closing import conclude_files, pixels_of
from .public import public
from .results import MaskResult


@public
def mask_rasters(
    paths: Sequence[str],
    mask: PolygonMask,
    output: OutputSettings,
    *,
    settings: BlankSettings = BlankSettings(),
    nodata: float | None = None,
    execution: ExecutionSettings = ExecutionSettings(),
    progress: Progress = Silent(),
) -> MaskResult:
    """Write images with their pixels outside the polygons blanked, or inside them; all others stay bit by bit.

    Blanked pixels get the image's nodata value, no opacity, or no place in its mask; an image that
    has none of these gets a mask.  Polygons with a name count for the image of that name only;
    without any polygon to exclude, images are copied.  ``nodata``: replaces all that the images declare.
    Raises `Problems`, `EmptyMaskError`, `DamagedRasterError`, `WriteError`, `ReplaceError`, `Cancelled` or a
    `ClusterError`.
    """
    output = output.named(MASKED_NAME)
    images, problems = find_single_images(paths, nodata=nodata, progress=progress)
    nothing = not mask.polygons and settings.mask_mode is SelectionMode.EXCLUDE
    if images:
        problems += check_outputs(images, output, [*paths, *filter(None, [mask.source])])
        problems += [] if nothing else check_mask(mask, images, progress)
    raise_all(problems)
    run = Run(execution, progress)
    run.check_cluster([image.path for image in images], [output.folder])
    if nothing:
        rasterizers = [Rasterizer([], image.crs) for image in images]
    else:
        rasterizers = _rasterizers(mask, images, settings.all_touched, run.stop_if_cancelled)
        _check_contact(rasterizers, images, settings, progress)
    targets = output_paths(images, output)
    with Outputs(targets, images) as outputs:
        sources = [Masked(image, polygons, settings.mask_mode) for image, polygons in zip(images, rasterizers)]
        jobs = [WriteJob(*job, tags_of("mask_rasters")) for job in zip(sources, map(outputs.part, targets))]
        written = write_images(jobs, output, run)
        outputs.commit(progress)
    for image, one in zip(images, written):
        progress.inform(Message("{name}: {changed:,} valid pixels were blanked.", name=image.name, changed=one.changed))
    blanked, left = sum(one.changed for one in written), pixels_of(written)
    run.conclude(Message(
        "{blanked:,} valid pixels of {images} were blanked; {left:,} keep their data.",
        blanked=blanked, images=counted(len(images), "image"), left=left,
    ))
    conclude_files(targets, counted(len(targets), "image"), progress)
    if not blanked:
        progress.warn(Message(
            "No pixel was blanked: check MASK_MODE ({mask_mode}), where the polygons lie, and MASK_FIELD.",
            mask_mode=settings.mask_mode,
        ))
    elif not left:
        progress.warn(Message(
            "No pixel is left: check MASK_MODE ({mask_mode}), and where the polygons lie.", mask_mode=settings.mask_mode
        ))
    return MaskResult(targets, [])


def _rasterizers(
    mask: PolygonMask, images: Sequence[Image], all_touched: bool, stop: Stop
) -> list[Rasterizer]:
    """The polygons of every image in its own coordinate system, each system's worked out once.

    Raises `Problems` or `Cancelled`.
    """
    everywhere, by_image = assign_polygons(mask, images)
    shared: dict[str, list[bytes]] = {}
    rasterizers: list[Rasterizer] = []
    problems: list[EvenlightError] = []
    for index, image in enumerate(images):
        try:
            if image.crs not in shared:
                area = _union([other.bounds for other in images if other.crs == image.crs])
                shared[image.crs] = prepared(everywhere, mask.crs, area, image.crs, stop)
            own = prepared(by_image.get(index, ()), mask.crs, image.bounds, image.crs, stop)
            geometries = [*shared[image.crs], *own]
            rasterizers.append(Rasterizer(geometries, image.crs, all_touched))
        except Cancelled:
            raise
        except EvenlightError as problem:
            if str(problem) not in map(str, problems):
                problems.append(problem)
    raise_all(problems)
    return rasterizers


def _union(areas: Sequence[Bounds]) -> Bounds:
    west, south, east, north = zip(*areas)
    return min(west), min(south), max(east), max(north)


def _check_contact(
    rasterizers: Sequence[Rasterizer], images: Sequence[Image], settings: BlankSettings, progress: Progress
) -> None:
    """Tell which images no polygon touches; raise `EmptyMaskError` where that is all of them."""
    untouched = [
        image.name
        for rasterizer, image in zip(rasterizers, images)
        if not len(rasterizer.near(image.grid, image.grid.window))
    ]
    if len(untouched) == len(images):
        raise EmptyMaskError
    if untouched:
        what = Message("blanked wholly") if settings.mask_mode is SelectionMode.INCLUDE else Message("left as they are")
        progress.warn(Message(
            "No polygon touches {untouched}: they are {what}. Check where the polygons lie, and MASK_FIELD.",
            untouched=some(untouched), what=what,
        ))
