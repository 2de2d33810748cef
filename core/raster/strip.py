"""Rows of an image on the canvas, read from left to right so that every block of the file is decoded once."""

from __future__ import annotations

import numpy as np

from .reading import ImageOnCanvas, Window, intersection


class Strip:
    """Some rows of one image.

    GDAL decodes whole blocks of a file.  What a step has read beyond its own columns is held
    for the next one.
    """

    def __init__(self, view: ImageOnCanvas, window: Window):
        """``window`` of the canvas, of which only the columns are asked for by steps."""
        self._view = view
        self._left, self._row, width, self._height = intersection(window, view.window)
        self._end = self._left + width
        self._known = self._left
        self._values, self._valid = self._room(0)

    def read(self, left: int, right: int) -> tuple[Window, np.ndarray, np.ndarray] | None:
        """Values and validity (K, height, width) between two canvas columns, and where on the canvas.

        Steps go from left to right; the arrays hold until the next one.  None where the image has
        no pixels there.  Raises `DamagedRasterError`.
        """
        left, right = max(left, self._left), min(right, self._end)
        if left >= right or self._height <= 0:
            return None
        known = max(self._known, left)
        wanted = known if known >= right else min(self._view.block_end(right), self._end)
        self._move(left, known, wanted, right - left + self._view.block_size[0])
        if wanted > known:
            new = np.s_[:, :, known - left:wanted - left]
            self._view.read_into((known, self._row, wanted - known, self._height), self._values[new], self._valid[new])
            self._known = wanted
        part = np.s_[:, :, : right - left]
        values, valid = self._values[part], self._valid[part]
        if right == self._end:
            self._values, self._valid = self._room(0)
        return (left, self._row, right - left, self._height), values, valid

    def _move(self, left: int, known: int, wanted: int, width: int) -> None:
        """Begin with column ``left``; what is known stays, and there is room for what is wanted, up to ``width``."""
        kept, place = np.s_[:, :, left - self._left:known - self._left], np.s_[:, :, : known - left]
        before = self._values, self._valid
        if wanted - left > self._values.shape[2]:
            self._values, self._valid = self._room(min(width, self._end - left))
        if known > left and (before[0] is not self._values or left > self._left):
            self._values[place], self._valid[place] = before[0][kept], before[1][kept]
        self._left = left

    def _room(self, width: int) -> tuple[np.ndarray, np.ndarray]:
        shape = len(self._view.image.bands), max(self._height, 0), width
        return np.empty(shape, self._view.dtype), np.empty(shape, bool)
