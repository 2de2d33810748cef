"""Damaged adjustments: a sentence, or exactly the gains and offsets that the file holds, and none that is senseless."""

from __future__ import annotations

import json

import numpy as np
from osgeo import gdal

from .cases import ALL, CASES, Case, placed, run_case, undisturbed
from .damage import damaged_bytes, damaged_json
from .oracle import NotHeld, demand, demand_same_files, demand_sane, demand_sentence, demand_tree
from .place import Place, seeded

TITLE = "Damaged adjustments"
SECONDS = 60
ROWS = ("apply_adjustments", "global_regression with LOAD_ADJUSTMENTS")
FILE = "in/adjustments.json"
SANE = 0.1, 10.0
"""Gains outside of it are told by image."""
EVER = 1e-6, 1e6
"""Gains outside of it are never applied."""


def _scene(folder) -> None:
    CASES["global_regression"].scene(folder)


APPLY = Case(
    "apply_adjustments",
    {"INPUT": ALL, "LOAD_ADJUSTMENTS": f"{{}}/{FILE}", "OUTPUT_FOLDER": "{}/out", "OUTPUT_NAME": "$_Global.tif"},
    {},
    _scene,
)
LOAD = Case("global_regression", {**APPLY.parameters, "INPUT": ALL[:2]}, {"LOAD_ADJUSTMENTS": None}, _scene)


def trials(place: Place) -> list[tuple[str, int]]:
    """Half of them applied, half taken into a new solution."""
    return [(row, number) for row in ROWS for number in range(100)]


def attempt(place: Place, row: str, number: int) -> None:
    """One file, damaged as text or as JSON."""
    case = APPLY if row == ROWS[0] else LOAD

    def save() -> dict:
        """The file is an input like the images."""
        _scene(place.folder / "in")
        saved = CASES["global_regression"]
        told = undisturbed(place, saved, SAVE_ADJUSTMENTS=f"{{}}/{FILE}", **saved.earlier)
        return told if case is APPLY else undisturbed(place, case)

    earlier = place.prepared(f"{row} saved", save)
    place.fill(earlier)
    file = place.folder / FILE
    random = seeded(row, number)
    if number % 4:
        file.write_text(damaged_json(random, json.loads(file.read_text())))
    else:
        file.write_bytes(damaged_bytes(random, file.read_bytes()))
    before = place.tree()
    answer = run_case(place, case)
    found = place.tree()
    if answer.sentence is not None:
        # a senseless gain is told by the image that it would be applied to
        demand_sentence(answer.sentence, [file.name, *(image.rsplit("/", 1)[1] for image in ALL)])
        demand_tree(found, before, "after the sentence")
        return
    demand_same_files(found, before)
    images = placed(case.parameters["INPUT"], place)
    demand_sane(images, answer)
    if case is APPLY:
        _demand_gains(file.read_bytes(), images, answer)


def _demand_gains(content: bytes, images: list[str], answer) -> None:
    """The results are what the file says, computed apart from the product."""
    try:
        entries = json.loads(content)["images"]
        tables = [_entry(entries, image)["adjustments"] for image in images]
        gains, offsets = (
            np.array([[row[key] for row in table] for table in tables], float) for key in ("gain", "offset")
        )
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise NotHeld(f"success on a file that cannot be read: {error!r}") from error
    for image, output, gain, offset in zip(images, answer.outputs["OUTPUT"], gains, offsets):
        demand(bool(((gain >= EVER[0]) & (gain <= EVER[1])).all()), f"a gain of {gain} is applied")
        stem = image.rsplit("/", 1)[1][:-4]
        if not ((gain >= SANE[0]) & (gain <= SANE[1])).all():
            demand(any(stem in text for text in answer.warnings), f"a gain of {gain} without a warning")
        before, after = gdal.Open(image).ReadAsArray(), gdal.Open(output).ReadAsArray()
        wanted = np.clip(np.rint(before * gain[:, None, None] + offset[:, None, None]), 1, 65535)
        # a half may go either way in the precision of the calculation
        wrong = (before != 0) & (np.abs(wanted - after) > 1)
        demand(not wrong.any(), f"{stem}: {wrong.sum()} pixels are not what the file says")


def _entry(entries: list[dict], image: str) -> dict:
    by_path = [entry for entry in entries if entry.get("path") == image]
    stem = image.rsplit("/", 1)[1][:-4]
    return (by_path or [entry for entry in entries if entry["name"] == stem])[-1]
