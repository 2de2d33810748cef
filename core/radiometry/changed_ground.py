"""Ground that changed between two images (snow, flood, clouds, crops), found by the cells of their overlap.

All overlaps of a snowy date agree with each other, so no network of overlaps can reject them.  The cells of
one overlap can, see `unchanged_cells`; where they tell of no change, the overlap keeps all of its sums as they are.

Two dates that both changed may have nothing in common that tells.  Which cells of a date changed is then known
by its overlaps with the others, and its level and contrast as a whole are taken from the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from ..progress import Stop, unstopped
from ..statistics.sums import ImageSums, PairSums, Sums
from .network import Network, network_of
from .unchanged_cells import CANDIDATES, JUDGES, judged

FEWEST_CELLS, FEWEST_PIXELS = 20, 30
"""An overlap with fewer cells of so many pixels is not judged."""
DOUBTFUL, WORTHLESS = 0.5, 0.25
"""Shares of pixels that fit below which an overlap has little weight, and none."""
LESS, LITTLE = 0.25, 0.04
"""Weights of an overlap some of whose ground changed, and of a doubtful one, over that of any other: what fits is
never wholly clear of the change."""
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


def find_changed_ground(sums: Sums, columns: int | None = None, stop: Stop = unstopped) -> ChangedGround:
    """Judge the cells of every overlap, each by itself: the same whatever others there are.

    ``columns`` of the cells' grid; without them light that differs across an overlap is not distinguished from change.
    Raises what ``stop`` does.
    """
    pairs = _in_own_units(sums)
    key = pairs.first * sums.images + pairs.second
    counts = np.ones(len(key), dtype=bool)
    overlaps = []
    for rows, known in _chunks(key, pairs.count.min(axis=1, initial=np.inf) >= FEWEST_PIXELS):
        stop()
        fits, changed = judged(pairs, rows, known, columns)
        pixels = np.where(known, pairs.count[rows].max(axis=2), 0.0)
        share = (pixels * fits).sum(axis=1) / pixels.sum(axis=1)
        for number in np.flatnonzero(changed):
            stop()
            own = rows[number][known[number]]
            left_out = own[~fits[number][known[number]]]
            first, second = int(pairs.first[own[0]]), int(pairs.second[own[0]])
            overlap = ChangedOverlap(first, second, len(own), len(left_out), float(share[number]), None)
            overlaps.append(overlap)
            counts[key == key[own[0]] if overlap.worthless else left_out] = False
    return _told_by_others(sums, ChangedGround(counts, _with_images(sorted(overlaps), stop)), stop)


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


def _told_by_others(sums: Sums, found: ChangedGround, stop: Stop) -> ChangedGround:
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
    blames = Counter(blamed.values())
    for one in np.unique(key[both & left]):
        stop()
        rows = np.flatnonzero(key == one)
        first, second = divmod(int(one), sums.images)
        pixels = pairs.count[rows].max(axis=1)
        share = float(pixels[counts[rows]].sum() / pixels.sum())
        image = max(first, second, key=blames.__getitem__)  # the one that is blamed for more
        overlap = ChangedOverlap(first, second, len(rows), int((~counts[rows]).sum()), share, image)
        counts[rows] &= not overlap.worthless
        overlaps[first, second] = overlap
    return ChangedGround(counts, tuple(overlaps[pair] for pair in sorted(overlaps)), changed)


def _chunks(key: np.ndarray, enough: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Rows of overlaps with enough cells, of about one number together: (P, C) int, and which of them are cells."""
    rows = np.flatnonzero(enough)
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


def _with_images(overlaps: list[ChangedOverlap], stop: Stop) -> tuple[ChangedOverlap, ...]:
    """Which image changed: again and again the one that most of the overlaps left have in common."""
    left = {(overlap.first, overlap.second) for overlap in overlaps}
    blamed: dict[tuple[int, int], int | None] = {}
    while left:
        stop()
        number = Counter(image for pair in left for image in pair)
        image, most = min(number.items(), key=lambda entry: (-entry[1], entry[0]))
        own = {pair for pair in left if image in pair}
        for pair in own:
            # where two images have nothing else in common with others, either may have changed
            blamed[pair] = image if most > number[sum(pair) - image] else None
        left -= own
    return tuple(overlap._replace(image=blamed[overlap.first, overlap.second]) for overlap in overlaps)
