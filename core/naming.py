"""The files that results go to, and whether they can."""

from __future__ import annotations

import glob
import os
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from .errors import (
    NO_ROOM,
    EvenlightError,
    FolderNotWritableError,
    OptionError,
    OutputClashError,
    OutputIsFolderError,
    OutputNameError,
    SameOutputError,
    path_text,
    printable,
)
from .messages import Message
from .raster.creation import check_options, check_values_kept, geotiff_options, tile_size
from .raster.dataset import numpy_type
from .raster.files import file_keys, files_behind, is_result, overwritten, result_name, with_sidecars
from .raster.image import Image, identity, same_file_key
from .raster.transaction import LONGER, target_path
from .raster.virtual_sources import named_after
from .raster.writing import output_type
from .settings import OutputFormat, OutputSettings


class OutputIsInputError(EvenlightError):
    """A result would overwrite what it is made from."""

    def __init__(self, path: str, reader: str = ""):
        what = Message("belongs to the input {reader}", reader=path_text(reader)) if reader else Message("is an input")
        super().__init__(Message(
            "{path} {what} and would be overwritten: choose another folder or output name.", path=path, what=what
        ))


FORBIDDEN = '<>:"|?*'
"""Characters that some file system refuses in names."""

SEPARATORS = r"[/\\]" if os.sep == "\\" else "/"
"""Between folders."""

COMPANION_KINDS = ("recipe", "product", "field", "light", "border")

NEVER = re.compile("[\0\ud800-\udfff]")
"""Characters that no file system knows."""

BLOCK = 4096
"""Bytes of the smallest file on a disk."""

USUAL_LIMIT, LONGEST_PATH = 255, 4095
"""Bytes of a name, where the system does not say, and of a name with all its folders."""

COMPANION = re.compile(rf"\.(?:{'|'.join(COMPANION_KINDS)})-([0-9a-f]{{8}})\.(?:vrt|tif)\b")
"""How the names of files end that virtual results read beside their images; found is the word of the run."""

COMPRESSED = 0.6
"""Typical size of measurements under a lossless compressor, for inputs whose own size tells nothing."""


class OutputIsReadError(EvenlightError):
    """A result would overwrite what an earlier virtual raster reads."""

    def __init__(self, path: str, recipe: str):
        super().__init__(Message(
            "{path} is read by the virtual raster {recipe} and would be overwritten: choose another folder or "
            "output name, or remove that virtual raster first.",
            path=path, recipe=recipe,
        ))


class LongNameError(EvenlightError):
    """The name of a file is longer than its folder takes."""

    def __init__(self, name: str, size: int, most: int):
        super().__init__(Message(
            'The name "{name}" has {size} bytes and may have {most}: shorten the output name, the folder or the '
            "name of the image.",
            name=printable(name), size=size, most=most,
        ))


class NotEnoughSpaceError(EvenlightError):
    """The disk cannot hold the results."""

    def __init__(self, folder: str, needed: int, free: int):
        super().__init__(Message(
            "{folder} has {free} free and the results need about {needed}: free some space or choose another disk.",
            folder=folder, free=_size(free), needed=_size(needed),
        ))


def _size(size: int) -> str:
    """Bytes in the unit that shows them."""
    unit, name = next(((unit, name) for unit, name in ((1e9, "GB"), (1e6, "MB")) if size >= unit / 10), (1e3, "kB"))
    return f"{size / unit:.2f} {name}"


def output_paths(images: Sequence[Image], output: OutputSettings) -> list[str]:
    """One target per image, in the images' order; images of one name differ by their folder."""
    virtual = output.format is OutputFormat.VIRTUAL
    if output.files:
        given = dict(zip(output.images, output.files))
        return [os.path.abspath(result_name(given[image.path], virtual)) for image in images]
    folder, name = os.path.abspath(output.folder), result_name(output.name, virtual)
    return [os.path.normpath(os.path.join(folder, name.replace("$", stem))) for stem in distinct_names(images)]


def companion_path(target: str, kind: str, word: str) -> str:
    """A file beside a virtual result that it reads; runs differ by their ``word``, see `raster.virtual`."""
    return f"{os.path.splitext(target)[0]}.{kind}-{word}{'.vrt' if kind == 'recipe' else '.tif'}"


