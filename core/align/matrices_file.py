"""What moves each image, as JSON that other programs read, and that moves other files of the same image.

``format``, ``version``, creation facts, ``reference`` and ``images``: objects with ``path``, ``name``, ``crs`` (WKT),
``aligned`` and ``reason``; ``pixels`` and ``map``, objects with ``2x3`` and ``3x3``, the transform in pixels of the
reference's grid and in map units of the image's own system, row by row (``2x3`` is null for a perspective, both for a
warp); and ``warp``, null or an object with ``places`` and ``belongs``, rows of x and y, between which a thin plate
spline goes.  Pixels are counted from the outer corner of the first one, columns to the right and rows down.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Sequence
from datetime import datetime, timezone
from typing import NamedTuple

import numpy as np

from ..errors import EvenlightError, ReferenceSystemError, SavedFileError, path_text, some
from ..json_reader import JsonReader, is_number
from ..messages import Message
from ..raster.grid import Grid
from ..raster.image import Image, same_file_key
from ..raster.reference_system import same_crs, spatial_reference, through, transformation
from ..raster.writing import write_text
from ..version import VERSION
from .fitting import fit_transform
from .pair import Mesh
from .placement import Placement
from .report import Outcome
from .settings import TransformModel
from .transform import Transform

FORMAT = "evenlight-matrices"
FORMAT_VERSION = 1
DATE = re.compile(r"_\d+$")
"""How names of a cube's dates end."""
ACROSS = 9
"""Places along a side of an image by which a matrix is brought into another coordinate system."""


class NoMatrixError(EvenlightError):
    """A file of matrices says nothing of an image, or too much."""

    def __init__(self, file: str, image: Image, names: Sequence[str], several: bool):
        none = Message("none of its images fits the name of")
        what = Message("several of its images fit the name of") if several else none
        super().__init__(Message(
            "{file}: {what} {name} ({names}). Name the files so that one name is a part of the other, or leave "
            "the image out.",
            file=path_text(file), what=what, name=image.name, names=some(names),
        ))


class SavedMove(NamedTuple):
    """What a file says of one image."""

    path: str
    name: str
    crs: str
    placement: Placement
    reason: str


def write_matrices(path: str, outcomes: Sequence[Outcome], reference: str, grid: Grid) -> None:
    """Write what moves the images; ``grid``: that of the reference.  Raises `WriteError` or `ReferenceSystemError`."""
    content = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "created": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "software": f"Evenlight {VERSION}",
        "reference": reference,
        "images": [_entry(found, grid) for found in outcomes],
    }
    write_text(path, json.dumps(content, indent=1, ensure_ascii=False) + "\n")


def _entry(found: Outcome, grid: Grid) -> dict[str, object]:
    placement, image = found.placement, found.image
    entry = {
        "path": image.path,
        "name": image.name,
        "crs": image.crs,
        "aligned": found.accepted,
        "reason": found.reason,
    }
    if isinstance(placement, Mesh):
        warp = {"places": placement.places.tolist(), "belongs": placement.belongs.tolist()}
        nothing = {"2x3": None, "3x3": None}
        return {**entry, "pixels": nothing, "map": nothing, "warp": warp}
    transform = placement or Transform.shift(0.0, 0.0)
    return {**entry, "pixels": _both(in_pixels(transform, image, grid)), "map": _both(transform), "warp": None}


def _both(transform: Transform) -> dict[str, object]:
    whole = transform.matrix.tolist()
    return {"2x3": whole[:2] if transform.is_affine else None, "3x3": whole}


def in_pixels(transform: Transform, image: Image, grid: Grid) -> Transform:
    """A transform of map coordinates of an image's system as one of positions on a grid of any system.

    Where the systems bend it, it is the one that fits best.  Raises `ReferenceSystemError`.
    """
    if same_crs(image.crs, grid.crs):
        return Transform(np.linalg.inv(grid.matrix) @ transform.matrix @ grid.matrix)
    sides = (np.linspace(0.0, size, ACROSS) for size in (image.width, image.height))
    here = image.grid.map_of(np.stack(np.meshgrid(*sides), axis=-1).reshape(-1, 2))
    there = transformation(image.crs, grid.crs, image.path)
    ends = [grid.positions_of(through(there, points)) for points in (here, transform.moved(here))]
    known = np.isfinite(ends).all(axis=(0, 2))
    if not known.any():
        raise ReferenceSystemError(image.path, Message("it has no place in the coordinate system of the reference"))
    model = TransformModel.AFFINE if transform.is_affine else TransformModel.HOMOGRAPHY
    return fit_transform(model, ends[0][known], ends[1][known], np.ones(int(known.sum())))


