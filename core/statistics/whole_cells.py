"""Sums of small cells that images show whole and without a hole, many cells at once.

Of small cells a call for each takes ten times longer than its arithmetic.  The arithmetic is that of `products`,
step by step, so that a row of sums is the same to the last bit whether its cell came alone or with others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from ..raster.window import Window
from .plan import Needs
from .products import Look
from .sums import ImageSums, PairSums, stack

AT_ONCE = 262_144
"""Values of an image that are worked on together, about: they stay in the processor's cache."""


class Lattice(NamedTuple):
    """Cells of a rectangle of the grid."""

    row: int
    column: int
    """The first ones."""
    tops: np.ndarray
    lefts: np.ndarray
    """(rows + 1,), (columns + 1,) pixels of the canvas where cells begin, and where the last ones end."""
    across: int
    """Cells in a row of the whole grid."""

    @property
    def rows(self) -> tuple[int, int]:
        """Half-open."""
        return self.row, self.row + len(self.tops) - 1

    @property
    def columns(self) -> tuple[int, int]:
        """Half-open."""
        return self.column, self.column + len(self.lefts) - 1

    def window(self, row: int, column: int) -> Window:
        """Of a cell counted from the first one, on the canvas."""
        top, left = int(self.tops[row]), int(self.lefts[column])
        return Window(left, top, int(self.lefts[column + 1]) - left, int(self.tops[row + 1]) - top)

    def numbers(self, row: np.ndarray, column: np.ndarray) -> np.ndarray:
        """Of cells counted from the first one, in the whole grid."""
        return (row + self.row) * self.across + column + self.column

    def shown_by(self, look: Look) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """(rows, columns) bool: cells with valid pixels, with the same ones in all bands, and whole ones."""
        some, apart, whole = np.zeros((3, len(self.tops) - 1, len(self.lefts) - 1), dtype=bool)
        part = look.part
        sides = (self.tops, part.row, part.bottom), (self.lefts, part.column, part.right)
        (rows, tops, inside_rows), (columns, lefts, inside_columns) = (_met(*side) for side in sides)
        if not (len(rows) and len(columns)):
            return some, some, whole
        shown = look.valid[:, tops[0]:, lefts[0]:]
        any_band, all_bands = shown.any(axis=0), shown.all(axis=0)
        ways = [(some, any_band, np.logical_or), (whole, all_bands, np.logical_and)]
        differ = any_band ^ all_bands
        if differ.any():
            ways.append((apart, differ, np.logical_or))
        for table, there, cells in ways:
            down = cells.reduceat(there[:tops[-1] - tops[0]], tops[:-1] - tops[0], axis=0)
            found = cells.reduceat(down[:, :lefts[-1] - lefts[0]], lefts[:-1] - lefts[0], axis=1)
            table[rows[0]:rows[-1] + 1, columns[0]:columns[-1] + 1] = found
        return some, some & ~apart, whole & inside_rows[:, None] & inside_columns

    def groups(self, most: int) -> Iterator[tuple[int, int, np.ndarray, np.ndarray]]:
        """Height and width of cells of one size, their rows and columns; about ``most`` pixels of cells together."""
        heights, widths = np.diff(self.tops), np.diff(self.lefts)
        rows = max(1, most // max(1, int(heights.max() * widths.sum())))
        for start in range(0, len(heights), rows):
            own = np.arange(start, min(start + rows, len(heights)))
            for height in set(heights[own].tolist()) - {0}:
                for width in set(widths.tolist()) - {0}:
                    row, column = np.meshgrid(
                        own[heights[own] == height], np.flatnonzero(widths == width), indexing="ij"
                    )
                    yield height, width, row.ravel(), column.ravel()


def _met(edges: np.ndarray, start: int, end: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Of cells along a side, those that meet pixels from a start to an end.

    Their numbers, one after the other; where they begin among the pixels, and the last one ends; which of all cells
    lie inside.
    """
    met = np.flatnonzero(np.minimum(edges[1:], end) > np.maximum(edges[:-1], start))
    inside = (edges[:-1] >= start) & (edges[1:] <= end) & (edges[1:] > edges[:-1])
    ends = edges[met[0]:met[-1] + 2] if len(met) else edges[:1]
    return met, np.clip(ends, start, end) - start, inside


class _Values(NamedTuple):
    """What an image shows of n cells, (n, K) each but for the first two."""

    place: np.ndarray
    """Of every cell of a group, its number here; -1 where it is not among them."""
    deviation: np.ndarray
    """(n, K, pixels) from the pivot."""
    pivot: np.ndarray
    low: np.ndarray
    high: np.ndarray
    level: np.ndarray
    square: np.ndarray


def sums_of_whole(
    looks: Sequence[Look], whole: Sequence[np.ndarray], lattice: Lattice, needs: Needs, bands: int
) -> tuple[ImageSums, PairSums]:
    """The wanted rows of the cells that images show ``whole``, (rows, columns) bool for each look."""
    images, pairs = [], []
    wanted = {
        subject: needs.wanted_in(subject, lattice.rows, lattice.columns)
        for subject in needs.subjects([look.image for look in looks])
    }
    for height, width, row, column in lattice.groups(AT_ONCE // bands):
        cell, pixels, shown = lattice.numbers(row, column), height * width, []
        for look, own in zip(looks, whole):
            chosen = own[row, column]
            if not chosen.any():
                continue
            one = _values(look, lattice, row[chosen], column[chosen], (height, width), chosen)
            own = chosen & wanted[(look.image,)][row, column]
            if own.any():
                images.append(_image_rows(look.image, cell[own], one, one.place[own], pixels))
            for image, other in shown:
                # in the order of the looks
                members = image, look.image
                if members in wanted:
                    both = chosen & (other.place >= 0) & wanted[members][row, column]
                    if both.any():
                        pairs.append(_pair_rows(members, cell[both], other, one, both, pixels))
            shown.append((look.image, one))
    return stack(ImageSums, images, bands, keys=2), stack(PairSums, pairs, bands, keys=3)


def _values(
    look: Look, lattice: Lattice, row: np.ndarray, column: np.ndarray, size: tuple[int, int], chosen: np.ndarray
) -> _Values:
    height, width = size
    tops, lefts = lattice.tops[row] - look.part.row, lattice.lefts[column] - look.part.column
    cells = np.empty((len(row), len(look.values), height, width), look.values.dtype)
    for own, top, left in zip(cells, tops.tolist(), lefts.tolist()):
        own[...] = look.values[:, top:top + height, left:left + width]
    flat = cells.reshape(*cells.shape[:2], -1)
    deviation = flat.astype(np.float64)
    pivot = deviation.mean(axis=2)
    deviation -= pivot[:, :, None]
    low, high = (end.astype(np.float64) for end in (flat.min(axis=2), flat.max(axis=2)))
    place = np.where(chosen, np.cumsum(chosen) - 1, -1)
    return _Values(place, deviation, pivot, low, high, deviation.sum(axis=2), dot(deviation, deviation))


def dot(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Sums over the pixels of products, (n, K) of (n, K, pixels)."""
    return np.matmul(one[:, :, None], other[:, :, :, None])[:, :, 0, 0]


def _image_rows(image: int, cell: np.ndarray, values: _Values, own: np.ndarray, pixels: int) -> ImageSums:
    given = values.pivot[own], values.level[own], values.square[own], values.low[own], values.high[own]
    return image_rows(np.full(len(own), image), cell, np.full(given[0].shape, float(pixels)), *given)


def image_rows(
    image: np.ndarray,
    cell: np.ndarray,
    count: np.ndarray,
    pivot: np.ndarray,
    level: np.ndarray,
    square: np.ndarray,
    low: np.ndarray,
    high: np.ndarray,
) -> ImageSums:
    """Rows (n,) from sums about a pivot, (n, K)."""
    m2 = np.maximum(square - level * level / count, 0.0)
    return ImageSums(image, cell, count, pivot + level / count, m2, low, high)


def _pair_rows(
    members: tuple[int, int], cell: np.ndarray, one: _Values, other: _Values, both: np.ndarray, pixels: int
) -> PairSums:
    a, b = one.place[both], other.place[both]
    # where all cells are meant no copy is made
    deviations = (
        values.deviation if len(own) == len(values.deviation) else values.deviation[own]
        for values, own in ((one, a), (other, b))
    )
    first, second = (np.full(len(cell), image) for image in members)
    given = ((values.pivot[own], values.level[own], values.square[own]) for values, own in ((one, a), (other, b)))
    return pair_rows(first, second, cell, np.full(one.level[a].shape, float(pixels)), *given, dot(*deviations))


def pair_rows(
    first: np.ndarray,
    second: np.ndarray,
    cell: np.ndarray,
    count: np.ndarray,
    one: tuple[np.ndarray, np.ndarray, np.ndarray],
    other: tuple[np.ndarray, np.ndarray, np.ndarray],
    mixed: np.ndarray,
) -> PairSums:
    """Rows (n,) from the pivots of either image and the sums about them, (n, K)."""
    (pivot, level, square), (pivot_beside, beside, square_beside) = one, other
    return PairSums(
        first,
        second,
        cell,
        count,
        pivot + level / count,
        pivot_beside + beside / count,
        np.maximum(square - level * level / count, 0.0),
        np.maximum(square_beside - beside * beside / count, 0.0),
        mixed - level * beside / count,
    )
