"""A smooth warp from the shifts of windows, whatever the size of the images.

What does not fit in memory is looked at in parts, each read where the image as a whole belongs.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from scipy.interpolate import RegularGridInterpolator

from ..messages import Message
from ..progress import Stop
from ..raster.image import Image
from ..raster.window import Window
from .agreement import ALREADY, EVERY, Decision, decided
from .local_shifts import LocalShift, agreeing, local_shifts, smooth_field
from .matching import correlations_of_parts, lead, looked_at, pixels_at_once, whole_step
from .pair import Mesh, NotAligned
from .phase_correlation import SMALLEST
from .remainder import Remainder
from .report import Vectors
from .settings import MatchSettings
from .transform import Transform
from .views import Comparison

CONTROL_POINTS = 20
"""Along the longer side of what is compared at most: GDAL's splines take time with the cube of their number."""
MOST_JUDGED = 60
"""Windows that are read again to judge by."""
FINER_GAIN = 0.01
"""Of Fisher's z, with which half the spacing is taken: less is the noise of narrower windows."""
JUDGED = 32
"""Pixels along a side of the parts of these windows that are judged."""


class LocalMatch(NamedTuple):
    """How the parts of an image lie on a reference."""

    mesh: Mesh
    shift: tuple[float, float]
    """Columns and rows, median of the windows that count."""
    matches: int
    """Windows that count."""
    decision: Decision
    vectors: Vectors
    seen: Remainder


class _Judges(NamedTuple):
    """Windows that fields are judged by, which they were not made from if there are such."""

    windows: list[LocalShift]
    spacing: int
    """That their cells were held out by."""
    held_out: bool


