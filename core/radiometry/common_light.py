"""Light that all images of a group share, found from sums and separated from exposure and ground.

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

How strong it is, levels and exposures say more precisely than the images' own slopes, see `light_levels`.
Even terms, and slopes where images lie turned or belong to two sensors, show in overlaps themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import NamedTuple

import numpy as np

from ..messages import Message
from ..numeric.graph import components
from ..progress import Progress, Silent, stop_if_cancelled
from ..settings import CommonLight, GlobalModel
from ..statistics.blocks import BlockGrid
from ..statistics.sums import Sums
from .corrected_sums import corrected_sums
from .image_terms import CommonTerms, OverlapTerms, common_terms, own_terms, same_ground
from .light_field import TERMS, LightField, Placement
from .light_levels import Levels, Places, Trend, may_mislead, steadiest
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
"""|t| from which a slope that is clear in another band is taken for one."""
WORTH = 2.0
"""|t| from which `always` takes a slope that levels say nothing of."""
NEGLIGIBLE = 0.003
"""Terms below this are none."""
AGREEING = 3.0
"""Standard errors between the images' own slopes and that of their levels."""
UNEVEN = 0.01
"""Deviation of levels by which a light that overlaps tell may exceed that of levels as they are, or after gains."""
EVENER = 0.25
"""Squares of exposures over those of the images' means below which the camera did not expose by the ground."""
KEPT = 0.5
"""Slope of the images' means along the ground over that of levels, above which the latter may be the ground's."""
ALIKE_SLOPES = 3.0
"""Factor between the slopes of single images and that of their levels up to which they are alike."""


class Verdict(Enum):
    """What came out for a group; the values are the reasons that messages give."""

    TAKEN = "taken"
    STEADY = Message("levels do not run away")
    FEW = Message("too few images of different ground")
    POSSIBLE = Message("exposures and the slopes inside the images allow for it, and nothing here tells")
    FEW_ALIKE = Message("each image has about that slope, but too few show different ground to tell")
    HIDDEN = Message("the slopes inside the images are no clearer than those of the ground")
    CONTRADICTED = Message("the slopes inside the images contradict each other between bands")
    UNEXPLAINED = Message("the slopes inside the images do not explain the levels")
    NOT_POSITIVE = Message("values at or below zero have no logarithm")


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
    clear: float
    """From which it would be light."""
    uneven: tuple[int, ...] = ()
    """Numbers of the bands whose levels run away with the field too."""


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

    def levels() -> Levels:
        network = make_network(without_light(sums, LightFound(terms), placements, cells, progress))
        # light is a factor: gains alone bring levels together, and leave them positive however far they run
        gain = solve_robust(network, GlobalModel.GAIN, np.zeros(network.images, dtype=bool), stop).gain
        raw = np.log(np.where(network.mean > 0, network.mean, np.nan))
        return Levels(raw, raw + np.log(gain))

    whole, pairs = sums.whole(), sums.overlaps()
    own, near, first = own_terms(sums, placements, cells), same_ground(pairs, whole.count), levels()
    sensor = np.unique([str(name) for name in sensors or [""] * sums.images], return_inverse=True)[1]
    overlaps = OverlapTerms(sums, placements, cells, sensor)
    group = components(sums.images, pairs.first, pairs.second)
    looks = []
    for members in (np.flatnonzero(group == g) for g in np.flatnonzero(np.bincount(group) > 1)):
        stop()
        # an image without pixels in a band says nothing there, against no other either
        logarithms = np.isfinite(first.level[members]) | (whole.count[members] == 0)
        bands = logarithms.all(axis=0) & np.isfinite(own[members]).any(axis=(0, 2))
        places = Places.of(members, placements)
        mixed = len(np.unique(sensor[members])) > 1 or not places.alike
        common = partial(common_terms, members, sensor, own, near, bands, places.telling, overlaps)
        looks.append(_Look(members, bands, common, mixed, places, own, whole.count, first, choice))
    for look in looks:
        look.propose(terms)
    if any(look.takes for look in looks):
        proposed = levels()
        for look in looks:
            look.refine(terms, proposed)
        refined = levels()
        for look in looks:
            look.accept(terms, refined)
    return LightFound(terms, tuple(look.finding() for look in looks))


