"""The shift between two images from the phases of their spectra.

Whole pixels first: where the inverse transform of the cross spectrum, divided by its magnitude, is
largest (Kuglin & Hines 1975).  Both images are then cut to what they share, weighted alike and
transformed again.  Parts of a pixel come from that cross spectrum, evaluated on a fine grid around
the peak by products of matrices (Guizar-Sicairos, Thurman & Fienup 2008).  Frequencies count by the
coherence of their ring, as maximum likelihood asks for (Knapp & Carter 1976):

    weight = g / (1 - g) / |cross|,    g = |cross|^2 / (power of image * power of reference)

so that noise, aliasing and blur take the frequencies they spoil out by themselves.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from scipy import fft

from .detail import Detail, detail_of
from .motion import Motion
from .pair import Estimate, NotAligned, Pair
from .settings import MatchSettings

TAPER = 0.5
"""Share of a side over which the window falls to 0: half of a Hann window at each end (Tukey)."""
SMOOTHING = 0.2
"""Cycles per pixel: standard deviation of the low pass of the search for whole pixels."""
LEAST_PEAK = 6.5
"""Standard deviations of the correlation surface: less is chance."""
MOST_SECOND = 0.8
"""Of the highest peak: a second one as high as that makes the shift ambiguous."""
PEAK_RADIUS = 4
"""Pixels around a peak that belong to it."""
SMALLEST = 16
"""Pixels along a side that images must share."""
LEAST_SHARED = 0.02
"""Of the window's weight that must be valid in both images."""
PARTS = 8
"""Steps of the first fine grid in a pixel."""
MOST_COHERENCE = 0.98
"""Rings count as no surer than this."""
ROUNDS = 2
"""Weights from the shift, shift from the weights."""
MOST_CUTS = 3
"""Times that the shared part is cut anew because the shift changed by a pixel."""


def phase_correlation(pair: Pair, settings: MatchSettings) -> Estimate:
    """The shift of a pair, in steps of ``1 / settings.upsampling`` pixel; no other motion.

    Raises `NotAligned`.
    """
    return Reference(pair.reference, pair.reference_valid, settings).shift_of(pair.image, pair.image_valid)


class Reference:
    """A reference made ready once for all images that are compared with it."""

    def __init__(self, values: np.ndarray, valid: np.ndarray, settings: MatchSettings):
        """``values`` (rows, columns) float32, ``valid`` bool of the same shape."""
        self._settings = settings
        self._shape = values.shape
        self._transformed = [fft.next_fast_len(size, real=True) for size in values.shape]
        if min(values.shape) < SMALLEST:
            raise NotAligned(f"fewer than {SMALLEST} pixels along a side can be compared.")
        self._detail = detail_of(values, valid)
        if self._detail is None:
            raise NotAligned("the reference shows nothing that could be recognised.")
        self._spectrum = self._whole_spectrum(self._detail)

    def shift_of(self, values: np.ndarray, valid: np.ndarray) -> Estimate:
        """How an image of the same shape lies on the reference.  Raises `NotAligned`."""
        detail = detail_of(values, valid)
        if detail is None:
            raise NotAligned("the image shows nothing that could be recognised.")
        shift = self._whole_shift(detail)
        for _ in range(MOST_CUTS):
            fine = self._fine_shift(detail, shift)
            rounded = int(np.rint(fine[0])), int(np.rint(fine[1]))
            if rounded == shift:
                break
            shift = rounded
        if np.hypot(*fine) > self._settings.max_shift:
            raise NotAligned(f"the shift found is longer than MAX_SHIFT ({self._settings.max_shift:g} pixels).")
        return Estimate(Motion.shift(*fine), 0)

    def _whole_spectrum(self, detail: Detail) -> np.ndarray:
        return fft.rfft2(detail.values * detail.weight * _window(self._shape), s=self._transformed)

    def _whole_shift(self, detail: Detail) -> tuple[int, int]:
        """Columns and rows in whole pixels.  Raises `NotAligned` where no peak or more than one stands out."""
        cross = np.conj(self._whole_spectrum(detail))
        cross *= self._spectrum
        magnitude = np.abs(cross)
        magnitude += 1e-3 * magnitude.mean() + np.finfo(np.float32).tiny
        cross /= magnitude
        cross *= _low_pass(*self._transformed)
        surface = fft.irfft2(cross, s=self._transformed)
        reach = [min(int(np.ceil(self._settings.max_shift)), size - SMALLEST) for size in self._shape]
        rows = np.arange(-reach[0], reach[0] + 1)
        columns = np.arange(-reach[1], reach[1] + 1)
        near = surface[rows[:, None], columns]
        row, column = np.unravel_index(near.argmax(), near.shape)
        _check_peak(near, int(row), int(column), float(surface.std()))
        return int(columns[column]), int(rows[row])

    def _fine_shift(self, detail: Detail, shift: tuple[int, int]) -> tuple[float, float]:
        """Columns and rows, given them to the pixel."""
        cross = _shared_spectra(detail, self._detail, shift)
        column, row = 0.0, 0.0
        steps = np.arange(-PARTS, PARTS + 1) / PARTS
        for _ in range(ROUNDS):
            weighted = cross.weighted(column, row)
            column, row = cross.peak(weighted, steps, steps)
        parts = self._settings.upsampling
        around = np.arange(-np.ceil(parts / PARTS), np.ceil(parts / PARTS) + 1)
        weighted = cross.weighted(column, row)
        column, row = cross.peak(
            weighted, (np.rint(column * parts) + around) / parts, (np.rint(row * parts) + around) / parts
        )
        return shift[0] + column, shift[1] + row


