"""What the levels of images say about light that they share: where the images lie, and how steady levels are.

With a slope a in every image taken out, levels and exposures have slopes g and d along the ground.  Neither has
one as a rule, so a minimises

    ln (1 + g^2 / G^2) + ln (1 + d^2 / D^2)

G and D their deviations by chance.  Where light is to be found that is not evident, the second counts half and
ln (1 + a^2 / A^2) is added, and only what is likelier than none is taken.  Where the question is whether there
may be light, ln (1 + (s - a)^2 / S^2) is added as well, s the mean of the images' own slopes and S its error.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from .light_field import Placement

ALIKE = 0.2
"""Share by which the images' sides and turns may differ where their levels tell the light's strength."""
SPREAD = 0.2
"""Images whose places differ by less, in sides, tell nothing about a slope that way."""
EVEN, EVEN_GROUND = 0.002, 0.01
"""Slopes of exposures and of the ground are never taken for less likely than if these were their deviations: one
exposure for all images is common, an even ground is not."""
DRIFTING = 0.5
"""Weight of even exposures where nothing but them may tell light: they may drift."""
FEW_SLOPES = 0.05
"""That of the ground where two images leave no other."""
USUAL = 0.1
"""Deviation of the light's slope itself."""
BETTER = 1.5
"""By how much a slope must be likelier than none."""
ROUNDS = 30
POSSIBLE = 0.15
"""Deviation of the light's slope where it need not be found, only ruled out."""
OFF = 0.1
"""Logarithm of levels by which a slope that may be light makes them wrong, from one end of the images to the other."""
SAME = 0.02
"""The same of exposures: below it the gains change nothing."""
STEADY = 10.0
"""|t| from which exposures grow so evenly along the ground that they hardly drift by themselves."""
TRIED = np.linspace(-0.6, 0.6, 241)
"""Slopes that are compared, per side."""


class Levels(NamedTuple):
    """(N, K) logarithms of the images' means, NaN where there are none."""

    raw: np.ndarray
    """As the sums have them."""
    level: np.ndarray
    """After the gains."""

    @property
    def exposure(self) -> np.ndarray:
        """What the gains took away."""
        return self.raw - self.level


class Trend(NamedTuple):
    """A plane through values by place."""

    slope: np.ndarray
    error: np.ndarray
    """(2, K) along the images' columns and rows, per side; 0 and inf where the images do not tell."""
    rest: np.ndarray
    """(M, K) what the plane leaves."""


class Places(NamedTuple):
    """Where the images of a group lie, in units of their own sides, (M, 2)."""

    place: np.ndarray
    free: np.ndarray
    """(2,) bool: directions in which they spread; none where their sides or turns differ."""
    alike: bool = True
    """Whether sides and turns are the same."""

    @property
    def telling(self) -> np.ndarray:
        """(2,) bool: slopes along which images show different ground.

        In a row of images all show the same ground from top to bottom: what they share there is the ground as well.
        """
        return self.free if self.alike else np.ones(2, dtype=bool)

    @property
    def extent(self) -> np.ndarray:
        """(2,) from the first place to the last, 0 in directions in which they do not spread."""
        return np.where(self.free, np.ptp(self.place, axis=0), 0.0)

    @classmethod
    def of(cls, members: np.ndarray, placements: Sequence[Placement]) -> Places:
        """Of these members of a run."""
        sides = np.linalg.inv([placements[image].matrix for image in members])
        mean = sides.mean(axis=0)
        if np.abs(sides - mean).max() > ALIKE * np.abs(mean).max():
            return cls(np.zeros((len(members), 2)), np.zeros(2, dtype=bool), False)
        place = np.array([placements[image].centre for image in members]) @ np.linalg.inv(mean).T
        place -= place.mean(axis=0)
        return cls(place, place.std(axis=0) > SPREAD)

    def trend(self, values: np.ndarray, weight: np.ndarray) -> Trend:
        """Weighted least squares; ``values``, ``weight`` (M, K)."""
        slope, error = np.zeros((2, values.shape[1])), np.full((2, values.shape[1]), np.inf)
        rest = np.empty_like(values)
        spare = len(values) - 1 - int(self.free.sum())
        for band in range(values.shape[1]):
            own = weight[:, band] / max(weight[:, band].sum(), 1.0)
            known = np.column_stack([np.ones(len(values)), self.place[:, self.free]])
            inverse = np.linalg.pinv((known * own[:, None]).T @ known)
            solved = inverse @ (known * own[:, None]).T @ values[:, band]
            rest[:, band] = values[:, band] - known @ solved
            slope[self.free, band] = solved[1:]
            if spare > 0:
                variance = (own @ rest[:, band] ** 2 + EVEN**2) / spare
                error[self.free, band] = np.sqrt(variance * np.diag(inverse)[1:])
        return Trend(slope, error, rest)


