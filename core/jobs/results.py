"""What jobs hand back."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from ..align.report import Outcome
from ..messages import Message
from ..progress import Progress
from ..radiometry.common_light import NOTICED, RUN_AWAY
from ..radiometry.global_step import holds_levels
from ..radiometry.metrics import Quality
from ..radiometry.solution import Solution
from ..settings import CommonLight
from ..statistics.sums import ImageSums
from ..thresholds import MUCH_WORSE, STRANGE, UNRELATED


class BalanceResult(NamedTuple):
    """Balanced images and what was measured on the way."""

    outputs: list[str]
    """One file per input, in the order of the inputs."""
    stretch: list[tuple[float, float]]
    """(low, high) per band: one contrast stretch for all results, so that equal images look equal."""
    quality: Quality | None
    """None where the job does not look at overlaps."""
    clipped: float
    """Share of valid values that the output type could not hold."""


class BalancedMosaicResult(NamedTuple):
    """A mosaic of images that were balanced on the way."""

    output: str
    source_map: str | None
    seamlines: str | None
    """None where none was asked for."""
    quality: Quality
    """How well the images agree, before and after."""
    areas: list[int]
    """Pixels that each image gives, in the order of the inputs; empty where no seams say it."""
    clipped: float
    """Share of valid values that the mosaic's type could not hold."""


class MaskResult(NamedTuple):
    """Masks or masked images."""

    outputs: list[str]
    """One file per input, in the order of the inputs."""
    stretch: list[tuple[float, float]]
    """(low, high) of the masks; empty for images, which keep what QGIS makes of them."""


class TonedResult(NamedTuple):
    """Images with other values on the same pixels."""

    outputs: list[str]
    """One file per input, in the order of the inputs."""
    stretch: list[tuple[float, float]]
    """(low, high) per band: one contrast stretch for all results; empty where none suits all of them."""


class BlockMapsResult(NamedTuple):
    """Block maps that were written."""

    reference_map: str
    local_maps: list[str]
    """One per input, in the order of the inputs."""


class AlignResult(NamedTuple):
    """Aligned images and what was found about each."""

    outputs: list[str]
    """One file per input, in the order of the inputs."""
    stretch: list[tuple[float, float]]
    """Empty: images keep what QGIS makes of them."""
    outcomes: list[Outcome]
    """In the order of the inputs."""

    @property
    def aligned(self) -> int:
        """How many images were moved."""
        return sum(found.accepted for found in self.outcomes)


class GridsResult(NamedTuple):
    """Images on one grid."""

    outputs: list[str]
    """One file per input, in the order of the inputs."""
    stretch: list[tuple[float, float]]
    """Empty: images keep what QGIS makes of them."""
    copied: int
    """How many images had these pixels already."""


class JointResult(NamedTuple):
    """A network of images, aligned."""

    outputs: list[str]
    """One file per input, in the order of the inputs."""
    stretch: list[tuple[float, float]]
    """Empty: images keep what QGIS makes of them."""
    rmse_before: float
    rmse_after: float
    """Of tie points, pixels of the common grid; of those that the solution has not seen where some were held out."""
    groups: int
    """Connected groups of two and more images."""
    rejected: int
    """Pairs whose tie points contradict the others."""


class PeaksResult(NamedTuple):
    """Peaks of a histogram."""

    peaks: int
    """How many there are."""
    highest: float | None
    """Value of the highest one; None where there is none."""
    table: str | None
    page: str | None
    """Files that were asked for."""


class PifMaskResult(NamedTuple):
    """A mask of unchanged ground."""

    mask: str
    polygons: str | None
    """None where none were asked for."""
    unchanged: float
    """Share of the common pixels."""


class GapsResult(NamedTuple):
    """An image with its holes filled."""

    output: str
    filled_mask: str | None
    """None where none was asked for."""
    filled: int
    """Pixels, in at least one band."""
    holes: int
    """Of which at least one pixel was filled; one at the same place in several bands counts once."""


def common_stretch(count: np.ndarray, mean: np.ndarray, m2: np.ndarray) -> list[tuple[float, float]]:
    """Two standard deviations around the pooled mean of each band; inputs (N, K)."""
    total = np.maximum(count.sum(axis=0), 1.0)
    centre = (count * mean).sum(axis=0) / total
    spread = np.sqrt((m2 + count * (mean - centre) ** 2).sum(axis=0) / total)
    spread = np.where(spread > 0, spread, 0.5)
    return [(float(c - 2 * s), float(c + 2 * s)) for c, s in zip(centre, spread)]


def stretch_of(whole: ImageSums) -> list[tuple[float, float]]:
    """`common_stretch` of images' sums."""
    return common_stretch(whole.count, whole.mean, whole.m2)


def report_strangers(solution: Solution, progress: Progress) -> None:
    """Warn of images that agree with none of their neighbours, where others agree: part of their ground changed.

    Patches smaller than a cell are not found as changed ground; what is found is warned of already.
    """
    found = [pair for pair in solution.pairs if math.isfinite(pair.after)]
    best: dict[int, float] = {}
    for pair in found:
        for image in (pair.first, pair.second):
            best[image] = min(pair.after, best.get(image, math.inf))
    images = solution.scene.images
    changed = {overlap.image for overlap in solution.ground.changed.overlaps}
    strange = {image for image, left in best.items() if left > STRANGE and image < len(images)}
    # of a pair by itself nothing tells which of the two
    for index in sorted(strange - changed)[: 1 if len(best) == 2 else None]:
        others = [left for image, left in best.items() if image != index]
        usual = float(np.median(others)) if len(best) > 2 else UNRELATED / MUCH_WORSE
        if best[index] > MUCH_WORSE * usual:
            between = Message(", and {usual:.2f} between others", usual=usual) if len(best) > 2 else ""
            progress.warn(Message(
                "{image} agrees with none of its neighbours: {best:.2f} standard deviations are left between "
                "them{between}. Much of its ground may have changed (snow, water, clouds), or it may lie "
                "elsewhere: mask it, try PIF_METHOD residual, or align it.",
                image=images[index].name, best=best[index], between=between,
            ))


def report_hidden_light(solution: Solution, choice: CommonLight, progress: Progress) -> None:
    """Warn of levels that run away where no light could be looked for, because images are known by a file alone."""
    unseen = not solution.known.by_cell and not any(solution.ground.fields)
    if choice is not CommonLight.AUTO or not unseen or holds_levels(solution.global_settings):
        return
    scale, shift = solution.scene.units()
    means = [table.mean * scale + shift for table in solution.levels]
    bands = (means[0] > 0).all(axis=0) & (means[1] > 0).all(axis=0)
    before, after = (np.log(table[:, bands]) for table in means)
    away = (after.std(axis=0) > NOTICED) & (after.std(axis=0) > RUN_AWAY * before.std(axis=0))
    if away.any():
        ratios = [float(np.exp(np.ptp(table[:, away], axis=0).max())) for table in (before, after)]
        band = int(np.ptp(after[:, away], axis=0).argmax())
        brightest = solution.scene.images[int(after[:, away][:, band].argmax())].name
        progress.warn(Message(
            "Levels run away: the brightest image, {brightest}, will be {after:.2f} times as bright as the "
            "darkest, as they are {before:.2f} times. LOAD_ADJUSTMENTS tells nothing of what is inside its "
            "images, so nothing tells whether they share a slope of light: run without it to look.",
            brightest=brightest, after=ratios[1], before=ratios[0],
        ))
