"""Weigh whole processes: wall and CPU time, peak resident memory, bytes read and written."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tasks import TaskJob

HERE = Path(__file__).resolve().parent
COPY, JOIN = "copy", "join"
"""The names of the floors among the tasks: of images one by one, and of mosaics."""

SCRIPTS = {COPY: "copy_images.py", JOIN: "join_images.py"}
"""Of the floors."""


class Cost(NamedTuple):
    """What one process cost."""

    wall: float
    cpu: float
    """Seconds, all threads together."""
    peak: float
    """Largest resident memory in MB."""
    read: float
    written: float
    """MB through read and write calls, the interpreter's own files included."""
    own: float | None = None
    """Seconds that the task measured itself."""


class RunFailed(Exception):
    """A measured process ended with an error; the text is what it said."""


class Weigher:
    """Runs tasks one after the other, each in a new process, and throws their results away."""

    def __init__(self, scratch: Path):
        self._scratch = scratch
        self._results = scratch / "results"

    def task(self, name: str, job: TaskJob) -> Cost:
        """Weigh one of `tasks.TASKS`, or a floor for one of `SCRIPTS`."""
        job_file, answer = self._scratch / "job.json", self._scratch / "answer.json"
        answer.unlink(missing_ok=True)
        replace(job, folder=job.folder or str(self._results), answer=str(answer)).save(job_file)
        script = [HERE / SCRIPTS[name]] if name in SCRIPTS else [HERE / "tasks.py", name]
        cost = self.command([sys.executable, *map(str, script), str(job_file)])
        return cost._replace(own=json.loads(answer.read_text(encoding="utf-8"))) if answer.exists() else cost

    def command(self, command: Sequence[str]) -> Cost:
        """Weigh any command that writes into `results`."""
        self._results.mkdir(parents=True, exist_ok=True)
        costs = self._scratch / "costs.json"
        # what earlier runs wrote must not be on its way to the disk while this one is measured
        os.sync()
        launcher = [sys.executable, str(HERE / "launch.py"), str(costs), *command]
        done = subprocess.run(launcher, capture_output=True, check=False)
        shutil.rmtree(self._results, ignore_errors=True)
        if done.returncode != 0:
            raise RunFailed(done.stderr.decode("utf-8", "replace")[-3000:] or f"{command[0]} failed")
        return Cost(**json.loads(costs.read_text(encoding="utf-8")))

    @property
    def results(self) -> Path:
        """The folder for a command's results; removed after every run."""
        return self._results


def median_cost(costs: Sequence[Cost]) -> Cost:
    """The median of every figure by itself."""
    columns = [[value for value in column if value is not None] for column in zip(*costs)]
    return Cost(*(median(column) if column else None for column in columns))


def input_megabytes(paths: Sequence[str]) -> float:
    """Size of the image files."""
    return sum(os.path.getsize(path) for path in paths) / 1e6
