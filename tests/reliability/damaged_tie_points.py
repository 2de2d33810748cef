"""Damaged tie points: a sentence, or images at the places that the file's sound part puts them at."""

from __future__ import annotations

import json

import numpy as np
from osgeo import gdal

from .cases import CASES, run_case, undisturbed
from .damage import damaged_bytes, damaged_json
from .oracle import demand, demand_same_files, demand_sentence, demand_tree
from .place import Place, seeded

TITLE = "Damaged tie points"
SECONDS = 60
CASE = CASES["coregister_jointly"]
FILE = "in/points.json"
MOST = 0.5
"""Pixels by which one wrong point among a dozen may move an image."""


def trials(place: Place) -> list[tuple[str, int]]:
    """One row."""
    return [("coregister_jointly with LOAD_TIE_POINTS", number) for number in range(200)]


def attempt(place: Place, row: str, number: int) -> None:
    """One file, damaged as text or as JSON."""

    def save() -> dict:
        CASE.scene(place.folder / "in")
        return undisturbed(place, CASE, SAVE_TIE_POINTS=f"{{}}/{FILE}")

    made = place.prepared("tie points", save)
    place.fill(made)
    file = place.folder / FILE
    random = seeded(row, number)
    if number % 4:
        file.write_text(damaged_json(random, json.loads(file.read_text())))
    else:
        file.write_bytes(damaged_bytes(random, file.read_bytes()))
    before = place.tree()
    answer = run_case(place, CASE, LOAD_TIE_POINTS=f"{{}}/{FILE}")
    found = place.tree()
    if answer.sentence is not None:
        demand_sentence(answer.sentence, [file.name])
        demand_tree(found, before, "after the sentence")
        return
    demand_same_files(found, before)
    for name in (name for name in found if name.startswith("out/")):
        one, two = gdal.Open(str(place.folder / name)), gdal.Open(str(made.folder / name))
        moved = np.subtract(one.GetGeoTransform(), two.GetGeoTransform()) / one.GetGeoTransform()[1]
        demand(bool(np.abs(moved).max() <= MOST), f"{name} lies {np.abs(moved).max():.2f} px off")
        demand(np.array_equal(one.ReadAsArray(), two.ReadAsArray()), f"{name} has other pixels")
