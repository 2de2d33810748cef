"""What is looked for before anything is solved: light that all images share, and overlaps whose ground changed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from ..progress import Progress, counted, stop_if_cancelled
from ..settings import CommonLight
from ..statistics.blocks import BlockGrid
from ..statistics.scene import Scene
from ..statistics.sums import Sums
from .changed_ground import ChangedGround, ChangedOverlap, find_changed_ground, nothing_changed
from .common_light import Finding, Verdict, find_common_light, without_light
from .corrected_sums import corrected_sums
from .light_field import LightField, Placement
from .saved import Saved, saved_light

DOUBTS = (Verdict.FEW_ALIKE, Verdict.HIDDEN, Verdict.CONTRADICTED, Verdict.UNEXPLAINED, Verdict.POSSIBLE)
OTHER_REMEDIES = "If that is wrong, choose MODEL_IMAGES at both ends, or METHOD least_squares."
REMEDIES = "If it is light, choose MODEL_IMAGES at both ends, COMMON_LIGHT always, or METHOD least_squares."


class Ground(NamedTuple):
    """Sums of common units without what would mislead a solution."""

    sums: Sums
    """Without common light; the given ones where there is none."""
    changed: ChangedGround
    fields: list[list[LightField]]
    """The first part of every image's chain of corrections: one field, or none."""
    findings: Sequence[Finding] = ()
    """Of each group of images where light was looked for."""

    @property
    def counted(self) -> Sums:
        """With pairs of unchanged ground alone; the given sums where nothing was found."""
        return self.changed.without(self.sums)


def look_at_ground(
    scene: Scene,
    sums: Sums,
    cells: BlockGrid,
    choice: CommonLight,
    judged: bool,
    applied: bool,
    progress: Progress,
    known: Saved = Saved([], {}),
) -> Ground:
    """Look for common light and, where ``judged``, for changed ground; `tell_of_ground` says what was found.

    ``sums`` of common units; ``applied``: whether the run can take light out of the images; ``known``: what a file
    tells, among it light that is then not looked for.
    """
    light = saved_light(scene, known, choice, progress)
    if light is not None:
        _report_saved_light(choice, applied, progress)
        sums = corrected_sums(sums, light, cells, progress)
        return Ground(sums, _changed(sums, cells, judged, progress), light)
    if known.only_saved or (known.entries and not known.read_again):
        # light shows in whole images, of which those of a file have no cells
        if choice is not CommonLight.NEVER:
            tell = progress.warn if choice is CommonLight.ALWAYS else progress.inform
            tell(
                "COMMON_LIGHT: no light is looked for, because LOAD_ADJUSTMENTS tells nothing of what is inside its "
                "images; to look, run without it."
            )
        choice = CommonLight.NEVER
    placements = [Placement.of_image(image, scene.canvas) for image in scene.images]
    sensors = [image.sensor for image in scene.images]
    changed = _changed(sums, cells, judged, progress)
    found = find_common_light(sums, placements, cells, choice, sensors, changed.network, progress)
    without = without_light(sums, found, placements, cells, progress)
    if without is not sums:
        changed = _changed(without, cells, judged, progress)
    return Ground(without, changed, found.fields(placements), found.findings)


def tell_of_ground(
    scene: Scene, ground: Ground, choice: CommonLight, held: bool, applied: bool, progress: Progress
) -> None:
    """Tell what was found.

    ``held``: whether something else keeps levels from running away; ``applied``: as for `look_at_ground`.
    """
    for finding in ground.findings:
        if not (held and choice is CommonLight.AUTO and finding.verdict in DOUBTS):
            _report_light(scene, finding, choice, applied, progress)
    _report_changed(scene, ground.changed.overlaps, progress)


def _report_saved_light(choice: CommonLight, applied: bool, progress: Progress) -> None:
    """Tell that a file decides; that `never` does not count is reported where the file is read."""
    if choice is not CommonLight.NEVER:
        tell = progress.warn if choice is CommonLight.ALWAYS else progress.inform
        tell("COMMON_LIGHT: that of LOAD_ADJUSTMENTS is used and no other looked for; to look, run without it.")
    if not applied:
        progress.warn(
            "The gains are free of the common light in LOAD_ADJUSTMENTS, but it remains inside the images: use Balance."
        )


