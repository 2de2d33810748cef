"""Ground that changed between two images (snow, flood, clouds, crops), told by the cells of their overlap.

All overlaps of a snowy date agree with each other, so no network of overlaps can reject them.  The cells of
one overlap can: those of unchanged ground lie on one line k = gain m + offset, with m and k their means in
the two images.  Per band,

* of the lines through two cells' means, and of those that single cells' own deviations give, the one with
  the least 0.3 quantile of |k - gain m - offset| / sqrt(gain) is taken (half is not enough: cells on the
  edge of a change count as changed);
* then rounds of Tukey's weights about the reduced major axis of the weighted cells' sums.  The scale may not
  grow beyond three times that of the first line: it would swallow the change.

A cell that does not fit in one band is left out of all.  Where that does not make the two images much more
alike, or the line no other, nothing changed: the overlap keeps all of its sums as they are.

Two dates that both changed may have nothing in common that tells.  Which cells of a date changed is then told
by its overlaps with the others, and its level and contrast as a whole are taken from the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from ..numeric.robust import TUKEY
from ..progress import Stop, unstopped
from ..statistics.sums import ImageSums, PairSums, Sums
from .network import Network, network_of

CANDIDATES = 96
"""Lines through two cells; where 40 % of the cells are unchanged, fifteen of them are of unchanged ground."""
JUDGES = 64
"""Cells of an overlap, evenly spread, that candidates are compared on."""
QUANTILE = 0.3
RIVAL = 1.5
"""Times the least quantile up to which a line may be the one."""
NORMAL = 0.3853204664075677
"""Of the quantile: what it is for a deviation of 1."""
ROUNDS = 15
SWALLOW = 3.0
"""Deviations of the first line that the scale may not exceed."""
FLOOR = 0.02
"""Share of the deviation inside cells below which no difference between them is a change."""
FITS = 3.5
"""Deviations within which a cell fits."""
FEW_CELLS = 10.0
FEWEST_CELLS, FEWEST_PIXELS = 20, 30
"""An overlap with fewer cells of so many pixels is not judged."""
OWN_FLOOR = 0.1
"""Difference of logarithms of two cells' own gains that is none."""
EXPLAINED, LOST = 0.6, 1.1
"""Leaving cells out must bring 1 - correlation of a band below the first share of what it was, and that of
no band beyond the second: cells that hold the contrast between land and sea are no change."""
MATTERS = 0.05
"""Difference of gains, or of levels in deviations, below which two lines are one."""
DOUBTFUL, WORTHLESS = 0.5, 0.25
"""Shares of pixels that fit below which an overlap has little weight, and none."""
LESS, LITTLE = 0.25, 0.04
"""Weights of an overlap some of whose ground changed, and of a doubtful one, over that of any other: what fits is
never wholly clear of the change."""
VOTES = 0.05
"""Share of the bands that tell a change; one band is enough where there are fewer than twenty."""
CHUNK = 2_000_000
"""Values of a table at once."""


class ChangedOverlap(NamedTuple):
    """An overlap some of whose ground changed."""

    first: int
    second: int
    cells: int
    left_out: int
    share: float
    """Of its pixels that lie in cells that fit."""
    image: int | None
    """Which of the two changed: the one that more changed overlaps have in common; None where nothing tells."""

    @property
    def doubtful(self) -> bool:
        """Whether less than half fits."""
        return self.share < DOUBTFUL

    @property
    def worthless(self) -> bool:
        """Whether so little fits that it says nothing."""
        return self.share < WORTHLESS


