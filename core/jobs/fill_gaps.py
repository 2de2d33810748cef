"""Holes of an image filled from what is around them, or from another image of the same ground."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np

from ..checks import BandCountError, check_overlap, check_reference_systems, find_single_images, raise_all
from ..errors import EvenlightError, MissingLibraryError, NoCommonPixelsError, OptionError, path_text
from ..execution import Signal, run_tasks
from ..filters.gaps.filling import INPAINTINGS, GapFiller, HoleTask, TileTask, bands_together, tasks_of, worker_memory
from ..filters.gaps.holes import Found, Joining, Left, tiles_of
from ..filters.gaps.inpainting import LARGEST, check_opencv
from ..filters.gaps.lines import ACROSS, LineMeans
from ..filters.gaps.other_image import MOST, OtherImage
from ..filters.gaps.output import Filled, FilledPixels, filled_pixels, write_filled
from ..filters.gaps.surroundings import Layer, layers_of
from ..filters.settings import ALL_BANDS, GapMethod, GapSettings
from ..messages import Message, counted, joined
from ..progress import Progress, Silent
from ..raster.bands import check_bands, parse_bands
from ..raster.image import Image, same_file_key
from ..raster.source import Handles
from ..raster.transaction import Outputs
from ..raster.writing import output_nodata
from ..run import Run
from ..settings import ExecutionSettings, OutputSettings, OutputType
from .closing import conclude_files
from .public import public
from .results import GapsResult
from .single_raster import beside, check_results

FOUND, BALANCED, FILLED = 0.2, 0.3, 0.8
"""Shares of the run that end with the search for holes, the balance of the other image, and the filling."""

STRIPED = 0.1
"""Of the pixels connected to the edge that lie between valid ones: more are gaps rather than a ragged outline."""

WELL_SPREAD = 64
"""Tiles that the balance of whole images comes from, at least."""


@public
def fill_gaps(
    path: str,
    target: str,
    *,
    settings: GapSettings = GapSettings(),
    other: str | None = None,
    filled_mask: str | None = None,
    bands: str = ALL_BANDS,
    nodata: float | None = None,
    creation_options: str = "",
    execution: ExecutionSettings = ExecutionSettings(),
    progress: Progress = Silent(),
) -> GapsResult:
    """Write the image ``path`` with its holes filled; valid pixels stay bit by bit.

    A hole is a patch of invalid pixels that share sides: in each of ``bands`` (a list such as ``1,3-5``) by
    itself, or in all of them where one mask or alpha band holds for all.  ``other``: the image that
    `GapMethod.OTHER_IMAGE` takes pixels from, on any grid.  ``filled_mask``: a file for a raster of
    bytes, 1 where a pixel was filled in any band, else 0.  ``nodata``: replaces all that the file declares, and
    counts for an ``other`` that declares nothing.

    Raises `Problems`, `NoCommonPixelsError`, `DamagedRasterError`, `WriteError`, `ReplaceError` or
    `Cancelled`; earlier outputs are then untouched.
    """
    targets = [target, *([filled_mask] if filled_mask else [])]
    run = Run(execution, progress)
    images, places = _checked(path, other, settings, bands, nodata, targets, creation_options, run)
    image = images[0]
    if other and len(images) == 1:
        progress.warn(Message(
            "{other} is not used: METHOD {method} takes no pixels from another image. Choose METHOD other_image, "
            "or leave OTHER empty.",
            other=path_text(other), method=settings.method,
        ))
    workers = max(1, run.at_once(worker_memory(image)))
    handles = Handles()
    donor = OtherImage(image, images[1]) if len(images) > 1 else None
    filler = GapFiller(image, settings, donor, handles, bands_together(image, run.memory(workers)))
    layers, found = _find(filler, layers_of(image, places), settings, workers, run.stage(0.0, FOUND))
    _tell_stripes(image.name, found, progress)
    tasks = tasks_of(layers, found)
    if donor is not None:
        _balance(filler, donor, layers, images, workers, run.stage(FOUND, BALANCED))
    elif settings.method in ACROSS:
        filler.lines = _means_of_lines(filler, image, settings, workers, run.stage(FOUND, BALANCED))
    with Outputs(targets, images) as outputs:
        part, mask = (outputs.part(name) for name in (targets[0], targets[-1]))
        nodata = output_nodata(image, image.gdal_type)
        # whatever stands behind the name of a part goes with it
        with filled_pixels(f"{part}.filled.tif", image, nodata) as store:
            holes, empty = _fill(filler, tasks, store, workers, run.stage(BALANCED, FILLED))
            like = part, mask if filled_mask else None, OutputSettings(creation_options=creation_options)
            filled = write_filled(Filled(image, store), *like, settings.method, run.stage(FILLED, 1.0)).changed
        outputs.commit(progress)
    run.conclude(_sentence(image.name, filled, holes, settings))
    conclude_files(targets, counted(len(targets), "raster"), progress)
    _tell_what_is_left(image.name, found, empty, settings, progress)
    progress.advance(1.0)
    return GapsResult(target, filled_mask, filled, holes)


def _sentence(name: str, filled: int, holes: int, settings: GapSettings) -> Message:
    places = Message("{pixels} in {holes}", pixels=counted(filled, "pixel"), holes=counted(holes, "hole"))
    return Message(
        "{name}: {places} were filled ({method}).", "{name}: {places} was filled ({method}).",
        n=filled, name=name, places=places, method=settings.method,
    )  # fmt: skip


def _find(
    filler: GapFiller, layers: Sequence[Layer], settings: GapSettings, workers: int, run: Run
) -> tuple[list[Layer], list[Found]]:
    """What is to be filled in each layer; layers with the same holes become one, whose holes are weighed once."""
    windows = list(tiles_of(filler.size))
    joining = [Joining(filler.size, settings) for _ in layers]
    with run.pool(workers) as pool:
        look = partial(filler.look, layers)
        alike = True
        for window, looked in zip(windows, run_tasks(look, windows, pool, run.progress, float(len(windows)))):
            alike &= looked.alike
            for join, part in zip(joining, looked.pieces):
                join.add(part, window)
    if alike:
        layers, joining = [tuple(place for layer in layers for place in layer)], joining[:1]
    return list(layers), [join.found() for join in joining]


def _balance(
    filler: GapFiller, donor: OtherImage, layers: Sequence[Layer], images: Sequence[Image], workers: int, run: Run
) -> None:
    """Balance the whole other image, for holes with too little around them.

    Tiles are looked at one by one, evenly over the image, until there are enough common pixels.
    """
    windows = list(tiles_of(filler.size))
    step = max(1, len(windows) // WELL_SPREAD)
    spread = [window for first in range(step) for window in windows[first::step]]
    for number, layer in enumerate(layers):
        samples: list[np.ndarray] = []
        part = run.stage(number / len(layers), (number + 1) / len(layers)).progress
        with run.pool(workers) as pool:
            look = partial(filler.common, layer)
            for sample in run_tasks(look, spread, pool, part, float(len(spread))):
                samples.append(sample)
                if len(samples) >= WELL_SPREAD and sum(known.shape[1] for known in samples) >= MOST:
                    break
        common = np.concatenate(samples, axis=1)
        if not common.shape[1]:
            raise NoCommonPixelsError([image.path for image in images])
        own, other = common[:len(layer)], common[len(layer):]
        filler.otherwise[layer] = donor.balance(other, own, None, Signal())


def _means_of_lines(filler: GapFiller, image: Image, settings: GapSettings, workers: int, run: Run) -> LineMeans:
    """Means of all valid pixels of rows or columns."""
    means, windows = LineMeans(settings.method, len(image.bands), filler.size), list(tiles_of(filler.size))
    with run.pool(workers) as pool:
        summed = run_tasks(filler.sum_lines, windows, pool, run.progress, float(len(windows)))
        for window, sums in zip(windows, summed):
            means.add(window, sums)
    return means


def _fill(
    filler: GapFiller, tasks: Sequence[HoleTask | TileTask], store: FilledPixels, workers: int, run: Run
) -> tuple[int, int]:
    """Fill the holes; returns how many got at least one pixel, and how many pixels got none."""
    work = float(sum(len(task.hole.seeds) if isinstance(task, HoleTask) else 1 for task in tasks))
    within = too_large = empty = 0
    across: set[tuple[int, ...]] = set()
    with run.pool(workers) as pool:
        fill = partial(filler.fill, store)
        for task, filled in zip(tasks, run_tasks(fill, tasks, pool, run.progress, work)):
            too_large += filled.too_large
            empty += filled.empty
            if isinstance(task, HoleTask):
                # holes of several bands at one place are one
                across.update(map(tuple, filled.holes.tolist()))
            else:
                within += len(filled.holes)
    if too_large:
        run.progress.warn(Message(
            "{holes} left as found: the rectangle around has more than {largest} pixels, too many for inpainting; "
            "choose nearest, inverse_distance or other_image.",
            holes=counted(too_large, "hole"), largest=LARGEST,
        ))
    return within + len(across), empty


def _tell_stripes(name: str, found: Sequence[Found], progress: Progress) -> None:
    """Warn, before anything is filled, of gaps that are none because they run through to the edge."""
    outside = max((layer.outside for layer in found), key=lambda left: left.between)
    if outside.between > STRIPED * outside.pixels:
        progress.warn(Message(
            "{name}: {pixels} between valid ones will stay without data, as stripes that run through to the "
            "raster's edge do (Landsat 7). Turn INSIDE_FOOTPRINT off to fill them, and blank with mask_rasters "
            "what else is filled outside the footprint.",
            name=name, pixels=counted(outside.between, "pixel"),
        ))


def _tell_what_is_left(
    name: str, found: Sequence[Found], empty: int, settings: GapSettings, progress: Progress
) -> None:
    """One line about what stays without data, and why."""
    large, outside = Left(), Left()
    for layer in found:
        large, outside = large.plus(layer.large), outside.plus(layer.outside)
    reasons = []
    if empty:
        by_other = settings.method is GapMethod.OTHER_IMAGE
        lacking = Message("OTHER shows nothing") if by_other else Message("nothing valid bounds the hole")
        reasons.append(Message("{pixels} where {lacking}", pixels=counted(empty, "pixel"), lacking=lacking))
    if large.holes:
        places = Message(
            "{holes} of {pixels} in all", holes=counted(large.holes, "hole"), pixels=counted(large.pixels, "pixel")
        )
        reasons.append(Message(
            "{places}, larger than MAX_SIZE ({max_size})", places=places, max_size=settings.max_size
        ))
    if outside.holes:
        pixels = counted(outside.pixels, "pixel")
        reasons.append(Message(
            "{pixels} connected to the raster's edge (turn INSIDE_FOOTPRINT off to fill them)", pixels=pixels
        ))
    if not (large.holes or any(layer.tiles or layer.holes for layer in found)):
        progress.warn(Message(
            "{name} has no hole to fill, and the result is a copy: check that its nodata value is declared, or "
            "turn INSIDE_FOOTPRINT off where the holes reach the raster's edge.",
            name=name,
        ))
    if reasons:
        each = Message(", counted in each band") if len(found) > 1 else ""
        tell = progress.warn if empty else progress.inform
        remedy = Message(" Choose another METHOD, or another OTHER, for what is left.") if empty else ""
        tell(Message(
            "{name} stays without data in some places{each}: {reasons}.{remedy}",
            name=name, each=each, reasons=joined("; ", reasons), remedy=remedy,
        ))


def _checked(
    path: str, other: str | None, settings: GapSettings, bands: str, nodata: float | None, targets: Sequence[str],
    creation_options: str, run: Run,
) -> tuple[list[Image], list[int]]:  # fmt: skip
    """The image, the other one where it is needed, and the places of the bands to fill.  Raises `Problems`."""
    needed = settings.method is GapMethod.OTHER_IMAGE
    itself = bool(other) and same_file_key(path) == same_file_key(other)
    both = needed and bool(other) and not itself
    images, problems = find_single_images([path], nodata=nodata, placed=both)
    if both:
        others, more = find_single_images([other])
        images += [beside(found, nodata) for found in others]
        problems += more
    if needed and itself:
        problems.append(OptionError("OTHER", other, Message(
            "another image than INPUT, which is empty in the same places"
        )))
    known = {image.path: image for image in images}
    problems += check_gap_settings(settings, other) + run.refuse_cluster("fill_gaps")
    if path in known:
        problems += check_bands(bands, [known[path]])
    if len(images) > 1:
        counts = {image.path: len(image.bands) for image in images}
        problems += [BandCountError(counts)] if len(set(counts.values())) > 1 else []
        problems += check_reference_systems(images)
    options = [(image, OutputType.SAME) for image in images[:1]]
    problems += check_results([path, other], targets, creation_options, options)
    raise_all(problems or (check_overlap(images, 2) if needed else []))
    image = images[0]
    numbers = parse_bands(bands) or image.bands
    if image.hidden_together and set(numbers) != set(image.bands):
        raise_all([OptionError("BANDS", bands, Message("nothing: {path} has one mask for all bands", path=image.path))])
    return images, [image.bands.index(number) for number in numbers]


def check_gap_settings(settings: GapSettings, other: str | None) -> list[EvenlightError]:
    """What is wrong without a look at the images."""
    problems: list[EvenlightError] = []
    if settings.max_size < 0:
        problems.append(OptionError("MAX_SIZE", settings.max_size, Message("pixels, or 0 for holes of any size")))
    if settings.method is GapMethod.OTHER_IMAGE and not other:
        wanted = Message("an image of the same ground, or another METHOD")
        problems.append(OptionError("OTHER", Message("empty"), wanted))
    if settings.method in INPAINTINGS:
        try:
            check_opencv()
        except MissingLibraryError as problem:
            problems.append(problem)
    return problems
