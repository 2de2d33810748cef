"""The motion between two images from points that both show, by OpenCV."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .pair import Estimate, NotAligned, Pair
from .settings import MatchSettings


class Matches(NamedTuple):
    """Points of one ground in two images, at the positions that images have: centres of pixels at halves."""

    image: np.ndarray
    """(n, 2) float64, columns and rows."""
    reference: np.ndarray
    """(n, 2) float64."""
    weights: np.ndarray
    """(n,) float64, above 0: how sure each is."""


def match_points(pair: Pair, settings: MatchSettings) -> Matches:
    """Points that agree on one motion.  Raises `NotAligned` where fewer than ``settings.min_matches`` do."""
    raise NotAligned("not built yet.")


def features(pair: Pair, settings: MatchSettings) -> Estimate:
    """The motion that matched points agree on.  Raises `NotAligned`."""
    raise NotAligned("not built yet.")
