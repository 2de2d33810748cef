"""What the figures of a run mean, in words: the verdict, the table of pairs, and what to do where they show trouble.

"Of the contrast" is: over the standard deviation.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..log import table
from ..progress import counted
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
        contrast = "follows the model images"
    elif local and any(solution.ground.fields):
        contrast = "is that without the common light"
    return Case(contrast, settings, of_local, changed=bool(solution.ground.changed.overlaps))


def verdict(quality: Quality, case: Case) -> str:
    """One sentence about how well the images agree."""
    before, after = quality.bias_before, quality.bias_after
    if not math.isfinite(after):
        return "The images are corrected; how well they agree in their overlaps is not known."
    change = f"the mean difference {_change(before, after)} of the contrast"
    # equal levels of other ground are no equal images
    subject = "The images" if quality.normalised_after < UNRELATED else "The levels of the images"
    if after <= GOOD:
        already = before <= GOOD and float(_text(before)) <= float(_text(after))
        sentence = f"{subject} agreed already: {change}" if already else f"{subject} now agree well: {change}"
    elif case.changed:
        sentence = f"Part of the ground changed, so the images cannot agree everywhere: over all common pixels {change}"
    elif after > before * STEADY:
        sentence = f"The images do not agree: {change}"
    elif after <= FAIR:
        sentence = f"{subject} agree better: {change}"
    else:
        sentence = f"The images still differ: {change}"
    groups = f", in {quality.groups} groups that do not meet" if quality.groups > 1 else ""
    contrast = _contrast(quality.contrast_kept, case)
    if subject == "The images":
        return f"{sentence}{groups}; {contrast}."
    return (
        f"{sentence}{groups}; {contrast}; single pixels still differ by {quality.normalised_after:.2f} of the "
        "contrast (RMSE)."
    )


def figures(quality: Quality) -> list[str]:
    """The figures that belong to the verdict, with their units."""
    if not math.isfinite(quality.normalised_after):
        return []
    known = math.isfinite(quality.normalised_before)
    before = f"{quality.normalised_before:.4f} before and " if known else ""
    lines = [
        f"RMSE in the overlaps: {quality.rmse_before:.4g} before, {quality.rmse_after:.4g} after ({quality.unit}), "
        f"which is {before}{quality.normalised_after:.4f} after of the contrast (the standard deviation); "
        f"contrast after over before: {quality.contrast_kept:.4f}."
    ]
    if math.isfinite(quality.held_out):
        lines.append(
            f"Check: solved without a fifth of the ground, {quality.held_out:.4f} of the contrast are left there; "
            f"solved with it, {quality.held_in:.4f} on the same ground."
        )
    return lines


def pair_rows(pairs: Sequence[PairFit]) -> list[PairRow]:
    """What a table tells of a solution's pairs."""
    states = ["rejected" if pair.rejected else "counts in part" if pair.reason else "" for pair in pairs]
    return [PairRow(*pair[:5], state) for pair, state in zip(pairs, states)]


def pair_table(rows: Sequence[PairRow], names: Sequence[str]) -> str:
    """The pairs that agree least after the run, as lines of aligned columns; empty without any."""
    known = [row for row in rows if math.isfinite(row.after)]
    if not known:
        return ""
    worst = sorted(known, key=lambda row: -row.after)[:PAIRS_SHOWN]
    shown = f"the worst {len(worst)} of {len(known)} pairs" if len(known) > len(worst) else counted(len(known), "pair")
    cells = [
        (
            f"{row.before:.3f}" if math.isfinite(row.before) else "-",
            f"{row.after:.3f}",
            f"{row.pixels:,}",
            f"{names[row.first]} - {names[row.second]}{f' ({row.state})' if row.state else ''}",
        )
        for row in worst
    ]
    return f"RMSE of the contrast, {shown}:\n{table(('before', 'after', 'pixels', 'images'), cells)}"


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
    right = (
        "" if case.of_global and case.of_global.model_images else "If one of them is right, name it in MODEL_IMAGES; "
    )
    units = "if their units differ, bring them into one first (scale and offset tags, Raster calculator)."
    return [
        f"The images are a factor of {spread[band]:.1f} apart in scale: in band {band + 1} {most} is multiplied by "
        f"{gain[:, band].max():.4g}, {least} by {gain[:, band].min():.4g}. "
        f"{right}{units if right else units[0].upper() + units[1:]}"
    ]


