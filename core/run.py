"""What one run may use and who watches it, handed on as one value."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace

from .cluster.connection import check_cluster
from .cluster.pool import Cluster
from .errors import EvenlightError, OptionError
from .execution import Pool, Threads
from .messages import Message
from .progress import Muted, Progress, Silent, Stage, conclude, stop_if_cancelled
from .settings import ExecutionSettings

PIXELS_SHARE = 0.75
"""Of the budget for arrays of pixels; the rest is for GDAL's cache of blocks and what is being compressed."""


@dataclass(frozen=True)
class Run:
    """Execution settings, memory budget, progress and cancel of one run."""

    execution: ExecutionSettings = field(default_factory=ExecutionSettings)
    progress: Progress = field(default_factory=Silent)
    held: float = 0.0
    """Bytes that stay throughout, such as tables."""

    def stage(self, start: float, end: float) -> Run:
        """The same for a part of the work, ``start`` to ``end`` of this one's, 0 to 1."""
        return replace(self, progress=Stage(self.progress, start, end))

    def holding(self, size: float) -> Run:
        """The same beside so many more bytes that stay throughout."""
        return replace(self, held=self.held + size)

    def muted(self) -> Run:
        """The same for a part that says nothing but can be cancelled."""
        return replace(self, progress=Muted(self.progress))

    def here(self) -> Run:
        """The same for a part that cannot be sent to a cluster."""
        return replace(self, execution=replace(self.execution, scheduler=""))

    def pool(self, tasks: float | None = None) -> AbstractContextManager[Pool]:
        """Where tasks run: a cluster, or threads, no more than ``tasks`` of them and at least one.

        Raises a `ClusterError` where a cluster is asked for and cannot be used.
        """
        if self.execution.scheduler:
            return Cluster(self.execution.scheduler)
        return Threads(self.threads if tasks is None else max(1, min(self.threads, int(tasks))), self.threads)

    @property
    def threads(self) -> int:
        """How many threads of this machine it may use; all, unless the settings name a number."""
        return self.execution.threads if self.execution.threads > 0 else os.cpu_count() or 1

    def memory(self, at_once: int = 1) -> float:
        """Bytes for the pixels of each of so many tasks at once, beside what is `held`.

        This is the only place that divides `ExecutionSettings.memory_budget`.
        """
        return max(self.execution.memory_budget * 1e6 - self.held, 0.0) * PIXELS_SHARE / at_once

    def budget_for(self, size: float) -> int:
        """The memory budget in MB under which `memory` gives so many bytes."""
        return math.ceil((size / PIXELS_SHARE + self.held) / 1e6)

    def at_once(self, needed: float, beside: float = 0.0) -> int:
        """How many tasks that need so many bytes each may run on this machine at once; 0 where not even one fits.

        ``beside``: bytes that they need together.
        """
        free = max(self.memory() - beside, 0.0)
        return min(self.threads, int(free // needed)) if needed else self.threads

    def conclude(self, text: str) -> None:
        """See `core.progress.conclude`."""
        conclude(self.progress, text)

    def stop_if_cancelled(self) -> None:
        """Raise `Cancelled` when the user asked to stop; a `Stop`."""
        stop_if_cancelled(self.progress)

    def check_cluster(self, paths: Sequence[str], folders: Sequence[str]) -> None:
        """See `core.cluster.connection.check_cluster`."""
        check_cluster(self.execution.scheduler, paths, folders, self.progress)

    def refuse_cluster(self, owner: str) -> list[EvenlightError]:
        """A cluster that is asked for where nothing could be sent to it; ``owner``: what has no use for it."""
        wanted = Message("nothing, because {owner} works on this machine only", owner=owner)
        scheduler = self.execution.scheduler
        return [OptionError("SCHEDULER", scheduler, wanted)] if scheduler else []
