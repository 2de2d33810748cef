"""Whether the files of a raster are still those that were looked at.

What the file system tells about a file changes with its content: its place and number, size, time of
the last write, and time of the last change of any kind, which programs cannot set.  Two writes within
one tick of the file system's clock that keep the size look alike: two seconds on FAT, one on some
network shares, milliseconds elsewhere.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from typing import NamedTuple

from osgeo import gdal

from ..errors import EvenlightError
from ..messages import Message
from .dataset import open_raster, readable
from .virtual_sources import nested

DESCRIPTIONS = (".aux.xml", ".ovr")
"""Files that QGIS writes beside an image it looks at; what they tell about values is part of the image's facts."""

DATABASES = ("GPKG", "MBTiles", "SQLite", "Rasterlite")
"""Files that are written to while other tables of theirs are looked at: only another file in their place counts."""

LOOKED_AT = re.compile('<MDIkey="STATISTICS_[^>]*>[^<]*</MDI>|<Histograms>.*?</Histograms>|</?Metadata>')
"""What comes into a virtual raster, seen without blanks, when QGIS looks at it."""

SIZE, TIMES = 2, slice(3, 5)
"""Where they stand among a file's facts."""

WATCHED = slice(None) if os.name == "nt" else slice(SIZE, None)
"""Facts that do not change by themselves: network mounts may number files anew; Windows tells no time of change."""

CONTAINER = re.compile(r"(?:/vsi[a-z0-9]+/(?:\d+_\d*,)?\{?)+")
"""What stands before the name of a file that GDAL looks into."""


class InputChangedError(EvenlightError):
    """An input is no longer what the run began with."""

    def __init__(self, path: str, file: str):
        part = "" if file == os.path.abspath(path) else Message(", which {path} reads,", path=path)
        super().__init__(Message(
            "{file}{part} was changed, replaced or removed during the run: run again when nothing writes to it; "
            "earlier outputs are untouched.",
            file=file, part=part,
        ))


class Mark(NamedTuple):
    """A file as it was."""

    file: str
    facts: tuple[int, ...] | None
    """The first of those that `file_facts` tells; None where there was no file."""
    recipe: str = ""
    """What a virtual raster does: its file may be written anew and say the same."""

    def holds(self) -> bool:
        """Whether the file is still the same."""
        now = file_facts(self.file)
        if now is None or self.facts is None:
            return now is self.facts
        watched = WATCHED if len(self.facts) == len(now) else slice(len(self.facts))
        return now[watched] == self.facts[watched] or (self.recipe != "" and _recipe(self.file) == self.recipe)


def file_facts(file: str) -> tuple[int, ...] | None:
    """Place, number, size and times of a file: all that the file system knows changes with its content."""
    try:
        facts = os.stat(file)
    except (OSError, ValueError):
        return None
    return facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns


def marks_of(path: str, dataset: gdal.Dataset) -> tuple[Mark, ...]:
    """The files that an open raster's pixels and masks come from, those of virtual rasters' sources among them.

    What lies on no disk of this machine has none.
    """
    marks: dict[str, Mark] = {}
    for name in nested(path):
        if name == path:
            _mark(name, dataset, marks)
        elif _may_be_virtual(name):
            with contextlib.suppress(EvenlightError):
                _mark(name, open_raster(name), marks)
    return tuple(marks.values())


def _mark(path: str, dataset: gdal.Dataset, marks: dict[str, Mark]) -> None:
    """Add those of one raster alone."""
    driver = dataset.GetDriver().ShortName
    if driver == "VRT" and os.path.isfile(path):
        marks[os.path.abspath(path)] = Mark(os.path.abspath(path), file_facts(path), _recipe_of(dataset))
    # a GeoTIFF would list its whole folder to name its files
    alone = driver == "GTiff" and os.path.isfile(path)
    names = [path] if alone else [path, *(dataset.GetFileList() or [])]
    for file in filter(None, (_on_disk(name) for name in names if not name.endswith(DESCRIPTIONS))):
        facts = file_facts(file)
        marks.setdefault(file, Mark(file, facts[:2] if facts and driver in DATABASES else facts))
        marks.setdefault(f"{file}.msk", Mark(f"{file}.msk", file_facts(f"{file}.msk")))


def _may_be_virtual(source: str) -> bool:
    return not os.path.isfile(source) or gdal.IdentifyDriverEx(source, gdal.OF_RASTER, ["VRT"]) is not None


def shape_of(dataset: gdal.Dataset) -> tuple[int, int, int]:
    """Columns, rows and bands."""
    return dataset.RasterXSize, dataset.RasterYSize, dataset.RasterCount


def _recipe(file: str) -> str:
    try:
        return _recipe_of(open_raster(file))
    except EvenlightError:
        return ""


def _recipe_of(dataset: gdal.Dataset) -> str:
    """What a virtual raster does, as a short text."""
    text = "".join("".join(readable(dataset.GetMetadata_List("xml:VRT") or [])).split())
    return hashlib.blake2b(LOOKED_AT.sub("", text).encode(), digest_size=20).hexdigest()


def _on_disk(name: str) -> str:
    """The file that holds what GDAL calls by this name, within an archive too; empty where there is none."""
    if os.path.isfile(name):
        return os.path.abspath(name)
    inside = CONTAINER.match(name)
    if inside is None:
        return ""
    file = name[inside.end():].replace("}", "")
    while file and not os.path.isfile(file):
        file = os.path.dirname(file) if os.path.dirname(file) != file else ""
    return file and os.path.abspath(file)