class _Look:
    """The look at one group."""

    def __init__(
        self,
        members: np.ndarray,
        bands: np.ndarray,
        common: Callable[[], Sequence[CommonTerms]],
        mixed: bool,
        places: Places,
        own: np.ndarray,
        count: np.ndarray,
        levels: Levels,
        choice: CommonLight,
    ):
        self._members, self._bands, self._places, self._choice = members, bands, places, choice
        self._weight = count[members][:, bands]
        self._own_slopes = own[members][:, bands, :2]
        self._levels = self._own(levels)
        self._before = self._spread(self._levels.raw)
        self._after = self._left = self._spread(self._levels.level)
        looks = choice is CommonLight.ALWAYS or mixed or self._run_away()
        self._common = common() if looks and bands.any() else []
        self._grounds = max((one.grounds for one in self._common), default=0)
        self._certainty = max((float(np.abs(one.t[:, :2]).max()) for one in self._common), default=0.0)
        self._verdict = self._first_verdict()
        self._uneven: tuple[int, ...] = ()

    def _own(self, levels: Levels) -> Levels:
        """Of this group and the bands that have logarithms."""
        own = (table[self._members][:, self._bands] for table in levels)
        return Levels(*(np.where(self._weight > 0, table, 0.0) for table in own))

    def _spread(self, values: np.ndarray) -> float:
        """Deviation between the images, weighted by pixels, root mean square over bands."""
        total = np.maximum(self._weight.sum(axis=0), 1.0)
        centred = values - (self._weight * values).sum(axis=0) / total
        return float(np.sqrt(((self._weight * centred**2).sum(axis=0) / total).mean())) if self._bands.any() else 0.0

    def _first_verdict(self) -> Verdict:
        if not self._bands.any():
            return Verdict.NOT_POSITIVE
        always = self._choice is CommonLight.ALWAYS
        if not (always or self._run_away() or self._seen()):
            return Verdict.STEADY
        if self._grounds < (2 if always else FEWEST_IMAGES) and not self._seen():
            return Verdict.FEW_ALIKE if self._alike() else Verdict.FEW
        if any(self._counting(common).any() for common in self._common):
            return Verdict.TAKEN
        return Verdict.CONTRADICTED if self._certainty > _bar(self._grounds) else Verdict.HIDDEN

    def _alike(self) -> bool:
        """Whether every image by itself has a slope like that of the levels, along which they run most."""
        level = self._trend(self._levels.level).slope.mean(axis=1)
        way = np.abs(level).argmax()
        share = self._own_slopes[..., way].mean(axis=1) / level[way] if level[way] else np.zeros(1)
        return bool((np.abs(np.log(np.maximum(share, 1e-9))) < np.log(ALIKE_SLOPES)).all())

    @property
    def takes(self) -> bool:
        """Whether there is a field to try."""
        return self._verdict is Verdict.TAKEN

    def _seen(self) -> bool:
        """Whether overlaps alone tell a slope: images of one light lie turned, or those of two overlap."""
        return any(
            ((common.seen > TELLING) & (np.abs(common.value) > NOTICED))[:, :2].any() for common in self._common
        )

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

    def _trend(self, values: np.ndarray) -> Trend:
        return self._places.trend(values, self._weight)

    def _counting(self, common: CommonTerms) -> np.ndarray:
        """Which terms are part of the field: (K, 5) bool."""
        counting = (np.abs(common.t) > TELLING) & (np.abs(common.value) > NEGLIGIBLE)
        always = self._choice is CommonLight.ALWAYS
        counting[:, :2] = np.isfinite(common.error[:, :2]) if always else self._evident(common)
        return counting if always else counting & counting[:, :2].any()

    def _evident(self, common: CommonTerms) -> np.ndarray:
        """Which slopes are light without the user's word: (K, 2) bool."""
        t = common.t[:, :2]
        clear = _clear(t, common.grounds) | self._told_by_levels(common)
        sign = np.sign(t[np.abs(t).argmax(axis=0), np.arange(2)])
        return clear & ((t * sign > LIKELY) | (np.abs(t) > _bar(common.grounds))) | (common.seen[:, :2] > TELLING)

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
        if self.takes:
            for common in self._common:
                terms[common.members] = np.where(self._counting(common), common.value, 0.0)

    def refine(self, terms: np.ndarray, levels: Levels) -> None:
        """Make slopes as strong as levels and exposures say, where all images of the group share one field."""
        if not self.takes:
            return
        always, own = self._choice is CommonLight.ALWAYS, self._own(levels)
        for common in self._common:
            counting = self._counting(common)[self._bands, :2]
            slopes, error = terms[common.members[0], :, :2][self._bands], common.error[self._bands, :2]
            likely = np.abs(slopes) > WORTH * np.where(counting, error, np.inf)
            if len(self._common) == 1:
                level, exposure = self._trend(own.level), self._trend(own.exposure)
                trends = np.array([level.slope, exposure.slope, level.error, exposure.error]).swapaxes(1, 2)
                free = counting & self._places.free
                spared = always and not (self._run_away() and self._evident(common).any())
                steady, better = steadiest(*trends, error, slopes, spared)
                slopes, likely = np.where(free, steady, slopes), np.where(free, better, likely)
            if always:
                slopes = np.where(likely & (np.abs(slopes) > NEGLIGIBLE), slopes, 0.0)
            terms[np.ix_(common.members, np.flatnonzero(self._bands), (0, 1))] = slopes

    def accept(self, terms: np.ndarray, levels: Levels) -> None:
        """Keep the field or take it back."""
        if not self.takes:
            return
        own = self._own(levels)
        self._left = self._spread(own.level)
        self._uneven = self._still_uneven(own)
        if self._choice is CommonLight.ALWAYS:
            if self._left > self._after + NOTICED:
                terms[self._members] = 0.0
            if not terms[self._members].any():
                self._verdict = Verdict.HIDDEN
            return
        bar = WELL_EXPLAINED if self._compensated(own) else EXPLAINED
        # what overlaps tell must not spoil levels: each image may have a light of its own
        even = self._seen() and self._left < max(self._before, self._after) + UNEVEN
        if not (self._left < bar * self._after or even):
            self._verdict = Verdict.UNEXPLAINED if self._run_away() else Verdict.STEADY
            terms[self._members] = 0.0

    def _still_uneven(self, levels: Levels) -> tuple[int, ...]:
        """Numbers of the bands that run away with the field."""
        total = np.maximum(self._weight.sum(axis=0), 1.0)
        after, before = (
            np.sqrt((self._weight * (values - (self._weight * values).sum(axis=0) / total) ** 2).sum(axis=0) / total)
            for values in (levels.level, levels.raw)
        )
        return tuple((np.flatnonzero(self._bands)[(after > NOTICED) & (after > RUN_AWAY * before)] + 1).tolist())

    def _compensated(self, levels: Levels) -> bool:
        """Whether the camera seems to have exposed each image by its ground."""
        level, exposure = (self._trend(values).rest for values in (levels.level, levels.exposure))
        return bool((level * exposure).sum() < COMPENSATED * np.sqrt((level**2).sum() * (exposure**2).sum()))

    def finding(self) -> Finding:
        """What came out."""
        ratios = [float(np.exp(np.ptp(values, axis=0).max(initial=0.0))) for values in self._levels]
        spreads, verdict = (self._before, self._after, self._left), self._verdict
        if verdict in (Verdict.STEADY, Verdict.FEW) and self._may_mislead():
            verdict = Verdict.POSSIBLE
        images, bar = tuple(self._members.tolist()), _bar(self._grounds)
        return Finding(images, verdict, *spreads, *ratios, self._certainty, bar, self._uneven)

    def _may_mislead(self) -> bool:
        """Whether there may be a light that puts levels wrong, although nothing shows it."""
        if not self._bands.any():
            return False
        level, exposure = (self._trend(values) for values in (self._levels.level, self._levels.exposure))
        return may_mislead(level, exposure, self._own_slopes, self._places.extent)


def _bar(grounds: int) -> float:
    """|t| from which a slope is clear."""
    return np.inf if grounds < FEWEST_IMAGES else TELLING if grounds >= FEW_IMAGES else TELLING_OF_FEW


def _clear(t: np.ndarray, grounds: int) -> np.ndarray:
    """Which slopes, of t (K, terms), are none of the ground's: clear in one band, and in any of the other sign."""
    strongest, bar = t[np.abs(t).argmax(axis=0), np.arange(t.shape[1])], _bar(grounds)
    agrees = (t * np.sign(strongest) > -CONTRADICTING) | (np.abs(t) > bar)
    return (np.abs(strongest) > bar) & agrees.all(axis=0)
