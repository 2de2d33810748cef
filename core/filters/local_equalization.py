"""Contrast limited adaptive histogram equalization (K. Zuiderveld, Graphics Gems IV, 1994, VIII.5).

An image is cut into square tiles.  Each has a table of its own from levels to the share of its valid
pixels up to there, made from a histogram whose peaks are cut at a limit and spread over all levels,
so that no contrast is raised more than that often, and once more by what was spread.  For bytes that
is contrast as it was; for other types, whose range a single far value may widen, contrast with the
levels that the image fills drawn apart.  A pixel gets the mean of the four tables around it, by its
distance from the centres of their tiles and by their numbers of valid pixels: a tile that is nearly
all nodata has little to say.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..raster.window import Window

MOST_ENTRIES = 1 << 20
"""Of the tables of one band; as many as `MOST_TILES` along both sides have of bytes."""

TABLE_BYTES = 4 * MOST_ENTRIES

MOST_PIXELS = np.iinfo(np.int32).max
"""Of a tile: counts of levels are of this type."""

BYTE_LEVELS = 256
"""Images of bytes have one level for each value, all others at least as many where they hold so many values."""

PIXELS_PER_LEVEL = 16
"""Of a tile: in finer levels chance would make peaks, and the limit would cut these."""


@dataclass(frozen=True)
class Levels:
    """Equal steps of values in which pixels are counted."""

    low: float
    step: float
    number: int
    whole: bool
    """Whether values are whole numbers, of which each level holds ``step``."""
    all_count: bool
    """Whether an even share of pixels is that of all levels, or of those that an image fills."""

    def index(self, values: np.ndarray) -> np.ndarray:
        """The level of each value, intp."""
        if self.whole and self.step == 1.0:
            index = values.astype(np.intp) - int(self.low)
        else:
            index = np.floor((values.astype(np.float64) - self.low) / self.step).astype(np.intp)
        return np.clip(index, 0, self.number - 1, out=index)

    def place(self, values: np.ndarray) -> tuple[np.ndarray, np.ndarray | None]:
        """How many levels lie up to each value, intp from 0 to ``number``, and what part of the next one."""
        if self.whole and self.step == 1.0:
            return self.index(values) + 1, None
        place = (values.astype(np.float64) - self.low + self.whole) / self.step
        np.clip(place, 0.0, self.number, out=place)
        index = place.astype(np.intp)
        return index, (place - index).astype(np.float32)


@dataclass(frozen=True)
class Tiles:
    """An image cut into squares; those at its right and lower edge may reach beyond it."""

    side: int
    """Pixels."""
    rows: int
    columns: int

    def parts(self, window: Window) -> Iterator[tuple[int, int, slice, slice]]:
        """The tiles that a window meets: row and column of the tile, rows and columns within the window."""
        for tile_row in range(window.row // self.side, (window.bottom - 1) // self.side + 1):
            for tile_column in range(window.column // self.side, (window.right - 1) // self.side + 1):
                down = _part(tile_row * self.side, (tile_row + 1) * self.side, window.row, window.height)
                across = _part(tile_column * self.side, (tile_column + 1) * self.side, window.column, window.width)
                yield tile_row, tile_column, down, across

    def between(self, start: int, size: int) -> Iterator[tuple[int, slice, np.ndarray]]:
        """Parts of an axis between the centres of neighbouring tiles.

        The tile before the part (-1: none), its pixels counted from ``start``, and how far each is from
        the centre of that tile to the next one, 0 to 1.
        """
        first = math.floor(start / self.side - 0.5)
        last = math.floor((start + size - 1) / self.side - 0.5)
        for before in range(first, last + 1):
            part = _part(math.ceil(self.side * (before + 0.5)), math.ceil(self.side * (before + 1.5)), start, size)
            if part.start < part.stop:
                pixels = np.arange(start + part.start, start + part.stop)
                yield before, part, pixels / self.side - 0.5 - before


def _part(first: int, end: int, start: int, size: int) -> slice:
    """The pixels from ``first`` to ``end``, counted from ``start``, as far as they lie within ``size``."""
    return slice(max(first - start, 0), min(end - start, size))


def cut_tiles(width: int, height: int, along: int) -> Tiles:
    """Squares, ``along`` of them along the longer side."""
    side = math.ceil(max(width, height) / along)
    return Tiles(side, math.ceil(height / side), math.ceil(width / side))


def choose_levels(dtype: np.dtype, low: float, high: float, tiles: Tiles) -> Levels:
    """Levels for values of a type from ``low`` to ``high``: one for each whole number, or as many as tiles can fill."""
    if dtype == np.uint8:
        return Levels(0.0, 1.0, BYTE_LEVELS, whole=True, all_count=True)
    most = min(MOST_ENTRIES // (tiles.rows * tiles.columns), tiles.side**2 // PIXELS_PER_LEVEL)
    most = max(most, BYTE_LEVELS)
    if dtype.kind == "f":
        return Levels(low, (high - low) / most or 1.0, most, whole=False, all_count=False)
    step = math.ceil((high - low + 1) / most)
    return Levels(low, float(step), math.ceil((high - low + 1) / step), whole=True, all_count=False)


class LocalEqualizer:
    """The tables of one band: `count` every pixel once, `close`, then ask for any window."""

    def __init__(self, tiles: Tiles, levels: Levels):
        self._tiles = tiles
        self._levels = levels
        self._tables = np.zeros((tiles.rows, tiles.columns, levels.number + 2), dtype=np.int32)
        """Pixels of each level between two more; shares up to it, float32, from `close` on."""
        self._number = np.zeros((tiles.rows, tiles.columns))

    def count(self, values: np.ndarray, valid: np.ndarray, window: Window) -> None:
        """Count the valid pixels of a window, (height, width) both."""
        for row, column, down, across in self._tiles.parts(window):
            levels = self._levels.index(values[down, across][valid[down, across]])
            self._tables[row, column, 1:-1] += np.bincount(levels, minlength=self._levels.number).astype(np.int32)
            self._number[row, column] += len(levels)

    def close(self, clip_limit: float) -> None:
        """Make the tables; ``clip_limit`` is how many even shares of a tile's pixels a level may hold, 0: all."""
        filled = float(self._levels.number)
        if not self._levels.all_count:
            filled = filled_levels(self._tables[:, :, 1:-1].sum(axis=(0, 1), dtype=np.int64))
        shares = self._tables.view(np.float32)
        for row, column in zip(*np.nonzero(self._number)):
            count = limited(self._tables[row, column, 1:-1].astype(np.int64), clip_limit, filled)
            shares[row, column, 1:-1] = np.cumsum(count) / self._number[row, column]
            shares[row, column, -1] = shares[row, column, -2]
        self._tables = shares

    def shares(self, values: np.ndarray, window: Window) -> np.ndarray:
        """Values (height, width) of a window as shares, 0 to 1, float64; what is not valid counts for no other."""
        index, rest = self._levels.place(values)
        result = np.empty(values.shape)
        for above, down, y in self._tiles.between(window.row, window.height):
            for left, across, x in self._tiles.between(window.column, window.width):
                own = np.s_[down, across]
                levels = index[own]
                total = np.zeros(result[own].shape)
                weights = np.zeros(result[own].shape)
                for row, along_y in ((above, 1.0 - y), (above + 1, y)):
                    for column, along_x in ((left, 1.0 - x), (left + 1, x)):
                        number, table = self._tile(row, column)
                        if not number:
                            continue
                        weight = (along_y * number)[:, None] * along_x
                        shares = table.take(levels)
                        if rest is not None:
                            shares += (table[1:].take(levels) - shares) * rest[own]
                        total += weight * shares
                        weights += weight
                np.divide(total, weights, out=result[own], where=weights > 0)
                result[own][weights == 0] = 0.0
        return result

    def _tile(self, row: int, column: int) -> tuple[float, np.ndarray]:
        """Pixels and table of a tile; beyond the image's edge those of the tile at the edge."""
        row = min(max(row, 0), self._tiles.rows - 1)
        column = min(max(column, 0), self._tiles.columns - 1)
        return self._number[row, column], self._tables[row, column]


