"""Where images belong: against one reference, against what all or some of them show together, or as a file says."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence

import numpy as np

from ..align.composite import OUTPUT, Composite
from ..align.matrices_file import SavedMove, move_of
from ..align.outcomes import Aligner, centred, settled, untouched
from ..align.pair import Mesh
from ..align.report import Outcome
from ..align.settings import CoregisterSettings
from ..align.typical import Overviews, agreement_with_others, overlapping_groups
from ..align.views import Limits
from ..execution import run_tasks
from ..messages import Message
from ..raster.canvas import make_canvas
from ..raster.image import Image, describe
from ..raster.write import WriteJob, write_images
from ..run import Run

WORKER_BYTES = 45e6
"""Memory that matching one image should have at least, before fewer are matched at once."""


def matched(
    images: Sequence[Image],
    standard: Image,
    composite: str,
    settings: CoregisterSettings,
    limits: Limits | None,
    run: Run,
) -> list[Outcome]:
    """What is found about each image against one reference; ``composite``: what that is called if it is no image."""
    with run.pool(min(len(images), run.memory() // WORKER_BYTES)) as pool:
        aligner = Aligner(standard, composite, settings, run.memory(pool.together), limits)
        return list(run_tasks(aligner.find, images, pool, run.progress, float(len(images))))


def matched_together(
    images: Sequence[Image],
    chosen: Sequence[Image],
    name: str,
    settings: CoregisterSettings,
    limits: Limits | None,
    run: Run,
) -> list[Outcome]:
    """What is found about each image against what the ``chosen`` ones show together, by groups that overlap."""
    outcomes: dict[str, Outcome] = {}
    paths = {image.path for image in chosen}
    for group in overlapping_groups(images):
        start, end = (number / len(images) for number in (len(outcomes), len(outcomes) + len(group)))
        own = [image for image in group if image.path in paths]
        if len(group) == 1:
            found = [untouched(group[0], name, Message("it overlaps no other image"))]
        elif not own:
            found = [untouched(image, name, Message("no image of the reference overlaps it")) for image in group]
        else:
            found = _group_matched(group, own, name, settings, limits, run.stage(start, end))
        outcomes.update((outcome.image.path, outcome) for outcome in found)
    return [outcomes[image.path] for image in images]


def _group_matched(
    images: Sequence[Image],
    chosen: Sequence[Image],
    name: str,
    settings: CoregisterSettings,
    limits: Limits | None,
    run: Run,
) -> list[Outcome]:
    """The same of images that overlap.

    What shifted images show together is blurred, and holds each of them where it lies: so they are
    aligned to the most typical one first, and then to what the chosen ones show after that.
    """
    with tempfile.TemporaryDirectory(prefix="evenlight-") as folder:
        overviews = Overviews(chosen, settings.match.channel, run.memory(), limits)
        with run.pool(len(chosen)) as pool:
            seen = list(run_tasks(overviews.see, chosen, pool, run.stage(0.0, 0.2).progress, float(len(chosen))))
        # rounded, so that the order of equals does not decide
        likeness = agreement_with_others(seen).round(9)
        typical = max(zip(likeness, (image.path for image in chosen), chosen))[2]
        first = matched(images, typical, "", settings, limits, run.stage(0.2, 0.5))
        paths = {image.path for image in chosen}
        placed = [found for found in first if found.image.path in paths]
        sharp = _together(os.path.join(folder, "sharp.tif"), placed, images, settings, limits, run.stage(0.5, 0.7))
        second = matched(images, sharp, name, settings, limits, run.stage(0.7, 1.0))
        return centred([settled(*both) for both in zip(first, second)], paths)


def _together(
    path: str,
    outcomes: Sequence[Outcome],
    images: Sequence[Image],
    settings: CoregisterSettings,
    limits: Limits | None,
    run: Run,
) -> Image:
    """What those of these images show together, as they belong, that a place was found for."""
    placed = [(found.image, found.placement) for found in outcomes if found.accepted or found.in_place]
    composite = Composite(placed, make_canvas(images), settings.reference_mode, settings.match.channel, limits)
    write_images([WriteJob(composite, path)], OUTPUT, run)
    return describe(path)


def loaded(images: Sequence[Image], file: str, saved: Sequence[SavedMove]) -> list[Outcome]:
    """What a file says of each image.  Raises `NoMatrixError` or `SavedFileError`."""
    return [_loaded(image, file, move_of(file, saved, image)) for image in images]


def _loaded(image: Image, file: str, move: SavedMove) -> Outcome:
    placement = move.placement
    if placement is None:
        return untouched(image, file, move.reason or Message("it is not moved"), in_place=True)
    if isinstance(placement, Mesh):
        step, matrix = np.median(placement.belongs - placement.places, axis=0), None
    else:
        middle = image.grid.map_of(np.array([[image.width / 2, image.height / 2]]))
        step, matrix = (placement.moved(middle) - middle)[0], placement.matrix
    columns, rows = np.linalg.solve(image.grid.matrix[:2, :2], step).tolist()
    ground = float(step[0]), float(step[1])
    return Outcome(image, file, placement, (columns, rows), ground, matrix, None, None, 0, True, "", None)
