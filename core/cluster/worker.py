"""What happens on a worker: tasks of runs that can be stopped, and a look at the files."""

from __future__ import annotations

import contextlib
import os
import threading
import uuid
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import NamedTuple

from osgeo import gdal

from ..errors import Cancelled
from ..execution import Signal

REMEMBERED = 1000
"""Ended runs whose late tasks are turned away."""


class Outcome(NamedTuple):
    """What a task sends back."""

    result: object
    work: float
    """In the units of the whole."""


class _Run:
    """The tasks of one run in this process; they share the function, and with it open files."""

    def __init__(self, function: Callable):
        self.function = function
        self.stop = threading.Event()
        self.running = 0


_runs: dict[str, _Run] = {}
_ended: OrderedDict[str, None] = OrderedDict()
_lock = threading.Lock()


def unpack(run: str, function: bytes, task: bytes) -> Callable[[], Outcome]:
    """A task ready to be worked on; its function is read once per run and process."""
    from distributed.protocol.pickle import loads

    with _lock:
        if run in _ended:
            raise Cancelled
        if run not in _runs:
            _runs[run] = _Run(loads(function))
        ours = _runs[run]
        ours.running += 1
    try:
        content = loads(task)
    except BaseException:
        _leave(ours)
        raise
    return lambda: _work(ours, content)


def _work(ours: _Run, content: object) -> Outcome:
    signal = Signal(ours.stop)
    try:
        return Outcome(ours.function(content, signal), signal.done)
    finally:
        _leave(ours)


def _leave(ours: _Run) -> None:
    with _lock:
        ours.running -= 1


def end(run: str) -> int:
    """Stop a run's tasks here and let go of what they shared; how many are still on their way out."""
    with _lock:
        _ended[run] = None
        while len(_ended) > REMEMBERED:
            _ended.popitem(last=False)
        ours = _runs.get(run)
        if ours is None:
            return 0
        ours.stop.set()
        if not ours.running:
            del _runs[run]
        return ours.running


def look(files: Sequence[tuple[str, int | None]], probes: Sequence[str]) -> list[str]:
    """What of the client's files this worker does not see, or sees otherwise.

    ``files`` come with their size in bytes; names that are no plain files have none and are
    opened.  ``probes`` are fresh files in the folders for the results: they must be here, and another
    must find its place beside them.
    """
    missing = [path for path, size in files if not _same(path, size)]
    return missing + [os.path.dirname(probe) for probe in probes if not _writable(probe)]


def _same(path: str, size: int | None) -> bool:
    if size is not None:
        with contextlib.suppress(OSError):
            return os.stat(path).st_size == size
        return False
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        return gdal.OpenEx(path, gdal.OF_RASTER) is not None
    except RuntimeError:
        return False
    finally:
        gdal.PopErrorHandler()


def _writable(probe: str) -> bool:
    if not os.path.exists(probe):
        return False
    own = f"{probe}-{uuid.uuid4().hex}"
    try:
        with open(own, "xb"):
            pass
        os.remove(own)
    except OSError:
        return False
    return True
