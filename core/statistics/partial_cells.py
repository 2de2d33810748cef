"""Sums of small cells that images show in part, many cells at once.

An image ends in such a cell, or has a hole there that is the same in all bands.  Cells of which images reach
rectangles of one size are worked out together, whichever images they are of, by the arithmetic of `products`, step by
step, so that a row of sums is the same to the last bit whether its cell came alone or with others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from .plan import Needs
from .products import Look
from .sums import ImageSums, PairSums, stack
from .whole_cells import AT_ONCE, Lattice, dot, image_rows, pair_rows


class _Parts(NamedTuple):
    """What images show of n rectangles of one size."""

    values: np.ndarray
    """(n, K, pixels) float64."""
    valid: np.ndarray
    """(n, pixels) bool, of all bands."""

    def pivot(self) -> np.ndarray:
        """(n, K) means of the valid pixels; where there are holes each is added up by itself."""
        found = self.values.mean(axis=2)
        holed = np.flatnonzero(~self.valid.all(axis=1))
        if len(holed):
            valid = self.valid[holed]
            chosen = self.values[holed].transpose(1, 0, 2)[:, valid]
            counts = valid.sum(axis=1)
            ends = np.cumsum(counts).tolist()
            sums = [np.add.reduce(chosen[:, start:end], axis=1) for start, end in zip([0, *ends], ends)]
            found[holed] = np.array(sums) / counts[:, None]
        return found

    def ends(self) -> tuple[np.ndarray, np.ndarray]:
        """(n, K) smallest and largest of the valid values."""
        valid = self.valid[:, None]
        low, high = (np.where(valid, self.values, end) for end in (np.inf, -np.inf))
        return low.min(axis=2), high.max(axis=2)

    def chosen(self, rows: np.ndarray) -> _Parts:
        """Some of them."""
        return _Parts(self.values[rows], self.valid[rows])

    def about(self, pivot: np.ndarray) -> _Deviations:
        """With sums of all that is valid; the values are then used up."""
        whole, deviation = self.valid.all(axis=1), self.values
        deviation -= pivot[:, :, None]
        if not whole.all():
            np.copyto(deviation, 0.0, where=~self.valid[:, None])
        return _Deviations(deviation, self.valid, whole, pivot, deviation.sum(axis=2), dot(deviation, deviation))


class _Deviations(NamedTuple):
    """The same about a pivot, 0 where there is nothing."""

    values: np.ndarray
    valid: np.ndarray
    whole: np.ndarray
    """(n,) bool: without a hole."""
    pivot: np.ndarray
    level: np.ndarray
    square: np.ndarray
    """(n, K); the last two are sums of the values and of their squares."""

    def where(self, other: _Deviations) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The pivot, and both sums over what the other image shows too."""
        level, square = self.level.copy(), self.square.copy()
        holed = np.flatnonzero(~other.whole)
        if len(holed):
            own, shown = self.values[holed], other.valid[holed, None].astype(np.float64)
            level[holed], square[holed] = dot(own, shown), dot(own * own, shown)
        return self.pivot, level, square


