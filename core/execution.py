"""Runs a list of independent tasks on a pool of threads.

Pool threads never talk to the caller's progress: they only see a flag that tells them to
stop.  Results come back in the order of the tasks, whatever the number of threads.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import TypeVar

from .errors import Cancelled
from .progress import Progress

Task = TypeVar("Task")
Result = TypeVar("Result")

POLL_SECONDS = 0.1
"""How often the calling thread looks for a cancel and for progress."""


class Signal:
    """What tasks on the pool and the calling thread tell each other."""

    def __init__(self) -> None:
        self._stop = threading.Event()
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
        """Raise `Cancelled` in a task whose result nobody waits for."""
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


def thread_count(threads: int) -> int:
    """The number of threads for a setting where 0 means all cores."""
    return threads if threads > 0 else os.cpu_count() or 1


def run_tasks(
    function: Callable[[Task, Signal], Result],
    tasks: Iterable[Task],
    threads: int,
    progress: Progress,
    total_work: float,
) -> Iterator[Result]:
    """Yield ``function(task, signal)`` for every task, in order.

    ``total_work`` is what the tasks together `Signal.add`.  At most two tasks per thread are
    under way or waiting to be taken, so that results do not pile up.  Raises `Cancelled`, or
    what a task raised, after all running tasks have ended.
    """
    signal = Signal()
    pending: deque[Future[Result]] = deque()
    remaining = iter(tasks)
    with ThreadPoolExecutor(max_workers=threads, thread_name_prefix="evenlight") as pool:
        try:
            while True:
                while len(pending) < 2 * threads:
                    task = next(remaining, None)
                    if task is None:
                        break
                    pending.append(pool.submit(function, task, signal))
                if not pending:
                    return
                yield _result(pending, signal, progress, total_work)
        finally:
            signal.stop()
            for future in pending:
                future.cancel()


def _result(pending: deque[Future[Result]], signal: Signal, progress: Progress, total_work: float) -> Result:
    """Wait for the first pending task, watching for a cancel and for tasks that failed."""
    if progress.cancelled():
        raise Cancelled
    while not pending[0].done():
        running = [future for future in pending if not future.done()]
        wait(running, timeout=POLL_SECONDS, return_when=FIRST_COMPLETED)
        if progress.cancelled():
            raise Cancelled
        progress.advance(min(signal.done / total_work, 1.0) if total_work else 1.0)
        for future in pending:
            if future.done():
                future.result()
    return pending.popleft().result()
