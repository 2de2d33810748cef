"""Measure what the raster tools and alignment cost beside copying the same image.

    .venv/bin/python benchmarks/raster_tools.py                     12,000 x 12,000, one band UInt16
    .venv/bin/python benchmarks/raster_tools.py --size 3000 --runs 1

Two floors: a copy of the image, and a copy of a result, which is Float32 and takes twice the bytes; both
with the creation options and threads of the tools.  Runs alternate; a copy runs before each task.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "demo"))

from checkout import ROOT
from holes import with_holes
from images import ImageKind, image_paths
from machine import machine_facts
from measuring import COPY, Cost, Weigher, median_cost
from osgeo import gdal
from table import number, text_table
from tasks import TaskJob

from evenlight.core.filters.settings import EqualizeMethod, GapMethod, LocalVarianceSettings
from evenlight.core.jobs import local_variance

HEAD = ("what", "copies of the image", "copies of a result", "wall s", "CPU s", "peak MB")
OPTIONS = "COMPRESS=DEFLATE|PREDICTOR=2|ZLEVEL=6"
WINDOWS = (3, 31, 501)
TEMPLATE = 33
"""Pixels along a side."""


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=12000, help="pixels along a side of the image")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", default="", help="part of the names of what is measured")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--folder", default=str(ROOT.parent / "benchmark"), help="where images are made and kept")
    options = parser.parse_args(arguments)
    gdal.UseExceptions()
    folder = Path(options.folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    (image,) = image_paths(folder, ImageKind(options.size, 1, 1))
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        template, result = f"{scratch}/template.tif", f"{scratch}/result.tif"
        middle = options.size // 2
        gdal.Translate(template, image, srcWin=[middle, middle, TEMPLATE, TEMPLATE])
        local_variance(image, result, settings=LocalVarianceSettings(), creation_options=OPTIONS)
        jobs = {f"local_variance {size} x {size}": ("local_variance", (image,), size) for size in WINDOWS}
        jobs[f"cross_correlation, template of {TEMPLATE} x {TEMPLATE}"] = "cross_correlation", (image, template), 1
        jobs["cross_correlation of two images"] = "cross_correlation", (image, image), 0
        holes = with_holes(image, f"{scratch}/holes.tif", OPTIONS.split("|"))
        for index, method in enumerate(GapMethod):
            partner = (image,) if method is GapMethod.OTHER_IMAGE else ()
            jobs[f"fill_gaps, {method}"] = "fill_gaps", (holes, *partner), index
        jobs["histogram_match"] = "histogram_match", (image, image), 0
        for index, method in enumerate(EqualizeMethod):
            jobs[f"histogram_equalize, {method}"] = "histogram_equalize", (image,), index
        jobs["histogram_peaks"] = "histogram_peaks", (image,), 0
        moved = _moved(image, f"{scratch}/moved.vrt")
        for index, way in enumerate(("a shift", "one grid", "piece by piece")):
            jobs[f"coregister, {way}"] = "coregister", (moved, image), index
        jobs = {label: job for label, job in jobs.items() if options.only in label}
        work = Path(scratch) / "work"
        work.mkdir()
        rows = measure(Weigher(work), jobs, (image, result), options.threads, options.runs)
    facts = "\n".join(f"{name}: {value}" for name, value in machine_facts().items())
    print(f"\n{facts}\n{options.size} x {options.size}, {options.threads} threads, {OPTIONS}\n")
    print(text_table(HEAD, rows))
    return 0


def _moved(source: str, target: str) -> str:
    """The same image, a few pixels beside its place; returns ``target``."""
    image = gdal.Translate(target, source, format="VRT")
    x, dx, rx, y, ry, dy = image.GetGeoTransform()
    image.SetGeoTransform((x + 4.6 * dx, dx, rx, y - 2.3 * dy, ry, dy))
    return target


def measure(
    weigher: Weigher,
    jobs: dict[str, tuple[str, tuple[str, ...], int]],
    copied: tuple[str, str],
    threads: int,
    runs: int,
) -> list[tuple[str, ...]]:
    """A line for each copy and job: medians of the runs, ratios to the copies that ran before it."""
    costs: dict[str, list[Cost]] = {}
    ratios: dict[str, list[tuple[float, float]]] = {}
    copies = {"copy of the image (UInt16)": copied[0], "copy of a result (Float32)": copied[1]}

    def weigh(label: str, task: str, paths: tuple[str, ...], size: int = 0) -> float:
        job = TaskJob(paths, threads=threads, creation_options=OPTIONS, number=size)
        cost = weigher.task(task, job)
        costs.setdefault(label, []).append(cost)
        print(f"{label}: {cost.wall:.1f} s, CPU {cost.cpu:.1f} s, {cost.peak:.0f} MB", flush=True)
        return cost.wall

    for _ in range(runs):
        for label, job in jobs.items():
            floors = [weigh(name, COPY, (path,)) for name, path in copies.items()]
            seconds = weigh(label, *job)
            ratios.setdefault(label, []).append((seconds / floors[0], seconds / floors[1]))
    rows = []
    for label, found in costs.items():
        cost = median_cost(found)
        shares = [number(median(part), 2) for part in zip(*ratios[label])] if label in ratios else [number(None, 0)] * 2
        rows.append((label, *shares, number(cost.wall, 1), number(cost.cpu, 1), number(cost.peak, 0)))
    return rows


if __name__ == "__main__":
    sys.exit(main())
