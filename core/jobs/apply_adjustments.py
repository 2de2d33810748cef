"""Applies the gains and offsets of a saved adjustments file to images."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..checks import raise_all
from ..errors import EvenlightError, SavedFileError
from ..messages import Message, counted
from ..progress import Progress, Silent
from ..radiometry import adjustments_file
from ..radiometry.corrections import Correction, GainOffset
from ..radiometry.plausible import expected_of_nodes
from ..radiometry.saved_light import field_for
from ..radiometry.saved_network import still_true
from ..raster.image import Image, same_file_key
from ..report.files import check_report
from ..report.report_file import ReportFile
from ..run import Run
from ..settings import ADJUSTED_NAME, ExecutionSettings, OutputSettings, StatisticsSettings
from ..statistics.scene import Scene
from .delivery import deliver
from .public import public
from .reporting import Reporting, files_of
from .results import BalanceResult, common_stretch
from .scene import prepare


@public
def apply_adjustments(
    paths: Sequence[str],
    adjustments: str,
    output: OutputSettings,
    *,
    statistics: StatisticsSettings = StatisticsSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    report: ReportFile | None = None,
    progress: Progress = Silent(),
) -> BalanceResult:
    """Change one or more images by the gains and offsets that ``adjustments`` holds for them, and its light.

    Images are found in the file by path, else by name.  ``report``: a file about the run, see `balance`.

    Raises `Problems`, `SavedFileError`,
    `DamagedRasterError`, `WriteError`, `ReplaceError` or `Cancelled`.
    """
    saved: list[adjustments_file.SavedImage] = []

    def further(images: Sequence[Image]) -> list[EvenlightError]:
        problems = check_report(report)
        try:
            saved.extend(adjustments_file.load(adjustments))
        except EvenlightError as problem:
            return [*problems, problem]
        return problems + _missing(adjustments, saved, images)

    run = Run(execution, progress)
    output = output.named(ADJUSTED_NAME)
    scene = prepare(paths, 1, statistics, None, output, further, run, [adjustments], files_of(report))
    found = adjustments_file.match(saved, scene.images)
    entries = [saved[found[index]] for index in range(len(scene.images))]
    _warn_of_other_types(entries, scene.images, progress)
    # statistics of other pixels tell nothing
    same = [still_true(entry, image, progress) for entry, image in zip(entries, scene.images)]
    _warn_of_changed_files(entries, scene.images, same, progress)
    chains = _chains(adjustments, entries, scene, same)
    others = [entry for number, entry in enumerate(saved) if number not in found.values()]
    gain, offset = (np.array([getattr(e, name) for e in [*entries, *others]]) for name in ("gain", "offset"))
    count, mean, std = np.array([e.whole for e in [*entries, *others]]).transpose(1, 0, 2)
    own = slice(0, len(entries))
    stretch = common_stretch(count[own], (gain * mean + offset)[own], (count * (gain * std) ** 2)[own])
    count[~np.array([*same, *(False for _ in others)])] = 0.0
    expected = expected_of_nodes((count, mean, std), gain, offset, len(entries))
    sentence = Message(
        "Saved gains and offsets were applied to {images}; how well they agree was not looked at.",
        images=counted(len(scene.images), "image"),
    )
    run.conclude(sentence)
    facts = [{"gain": entry.gain, "offset": entry.offset} for entry in entries]
    reporting = Reporting(report, "apply_adjustments", (statistics, output), progress)
    reporting.of_images(scene.images, scene.canvas, facts, sentence)
    delivered = deliver(scene, chains, "apply_adjustments", output, run, expected, report=reporting)
    return BalanceResult(delivered.outputs, stretch, None, delivered.clipped)


def _chains(
    file: str, entries: Sequence[adjustments_file.SavedImage], scene: Scene, same: Sequence[bool]
) -> list[list[Correction]]:
    """Each image's gain and offset, after what takes common light out of stored values where the saved run did.

    ``same``: whether the images are those that were saved.  Raises `Problems`.
    """
    problems: list[EvenlightError] = []
    chains: list[list[Correction]] = []
    for entry, image, known in zip(entries, scene.images, same):
        chain: list[Correction] = [GainOffset(entry.gain, entry.offset)]
        if entry.light is not None and entry.light.taken_out:
            scale, shift = entry.light.units
            try:
                field = field_for(file, entry.light.terms, entry.light.frame, image, scene.canvas, known)
                chain = [GainOffset(scale, shift), field, GainOffset(1.0 / scale, -shift / scale), *chain]
            except EvenlightError as problem:
                problems.append(problem)
        chains.append(chain)
    raise_all(problems)
    return chains


def _missing(file: str, saved: Sequence[adjustments_file.SavedImage], images: Sequence[Image]) -> list[EvenlightError]:
    """Images that the file does not know, and a number of bands that does not fit."""
    found = adjustments_file.match(saved, images)
    problems: list[EvenlightError] = [
        SavedFileError(file, "", Message("it holds no adjustment for {path}", path=image.path))
        for index, image in enumerate(images)
        if index not in found
    ]
    for index, entry in found.items():
        bands = len(images[index].bands)
        if saved[entry].bands != bands:
            what = Message(
                "it holds {held} bands and {image} has {bands}",
                held=saved[entry].bands, image=images[index].path, bands=bands,
            )
            problems.append(SavedFileError(file, saved[entry].name, what))
    return problems


def _warn_of_changed_files(
    entries: Sequence[adjustments_file.SavedImage], images: Sequence[Image], same: Sequence[bool], progress: Progress
) -> None:
    """Tell of files that were replaced; an image elsewhere, by its name alone, may be a part or a later version."""
    for entry, image, known in zip(entries, images, same):
        if not known and entry.path and same_file_key(entry.path) == same_file_key(image.path):
            progress.warn(Message(
                "{path} has changed since its adjustment was saved: the gains are those of its earlier pixels. "
                "Find them anew (Global regression) where the change matters.",
                path=image.path,
            ))


def _warn_of_other_types(
    entries: Sequence[adjustments_file.SavedImage], images: Sequence[Image], progress: Progress
) -> None:
    """Tell of images whose values may mean something else than those that the gains were found for."""
    for entry, image in zip(entries, images):
        now = image.dtype.name
        if entry.data_type not in ("", now):
            progress.warn(Message(
                "{path} is {now}, and its adjustment was found for {data_type}: it fits only if both hold the "
                "same values. Find it anew (Global regression) if they do not.",
                path=image.path, now=now, data_type=entry.data_type,
            ))
