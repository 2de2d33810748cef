"""Gains, offsets and statistics as JSON: ours, and the structure that spectralmatch writes.

Ours: ``format``, ``version``, creation facts, and ``images``: a list of objects with
``path``, ``name``, ``size``, ``bytes``, and per band ``adjustments``, ``whole`` and, by the
other image's path, ``overlaps``.  Where ground changed: ``unchanged``, as ``whole`` but of the
rest, and ``weights`` of overlaps that count for less than others.  Where these statistics are not
of all pixels as they stand, but without common light or changed ground: ``as_is``, ``whole`` and
``overlaps`` that are.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from ..json_reader import LARGEST, JsonReader, shown
from ..messages import Message
from ..raster.image import Image
from ..raster.image_names import saved_for
from ..settings import PifMethod
from ..statistics.content import Content
from .saved_light import Frame, SavedLight

FORMAT = "evenlight-adjustments"
FORMAT_VERSION = 1

WHOLE = ("count", "mean", "std")
OVERLAP = ("count", "mean", "std", "covariance")
LIGHT = ("u", "v", "uu", "vv", "uv")

MOST_PIXELS = 1e18
SMALLEST_SCALE = 1e-30
"""Of a scale tag, and the inverse of the largest."""
STRONGEST = 50.0
"""No term of a light is as strong: a factor of e^25 on either side."""
ROUNDING = 1e-6
"""Share by which a covariance may pass the product of the deviations."""


class Statistics(NamedTuple):
    """Of all valid pixels of one image, K bands."""

    whole: np.ndarray
    """(3, K): count, mean, std."""
    overlaps: Mapping[str, np.ndarray]
    """By the other image's key: (4, K) count, mean, std of this image and covariance (NaN: not known)."""


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
    """By the other image's key: (4, K) count, mean, std of this image and covariance (NaN: not known)."""
    pif_method: str
    """On which pixels the overlaps were measured: a word of `PifMethod`."""
    light: SavedLight | None = None
    """Common light that the statistics are without."""
    content: Content | None = None
    """Of the image file, where the file tells."""
    unchanged: np.ndarray | None = None
    """As ``whole``, of ground that did not change; None: of all of it."""
    trust: Mapping[str, float] = field(default_factory=dict)
    """By the other image's key: weight of an overlap over what its statistics give it, where that is not 1."""
    data_type: str = ""
    """Numpy's word for it, where the file tells."""
    as_is: Statistics | None = None
    """Without anything left out; None: ``whole`` and ``overlaps`` are, or it is not known."""

    @property
    def key(self) -> str:
        """How other images of the file call this one."""
        return self.path or self.name

    @property
    def seen(self) -> Statistics | None:
        """Of all pixels as they stand; None where the file does not tell: an earlier version left light out."""
        if self.as_is is None and self.light is not None:
            return None
        return self.as_is or Statistics(self.whole, self.overlaps)

    @property
    def bands(self) -> int:
        """K."""
        return len(self.gain)


def load(file: str) -> list[SavedImage]:
    """Read an adjustments file.

    Raises `SavedFileError` with the place of the first thing that does not fit.
    """
    reader = _Reader(file)
    content = reader.load()
    return reader.ours(content) if isinstance(content, dict) and "format" in content else reader.spectralmatch(content)


