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
from scipy import fft, ndimage, sparse

from ..messages import Message
from .detail import Detail, detail_of
from .pair import Estimate, NotAligned, Pair
from .settings import MatchSettings
from .transform import Transform

TAPER = 0.5
"""Share of a side over which the window falls to 0: half of a Hann window at each end (Tukey)."""
HANN = 1.0
"""The same share, of a Hann window."""
SMOOTHING = 0.2
"""Cycles per pixel: standard deviation of the low pass of the search for whole pixels."""
CLEAR_OF_NOISE = 10.0
"""Times the noise that a frequency must have to count in full in this search."""
DIGITS = 1e-6
"""Of the strongest frequency: weaker ones hold only rounding."""
LEAST_PEAK = 6.5
"""Standard deviations of the correlation surface: less is chance."""
MOST_SECOND = 0.75
"""Of the highest peak: a second one as high as that makes the shift ambiguous."""
COARSE = 2
"""Pixels from one sample of the first correlation surface to the next."""
SMALLEST = 16
"""Pixels along a side that images must share."""
LEAST_SHARED = 0.02
"""Of the window's weight that must be valid in both images."""
PARTS = 4
"""Steps of the first fine grid in a pixel."""
NEAR = 0.04
"""Pixels around the top of that grid's parabola that the last grid covers; it follows a peak at its rim."""
MOST_MOVES = 2 * PARTS
"""Times that it does."""
SAMPLED_ROWS = 256
"""Of a spectrum that the sums of rings are taken from, if there are as many."""
GRAIN = 16
"""Pixels: sizes of transforms are multiples, so that a few tables of frequencies serve all."""
CHANCE = 4.0
"""Coherence of a ring of noise, times its frequencies."""
FINE = 0.125
"""Cycles per pixel: higher frequencies are fine detail."""
LEAST_POWER = 1e-7
"""Of the strongest ring: weaker ones hold only rounding, and what leaks through the window."""
MOST_COHERENCE = 0.98
"""Rings count as no surer than this."""
FAR, CLOSE = 0.75, 0.025
"""Pixels between the shift and the one that the shared part was cut by: more, and it is cut anew; less where there
are many gaps, whose pattern holds the images where they lie until it is moved like the ground."""
MOST_CUTS = 6
"""Times that it is."""


def phase_correlation(pair: Pair, settings: MatchSettings) -> Estimate:
    """The shift of a pair, in steps of ``1 / settings.upsampling`` pixel; no other transform.

    Raises `NotAligned`.
    """
    return Reference(pair.reference, pair.reference_valid, settings).shift_of(pair.image, pair.image_valid)


class Reference:
    """A reference made ready once for all images that are compared with it."""

    def __init__(self, values: np.ndarray, valid: np.ndarray, settings: MatchSettings):
        """``values`` (rows, columns) float32, ``valid`` bool of the same shape.  Raises `NotAligned`."""
        self._comparison = Comparison(detail_or_refusal(values, valid), settings.max_shift, settings.upsampling)

    def shift_of(self, values: np.ndarray, valid: np.ndarray) -> Estimate:
        """How an image of the same shape lies on the reference.  Raises `NotAligned`."""
        return Estimate(Transform.shift(*self._comparison.shift_of(detail_or_refusal(values, valid))), 0)


def fine_error(pair: Pair, shift: tuple[float, float]) -> float:
    """How sure fine detail alone is that the image lies there: a standard error in pixels.  Raises `NotAligned`."""
    whole = round(shift[0]), round(shift[1])
    left = shift[0] - whole[0], shift[1] - whole[1]
    details = detail_or_refusal(pair.image, pair.image_valid), detail_or_refusal(pair.reference, pair.reference_valid)
    return _shared_spectra(*details, whole, left, TAPER).fine_error(*left)


def detail_or_refusal(values: np.ndarray, valid: np.ndarray) -> Detail:
    """The detail of an image.  Raises `NotAligned` where there is none."""
    detail = detail_of(values, valid)
    if detail is None:
        raise NotAligned(Message("an image shows nothing that could be recognised"))
    return detail


