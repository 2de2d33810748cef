"""A mosaic as tiles: files of one size, and a virtual raster over them."""

from __future__ import annotations

import contextlib
import math
import os
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from ..errors import EvenlightError, OutputNameError, WriteError
from ..messages import Message
from ..mosaicking.members import meeting
from ..naming import check_files
from ..progress import Progress
from ..raster.creation import result_marks
from ..raster.dataset import open_raster, release
from ..raster.grid import Grid
from ..raster.source import Part, Source
from ..raster.transaction import Outputs, remove_part
from ..raster.virtual import write_index
from ..raster.virtual_sources import virtual_sources
from ..raster.window import Window
from ..raster.write import WriteJob, Written, write_images
from ..raster.writing import TILE_OF, build_overviews, output_type
from ..run import Run
from ..settings import OutputFormat, OutputSettings

WRITTEN = 0.95
"""Share of the run that ends with the tiles, where overviews over them follow."""

OVERVIEWED = 256
"""Pixels along a side of a tile that its own overviews go down to."""


class ForeignTileError(EvenlightError):
    """A file that is no tile of the mosaic lies where one would be."""

    def __init__(self, path: str):
        super().__init__(Message(
            "{path} is no tile of an earlier mosaic of this name and would be replaced: choose another folder or "
            "name.",
            path=path,
        ))


class Tiles(NamedTuple):
    """Where the pixels of a mosaic go."""

    index: str
    """The virtual raster."""
    files: Mapping[str, Window]
    """In file order; not all will have pixels."""
    earlier: Sequence[str] = ()
    """Tiles of the mosaic that is replaced."""

    @property
    def targets(self) -> list[str]:
        """All that is replaced or removed."""
        return list(dict.fromkeys([self.index, *self.files, *self.earlier]))


