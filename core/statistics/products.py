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
    ends: np.ndarray
    """(3, K): a pivot near the mean, the smallest and the largest valid value."""


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
        cuts = [shown[member].look.cut(window) for member in members]
        pivots = [shown[member].ends[0] for member in members]
        rows = [(place[a], place[b]) for a, b in couples]
        bands = [
            _band_products(
                [values[k].reshape(-1) for values, _ in cuts],
                [valid[k].reshape(-1) for _, valid in cuts],
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


def _shown(look: Look, part: Window) -> _Shown | None:
    own = intersection(part, look.part)
    if not has_pixels(own):
        return None
    values, valid = look.cut(own)
    if not valid.any():
        return None
    return _Shown(look, own, np.array([_ends(x, w) for x, w in zip(values, valid)]).T)


def _ends(values: np.ndarray, valid: np.ndarray) -> tuple[float, float, float]:
    chosen = values.reshape(-1) if valid.all() else values[valid]
    if not len(chosen):
        return 0.0, np.inf, -np.inf
    return float(chosen[:PIVOT_PIXELS].mean(dtype=np.float64)), float(chosen.min()), float(chosen.max())


def _band_products(
    values: Sequence[np.ndarray],
    valid: Sequence[np.ndarray],
    pivots: Sequence[float],
    couples: Sequence[tuple[int, int]],
) -> np.ndarray:
    """Statistics of one band for couples (a, b) of N images of P pixels; a == b is the image alone.

    Returns count, mean of a and b, m2 of a and b, cross: (couples, 6), all over the pixels valid
    in both.  With v = x - p (p a pivot per image, so that squares do not cancel) and w the validity,

        n = w w'    s = v w'    q = v^2 w'    c = v v'
        mean = p + s/n    m2 = q - s^2/n    cross = c - s s'/n
    """
    size, pixels = len(values), len(values[0])
    sums = np.zeros((len(couples), 6))
    paired = any(a != b for a, b in couples)
    v, w, q = (np.empty((size, min(CHUNK, pixels))) for _ in range(3))
    for start in range(0, pixels, CHUNK):
        end = min(start + CHUNK, pixels)
        if end - start < v.shape[1]:
            v, w, q = (array[:, : end - start] for array in (v, w, q))
        for row in range(size):
            w[row] = valid[row][start:end]
            np.subtract(values[row][start:end], pivots[row], out=v[row])
            if values[row].dtype.kind == "f":
                v[row][~valid[row][start:end]] = 0.0
            v[row] *= w[row]
            if paired:
                np.multiply(v[row], v[row], out=q[row])
        for total, (a, b) in zip(sums, couples):
            if a == b:
                square = v[a] @ v[a]
                level = v[a] @ w[a]
                total += (w[a] @ w[a], level, level, square, square, square)
            else:
                total += (w[a] @ w[b], v[a] @ w[b], v[b] @ w[a], q[a] @ w[b], q[b] @ w[a], v[a] @ v[b])
    pivot = np.array(pivots)[np.array(couples)]
    n, s, c = sums[:, :1], sums[:, 1:3], sums[:, 5:]
    safe = np.maximum(n, 1.0)
    m2 = np.maximum(sums[:, 3:5] - s * s / safe, 0.0)
    return np.concatenate([n, pivot + s / safe, m2, c - s[:, :1] * s[:, 1:] / safe], axis=1)
