"""Distributions and percentiles of any number of values, in little memory; the range they fill; chi-square.

Values of 8 and 16 bits are counted one by one.  Wider ones, integers and floating point alike, are
counted in bins of neighbouring values: the first pass cuts the type's range into 65,536 bins, each
further one cuts those that hold too much, until none with several values holds more than one part
in `RESOLUTION`, nor more than one in `TAIL_PARTS` of the values beyond it.  So few values are counted
one by one in any type, and so are the lowest and highest of many, where distributions are thin and
a rank means much.  Where only some percentiles are wanted, only the bins that hold their ranks are cut,
until they hold one value: exact after one pass for 8 and 16 bits, two for 32, four for 64.  Counts are
whole numbers: neither the order of the values nor the way they are cut into portions changes them.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy import special

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

LARGE = 1e100
"""From here on values are measured in larger units."""

TRIMMED, FEWEST_TRIMMED = 1e-3, 100
"""Share of all values, at each end, without which the range of the others is found, and values that it needs."""

FAR = 3.0
"""Widths of that range beyond it at which values belong to it no more: errors, not ground."""


class Range(NamedTuple):
    """Where values lie."""

    low: float
    high: float
    """Ends of the range, without what lies far beyond all others."""
    lowest: float
    highest: float
    """Of all."""

    @property
    def is_cut(self) -> bool:
        """Whether there is anything far beyond."""
        return self[:2] != self[2:]


def range_of(low: np.ndarray, high: np.ndarray, count: np.ndarray, lowest: float, highest: float) -> Range:
    """The range of values counted in bins from ``low`` to ``high``, all (n,); one pixel of 1e9 does not widen it."""
    running = np.cumsum(count)
    trimmed = max(1, int(TRIMMED * running[-1])) if len(running) else 0
    if trimmed and running[-1] >= FEWEST_TRIMMED:
        first = float(low[np.searchsorted(running, trimmed, side="right")])
        last = float(high[np.searchsorted(running, running[-1] - trimmed)])
        # of a band that nearly only has one value nothing is far
        if first < last:
            reach = FAR * (last - first)
            within = (low >= first - reach) & (high <= last + reach)
            ends = float(low[within][0]), float(high[within][-1])
            return Range(
                ends[0] if lowest < first - reach else lowest, ends[1] if highest > last + reach else highest,
                lowest, highest,
            )  # fmt: skip
    return Range(lowest, highest, lowest, highest)


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
        unit = self._unit()
        return float(np.average(self._middle() / unit, weights=self.count)) * unit

    def deviation(self) -> float:
        """Standard deviation, as `mean`."""
        unit = self._unit()
        return float(np.sqrt(np.average((self._middle() / unit - self.mean() / unit) ** 2, weights=self.count))) * unit

    def _unit(self) -> float:
        """A power of two in which squares of the values, and sums of them, are numbers."""
        largest = max(abs(self.low[0]), abs(self.high[-1]))
        return 1.0 if largest < LARGE else float(np.ldexp(1.0, np.frexp(largest)[1] - 1))

    def range(self) -> Range:
        """Where the values lie; there must be one."""
        return range_of(self.low, self.high, self.count, float(self.low[0]), float(self.high[-1]))

    def _middle(self) -> np.ndarray:
        return 0.5 * self.low + 0.5 * self.high

    def tamed(self) -> Distribution:
        """The same with what lies far beyond all others at the ends of their range."""
        low, high, *_ = self.range()
        return Distribution(np.clip(self.low, low, high), np.clip(self.high, low, high), self.count)

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

    def at(self, places: np.ndarray) -> Portion:
        """Some of the bins."""
        return Portion(*(part[places] for part in self))


class Counter:
    """Counts the values of one band: `portion` of all values, `add` each, `narrow`, and again, until `done`."""

    def __init__(self, dtype: np.dtype, percentiles: Sequence[float] | None = None):
        """``percentiles``: 0 to 100, those that are wanted; None: the whole distribution."""
        self._percentiles = percentiles
        self._dtype = np.dtype(dtype)
        self._unsigned = np.dtype(f"u{self._dtype.itemsize}")
        bits = 8 * self._dtype.itemsize
        self._shift = self._unsigned.type(max(bits - COUNTED_BITS, 0))
        digits = np.arange(1 << min(bits, COUNTED_BITS), dtype=np.uint64).astype(self._unsigned)
        self._first = True
        self._open = np.ones(len(digits), dtype=bool)
        """By their highest bits, the keys that are to be counted yet."""
        self._settled = Portion(*(np.zeros(0, kind) for kind in (np.intp, np.int64, self._unsigned, self._unsigned)))
        self._begin(digits << self._shift, (digits << self._shift) + self._unsigned.type((1 << int(self._shift)) - 1))
        self.done = False
        self.expected_passes = passes_of(self._dtype)
        """How often the values will be needed yet; thin tails may ask for more."""

    def _begin(self, starts: np.ndarray, ends: np.ndarray) -> None:
        """Bins of a pass: the first and the last key of each."""
        self._starts, self._ends = starts, ends
        self._count = np.zeros(len(starts), dtype=np.int64)
        self._low = np.full(len(starts), np.iinfo(self._unsigned).max, dtype=self._unsigned)
        self._high = np.zeros(len(starts), dtype=self._unsigned)

    def portion(self, values: np.ndarray) -> Portion:
        """Count a portion, one dimension, no NaN; nothing of the counter changes, so threads may do it at once."""
        keys = ordered_keys(values)
        digits = keys >> self._shift
        if self._first:
            # intp: bincount refuses unsigned 64 bits
            count = np.bincount(digits.astype(np.intp), minlength=len(self._starts))
            bins = np.flatnonzero(count)
            return Portion(bins, count[bins], self._starts[bins], self._ends[bins])
        keys = np.sort(keys[self._open[digits]])
        first = np.searchsorted(keys, self._starts)
        count = np.searchsorted(keys, self._ends, side="right") - first
        bins = np.flatnonzero(count)
        first, count = first[bins], count[bins]
        return Portion(bins, count, keys[first], keys[first + count - 1])

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
        found = Portion(full, self._count[full], self._low[full], self._high[full])
        known = Portion(*(np.concatenate(pair) for pair in zip(self._settled, found)))
        known = known.at(np.argsort(known.low, kind="stable"))
        several = known.low < known.high
        too_full = several & self._asks_for_more(known.count)
        # a first pass knows no more of its bins than where they are cut
        unsettled = several if self._first and self._percentiles is None else too_full
        self._first = False
        self._settled = known.at(~unsettled)
        self.done = not unsettled.any()
        if not self.done:
            self._cut(known.at(unsettled), too_full[unsettled], int(known.count.sum()))

    def _cut(self, bins: Portion, too_full: np.ndarray, total: int) -> None:
        """The bins of the next pass: parts of those that hold too much, equally wide, and the others as they are."""
        parts = bins.count * (2 * RESOLUTION) // total + max(FEWEST_PARTS, RESOLUTION // max(int(too_full.sum()), 1))
        if self._percentiles is not None:
            parts[:] = 1 << COUNTED_BITS
        low, high = bins.low.astype(np.uint64), bins.high.astype(np.uint64)
        span = high - low
        step = np.where(too_full, np.maximum(span // parts.astype(np.uint64), np.uint64(1)), span + np.uint64(1))
        number = (span // step).astype(np.int64) + 1
        place = np.arange(number.sum()) - np.repeat(np.cumsum(number) - number, number)
        starts = np.repeat(low, number) + np.repeat(step, number) * place.astype(np.uint64)
        ends = np.minimum(starts + np.repeat(step - np.uint64(1), number), np.repeat(high, number))
        self._begin(starts.astype(self._unsigned), ends.astype(self._unsigned))
        # no bin is wider than those of the first pass, so its ends lie in all digits that it meets
        self._open[:] = False
        self._open[self._starts >> self._shift] = True

    def _asks_for_more(self, count: np.ndarray) -> np.ndarray:
        """Which bins, (n,) in order, may not stay as they are: bool."""
        if self._percentiles is None:
            return _holds_too_much(count)
        ranks = [rank for percentile in self._percentiles for rank in _ranks(percentile, int(count.sum()))[:2]]
        asked = np.zeros(len(count), dtype=bool)
        if len(count):
            asked[np.searchsorted(np.cumsum(count), ranks, side="right")] = True
        return asked

    def distribution(self) -> Distribution:
        """What was counted, once `done`."""
        found = self._settled
        with np.errstate(invalid="ignore"):  # a bin's end may be a NaN of no meaning
            low, high = (values_of_keys(keys, self._dtype).astype(np.float64) for keys in (found.low, found.high))
        return Distribution(low, high, found.count)

    def percentiles(self) -> list[float]:
        """Those that were wanted, once `done`, between two values by straight interpolation; NaN of no values."""
        found = self.distribution()
        running = np.cumsum(found.count)
        result = []
        for percentile in self._percentiles or ():
            *ranks, part = _ranks(percentile, found.total)
            low, high = found.low[np.searchsorted(running, ranks, side="right")] if found.total else (math.nan,) * 2
            result.append(float(low + (high - low) * part if part else low))
        return result


def passes_of(dtype: np.dtype) -> int:
    """How often values of a type are needed to be counted."""
    return max(8 * dtype.itemsize // COUNTED_BITS, 1)


def _ranks(percentile: float, number: int) -> tuple[int, int, float]:
    """The ranks around a percentile of so many values, and how far it lies between them."""
    place = (number - 1) * percentile / 100.0
    low = math.floor(place)
    return low, min(low + 1, number - 1), place - low


def _holds_too_much(count: np.ndarray) -> np.ndarray:
    """Which bins, (n,) in order, hold more than the share that they may: bool."""
    running, total = np.cumsum(count), count.sum()
    beyond = np.minimum(running - count, total - running)
    return count > np.maximum(np.minimum(total / RESOLUTION, beyond / TAIL_PARTS), 1.0)


def chi_square_tail(degrees: int, values: np.ndarray) -> np.ndarray:
    """1 - F of values of any shape, F of chi-square."""
    # with one degree the general function takes ninety times as long
    return special.erfc(np.sqrt(values / 2.0)) if degrees == 1 else special.chdtrc(degrees, values)


def chi_square_limit(degrees: int, probability: float) -> float:
    """The value that a share ``probability`` exceeds: a comparison with it takes no tail of each pixel."""
    return float(special.chdtri(degrees, probability))


def ordered_keys(values: np.ndarray) -> np.ndarray:
    """Unsigned integers of the values' own size that are in the values' order; no NaN among the values."""
    unsigned = _unsigned(values.dtype)
    if values.dtype.kind == "f":
        # zero has two signs and must have one key
        bits = (values + values.dtype.type(0)).view(unsigned)
        return np.where(bits & _sign(unsigned), ~bits, bits | _sign(unsigned))
    bits = np.ascontiguousarray(values).view(unsigned)
    return bits ^ _sign(unsigned) if values.dtype.kind == "i" else bits


def values_of_keys(keys: np.ndarray, dtype: np.dtype) -> np.ndarray:
    """The values of `ordered_keys`; ``keys`` are of the type's size."""
    unsigned = _unsigned(dtype)
    bits = np.asarray(keys, dtype=unsigned)
    if dtype.kind == "f":
        bits = np.where(bits & _sign(unsigned), bits ^ _sign(unsigned), ~bits)
    elif dtype.kind == "i":
        bits = bits ^ _sign(unsigned)
    return bits.view(dtype)


def _unsigned(dtype: np.dtype) -> np.dtype:
    return np.dtype(f"u{dtype.itemsize}")


def _sign(unsigned: np.dtype) -> np.unsignedinteger:
    return unsigned.type(1 << (8 * unsigned.itemsize - 1))
