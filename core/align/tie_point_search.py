"""Tie points of pairs of images, found in windows spread over their overlap.

`phase_correlation` and `ecc` bring one shift for each window, `features` many points for each of a
few larger ones.  So much is read of a pair whatever the images' size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ..execution import Signal, run_tasks
from ..raster.image import Image
from ..raster.reference_system import through, transformation
from ..raster.source import Handles
from ..raster.window import Window
from ..run import Run
from .features import match_points
from .fitting import spread_out
from .matching import PAIR_BYTES
from .methods import estimate, memory_per_pixel
from .pair import NotAligned, Pair
from .settings import AlignMethod, MatchSettings, TransformModel
from .tie_points import TiePoints
from .views import Comparison, compare

WINDOW_SIDES = 256, 128
"""Pixels along a side of windows that bring one shift; the smaller for images turned too far for the larger."""
ENOUGH = 0.5
"""Of the windows that must match, or smaller ones are tried."""
REACH = 4.0
"""Least side of a window in units of the largest shift: what is shifted must still be in it."""
LARGEST_WINDOW = 1024
FEATURE_WINDOW = 768
"""Pixels along a side of a window that brings many points; more would keep a cancel waiting."""
MOST_WINDOWS, MOST_FEATURE_WINDOWS = 49, 4
"""Of an overlap."""
MOST_POINTS = 100
"""Of a pair: points near each other err alike, so more of them tell no more."""
LEAST_AGREEING = 3, 0.5
"""Windows, and share of those that brought a shift, that must agree, or the pair has no tie points: unrelated ground
brings shifts too, but scattered ones."""
AGREEMENT = 2.0
"""Pixels by which shifts that agree may differ from one similarity."""
MOST_BENT = 0.05
"""Turn, radians, and change of scale beyond which two windows' shifts are not of one transform."""
LEAST_ALONG = 64
"""Pixels of a window along the longer side of a small overlap, so that it has windows enough to agree."""
LEAST_SIDE = 16
"""Pixels of an overlap's shorter side."""
LEAST_SHARED = 0.2
"""Of a window's pixels that must be valid in both images."""

Matches = tuple
"""Positions (n, 2) in the image and in the reference, and weights (n,); empty where nothing was found."""


class PairTask(NamedTuple):
    """Two images by their numbers."""

    first: int
    second: int


def find_tie_points(
    images: Sequence[Image],
    crs: str,
    pairs: np.ndarray,
    settings: MatchSettings,
    run: Run,
) -> list[TiePoints]:
    """Tie points of each of ``pairs`` (P, 2), in map coordinates of ``crs``; none where two images don't match.

    As many pairs are compared at once as fit in the memory budget, and one in any case.

    Raises `DamagedRasterError`, `ReferenceSystemError`, `MissingLibraryError`, `Cancelled` or a
    `ClusterError`.
    """
    search = _Search(images, crs, settings)
    tasks = [PairTask(*pair) for pair in np.asarray(pairs).tolist()]
    pixels = max(_sides(settings)) ** 2
    affordable = run.memory() / (pixels * (memory_per_pixel(settings) + PAIR_BYTES))
    with run.pool(min(len(tasks), affordable)) as pool:
        return list(run_tasks(search.find, tasks, pool, run.progress, float(len(tasks))))


class _Search:
    def __init__(self, images: Sequence[Image], crs: str, settings: MatchSettings):
        self._images = images
        self._crs = crs
        self._settings = settings
        self._handles = Handles()

    def find(self, task: PairTask, signal: Signal) -> TiePoints:
        """The task of one pair."""
        best: list[Matches] = []
        try:
            first, second = self._images[task.first], self._images[task.second]
            compared = compare(first, second, self._settings.channel, self._handles, signal.stop_if_asked)
            for side in _sides(self._settings):
                windows = list(_windows(compared.overlap, side, self._settings.method))
                found = []
                for window in windows:
                    signal.stop_if_asked()
                    found.append(self._in_window(compared, window))
                found = [matches for matches in found if matches]
                best = max(found, best, key=len)
                if len(best) >= ENOUGH * len(windows):
                    break
        except NotAligned:
            best = []
        signal.add(1.0)
        many = self._settings.method is AlignMethod.FEATURES
        return self._on_map(task, compared, best) if best and (many or _agree(best)) else _none(task)

    def _in_window(self, compared: Comparison, window: Window) -> Matches:
        """Matches at positions of the whole grid."""
        pair = compared.pair(window)
        if (pair.image_valid & pair.reference_valid).mean() < LEAST_SHARED:
            return ()
        try:
            image, reference, weights = FINDERS[self._settings.method](pair, self._settings)
        except NotAligned:
            return ()
        return image + window.corner, reference + window.corner, weights

    def _on_map(self, task: PairTask, compared: Comparison, found: Sequence[Matches]) -> TiePoints:
        image, reference, weights = (np.concatenate(parts) for parts in zip(*found))
        chosen = _spread(image, weights)
        way = transformation(compared.grid.crs, self._crs, self._images[task.second].path)
        sides = compared.lies.moved(image[chosen]), reference[chosen]
        sides = [through(way, compared.grid.map_of(side)) for side in sides]
        there = np.isfinite(np.hstack(sides)).all(axis=1)
        return TiePoints.of_pair(*task, *(side[there] for side in sides), weights[chosen][there])


