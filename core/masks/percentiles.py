"""Exact percentiles of any number of values in little memory, by counting digits of ordered keys.

The first pass over the values counts their highest 16 bits, every further pass the next 16 bits of
those that can still be the wanted ones: one pass for 8 and 16 bits, two for 32, four for 64.  The
bits of a number are first turned into an unsigned key of the same order, also for negative and
floating point numbers, so nothing is rounded, and neither the order of the values nor the way they
are cut into portions changes the result.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ..statistics.ordered_keys import ordered_keys, values_of_keys

DIGIT = 16
"""Bits counted in one pass."""


class Percentiles:
    """Percentiles of one band, between two neighbours by straight interpolation (as numpy's default).

    Give all values to `add`, then call `narrow`, and again, until `done`.
    """

    def __init__(self, dtype: np.dtype, shares: Sequence[float]):
        self._dtype = np.dtype(dtype)
        self._shares = shares
        self._bits = 8 * self._dtype.itemsize
        self._digit = min(DIGIT, self._bits)
        self._unseen = self._bits
        self._counts: dict[int, np.ndarray] = {0: self._zeros()}
        self._wanted: dict[int, tuple[int, int]] | None = None
        """Rank among all values: the bits known of its key, and its rank among those with these bits."""
        self._number = 0

    @property
    def passes(self) -> int:
        """How often the values must be given."""
        return self._bits // self._digit

    @property
    def done(self) -> bool:
        """Whether all is known."""
        return not self._unseen or (self._wanted is not None and not self._number)

    def add(self, values: np.ndarray) -> None:
        """Count a portion of the values, one dimension, no NaN."""
        keys = ordered_keys(values)
        shift = self._unseen - self._digit
        for known, counts in self._counts.items():
            # all are of interest at first, and shifting by all bits is not defined
            chosen = keys if self._unseen == self._bits else keys[keys >> keys.dtype.type(self._unseen) == known]
            digits = (chosen >> keys.dtype.type(shift)) & keys.dtype.type((1 << self._digit) - 1)
            counts += np.bincount(digits.astype(np.intp), minlength=len(counts))

    def narrow(self) -> None:
        """End a pass."""
        if self._wanted is None:
            self._number = int(self._counts[0].sum())
            self._wanted = {rank: (0, rank) for rank in self._ranks()}
        running = {known: np.cumsum(counts) for known, counts in self._counts.items()}
        for rank, (known, inside) in self._wanted.items():
            digit = int(np.searchsorted(running[known], inside, side="right"))
            before = int(running[known][digit - 1]) if digit else 0
            self._wanted[rank] = (known << self._digit) | digit, inside - before
        self._unseen -= self._digit
        self._counts = {known: self._zeros() for known, _ in self._wanted.values()}

    def values(self) -> list[float]:
        """One percentile for each share, in their order; NaN where there was no value."""
        if not self._number or self._wanted is None:
            return [math.nan] * len(self._shares)
        found = {rank: float(values_of_keys([key], self._dtype)[0]) for rank, (key, _) in self._wanted.items()}
        result = []
        for share in self._shares:
            low, high, part = self._place(share)
            result.append(found[low] + (found[high] - found[low]) * part if part else found[low])
        return result

    def _ranks(self) -> list[int]:
        if not self._number:
            return []
        return sorted({rank for share in self._shares for rank in self._place(share)[:2]})

    def _place(self, share: float) -> tuple[int, int, float]:
        """The ranks around a share, and how far it lies between them."""
        place = (self._number - 1) * share / 100.0
        low = math.floor(place)
        return low, min(low + 1, self._number - 1), place - low

    def _zeros(self) -> np.ndarray:
        return np.zeros(1 << self._digit, dtype=np.int64)
