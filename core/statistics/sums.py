"""Mergeable statistics: count, mean and centred sums per image, pair and cell.

A row holds one cell of one image, or of one pair over the pixels valid in both.  Rows are
merged by Chan, Golub and LeVeque's formula (1979), so that any set of cells, a block, a
whole image, the cells held out of a fit, follows from them without reading pixels again:

    n = sum n_c        mean = sum n_c mean_c / n
    m2 = sum m2_c + sum n_c (mean_c - mean)^2        cross likewise
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..messages import Message

STORED = Message("stored values")
"""What sums of pixels as they stand in their files are of."""


@dataclass(frozen=True)
class ImageSums:
    """Statistics of images, R rows by K bands, float64."""

    image: np.ndarray
    """(R,) int: which image."""
    cell: np.ndarray
    """(R,) int: which cell, row-major in the cell grid."""
    count: np.ndarray
    """(R, K) valid pixels."""
    mean: np.ndarray
    """(R, K)."""
    m2: np.ndarray
    """(R, K) sum of squared differences from the mean."""
    low: np.ndarray
    """(R, K) smallest value; inf without pixels."""
    high: np.ndarray
    """(R, K) largest value; -inf without pixels."""

    def merged(self, groups: np.ndarray, number: int) -> ImageSums:
        """Rows summed by ``groups`` (R,) int in 0 .. number - 1; `image` is then the group."""
        count, (mean,), (m2,) = _merge(groups, number, self.count, [self.mean], [(self.m2, 0, 0)])
        low = np.full((number, self.count.shape[1]), np.inf)
        high = np.full_like(low, -np.inf)
        order = np.argsort(groups, kind="stable")
        starts = np.flatnonzero(np.diff(groups[order], prepend=-1))
        if len(starts):
            met = groups[order][starts]
            low[met] = np.minimum.reduceat(self.low[order], starts, axis=0)
            high[met] = np.maximum.reduceat(self.high[order], starts, axis=0)
        return ImageSums(np.arange(number), np.zeros(number, dtype=int), count, mean, m2, low, high)

    def adjusted(self, gain: np.ndarray, offset: np.ndarray) -> ImageSums:
        """As if every pixel had been ``gain * x + offset``; both (N, K), by image."""
        g, o = gain[self.image], offset[self.image]
        ends = np.sort(np.stack([g * self.low + o, g * self.high + o]), axis=0)
        return ImageSums(self.image, self.cell, self.count, g * self.mean + o, g**2 * self.m2, ends[0], ends[1])

    @property
    def std(self) -> np.ndarray:
        """(R, K) standard deviation, ddof = 0."""
        return np.sqrt(self.m2 / np.maximum(self.count, 1))

    def chosen(self, rows: np.ndarray) -> ImageSums:
        """The rows that an index or a boolean array names."""
        return ImageSums(*(getattr(self, name)[rows] for name in self.__dataclass_fields__))


@dataclass(frozen=True)
class PairSums:
    """Statistics of pairs of images over their common pixels, R rows by K bands, float64."""

    first: np.ndarray
    second: np.ndarray
    """(R,) int: the two images, first < second."""
    cell: np.ndarray
    """(R,) int."""
    count: np.ndarray
    """(R, K) pixels valid in both images."""
    mean_first: np.ndarray
    mean_second: np.ndarray
    """(R, K)."""
    m2_first: np.ndarray
    m2_second: np.ndarray
    cross: np.ndarray
    """(R, K) sums of squared and mixed differences from the means."""

    def merged(self, groups: np.ndarray, first: np.ndarray, second: np.ndarray) -> PairSums:
        """Rows summed by ``groups``; group g is the pair (first[g], second[g])."""
        number = len(first)
        count, means, centred = _merge(
            groups,
            number,
            self.count,
            [self.mean_first, self.mean_second],
            [(self.m2_first, 0, 0), (self.m2_second, 1, 1), (self.cross, 0, 1)],
        )
        return PairSums(first, second, np.zeros(number, dtype=int), count, *means, *centred)

    def adjusted(self, gain: np.ndarray, offset: np.ndarray) -> PairSums:
        """As if every pixel had been ``gain * x + offset``; both (N, K), by image."""
        gi, gj = gain[self.first], gain[self.second]
        return PairSums(
            self.first,
            self.second,
            self.cell,
            self.count,
            gi * self.mean_first + offset[self.first],
            gj * self.mean_second + offset[self.second],
            gi**2 * self.m2_first,
            gj**2 * self.m2_second,
            gi * gj * self.cross,
        )

    @property
    def std_first(self) -> np.ndarray:
        """(R, K) standard deviation of the first image, ddof = 0."""
        return np.sqrt(self.m2_first / np.maximum(self.count, 1))

    @property
    def std_second(self) -> np.ndarray:
        """(R, K) standard deviation of the second image, ddof = 0."""
        return np.sqrt(self.m2_second / np.maximum(self.count, 1))

    @property
    def covariance(self) -> np.ndarray:
        """(R, K)."""
        return self.cross / np.maximum(self.count, 1)

    def chosen(self, rows: np.ndarray) -> PairSums:
        """The rows that an index or a boolean array names."""
        return PairSums(*(getattr(self, name)[rows] for name in self.__dataclass_fields__))


@dataclass(frozen=True)
class Sums:
    """All that solving and reporting need to know about the pixels."""

    images: int
    """How many images."""
    cells: ImageSums
    pairs: PairSums

    def whole(self) -> ImageSums:
        """One row per image."""
        return self.cells.merged(self.cells.image, self.images)

    def overlaps(self, rows: np.ndarray | None = None) -> PairSums:
        """One row per pair with common pixels, from all cells or from the chosen rows."""
        pairs = self.pairs if rows is None else self.pairs.chosen(rows)
        keys = pairs.first * self.images + pairs.second
        distinct, groups = np.unique(keys, return_inverse=True)
        return pairs.merged(groups, distinct // self.images, distinct % self.images)

    def adjusted(self, gain: np.ndarray, offset: np.ndarray) -> Sums:
        """As if every image had been corrected by its gain and offset, (N, K)."""
        return Sums(self.images, self.cells.adjusted(gain, offset), self.pairs.adjusted(gain, offset))

    @property
    def bands(self) -> int:
        """K."""
        return self.cells.count.shape[1]


def gather(images: int, bands: int, parts: Sequence[tuple[ImageSums, PairSums]]) -> Sums:
    """The sums of all tiles, in an order that does not depend on that of ``parts``."""
    cells = stack(ImageSums, [part[0] for part in parts], bands, keys=2)
    pairs = stack(PairSums, [part[1] for part in parts], bands, keys=3)
    cells = cells.chosen(np.lexsort((cells.cell, cells.image)))
    pairs = pairs.chosen(np.lexsort((pairs.cell, pairs.second, pairs.first)))
    return Sums(images, cells, pairs)


def stack(kind: type, parts: Sequence, bands: int, keys: int):
    """Tables of one kind one below the other; the first ``keys`` columns name images and cells."""
    columns = []
    for position, name in enumerate(kind.__dataclass_fields__):
        empty = np.empty(0, dtype=np.int64) if position < keys else np.empty((0, bands))
        columns.append(np.concatenate([empty, *(getattr(part, name) for part in parts)]))
    return kind(*columns)


def _merge(
    groups: np.ndarray,
    number: int,
    count: np.ndarray,
    means: Sequence[np.ndarray],
    centred: Sequence[tuple[np.ndarray, int, int]],
) -> tuple[np.ndarray, list[np.ndarray], list[np.ndarray]]:
    """Chan's formula over groups; ``centred`` names the two means each sum is about."""
    total = _group_sum(groups, number, count)
    safe = np.maximum(total, 1)
    merged_means = [_group_sum(groups, number, count * mean) / safe for mean in means]
    shifts = [mean - merged[groups] for mean, merged in zip(means, merged_means)]
    merged_centred = [
        _group_sum(groups, number, value + count * shifts[a] * shifts[b]) for value, a, b in centred
    ]
    return total, merged_means, merged_centred


def _group_sum(groups: np.ndarray, number: int, values: np.ndarray) -> np.ndarray:
    return np.stack(
        [np.bincount(groups, weights=column, minlength=number) for column in values.T], axis=1
    ).reshape(number, values.shape[1])
