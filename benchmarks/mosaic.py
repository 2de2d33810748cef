"""Measure how visible the seams of mosaics are, on the real sets.

    .venv/bin/python benchmarks/mosaic.py --data ../shared/data --output docs/mosaic-figures.md --pictures docs/images

Every set is balanced with the defaults, then the same images are joined: by `mosaic` with each blend, with the last
image on top, and by Orfeo ToolBox's Mosaic where it is installed (Debian: otb-bin), brought onto the same grid.
Figures are those of `core/mosaicking/metrics.py`.  Seams of other tools are not known: the last image on top has its
own, feathers of whole overlaps are measured where images are equally far from their edges.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "demo"))

import numpy as np
from checkout import ROOT
from datasets import available_sets
from osgeo import gdal
from page import markdown_table

import evenlight.core as ev
from evenlight.core.mosaicking.metrics import Figures, Layer, measure
from evenlight.core.raster.image import describe

OTB = shutil.which("otbcli_Mosaic")
OTB_WAYS = {
    "OTB, no feather": ["-comp.feather", "none"],
    "OTB, large": ["-comp.feather", "large"],
    "OTB, slim 32 px": ["-comp.feather", "slim", "-comp.feather.slim.length"],
}
COLUMNS = (
    "mosaic", "step", "coherent", "worst coherent", "path cost", "gradient kept", "fine kept", "gaps", "invented",
)  # fmt: skip
WITHOUT_SEAMS = ("landsat_hawaii", "demo scene")
"""Every date covers the whole ground; and an image that is made up shows no cars and roofs to go around."""
SIDE = 260
"""Pixels along a side of the pictures."""


class Joined(NamedTuple):
    """A mosaic on the common grid, and which image each pixel is said to come from."""

    name: str
    path: str
    labels: np.ndarray


def main(arguments: list[str] | None = None) -> int:
    """Print the tables and write what is asked for; returns the exit code."""
    options = _parse(arguments)
    gdal.UseExceptions()
    tables = []
    with tempfile.TemporaryDirectory() as scratch:
        for images in available_sets(Path(options.data), Path(scratch), options.only):
            folder = Path(scratch) / images.name.replace(" ", "_")
            if images.name in WITHOUT_SEAMS:
                continue
            tables.append(f"## {images.name}\n\n{images.about}\n\n{_table(images.paths, folder, options.pictures)}")
            print(tables[-1], flush=True)
    if options.output:
        Path(options.output).write_text(f"{_head()}\n\n" + "\n\n".join(tables) + "\n", encoding="utf-8")
    return 0


def _parse(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    default = os.environ.get("EVENLIGHT_DATA", str(ROOT.parent / "shared" / "data"))
    parser.add_argument("--data", default=default, help="folder of the real sets")
    parser.add_argument("--only", help="sets with this in their name")
    parser.add_argument("--output", help="Markdown file to write")
    parser.add_argument("--pictures", help="folder for pictures of the most visible places")
    return parser.parse_args(arguments)


def _head() -> str:
    missing = "" if OTB else " Orfeo ToolBox was not installed."
    return (
        "# Figures of mosaics\n\nFor developers: what `.venv/bin/python benchmarks/mosaic.py` prints. Ideal values: "
        "step, coherent and worst coherent at most 1 (the seam is as calm as the ground beside it), path cost low "
        "(1 is any line through the overlaps), gradient and fine detail kept 1, gaps and invented pixels 0. All "
        "images were "
        f"balanced with the defaults first.{missing}"
    )


def _table(paths: Sequence[str], folder: Path, pictures: str | None) -> str:
    """The figures of one set."""
    balanced = ev.balance(paths, folder / "balanced").outputs
    joined = _evenlight(balanced, folder)
    layers = _layers(balanced, joined[0].path, folder)
    joined += _others(balanced, layers, joined, folder)
    number = len(layers[0].values)
    found = [(mosaic, measure(_layer(mosaic.path, number), mosaic.labels, layers)) for mosaic in joined]
    if pictures:
        _draw(found, Path(pictures) / f"mosaic-{folder.name}.png")
    return markdown_table(COLUMNS, [_row(mosaic.name, figures) for mosaic, figures in found])


def _row(name: str, figures: Figures) -> list[str]:
    numbers = [f"{value:.2f}" for value in figures[:4]] + [f"{value:.3f}" for value in figures[4:6]]
    return [name, *numbers, f"{figures.gaps:,}", f"{figures.invented:,}"]


def _evenlight(balanced: Sequence[str], folder: Path) -> list[Joined]:
    """Ours: every blend over the same seams, and seams by distance alone."""
    ways = {
        "multiband": ({"blend": "multiband"}, {}),
        "feather": ({"blend": "feather"}, {}),
        "feather, 64 px": ({"blend": "feather", "feather_width": 64}, {}),
        "no blend": ({"blend": "none"}, {}),
        "no blend, seams by distance": ({"blend": "none"}, {"method": "distance"}),
    }
    joined = []
    for number, (name, (settings, seams)) in enumerate(ways.items()):
        target, source_map = folder / f"own_{number}.tif", folder / f"own_{number}_map.tif"
        ev.mosaic(
            balanced, target, settings=ev.MosaicSettings(**settings), seams=ev.SeamSettings(**seams),
            source_map=source_map,
        )  # fmt: skip
        labels = gdal.Open(str(source_map)).ReadAsArray().astype(np.int64) - 1
        joined.append(Joined(name, str(target), labels))
    return joined


def _others(balanced: Sequence[str], layers: Sequence[Layer], own: Sequence[Joined], folder: Path) -> list[Joined]:
    """The last image on top, and Orfeo ToolBox's ways."""
    target = folder / "last.tif"
    ev.mosaic(balanced, target, settings=ev.MosaicSettings(overlap="last"))
    labels = np.full(layers[0].valid.shape, -1)
    for number, layer in enumerate(layers):
        labels[layer.valid] = number
    joined = [Joined("last on top", str(target), labels)]
    for number, (name, options) in enumerate(OTB_WAYS.items() if OTB else ()):
        made = folder / f"otb_{number}.tif"
        _run_otb(balanced, made, options, own[0].path)
        joined.append(Joined(name, str(made), own[-1].labels if "large" in name else labels))
    return joined


