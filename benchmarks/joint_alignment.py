"""Measure `coregister_jointly`: how long large networks take to solve, and how well real images come back.

    .venv/bin/python benchmarks/joint_alignment.py --data ../shared/data

Networks are tiles of 1000 x 1000 pixels in rows and columns, each moved by a random affine transform,
with 100 tie points in every overlap (noise 0.3 pixels, a tenth wrong by up to 60); every solution
runs in a process of its own, whose largest resident memory is reported.  Real images are moved by known
shifts of up to 8 pixels; reported is how far they are from each other after alignment, against where the
alignment of the unmoved images puts them, because those disagree too.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "demo"))

import numpy as np
from checkout import ROOT
from osgeo import gdal

from evenlight.core.align.joint import solve_jointly
from evenlight.core.align.settings import ALIGNED_NAME, JointModel, JointSettings, LocalModel
from evenlight.core.align.tie_points import TiePoints
from evenlight.core.jobs import coregister_jointly
from evenlight.core.raster.window import Window
from evenlight.core.settings import OutputSettings
from evenlight.core.statistics.overlaps import overlapping_pairs

SIDE, STEP = 1000, 700
NETWORKS = ((20, 20), (40, 50))
TRIALS = 4
STRIP_OVERLAP = 0.33


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = os.environ.get("EVENLIGHT_DATA", str(ROOT.parent / "shared" / "data"))
    parser.add_argument("--data", default=default, help="folder of the real sets")
    parser.add_argument("--solve", nargs=4, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    gdal.UseExceptions()
    if options.solve:
        return solve_one(*options.solve)
    print(f"{'images':>8} {'points':>8} {'model':12} {'mesh':10} {'seconds':>8} {'peak MB':>8} {'RMSE':>6}")
    for rows, columns in NETWORKS:
        for model, local in [(model, LocalModel.NONE) for model in JointModel] + [
            (JointModel.AFFINE, LocalModel.BILINEAR)
        ]:
            words = [str(rows), str(columns), str(model), str(local)]
            subprocess.run([sys.executable, __file__, "--solve", *words], check=True)
    for name, paths in (("drone_river", real), ("naip_prairie", strips)):
        with tempfile.TemporaryDirectory() as folder:
            moved_apart(name, paths(Path(options.data) / name, Path(folder)), Path(folder))
    return 0


def solve_one(rows: str, columns: str, model: str, local: str) -> int:
    """Solve one network in this process and print what it cost."""
    windows, points = network(int(rows), int(columns))
    settings = JointSettings(model=JointModel(model), local_model=LocalModel(local))
    start = time.perf_counter()
    solution = solve_jointly(points, windows, np.zeros(len(windows), dtype=bool), settings)
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    after = solution.rmse()[1]
    print(
        f"{len(windows):8} {len(points):8} {model:12} {local:10} {seconds:8.1f} {peak:8.0f} {after:6.3f}", flush=True
    )
    return 0


def network(rows: int, columns: int) -> tuple[list[Window], TiePoints]:
    """Footprints and tie points of tiles that are moved by random affine transforms."""
    random = np.random.default_rng(0)
    windows = [Window(STEP * c, STEP * r, SIDE, SIDE) for r in range(rows) for c in range(columns)]
    linear = np.eye(2) + random.normal(0, 0.003, (len(windows), 2, 2))
    shift = random.uniform(-8, 8, (len(windows), 2))
    parts = []
    for one, other in overlapping_pairs(windows).tolist():
        low = np.maximum(windows[one][:2], windows[other][:2])
        high = np.minimum(windows[one][:2], windows[other][:2]) + SIDE
        ground = random.uniform(low, high, (100, 2))
        at = []
        for image in (one, other):
            centre = np.array(windows[image][:2]) + SIDE / 2
            seen = (ground - centre - shift[image]) @ np.linalg.inv(linear[image]).T + centre
            at.append(seen + random.normal(0, 0.3 / np.sqrt(2), seen.shape))
        wrong = random.random(len(ground)) < 0.1
        at[1][wrong] += random.uniform(-60, 60, (int(wrong.sum()), 2))
        parts.append(TiePoints.of_pair(one, other, *at))
    return windows, TiePoints.joined(parts)


def real(source: Path, folder: Path) -> list[str]:
    """The images as they are."""
    return sorted(map(str, source.glob("*.tif")))


def strips(source: Path, folder: Path) -> list[str]:
    """Strips of images that cover the same ground, each from another image."""
    images = real(source, folder)
    found = []
    for number, path in enumerate(images):
        whole = gdal.Open(path)
        width = whole.RasterXSize / (len(images) - STRIP_OVERLAP * (len(images) - 1))
        target = str(folder / Path(path).name)
        first = round((1.0 - STRIP_OVERLAP) * number * width)
        gdal.Translate(target, whole, srcWin=[first, 0, round(width), whole.RasterYSize])
        found.append(target)
    return found


def moved_apart(name: str, paths: Sequence[str], folder: Path) -> None:
    """Print how well images come back that were moved by known shifts."""
    if not paths:
        print(f"{name}: no images")
        return
    unmoved = steps(paths, folder / "unmoved")
    random = np.random.default_rng(0)
    errors, seconds = [], []
    for trial in range(TRIALS):
        shift = random.uniform(-8, 8, (len(paths), 2))
        moved = [displaced(path, folder / f"moved{trial}", *by) for path, by in zip(paths, shift)]
        start = time.perf_counter()
        left = steps(moved, folder / f"aligned{trial}") + shift
        seconds.append(time.perf_counter() - start)
        errors.append(left - left.mean(axis=0) - unmoved + unmoved.mean(axis=0))
    rms = np.sqrt((np.array(errors) ** 2).sum(axis=2).mean())
    worst = np.sqrt((np.array(errors) ** 2).sum(axis=2)).max()
    own = np.sqrt(((unmoved - unmoved.mean(axis=0)) ** 2).sum(axis=1).mean())
    print(
        f"{name}: moved by up to 8 pixels, back within {rms:.3f} pixels RMS ({worst:.3f} at worst) in "
        f"{np.median(seconds):.1f} s; the unmoved images are themselves moved by {own:.3f} pixels RMS"
    )


def steps(paths: Sequence[str], folder: Path) -> np.ndarray:
    """Columns and rows by which an alignment moves images, (n, 2)."""
    result = coregister_jointly(paths, OutputSettings(folder=str(folder), name=ALIGNED_NAME))
    found = []
    for path, output in zip(paths, result.outputs):
        before, after = (gdal.Open(file).GetGeoTransform() for file in (path, output))
        found.append([(after[0] - before[0]) / before[1], (after[3] - before[3]) / before[5]])
    return np.array(found)


def displaced(path: str, folder: Path, columns: float, rows: float) -> str:
    """A copy that says it lies elsewhere."""
    folder.mkdir(exist_ok=True)
    target = str(folder / Path(path).name)
    place = gdal.Open(path).GetGeoTransform()
    copy = gdal.Translate(target, path, creationOptions=["TILED=YES"])
    copy.SetGeoTransform((place[0] + columns * place[1], *place[1:3], place[3] + rows * place[5], *place[4:]))
    return target


if __name__ == "__main__":
    sys.exit(main())
