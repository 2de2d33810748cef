"""Worker processes that run trials side by side, and what these gave."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

COUNT = min(os.cpu_count() or 1, 4)


class Outcome(NamedTuple):
    """What one trial gave."""

    family: str
    title: str
    row: str
    number: int
    why: str | None
    """What did not hold; None where everything did."""
    skipped: str | None
    figure: float | None


class Workers:
    """As many processes as there are cores."""

    def __init__(self, folder: Path):
        self._workers = [_Worker(folder / f"worker-{number}") for number in range(COUNT)]

    def trials(self, family: str, rows: int | None = None) -> list[tuple[str, int]]:
        """The trials of a family, or of its first rows: row of the table, and number."""
        answer = self._workers[0].ask({"family": family, "rows": rows})
        if "trials" not in answer:
            raise RuntimeError(f"{family}: {answer['why']}")
        return [tuple(trial) for trial in answer["trials"]]

    def run(self, family: str, trials: Iterable[tuple[str, int]], planted: str | None = None) -> list[Outcome]:
        """Run trials, as many at once as there are workers; ``planted``: one of `PLANTS`."""
        remaining, lock, outcomes = iter(trials), threading.Lock(), []

        def work(worker: _Worker) -> None:
            while True:
                with lock:
                    trial = next(remaining, None)
                if trial is None:
                    return
                row, number = trial
                told = worker.ask({"family": family, "row": row, "number": number, "planted": planted})
                outcome = Outcome(
                    family, told["title"], row, number, told.get("why"), told.get("skipped"), told.get("figure")
                )
                with lock:
                    outcomes.append(outcome)

        threads = [threading.Thread(target=work, args=(worker,)) for worker in self._workers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return outcomes

    def close(self) -> None:
        """End the processes."""
        for worker in self._workers:
            worker.close()


class _Worker:
    def __init__(self, folder: Path):
        folder.mkdir(parents=True)
        # what it says goes to a file that pytest can show
        self._log = folder / "log"
        with self._log.open("w") as log:
            self._process = subprocess.Popen(
                [sys.executable, str(Path(__file__).with_name("worker.py")), str(folder)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True,
            )  # fmt: skip

    def ask(self, request: dict) -> dict:
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"a worker ended: {self._log.read_text()[-2000:]}")
        return json.loads(line)

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


def spread(trials: Sequence[tuple[str, int]], count: int) -> list[tuple[str, int]]:
    """A few trials, from all over the family."""
    if len(trials) <= count:
        return list(trials)
    return [trials[(2 * part + 1) * len(trials) // (2 * count)] for part in range(count)]
