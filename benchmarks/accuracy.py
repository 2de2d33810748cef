"""Measure how well images agree after each method, and write the table as a page.

    .venv/bin/python benchmarks/accuracy.py --data ../shared/data --output docs/accuracy.md

Runs on the made-up scene of the demo and on the real sets that the data folder holds (by default the
one named in the environment variable EVENLIGHT_DATA); a set that is not there is left out and named.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "demo"))

from checkout import ROOT
from datasets import available_sets, missing_sets
from methods import measure_set
from osgeo import gdal
from page import write_page


def main(arguments: list[str] | None = None) -> int:
    """Measure every set; returns the exit code."""
    options = _parse(arguments)
    gdal.UseExceptions()
    data = Path(options.data).resolve()
    with tempfile.TemporaryDirectory(dir=options.scratch) as scratch:
        measured = []
        for images in available_sets(data, Path(scratch), options.only):
            print(f"{images.name}: {images.about}", flush=True)
            measured.append(measure_set(images, Path(scratch) / "results"))
    write_page(Path(options.output), measured, missing_sets(data))
    print(f"Written: {options.output}")
    return 0


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = os.environ.get("EVENLIGHT_DATA", str(ROOT.parent / "shared" / "data"))
    parser.add_argument("--data", default=default, help="folder of the real sets")
    parser.add_argument("--output", default=str(ROOT / "docs" / "accuracy.md"), help="the page to write")
    parser.add_argument("--scratch", help="folder for the images that are made; the system's own by default")
    parser.add_argument("--only", help="measure only sets with this in their name")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
