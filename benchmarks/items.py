"""Single figures: solving, finding overlaps, the cost of one more image, memory at any size."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import NamedTuple

from images import ImageKind, image_paths
from measuring import Cost, Weigher, median_cost
from ratios import CREATION_OPTIONS
from tasks import TaskJob

NODES = (10_000, 100_000)
FOOTPRINTS = 10_000
COUNTS = (25, 100, 400)
TRIVIAL = ImageKind(size=64, count=2)
"""Images that cost nothing but what every run costs."""


class Item(NamedTuple):
    """One figure."""

    name: str
    to_reach: str
    """Empty: no bar."""
    measured: str


def measure_items(weigher: Weigher, folder: Path, kind: ImageKind, runs: int) -> Iterator[Item]:
    """All of them; sizes follow the benchmark's own."""
    yield from _solving(weigher, runs)
    yield from _overlaps(weigher, runs)
    yield from _one_more_image(weigher, folder, kind, runs)
    yield from _memory(weigher, folder, kind)


def _solving(weigher: Weigher, runs: int) -> Iterator[Item]:
    bars = ("< 1 s, < 200 MB", "< 10 s")
    for nodes, bar in zip(NODES, bars):
        job = TaskJob(number=nodes)
        cost = median_cost([weigher.task("solve", job) for _ in range(runs)])
        memory = cost.peak - weigher.task("network", job).peak
        yield _said(Item(f"solving for {nodes:,} images, 8 neighbours, one band", bar, _seconds(cost, memory)))


def _seconds(cost: Cost, memory: float) -> str:
    return f"{cost.own:.2f} s, {memory:.0f} MB"


def _overlaps(weigher: Weigher, runs: int) -> Iterator[Item]:
    seconds = median(weigher.task("overlaps", TaskJob(number=FOOTPRINTS)).own for _ in range(runs))
    yield _said(Item(f"finding the overlaps of {FOOTPRINTS:,} footprints", "< 2 s", f"{seconds:.3f} s"))


def _one_more_image(weigher: Weigher, folder: Path, kind: ImageKind, runs: int) -> Iterator[Item]:
    small = replace(kind, size=max(kind.size // 8, 64))
    about = f"per image of {small.size} x {small.size}, with {', '.join(map(str, COUNTS))} of them"
    trivial = _wall_and_own(weigher, folder, TRIVIAL, runs)
    each = [
        [(seconds - least) / count for seconds, least in zip(measured, trivial)]
        for count in COUNTS
        for measured in [_wall_and_own(weigher, folder, replace(small, count=count), runs)]
    ]
    whole, pixels = zip(*each)
    yield _said(Item(f"statistics and apply of `balance`, {about}", "within 15 %", _spread(pixels)))
    yield _said(Item(f"`balance` with its solutions, {about}", "", _spread(whole)))


def _wall_and_own(weigher: Weigher, folder: Path, kind: ImageKind, runs: int) -> tuple[float, float]:
    """Seconds of a whole process, and without solving."""
    costs = [weigher.task("sweep_and_apply", _job(folder, kind)) for _ in range(runs)]
    return median(cost.wall for cost in costs), median(cost.own for cost in costs)


def _spread(each: Sequence[float]) -> str:
    listing = ", ".join(f"{1000 * seconds:.0f} ms" for seconds in each)
    return f"{listing}: within {max(each) / min(each) - 1:.0%}"


def _memory(weigher: Weigher, folder: Path, kind: ImageKind) -> Iterator[Item]:
    kinds = [
        kind,
        replace(kind, size=5 * kind.size, count=2, sparse=True),
        replace(kind, size=max(kind.size // 8, 64), count=200),
    ]
    for each in kinds:
        peak = weigher.task("balance", _job(folder, each)).peak
        yield _said(Item(f"peak memory of `balance`, {each.about}", "<= 600 MB", f"{peak:.0f} MB"))


def _job(folder: Path, kind: ImageKind) -> TaskJob:
    threads = os.cpu_count() or 1
    return TaskJob(tuple(image_paths(folder, kind)), threads=threads, creation_options=CREATION_OPTIONS["DEFLATE"])


def _said(item: Item) -> Item:
    print(f"  {item.name}: {item.measured}", flush=True)
    return item
