"""What virtual rasters are made of: the files they read, and whether these are still there and the same."""

from __future__ import annotations

import html
import os
import re

from osgeo import gdal

from ..errors import EvenlightError, shown
from .dataset import open_raster, quiet_gdal, readable, sample_checksum

SOURCE_DOMAIN = "EVENLIGHT"
"""Of the metadata in which our virtual rasters tell which image they correct."""

SOURCES = re.compile(r"<(?:SourceFilename|SourceDataset)((?:\s[^>]*)?)>([^<]+)<")
"""Where a virtual raster names what it is made of."""

RELATIVE = 'relativetovrt="1"'

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
    text = path if path.startswith("<VRTDataset") else _text_of(path)
    found = []
    for attributes, escaped in SOURCES.findall(text):
        name = html.unescape(escaped)
        if RELATIVE in attributes.lower():
            name = os.path.join(os.path.dirname(path), name)
        found.append(name)
    return list(dict.fromkeys(found))


def standalone_text(path: str) -> str:
    """A virtual raster as a text that GDAL opens from anywhere; what is opened so is never written to the file."""

    def absolute(match: re.Match) -> str:
        attributes, name = match.groups()
        if RELATIVE not in attributes.lower():
            return match[0]
        place = html.escape(os.path.join(os.path.dirname(os.path.abspath(path)), html.unescape(name)), quote=False)
        return f'<SourceFilename relativeToVRT="0">{place}<'

    return SOURCES.sub(absolute, _text_of(path))


def _text_of(path: str) -> str:
    """The content of a virtual raster; empty for other files."""
    if shown(path) != path:
        return ""  # GDAL takes no such name, and says so when it opens it
    with quiet_gdal():
        status = gdal.VSIStatL(path)
        file = gdal.VSIFOpenL(path, "rb") if status is not None and not status.IsDirectory() else None
        if file is None:
            return ""
        try:
            if b"<VRTDataset" not in bytes(gdal.VSIFReadL(1, 1000, file) or b""):
                return ""
            gdal.VSIFSeekL(file, 0, 0)
            return bytes(gdal.VSIFReadL(1, status.size, file)).decode("utf-8", "replace")
        finally:
            gdal.VSIFCloseL(file)


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