def read_matrices(file: str) -> list[SavedMove]:
    """What a file says of its images.  Raises `SavedFileError` with the place of the first thing that does not fit."""
    reader = _Reader(file)
    content = reader.typed(reader.load(), dict, Message("the top level"))
    reader.version(content, FORMAT, FORMAT_VERSION)
    listed = reader.typed(content.get("images"), list, "images")
    reader.need(bool(listed), "images", Message("it holds no image"))
    return [reader.move(entry, f"images[{number}]") for number, entry in enumerate(listed)]


class _Reader(JsonReader):
    """The parts of a file of matrices."""

    def move(self, entry: object, place: str) -> SavedMove:
        entry = self.typed(entry, dict, place)
        path, name, crs, reason = (
            self.typed(entry.get(key), str, f"{place}.{key}") for key in ("path", "name", "crs", "reason")
        )
        try:
            if crs:
                spatial_reference(crs)
        except ReferenceSystemError as error:
            raise self.refusal(f"{place}.crs", Message("it is not a coordinate system")) from error
        aligned = self.typed(entry.get("aligned"), bool, f"{place}.aligned")
        return SavedMove(path, name, crs, self._placement(entry, place) if aligned else None, reason)

    def _placement(self, entry: dict, place: str) -> Placement:
        if entry.get("warp") is not None:
            warp = self.typed(entry["warp"], dict, f"{place}.warp")
            places, belongs = (self._rows(warp.get(key), 2, f"{place}.warp.{key}") for key in ("places", "belongs"))
            self.need(places.shape == belongs.shape and len(places) > 2, f"{place}.warp", Message(
                "as many belongs as places"
            ))
            return Mesh(places, belongs)
        where = f"{place}.map"
        matrix = self._rows(self.typed(entry.get("map"), dict, where).get("3x3"), 3, f"{where}.3x3")
        fits = matrix.shape == (3, 3) and abs(np.linalg.det(matrix)) > 0.0 and matrix[2, 2] != 0.0
        self.need(fits, f"{where}.3x3", Message("a matrix of three rows that can be inverted is expected"))
        return Transform(matrix)

    def _rows(self, rows: object, width: int, place: str) -> np.ndarray:
        rows = self.typed(rows, list, place)
        for number, row in enumerate(rows):
            if not isinstance(row, list) or len(row) != width or not all(map(is_number, row)):
                raise self.refusal(f"{place}[{number}]", Message("{width} numbers are expected", width=width))
        return np.array(rows, dtype=np.float64).reshape(-1, width)


def move_of(file: str, saved: Sequence[SavedMove], image: Image) -> SavedMove:
    """What a file says of an image or of another file of it.

    By path, by name, by the longest name of which one is a part of the other, or by being the only one.  Raises
    `NoMatrixError`, or `SavedFileError` where that lies in another coordinate system.
    """
    fits = [own for own in saved if same_file_key(own.path) == same_file_key(image.path)]
    fits = fits or [own for own in saved if own.name == image.name] or _alike(saved, image.name)
    if len(fits) != 1 and len(saved) == 1:
        fits = list(saved)
    if len(fits) != 1:
        raise NoMatrixError(file, image, [own.name for own in fits or saved], bool(fits))
    if fits[0].crs != image.crs and not same_crs(fits[0].crs, image.crs):
        what = Message(
            "{path} has another coordinate system than {other}, whose shift it gets",
            path=image.path, other=os.path.basename(fits[0].path),
        )
        raise SavedFileError(file, "crs", what)
    return fits[0]


def _alike(saved: Sequence[SavedMove], name: str) -> list[SavedMove]:
    """Those that share the longest name: one is a part of the other, but for the number that both end with."""
    shared = [max(_shared(own.name, name), _shared(*_before_number(own.name, name))) for own in saved]
    longest = max(shared)
    return [own for own, length in zip(saved, shared) if length == longest > 0]


def _shared(one: str, other: str) -> int:
    """Letters of the shorter of two names, if it is a part of the longer."""
    return min(len(one), len(other)) if one in other or other in one else 0


def _before_number(one: str, other: str) -> tuple[str, str]:
    """Two names of dates without their number, where that is the same."""
    ends = [DATE.search(name) for name in (one, other)]
    same = all(ends) and ends[0][0] == ends[1][0]
    return (one[: ends[0].start()], other[: ends[1].start()]) if same else (one, other)
