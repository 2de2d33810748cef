"""Cancelled through PyQGIS, from another thread or as progress changes: nothing changed or left, within a second."""

from __future__ import annotations

import threading
import time

from .cases import CASES, large, largely_holed, largely_misplaced, run_case, world
from .oracle import demand, demand_tree, differences
from .place import Place, seeded
from .runs import Feedback

TITLE = "Cancelled"
SECONDS = 120
MOMENTS = 20
AT_ONCE, AT_MOST = 1.0, 10.0
"""Seconds of the process, or of the clock on a machine that has nothing else to do, and whatever else it does."""
A_PART, LEAST = 0.4, 0.3
"""A run that is deaf ends by itself: an answer takes no more than a part of the whole run, but for so many seconds."""

LARGE = {
    # the quickest to prepare first
    "fill_gaps": CASES["fill_gaps"]._replace(scene=largely_holed),
    "histogram_match": CASES["histogram_match"]._replace(scene=large),
    "balance": CASES["balance"]._replace(scene=large),
    "coregister_jointly": CASES["coregister_jointly"]._replace(scene=largely_misplaced),
    "threshold_mask": CASES["threshold_mask"]._replace(scene=large),
    "local_variance": CASES["local_variance"]._replace(scene=large),
}


def trials(place: Place) -> list[tuple[str, int]]:
    """So many moments of every algorithm."""
    return [(name, number) for name in LARGE for number in range(MOMENTS)]


class Canceller(Feedback):
    """Cancels after a time, or at a share of the progress."""

    def __init__(self, seconds: float | None, share: float | None):
        super().__init__()
        self.asked: tuple[float, float] | None = None
        """When, by the clock and by the process's own time."""
        self._share = share
        if seconds is not None:
            threading.Timer(seconds, self.ask).start()
        self.progressChanged.connect(self._changed)

    def ask(self) -> None:
        """Cancel now."""
        if self.asked is None:
            self.asked = time.monotonic(), time.process_time()
            self.cancel()

    def _changed(self, progress: float) -> None:
        if self._share is not None and progress >= 100 * self._share:
            self.ask()


def attempt(place: Place, row: str, number: int) -> float | None:
    """Returns the seconds until the run gave an answer."""
    case = LARGE[row]
    made = world(place, f"{row}, large", case)
    place.fill(made.earlier)
    share = (number + seeded(row, number).random()) / MOMENTS
    feedback = Canceller(share * made.seconds, None) if number % 2 else Canceller(None, share)
    answer = run_case(place, case, feedback)
    clock, own = time.monotonic(), time.process_time()
    found = place.tree()
    late = bool(answer.outputs) and not differences(found, made.right.tree)
    if late and feedback.asked is None:
        return None
    demand(feedback.asked is not None, f"never asked at {share:.2f}: {answer}")
    waited = clock - feedback.asked[0]
    needed, allowed = min(waited, own - feedback.asked[1]), min(AT_ONCE, max(LEAST, A_PART * made.right.facts["own"]))
    demand(needed <= allowed and waited <= AT_MOST, f"answered after {needed:.2f} s, {waited:.1f} s by the clock")
    if late:
        return None
    demand(not answer.outputs, f"outputs after a cancel: {answer.outputs}")
    if answer.sentence is not None:
        demand("cancel" in answer.sentence.lower(), f"cancelled, and said: {answer.sentence}")
    else:
        demand(any("cancel" in text.lower() for text in answer.facts + answer.warnings), "nothing said of the cancel")
    demand_tree(found, made.earlier.tree, "after the cancel")
    return waited
