"""The files behind a name: no run may write to a file that it reads.

GDAL opens more than files: recipes (VRT) that read others, parts of a file (``GTIFF_DIR:1:a.tif``) and of
archives (``/vsizip/a.zip/b.tif``); to a file belongs what lies beside it; and a file may have several names.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Union
from urllib.parse import unquote

from osgeo import gdal

from .dataset import quiet_gdal
from .virtual_sources import is_recipe, named_in, nested, recipe_text

SIDECARS = (".aux.xml", ".ovr", ".msk")
"""What GDAL keeps beside a raster and what would describe the old pixels."""

SIGNS = re.compile(r"""[\s:,;"'(){}<>?&=|]""")
"""What may stand before and after a file in a name that GDAL opens."""

INSIDE = re.compile(r"/vsi\w+/")
"""What stands before a file that GDAL looks into."""

LONGEST = 4096
"""Letters of a name; longer texts name no file."""

Key = Union[str, tuple[int, int]]


class Overwritten(NamedTuple):
    """A file that would be written and read in one run."""

    file: str
    """One of those that are written."""
    name: str
    """What it is read by."""


def overwritten(writes: Sequence[str], reads: Iterable[str]) -> list[Overwritten]:
    """What of the files ``writes``, and of what may lie beside them, is behind the names ``reads``: one each."""
    owners: dict[Key, tuple[str, str]] = {}
    existing = []
    for target in writes:
        for file, place in zip(with_sidecars(target), with_sidecars(_place(target))):
            owners[place] = target, file
            if os.path.lexists(file):
                existing.append(file)
                owners.update((key, (target, file)) for key in file_keys(file))
    found: dict[str, Overwritten] = {}
    for name in reads:
        # what is not there yet can only be read under its own name; a file is named before what lies beside it
        for file in sorted(files_behind(name), key=len) if existing else [name]:
            hits = [owners[key] for key in file_keys(file) if key in owners]
            if os.path.isdir(file):
                hits += [owners[key] for inside in existing if lies_in(inside, file) for key in file_keys(inside)]
            for target, hit in hits:
                found.setdefault(target, Overwritten(hit, name))
    return list(found.values())


def with_sidecars(path: str) -> list[str]:
    """A file and what may lie beside it."""
    return [path, *(path + suffix for suffix in SIDECARS)]


def file_keys(path: str) -> set[Key]:
    """What all names of one file have in common: its number where there is one, and its place."""
    keys: set[Key] = set()
    with contextlib.suppress(OSError, ValueError):
        keys.add(_place(path))
        facts = os.stat(path)
        if facts.st_ino:
            keys.add((facts.st_dev, facts.st_ino))
    return keys


def _place(path: str) -> str:
    return os.path.normcase(os.path.realpath(path))


def files_behind(name: str, through_gdal: bool = True) -> set[str]:
    """All files, and folders that are rasters, that are read where GDAL opens ``name``.

    Without GDAL only those that names and recipes tell.
    """
    found: set[str] = set()

    def sources(name: str) -> list[str]:
        return [*paths_in(name), *_named_in(recipe_text(name), os.path.dirname(name))]

    for inner in nested(name, sources):
        found.update(path for path in paths_in(inner) if os.path.isfile(path))
        if through_gdal:
            for listed in _listed(inner):
                found.update(path for path in paths_in(listed) if path == listed or os.path.isfile(path))
    return found


def lies_in(path: str, folder: str) -> bool:
    """Whether a file or folder is a folder, or anything below it."""
    inner, outer = (os.path.join(_place(name), "") for name in (path, folder))
    return inner.startswith(outer)


def is_result(path: str) -> bool:
    """Whether a raster was written by this plugin."""
    raster = _opened(path, gdal.OF_RASTER)
    return raster is not None and raster.GetMetadataItem("EVENLIGHT_VERSION") is not None


def paths_in(name: str) -> list[str]:
    """The files and folders that a name is, or that stand in it between signs."""
    if os.path.exists(name):
        return [name]
    if len(name) > LONGEST:
        return []
    found = []
    for text in {name, unquote(name)}:
        signs = [match.span() for match in SIGNS.finditer(text)]
        begins = [0, *(end for _, end in signs), *(match.end() for match in INSIDE.finditer(text))]
        ends = {len(text), *(begin for begin, _ in signs)}
        # a member of an archive
        slashes = {place for place, letter in enumerate(text) if letter in "/\\"}
        for begin in begins:
            for end in sorted((place for place in ends | slashes if place > begin), reverse=True):
                path = text[begin:end]
                if os.path.isfile(path) or (end in ends and os.path.isdir(path)):
                    found.append(path)
                    break
    return found


def _listed(name: str) -> list[str]:
    """What GDAL says that a dataset consists of."""
    for kind in (gdal.OF_RASTER, gdal.OF_VECTOR):
        dataset = _opened(name, kind)
        if dataset is not None:
            # a folder of vectors may hold anything else
            return [*([name] if kind == gdal.OF_RASTER else []), *(dataset.GetFileList() or [])]
    return [path for path in with_sidecars(name) if os.path.isfile(path)]


def _opened(name: str, kind: int) -> gdal.Dataset | None:
    with quiet_gdal(), contextlib.suppress(RuntimeError, UnicodeError):
        return gdal.OpenEx(name, kind)
    return None


def _named_in(recipe: str, folder: str) -> Iterator[str]:
    """The names that a recipe holds; relative ones may be meant from its folder or from the program's."""
    for name, _, _ in named_in(recipe):
        if is_recipe(name):
            yield from _named_in(name, folder)
        else:
            yield name
            if not os.path.isabs(name):
                yield os.path.join(folder, name)


def result_name(name: str, virtual: bool) -> str:
    """The name of a result with the ending of its format: of a virtual raster, or of a GeoTIFF."""
    stem, ending = os.path.splitext(name)
    fits = ending.lower() == ".vrt" if virtual else ending.lower() in (".tif", ".tiff")
    return name if fits else stem + (".vrt" if virtual else ".tif")
