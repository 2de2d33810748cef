"""Normalised cross-correlation where some pixels hold nothing.

For a template t with mask k and an area a with mask m, and every place the template can take in it, sums
over the pixels that are valid in both (Padfield 2012, doi 10.1109/TIP.2011.2181402):

    n = sum m k    Sa = sum a k    Saa = sum a^2 k    St = sum m t    Stt = sum m t^2    Sat = sum a t
    score = (Sat - Sa St / n) / sqrt((Saa - Sa^2 / n) (Stt - St^2 / n))

Each is a correlation of two arrays, in the frequency domain or term by term, whichever takes less.  Means
are taken away beforehand; under a template without a hole the area's spread comes from running sums that
only add, so constant ground is known for sure.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from scipy import fft

from .moments import Moments, windows_along_rows

FOURIER_COST = 6.0
"""Of one value and doubling in a transform, over that of one product in a sum: measured."""

FLAT = 1e-16
FLAT_FROM_SUMS = 1e-10
"""Variance over that of the whole area or template below which it counts as none: as it is known, and from sums."""


class Template(NamedTuple):
    """What is looked for, one or as many as there are areas."""

    values: np.ndarray
    """(B or 1, h, w) float64 without their mean, 0 where invalid."""
    valid: np.ndarray
    """(B or 1, h, w) bool."""


def template_of(values: np.ndarray, valid: np.ndarray) -> Template:
    """The template for `correlation_scores` of values and validity (B, h, w)."""
    return Template(_centred(values, valid), valid)


def correlation_scores(
    area: np.ndarray, valid: np.ndarray, template: Template, min_valid: float, stop: Callable[[], None]
) -> np.ndarray:
    """Scores (B, H - h + 1, W - w + 1), -1 to 1, of the template at every place in areas (B, H, W).

    NaN where fewer than ``min_valid`` of the template's rectangle are valid in both, and where
    either has no contrast there.  ``stop`` is called now and then and may raise.
    """
    pixels = template.valid.shape[1] * template.valid.shape[2]
    area = _centred(area, valid)
    # the spectra that are asked for again are held by this
    correlate = _Correlator(area.shape[1:], template.valid.shape[1:], stop)
    whole = bool(template.valid.all())
    number, total, spread = (_box if whole else _sums)(area, valid, template, correlate)
    stop()
    with np.errstate(divide="ignore", invalid="ignore"):
        product = correlate(area, template.values)
        if valid.all():
            contrast = np.square(template.values).sum(axis=(1, 2), keepdims=True)
        else:
            mean = correlate(valid, template.values)
            product -= total * mean / number
            contrast = correlate(valid, np.square(template.values)) - np.square(mean) / number
        score = product / np.sqrt(spread * contrast)
    enough = (number >= max(2.0, min_valid * pixels * (1 - 1e-12)))
    enough &= spread > _flat(number, area, valid, whole)
    enough &= contrast > _flat(number, template.values, template.valid, bool(valid.all()))
    return np.where(enough, np.clip(score, -1.0, 1.0), np.nan)


def _centred(values: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """(B, H, W) float64 without the mean of each, 0 where invalid; from -2 to 2.

    Divided by powers of two, which change no bit of a score and keep squares within what doubles hold.
    """
    known = np.where(valid, values, 0.0).astype(np.float64)
    known = np.ldexp(known, -np.frexp(np.abs(known).max(axis=(1, 2), keepdims=True))[1])
    number = np.maximum(valid.sum(axis=(1, 2), keepdims=True), 1)
    # twice: the first mean of large values is rounded
    for _ in range(2):
        known = np.where(valid, known - known.sum(axis=(1, 2), keepdims=True) / number, 0.0)
    return known


def _flat(number: np.ndarray, values: np.ndarray, valid: np.ndarray, exact: bool) -> np.ndarray:
    """Sums of squares that are no contrast, beside that of all values."""
    variance = np.square(values).sum(axis=(1, 2), keepdims=True) / np.maximum(valid.sum(axis=(1, 2), keepdims=True), 1)
    return number * variance * (FLAT if exact else FLAT_FROM_SUMS)


def _sums(area: np.ndarray, valid: np.ndarray, template: Template, correlate: _Correlator) -> tuple[np.ndarray, ...]:
    """Number, sum, and squared deviations of the area's pixels under the template's."""
    number = np.rint(correlate(valid, template.valid))
    total = correlate(area, template.valid)
    squares = correlate(np.square(area), template.valid)
    return number, total, squares - np.square(total) / np.maximum(number, 1.0)


def _box(area: np.ndarray, valid: np.ndarray, template: Template, _: _Correlator) -> tuple[np.ndarray, ...]:
    """The same for a template without a hole."""
    areas, height, width = area.shape
    rows, columns = template.valid.shape[1:]
    full = bool(valid.all())
    # where nothing is missing one count is enough for all windows
    count = np.ones((height, 1)) if full else valid.astype(np.float64).transpose(1, 0, 2).reshape(height, -1)
    found = windows_along_rows(Moments(count, area.transpose(1, 0, 2).reshape(height, -1), None), rows, 0)
    places = len(found.mean)
    mean, spread = (_across(part, areas) for part in found[1:])
    count = np.full((width, 1), float(rows)) if full else _across(found.count, areas)
    found = windows_along_rows(Moments(count, mean, spread), columns, 0)
    number = np.broadcast_to(found.count, found.mean.shape)
    number, mean, spread = (part.reshape(-1, places, areas).transpose(2, 1, 0) for part in (number, *found[1:]))
    return number, number * mean, spread


def _across(values: np.ndarray, areas: int) -> np.ndarray:
    """Columns of areas side by side (places, areas * width), as rows (width, places * areas)."""
    turned = values.reshape(len(values), areas, -1).transpose(2, 0, 1)
    return turned.reshape(len(turned), -1)


class _Correlator:
    """Correlates areas of one shape with templates of one shape: all places that a template can take."""

    def __init__(self, area: tuple[int, int], template: tuple[int, int], stop: Callable[[], None]):
        self._stop = stop
        self._places = area[0] - template[0] + 1, area[1] - template[1] + 1
        self._template = template
        self._shape = fft.next_fast_len(area[0], True), fft.next_fast_len(area[1], True)
        values = math.prod(self._shape)
        products = math.prod(self._places) * math.prod(template)
        self._direct = products < FOURIER_COST * values * math.log2(values)
        self._known: dict[int, tuple[np.ndarray, np.ndarray]] = {}

    def __call__(self, area: np.ndarray, template: np.ndarray) -> np.ndarray:
        """(B, places down, places across)."""
        self._stop()
        if not self._direct:
            spectrum = self._spectrum(area) * self._spectrum(template).conj()
            return fft.irfft2(spectrum, self._shape)[:, : self._places[0], : self._places[1]]
        result = np.zeros((len(area), *self._places))
        if math.prod(self._template) <= math.prod(self._places):
            for row, column in np.ndindex(*self._template):
                part = area[:, row:row + self._places[0], column:column + self._places[1]]
                result += part * template[:, row, column][:, None, None]
            return result
        for row, column in np.ndindex(*self._places):
            part = area[:, row:row + self._template[0], column:column + self._template[1]]
            result[:, row, column] = (part * template).sum(axis=(1, 2))
        return result

    def _spectrum(self, values: np.ndarray) -> np.ndarray:
        """Of an array, which is held with it: the same one is asked for several times."""
        if id(values) not in self._known:
            self._known[id(values)] = values, fft.rfft2(values.astype(np.float64, copy=False), self._shape)
        return self._known[id(values)][1]