@dataclass(frozen=True)
class ChangedGround:
    """Which rows of ``Sums.pairs`` count, and why not all."""

    counts: np.ndarray
    """(R,) bool."""
    overlaps: tuple[ChangedOverlap, ...]
    cells: np.ndarray = field(default_factory=lambda: np.empty(0, dtype=np.int64))
    """Ordered keys of the images' changed cells, see `_keys`."""

    def unchanged(self, cells: ImageSums) -> ImageSums:
        """Rows of the images' unchanged cells; all those of an image that has hardly any."""
        changed = np.isin(_keys(cells.image, cells.cell), self.cells)
        images = int(cells.image.max(initial=-1)) + 1
        total, left = (np.bincount(cells.image, cells.count.max(axis=1) * w, images) for w in (1.0, ~changed))
        return cells.chosen(~changed | (left < WORTHLESS * total)[cells.image])

    def without(self, sums: Sums) -> Sums:
        """The sums with the pairs' rows that count; the same object where all do."""
        return Sums(sums.images, sums.cells, sums.pairs.chosen(self.counts)) if self.overlaps else sums

    def weighed(self, network: Network) -> Network:
        """A network of the sums that count, with less weight on overlaps that changed."""
        if not self.overlaps:
            return network
        trust = {(o.first, o.second): LITTLE if o.doubtful else LESS for o in self.overlaps}
        pairs = zip(network.first.tolist(), network.second.tolist())
        found = np.array([trust.get(pair, 1.0) for pair in pairs])
        return replace(network, trust=found if network.trust is None else network.trust * found)

    def network(self, sums: Sums) -> Network:
        """The network of what counts of sums with the same rows as those that were judged."""
        return self.weighed(network_of(self.without(sums)))


def nothing_changed(sums: Sums) -> ChangedGround:
    """For sums that are not examined for change: all rows count."""
    return ChangedGround(np.ones(len(sums.pairs.first), dtype=bool), ())


def find_changed_ground(sums: Sums, stop: Stop = unstopped) -> ChangedGround:
    """Judge the cells of every overlap, each by itself: the same whatever others there are.

    Raises what ``stop`` does.
    """
    pairs = _in_own_units(sums)
    key = pairs.first * sums.images + pairs.second
    counts = np.ones(len(key), dtype=bool)
    overlaps = []
    for rows, known in _chunks(key, pairs.count.min(axis=1, initial=np.inf) >= FEWEST_PIXELS):
        stop()
        fits, changed = _judged(pairs, rows, known)
        pixels = np.where(known, pairs.count[rows].max(axis=2), 0.0)
        share = (pixels * fits).sum(axis=1) / pixels.sum(axis=1)
        for number in np.flatnonzero(changed):
            own = rows[number][known[number]]
            left_out = own[~fits[number][known[number]]]
            first, second = int(pairs.first[own[0]]), int(pairs.second[own[0]])
            overlap = ChangedOverlap(first, second, len(own), len(left_out), float(share[number]), None)
            overlaps.append(overlap)
            counts[key == key[own[0]] if overlap.worthless else left_out] = False
    return _told_by_others(sums, ChangedGround(counts, _with_images(sorted(overlaps))))


def _in_own_units(sums: Sums) -> PairSums:
    """Values over the largest deviation of their band: of the largest and smallest numbers squares are none."""
    pairs = sums.pairs
    safe = np.maximum(pairs.count, 1.0)
    unit = np.sqrt(np.maximum(pairs.m2_first / safe, pairs.m2_second / safe).max(axis=0, initial=0.0))
    gain = np.broadcast_to(1.0 / np.where(unit > 0, unit, 1.0), (sums.images, sums.bands))
    return pairs.adjusted(gain, np.zeros_like(gain))


def _keys(image: np.ndarray, cell: np.ndarray) -> np.ndarray:
    """One number for a cell of an image."""
    return image.astype(np.int64) << 40 | cell


