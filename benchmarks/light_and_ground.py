"""Measure levels where light and ground differ: lit strips, changed dates, and real dates with clouds.

    .venv/bin/python benchmarks/light_and_ground.py --data ../shared/data

First the ratio of the brightest to the darkest level over truth, and the root mean square of all pixels' error in
per cent of truth, of scenes whose truth is known, by tool and choice of COMMON_LIGHT; then gains of dates of which
one changed, on its unchanged ground, over their truth; then the Landsat dates with all five, clouds among them,
against the clear three alone.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "demo"))

import numpy as np
from checkout import ROOT
from datasets import LANDSAT_DATES
from osgeo import gdal, gdal_array
from page import markdown_table
from scipy import ndimage

from evenlight.core.jobs import balance, global_regression, local_block_adjustment
from evenlight.core.radiometry import adjustments_file
from evenlight.core.settings import CommonLight, GlobalMethod, GlobalSettings, OutputSettings, StatisticsSettings

SIDE, PIXEL = 200, 10.0
NOISE = 8.0

Arrays = Sequence[np.ndarray]


def main(arguments: list[str] | None = None) -> int:
    """Print the tables; returns the exit code."""
    options = _parse(arguments)
    gdal.UseExceptions()
    with tempfile.TemporaryDirectory() as scratch:
        print(_light_table(Path(scratch)))
        print(_change_table(Path(scratch)))
        dates = sorted((Path(options.data) / "landsat_hawaii").glob("*.tif"))
        print(_landsat_table(dates, Path(scratch)) if dates else "No landsat_hawaii in the data folder.")
    return 0


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = os.environ.get("EVENLIGHT_DATA", str(ROOT.parent / "shared" / "data"))
    parser.add_argument("--data", default=default, help="folder of the real sets")
    return parser.parse_args(arguments)


def _ground(random: np.random.Generator, height: int, width: int, rough: float, trend: float) -> np.ndarray:
    scales = (0.7, 0.08), (3.0, 0.1), (SIDE / 2, rough)
    layers = [(ndimage.gaussian_filter(random.normal(size=(height, width)), sigma), size) for sigma, size in scales]
    logarithm = sum(size * layer / layer.std() for layer, size in layers)
    return 2000.0 * np.exp(logarithm + np.log(trend) * np.arange(width) / width)


def _lit(
    folder: Path,
    columns: int = 8,
    rows: int = 1,
    step: int = 160,
    slope: float = 0.0,
    vignetting: float = 0.0,
    exposure: Callable[[int], float] = lambda n: 1.0,
    by_ground: bool = False,
    rough: float = 0.0,
    trend: float = 1.0,
) -> tuple[list[str], Arrays]:
    """Files of a strip or block, and their true ground; slopes are of logarithms, over a side."""
    random = np.random.default_rng(1)
    ground = _ground(random, SIDE + step * (rows - 1), SIDE + step * (columns - 1), rough, trend)
    u = (np.arange(SIDE) + 0.5) / SIDE - 0.5
    light = np.exp(slope * u) * (1 - vignetting * (u**2 + u[:, None] ** 2) / 0.5)
    corners = [(step * row, step * column) for row in range(rows) for column in range(columns)]
    parts = [ground[row : row + SIDE, column : column + SIDE] for row, column in corners]
    paths = []
    for n, (part, (row, column)) in enumerate(zip(parts, corners)):
        factor = exposure(n) * (2000.0 / part.mean() if by_ground else 1.0)
        values = factor * part * light * (1 + 0.01 * random.normal(size=part.shape))
        paths.append(_write(folder / f"i{n:02}.tif", values, row, column))
    return paths, parts


def _write(path: Path, values: np.ndarray, row: int = 0, column: int = 0) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    stored = np.clip(np.rint(values), 1, 65535).astype(np.uint16)
    dataset = gdal_array.OpenArray(stored)
    dataset.SetGeoTransform((500000 + PIXEL * column, PIXEL, 0.0, 4000000 - PIXEL * row, 0.0, -PIXEL))
    gdal.GetDriverByName("GTiff").CreateCopy(str(path), dataset)
    return str(path)


UNEVEN = (0.4, -1.1, 1.3, -0.2, -1.0, 0.9, -0.6, 0.3)

LIGHT: dict[str, dict] = {
    "8 strips, 24 %": {"slope": 0.24},
    "8 strips, 10 %": {"slope": 0.10},
    "16 strips, 5 %": {"columns": 16, "slope": 0.05},
    "2 strips, 24 % (warned of)": {"columns": 2, "slope": 0.24},
    "3 strips, 24 % (warned of)": {"columns": 3, "slope": 0.24},
    "8 strips, half shared, 20 %": {"step": 100, "slope": 0.20},
    "3 x 6 images, 15 %": {"columns": 6, "rows": 3, "slope": 0.15},
    "24 % and uneven exposures of 30 %": {"slope": 0.24, "exposure": lambda n: float(np.exp(0.3 * UNEVEN[n]))},
    "nothing": {},
    "3 images, nothing": {"columns": 3, "rough": 0.1},
    "vignetting of 30 %": {"vignetting": 0.3},
    "24 % and vignetting of 30 %": {"slope": 0.24, "vignetting": 0.3},
    "exposures that drift by 20 % a step": {"exposure": lambda n: float(np.exp(0.2 * n))},
    "uneven exposures of 30 %": {"exposure": lambda n: float(np.exp(0.3 * UNEVEN[n]))},
    "automatic exposure over rough ground": {"by_ground": True, "rough": 0.2},
    "ground four times brighter at one end": {"trend": 4.0},
    "the same, automatic exposure (looks like light)": {"trend": 4.0, "by_ground": True},
    "24 %, automatic exposure, rough ground (warned of)": {"slope": 0.24, "by_ground": True, "rough": 0.2},
}


def _away(paths: Sequence[str], truth: Arrays) -> str:
    """Ratio of levels and error of pixels; the level of all is free."""
    found = np.stack([gdal.Open(path).ReadAsArray().astype(float) for path in paths])
    levels = found.mean(axis=(1, 2)) / np.mean(truth, axis=(1, 2))
    error = found / (found.mean() / np.mean(truth)) / truth - 1.0
    return f"{levels.max() / levels.min():.2f}, {np.sqrt(np.mean(error**2)):.1%}"


def _light_table(scratch: Path) -> str:
    head = ["scene", "untouched", *(f"balance, {choice}" for choice in ("never", "auto", "always"))]
    head += ["global_regression, auto", "least_squares, never", "local_block_adjustment, never", "the same, auto"]
    auto, always, never = (StatisticsSettings(common_light=c) for c in CommonLight)
    least = GlobalSettings(method=GlobalMethod.LEAST_SQUARES)
    jobs = [
        *(partial(balance, statistics=statistics) for statistics in (never, auto, always)),
        partial(global_regression, statistics=auto),
        partial(global_regression, settings=least, statistics=never),
        *(partial(local_block_adjustment, statistics=statistics) for statistics in (never, auto)),
    ]
    rows = []
    for number, (name, settings) in enumerate(LIGHT.items()):
        folder = scratch / f"light{number}"
        paths, truth = _lit(folder, **settings)
        results = [job(paths, OutputSettings(str(folder / f"out{n}"))).outputs for n, job in enumerate(jobs)]
        rows.append([name, *(_away(found, truth) for found in (paths, *results))])
    return markdown_table(head, rows)


CHANGES: dict[str, tuple[float, Callable[[np.ndarray, np.ndarray], np.ndarray]]] = {
    "snow": (0.40, lambda values, random: 9000 + 300 * random),
    "flood": (0.33, lambda values, random: 250 + 20 * random),
    "cloud": (0.19, lambda values, random: 6000 + 900 * random),
    "much cloud": (0.33, lambda values, random: 6000 + 900 * random),
}
DATES = 12


def _change_table(scratch: Path) -> str:
    """Twelve dates of one ground, four of them changed."""
    random = np.random.default_rng(3)
    side = 512
    land = 1200 + sum(
        size * layer / layer.std()
        for size, layer in (
            (size, ndimage.gaussian_filter(random.normal(size=(side, side)), sigma))
            for sigma, size in ((1, 120), (4, 90), (20, 70))
        )
    )
    gains = np.exp(0.15 * random.normal(size=DATES))
    changed = dict(zip((2, 5, 7, 10), CHANGES.items()))
    paths, where = [], {}
    for n in range(DATES):
        values = land + NOISE * random.normal(size=land.shape)
        if n in changed:
            share, change = changed[n][1]
            field = ndimage.gaussian_filter(random.normal(size=land.shape), side / 20)
            where[n] = field > np.quantile(field, 1 - share)
            values = np.where(where[n], change(values, random.normal(size=land.shape)), values)
        paths.append(_write(scratch / "dates" / f"d{n:02}.tif", gains[n] * values))
    unchanged = ~np.any(list(where.values()), axis=0)
    file = str(scratch / "dates.json")
    result = global_regression(paths, OutputSettings(str(scratch / "dates" / "out")), save_adjustments=file)
    found = np.array([entry.gain[0] for entry in adjustments_file.load(file)]) * gains
    found /= np.median(found)
    levels = np.array([gdal.Open(path).ReadAsArray()[unchanged].mean(dtype=float) for path in result.outputs])
    levels -= np.median(levels)
    head = ["date", "changed", "gain over truth", "level off, of about 1,200"]
    rows = [
        [name, f"{share:.0%}", f"{found[n]:.4f}", f"{levels[n]:+.1f}"] for n, (name, (share, _)) in changed.items()
    ]
    others = [n for n in range(DATES) if n not in changed]
    worst = max(others, key=lambda n: abs(np.log(found[n])))
    rows.append(["the worst clear one", "", f"{found[worst]:.4f}", f"{np.abs(levels[others]).max():+.1f}"])
    return markdown_table(head, rows)


def _landsat_table(dates: Sequence[Path], scratch: Path) -> str:
    """Gains of the clear dates, relative to their mean, with the cloudy ones in the run against without."""
    clear = [path for path in dates if any(date in path.name for date in LANDSAT_DATES)]
    found = {}
    for name, paths in (("alone", clear), ("all", dates)):
        file = str(scratch / f"{name}.json")
        global_regression([str(path) for path in paths], OutputSettings(str(scratch / name)), save_adjustments=file)
        gain = {entry.name: entry.gain for entry in adjustments_file.load(file)}
        own = np.array([gain[path.stem] for path in clear])
        found[name] = own / np.exp(np.log(own).mean(axis=0))
    away = np.abs(np.log(found["all"] / found["alone"]))
    rows = [[path.stem, f"{own.max():.1%}", f"{own.mean():.1%}"] for path, own in zip(clear, away)]
    return markdown_table(["clear date, all five dates in the run", "gain off, worst band", "mean of bands"], rows)


if __name__ == "__main__":
    sys.exit(main())
