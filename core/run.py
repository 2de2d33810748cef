"""What one run may use and who watches it, handed on as one value."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass, replace

from .cluster.pool import open_pool
from .execution import Pool, thread_count
from .progress import Muted, Progress, Stage, stop_if_cancelled
from .settings import ExecutionSettings

PIXELS_SHARE = 0.5
"""Of the budget for arrays of pixels; the rest is for GDAL's cache of blocks and what is being compressed."""


@dataclass(frozen=True)
class Run:
    """Execution settings, memory budget, progress and cancel of one run."""

    execution: ExecutionSettings
    progress: Progress

    def stage(self, start: float, end: float) -> Run:
        """The same for a part of the work, ``start`` to ``end`` of this one's, 0 to 1."""
        return replace(self, progress=Stage(self.progress, start, end))

    def muted(self) -> Run:
        """The same for a part that says nothing but can be cancelled."""
        return replace(self, progress=Muted(self.progress))

    def pool(self, tasks: int | None = None) -> AbstractContextManager[Pool]:
        """Where tasks run, no more than ``tasks`` at once; see `open_pool`."""
        return open_pool(self.execution, tasks)

    @property
    def threads(self) -> int:
        """How many threads of this machine it may use."""
        return thread_count(self.execution.threads)

    def memory(self, at_once: int = 1, held: float = 0.0) -> float:
        """Bytes for the pixels of each of so many tasks at once, beside ``held`` bytes that stay throughout.

        This is the only place that divides `ExecutionSettings.memory_budget`.
        """
        return max(self.execution.memory_budget * 1e6 * PIXELS_SHARE - held, 0.0) / at_once

    def stop_if_cancelled(self) -> None:
        """Raise `Cancelled` when the user asked to stop; a `Stop`."""
        stop_if_cancelled(self.progress)
