"""What virtual rasters are made of: the files they read, and whether these are still there and the same."""

from __future__ import annotations

import os
import re

from osgeo import gdal

from ..errors import EvenlightError, shown
from .dataset import open_raster, quiet_gdal, readable, sample_checksum
from .recipes import named_in, recipe_text, with_sources

SOURCE_DOMAIN = "EVENLIGHT"
"""Of the metadata in which our virtual rasters tell which image they correct."""

ELSEWHERE = re.compile(r"<|\w{2,}:|/vsi(?!(?:zip|tar|gzip|mem)/)")
"""How names begin that are no file of this machine: texts, parts of files, and what lies in the network."""

DEEPEST = 4
"""Virtual rasters within virtual rasters."""


class MissingSourceError(EvenlightError):
    """A file that a virtual raster reads is not where it was."""

    def __init__(self, path: str, source: str):
        super().__init__(
            f"{path} is a virtual raster, and {source}, which it reads, was not found: put it back, or make the "
            "virtual raster again."
        )


class ReplacedSourceError(EvenlightError):
    """Another image lies where one of our virtual rasters reads its own."""

    def __init__(self, path: str, source: str):
        super().__init__(
            f"{path} was made for another image than the one that is {source} now, so its correction does not fit: "
            "run the tool that made it again."
        )


def relative_name(name: str, target: str) -> tuple[str, bool]:
    """How a virtual raster that will be ``target`` names a file, and whether relative to itself.

    What lies in its folder or below moves with it; all else stays where it is.
    """
    absolute = os.path.abspath(name) if os.path.exists(name) else name
    folder = os.path.join(os.path.dirname(os.path.abspath(target)), "")
    if os.path.normcase(absolute).startswith(os.path.normcase(folder)):
        return absolute[len(folder):].replace(os.sep, "/"), True
    return absolute, False


def virtual_sources(path: str) -> list[str]:
    """The names that a virtual raster reads, as GDAL opens them; none of a raster of another kind."""
    if path.startswith("vrt://"):
        return [path[len("vrt://"):].partition("?")[0]]
    if path.startswith("/vsi") and ELSEWHERE.match(path):
        return []
    folder = os.path.dirname(path)
    found = (
        os.path.join(folder, named.name) if named.relative else named.name
        for named in named_in(_text_of(path))
        if named.is_source
    )
    return list(dict.fromkeys(found))


def named_after(path: str) -> str:
    """What a raster has its name from: its path; of a virtual raster that is a text its first source, if any."""
    while path.lstrip().startswith("<VRTDataset"):
        path = next(iter(virtual_sources(path)), "virtual")
    return path


def standalone_text(path: str) -> str:
    """A virtual raster as a text that GDAL opens from anywhere; what is opened so is never written to the file."""
    folder = os.path.dirname(os.path.abspath(path))
    return with_sources(_text_of(path), lambda name: os.path.join(folder, name))


def _text_of(path: str) -> str:
    """The content of a virtual raster; empty for other files, and for names that GDAL does not take."""
    text = recipe_text(path) if shown(path) == path else ""
    return text if "<VRTDataset" in text else ""


def missing_source(path: str, depth: int = 0) -> str | None:
    """A file that a virtual raster reads and that is not there; nobody asks the network for it."""
    for source in virtual_sources(path):
        if ELSEWHERE.match(source):
            continue
        with quiet_gdal():
            if gdal.VSIStatL(source) is None:
                return source
        missing = missing_source(source, depth + 1) if depth < DEEPEST else None
        if missing is not None:
            return missing
    return None


def source_mark(path: str, target: str) -> dict[str, str]:
    """What tells the image of a virtual raster from another that takes its place.  Raises `DamagedRasterError`."""
    return {"SOURCE": relative_name(path, target)[0], "PIXELS": _fingerprint(path)}


def check_mark(path: str, dataset: gdal.Dataset) -> None:
    """Raise `ReplacedSourceError` where one of our virtual rasters does not read the image that it was made for."""
    mark = readable(dataset.GetMetadata(SOURCE_DOMAIN) or {})
    if {"SOURCE", "PIXELS"} <= mark.keys():
        source = os.path.join(os.path.dirname(path), mark["SOURCE"])
        if _fingerprint(source) != mark["PIXELS"]:
            raise ReplacedSourceError(path, source)


def _fingerprint(path: str) -> str:
    """Of size, bands and some pixels, whatever else is in the file: overviews may be added, and it may be copied."""
    dataset = open_raster(path)
    checksum = sample_checksum(dataset, path, range(1, dataset.RasterCount + 1))
    return f"{dataset.RasterXSize} x {dataset.RasterYSize} x {dataset.RasterCount}, {checksum}"
