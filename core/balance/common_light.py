"""Light that all images of a group share, found from sums and told apart from exposure and ground.

A slope of brightness in every image and gains that grow along a chain of images explain the same
overlaps, so each link takes the slope for a gain, and levels run away.  With M the logarithms of the
images' means, m the same after the gains (levels), e = M - m (exposures), x the images' places in units
of their sides, a slope a in every image turns m into m + a x and e into e - a x, and all overlaps agree
as before.  What tells light from exposure and ground is therefore only

* that the gains make levels run away: true differences of exposure do the opposite;
* that the slope is the images' own: fitted to the cells of every image it is the same in all of them,
  while ground is as often dark on one side as on the other; or
* that the exposures without it are even, while levels after the gains and the images' means are not:
  then the camera did not expose by the ground, and light alone explains the run.

How strong it is, levels and exposures say more precisely than the images' own slopes: neither has a slope
along the ground as a rule, so a minimises

    N ln sum (m - a x)^2 + N ln sum (e + a x)^2 + (a / deviation of the images' own slopes)^2
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import NamedTuple

import numpy as np

from ..progress import Progress, Silent, stop_if_cancelled
from ..settings import CommonLight, GlobalModel
from ..statistics.blocks import BlockGrid
from ..statistics.overlaps import components
from ..statistics.sums import Sums
from .corrected_sums import corrected_sums
from .image_terms import CommonTerms, common_terms, own_terms, same_ground
from .light_field import TERMS, LightField, Placement
from .network import Network, network_of
from .robust import solve_robust

RUN_AWAY, NOTICED = 1.5, 0.05
"""Levels run away where their deviation grows by more than this factor, and beyond this."""
EXPLAINED = 0.7
"""The field must bring their deviation below this share."""
WELL_EXPLAINED = 0.25
"""The same where the camera exposed each image by its ground: then an even ground looks like light."""
COMPENSATED = -0.7
"""Correlation of exposures and levels from which it did."""
FEWEST_IMAGES, FEW_IMAGES = 4, 8
TELLING, TELLING_OF_FEW = 4.0, 5.0
"""|t| from which a slope counts; the latter with fewer than `FEW_IMAGES`."""
DRIFT = 2.0
"""|t| of the exposures' slope along the ground from which gains may be why levels have one."""
CONTRADICTING = 2.0
"""|t| from which a band of the other sign says that there is no such light."""
LIKELY = 1.0
"""|t| from which a term that may well be there errs less than its absence."""
AGREEING = 3.0
"""Standard errors between the images' own slopes and that of their levels."""
EVENER = 0.25
"""Squares of exposures over those of the images' means below which the camera did not expose by the ground."""
KEPT = 0.5
"""Slope of the images' means along the ground over that of levels, above which the latter may be the ground's."""
ALIKE = 0.2
"""Share by which the images' sides and turns may differ where their levels tell the light's strength."""
SPREAD = 0.2
"""Images whose places differ by less, in sides, tell nothing about a slope that way."""
EVEN = 0.005
"""Levels and exposures are never taken for more even than this."""
ROUNDS = 30


class Verdict(Enum):
    """What came out for a group; the values are the reasons that messages give."""

    TAKEN = "taken"
    STEADY = "levels do not run away"
    FEW = "too few images of different ground"
    HIDDEN = "the slopes inside the images are no clearer than those of the ground"
    UNEXPLAINED = "the slopes inside the images do not explain the levels"
    NOT_POSITIVE = "values at or below zero have no logarithm"


class Finding(NamedTuple):
    """A connected group of images, and what was found of its light."""

    images: tuple[int, ...]
    verdict: Verdict
    before: float
    after: float
    left: float
    """Deviation of ln(image mean) between the images as they are, after gains, and after gains with the field."""
    ratio_before: float
    ratio_after: float
    """Brightest over darkest image mean, the largest of any band, as they are and after gains."""
    certainty: float
    """The largest |t| of a slope inside the images."""


@dataclass(frozen=True)
class LightFound:
    """The field of every image."""

    terms: np.ndarray
    """(N, K, 5); zeros where none was taken."""
    findings: tuple[Finding, ...] = ()

    def fields(self, placements: Sequence[Placement]) -> list[list[LightField]]:
        """Each image's part of its chain of corrections: one field, or none."""
        return [[LightField(own, place)] if own.any() else [] for own, place in zip(self.terms, placements)]


