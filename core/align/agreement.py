"""Whether a motion makes two images agree better, on ground held out for that question."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.ndimage import gaussian_filter, map_coordinates

from .motion import Motion
from .pair import Estimate, Pair
from .settings import MatchSettings

IN_PLACE = 0.1
"""Pixels: where no corner of the image moves further, nothing is done."""
ALREADY = f"already in place: no corner is {IN_PLACE:g} pixels off"
SMOOTHING = 1.0
"""Pixels, standard deviation: smoothed images can be interpolated nearly without loss, so that moving
one neither blurs its noise nor its detail, and correlations before and after are comparable."""
UNMOVED = Motion.shift(0.0, 0.0)
WINDOW = (16, 64)
"""Pixels along a side of a held-out window: an eighth of the image, within these."""
EVERY = 5
"""One window of so many is held out, by a knight's move on the chessboard of all."""


class Decision(NamedTuple):
    """Whether a motion is to be applied."""

    before: float
    """Correlation on the held-out windows as the images lie."""
    after: float
    """The same after the motion."""
    accepted: bool
    reason: str
    """Why not, a clause; empty where it is accepted."""


def decide(pair: Pair, estimate: Estimate, settings: MatchSettings, lies: Motion = UNMOVED) -> Decision:
    """Whether an estimated motion moves anything, and to the better.

    ``lies``: how the image lies on the reference by what both files say, as far as the pair does not show it.
    """
    height, width = pair.image.shape
    held = held_out(pair.image.shape)
    before = _correlation(pair, lies, held)
    move = estimate.motion.after(lies.inverse()).largest_move(width, height)
    return decided(before, before if move < IN_PLACE else _correlation(pair, estimate.motion, held), move)


def decided(before: float, after: float, move: float) -> Decision:
    """What correlations before and after a move of so many pixels say about it."""
    if move < IN_PLACE:
        return Decision(before, before, False, ALREADY)
    if not after > before:
        return Decision(before, after, False, "the images do not agree better after it")
    return Decision(before, after, True, "")


def held_out(shape: tuple[int, int]) -> np.ndarray:
    """The pixels (rows, columns) of the windows that only decisions look at, about a fifth; bool."""
    side = int(np.clip(min(shape) // 8, *WINDOW))
    rows, columns = (np.arange(size) // side for size in shape)
    return (rows[:, None] + 2 * columns) % EVERY == 0


def without_held_out(pair: Pair) -> Pair:
    """The pair with these windows of the reference, and of what lies there of the image, not valid."""
    kept = ~held_out(pair.image.shape)
    return pair._replace(reference_valid=pair.reference_valid & kept)


def correlation(pair: Pair, motion: Motion) -> float:
    """Correlation of the reference with the image moved by ``motion``, over what is valid in both; 0 without any."""
    return _correlation(pair, motion, np.ones(pair.image.shape, dtype=bool))


def _correlation(pair: Pair, motion: Motion, where: np.ndarray) -> float:
    rows, columns = np.nonzero(where & pair.reference_valid)
    places = motion.inverse().moved(np.column_stack([columns + 0.5, rows + 0.5])) - 0.5
    places = places[:, ::-1].T
    known = map_coordinates(pair.image_valid.astype(np.float32), places, order=1, mode="constant") > 0.999
    if known.sum() < 3:
        return 0.0
    image = map_coordinates(_smooth(pair.image, pair.image_valid), places[:, known], order=3, mode="nearest")
    reference = _smooth(pair.reference, pair.reference_valid)[rows[known], columns[known]]
    image, reference = (each.astype(np.float64) - each.mean(dtype=np.float64) for each in (image, reference))
    power = np.sqrt((image**2).sum() * (reference**2).sum())
    return float((image * reference).sum() / power) if power > 0.0 else 0.0


def _smooth(values: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Of valid pixels only; (rows, columns) float32."""
    level = values[valid].mean(dtype=np.float64) if valid.any() else 0.0
    shifted = np.where(valid, values - level, 0.0).astype(np.float32)
    share = gaussian_filter(valid.astype(np.float32), SMOOTHING)
    return gaussian_filter(shifted, SMOOTHING) / np.maximum(share, 1e-3)
