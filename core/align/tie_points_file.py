"""Tie points as JSON, with enough about the images to tell when they are no longer the same.

``format``, ``version``, creation facts, ``crs`` (of all positions), ``images``: objects with
``path``, ``name``, ``size``, ``geotransform``, ``crs``, ``bytes`` and ``sample`` (a checksum of a
few pixels), and ``pairs``: objects with ``images`` (two numbers in the list, from 0) and
``points``, rows of x and y as the first image has the place, x and y as the second has it, and
weight.  A pair without points was matched and has none.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from typing import NamedTuple

import numpy as np

from ..errors import ReferenceSystemError, SavedFileError
from ..json_reader import JsonReader, is_number, shown
from ..messages import Message
from ..progress import Progress, Silent
from ..raster import writing
from ..raster.dataset import sample_checksum
from ..raster.image import Image, file_size, open_image
from ..raster.image_names import saved_for
from ..raster.reference_system import same_crs, spatial_reference, through, transformation
from ..statistics.content import Content
from ..version import VERSION
from .tie_points import TiePoints

FORMAT = "evenlight-tie-points"
FORMAT_VERSION = 1
LEAST_WEIGHT = 1e-6
"""Of a point, and the inverse of the most: errors that differ a thousandfold."""
BEYOND = 1.0
"""How far from its image a point may lie, in sides of it: images may lie wrong, but not anywhere."""


class SavedImage(NamedTuple):
    """One image of a tie points file."""

    path: str
    name: str
    facts: Mapping[str, object]
    """``size``, ``geotransform``, ``bytes``, ``sample`` as in the file."""
    crs: str
    content: Content | None = None
    """Of the image, where the file tells."""


class SavedTiePoints(NamedTuple):
    """What a tie points file holds."""

    crs: str
    """WKT of all positions; empty where the images had none."""
    images: list[SavedImage]
    pairs: dict[tuple[int, int], np.ndarray]
    """By two numbers of images, (n, 5): x, y as the first has it, x, y as the second has it, weight."""


def save(
    file: str,
    images: Sequence[Image],
    crs: str,
    pairs: np.ndarray,
    points: TiePoints,
    settings: Mapping[str, object],
    progress: Progress = Silent(),
) -> None:
    """Write the points of all matched ``pairs`` (P, 2), in map coordinates of ``crs``.

    Raises `WriteError`, `DamagedRasterError` or `Cancelled`.
    """
    head = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "created": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "software": f"Evenlight {VERSION}",
        "settings": dict(settings),
        "crs": crs,
        "images": [
            {
                "path": image.path,
                "name": image.name,
                "crs": image.crs,
                **facts_of(image),
                "content": Content.of(image, progress).to_json(),
            }
            for image in images
        ],
    }
    rows = np.column_stack([points.at_first, points.at_second, points.weight])
    found, numbers = points.pairs()
    groups = {tuple(pair): rows[numbers == n].tolist() for n, pair in enumerate(found.tolist())}
    lines = [json.dumps({"images": pair, "points": groups.get(tuple(pair), [])}) for pair in np.asarray(pairs).tolist()]
    # a line per pair: with a line per number a large network's file would have millions
    opening = json.dumps(head, indent=1, ensure_ascii=False)[:-2]
    writing.write_text(file, opening + ',\n "pairs": [\n  ' + ",\n  ".join(lines) + "\n ]\n}\n")


def facts_of(image: Image) -> dict[str, object]:
    """What must stay for an image's tie points to stay true."""
    return {
        "size": [image.width, image.height],
        "geotransform": list(image.geotransform),
        "bytes": file_size(image.path),
        "sample": sample_checksum(open_image(image), image.path, image.bands[:1]),
    }


def load(file: str) -> SavedTiePoints:
    """Read a tie points file.

    Raises `SavedFileError` with the place of the first thing that does not fit.
    """
    reader = _Reader(file)
    return reader.content(reader.load())


class _Reader(JsonReader):
    """The parts of a tie points file."""

    def content(self, content: object) -> SavedTiePoints:
        content = self.typed(content, dict, Message("the top level"))
        self.version(content, FORMAT, FORMAT_VERSION)
        crs = self._system(content.get("crs"), "crs")
        listed = self.typed(content.get("images"), list, "images")
        images = [self._image(entry, f"images[{n}]") for n, entry in enumerate(listed)]
        pairs: dict[tuple[int, int], np.ndarray] = {}
        for number, entry in enumerate(self.typed(content.get("pairs"), list, "pairs")):
            pair, points = self._pair(entry, f"pairs[{number}]", len(images))
            fresh = pair not in pairs and pair[::-1] not in pairs
            self.need(fresh, f"pairs[{number}].images", Message("this pair is there twice"))
            pairs[pair] = points
        return SavedTiePoints(crs, images, pairs)

    def _image(self, entry: object, place: str) -> SavedImage:
        entry = self.typed(entry, dict, place)
        path, name = (self.typed(entry.get(key), str, f"{place}.{key}") for key in ("path", "name"))
        for key, count in (("size", 2), ("geotransform", 6)):
            numbers = self.typed(entry.get(key), list, f"{place}.{key}")
            fits = len(numbers) == count and all(map(is_number, numbers))
            self.need(fits, f"{place}.{key}", Message("{count} numbers are expected", count=count))
        facts = {key: entry.get(key) for key in ("size", "geotransform", "bytes", "sample")}
        content = Content.from_json(entry.get("content"))
        return SavedImage(path, name, facts, self._system(entry.get("crs"), f"{place}.crs"), content)

    def _system(self, crs: object, place: str) -> str:
        """A coordinate system; empty where there is none."""
        crs = self.typed(crs, str, place)
        try:
            if crs:
                spatial_reference(crs)
        except ReferenceSystemError as error:
            raise self.refusal(place, Message("it is not a coordinate system")) from error
        return crs

    def _pair(self, entry: object, place: str, images: int) -> tuple[tuple[int, int], np.ndarray]:
        entry = self.typed(entry, dict, place)
        pair = self.typed(entry.get("images"), list, f"{place}.images")
        fits = len(pair) == 2 and all(isinstance(n, int) and not isinstance(n, bool) and 0 <= n < images for n in pair)
        what = Message("the numbers of two images of the list are expected")
        self.need(fits and pair[0] != pair[1], f"{place}.images", what)
        rows = self.typed(entry.get("points"), list, f"{place}.points")
        for number, row in enumerate(rows):
            if not isinstance(row, list) or len(row) != 5 or not all(map(is_number, row)):
                raise self.refusal(f"{place}.points[{number}]", Message("four coordinates and a weight are expected"))
            if not LEAST_WEIGHT <= row[4] <= 1.0 / LEAST_WEIGHT:
                what = Message(
                    "a weight is a number from {least:g} to {most:g}, not {weight:g}",
                    least=LEAST_WEIGHT, most=1.0 / LEAST_WEIGHT, weight=row[4],
                )
                raise self.refusal(f"{place}.points[{number}]", what)
        return (pair[0], pair[1]), np.array(rows, dtype=np.float64).reshape(-1, 5)


