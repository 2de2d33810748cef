"""How an image lies on a reference, whatever the size of both.

What fits in memory is compared as a whole.  What does not is compared as means of squares of pixels
first, and then in windows of whole pixels that are spread over the overlap and led by that: their
shifts together give the transform, robustly, at the precision of single pixels.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ..messages import Message, joined
from ..numeric.robust import mad_scale, tukey_weights
from ..progress import Stop
from ..raster.window import Window
from .agreement import (
    EVERY,
    IN_PLACE,
    LEAST_PIXELS,
    Decision,
    correlation,
    decide,
    decided,
    part_correlations,
    without_held_out,
)
from .detail import detail_of
from .fitting import LEAST_POINTS, fit_transform, residuals
from .methods import estimate, memory_per_pixel
from .pair import Estimate, NotAligned, Pair, centres, interpolated
from .phase_correlation import SMALLEST
from .settings import MatchSettings, TransformModel
from .transform import Transform
from .views import Comparison

PAIR_BYTES = 38
"""Of a pixel of two channels, their validity, and what is made from them to read and to judge them."""

MOST_PIXELS = 2_000_000
"""Compared at once: methods can be cancelled only between."""

WINDOW_SIDE = 384
"""Pixels along a side of the windows of large images."""
MOST_WINDOWS = 8
"""Of them along a side of the overlap."""
LEAST_AGREEING = 0.25
"""Of the windows, and no fewer than `LEAST_WINDOWS`, that must give one transform."""
LEAST_WINDOWS = 3

CONTRADICTION = 1.0
"""Pixels by which what is learnt from everything may differ from what was judged."""

ROUNDS = 20
FINEST = 0.05
"""Pixels: windows are not distinguished below it."""


class Match(NamedTuple):
    """How an image lies on a reference."""

    transform: Transform
    """From positions of the image as it is read to positions on the reference, both on the grid compared on."""
    shift: tuple[float, float]
    """Columns and rows by which the middle of the overlap moves."""
    matches: int
    """Points or windows that agree on it; 0 where the method has none."""
    decision: Decision


def match(comparison: Comparison, settings: MatchSettings, memory: float, stop: Stop) -> Match:
    """The transform that brings the image onto the reference, and whether it is one to the better.

    ``memory``: bytes; ``stop`` raises where the work shall end.  Raises `NotAligned`, `DamagedRasterError`,
    or `MissingLibraryError`.
    """
    window = looked_at(comparison, settings)
    most_pixels = pixels_at_once(settings, memory)
    if window.pixels <= most_pixels:
        transform, matches, decision = _as_whole(comparison, window, settings, stop)
    else:
        transform, matches, decision = _by_windows(comparison, window, settings, most_pixels, stop)
    middle = _middle(window)
    step = transform.after(comparison.lies.inverse()).moved(middle) - middle
    return Match(transform, (float(step[0, 0]), float(step[0, 1])), matches, decision)


def pixels_at_once(settings: MatchSettings, memory: float) -> float:
    """How many pixels are compared at once with so many bytes."""
    return min(memory / (memory_per_pixel(settings) + PAIR_BYTES), MOST_PIXELS)


def looked_at(comparison: Comparison, settings: MatchSettings) -> Window:
    """What of the overlap is compared.  Raises `NotAligned` where that is too little."""
    window = comparison.overlap
    if window.is_empty:
        raise NotAligned(Message("it does not overlap the reference"))
    if settings.crop_center:
        width, height = (min(settings.crop_center, size) for size in window.size)
        left, top = (window.width - width) // 2, (window.height - height) // 2
        window = Window(window.column + left, window.row + top, width, height)
    width, height = window.size
    if min(width, height) < SMALLEST:
        raise NotAligned(Message(
            "the part compared is {width} x {height} pixels: less than {smallest} cannot be compared",
            width=width, height=height, smallest=SMALLEST,
        ))
    return window


def _as_whole(
    comparison: Comparison, window: Window, settings: MatchSettings, stop: Stop
) -> tuple[Transform, int, Decision]:
    """Learn from everything; judge what all but the held-out windows say on these.

    What is learnt from everything is taken where it agrees with that, and these windows no worse after it than before.
    """
    pair = comparison.pair(window)
    stop()
    final = _estimate(pair, settings)
    stop()
    if final.transform.after(comparison.lies.inverse()).largest_move(*window.size) < IN_PLACE:
        decision = decide(pair, final, settings, comparison.lies)
    else:
        learnt = _estimate(without_held_out(pair), settings)
        stop()
        decision = decide(pair, learnt, settings, comparison.lies)
        off = final.transform.after(learnt.transform.inverse()).largest_move(*window.size)
        if off > CONTRADICTION or decide(pair, final, settings, comparison.lies).after < decision.before:
            final = learnt
    return _from_window(final.transform, window), final.matches, decision


def _estimate(pair: Pair, settings: MatchSettings) -> Estimate:
    """What the method finds.  Raises `NotAligned`, and says which of the two shows nothing."""
    try:
        return estimate(pair, settings)
    except NotAligned:
        sides = [
            (Message("the image"), pair.image, pair.image_valid),
            (Message("the reference"), pair.reference, pair.reference_valid),
        ]
        empty = [name for name, values, valid in sides if detail_of(values, valid) is None]
        if empty:
            names = joined(Message(" and "), empty)
            raise NotAligned(Message("nothing could be recognised in {names}", names=names)) from None
        raise


def _by_windows(
    comparison: Comparison, window: Window, settings: MatchSettings, most_pixels: float, stop: Stop
) -> tuple[Transform, int, Decision]:
    led = lead(comparison, window, settings, most_pixels)
    factor = math.ceil(math.sqrt(window.pixels / most_pixels))
    stop()
    training, held = _windows(window)
    fine = replace(settings, motion=TransformModel.TRANSLATION, max_shift=2.0 * factor + 2.0)
    places, belongs = [], []
    for part in training:
        stop()
        found = window_shift(comparison, part, led, fine)
        if found is not None:
            places.append(found[0])
            belongs.append(found[1])
    transform, agreeing = _common_transform(settings.motion, np.array(places), np.array(belongs), len(training))
    decision = _judged(comparison, window, held, transform, stop)
    _check_reach(transform.after(comparison.lies.inverse()), window, settings)
    return transform, agreeing, decision


def lead(comparison: Comparison, window: Window, settings: MatchSettings, most_pixels: float) -> Transform:
    """The transform of a part of the grid, from all of its pixels or means of squares of them.  Raises `NotAligned`."""
    factor = math.ceil(math.sqrt(max(1.0, window.pixels / most_pixels)))
    coarse = replace(settings, max_shift=settings.max_shift / factor + 1.0)
    found = _estimate(comparison.pair(window, factor=factor), coarse)
    larger = Transform(np.diag([float(factor), float(factor), 1.0]))
    return _from_window(larger.after(found.transform).after(larger.inverse()), window)


def window_shift(
    comparison: Comparison, window: Window, led: Transform, settings: MatchSettings
) -> tuple[np.ndarray, np.ndarray] | None:
    """A position of the image and where it belongs, by a window of the reference; None where that is not seen.

    ``led``: the transform, to a few pixels.  A shift is followed by whole pixels; another transform is undone by
    interpolation first.
    """
    middle = _middle(window)[0]
    if led.is_shift:
        step = round(led.step[0]), round(led.step[1])
        pair, followed = comparison.pair(window, step), Transform.shift(*step)
    else:
        pair, followed = _straightened(comparison, window, led), led
    if not enough(pair):
        return None
    try:
        found = estimate(pair, settings)
    except NotAligned:
        return None
    return followed.inverse().moved(middle[None])[0], middle + found.transform.step


def _straightened(comparison: Comparison, window: Window, led: Transform) -> Pair:
    """The window of the reference, and the image as ``led`` brings it there."""
    there = led.inverse().moved(centres(*window.shape) + np.array(window.corner))
    first = np.floor(there.min(axis=0)).astype(int) - 3
    last = np.ceil(there.max(axis=0)).astype(int) + 3
    image, image_valid = comparison.image.read(Window(*first.tolist(), *(last - first).tolist()))
    reference, reference_valid = comparison.reference.read(window)
    brought, known = interpolated(image, image_valid, there - first)
    return Pair(brought.reshape(window.shape), reference, known.reshape(window.shape), reference_valid)


def enough(pair: Pair) -> bool:
    """Whether two windows share enough to be compared."""
    return bool((pair.image_valid & pair.reference_valid).mean() > 0.25)


def _windows(window: Window) -> tuple[list[Window], list[Window]]:
    """Windows spread over a part of the grid: those to learn from, and those held out to judge by."""
    side = max(SMALLEST, min(WINDOW_SIDE, *(size // 3 for size in window.size)))
    numbers = [max(3, min(MOST_WINDOWS, size // side)) for size in window.size]
    lefts, tops = (
        first + np.rint(np.linspace(0, size - side, number)).astype(int)
        for first, size, number in zip(window.corner, window.size, numbers)
    )
    training: list[Window] = []
    held: list[Window] = []
    for i, top in enumerate(tops.tolist()):
        for j, left in enumerate(lefts.tolist()):
            (held if (i + 2 * j) % EVERY == 1 else training).append(Window(left, top, side, side))
    return training, held


def _common_transform(
    model: TransformModel, places: np.ndarray, belongs: np.ndarray, tried: int
) -> tuple[Transform, int]:
    """The transform that most positions agree on, from their median step on, by weights of residuals; how many agree.

    Raises `NotAligned`.
    """
    needed = max(LEAST_POINTS[model], LEAST_WINDOWS, math.ceil(LEAST_AGREEING * tried))
    if len(places) >= needed:
        off = np.hypot(*((belongs - places) - np.median(belongs - places, axis=0)).T)
        if model is not TransformModel.TRANSLATION:
            off = residuals(robust_affine(places, belongs), places, belongs)
        for _ in range(ROUNDS):
            weights = tukey_weights(off / max(mad_scale(off), FINEST))
            if np.count_nonzero(weights) < needed:
                break
            try:
                transform = fit_transform(model, places, belongs, weights)
            except np.linalg.LinAlgError:
                break
            off = residuals(transform, places, belongs)
        else:
            return transform, int(np.count_nonzero(weights))
    raise NotAligned(Message("too few windows of the overlap agree on one transform"))


def robust_affine(places: np.ndarray, belongs: np.ndarray) -> Transform:
    """An affine transform by least absolute deviations (reweighted least squares), to begin with."""
    weights = np.ones(len(places))
    transform = Transform.shift(*np.median(belongs - places, axis=0))
    for _ in range(ROUNDS):
        try:
            transform = fit_transform(TransformModel.AFFINE, places, belongs, weights)
        except np.linalg.LinAlgError:
            break
        weights = 1.0 / np.maximum(residuals(transform, places, belongs), FINEST)
    return transform


def _judged(comparison: Comparison, window: Window, held: list[Window], transform: Transform, stop: Stop) -> Decision:
    """Whether held-out windows agree better after the transform."""
    before, after = [], []
    for part in held:
        stop()
        both = correlations(comparison, part, transform)
        if both is not None:
            before.append(both[0])
            after.append(both[1])
    if not before:
        raise NotAligned(Message("too few pixels are valid in both images"))
    moved = in_window(transform.after(comparison.lies.inverse()), window)
    return decided(np.array(before), np.array(after), moved.largest_move(*window.size))


def correlations(comparison: Comparison, part: Window, transform: Transform) -> tuple[float, float] | None:
    """Of a window as the images lie, and after a transform; None where too little is valid in both."""
    step = whole_step(transform, part)
    first, second = comparison.pair(part), comparison.pair(part, step)
    if not (enough(first) and enough(second)):
        return None
    return correlation(first, in_window(comparison.lies, part)), correlation(second, in_window(transform, part, step))


def correlations_of_parts(
    comparison: Comparison, part: Window, transform: Transform, side: int
) -> tuple[np.ndarray, np.ndarray] | None:
    """The same of each square of ``side`` pixels of a window that is seen in both, (n,) each."""
    step = whole_step(transform, part)
    first, second = comparison.pair(part), comparison.pair(part, step)
    if not (enough(first) and enough(second)):
        return None
    before, had = part_correlations(first, in_window(comparison.lies, part), side)
    after, has = part_correlations(second, in_window(transform, part, step), side)
    usable = np.minimum(had, has) >= LEAST_PIXELS * side**2
    return (before[usable], after[usable]) if usable.any() else None


def _check_reach(moved: Transform, window: Window, settings: MatchSettings) -> None:
    if in_window(moved, window).largest_move(*window.size) > settings.max_shift:
        raise NotAligned(Message(
            "the transform found is longer than MAX_SHIFT ({max_shift:g} pixels)", max_shift=settings.max_shift
        ))


def _middle(window: Window) -> np.ndarray:
    """Its position, (1, 2)."""
    return np.array([[window.column + window.width / 2, window.row + window.height / 2]])


def whole_step(transform: Transform, window: Window) -> tuple[int, int]:
    """Whole columns and rows by which the middle of a window moves."""
    middle = _middle(window)
    step = transform.moved(middle) - middle
    return int(np.rint(step[0, 0])), int(np.rint(step[0, 1]))


def in_window(transform: Transform, window: Window, step: tuple[int, int] = (0, 0)) -> Transform:
    """A transform of positions of the grid as one of a pair that was read with ``step``."""
    column, row = window.corner
    return Transform.shift(-column, -row).after(transform).after(Transform.shift(column - step[0], row - step[1]))


def _from_window(transform: Transform, window: Window) -> Transform:
    """A transform of positions of a window as one of the grid."""
    return in_window(transform, Window(-window.column, -window.row, 0, 0))
