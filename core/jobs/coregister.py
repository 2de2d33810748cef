"""Aligns images to a reference, or to what they show together."""

from __future__ import annotations

import contextlib
import math
import os
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from ..align.matrices_file import SavedMove, read_matrices, write_matrices
from ..align.methods import check_alignment
from ..align.placement import placed_source, with_pixel_size
from ..align.report import LAYER, POINTS_LAYER, Outcome, write_table, write_tie_points, write_vectors
from ..align.settings import ALIGNED_NAME, CoregisterSettings, ReferenceMode
from ..align.shift_field import SUFFIX, ShiftField
from ..checks import TooFewImagesError, check_reference_systems, find_single_images, raise_all, warn_of_turns
from ..errors import EvenlightError, OptionError
from ..masks.by_image import ImageLimits
from ..masks.polygons import PolygonMask, check_mask
from ..messages import Message, counted
from ..naming import check_outputs, distinct_names, is_raster_name
from ..progress import Progress, Silent, conclude
from ..raster.canvas import make_canvas
from ..raster.cube import split_cube
from ..raster.grid import Grid
from ..raster.image import Image, called, inspect, same_file_key
from ..raster.stacked import Stacked
from ..raster.target_grid import LARGE, MOST_FINER
from ..raster.vector_file import check_vector_name
from ..raster.write import WriteJob, tags_of, write_images
from ..report.files import PAGE, check_report
from ..report.report_file import ReportFile
from ..run import Run
from ..settings import ExecutionSettings, OutputSettings
from ..statistics.overlaps import find_overlaps
from .align_pages import page_of_outcomes
from .aligned import deliver_aligned
from .closing import conclude_files
from .coregister_matching import loaded, matched, matched_together
from .coregister_report import alignment_sentence, report_alignment, report_loaded
from .public import public
from .results import AlignResult

MATCHED = 0.5
"""Share of the run that ends when it is known where images belong."""
MOST_EMPTY = 100
"""Times the pixels of all images that a common grid may have."""


@dataclass(frozen=True)
class _Inputs:
    """What a run is given beside settings and results."""

    given: Sequence[str]
    """Names of the images as they were given."""
    reference: str | None
    mask: PolygonMask | None
    load_matrices: str | None
    origins: Mapping[str, str] = field(default_factory=dict)
    """What dates of cubes are called instead of the rasters that they are read from."""

    def named(self, outcomes: Sequence[Outcome]) -> list[Outcome]:
        """With names of images that last longer than the run."""
        names = [self.origins.get(found.image.path, found.image.path) for found in outcomes]
        return [found._replace(image=replace(found.image, path=name)) for found, name in zip(outcomes, names)]

    def reads(self) -> list[str]:
        """Names of all files that are read."""
        return [*self.given, *filter(None, [self.reference, self.load_matrices, self.mask and self.mask.source])]


@dataclass(frozen=True)
class _Files:
    """What a run writes beside the aligned images; None: nothing."""

    table: str | None
    vectors: str | None
    tie_points: str | None
    matrices: str | None
    stack: str | None
    shifts: str | None
    """A folder."""
    report: ReportFile | None

    def shift_rasters(self, images: Sequence[Image]) -> list[str]:
        """One for each image."""
        folder = os.path.abspath(self.shifts) if self.shifts else None
        return [os.path.join(folder, f"{name}{SUFFIX}.tif") for name in distinct_names(images)] if folder else []

    def all(self, images: Sequence[Image]) -> list[str]:
        """Their names."""
        page = self.report and self.report.path
        single = (self.table, self.vectors, self.tie_points, self.matrices, self.stack, page)
        return [*filter(None, single), *self.shift_rasters(images)]

    def check(self) -> list[EvenlightError]:
        """Whether they have names that such files can have."""
        problems = check_vector_name(self.vectors, Message("shift vectors"), LAYER) if self.vectors else []
        problems += check_vector_name(self.tie_points, Message("tie points"), POINTS_LAYER) if self.tie_points else []
        problems += check_report(self.report, PAGE)
        if self.stack and not is_raster_name(os.path.basename(self.stack)):
            problems.append(OptionError("OUTPUT_STACK", self.stack, Message("the name of a file that ends with .tif")))
        return problems