def companions(targets: Sequence[str]) -> dict[str, str]:
    """The files beside virtual results that are there, with the words of their runs."""
    stems = {os.path.normcase(os.path.splitext(target)[0]) for target in targets}
    found = {}
    for folder in dict.fromkeys(map(os.path.dirname, targets)):
        for path in glob.glob(os.path.join(glob.escape(folder), "*.*-????????.*")):
            for match in COMPANION.finditer(path):
                if match.end() == len(path) and os.path.normcase(path[: match.start()]) in stems:
                    found[path] = match[1]
    return found


def output_files(images: Sequence[Image], output: OutputSettings) -> list[str]:
    """All files that results may consist of, and those of their predecessors.

    Those beside virtual results have a word that stands for any; those that are there will be removed some time.
    """
    targets = output_paths(images, output)
    if output.format is not OutputFormat.VIRTUAL:
        return targets
    new = [companion_path(target, kind, "0" * 8) for target in targets for kind in COMPANION_KINDS]
    return [*targets, *new, *companions(targets)]


def distinct_names(images: Sequence[Image]) -> list[str]:
    """A name per image: its own, with its folder's where several share it, with a number where even that.

    Numbers go by paths, so that names do not hang on the order of the images.
    """
    counts = Counter(image.name.lower() for image in images)
    names = []
    for image in images:
        folder = os.path.basename(os.path.dirname(named_after(image.path)))
        names.append(image.name if counts[image.name.lower()] == 1 else f"{folder}_{image.name}".lstrip("_"))
    order = sorted(range(len(images)), key=lambda n: identity(images[n].path))
    named = dict(zip(order, _numbered(_portable(names[n]) for n in order)))
    return [named[n] for n in range(len(images))]


def pair_names(images: Sequence[Image], pairs: Sequence[tuple[int, int]]) -> list[str]:
    """A name per pair of images."""
    names = distinct_names(images)
    # a_b with c and a with b_c get a number
    return _numbered(f"{names[first]}_{names[second]}" for first, second in pairs)


def _numbered(names: Iterable[str]) -> list[str]:
    """The names, those that were there before with a number."""
    taken: set[str] = set()
    distinct = []
    for name in names:
        candidate, number = name, 1
        while candidate.lower() in taken:
            number += 1
            candidate = f"{name}_{number}"
        taken.add(candidate.lower())
        distinct.append(candidate)
    return distinct


def _portable(name: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f-\x9f/\\]", "_", "".join("_" if letter in FORBIDDEN else letter for letter in name))


def check_outputs(
    images: Sequence[Image],
    output: OutputSettings,
    reads: Sequence[str],
    writes: Sequence[str] = (),
    caches: Sequence[str] = (),
    beside: int = 0,
    exact: bool = False,
    recipes: bool = False,
) -> list[EvenlightError]:
    """Whether the results can be written.

    ``reads``, ``caches``: see `check_files`; ``writes``: files that are written beside the results; ``beside``: bytes
    taken there for a while; ``exact``: whether every value has a meaning; ``recipes``: whether they can be virtual.
    """
    folder = output.folder
    if not folder:
        return [OptionError("OUTPUT_FOLDER", output.folder, Message("a folder for the results"))]
    if not output.files and "$" in os.path.relpath(folder, _existing(os.path.abspath(folder))):
        return [OptionError("OUTPUT_FOLDER", folder, Message(
            "a folder without $, and sub-folders in OUTPUT_NAME: $/x.tif"
        ))]
    problems = [problem for name in output.files or [output.name] for problem in check_name(name, bool(output.files))]
    if output.format is OutputFormat.VIRTUAL and not recipes:
        problems.append(OptionError("OUTPUT_FORMAT", output.format, Message(
            "geotiff or cog: these results have no recipe"
        )))
    misfits = check_options(output) or check_values_kept(images, output, exact)
    targets: list[str] = []
    if not problems:
        problems = check_clashes(output_paths(images, output))
        targets = list(dict.fromkeys(output_files(images, output)))
    folders = list(dict.fromkeys(os.path.dirname(os.path.abspath(file)) for file in output.files)) or [folder]
    problems += check_files([*targets, *writes], reads, folders, caches)
    unfit = misfits or [problem for place in folders for problem in check_folder(place)]
    return problems + misfits + ([] if unfit else check_space(images, output, beside))


