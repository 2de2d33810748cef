"""The files that results go to, and whether they can."""

from __future__ import annotations

import os
import re
import shutil
from collections import Counter
from collections.abc import Iterable, Sequence

from .errors import (
    EvenlightError,
    FolderNotWritableError,
    NotEnoughSpaceError,
    OutputClashError,
    OutputIsInputError,
    OutputNameError,
    SameOutputError,
)
from .raster.creation import check_options, check_values_kept, geotiff_options, tile_size
from .raster.dataset import numpy_type
from .raster.image import Image, same_file_key
from .raster.writing import output_type
from .settings import OutputFormat, OutputSettings

FORBIDDEN = '<>:"|?*'
"""Characters that some file system refuses in names."""

COMPANION_KINDS = ("recipe", "field", "border")

COMPANION = re.compile(rf"\.(?:{'|'.join(COMPANION_KINDS)})-([0-9a-f]{{8}})\.(?:vrt|tif)\b")
"""How the names of files end that virtual results read beside their images; found is the word of the run."""

COMPRESSED = 0.6
"""Typical size of measurements under a lossless compressor, for inputs whose own size tells nothing."""


def output_paths(images: Sequence[Image], output: OutputSettings) -> list[str]:
    """One target per image, in the images' order; images of one name are told apart by their folder."""
    folder, name = os.path.abspath(output.folder), output.name
    if output.format is OutputFormat.VIRTUAL:
        name = os.path.splitext(name)[0] + ".vrt"
    return [os.path.join(folder, name.replace("$", stem)) for stem in distinct_names(images)]


def companion_path(target: str, kind: str, word: str) -> str:
    """A file beside a virtual result that it reads; runs differ by their ``word``, see `raster.virtual`."""
    return f"{os.path.splitext(target)[0]}.{kind}-{word}{'.vrt' if kind == 'recipe' else '.tif'}"


def output_files(images: Sequence[Image], output: OutputSettings) -> list[str]:
    """All files that results may consist of, those beside virtual results with a word that stands for any."""
    targets = output_paths(images, output)
    if output.format is not OutputFormat.VIRTUAL:
        return targets
    return targets + [companion_path(target, kind, "0" * 8) for target in targets for kind in COMPANION_KINDS]


def distinct_names(images: Sequence[Image]) -> list[str]:
    """A name per image: its own, with its folder's where several share it, with a number where even that."""
    counts = Counter(image.name.lower() for image in images)
    names = []
    for image in images:
        folder = os.path.basename(os.path.dirname(image.path))
        names.append(image.name if counts[image.name.lower()] == 1 else f"{folder}_{image.name}".lstrip("_"))
    return _numbered(_portable(name) for name in names)


def pair_names(images: Sequence[Image], pairs: Sequence[tuple[int, int]]) -> list[str]:
    """A name per pair of images."""
    names = distinct_names(images)
    # a_b with c and a with b_c are told apart by a number
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
    return "".join("_" if letter in FORBIDDEN + "/\\" else letter for letter in name)


def check_outputs(
    images: Sequence[Image],
    output: OutputSettings,
    further_inputs: Sequence[str] = (),
    beside: int = 0,
    exact: bool = False,
) -> list[EvenlightError]:
    """What is wrong with the wanted results: name, folder, options, space, overwriting an input.

    ``further_inputs``: files beside the images that the run reads; ``beside``: bytes that it takes
    in the results' folder beside them for a while; ``exact``: whether every value has a meaning.
    """
    problems = check_name(output.name)
    misfits = check_options(output) or check_values_kept(images, output, exact)
    if not problems:
        problems += check_targets(images, output_files(images, output), further_inputs)
        problems += check_clashes(output_paths(images, output))
    unwritable = check_folder(output.folder)
    return problems + misfits + (unwritable or ([] if misfits else check_space(images, output, beside)))


def check_name(name: str) -> list[EvenlightError]:
    """Whether a file name can be made from the output name."""
    if not name.strip() or os.path.basename(name) != name or any(letter in FORBIDDEN for letter in name):
        return [OutputNameError(name, "use a file name such as $_Global.tif, without a folder.")]
    if os.path.splitext(name)[1].lower() not in (".tif", ".tiff"):
        return [OutputNameError(name, "results are GeoTIFF files, so end it with .tif.")]
    return []


def check_targets(
    images: Sequence[Image], targets: Sequence[str], further_inputs: Sequence[str] = ()
) -> list[EvenlightError]:
    """Whether any target is something that the run reads, or a folder."""
    inputs = {same_file_key(path) for path in [*(image.path for image in images), *further_inputs]}
    problems: list[EvenlightError] = [
        OutputIsInputError(target) for target in targets if same_file_key(target) in inputs
    ]
    problems += [FolderNotWritableError(target) for target in targets if os.path.isdir(target)]
    return problems


def check_clashes(targets: Sequence[str]) -> list[EvenlightError]:
    """Whether several images have one target."""
    counts = Counter(os.path.normcase(target) for target in targets)
    return [OutputClashError(target) for target, count in counts.items() if count > 1]


def check_distinct(targets: Sequence[str], others: Sequence[str] = ()) -> list[EvenlightError]:
    """Whether a target is there twice, or is one of the run's ``others``."""
    taken = {same_file_key(os.path.abspath(path)) for path in others}
    doubled = {}
    for target in targets:
        key = same_file_key(os.path.abspath(target))
        if key in taken:
            doubled.setdefault(key, target)
        taken.add(key)
    return [SameOutputError(target) for target in doubled.values()]


def check_folder(folder: str) -> list[EvenlightError]:
    """Whether files can be made in ``folder``, which may not exist yet."""
    existing = os.path.abspath(folder)
    while not os.path.exists(existing) and os.path.dirname(existing) != existing:
        existing = os.path.dirname(existing)
    if not os.path.isdir(existing) or not os.access(existing, os.W_OK | os.X_OK):
        return [FolderNotWritableError(folder)]
    return []


def check_space(images: Sequence[Image], output: OutputSettings, beside: int = 0) -> list[EvenlightError]:
    """Whether the disk can hold the results, and ``beside`` bytes more, beside what is there."""
    existing = os.path.abspath(output.folder)
    while not os.path.exists(existing):
        existing = os.path.dirname(existing)
    needed = beside + sum(estimated_size(image, output) for image in images)
    free = shutil.disk_usage(existing).free
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
