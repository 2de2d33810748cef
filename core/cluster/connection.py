"""Finds the scheduler, brings our code to the workers and asks them questions; nothing waits without end."""

from __future__ import annotations

import asyncio
import contextlib
import json
import math
import os
import platform
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from functools import partial
from types import TracebackType
from typing import TypeVar

from ..errors import MissingLibraryError
from ..execution import POLL_SECONDS
from ..messages import Message
from ..progress import Progress, Silent, Stop, stop_if_cancelled, unstopped
from .arrival import envoys
from .errors import (
    NoSchedulerError,
    NoWorkersError,
    WorkerFailedError,
    WorkerFilesError,
    WorkerLibraryError,
    WorkerPythonError,
    WorkersSilentError,
)
from .parcel import parcel

Answer = TypeVar("Answer")

CONNECT_SECONDS = 5.0
"""How long a scheduler may take to answer."""
WORKER_SECONDS = 5.0
"""How long workers may take to join a scheduler that has just been started."""
ANSWER_SECONDS = 60.0
"""How long workers may take for one question."""
FILES_AT_ONCE = 500
"""Of one question: a worker that looks at files answers nothing else."""
NEEDED = ("numpy", "scipy", "osgeo")
"""What a worker has to have by itself."""


class Connection:
    """A client of a running scheduler.

    Raises `MissingLibraryError`, `NoSchedulerError` or `NoWorkersError`.
    """

    def __init__(self, scheduler: str):
        try:
            from distributed import Client
        except ImportError as error:
            command = "python3 -m pip install distributed, or on Debian and Ubuntu apt-get install python3-distributed"
            raise MissingLibraryError(Message("The Python package distributed"), command) from error
        self.address = address_of(scheduler)
        self.envoys = envoys()
        try:
            # a client that was begun with a wrong address can keep later ones from starting
            within(CONNECT_SECONDS + 1.0, _greet, self.address)
            self.client = within(
                CONNECT_SECONDS + 1.0, lambda: Client(self.address, timeout=CONNECT_SECONDS, set_as_default=False)
            )
        except (WorkersSilentError, asyncio.TimeoutError) as error:
            raise NoSchedulerError(scheduler, Message("no answer")) from error
        except (OSError, ValueError, TypeError) as error:
            raise NoSchedulerError(scheduler, str(error) or Message("no answer")) from error
        try:
            self.threads = self._wait_for_workers()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Connection:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Leave the scheduler; what of ours it still holds is forgotten there."""
        with contextlib.suppress(WorkersSilentError, OSError, asyncio.TimeoutError):
            within(CONNECT_SECONDS, self.client.close, CONNECT_SECONDS)

    def _wait_for_workers(self) -> dict[str, int]:
        deadline = time.monotonic() + WORKER_SECONDS
        while True:
            threads = within(CONNECT_SECONDS, self.client.nthreads)
            if threads:
                return dict(threads)
            if time.monotonic() > deadline:
                raise NoWorkersError(self.address)
            time.sleep(0.1)

    def everywhere(self, seconds: float, function: Callable[..., Answer], *arguments: object) -> dict[str, Answer]:
        """Every worker's answer, outside of its tasks; workers that have just gone give none.

        Raises `WorkersSilentError` or `WorkerFailedError`.
        """
        answers = within(seconds, lambda: self.client.run(function, *arguments, on_error="return"))
        present = {worker: answer for worker, answer in answers.items() if not isinstance(answer, OSError)}
        for worker, answer in present.items():
            if isinstance(answer, Exception):
                raise WorkerFailedError(worker, f"{type(answer).__name__}: {answer}") from answer
        return present

    def need_python(self) -> None:
        """Our functions travel as compiled code, which only the same Python reads."""
        found = within(ANSWER_SECONDS, self.client.get_versions)
        versions = {"scheduler": found["scheduler"], **found["workers"]}
        own = _minor(platform.python_version())
        others = {}
        for name, facts in versions.items():
            version = _minor(str(dict(facts["host"])["python"]))
            if version != own:
                others[name] = version
        if others:
            raise WorkerPythonError(own, others)

    def arrive(self) -> None:
        """Bring our code to the workers.  Raises `WorkerLibraryError`."""
        lacking = self.everywhere(ANSWER_SECONDS, self.envoys.arrive, *parcel(), NEEDED)
        lacking = {worker: missing for worker, missing in lacking.items() if missing}
        if lacking:
            raise WorkerLibraryError(lacking)

    def look(self, paths: Sequence[str], folders: Sequence[str]) -> None:
        """Let every worker look for the images and try the folders.  Raises `WorkerFilesError`."""
        files = [(path, os.path.getsize(path) if os.path.isfile(path) else None) for path in paths]
        unseen: dict[str, list[str]] = {}
        with contextlib.ExitStack() as stack:
            probes = [stack.enter_context(_probe(folder)) for folder in folders]
            for start in range(0, max(len(files), 1), FILES_AT_ONCE):
                part = files[start:start + FILES_AT_ONCE]
                tried = probes if start == 0 else []
                answers = self.everywhere(
                    ANSWER_SECONDS, self.envoys.ask, parcel().package, "look", part, tried
                )
                for worker, missing in answers.items():
                    if missing:
                        unseen.setdefault(worker, []).extend(missing)
        if unseen:
            raise WorkerFilesError(unseen)


def check_cluster(
    scheduler: str, paths: Sequence[str], folders: Sequence[str], progress: Progress = Silent()
) -> None:
    """Whether the cluster can do the work, before any pixel is read; nothing for an empty ``scheduler``.

    Raises a `ClusterError`, `MissingLibraryError` or `Cancelled`.
    """
    if scheduler:
        within(math.inf, _check, scheduler, paths, folders, stop=partial(stop_if_cancelled, progress))


def _check(scheduler: str, paths: Sequence[str], folders: Sequence[str]) -> None:
    with Connection(scheduler) as connection:
        connection.need_python()
        connection.arrive()
        connection.look(paths, folders)


def address_of(scheduler: str) -> str:
    """The address, or what the scheduler file says.  Raises `NoSchedulerError`."""
    if not os.path.isfile(scheduler):
        if scheduler.endswith(".json") or (os.sep in scheduler and "://" not in scheduler):
            raise NoSchedulerError(scheduler, Message("there is no such file"))
        return scheduler
    try:
        with open(scheduler, encoding="utf-8") as file:
            return str(json.load(file)["address"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoSchedulerError(scheduler, Message("it is not a scheduler file")) from error


def _greet(address: str) -> None:
    """Ask who is there, in a loop of its own that ends.  Raises ValueError where it is no scheduler."""
    from distributed import Security
    from distributed.core import rpc

    async def ask() -> str:
        async with rpc(address, connection_args=Security().get_connection_args("client")) as remote:
            return str((await remote.identity())["type"])

    kind = asyncio.run(asyncio.wait_for(ask(), CONNECT_SECONDS))
    if kind != "Scheduler":
        raise ValueError(f"a {kind} answers")


def within(
    seconds: float, call: Callable[..., Answer], *arguments: object, stop: Stop = unstopped
) -> Answer:
    """The call's answer if it comes in time; a call that hangs is left behind.

    ``stop`` is called now and then and raises where the result is not waited for any more.  Raises
    `WorkersSilentError`, or what the call raised.
    """
    answer: Future[Answer] = Future()

    def run() -> None:
        try:
            answer.set_result(call(*arguments))
        except BaseException as error:
            answer.set_exception(error)

    threading.Thread(target=run, name="evenlight-cluster", daemon=True).start()
    deadline = time.monotonic() + seconds
    while True:
        try:
            return answer.result(min(POLL_SECONDS, max(deadline - time.monotonic(), 0.0)))
        except FutureTimeout as error:
            # in the meantime, or with such an error of its own
            if answer.done():
                return answer.result()
            stop()
            if time.monotonic() >= deadline:
                raise WorkersSilentError(seconds) from error


def _minor(version: str) -> str:
    return ".".join(version.split(".")[:2])


@contextlib.contextmanager
def _probe(folder: str) -> Iterator[str]:
    """A fresh file in a folder, or in the nearest one above that exists."""
    existing = os.path.abspath(folder)
    while not os.path.isdir(existing):
        existing = os.path.dirname(existing)
    with tempfile.NamedTemporaryFile(prefix=".evenlight-probe-", dir=existing) as file:
        yield file.name
