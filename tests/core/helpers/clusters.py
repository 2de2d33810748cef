"""A Dask cluster on the loopback address: a scheduler and workers, each a process of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 20

# The command lines of dask need packages that only its dashboard wants.
SCHEDULER = """
import asyncio, sys
from distributed import Scheduler

async def main():
    async with Scheduler(host="127.0.0.1", port=0, dashboard=False, scheduler_file=sys.argv[1]) as scheduler:
        await scheduler.finished()

asyncio.run(main())
"""
WORKER = """
import asyncio, sys
from distributed import Worker

async def main():
    options = dict(nthreads=int(sys.argv[2]), local_directory=sys.argv[3], dashboard=False)
    async with Worker(scheduler_file=sys.argv[1], host="127.0.0.1", name=sys.argv[4], **options) as worker:
        print("ready", flush=True)
        await worker.finished()

asyncio.run(main())
"""


class LoopbackCluster:
    """A scheduler and workers of this Python."""

    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.file = str(folder / "scheduler.json")
        self._log = open(folder / "log.txt", "ab")  # noqa: SIM115 -- of the processes, closed with them
        self._environment = {**os.environ, "PYTHONPATH": ""}
        self.scheduler = self._start(SCHEDULER, self.file)
        self.workers: list[subprocess.Popen] = []
        deadline = time.monotonic() + START_SECONDS
        while not os.path.exists(self.file) or not os.path.getsize(self.file):
            if time.monotonic() > deadline or self.scheduler.poll() is not None:
                self.stop()
                raise RuntimeError(self.log())
            time.sleep(0.05)

    def _start(self, program: str, *arguments: str, **options) -> subprocess.Popen:
        command = [sys.executable, "-c", program, *arguments]
        # Where no file of this checkout lies, so that only what is sent can be imported.
        return subprocess.Popen(command, cwd=self.folder, env=self._environment, stderr=self._log, **options)

    def add_workers(self, number: int, threads: int = 1) -> None:
        """Start workers and wait until they are there."""
        started = [
            self._start(
                WORKER, self.file, str(threads), str(self.folder), f"w{len(self.workers) + n}",
                stdout=subprocess.PIPE, text=True,
            )
            for n in range(number)
        ]  # fmt: skip
        self.workers += started
        for worker in started:
            if worker.stdout.readline() != "ready\n":
                self.stop()
                raise RuntimeError(self.log())

    def kill_worker(self, number: int) -> None:
        """As the system does when memory ends."""
        os.kill(self.workers[number].pid, signal.SIGKILL)
        self.workers[number].wait()

    def log(self) -> str:
        """What the processes complained of."""
        return (self.folder / "log.txt").read_text(errors="replace")[-4000:]

    def stop(self) -> None:
        """End every process."""
        for process in [*self.workers, self.scheduler]:
            if process.poll() is None:
                process.kill()
            process.wait()
            if process.stdout:
                process.stdout.close()
        self._log.close()


@contextmanager
def cluster(folder: Path, workers: int = 2) -> Iterator[LoopbackCluster]:
    """A cluster that ends with the block."""
    running = LoopbackCluster(folder)
    try:
        running.add_workers(workers)
        yield running
    finally:
        running.stop()


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder, by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def wait_for(condition, seconds: float) -> bool:
    """Whether something comes true in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return False