class _Cross(NamedTuple):
    """The cross spectrum of what two images share."""

    spectrum: np.ndarray
    """(rows, half of the columns + 1) complex64."""
    powers: np.ndarray
    """(rings,) float64: power of the image times power of the reference."""
    rings: _Rings

    def weighted(self, column: float, row: float) -> np.ndarray:
        """The spectrum with its frequencies weighted by the coherence that this shift leaves."""
        rings = self.rings
        moved = self.spectrum * _wave(rings.rows, row)[:, None]
        moved *= _wave(rings.columns, column)
        cross = np.maximum(rings.sums(moved.real), 0.0)
        coherence = np.zeros_like(cross)
        np.divide(cross**2, self.powers, out=coherence, where=self.powers > 0.0)
        coherence = np.convolve(np.pad(coherence, 2, mode="edge"), np.full(5, 0.2), mode="valid")
        coherence = np.clip(coherence, 0.0, MOST_COHERENCE)
        level = np.sqrt(coherence * self.powers)
        weights = np.zeros_like(level)
        np.divide(coherence / (1.0 - coherence) * rings.counts, level, out=weights, where=level > 0.0)
        weights[-1] = 0.0
        return self.spectrum * weights.astype(np.float32)[rings.numbers]

    def peak(self, weighted: np.ndarray, columns: np.ndarray, rows: np.ndarray) -> tuple[float, float]:
        """The column and row of these where the correlation is largest."""
        left = _wave(self.rings.rows[None], rows[:, None])
        right = _wave(self.rings.columns[:, None], columns[None]) * self.rings.sides[:, None]
        surface = (left @ (weighted @ right)).real
        row, column = np.unravel_index(surface.argmax(), surface.shape)
        return float(columns[column]), float(rows[row])


class _Rings(NamedTuple):
    """The frequencies of a real transform, in rings of equal distance from 0."""

    rows: np.ndarray
    """Cycles per pixel of each row."""
    columns: np.ndarray
    """Cycles per pixel of each column."""
    sides: np.ndarray
    """(columns,) float32: 2 where a column stands for its mirror too."""
    numbers: np.ndarray
    """(rows, columns): the ring of each; the last one is beyond half a cycle per pixel."""
    counts: np.ndarray
    """(rings,) float64: how many frequencies."""

    def sums(self, values: np.ndarray) -> np.ndarray:
        """Of values (rows, columns) in each ring."""
        return np.bincount(self.numbers.ravel(), (values * self.sides).ravel(), len(self.counts))


