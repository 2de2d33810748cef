"""Block maps as rasters on the canvas grid: one pixel a block, empty blocks are nodata.

A local map has K bands (`block_means`) or 2K (`common_pixels`: local, then target); the
reference map has K.  What the values alone do not tell, correction, levels, final gauge, common
light and the image they belong to, stands in the metadata.  Maps without it, as spectralmatch writes
them, are read too.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from osgeo import gdal

from ..errors import EvenlightError, Problems, SavedFileError
from ..json_reader import LARGEST, is_number
from ..messages import Message
from ..raster.dataset import open_raster, read_window, readable
from ..raster.nodata import valid_values
from ..raster.window import Window
from ..settings import CorrectionKind, Reference
from ..statistics.blocks import BlockGrid
from ..statistics.content import Content
from .block_statistics import Box
from .corrections import Levels
from .light_field import TERMS
from .local_solution import LocalMap
from .saved_light import Frame

SUFFIX = "_LocalBlockMap"


@dataclass(frozen=True)
class StoredMap:
    """A block map as it was read."""

    path: str
    crs: str
    grid: BlockGrid
    values: np.ndarray
    """(bands, rows, columns) float64, NaN for empty blocks."""
    facts: dict
    """What our metadata says; empty for maps of other tools."""

    @property
    def image(self) -> str:
        """Path of the image that a local map says it belongs to; empty where it does not."""
        return self.facts.get("image", "")

    @property
    def content(self) -> Content | None:
        """What the image held, where a local map says it."""
        return Content.from_json(self.facts.get("content"))

    @property
    def light(self) -> np.ndarray | None:
        """(K, 5) terms of the light that is taken out before the map is applied; None: nothing is."""
        return np.array(self.facts["light"]) if self.facts.get("light") else None

    @property
    def frame(self) -> Frame | None:
        """Where the image lay that the light was found in; None where an earlier version wrote the map."""
        return Frame.from_json(self.facts["frame"]) if "frame" in self.facts else None


def read_map(path: str) -> StoredMap:
    """Read one block map.

    Raises `UnreadableRasterError`, `DamagedRasterError` or `SavedFileError`.
    """
    dataset = open_raster(path)
    x, dx, rx, y, ry, dy = dataset.GetGeoTransform()
    if rx or ry or dx <= 0 or dy >= 0:
        raise SavedFileError(path, Message("its geotransform"), Message("a block map is north-up"))
    columns, rows = dataset.RasterXSize, dataset.RasterYSize
    bands = list(range(1, dataset.RasterCount + 1))
    if not bands or any(gdal.DataTypeIsComplex(dataset.GetRasterBand(band).DataType) for band in bands):
        raise SavedFileError(path, Message("its bands"), Message("a block map holds numbers"))
    values = read_window(dataset, path, bands, Window(0, 0, columns, rows)).astype(np.float64)
    for number, band in zip(bands, values):
        nodata = dataset.GetRasterBand(number).GetNoDataValue()
        band[~(valid_values(band, nodata) & np.isfinite(band))] = np.nan
        if np.nanmax(np.abs(band), initial=0.0) > LARGEST:
            what = Message("it holds values beyond {largest:g}", largest=LARGEST)
            raise SavedFileError(path, Message("band {number}", number=number), what)
    return StoredMap(
        path,
        readable(dataset.GetProjection()),
        BlockGrid((x, y + rows * dy, x + columns * dx, y), rows, columns),
        values,
        _facts(path, dataset.GetMetadataItem("EVENLIGHT_BLOCK_MAP"), len(bands)),
    )


def _facts(path: str, text: str | None, bands: int) -> dict:
    """What our metadata says of a map of so many bands.  Raises `SavedFileError`."""
    if text is None:
        return {}
    place = "EVENLIGHT_BLOCK_MAP"
    try:
        facts = dict(json.loads(text))
        CorrectionKind(facts["kind"])
        Reference(facts["reference"])
        known = len(facts["upper"])
        if "frame" in facts:
            Frame.from_json(facts["frame"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        fault = Message("its metadata is not what this version writes (kind, reference, upper, frame)")
        raise SavedFileError(path, place, fault) from error
    fits = {
        "upper": bands in (known, 2 * known) and _are_numbers(facts["upper"], known),
        "shift": _are_numbers([facts.get("shift")], 1),
        "gauge_gain": _are_numbers(facts.get("gauge_gain"), known),
        "gauge_offset": _are_numbers(facts.get("gauge_offset"), known),
        "physical": isinstance(facts.get("physical"), bool),
        "image": isinstance(facts.get("image", ""), str),
        "light": _is_light(facts.get("light", []), known),
    }
    for name, good in fits.items():
        if not good:
            raise SavedFileError(path, f"{place}, {name}", Message("its metadata is not what this version writes"))
    # the power law of `offset` works on shifted values
    shift = facts["shift"] if facts["kind"] == CorrectionKind.OFFSET else 0.0
    if min(facts["gauge_gain"]) <= 0:
        raise SavedFileError(path, f"{place}, gauge_gain", Message("a gain is above zero"))
    if min(facts["upper"]) + shift <= 0:
        raise SavedFileError(path, f"{place}, upper", Message("the upper level of values is above zero"))
    return facts


def _is_light(terms: object, bands: int) -> bool:
    """Whether something read from JSON is no light, or its terms for so many bands."""
    return terms == [] or (
        isinstance(terms, list) and len(terms) == bands and all(_are_numbers(band, TERMS) for band in terms)
    )


def _are_numbers(values: object, count: int) -> bool:
    """Whether something read from JSON is a list of so many numbers."""
    return isinstance(values, list) and len(values) == count and all(map(is_number, values))


def check_maps(maps: Sequence[StoredMap], bands: int) -> None:
    """Raise `Problems` where maps contradict each other in extent, size or bands."""
    problems: list[EvenlightError] = []
    first = maps[0]
    for stored in maps:
        count = len(stored.values)
        if count not in (bands, 2 * bands) or len(stored.facts.get("upper", range(bands))) != bands:
            what = Message("{count} bands do not fit images of {bands} bands", count=count, bands=bands)
            problems.append(SavedFileError(stored.path, Message("its bands"), what))
        if not stored.grid.grid.is_same(first.grid.grid):
            what = Message(
                "{size} contradicts {path} with {other_size}",
                size=_size(stored), path=first.path, other_size=_size(first),
            )
            problems.append(SavedFileError(stored.path, Message("its extent and size"), what))
    ours = sorted((stored for stored in maps if stored.facts), key=is_by_known)
    for stored in ours:
        powers = stored.facts["kind"] in (CorrectionKind.GAMMA, CorrectionKind.OFFSET)
        shared = ["reference", "physical", *(["upper", "shift"] if powers and not is_by_known(stored) else [])]
        if any(stored.facts[name] != ours[0].facts[name] for name in shared):
            what = Message("it was made in another run than {path}", path=ours[0].path)
            problems.append(SavedFileError(stored.path, "EVENLIGHT_BLOCK_MAP", what))
    if problems:
        raise Problems(problems)


def is_by_known(stored: StoredMap) -> bool:
    """Whether empty blocks take no part in what lies between blocks, and levels are the map's own."""
    return not stored.facts or stored.facts.get("by_known") is True