def check_name(name: str, whole: bool = False) -> list[EvenlightError]:
    """Whether a file name can be made from the output name; ``whole``: it is a path already."""
    name = os.path.basename(name) if whole else name
    refused = NEVER.search(name) or any(letter in FORBIDDEN or letter < " " for letter in name)
    if refused or any(not part.strip(" .") for part in re.split(SEPARATORS, name)):
        return [OutputNameError(name, Message(
            "use a file name such as $_Global.tif, or one in a sub-folder: $/Global.tif."
        ))]
    if os.path.splitext(name)[1].lower() not in ("", ".tif", ".tiff", ".vrt"):
        return [OutputNameError(name, Message("results are GeoTIFF files or virtual rasters, so end it with .tif."))]
    return []


def is_raster_name(name: str) -> bool:
    """Whether a file can have the name, and it ends as that of a GeoTIFF."""
    return not check_name(name, whole=True) and os.path.splitext(name)[1].lower() in (".tif", ".tiff")


def check_clashes(targets: Sequence[str]) -> list[EvenlightError]:
    """Whether several images have one target."""
    counts = Counter(target.lower() for target in targets)
    first = {target.lower(): target for target in reversed(targets)}
    return [OutputClashError(first[name]) for name, count in counts.items() if count > 1]


def check_files(
    writes: Sequence[str], reads: Sequence[str], folders: Sequence[str] = (), caches: Sequence[str] = ()
) -> list[EvenlightError]:
    """Whether a run can write its files, and whether none of them is one that it reads.

    Every job asks this once, before it reads a pixel, for all its files: images, tables, vectors, reports.
    ``reads``: names of all that it reads, as they were given; ``folders``: further ones that it writes to;
    ``caches``: those that it keeps files in while they have room.
    """
    everywhere = [*folders, *caches]
    problems = _check_names(writes, everywhere)
    if problems:
        return problems
    problems = _check_distinct(writes, everywhere)
    problems += [FolderNotWritableError(path) for path in writes if _is_protected(path)]
    needed = {os.path.abspath(folder): folder for folder in (*folders, *map(os.path.dirname, writes))}
    spare = {place: folder for folder in caches if (place := os.path.abspath(folder)) not in needed}
    problems += [problem for folder in needed.values() for problem in check_folder(folder)]
    problems += [problem for folder in spare.values() for problem in check_folder(folder, may_be_full=True)]
    inputs = overwritten(writes, reads)
    for file, name in inputs:
        problems.append(OutputIsInputError(file, "" if file_keys(file) & file_keys(name) else name))
    told = {file for file, _ in inputs}
    return problems + _check_recipes([path for path in writes if told.isdisjoint(with_sidecars(path))])


def unless_saved(load: str | None, save: str | None) -> list[str]:
    """The file that a run loads, where it is not the one that it saves: that may grow from run to run."""
    return [load] if load and not (save and same_file_key(load) == same_file_key(save)) else []


def _check_names(writes: Sequence[str], folders: Sequence[str]) -> list[EvenlightError]:
    """Whether files and folders can have these names, unfinished files too; each sentence once."""
    problems: list[EvenlightError] = []
    limits: dict[str, int] = {}
    for path, longer in [*((path, LONGER) for path in writes), *((path, 0) for path in folders)]:
        *above, name = Path(path).parts or ("",)
        refused = [part for part in (*above, name) if not part or NEVER.search(part)]
        if refused:
            problems.append(OutputNameError(refused[0], Message("no file can have it.")))
            continue
        folder = os.path.dirname(path)
        if folder not in limits:
            limits[folder] = _longest_name(folder)
        sizes = [*((part, limits[folder]) for part in above), (name, limits[folder] - longer)]
        for part, most in [*sizes, (os.path.abspath(path), LONGEST_PATH - longer)]:
            size = len(part) if os.name == "nt" else len(os.fsencode(part))
            if size > most:
                problems.append(LongNameError(part, size, most))
    return list({str(problem): problem for problem in problems}.values())


def _longest_name(folder: str) -> int:
    """Bytes that a name may have; characters on Windows, which cannot be asked."""
    try:
        limit = os.pathconf(_existing(folder), "PC_NAME_MAX")
    except (AttributeError, OSError, ValueError):
        limit = USUAL_LIMIT
    return limit if limit > 0 else USUAL_LIMIT


