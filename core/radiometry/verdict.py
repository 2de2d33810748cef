"""What the figures of a run mean, in words: the verdict, the table of pairs, and what to do where they show trouble.

"Of the contrast" is: over the standard deviation.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..log import table
from ..messages import Message, counted, grouped, joined
from ..settings import GlobalMethod, GlobalSettings, LocalSettings, ModelImagesMode, PifMethod, Reference
from ..thresholds import APART, CONTRAST_HELD, FAIR, GOOD, OVERFITTED, STEADY, UNLIKE, UNRELATED, UNUSUAL
from .metrics import Quality
from .solution import PairFit, Solution

PAIRS_SHOWN = 6
"""Rows of a table: with a screenful of figures nothing is seen."""


class Case(NamedTuple):
    """What figures are judged by beside themselves."""

    contrast: str = ""
    """Why the contrast may change, as the rest of a sentence; empty where it should not."""
    of_global: GlobalSettings | None = None
    of_local: LocalSettings | None = None
    """Of the steps that were made: what can be set otherwise."""
    of_maps: bool = False
    """Whether the local step follows block maps that were given."""
    changed: bool = False
    """Whether ground that changed was found, which says by itself what to do."""


class PairRow(NamedTuple):
    """What a table tells of a pair."""

    first: int
    second: int
    pixels: int
    before: float
    after: float
    """RMSE of the contrast."""
    state: str = ""


def case_of(solution: Solution) -> Case:
    """What the figures of a solution are judged by."""
    settings, local = solution.global_settings, solution.local is not None
    of_local, contrast = solution.local_settings if local else None, ""
    if settings and settings.model_images and settings.model_images_mode is ModelImagesMode.INCLUDE:
        contrast = Message("follows the model images")
    elif local and any(solution.ground.fields):
        contrast = Message("is that without the common light")
    return Case(contrast, settings, of_local, changed=bool(solution.ground.changed.overlaps))


def verdict(quality: Quality, case: Case) -> str:
    """One sentence about how well the images agree."""
    before, after = quality.bias_before, quality.bias_after
    if not math.isfinite(after):
        return Message("The images are corrected; how well they agree in their overlaps is not known.")
    change = Message("the mean difference {change} of the contrast", change=_change(before, after))
    # equal levels of other ground are no equal images
    subject = Message("The images") if quality.normalised_after < UNRELATED else Message("The levels of the images")
    if after <= GOOD:
        already = before <= GOOD and float(_text(before)) <= float(_text(after))
        if already:
            sentence = Message("{subject} agreed already: {change}", subject=subject, change=change)
        else:
            sentence = Message("{subject} now agree well: {change}", subject=subject, change=change)
    elif case.changed:
        sentence = Message(
            "Part of the ground changed, so the images cannot agree everywhere: over all common pixels {change}",
            change=change,
        )
    elif after > before * STEADY:
        sentence = Message("The images do not agree: {change}", change=change)
    elif after <= FAIR:
        sentence = Message("{subject} agree better: {change}", subject=subject, change=change)
    else:
        sentence = Message("The images still differ: {change}", change=change)
    groups = Message(", in {groups} groups that do not meet", groups=quality.groups) if quality.groups > 1 else ""
    contrast = _contrast(quality.contrast_kept, case)
    if subject == "The images":
        return Message("{sentence}{groups}; contrast {contrast}.", sentence=sentence, groups=groups, contrast=contrast)
    return Message(
        "{sentence}{groups}; contrast {contrast}; single pixels still differ by {normalised_after:.2f} of the contrast "
        "(RMSE).",
        sentence=sentence, groups=groups, contrast=contrast, normalised_after=quality.normalised_after,
    )


def figures(quality: Quality) -> list[str]:
    """The figures that belong to the verdict, with their units."""
    if not math.isfinite(quality.normalised_after):
        return []
    before = ""
    if math.isfinite(quality.normalised_before):
        before = Message("{normalised_before:.4f} before and ", normalised_before=quality.normalised_before)
    lines = [
        Message(
            "RMSE in the overlaps: {rmse_before:.4g} before, {rmse_after:.4g} after ({unit}), which is "
            "{before}{normalised_after:.4f} after of the contrast (the standard deviation); contrast after over "
            "before: {contrast_kept:.4f}.",
            rmse_before=quality.rmse_before, rmse_after=quality.rmse_after, unit=quality.unit, before=before,
            normalised_after=quality.normalised_after, contrast_kept=quality.contrast_kept,
        )
    ]
    if math.isfinite(quality.held_out):
        lines.append(Message(
            "Check: solved without a fifth of the ground, {held_out:.4f} of the contrast are left there; solved "
            "with it, {held_in:.4f} on the same ground.",
            held_out=quality.held_out, held_in=quality.held_in,
        ))
    return lines


def pair_rows(pairs: Sequence[PairFit]) -> list[PairRow]:
    """What a table tells of a solution's pairs."""
    rejected, in_part = Message("rejected"), Message("counts in part")
    return [PairRow(*pair[:5], rejected if pair.rejected else in_part if pair.reason else "") for pair in pairs]


