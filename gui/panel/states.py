"""The panel's states, and what is handed to its worker and back."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from .images import Entry
from .layers import Picture
from .settings import Read

if TYPE_CHECKING:
    from ...core.jobs.trial import Found, Steps, Trial
    from ...core.log import Log

    Writing = Callable[[Trial, Found, Log], object]
    """Writes results of what is solved."""


class State(str, Enum):
    """What the panel is at."""

    EMPTY = "empty"
    """Fewer than two images."""
    IDLE = "idle"
    """Images, and no preview of them."""
    READING = "reading"
    SOLVING = "solving"
    PREVIEWING = "previewing"
    """Recipes and layers are made."""
    SHOWN = "shown"
    """There is a preview of these settings."""
    STALE = "stale"
    """There is a preview, of other images, settings or files."""
    WRITING = "writing"
    DONE = "done"
    """Results were written."""
    FAILED = "failed"


BUSY = (State.READING, State.SOLVING, State.PREVIEWING, State.WRITING)


class Request(NamedTuple):
    """What shall be shown or written."""

    read: Read
    entries: list[Entry]
    joined: bool
    """Whether the images become one mosaic."""

    @property
    def steps(self) -> Steps:
        """For the core."""
        from ...core.jobs.trial import Steps

        return Steps(self.read.of_global, self.read.of_local, self.read.dtype, self.joined)


class Made(NamedTuple):
    """What a piece of work found."""

    trial: Trial
    request: Request
    found: Found
    recipes: list[str]
    folder: str
    pictures: list[Picture]
    """Only where there were no layers of these images."""