def _size(stored: StoredMap) -> str:
    bounds = ", ".join(f"{value:g}" for value in stored.grid.bounds)
    return Message(
        "{columns} x {rows} blocks over {bounds}", columns=stored.grid.columns, rows=stored.grid.rows, bounds=bounds
    )


def stored_local(stored: StoredMap, reference: np.ndarray | None, bands: int, kind: CorrectionKind) -> LocalMap:
    """An image's local map from file; its own target where it has one, else ``reference``."""
    local = stored.values[:bands]
    target = stored.values[bands:] if len(stored.values) == 2 * bands else reference
    facts = stored.facts
    return cropped_map(
        local,
        target,
        CorrectionKind(facts["kind"]) if facts else kind,
        np.array(facts.get("gauge_gain", [1.0] * bands)),
        np.array(facts.get("gauge_offset", [0.0] * bands)),
    )._replace(by_known=is_by_known(stored), levels=levels_of(facts) if facts.get("by_known") else None)


def cropped_map(
    local: np.ndarray, target: np.ndarray, kind: CorrectionKind, gauge_gain: np.ndarray, gauge_offset: np.ndarray
) -> LocalMap:
    """Maps of the whole grid cut to the blocks that the image has."""
    known = np.isfinite(local).any(axis=0)
    if not known.any():
        box = Box(0, 0, 1, 1)
    else:
        rows, columns = np.flatnonzero(known.any(axis=1)), np.flatnonzero(known.any(axis=0))
        box = Box(int(rows[0]), int(columns[0]), int(np.ptp(rows)) + 1, int(np.ptp(columns)) + 1)
    part = (slice(None), *box.slices)
    count = np.isfinite(local[part]).astype(np.float64)
    return LocalMap(box, local[part], target[part], count, kind, gauge_gain, gauge_offset)


def levels_json(levels: Levels) -> dict:
    """Levels as a map's metadata hold them."""
    return {"upper": levels.upper.tolist(), "shift": levels.shift}


def levels_of(facts: dict) -> Levels:
    """The levels that a map's metadata hold."""
    return Levels(np.array(facts["upper"]), float(facts["shift"]))


def stored_levels(maps: Sequence[StoredMap]) -> Levels | None:
    """The levels that the maps share; None for maps of other tools."""
    return next((levels_of(stored.facts) for stored in maps if not is_by_known(stored)), None)
