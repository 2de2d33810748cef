"""The checks of a run: each figure beside the limits that judge it, see `core.thresholds`."""

from __future__ import annotations

import math

from ..radiometry.metrics import Quality
from ..thresholds import (
    CONTRAST_HELD,
    FAIR,
    FEW_CLIPPED,
    GOOD,
    MUCH_CLIPPED,
    OVERFITTED,
    UNLIKE,
    UNRELATED,
)
from .record import Light

GOOD_WORD, LOOK, ACT, UNKNOWN = "good", "look", "act", "unknown"


def lights_of(
    quality: Quality, clipped: tuple[float, float] | None, contrast: str, has_after: bool
) -> tuple[Light, ...]:
    """All checks whose figures are known.

    ``clipped``: share of all values, and of those of the worst band; None where they are not known; ``contrast``: why
    it may change, empty where it should not; ``has_after``: whether images were changed, or compared with changed ones.
    """
    found = [_agreement(quality, has_after), _pixels(quality, has_after)]
    if has_after:
        found += [_contrast(quality, contrast), *([] if clipped is None else [clipping(*clipped)])]
    found += [_groups(quality.groups), _rejected(quality.rejected)]
    found += [_held_out(quality)] if math.isfinite(quality.held_out) else []
    return tuple(found)


def _between(value: float, good: float, fair: float) -> str:
    """The state of a figure that should be small."""
    if not math.isfinite(value):
        return UNKNOWN
    return GOOD_WORD if value <= good else LOOK if value <= fair else ACT


def _change(before: float, after: float, has_after: bool) -> str:
    if not math.isfinite(after):
        return "not known"
    known = has_after and math.isfinite(before)
    return f"{before:.3f} \u2192 {after:.3f}" if known else f"{after:.3f}"


def _agreement(quality: Quality, has_after: bool) -> Light:
    value = _change(quality.bias_before, quality.bias_after, has_after)
    limits = f"mean difference over the standard deviation: good up to {GOOD:g}, fair up to {FAIR:g}"
    return Light("Agreement", value, _between(quality.bias_after, GOOD, FAIR), limits)


def _pixels(quality: Quality, has_after: bool) -> Light:
    value = _change(quality.normalised_before, quality.normalised_after, has_after)
    limits = f"normalised RMSE: good below {UNRELATED:g}, from {UNLIKE:g} on hardly the same ground"
    return Light("Single pixels", value, _between(quality.normalised_after, UNRELATED, UNLIKE), limits)


def _contrast(quality: Quality, why: str) -> Light:
    low, high = CONTRAST_HELD
    kept = quality.contrast_kept
    limits = f"contrast after over before: good from {low:g} to {high:g}"
    if not math.isfinite(kept):
        return Light("Contrast", "not known", UNKNOWN, limits)
    if why:
        return Light("Contrast", f"{kept:.3f}", GOOD_WORD, f"{limits}; here it {why}")
    return Light("Contrast", f"{kept:.3f}", GOOD_WORD if low <= kept <= high else ACT, limits)


def clipping(share: float, worst: float) -> Light:
    """The check of clipped values: of all, and of the worst band."""
    limits = f"share of an image's values in a band: good below {FEW_CLIPPED:.1%}, too many from {MUCH_CLIPPED:.0%} on"
    state = GOOD_WORD if worst < FEW_CLIPPED else LOOK if worst < MUCH_CLIPPED else ACT
    return Light("Clipped", f"{share:.2%}, worst {worst:.2%}" if worst else "0", state, limits)


def _groups(number: int) -> Light:
    limits = "images that overlaps connect: good is 1; several have levels of their own"
    return Light("Groups", str(number), GOOD_WORD if number == 1 else LOOK, limits)


def _rejected(number: int) -> Light:
    limits = "that contradict the others: good is 0; right where there is a cloud"
    return Light("Rejected overlaps", str(number), GOOD_WORD if not number else LOOK, limits)


def _held_out(quality: Quality) -> Light:
    limits = f"left on ground that the solution did not see, over where it did: good up to {OVERFITTED:g} times"
    value = f"{quality.held_out:.3f} / {quality.held_in:.3f}"
    return Light("Held out", value, GOOD_WORD if quality.held_out <= quality.held_in * OVERFITTED else LOOK, limits)
