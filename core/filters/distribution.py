"""How often each value occurs among any number of values, in little memory.

Values of 8 and 16 bits are counted one by one.  Wider ones, integers and floating point alike, are
counted in bins of neighbouring values: the first pass cuts the type's range into 65,536 bins, each
further one cuts those that hold too much, until none with several values holds more than one part
in `RESOLUTION`, nor more than one in `TAIL_PARTS` of the values beyond it.  So few values are counted
one by one in any type, and so are the lowest and highest of many, where distributions are thin and
a rank means much.  Counts are whole numbers: neither the order of the values nor the way they are
cut into portions changes them.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..statistics.ordered_keys import ordered_keys, values_of_keys

RESOLUTION = 32768
"""Parts of all values, of which a bin with several values holds one at most."""

TAIL_PARTS = 64
"""Parts of the values below a bin, and of those above it, of which it holds one at most, too."""

COUNTED_BITS = 16
"""Types up to this size are counted value by value; wider ones begin with bins of as many bits."""

MOST_BINS = 1 << 18
"""Of a wide type, about."""

FEWEST_PARTS = 4
"""Into which a bin that holds too much is cut at least."""


class Distribution(NamedTuple):
    """Bins in order of their values, none of them empty."""

    low: np.ndarray
    """(n,) float64, the lowest value that occurs in each bin."""
    high: np.ndarray
    """(n,) float64, the highest one; the same where the bin holds one value only."""
    count: np.ndarray
    """(n,) int64 values in each bin."""

    @property
    def total(self) -> int:
        """How many values there are."""
        return int(self.count.sum())

    def share_up_to(self) -> tuple[np.ndarray, np.ndarray]:
        """Values that occur, in order, and the share of all that each does not exceed: (m,) float64 both."""
        running = np.cumsum(self.count)
        several = np.flatnonzero(self.low < self.high)
        values = np.insert(self.high, several, self.low[several])
        counts = np.insert(running, several, (running - self.count)[several] + 1)
        return values, counts / max(self.total, 1)

    def mean(self) -> float:
        """Mean, of bins with several values as if all lay in their middle."""
        return float(np.average(self._middle(), weights=self.count))

    def deviation(self) -> float:
        """Standard deviation, as `mean`."""
        return float(np.sqrt(np.average((self._middle() - self.mean()) ** 2, weights=self.count)))

    def _middle(self) -> np.ndarray:
        return 0.5 * self.low + 0.5 * self.high

    def scaled(self, gain: float, offset: float) -> Distribution:
        """That of ``gain * value + offset``; the gain is positive."""
        return Distribution(self.low * gain + offset, self.high * gain + offset, self.count)


class Portion(NamedTuple):
    """What was counted in some of the values, by bins."""

    bins: np.ndarray
    """Numbers of those that are not empty."""
    count: np.ndarray
    low: np.ndarray
    high: np.ndarray
    """Keys of the lowest and the highest value in each."""


class Counter:
    """Counts the values of one band: `portion` of all values, `add` each, `narrow`, and again, until `done`."""

    def __init__(self, dtype: np.dtype):
        self._dtype = np.dtype(dtype)
        self._unsigned = np.dtype(f"u{self._dtype.itemsize}")
        bits = 8 * self._dtype.itemsize
        self._one_by_one = bits <= COUNTED_BITS
        digits = np.arange(1 << min(bits, COUNTED_BITS), dtype=np.uint64)
        self._starts = (digits << np.uint64(max(bits - COUNTED_BITS, 0))).astype(self._unsigned)
        self._clear()
        self.done = False
        self.expected_passes = max(bits // COUNTED_BITS, 1)
        """How often the values will be needed yet; thin tails may ask for more."""

    def _clear(self) -> None:
        self._count = np.zeros(len(self._starts), dtype=np.int64)
        self._low = np.full(len(self._starts), np.iinfo(self._unsigned).max, dtype=self._unsigned)
        self._high = np.zeros(len(self._starts), dtype=self._unsigned)

    def portion(self, values: np.ndarray) -> Portion:
        """Count a portion, one dimension, no NaN; nothing of the counter changes, so threads may do it at once."""
        keys = ordered_keys(values)
        if self._one_by_one:
            count = np.bincount(keys, minlength=len(self._starts))
            bins = np.flatnonzero(count)
            own = bins.astype(self._unsigned)
            return Portion(bins, count[bins], own, own)
        keys = np.sort(keys)
        edges = np.append(np.searchsorted(keys, self._starts), len(keys))
        bins = np.flatnonzero(np.diff(edges))
        first, end = edges[bins], edges[bins + 1]
        return Portion(bins, end - first, keys[first], keys[end - 1])

    def add(self, portion: Portion) -> None:
        """Join a portion to what has been counted in this pass."""
        bins = portion.bins
        self._count[bins] += portion.count
        self._low[bins] = np.minimum(self._low[bins], portion.low)
        self._high[bins] = np.maximum(self._high[bins], portion.high)

    def narrow(self) -> None:
        """End a pass: done, or ready for all values again with finer bins where they hold too much."""
        if self.done:
            return
        self.expected_passes = max(self.expected_passes - 1, 1)
        full = np.flatnonzero(self._count)
        count, low, high = self._count[full], self._low[full].astype(np.uint64), self._high[full].astype(np.uint64)
        running, total = np.cumsum(count), int(count.sum())
        beyond = np.minimum(running - count, total - running)
        most = np.maximum(np.minimum(total / RESOLUTION, beyond / TAIL_PARTS), 1.0)
        too_full = (low < high) & (count > most)
        if not too_full.any():
            self.done = True
            return
        parts = count * (2 * RESOLUTION) // total + max(FEWEST_PARTS, RESOLUTION // int(too_full.sum()))
        span = high - low
        step = np.where(too_full, np.maximum(span // parts.astype(np.uint64), np.uint64(1)), np.uint64(1))
        number = np.where(too_full, span // step + np.uint64(1), np.uint64(1)).astype(np.int64)
        place = np.arange(number.sum()) - np.repeat(np.cumsum(number) - number, number)
        starts = np.repeat(low, number) + np.repeat(step, number) * place.astype(np.uint64)
        self._starts = starts.astype(self._unsigned)
        self._clear()

    def distribution(self) -> Distribution:
        """What was counted, once `done`."""
        full = np.flatnonzero(self._count)
        low, high = (values_of_keys(keys[full], self._dtype).astype(np.float64) for keys in (self._low, self._high))
        return Distribution(low, high, self._count[full])
