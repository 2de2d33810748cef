"""Cells of an overlap whose ground is the same in both images, found by their sums alone.

Cells of unchanged ground lie on one line k = gain m + offset, with m and k their means in the two images.
Per band,

* of the lines through two cells' means, and of those that single cells' own deviations give, the one with
  the least 0.3 quantile of |k - gain m - offset| / sqrt(gain) is taken (half is not enough: cells on the
  edge of a change count as changed);
* then rounds of Tukey's weights about the reduced major axis of the weighted cells' sums.  The scale may not
  grow beyond three times that of the first line: it would swallow the change.

A cell that does not fit in one band is left out of all.  Where that does not make the two images much more
alike, or the line no other, nothing changed.  Of patches of two or three cells hardly a tenth of the cells stays
clear: images that are unlike as a whole are judged by the 0.12 quantile as well, which must make them very alike.
Light that differs across the overlap is taken out of it before it is judged.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import NormalDist
from typing import NamedTuple

import numpy as np

from ..numeric.robust import MAD_TO_SIGMA, TUKEY, tukey_weights
from ..statistics.sums import PairSums

CANDIDATES = 96
"""Lines through two cells; where 40 % of the cells are unchanged, fifteen of them are of unchanged ground."""
JUDGES = 64
"""Cells of an overlap, evenly spread, that candidates are compared on."""
QUANTILE, SCATTERED = 0.3, 0.12
"""Share of the cells that a line is judged by, and where a change may be scattered over nearly all of them."""
UNLIKE, ALIKE = 0.1, 0.1
"""1 - correlation from which images are judged again, and what that must bring it below, as a share of what it was."""
RIVAL = 1.5
"""Times the least quantile up to which a line may be the one."""
NORMAL = {quantile: NormalDist().inv_cdf(0.5 + quantile / 2) for quantile in (QUANTILE, SCATTERED)}
"""Of a quantile: what it is for a deviation of 1."""
ROUNDS = 15
SWALLOW = 3.0
"""Deviations of the first line that the scale may not exceed."""
FLOOR = 0.02
"""Share of the deviation inside cells below which no difference between them is a change."""
FITS = 3.5
"""Deviations within which a cell fits."""
FEW_CELLS = 10.0
OWN_FLOOR = 0.1
"""Difference of logarithms of two cells' own gains that is none."""
EXPLAINED, LOST = 0.6, 1.1
"""Leaving cells out must bring 1 - correlation of a band below the first share of what it was, and that of
no band beyond the second: cells that hold the contrast between land and sea are no change."""
MATTERS = 0.05
"""Difference of gains, or of levels in deviations, below which two lines are one."""
VOTES = 0.05
"""Share of the bands that tell a change; one band is enough where there are fewer than twenty."""
NOTABLE, SLIGHT, MUCH_FEWER = 0.2, 0.05, 0.5
"""Logarithm of the light from one end of an overlap to the other from which it is judged without that light; and from
which it is where that leaves out less than this share of the cells."""