def tiles_of(grid: Grid, windows: Sequence[Window], index: str, size: int | None) -> Tiles:
    """Files by row and column, from 1 on, beside the virtual raster; only in the ``windows`` of images' rasters.

    None without a ``size``.
    """
    if not size:
        return Tiles(index, {})
    stem, places = os.path.splitext(os.path.abspath(index))[0], np.array(windows)
    digits = max(3, len(str(max(grid.window.size) // size + 1)))
    found = {}
    for tile in grid.window.cut((size, size)):
        if meeting(places, tile).any():
            row, column = tile.row // size + 1, tile.column // size + 1
            found[f"{stem}_r{row:0{digits}}_c{column:0{digits}}.tif"] = tile
    return Tiles(index, found, earlier_tiles(index))


def earlier_tiles(index: str) -> list[str]:
    """The files that a virtual raster names and that say that they were written as tiles of it."""
    whole = os.path.abspath(index)
    pattern = re.compile(rf"{re.escape(os.path.splitext(whole)[0])}_r(\d{{3,}})_c(\d{{3,}})\.tif")
    matches = filter(None, map(pattern.fullmatch, map(os.path.abspath, virtual_sources(whole))))
    return [found[0] for found in matches if len(found[1]) == len(found[2]) and is_tile(found[0], index)]


def check_index(target: str, size: int | None) -> list[EvenlightError]:
    """Whether the name of a mosaic fits what it is written as."""
    name = os.path.basename(target)
    virtual = name.lower().endswith(".vrt")
    if size and not virtual:
        return [OutputNameError(name, Message("the virtual raster over tiles needs a name that ends with .vrt."))]
    if virtual and not size:
        return [OutputNameError(name, Message(
            "one raster is a GeoTIFF, so end it with .tif; a VRT needs tiles (TILE_SIZE)."
        ))]
    if not (virtual or name.lower().endswith((".tif", ".tiff"))):
        return [OutputNameError(name, Message("a mosaic is a GeoTIFF, so end it with .tif."))]
    return []


def check_tiles(tiles: Tiles, further: Sequence[str], reads: Sequence[str]) -> list[EvenlightError]:
    """Whether tiles can be written and earlier ones removed.

    ``further``: other files of the run; ``reads``: see `check_files`.
    """
    problems = check_files([*tiles.targets, *further], reads) if tiles.files else []
    return problems or check_foreign(tiles)


def check_foreign(tiles: Tiles) -> list[EvenlightError]:
    """Whether what lies in the places of tiles may be replaced."""
    return [ForeignTileError(file) for file in tiles.files if os.path.lexists(file) and not is_tile(file, tiles.index)]


def is_tile(path: str, index: str) -> bool:
    """Whether a file says that it was written as a tile of a virtual raster."""
    with contextlib.suppress(EvenlightError):
        dataset = open_raster(path)
        name = dataset.GetMetadataItem(TILE_OF)
        release(dataset)
        return name == os.path.basename(index)
    return False


def write_tiles(
    source: Source, tiles: Tiles, outputs: Outputs, output: OutputSettings, tags: Mapping[str, str], run: Run
) -> list[Written]:
    """Write the tiles that have pixels, and the virtual raster over them; the caller commits.

    Raises as `write_images`.
    """
    parts, marked = {file: outputs.part(file) for file in tiles.files}, {**tags, TILE_OF: os.path.basename(tiles.index)}
    jobs = [WriteJob(Part(source, window), parts[file], marked) for file, window in tiles.files.items()]
    # here all threads work on one of them, of which the memory is planned
    batches = [jobs] if run.execution.scheduler else [[job] for job in jobs]
    writing, done, total = run.stage(0.0, WRITTEN), 0, sum(window.pixels for window in tiles.files.values())
    found: list[Written] = []
    for batch in batches:
        pixels = sum(job.source.image.grid.window.pixels for job in batch)
        found += write_images(batch, output, writing.stage(done / total, (done + pixels) / total))
        done += pixels
    shown = {file: tiles.files[file] for file, written in zip(tiles.files, found) if written.valid.any()}
    for file in tiles.files.keys() - shown.keys():
        remove_part(parts[file])
    outputs.leave_out([file for file in tiles.files if file not in shown])
    about = tiles.index, source, output, tags
    if output.overviews or output.format is OutputFormat.COG:
        waiting = {parts[file]: window for file, window in shown.items()}
        _overviews(waiting, outputs.part(tiles.index), about, run)
    _index(shown, outputs.part(tiles.index), *about)
    return found


def _index(
    shown: Mapping[str, Window], part: str, target: str, source: Source, output: OutputSettings, tags: Mapping[str, str]
) -> None:
    kind = output_type(source.image, output.dtype)
    write_index(part, os.path.abspath(target), source, kind, result_marks(source.image, kind, output), tags, shown)


def _overviews(shown: Mapping[str, Window], part: str, about: tuple, run: Run) -> None:
    """Overviews over all tiles, from where their own end: of a virtual raster over what waits to be put in place."""
    largest = max((max(window.size) for window in shown.values()), default=1)
    factor = 2 ** max(1, math.ceil(math.log2(largest / OVERVIEWED)))
    _index(shown, part, *about)
    key = "COMPRESS_OVERVIEW"
    before = gdal.GetThreadLocalConfigOption(key, None)
    gdal.SetThreadLocalConfigOption(key, "DEFLATE")
    try:
        build_overviews(part, lambda: not run.progress.cancelled(), factor)
    except WriteError:
        run.stop_if_cancelled()
        raise
    finally:
        gdal.SetThreadLocalConfigOption(key, before)


def commit(outputs: Outputs, tiles: Tiles, progress: Progress) -> None:
    """Put all results in place, and remove the tiles of the earlier mosaic that are none of the new one.

    Raises as `Outputs.commit`.
    """
    outputs.commit(progress)
    for path in set(tiles.earlier).difference(outputs.targets):
        if is_tile(path, tiles.index):
            remove_part(path)
