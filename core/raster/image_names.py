"""Which image a name means: one that a user gives, a polygon's, a map's, or that of an entry of a saved file.

`called` takes what users choose images by (names, folders, patterns); here is all else.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence

from ..errors import EvenlightError, printable, some
from ..messages import Message
from .image import Image, same_file_key

SEPARATORS = {"/", os.sep}

Named = dict[str, list[tuple[int, str]]]
"""By stem, name with extension and whole path: the indices and paths of images that are called so."""


class AmbiguousNameError(EvenlightError):
    """A name fits more than one image."""

    def __init__(self, name: str, paths: Iterable[str]):
        super().__init__(Message(
            '"{name}" fits more than one image ({paths}): use the whole path.',
            name=printable(name), paths=some(paths, quote=""),
        ))


def images_by_name(images: Sequence[Image]) -> Named:
    """Where `find_image` looks."""
    known: Named = {}
    for index, image in enumerate(images):
        for name in {image.name, os.path.basename(image.path), image.path}:
            known.setdefault(name, []).append((index, image.path))
    return known


def find_image(name: str, known: Named) -> int | None:
    """The index of the image of this name: stem, name with extension, or whole path, exactly.

    Raises `AmbiguousNameError`.
    """
    fits = known.get(name, [])
    if len(fits) > 1:
        raise AmbiguousNameError(name, [path for _, path in fits])
    return fits[0][0] if fits else None


def is_part(name: str, image: Image) -> bool:
    """Whether a name is a part of an image's; folders count only for names that hold a separator themselves."""
    if not set(name) & SEPARATORS:
        return name in os.path.basename(image.path)
    # on Windows both signs separate folders
    return name.replace(os.sep, "/") in image.path.replace(os.sep, "/")


def is_within(part: str, name: str) -> bool:
    """Whether a name holds another one; ``img_1`` is no part of ``img_10``: no number may be cut."""
    start = name.find(part)
    while start >= 0:
        before, after = name[:start][-1:], name[start + len(part):][:1]
        if not (before.isdigit() and part[:1].isdigit()) and not (after.isdigit() and part[-1:].isdigit()):
            return True
        start = name.find(part, start + 1)
    return False


def indices_by_stem(images: Sequence[Image]) -> dict[str, list[int]]:
    """Indices of images by their names without folder and extension."""
    found: dict[str, list[int]] = {}
    for index, image in enumerate(images):
        found.setdefault(image.name, []).append(index)
    return found


def saved_for(entries: Sequence[tuple[str, str]], images: Sequence[Image]) -> dict[int, int]:
    """Which entry of a saved file, of paths and names, belongs to which image: index of image to index of entry.

    By path, else by a name that is the only one on both sides.
    """
    by_path = {same_file_key(path): number for number, (path, _) in enumerate(entries) if path}
    keys = [same_file_key(image.path) for image in images]
    found = {index: by_path[key] for index, key in enumerate(keys) if key in by_path}
    taken, counts = set(found.values()), Counter(image.name for image in images)
    by_name: dict[str, list[int]] = {}
    for number, (_, name) in enumerate(entries):
        if number not in taken:
            by_name.setdefault(name, []).append(number)
    for index, image in enumerate(images):
        named = by_name.get(image.name, [])
        if index not in found and counts[image.name] == 1 and len(named) == 1:
            found[index] = named[0]
    return found