def _none(task: PairTask) -> TiePoints:
    return TiePoints.of_pair(*task, np.empty((0, 2)), np.empty((0, 2)))


def _one_shift(pair: Pair, settings: MatchSettings) -> Matches:
    """The middle of what both show, by the window's shift."""
    step = np.array(estimate(pair, replace(settings, motion=TransformModel.TRANSLATION)).transform.step)
    middle = np.array(pair.image.shape[::-1]) / 2.0
    return (middle - step / 2.0)[None], (middle + step / 2.0)[None], np.ones(1)


def _agree(found: Sequence[Matches]) -> bool:
    """Whether enough windows, each with one shift, agree on some similarity that two of them make."""
    least, share = LEAST_AGREEING
    # as complex numbers a similarity is a product and a sum
    here, there = (np.concatenate(side) @ (1.0, 1.0j) for side in list(zip(*found))[:2])
    apart = here[None] - here[:, None]
    apart[apart == 0.0] = 1.0
    steps = there - here
    factor = (steps[None] - steps[:, None]) / apart
    missed = np.abs(steps - steps[:, None, None] - factor[..., None] * (here - here[:, None, None]))
    agreeing = (missed < AGREEMENT).sum(axis=-1)
    return bool((agreeing[np.abs(factor) < MOST_BENT] >= max(least, share * len(found))).any())


def _many_points(pair: Pair, settings: MatchSettings) -> Matches:
    """Points that agree roughly on an affine transform; what they make of it is the network's to decide."""
    matches = match_points(pair, replace(settings, motion=TransformModel.AFFINE))
    return matches.image, matches.reference, matches.weights


FINDERS: dict[AlignMethod, Callable[[Pair, MatchSettings], Matches]] = {
    AlignMethod.PHASE_CORRELATION: _one_shift,
    AlignMethod.ECC: _one_shift,
    AlignMethod.FEATURES: _many_points,
}


def _sides(settings: MatchSettings) -> list[int]:
    """Sides of windows, those to be tried first first."""
    if settings.method is AlignMethod.FEATURES:
        return [FEATURE_WINDOW]
    least = min(int(REACH * settings.max_shift), LARGEST_WINDOW)
    return sorted({max(side, least) for side in WINDOW_SIDES}, reverse=True)


def _windows(overlap: Window, side: int, method: AlignMethod) -> Iterator[Window]:
    """Windows spread evenly over an overlap, in the order of its rows; each reaches into the next by a half at most."""
    if min(overlap.size) < LEAST_SIDE:
        return
    # several windows along the longer side of a small overlap tell more than one of them all
    floors = [LEAST_ALONG if whole == max(overlap.size) else WINDOW_SIDES[-1] for whole in overlap.size]
    sides = [min(side, whole, max(whole // 2, floor)) for whole, floor in zip(overlap.size, floors)]
    many = method is AlignMethod.FEATURES
    wanted = [(whole - own) / (own * (1.0 if many else 0.5)) + 1.0 for whole, own in zip(overlap.size, sides)]
    # as many along each side as its share of all that there may be
    fewer = min(np.sqrt((MOST_FEATURE_WINDOWS if many else MOST_WINDOWS) / np.prod(np.ceil(wanted))), 1.0)
    counts = [max(int(np.ceil(number) * fewer), 1) for number in wanted]
    starts = [
        start + np.rint(np.linspace(0.0, whole - own, count) if count > 1 else [(whole - own) / 2.0]).astype(int)
        for start, whole, own, count in zip(overlap.corner, overlap.size, sides, counts)
    ]
    for row in starts[1].tolist():
        for column in starts[0].tolist():
            yield Window(column, row, *sides)


def _spread(at: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Numbers of at most `MOST_POINTS` points (n, 2): the heaviest of each part of their area in turn."""
    low, span = at.min(axis=0), np.maximum(np.ptp(at, axis=0), 1.0)
    along = int(np.sqrt(MOST_POINTS))
    cells = np.minimum((along * (at - low) / span).astype(int), along - 1)
    return spread_out(cells, along, weight, MOST_POINTS)
