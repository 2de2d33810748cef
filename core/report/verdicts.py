"""The first sentence about images that nothing was done to."""

from __future__ import annotations

import math

from ..messages import Message
from ..radiometry.metrics import Quality
from ..thresholds import FAIR, GOOD, UNLIKE, UNRELATED

LESS = 0.5
"""Of a mean difference, from which on it is worth saying what a correction would leave."""


def is_worth(quality: Quality, predicted: float) -> bool:
    """Whether a correction that leaves the mean difference ``predicted`` would do much for images as they are."""
    return quality.bias_after > GOOD and predicted <= LESS * quality.bias_after


def verdict_as_is(quality: Quality, predicted: float) -> str:
    """How well images agree as they are; ``predicted``: the mean difference that a global regression would leave."""
    left = quality.bias_after
    if not math.isfinite(left):
        return Message("How well the images agree is not known: no pixel is valid in two of them.")
    words = Message("agree well") if left <= GOOD else Message("agree fairly") if left <= FAIR else Message("differ")
    are_alike = quality.normalised_after < UNRELATED or left > FAIR
    subject = Message("The images") if are_alike else Message("The levels of the images")
    text = Message(
        "{subject} {words} as they are: the mean difference is {left:.3f} of the contrast",
        subject=subject, words=words, left=left,
    )
    if is_worth(quality, predicted):
        text = Message(
            "{text}; one gain and offset for each would leave {predicted:.3f}", text=text, predicted=predicted
        )
    if quality.normalised_after >= UNLIKE and left <= FAIR:
        text = Message(
            "{text}; single pixels differ by {normalised_after:.2f} of it (RMSE), as other ground does",
            text=text, normalised_after=quality.normalised_after,
        )
    groups = Message(", in {groups} groups that do not meet", groups=quality.groups) if quality.groups > 1 else ""
    return Message("{text}{groups}.", text=text, groups=groups)