def _told_by_others(sums: Sums, found: ChangedGround) -> ChangedGround:
    """Judge overlaps of two changed images by what their overlaps with others tell of either."""
    blamed = {(o.first, o.second): o.image for o in found.overlaps if o.image is not None and not o.worthless}
    if not blamed:
        return found
    pairs, counts = sums.pairs, found.counts.copy()
    key = pairs.first * sums.images + pairs.second
    keys = np.array([first * sums.images + second for first, second in blamed])
    order = np.argsort(keys)
    place = np.minimum(np.searchsorted(keys, key, sorter=order), len(keys) - 1)
    told = keys[order][place] == key
    image = np.array(list(blamed.values()))[order][place[told]]
    cells, where = np.unique(_keys(image, pairs.cell[told]), return_inverse=True)
    changed = cells[np.bincount(where, ~counts[told]) > np.bincount(where) / 2]
    both = np.isin(pairs.first, image) & np.isin(pairs.second, image)
    sides = _keys(pairs.first, pairs.cell), _keys(pairs.second, pairs.cell)
    left = np.isin(sides[0], changed) | np.isin(sides[1], changed)
    # where no other overlap saw the ground of both, an overlap's own judgement stands
    overruled = both & (left | np.isin(sides[0], cells) & np.isin(sides[1], cells))
    counts[overruled] = ~left[overruled]
    overlaps = {(o.first, o.second): o for o in found.overlaps}
    for one in np.unique(key[both & left]):
        rows = np.flatnonzero(key == one)
        first, second = divmod(int(one), sums.images)
        pixels = pairs.count[rows].max(axis=1)
        share = float(pixels[counts[rows]].sum() / pixels.sum())
        image = max(first, second, key=list(blamed.values()).count)  # the one that is blamed for more
        overlap = ChangedOverlap(first, second, len(rows), int((~counts[rows]).sum()), share, image)
        counts[rows] &= not overlap.worthless
        overlaps[first, second] = overlap
    return ChangedGround(counts, tuple(overlaps[pair] for pair in sorted(overlaps)), changed)


