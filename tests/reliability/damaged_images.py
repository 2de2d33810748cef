"""Truncated and damaged inputs of many formats: a sentence, or the right result for what the file holds."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
from made_scenes import make_scene, slanted_border
from osgeo import gdal

from .cases import Case, run_case
from .damage import damaged_bytes
from .oracle import demand, demand_sentence, demand_tree
from .place import Place, Tree, part, seeded
from .sound import decoded, same, sound_copy

TITLE = "Truncated and damaged inputs"
SECONDS = 90
EACH = 20
MASKED = "GeoTIFF with mask and overviews"

PAIR = ["{}/in/sound.tif", "{}/in/{file}"]
OUT = {"OUTPUT_FOLDER": "{}/out", "OUTPUT_NAME": "$_x.tif"}
RUNS = (
    Case("global_regression", {"INPUT": PAIR, **OUT}, {}, None),
    Case("histogram_match", {"INPUT": PAIR[1:], "REFERENCE": PAIR[0], "REGION": "whole", **OUT}, {}, None),
    Case("local_variance", {"INPUT": PAIR[1], "WIDTH": 5, "HEIGHT": 5, "OUTPUT": "{}/out/x.tif"}, {}, None),
    Case("balance", {"INPUT": PAIR, "BLOCKS": 9, **OUT}, {}, None),
)
"""Tools that read images in different ways."""


def _plain(source: str, target: Path, *options: str, driver: str = "GTiff") -> None:
    gdal.GetDriverByName(driver).CreateCopy(str(target), gdal.Open(source), 0, list(options))


def _masked(source: str, target: Path) -> None:
    _plain(source, target)
    gdal.SetConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES")
    dataset = gdal.Open(str(target), gdal.GA_Update)
    dataset.GetRasterBand(1).DeleteNoDataValue()
    dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    size = dataset.RasterYSize, dataset.RasterXSize
    dataset.GetRasterBand(1).GetMaskBand().WriteArray(np.where(slanted_border(*size), 0, 255).astype(np.uint8))
    dataset.BuildOverviews("AVERAGE", [2])


def _virtual(source: str, target: Path) -> None:
    _plain(source, target.with_name("behind.tif"))
    gdal.Translate(str(target), str(target.with_name("behind.tif")), format="VRT")


FORMATS: dict[str, tuple[str, Callable[[str, Path], None]]] = {
    "GeoTIFF": ("f.tif", _plain),
    "tiled GeoTIFF": ("f.tif", lambda s, t: _plain(s, t, "TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=32")),
    "compressed GeoTIFF": ("f.tif", lambda s, t: _plain(s, t, "COMPRESS=DEFLATE", "PREDICTOR=2", "TILED=YES")),
    "JPEG in GeoTIFF": ("f.tif", lambda s, t: _plain(s, t, "COMPRESS=JPEG")),
    MASKED: ("f.tif", _masked),
    "COG": ("f.tif", lambda s, t: _plain(s, t, driver="COG")),
    "JPEG": ("f.jpg", lambda s, t: _plain(s, t, driver="JPEG")),
    "PNG": ("f.png", lambda s, t: _plain(s, t, driver="PNG")),
    "VRT": ("f.vrt", _virtual),
    "GeoPackage": ("f.gpkg", lambda s, t: _plain(s, t, "TILE_FORMAT=PNG", driver="GPKG")),
}


def trials(place: Place) -> list[tuple[str, int]]:
    """So many of each format."""
    return [(row, number) for row in FORMATS for number in range(EACH)]


def attempt(place: Place, row: str, number: int) -> None:
    """One of two images is damaged."""
    name, make = FORMATS[row]

    def scene() -> None:
        folder = place.folder / "in"
        options = {"columns": 2, "size": 96, "step": 50, "bands": 3, "dtype": "uint8", "factor": 0.05}
        made = make_scene(folder / "made", names=("sound", "source"), **options)
        os.rename(made.paths[0], folder / "sound.tif")
        make(made.paths[1], folder / name)
        os.remove(made.paths[1])

    earlier = place.prepared(f"{row} sound", scene)
    place.fill(earlier)
    file = place.folder / "in" / name
    random = seeded(row, number)
    content = file.read_bytes()
    cut = number % 4 == 0
    # headers hold what steers GDAL; a COG's and a GeoTIFF's may lie at either end
    within = int(random.choice([0, 0, 600]))
    file.write_bytes(content[: random.integers(len(content))] if cut else damaged_bytes(random, content, within))
    case = RUNS[number // 4 % len(RUNS)]
    case = case._replace(parameters=_called(case.parameters, name))
    before = place.tree()
    answer = run_case(place, case)
    found = place.tree()
    if answer.sentence is not None:
        demand_sentence(answer.sentence, [file.name, "behind.tif"])
        demand_tree(found, before, "after the sentence")
    else:
        demand_tree(part(found, "in/"), before, "inputs")
    _judge(decoded(earlier.folder / "in" / name), file, case, place, found, answer.sentence, cut)


def _called(value, name: str):
    if isinstance(value, dict):
        return {key: _called(part, name) for key, part in value.items()}
    if isinstance(value, list):
        return [_called(part, name) for part in value]
    return value.replace("{file}", name) if isinstance(value, str) else value


def _judge(original, file: Path, case: Case, place: Place, found: Tree, sentence: str | None, cut: bool) -> None:
    """By what GDAL alone reads from the damaged file."""
    now = decoded(file)
    told = "; ".join(now.complaints)[:200]
    if same(now, original):
        demand(sentence is None or bool(now.complaints), f"nothing is lost, and refused: {sentence}")
    elif now.arrays is None:
        demand(sentence is not None, f"success on a file that cannot be read ({told})")
    elif cut or (now.complaints and not _same_pixels(now, original)):
        demand(sentence is not None, f"success on pixels that are lost ({told or 'cut'})")
    if sentence is not None:
        return
    copy, why = sound_copy(file)
    demand(copy is not None, f"no sound copy: {why}")
    os.replace(copy, file)
    for sidecar in (file.with_name(file.name + suffix) for suffix in (".aux.xml", ".msk")):
        sidecar.unlink(missing_ok=True)
    answer = run_case(place, case)
    demand(answer.sentence is None, f"success, but not with a sound copy: {answer.sentence}")
    for path in sorted((place.folder / "out").iterdir()):
        then = place.folder / "in" / "then.tif"
        then.write_bytes(found[f"out/{path.name}"])
        one, two = decoded(path), decoded(then)
        demand(_same_pixels(one, two), f"{path.name} differs from that by a sound copy ({told})")


def _same_pixels(one, other) -> bool:
    return len(one.arrays) == len(other.arrays) and all(
        np.array_equal(a, b, equal_nan=a.dtype.kind == "f") for a, b in zip(one.arrays, other.arrays)
    )
