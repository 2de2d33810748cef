"""The task that finds where one image belongs."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ..execution import Signal
from ..raster.image import Image, same_file_key
from ..raster.reading import Handles
from .agreement import ALREADY, IN_PLACE, UNMOVED, Decision, correlation
from .local import match_windows
from .matching import looked_at, match
from .motion import Motion, grid_matrix
from .pair import Mesh, NotAligned
from .placement import Placement
from .report import Outcome, Vectors, vectors_of
from .settings import CoregisterSettings
from .views import Comparison, compare

MOST_LINES = 10
"""Along a side of the overlap, to show one motion by."""
LIKENESS_PIXELS = 250_000
"""From which it is told how typical an image is."""
COMPOSITE_CHANNEL = "1"
"""The only band of what images show together."""


class Aligner:
    """Compares images with one reference, each from its own thread."""

    def __init__(self, reference: Image, composite: str, settings: CoregisterSettings, memory: float):
        """``composite``: what the reference is called where it is no image; ``memory``: bytes for each image."""
        self._reference = reference
        self._composite = composite
        self._settings = settings
        self._memory = memory
        self._handles = Handles()

    def find(self, image: Image, signal: Signal) -> Outcome:
        """The task of one image.  Raises `DamagedRasterError`, `ReferenceSystemError` or `Cancelled`."""
        signal.stop_if_asked()
        try:
            if same_file_key(image.path) == same_file_key(self._reference.path):
                return self._nothing(image, "it is the reference", in_place=True)
            return self._found(image, signal)
        except NotAligned as reason:
            return self._nothing(image, str(reason).rstrip("."))
        finally:
            self._handles.release_cache()
            signal.add(1.0)

    def likeness(self, image: Image, signal: Signal) -> float:
        """The task of one image: its correlation with the reference as both lie; -1 where they do not meet."""
        signal.stop_if_asked()
        try:
            comparison = self._comparison(image, signal)
            window = looked_at(comparison, self._settings.match)
            factor = math.ceil(math.sqrt(window[2] * window[3] / LIKENESS_PIXELS))
            pair = comparison.pair(window, factor=factor)
            return correlation(pair, UNMOVED)
        except NotAligned:
            return -1.0
        finally:
            self._handles.release_cache()
            signal.add(1.0)

    def _comparison(self, image: Image, signal: Signal) -> Comparison:
        word = COMPOSITE_CHANNEL if self._composite else ""
        channel, stop = self._settings.match.channel, signal.stop_if_asked
        return compare(image, self._reference, channel, self._handles, stop, word)

    def _found(self, image: Image, signal: Signal) -> Outcome:
        settings = self._settings.match
        comparison = self._comparison(image, signal)
        if self._settings.windows:
            local = match_windows(
                comparison, image, settings, self._settings.window_spacing, self._memory, signal.stop_if_asked
            )
            ground = np.median(local.vectors.belongs - local.vectors.places, axis=0)
            placement = local.mesh if local.decision.accepted else None
            return self._outcome(image, local, placement, tuple(map(float, ground)), None, local.vectors)
        found = match(comparison, settings, self._memory, signal.stop_if_asked)
        motion = comparison.placement(found.motion)
        places = _lattice(comparison, self._settings)
        step = motion.moved(places).mean(axis=0) - places.mean(axis=0)
        lines = vectors_of(motion, places, found.decision.accepted, max(0.0, found.decision.after))
        placement = motion if found.decision.accepted else None
        return self._outcome(image, found, placement, tuple(map(float, step)), motion, lines)

    def _outcome(
        self, image: Image, found, placement, ground: tuple[float, ...], motion: Motion | None, lines: Vectors
    ) -> Outcome:
        decision: Decision = found.decision
        return Outcome(
            image=image,
            reference=self._composite or self._reference.path,
            placement=placement,
            shift=found.shift,
            ground=ground,
            matrix=None if motion is None else motion.matrix,
            before=decision.before,
            after=decision.after,
            matches=found.matches,
            accepted=decision.accepted,
            reason=decision.reason,
            vectors=lines,
            in_place=decision.reason == ALREADY,
        )

    def _nothing(self, image: Image, reason: str, in_place: bool = False) -> Outcome:
        """Nothing was found."""
        reference = self._composite or self._reference.path
        return Outcome(image, reference, None, None, None, None, None, None, 0, False, reason, None, in_place)


def centred(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The same images in agreement, moved together so that on average nobody moves.

    Those that were not found stay where they are; steps are averaged as map units of one system.
    """
    steps = [outcome.ground if outcome.accepted else (0.0, 0.0) for outcome in outcomes if _is_found(outcome)]
    if not steps or len({outcome.image.crs for outcome in outcomes}) > 1:
        return list(outcomes)
    back = Motion.shift(*-np.mean(steps, axis=0))
    return [_moved(outcome, back) if _is_found(outcome) else outcome for outcome in outcomes]


def _is_found(outcome: Outcome) -> bool:
    return outcome.accepted or outcome.in_place


def _moved(outcome: Outcome, step: Motion) -> Outcome:
    """An outcome with a step in map units after it."""
    image, (x, y) = outcome.image, step.step
    linear = grid_matrix(image.geotransform)[:2, :2]
    columns, rows = np.linalg.solve(linear, step.step)
    before, ground = outcome.placement, (0.0, 0.0)
    if isinstance(before, Mesh):
        placement: Placement = Mesh(before.places, before.belongs + step.step)
    else:
        placement = step if before is None else step.after(before)
    if outcome.accepted:
        ground, (own_columns, own_rows) = outcome.ground, outcome.shift
        columns, rows = columns + own_columns, rows + own_rows
    moved = outcome._replace(
        placement=placement,
        shift=(float(columns), float(rows)),
        ground=(ground[0] + x, ground[1] + y),
        matrix=placement.matrix if isinstance(placement, Motion) else None,
        accepted=True,
        reason="",
        in_place=False,
        vectors=outcome.vectors and outcome.vectors.after(step),
    )
    if isinstance(placement, Motion) and placement.is_shift and math.hypot(columns, rows) < IN_PLACE:
        return moved._replace(placement=None, accepted=False, reason=ALREADY, in_place=True)
    return moved


def _lattice(comparison: Comparison, settings: CoregisterSettings) -> np.ndarray:
    """Map coordinates (n, 2) of places spread over what is compared."""
    column, row, width, height = looked_at(comparison, settings.match)
    numbers = [int(np.clip(size // settings.window_spacing, 2, MOST_LINES)) for size in (width, height)]
    columns, rows = (
        first + size * (np.arange(number) + 0.5) / number
        for first, size, number in zip((column, row), (width, height), numbers)
    )
    return comparison.ground_of(np.stack(np.meshgrid(columns, rows), axis=-1).reshape(-1, 2))
