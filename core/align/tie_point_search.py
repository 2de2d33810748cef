"""Tie points of pairs of images, found in windows spread over their overlap.

`phase_correlation` and `ecc` bring one shift for each window, `features` many points for each of a
few larger ones.  So much is read of a pair whatever the images' size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ..execution import Signal, Threads, run_tasks, thread_count
from ..progress import Progress
from ..raster.canvas import Canvas
from ..raster.image import Image
from ..raster.reading import Handles, Window, intersection
from .features import match_points
from .methods import METHODS
from .pair import NotAligned, Pair
from .settings import AlignMethod, MatchSettings, MotionModel
from .tie_points import TiePoints
from .view import View

SMALLEST_WINDOW, LARGEST_WINDOW = 128, 1024
"""Pixels along a side of a window that brings one shift."""
REACH = 4.0
"""Sides of a window in units of the largest shift: what is shifted must still be in it."""
FEATURE_WINDOW = 768
"""Pixels along a side of a window that brings many points; more would keep a cancel waiting."""
MOST_ACROSS, MOST_FEATURES_ACROSS = 7, 2
"""Windows along a side of an overlap."""
MOST_POINTS = 100
"""Of a pair: points near each other err alike, so more of them tell no more."""
LEAST_SIDE = 16
"""Pixels of an overlap's shorter side."""
LEAST_SHARED = 0.2
"""Of a window's pixels that must be valid in both images."""

Found = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Positions (n, 2) in the window of the first image and of the second, and weights (n,)."""


class PairTask(NamedTuple):
    """Two images by their numbers."""

    first: int
    second: int


def find_tie_points(
    images: Sequence[Image],
    canvas: Canvas,
    pairs: np.ndarray,
    settings: MatchSettings,
    threads: int,
    progress: Progress,
) -> list[TiePoints]:
    """Tie points of each of ``pairs`` (P, 2), in map coordinates of the canvas; none where two images don't match.

    Raises `DamagedRasterError`, `MissingLibraryError` or `Cancelled`.
    """
    handles = Handles()
    views = [View(image, canvas, settings.channel, handles) for image in images]
    search = _Search(views, settings, handles)
    tasks = [PairTask(*pair) for pair in np.asarray(pairs).tolist()]
    with Threads(min(thread_count(threads), max(len(tasks), 1))) as pool:
        return list(run_tasks(search.find, tasks, pool, progress, float(len(tasks))))


class _Search:
    def __init__(self, views: Sequence[View], settings: MatchSettings, handles: Handles):
        self._views = views
        self._settings = settings
        self._handles = handles

    def find(self, task: PairTask, signal: Signal) -> TiePoints:
        """The task of one pair."""
        first, second = self._views[task.first], self._views[task.second]
        overlap = intersection(first.window, second.window)
        at: list[tuple[np.ndarray, np.ndarray]] = []
        weights = []
        windows = list(_windows(overlap, self._settings)) if min(overlap[2:]) >= LEAST_SIDE else []
        for window in windows:
            signal.stop_if_asked()
            found = self._in_window(first, second, window)
            if found is not None:
                at.append((found[0] + window[:2], found[1] + window[:2]))
                weights.append(found[2])
            signal.add(1.0 / len(windows))
        self._handles.release_cache()
        if not weights:
            signal.add(0.0 if windows else 1.0)
            return TiePoints.of_pair(*task, np.empty((0, 2)), np.empty((0, 2)))
        one, two = (np.concatenate(side) for side in zip(*at))
        points = TiePoints.of_pair(*task, first.on_map(one), second.on_map(two), np.concatenate(weights))
        return points.only(_spread(one, points.weight))

    def _in_window(self, first: View, second: View, window: Window) -> Found | None:
        (image, image_valid), (reference, reference_valid) = first.read(window), second.read(window)
        if (image_valid & reference_valid).mean() < LEAST_SHARED:
            return None
        try:
            return _finder(self._settings)(Pair(image, reference, image_valid, reference_valid), self._settings)
        except NotAligned:
            return None


def _finder(settings: MatchSettings) -> Callable[[Pair, MatchSettings], Found]:
    return _many_points if settings.method is AlignMethod.FEATURES else _one_shift


def _one_shift(pair: Pair, settings: MatchSettings) -> Found:
    """The middle of what both show, by the window's shift."""
    estimate = METHODS[settings.method](pair, replace(settings, motion=MotionModel.TRANSLATION))
    step = np.array(estimate.motion.step)
    middle = np.array(pair.image.shape[::-1]) / 2.0
    return (middle - step / 2.0)[None], (middle + step / 2.0)[None], np.ones(1)


def _many_points(pair: Pair, settings: MatchSettings) -> Found:
    """Points that agree roughly on an affine motion; what they make of it is the network's to decide."""
    matches = match_points(pair, replace(settings, motion=MotionModel.AFFINE))
    return matches.image, matches.reference, matches.weights


def _windows(overlap: Window, settings: MatchSettings) -> Iterator[Window]:
    """Windows spread evenly over an overlap, in the order of its rows; they reach into each other by up to a half."""
    if settings.method is AlignMethod.FEATURES:
        wanted, most = FEATURE_WINDOW, MOST_FEATURES_ACROSS
    else:
        wanted = int(np.clip(REACH * settings.max_shift, SMALLEST_WINDOW, LARGEST_WINDOW))
        most = MOST_ACROSS
    sides = [min(wanted, side) for side in overlap[2:]]
    step = wanted if settings.method is AlignMethod.FEATURES else wanted / 2.0
    counts = [min(int(np.ceil((whole - side) / step)) + 1, most) for whole, side in zip(overlap[2:], sides)]
    starts = [
        start + np.rint(np.linspace(0.0, whole - side, count) if count > 1 else [(whole - side) / 2.0]).astype(int)
        for start, whole, side, count in zip(overlap, overlap[2:], sides, counts)
    ]
    for row in starts[1].tolist():
        for column in starts[0].tolist():
            yield column, row, sides[0], sides[1]


def _spread(at: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Numbers of at most `MOST_POINTS` points (n, 2): the heaviest of each part of their area in turn."""
    if len(at) <= MOST_POINTS:
        return np.arange(len(at))
    low, span = at.min(axis=0), np.maximum(np.ptp(at, axis=0), 1.0)
    along = int(np.sqrt(MOST_POINTS))
    cells = np.minimum((along * (at - low) / span).astype(int), along - 1)
    number = cells[:, 1] * along + cells[:, 0]
    order = np.lexsort((-weight, number))
    ranked = number[order]
    turn = np.arange(len(order)) - np.searchsorted(ranked, ranked)
    return np.sort(order[np.argsort(turn, kind="stable")[:MOST_POINTS]])
