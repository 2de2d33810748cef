"""How the figures grow with the size, number and bands of images and with their overlap."""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from images import ImageKind
from measuring import COPY, Weigher
from ratios import NOTHING, RatioRuns, Row, Setup, measured_tasks

OVERLAP = "overlap"
TASKS = ("statistics", "global_regression", "balance")


class Point(NamedTuple):
    """One kind of images and what the tasks cost on it."""

    value: float
    """Of the axis."""
    kind: ImageKind
    rows: dict[str, Row]
    seconds: dict[str, float]
    """Wall time of every task, its start taken off."""


class Axis(NamedTuple):
    """One property of the images, varied."""

    name: str
    points: list[Point]

    def exponent(self, task: str) -> float | None:
        """The k of seconds ~ value^k from the first to the last point; None where it would mean nothing."""
        first, last = self.points[0], self.points[-1]
        if self.name == OVERLAP or first.seconds[task] <= 0 or last.seconds[task] <= 0:
            return None
        return math.log(last.seconds[task] / first.seconds[task]) / math.log(last.value / first.value)


def axes(kind: ImageKind) -> dict[str, list[tuple[float, ImageKind]]]:
    """The kinds to measure, by what varies; about a quarter of the benchmark's own size."""
    base = replace(kind, size=kind.size // 4)
    sizes = [kind.size // 8, kind.size // 4, kind.size // 2, kind.size]
    return {
        "side in pixels": [(size, replace(base, size=size)) for size in sizes],
        "images": [(count, replace(base, count=count)) for count in (4, 9, 36, 100)],
        "bands": [(bands, replace(base, bands=bands)) for bands in (1, 2, 4, 8)],
        OVERLAP: [(overlap, replace(base, overlap=overlap)) for overlap in (0.2, 0.4, 0.6)],
    }


def measure_growth(weigher: Weigher, folder: Path, kind: ImageKind, runs: int) -> Iterator[Axis]:
    """Every axis, all threads, DEFLATE."""
    tasks = [task for task in measured_tasks() if task in TASKS]
    setup = Setup(os.cpu_count() or 1, "DEFLATE")
    for name, kinds in axes(kind).items():
        points = []
        for value, varied in kinds:
            print(f"{name} {value}", flush=True)
            measured = RatioRuns(weigher, folder, varied)
            rows = {row.task: row for row in measured.run(tasks, [setup], runs)}
            starts = {task: measured.start[COPY if task == COPY else NOTHING].wall for task in rows}
            seconds = {task: rows[task].cost.wall - starts[task] for task in rows}
            points.append(Point(value, varied, rows, seconds))
        yield Axis(name, points)
