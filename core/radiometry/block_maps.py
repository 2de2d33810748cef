"""Block maps as rasters on the canvas grid: one pixel a block, empty blocks are nodata.

A local map has K bands (`block_means`) or 2K (`common_pixels`: local, then target); the
reference map has K.  What the values alone do not tell, correction, levels, final gauge, common
light and the image they belong to, stands in the metadata.  Maps without it, as spectralmatch writes
them, are read too.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from osgeo import gdal

from ..errors import EvenlightError, Problems, SavedFileError
from ..json_reader import LARGEST, is_number
from ..progress import Progress, Silent, cancellable
from ..raster import writing
from ..raster.dataset import open_raster, read_window, readable
from ..raster.image import Image, identity, same_file_key
from ..raster.nodata import valid_values
from ..raster.window import Window
from ..settings import CorrectionKind, Reference
from ..statistics.blocks import BlockGrid
from ..statistics.content import Content
from ..version import VERSION
from .block_statistics import Box
from .corrections import Levels
from .light_field import TERMS, LightField
from .local_solution import LocalMap, LocalSolution
from .saved_light import Frame

SUFFIX = "_LocalBlockMap"
OPTIONS = ("COMPRESS=DEFLATE", "PREDICTOR=3")


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


def write_maps(
    solution: LocalSolution,
    images: Sequence[Image],
    fields: Sequence[Sequence[LightField]],
    crs: str,
    reference_path: str,
    local_paths: Sequence[str],
    physical: bool,
    progress: Progress = Silent(),
) -> None:
    """Write the reference map and one local map per image.  Raises `WriteError` or `Cancelled`.

    ``images``: those of the solution, with the common light that was taken out of them before, then any that it
    leaves alone, whose maps are empty.
    ``physical``: values are in the units of the images' scale and offset tags.
    """
    common = {
        "reference": solution.reference.value,
        "upper": solution.levels.upper.tolist(),
        "shift": solution.levels.shift,
        "physical": physical,
    }
    reference = solution.reference_map()
    shared = {
        **common,
        "kind": solution.maps[0].kind.value,
        # exact for one group of images; images added later can only follow the average of several
        "gauge_gain": np.mean([entry.gauge_gain for entry in solution.maps], axis=0).tolist(),
        "gauge_offset": np.mean([entry.gauge_offset for entry in solution.maps], axis=0).tolist(),
    }
    lights = [_light_facts(own, crs) for own in fields]
    if all(light["light"] == lights[0]["light"] for light in lights):
        shared.update(lights[0])
    whole = Box(0, 0, solution.grid.rows, solution.grid.columns)
    _write(reference_path, crs, solution.grid, whole, reference, _names("reference", len(reference)), shared)
    left_alone = [_unchanging(solution.maps[0])] * (len(images) - len(solution.maps))
    entries = cancellable([*solution.maps, *left_alone], progress)
    lights += [_light_facts([], crs)] * len(left_alone)
    for image, path, entry, light in zip(images, local_paths, entries, lights):
        both = [entry.local] if solution.reference is Reference.BLOCK_MEANS else [entry.local, entry.target]
        values = np.concatenate(both)
        names = _names("local", len(entry.local)) + _names("target", len(entry.local))
        facts = {
            **common,
            "kind": entry.kind.value,
            "gauge_gain": entry.gauge_gain.tolist(),
            "gauge_offset": entry.gauge_offset.tolist(),
            "image": identity(image.path),
            "content": Content.of(image, progress).to_json(),
            **light,
        }
        _write(path, crs, solution.grid, entry.box, values, names[: len(values)], facts)


def _light_facts(own: Sequence[LightField], crs: str) -> dict:
    return {"light": own[0].terms.tolist(), "frame": Frame(crs, own[0].placement).to_json()} if own else {"light": []}


def _unchanging(entry: LocalMap) -> LocalMap:
    """A map that says nothing of any block, as wide as another one."""
    nothing = np.full((len(entry.local), 1, 1), np.nan)
    ones, zeros = np.ones(len(entry.local)), np.zeros(len(entry.local))
    return LocalMap(Box(0, 0, 1, 1), nothing, nothing, np.zeros(nothing.shape), entry.kind, ones, zeros)


def _names(word: str, bands: int) -> list[str]:
    return [f"{word} {number + 1}" for number in range(bands)]


def _write(
    path: str, crs: str, grid: BlockGrid, box: Box, values: np.ndarray, names: Sequence[str], facts: dict
) -> None:
    """Write the blocks of a box; GDAL fills the others with nodata."""
    size = grid.columns, grid.rows, len(values)
    with writing.create_raster(path, *size, gdal.GDT_Float64, OPTIONS) as dataset:
        dataset.SetGeoTransform((grid.bounds[0], grid.cell_width, 0.0, grid.bounds[3], 0.0, -grid.cell_height))
        dataset.SetProjection(crs)
        dataset.SetMetadata({"EVENLIGHT_VERSION": VERSION, "EVENLIGHT_BLOCK_MAP": json.dumps(facts)})
        for number, (band, name) in enumerate(zip(values, names), start=1):
            dataset.GetRasterBand(number).SetDescription(name)
            dataset.GetRasterBand(number).SetNoDataValue(float("nan"))
            writing.write_window(dataset, path, number, band, box.column, box.row)


def read_map(path: str) -> StoredMap:
    """Read one block map.

    Raises `UnreadableRasterError`, `DamagedRasterError` or `SavedFileError`.
    """
    dataset = open_raster(path)
    x, dx, rx, y, ry, dy = dataset.GetGeoTransform()
    if rx or ry or dx <= 0 or dy >= 0:
        raise SavedFileError(path, "its geotransform", "a block map is north-up")
    columns, rows = dataset.RasterXSize, dataset.RasterYSize
    bands = list(range(1, dataset.RasterCount + 1))
    if not bands or any(gdal.DataTypeIsComplex(dataset.GetRasterBand(band).DataType) for band in bands):
        raise SavedFileError(path, "its bands", "a block map holds numbers")
    values = read_window(dataset, path, bands, Window(0, 0, columns, rows)).astype(np.float64)
    for number, band in zip(bands, values):
        nodata = dataset.GetRasterBand(number).GetNoDataValue()
        band[~(valid_values(band, nodata) & np.isfinite(band))] = np.nan
        if np.nanmax(np.abs(band), initial=0.0) > LARGEST:
            raise SavedFileError(path, f"band {number}", f"it holds values beyond {LARGEST:g}")
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
        fault = "its metadata is not what this version writes (kind, reference, upper, frame)"
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
            raise SavedFileError(path, f"{place}, {name}", "its metadata is not what this version writes")
    # the power law of `offset` works on shifted values
    shift = facts["shift"] if facts["kind"] == CorrectionKind.OFFSET else 0.0
    if min(facts["gauge_gain"]) <= 0:
        raise SavedFileError(path, f"{place}, gauge_gain", "a gain is above zero")
    if min(facts["upper"]) + shift <= 0:
        raise SavedFileError(path, f"{place}, upper", "the upper level of values is above zero")
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
            problems.append(
                SavedFileError(stored.path, "its bands", f"{count} bands do not fit images of {bands} bands")
            )
        if not stored.grid.grid.is_same(first.grid.grid):
            what = f"{_size(stored)} contradicts {first.path} with {_size(first)}"
            problems.append(SavedFileError(stored.path, "its extent and size", what))
    ours = [stored for stored in maps if stored.facts]
    for stored in ours:
        powers = stored.facts["kind"] in (CorrectionKind.GAMMA, CorrectionKind.OFFSET)
        shared = ["reference", "physical", *(["upper", "shift"] if powers else [])]
        if any(stored.facts[name] != ours[0].facts[name] for name in shared):
            what = f"it was made in another run than {ours[0].path}"
            problems.append(SavedFileError(stored.path, "EVENLIGHT_BLOCK_MAP", what))
    if problems:
        raise Problems(problems)


def _size(stored: StoredMap) -> str:
    bounds = ", ".join(f"{value:g}" for value in stored.grid.bounds)
    return f"{stored.grid.columns} x {stored.grid.rows} blocks over {bounds}"


def assign_maps(maps: Sequence[StoredMap], images: Sequence[Image]) -> tuple[dict[int, StoredMap], list[StoredMap]]:
    """Which local map belongs to which image, and the maps that belong to none.

    By the identity in the metadata, else by the exact name without ``_LocalBlockMap``.
    Raises `SavedFileError` naming both where two maps claim one image.
    """
    by_path = {same_file_key(image.path): index for index, image in enumerate(images)}
    by_name: dict[str, list[int]] = {}
    for index, image in enumerate(images):
        by_name.setdefault(image.name, []).append(index)
    owners: dict[int, StoredMap] = {}
    strangers = []
    for stored in maps:
        index = by_path.get(same_file_key(stored.image)) if stored.image else None
        if index is None:
            stem = os.path.splitext(os.path.basename(stored.path))[0]
            named = by_name.get(stem[: -len(SUFFIX)] if stem.endswith(SUFFIX) else stem, [])
            index = named[0] if len(named) == 1 else None
        if index is None:
            strangers.append(stored)
        elif index in owners:
            raise SavedFileError(stored.path, "", f"it claims {images[index].path}, as {owners[index].path} does")
        else:
            owners[index] = stored
    return owners, strangers


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
    )


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


def stored_levels(maps: Sequence[StoredMap]) -> Levels | None:
    """The levels that the maps were made with; None for maps of other tools."""
    facts = next((stored.facts for stored in maps if stored.facts), None)
    return None if facts is None else Levels(np.array(facts["upper"]), float(facts["shift"]))
