"""Measure how near matched histograms bring images of the same ground, and what they cost in contrast.

    .venv/bin/python benchmarks/histograms.py --data ../shared/data

NAIP, three years matched to 2009 by overlap: root mean square and mean differences to 2009 where both are valid, and
standard deviations over those of the image and of the reference; the range is that of the bands.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "demo"))

import numpy as np
from checkout import ROOT
from osgeo import gdal

from evenlight.core.jobs import histogram_match
from evenlight.core.raster.canvas import make_canvas
from evenlight.core.raster.image import inspect
from evenlight.core.raster.on_grid import measured_on
from evenlight.core.raster.source import Handles
from evenlight.core.settings import OutputSettings

REFERENCE = "m_4709963_se_14_1_20090818.tif"
IMAGES = {
    "2010": "m_4709963_se_14_1_20100629.tif",
    "2012": "m_4709963_se_14_1_20120731.tif",
    "2014": "m_4709963_se_14_1_20140720.tif",
}
HEAD = (
    "", "RMSE before", "after", "mean difference before", "after", "standard deviation, result / own",
    "result / reference",
)  # fmt: skip


def shared(path: str, reference: str) -> tuple[np.ndarray, np.ndarray]:
    """Values (K, n) of an image and of the reference where both are valid, as matching by overlap sees them."""
    images = [inspect(one) for one in (path, reference)]
    canvas, handles = make_canvas(images), Handles()
    views = [measured_on(image, canvas, handles) for image in images]
    window = views[0].window.intersection(views[1].window)
    (first, valid), (second, also_valid) = (view.measured(window) for view in views)
    both = (valid & also_valid).all(axis=0)
    return first[:, both].astype(np.float32), second[:, both].astype(np.float32)


def row_of(path: str, result: str, reference: str) -> list[str]:
    """The figures of one image."""
    own, there = shared(path, reference)
    new, _ = shared(result, reference)
    cells = []
    rms = [np.sqrt(np.mean((values - there) ** 2, dtype=np.float64)) for values in (own, new)]
    means = [(values - there).mean(axis=1, dtype=np.float64) for values in (own, new)]
    for error, mean in zip(rms, means):
        cells.append((f"{error:.1f}", span(mean, 1)))
    spread = [values.std(axis=1, dtype=np.float64) for values in (own, new, there)]
    ratios = [span(spread[1] / other, 2) for other in (spread[0], spread[2])]
    return [cells[0][0], cells[1][0], cells[0][1], cells[1][1], *ratios]


def span(values: np.ndarray, digits: int) -> str:
    """Lowest and highest."""
    return f"{values.min():.{digits}f} to {values.max():.{digits}f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one row for each year that is there."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    folder = parser.parse_args(arguments).data / "naip_prairie"
    gdal.UseExceptions()
    lines = ["| " + " | ".join(HEAD) + " |", "|---" * len(HEAD) + "|"]
    reference = str(folder / REFERENCE)
    for year, name in IMAGES.items():
        path = str(folder / name)
        if not (os.path.exists(path) and os.path.exists(reference)):
            lines.append(f"| {year} is not there |" + " |" * (len(HEAD) - 1))
            continue
        with tempfile.TemporaryDirectory() as scratch:
            result = histogram_match([path], reference, OutputSettings(folder=scratch, name="$_Matched.tif")).outputs[0]
            lines.append(f"| {year} | {' | '.join(row_of(path, result, reference))} |")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