@public
def coregister(
    paths: Sequence[str],
    reference: str | None,
    output: OutputSettings,
    *,
    settings: CoregisterSettings = CoregisterSettings(),
    mask: PolygonMask | None = None,
    load_matrices: str | None = None,
    table: str | None = None,
    vectors: str | None = None,
    tie_points: str | None = None,
    matrices: str | None = None,
    shifts: str | None = None,
    stack: str | None = None,
    report: ReportFile | None = None,
    execution: ExecutionSettings = ExecutionSettings(),
    progress: Progress = Silent(),
) -> AlignResult:
    """Shift or warp images onto a reference image, or onto the mean or median of all or some of them.

    An image that is the reference, lies in place already, or cannot be aligned is passed on as it is,
    with a message why.  ``mask``: polygons that limit what is compared, those with a name for the image of that name.
    ``load_matrices``: a file of ``matrices`` of an earlier run, which moves the images; nothing is compared then, and a
    reference only says which grid results share.

    ``table``: a CSV file of what was found; ``vectors`` and ``tie_points``: GeoPackage or GeoJSON files of lines from
    where the ground is shown to where it belongs, and of the windows that were compared; ``matrices``: a JSON file of
    what moves each image; ``shifts``: a folder of rasters of that; ``stack``: a GeoTIFF of all results' bands;
    ``report``: an HTML page about it.

    Raises `Problems`, `DamagedRasterError`, `ReferenceSystemError`, `WriteError`, `ReplaceError`,
    `Cancelled` or a `ClusterError`; earlier outputs are then untouched.
    """
    output = output.named(ALIGNED_NAME)
    run = Run(execution, progress)
    files = _Files(table, vectors, tie_points, matrices, stack, shifts, report)
    inputs = _Inputs(paths, reference, mask, load_matrices)
    with contextlib.ExitStack() as opened:
        if settings.bands_per_date:
            folder = opened.enter_context(tempfile.TemporaryDirectory(prefix="evenlight-"))
            origins = _dates(paths, settings.bands_per_date, output, folder, run)
            inputs, paths = replace(inputs, origins=origins), list(origins)
        return _aligned(paths, inputs, output, settings, files, run)


def _aligned(
    paths: Sequence[str], inputs: _Inputs, output: OutputSettings, settings: CoregisterSettings, files: _Files, run: Run
) -> AlignResult:
    progress = run.progress
    images, standard, chosen, saved = _checked(paths, inputs, output, settings, files, run)
    limits = ImageLimits(inputs.mask, settings.mask_mode, _distinct(images, standard)) if inputs.mask else None
    common = standard.grid if standard is not None else make_canvas(images) if _needs_canvas(settings, files) else None
    if inputs.load_matrices:
        target = inputs.load_matrices
        outcomes = loaded(images, target, saved)
        report_loaded(outcomes, progress)
    else:
        matching = run.stage(0.0, MATCHED)
        if standard is not None:
            target = standard.path
            outcomes = matched(images, standard, "", settings, limits, matching)
        else:
            target = Message("{mode} of the images", mode=settings.reference_mode)
            if settings.reference_images:
                target = Message("{mode} of {number} images", mode=settings.reference_mode, number=len(chosen))
            warn_of_turns(images, find_overlaps(images, progress), progress)
            outcomes = matched_together(images, chosen, target, settings, limits, matching)
        report_alignment(outcomes, common if settings.same_grid else None, progress)
    sentence = alignment_sentence(outcomes, target)
    written = deliver_aligned(
        images,
        [found.placement for found in outcomes],
        "coregister",
        output,
        settings.resampling,
        common if settings.same_grid else None,
        run.stage(MATCHED, 1.0),
        _further(files, outcomes, inputs.named(outcomes), (target, sentence), common, settings, run),
        standard,
        settings.pixel_size,
    )
    conclude(progress, sentence)
    conclude_files(written, counted(len(written), "image"), progress)
    return AlignResult(written, [], inputs.named(outcomes))


def _distinct(images: Sequence[Image], standard: Image | None) -> list[Image]:
    """The images, and the reference where it is none of them."""
    keys = {same_file_key(image.path) for image in images}
    return [*images, *([standard] if standard is not None and same_file_key(standard.path) not in keys else [])]