class _Reader(JsonReader):
    """Both structures."""

    def ours(self, content: dict) -> list[SavedImage]:
        self.version(content, FORMAT, FORMAT_VERSION)
        settings = content.get("settings")
        method = settings.get("pif_method") if isinstance(settings, dict) else None
        method = method if method in PifMethod.words() else PifMethod.ENTIRE.value
        images = self.typed(content.get("images"), list, "images")
        return self._together([self._our_image(entry, method, f"images[{n}]") for n, entry in enumerate(images)])

    def _our_image(self, entry: object, method: str, place: str) -> SavedImage:
        entry = self.typed(entry, dict, place)
        adjustments = self._columns(entry.get("adjustments"), ("gain", "offset"), f"{place}.adjustments")
        bands = adjustments.shape[1]
        whole, overlaps = self._both(entry, place, bands)
        as_is = entry.get("as_is")
        size = entry.get("size")
        fits = size is None or (isinstance(size, list) and len(size) == 2 and all(map(_is_whole, size)))
        self.need(fits, f"{place}.size", Message("a width and a height are expected"))
        held = entry.get("bytes")
        self.need(held is None or _is_whole(held), f"{place}.bytes", Message("a number of bytes is expected"))
        scales = self._scales(entry.get("scales"), f"{place}.scales", bands)
        unchanged = entry.get("unchanged")
        return SavedImage(
            self.typed(entry.get("path", ""), str, f"{place}.path"),
            self.typed(entry.get("name"), str, f"{place}.name"),
            (size[0], size[1]) if size else None,
            held,
            self._gains(adjustments[0], f"{place}.adjustments"),
            adjustments[1],
            whole,
            scales,
            overlaps,
            method,
            self._light(entry.get("common_light"), f"{place}.common_light", bands),
            Content.from_json(entry.get("content")),
            None if unchanged is None else self._statistics(unchanged, WHOLE, f"{place}.unchanged", bands),
            self._weights(entry.get("weights", {}), f"{place}.weights"),
            self.typed(entry.get("data_type", ""), str, f"{place}.data_type"),
            None if as_is is None else self._both(as_is, f"{place}.as_is", bands),
        )

    def _both(self, entry: object, place: str, bands: int) -> Statistics:
        entry = self.typed(entry, dict, place)
        overlaps = self.typed(entry.get("overlaps", {}), dict, f"{place}.overlaps")
        return Statistics(
            self._statistics(entry.get("whole"), WHOLE, f"{place}.whole", bands),
            {
                other: self._statistics(table, OVERLAP, f"{place}.overlaps[{other!r}]", bands, ("covariance",))
                for other, table in overlaps.items()
            },
        )

    def _weights(self, weights: object, place: str) -> dict[str, float]:
        weights = self.typed(weights, dict, place)
        found = {other: self.number(weight, f"{place}[{other!r}]") for other, weight in weights.items()}
        for other, weight in found.items():
            self.need(0 < weight <= 1, f"{place}[{other!r}]", Message(
                "a weight is above 0 and up to 1, not {weight:g}", weight=weight
            ))
        return found

    def _light(self, entry: object, place: str, bands: int) -> SavedLight | None:
        if entry is None:
            return None
        entry = self.typed(entry, dict, place)
        terms = self._columns(entry.get("terms"), LIGHT, f"{place}.terms", bands).T
        self.need(np.abs(terms).max() < STRONGEST, f"{place}.terms", Message("no light has so much slope"))
        units = self._scales(entry.get("units"), f"{place}.units", bands)
        taken_out = self.typed(entry.get("taken_out"), bool, f"{place}.taken_out")
        try:
            frame = Frame.from_json(entry["frame"]) if "frame" in entry else None
        except ValueError as error:
            raise self.refusal(f"{place}.frame", Message("a place on the ground is expected")) from error
        return SavedLight(terms, taken_out, units, frame)

    def _scales(self, table: object, place: str, bands: int) -> np.ndarray:
        scales = self._columns(table, ("scale", "offset"), place, bands)
        for band, scale in enumerate(scales[0]):
            fits = SMALLEST_SCALE <= abs(scale) <= 1 / SMALLEST_SCALE
            self.need(fits, f"{place}[{band}].scale", Message(
                "no values are stored with a scale of {scale:g}", scale=scale
            ))
        return scales

    def spectralmatch(self, content: object) -> list[SavedImage]:
        content = self.typed(content, dict, Message("the top level"))
        self.need(bool(content), Message("the top level"), Message("it holds no image"))
        return self._together([self._their_image(name, entry) for name, entry in content.items()])

    def _their_image(self, name: str, entry: object) -> SavedImage:
        entry = self.typed(entry, dict, name)
        place = f"{name}.adjustments"
        adjustments = self._columns(self._bands(entry.get("adjustments"), place), ("scale", "offset"), place)
        gain = self._gains(adjustments[0], place)
        bands = adjustments.shape[1]
        names = ("size", "mean", "std")
        tables = {}
        for other, table in self.typed(entry.get("overlap_stats", {}), dict, f"{name}.overlap_stats").items():
            place = f"{name}.overlap_stats.{other}"
            columns = self._statistics(self._bands(table, place), names, place, bands)
            tables[other] = np.vstack([columns, np.full((1, bands), np.nan)])
        place = f"{name}.whole_stats"
        whole = self._statistics(self._bands(entry.get("whole_stats"), place), names, place, bands)
        scales = np.stack([np.ones(bands), np.zeros(bands)])
        method = PifMethod.ENTIRE.value
        return SavedImage("", name, None, None, gain, adjustments[1], whole, scales, tables, method)

    def _bands(self, table: object, place: str) -> list:
        """``{band_0: ..., band_1: ...}`` as a list."""
        table = self.typed(table, dict, place)
        for number in range(len(table)):
            self.need(f"band_{number}" in table, f"{place}.band_{number}", Message("this band is missing"))
        return [table[f"band_{number}"] for number in range(len(table))]

    def _columns(
        self, table: object, names: Sequence[str], place: str, bands: int | None = None, optional: Sequence[str] = ()
    ) -> np.ndarray:
        """A list of objects, one per band, as (names, K) float64."""
        table = self.typed(table, list, place)
        wanted = Message("at least one band") if bands is None else Message("{bands} bands", bands=bands)
        fits = bool(table) if bands is None else len(table) == bands
        self.need(fits, place, Message("{number} bands where {wanted} are expected", number=len(table), wanted=wanted))
        return np.array(
            [
                [self._cell(row, name, f"{place}[{band}]", name in optional) for band, row in enumerate(table)]
                for name in names
            ]
        )

    def _cell(self, row: object, name: str, place: str, optional: bool) -> float:
        value = self.typed(row, dict, place).get(name)
        return math.nan if value is None and optional else self.number(value, f"{place}.{name}")

    def _statistics(
        self, table: object, names: Sequence[str], place: str, bands: int, optional: Sequence[str] = ()
    ) -> np.ndarray:
        """Count, mean, deviation and what else is named: (names, K)."""
        columns = self._columns(table, names, place, bands, optional)
        for band, (count, _, std, *_) in enumerate(columns.T):
            self.need(0 <= count <= MOST_PIXELS, f"{place}[{band}].{names[0]}", Message(
                "no image has {count:g} pixels", count=count
            ))
            fits = std == 0 or std >= 1 / LARGEST
            self.need(fits, f"{place}[{band}].{names[2]}", Message(
                "a standard deviation is zero or more, not {std:g}", std=std
            ))
        return columns

    def _gains(self, gains: np.ndarray, place: str) -> np.ndarray:
        for band, gain in enumerate(gains):
            self.need(gain > 0, f"{place}[{band}]", Message("a gain is above zero, not {gain:g}", gain=gain))
        return gains

    def _together(self, images: list[SavedImage]) -> list[SavedImage]:
        """Images of one number of bands, each there once; an overlap stands in the file for each of its two."""
        by_key: dict[str, SavedImage] = {}
        for image in images:
            fits = image.bands == images[0].bands
            self.need(fits, image.name, Message(
                "{held} bands where {image} has {bands}",
                held=image.bands, image=shown(images[0].name), bands=images[0].bands,
            ))
            self.need(image.key not in by_key, image.key, Message("this image is there twice"))
            by_key[image.key] = image
        self._check_overlaps({image.key: image.overlaps for image in images})
        self._check_overlaps({image.key: image.seen.overlaps for image in images if image.seen})
        return images

    def _check_overlaps(self, overlaps: Mapping[str, Mapping[str, np.ndarray]]) -> None:
        for key, own in overlaps.items():
            for other, one in own.items():
                place = Message("overlaps of {other}", other=key)
                self.need(other != key, place, Message("an image overlaps others only, not itself"))
                if other not in overlaps:
                    continue
                place = Message("overlaps of {other}", other=other)
                two = overlaps[other].get(key)
                self.need(two is not None, place, Message("the one with {key} is missing", key=shown(key)))
                most = (1 + ROUNDING) * one[2] * two[2]
                fits = not (np.abs(one[3:]) > most).any()
                self.need(fits, place, Message(
                    "the covariance with {key} is larger than both deviations allow", key=shown(key)
                ))


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def match(saved: Sequence[SavedImage], images: Sequence[Image]) -> dict[int, int]:
    """Which saved entry belongs to which image: by path, else by a name that is the only one.

    Returns image index to saved index.
    """
    return saved_for([(entry.path, entry.name) for entry in saved], images)