@lru_cache(maxsize=8)
def _rings(height: int, width: int) -> _Rings:
    rows, columns = fft.fftfreq(height), fft.rfftfreq(width)
    count = max(4, min(height, width) // 4)
    numbers = np.minimum(np.hypot(rows[:, None], columns) * 2.0 * count, count).astype(np.intp)
    sides = np.where((columns > 0.0) & (columns < 0.5), 2.0, 1.0).astype(np.float32)
    counts = np.bincount(numbers.ravel(), np.broadcast_to(sides, numbers.shape).ravel(), count + 1)
    return _Rings(rows, columns, sides, numbers, counts)


@lru_cache(maxsize=8)
def _low_pass(height: int, width: int) -> np.ndarray:
    rows, columns = fft.fftfreq(height)[:, None], fft.rfftfreq(width)
    return np.exp(-0.5 * (rows**2 + columns**2) / SMOOTHING**2).astype(np.float32)


def _window(shape: tuple[int, int]) -> np.ndarray:
    rows, columns = (_tapered(size) for size in shape)
    return rows[:, None] * columns


def _tapered(size: int) -> np.ndarray:
    """A Tukey window (Harris 1978), float32, above 0 everywhere."""
    places = (np.arange(size) + 0.5) / size
    rim = np.minimum(np.minimum(places, 1.0 - places) * 2.0 / TAPER, 1.0)
    return (0.5 - 0.5 * np.cos(np.pi * rim)).astype(np.float32)


def _wave(frequencies: np.ndarray, places: np.ndarray | float) -> np.ndarray:
    return np.exp(2j * np.pi * frequencies * places).astype(np.complex64)


def _shared_spectra(image: Detail, reference: Detail, shift: tuple[int, int]) -> _Cross:
    """Of what both show when the image is moved by whole columns and rows.  Raises `NotAligned`."""
    height, width = image.values.shape
    column, row = shift
    own = slice(max(0, -row), height - max(0, row)), slice(max(0, -column), width - max(0, column))
    other = slice(max(0, row), height - max(0, -row)), slice(max(0, column), width - max(0, -column))
    window = _window(image.values[own].shape)
    weight = image.weight[own] * reference.weight[other]
    weight *= window
    if min(weight.shape) < SMALLEST or weight.mean() < LEAST_SHARED * window.mean():
        raise NotAligned("too few pixels are valid in both images.")
    size = [fft.next_fast_len(length, real=True) for length in weight.shape]
    rings = _rings(*size)
    first = fft.rfft2(image.values[own] * weight, s=size)
    second = fft.rfft2(reference.values[other] * weight, s=size)
    powers = [rings.sums(spectrum.real**2 + spectrum.imag**2) for spectrum in (first, second)]
    return _Cross(np.conj(first) * second, powers[0] * powers[1], rings)


def _check_peak(near: np.ndarray, row: int, column: int, spread: float) -> None:
    """Refuse a peak that is chance, and one that is not the only one."""
    peak = float(near[row, column])
    if not peak > LEAST_PEAK * spread:
        raise NotAligned("no shift within MAX_SHIFT stands out from chance.")
    around = np.pad(near, 1, mode="edge")
    rows, columns = near.shape
    neighbours = [around[y:y + rows, x:x + columns] for y in range(3) for x in range(3)]
    maxima = near >= np.maximum.reduce(neighbours)
    top, left = max(0, row - PEAK_RADIUS), max(0, column - PEAK_RADIUS)
    maxima[top:row + PEAK_RADIUS + 1, left:column + PEAK_RADIUS + 1] = False
    if maxima.any() and float(near[maxima].max()) > MOST_SECOND * peak:
        raise NotAligned("what the images show repeats itself: more than one shift would do.")
