"""Whether a transform makes two images agree better, on windows held out for that question.

Every fifth window of a chessboard, by a knight's move, is held out.  The correlation in each, as the
images lie and after the transform, is compared window by window: the mean gain must exceed twice its
standard error.  A window under a cloud gains nothing and weighs no more than any other, which it
would in one correlation of all pixels.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.ndimage import gaussian_filter, map_coordinates, spline_filter

from ..messages import Message
from .detail import sample_of, standardised
from .pair import Estimate, Pair
from .settings import MatchSettings
from .transform import Transform

IN_PLACE = 0.1
"""Pixels: where no corner of the image moves further, nothing is done."""
ALREADY = Message("already in place: no corner is {in_place:g} pixels off", in_place=IN_PLACE)
NOT_BETTER = Message("the images do not surely agree better after it")
SMOOTHING = 1.0
"""Pixels, standard deviation: smoothed images can be interpolated nearly without loss, so that moving
one neither blurs its noise nor its detail, and correlations before and after are comparable."""
WINDOW = (16, 64)
"""Pixels along a side of a window: a twelfth of the image, within these."""
PER_SIDE = 12
EVERY = 5
"""One window of so many is held out."""
LEAST_PIXELS = 0.25
"""Of a window that must be valid in both, before and after."""
FEWEST_WINDOWS = 4
"""Fewer have no standard error: all pixels are compared then."""
STANDARD_ERRORS = 2.0
"""By which the mean gain must exceed 0."""
MOST_CORRELATION = 0.9999
"""More counts as this: noise alone tells such windows apart."""
UNMOVED = Transform.shift(0.0, 0.0)


class Decision(NamedTuple):
    """Whether a transform is to be applied."""

    before: float
    """Mean correlation (by Fisher's z) of held-out windows as the images lie; 0 where there are none."""
    after: float
    """The same after the transform."""
    accepted: bool
    reason: str
    """Why not, a clause; empty where it is accepted."""
    checked: bool = True
    """Whether windows decided that the transform was not learnt from."""


class _Seen(NamedTuple):
    """Pixels of the held-out windows that both images show."""

    window: np.ndarray
    """(n,) int: each pixel's window."""
    image: np.ndarray
    """(n,) float64."""
    reference: np.ndarray
    """(n,) float64."""


def decide(pair: Pair, estimate: Estimate, settings: MatchSettings, lies: Transform = UNMOVED) -> Decision:
    """Whether an estimated transform moves anything, and to the better.

    ``lies``: how the image lies on the reference by what both files say, as far as the pair does not show it.
    """
    height, width = pair.image.shape
    numbers = _windows(pair.image.shape)
    smooth = _smooth_pair(pair)
    before = _seen(smooth, lies, numbers)
    move = estimate.transform.after(lies.inverse()).largest_move(width, height)
    after = before if move < IN_PLACE else _seen(smooth, estimate.transform, numbers)
    return decided(*_compared(before, after, int(numbers.max()) + 1), move)


def decided(before: float | np.ndarray, after: float | np.ndarray, move: float) -> Decision:
    """What correlations before and after a move of so many pixels say about it.

    ``before``, ``after``: of all, or of each of several windows (n,): their mean gain must then exceed
    twice its standard error, and their median gain 0, so that a few windows that gain much do not outvote the rest.
    """
    # by Fisher's z a gain from 0.98 to 0.99 counts as one from 0.2 to 0.5
    first, second = (
        np.arctanh(np.clip(np.atleast_1d(each), -MOST_CORRELATION, MOST_CORRELATION)) for each in (before, after)
    )
    was, now = float(np.tanh(first.mean())), float(np.tanh(second.mean()))
    if move < IN_PLACE:
        return Decision(was, was, False, ALREADY)
    gain = second - first
    error = float(gain.std(ddof=1)) / np.sqrt(len(gain)) if len(gain) > 1 else 0.0
    if not (gain.mean() > STANDARD_ERRORS * error and np.median(gain) > 0.0 and now > 0.0):
        return Decision(was, now, False, NOT_BETTER)
    return Decision(was, now, True, "")


def held_out(shape: tuple[int, int]) -> np.ndarray:
    """The pixels (rows, columns) of the windows that decisions look at, about a fifth; bool."""
    return _windows(shape) >= 0


def without_held_out(pair: Pair) -> Pair:
    """The pair with these windows of the reference not valid, for estimates that must not know them."""
    return pair._replace(reference_valid=pair.reference_valid & ~held_out(pair.image.shape))


def correlation(pair: Pair, transform: Transform) -> float:
    """Correlation of the reference with the image moved by ``transform``, over what is valid in both; 0 without any.

    Both are smoothed by a Gaussian of 1 pixel first, so that interpolation is nearly without loss.
    """
    return _correlation(_seen(_smooth_pair(pair), transform, np.zeros(pair.image.shape, dtype=np.int64)))


def part_correlations(pair: Pair, transform: Transform, side: int) -> tuple[np.ndarray, np.ndarray]:
    """The same of each square of ``side`` pixels of the reference, (n,), and the pixels that count in it, (n,)."""
    rows, columns = (np.arange(size) // side for size in pair.image.shape)
    numbers = rows[:, None] * (columns[-1] + 1) + columns
    return _correlations(_seen(_smooth_pair(pair), transform, numbers), int(numbers.max()) + 1)


def _windows(shape: tuple[int, int]) -> np.ndarray:
    """The number of each pixel's window (rows, columns), -1 where it is not held out."""
    side = int(np.clip(min(shape) // PER_SIDE, *WINDOW))
    rows, columns = (np.arange(size) // side for size in shape)
    numbers = rows[:, None] * (columns[-1] + 1) + columns
    return np.where((rows[:, None] + 2 * columns) % EVERY == 0, numbers, -1)


def _smooth_pair(pair: Pair) -> Pair:
    """Both smoothed, the image as the coefficients of its cubic spline."""
    image, reference = _smooth(pair.image, pair.image_valid), _smooth(pair.reference, pair.reference_valid)
    return pair._replace(image=spline_filter(image, order=3, output=np.float32), reference=reference)


def _smooth(values: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Smoothed by valid pixels only (Knutsson & Westin 1993), about 0; (rows, columns) float32."""
    sample = sample_of(values, valid)
    if not sample.size:
        return np.zeros(values.shape, dtype=np.float32)
    shifted, _ = standardised(values, valid, sample)
    if valid.all():
        return gaussian_filter(shifted, SMOOTHING)
    share = gaussian_filter(valid.astype(np.float32), SMOOTHING)
    return gaussian_filter(shifted, SMOOTHING) / np.maximum(share, 1e-3)


def _seen(smooth: Pair, transform: Transform, numbers: np.ndarray) -> _Seen:
    """The image's pixels where the transform brings them, at those of the reference."""
    rows, columns = np.nonzero((numbers >= 0) & smooth.reference_valid)
    places = transform.inverse().moved(np.column_stack([columns + 0.5, rows + 0.5])) - 0.5
    places = np.ascontiguousarray(places[:, ::-1].T)
    known = map_coordinates(smooth.image_valid.astype(np.float32), places, order=1) > 0.999
    image = map_coordinates(smooth.image, places[:, known], order=3, mode="nearest", prefilter=False)
    rows, columns = rows[known], columns[known]
    return _Seen(numbers[rows, columns], image.astype(np.float64), smooth.reference[rows, columns].astype(np.float64))


def _correlation(seen: _Seen) -> float:
    if not seen.window.size:
        return 0.0
    return float(_correlations(seen._replace(window=np.zeros_like(seen.window)), 1)[0][0])


def _correlations(seen: _Seen, count: int) -> tuple[np.ndarray, np.ndarray]:
    """The correlation in each window, 0 where there is none, and its number of pixels."""
    pixels = np.bincount(seen.window, minlength=count)
    fewest = np.maximum(pixels, 1)
    # about the mean of all first: squares of large values would eat the difference
    about = [values - values.mean() if values.size else values for values in seen[1:]]
    sums = [np.bincount(seen.window, values, count) / fewest for values in about]
    left = [values - mean[seen.window] for values, mean in zip(about, sums)]
    both, ours, theirs = (
        np.bincount(seen.window, first * second, count)
        for first, second in ((left[0], left[1]), (left[0], left[0]), (left[1], left[1]))
    )
    power = np.sqrt(ours * theirs)
    found = np.zeros(count)
    np.divide(both, power, out=found, where=power > 0.0)
    return np.clip(found, -1.0, 1.0), pixels


def _compared(before: _Seen, after: _Seen, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Correlations in the windows that both know, or of all pixels where these are too few."""
    (was, had), (now, has) = _correlations(before, count), _correlations(after, count)
    usable = np.minimum(had, has) >= LEAST_PIXELS * max(had.max(), has.max(), 1)
    if usable.sum() < FEWEST_WINDOWS:
        return np.array([_correlation(before)]), np.array([_correlation(after)])
    return was[usable], now[usable]
