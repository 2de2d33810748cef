"""`flood_from_match_points`: stable regions grown from points that both images show.

After Kim and Han (2021), doi 10.3390/rs13193990, with the robust line taken off before the score
(see `inz`).  A pixel is stable where INZ <= ``inz_threshold`` and, with red and near infrared
bands given, NDVI <= ``vegetation_threshold`` in both images.

Regions are connected over the whole overlap, so they are grown on a sample of a million pixels at
most; in smaller overlaps that is every pixel.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from ...messages import Message
from ...raster.image import Image
from ...raster.window import Window
from ...settings import PifSettings
from .features import Features, Inz, Sample, make_inz, need_pixels
from .matches import matched_points
from .residual import telling_lines

MOST_GROWN = 2**20
"""Pixels on which regions are grown."""


class Stable:
    """Whether pixels of a pair are stable."""

    def __init__(self, inz: Inz, images: tuple[Image, Image], settings: PifSettings):
        self.inz = inz
        self._most = settings.inz_threshold
        self._greenest = settings.vegetation_threshold
        self._bands = []
        if settings.red_band is not None and settings.nir_band is not None:
            for image in images:
                places = [image.bands.index(number) for number in (settings.red_band, settings.nir_band)]
                self._bands.append([(place, *image.scales[place]) for place in places])

    def of(self, first: np.ndarray, second: np.ndarray) -> np.ndarray:
        """(h, w) bool of pixels (K, h, w)."""
        stable = self.inz.of(first, second) <= self._most
        for pixels, bands in zip((first, second), self._bands):
            red, nir = (scale * pixels[place].astype(np.float64) + offset for place, scale, offset in bands)
            total = nir + red
            ndvi = np.divide(nir - red, total, out=np.zeros_like(total), where=total != 0)
            stable &= ndvi <= self._greenest
        return stable


@dataclass(frozen=True)
class Flood:
    """Regions, and the pixels of them that count."""

    stable: Stable
    window: Window
    step: int
    rows: int
    columns: int
    regions: bytes
    """(rows, columns) bits of the sample."""
    chosen_row: np.ndarray
    chosen_column: np.ndarray
    """(n,) int on the canvas."""

    @property
    def inz(self) -> Inz:
        """See `Features`."""
        return self.stable.inz

    def unchanged(self, first: np.ndarray, second: np.ndarray, window: Window, probability: float) -> np.ndarray:
        """What is in the regions: where the sample has gaps, a stable pixel follows its nearest neighbour."""
        bits = np.unpackbits(np.frombuffer(self.regions, np.uint8), count=self.rows * self.columns)
        regions = bits.reshape(self.rows, self.columns)
        row = (window.row - self.window.row + np.arange(window.height) + self.step // 2) // self.step
        column = (window.column - self.window.column + np.arange(window.width) + self.step // 2) // self.step
        near = regions[np.minimum(row, self.rows - 1)[:, None], np.minimum(column, self.columns - 1)[None]]
        return near.astype(bool) & self.stable.of(first, second)

    def weight(self, first: np.ndarray, second: np.ndarray, window: Window) -> np.ndarray:
        """See `Features`."""
        row, column = self.chosen_row - window.row, self.chosen_column - window.column
        inside = (row >= 0) & (row < window.height) & (column >= 0) & (column < window.width)
        weight = np.zeros(window.shape)
        weight[row[inside], column[inside]] = 1.0
        return weight


def fit_flood(sample: Sample, settings: PifSettings) -> Features:
    """Grow the regions.  Raises `TooFewPoints` or `MissingLibraryError`."""
    first, second = sample.pixels()
    need_pixels(first.shape[1], settings.min_samples, Message("common pixels"))
    inz = make_inz(telling_lines(first, second, sample.signal), first, second)
    stable = Stable(inz, sample.images, settings)
    sample.signal.stop_if_asked()
    points = matched_points(sample.first, sample.second, sample.valid, sample.step)
    need_pixels(len(points), 3, Message("matched points"))
    sample.signal.stop_if_asked()
    grown = grow(points, stable_pixels(stable, sample), settings.region_radius / sample.step)
    chosen = np.flatnonzero(grown)
    what = Message("stable pixels around matched points (a larger INZ_THRESHOLD finds more)")
    need_pixels(len(chosen), settings.min_samples, what)
    if len(chosen) > settings.max_samples:
        chosen = chosen[np.linspace(0, len(chosen) - 1, settings.max_samples).round().astype(np.int64)]
    row, column = np.divmod(chosen, grown.shape[1])
    return Flood(
        stable,
        sample.window,
        sample.step,
        *grown.shape,
        np.packbits(grown).tobytes(),
        sample.window.row + row * sample.step,
        sample.window.column + column * sample.step,
    )


def stable_pixels(stable: Stable, sample: Sample) -> np.ndarray:
    """The sample's valid and stable pixels, bool; strip by strip, because doubles take four times the memory."""
    found = np.zeros_like(sample.valid)
    rows = max(1, 2**16 // sample.valid.shape[1])
    for top in range(0, len(found), rows):
        strip = np.s_[top:top + rows]
        valid = sample.valid[strip]
        first, second = (
            np.where(valid, image[:, strip], 0).astype(np.float64) for image in (sample.first, sample.second)
        )
        found[strip] = stable.of(first, second) & valid
    return found


def grow(points: np.ndarray, stable: np.ndarray, radius: float) -> np.ndarray:
    """The connected stable pixels of which any lies within ``radius`` of a point: bool like ``stable``."""
    seeds = np.ones(stable.shape, dtype=bool)
    seeds[tuple(points.T)] = False
    labels, number = ndimage.label(stable, structure=np.ones((3, 3)))
    begun = np.zeros(number + 1, dtype=bool)
    begun[labels[ndimage.distance_transform_edt(seeds) <= radius]] = True
    begun[0] = False
    return begun[labels]