def filled_levels(count: np.ndarray) -> float:
    """How many levels pixels fill: so many would have the histogram's entropy if they were filled evenly.

    Few far values, a cloud in a landscape, make a range wide and most of it empty.
    """
    shares = count[count > 0] / max(count.sum(), 1)
    return float(np.exp(-(shares * np.log(shares)).sum()))


def limited(count: np.ndarray, clip_limit: float, filled: float) -> np.ndarray:
    """A histogram with its peaks cut, and what was cut off spread over all levels; (n,) int64 both.

    ``filled``: levels of which an even share is one.
    """
    if not clip_limit:
        return count
    number = len(count)
    most = max(int(clip_limit * int(count.sum()) / filled), 1)
    cut = np.minimum(count, most)
    everywhere, rest = divmod(int((count - cut).sum()), number)
    cut += everywhere
    if rest:
        cut[: rest * (number // rest): number // rest] += 1
    return cut


class LocalTones:
    """New values of a band by its tables, between two limits."""

    def __init__(self, equalizer: LocalEqualizer, low: float, high: float):
        self._equalizer = equalizer
        self._low = low
        self._high = high

    def new_values(self, values: np.ndarray, window: Window) -> np.ndarray:
        """See `Tones`."""
        shown = np.where(np.isfinite(values), values, 0) if values.dtype.kind == "f" else values
        return self._low + (self._high - self._low) * self._equalizer.shares(shown, window)