def without_light(
    sums: Sums, found: LightFound, placements: Sequence[Placement], cells: BlockGrid, progress: Progress = Silent()
) -> Sums:
    """The sums as they would be of images without their common light; the same object where none was found."""
    return corrected_sums(sums, found.fields(placements), cells, progress) if found.terms.any() else sums


def find_common_light(
    sums: Sums,
    placements: Sequence[Placement],
    cells: BlockGrid,
    choice: CommonLight = CommonLight.AUTO,
    sensors: Sequence[object] | None = None,
    make_network: Callable[[Sums], Network] = network_of,
    progress: Progress = Silent(),
) -> LightFound:
    """Look for common light in every connected group.

    ``sums`` of images in common units, ``cells`` the grid of their cells; ``sensors`` (N,): whatever tells
    images of one sensor or flight from others.  Raises `Cancelled`.
    """
    terms = np.zeros((sums.images, sums.bands, TERMS))
    if choice is CommonLight.NEVER or not len(sums.pairs.first):
        return LightFound(terms)

    stop = partial(stop_if_cancelled, progress)

    def levels() -> _Levels:
        network = make_network(without_light(sums, LightFound(terms), placements, cells, progress))
        # light is a factor: gains alone bring levels together, and leave them positive however far they run
        gain = solve_robust(network, GlobalModel.GAIN, np.zeros(network.images, dtype=bool), stop).gain
        raw = np.log(np.where(network.mean > 0, network.mean, np.nan))
        return _Levels(raw, raw + np.log(gain))

    whole, pairs = sums.whole(), sums.overlaps()
    own, near, first = own_terms(sums, placements, cells), same_ground(pairs, whole.count), levels()
    sensor = np.unique([str(name) for name in sensors or [""] * sums.images], return_inverse=True)[1]
    group = components(sums.images, pairs.first, pairs.second)
    looks = []
    for members in (np.flatnonzero(group == g) for g in np.flatnonzero(np.bincount(group) > 1)):
        # an image without pixels in a band says nothing there, against no other either
        logarithms = np.isfinite(first.level[members]) | (whole.count[members] == 0)
        bands = logarithms.all(axis=0) & np.isfinite(own[members]).any(axis=(0, 2))
        common = [common_terms(members[sensor[members] == s], own, near, bands) for s in np.unique(sensor[members])]
        looks.append(_Look(members, bands, common, _Places.of(members, placements), whole.count, first, choice))
    for look in looks:
        look.propose(terms)
    if terms.any():
        proposed = levels()
        for look in looks:
            look.refine(terms, proposed)
        refined = levels()
        for look in looks:
            look.accept(terms, refined)
    return LightFound(terms, tuple(look.finding() for look in looks))


class _Levels(NamedTuple):
    """(N, K) logarithms of the images' means, NaN where there are none."""

    raw: np.ndarray
    """As the sums have them."""
    level: np.ndarray
    """After the gains."""

    @property
    def exposure(self) -> np.ndarray:
        """What the gains took away."""
        return self.raw - self.level


class _Trend(NamedTuple):
    """A plane through values by place."""

    slope: np.ndarray
    error: np.ndarray
    """(2, K) along the images' columns and rows, per side; 0 and inf where the images do not tell."""
    rest: np.ndarray
    """(M, K) what the plane leaves."""


class _Places(NamedTuple):
    """Where the images of a group lie, in units of their own sides, (M, 2)."""

    place: np.ndarray
    free: np.ndarray
    """(2,) bool: directions in which they spread; none where their sides or turns differ."""
    alike: bool = True
    """Whether sides and turns are the same."""

    @property
    def telling(self) -> np.ndarray:
        """(5,) bool: terms along which images show different ground.

        In a row of images all show the same ground from top to bottom: what they share there is the ground as well.
        """
        along, across = self.free if self.alike else (True, True)
        return np.array([along, across, along, across, along and across])

    @classmethod
    def of(cls, members: np.ndarray, placements: Sequence[Placement]) -> _Places:
        sides = np.linalg.inv([placements[image].matrix for image in members])
        mean = sides.mean(axis=0)
        if np.abs(sides - mean).max() > ALIKE * np.abs(mean).max():
            return cls(np.zeros((len(members), 2)), np.zeros(2, dtype=bool), False)
        place = np.array([placements[image].centre for image in members]) @ np.linalg.inv(mean).T
        place -= place.mean(axis=0)
        return cls(place, place.std(axis=0) > SPREAD)

    def trend(self, values: np.ndarray, weight: np.ndarray) -> _Trend:
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
        return _Trend(slope, error, rest)


