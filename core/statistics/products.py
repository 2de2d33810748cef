"""From the pixels of one cell to its rows of sums.

A row depends on nothing but the pixels of its own image, or of its own two: not on the other
images that show the cell, nor on how far the canvas reaches.  So sums that were kept from an
earlier run are, to the last bit, those that a new read would give.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from typing import NamedTuple

import numpy as np

from ..raster.window import Window
from .plan import Needs
from .sums import ImageSums, PairSums, stack

RUN = 8192
"""Pixels of one dot product: BLAS forms one of no more than 10,000 numbers on one thread, always in the same order."""

RUNS = 3
"""Runs whose products are formed at once: those of all bands stay in the processor's cache."""

PIVOT_PIXELS = 16384
"""Valid pixels whose mean is the pivot."""

LOOSE_ROWS = 1000
"""Rows that are kept one by one."""

NO_ENDS = (0.0, np.inf, -np.inf)
"""Pivot, smallest and largest value of no pixels."""


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
        own = (slice(None), *window.relative_to(self.part).slices)
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

    def __init__(self, bands: int) -> None:
        self._bands = bands
        self._images: list[tuple] = []
        self._pairs: list[tuple] = []
        self._packed: list[tuple[ImageSums, PairSums]] = []

    def add(self, rows: tuple[ImageSums, PairSums]) -> None:
        """Add tables of rows."""
        self._packed.append(rows)

    def add_cell(
        self,
        row: int,
        column: int,
        cell: int,
        looks: Sequence[Look],
        part: Window,
        needs: Needs,
        known: Collection[int] = (),
    ) -> None:
        """Add the rows that are wanted of one cell, the canvas window ``part``, but for those of ``known`` images."""
        shown = [found for found in (_shown(look, part) for look in looks) if found is not None]
        wanted: dict[Window, list[tuple[int, int]]] = {}
        for a, one in enumerate(shown):
            if one.look.image not in known and needs.wants((one.look.image,), row, column):
                wanted.setdefault(one.part, []).append((a, a))
            for b in range(a + 1, len(shown)):
                other = shown[b]
                if one.look.image in known and other.look.image in known:
                    continue
                shared = one.part.intersection(other.part)
                if not shared.is_empty and needs.wants((one.look.image, other.look.image), row, column):
                    wanted.setdefault(shared, []).append((a, b))
        for window, couples in wanted.items():
            self._add_products(cell, shown, window, couples)
        if len(self._images) + len(self._pairs) >= LOOSE_ROWS:
            self._pack()

    def _add_products(
        self, cell: int, shown: Sequence[_Shown], window: Window, couples: Sequence[tuple[int, int]]
    ) -> None:
        members = sorted({member for couple in couples for member in couple})
        place = {member: number for number, member in enumerate(members)}
        cuts = [shown[member].cut(window) for member in members]
        pivots = [shown[member].ends[0] for member in members]
        rows = [(place[a], place[b]) for a, b in couples]
        for (a, b), columns in zip(couples, _products(cuts, pivots, rows)):
            count, mean_a, mean_b, m2_a, m2_b, cross = columns
            if a == b:
                self._images.append((shown[a].look.image, cell, count, mean_a, m2_a, *shown[a].ends[1:]))
            elif count.any():
                first, second = shown[a].look.image, shown[b].look.image
                self._pairs.append((first, second, cell, count, mean_a, mean_b, m2_a, m2_b, cross))

    def _pack(self) -> None:
        """Rows in tables take a fifth of the memory."""
        tables = _table(ImageSums, self._images, 2, self._bands), _table(PairSums, self._pairs, 3, self._bands)
        self._packed.append(tables)
        self._images, self._pairs = [], []

    def sums(self) -> tuple[ImageSums, PairSums]:
        """All rows as tables."""
        self._pack()
        images, pairs = zip(*self._packed)
        return stack(ImageSums, images, self._bands, keys=2), stack(PairSums, pairs, self._bands, keys=3)


def _table(kind: type, rows: list[tuple], keys: int, bands: int):
    columns = list(zip(*rows)) if rows else [()] * len(kind.__dataclass_fields__)
    arrays = [np.array(column, dtype=np.int64) for column in columns[:keys]]
    arrays += [np.array(column, dtype=np.float64).reshape(-1, bands) for column in columns[keys:]]
    return kind(*arrays)


def _flat(array: np.ndarray) -> np.ndarray:
    """(K, height, width) as (K, pixels), each band in one piece."""
    return np.ascontiguousarray(array).reshape(len(array), -1)


def _shown(look: Look, part: Window) -> _Shown | None:
    own = part.intersection(look.part)
    if own.is_empty:
        return None
    values, valid = (_flat(array) for array in look.cut(own))
    if not valid.any():
        return None
    return _Shown(look, own, (values, valid), _ends(values, valid))