class _Band(NamedTuple):
    """One band of the overlaps of a chunk, (P, C) each; what is no cell has no pixels."""

    one: np.ndarray
    two: np.ndarray
    """Means."""
    spread_one: np.ndarray
    spread_two: np.ndarray
    mixed: np.ndarray
    """Variances and covariance inside the cells."""
    pixels: np.ndarray

    @classmethod
    def of(cls, pairs: PairSums, rows: np.ndarray, known: np.ndarray, band: int) -> _Band:
        count = np.where(known, pairs.count[rows, band], 0.0)
        safe = np.maximum(pairs.count[rows, band], 1.0)
        return cls(
            pairs.mean_first[rows, band],
            pairs.mean_second[rows, band],
            pairs.m2_first[rows, band] / safe,
            pairs.m2_second[rows, band] / safe,
            pairs.cross[rows, band] / safe,
            count,
        )

    def chosen(self, overlaps: np.ndarray) -> _Band:
        """Of some of the overlaps."""
        return _Band(*(table[overlaps] for table in self))

    def divided(self, light: np.ndarray) -> _Band:
        """With the second image divided by ``light`` (P, C)."""
        two, spread_two, mixed = self.two / light, self.spread_two / light**2, self.mixed / light
        return self._replace(two=two, spread_two=spread_two, mixed=mixed)

    def tells(self) -> np.ndarray:
        """Whether values vary in both images, (P,): a band that is even in one of them says nothing of a change."""
        there = self.pixels > 0
        low, high = (np.where(there, [self.one, self.two], end) for end in (np.inf, -np.inf))
        uneven = there & (np.array([self.spread_one, self.spread_two]) > 0)
        return (uneven.any(axis=2) | (high.max(axis=2) > low.min(axis=2))).all(axis=0)

    def centre(self, weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Means over the weighted cells, (P,) both."""
        n = weight * self.pixels
        total = np.maximum(n.sum(axis=1), 1e-300)
        return (n * self.one).sum(axis=1) / total, (n * self.two).sum(axis=1) / total

    def line(self, weight: np.ndarray) -> _Line:
        """The reduced major axis of the weighted cells' sums."""
        n = weight * self.pixels
        mean_one, mean_two = self.centre(weight)
        from_one, from_two = self.one - mean_one[:, None], self.two - mean_two[:, None]
        one = (n * (self.spread_one + from_one**2)).sum(axis=1)
        two = (n * (self.spread_two + from_two**2)).sum(axis=1)
        mixed = (n * (self.mixed + from_one * from_two)).sum(axis=1)
        varies = (one > 0) & (two > 0)
        gain = np.sqrt(np.divide(two, one, out=np.ones_like(one), where=varies))
        unexplained = 1.0 - np.divide(mixed, np.sqrt(one * two), out=np.ones_like(one), where=varies)
        spread = np.sqrt(two / np.maximum(n.sum(axis=1), 1e-300))
        return _Line(gain, mean_two - gain * mean_one, mean_one, spread, unexplained)

    def residual(self, line: _Line) -> np.ndarray:
        """Of every cell, the same for either order of the images."""
        gain, offset = line.gain[:, None], line.offset[:, None]
        return np.abs(self.two - gain * self.one - offset) / np.sqrt(gain)

    def own_gains(self) -> tuple[np.ndarray, np.ndarray]:
        """Logarithms of the gains of cells' own deviations, 0 where they have none, and which have one, (P, C)."""
        with np.errstate(divide="ignore", invalid="ignore"):
            own = np.log(self.spread_two / self.spread_one) / 2
        finite = np.isfinite(own)
        return np.where(finite, own, 0.0), finite


class _Line(NamedTuple):
    """A line for every overlap of a chunk, (P,), and the cells that it was made from."""

    gain: np.ndarray
    offset: np.ndarray
    centre: np.ndarray
    """Of the first image."""
    spread: np.ndarray
    """Deviation of the second image."""
    unexplained: np.ndarray
    """1 less the correlation."""

    def difference(self, other: _Line) -> tuple[np.ndarray, np.ndarray]:
        """Of the gains' logarithms, and of the levels at the other line's cells in deviations of those."""
        level = (self.gain - other.gain) * other.centre + self.offset - other.offset
        return np.abs(np.log(self.gain / other.gain)), np.abs(level) / np.maximum(other.spread, 1e-300)


def judged(
    pairs: PairSums, rows: np.ndarray, known: np.ndarray, columns: int | None
) -> tuple[np.ndarray, np.ndarray]:
    """Which cells fit, (P, C), and which overlaps changed, (P,).

    ``rows`` (P, C) of the pairs' sums, ``known`` which of them are cells; ``columns`` of the cells' grid, if known.
    """
    bands = [_Band.of(pairs, rows, known, number) for number in range(pairs.count.shape[1])]
    fits, changed = _judged(bands, known)
    if columns is None:
        return fits, changed
    # light that differs across an overlap is no change, and changes that it hides show without it
    trend = _Trend(rows, known, pairs.cell, columns)
    trends = [trend.of(band) for band in bands]
    reach = np.max([np.ptp(found, axis=1) for found in trends], axis=0)
    again = np.flatnonzero((reach > NOTABLE) | (changed & (reach > SLIGHT)))
    if len(again):
        without = [band.chosen(again).divided(np.exp(found[again])) for band, found in zip(bands, trends)]
        cells, still = _judged(without, known[again])
        fewer = (known[again] & ~cells).sum(axis=1) < MUCH_FEWER * (known[again] & ~fits[again]).sum(axis=1)
        better = (reach[again] > NOTABLE) | ~still | fewer
        fits[again[better]], changed[again[better]] = cells[better], still[better]
    return fits, changed


class _Trend:
    """Light across overlaps: the median of what neighbouring cells' ratios grow by, which a change hardly moves."""

    def __init__(self, rows: np.ndarray, known: np.ndarray, cell: np.ndarray, columns: int):
        self._known = known
        self._places = np.divmod(cell[rows], columns)
        self._beside = [self._neighbours(cell[rows], step, columns) for step in (columns, 1)]

    def _neighbours(self, cell: np.ndarray, step: int, columns: int) -> tuple[np.ndarray, np.ndarray]:
        """For every cell the place of the one after it, and whether there is one, (P, C)."""
        after, there = np.zeros_like(cell), np.zeros(cell.shape, dtype=bool)
        for number, (own, known) in enumerate(zip(cell, self._known)):
            count = int(known.sum())
            place = np.minimum(np.searchsorted(own[:count], own[:count] + step), count - 1)
            inside = (step > 1) | (own[:count] % columns < columns - 1)
            after[number, :count], there[number, :count] = place, inside & (own[place] == own[:count] + step)
        return after, there

    def of(self, band: _Band) -> np.ndarray:
        """The logarithm of the light, (P, C); zeros where values have none."""
        positive = (np.where(self._known, np.minimum(band.one, band.two), 1.0) > 0).all(axis=1)[:, None]
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = np.where(positive & self._known, np.log(band.two / band.one), 0.0)
        trend = np.zeros_like(ratio)
        for place, (after, there) in zip(self._places, self._beside):
            growth = _median(np.take_along_axis(ratio, after, axis=1) - ratio, there)[:, None]
            trend += growth * (place - _median(place.astype(float), self._known)[:, None])
        return trend


def _judged(bands: Sequence[_Band], known: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The same of the bands by themselves."""
    fits, changed = _told_by_share(bands, known, QUANTILE, EXPLAINED)
    unlike = np.max([band.line(known.astype(float)).unexplained for band in bands], axis=0) > UNLIKE
    again = np.flatnonzero(unlike & ~changed)
    if len(again):
        cells, scattered = _told_by_share([band.chosen(again) for band in bands], known[again], SCATTERED, ALIKE)
        fits[again[scattered]], changed[again[scattered]] = cells[scattered], True
    return fits, changed


def _told_by_share(
    bands: Sequence[_Band], known: np.ndarray, quantile: float, explained: float
) -> tuple[np.ndarray, np.ndarray]:
    """The same by lines that a share of the cells lies nearest to."""
    tells = [band.tells() for band in bands]
    fitting = [_fits(band, known, quantile) for band in bands]
    against = np.sum([known & finite[:, None] & ~fits for fits, finite in zip(fitting, tells)], axis=0)
    fits = known & (against < max(1, VOTES * len(bands)))
    everything, kept = ([band.line(cells.astype(float)) for band in bands] for cells in (known, fits))
    differs = np.any([np.maximum(*a.difference(b)) > MATTERS for a, b in zip(everything, kept)], axis=0)
    ratio = np.where(tells, [b.unexplained / np.maximum(a.unexplained, 1e-12) for a, b in zip(everything, kept)], 1.0)
    return fits, differs & (ratio.min(axis=0) < explained) & (ratio.max(axis=0) < LOST)


def _fits(band: _Band, known: np.ndarray, quantile: float) -> np.ndarray:
    """Which cells lie on the line that most of them agree about, (P, C)."""
    texture = np.sqrt(np.sqrt(band.spread_one * band.spread_two))
    floor = np.maximum(FLOOR * _median(texture, known), 1e-9 * np.abs(band.one).max(axis=1)) + 1e-300
    line, first = _least_quantile(band, known, quantile)
    # few cells lie nearer to the best of many lines than they should
    limit = SWALLOW * first * (1.0 + FEW_CELLS / known.sum(axis=1))
    own, finite = band.own_gains()
    for _ in range(ROUNDS):
        residual = band.residual(line)
        scale = np.maximum(np.minimum(MAD_TO_SIGMA * _median(residual, known), limit), floor)
        away = residual / scale[:, None]
        odd = _oddness(own, finite, known & (away < TUKEY))
        line = band.line(tukey_weights(away) * tukey_weights(odd))
    return known & (away <= FITS) & (odd <= FITS)


def _oddness(own: np.ndarray, finite: np.ndarray, near: np.ndarray) -> np.ndarray:
    """How far cells' `_Band.own_gains` lie from those of the cells ``near`` the line, in deviations, (P, C).

    A change in a corner of a cell shows there first; where the ground is even, it shows there only.
    """
    near = near & finite
    away = np.abs(own - _median(own, near)[:, None])
    return np.where(finite, away / np.maximum(MAD_TO_SIGMA * _median(away, near), OWN_FLOOR)[:, None], 0.0)


def _least_quantile(band: _Band, known: np.ndarray, quantile: float) -> tuple[_Line, np.ndarray]:
    """The candidate that a share of the cells lies nearest to, and their deviation from it."""
    plain = band.line(known.astype(float))
    sizes = known.sum(axis=1)[:, None]
    judges = (np.linspace(0, 1, JUDGES, endpoint=False) * sizes).astype(int)
    couples = (np.random.default_rng(0).random((2, 1, CANDIDATES)) * sizes).astype(int)
    # about the plain line's centre, where four bytes are enough
    centre = band.centre(known)
    one, two = ((table - middle[:, None]) for table, middle in zip((band.one, band.two), centre))
    (x, x2), (y, y2) = ([np.take_along_axis(table, couple, axis=1) for couple in couples] for table in (one, two))
    one, two, own_one, own_two = (
        np.take_along_axis(table, judges, axis=1) for table in (one, two, band.spread_one, band.spread_two)
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        gain = np.concatenate([(y2 - y) / (x2 - x), np.sqrt(own_two / own_one)], axis=1)
        gain = np.where(np.isfinite(gain) & (gain > 0), gain, np.nan)
        offset = np.concatenate([y, two], axis=1) - gain * np.concatenate([x, one], axis=1)
        root = np.sqrt(gain)
        across, down, level = (t.astype(np.float32)[..., None] for t in (root, 1 / root, offset / root))
        residual = two.astype(np.float32)[:, None] * down
        residual -= one.astype(np.float32)[:, None] * across
        residual -= level
        np.abs(residual, out=residual)
    # sorting is faster than picking here
    residual.sort(axis=2)
    reached = np.nan_to_num(residual[..., int(quantile * JUDGES)], nan=np.inf)
    least = reached.min(axis=1)[:, None]
    # of lines as near to their share, that with the most cells near it: half of the crops grown are a line too
    followers = (residual <= (SWALLOW * least / NORMAL[quantile])[..., None]).sum(axis=2)
    best = np.where(reached <= RIVAL * least, followers, -1).argmax(axis=1)[:, None]
    gain, offset, reached = (np.take_along_axis(t, best, axis=1)[:, 0] for t in (gain, offset, reached))
    finite = np.isfinite(reached)
    offset = centre[1] + offset - gain * centre[0]
    line = plain._replace(gain=np.where(finite, gain, plain.gain), offset=np.where(finite, offset, plain.offset))
    return line, reached.astype(float) / NORMAL[quantile]


def _median(values: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Of the known values of every row, 0 where there are none."""
    table, number = np.where(known, values, np.inf), known.sum(axis=1)
    middle = np.maximum(number - 1, 0) // 2
    # every row by itself: with several places to look for, all would be put in order
    for row, place in zip(table, middle.tolist()):
        row.partition(place)
    return np.where(number > 0, table[np.arange(len(table)), middle], 0.0)