def advice(quality: Quality, case: Case) -> list[str]:
    """What to do where the figures show trouble, a warning each."""
    found = []
    if not CONTRAST_HELD[0] <= quality.contrast_kept <= CONTRAST_HELD[1] and not case.contrast:
        found.append(
            f"All images together have {quality.contrast_kept:.2f} times the contrast they had (ideal 1): "
            f"{', or '.join(_contrast_remedies(case)) or 'look at the results'}."
        )
    mask = "save maps of unchanged ground (MASK of Save block maps)" if case.of_maps else ""
    if quality.bias_after > FAIR and not case.changed:
        residual = case.of_global is not None and case.of_global.pif.method is not PifMethod.RESIDUAL
        found.append(
            f"A mean difference of {quality.bias_after:.2f} of the contrast is left: look at the first pairs of the "
            f"table; {mask or 'mask what changed between them (MASK)'}{', or try PIF_METHOD residual' * residual}."
        )
    elif quality.normalised_after > UNLIKE and not case.changed:
        found.append(
            f"Levels agree, but an RMSE of {quality.normalised_after:.2f} of the contrast is left, and unrelated "
            "images have 1.4: if the ground is the same, align the images first; "
            f"{mask or 'mask clouds and water (MASK)'}."
        )
    if case.of_local and not case.of_maps and quality.held_out > quality.held_in * OVERFITTED:
        found.append(
            f"The local step fits the ground it saw better than other ground ({quality.held_in:.3f} and "
            f"{quality.held_out:.3f} of the contrast are left): {_fewer_blocks(case.of_local)}."
        )
    return found


def _contrast_remedies(case: Case) -> list[str]:
    """What may be set otherwise where the contrast changed."""
    remedies, settings = [], case.of_global
    if settings and not settings.model_images:
        remedies.append("name images whose contrast is right in MODEL_IMAGES")
    if settings and settings.model_images and settings.model_images_mode is ModelImagesMode.SHAPE:
        remedies.append("choose MODEL_IMAGES_MODE include if the contrast of the model images is right")
    if settings and settings.method is not GlobalMethod.ROBUST:
        remedies.append("choose METHOD robust")
    if case.of_local and case.of_local.alpha > 0:
        remedies.append("lower ALPHA (Strength)")
    return remedies


def _fewer_blocks(settings: LocalSettings) -> str:
    """What makes the local step follow the images less."""
    if settings.blocks_by_variation:
        remedy = "leave BLOCKS_BY_VARIATION out and choose few BLOCKS"
    elif settings.block_rows or settings.block_columns:
        remedy = "choose fewer BLOCK_ROWS and BLOCK_COLUMNS"
    else:
        remedy = "choose fewer BLOCKS"
    return f"{remedy}, or a higher SMOOTHNESS" if settings.reference is Reference.COMMON_PIXELS else remedy


def _contrast(kept: float, case: Case) -> str:
    if case.contrast:
        return f"contrast {case.contrast} ({kept:.2f} times what it was)"
    if CONTRAST_HELD[0] <= kept <= CONTRAST_HELD[1]:
        return "contrast is kept"
    return f"contrast {'fell' if kept < 1 else 'rose'} to {kept:.2f} times what it was"


def _change(before: float, after: float) -> str:
    if not math.isfinite(before):
        # images of one value each had no contrast
        return f"is now {_text(after)}"
    one, other = _text(before), _text(after)
    if one == other:
        return f"stays {other}"
    return f"{'fell' if after < before else 'rose'} from {one} to {other}"


def _text(value: float) -> str:
    return f"{value:.2f}" if value >= 0.095 else f"{value:.3f}"
