"""Measure a mosaic of 100,000 x 100,000 pixels of which few tiles hold data: time and peak memory.

    .venv/bin/python benchmarks/sparse_mosaic.py --folder benchmark-data

Groups of four overlapping images lie in the corners of the mosaic and in its middle.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "demo"))

from images import ImageKind, image_paths
from measuring import Weigher
from osgeo import gdal
from tasks import TaskJob

SIDE = 100_000
GROUP = ImageKind(size=1000, count=4, bands=1)
OPTIONS = "COMPRESS=DEFLATE|SPARSE_OK=TRUE|BIGTIFF=YES"


def main(arguments: list[str] | None = None) -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", default="benchmark-data", help="where the images are made and kept")
    parser.add_argument("--task", default="mosaic_feather", help="a mosaic of `tasks.TASKS`")
    options = parser.parse_args(arguments)
    gdal.UseExceptions()
    folder = Path(options.folder).resolve()
    (folder / "images").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder) as scratch:
        paths = _scattered(image_paths(folder / "images", GROUP), Path(scratch))
        weigher = Weigher(Path(scratch))
        start = weigher.task("nothing", TaskJob())
        cost = weigher.task(options.task, TaskJob(paths, threads=os.cpu_count() or 1, creation_options=OPTIONS))
    print(f"{options.task}, {SIDE:,} x {SIDE:,} pixels, {len(paths)} images of {GROUP.size} x {GROUP.size}:")
    print(f"{cost.wall:.0f} s, {cost.cpu:.0f} s of CPU, peak {cost.peak:.0f} MB, of a start {start.peak:.0f} MB")
    return 0


def _scattered(group: list[str], folder: Path) -> tuple[str, ...]:
    """Copies of a group in the corners of the mosaic and in its middle."""
    (folder / "scattered").mkdir()
    across = max(gdal.Open(path).GetGeoTransform()[0] for path in group)
    left = min(gdal.Open(path).GetGeoTransform()[0] for path in group)
    room = SIDE - GROUP.size - round((across - left) / 2.0)
    found = []
    for number, (column, row) in enumerate([(0, 0), (room, 0), (0, room), (room, room), (room // 2, room // 2)]):
        for path in group:
            target = str(folder / "scattered" / f"{number}_{Path(path).name}")
            copy = gdal.GetDriverByName("GTiff").CreateCopy(target, gdal.Open(path), options=["TILED=YES"])
            x, dx, rx, y, ry, dy = copy.GetGeoTransform()
            copy.SetGeoTransform((x + column * dx, dx, rx, y + row * dy, ry, dy))
            copy.FlushCache()
            del copy
            found.append(target)
    return tuple(found)


if __name__ == "__main__":
    sys.exit(main())
