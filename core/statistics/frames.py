"""Looks for the frames of all images of a run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from ..cluster.pool import open_pool
from ..errors import some
from ..execution import run_tasks
from ..progress import Progress
from ..raster.frame import find_frame
from ..raster.image import Image
from ..settings import ExecutionSettings

BYTES_PER_VALUE = 12
"""Of working memory for every pixel and band that is looked at: value, validity and comparisons."""


def with_frames(images: Sequence[Image], execution: ExecutionSettings, progress: Progress) -> tuple[Image, ...]:
    """The images with their frames, where they have one; every pixel is read once.

    Raises `DamagedRasterError`, `Cancelled` or a `ClusterError`.
    """
    work = float(sum(image.height for image in images))
    with open_pool(execution, len(images)) as pool:
        most_values = execution.memory_budget * 1e6 / 2 / pool.together / BYTES_PER_VALUE
        frames = list(run_tasks(partial(find_frame, most_values=most_values), images, pool, progress, work))
    for image, frame in zip(images, frames):
        if frame is not None:
            values = some((f"{value:g}" for value in frame.values), quote="")
            share = frame.pixels / (image.width * image.height)
            progress.inform(f"{image.name}: its border of value {values} is left out ({share:.1%} of the image).")
    if not any(frames):
        progress.warn("None of the images has a constant border.")
    return tuple(replace(image, frame=frame) for image, frame in zip(images, frames))
