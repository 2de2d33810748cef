"""Bands whose holes are common, and the valid pixels that bound holes: what these are filled from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ...raster.bands import with_bands
from ...raster.image import Image
from ...raster.source import FileSource, Handles
from ...raster.window import Window


class Surroundings(NamedTuple):
    """M pixels that share a side with a hole, sorted by hole, then row by row; one beside two holes is there twice."""

    hole: np.ndarray
    """(M,) number of the hole."""
    row: np.ndarray
    column: np.ndarray
    """(M,) int64, in the raster."""
    values: np.ndarray
    """(K, M) float64."""


def bounding(holes: np.ndarray, usable: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Number of the hole, and place in the flat array, of every usable pixel that shares a side with a hole.

    ``holes`` (height, width) int32 holds the numbers, 0 elsewhere, ``usable`` bool.  Sorted, (M,) both.
    """
    pixels = holes.size
    numbers = np.arange(pixels).reshape(holes.shape)
    keys = []
    for hole, beside in (
        (np.s_[1:, :], np.s_[:-1, :]), (np.s_[:-1, :], np.s_[1:, :]),
        (np.s_[:, 1:], np.s_[:, :-1]), (np.s_[:, :-1], np.s_[:, 1:]),
    ):  # fmt: skip
        meet = (holes[hole] > 0) & usable[beside]
        keys.append(holes[hole][meet].astype(np.int64) * pixels + numbers[beside][meet])
    found = np.unique(np.concatenate(keys))
    return found // pixels, found % pixels


def surroundings_of(holes: np.ndarray, usable: np.ndarray, values: np.ndarray, window: Window) -> Surroundings:
    """What bounds the holes of a window; ``values`` (K, height, width) float64."""
    hole, place = bounding(holes, usable)
    row, column = place // window.width, place % window.width
    return Surroundings(hole, window.row + row, window.column + column, values[:, row, column])


def joined(parts: Sequence[Surroundings]) -> Surroundings:
    """What bounds one hole that lies in several windows; pixels that two of them see count once."""
    row, column = (np.concatenate([getattr(part, name) for part in parts]) for name in ("row", "column"))
    values = np.concatenate([part.values for part in parts], axis=1)
    width = int(column.max(initial=0)) + 1
    _, once = np.unique(row * width + column, return_index=True)
    return Surroundings(np.ones(len(once), dtype=np.int64), row[once], column[once], values[:, once])


Layer = tuple[int, ...]
"""Places of measuring bands, from 0, that have their holes in common: where any of them is invalid."""


def layers_of(image: Image, places: Sequence[int]) -> list[Layer]:
    """All bands together where one mask or alpha band holds for them, else each band alone."""
    return [tuple(places)] if image.hidden_together else [(place,) for place in places]


class BandReader:
    """Reads windows of single bands, so that memory does not grow with the number of bands."""

    def __init__(self, image: Image, handles: Handles):
        self.image = image
        self._readers = [FileSource(with_bands(image, [band]), handles) for band in image.bands]

    def read(self, place: int, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Values and validity of one band, (height, width) both."""
        values, valid, *_ = self._readers[place].read(window)
        return values[0], valid[0]

    def valid(self, layer: Layer, window: Window) -> np.ndarray:
        """Where all bands of a layer are valid, (height, width) bool.

        Under one mask, only floating values can differ from band to band.
        """
        places = layer if self.image.dtype.kind == "f" else layer[:1]
        valid = self.read(places[0], window)[1]
        for place in places[1:]:
            valid &= self.read(place, window)[1]
        return valid