def _needs_canvas(settings: CoregisterSettings, files: _Files) -> bool:
    """Whether a grid that holds all images is used where there is no reference image."""
    wanted = files.vectors or files.tie_points or files.matrices or files.stack or files.report
    return bool(settings.same_grid or wanted)


def _further(
    files: _Files,
    outcomes: Sequence[Outcome],
    named: Sequence[Outcome],
    about: tuple[str, str],
    common: Grid | None,
    settings: CoregisterSettings,
    run: Run,
) -> Mapping[str, Callable[[str], None]]:
    """Files beside the images, each with what writes it; ``named``: the outcomes as reports name their images.

    ``about``: what they were aligned to, and the verdict.
    """
    target, sentence = about
    further: dict[str, Callable[[str], None]] = {}
    if files.table:
        further[files.table] = partial(write_table, outcomes=named, method=str(settings.match.method))
    if files.vectors:
        further[files.vectors] = partial(write_vectors, outcomes=named, crs=common.crs)
    if files.tie_points:
        further[files.tie_points] = partial(write_tie_points, outcomes=named, crs=common.crs)
    if files.matrices:
        further[files.matrices] = partial(write_matrices, outcomes=named, reference=target, grid=common)
    if files.stack:
        grid = with_pixel_size(common, settings.pixel_size) if settings.pixel_size else common
        further[files.stack] = partial(_write_stack, outcomes=outcomes, grid=grid, settings=settings, run=run)
    for path, found in zip(files.shift_rasters([found.image for found in outcomes]), outcomes):
        further[path] = partial(_write_shifts, found=found, run=run)
    further.update(page_of_outcomes(files.report, named, common, settings, sentence, run.progress))
    return further


def _write_stack(
    path: str, outcomes: Sequence[Outcome], grid: Grid, settings: CoregisterSettings, run: Run
) -> None:
    """All bands of all images on one grid."""
    placed = [(found.image, found.placement) for found in outcomes]
    sources = [placed_source(*one, grid, settings.resampling, settings.pixel_size) for one in placed]
    stacked = Stacked(sources, distinct_names([found.image for found in outcomes]))
    write_images([WriteJob(stacked, path, tags_of("coregister"))], OutputSettings(), run.here().muted())


def _write_shifts(path: str, found: Outcome, run: Run) -> None:
    job = WriteJob(ShiftField(found.image, found.placement), path, tags_of("coregister"))
    write_images([job], OutputSettings(), run.here().muted())


def check_reference(
    settings: CoregisterSettings, reference: str | None, load: str | None = None
) -> list[EvenlightError]:
    """Whether there is a reference where one is wanted, and none where the images together are one."""
    mode = settings.reference_mode
    by_image = mode is ReferenceMode.IMAGE
    problems: list[EvenlightError] = []
    if load and not by_image:
        wanted = Message("image with LOAD_MATRICES, which says where images belong")
        problems.append(OptionError("REFERENCE_MODE", mode, wanted))
    elif reference is None and by_image and not load:
        wanted = Message("a reference image, or set REFERENCE_MODE to mean or median")
        problems.append(OptionError("REFERENCE", Message("empty"), wanted))
    elif reference is not None and not by_image:
        wanted = Message("nothing with the REFERENCE_MODE {mode}", mode=mode)
        problems.append(OptionError("REFERENCE", reference, wanted))
    if settings.reference_images and by_image:
        wanted = Message("nothing with the REFERENCE_MODE image: set that to mean or median")
        problems.append(OptionError("REFERENCE_IMAGES", ", ".join(settings.reference_images), wanted))
    if settings.reference_channel and not by_image:
        wanted = Message("nothing with the REFERENCE_MODE {mode}, whose images have one CHANNEL", mode=mode)
        problems.append(OptionError("REFERENCE_CHANNEL", settings.reference_channel, wanted))
    return problems


def _dates(paths: Sequence[str], per_date: int, output: OutputSettings, folder: str, run: Run) -> dict[str, str]:
    """The dates of cubes as images, each with what reports call it.  Raises `Problems` or a `ClusterError`."""
    problems = run.refuse_cluster("BANDS_PER_DATE")
    if per_date < 0:
        problems.append(OptionError("BANDS_PER_DATE", per_date, Message("the number of bands of one date, or 0")))
    if output.files:
        given = Message("{number} files", number=len(output.files))
        problems.append(OptionError("output", given, Message("a folder with BANDS_PER_DATE")))
    raise_all(problems)
    dates: dict[str, str] = {}
    for number, path in enumerate(paths):
        own = os.path.join(folder, str(number))
        os.mkdir(own)
        try:
            made = split_cube(path, per_date, own)
            dates.update((date, f"{path}/{os.path.splitext(os.path.basename(date))[0]}") for date in made)
        except EvenlightError as problem:
            problems.append(problem)
    raise_all(problems)
    return dates


