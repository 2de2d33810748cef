"""Virtual rasters (VRT) and other recipes, from which GDAL makes rasters and vectors: what they read.

This is the one place that looks into such a text for names, and the one walk through recipes that read recipes.
"""

from __future__ import annotations

import contextlib
import html
import os
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from osgeo import gdal

from ..errors import EvenlightError, shown
from ..messages import Message
from .dataset import open_raster, quiet_gdal, readable, sample_checksum

SOURCE_DOMAIN = "EVENLIGHT"
"""Of the metadata in which our virtual rasters tell which image they correct."""

ELSEWHERE = re.compile(r"<|\w{2,}:|(?:/vsi(?:zip|tar|gzip)/\{?)*/vsi(?!(?:zip|tar|gzip|mem)/)")
"""How names begin that are no file of this machine: texts, parts of files, and what lies in the network."""

HEAD = 1024
"""Bytes in which GDAL looks for the mark of a virtual raster."""

NAMED = re.compile(
    r'<(?P<tag>\w*(?:File|FileName|Path|Dataset|Source|DEM)|MDI key="[XY]_DATASET")\b(?P<attributes>[^>]*)>'
    r"\s*(?:<!\[CDATA\[(?P<plain>.*?)]]>|(?P<escaped>[^<]+)(?=<))",
    re.DOTALL | re.IGNORECASE,
)
"""Where recipes name what they read; GDAL minds neither the case of names nor blanks before a value."""

SOURCE_TAGS = ("sourcefilename", "sourcedataset")
"""Of the rasters that a virtual one is made of."""

RELATIVE = re.compile(r"""\brelativeToVRT\s*=\s*(["'])\s*[1-9]\d*\s*\1""", re.IGNORECASE)

NUMBERED_BAND = re.compile(r"""<VRTRasterBand\b[^>]*\bband="(\d+)"[^>]*(?<!/)>""")
"""Where a band begins that is no mask."""


class MissingSourceError(EvenlightError):
    """A file that a virtual raster reads is not where it was."""

    def __init__(self, path: str, source: str):
        super().__init__(Message(
            "{path} is a virtual raster, and {source}, which it reads, was not found: put it back, or make the "
            "virtual raster again.",
            path=path, source=source,
        ))


class ReplacedSourceError(EvenlightError):
    """Another image lies where one of our virtual rasters reads its own."""

    def __init__(self, path: str, source: str):
        super().__init__(Message(
            "{path} was made for another image than the one that is {source} now, so its correction does not fit: "
            "run the tool that made it again.",
            path=path, source=source,
        ))


class Named(NamedTuple):
    """A name that a recipe holds."""

    name: str
    is_source: bool
    """Whether a virtual raster takes pixels from it."""
    relative: bool
    """Whether it is meant from the folder of the recipe."""


def is_recipe(text: str) -> bool:
    """Whether a text, of which the first letters are enough, is one."""
    return text.removeprefix("\ufeff").lstrip().startswith("<") or "<VRTDataset" in text[:HEAD]


def recipe_text(name: str) -> str:
    """The text of a name that is a recipe, or of a file that is one, in an archive too; empty where it is none."""
    if is_recipe(name):
        return name
    with quiet_gdal(), contextlib.suppress(RuntimeError, UnicodeError):
        facts = gdal.VSIStatL(name)
        file = None if facts is None or facts.IsDirectory() else gdal.VSIFOpenL(name, "rb")
        if file is not None:
            try:
                begin = bytes(gdal.VSIFReadL(1, HEAD, file) or b"")
                if is_recipe(begin.decode("utf-8", "replace")):
                    return (begin + bytes(gdal.VSIFReadL(1, facts.size, file) or b"")).decode("utf-8", "replace")
            finally:
                gdal.VSIFCloseL(file)
    return ""


def named_in(recipe: str) -> Iterator[Named]:
    """The names that a recipe holds, as they stand there."""
    found = map(_named, NAMED.finditer(recipe))
    return (named for named in found if named.name)


def with_sources(recipe: str, place: Callable[[str], str]) -> str:
    """The recipe with its relative sources at the absolute places that ``place`` gives for them."""

    def replaced(match: re.Match) -> str:
        named = _named(match)
        if not (named.is_source and named.relative):
            return match[0]
        attributes = RELATIVE.sub('relativeToVRT="0"', match["attributes"])
        return f"<{match['tag']}{attributes}>{html.escape(place(named.name), quote=False)}"

    return NAMED.sub(replaced, recipe)


def _named(match: re.Match) -> Named:
    plain = match["plain"]
    name = html.unescape(match["escaped"]).lstrip() if plain is None else plain
    return Named(name, match["tag"].lower() in SOURCE_TAGS, RELATIVE.search(match["attributes"]) is not None)


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


def nested(name: str, sources: Callable[[str], Iterable[str]] = virtual_sources) -> Iterator[str]:
    """A name, and all that is read where it is read: each once, what a virtual raster reads right after it."""
    waiting, known = [name], set()
    while waiting:
        name = waiting.pop()
        if name not in known:
            known.add(name)
            yield name
            waiting += reversed(list(sources(name)))


def named_after(path: str) -> str:
    """What a raster has its name from: its path; of a virtual raster that is a text its first source, if any."""
    return next((name for name in nested(path) if not name.lstrip().startswith("<VRTDataset")), "virtual")


def standalone_text(path: str) -> str:
    """A virtual raster as a text that GDAL opens from anywhere; what is opened so is never written to the file.

    GDAL looks for overviews beside files only, so the text names those beside this one.
    """
    whole = os.path.abspath(path)
    folder, beside = os.path.dirname(whole), f"{whole}.ovr"
    text = with_sources(_text_of(path), lambda name: os.path.join(folder, name))
    if not os.path.isfile(beside):
        return text
    name = html.escape(beside, quote=False)
    return NUMBERED_BAND.sub(
        lambda found: f"{found[0]}<Overview><SourceFilename>{name}</SourceFilename><SourceBand>{found[1]}</SourceBand>"
        "</Overview>",
        text,
    )


def _text_of(path: str) -> str:
    """The content of a virtual raster; empty for other files, and for names that GDAL does not take."""
    text = recipe_text(path) if shown(path) == path else ""
    return text if "<VRTDataset" in text else ""


def missing_source(path: str) -> str | None:
    """A file that a virtual raster reads and that is not there; the network is not asked for it."""
    return next((source for source in nested(path) if source != path and is_missing(source)), None)


def is_missing(name: str) -> bool:
    """Whether a name can only be that of a file that is not there, in an archive too; the network is not asked."""
    if os.path.exists(name) or ELSEWHERE.match(name):
        return False
    with quiet_gdal():
        return not name.startswith("/vsi") or gdal.VSIStatL(name) is None


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
