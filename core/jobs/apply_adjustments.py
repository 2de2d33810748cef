"""Applies the gains and offsets of a saved adjustments file to images."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..balance import adjustments_file
from ..balance.corrections import GainOffset
from ..errors import EvenlightError, SavedFileError
from ..progress import Progress, Silent
from ..raster.image import Image
from ..settings import ADJUSTED_NAME, ExecutionSettings, OutputSettings, StatisticsSettings
from .delivery import deliver
from .results import BalanceResult, common_stretch
from .scene import prepare


def apply_adjustments(
    paths: Sequence[str],
    adjustments: str,
    output: OutputSettings,
    statistics: StatisticsSettings = StatisticsSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    progress: Progress = Silent(),
) -> BalanceResult:
    """Change one or more images by the gains and offsets that ``adjustments`` holds for them.

    Images are found in the file by path, else by name.  Raises `Problems`, `SavedFileError`,
    `DamagedRasterError`, `WriteError`, `ReplaceError` or `Cancelled`.
    """
    saved: list[adjustments_file.SavedImage] = []

    def further(images: Sequence[Image]) -> list[EvenlightError]:
        try:
            saved.extend(adjustments_file.load(adjustments))
        except EvenlightError as problem:
            return [problem]
        return _missing(adjustments, saved, images)

    output = output.named(ADJUSTED_NAME)
    scene = prepare(paths, 1, statistics, None, output, further, progress, [adjustments], execution)
    found = adjustments_file.match(saved, scene.images)
    entries = [saved[found[index]] for index in range(len(scene.images))]
    chains = [[GainOffset(entry.gain, entry.offset)] for entry in entries]
    delivered = deliver(scene, chains, "apply_adjustments", output, execution, progress)
    gain, offset = np.array([e.gain for e in entries]), np.array([e.offset for e in entries])
    count, mean, std = np.array([e.whole for e in entries]).transpose(1, 0, 2)
    stretch = common_stretch(count, gain * mean + offset, count * (gain * std) ** 2)
    return BalanceResult(delivered.outputs, stretch, None, delivered.clipped)


def _missing(file: str, saved: Sequence[adjustments_file.SavedImage], images: Sequence[Image]) -> list[EvenlightError]:
    """Images that the file does not know, and a number of bands that does not fit."""
    found = adjustments_file.match(saved, images)
    problems: list[EvenlightError] = [
        SavedFileError(file, "", f"it holds no adjustment for {image.path}")
        for index, image in enumerate(images)
        if index not in found
    ]
    for index, entry in found.items():
        bands = len(images[index].bands)
        if saved[entry].bands != bands:
            what = f"it holds {saved[entry].bands} bands and {images[index].path} has {bands}"
            problems.append(SavedFileError(file, saved[entry].name, what))
    return problems
