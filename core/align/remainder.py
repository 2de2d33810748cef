"""What windows of two images say about one transform of the whole: whether they lie nearer after it, and what is left.

A transform of the whole can leave the middle in place and the rest turned or bent about it, and correlation alone may
not tell.  So shifts are looked for in windows spread over what is compared.  How far they lie from the reference is a
median, which parts under clouds or leaning trees do not move.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ..messages import Message
from ..numeric.robust import rayleigh_scale
from ..progress import Stop
from ..raster.window import Window
from .matching import correlations, robust_affine, window_shift
from .settings import AlignMethod, MatchSettings, TransformModel
from .transform import Transform
from .views import Comparison

SIDE = (64, 256)
"""Pixels along a side of a window: a sixth of what is compared, within these."""
FEWEST_ALONG, MOST_WINDOWS = 3, 6
"""Of them along a side; in small overlaps they cover parts of each other."""
REACH = 0.25
"""Of a window's side: how far a part may lie from the rest."""
FEWEST = 6
"""Windows without which nothing is known."""
LEAST_SEEN = 0.2
"""Of the windows that must tell."""
OFF = 0.25
"""Pixels, median: what lies nearer counts as in place, as windows err by a part of that on smooth ground."""
EXPLAINED = 0.5
"""Of the median that must go where a transform, or neighbouring windows, explain what is left."""
OUTLIER, FLOOR = 4.0, 0.1
"""Robust standard deviations from the others at which a window is an outlier, and pixels that count as one at least."""
WORSE = 0.05
"""Pixels by which the median may grow: windows err by that much."""

SHIFTED = Message("METHOD phase_correlation, or WINDOWS")
TURNED = Message("METHOD ecc with the MOTION affine, or WINDOWS")
BENT = "WINDOWS"


class Remainder(NamedTuple):
    """How far windows lie from where they belong, before and after what was found."""

    at: np.ndarray
    """(n, 2) positions of the image as it is read."""
    there: np.ndarray
    """(n, 2) where the reference shows the same ground."""
    before: np.ndarray
    """(n,) pixels, as the images lie."""
    left: np.ndarray
    """(n,) the same after the transform."""
    reliability: np.ndarray
    """(n,) correlation where the window belongs, 0 to 1."""
    kept: np.ndarray
    """(n,) bool: whether it agrees with the others."""
    remedy: str = ""
    """What takes up what is left, in the words of the parameters; empty where it is little, or without any order."""

    @property
    def median_before(self) -> float:
        """Pixels."""
        return float(np.median(self.before))

    @property
    def median_left(self) -> float:
        """Pixels."""
        return float(np.median(self.left))

    @property
    def worse(self) -> bool:
        """Whether the transform brings the windows further off."""
        return self.median_left > self.median_before + WORSE

    @property
    def better(self) -> bool:
        """Whether the transform surely brings them nearer: it explains most of what many windows say by themselves."""
        return self.median_before >= OFF and self.median_left <= EXPLAINED * self.median_before


class Windows(NamedTuple):
    """Where windows of an image belong, each by itself."""

    at: np.ndarray
    """(n, 2) positions of the image as it is read."""
    there: np.ndarray
    """(n, 2) where the reference shows the same ground."""
    reliability: np.ndarray
    """(n,) correlation there."""
    lies: Transform
    """From positions of the image as it is read to where it says that they lie."""

    def after(self, transform: Transform | None, method: AlignMethod) -> Remainder:
        """What they say about a transform that the method found, or about how the image lies."""
        transform = transform or self.lies
        left = self.there - transform.moved(self.at)
        off = np.hypot(*(left - np.median(left, axis=0)).T)
        return Remainder(
            self.at,
            self.there,
            np.hypot(*(self.there - self.lies.moved(self.at)).T),
            np.hypot(*left.T),
            self.reliability,
            off <= OUTLIER * max(rayleigh_scale(off), FLOOR),
            _remedy(self.at, left, method),
        )


def windows_near(
    comparison: Comparison, window: Window, transform: Transform, settings: MatchSettings, stop: Stop
) -> Windows | None:
    """Where windows of a part of the grid belong near a transform; None where too few of them tell.

    ``transform``: from positions of the image as it is read to positions on the reference.  Raises
    `DamagedRasterError`.
    """
    parts = _spread(window)
    side = parts[0].width
    reach = min(settings.max_shift, REACH * side)
    fine = replace(settings, method=AlignMethod.PHASE_CORRELATION, motion=TransformModel.TRANSLATION, max_shift=reach)
    places, belongs = [], []
    for part in parts:
        stop()
        found = window_shift(comparison, part, transform, fine)
        if found is not None:
            places.append(found[0])
            belongs.append(found[1])
    if len(places) < max(FEWEST, LEAST_SEEN * len(parts)):
        return None
    reliability = np.array([_agreement(comparison, *both, side) for both in zip(places, belongs)])
    return Windows(np.array(places), np.array(belongs), reliability, comparison.lies)


def _agreement(comparison: Comparison, at: np.ndarray, there: np.ndarray, side: int) -> float:
    """Correlation of a window around a place of the reference with what the image shows at its own."""
    corner = np.rint(there - side / 2).astype(int).tolist()
    both = correlations(comparison, Window(*corner, side, side), Transform.shift(*(there - at)))
    return max(0.0, both[1]) if both is not None else 0.0


def _spread(window: Window) -> list[Window]:
    """Windows evenly spread over a part of the grid."""
    side = int(min(np.clip(min(window.size) // MOST_WINDOWS, *SIDE), *window.size))
    lefts, tops = (
        first + np.rint(np.linspace(0, size - side, int(np.clip(size // side, FEWEST_ALONG, MOST_WINDOWS)))).astype(int)
        for first, size in zip(window.corner, window.size)
    )
    return [Window(left, top, side, side) for top in tops.tolist() for left in lefts.tolist()]


def _remedy(at: np.ndarray, left: np.ndarray, method: AlignMethod) -> str:
    """What would take up steps (n, 2) at places (n, 2); empty where that is nothing that the tool has."""
    whole = _median(left)
    if whole < OFF:
        return ""
    if _median(left - np.median(left, axis=0)) < EXPLAINED * whole:
        return BENT if method is AlignMethod.PHASE_CORRELATION else SHIFTED
    affine = robust_affine(at, at + left)
    if _median(at + left - affine.moved(at)) < EXPLAINED * whole:
        return TURNED
    return BENT if _median(left - _of_neighbours(at, left)) < EXPLAINED * whole else ""


def _of_neighbours(at: np.ndarray, left: np.ndarray) -> np.ndarray:
    """Of each place the mean step of the four places nearest to it, without its own."""
    distance = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1))
    np.fill_diagonal(distance, np.inf)
    return left[np.argsort(distance, axis=1)[:, :4]].mean(axis=1)


def _median(steps: np.ndarray) -> float:
    return float(np.median(np.hypot(*steps.T)))