def _checked(
    paths: Sequence[str], inputs: _Inputs, output: OutputSettings, settings: CoregisterSettings, files: _Files, run: Run
) -> tuple[list[Image], Image | None, list[Image], list[SavedMove]]:
    """The images, the reference, those whose mean it is, and what a file says of them.

    Raises `Problems` with all that is wrong, or a `ClusterError`.
    """
    reference = inputs.reference
    images, problems = find_single_images(paths, progress=run.progress)
    by_image = settings.reference_mode is ReferenceMode.IMAGE
    standard, saved = None, []
    problems += check_reference(settings, reference, inputs.load_matrices)
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
        problems += run.refuse_cluster(Message(
            "the REFERENCE_MODE {reference_mode}", reference_mode=settings.reference_mode
        ))
    everything = images if standard is None else [*images, standard]
    systems = check_reference_systems(everything)
    problems += systems
    if images:
        problems += check_alignment(settings, images, standard)
        reads = [*inputs.reads(), *paths, *filter(None, [settings.match.model_file])]
        problems += check_outputs(images, output, reads, files.all(images))
        problems += [] if systems else _check_grid(images, standard, settings, files)
        problems += check_mask(inputs.mask, _distinct(images, standard), run.progress)
    chosen, unknown = _chosen(images, settings.reference_images)
    problems += [*unknown, *files.check()]
    if inputs.load_matrices:
        problems += [
            OptionError(name, path, Message("nothing with LOAD_MATRICES, for no windows are compared"))
            for name, path in (("VECTORS", files.vectors), ("TIE_POINTS", files.tie_points))
            if path
        ]
        try:
            saved = read_matrices(inputs.load_matrices)
            loaded(images, inputs.load_matrices, saved)
        except EvenlightError as problem:
            problems.append(problem)
    raise_all(problems)
    run.check_cluster([image.path for image in everything], [output.folder])
    return images, standard, chosen, saved


def _chosen(images: Sequence[Image], names: Sequence[str]) -> tuple[list[Image], list[EvenlightError]]:
    """The images whose mean or median is the reference, in their order; all where none is named."""
    if not names:
        return list(images), []
    found = {name: called(name, images) for name in names}
    wanted = Message("names or paths of images of the run")
    unknown = [OptionError("REFERENCE_IMAGES", name, wanted) for name, fits in found.items() if not fits]
    numbers = {number for fits in found.values() for number in fits}
    return [image for number, image in enumerate(images) if number in numbers], unknown


def _check_grid(
    images: Sequence[Image], standard: Image | None, settings: CoregisterSettings, files: _Files
) -> list[EvenlightError]:
    problems: list[EvenlightError] = []
    size = settings.pixel_size
    if size is not None and not size > 0.0:
        return [OptionError("PIXEL_SIZE", size, Message("a number above 0, or nothing for the grid's own"))]
    own = [float(image.width * image.height) for image in images]
    if size is not None:
        finer = [math.prod(side / size for side in image.grid.pixel_size) for image in images]
        if sum(pixels * by for pixels, by in zip(own, finer)) > max(LARGE, MOST_FINER * sum(own)):
            wanted = Message("larger pixels: the images' own are {times:.2g} times as large", times=max(finer))
            return [OptionError("PIXEL_SIZE", size, wanted)]
    if standard is not None or not (settings.same_grid or files.stack):
        return problems
    try:
        grid = make_canvas(images)
    except EvenlightError as problem:
        return [problem]
    # as wide as all that lies between images far apart, and one file of it for each
    empty = grid.width * grid.height > MOST_EMPTY * sum(own)
    remedy = Message(
        "false: the images lie far apart, the grid that holds them has {width} x {height} pixels",
        width=grid.width, height=grid.height,
    )
    return [OptionError("SAME_GRID", "true", remedy)] if empty else []
