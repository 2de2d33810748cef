"""Masks from an expression on bands, as rasters and as polygons."""

from __future__ import annotations

from collections.abc import Sequence

from ..checks import check_reference_systems, find_single_images, raise_all
from ..errors import EvenlightError, OptionError, some
from ..execution import run_tasks
from ..masks.growing import BYTES_PER_PIXEL, reach_of
from ..masks.learned import check_learned, reader_of
from ..masks.rule import Rule, check_bands, check_reflectances, passes_for, rule_of
from ..masks.settings import MASK_NAME, ThresholdSettings
from ..masks.threshold import IN_MASK, PASSES, Counts, MaskJob, MaskWriter, mask_image
from ..masks.vectors import Outlines, check_polygons_name, merge_outlines
from ..messages import Message, counted
from ..naming import check_outputs, output_paths
from ..progress import Progress, Silent, conclude
from ..raster.image import Image
from ..raster.image_names import images_by_name
from ..raster.reference_system import is_geographic
from ..raster.transaction import Outputs
from ..run import Run
from ..settings import ExecutionSettings, OutputSettings
from .closing import conclude_files
from .public import public
from .results import MaskResult

DRAWN = 0.9
"""Share of a run with polygons that ends when all masks and outlines are there."""

SMALLEST_SIDE = 256
"""Pixels of a window for growing; what lies around it comes on top."""


@public
def threshold_mask(
    paths: Sequence[str],
    output: OutputSettings,
    *,
    settings: ThresholdSettings = ThresholdSettings(),
    polygons: str | None = None,
    nodata: float | None = None,
    execution: ExecutionSettings = ExecutionSettings(),
    progress: Progress = Silent(),
) -> MaskResult:
    """Write a mask for every image: 1 where the condition holds, 0 where not, 255 (nodata) where it has no answer.

    A pixel has no answer where a band of the condition is invalid, and where what is divided by zero decides the
    condition; a mask that grows covers it all the same.  ``polygons``: one file for the outlines of
    all images' masks, in the first image's coordinate system, with the name that the Balance group finds the
    image by in the field ``image``.  ``nodata``: replaces all that the images declare.

    Raises `Problems`, `DamagedRasterError`, `WriteError`, `ReplaceError`, `Cancelled` or a `ClusterError`; earlier
    files are then untouched.
    """
    output = output.named(MASK_NAME)
    run = Run(execution, progress)
    images, rule = _checked(paths, output, settings, polygons, nodata, run)
    work = [float(image.width * image.height) for image in images]
    counting = sum(area * passes_for(rule, image) for area, image in zip(work, images))
    writing = PASSES * sum(work)
    end = DRAWN if polygons else 1.0
    measured = end * counting / (counting + writing)
    with run.pool(len(images)) as pool:
        reader = reader_of(rule, run.memory(pool.together))
        percentiles = list(run_tasks(reader.percentiles, images, pool, run.stage(0.0, measured).progress, counting))
    raise_all(check_reflectances(rule, images, percentiles))
    targets = output_paths(images, output)
    with Outputs([*targets, *([polygons] if polygons else [])], images) as outputs:
        parts = [outputs.part(target) for target in targets]
        # whatever stands behind the name of a part goes with it
        outlines = [f"{part}.outlines.gpkg" if polygons else None for part in parts]
        with run.pool(_workers(images, settings, run)) as pool:
            jobs = [MaskJob(*job) for job in zip(images, percentiles, parts, outlines, pool.helpers(len(images)))]
            writer = MaskWriter(rule, settings, output, run.memory(pool.together))
            counts = list(run_tasks(writer.write, jobs, pool, run.stage(measured, end).progress, writing))
        if polygons:
            known = images_by_name(images)
            # a name that others share would not tell this image from them
            labels = [image.name if len(known[image.name]) == 1 else image.path for image in images]
            found = [Outlines(*about, image.crs) for *about, image in zip(outlines, labels, images)]
            last = run.stage(DRAWN, 1.0).progress
            number = merge_outlines(outputs.part(polygons), found, IN_MASK, images[0].crs, last)
            progress.inform(Message("The masks' outlines are {number:,} polygons.", number=number))
        outputs.commit(progress)
    _report(images, counts, settings, progress)
    conclude_files(targets, counted(len(targets), "mask"), progress)
    return MaskResult(targets, [(0.0, 1.0)])


