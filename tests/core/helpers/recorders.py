"""Progress objects for tests: one that remembers, one that cancels, one that acts."""

from __future__ import annotations

import time
from collections.abc import Callable


class Recorder:
    """Remembers everything it is told."""

    def __init__(self) -> None:
        self.fractions: list[float] = []
        self.facts: list[str] = []
        self.warnings: list[str] = []

    def advance(self, fraction: float) -> None:
        """Keep the fraction."""
        self.fractions.append(fraction)

    def inform(self, text: str) -> None:
        """Keep the text."""
        self.facts.append(text)

    def warn(self, text: str) -> None:
        """Keep the text."""
        self.warnings.append(text)

    def cancelled(self) -> bool:
        """Never."""
        return False


class CancelAt(Recorder):
    """Asks to stop from the moment on that progress reaches a fraction."""

    def __init__(self, fraction: float):
        super().__init__()
        self._from = fraction
        self.asked: float | None = None
        """When it was first answered that the run should stop."""

    def cancelled(self) -> bool:
        """Whether the fraction was reached."""
        reached = self._from <= 0 or any(fraction >= self._from for fraction in self.fractions)
        if reached and self.asked is None:
            self.asked = time.monotonic()
        return reached


class CancelAsked(Recorder):
    """Asks to stop after some questions whether it does."""

    def __init__(self, questions: int):
        super().__init__()
        self._left = questions

    def cancelled(self) -> bool:
        """Whether it has been asked that often."""
        self._left -= 1
        return self._left < 0


class ActAt(Recorder):
    """Does something once, as soon as progress reaches a fraction."""

    def __init__(self, fraction: float, action: Callable[[], object]):
        super().__init__()
        self._from, self._action = fraction, action
        self.acted = False

    def advance(self, fraction: float) -> None:
        """Keep the fraction, and act if it is time."""
        super().advance(fraction)
        if fraction >= self._from and not self.acted:
            self.acted = True
            self._action()


class CancelAfter(Recorder):
    """Asks to stop from a moment on, whatever was told by then."""

    def __init__(self, seconds: float):
        super().__init__()
        self.asked = time.monotonic() + seconds
        """When it is asked."""

    def cancelled(self) -> bool:
        """Whether the moment has passed."""
        return time.monotonic() >= self.asked


class Listener(Recorder):
    """Tells how long nobody asked whether to stop."""

    def __init__(self) -> None:
        super().__init__()
        self._heard = time.monotonic()
        self.longest = 0.0
        """Seconds between two questions."""

    def cancelled(self) -> bool:
        """Never."""
        now = time.monotonic()
        self.longest, self._heard = max(self.longest, now - self._heard), now
        return False
