"""Measure what the jobs cost beside copying the same images, and write the tables as a page.

    .venv/bin/python benchmarks/performance.py                           nine images of 4000 x 4000
    .venv/bin/python benchmarks/performance.py --size 1000 --count 4     quick
    .venv/bin/python benchmarks/performance.py --growth                  and how the figures grow

The images are made once and kept in a folder; those of a full run take about 4 GB.  A run with images
of its own choice writes its page into that folder too, and leaves docs/performance.md alone.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "demo"))

from checkout import ROOT
from growth import measure_growth
from images import ImageKind
from items import measure_items
from machine import machine_facts
from measuring import RunFailed, Weigher
from osgeo import gdal
from performance_page import Measured, text_rows, write_json, write_page
from ratios import RatioRuns, all_setups, measured_tasks
from table import text_table

HEAD = ("what", "ratio", "wall s", "CPU s", "peak MB", "read x", "written MB")


def main(arguments: list[str] | None = None) -> int:
    """Measure everything; returns the exit code."""
    options = _parse(arguments)
    gdal.UseExceptions()
    kind = ImageKind(options.size, options.count, options.bands, options.overlap)
    folder = Path(options.folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            measured = _measure(Weigher(Path(scratch)), folder, kind, options)
    except RunFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    print()
    print(text_table(HEAD, text_rows(measured.rows)))
    page = Path(options.output or (ROOT / "docs" if kind == ImageKind() else folder) / "performance.md")
    write_page(page, measured)
    write_json(folder / "performance.json", measured)
    print(f"\nWritten: {page}")
    return 0


def _measure(weigher: Weigher, folder: Path, kind: ImageKind, options: argparse.Namespace) -> Measured:
    machine = machine_facts()
    print(f"{kind.about}; made when not there yet", flush=True)
    ratios = RatioRuns(weigher, folder / "images", kind)
    rows = ratios.run(measured_tasks(), all_setups(), options.runs)
    items = [] if options.without_items else list(measure_items(weigher, folder / "images", kind, options.runs))
    growth = list(measure_growth(weigher, folder / "images", kind, options.runs)) if options.growth else []
    return Measured(kind, options.runs, ratios.megabytes, ratios.start, rows, items, growth, machine)


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = ImageKind()
    parser.add_argument("--size", type=int, default=default.size, help="side of the images in pixels")
    parser.add_argument("--count", type=int, default=default.count, help="number of images")
    parser.add_argument("--bands", type=int, default=default.bands, help="number of bands")
    parser.add_argument("--overlap", type=float, default=default.overlap, help="share of a side, 0 to 0.9")
    parser.add_argument("--runs", type=int, default=3, help="of everything")
    parser.add_argument("--growth", action="store_true", help="measure how the figures grow, too")
    parser.add_argument("--without-items", action="store_true", help="leave the single figures out")
    folder = os.path.join(ROOT, "dist", "benchmark")
    parser.add_argument("--folder", default=folder, help="where images and results are kept; on a disk, not in memory")
    parser.add_argument("--output", help="the page; docs/performance.md for the default images")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
