"""The sets of images that the accuracy benchmark runs on, and how partial overlaps are cut from them."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from osgeo import gdal

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "demo"))
from scene import SceneSettings, make_scene

LANDSAT_DATES = ("20210326", "20230503", "20240302")
"""The dates without clouds."""
STRIP_OVERLAP = 0.33


class ImageSet(NamedTuple):
    """Images to balance and where they come from."""

    name: str
    """A short word."""
    about: str
    """What they are, one line."""
    paths: list[str]
    """The images."""


def available_sets(data: Path, scratch: Path, only: str | None = None) -> Iterator[ImageSet]:
    """Every real set that is there, and the made-up scene; ``only`` those with this in their name."""
    for name, find in SETS.items():
        if only is None or only in name:
            found = find(data, scratch)
            if found is not None:
                yield found


def _landsat(data: Path, _: Path) -> ImageSet | None:
    paths = [data / "landsat_hawaii" / f"Landsat_{date}.tif" for date in LANDSAT_DATES]
    if not all(path.exists() for path in paths):
        return None
    about = "Landsat, three clear dates, 7 bands UInt16, complete overlap"
    return ImageSet("landsat_hawaii", about, [str(path) for path in paths])


def _drone(data: Path, _: Path) -> ImageSet | None:
    paths = sorted((data / "drone_river").glob("*.tif"))
    about = "four drone orthophotos, 3 bands Byte, internal masks, overlaps of 12 to 55 %"
    return ImageSet("drone_river", about, [str(path) for path in paths]) if paths else None


def _strips(data: Path, scratch: Path) -> ImageSet | None:
    """Image k of N gives strip k: columns 0.67 k w to 0.67 k w + w, w = W / (N - 0.33 (N - 1)), in whole pixels."""
    paths = sorted((data / "naip_prairie").glob("*.tif"))
    if not paths:
        return None
    folder = scratch / "naip_strips"
    folder.mkdir(parents=True, exist_ok=True)
    strips = []
    for number, path in enumerate(paths):
        source = gdal.Open(str(path))
        width = source.RasterXSize / (len(paths) - STRIP_OVERLAP * (len(paths) - 1))
        first = int((1 - STRIP_OVERLAP) * number * width)
        target = folder / path.name
        options = ["TILED=YES", "COMPRESS=DEFLATE", "PHOTOMETRIC=MINISBLACK", "ALPHA=NO"]
        gdal.Translate(str(target), source, srcWin=[first, 0, int(width), source.RasterYSize], creationOptions=options)
        strips.append(str(target))
    about = "four years of NAIP, one strip of each, 4 bands Byte, neighbours share a third"
    return ImageSet("naip_prairie strips", about, strips)


def _scene(_: Path, scratch: Path) -> ImageSet:
    scene = make_scene(scratch / "scene", SceneSettings())
    return ImageSet("demo scene", "six made-up images with illumination fields, 4 bands UInt16", scene.paths)


SETS: dict[str, Callable[[Path, Path], ImageSet | None]] = {
    "landsat_hawaii": _landsat,
    "naip_prairie strips": _strips,
    "drone_river": _drone,
    "demo scene": _scene,
}


def missing_sets(data: Path) -> list[str]:
    """The real sets that the data folder does not hold."""
    folders = ("landsat_hawaii", "naip_prairie", "drone_river")
    return [folder for folder in folders if not any((data / folder).glob("*.tif"))]
