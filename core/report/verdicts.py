"""The first sentence about images that nothing was done to."""

from __future__ import annotations

import math

from ..radiometry.metrics import Quality
from ..thresholds import FAIR, GOOD, UNLIKE, UNRELATED

LESS = 0.5
"""Of a mean difference, from which on it is worth saying what a correction would leave."""


def verdict_as_is(quality: Quality, predicted: float) -> str:
    """How well images agree as they are; ``predicted``: the mean difference that a global regression would leave."""
    left = quality.bias_after
    if not math.isfinite(left):
        return "How well the images agree is not known: no pixel is valid in two of them."
    words = "agree well" if left <= GOOD else "agree fairly" if left <= FAIR else "differ"
    subject = "The images" if quality.normalised_after < UNRELATED or left > FAIR else "The levels of the images"
    text = f"{subject} {words} as they are: the mean difference is {left:.3f} of the contrast"
    if left > GOOD and predicted <= LESS * left:
        text += f"; one gain and offset for each would leave {predicted:.3f}"
    if quality.normalised_after >= UNLIKE and left <= FAIR:
        text += f"; single pixels differ by {quality.normalised_after:.2f} of it (RMSE), as other ground does"
    groups = f", in {quality.groups} groups that do not meet" if quality.groups > 1 else ""
    return f"{text}{groups}."
