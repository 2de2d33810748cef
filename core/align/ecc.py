"""The motion between two images by ascent of their correlation, by OpenCV."""

from __future__ import annotations

from .pair import Estimate, NotAligned, Pair
from .settings import MatchSettings


def ecc(pair: Pair, settings: MatchSettings) -> Estimate:
    """The motion of a pair, of the kind ``settings.motion``.  Raises `NotAligned`."""
    raise NotAligned("not built yet.")
