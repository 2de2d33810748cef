"""A shift for every window of a grid, and a smooth warp from those that can be trusted.

A shift is left out where it differs from those around it by more than they differ from each other
(the normalised median test, Westerweel & Scarano 2005).  A smoothing thin plate spline goes through
the rest; where no window lies it stays as at the nearest edge of those that do.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from scipy.interpolate import RBFInterpolator
from scipy.spatial import cKDTree

from ..raster.image import Image
from ..raster.reading import Window
from .agreement import EVERY, Decision, correlation, decided
from .matching import SMALLEST, enough, in_window, lead, looked_at, pixels_at_once, whole_step, window_shift
from .motion import Motion, grid_matrix
from .pair import Mesh, NotAligned
from .report import Vectors
from .settings import MatchSettings, MotionModel
from .views import Comparison

REACH = 2
"""Side of a window, in spacings: neighbours share half of what they show."""
LOCAL_SHIFT = 6.0
"""Pixels by which a window may differ from the motion of all."""
NEIGHBOURS = 8
LEAST_RELIABLE = 0.15
"""Correlation below which a window says nothing."""
TYPICAL = 0.1
"""Pixels by which good neighbours differ anyway."""
MOST_UNLIKE = 3.0
"""Times that a shift may differ from its neighbours as they do from each other."""
LEAST_KEPT = 4
SMOOTHNESS = 1.0
"""Of the spline, in units of the spacing."""
CONTROL_POINTS = 16
"""Along the longer side of an image at most: GDAL's splines take time with the cube of their number."""


class LocalMatch(NamedTuple):
    """How the parts of an image lie on a reference."""

    mesh: Mesh
    shift: tuple[float, float]
    """Columns and rows, median of the windows."""
    matches: int
    """Windows that were kept."""
    decision: Decision
    vectors: Vectors


class _Windows(NamedTuple):
    """What windows show."""

    parts: list[Window]
    places: np.ndarray
    """(n, 2) positions of the image as it is read."""
    belongs: np.ndarray
    """(n, 2) positions of the grid."""
    reliability: np.ndarray
    """(n,)"""

    def only(self, which: np.ndarray) -> _Windows:
        parts = [part for part, chosen in zip(self.parts, which) if chosen]
        return _Windows(parts, self.places[which], self.belongs[which], self.reliability[which])


def match_windows(
    comparison: Comparison, image: Image, settings: MatchSettings, spacing: int, memory: float,
    stop: Callable[[], None],
) -> LocalMatch:  # fmt: skip
    """Local shifts and the warp from them.  Raises as `match` does."""
    whole = looked_at(comparison, settings)
    led = lead(comparison, whole, settings, pixels_at_once(settings, memory))
    fine = settings_of_windows(settings)
    found = _measured(comparison, whole, led, fine, spacing, stop)
    kept = _trusted(found)
    if np.count_nonzero(kept) < LEAST_KEPT:
        raise NotAligned(f"fewer than {LEAST_KEPT} windows show a shift that can be trusted.")
    held = np.array([_is_held(part, whole, spacing) for part in found.parts])
    trained = kept & ~held if np.count_nonzero(kept & ~held) >= LEAST_KEPT else kept
    field = _Field(found.only(trained), spacing)
    decision = _judged(comparison, found.only(held & kept if (held & kept).any() else kept), field, stop)
    field = _Field(found.only(kept), spacing)
    steps = found.belongs - found.places - comparison.lies.step
    shift = np.median(steps[kept], axis=0)
    starts, ends = _on_ground(comparison, image, found.places, found.belongs)
    vectors = Vectors(starts, ends, found.reliability, kept)
    mesh = _mesh(comparison, image, field)
    return LocalMatch(mesh, (float(shift[0]), float(shift[1])), int(np.count_nonzero(kept)), decision, vectors)


def settings_of_windows(settings: MatchSettings) -> MatchSettings:
    """How windows are compared."""
    return replace(settings, motion=MotionModel.TRANSLATION, max_shift=min(LOCAL_SHIFT, settings.max_shift))


def _measured(
    comparison: Comparison, whole: Window, led: Motion, settings: MatchSettings, spacing: int,
    stop: Callable[[], None],
) -> _Windows:  # fmt: skip
    parts, places, belongs, reliability = [], [], [], []
    for part in _parts(whole, spacing):
        stop()
        found = window_shift(comparison, part, led, settings)
        if found is None:
            continue
        motion = Motion.shift(*(found[1] - found[0]))
        step = whole_step(motion, part)
        parts.append(part)
        places.append(found[0])
        belongs.append(found[1])
        reliability.append(max(0.0, correlation(comparison.pair(part, step), in_window(motion, part, step))))
    if not parts:
        raise NotAligned("no window of the overlap shows a shift.")
    return _Windows(parts, np.array(places), np.array(belongs), np.array(reliability))