def pair_table(rows: Sequence[PairRow], names: Sequence[str]) -> str:
    """The pairs that agree least after the run, as lines of aligned columns; empty without any."""
    known = [row for row in rows if math.isfinite(row.after)]
    if not known:
        return ""
    worst = sorted(known, key=lambda row: -row.after)[:PAIRS_SHOWN]
    shown = counted(len(known), "pair")
    if len(known) > len(worst):
        shown = Message("the worst {number} of {total} pairs", number=len(worst), total=len(known))
    cells = [
        (
            f"{row.before:.3f}" if math.isfinite(row.before) else "-",
            f"{row.after:.3f}",
            grouped(row.pixels),
            Message(
                "{first} - {second}{state}",
                first=names[row.first], second=names[row.second],
                state=Message(" ({state})", state=row.state) if row.state else "",
            ),
        )
        for row in worst
    ]
    return Message(
        "RMSE of the contrast, {shown}:\n{table}",
        shown=shown, table=table([Message("before"), Message("after"), Message("pixels"), Message("images")], cells),
    )


def scale_advice(solution: Solution, case: Case) -> list[str]:
    """What to do about images in different units, of which no model image says which one is right."""
    if solution.step is None or case.contrast:
        return []
    gain = np.abs(solution.step.solution.gain[: len(solution.scene.images)])
    # of single gains further apart, each is warned of
    if not (gain > 0).all() or (gain > UNUSUAL).any() or (gain < 1 / UNUSUAL).any():
        return []
    spread = gain.max(axis=0) / gain.min(axis=0)
    band = int(spread.argmax())
    if spread[band] < APART:
        return []
    most, least = (solution.scene.images[int(end)].name for end in (gain[:, band].argmax(), gain[:, band].argmin()))
    right = ""
    units = Message("If their units differ, bring them into one first (scale and offset tags, Raster calculator).")
    if not (case.of_global and case.of_global.model_images):
        right = Message("If one of them is right, name it in MODEL_IMAGES; ")
        units = Message("if their units differ, bring them into one first (scale and offset tags, Raster calculator).")
    return [
        Message(
            "The images are a factor of {spread:.1f} apart in scale: in band {band} {image} is multiplied by "
            "{factor:.4g}, {other} by {other_factor:.4g}. {right}{units}",
            spread=spread[band], band=band + 1, image=most, factor=gain[:, band].max(), other=least,
            other_factor=gain[:, band].min(), right=right, units=units,
        )
    ]


