"""Another image of the same ground, seen on the grid of the image to be filled and balanced to it.

With d the other image's values and v the image's own, around a hole:

    v ~ a d + b                                  a robust line per band, from the common pixels around the hole
    filled = a d + b + sum r_i w_i / sum w_i     r_i = v_i - (a d_i + b) at the pixels that bound the hole

The second term is the `inverse_distance` interpolation of what the line leaves at the hole's bounds, so the fill
meets the image there without a step, as in Farbman et al. 2009 (doi 10.1145/1531326.1531373).  Where r_i lies far
from the others of its hole, at the remains of a cloud or its shadow, only the part within `COMMON` sigma of
their median goes on into the hole; the rest fades out within `FADE` pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from scipy import ndimage

from ...execution import Signal
from ...numeric.robust import MAD_TO_SIGMA, robust_lines
from ...raster.bands import with_bands
from ...raster.image import Image
from ...raster.on_grid import OnGrid, resampling_onto
from ...raster.source import FileSource, Handles
from ...raster.window import Window
from .interpolation import distances
from .surroundings import Layer, Surroundings

RING = 64
"""Pixels around a hole from which its line comes."""

FEWEST = 100
"""Common pixels that a line needs."""

MOST = 20_000
"""Pixels of a line; more do not change it."""

COMMON = 2.5
"""Sigmas, 1.4826 times the median absolute deviation."""

FADE = 8.0
"""Pixels."""


class Balance(NamedTuple):
    """Gains and offsets that bring the other image to the image, (K,) float64 each."""

    gain: np.ndarray
    offset: np.ndarray

    def of(self, places: Sequence[int]) -> Balance:
        """Those of some bands."""
        return Balance(self.gain[list(places)], self.offset[list(places)])

    def apply(self, values: np.ndarray) -> np.ndarray:
        """Values (K, ...) balanced."""
        shape = (-1,) + (1,) * (values.ndim - 1)
        return values * self.gain.reshape(shape) + self.offset.reshape(shape)


class OtherImage:
    """Reads the other image on the grid of the image; each thread has handles of its own."""

    def __init__(self, image: Image, other: Image):
        self._handles = Handles()
        resampling = resampling_onto(other, image.grid, "cubic")
        bands = (FileSource(with_bands(other, [band]), self._handles) for band in other.bands)
        self._bands = [OnGrid(band, image.grid, resampling) for band in bands]

    def read(self, place: int, window: Window) -> np.ndarray:
        """Values of a band in a window of the image, (height, width) float64, NaN where it shows nothing."""
        values, valid = self._bands[place].measured(window)
        return np.where(valid[0], values[0].astype(np.float64), np.nan)

    def release(self) -> None:
        """Give back what GDAL holds for the calling thread."""
        self._handles.release_cache()

    def read_layer(self, places: Sequence[int], layer: Layer, window: Window) -> tuple[list[np.ndarray], np.ndarray]:
        """Values of some of a layer's bands as `read` gives them, and where all of its bands show something, bool."""
        values = [self.read(place, window) for place in places]
        shown = np.ones(window.shape, dtype=bool)
        for band in chain(values, (self.read(place, window) for place in layer if place not in places)):
            shown &= np.isfinite(band)
        return values, shown

    def balance(self, other: np.ndarray, own: np.ndarray, otherwise: Balance | None, signal: Signal) -> Balance:
        """From common pixels (K, n) of both; ``otherwise`` where they are too few or of one value."""
        step = max(1, -(-other.shape[1] // MOST))
        other, own = other[:, ::step], own[:, ::step]
        if other.shape[1] < FEWEST and otherwise is not None:
            return otherwise
        lines = robust_lines(other, own, signal.stop_if_asked)
        gain, offset = lines.slope.copy(), lines.offset.copy()
        silent = ~np.isfinite(lines.sigma)
        if otherwise is not None:
            gain[silent], offset[silent] = otherwise.gain[silent], otherwise.offset[silent]
        else:
            gain[silent] = 1.0
            offset[silent] = np.median(own[silent] - other[silent], axis=1)
        return Balance(gain, offset)


def common_and_rest(hole: np.ndarray, left: np.ndarray) -> np.ndarray:
    """What lines leave (K, M) at bounds of the holes ``hole`` (M,), sorted, parted (2 K, M): usual, and beyond."""
    _, first, count = np.unique(hole, return_index=True, return_counts=True)
    usual = []
    for band in left:
        centre = _medians(hole, band, first, count)
        spread = MAD_TO_SIGMA * COMMON * _medians(hole, np.abs(band - np.repeat(centre, count)), first, count)
        usual.append(np.clip(band, np.repeat(centre - spread, count), np.repeat(centre + spread, count)))
    common = np.array(usual).reshape(left.shape)
    return np.concatenate([common, left - common])


def _medians(hole: np.ndarray, values: np.ndarray, first: np.ndarray, count: np.ndarray) -> np.ndarray:
    """Of the values (M,) of every hole; of an even number the upper one."""
    return values[np.lexsort((values, hole))][first + count // 2]


def faded(around: Surroundings, row: np.ndarray, column: np.ndarray, signal: Signal) -> np.ndarray:
    """How much of the rest is left at pixels of a hole (N,): 1 at its bounds, 0 from `FADE` pixels on."""
    if not len(around.row):
        return np.zeros(len(row))
    apart = distances(around, row, column, signal, FADE + 2.0)
    return np.clip(1.0 - (apart - 1.0) / FADE, 0.0, 1.0) ** 2


def ring(holes: np.ndarray, common: np.ndarray) -> np.ndarray:
    """The common pixels near holes, (height, width) bool."""
    return common & (ndimage.distance_transform_cdt(~holes, "chessboard") <= RING)
