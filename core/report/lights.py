"""The checks of a run: each figure beside the limits that judge it, see `core.thresholds`."""

from __future__ import annotations

import math

from ..messages import Message
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
        return Message("not known")
    known = has_after and math.isfinite(before)
    return f"{before:.3f} \u2192 {after:.3f}" if known else f"{after:.3f}"


def _agreement(quality: Quality, has_after: bool) -> Light:
    value = _change(quality.bias_before, quality.bias_after, has_after)
    limits = Message(
        "mean difference over the standard deviation: good up to {good:g}, fair up to {fair:g}", good=GOOD, fair=FAIR
    )
    return Light(Message("Agreement"), value, _between(quality.bias_after, GOOD, FAIR), limits)


def _pixels(quality: Quality, has_after: bool) -> Light:
    value = _change(quality.normalised_before, quality.normalised_after, has_after)
    limits = Message(
        "normalised RMSE: good below {unrelated:g}, from {unlike:g} on hardly the same ground",
        unrelated=UNRELATED, unlike=UNLIKE,
    )
    return Light(Message("Single pixels"), value, _between(quality.normalised_after, UNRELATED, UNLIKE), limits)


def _contrast(quality: Quality, why: str) -> Light:
    low, high = CONTRAST_HELD
    kept = quality.contrast_kept
    limits = Message("contrast after over before: good from {low:g} to {high:g}", low=low, high=high)
    if not math.isfinite(kept):
        return Light(Message("Contrast"), Message("not known"), UNKNOWN, limits)
    if why:
        limits = Message("{limits}; here it {why}", limits=limits, why=why)
        return Light(Message("Contrast"), f"{kept:.3f}", GOOD_WORD, limits)
    return Light(Message("Contrast"), f"{kept:.3f}", GOOD_WORD if low <= kept <= high else ACT, limits)


def clipping(share: float, worst: float) -> Light:
    """The check of clipped values: of all, and of the worst band."""
    limits = Message(
        "share of an image's values in a band: good below {few:.1%}, too many from {many:.0%} on",
        few=FEW_CLIPPED, many=MUCH_CLIPPED,
    )
    state = GOOD_WORD if worst < FEW_CLIPPED else LOOK if worst < MUCH_CLIPPED else ACT
    value = Message("{share:.2%}, worst {worst:.2%}", share=share, worst=worst) if worst else "0"
    return Light(Message("Clipped"), value, state, limits)


def _groups(number: int) -> Light:
    limits = Message("images that overlaps connect: good is 1; several have levels of their own")
    return Light(Message("Groups"), str(number), GOOD_WORD if number == 1 else LOOK, limits)


def _rejected(number: int) -> Light:
    limits = Message("that contradict the others: good is 0; right where there is a cloud")
    return Light(Message("Rejected overlaps"), str(number), GOOD_WORD if not number else LOOK, limits)


def _held_out(quality: Quality) -> Light:
    limits = Message(
        "left on ground that the solution did not see, over where it did: good up to {overfitted:g} times",
        overfitted=OVERFITTED,
    )
    value = f"{quality.held_out:.3f} / {quality.held_in:.3f}"
    word = GOOD_WORD if quality.held_out <= quality.held_in * OVERFITTED else LOOK
    return Light(Message("Held out"), value, word, limits)
