"""From the pixels of one cell to its rows of sums.

A row depends on nothing but the pixels of its own image, or of its own two: not on the other
images that show the cell, nor on how far the canvas reaches.  So sums that were kept from an
earlier run are, to the last bit, those that a new read would give.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..raster.reading import Window, intersection
from .plan import Needs, has_pixels
from .sums import ImageSums, PairSums

CHUNK = 8192
"""Pixels whose products are formed at once: they stay in the processor's cache, and BLAS forms a
dot product of no more than 10,000 numbers on one thread, always in the same order."""

PIVOT_PIXELS = 16384
"""Valid pixels whose mean is the pivot."""


class Look(NamedTuple):
    """What one image shows of the canvas."""

    image: int
    part: Window
    values: np.ndarray
    """(K, height, width) of `part`."""
    valid: np.ndarray
    """The same shape, bool."""

    def cut(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values and validity of a window inside `part`."""
        left, top = window[0] - self.part[0], window[1] - self.part[1]
        own = np.s_[:, top : top + window[3], left : left + window[2]]
        return self.values[own], self.valid[own]


class _Shown(NamedTuple):
    """What an image shows of one cell."""

    look: Look
    part: Window
    flat: tuple[np.ndarray, np.ndarray]
    """Values and validity of `part`, (K, pixels)."""
    ends: np.ndarray
    """(3, K): a pivot near the mean, the smallest and the largest valid value."""

    def cut(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values and validity, (K, pixels), of a window inside `part`."""
        if window == self.part:
            return self.flat
        values, valid = self.look.cut(window)
        return _flat(values), _flat(valid)


class Rows:
    """Rows of sums as they come."""

    def __init__(self) -> None:
        self._images: list[tuple] = []
        self._pairs: list[tuple] = []

    def add_cell(self, row: int, column: int, cell: int, looks: Sequence[Look], part: Window, needs: Needs) -> None:
        """Add the rows that are wanted of one cell, the canvas window ``part``."""
        shown = [found for found in (_shown(look, part) for look in looks) if found is not None]
        wanted: dict[Window, list[tuple[int, int]]] = {}
        for a, one in enumerate(shown):
            if needs.wants((one.look.image,), row, column):
                wanted.setdefault(one.part, []).append((a, a))
            for b in range(a + 1, len(shown)):
                other = shown[b]
                shared = intersection(one.part, other.part)
                if has_pixels(shared) and needs.wants((one.look.image, other.look.image), row, column):
                    wanted.setdefault(shared, []).append((a, b))
        for window, couples in wanted.items():
            self._add_products(cell, shown, window, couples)

    def _add_products(
        self, cell: int, shown: Sequence[_Shown], window: Window, couples: Sequence[tuple[int, int]]
    ) -> None:
        members = sorted({member for couple in couples for member in couple})
        place = {member: number for number, member in enumerate(members)}
        cuts = [shown[member].cut(window) for member in members]
        pivots = [shown[member].ends[0] for member in members]
        rows = [(place[a], place[b]) for a, b in couples]
        bands = [
            _band_products(
                [values[k] for values, _ in cuts],
                [valid[k] for _, valid in cuts],
                [pivot[k] for pivot in pivots],
                rows,
            )
            for k in range(len(pivots[0]))
        ]
        for (a, b), columns in zip(couples, np.stack(bands, axis=-1)):
            count, mean_a, mean_b, m2_a, m2_b, cross = columns
            if a == b:
                self._images.append((shown[a].look.image, cell, count, mean_a, m2_a, *shown[a].ends[1:]))
            elif count.any():
                first, second = shown[a].look.image, shown[b].look.image
                self._pairs.append((first, second, cell, count, mean_a, mean_b, m2_a, m2_b, cross))

    def sums(self, bands: int) -> tuple[ImageSums, PairSums]:
        """All rows as tables."""
        return _table(ImageSums, self._images, 2, bands), _table(PairSums, self._pairs, 3, bands)


def _table(kind: type, rows: list[tuple], keys: int, bands: int):
    columns = list(zip(*rows)) if rows else [()] * len(kind.__dataclass_fields__)
    arrays = [np.array(column, dtype=np.int64) for column in columns[:keys]]
    arrays += [np.array(column, dtype=np.float64).reshape(-1, bands) for column in columns[keys:]]
    return kind(*arrays)


def _flat(array: np.ndarray) -> np.ndarray:
    """(K, height, width) as (K, pixels), each band in one piece."""
    return np.ascontiguousarray(array).reshape(len(array), -1)


def _shown(look: Look, part: Window) -> _Shown | None:
    own = intersection(part, look.part)
    if not has_pixels(own):
        return None
    values, valid = (_flat(array) for array in look.cut(own))
    if not valid.any():
        return None
    return _Shown(look, own, (values, valid), np.array([_ends(x, w) for x, w in zip(values, valid)]).T)


def _ends(values: np.ndarray, valid: np.ndarray) -> tuple[float, float, float]:
    chosen = values if valid.all() else values[valid]
    if not len(chosen):
        return 0.0, np.inf, -np.inf
    return float(chosen[:PIVOT_PIXELS].mean(dtype=np.float64)), float(chosen.min()), float(chosen.max())


class _Piece:
    """Some pixels of one band of one image, their products formed when first asked for.

    v = x - p (p a pivot, so that squares do not cancel; 0 where invalid), w the validity.
    """

    def __init__(self, values: np.ndarray, valid: np.ndarray, pivot: float, room: np.ndarray):
        """``room`` (3, pixels) float64 to work in."""
        self._room = room
        self._valid = valid
        self.count = float(np.count_nonzero(valid))
        self.whole = self.count == len(valid)
        self.v = np.subtract(values, pivot, out=room[0])
        if not self.whole:
            np.copyto(self.v, 0.0, where=~valid)
        self._validity: np.ndarray | None = None
        self._squares: np.ndarray | None = None
        self.level = float(self.v.sum())
        self.square = float(self.v @ self.v)

    @property
    def w(self) -> np.ndarray:
        """1 where valid, else 0."""
        if self._validity is None:
            self._validity = self._room[1]
            np.copyto(self._validity, self._valid)
        return self._validity

    def count_with(self, other: _Piece) -> float:
        """Sum of w w'."""
        if other.whole:
            return self.count
        return other.count if self.whole else float(self.w @ other.w)

    def level_with(self, other: _Piece) -> float:
        """Sum of v w'."""
        return self.level if other.whole else float(self.v @ other.w)

    def square_with(self, other: _Piece) -> float:
        """Sum of v^2 w'."""
        if other.whole:
            return self.square
        if self._squares is None:
            self._squares = np.multiply(self.v, self.v, out=self._room[2])
        return float(self._squares @ other.w)


def _products(one: _Piece, other: _Piece) -> tuple[float, ...]:
    """n, s of both, q of both, c; see `_band_products`."""
    if one is other:
        return one.count, one.level, one.level, one.square, one.square, one.square
    if not one.count or not other.count:
        return (0.0,) * 6
    return (
        one.count_with(other),
        one.level_with(other),
        other.level_with(one),
        one.square_with(other),
        other.square_with(one),
        float(one.v @ other.v),
    )


def _band_products(
    values: Sequence[np.ndarray],
    valid: Sequence[np.ndarray],
    pivots: Sequence[float],
    couples: Sequence[tuple[int, int]],
) -> np.ndarray:
    """Statistics of one band for couples (a, b) of N images of P pixels; a == b is the image alone.

    Returns count, mean of a and b, m2 of a and b, cross: (couples, 6), all over the pixels valid
    in both.  With v and w of `_Piece`,

        n = w w'    s = v w'    q = v^2 w'    c = v v'
        mean = p + s/n    m2 = q - s^2/n    cross = c - s s'/n
    """
    pixels = len(values[0])
    room = np.empty((len(values), 3, min(CHUNK, pixels)))
    parts = []
    for start in range(0, pixels, CHUNK):
        own = slice(start, min(start + CHUNK, pixels))
        pieces = [
            _Piece(x[own], w[own], pivot, array[:, : own.stop - start])
            for x, w, pivot, array in zip(values, valid, pivots, room)
        ]
        parts.append([_products(pieces[a], pieces[b]) for a, b in couples])
    sums = np.array(parts).sum(axis=0)
    pivot = np.array(pivots)[np.array(couples)]
    n, s, c = sums[:, :1], sums[:, 1:3], sums[:, 5:]
    safe = np.maximum(n, 1.0)
    m2 = np.maximum(sums[:, 3:5] - s * s / safe, 0.0)
    return np.concatenate([n, pivot + s / safe, m2, c - s[:, :1] * s[:, 1:] / safe], axis=1)
