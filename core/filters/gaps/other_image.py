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

import math
import threading
from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from osgeo import gdal
from scipy import ndimage

from ...execution import Signal
from ...numeric.robust import MAD_TO_SIGMA, robust_lines
from ...raster.bands import with_bands
from ...raster.dataset import read_window, release
from ...raster.hidden import source_with_nan
from ...raster.image import Image
from ...raster.nodata import needs_double
from ...raster.reference_system import same_crs
from ...raster.warping import warp_into
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

FINER = 1.5
"""Pixels of the other image in one of the image, from which on their mean is taken."""


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
    """Reads the other image on the grid of the image; each thread has sources of its own."""

    def __init__(self, image: Image, other: Image):
        self._image = image
        self._other = other
        self._local = threading.local()
        self._resampling, self._corner = _resampling(image, other)
        self._gdal_type = gdal.GDT_Float64 if needs_double(other.dtype) else gdal.GDT_Float32

    def read(self, place: int, window: Window) -> np.ndarray:
        """Values of a band in a window of the image, (height, width) float64, NaN where it shows nothing."""
        if self._corner is not None:
            return self._read_same_grid(place, window)
        source = self._source(place)
        target = gdal.GetDriverByName("MEM").Create("", *window.size, 1, self._gdal_type)
        try:
            target.SetGeoTransform(self._image.grid.geotransform_of(window))
            target.SetProjection(self._image.crs)
            target.GetRasterBand(1).SetNoDataValue(math.nan)
            target.GetRasterBand(1).Fill(math.nan)
            warp_into(
                target, self._other.path, source, srcSRS=self._other.crs or None, dstSRS=self._image.crs or None,
                resampleAlg=self._resampling, srcNodata="nan", dstNodata="nan", workingType=self._gdal_type,
                # what is approximated would depend on where windows end
                errorThreshold=0.0,
            )  # fmt: skip
            return target.GetRasterBand(1).ReadAsArray().astype(np.float64)
        finally:
            release(target)

    def _read_same_grid(self, place: int, window: Window) -> np.ndarray:
        """The same where pixels lie on pixels: without GDAL's warper, which takes ten times as long."""
        left, top = self._corner
        seen = window.intersection(Window(left, top, self._other.width, self._other.height))
        values = np.full(window.shape, np.nan)
        if not seen.is_empty:
            part = seen.shifted(-left, -top)
            values[seen.relative_to(window).slices] = read_window(self._source(place), self._other.path, [1], part)[0]
        return values

    def release(self) -> None:
        """Close what the calling thread has open: GDAL keeps blocks of files behind a virtual raster until then."""
        sources = self._local.__dict__.pop("sources", {})
        for source in sources.values():
            release(source)

    def _source(self, place: int) -> gdal.Dataset:
        sources: dict[int, gdal.Dataset] = self._local.__dict__.setdefault("sources", {})
        if place not in sources:
            band = with_bands(self._other, [self._other.bands[place]])
            sources[place], _ = source_with_nan(band, self._gdal_type)
        return sources[place]

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


def _resampling(image: Image, other: Image) -> tuple[str, tuple[int, int] | None]:
    """How the other image's pixels come to the image's grid, and where its corner lies there if that is its own."""
    if not same_crs(image.crs, other.crs):
        return "cubic", None
    if other.grid.has_pixels_of(image.grid):
        return "near", other.grid.window_on(image.grid)[0].corner
    areas = [abs(np.linalg.det(one.grid.matrix)) for one in (other, image)]
    return "average" if areas[0] * FINER < areas[1] else "cubic", None