def _ends(values: np.ndarray, valid: np.ndarray) -> np.ndarray:
    if valid.all():
        # of small cells in one piece, as of many at once
        some = values.astype(np.float64) if values.shape[1] <= RUN else values[:, :PIVOT_PIXELS]
        pivot = some.mean(axis=1, dtype=np.float64)
        return np.array([pivot, values.min(axis=1), values.max(axis=1)], dtype=np.float64)
    own = valid[0]
    if values.shape[1] <= RUN and own.any() and (valid == own).all():
        alike = np.ascontiguousarray(values[:, own])
        pivot = alike.astype(np.float64).mean(axis=1)
        return np.array([pivot, alike.min(axis=1), alike.max(axis=1)], dtype=np.float64)
    ends = [
        (x[:PIVOT_PIXELS].mean(dtype=np.float64), x.min(), x.max()) if len(x) else NO_ENDS
        for x in (band[own] for band, own in zip(values, valid))
    ]
    return np.array(ends, dtype=np.float64).T


class _Piece:
    """Some pixels of all bands of one image, their products formed when first asked for.

    v = x - p (p a pivot, so that squares do not cancel; 0 where invalid), w the validity: (K, runs, run)
    with zeros at the end.
    """

    def __init__(self, values: np.ndarray, valid: np.ndarray, pivot: np.ndarray, room: np.ndarray):
        """Values and validity (K, pixels); ``room`` (3, K, runs, run) float64 to work in."""
        self._room, self._valid = room, valid
        self.whole = bool(valid.all())
        self.count = np.full(len(values), float(values.shape[1])) if self.whole else valid.sum(axis=1, dtype=np.float64)
        self.v = room[0]
        filled = self._fill(self.v, lambda part: np.subtract(values, pivot[:, None], out=part))
        if not self.whole:
            np.copyto(filled, 0.0, where=~valid)
        self.level = filled.sum(axis=1)
        self.square = _dot(self.v, self.v)

    def _fill(self, target: np.ndarray, fill: Callable[[np.ndarray], object]) -> np.ndarray:
        bands, pixels = self._valid.shape
        flat = target.reshape(bands, -1)
        flat[:, pixels:] = 0.0
        fill(flat[:, :pixels])
        return flat[:, :pixels]

    @cached_property
    def w(self) -> np.ndarray:
        """1 where valid, else 0."""
        self._fill(self._room[1], lambda part: np.copyto(part, self._valid))
        return self._room[1]

    @cached_property
    def _squares(self) -> np.ndarray:
        return np.multiply(self.v, self.v, out=self._room[2])

    def count_with(self, other: _Piece) -> np.ndarray:
        """Sums of w w', (K,)."""
        if other.whole:
            return self.count
        return other.count if self.whole else _dot(self.w, other.w)

    def level_with(self, other: _Piece) -> np.ndarray:
        """Sums of v w', (K,)."""
        return self.level if other.whole else _dot(self.v, other.w)

    def square_with(self, other: _Piece) -> np.ndarray:
        """Sums of v^2 w', (K,)."""
        return self.square if other.whole else _dot(self._squares, other.w)


def _dot(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Sums over the pixels of products, (K,)."""
    return np.matmul(one[:, :, None], other[:, :, :, None]).sum(axis=(1, 2, 3))


def _products_of(one: _Piece, other: _Piece) -> tuple[np.ndarray, ...]:
    """n, s of both, q of both, c; see `_products`."""
    if one is other:
        return one.count, one.level, one.level, one.square, one.square, one.square
    return (
        one.count_with(other),
        one.level_with(other),
        other.level_with(one),
        one.square_with(other),
        other.square_with(one),
        _dot(one.v, other.v),
    )


def _products(
    cuts: Sequence[tuple[np.ndarray, np.ndarray]], pivots: Sequence[np.ndarray], couples: Sequence[tuple[int, int]]
) -> np.ndarray:
    """Statistics for couples (a, b) of images, given by their values and validity (K, pixels); a == b is one alone.

    Returns count, mean of a and b, m2 of a and b, cross: (couples, 6, K), all over the pixels valid
    in both.  With v and w of `_Piece`,

        n = w w'    s = v w'    q = v^2 w'    c = v v'
        mean = p + s/n    m2 = q - s^2/n    cross = c - s s'/n
    """
    bands, pixels = cuts[0][0].shape
    runs = -(-pixels // RUN)
    run = -(-pixels // runs)
    room = np.empty((len(cuts), 3, bands, min(RUNS, runs), run))
    sums = np.zeros((len(couples), 6, bands))
    for start in range(0, pixels, RUNS * run):
        own = np.s_[:, start:start + RUNS * run]
        pieces = [_Piece(x[own], w[own], pivot, r) for (x, w), pivot, r in zip(cuts, pivots, room)]
        sums += [_products_of(pieces[a], pieces[b]) for a, b in couples]
    pivot = np.array([(pivots[a], pivots[b]) for a, b in couples])
    n, s, c = sums[:, :1], sums[:, 1:3], sums[:, 5:]
    safe = np.maximum(n, 1.0)
    m2 = np.maximum(sums[:, 3:5] - s * s / safe, 0.0)
    return np.concatenate([n, pivot + s / safe, m2, c - s[:, :1] * s[:, 1:] / safe], axis=1)
