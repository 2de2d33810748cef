"""Normalised cross-correlation of an image with a template, or with another image window by window."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ..checks import BandCountError, NoOverlapError, check_reference_systems, raise_all
from ..errors import EvenlightError, OptionError
from ..filters.errors import FlatBandError, NoScoreError, PartnerError
from ..filters.matching import (
    TILE,
    TemplateMatcher,
    WindowMatcher,
    check_settings,
    coarse_image,
    pair_bytes,
    template_bytes,
)
from ..filters.settings import ALL_BANDS, CrossCorrelationSettings
from ..messages import Message, counted
from ..progress import Progress, Silent
from ..raster.bands import check_bands, chosen_bands
from ..raster.canvas import meets
from ..raster.image import Image, inspect
from ..raster.source import Facts, Pixels, Plan
from ..raster.transaction import Outputs
from ..raster.vector_file import table_text
from ..raster.window import Window
from ..raster.write import Share, WriteJob, open_result, tags_of, write_images
from ..raster.writing import write_text
from ..run import Run
from ..settings import ExecutionSettings, OutputSettings, OutputType
from .closing import conclude_files
from .public import public
from .single_raster import beside, check_ending, check_results, find_raster

OUTPUT_TYPE = OutputType.FLOAT32
ALIKE = 0.01
"""Share by which pixel sizes may differ without a warning."""

NOTHING_VALID = Message(
    "too few pixels are valid in both, or nothing has contrast; check nodata and masks, or lower MIN_VALID"
)
"""Why there is no score, and what helps."""


class CrossCorrelationResult(NamedTuple):
    """What was written."""

    output: str
    shift: str | None
    """None where none was asked for."""
    lags: str | None = None
    """The same."""


class _Inputs(NamedTuple):
    image: Image
    """With the bands that count."""
    partner: Image
    """The template with these bands, or the other image with all."""


@public
def cross_correlation(
    path: str,
    target: str,
    *,
    template: str | None = None,
    other: str | None = None,
    shift: str | None = None,
    lags: str | None = None,
    settings: CrossCorrelationSettings = CrossCorrelationSettings(),
    bands: str = ALL_BANDS,
    nodata: float | None = None,
    creation_options: str = "",
    execution: ExecutionSettings = ExecutionSettings(),
    progress: Progress = Silent(),
) -> CrossCorrelationResult:
    """Write scores, -1 to 1 or NaN (nodata), each the mean of the bands' normalised cross-correlations.

    With a ``template``: for every pixel, the score of the template whose centre, its pixel
    ``size // 2``, lies there.  With an ``other`` image: one pixel for each window of
    ``settings.window`` pixels, its best score within ``settings.search`` pixels, and in the raster
    ``shift`` how far to the right and down, in pixels, the other image shows the same.  ``lags``: a CSV file of
    the mean score of all windows at every whole shift within the search; of an image with itself, its autocorrelation.
    ``nodata``: replaces all that the file declares, and counts for a partner that declares nothing.
    No bit depends on memory or threads.  Raises `Problems`, `DamagedRasterError`, `WriteError`,
    `ReplaceError` or `Cancelled`; earlier files are then untouched.
    """
    targets = [target, *([shift] if shift else [])]
    run = Run(execution, progress)
    found = _checked(path, targets, lags, template, other, settings, bands, nodata, creation_options, run)
    _warn_of_pixels(found, template is not None, progress)
    run = Run(execution, progress)
    with Outputs([*targets, *([lags] if lags else [])], found) as outputs:
        parts = [outputs.part(name) for name in targets]
        if template:
            _slide(found, parts[0], settings, creation_options, run)
        else:
            _compare(found, parts, lags and outputs.part(lags), settings, creation_options, run)
        outputs.commit(progress)
    conclude_files(targets, counted(len(targets), "raster"), progress)
    if lags:
        conclude_files([lags], counted(1, "table"), progress)
    progress.advance(1.0)
    return CrossCorrelationResult(target, shift, lags)


def _slide(found: _Inputs, part: str, settings: CrossCorrelationSettings, creation_options: str, run: Run) -> None:
    """Scores of a template at every pixel.  Raises `Problems` where a band of it is flat."""
    tile = TILE, TILE
    workers = run.at_once(template_bytes(found.partner))
    plan = Plan(tile, tile, workers, run.memory() - workers * template_bytes(found.partner))
    matcher = TemplateMatcher(found.image, found.partner, settings, plan)
    raise_all([FlatBandError(found.partner.path, found.partner.bands[place]) for place in matcher.flat_bands])
    best, place = -2.0, None

    def note(window: Window, pixels: Pixels) -> None:
        nonlocal best, place
        scores = pixels.values[0]
        if pixels.valid.any() and np.nanmax(scores) > best:
            best = float(np.nanmax(scores))
            row, column = np.unravel_index(np.nanargmax(scores), scores.shape)
            place = window.column + int(column), window.row + int(row)

    output = OutputSettings(creation_options=creation_options)
    write_images([WriteJob(matcher, part, _tags(settings, found.partner, True), each=note)], output, run)
    if place is None:
        raise NoScoreError(found.image.path, found.partner.path, NOTHING_VALID)
    run.conclude(_place_of_best(best, place, found.image))


def _place_of_best(score: float, place: tuple[int, int], image: Image) -> str:
    """Where a template fits best: column and row from 0, and map coordinates of the middle of the pixel."""
    column, row = place
    x, dx, rx, y, ry, dy = image.geotransform
    across, down = column + 0.5, row + 0.5
    where = f" (x {x + across * dx + down * rx:.10g}, y {y + across * ry + down * dy:.10g})" if image.placed else ""
    return Message(
        "The best score is {score:.4f}, at column {column} and row {row}, counted from 0{where}.",
        score=score, column=column, row=row, where=where,
    )


def _compare(
    found: _Inputs, parts: Sequence[str], lags: str | None, settings: CrossCorrelationSettings, creation_options: str,
    run: Run,
) -> None:  # fmt: skip
    """Scores and shifts of windows, and scores by shift."""
    workers = run.at_once(pair_bytes(settings, len(found.image.bands)))
    matcher = WindowMatcher(found.image, found.partner, settings, workers)
    coarse, tags = matcher.image, _tags(settings, found.partner, False)
    output = OutputSettings(creation_options=creation_options)
    outside, by_lag = 0, None
    with ExitStack() as stack:
        shifts = []
        for part in parts[1:]:
            facts = Facts(coarse.with_values(coarse.gdal_type, math.nan, 2), ["dx", "dy"])
            share = Share(run.memory(), run.threads)
            like = output, tags, matcher.plan.tile, share, run.progress.cancelled
            shifts.append(stack.enter_context(open_result(facts, part, *like)))

        def note(window: Window, pixels: Pixels) -> None:
            nonlocal outside, by_lag
            outside += pixels.beside.outside
            by_lag = pixels.beside.by_lag if by_lag is None else by_lag + pixels.beside.by_lag
            for result in shifts:
                line = pixels.beside.shift[:, None, :window.width]
                result.write(window, Pixels(line, np.isfinite(line)))

        (written,) = write_images([WriteJob(matcher, parts[0], tags, each=note)], output, run)
    if lags and by_lag is not None:
        write_text(lags, table_text(by_lag.rows(matcher.offset)))
    scored = int(written.valid[0])
    if not scored:
        raise NoScoreError(found.image.path, found.partner.path, NOTHING_VALID)
    total = coarse.width * coarse.height
    run.conclude(Message(
        "{scored:,} of {windows} have a score ({share:.1%}).",
        scored=scored, windows=counted(total, "window"), share=scored / total,
    ))
    if outside:
        run.progress.warn(Message(
            "{image}: {windows} most alike at the end of the search, where no shift is known: raise SEARCH, or "
            "WINDOW where the images have little contrast.",
            image=found.image.name, windows=counted(outside, "window"),
        ))


def check_partner(template: str | None, other: str | None) -> list[EvenlightError]:
    """Whether there is something to compare with, and one thing only."""
    return [PartnerError(both=bool(template))] if bool(template) == bool(other) else []


def _checked(
    path: str, targets: Sequence[str], lags: str | None, template: str | None, other: str | None,
    settings: CrossCorrelationSettings, bands: str, nodata: float | None, creation_options: str, run: Run,
) -> _Inputs:  # fmt: skip
    """The images.  Raises `Problems` with all that is wrong."""
    image, problems = find_raster(path, bands, nodata, placed=bool(other))
    problems += check_settings(settings) + run.refuse_cluster("cross_correlation")
    problems += check_partner(template, other)
    if template and len(targets) > 1:
        problems.append(OptionError("OUTPUT_SHIFT", targets[1], Message("nothing with a TEMPLATE, which has no shift")))
    if template and lags:
        problems.append(OptionError("OUTPUT_LAGS", lags, Message("nothing with a TEMPLATE, which has no shift")))
    problems += check_ending(lags, Message("the table is a CSV file"), (".csv",))
    if other and len(targets) > 1 and settings.search == 0:
        problems.append(OptionError("SEARCH", settings.search, Message("1 or more where OUTPUT_SHIFT is given")))
    partner = inspect(template or other, placed=not template) if template or other else None
    if isinstance(partner, EvenlightError):
        problems.append(partner)
        partner = None
    partner = partner and beside(partner, nodata)
    known = [found for found in (image, partner) if found is not None]
    results = [] if image is None else [image if template else coarse_image(image, max(settings.window, 1))]
    sizes = [(replace(found, bands=(1,), alpha=None), OUTPUT_TYPE) for found in results] * len(targets)
    files = [*targets, *([lags] if lags else [])]
    problems += check_results([path, template, other], files, creation_options, sizes)
    if image is not None and partner is not None:
        problems += _misfits(image, partner, bands, bool(template), settings.min_valid)
    if not problems and image is not None and partner is not None:
        needed = template_bytes(partner) if template else pair_bytes(settings, len(image.bands))
        if not run.at_once(needed):
            name, size = ("TEMPLATE", partner.path) if template else ("WINDOW", settings.window)
            problems.append(OptionError(name, size, Message("a smaller one, or raise MEMORY_BUDGET")))
    raise_all(problems)
    image, partner = known
    return _Inputs(image, chosen_bands(partner, bands) if template else partner)


def _misfits(
    image: Image, partner: Image, bands: str, is_template: bool, min_valid: float
) -> list[EvenlightError]:
    """Why two images cannot be compared."""
    problems = check_bands(bands, [partner]) if bands else []
    if not bands and len(partner.bands) != len(image.bands):
        problems.append(BandCountError({image.path: len(image.bands), partner.path: len(partner.bands)}))
    if is_template:
        over = min(image.width, partner.width) * min(image.height, partner.height)
        if over < min_valid * partner.width * partner.height:
            sizes = [f"{one.width} x {one.height}" for one in (partner, image)]
            why = Message(
                "the template has {pixels} pixels, the image {image_pixels}; cut a smaller one, or lower MIN_VALID",
                pixels=sizes[0], image_pixels=sizes[1],
            )
            problems.append(NoScoreError(image.path, partner.path, why))
        return problems
    systems = check_reference_systems([image, partner])
    if not systems and not meets(partner, image.grid):
        systems.append(NoOverlapError([image.path, partner.path]))
    return problems + systems


def _tags(settings: CrossCorrelationSettings, partner: Image, is_template: bool) -> dict[str, str]:
    name = os.path.basename(partner.path)
    compared = {"EVENLIGHT_TEMPLATE": name}
    if not is_template:
        compared = {"EVENLIGHT_OTHER": name, "EVENLIGHT_WINDOW": f"{settings.window}, search {settings.search}"}
    return tags_of("cross_correlation", EVENLIGHT_MIN_VALID=f"{settings.min_valid:g}", **compared)


def _warn_of_pixels(found: _Inputs, is_template: bool, progress: Progress) -> None:
    """A template is compared pixel by pixel, whatever their size."""
    transforms = (found.image.geotransform, found.partner.geotransform)
    sides = [(math.hypot(dx, ry), math.hypot(rx, dy)) for _, dx, rx, _, ry, dy in transforms]
    if is_template and any(abs(one / other - 1) > ALIKE for one, other in zip(*sides)):
        progress.warn(Message(
            "The pixels of {partner} are not as large as those of {image}: a template is compared pixel by pixel; "
            "resample it first (Warp) where it shows things at another scale.",
            partner=found.partner.path, image=found.image.path,
        ))
