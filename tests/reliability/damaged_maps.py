"""Damaged block maps: a sentence, or what the map's own values give, and nothing senseless without a word."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
from osgeo import gdal

from .cases import ALL, BLOCKS, CASES, STEMS, Case, placed, run_case, undisturbed
from .damage import damaged_bytes, damaged_json
from .oracle import NotHeld, demand, demand_same_files, demand_sane, demand_sentence, demand_tree
from .place import Place, seeded
from .sound import sound_copy

TITLE = "Damaged block maps"
SECONDS = 60
MAPS = [f"{{}}/in/maps/{stem}_LocalBlockMap.tif" for stem in STEMS]
CASE = Case(
    "load_block_maps",
    {"INPUT": ALL, "REFERENCE_MAP": "{}/in/maps/reference.tif", "LOCAL_MAPS": MAPS, "OUTPUT_FOLDER": "{}/out"},
    {"ALPHA": 0.5},
    CASES["balance"].scene,
)
FACTS = "EVENLIGHT_BLOCK_MAP"
ROWS = ("bytes of the raster", "values of its metadata")


def trials(place: Place) -> list[tuple[str, int]]:
    """Half of them on the file, half on what its metadata tells."""
    return [(row, number) for row in ROWS for number in range(100)]


def attempt(place: Place, row: str, number: int) -> None:
    """One of the maps is damaged."""

    def save() -> dict:
        CASE.scene(place.folder / "in")
        saving = Case(
            "save_block_maps",
            {"INPUT": ALL, **BLOCKS, "REFERENCE_MAP": CASE.parameters["REFERENCE_MAP"], "LOCAL_MAPS": "{}/in/maps"},
            {}, CASE.scene,
        )  # fmt: skip
        undisturbed(place, saving)
        return undisturbed(place, CASE)

    place.fill(place.prepared("maps", save))
    random = seeded(row, number)
    maps = placed([*MAPS, CASE.parameters["REFERENCE_MAP"]], place)
    chosen = Path(maps[int(random.integers(len(maps)))])
    if row == ROWS[0]:
        content = chosen.read_bytes()
        chosen.write_bytes(damaged_bytes(random, content, int(random.choice([0, 512]))))
    else:
        dataset = gdal.Open(str(chosen), gdal.GA_Update)
        dataset.SetMetadataItem(FACTS, damaged_json(random, json.loads(dataset.GetMetadataItem(FACTS))))
        dataset = None
    before = place.tree()
    answer = run_case(place, CASE)
    found = place.tree()
    if answer.sentence is not None:
        # a result that is mostly clipped is told by its image
        demand_sentence(answer.sentence, [chosen.name, *(f"of {stem} in band" for stem in STEMS)])
        demand_tree(found, before, "after the sentence")
        return
    demand_same_files(found, before)
    demand_sane(placed(ALL, place), answer)
    if row == ROWS[0]:
        _demand_as_sound(place, chosen, found)


def _demand_as_sound(place: Place, chosen: Path, found) -> None:
    """A map that GDAL reads without a complaint gives what a sound file with the same values gives."""
    copy, complaint = sound_copy(chosen)
    if copy is None:
        raise NotHeld(f"success on a map that cannot be read ({complaint})")
    shutil.move(copy, chosen)
    answer = run_case(place, CASE)
    demand(answer.sentence is None, f"success, but not with a sound copy: {answer.sentence}")
    for name, content in place.tree().items():
        if name.startswith("out/") and content != found[name]:
            now, then = gdal.Open(str(place.folder / name)).ReadAsArray(), _array(content)
            demand(np.array_equal(now, then), f"{name} differs from that by a sound copy of the map")


def _array(content: bytes) -> np.ndarray:
    gdal.FileFromMemBuffer("/vsimem/then.tif", content)
    return gdal.Open("/vsimem/then.tif").ReadAsArray()
