"""Pseudo-invariant features of a run: which common pixels the global step is solved from."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from ..errors import EvenlightError, MixedReferenceSystemsError, OptionError
from ..naming import pair_names
from ..progress import Progress, counted
from ..radiometry.pif.finder import Finder, Found
from ..radiometry.pif.methods import check_pif
from ..radiometry.pif.shared_ground import write_inz
from ..raster.image import Image, identity
from ..settings import ExecutionSettings, PifMethod, PifSettings
from ..statistics.blocks import BlockGrid
from ..statistics.overlaps import find_overlaps
from ..statistics.sums import PairSums, Sums, stack
from .scene import Scene

INZ_SUFFIX = "_INZ.tif"


def find_features(
    scene: Scene,
    sums: Sums,
    cells: BlockGrid,
    settings: PifSettings,
    execution: ExecutionSettings,
    progress: Progress,
) -> tuple[Sums, list[Found]]:
    """The sums with pairs of only the pixels that count, and what was found of each pair; of stored values.

    Nothing of it is kept in a cache: it depends on the method and all its settings.
    """
    if settings.method is PifMethod.ENTIRE:
        return sums, []
    found = Finder(scene.images, scene.canvas, cells, settings, scene.mask).run(sums.pairs, execution, progress)
    pairs = stack(PairSums, [pair.sums for pair in found], sums.bands, keys=3)
    names = [image.name for image in scene.images]
    for pair in found:
        if pair.left_out:
            progress.warn(
                f"Overlap of {names[pair.first]} and {names[pair.second]} left out, too few pseudo-invariant features "
                f"({settings.method}): {pair.left_out}."
            )
    if found:
        kept = sum(not pair.left_out for pair in found)
        share = pairs.count.sum() / sums.pairs.count.sum()
        progress.inform(
            f"Pseudo-invariant features ({settings.method}): {share:.2%} of the common pixels count, in {kept} of "
            f"{counted(len(found), 'overlap')}."
        )
    return replace(sums, pairs=pairs), found


def check_features(settings: PifSettings, images: Sequence[Image], inz_folder: str | None) -> list[EvenlightError]:
    """What is wrong with the settings."""
    problems = check_pif(settings, images)
    if inz_folder is not None and settings.method is not PifMethod.FLOOD_FROM_MATCH_POINTS:
        wanted = f"it only with PIF_METHOD {PifMethod.FLOOD_FROM_MATCH_POINTS}; {settings.method} has no such score"
        problems.append(OptionError("SAVE_INZ", inz_folder, wanted))
    return problems


def files_beside(images: Sequence[Image], adjustments: str | None, inz_folder: str | None) -> list[str]:
    """What a run with a global step may write beside the images."""
    files = [adjustments] if adjustments else []
    if inz_folder is not None:
        # images of which only some have a coordinate system are told elsewhere
        with contextlib.suppress(MixedReferenceSystemsError):
            files += inz_paths(images, inz_folder).values()
    return files


def inz_paths(images: Sequence[Image], folder: str) -> dict[tuple[str, str], str]:
    """A file for each pair of images that overlap, by their paths.

    Names hang on all images of a run, those apart from the others too: what is checked is what is written.
    """
    ordered = sorted(images, key=lambda image: identity(image.path))
    pairs = find_overlaps(ordered).pairs.tolist()
    folder = os.path.abspath(folder)
    return {
        (ordered[first].path, ordered[second].path): os.path.join(folder, name + INZ_SUFFIX)
        for (first, second), name in zip(pairs, pair_names(ordered, pairs))
    }


def inz_writers(
    scene: Scene, found: Sequence[Found], folder: str | None, progress: Progress
) -> dict[str, Callable[[str], None]]:
    """For each pair that counts, the file of its scores and what writes it."""
    if folder is None:
        return {}
    paths = inz_paths(scene.everything, folder)
    writers = {}
    for pair in found:
        images = scene.images[pair.first], scene.images[pair.second]
        target = paths.get((images[0].path, images[1].path))
        if target is not None and pair.inz is not None:
            writers[target] = partial(write_inz, images=images, canvas=scene.canvas, inz=pair.inz, progress=progress)
    return writers
