"""Adjustments files on their way into a run and out of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..balance import adjustments_file
from ..balance.adjustment import GlobalSolution
from ..balance.network import Network
from ..balance.saved_network import still_true
from ..errors import EvenlightError, SavedFileError
from ..progress import Progress
from ..raster.image import Image, file_size, identity
from ..settings import GlobalSettings
from .scene import Scene


class Saved(NamedTuple):
    """What an adjustments file tells about this run."""

    entries: list[adjustments_file.SavedImage]
    found: dict[int, int]
    """The scene's images to entries."""
    read_again: bool = False
    """Whether this run reads them all the same."""

    @property
    def only_saved(self) -> list[adjustments_file.SavedImage]:
        """Entries of images that are not in this run; they are the network's last nodes."""
        return [entry for number, entry in enumerate(self.entries) if number not in self.found.values()]


def read_saved(file: str, images: Sequence[Image], saved: list[adjustments_file.SavedImage]) -> list[EvenlightError]:
    """Read ``file`` into ``saved``; what is wrong with it for these images."""
    try:
        saved += adjustments_file.load(file)
    except EvenlightError as problem:
        return [problem]
    bands = len(images[0].bands)
    if saved and saved[0].bands != bands:
        return [SavedFileError(file, saved[0].name, f"it holds {saved[0].bands} bands and the images have {bands}")]
    return []


def known_images(scene: Scene, saved: list[adjustments_file.SavedImage], progress: Progress) -> Saved:
    """Saved entries of this run's images, without those whose files have changed or that tell nothing."""
    left_out = set()
    for index, entry in adjustments_file.match(saved, scene.everything).items():
        image = scene.everything[index]
        if not still_true(saved[entry], image):
            progress.warn(f"{image.path} has changed since its statistics were saved; it is read again.")
            left_out.add(entry)
        elif image in scene.apart or not saved[entry].whole[0].any():
            left_out.add(entry)
    kept = [entry for number, entry in enumerate(saved) if number not in left_out]
    return Saved(kept, adjustments_file.match(kept, scene.images))


def warn_of_other_pixels(
    file: str | None, saved: Sequence[adjustments_file.SavedImage], settings: GlobalSettings, progress: Progress
) -> None:
    """Tell when the overlaps in a file were measured on other pixels than new ones will be."""
    method = settings.pif.method.value
    for other in {entry.pif_method for entry in saved} - {method}:
        progress.warn(
            f"The overlaps in {file} were measured with PIF_METHOD {other} and stay so; new ones are measured with "
            f"{method}."
        )


def linked_images(saved: Sequence[adjustments_file.SavedImage], images: Sequence[Image]) -> list[int]:
    """The images that the file has overlaps of, with others that need not be in this run."""
    return [index for index, entry in adjustments_file.match(saved, images).items() if saved[entry].overlaps]


def fresh_images(scene: Scene, known: Saved) -> set[int] | None:
    """The images that the file does not know; None: all."""
    return set(range(len(scene.images))) - set(known.found) if known.entries else None


def node_units(scene: Scene, known: Saved) -> tuple[np.ndarray, np.ndarray]:
    """Scale and offset to common units of every node, (nodes, K) each."""
    scale, shift = scene.units()
    others = [entry.scales for entry in known.only_saved]
    if not others:
        return scale, shift
    tags = np.array(others) if scene.physical else np.array([[np.ones(len(s[0])), np.zeros(len(s[0]))] for s in others])
    return np.concatenate([scale, tags[:, 0]]), np.concatenate([shift, tags[:, 1]])


def save_solution(
    path: str,
    scene: Scene,
    known: Saved,
    stored: Network,
    solution: GlobalSolution,
    settings: GlobalSettings,
    progress: Progress,
) -> None:
    """Write statistics and solution, both of stored values, for all nodes of the network.

    Images apart are known too, as images that nothing changes: without statistics, so that a run in
    which they meet others reads them.
    """
    nodes = [_node(image) for image in scene.images]
    nodes += [
        adjustments_file.Node(entry.path, entry.name, entry.size, entry.bytes, entry.scales, entry.data_type)
        for entry in known.only_saved
    ]
    nodes += [_node(image) for image in scene.apart]
    facts = {
        "method": settings.method.value, "model": settings.model.value, "pif_method": settings.pif.method.value,
    }
    number = len(scene.apart)
    adjustments_file.save(path, nodes, stored.with_unknown(number), solution.with_unchanged(number), facts, progress)


def _node(image: Image) -> adjustments_file.Node:
    size = image.width, image.height
    scales, data_type = np.array(image.scales).T, image.dtype.name
    return adjustments_file.Node(identity(image.path), image.name, size, file_size(image.path), scales, data_type)