def _check_distinct(writes: Sequence[str], folders: Sequence[str]) -> list[EvenlightError]:
    """Whether a file is written twice, or is a folder; letters that differ in capitals are one on some systems."""
    problems: list[EvenlightError] = []
    above = {os.path.dirname(os.path.abspath(path)) for path in writes} | set(map(os.path.abspath, folders))
    places = {_place(str(parent)) for folder in above for parent in (folder, *Path(folder).parents)}
    taken: set[str] = set()
    for path in writes:
        place = _place(path)
        own = set(with_sidecars(place))
        if os.path.isdir(path) or place in places:
            problems.append(OutputIsFolderError(path))
        elif own & taken:
            problems.append(SameOutputError(path))
        taken |= own
    return problems


def _place(path: str) -> str:
    folder, name = os.path.split(os.path.realpath(path))
    return os.path.join(os.path.normcase(folder), name.lower())


def _is_protected(path: str) -> bool:
    """Whether somebody took care that a file is not replaced, or it is a device."""
    if os.path.isfile(path):
        return not os.access(path, os.W_OK)
    return os.path.exists(path) and not os.path.isdir(path)


def _check_recipes(writes: Sequence[str]) -> list[EvenlightError]:
    """Whether virtual rasters in the folders read what is written: companions of earlier previews above all.

    Those that are written themselves do not count, nor do unfinished ones, whose run may be gone or holds its own
    files (`Outputs`), nor others' where earlier results are replaced by new ones.
    """
    existing = [file for path in writes for file in with_sidecars(path) if os.path.isfile(file)]
    owners = {key: file for file in existing for key in file_keys(file)}
    own = set(map(_place, writes))
    problems: dict[str, EvenlightError] = {}
    for folder in dict.fromkeys(os.path.dirname(os.path.abspath(file)) for file in existing):
        for recipe in sorted(glob.glob(os.path.join(glob.escape(folder), "*.[vV][rR][tT]"))):
            if _place(recipe) in own or target_path(recipe) != recipe:
                continue
            hits = {owners[key] for file in files_behind(recipe, False) for key in file_keys(file) if key in owners}
            for file in sorted(hits):
                if is_result(recipe) or not is_result(file):
                    problems.setdefault(file, OutputIsReadError(file, recipe))
    return list(problems.values())


def check_folder(folder: str, may_be_full: bool = False) -> list[EvenlightError]:
    """Whether files can be made in ``folder``, which may not exist yet: one is made where it will be, and removed."""
    try:
        with tempfile.TemporaryFile(dir=_existing(folder)) as file:
            file.write(bytes(BLOCK))
        return []
    except OSError as error:
        return [] if may_be_full and error.errno in NO_ROOM else [FolderNotWritableError(folder, error)]


def _existing(folder: str) -> str:
    """A folder, or the nearest one above it that is there."""
    existing = os.path.abspath(folder)
    while not os.path.lexists(existing) and os.path.dirname(existing) != existing:
        existing = os.path.dirname(existing)
    return existing


def check_space(images: Sequence[Image], output: OutputSettings, beside: int = 0) -> list[EvenlightError]:
    """Whether the disk can hold the results, and ``beside`` bytes more, beside what is there."""
    needed = beside + sum(estimated_size(image, output) for image in images)
    free = shutil.disk_usage(_existing(output.folder)).free
    return [NotEnoughSpaceError(output.folder, needed, free)] if needed > free else []


def estimated_size(image: Image, output: OutputSettings) -> int:
    """Bytes that the image's result will take: as its input, in the new type, if both are compressed."""
    if output.format is OutputFormat.VIRTUAL:
        return 0
    options = dict(o.split("=", 1) for o in geotiff_options(image, output, tile_size(image, None), 1))
    bands = len(image.bands) + (image.alpha is not None)
    raw = image.width * image.height * bands * numpy_type(output_type(image, output.dtype)).itemsize
    if options.get("COMPRESS", "NONE").upper() == "NONE":
        return raw
    if not os.path.isfile(image.path):
        return int(COMPRESSED * raw)
    own = image.width * image.height * bands * image.dtype.itemsize
    return int(min(raw, os.path.getsize(image.path) / max(own, 1) * raw))
