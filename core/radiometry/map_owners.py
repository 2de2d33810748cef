"""Which image a local block map belongs to."""

from __future__ import annotations

import os
from collections.abc import Sequence

from ..errors import SavedFileError, some
from ..messages import Message
from ..raster.image import Image, same_file_key
from ..raster.image_names import indices_by_stem, is_within
from .block_maps import SUFFIX, StoredMap


def assign_maps(maps: Sequence[StoredMap], images: Sequence[Image]) -> tuple[dict[int, StoredMap], list[StoredMap]]:
    """Which local map belongs to which image, and the maps that belong to none.

    By the image in the metadata, its path or else its exact name, by the file's exact name without
    ``_LocalBlockMap``, or, where no metadata name an image, by the one image whose name is a part of the file's.
    Raises `SavedFileError` naming both where two maps claim one image, or two images have a part in a name.
    """
    by_path = {same_file_key(image.path): index for index, image in enumerate(images)}
    by_name = indices_by_stem(images)
    owners: dict[int, StoredMap] = {}
    strangers = []
    for stored in maps:
        index = by_path.get(same_file_key(stored.image)) if stored.image else None
        if index is None:
            fits = by_name.get(_stem(stored.path)) or by_name.get(_stem(stored.image), [])
            index = fits[0] if len(fits) == 1 else None
            if not fits and not stored.image:
                index = _image_within(stored, images)
        if index is None:
            strangers.append(stored)
        elif index in owners:
            raise SavedFileError(stored.path, "", Message(
                "it claims {image}, as {other} does", image=images[index].path, other=owners[index].path
            ))
        else:
            owners[index] = stored
    return owners, strangers


def _stem(path: str) -> str:
    stem = os.path.splitext(os.path.basename(path))[0]
    return stem[: -len(SUFFIX)] if stem.endswith(SUFFIX) else stem


def _image_within(stored: StoredMap, images: Sequence[Image]) -> int | None:
    """The image whose name is a part of the map's file name; None where there is none."""
    name = os.path.splitext(os.path.basename(stored.path))[0]
    fits = [index for index, image in enumerate(images) if is_within(image.name, name)]
    if len(fits) > 1:
        paths = some((images[index].path for index in fits), quote="")
        what = Message(
            "its name holds those of several images ({paths}): rename it to one of them with {suffix}",
            paths=paths, suffix=SUFFIX,
        )
        raise SavedFileError(stored.path, "", what)
    return fits[0] if fits else None
