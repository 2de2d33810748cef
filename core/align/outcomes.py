"""The task that finds where one image belongs."""

from __future__ import annotations

import numpy as np

from ..execution import Signal
from ..raster.image import Image, same_file_key
from ..raster.reading import Handles
from .agreement import ALREADY, Decision
from .local import match_windows
from .matching import looked_at, match
from .motion import Motion
from .pair import NotAligned
from .report import Outcome, Vectors, vectors_of
from .settings import CoregisterSettings
from .views import Comparison, compare

MOST_LINES = 10
"""Along a side of the overlap, to show one motion by."""
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

    def _found(self, image: Image, signal: Signal) -> Outcome:
        settings = self._settings.match
        word = COMPOSITE_CHANNEL if self._composite else settings.channel
        comparison = compare(image, self._reference, settings.channel, self._handles, word)
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


def _lattice(comparison: Comparison, settings: CoregisterSettings) -> np.ndarray:
    """Map coordinates (n, 2) of places spread over what is compared."""
    column, row, width, height = looked_at(comparison, settings.match)
    numbers = [int(np.clip(size // settings.window_spacing, 2, MOST_LINES)) for size in (width, height)]
    columns, rows = (
        first + size * (np.arange(number) + 0.5) / number
        for first, size, number in zip((column, row), (width, height), numbers)
    )
    return comparison.ground_of(np.stack(np.meshgrid(columns, rows), axis=-1).reshape(-1, 2))
