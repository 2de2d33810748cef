"""What every job of overlaps begins with: checked images in one fixed order, on one canvas."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import numpy as np

from ..checks import find_images, no_overlap, raise_all, warn_of_turns
from ..errors import EvenlightError, some
from ..masks.errors import EmptyMaskError
from ..masks.polygons import CanvasMask, PolygonMask, check_mask
from ..messages import Message
from ..naming import check_files, check_outputs
from ..progress import Progress
from ..raster.canvas import footprint, make_canvas
from ..raster.grid import Grid
from ..raster.image import Image, identity
from ..run import Run
from ..settings import OutputFormat, OutputSettings, StatisticsSettings
from ..statistics.borders import with_borders
from ..statistics.entries import check_cache
from ..statistics.overlaps import Overlaps, find_overlaps
from ..statistics.scene import Scene


def prepare(
    paths: Sequence[str],
    minimum: int,
    statistics: StatisticsSettings,
    mask: PolygonMask | None = None,
    output: OutputSettings | None = None,
    further: Callable[[Sequence[Image]], list[EvenlightError]] = lambda images: [],
    run: Run = Run(),
    further_inputs: Sequence[str | None] = (),
    further_outputs: Callable[[Sequence[Image]], list[str]] = lambda images: [],
    linked: Callable[[Sequence[Image]], Collection[int]] = lambda images: (),
    problems: Sequence[EvenlightError] = (),
    placed: Callable[[Sequence[Image]], Sequence[Image]] = lambda images: images,
) -> Scene:
    """Check everything that needs no pixels, order the images, and find their frames where asked to.

    ``further`` are checks of one job, ``further_inputs`` names of what it reads beside the images, and
    ``further_outputs`` files that it writes beside their results; ``linked`` tells which images something
    else than an overlap links to the others; ``problems`` are known already; ``placed`` gives the images, if nothing
    is wrong, where they lie.
    Raises `Problems` with all that is wrong, a `ClusterError` where the workers cannot do it, and
    with frames `DamagedRasterError` or `Cancelled`.
    """
    images, found = find_images(paths, minimum, statistics.nodata, run.progress)
    problems = [*problems, *found, *check_mask(mask, images, run.progress)]
    run.stop_if_cancelled()
    if images:
        problems += further(images)
        run.stop_if_cancelled()
        reads = [*paths, *filter(None, (*further_inputs, mask and mask.source))]
        problems += _check_files(images, output, reads, further_outputs(images), statistics.cache_folder)
    raise_all(problems)
    images = placed(images)
    overlaps = find_overlaps(images, run.progress) if minimum > 1 else None
    raise_all([] if overlaps is None else no_overlap(images, overlaps))
    folders = [] if output is None or output.format is OutputFormat.VIRTUAL else [output.folder]
    run.check_cluster([image.path for image in images], folders)
    by_path = sorted(range(len(images)), key=lambda n: identity(images[n].path))
    alone = set() if overlaps is None else _alone(images, overlaps, linked, run.progress)
    order = sorted(by_path, key=lambda n: n in alone)
    ordered = tuple(images[n] for n in order)
    # the stages of every job begin at 0, so the bar waits there
    ordered = with_borders(ordered, statistics.constant_border, run.stage(0.0, 0.0))
    number = len(images) - len(alone)
    run.stop_if_cancelled()
    canvas = make_canvas(ordered[:number])
    run.stop_if_cancelled()
    canvas_mask = None if mask is None else _canvas_mask(mask, statistics, ordered[:number], canvas, run)
    differ = len({image.scales for image in ordered[:number]}) > 1
    physical = differ or any(offset for _, offset in ordered[0].scales)
    place = tuple(int(p) for p in np.argsort(order))
    scene = Scene(ordered[:number], ordered[number:], place, canvas, canvas_mask, physical)
    _report_kinds(ordered, differ, run.progress)
    return scene


def _report_kinds(images: Sequence[Image], units_differ: bool, progress: Progress) -> None:
    """Tell of images whose values are not of one kind."""
    if units_differ:
        progress.inform(Message(
            "The images' scale and offset tags differ; they are compared in the units that the tags give."
        ))
    if len({image.gdal_type for image in images}) > 1:
        kinds = some((f"{image.dtype.name} ({image.name})" for image in images), quote="")
        progress.warn(Message(
            "The images' data types differ: {kinds}. Choose an OUTPUT_DTYPE that holds the values of all, such as "
            "Float32.",
            kinds=kinds,
        ))


def _canvas_mask(
    mask: PolygonMask, statistics: StatisticsSettings, images: tuple[Image, ...], canvas: Grid, run: Run
) -> CanvasMask:
    """The mask in pixels of the canvas, some of which it must let count."""
    found = CanvasMask(mask, statistics.mask_mode, images, canvas, run.stop_if_cancelled)
    if not found.touches([footprint(image, canvas) for image in images]):
        raise EmptyMaskError
    return found


def _check_files(
    images: Sequence[Image], output: OutputSettings | None, reads: Sequence[str], writes: list[str], cache: str | None
) -> list[EvenlightError]:
    """Whether all files of a run can be written; ``cache``: a folder for sums."""
    caches = [] if cache is None else [cache]
    if output is None:
        problems = check_files(writes, reads, caches=caches)
    else:
        problems = check_outputs(images, output, reads, writes, caches, recipes=True)
        writes = [*writes, output.folder]
    return problems + [problem for folder in caches for problem in check_cache(folder, [*reads, *writes])]


def _alone(
    images: Sequence[Image],
    overlaps: Overlaps,
    linked: Callable[[Sequence[Image]], Collection[int]],
    progress: Progress,
) -> set[int]:
    """The images that nothing links to another; work and blocks must not reach out for them."""
    warn_of_turns(images, overlaps, progress)
    alone = set(range(len(images))) - set(overlaps.pairs.ravel().tolist()) - set(linked(images))
    if alone:
        progress.warn(Message(
            "{alone}: no overlap with another image, so nothing to follow; left out and passed on unchanged. "
            "Check the coordinate system if they should overlap.",
            alone=some(images[n].path for n in sorted(alone)),
        ))
    return alone