class _Shown:
    """What images show of the cells of a lattice."""

    def __init__(self, looks: Sequence[Look], lattice: Lattice, bands: int):
        self._looks, self._bands = looks, bands
        self.images = np.array([look.image for look in looks])
        parts = [(part.row, part.column, part.bottom, part.right) for part in (look.part for look in looks)]
        top, left, bottom, right = np.array(parts).T[..., None]
        self._starts = np.maximum(lattice.tops[:-1], top), np.maximum(lattice.lefts[:-1], left)
        self._ends = np.minimum(lattice.tops[1:], bottom), np.minimum(lattice.lefts[1:], right)

    def parts(
        self, looks: Sequence[np.ndarray], row: np.ndarray, column: np.ndarray
    ) -> Iterator[tuple[np.ndarray, list[_Parts]]]:
        """Of cells (n,) what one or two ``looks``, (n,) each, show where all of them reach.

        Some at a time, of one size: which ones, and what each of the looks shows.
        """
        if not len(row):
            return
        places = row, column
        top, left = (np.max([ends[look, at] for look in looks], axis=0) for ends, at in zip(self._starts, places))
        bottom, right = (np.min([ends[look, at] for look in looks], axis=0) for ends, at in zip(self._ends, places))
        height, width = np.maximum(bottom - top, 0), np.maximum(right - left, 0)
        size = height.astype(np.int64) << 32 | width
        order = np.argsort(size, kind="stable")
        for some in np.split(order, np.flatnonzero(np.diff(size[order])) + 1):
            shape = int(height[some[0]]), int(width[some[0]])
            pixels = shape[0] * shape[1]
            step = max(1, AT_ONCE // max(1, pixels * self._bands))
            for start in range(0, len(some) if pixels else 0, step):
                own = some[start:start + step]
                yield own, [self._cut(look[own], top[own], left[own], shape) for look in looks]

    def _cut(self, look: np.ndarray, top: np.ndarray, left: np.ndarray, shape: tuple[int, int]) -> _Parts:
        height, width = shape
        values, valid = np.empty((len(look), self._bands, height, width)), np.empty((len(look), height, width), bool)
        for place, (number, y, x) in enumerate(zip(look.tolist(), top.tolist(), left.tolist())):
            _, part, own, there = self._looks[number]
            y, x = y - part.row, x - part.column
            values[place] = own[:, y:y + height, x:x + width]
            valid[place] = there[0, y:y + height, x:x + width]
        return _Parts(values.reshape(len(look), self._bands, -1), valid.reshape(len(look), -1))


def sums_of_parts(
    looks: Sequence[Look],
    alike: Sequence[np.ndarray],
    whole: Sequence[np.ndarray],
    lattice: Lattice,
    needs: Needs,
    bands: int,
) -> tuple[ImageSums, PairSums]:
    """The wanted rows of cells that images show ``alike`` in all bands, but for those of ``whole`` cells alone.

    Both (rows, columns) bool for each look; `whole_cells.sums_of_whole` has the others.
    """
    alike, whole = np.array(alike), np.array(whole)
    alike &= (alike & ~whole).any(axis=0)
    wanted = {
        subject: needs.wanted_in(subject, lattice.rows, lattice.columns)
        for subject in needs.subjects([look.image for look in looks])
    }
    shown = _Shown(looks, lattice, bands)
    asked = np.array([wanted[(look.image,)] for look in looks]) & ~whole
    images, pivot = _of_images(shown, alike, asked, lattice, bands)
    place = np.cumsum(alike).reshape(alike.shape) - 1
    met = []
    for a, one in enumerate(looks):
        for b, other in enumerate(looks[a + 1:], a + 1):
            cells = wanted.get((one.image, other.image))
            if cells is not None and not one.part.intersection(other.part).is_empty:
                row, column = np.nonzero(alike[a] & alike[b] & ~(whole[a] & whole[b]) & cells)
                met.append((np.full(len(row), a), np.full(len(row), b), row, column))
    pairs = []
    if met:
        *members, row, column = map(np.concatenate, zip(*met))
        cell, pivots = lattice.numbers(row, column), [pivot[place[look, row, column]] for look in members]
        for own, parts in shown.parts(members, row, column):
            both = np.logical_and(*(part.valid for part in parts))
            some = np.flatnonzero(both.any(axis=1))
            if len(some) < len(own):
                own, both, parts = own[some], both[some], [part.chosen(some) for part in parts]
            if len(own):
                one, other = (part.about(about[own]) for part, about in zip(parts, pivots))
                first, second = (shown.images[look[own]] for look in members)
                given = one.where(other), other.where(one), dot(one.values, other.values)
                pairs.append(pair_rows(first, second, cell[own], _counts(both, bands), *given))
    return stack(ImageSums, images, bands, keys=2), stack(PairSums, pairs, bands, keys=3)


def _of_images(
    shown: _Shown, alike: np.ndarray, asked: np.ndarray, lattice: Lattice, bands: int
) -> tuple[list[ImageSums], np.ndarray]:
    """Rows of the images alone that are ``asked`` for, and the pivots (n, K) of all that is alike, in its order."""
    look, row, column = np.nonzero(alike)
    cell, chosen = lattice.numbers(row, column), asked[look, row, column]
    rows, pivot = [], np.empty((len(look), bands))
    for own, (parts,) in shown.parts([look], row, column):
        pivot[own] = parts.pivot()
        own, parts = own[chosen[own]], parts.chosen(chosen[own])
        if len(own):
            ends, count = parts.ends(), _counts(parts.valid, bands)
            _, _, _, *given = parts.about(pivot[own])
            rows.append(image_rows(shown.images[look[own]], cell[own], count, *given, *ends))
    return rows, pivot


def _counts(valid: np.ndarray, bands: int) -> np.ndarray:
    """(n, K) float64 of (n, pixels)."""
    return np.repeat(valid.sum(axis=1, dtype=np.float64)[:, None], bands, axis=1)
