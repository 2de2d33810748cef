"""What the performance benchmark measures, each as a process of its own: ``tasks.py name job.json``

A task that looks at its own clock returns seconds; they are written to the job's answer file.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "demo"))

import checkout  # noqa: F401
import numpy as np

from evenlight.core import jobs
from evenlight.core.align.settings import CoregisterSettings
from evenlight.core.filters.settings import (
    EqualizeMethod,
    EqualizeSettings,
    GapMethod,
    GapSettings,
    LocalVarianceSettings,
)
from evenlight.core.jobs.balance import SOLVED
from evenlight.core.jobs.measure import sums_of
from evenlight.core.mosaicking.settings import Blend, MosaicSettings
from evenlight.core.progress import Silent
from evenlight.core.radiometry.network import Network
from evenlight.core.radiometry.session import READ
from evenlight.core.radiometry.solve import solve_global
from evenlight.core.run import Run
from evenlight.core.settings import ExecutionSettings, GlobalSettings, LocalSettings, OutputSettings
from evenlight.core.statistics.overlaps import overlapping_pairs


@dataclass(frozen=True)
class TaskJob:
    """What a task works on."""

    paths: tuple[str, ...] = ()
    """The images."""
    folder: str = ""
    """Where results go."""
    answer: str = ""
    """The file that gets the seconds a task measured itself."""
    threads: int = 1
    creation_options: str = ""
    """``KEY=VALUE|KEY=VALUE``."""
    number: int = 0
    """Of nodes or footprints."""

    def save(self, path: Path) -> None:
        """Write it where a task's process finds it."""
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @property
    def execution(self) -> ExecutionSettings:
        """For the jobs."""
        return ExecutionSettings(threads=self.threads)

    @property
    def output(self) -> OutputSettings:
        """For the jobs."""
        return OutputSettings(folder=self.folder, name="$.tif", creation_options=self.creation_options)


def nothing(job: TaskJob) -> None:
    """Start and import, no more."""


def statistics(job: TaskJob) -> None:
    """Every pixel once; whole images, pairs and cells."""
    sums_of(job.paths, run=Run(job.execution))


def global_regression(job: TaskJob) -> None:
    """Start to end."""
    jobs.global_regression(job.paths, job.output, execution=job.execution)


def local_block_adjustment(job: TaskJob) -> None:
    """Start to end, on images that are already adjusted globally."""
    jobs.local_block_adjustment(job.paths, job.output, settings=LocalSettings(), execution=job.execution)


def balance(job: TaskJob) -> None:
    """Start to end."""
    jobs.balance(job.paths, job.output, execution=job.execution)


class _Watch(Silent):
    """Notes when the sweep and when the solution ended."""

    def __init__(self) -> None:
        self.swept = self.solved = 0.0

    def advance(self, fraction: float) -> None:
        """See `Progress`."""
        if fraction >= READ * SOLVED and not self.swept:
            self.swept = time.perf_counter()
        if fraction >= SOLVED and not self.solved:
            self.solved = time.perf_counter()


def sweep_and_apply(job: TaskJob) -> float:
    """`balance` without the time between its two looks at the pixels."""
    watch, start = _Watch(), time.perf_counter()
    jobs.balance(job.paths, job.output, execution=job.execution, progress=watch)
    return time.perf_counter() - start - (watch.solved - watch.swept)


def mosaic_none(job: TaskJob) -> None:
    """Given images cut along least visible seams."""
    _join(job, Blend.NONE)


def mosaic_feather(job: TaskJob) -> None:
    """The same, blended within a narrow strip."""
    _join(job, Blend.FEATHER)


def mosaic_multiband(job: TaskJob) -> None:
    """The same, blended by scale."""
    _join(job, Blend.MULTIBAND)


def _join(job: TaskJob, blend: Blend) -> None:
    jobs.mosaic(job.paths, f"{job.folder}/out.tif", settings=MosaicSettings(blend=blend), **_written(job))


def balance_and_mosaic(job: TaskJob) -> None:
    """From images to one mosaic of them balanced, start to end."""
    jobs.balance_and_mosaic(job.paths, f"{job.folder}/out.tif", **_written(job))


def seamlines(job: TaskJob) -> None:
    """Least visible seams as polygons."""
    jobs.seamlines(job.paths, f"{job.folder}/out.gpkg", execution=job.execution)


def preview_balance(job: TaskJob) -> None:
    """Start to end, statistics included."""
    jobs.preview_balance(job.paths, replace(job.output, creation_options=""), execution=job.execution)


def local_variance(job: TaskJob) -> None:
    """Of one image, in windows of ``number`` pixels to each side."""
    settings = LocalVarianceSettings(width=job.number, height=job.number)
    jobs.local_variance(job.paths[0], f"{job.folder}/out.tif", settings=settings, **_written(job))


