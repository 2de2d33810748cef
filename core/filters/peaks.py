"""The histogram of a band and its peaks (scipy.signal.find_peaks and peak_widths on smoothed counts)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from scipy import ndimage, signal

from ..execution import Signal
from ..raster.image import Image
from ..run import Run
from .counting import window_plan
from .settings import PeakSettings
from .windowed import Need, Patch, compute_windows


@dataclass(frozen=True)
class Bins:
    """Equal bins from the lowest to the highest value; a bin of whole numbers holds equally many of them."""

    low: float
    step: float
    number: int
    whole: bool

    def count(self, values: np.ndarray) -> np.ndarray:
        """(number,) int64 of the values, one dimension, that lie in the bins."""
        place = np.floor((values.astype(np.float64) - self.low) / self.step)
        # the highest value is the end of the last bin; what lies beyond has no bin
        index = np.minimum(place[(place >= 0) & (place <= self.number)], self.number - 1)
        return np.bincount(index.astype(np.intp), minlength=self.number)

    def value(self, place: np.ndarray | float) -> np.ndarray | float:
        """The value at a place between bins, where 0 is the middle of the first one."""
        middle = (self.step - 1) / 2 if self.whole else self.step / 2
        return self.low + middle + self.step * place


class Peak(NamedTuple):
    """One peak; values and widths in units of the band, heights in pixels of a bin after smoothing."""

    value: float
    """Middle of its highest bin."""
    height: float
    prominence: float
    """How far it rises above the higher one of the valleys that part it from higher peaks."""
    width: float
    """At half its prominence."""
    left: float
    right: float
    """Ends of that width."""
    begins: float
    ends: float
    """The valleys to its neighbours, or the ends of the histogram."""
    share: float
    """Of all pixels, those between the valleys."""


class Histogram(NamedTuple):
    """A band's histogram and its peaks in order of their values."""

    bins: Bins
    count: np.ndarray
    """(number,) pixels."""
    smoothed: np.ndarray
    """(number,) float64."""
    peaks: list[Peak]


def make_bins(dtype: np.dtype, low: float, high: float, most: int) -> Bins:
    """At most so many bins from the lowest to the highest value of a band."""
    if dtype.kind == "f":
        step = (high - low) / most
        if step:
            return Bins(low, step, most, whole=False)
        # the middle of the only bin is the only value
        step = abs(low) or 1.0
        return Bins(low - step / 2, step, 1, whole=False)
    step = math.ceil((high - low + 1) / most)
    return Bins(low, float(step), math.ceil((high - low + 1) / step), whole=True)


def in_units(bins: Bins, count: np.ndarray, gain: float, level: float) -> tuple[Bins, np.ndarray]:
    """Bins of stored values, with their counts, as bins of physical ones: ``gain * stored + level``."""
    if (gain, level) == (1.0, 0.0) or not gain:
        return bins, count
    step = abs(gain) * bins.step
    first = bins.value(0 if gain > 0 else bins.number - 1)
    return Bins(gain * first + level - step / 2, step, bins.number, whole=False), count[:: 1 if gain > 0 else -1]


def count_bins(image: Image, bins: Bins, run: Run) -> np.ndarray:
    """The histogram of an image's first band, of its valid pixels: (number,) int64."""

    def compute(patch: Patch, signal: Signal) -> np.ndarray:
        return bins.count(patch.values[0][patch.valid[0]])

    total = np.zeros(bins.number, dtype=np.int64)
    plan = window_plan(image, Need(24.0, 8.0), run)
    for _, count in compute_windows(image, compute, plan, run):
        total += count
    run.progress.advance(1.0)
    return total


def find_peaks(bins: Bins, count: np.ndarray, settings: PeakSettings) -> Histogram:
    """The peaks that all limits of the settings leave, which are in units of ``bins``; also those at its ends."""
    smoothed = ndimage.gaussian_filter(count.astype(np.float64), settings.smoothing, mode="reflect")
    highest = smoothed.max()
    # nothing lies beyond the ends, so that the first and the last bin may be peaks
    padded = np.pad(smoothed, 1)
    places, found = signal.find_peaks(
        padded,
        height=settings.min_height / 100 * highest,
        prominence=settings.min_prominence / 100 * highest,
        distance=max(settings.min_distance / bins.step, 1.0),
        width=settings.min_width / bins.step,
        rel_height=0.5,
    )
    valleys = _valleys(smoothed, places - 1)
    total = max(int(count.sum()), 1)
    peaks = []
    for number, place in enumerate(places - 1):
        first, end = valleys[number], valleys[number + 1]
        ends = (found[side][number] - 1 for side in ("left_ips", "right_ips"))
        left, right = (float(bins.value(min(max(end, -0.5), bins.number - 0.5))) for end in ends)
        peaks.append(
            Peak(
                value=float(bins.value(place)),
                height=float(smoothed[place]),
                prominence=float(found["prominences"][number]),
                width=right - left,
                left=left,
                right=right,
                begins=float(bins.value(first)),
                ends=float(bins.value(end - 1)),
                share=float(count[first:end].sum()) / total,
            )
        )
    return Histogram(bins, count, smoothed, peaks)


def _valleys(smoothed: np.ndarray, places: np.ndarray) -> list[int]:
    """The first bin of each peak's own part of the histogram, and the end of the last one's."""
    between = [int(a + 1 + np.argmin(smoothed[a + 1:b])) for a, b in zip(places[:-1], places[1:])]
    return [0, *between, len(smoothed)]


def number_text(value: float, step: float, least: int = 6) -> str:
    """A value with digits that tell it from those a bin away, ``least`` at least; whole numbers in full."""
    if float(value).is_integer() and abs(value) < 1e15:
        return f"{int(value)}"
    digits = 3 + math.floor(math.log10(abs(value))) - math.floor(math.log10(step)) if value and step else least
    return f"{value:.{min(max(digits, least), 17)}g}"