def _checked(
    paths: Sequence[str],
    output: OutputSettings,
    settings: ThresholdSettings,
    polygons: str | None,
    nodata: float | None,
    run: Run,
) -> tuple[list[Image], Rule]:
    """The images and the rule.  Raises `Problems` with all that is wrong, or a `ClusterError`."""
    images, problems = find_single_images(paths, nodata=nodata, progress=run.progress)
    rules: list[Rule] = []
    try:
        check_learned(settings)
        rules.append(rule_of(settings))
    except EvenlightError as problem:
        problems.append(problem)
    problems += [problem for rule in rules for problem in check_bands(rule, images)]
    if images:
        beside = _working_bytes(images, settings, run) if rules else 0
        vectors = [polygons] if polygons else []
        masks = [mask_image(image) for image in images]
        problems += check_outputs(masks, output, paths, vectors, beside=beside, exact=True)
        if polygons:
            problems += check_polygons_name(polygons) + check_reference_systems(images)
        if rules and not _workers(images, settings, run):
            in_degrees = [image.name for image in images if is_geographic(image.crs)]
            units = Message(
                "degrees, in which the map units of {images} are", images=some(in_degrees, quote="")
            )
            wanted = units if in_degrees else Message("a smaller distance")
            problems.append(OptionError("BUFFER", settings.buffer, Message(
                "{wanted}, or raise MEMORY_BUDGET", wanted=wanted
            )))
    raise_all(problems)
    run.check_cluster([image.path for image in images], [output.folder])
    return images, rules[0]


def _workers(images: Sequence[Image], settings: ThresholdSettings, run: Run) -> int:
    """How many masks may be grown at once: what lies around a window takes memory; 0 where not even one fits."""
    needed = 1.0
    for image in images:
        reach = reach_of(image, settings.buffer)
        if not (reach.columns or reach.rows):
            continue
        sides = SMALLEST_SIDE + 2 * reach.columns, SMALLEST_SIDE + 2 * reach.rows
        needed = max(needed, float(BYTES_PER_PIXEL * max(sides) ** 2))
    return min(int(run.memory() // needed), len(images))


def _working_bytes(images: Sequence[Image], settings: ThresholdSettings, run: Run) -> int:
    """Of the largest uncompressed masks that are on the disk at once, before they are sieved and grown."""
    sizes = sorted((image.width * image.height for image in images), reverse=True)
    together = _workers(images, settings, run)
    return sum(sizes[: together if run.execution.scheduler else min(together, run.threads)])


def _report(images: Sequence[Image], counts: Sequence[Counts], settings: ThresholdSettings, progress: Progress) -> None:
    known, inside = (sum(getattr(found, what) for found in counts) for what in ("known", "in_mask"))
    if not known:
        conclude(progress, Message("No pixel is valid, so none is in the mask."))
    elif not inside:
        conclude(progress, Message("None of the {known:,} valid pixels is in the mask.", known=known))
    else:
        conclude(progress, Message(
            "{share:.2%} of the {known:,} valid pixels are in the mask: {pixels:,} pixels.",
            share=inside / known, known=known, pixels=inside,
        ))
    if known and not inside:
        progress.warn(Message("No pixel meets the condition: check the thresholds, SCALE and the order of the bands."))
    for image, found in zip(images, counts):
        if found.known:
            progress.inform(Message(
                "{name}: {share:.2%} of the valid pixels are in the mask.",
                name=image.name, share=found.in_mask / found.known,
            ))
        else:
            progress.warn(Message(
                "{name}: the condition has no answer for any pixel, and the mask is empty. Check the bands of "
                "EXPRESSION or PRESET, and the image's nodata value.",
                name=image.name,
            ))
        reach = reach_of(image, settings.buffer)
        if settings.buffer and not (reach.rows or reach.columns):
            progress.warn(Message(
                "{name}: BUFFER ({buffer:g} map units) is smaller than a pixel and changes nothing. Give a "
                "pixel's size at least, or 0.",
                name=image.name, buffer=settings.buffer,
            ))
