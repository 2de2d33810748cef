"""How the core tells its caller how far it is, and finds out that it should stop."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Protocol, TypeVar

from .errors import Cancelled

Item = TypeVar("Item")

Stop = Callable[[], None]
"""Called now and then by long work; raises `Cancelled` where the user asked to stop."""


class Progress(Protocol):
    """What the core needs from its caller; called from the running thread only."""

    def advance(self, fraction: float) -> None:
        """Tell the share of the work done, 0 to 1."""

    def inform(self, text: str) -> None:
        """Tell a fact about the run."""

    def warn(self, text: str) -> None:
        """Tell what may hurt the result."""

    def cancelled(self) -> bool:
        """Whether the user asked to stop."""


class Silent:
    """Progress without a watcher; never cancelled."""

    def advance(self, fraction: float) -> None:
        """Say nothing."""

    def inform(self, text: str) -> None:
        """Say nothing."""

    def warn(self, text: str) -> None:
        """Say nothing."""

    def cancelled(self) -> bool:
        """Never."""
        return False


class Muted:
    """A part of a run that says nothing but can be cancelled."""

    def __init__(self, whole: Progress):
        self.cancelled: Callable[[], bool] = whole.cancelled

    def advance(self, fraction: float) -> None:
        """Say nothing."""

    def inform(self, text: str) -> None:
        """Say nothing."""

    def warn(self, text: str) -> None:
        """Say nothing."""

    def conclude(self, text: str) -> None:
        """Say nothing."""


class Stage:
    """A part of a longer run, mapped to ``start`` .. ``end`` of the whole."""

    def __init__(self, whole: Progress, start: float, end: float):
        self._whole = whole
        self._start = start
        self._end = end
        self.inform: Callable[[str], None] = whole.inform
        self.warn: Callable[[str], None] = whole.warn
        self.conclude: Callable[[str], None] = partial(conclude, whole)
        self.cancelled: Callable[[], bool] = whole.cancelled

    def advance(self, fraction: float) -> None:
        """Tell the share of this stage done, 0 to 1."""
        self._whole.advance(self._start + (self._end - self._start) * fraction)


def conclude(progress: Progress, text: str) -> None:
    """Tell what a run came to: shown at its end, before its warnings, where the progress is sorted as a log is."""
    getattr(progress, "conclude", progress.inform)(text)


def stop_if_cancelled(progress: Progress) -> None:
    """Raise `Cancelled` when the user asked to stop."""
    if progress.cancelled():
        raise Cancelled


def unstopped() -> None:
    """A `Stop` of work that cannot be cancelled."""


def cancellable(items: Iterable[Item], progress: Progress) -> Iterator[Item]:
    """The items one by one; raises `Cancelled` between two of them when the user asked to stop."""
    for item in items:
        stop_if_cancelled(progress)
        yield item