def advice(quality: Quality, case: Case) -> list[str]:
    """What to do where the figures show trouble, a warning each."""
    found = []
    if not CONTRAST_HELD[0] <= quality.contrast_kept <= CONTRAST_HELD[1] and not case.contrast:
        found.append(Message(
            "All images together have {contrast_kept:.2f} times the contrast they had (ideal 1): "
            "{contrast_remedies}.",
            contrast_kept=quality.contrast_kept,
            contrast_remedies=joined(Message(", or "), _contrast_remedies(case)) or Message("look at the results"),
        ))
    mask = Message("save maps of unchanged ground (MASK of Save block maps)") if case.of_maps else ""
    if quality.bias_after > FAIR and not case.changed:
        residual = case.of_global is not None and case.of_global.pif.method is not PifMethod.RESIDUAL
        found.append(Message(
            "A mean difference of {bias_after:.2f} of the contrast is left: look at the first pairs of the table; "
            "{mask}{residual}.",
            bias_after=quality.bias_after, mask=mask or Message("mask what changed between them (MASK)"),
            residual=Message(", or try PIF_METHOD residual") if residual else "",
        ))
    elif quality.normalised_after > UNLIKE and not case.changed:
        found.append(Message(
            "Levels agree, but an RMSE of {normalised_after:.2f} of the contrast is left, and unrelated images "
            "have 1.4: if the ground is the same, align the images first; {mask}.",
            normalised_after=quality.normalised_after, mask=mask or Message("mask clouds and water (MASK)"),
        ))
    if case.of_local and not case.of_maps and quality.held_out > quality.held_in * OVERFITTED:
        found.append(Message(
            "The local step fits the ground it saw better than other ground ({held_in:.3f} and {held_out:.3f} of "
            "the contrast are left): {fewer_blocks}.",
            held_in=quality.held_in, held_out=quality.held_out, fewer_blocks=_fewer_blocks(case.of_local),
        ))
    return found


def _contrast_remedies(case: Case) -> list[str]:
    """What may be set otherwise where the contrast changed."""
    remedies, settings = [], case.of_global
    if settings and not settings.model_images:
        remedies.append(Message("name images whose contrast is right in MODEL_IMAGES"))
    if settings and settings.model_images and settings.model_images_mode is ModelImagesMode.SHAPE:
        remedies.append(Message("choose MODEL_IMAGES_MODE include if the contrast of the model images is right"))
    if settings and settings.method is not GlobalMethod.ROBUST:
        remedies.append(Message("choose METHOD robust"))
    if case.of_local and case.of_local.alpha > 0:
        remedies.append(Message("lower ALPHA"))
    return remedies


def _fewer_blocks(settings: LocalSettings) -> str:
    """What makes the local step follow the images less."""
    if settings.blocks_by_variation:
        remedy = Message("leave BLOCKS_BY_VARIATION out and choose few BLOCKS")
    elif settings.block_rows or settings.block_columns:
        remedy = Message("choose fewer BLOCK_ROWS and BLOCK_COLUMNS")
    else:
        remedy = Message("choose fewer BLOCKS")
    if settings.reference is Reference.COMMON_PIXELS:
        return Message("{remedy}, or a higher SMOOTHNESS", remedy=remedy)
    return remedy


def _contrast(kept: float, case: Case) -> str:
    """What became of it, as the rest of a sentence."""
    if case.contrast:
        return Message("{contrast} ({kept:.2f} times what it was)", contrast=case.contrast, kept=kept)
    if CONTRAST_HELD[0] <= kept <= CONTRAST_HELD[1]:
        return Message("is kept")
    return Message(
        "{change} to {kept:.2f} times what it was",
        change=Message("fell") if kept < 1 else Message("rose"), kept=kept,
    )


def _change(before: float, after: float) -> str:
    if not math.isfinite(before):
        # images of one value each had no contrast
        return Message("is now {text}", text=_text(after))
    one, other = _text(before), _text(after)
    if one == other:
        return Message("stays {other}", other=other)
    return Message(
        "{change} from {first} to {other}",
        change=Message("fell") if after < before else Message("rose"), first=one, other=other,
    )


def _text(value: float) -> str:
    return f"{value:.2f}" if value >= 0.095 else f"{value:.3f}"