class Comparison:
    """The shifts of details, by phase correlation with one."""

    def __init__(self, reference: Detail, reach: float, parts: int, taper: float = TAPER):
        """``reach``: the longest shift in pixels; ``parts`` of a pixel are distinguished.  Raises `NotAligned`."""
        self._reference, self._reach, self._parts, self._taper = reference, reach, parts, taper
        self._shape = reference.values.shape
        if min(self._shape) < SMALLEST:
            raise NotAligned(Message("fewer than {smallest} pixels along a side can be compared", smallest=SMALLEST))
        self._transformed = [2 * fft.next_fast_len(-(-size // (COARSE * 2))) for size in self._shape]
        self._spectrum = self._coarse_spectrum(reference)

    def shift_of(self, image: Detail) -> tuple[float, float]:
        """Columns and rows.  Raises `NotAligned`."""
        return self._found(image)[0]

    def sure_shift_of(self, image: Detail) -> tuple[tuple[float, float], float]:
        """Columns and rows, and the correlation of the details (-1 to 1) after it.  Raises `NotAligned`."""
        shift, cross, left = self._found(image)
        return shift, cross.correlation(*left)

    def _found(self, image: Detail) -> tuple[tuple[float, float], _Cross, tuple[float, float]]:
        """The shift, the cross spectrum after its whole pixels, and what is left of it."""
        shift = self._near_shift(image)
        enough = CLOSE if image.patterned or self._reference.patterned else FAR
        for _ in range(MOST_CUTS):
            near = shift
            whole = int(np.rint(near[0])), int(np.rint(near[1]))
            left = near[0] - whole[0], near[1] - whole[1]
            cross = _shared_spectra(image, self._reference, whole, left, self._taper)
            column, row = _peak_between_pixels(cross, self._parts, left)
            shift = whole[0] + column, whole[1] + row
            if max(abs(shift[0] - near[0]), abs(shift[1] - near[1])) < enough:
                break
        if np.hypot(*shift) > self._reach:
            raise NotAligned(Message("the shift found is longer than MAX_SHIFT ({reach:g} pixels)", reach=self._reach))
        return shift, cross, (column, row)

    def _coarse_spectrum(self, detail: Detail) -> np.ndarray:
        """Of the sums of squares of `COARSE` pixels."""
        rows, columns = (size // COARSE * COARSE for size in self._shape)
        weighted = detail.values[:rows, :columns] * detail.weight[:rows, :columns]
        lines = weighted[::COARSE] + weighted[1::COARSE]
        sums = lines[:, ::COARSE] + lines[:, 1::COARSE]
        sums *= window_of(sums.shape, self._taper)
        return fft.rfft2(sums, s=self._transformed)

    def _near_shift(self, image: Detail) -> tuple[float, float]:
        """Columns and rows to a pixel or better.  Raises `NotAligned` where no peak or more than one stands out."""
        cross = np.conj(self._coarse_spectrum(image))
        cross *= self._spectrum
        magnitude = np.abs(cross)
        # the highest frequencies of rows and of columns are noise above all
        noise = min(float(magnitude[len(magnitude) // 2].mean()), float(magnitude[:, -1].mean()))
        magnitude += CLEAR_OF_NOISE * noise + DIGITS * float(magnitude.max()) + np.finfo(np.float32).tiny
        cross /= magnitude
        cross *= _low_pass(*self._transformed)
        surface = fft.irfft2(cross, s=self._transformed)
        reach = [int(min(np.ceil(self._reach), size - SMALLEST)) // COARSE + 1 for size in self._shape]
        rows, columns = (np.arange(-far, far + 1) for far in reach)
        near = surface[rows[:, None] % len(surface), columns % surface.shape[1]]
        row, column = (int(place) for place in np.unravel_index(near.argmax(), near.shape))
        _check_peak(near, row, column, float(surface.std()))
        return (COARSE * (columns[column] + _top(near[row], column)), COARSE * (rows[row] + _top(near[:, column], row)))


def _top(line: np.ndarray, place: int) -> float:
    """From the highest sample of a line to the top of the parabola through it and its neighbours."""
    if not 0 < place < len(line) - 1:
        return 0.0
    left, middle, right = (float(value) for value in line[place - 1:place + 2])
    bend = left - 2.0 * middle + right
    return 0.5 * (left - right) / bend if bend < 0.0 else 0.0


def _peak_between_pixels(cross: _Cross, parts: int, near: tuple[float, float]) -> tuple[float, float]:
    """Column and row of the highest correlation, up to a pixel from ``near``."""
    weighted = cross.weighted(*near)
    steps = np.arange(-PARTS, PARTS + 1) / PARTS
    columns, rows = near[0] + steps, near[1] + steps
    surface = cross.surface(weighted, columns, rows)
    y, x = np.unravel_index(surface.argmax(), surface.shape)
    column = np.rint((columns[x] + _top(surface[y], x) / PARTS) * parts)
    row = np.rint((rows[y] + _top(surface[:, x], y) / PARTS) * parts)
    reach = max(1, int(np.ceil(parts * NEAR)))
    around = np.arange(-reach, reach + 1)
    for _ in range(MOST_MOVES):
        surface = cross.surface(weighted, (column + around) / parts, (row + around) / parts)
        y, x = np.unravel_index(surface.argmax(), surface.shape)
        column, row = column + around[x], row + around[y]
        if min(x, y) > 0 and max(x, y) < len(around) - 1:
            break
    return float(column / parts), float(row / parts)


class _Cross(NamedTuple):
    """The cross spectrum of what two images share."""

    spectrum: np.ndarray
    """(rows, half of the columns + 1) complex64."""
    powers: tuple[np.ndarray, np.ndarray]
    """Of the image and of the reference, each (rings,) float64."""
    rings: _Rings

    def weighted(self, column: float, row: float) -> np.ndarray:
        """The spectrum with its frequencies weighted by the coherence that this shift leaves."""
        coherence = self._coherence(column, row)
        level = np.sqrt(coherence * self.powers[0] * self.powers[1])
        weights = np.zeros_like(level)
        np.divide(coherence / (1.0 - coherence) * self.rings.counts, level, out=weights, where=level > 0.0)
        weights[-1] = 0.0
        return self.spectrum * weights.astype(np.float32)[self.rings.numbers]

    def fine_error(self, column: float, row: float) -> float:
        """The standard error of this shift by the coherence of fine waves alone, pixels (Knapp & Carter 1976)."""
        coherence = self._coherence(column, row)
        information = coherence / (1.0 - coherence) * self.rings.counts
        information *= len(self.spectrum) / len(_sampled(self.spectrum))
        information *= (2.0 * np.pi * self.rings.frequencies) ** 2 / 4.0
        information = float(information[:-1][self.rings.frequencies[:-1] > FINE].sum())
        return 1.0 / np.sqrt(information) if information > 0.0 else np.inf

    def _coherence(self, column: float, row: float) -> np.ndarray:
        """Of each ring when the image is moved by this shift, (rings,)."""
        powers = self.powers[0] * self.powers[1]
        coherence = np.zeros_like(powers)
        np.divide(np.maximum(self._in_phase(column, row), 0.0) ** 2, powers, out=coherence, where=powers > 0.0)
        # noise alone is as coherent as that on average, for the window makes neighbours alike
        coherence -= CHANCE / self.rings.counts
        coherence = np.convolve(np.pad(coherence, 2, mode="edge"), np.full(5, 0.2), mode="valid")
        for power in self.powers:
            each = power / self.rings.counts
            coherence[each < LEAST_POWER * each[:-1].max()] = 0.0
        return np.clip(coherence, 0.0, MOST_COHERENCE)

    def correlation(self, column: float, row: float) -> float:
        """Of the details when they are moved by this shift, after a low pass: what is finer is noise above all."""
        counted = self.rings.low_pass**2
        power = float(np.sqrt((self.powers[0] @ counted) * (self.powers[1] @ counted)))
        return float(self._in_phase(column, row) @ counted) / power if power > 0.0 else 0.0

    def _in_phase(self, column: float, row: float) -> np.ndarray:
        """The cross power of each ring when the image is moved by this shift, (rings,)."""
        moved = _sampled(self.spectrum) * _wave(_sampled(self.rings.rows), row)[:, None]
        moved *= _wave(self.rings.columns, column)
        return self.rings.sums(moved.real)

    def surface(self, weighted: np.ndarray, columns: np.ndarray, rows: np.ndarray) -> np.ndarray:
        """The correlation at these columns and rows, (rows, columns)."""
        left = _wave(self.rings.rows[None], rows[:, None])
        right = _wave(self.rings.columns[:, None], columns[None]) * self.rings.sides[:, None]
        return (left @ (weighted @ right)).real


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
    adding: sparse.csr_matrix
    """(rings, sampled frequencies) float32: what sums each ring."""
    counts: np.ndarray
    """(rings,) float64: how many frequencies are summed."""

    @property
    def frequencies(self) -> np.ndarray:
        """Cycles per pixel of the middle of each ring, (rings,)."""
        return (np.arange(len(self.counts)) + 0.5) / (2.0 * (len(self.counts) - 1))

    @property
    def low_pass(self) -> np.ndarray:
        """What is left of each ring's waves by the low pass, (rings,)."""
        return np.exp(-0.5 * self.frequencies**2 / SMOOTHING**2)

    def sums(self, values: np.ndarray) -> np.ndarray:
        """Of values of sampled rows (rows, columns) in each ring, float64."""
        return (self.adding @ values.ravel()).astype(np.float64)


@lru_cache(maxsize=8)
def _rings(height: int, width: int) -> _Rings:
    rows, columns = fft.fftfreq(height), fft.rfftfreq(width)
    count = max(4, min(height, width) // 4)
    numbers = np.minimum(np.hypot(rows[:, None], columns) * 2.0 * count, count).astype(np.intp)
    sides = np.where((columns > 0.0) & (columns < 0.5), 2.0, 1.0).astype(np.float32)
    sampled = _sampled(numbers)
    each = np.broadcast_to(sides, sampled.shape).ravel()
    adding = sparse.csr_matrix((each, (sampled.ravel(), np.arange(sampled.size))), shape=(count + 1, sampled.size))
    return _Rings(rows, columns, sides, numbers, adding, np.bincount(sampled.ravel(), each, count + 1))


def _sampled(rows: np.ndarray) -> np.ndarray:
    """The rows of a spectrum that sums of rings are taken from: what rings tell needs no more."""
    return rows[:: max(1, len(rows) // SAMPLED_ROWS)]


@lru_cache(maxsize=8)
def _low_pass(rows: int, columns: int) -> np.ndarray:
    """For the frequencies of the sums of squares."""
    squares = (fft.fftfreq(rows)[:, None] / COARSE) ** 2 + (fft.rfftfreq(columns) / COARSE) ** 2
    return np.exp(-0.5 * squares / SMOOTHING**2).astype(np.float32)


def window_of(shape: tuple[int, int], taper: float) -> np.ndarray:
    """A Tukey window (Harris 1978) of rows and columns, float32, above 0 everywhere."""
    rows, columns = (_tapered(size, taper) for size in shape)
    return rows[:, None] * columns


@lru_cache(maxsize=16)
def _tapered(size: int, taper: float) -> np.ndarray:
    places = (np.arange(size) + 0.5) / size
    rim = np.minimum(np.minimum(places, 1.0 - places) * 2.0 / taper, 1.0)
    return (0.5 - 0.5 * np.cos(np.pi * rim)).astype(np.float32)


def _wave(frequencies: np.ndarray, places: np.ndarray | float) -> np.ndarray:
    return np.exp(2j * np.pi * frequencies * places).astype(np.complex64)


def _shared_spectra(
    image: Detail, reference: Detail, shift: tuple[int, int], left: tuple[float, float], taper: float
) -> _Cross:
    """Of what both show when the image is moved by whole columns and rows, and its gaps by what is ``left`` too.

    Raises `NotAligned`.
    """
    height, width = image.values.shape
    column, row = shift
    own = slice(max(0, -row), height - max(0, row)), slice(max(0, -column), width - max(0, column))
    other = slice(max(0, row), height - max(0, -row)), slice(max(0, column), width - max(0, -column))
    window = window_of(image.values[own].shape, taper)
    weights = image.weight[own], reference.weight[other]
    # the gaps of the other image, where its ground lies
    there = [
        _seen_from(weight, *step) if detail.patterned else weight
        for detail, weight, step in ((reference, weights[1], left), (image, weights[0], (-left[0], -left[1])))
    ]
    first, second = (window * weight * moved for weight, moved in zip(weights, there))
    if min(first.shape) < SMALLEST or first.mean() < LEAST_SHARED * window.mean():
        raise NotAligned(Message("too few pixels are valid in both images"))
    size = [fft.next_fast_len(-(-length // GRAIN) * GRAIN, real=True) for length in first.shape]
    rings = _rings(*size)
    # new memory costs as much as what is done to it: the same serves again where it can
    first = fft.rfft2(np.multiply(image.values[own], first, out=first), s=size)
    second = fft.rfft2(np.multiply(reference.values[other], second, out=second), s=size)
    powers = tuple(rings.sums(each.real**2 + each.imag**2) for each in (_sampled(first), _sampled(second)))
    second *= np.conj(first, out=first)
    return _Cross(second, powers, rings)


def _seen_from(weight: np.ndarray, column: float, row: float) -> np.ndarray:
    """A weight at positions less than a pixel to the right and down, linear between pixels."""
    for step, axis in ((row, 0), (column, 1)):
        share = np.float32(abs(step))
        moved = weight * (np.float32(1.0) - share)
        to, off = (np.swapaxes(each, 0, axis)[:: 1 if step > 0.0 else -1] for each in (moved, weight))
        to[:-1] += share * off[1:]
        to[-1:] += share * off[-1:]
        weight = moved
    return weight


def _check_peak(near: np.ndarray, row: int, column: int, spread: float) -> None:
    """Refuse a peak that is chance, and one that is not the only one."""
    peak = float(near[row, column])
    if not peak > LEAST_PEAK * spread:
        raise NotAligned(Message("no shift within MAX_SHIFT stands out from chance"))
    # the peak of smooth ground is broad, and noise gives it several tops
    _, peaks = ndimage.label(near > MOST_SECOND * peak, np.ones((3, 3)))
    if peaks > 1:
        raise NotAligned(Message("what the images show repeats itself: more than one shift would do"))
