"""Recipes: texts, and files of text, that GDAL makes rasters and vectors from, such as virtual rasters (VRT).

This is the one place that looks into such a text for what it reads.
"""

from __future__ import annotations

import contextlib
import html
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from osgeo import gdal

from .dataset import quiet_gdal

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
