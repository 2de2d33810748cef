"""The methods by their words, and what each can do."""

from __future__ import annotations

from collections.abc import Callable

from .ecc import ecc
from .features import features
from .pair import Estimate, NotAligned, Pair
from .peak import confirmed
from .phase_correlation import phase_correlation
from .settings import AlignMethod, MatchSettings, MotionModel

METHODS: dict[AlignMethod, Callable[[Pair, MatchSettings], Estimate]] = {
    AlignMethod.PHASE_CORRELATION: phase_correlation,
    AlignMethod.ECC: ecc,
    AlignMethod.FEATURES: features,
}
MOTIONS: dict[AlignMethod, tuple[MotionModel, ...]] = {
    AlignMethod.PHASE_CORRELATION: (MotionModel.TRANSLATION,),
    AlignMethod.ECC: tuple(MotionModel),
    AlignMethod.FEATURES: tuple(MotionModel),
}
NEEDS_OPENCV = frozenset({AlignMethod.ECC, AlignMethod.FEATURES})
MEMORY_PER_PIXEL: dict[AlignMethod, int] = {
    AlignMethod.PHASE_CORRELATION: 100,
    AlignMethod.ECC: 180,
    AlignMethod.FEATURES: 300,
}
"""Bytes that a comparison takes for each pixel, beside the pair itself; SIFT takes the most of features."""


def estimate(pair: Pair, settings: MatchSettings) -> Estimate:
    """What the method of the settings finds, where correlation peaks.  Raises `NotAligned` or `MissingLibraryError`."""
    found = confirmed(pair, METHODS[settings.method](pair, settings))
    height, width = pair.image.shape
    if found.motion.largest_move(width, height) > settings.max_shift:
        raise NotAligned(f"the motion found is longer than MAX_SHIFT ({settings.max_shift:g} pixels).")
    return found
