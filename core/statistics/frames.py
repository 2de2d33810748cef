"""Looks for the borders of all images of a run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from ..cluster.pool import open_pool
from ..errors import some
from ..execution import run_tasks
from ..progress import Progress, stop_if_cancelled
from ..raster.frame import Frame, find_frame, look_at_corners
from ..raster.image import Image
from ..raster.lossy import is_smeared
from ..settings import ConstantBorder, ExecutionSettings

BYTES_PER_VALUE = 12
"""Of working memory for every pixel and band that is looked at: value, validity and comparisons."""


def with_frames(
    images: Sequence[Image], rule: ConstantBorder, execution: ExecutionSettings, progress: Progress
) -> tuple[Image, ...]:
    """The images with their borders, where they have one.

    Every pixel of an image with a corner of one value is read once, of others only the corners.

    Raises `DamagedRasterError`, `Cancelled` or a `ClusterError`.
    """
    if rule is ConstantBorder.AUTO:
        _tell_taken_for_data([image for image in images if image.declares], progress)
    asked = [n for n, image in enumerate(images) if rule is ConstantBorder.ALWAYS or not image.declares]
    if rule is ConstantBorder.NEVER or not asked:
        return tuple(images)
    work = float(sum(images[n].height for n in asked))
    with open_pool(execution, len(asked)) as pool:
        most_values = execution.memory_budget * 1e6 / 2 / pool.together / BYTES_PER_VALUE
        looking = run_tasks(
            partial(find_frame, most_values=most_values), [images[n] for n in asked], pool, progress, work
        )
        found = {n: frame for n, frame in zip(asked, looking) if frame is not None}
    if rule is ConstantBorder.ALWAYS and not found:
        progress.warn("None of the images has a constant border.")
    borders = {n: frame for n, frame in found.items() if _counts(images[n], frame, rule, progress)}
    return tuple(replace(image, frame=borders.get(n)) for n, image in enumerate(images))


def _counts(image: Image, frame: Frame, rule: ConstantBorder, progress: Progress) -> bool:
    """Whether a border is taken for one; it is told in any case."""
    values = f"value {_listed(frame.values)}" if frame.values else "nodata"
    if frame.rim:
        values += f" with {frame.rim} pixels beside it, which compression smeared,"
    share = f"{frame.pixels / (image.width * image.height):.1%} of the image"
    if rule is ConstantBorder.ALWAYS or frame.surrounds_a_picture():
        undo = "" if rule is ConstantBorder.ALWAYS else "; CONSTANT_BORDER never takes it for data"
        progress.inform(f"{image.name}: its border of {values} is left out ({share}){undo}.")
        return True
    progress.inform(
        f"{image.name}: {values} in a corner is taken for data, because what is left does not look like a whole "
        f"picture ({share}); CONSTANT_BORDER always leaves it out."
    )
    return False


def _tell_taken_for_data(images: Sequence[Image], progress: Progress) -> None:
    """Images that declare something and have corners of another value."""
    alike = defaultdict(list)
    smeared = []
    for image in images:
        stop_if_cancelled(progress)
        values, hidden = look_at_corners(image)
        if values:
            alike[_listed(sorted(values))].append(image.name)
        if hidden and is_smeared(image.path):
            smeared.append(image.name)
    for listing, names in alike.items():
        progress.warn(
            f"{some(names, quote='')}: value {listing} begins at a corner in all bands, another one or a mask is "
            "declared, so it is taken for data; if it is an empty border, CONSTANT_BORDER always leaves it out, and so "
            "does declaring it as nodata."
        )
    if smeared:
        progress.warn(
            f"{some(smeared, quote='')}: compressed with loss, so values beside the border of nodata are smeared and "
            "taken for data; CONSTANT_BORDER always leaves them out."
        )


def corner_text(image: Image) -> str:
    """The values that begin at an image's corners as a border would; empty without."""
    values, _ = look_at_corners(image)
    return _listed(sorted(values)) if values else ""


def _listed(values: Iterable[float]) -> str:
    return some((f"{value:g}" for value in values), quote="")