def match_windows(
    comparison: Comparison, image: Image, settings: MatchSettings, spacing: int, memory: float,
    stop: Stop, finer: bool = False,
) -> LocalMatch:  # fmt: skip
    """Local shifts and the warp from them.  Raises as `match` does.

    ``finer``: half the spacing is tried too, and taken where held-out windows agree better after its warp.
    """
    whole, best, judges, refusal = looked_at(comparison, settings), None, None, NotAligned("")
    for own in (spacing, spacing // 2) if finer else (spacing,):
        try:
            shifts = _measured(comparison, whole, settings, own, pixels_at_once(settings, memory), stop)
            judges = judges or _judges_among(shifts, whole, own)
            found = _match_of(comparison, image, whole, shifts, own, judges, stop)
        except NotAligned as error:
            refusal = refusal if str(refusal) else error
            continue
        if best is None or _is_surer(found.decision, best.decision):
            best = found
        if best.decision.reason == ALREADY:
            break
    if best is None:
        raise refusal
    return best


def _is_surer(one: Decision, other: Decision) -> bool:
    """Whether one warp surely agrees better than another on the same windows, by Fisher's z."""
    return one.accepted and (not other.accepted or math.atanh(one.after) > math.atanh(other.after) + FINER_GAIN)


def _judges_among(shifts: list[LocalShift], whole: Window, spacing: int) -> _Judges:
    kept = [found for found in shifts if found.kept]
    held = [found for found in kept if _is_held(found, whole, spacing)]
    return _Judges(held or kept, spacing, bool(held))


def _match_of(
    comparison: Comparison, image: Image, whole: Window, shifts: list[LocalShift], spacing: int, judges: _Judges,
    stop: Stop,
) -> LocalMatch:  # fmt: skip
    """The warp through shifts, and what the judges say about one through those that lie elsewhere."""
    trained = _Field([found for found in shifts if not _is_held(found, whole, judges.spacing)], whole, spacing)
    decision = _judged(comparison, judges, trained, stop)
    field = _Field(shifts, whole, spacing)
    kept = np.array([found.kept for found in shifts])
    places, steps = (np.array([found[part] for found in shifts]) for part in range(2))
    vectors = Vectors(
        comparison.ground_of(comparison.lies.moved(places)),
        comparison.ground_of(places + steps),
        np.array([found.reliability for found in shifts]),
        kept,
    )
    shift = np.median(steps[kept], axis=0) - comparison.lies.step
    mesh = _mesh(comparison, image, field)
    before, left = (np.hypot(*(steps - other).T) for other in (comparison.lies.step, field.at(places)))
    seen = Remainder(places, places + steps, before, left, vectors.reliability, kept)
    return LocalMatch(mesh, (float(shift[0]), float(shift[1])), int(kept.sum()), decision, vectors, seen)


def _measured(
    comparison: Comparison, whole: Window, settings: MatchSettings, spacing: int, most_pixels: float,
    stop: Stop,
) -> list[LocalShift]:  # fmt: skip
    """Shifts of the grid's positions; those of windows that show nothing are left out."""
    try:
        led = lead(comparison, whole, settings, most_pixels)
    except NotAligned:
        led = comparison.lies
    parts = list(_parts(whole, spacing, most_pixels))
    shifts: list[LocalShift] = []
    for part in parts:
        stop()
        step = whole_step(led, part)
        try:
            found = local_shifts(comparison.pair(part, step), spacing, settings)
        except NotAligned:
            if len(parts) == 1:
                raise
            continue
        corner = part.shifted(-step[0], -step[1]).corner
        shifts += [
            own._replace(
                position=(own.position[0] + corner[0], own.position[1] + corner[1]),
                shift=(own.shift[0] + step[0], own.shift[1] + step[1]),
            )
            for own in found
            if own.reliability > 0.0
        ]
    if len(parts) > 1:
        kept = agreeing([_from_corner(found, whole) for found in shifts], *whole.size, spacing)
        shifts = [found._replace(kept=bool(good)) for found, good in zip(shifts, kept)]
    return shifts


def _parts(whole: Window, spacing: int, most_pixels: float) -> Iterator[Window]:
    """Parts of whole spacings that fit in memory."""
    number = math.ceil(math.sqrt(whole.pixels / most_pixels))
    tile = tuple(max(SMALLEST, spacing * max(1, math.ceil(size / number / spacing))) for size in whole.size)
    return (part for part in whole.cut(tile) if min(part.size) >= SMALLEST)


def _from_corner(found: LocalShift, whole: Window) -> LocalShift:
    """The same with its position from the corner of what is compared."""
    return found._replace(position=(found.position[0] - whole.column, found.position[1] - whole.row))


def _is_held(found: LocalShift, whole: Window, spacing: int) -> bool:
    """Whether a window is there to judge by."""
    column, row = ((place - first) // spacing for place, first in zip(found.position, whole.corner))
    return int(row + 2 * column) % EVERY == 1


class _Field:
    """A smooth field of steps through those of windows; outside what is compared it stays as at its rim."""

    def __init__(self, shifts: list[LocalShift], whole: Window, spacing: int):
        """Raises `NotAligned`."""
        width, height = whole.size
        coarse = max(spacing, math.ceil(max(width, height) / CONTROL_POINTS))
        places, belongs = smooth_field([_from_corner(found, whole) for found in shifts], width, height, coarse)
        self._corner = np.array(whole.corner, dtype=np.float64)
        self.nodes = places + self._corner
        columns, rows = np.unique(places[:, 0]), np.unique(places[:, 1])
        steps = (belongs - places).reshape(len(rows), len(columns), 2)
        self._high = np.array([width, height], dtype=np.float64)
        self._steps = RegularGridInterpolator((rows, columns), steps)

    def at(self, places: np.ndarray) -> np.ndarray:
        """Steps (n, 2) at positions (n, 2) of the image as it is read."""
        return self._steps(np.clip(places - self._corner, 0.0, self._high)[:, ::-1])


def _judged(comparison: Comparison, judges: _Judges, field: _Field, stop: Stop) -> Decision:
    """Whether windows agree better with the reference after the field's steps.

    Each is judged in parts of `JUDGED` pixels: few windows, each with a gain of its own, would have a large standard
    error however well they agree.
    """
    before, after, moves = [], [], []
    spacing = judges.spacing
    for found in judges.windows[:: max(1, len(judges.windows) // MOST_JUDGED)]:
        stop()
        step = field.at(np.array([found.position]))[0]
        corner = [round(place + move - spacing / 2) for place, move in zip(found.position, step)]
        window, moved = Window(*corner, spacing, spacing), Transform.shift(*step)
        both = correlations_of_parts(comparison, window, moved, min(JUDGED, spacing))
        if both is not None:
            before.append(both[0])
            after.append(both[1])
            moves.append(float(np.hypot(*(step - comparison.lies.step))))
    if not before:
        raise NotAligned(Message("too few pixels are valid in both images"))
    decision = decided(np.concatenate(before), np.concatenate(after), max(moves))
    return decision._replace(checked=judges.held_out)


def _mesh(comparison: Comparison, image: Image, field: _Field) -> Mesh:
    """Control points where the field has nodes, and around them to the image's rim."""
    rim = np.stack(np.meshgrid(*(np.linspace(0.0, size, 5) for size in (image.width, image.height))), axis=-1)
    outer = comparison.lies.inverse().moved(comparison.cells_of(image.grid.map_of(rim.reshape(-1, 2))))
    low, high = field.nodes.min(axis=0), field.nodes.max(axis=0)
    away = (high - low) / CONTROL_POINTS
    outer = outer[((outer < low - away) | (outer > high + away)).any(axis=1)]
    read = np.concatenate([field.nodes, outer])
    return Mesh(comparison.ground_of(comparison.lies.moved(read)), comparison.ground_of(read + field.at(read)))
