"""Measure what each choice of pixels does for the global step, on ground held out of it.

    .venv/bin/python benchmarks/pseudo_invariant.py --data ../shared/data

One row per PIF_METHOD: its corrections are found without a fold of the cells and measured on that fold,
for all folds.  One column per set of pixels that it is measured on: all common pixels, changed ground
among them, and the features that each method finds.  Normalised RMSE; lower is better within a column,
columns do not compare.  Then pairs of a clear and a cloudy Landsat date: half of the pixels differ by less
than the figure, in standard deviations, mean of the bands.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "demo"))

import numpy as np
from checkout import ROOT
from datasets import LANDSAT_DATES, available_sets
from osgeo import gdal

from evenlight.core.checks import check_images
from evenlight.core.jobs import global_regression
from evenlight.core.radiometry.metrics import FOLDS, agreement, fold_of
from evenlight.core.radiometry.network import network_of
from evenlight.core.radiometry.pif.finder import Finder
from evenlight.core.radiometry.solve import solve_global
from evenlight.core.raster.canvas import make_canvas
from evenlight.core.run import Run
from evenlight.core.settings import GlobalSettings, OutputSettings, PifMethod, PifSettings
from evenlight.core.statistics.blocks import BlockGrid, cell_grid
from evenlight.core.statistics.sums import PairSums, Sums, stack
from evenlight.core.statistics.sweep import Sweep

CLOUDY_DATES = ("20220313", "20250422")


def main(arguments: list[str] | None = None) -> int:
    """Print a table per set; returns the exit code."""
    options = _parse(arguments)
    gdal.UseExceptions()
    with tempfile.TemporaryDirectory() as scratch:
        for images in available_sets(Path(options.data).resolve(), Path(scratch), options.only):
            cells, counted = _counted(images.paths)
            print(f"\n{images.name}: {images.about}\n")
            print(f"| PIF_METHOD | share of pixels | {' | '.join(f'on {method}' for method in PifMethod)} |")
            print(f"|---|---:|{'---:|' * len(PifMethod)}")
            everything = counted[PifMethod.ENTIRE].pairs.count.sum()
            for method, sums in counted.items():
                figures = [_held_out(sums, measured, cells) for measured in counted.values()]
                share = sums.pairs.count.sum() / everything
                print(f"| {method} | {share:.1%} | {' | '.join(f'{figure:.4f}' for figure in figures)} |", flush=True)
        _cloudy_pairs(Path(options.data).resolve() / "landsat_hawaii", Path(scratch))
    return 0


def _cloudy_pairs(folder: Path, scratch: Path) -> None:
    """Match each cloudy date to each clear one, whose pixels stay as they are."""
    dates = {date: folder / f"Landsat_{date}.tif" for date in (*LANDSAT_DATES, *CLOUDY_DATES)}
    if not all(path.exists() for path in dates.values()):
        return
    print(f"\n| clear and cloudy | {' | '.join(PifMethod.words())} |\n|---|{'---:|' * len(PifMethod)}")
    for cloudy in CLOUDY_DATES:
        for clear in LANDSAT_DATES:
            pair = [str(dates[clear]), str(dates[cloudy])]
            figures = [f"{_median_difference(pair, method, scratch):.3f}" for method in PifMethod]
            print(f"| {clear}, {cloudy} | {' | '.join(figures)} |", flush=True)


def _median_difference(pair: Sequence[str], method: PifMethod, scratch: Path) -> float:
    settings = GlobalSettings(model_images=(pair[0],), pif=PifSettings(method=method))
    result = global_regression(pair, OutputSettings(folder=str(scratch / "pairs")), settings=settings)
    first, second = (gdal.Open(path).ReadAsArray().astype(np.float64) for path in result.outputs)
    valid = (first > 0).all(axis=0) & (second > 0).all(axis=0)
    return float(np.mean([np.median(np.abs(x[valid] - y[valid])) / x[valid].std() for x, y in zip(first, second)]))


def _counted(paths: Sequence[str]) -> tuple[BlockGrid, dict[PifMethod, Sums]]:
    """Sums with the pairs of the pixels that each method counts."""
    images = check_images(paths)
    canvas, run = make_canvas(images), Run()
    cells = cell_grid(canvas, images)
    sums = Sweep(images, canvas, cells).run(run)
    counted = {PifMethod.ENTIRE: sums}
    for method in PifMethod:
        if method is not PifMethod.ENTIRE:
            found = Finder(images, canvas, cells, PifSettings(method=method)).run(sums.pairs, run)
            counted[method] = replace(sums, pairs=stack(PairSums, [pair.sums for pair in found], sums.bands, keys=3))
    return cells, counted


def _held_out(solved: Sums, measured: Sums, cells: BlockGrid) -> float:
    """Normalised RMSE on each fold of the cells after a solution without it, pooled."""
    no_image = np.zeros(solved.images, dtype=bool)
    parts = []
    for fold in range(FOLDS):
        kept = fold_of(solved.pairs.cell, cells.columns) != fold
        solution = solve_global(network_of(solved, kept), GlobalSettings(), no_image)
        after = measured.pairs.adjusted(solution.gain, solution.offset)
        parts.append(after.chosen(fold_of(after.cell, cells.columns) == fold))
    rows = stack(PairSums, parts, solved.bands, keys=3)
    return agreement(replace(measured, pairs=rows).overlaps()).normalised_rmse


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = os.environ.get("EVENLIGHT_DATA", str(ROOT.parent / "shared" / "data"))
    parser.add_argument("--data", default=default, help="folder of the real sets")
    parser.add_argument("--only", help="measure only sets with this in their name")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
