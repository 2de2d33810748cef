"""Aligns images to a reference, or to what they show together."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from functools import partial

from ..align.composite import OUTPUT, Composite
from ..align.methods import check_alignment
from ..align.outcomes import Aligner, centred, settled, untouched
from ..align.report import LAYER, Outcome, write_table, write_vectors
from ..align.settings import ALIGNED_NAME, CoregisterSettings, ReferenceMode
from ..align.transform import Transform
from ..align.typical import Overviews, agreement_with_others, overlapping_groups
from ..checks import TooFewImagesError, check_reference_systems, find_single_images, raise_all, warn_of_turns
from ..errors import EvenlightError, OptionError, path_text
from ..execution import run_tasks
from ..naming import check_outputs
from ..progress import Progress, Silent, conclude, counted
from ..raster.canvas import make_canvas, meets
from ..raster.grid import Grid
from ..raster.image import Image, describe, inspect
from ..raster.vector_file import check_vector_name
from ..raster.write import WriteJob, write_images
from ..report.files import PAGE, check_report
from ..report.report_file import ReportFile
from ..run import Run
from ..settings import ExecutionSettings, OutputSettings
from ..statistics.overlaps import find_overlaps
from .align_pages import page_of_outcomes
from .aligned import deliver_aligned
from .closing import conclude_files
from .public import public
from .results import AlignResult

MATCHED = 0.5
"""Share of the run that ends when it is known where images belong."""
MOST_EMPTY = 100
"""Times the pixels of all images that a common grid may have."""
WORKER_BYTES = 45e6
"""Memory that matching one image should have at least, before fewer are matched at once."""

REMEDY = "Try another METHOD or CHANNEL, or a larger MAX_SHIFT, and check that it shows the ground of the reference."
"""For an image that could not be aligned."""


@public
def coregister(
    paths: Sequence[str],
    reference: str | None,
    output: OutputSettings,
    *,
    settings: CoregisterSettings = CoregisterSettings(),
    table: str | None = None,
    vectors: str | None = None,
    report: ReportFile | None = None,
    execution: ExecutionSettings = ExecutionSettings(),
    progress: Progress = Silent(),
) -> AlignResult:
    """Shift or warp images onto a reference image, or onto the mean or median of all.

    An image that is the reference, lies in place already, or cannot be aligned is passed on as it is,
    with a message why.  ``table``: a CSV file of what was found; ``vectors``: a GeoPackage or GeoJSON
    file of lines from where the ground is shown to where it belongs; ``report``: an HTML page about it.

    Raises `Problems`, `DamagedRasterError`, `ReferenceSystemError`, `WriteError`, `ReplaceError`,
    `Cancelled` or a `ClusterError`; earlier outputs are then untouched.
    """
    output = output.named(ALIGNED_NAME)
    run = Run(execution, progress)
    images, standard = _checked(paths, reference, output, settings, (table, vectors, report and report.path), run)
    if standard is not None:
        target = standard.path
        outcomes = _matched(images, standard, "", settings, run.stage(0.0, MATCHED))
        common = standard.grid
    else:
        target = f"{settings.reference_mode} of the images"
        warn_of_turns(images, find_overlaps(images, progress), progress)
        outcomes = _matched_to_all(images, target, settings, run.stage(0.0, MATCHED))
        common = make_canvas(images)
    _report(outcomes, common if settings.same_grid else None, progress)
    further: dict[str, Callable[[str], None]] = {}
    if table:
        further[table] = partial(write_table, outcomes=outcomes, method=str(settings.match.method))
    if vectors:
        further[vectors] = partial(write_vectors, outcomes=outcomes, crs=common.crs)
    sentence = _sentence(outcomes, target)
    further.update(page_of_outcomes(report, outcomes, common, settings, sentence, progress))
    written = deliver_aligned(
        images,
        [found.placement for found in outcomes],
        "coregister",
        output,
        settings.resampling,
        common if settings.same_grid else None,
        run.stage(MATCHED, 1.0),
        further,
        standard,
    )
    conclude(progress, sentence)
    conclude_files(written, "image", progress)
    return AlignResult(written, [], outcomes)


def check_reference(settings: CoregisterSettings, reference: str | None) -> list[EvenlightError]:
    """Whether there is a reference where one is wanted, and none where the images together are one."""
    mode = settings.reference_mode
    if (mode is ReferenceMode.IMAGE) == (reference is not None):
        return []
    if reference is None:
        return [OptionError("REFERENCE", "empty", "a reference image, or set REFERENCE_MODE to mean or median")]
    return [OptionError("REFERENCE", reference, f"nothing with the REFERENCE_MODE {mode}")]


def _checked(
    paths: Sequence[str],
    reference: str | None,
    output: OutputSettings,
    settings: CoregisterSettings,
    files: tuple[str | None, str | None, str | None],
    run: Run,
) -> tuple[list[Image], Image | None]:
    """The images and the reference; ``files``: table, vectors and page.

    Raises `Problems` with all that is wrong, or a `ClusterError`.
    """
    images, problems = find_single_images(paths, progress=run.progress)
    by_image = settings.reference_mode is ReferenceMode.IMAGE
    standard = None
    problems += check_reference(settings, reference)
    if by_image and reference is not None:
        found = inspect(reference)
        if isinstance(found, Image):
            standard = found
        elif reference not in paths:
            problems.append(found)
    elif not by_image:
        if len(paths) < 2:
            problems.append(TooFewImagesError(len(paths), 2))
        # what all show together is kept in a folder of this machine
        problems += run.refuse_cluster(f"the REFERENCE_MODE {settings.reference_mode}")
    everything = images if standard is None else [*images, standard]
    further, (_, vectors, page) = list(filter(None, files)), files
    problems += check_report(ReportFile(page) if page else None, PAGE)
    systems = check_reference_systems(everything)
    problems += systems
    if images:
        problems += check_alignment(settings, everything)
        problems += check_outputs(images, output, [*paths, *filter(None, [reference])], further)
        problems += [] if systems else _check_grid(images, standard, settings)
    problems += check_vector_name(vectors, "shift vectors", LAYER) if vectors else []
    raise_all(problems)
    run.check_cluster([image.path for image in everything], [output.folder])
    return images, standard


def _check_grid(images: Sequence[Image], standard: Image | None, settings: CoregisterSettings) -> list[EvenlightError]:
    if not settings.same_grid:
        return []
    if standard is not None:
        return []
    try:
        grid = make_canvas(images)
    except EvenlightError as problem:
        return [problem]
    # as wide as all that lies between images far apart, and one file of it for each
    empty = grid.width * grid.height > MOST_EMPTY * sum(image.width * image.height for image in images)
    remedy = f"false: the images lie far apart, the grid that holds them has {grid.width} x {grid.height} pixels"
    return [OptionError("SAME_GRID", "true", remedy)] if empty else []


def _matched(
    images: Sequence[Image],
    standard: Image,
    composite: str,
    settings: CoregisterSettings,
    run: Run,
) -> list[Outcome]:
    """What is found about each image against one reference; ``composite``: what that is called if it is no image."""
    with run.pool(min(len(images), run.memory() // WORKER_BYTES)) as pool:
        aligner = Aligner(standard, composite, settings, run.memory(pool.together))
        return list(run_tasks(aligner.find, images, pool, run.progress, float(len(images))))


def _matched_to_all(
    images: Sequence[Image],
    name: str,
    settings: CoregisterSettings,
    run: Run,
) -> list[Outcome]:
    """What is found about each image against all of them together, by groups that overlap."""
    outcomes: dict[str, Outcome] = {}
    for group in overlapping_groups(images):
        start, end = (number / len(images) for number in (len(outcomes), len(outcomes) + len(group)))
        if len(group) == 1:
            found = [untouched(group[0], name, "it overlaps no other image")]
        else:
            found = _group_matched(group, name, settings, run.stage(start, end))
        outcomes.update((outcome.image.path, outcome) for outcome in found)
    return [outcomes[image.path] for image in images]


def _group_matched(
    images: Sequence[Image],
    name: str,
    settings: CoregisterSettings,
    run: Run,
) -> list[Outcome]:
    """The same of images that overlap.

    What shifted images show together is blurred, and holds each of them where it lies: so they are
    aligned to the most typical one first, and then to what they show after that.
    """
    with tempfile.TemporaryDirectory(prefix="evenlight-") as folder:
        overviews = Overviews(images, settings.match.channel, run.memory())
        with run.pool(len(images)) as pool:
            seen = list(run_tasks(overviews.see, images, pool, run.stage(0.0, 0.2).progress, float(len(images))))
        # rounded, so that the order of equals does not decide
        likeness = agreement_with_others(seen).round(9)
        typical = max(zip(likeness, (image.path for image in images), images))[2]
        first = _matched(images, typical, "", settings, run.stage(0.2, 0.5))
        sharp = _together(os.path.join(folder, "sharp.tif"), first, settings, run.stage(0.5, 0.7))
        second = _matched(images, sharp, name, settings, run.stage(0.7, 1.0))
        return centred([settled(*both) for both in zip(first, second)])


def _together(
    path: str,
    outcomes: Sequence[Outcome],
    settings: CoregisterSettings,
    run: Run,
) -> Image:
    """What those images show together, as they belong, that a place was found for."""
    placed = [(found.image, found.placement) for found in outcomes if found.accepted or found.in_place]
    grid = make_canvas([found.image for found in outcomes])
    composite = Composite(placed, grid, settings.reference_mode, settings.match.channel)
    write_images([WriteJob(composite, path)], OUTPUT, run)
    return describe(path)


def _sentence(outcomes: Sequence[Outcome], target: str) -> str:
    """How many images lie on the reference now."""
    moved, there = (sum(getattr(found, what) for found in outcomes) for what in ("accepted", "in_place"))
    kept = f", {there} lay in place already" if there else ""
    left = len(outcomes) - moved - there
    failed = f", {left} could not be aligned" if left else ""
    return f"{moved} of {counted(len(outcomes), 'image')} aligned to {path_text(target)}{kept}{failed}."


def _report(outcomes: Sequence[Outcome], common: Grid | None, progress: Progress) -> None:
    for found in outcomes:
        if found.accepted:
            columns, rows = found.shift
            moved = f"{found.image.name}: moved by {columns:.2f} columns and {rows:.2f} rows{_turned(found)}"
            progress.inform(f"{moved}; {_correlations(found)}.")
            if not found.checked:
                progress.warn(
                    f"Nothing checks the warp of {found.image.name}: it was made from all windows that tell; look at "
                    "the result there, or choose a smaller WINDOW_SPACING."
                )
        elif found.in_place:
            progress.inform(f"{found.image.name} is passed on as it is: {found.reason}.")
        elif common is not None and not meets(found.image, common):
            progress.warn(
                f"{found.image.name} lies outside the grid that SAME_GRID gives to all: its result is empty. Turn "
                "SAME_GRID off, or choose another reference."
            )
        else:
            progress.warn(
                f"{found.image.name} could not be aligned and is passed on as it is: {found.reason}. {REMEDY}"
            )


def _correlations(found: Outcome) -> str:
    if found.before is None:
        return "together with the others, which were aligned to it"
    where = "held-out windows" if found.checked else "the windows it was made from"
    return f"correlation on {where} {found.before:.4f} before, {found.after:.4f} after"


def _turned(found: Outcome) -> str:
    if not isinstance(found.placement, Transform) or found.placement.is_shift:
        return ""
    turn, scale = found.turn_and_scale()
    return f", turned by {turn:.3f} degrees counterclockwise and scaled by {scale:.5f}"
