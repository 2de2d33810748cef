"""The main table: what every job costs beside copying the same images, in alternating runs."""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from images import ImageKind, image_paths
from measuring import COPY, JOIN, SCRIPTS, Cost, Weigher, input_megabytes, median_cost
from tasks import TaskJob

NOTHING = "nothing"
OTB = "OTB Mosaic"
OTB_PROGRAM = "otbcli_Mosaic"
WRITING = {"statistics": False, "global_regression": True, "local_block_adjustment": True}
MOSAICS = ("mosaic_none", "mosaic_feather", "mosaic_multiband")
"""Of given images, beside `JOIN`."""
WRITING.update({"balance": True, "preview_balance": False, "balance_and_mosaic": True, JOIN: True})
WRITING.update({**dict.fromkeys(MOSAICS, True), OTB: True})
"""The measured tasks, in their order in the table, and whether they write pixels."""
CREATION_OPTIONS = {
    "DEFLATE": "COMPRESS=DEFLATE|PREDICTOR=2|ZLEVEL=6",
    "ZSTD": "COMPRESS=ZSTD|PREDICTOR=2|ZSTD_LEVEL=9",
}
"""Of the results, GDAL's default levels."""


class Setup(NamedTuple):
    """How the tasks run."""

    threads: int
    compression: str
    """Of the results; a key of `CREATION_OPTIONS`."""

    @property
    def about(self) -> str:
        """For a heading."""
        return f"{self.compression}, {self.threads} thread{'s' if self.threads > 1 else ''}"


class Row(NamedTuple):
    """One task under one setup, medians over the runs."""

    task: str
    setup: Setup
    cost: Cost
    ratios: tuple[float, ...]
    """Wall time over that of the copy that ran last before it, each run."""
    read_share: float
    """Bytes read over the size of the inputs, what starting reads taken off."""
    after_statistics: float | None
    """Wall seconds beyond the statistics task of the same run, per image."""

    @property
    def ratio(self) -> float:
        """Median of the ratios."""
        return median(self.ratios)


def all_setups() -> list[Setup]:
    """One thread and all of them, both compressions."""
    return [Setup(threads, name) for name in CREATION_OPTIONS for threads in sorted({1, os.cpu_count() or 1})]


def measured_tasks() -> list[str]:
    """The tasks that can run here."""
    return [task for task in WRITING if task != OTB or shutil.which(OTB_PROGRAM)]


class RatioRuns:
    """Alternating runs of all tasks on one set of images."""

    def __init__(self, weigher: Weigher, folder: Path, kind: ImageKind):
        self._weigher = weigher
        self._paths = image_paths(folder, kind)
        self._adjusted_folder = folder / f"{kind.name}_adjusted"
        self._costs: dict[tuple[str, Setup], list[Cost]] = defaultdict(list)
        self._ratios: dict[tuple[str, Setup], list[float]] = defaultdict(list)
        self._start = {name: weigher.task(name, TaskJob()) for name in (COPY, NOTHING)}

    def run(self, tasks: Sequence[str], setups: Sequence[Setup], runs: int) -> list[Row]:
        """All tasks in turn under every setup, ``runs`` times; a copy runs before each task that writes."""
        for _ in range(runs):
            for setup in setups:
                copied = self._run(COPY, setup)
                fresh = True
                for task in tasks:
                    if WRITING[task] and not fresh:
                        copied = self._run(COPY, setup)
                    fresh = not WRITING[task]
                    self._ratios[task, setup].append(self._run(task, setup).wall / copied.wall)
        return list(self._rows(tasks, setups))

    @property
    def start(self) -> dict[str, Cost]:
        """What starting and ending costs, of the copy and of a task that does nothing."""
        return self._start

    @property
    def megabytes(self) -> float:
        """Size of the input files."""
        return input_megabytes(self._paths)

    def _rows(self, tasks: Sequence[str], setups: Sequence[Setup]) -> Iterator[Row]:
        for setup in setups:
            for task in (COPY, *tasks):
                costs = self._costs[task, setup]
                size = input_megabytes(self._inputs(task))
                start = self._start[COPY if task in (*SCRIPTS, OTB) else NOTHING]
                share = (median(cost.read for cost in costs) - start.read) / size
                ratios = tuple(self._ratios[task, setup]) if task != COPY else (1.0,)
                yield Row(task, setup, median_cost(costs), ratios, share, self._after_statistics(task, setup))

    def _after_statistics(self, task: str, setup: Setup) -> float | None:
        pairs = zip(self._costs[task, setup], self._costs["statistics", setup])
        seconds = [cost.wall - statistics.wall for cost, statistics in pairs]
        return median(seconds) / len(self._paths) if seconds and task == "preview_balance" else None

    def _run(self, task: str, setup: Setup) -> Cost:
        job = TaskJob(self._inputs(task), threads=setup.threads, creation_options=CREATION_OPTIONS[setup.compression])
        cost = self._weigher.command(self._otb(setup)) if task == OTB else self._weigher.task(task, job)
        print(f"  {setup.about}: {task} {cost.wall:.1f} s, {cost.peak:.0f} MB", flush=True)
        self._costs[task, setup].append(cost)
        return cost

    def _inputs(self, task: str) -> tuple[str, ...]:
        """The local step gets the global one's results, which are made when first needed."""
        if task != "local_block_adjustment":
            return tuple(self._paths)
        if not self._adjusted_folder.is_dir():
            part = self._adjusted_folder.with_name(f"{self._adjusted_folder.name}.part")
            shutil.rmtree(part, ignore_errors=True)
            self._weigher.task("global_regression", TaskJob(tuple(self._paths), str(part), threads=os.cpu_count() or 1))
            os.replace(part, self._adjusted_folder)
        return tuple(sorted(str(path) for path in self._adjusted_folder.glob("*.tif")))

    def _otb(self, setup: Setup) -> list[str]:
        """The Orfeo ToolBox's mosaic, gains by RMSE: one file where Evenlight writes one per image."""
        options = CREATION_OPTIONS[setup.compression].split("|")
        extended = "".join(f"&gdal:co:{option}" for option in ("TILED=YES", "BIGTIFF=IF_SAFER", *options))
        target = f"{self._weigher.results / 'mosaic.tif'}?{extended}"
        environment = ["env", "OTB_MAX_RAM_HINT=256", f"ITK_GLOBAL_DEFAULT_NUMBER_OF_THREADS={setup.threads}"]
        harmonisation = ["-harmo.method", "band", "-harmo.cost", "rmse", "-nodata", "0"]
        return [*environment, OTB_PROGRAM, "-il", *self._paths, *harmonisation, "-out", target, "uint16"]