class _Look:
    """The look at one group."""

    def __init__(
        self,
        members: np.ndarray,
        bands: np.ndarray,
        common: Sequence[CommonTerms],
        places: _Places,
        count: np.ndarray,
        levels: _Levels,
        choice: CommonLight,
    ):
        self._members, self._bands, self._common, self._places, self._choice = members, bands, common, places, choice
        self._weight = count[members][:, bands]
        self._levels = self._own(levels)
        self._before = self._spread(self._levels.raw)
        self._after = self._left = self._spread(self._levels.level)
        self._verdict = self._first_verdict()

    def _own(self, levels: _Levels) -> _Levels:
        """Of this group and the bands that have logarithms."""
        own = (table[self._members][:, self._bands] for table in levels)
        return _Levels(*(np.where(self._weight > 0, table, 0.0) for table in own))

    def _spread(self, values: np.ndarray) -> float:
        """Deviation between the images, weighted by pixels, root mean square over bands."""
        total = np.maximum(self._weight.sum(axis=0), 1.0)
        centred = values - (self._weight * values).sum(axis=0) / total
        return float(np.sqrt(((self._weight * centred**2).sum(axis=0) / total).mean())) if self._bands.any() else 0.0

    def _first_verdict(self) -> Verdict:
        if not self._bands.any():
            return Verdict.NOT_POSITIVE
        grounds = max(common.grounds for common in self._common)
        if self._choice is CommonLight.ALWAYS:
            if grounds < 2:
                return Verdict.FEW
            return Verdict.TAKEN if any(self._counting(common).any() for common in self._common) else Verdict.HIDDEN
        if not self._run_away():
            return Verdict.STEADY
        if grounds < FEWEST_IMAGES:
            return Verdict.FEW
        return Verdict.TAKEN if any(self._counting(common).any() for common in self._common) else Verdict.HIDDEN

    def _run_away(self) -> bool:
        if self._after <= NOTICED:
            return False
        if self._after > RUN_AWAY * self._before:
            return True
        # uneven exposures may hide it in the deviations, but not in a slope along the ground
        raw, level, exposure = (self._trend(v) for v in (*self._levels, self._levels.exposure))
        along = [self._spread(v - trend.rest) for v, trend in zip(self._levels, (raw, level))]
        steady = np.abs(exposure.slope) < DRIFT * exposure.error
        return along[1] > max(RUN_AWAY * along[0], NOTICED) and not steady.all()

    def _trend(self, values: np.ndarray) -> _Trend:
        return self._places.trend(values, self._weight)

    def _counting(self, common: CommonTerms) -> np.ndarray:
        """Which terms are part of the field: (K, 5) bool."""
        t = common.t
        if self._choice is CommonLight.ALWAYS:
            return (np.abs(t) > LIKELY) & self._places.telling
        clear = _clear(t, common.grounds)
        clear[:2] |= self._told_by_levels(common)
        sign = np.sign(t[np.abs(t).argmax(axis=0), np.arange(TERMS)])
        return clear & (t * sign > LIKELY) & self._places.telling

    def _told_by_levels(self, common: CommonTerms) -> np.ndarray:
        """Whether levels run along the images' columns, and rows, and neither exposure nor ground can be why."""
        raw, level, exposure = (self._trend(v) for v in (*self._levels, self._levels.exposure))
        if len(self._common) > 1 or (exposure.rest**2).sum() > EVENER * (raw.rest**2).sum():
            return np.zeros(2, dtype=bool)
        value, error = (table[self._bands, :2].T for table in (common.value, common.error))
        runs = _clear((level.slope / level.error).T, common.grounds)
        gone = (np.abs(raw.slope) < KEPT * np.abs(level.slope)).all(axis=1)
        agrees = (np.abs(value - level.slope) < AGREEING * error).all(axis=1)
        return runs & gone & agrees

    def propose(self, terms: np.ndarray) -> None:
        """Enter the terms that count."""
        if self._verdict is Verdict.TAKEN:
            for common in self._common:
                terms[common.members] = np.where(self._counting(common), common.value, 0.0)

    def refine(self, terms: np.ndarray, levels: _Levels) -> None:
        """Make slopes as strong as levels and exposures say, where all images of the group share one field."""
        if self._verdict is not Verdict.TAKEN or len(self._common) > 1:
            return
        common, own = self._common[0], self._own(levels)
        counting = self._counting(common)[:, :2] & self._places.free
        bands = np.flatnonzero(self._bands)
        for number, band in enumerate(bands):
            free = counting[band]
            if free.any():
                place, deviation = self._places.place[:, free], common.error[band, :2][free] * np.sqrt(common.grounds)
                values = own.level[:, number], own.exposure[:, number], self._weight[:, number]
                step = _steadiest(*values, place, deviation, common.grounds)
                terms[np.ix_(self._members, [band], np.flatnonzero(free))] += step

    def accept(self, terms: np.ndarray, levels: _Levels) -> None:
        """Keep the field or take it back."""
        if self._verdict is not Verdict.TAKEN:
            return
        own = self._own(levels)
        self._left = self._spread(own.level)
        bar = WELL_EXPLAINED if self._compensated(own) else EXPLAINED
        if self._choice is CommonLight.AUTO and not self._left < bar * self._after:
            self._verdict = Verdict.UNEXPLAINED
            terms[self._members] = 0.0

    def _compensated(self, levels: _Levels) -> bool:
        """Whether the camera seems to have exposed each image by its ground."""
        level, exposure = (self._trend(values).rest for values in (levels.level, levels.exposure))
        return bool((level * exposure).sum() < COMPENSATED * np.sqrt((level**2).sum() * (exposure**2).sum()))

    def finding(self) -> Finding:
        """What came out."""
        certainty = max((float(np.abs(common.t[:, :2]).max()) for common in self._common), default=0.0)
        ratios = [float(np.exp(np.ptp(values, axis=0).max(initial=0.0))) for values in self._levels]
        spreads = self._before, self._after, self._left
        return Finding(tuple(self._members.tolist()), self._verdict, *spreads, *ratios, certainty)


