"""Block maps written to files: those that a run made, and those of an earlier run as they were read."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from ..progress import Progress, Silent, stop_if_cancelled
from ..raster import writing
from ..raster.image import Image, identity, same_file_key
from ..settings import Reference
from ..statistics.blocks import BlockGrid
from ..statistics.content import Content
from ..version import VERSION
from .block_maps import StoredMap, levels_json
from .block_statistics import Box
from .light_field import LightField
from .local_solution import LocalMap, LocalSolution
from .saved_light import Frame

OPTIONS = ("COMPRESS=DEFLATE", "PREDICTOR=3")


class Kept(NamedTuple):
    """Maps of an earlier run, which are written again as they were read."""

    reference: StoredMap | None = None
    local: Mapping[int, StoredMap] = MappingProxyType({})
    """Of images, by their number."""
    strangers: Mapping[str, StoredMap] = MappingProxyType({})
    """Of images that are not in the run, by the file they are written to."""


def map_writers(
    solution: LocalSolution,
    images: Sequence[Image],
    fields: Sequence[Sequence[LightField]],
    place: tuple[str, bool],
    reference_path: str | None,
    local_paths: Sequence[str],
    kept: Kept = Kept(),
    shared: np.ndarray | None = None,
    progress: Progress = Silent(),
) -> dict[str, Callable[[str], None]]:
    """Files of the reference map and of one local map per image, each with what writes it to the path it is given.

    ``images``: those of the solution, with the common light that was taken out of them before, then any that it
    leaves alone, whose maps are empty.  ``place``: the coordinate system as WKT, and whether values are in the units
    of the images' scale and offset tags.  ``local_paths``: empty where none is wanted.
    ``shared``: values of the reference, where they are not the mean of the solution's targets.
    Files that would be written over themselves are left out.
    """
    crs, physical = place
    common = {
        "reference": solution.reference.value,
        **levels_json(solution.levels),
        "physical": physical,
    }
    lights = [_light_facts(own, crs) for own in fields]
    writers: dict[str, Callable[[str], None]] = {}
    if reference_path is not None and kept.reference is not None:
        _add_copy(writers, reference_path, kept.reference)
    elif reference_path is not None:
        facts = {
            **common,
            "kind": solution.maps[0].kind.value,
            # exact for one group of images; images added later can only follow the average of several
            "gauge_gain": np.mean([entry.gauge_gain for entry in solution.maps], axis=0).tolist(),
            "gauge_offset": np.mean([entry.gauge_offset for entry in solution.maps], axis=0).tolist(),
            **(lights[0] if all(light["light"] == lights[0]["light"] for light in lights) else {}),
            **({"by_known": True} if all(entry.by_known for entry in solution.maps) else {}),
        }
        values = solution.reference_map() if shared is None else shared
        whole = Box(0, 0, solution.grid.rows, solution.grid.columns)
        names = _names("reference", len(values))
        writers[reference_path] = partial(
            _write, crs=crs, grid=solution.grid, box=whole, values=values, names=names, facts=facts
        )
    left_alone = [_unchanging(solution.maps[0])] * (len(images) - len(solution.maps))
    entries = [*solution.maps, *left_alone]
    lights += [_light_facts([], crs)] * len(left_alone)
    for index, (image, path, entry, light) in enumerate(zip(images, local_paths, entries, lights)):
        if index in kept.local:
            _add_copy(writers, path, kept.local[index])
        else:
            facts = {**common, **light}
            writers[path] = partial(
                _write_local, solution=solution, image=image, entry=entry, crs=crs, facts=facts, progress=progress
            )
    for path, stored in kept.strangers.items():
        _add_copy(writers, path, stored)
    return writers


def _add_copy(writers: dict[str, Callable[[str], None]], path: str, stored: StoredMap) -> None:
    if same_file_key(path) != same_file_key(stored.path):
        writers[path] = partial(_write_again, stored=stored)


def _write_local(
    path: str, solution: LocalSolution, image: Image, entry: LocalMap, crs: str, facts: dict, progress: Progress
) -> None:
    """One image's map.  Raises `WriteError` or `Cancelled`."""
    stop_if_cancelled(progress)
    both = [entry.local] if solution.reference is Reference.BLOCK_MEANS else [entry.local, entry.target]
    values = np.concatenate(both)
    names = _names("local", len(entry.local)) + _names("target", len(entry.local))
    own = {
        "kind": entry.kind.value,
        "gauge_gain": entry.gauge_gain.tolist(),
        "gauge_offset": entry.gauge_offset.tolist(),
        "image": identity(image.path),
        "content": Content.of(image, progress).to_json(),
        **(levels_json(entry.levels) if entry.levels else {}),
        **({"by_known": True} if entry.by_known else {}),
    }
    _write(path, crs, solution.grid, entry.box, values, names[: len(values)], {**facts, **own})


def _write_again(path: str, stored: StoredMap) -> None:
    """A map as it was read.  Raises `WriteError`."""
    whole = Box(0, 0, stored.grid.rows, stored.grid.columns)
    word = "local" if stored.image or not stored.facts else "reference"
    known = len(stored.facts.get("upper", stored.values))
    names = [*_names(word, known), *_names("target", known)][: len(stored.values)]
    _write(path, stored.crs, stored.grid, whole, stored.values, names, stored.facts)


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
        # maps of other tools stay known as such
        if facts:
            dataset.SetMetadata({"EVENLIGHT_VERSION": VERSION, "EVENLIGHT_BLOCK_MAP": json.dumps(facts)})
        for number, (band, name) in enumerate(zip(values, names), start=1):
            dataset.GetRasterBand(number).SetDescription(name)
            dataset.GetRasterBand(number).SetNoDataValue(float("nan"))
            writing.write_window(dataset, path, number, band, box.column, box.row)
