"""The task that finds where one image belongs."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

import numpy as np

from ..execution import Signal
from ..messages import Message
from ..progress import Stop
from ..raster.image import Image, same_file_key
from ..raster.source import Handles
from .agreement import ALREADY, IN_PLACE, NOT_BETTER, Decision
from .local import match_windows
from .matching import looked_at, match
from .pair import Mesh, NotAligned
from .placement import Placement
from .remainder import Windows, windows_near
from .report import Outcome, Vectors, vectors_of
from .settings import USUAL_SPACING, CoregisterSettings, spacing_for
from .transform import Transform
from .views import Comparison, Limits, compare

MOST_LINES = 10
"""Along a side of the overlap, to show one transform by."""
CLOSE = 0.5
"""Pixels: so near, an image that surely resembles the reference and gains nothing counts as in place."""
ALIKE = 0.5
"""Correlation of images that surely resemble each other."""
NEAR = Message(
    "already in place: it agrees, and moving it by less than {close:g} pixels makes nothing surely better", close=CLOSE
)
REFERENCE = Message("it is the reference")
TYPICAL = Message("already in place: it is the most typical image")
COMPOSITE_CHANNEL = "1"
"""The only band of what images show together."""


class Aligner:
    """Compares images with one reference, each from its own thread."""

    def __init__(
        self, reference: Image, composite: str, settings: CoregisterSettings, memory: float,
        limits: Limits | None = None,
    ):  # fmt: skip
        """``composite``: what the reference is called where it is no image; ``memory``: bytes for each image.

        ``limits``: what of them is compared; None: all.
        """
        self._limits = limits
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
                return self._nothing(image, REFERENCE, in_place=True)
            return self._found(image, signal)
        except NotAligned as reason:
            return self._nothing(image, str(reason))
        finally:
            self._handles.release_cache()
            signal.add(1.0)

    def _comparison(self, image: Image, signal: Signal) -> Comparison:
        word = COMPOSITE_CHANNEL if self._composite else self._settings.reference_channel
        channel, stop = self._settings.match.channel, signal.stop_if_asked
        return compare(image, self._reference, channel, self._handles, stop, word, self._limits)

    def _found(self, image: Image, signal: Signal) -> Outcome:
        comparison = self._comparison(image, signal)
        if not self._settings.windows:
            return self._as_whole(image, comparison, signal.stop_if_asked)
        try:
            warped = self._piece_by_piece(image, comparison, signal.stop_if_asked)
            if warped.accepted or warped.in_place:
                return warped
            reason = warped.reason
        except NotAligned as refusal:
            warped, reason = None, str(refusal)
        # what cannot be bent surely may be moved surely
        try:
            whole = self._as_whole(image, comparison, signal.stop_if_asked)
        except NotAligned:
            whole = None
        if whole is not None and (whole.accepted or whole.in_place):
            return whole._replace(unwarped=reason)
        return warped or self._nothing(image, reason)

    def _piece_by_piece(self, image: Image, comparison: Comparison, stop: Stop) -> Outcome:
        """What windows say.  Raises `NotAligned` or `DamagedRasterError`."""
        settings = self._settings
        spacing = spacing_for(settings, looked_at(comparison, settings.match).size)
        finer = settings.window_spacing is None and spacing == USUAL_SPACING
        local = match_windows(comparison, image, settings.match, spacing, self._memory, stop, finer)
        ground = np.median(local.vectors.belongs - local.vectors.places, axis=0)
        placement = local.mesh if local.decision.accepted else None
        found = self._outcome(image, local, placement, tuple(map(float, ground)), None, local.vectors)
        return found._replace(seen=local.seen, points=local.vectors)

    def _as_whole(self, image: Image, comparison: Comparison, stop: Stop) -> Outcome:
        """What one transform says, and what windows say about it.  Raises `NotAligned` or `DamagedRasterError`."""
        settings = self._settings.match
        found = match(comparison, settings, self._memory, stop)
        transform = comparison.placement(found.transform)
        places = _lattice(comparison, self._settings)
        step = transform.moved(places).mean(axis=0) - places.mean(axis=0)
        accepted = found.decision.accepted
        lines = vectors_of(transform, places, accepted, max(0.0, found.decision.after))
        outcome = self._outcome(
            image, found, transform if accepted else None, tuple(map(float, step)), transform, lines
        )
        near = accepted or outcome.in_place or found.decision.after >= found.decision.before
        window = looked_at(comparison, settings)
        seen = windows_near(comparison, window, found.transform, settings, stop) if near else None
        return outcome if seen is None else self._in_view_of(outcome, seen, comparison, found.transform, transform)

    def _in_view_of(
        self, outcome: Outcome, seen: Windows, comparison: Comparison, found: Transform, placement: Transform
    ) -> Outcome:
        """An outcome that windows may contradict: they lie further off after it, or nearer, or off all the same.

        ``found``: the transform as positions of the grid, ``placement`` in map coordinates.
        """
        method = self._settings.match.method
        after = seen.after(found, method)
        ground = comparison.ground_of(comparison.lies.moved(seen.at)), comparison.ground_of(seen.there)
        outcome = outcome._replace(points=Vectors(*ground, after.reliability, after.kept))
        if outcome.accepted and after.worse:
            off = Message(
                "{before:.2f} pixels before and {after:.2f} after",
                before=after.median_before, after=after.median_left,
            )
            reason = Message("windows would lie further off after it, {off} (median)", off=off)
            outcome = outcome._replace(placement=None, accepted=False, reason=reason)
        elif not outcome.accepted and outcome.reason != ALREADY and outcome.after >= outcome.before and after.better:
            outcome = outcome._replace(placement=placement, accepted=True, in_place=False, reason="")
        if outcome.vectors is not None:
            kept = np.full(len(outcome.vectors.kept), outcome.accepted)
            outcome = outcome._replace(vectors=outcome.vectors._replace(kept=kept))
        left = after if outcome.accepted else seen.after(None, method)
        if outcome.in_place and left.remedy:
            off = Message("{pixels:.2f} pixels off (median of windows)", pixels=left.median_left)
            outcome = outcome._replace(in_place=False, reason=Message(
                "as a whole it is in place, its parts are {off}", off=off
            ))
        return outcome._replace(seen=left, remedy=left.remedy)

    def _outcome(
        self, image: Image, found, placement, ground: tuple[float, ...], transform: Transform | None, lines: Vectors
    ) -> Outcome:
        decision: Decision = found.decision
        reason, is_shift = decision.reason, transform is not None and transform.is_shift
        if reason == NOT_BETTER and is_shift and decision.before > ALIKE and math.hypot(*found.shift) < CLOSE:
            reason = NEAR
        return Outcome(
            image=image,
            reference=self._composite or self._reference.path,
            placement=placement,
            shift=found.shift,
            ground=ground,
            matrix=None if transform is None else transform.matrix,
            before=decision.before,
            after=decision.after,
            matches=found.matches,
            accepted=decision.accepted,
            reason=reason,
            vectors=lines,
            in_place=reason in (ALREADY, NEAR),
            checked=decision.checked,
        )

    def _nothing(self, image: Image, reason: str, in_place: bool = False) -> Outcome:
        return untouched(image, self._composite or self._reference.path, reason, in_place)


def untouched(image: Image, reference: str, reason: str, in_place: bool = False) -> Outcome:
    """Nothing was found about an image."""
    return Outcome(image, reference, None, None, None, None, None, None, 0, False, reason, None, in_place)


def settled(first: Outcome, second: Outcome) -> Outcome:
    """What is known of an image that was compared with the most typical one, then with all together.

    Where the second says nothing sure the first holds: the image has a part in what all show together.
    """
    if second.accepted or second.reason == ALREADY or not (first.accepted or first.in_place):
        return second
    return first._replace(reference=second.reference, reason=TYPICAL if first.reason == REFERENCE else first.reason)


def centred(outcomes: Sequence[Outcome], chosen: Collection[str] | None = None) -> list[Outcome]:
    """The same images in agreement, moved together so that on average none moves, or none of the ``chosen`` paths.

    Those that were not found stay where they are; steps are averaged as map units of one system.
    As all move, so does what is in place but for a part of a pixel.
    """
    steps = [_step(own) for own in outcomes if _is_found(own) and (chosen is None or own.image.path in chosen)]
    if not steps or len({outcome.image.crs for outcome in outcomes}) > 1:
        return list(outcomes)
    back = -np.mean(steps, axis=0)
    return [_moved(outcome, back) if _is_found(outcome) else outcome for outcome in outcomes]


def _is_found(outcome: Outcome) -> bool:
    return outcome.accepted or outcome.in_place


def _step(outcome: Outcome) -> np.ndarray:
    """Map units by which an image is to be moved, whether that is worth it or not."""
    measured = outcome.ground is not None and outcome.reason in ("", ALREADY)
    return np.array(outcome.ground if measured else (0.0, 0.0))


def _moved(outcome: Outcome, back: np.ndarray) -> Outcome:
    """An outcome with a step ``back`` in map units after it."""
    before, ground = outcome.placement, _step(outcome) + back
    if before is None:
        placement: Placement = Transform.shift(*ground)
    elif isinstance(before, Mesh):
        placement = Mesh(before.places, before.belongs + back)
    else:
        placement = Transform.shift(*back).after(before)
    linear = outcome.image.grid.matrix[:2, :2]
    columns, rows = np.linalg.solve(linear, back if outcome.accepted else ground)
    if outcome.accepted:
        columns, rows = columns + outcome.shift[0], rows + outcome.shift[1]
    moved = outcome._replace(
        placement=placement,
        shift=(float(columns), float(rows)),
        ground=(float(ground[0]), float(ground[1])),
        matrix=placement.matrix if isinstance(placement, Transform) else None,
        accepted=True,
        reason="",
        in_place=False,
        vectors=outcome.vectors and outcome.vectors.after(Transform.shift(*back)),
        points=outcome.points and outcome.points.after(Transform.shift(*back)),
    )
    if isinstance(placement, Transform) and placement.is_shift and math.hypot(columns, rows) < IN_PLACE:
        return moved._replace(placement=None, accepted=False, reason=ALREADY, in_place=True)
    return moved


def _lattice(comparison: Comparison, settings: CoregisterSettings) -> np.ndarray:
    """Map coordinates (n, 2) of places spread over what is compared."""
    column, row, width, height = looked_at(comparison, settings.match)
    spacing = spacing_for(settings, (width, height))
    numbers = [int(np.clip(size // spacing, 2, MOST_LINES)) for size in (width, height)]
    columns, rows = (
        first + size * (np.arange(number) + 0.5) / number
        for first, size, number in zip((column, row), (width, height), numbers)
    )
    return comparison.ground_of(np.stack(np.meshgrid(columns, rows), axis=-1).reshape(-1, 2))
