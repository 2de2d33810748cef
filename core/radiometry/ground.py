"""What is looked for before anything is solved: light that all images share, and overlaps whose ground changed."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from ..messages import Message, counted, joined
from ..progress import Progress, stop_if_cancelled
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
OTHER_REMEDIES = Message("If that is wrong, choose MODEL_IMAGES at both ends, or METHOD least_squares.")
REMEDIES = Message("If it is light, choose MODEL_IMAGES at both ends, COMMON_LIGHT always, or METHOD least_squares.")


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
            tell(Message(
                "COMMON_LIGHT: no light is looked for, because LOAD_ADJUSTMENTS tells nothing of what is inside "
                "its images; to look, run without it."
            ))
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
        tell(Message(
            "COMMON_LIGHT: that of LOAD_ADJUSTMENTS is used and no other looked for; to look, run without it."
        ))
    if not applied:
        progress.warn(Message(
            "The gains are free of the common light in LOAD_ADJUSTMENTS, but it remains inside the images: use "
            "Balance."
        ))


def _changed(sums: Sums, cells: BlockGrid, judged: bool, progress: Progress) -> ChangedGround:
    if not judged:
        return nothing_changed(sums)
    return find_changed_ground(sums, cells.columns, partial(stop_if_cancelled, progress))


def _report_light(scene: Scene, finding: Finding, choice: CommonLight, applied: bool, progress: Progress) -> None:
    """Tell what was found of a group's light where it is worth a word."""
    others = counted(len(finding.images) - 1, "image")
    names = Message(
        "{image} and {others} connected with it", image=scene.images[finding.images[0]].name, others=others
    )
    if finding.verdict is Verdict.TAKEN:
        text = Message(
            "Common light: {names} share a slope of brightness, which overlaps alone would take for gains (their "
            "levels would spread by {after:.3f} instead of {before:.3f}, now by {left:.3f}, as deviations of "
            "logarithms).",
            names=names, after=finding.after, before=finding.before, left=finding.left,
        )
        if applied:
            progress.inform(Message("{text} It is taken out of them.", text=text))
        else:
            progress.warn(Message(
                "{text} The gains are free of it, but it remains inside the images: use Balance.", text=text
            ))
        if finding.uneven:
            remedy = REMEDIES if choice is CommonLight.AUTO else OTHER_REMEDIES
            bands = ", ".join(map(str, finding.uneven))
            progress.warn(Message(
                "Levels of {names} still run away in band {bands}: no light was found there. {remedy}",
                names=names, bands=bands, remedy=remedy,
            ))
    elif choice is CommonLight.ALWAYS:
        progress.warn(Message(
            "COMMON_LIGHT: nothing was taken out of {names}: {verdict}. {ratios} {remedies}",
            names=names, verdict=finding.verdict.value, ratios=_ratios(finding), remedies=OTHER_REMEDIES,
        ))
    elif finding.verdict is Verdict.POSSIBLE:
        progress.warn(Message(
            "Levels of {names} cannot be known: their gains change along the images as a slope of light that all "
            "of them share would make them, and the images do not tell it from exposures that differ. {ratios} "
            "{remedies}",
            names=names, ratios=_ratios(finding), remedies=REMEDIES,
        ))
    elif finding.verdict in DOUBTS:
        clear = ""
        if finding.clear < math.inf:
            clear = Message(
                " (t = {certainty:.1f}, from {clear:g} clear)", certainty=finding.certainty, clear=finding.clear
            )
        progress.warn(Message(
            "Levels run away: the brightest of {names} will be {ratio_after:.2f} times as bright as the darkest, "
            "as they are {ratio_before:.2f} times. Either the ground is so, or all images share a slope of light: "
            "{verdict}{clear}. {remedies}",
            names=names, ratio_after=finding.ratio_after, ratio_before=finding.ratio_before,
            verdict=finding.verdict.value, clear=clear, remedies=REMEDIES,
        ))


def _ratios(finding: Finding) -> str:
    return Message(
        "The brightest will be {ratio_after:.2f} times as bright as the darkest, as they are {ratio_before:.2f} "
        "times.",
        ratio_after=finding.ratio_after, ratio_before=finding.ratio_before,
    )


def _report_changed(scene: Scene, overlaps: tuple[ChangedOverlap, ...], progress: Progress) -> None:
    """Tell of every image with changed ground how much was left out."""
    names = [image.name for image in scene.images]
    for image in sorted({overlap.image for overlap in overlaps}, key=lambda n: -1 if n is None else n):
        own = [overlap for overlap in overlaps if overlap.image == image]
        if image is not None:
            what = Message("{name}: part of its ground differs", name=names[image])
        else:
            pair = joined(Message(" and "), (names[n] for n in own[0][:2]))
            what = Message("Part of the ground differs between {names}", names=pair)
        cells, left_out = sum(overlap.cells for overlap in own), sum(overlap.left_out for overlap in own)
        text = Message(
            "{what} in {overlaps} (snow, water, clouds, crops); {left_out} of {cells} there are left out.",
            what=what, overlaps=counted(len(own), "overlap"), left_out=left_out, cells=counted(cells, "cell"),
        )
        doubtful = [overlap for overlap in own if overlap.doubtful]
        # what is left out as it should be asks for nothing
        tell = progress.warn if doubtful else progress.inform
        if doubtful:
            share = min(overlap.share for overlap in doubtful)
            text += Message(
                " In {overlaps} less than half fits (down to {share:.0%}): it has little weight, or none under a "
                "quarter; mask the change, or choose another PIF_METHOD.",
                overlaps=counted(len(doubtful), "overlap"), share=share,
            )
        tell(text)