def steadiest(
    level: np.ndarray,
    exposure: np.ndarray,
    level_error: np.ndarray,
    exposure_error: np.ndarray,
    own_error: np.ndarray,
    slope: np.ndarray,
    spared: bool,
) -> tuple[np.ndarray, np.ndarray]:
    """Slopes (K, 2) with which neither levels nor exposures have one along the ground, and whether they beat none.

    With ``slope`` taken out they have the slopes ``level`` and ``exposure``; see the module.
    """
    known = np.where(np.isfinite(level_error), level_error, FEW_SLOPES)
    deviations = np.stack([
        np.maximum(np.maximum(known, np.where(np.isfinite(own_error), own_error, 0.0)), EVEN_GROUND),
        np.where(np.isfinite(exposure_error), np.maximum(exposure_error, EVEN), EVEN),
        np.full_like(level, USUAL),
    ])  # fmt: skip
    trust = np.array([1.0, DRIFTING if spared else 1.0, float(spared)])[:, None, None]

    def away(slopes: np.ndarray) -> np.ndarray:
        return np.stack([slope + level - slopes, slopes - slope + exposure, slopes])

    def unlikely(slopes: np.ndarray) -> np.ndarray:
        return (trust * np.log1p((away(slopes) / deviations) ** 2)).sum(axis=0)

    best = none = np.zeros_like(level)
    for found in (slope + level, slope - exposure, slope + (level - exposure) / 2, none):
        for _ in range(ROUNDS):
            weight = trust / (deviations**2 + away(found) ** 2)
            found = (weight[0] * (slope + level) + weight[1] * (slope - exposure)) / weight.sum(axis=0)
        best = np.where(unlikely(found) < unlikely(best), found, best)
    return best, unlikely(none) - unlikely(best) > BETTER


def may_mislead(level: Trend, exposure: Trend, own: np.ndarray, extent: np.ndarray) -> bool:
    """Whether a slope of light that puts levels wrong is likelier than none, or one that does no harm.

    ``own`` (M, K, 2): the images' own slopes; ``extent`` (2,): of the images' places, in sides, 0 where they do
    not tell.  With the gains levels have slopes ``level`` and ``exposure`` along the ground: without the latter
    the gains did no harm.
    """
    known = own[np.isfinite(own).all(axis=(1, 2))]
    if len(known) < 2:
        return False
    mean, error = known.mean(axis=0), known.std(axis=0, ddof=1) / np.sqrt(len(known))
    gained = np.abs(exposure.slope).max(axis=1) * extent
    for way in np.flatnonzero(gained > SAME):
        given = level.slope[way], -exposure.slope[way], mean[:, way]
        errors = level.error[way], exposure.error[way], error[:, way]
        ground = np.maximum(np.where(np.isfinite(errors[0]), errors[0], 0.0), errors[2])
        drift = np.where(np.isfinite(errors[1]), errors[1], FEW_SLOPES)
        deviations = [np.maximum(deviation, EVEN_GROUND) for deviation in (ground, drift, errors[2])]
        unlikely = np.log1p((TRIED / POSSIBLE) ** 2)
        steady = np.abs(given[1]) > STEADY * errors[1]
        weights = np.ones(len(drift)), np.where(steady, 1.0, DRIFTING), np.ones(len(drift))
        for weight, slope, deviation in zip(weights, given, deviations):
            away = np.log1p(((slope[:, None] - TRIED) / deviation[:, None]) ** 2)
            unlikely += (weight[:, None] * away).mean(axis=0)
        harm = np.abs(TRIED) * extent[way] > OFF
        if unlikely[harm].min() < unlikely[~harm].min():
            return True
    return False
