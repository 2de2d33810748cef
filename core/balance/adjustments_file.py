"""Gains, offsets and statistics as JSON: ours, and the structure that spectralmatch writes.

Ours: ``format``, ``version``, creation facts, and ``images``: a list of objects with
``path``, ``name``, ``size``, ``bytes``, and per band ``adjustments``, ``whole`` and, by the
other image's path, ``overlaps``.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import NamedTuple

import numpy as np

from ..errors import SavedFileError, printable
from ..progress import Progress, Silent, heard
from ..raster import writing
from ..raster.image import Image, same_file_key
from ..settings import PifMethod
from ..version import VERSION
from .adjustment import GlobalSolution
from .network import Network

FORMAT = "evenlight-adjustments"
FORMAT_VERSION = 1

WHOLE = ("count", "mean", "std")
OVERLAP = ("count", "mean", "std", "covariance")


@dataclass(frozen=True)
class SavedImage:
    """One image of an adjustments file, K bands."""

    path: str
    """Empty where the file only tells a name."""
    name: str
    size: tuple[int, int] | None
    """Width and height, where the file tells."""
    bytes: int | None
    """Of the image file, where the file tells."""
    gain: np.ndarray
    offset: np.ndarray
    """(K,)."""
    whole: np.ndarray
    """(3, K): count, mean, std."""
    scales: np.ndarray
    """(2, K) scale and offset tags of the image; everything here is about stored values."""
    overlaps: Mapping[str, np.ndarray]
    """By the other image's key: (4, K) count, mean, std of this image and covariance (NaN: not told)."""

    @property
    def key(self) -> str:
        """How other images of the file call this one."""
        return self.path or self.name

    @property
    def bands(self) -> int:
        """K."""
        return len(self.gain)


class Node(NamedTuple):
    """What is saved of an image beside numbers."""

    path: str
    name: str
    size: tuple[int, int] | None
    bytes: int | None
    scales: np.ndarray
    """(2, K)."""

    @property
    def key(self) -> str:
        """How other images of the file call this one."""
        return self.path or self.name


def save(
    file: str,
    nodes: Sequence[Node],
    network: Network,
    solution: GlobalSolution,
    settings: Mapping[str, object],
    progress: Progress = Silent(),
) -> None:
    """Write the file; network and solution are about stored values.  Raises `WriteError` or `Cancelled`."""
    pairs_of: list[list[int]] = [[] for _ in nodes]
    for pair, ends in enumerate(zip(network.first.tolist(), network.second.tolist())):
        for node in ends:
            pairs_of[node].append(pair)
    facts = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "created": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "software": f"Evenlight {VERSION}",
        "settings": dict(settings),
    }
    entries = (
        _json(_image_entry(index, pairs, nodes, network, solution))
        for index, pairs in enumerate(heard(pairs_of, progress))
    )
    # image by image: of thousands, one text would keep a cancel waiting
    images = ",\n".join(entries)
    writing.write_text(file, f'{_json(facts)[:-2]},\n "images": [\n{images}\n ]\n}}')


def _json(content: dict) -> str:
    return json.dumps(content, indent=1, ensure_ascii=False)


def _image_entry(
    index: int, pairs: Sequence[int], nodes: Sequence[Node], network: Network, solution: GlobalSolution
) -> dict:
    node = nodes[index]
    overlaps = {}
    for pair in pairs:
        is_first = network.first[pair] == index
        other = network.second[pair] if is_first else network.first[pair]
        mean = network.mean_first if is_first else network.mean_second
        std = network.std_first if is_first else network.std_second
        overlaps[nodes[other].key] = _table(
            OVERLAP, network.pair_count[pair], mean[pair], std[pair], network.covariance[pair]
        )
    return {
        "path": node.path,
        "name": node.name,
        "size": list(node.size) if node.size else None,
        "bytes": node.bytes,
        "scales": _table(("scale", "offset"), *node.scales),
        "adjustments": _table(
            ("gain", "offset", "gain_error", "offset_error"),
            solution.gain[index],
            solution.offset[index],
            solution.gain_error[index],
            solution.offset_error[index],
        ),
        "whole": _table(WHOLE, network.count[index], network.mean[index], network.std[index]),
        "overlaps": overlaps,
    }