def _clear(t: np.ndarray, grounds: int) -> np.ndarray:
    """Which slopes, (K, terms), are none of the ground's: clear in one band, contradicted by none."""
    if grounds < FEWEST_IMAGES:
        return np.zeros(t.shape[1], dtype=bool)
    strongest = t[np.abs(t).argmax(axis=0), np.arange(t.shape[1])]
    bar = TELLING if grounds >= FEW_IMAGES else TELLING_OF_FEW
    return (np.abs(strongest) > bar) & (t * np.sign(strongest) > -CONTRADICTING).all(axis=0)


def _steadiest(
    level: np.ndarray,
    exposure: np.ndarray,
    count: np.ndarray,
    place: np.ndarray,
    deviation: np.ndarray,
    grounds: int,
) -> np.ndarray:
    """What to add to slopes so that neither levels nor exposures have one along the ground; see the module.

    ``place`` (M, 1 or 2) of the images in units of their sides; ``deviation`` of the slopes inside them.
    """
    weight = count / count.sum()
    level, exposure = (values - weight @ values for values in (level, exposure))
    weighed = (place * weight[:, None]).T
    best, least = np.zeros(len(deviation)), np.inf
    for one, other in np.array([(1.0, 0.0), (0.0, 1.0), (1.0, 1.0)]) / EVEN**2:
        for _ in range(ROUNDS):
            matrix = grounds * (one + other) * weighed @ place + np.diag(deviation**-2)
            step = np.linalg.solve(matrix, grounds * weighed @ (one * level - other * exposure))
            squares = [weight @ (v + s * place @ step) ** 2 + EVEN**2 for v, s in ((level, -1), (exposure, 1))]
            one, other = 1.0 / squares[0], 1.0 / squares[1]
        unlikely = grounds * np.log(squares).sum() + ((step / deviation) ** 2).sum()
        if unlikely < least:
            best, least = step, unlikely
    return best