def _run_otb(balanced: Sequence[str], target: Path, options: Sequence[str], like: str) -> None:
    """Orfeo ToolBox's mosaic on the pixels of ``like``; its own canvas is too large by some of them."""
    grid = gdal.Open(like)
    x, dx, _, y, _, dy = grid.GetGeoTransform()
    if options[-1].endswith("length"):
        options = [*options, str(32 * dx)]
    whole = target.with_name(f"whole_{target.name}")
    command = [OTB, "-il", *balanced, "-out", str(whole), "uint8" if grid.GetRasterBand(1).DataType == 1 else "uint16"]
    subprocess.run([*command, *options, "-output.spacingx", str(dx), "-output.spacingy", str(-dy), "-nodata", "0"],
                   check=True, capture_output=True)  # fmt: skip
    bounds = x, y + grid.RasterYSize * dy, x + grid.RasterXSize * dx, y
    size = {"width": grid.RasterXSize, "height": grid.RasterYSize}
    gdal.Warp(str(target), str(whole), outputBounds=bounds, **size, srcNodata=0, dstNodata=0, resampleAlg="near")


def _layers(balanced: Sequence[str], like: str, folder: Path) -> list[Layer]:
    """The balanced images on the mosaic's grid."""
    grid = gdal.Open(like)
    x, dx, _, y, _, dy = grid.GetGeoTransform()
    extent = ev.CanvasExtent(x, y + grid.RasterYSize * dy, x + grid.RasterXSize * dx, y)
    settings = ev.GridSettings(resolution="given", pixel_size=dx, target_extent=extent)
    number = len(describe(balanced[0]).bands)
    return [_layer(path, number) for path in ev.align_grids(balanced, folder / "on_grid", settings=settings).outputs]


def _layer(path: str, number: int) -> Layer:
    """The first bands; other tools may call one of them opacity."""
    source = gdal.Open(path)
    bands = range(1, number + 1)
    values = np.stack([source.GetRasterBand(n).ReadAsArray() for n in bands])
    masks = np.stack([source.GetRasterBand(n).GetMaskBand().ReadAsArray() > 0 for n in bands])
    return Layer(values, masks.all(axis=0))


def _draw(found: Sequence[tuple[Joined, Figures]], target: Path) -> None:
    """The place where the last image on top shows most, in full resolution, in every mosaic."""
    from matplotlib.figure import Figure

    layers = {mosaic.name: _layer(mosaic.path, 3) for mosaic, _ in found}
    last = next(mosaic for mosaic, _ in found if mosaic.name == "last on top")
    row, column = _worst_place(layers[last.name], last.labels)
    shown = [name for name in ("last on top", "OTB, large", "no blend", "feather", "multiband") if name in layers]
    bands = [2, 1, 0] if layers[last.name].values.dtype == np.uint16 else [0, 1, 2]
    part = np.s_[:, row : row + SIDE, column : column + SIDE]
    low, high = np.percentile(layers[last.name].values[bands][part], (1, 99))
    figure = Figure(figsize=(2.7 * len(shown), 3.0), dpi=100)
    for place, name in enumerate(shown, start=1):
        axes = figure.add_subplot(1, len(shown), place)
        picture = (layers[name].values[bands][part].astype(float) - low) / max(high - low, 1e-9)
        axes.imshow(np.clip(picture, 0, 1).transpose(1, 2, 0), interpolation="nearest")
        axes.set_title(name, fontsize=9)
        axes.axis("off")
    figure.tight_layout(pad=0.3)
    target.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(target)


def _worst_place(layer: Layer, labels: np.ndarray) -> tuple[int, int]:
    """The corner of the window in which the step across seams is largest."""
    values = layer.values.astype(float).mean(axis=0)
    seam = (labels[:, 1:] != labels[:, :-1]) & (np.minimum(labels[:, 1:], labels[:, :-1]) >= 0)
    step = np.where(seam, np.abs(np.diff(values, axis=1)), 0.0)
    size = SIDE // 2
    places = [
        (step[row : row + SIDE, column : column + SIDE].sum(), row, column)
        for row in range(0, max(1, step.shape[0] - SIDE), size)
        for column in range(0, max(1, step.shape[1] - SIDE), size)
    ]
    return max(places)[1:]


if __name__ == "__main__":
    sys.exit(main())
