"""The functions that reach a worker before this package does.

They are made inside another function, because such functions travel as values, code and all:
neither the scheduler nor a worker needs the package to read them.  So they import what they
use themselves, and only from Python and `distributed`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Envoys(NamedTuple):
    """Functions that travel as values."""

    arrive: Callable
    """``(package, digest, archive, needed, dask_worker)`` to the libraries of ``needed`` that the worker has not."""
    perform: Callable
    """``(package, digest, archive, run, function, task)`` to a task's result and its work."""
    keep: Callable
    """``(data)`` to itself: bytes that workers hand to one another and that are made again when all of those died."""
    ask: Callable
    """``(package, question, *arguments)`` to the answer of `worker`; None where no task has arrived yet."""


def envoys() -> Envoys:
    """Fresh functions, free of this module."""

    def arrive(package, digest, archive, needed=(), dask_worker=None):
        """Unpack the archive unless the worker runs the same sources already."""
        import importlib.util
        import io
        import os
        import sys
        import zipfile

        missing = [name for name in needed if importlib.util.find_spec(name) is None]
        parcels = sys.modules.get(f"{package}.core.cluster.parcel")
        if missing or (parcels is not None and parcels.parcel().digest == digest):
            return missing
        folder = os.path.join(dask_worker.local_directory, f"{package}-{digest}")
        with zipfile.ZipFile(io.BytesIO(archive)) as content:
            content.extractall(folder)
        # an older version, or one that is installed there, gives way
        for name in [name for name in sys.modules if name == package or name.startswith(f"{package}.")]:
            del sys.modules[name]
        sys.path[:] = [folder, *(place for place in sys.path if place != folder)]
        importlib.invalidate_caches()
        importlib.import_module(f"{package}.core.cluster.parcel")
        importlib.import_module(f"{package}.core.cluster.worker")
        return missing

    def perform(package, digest, archive, run, function, task):
        """One task, on a worker that may have joined a moment ago."""
        import importlib
        import sys
        import threading

        from distributed import get_worker

        # one lock per process: runs of different versions may meet on a worker
        with vars(sys).setdefault("_evenlight_arrival", threading.Lock()):
            arrive(package, digest, archive, (), get_worker())
            work = importlib.import_module(f"{package}.core.cluster.worker").unpack(run, function, task)
        return work()

    def keep(data):
        return data

    def ask(package, question, *arguments):
        """Plain data only: whatever else would need the package."""
        import sys

        worker = sys.modules.get(f"{package}.core.cluster.worker")
        return None if worker is None else getattr(worker, question)(*arguments)

    return Envoys(arrive, perform, keep, ask)