def _chunks(key: np.ndarray, judged: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Rows of overlaps with enough cells, of about one number together: (P, C) int, and which of them are cells."""
    rows = np.flatnonzero(judged)
    rows = rows[np.argsort(key[rows], kind="stable")]
    starts = np.flatnonzero(np.diff(key[rows], prepend=-1))
    sizes = np.diff(starts, append=len(rows))
    order = np.argsort(sizes, kind="stable")
    order = order[sizes[order] >= FEWEST_CELLS]
    while len(order):
        # the largest of a chunk decides how wide its tables are
        widest = sizes[order[-1]]
        most = max(1, CHUNK // max(widest, (CANDIDATES + JUDGES) * JUDGES))
        order, chunk = order[:-most], order[-most:]
        place = np.arange(widest)
        known = place < sizes[chunk][:, None]
        yield rows[np.where(known, starts[chunk][:, None] + place, starts[chunk][:, None])], known


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
        told = (one > 0) & (two > 0)
        gain = np.sqrt(np.divide(two, one, out=np.ones_like(one), where=told))
        unexplained = 1.0 - np.divide(mixed, np.sqrt(one * two), out=np.ones_like(one), where=told)
        spread = np.sqrt(two / np.maximum(n.sum(axis=1), 1e-300))
        return _Line(gain, mean_two - gain * mean_one, mean_one, spread, unexplained)

    def residual(self, line: _Line) -> np.ndarray:
        """Of every cell, the same for either order of the images."""
        gain, offset = line.gain[:, None], line.offset[:, None]
        return np.abs(self.two - gain * self.one - offset) / np.sqrt(gain)

    def oddness(self, near: np.ndarray) -> np.ndarray:
        """How far the gain of a cell's own deviations lies from those of the cells ``near`` the line, in deviations.

        A change in a corner of a cell shows there first; where the ground is even, it shows there only.
        """
        with np.errstate(divide="ignore", invalid="ignore"):
            own = np.log(self.spread_two / self.spread_one) / 2
        told = np.isfinite(own)
        own = np.where(told, own, 0.0)
        away = np.abs(own - _median(own, near & told)[:, None])
        return np.where(told, away / np.maximum(1.4826 * _median(away, near & told), OWN_FLOOR)[:, None], 0.0)


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


def _judged(pairs: PairSums, rows: np.ndarray, known: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Which cells fit, (P, C), and which overlaps changed, (P,)."""
    bands = [_Band.of(pairs, rows, known, number) for number in range(pairs.count.shape[1])]
    tells = [band.tells() for band in bands]
    against = np.sum([known & told[:, None] & ~_fits(band, known) for band, told in zip(bands, tells)], axis=0)
    fits = known & (against < max(1, VOTES * len(bands)))
    everything, kept = ([band.line(cells.astype(float)) for band in bands] for cells in (known, fits))
    differs = np.any([np.maximum(*a.difference(b)) > MATTERS for a, b in zip(everything, kept)], axis=0)
    ratio = np.where(tells, [b.unexplained / np.maximum(a.unexplained, 1e-12) for a, b in zip(everything, kept)], 1.0)
    return fits, differs & (ratio.min(axis=0) < EXPLAINED) & (ratio.max(axis=0) < LOST)


def _fits(band: _Band, known: np.ndarray) -> np.ndarray:
    """Which cells lie on the line that most of them agree about, (P, C)."""
    texture = np.sqrt(np.sqrt(band.spread_one * band.spread_two))
    floor = np.maximum(FLOOR * _median(texture, known), 1e-9 * np.abs(band.one).max(axis=1)) + 1e-300
    line, first = _least_quantile(band, known)
    # few cells lie nearer to the best of many lines than they should
    limit = SWALLOW * first * (1.0 + FEW_CELLS / known.sum(axis=1))
    for _ in range(ROUNDS):
        residual = band.residual(line)
        scale = np.maximum(np.minimum(1.4826 * _median(residual, known), limit), floor)
        away = residual / scale[:, None]
        odd = band.oddness(known & (away < TUKEY))
        line = band.line(_tukey(away) * _tukey(odd))
    return known & (away <= FITS) & (odd <= FITS)


def _tukey(deviations: np.ndarray) -> np.ndarray:
    return np.maximum(1.0 - (deviations / TUKEY) ** 2, 0.0) ** 2


def _least_quantile(band: _Band, known: np.ndarray) -> tuple[_Line, np.ndarray]:
    """The candidate that a third of the cells lie nearest to, and their deviation from it."""
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
    reached = np.nan_to_num(residual[..., int(QUANTILE * JUDGES)], nan=np.inf)
    least = reached.min(axis=1)[:, None]
    # of lines as near to their third, that with the most cells near it: half of the crops grown are a line too
    followers = (residual <= (SWALLOW * least / NORMAL)[..., None]).sum(axis=2)
    best = np.where(reached <= RIVAL * least, followers, -1).argmax(axis=1)[:, None]
    gain, offset, reached = (np.take_along_axis(t, best, axis=1)[:, 0] for t in (gain, offset, reached))
    told = np.isfinite(reached)
    offset = centre[1] + offset - gain * centre[0]
    line = plain._replace(gain=np.where(told, gain, plain.gain), offset=np.where(told, offset, plain.offset))
    return line, reached.astype(float) / NORMAL


def _median(values: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Of the known values of every row, 0 where there are none."""
    ordered = np.sort(np.where(known, values, np.inf), axis=1)
    number = known.sum(axis=1)
    middle = np.take_along_axis(ordered, np.maximum(number - 1, 0)[:, None] // 2, axis=1)[:, 0]
    return np.where(number > 0, middle, 0.0)


def _with_images(overlaps: list[ChangedOverlap]) -> tuple[ChangedOverlap, ...]:
    """Which image changed: again and again the one that most of the overlaps left have in common."""
    left = {(overlap.first, overlap.second) for overlap in overlaps}
    blamed: dict[tuple[int, int], int | None] = {}
    while left:
        number = Counter(image for pair in left for image in pair)
        image, most = min(number.items(), key=lambda entry: (-entry[1], entry[0]))
        own = {pair for pair in left if image in pair}
        for pair in own:
            # where two images have nothing else in common with others, either may have changed
            blamed[pair] = image if most > number[sum(pair) - image] else None
        left -= own
    return tuple(overlap._replace(image=blamed[overlap.first, overlap.second]) for overlap in overlaps)
