"""Means of an image's rows or columns, for holes that are filled with them: dropped lines of a sensor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ...raster.window import Window
from ..settings import GapMethod

ACROSS = {GapMethod.ROW_MEAN: 1, GapMethod.COLUMN_MEAN: 0}
"""The axis along which each method's means are taken."""


class LineSums(NamedTuple):
    """Of the valid pixels of one tile, by row or by column."""

    count: np.ndarray
    """(K, n) int64."""
    total: np.ndarray
    """(K, n) float64."""


def line_sums(method: GapMethod, values: Sequence[np.ndarray], valid: Sequence[np.ndarray]) -> LineSums:
    """Of bands (height, width) each."""
    across = ACROSS[method]
    total = [np.where(known, band, 0).sum(axis=across, dtype=np.float64) for band, known in zip(values, valid)]
    return LineSums(np.array([known.sum(axis=across) for known in valid]), np.array(total))


class LineMeans:
    """Means of whole rows or columns, from tiles in any order that is always the same."""

    def __init__(self, method: GapMethod, bands: int, size: tuple[int, int]):
        """``size``: columns and rows of the image."""
        self._of_rows = ACROSS[method] == 1
        lines = size[1] if self._of_rows else size[0]
        self._count, self._total = np.zeros((bands, lines), np.int64), np.zeros((bands, lines))

    def add(self, window: Window, sums: LineSums) -> None:
        """Take a tile."""
        lines = (slice(None), window.slices[0 if self._of_rows else 1])
        self._count[lines] += sums.count
        self._total[lines] += sums.total

    def at(self, places: Sequence[int], row: np.ndarray, column: np.ndarray) -> np.ndarray:
        """(K, N) the means of the bands at ``places`` where pixels lie; NaN where a line has no valid pixel."""
        part = np.ix_(places, row if self._of_rows else column)
        count = self._count[part]
        return np.where(count > 0, self._total[part] / np.maximum(count, 1), np.nan)
