"""What an adjustments file tells a run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..errors import EvenlightError, SavedFileError
from ..messages import Message
from ..progress import Progress
from ..raster.image import Image
from ..settings import CommonLight, GlobalSettings
from ..statistics.scene import Scene
from . import adjustments_file
from .light_field import LightField, Placement
from .saved_light import Frame, SavedLight, field_over, is_alike, unlike
from .saved_network import still_true


class Saved(NamedTuple):
    """What an adjustments file tells about this run."""

    entries: list[adjustments_file.SavedImage]
    found: dict[int, int]
    """The scene's images to entries."""
    changed: dict[int, adjustments_file.SavedImage] = {}
    """The scene's images that the file knows by name, but not as they are now."""
    read_again: bool = False
    """Whether this run reads them all the same."""

    @property
    def only_saved(self) -> list[adjustments_file.SavedImage]:
        """Entries of images that are not in this run; they are the network's last nodes."""
        return [entry for number, entry in enumerate(self.entries) if number not in self.found.values()]

    @property
    def by_cell(self) -> bool:
        """Whether all images of the run are read, cell by cell."""
        return self.read_again or not self.entries

    @property
    def tells_errors(self) -> bool:
        """Whether it is known how the images of the run agree as they stand."""
        return self.by_cell or all(self.entries[entry].seen is not None for entry in self.found.values())


def read_saved(file: str, images: Sequence[Image], saved: list[adjustments_file.SavedImage]) -> list[EvenlightError]:
    """Read ``file`` into ``saved``; what is wrong with it for these images."""
    try:
        saved += adjustments_file.load(file)
    except EvenlightError as problem:
        return [problem]
    bands = len(images[0].bands)
    if saved and saved[0].bands != bands:
        return [SavedFileError(file, saved[0].name, Message(
            "it holds {held} bands and the images have {bands}", held=saved[0].bands, bands=bands
        ))]
    return []


def known_images(scene: Scene, saved: list[adjustments_file.SavedImage], progress: Progress) -> Saved:
    """Saved entries of this run's images, without those whose files have changed or that tell nothing."""
    left_out, changed = set(), {}
    for index, entry in adjustments_file.match(saved, scene.everything).items():
        image = scene.everything[index]
        if not still_true(saved[entry], image, progress):
            progress.warn(Message(
                "{path} has changed since its statistics were saved, and is read again: save them anew with "
                "SAVE_ADJUSTMENTS.",
                path=image.path,
            ))
            left_out.add(entry)
            changed[index] = saved[entry]
        elif image in scene.apart or not saved[entry].whole[0].any():
            left_out.add(entry)
    kept = [entry for number, entry in enumerate(saved) if number not in left_out]
    return Saved(kept, adjustments_file.match(kept, scene.images), changed)


def warn_of_other_pixels(
    file: str | None, saved: Sequence[adjustments_file.SavedImage], settings: GlobalSettings, progress: Progress
) -> None:
    """Tell when the overlaps in a file were measured on other pixels than new ones will be."""
    method = settings.pif.method.value
    for other in {entry.pif_method for entry in saved} - {method}:
        progress.warn(Message(
            "The overlaps in {file} were measured with PIF_METHOD {other} and stay so; new ones are measured with "
            "{method}. To measure all alike, run without LOAD_ADJUSTMENTS.",
            file=file, other=other, method=method,
        ))


def linked_images(saved: Sequence[adjustments_file.SavedImage], images: Sequence[Image]) -> list[int]:
    """The images that the file has overlaps of, with others that need not be in this run."""
    return [index for index, entry in adjustments_file.match(saved, images).items() if saved[entry].overlaps]


def saved_light(
    scene: Scene, known: Saved, choice: CommonLight, progress: Progress
) -> list[list[LightField]] | None:
    """Each image's field by a file whose statistics are without common light; None where no file says so.

    Images that the file does not know have what all others share.
    """
    # an image without statistics says nothing of light
    lights = [entry.light for entry in known.entries if entry.whole[0].any()]
    if not any(light is not None for light in lights):
        return None
    shared = lights[0] if all(light and np.array_equal(light.terms, lights[0].terms) for light in lights) else None
    if choice is CommonLight.NEVER:
        progress.warn(Message(
            "COMMON_LIGHT: the statistics in LOAD_ADJUSTMENTS are without common light and stay so; never counts "
            "for other images. To leave light in all of them, run without LOAD_ADJUSTMENTS."
        ))
        shared = None
    elif shared is None and len(known.found) < len(scene.images):
        progress.warn(Message(
            "Images that are not in LOAD_ADJUSTMENTS keep their common light: that of the images in the file is "
            "not all the same. To look for light in all images together, run without LOAD_ADJUSTMENTS."
        ))
    frames = [] if shared is None else [light.frame for light in lights]
    return [_light_of(scene, known, index, frames, shared, progress) for index in range(len(scene.images))]


def _light_of(
    scene: Scene,
    known: Saved,
    index: int,
    frames: Sequence[Frame | None],
    shared: SavedLight | None,
    progress: Progress,
) -> list[LightField]:
    """The field of one image, known as it is, by its ground, or new and lit as those at ``frames`` are."""
    image, canvas = scene.images[index], scene.canvas
    same = index in known.found
    entry = known.entries[known.found[index]] if same else known.changed.get(index)
    light = entry.light if entry else None
    field = field_over(light.terms, light.frame, image, canvas, same) if light else None
    if same or field or shared is None:
        return [field] if field else []
    if any(is_alike(frame, image, canvas) for frame in frames):
        return [LightField(shared.terms, Placement.of_image(image, canvas))]
    progress.warn(unlike(image, "LOAD_ADJUSTMENTS"))
    return []


def node_units(scene: Scene, known: Saved) -> tuple[np.ndarray, np.ndarray]:
    """Scale and offset to common units of every node, (nodes, K) each."""
    scale, shift = scene.units()
    others = [entry.scales for entry in known.only_saved]
    if not others:
        return scale, shift
    tags = np.array(others) if scene.physical else np.array([[np.ones(len(s[0])), np.zeros(len(s[0]))] for s in others])
    return np.concatenate([scale, tags[:, 0]]), np.concatenate([shift, tags[:, 1]])
