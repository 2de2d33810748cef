"""Runs a list of independent tasks on a pool: threads of this process, or the workers of a cluster.

Tasks never talk to the caller's progress: they only see a flag that tells them to stop.
Results come back in the order of the tasks, wherever and however many at once they ran.
"""

from __future__ import annotations

import ctypes
import math
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from types import TracebackType
from typing import Protocol, TypeVar

from .errors import Cancelled
from .progress import Progress

Task = TypeVar("Task")
Result = TypeVar("Result")

POLL_SECONDS = 0.1
"""How often the calling thread looks for a cancel and for progress."""


class Signal:
    """What tasks on the pool and the calling thread tell each other."""

    def __init__(self, stop: threading.Event | None = None):
        self._stop = stop or threading.Event()
        self._lock = threading.Lock()
        self._done = 0.0

    def stop(self) -> None:
        """Ask the tasks to stop."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """Whether the tasks were asked to stop."""
        return self._stop.is_set()

    def stop_if_asked(self) -> None:
        """Raise `Cancelled` in a task whose result is not waited for."""
        if self._stop.is_set():
            raise Cancelled

    def add(self, work: float) -> None:
        """Tell that some work is done, in the units of the whole."""
        with self._lock:
            self._done += work

    @property
    def done(self) -> float:
        """Work done so far."""
        return self._done


def trim_memory() -> None:
    """Give the system what ended work left with the allocator: glibc keeps it, for each thread by itself."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform.startswith("linux") else None
    if trim is not None:
        trim(0)


class Pool(Protocol):
    """Where tasks run."""

    workers: int
    """Tasks at once, in all."""
    together: int
    """Tasks at once in one process: they share its memory budget."""

    def helpers(self, tasks: int) -> list[int]:
        """Threads that each of so many tasks may use by itself."""

    def submit(self, function: Callable[[Task, Signal], Result], task: Task, signal: Signal) -> Future:
        """Begin ``function(task, signal)``; its work is added to ``signal``."""

    def result(self, future: Future) -> Result:
        """What a future of `submit` brought; raises what the task raised."""

    def take_back(self, futures: Iterable[Future]) -> None:
        """Forget tasks whose results are not wanted any more; those that run end by their signal."""

    def watch(self, progress: Progress) -> None:
        """Called now and then while tasks are waited for; raises when none will come back."""


class Threads:
    """A pool in this process; leaving it waits for the running tasks."""

    def __init__(self, workers: int, threads: int | None = None):
        """``threads``: at least ``workers``; those that are left over are for the tasks to use by themselves."""
        self.workers = self.together = workers
        self._threads = threads or workers
        self._executor = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="evenlight")

    def __enter__(self) -> Threads:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._executor.shutdown()
        trim_memory()

    def submit(self, function: Callable[[Task, Signal], Result], task: Task, signal: Signal) -> Future[Result]:
        """See `Pool`."""
        return self._executor.submit(function, task, signal)

    def result(self, future: Future[Result]) -> Result:
        """See `Pool`."""
        return future.result()

    def take_back(self, futures: Iterable[Future]) -> None:
        """See `Pool`."""
        for future in futures:
            future.cancel()

    def helpers(self, tasks: int) -> list[int]:
        """See `Pool`.  The last tasks take over the workers that have none left."""
        last = tasks % self.workers or self.workers
        return [self._threads // self.workers] * (tasks - last) + [self._threads // last] * min(last, tasks)

    def watch(self, progress: Progress) -> None:
        """Threads do not get lost."""


def run_tasks(
    function: Callable[[Task, Signal], Result],
    tasks: Iterable[Task],
    pool: Pool,
    progress: Progress,
    total_work: float,
    sizes: Sequence[float] = (),
    memory: float = math.inf,
) -> Iterator[Result]:
    """Yield ``function(task, signal)`` for every task, in order.

    ``total_work`` is what the tasks together `Signal.add`.  At most two tasks per worker are
    under way or waiting to be taken, so that results do not pile up, and no more than ``memory``
    bytes hold by their ``sizes``, or one alone.  Raises `Cancelled`, or what a task raised;
    running tasks then have the signal to stop.
    """
    signal = Signal()
    pending: deque[Future] = deque()
    remaining, begun, ended = iter(tasks), 0, 0
    try:
        while True:
            while len(pending) < 2 * pool.workers:
                if pending and sum(sizes[ended:begun + 1]) > memory:
                    break
                task = next(remaining, None)
                if task is None:
                    break
                pending.append(pool.submit(function, task, signal))
                begun += 1
            if not pending:
                return
            yield _result(pool, pending, signal, progress, total_work)
            ended += 1
    finally:
        signal.stop()
        pool.take_back(pending)


def _result(pool: Pool, pending: deque[Future], signal: Signal, progress: Progress, total_work: float) -> Result:
    """Wait for the first pending task, watching for a cancel and for tasks that failed."""
    if progress.cancelled():
        raise Cancelled
    while not pending[0].done():
        running = [future for future in pending if not future.done()]
        wait(running, timeout=POLL_SECONDS, return_when=FIRST_COMPLETED)
        if progress.cancelled():
            raise Cancelled
        progress.advance(min(signal.done / total_work, 1.0) if total_work else 1.0)
        pool.watch(progress)
        for future in pending:
            if future.done():
                pool.result(future)
    return pool.result(pending.popleft())