def _table(names: Sequence[str], *columns: np.ndarray) -> list[dict[str, float | None]]:
    return [
        {name: float(value) if math.isfinite(value) else None for name, value in zip(names, row)}
        for row in zip(*columns)
    ]


def load(file: str) -> list[SavedImage]:
    """Read an adjustments file.

    Raises `SavedFileError` with the place of the first thing that does not fit.
    """
    try:
        with open(file, encoding="utf-8") as stream:
            content = json.load(stream)
    except OSError as error:
        raise SavedFileError(file, "", f"it cannot be read ({error.strerror})") from error
    except (ValueError, RecursionError) as error:
        raise SavedFileError(file, "", f"it is not JSON ({error})") from error
    reader = _Reader(file)
    if isinstance(content, dict) and "format" in content:
        return reader.ours(content)
    return reader.spectralmatch(content)


def saved_pif_method(file: str) -> str:
    """The pixels that the overlaps of a file that `load` has read were measured on: a word of `PifMethod`."""
    with open(file, encoding="utf-8") as stream:
        settings = json.load(stream).get("settings")
    known = settings.get("pif_method") if isinstance(settings, dict) else None
    return known if known in PifMethod.words() else PifMethod.ENTIRE.value


class _Reader:
    """Checks while it reads, so that a fault is told with its place."""

    def __init__(self, file: str):
        self._file = file

    def ours(self, content: dict) -> list[SavedImage]:
        if content["format"] != FORMAT:
            raise SavedFileError(self._file, "format", f'it holds "{content["format"]}", not "{FORMAT}"')
        if content.get("version") != FORMAT_VERSION:
            raise SavedFileError(
                self._file, "version", f"version {content.get('version')} is not {FORMAT_VERSION}, the one known here"
            )
        images = self._typed(content.get("images"), list, "images")
        return self._same_bands([self._our_image(entry, f"images[{n}]") for n, entry in enumerate(images)])

    def _our_image(self, entry: object, place: str) -> SavedImage:
        entry = self._typed(entry, dict, place)
        adjustments = self._columns(entry.get("adjustments"), ("gain", "offset"), f"{place}.adjustments")
        self._positive(adjustments[0], f"{place}.adjustments")
        bands = adjustments.shape[1]
        overlaps = self._typed(entry.get("overlaps", {}), dict, f"{place}.overlaps")
        size = entry.get("size")
        if size is not None and not (isinstance(size, list) and len(size) == 2 and all(map(_is_whole, size))):
            raise SavedFileError(self._file, f"{place}.size", "a width and a height are expected")
        if entry.get("bytes") is not None and not _is_whole(entry["bytes"]):
            raise SavedFileError(self._file, f"{place}.bytes", "a number of bytes is expected")
        return SavedImage(
            self._typed(entry.get("path", ""), str, f"{place}.path"),
            self._typed(entry.get("name"), str, f"{place}.name"),
            (size[0], size[1]) if size else None,
            entry.get("bytes"),
            adjustments[0],
            adjustments[1],
            self._columns(entry.get("whole"), WHOLE, f"{place}.whole", bands),
            self._columns(entry.get("scales"), ("scale", "offset"), f"{place}.scales", bands),
            {
                other: self._columns(table, OVERLAP, f"{place}.overlaps[{other!r}]", bands, optional=("covariance",))
                for other, table in overlaps.items()
            },
        )

    def spectralmatch(self, content: object) -> list[SavedImage]:
        content = self._typed(content, dict, "the top level")
        if not content:
            raise SavedFileError(self._file, "the top level", "it holds no image")
        return self._same_bands([self._their_image(name, entry) for name, entry in content.items()])

    def _their_image(self, name: str, entry: object) -> SavedImage:
        entry = self._typed(entry, dict, name)
        adjustments = self._columns(
            self._bands(entry.get("adjustments"), f"{name}.adjustments"), ("scale", "offset"), f"{name}.adjustments"
        )
        self._positive(adjustments[0], f"{name}.adjustments")
        bands = adjustments.shape[1]
        names = ("size", "mean", "std")
        overlaps = self._typed(entry.get("overlap_stats", {}), dict, f"{name}.overlap_stats")
        tables = {}
        for other, table in overlaps.items():
            place = f"{name}.overlap_stats.{other}"
            columns = self._columns(self._bands(table, place), names, place, bands)
            tables[other] = np.vstack([columns, np.full((1, bands), np.nan)])
        place = f"{name}.whole_stats"
        return SavedImage(
            "",
            name,
            None,
            None,
            adjustments[0],
            adjustments[1],
            self._columns(self._bands(entry.get("whole_stats"), place), names, place, bands),
            np.stack([np.ones(bands), np.zeros(bands)]),
            tables,
        )

    def _bands(self, table: object, place: str) -> list:
        """``{band_0: ..., band_1: ...}`` as a list."""
        table = self._typed(table, dict, place)
        bands = []
        for number in range(len(table)):
            if f"band_{number}" not in table:
                raise SavedFileError(self._file, f"{place}.band_{number}", "this band is missing")
            bands.append(table[f"band_{number}"])
        return bands

    def _columns(
        self,
        table: object,
        names: Sequence[str],
        place: str,
        bands: int | None = None,
        optional: Sequence[str] = (),
    ) -> np.ndarray:
        """A list of objects, one per band, as (names, K) float64."""
        table = self._typed(table, list, place)
        if not table or (bands is not None and len(table) != bands):
            wanted = "at least one band" if bands is None else f"{bands} bands"
            raise SavedFileError(self._file, place, f"{len(table)} bands where {wanted} are expected")
        return np.array(
            [
                [self._number(row, name, f"{place}[{band}]", name in optional) for band, row in enumerate(table)]
                for name in names
            ]
        )

    def _number(self, row: object, name: str, place: str, optional: bool) -> float:
        value = self._typed(row, dict, place).get(name)
        if value is None and optional:
            return math.nan
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
            raise SavedFileError(self._file, f"{place}.{name}", f"a number is expected, not {printable(repr(value))}")
        return float(value)

    def _typed(self, value: object, kind: type, place: str):
        if not isinstance(value, kind):
            raise SavedFileError(self._file, place, f"{_WORDS[kind]} is expected")
        return value

    def _positive(self, gains: np.ndarray, place: str) -> None:
        for band, gain in enumerate(gains):
            if gain <= 0:
                raise SavedFileError(self._file, f"{place}[{band}]", f"a gain is above zero, not {gain:g}")

    def _same_bands(self, images: list[SavedImage]) -> list[SavedImage]:
        for image in images:
            if image.bands != images[0].bands:
                raise SavedFileError(
                    self._file, image.name, f"{image.bands} bands where {images[0].name} has {images[0].bands}"
                )
        return self._both_ways(images)

    def _both_ways(self, images: list[SavedImage]) -> list[SavedImage]:
        """An overlap stands in the file twice, once for each of its images."""
        by_key = {image.key: image for image in images}
        for image in images:
            for other in image.overlaps:
                if other in by_key and image.key not in by_key[other].overlaps:
                    raise SavedFileError(self._file, f"overlaps of {other}", f"the one with {image.key} is missing")
        return images


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_WORDS = {dict: "an object", list: "a list", str: "a text"}


def match(saved: Sequence[SavedImage], images: Sequence[Image]) -> dict[int, int]:
    """Which saved entry belongs to which image: by path, else by a name that is the only one.

    Returns image index to saved index.
    """
    by_path = {same_file_key(entry.path): n for n, entry in enumerate(saved) if entry.path}
    keys = [same_file_key(image.path) for image in images]
    found = {index: by_path[key] for index, key in enumerate(keys) if key in by_path}
    taken, counts = set(found.values()), Counter(image.name for image in images)
    by_name: dict[str, list[int]] = {}
    for n, entry in enumerate(saved):
        if n not in taken:
            by_name.setdefault(entry.name, []).append(n)
    for index, image in enumerate(images):
        named = by_name.get(image.name, [])
        if index not in found and counts[image.name] == 1 and len(named) == 1:
            found[index] = named[0]
    return found
