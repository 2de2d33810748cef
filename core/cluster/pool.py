"""The workers of a Dask cluster as a pool: paths and settings go out, sums and counts come back."""

from __future__ import annotations

import contextlib
import time
import uuid
from collections.abc import Callable, Iterable
from concurrent.futures import CancelledError, Future
from types import TracebackType

from ..execution import Result, Signal, Task
from ..messages import Message
from ..progress import Progress
from .connection import Connection, within
from .errors import ClusterError, ClusterLostError, WorkersDiedError
from .parcel import parcel

LEAVE_SECONDS = 0.8
"""How long a run that is stopped waits for its tasks on the workers to end."""
FINISH_SECONDS = 10.0
"""How long a finished run takes leave of workers that are slow to answer."""
WATCH_SECONDS = 5.0
"""How often workers are counted."""
COUNT_SECONDS = 0.5
"""How long that may keep the caller from seeing a cancel."""


class Cluster:
    """A pool on a cluster, for the tasks of one function.

    The function, with all that its tasks share, goes to each worker once.  Leaving the pool
    takes back what is queued and tells running tasks to stop.
    """

    def __init__(self, scheduler: str):
        self._scheduler = scheduler
        self._run = uuid.uuid4().hex
        self._shared: list[object] = []
        self._counted = time.monotonic()
        self._deserted = False
        self.workers = self.together = 1

    def __enter__(self) -> Cluster:
        self._connection = Connection(self._scheduler)
        self._executor = self._connection.client.get_executor(pure=False)
        self._count(self._connection.threads)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        seconds = FINISH_SECONDS if kind is None else LEAVE_SECONDS
        # a scheduler that does not answer cannot be asked to stop
        with contextlib.suppress(ClusterError, OSError):
            within(seconds, self._leave, time.monotonic() + seconds)

    def submit(self, function: Callable[[Task, Signal], Result], task: Task, signal: Signal) -> Future:
        """See `Pool`."""
        # imported here: `distributed` is optional
        from distributed.protocol.pickle import dumps

        send = self._connection.envoys
        if not self._shared:
            package, digest, archive = parcel()
            kept = [self._connection.client.submit(send.keep, data, pure=False) for data in (archive, dumps(function))]
            self._shared = [package, digest, kept[0], self._run, kept[1]]
        future = self._executor.submit(send.perform, *self._shared, dumps(task))

        def count(done: Future) -> None:
            if not done.cancelled() and done.exception() is None:
                signal.add(done.result().work)

        future.add_done_callback(count)
        return future

    def result(self, future: Future) -> Result:
        """See `Pool`.  Raises `ClusterLostError` or `WorkersDiedError`."""
        from distributed import KilledWorker

        try:
            return future.result().result
        except CancelledError as error:
            raise ClusterLostError(self._scheduler) from error
        except KilledWorker as error:
            raise WorkersDiedError(str(error)) from error

    def take_back(self, futures: Iterable[Future]) -> None:
        """All at once, when the pool is left: one by one every future would wait for the scheduler."""

    def helpers(self, tasks: int) -> list[int]:
        """See `Pool`."""
        return [1] * tasks

    def watch(self, progress: Progress) -> None:
        """Count the workers, which may come and go; tell when none is left."""
        if time.monotonic() - self._counted < WATCH_SECONDS:
            return
        with contextlib.suppress(ClusterError, OSError):
            threads = within(COUNT_SECONDS, self._connection.client.nthreads)
            if threads:
                self._count(dict(threads))
            elif not self._deserted:
                progress.inform(Message(
                    "The cluster {scheduler} has lost all its workers; the run waits for new ones: start some, or "
                    "cancel.",
                    scheduler=self._scheduler,
                ))
            self._deserted = not threads
        self._counted = time.monotonic()

    def _count(self, threads: dict[str, int]) -> None:
        self.workers, self.together = sum(threads.values()), max(threads.values())

    def _leave(self, deadline: float) -> None:
        """Take back what is queued, stop what runs, give memory back, and go."""
        connection = self._connection
        try:
            self._executor.shutdown(wait=False)
            self._shared = []
            while time.monotonic() < deadline:
                left = connection.everywhere(LEAVE_SECONDS, connection.envoys.ask, parcel().package, "end", self._run)
                if not any(left.values()):
                    break
                time.sleep(0.05)
        finally:
            connection.close()