def _changed(sums: Sums, cells: BlockGrid, judged: bool, progress: Progress) -> ChangedGround:
    if not judged:
        return nothing_changed(sums)
    return find_changed_ground(sums, cells.columns, partial(stop_if_cancelled, progress))


def _report_light(scene: Scene, finding: Finding, choice: CommonLight, applied: bool, progress: Progress) -> None:
    """Tell what was found of a group's light where it is worth a word."""
    others = counted(len(finding.images) - 1, "image")
    names = f"{scene.images[finding.images[0]].name} and {others} connected with it"
    if finding.verdict is Verdict.TAKEN:
        text = (
            f"Common light: {names} share a slope of brightness, which overlaps alone would take for gains (their "
            f"levels would spread by {finding.after:.3f} instead of {finding.before:.3f}, now by {finding.left:.3f}, "
            "as deviations of logarithms)."
        )
        if applied:
            progress.inform(f"{text} It is taken out of them.")
        else:
            progress.warn(f"{text} The gains are free of it, but it remains inside the images: use Balance.")
        if finding.uneven:
            remedy = REMEDIES if choice is CommonLight.AUTO else OTHER_REMEDIES
            bands = ", ".join(map(str, finding.uneven))
            progress.warn(f"Levels of {names} still run away in band {bands}: no light was found there. {remedy}")
    elif choice is CommonLight.ALWAYS:
        progress.warn(
            f"COMMON_LIGHT: nothing was taken out of {names}: {finding.verdict.value}. {_ratios(finding)} "
            f"{OTHER_REMEDIES}"
        )
    elif finding.verdict is Verdict.POSSIBLE:
        progress.warn(
            f"Levels of {names} cannot be known: their gains change along the images as a slope of light that all of "
            f"them share would make them, and the images do not tell it from exposures that differ. {_ratios(finding)} "
            f"{REMEDIES}"
        )
    elif finding.verdict in DOUBTS:
        clear = f" (t = {finding.certainty:.1f}, from {finding.clear:g} clear)" if finding.clear < math.inf else ""
        progress.warn(
            f"Levels run away: the brightest of {names} will be {finding.ratio_after:.2f} times as bright as the "
            f"darkest, as they are {finding.ratio_before:.2f} times. Either the ground is so, or all images share a "
            f"slope of light: {finding.verdict.value}{clear}. {REMEDIES}"
        )


def _ratios(finding: Finding) -> str:
    return (
        f"The brightest will be {finding.ratio_after:.2f} times as bright as the darkest, as they are "
        f"{finding.ratio_before:.2f} times."
    )


def _report_changed(scene: Scene, overlaps: tuple[ChangedOverlap, ...], progress: Progress) -> None:
    """Tell of every image with changed ground how much was left out."""
    names = [image.name for image in scene.images]
    for image in sorted({overlap.image for overlap in overlaps}, key=lambda n: -1 if n is None else n):
        own = [overlap for overlap in overlaps if overlap.image == image]
        if image is not None:
            what = f"{names[image]}: part of its ground differs"
        else:
            what = f"Part of the ground differs between {' and '.join(names[n] for n in own[0][:2])}"
        cells, left_out = sum(overlap.cells for overlap in own), sum(overlap.left_out for overlap in own)
        text = (
            f"{what} in {counted(len(own), 'overlap')} (snow, water, clouds, crops); {left_out} of "
            f"{counted(cells, 'cell')} there are left out."
        )
        doubtful = [overlap for overlap in own if overlap.doubtful]
        # what is left out as it should be asks for nothing
        tell = progress.warn if doubtful else progress.inform
        if doubtful:
            share = min(overlap.share for overlap in doubtful)
            text += (
                f" In {counted(len(doubtful), 'overlap')} less than half fits (down to {share:.0%}): it has little "
                "weight, or none under a quarter; mask the change, or choose another PIF_METHOD."
            )
        tell(text)