def _parts(whole: Window, spacing: int) -> list[Window]:
    """Windows whose middles are about a spacing apart."""
    column, row, width, height = whole
    side = max(SMALLEST, min(REACH * spacing, width, height))
    starts = []
    for first, size in ((column, width), (row, height)):
        number = max(1, round((size - side) / spacing) + 1)
        starts.append(first + np.rint(np.linspace(0, size - side, number)).astype(int))
    return [(int(left), int(top), side, side) for top in starts[1] for left in starts[0]]


def _is_held(part: Window, whole: Window, spacing: int) -> bool:
    """Whether a window is there to judge by."""
    row, column = (part[1] - whole[1]) // spacing, (part[0] - whole[0]) // spacing
    return (row + 2 * column) % EVERY == 1


def _trusted(found: _Windows) -> np.ndarray:
    """Which shifts agree with those around them, bool (n,)."""
    steps = found.belongs - found.places
    kept = found.reliability >= LEAST_RELIABLE
    number = min(NEIGHBOURS + 1, np.count_nonzero(kept))
    if number < LEAST_KEPT:
        return kept
    tree = cKDTree(found.belongs[kept])
    _, near = tree.query(found.belongs, k=number)
    around = steps[kept][near]
    own = np.isclose(tree.data[near], found.belongs[:, None]).all(axis=2)
    around = np.where(own[..., None], np.nan, around)
    middle = np.nanmedian(around, axis=1)
    spread = np.nanmedian(np.abs(around - middle[:, None]), axis=1)
    unlike = np.abs(steps - middle) / (spread + TYPICAL)
    return kept & (np.hypot(*unlike.T) <= MOST_UNLIKE)


class _Field:
    """A smooth field of steps through those of windows."""

    def __init__(self, found: _Windows, spacing: int):
        self._spacing = float(spacing)
        self._low, self._high = found.places.min(axis=0), found.places.max(axis=0)
        steps = found.belongs - found.places
        # three points or points on a line bear a plane at most
        level = 1 if np.linalg.matrix_rank(found.places - found.places.mean(axis=0), tol=self._spacing / 2) == 2 else 0
        self._spline = RBFInterpolator(
            found.places / self._spacing, steps, kernel="thin_plate_spline" if level else "linear",
            smoothing=SMOOTHNESS / np.maximum(found.reliability, LEAST_RELIABLE) ** 2, degree=level,
        )  # fmt: skip

    def at(self, places: np.ndarray) -> np.ndarray:
        """Steps (n, 2) at positions (n, 2) of the image as it is read."""
        return self._spline(np.clip(places, self._low, self._high) / self._spacing)


def _judged(comparison: Comparison, found: _Windows, field: _Field, stop: Callable[[], None]) -> Decision:
    before, after, moves = [], [], []
    for part, place in zip(found.parts, found.places):
        stop()
        step = field.at(place[None])[0]
        motion = Motion.shift(*step)
        whole = whole_step(motion, part)
        first, second = comparison.pair(part), comparison.pair(part, whole)
        if enough(first) and enough(second):
            before.append(correlation(first, in_window(comparison.lies, part)))
            after.append(correlation(second, in_window(motion, part, whole)))
            moves.append(float(np.hypot(*(step - comparison.lies.step))))
    if not before:
        raise NotAligned("too few pixels are valid in both images.")
    return decided(float(np.mean(before)), float(np.mean(after)), max(moves))


def _mesh(comparison: Comparison, image: Image, field: _Field) -> Mesh:
    """Control points over the whole image."""
    longer = max(image.width, image.height)
    columns, rows = (
        np.linspace(0.0, size, max(2, round(CONTROL_POINTS * size / longer))) for size in (image.width, image.height)
    )
    nodes = np.stack(np.meshgrid(columns, rows), axis=-1).reshape(-1, 2)
    ground = Motion(grid_matrix(image.geotransform)).moved(nodes)
    cells = comparison.cells_of(ground)
    read = comparison.lies.inverse().moved(cells)
    return Mesh(ground, comparison.ground_of(read + field.at(read)))


def _on_ground(
    comparison: Comparison, image: Image, places: np.ndarray, belongs: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    return comparison.ground_of(comparison.lies.moved(places)), comparison.ground_of(belongs)
