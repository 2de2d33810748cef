"""What the panel takes in QGIS's own window: from clicks to layers and the drawn map, and how late the event loop is.

    .venv/bin/python benchmarks/panel.py ../shared/data/drone_river folder-of-strips
    .venv/bin/python benchmarks/panel.py ../shared/data/drone_river --pictures out/ --dark
    .venv/bin/python benchmarks/panel.py --many 200

Beside the lateness of the event loop stands that of a control: the same window, for three seconds, with nothing to do.
Needs what ``tools/screenshots.py`` needs.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tools")]

import numpy as np  # noqa: E402
import package  # noqa: E402
from osgeo import gdal, osr  # noqa: E402
from screenshots import in_window  # noqa: E402

SIDE, STEP = 64, 48
"""Pixels of the made images, and from one to the next."""


def main(arguments: list[str] | None = None) -> int:
    """Measure; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("images", nargs="*", help="folders, each with the images of one scene")
    parser.add_argument("--many", type=int, default=0, help="made images to open the panel with")
    parser.add_argument("--pictures", help="folder for pictures of every state")
    parser.add_argument("--dark", action="store_true", help="in QGIS's dark theme")
    options = parser.parse_args(arguments)
    sets = {Path(folder).name: sorted(map(str, Path(folder).resolve().glob("*.tif"))) for folder in options.images}
    with tempfile.TemporaryDirectory(prefix="panel-") as scratch:
        folder = Path(scratch)
        if options.many:
            sets[f"{options.many} images"] = made(options.many, folder / "many")
        task = {"sets": sets, "output": str(folder / "out"), "dark": options.dark, "only_open": bool(options.many)}
        if options.pictures:
            Path(options.pictures).mkdir(parents=True, exist_ok=True)
            task["pictures"] = str(Path(options.pictures).resolve())
        plugin = folder / "evenlight.zip"
        package.write_zip(plugin, package.package_files())
        answer = in_window("panel_session.py", task, plugin, folder)
    sys.stderr.write(answer.get("error", ""))
    sys.stdout.write(json.dumps(answer.get("figures", {}), indent=2) + "\n")
    return 1 if "error" in answer else 0


def made(number: int, folder: Path) -> list[str]:
    """Small images in rows, each overlapping its neighbours."""
    folder.mkdir()
    random, system, paths = np.random.default_rng(5), osr.SpatialReference(), []
    system.ImportFromEPSG(32614)
    columns = round(number**0.5)
    for place in range(number):
        row, column = divmod(place, columns)
        path = folder / f"an image with a rather long name, number {place:03}.tif"
        dataset = gdal.GetDriverByName("GTiff").Create(str(path), SIDE, SIDE, 3, gdal.GDT_Byte)
        dataset.SetGeoTransform((500000 + STEP * column, 1, 0, 5200000 - STEP * row, 0, -1))
        dataset.SetProjection(system.ExportToWkt())
        dataset.WriteArray(random.integers(50, 200, (3, SIDE, SIDE)).astype(np.uint8))
        dataset.FlushCache()
        paths.append(str(path))
    return paths


if __name__ == "__main__":
    sys.exit(main())