def cross_correlation(job: TaskJob) -> None:
    """Of one image with another of the same ground, or with a template where ``number`` is not 0."""
    partner = "template" if job.number else "other"
    jobs.cross_correlation(job.paths[0], f"{job.folder}/out.tif", **{partner: job.paths[1]}, **_written(job))


def fill_gaps(job: TaskJob) -> None:
    """Of one image, by the method with this ``number``; a second image is the one to take pixels from."""
    settings = GapSettings(method=list(GapMethod)[job.number])
    other = job.paths[1] if len(job.paths) > 1 else None
    jobs.fill_gaps(job.paths[0], f"{job.folder}/out.tif", settings=settings, other=other, **_written(job))


def histogram_match(job: TaskJob) -> None:
    """Of one image to another of the same ground."""
    jobs.histogram_match([job.paths[0]], job.paths[1], job.output, execution=job.execution)


def histogram_equalize(job: TaskJob) -> None:
    """Of one image, by the method with this ``number``."""
    settings = EqualizeSettings(method=list(EqualizeMethod)[job.number])
    jobs.histogram_equalize([job.paths[0]], job.output, settings=settings, execution=job.execution)


def histogram_peaks(job: TaskJob) -> None:
    """Of one image, as page."""
    jobs.histogram_peaks(job.paths[0], page=f"{job.folder}/page.html", execution=job.execution)


def coregister(job: TaskJob) -> None:
    """Of one image onto another; ``number``: 0 by a shift, 1 onto the other's grid, 2 piece by piece."""
    settings = CoregisterSettings(same_grid=job.number == 1, windows=job.number == 2)
    jobs.coregister([job.paths[0]], job.paths[1], job.output, settings=settings, execution=job.execution)


def _written(job: TaskJob) -> dict[str, object]:
    return {"creation_options": job.creation_options, "execution": job.execution}


def solve(job: TaskJob) -> float:
    """One band of a network of ``number`` images, each overlapping its 8 neighbours."""
    network = _lattice_network(job.number)
    no_image = np.zeros(network.images, dtype=bool)
    start = time.perf_counter()
    solve_global(network, GlobalSettings(), no_image)
    return time.perf_counter() - start


def network(job: TaskJob) -> None:
    """What `solve` starts from, so that its memory is measured apart."""
    _lattice_network(job.number)


def overlaps(job: TaskJob) -> float:
    """The pairs among ``number`` footprints on a lattice, 40 % overlap."""
    side = round(job.number**0.5)
    rows, columns = np.divmod(np.arange(job.number), side)
    windows = [(int(column) * 600, int(row) * 600, 1000, 1000) for row, column in zip(rows, columns)]
    start = time.perf_counter()
    overlapping_pairs(windows)
    return time.perf_counter() - start


def _lattice_network(number: int) -> Network:
    """Images on a square lattice with random gains and offsets; every twentieth overlap is spoiled."""
    rng = np.random.default_rng(5)
    side = round(number**0.5)
    nodes = np.arange(side * side).reshape(side, side)
    edges = [
        (nodes[:, :-1], nodes[:, 1:]),
        (nodes[:-1], nodes[1:]),
        (nodes[:-1, :-1], nodes[1:, 1:]),
        (nodes[:-1, 1:], nodes[1:, :-1]),
    ]
    first = np.concatenate([one.ravel() for one, _ in edges])
    second = np.concatenate([other.ravel() for _, other in edges])
    gain, offset = np.exp(rng.normal(0, 0.2, (nodes.size, 1))), rng.normal(0, 100, (nodes.size, 1))
    shape = (len(first), 1)
    mean, std = rng.normal(1500, 150, shape), rng.uniform(200, 400, shape)
    count = np.full(shape, 1e5)
    changed = np.where(rng.random(shape) < 0.05, rng.uniform(1.2, 1.6, shape), rng.normal(1, 0.005, shape))
    return Network(
        np.full(gain.shape, 1e6),
        1500 * gain + offset,
        300 * gain,
        first,
        second,
        count,
        gain[first] * mean + offset[first],
        (gain[second] * mean + offset[second]) * changed,
        gain[first] * std,
        gain[second] * std * changed,
        0.98 * gain[first] * gain[second] * changed * std**2,
    )


TASKS: dict[str, Callable[[TaskJob], float | None]] = {
    task.__name__: task
    for task in (
        nothing,
        statistics,
        global_regression,
        local_block_adjustment,
        balance,
        mosaic_none,
        mosaic_feather,
        mosaic_multiband,
        balance_and_mosaic,
        seamlines,
        preview_balance,
        sweep_and_apply,
        local_variance,
        cross_correlation,
        fill_gaps,
        histogram_match,
        histogram_equalize,
        histogram_peaks,
        coregister,
        network,
        solve,
        overlaps,
    )
}


def main(name: str, job_file: str) -> int:
    """Run one task; returns the exit code."""
    job = TaskJob(**json.loads(Path(job_file).read_text(encoding="utf-8")))
    seconds = TASKS[name](job)
    if seconds is not None:
        Path(job.answer).write_text(json.dumps(seconds), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