def match_images(
    file: str, saved: SavedTiePoints, images: Sequence[Image], progress: Progress = Silent()
) -> dict[int, int]:
    """Which saved image is which of a run's: by path, else by a name that is the only one.

    Returns saved number to number in the run.  Raises `SavedFileError` where an image is not what it was, or
    `Cancelled`.
    """
    entries = [(entry.path, entry.name) for entry in saved.images]
    found = {number: index for index, number in saved_for(entries, images).items()}
    for number, index in found.items():
        _refuse_stale(file, f"images[{number}]", saved.images[number], images[index], progress)
    _refuse_distant(file, saved, found, images)
    return found


def _refuse_distant(file: str, saved: SavedTiePoints, number_of: Mapping[int, int], images: Sequence[Image]) -> None:
    """Points must lie about where their images do, as the file's system has them."""
    extents = {}
    for number, index in number_of.items():
        image = images[index]
        corners = image.grid.map_of(image.grid.window.edge)
        found = through(transformation(image.crs, saved.crs, image.path), corners)
        found = found[np.isfinite(found).all(axis=1)]
        if not len(found):
            raise SavedFileError(file, "crs", Message("{path} has no place in this coordinate system", path=image.path))
        margin = BEYOND * np.ptp(found, axis=0)
        extents[number] = found.min(axis=0) - margin, found.max(axis=0) + margin
    for place, (pair, rows) in enumerate(saved.pairs.items()):
        for side, number in enumerate(pair):
            if number not in extents:
                continue
            at, (low, high) = rows[:, 2 * side:2 * side + 2], extents[number]
            away = ~((at >= low) & (at <= high)).all(axis=1)
            if away.any():
                where = f"pairs[{place}].points[{int(np.argmax(away))}]"
                raise SavedFileError(file, where, Message(
                    "it lies far from {image}", image=images[number_of[number]].path
                ))


def _refuse_stale(file: str, place: str, saved: SavedImage, image: Image, progress: Progress) -> None:
    for key, now in facts_of(image).items():
        then = saved.facts[key]
        if key == "sample" and then != now:
            raise SavedFileError(file, f"{place}.sample", Message(
                "{path} shows another picture than when it was saved", path=image.path
            ))
        if then != now:
            raise SavedFileError(file, f"{place}.{key}", Message(
                "{path} has {now} now, not {then}", path=image.path, now=_text(now), then=_text(then)
            ))
    if saved.content is not None and not saved.content.holds(image, progress):
        raise SavedFileError(file, f"{place}.content", Message(
            "{path} has other pixels than when it was saved", path=image.path
        ))
    if saved.crs != image.crs and not same_crs(saved.crs, image.crs):
        raise SavedFileError(file, f"{place}.crs", Message("{path} has another coordinate system now", path=image.path))


def _text(value: object) -> str:
    if isinstance(value, list):
        return shown(", ".join(f"{part:.10g}" if is_number(part) else shown(part) for part in value))
    return shown(value)


def taken(
    file: str, saved: SavedTiePoints, number_of: Mapping[int, int], crs: str
) -> tuple[dict[tuple[int, int], TiePoints], int]:
    """The file's points of images in the run, by pair of the run's numbers in ascending order, in ``crs``.

    Also returns how many pairs of the file have an image that is not in the run.
    """
    transform = transformation(saved.crs, crs, file)
    found: dict[tuple[int, int], TiePoints] = {}
    for (one, other), rows in saved.pairs.items():
        if one not in number_of or other not in number_of:
            continue
        positions = rows[:, :4].reshape(-1, 2)
        ends = through(transform, positions).reshape(-1, 2, 2)
        there = np.isfinite(ends).all(axis=(1, 2))
        ends, rows = ends[there], rows[there]
        first, second = number_of[one], number_of[other]
        sides = (0, 1) if first < second else (1, 0)
        pair = min(first, second), max(first, second)
        found[pair] = TiePoints.of_pair(*pair, ends[:, sides[0]], ends[:, sides[1]], rows[:, 4])
    return found, len(saved.pairs) - len(found)
