"""Runs on small rasters that faults are done to: what they read, what they write, and what lay there before."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
from made_scenes import make_scene, texture, to_type, write

from .place import Place, Prepared
from .runs import Answer, Feedback, run

STEMS = ("a", "b", "c")


class Case(NamedTuple):
    """A run; ``{}`` in its parameters is the place's folder."""

    algorithm: str
    parameters: Mapping[str, object]
    earlier: Mapping[str, object]
    """What the run was called with when it made the earlier outputs."""
    scene: Callable[[Path], None]
    """Makes the inputs in a folder."""


class World(NamedTuple):
    """What a trial begins with and what it should end with."""

    earlier: Prepared
    right: Prepared
    """Its fact: the seconds that the undisturbed run took."""

    @property
    def seconds(self) -> float:
        """Of the undisturbed run."""
        return self.right.facts["seconds"]


def small(folder: Path, size: int = 96, names=STEMS, **options) -> None:
    """Overlapping images in a row, each with its own gains and offsets."""
    defaults = {"columns": len(names), "size": size, "step": size * 5 // 8, "bands": 2}
    make_scene(folder, **{**defaults, "names": names, **options})


def large(folder: Path) -> None:
    """Runs on these take long enough to be cancelled."""
    small(folder, size=960)


def holed(folder: Path, size: int = 96) -> None:
    """An image with holes, and another of the same ground."""
    ground = texture(2, size, size, 5)
    rows, columns = np.mgrid[:size, :size]
    hole = np.hypot(rows % 48 - 24, columns % 48 - 24) < 9
    write(folder / "a.tif", np.where(hole, 0, to_type(ground, "uint16")), nodata=0)
    write(folder / "b.tif", to_type(1.2 * ground - 80, "uint16"), nodata=0)


def largely_holed(folder: Path) -> None:
    """The same, large."""
    holed(folder, 500)


def misplaced(folder: Path, size: int = 128) -> None:
    """Overlapping images, two of which lie a little wrong."""
    ground = texture(1, size, 2 * size, 9)
    for name, left, off in zip(STEMS, (0, size // 2, size), ((0, 0), (2, -1), (-1, 2))):
        part = to_type(ground[:, :, left : left + size], "uint16")
        write(folder / f"{name}.tif", part, row=off[0], column=left + off[1], nodata=0)


def largely_misplaced(folder: Path) -> None:
    """The same, large."""
    misplaced(folder, 768)


ALL = [f"{{}}/in/{stem}.tif" for stem in STEMS]
OUT = "{}/out"
BLOCKS = {"BLOCK_ROWS": 3, "BLOCK_COLUMNS": 5}
_many = {"INPUT": ALL, "OUTPUT_FOLDER": OUT}
_one = {"INPUT": ALL[0], "OUTPUT": f"{OUT}/result.tif"}
_balance = {**_many, **BLOCKS}
_half = {"ALPHA": 0.5, "MODEL_IMAGES": ALL[:1]}

CASES = {
    "balance": Case("balance", _balance, _half, small),
    "balance, COG": Case("balance", {**_balance, "OUTPUT_FORMAT": "cog"}, _half, small),
    "balance, virtual": Case("balance", {**_balance, "OUTPUT_FORMAT": "virtual"}, _half, small),
    "global_regression": Case("global_regression", _many, {"MODEL_IMAGES": ALL[:1]}, small),
    "local_block_adjustment": Case("local_block_adjustment", _balance, {"ALPHA": 0.5}, small),
    "histogram_match": Case(
        "histogram_match", {**_many, "INPUT": ALL[:2], "REFERENCE": ALL[2], "REGION": "whole"}, {"REFERENCE": ALL[1]},
        small,
    ),
    "coregister_jointly": Case("coregister_jointly", _many, {"FIXED_IMAGES": ALL[:1]}, misplaced),
    "threshold_mask": Case(
        "threshold_mask",
        {**_many, "EXPRESSION": "B1 > 60%B1", "BUFFER": 20, "OUTPUT_POLYGONS": f"{OUT}/mask.gpkg"},
        {"EXPRESSION": "B1 > 40%B1"},
        small,
    ),
    "fill_gaps": Case(
        "fill_gaps", {**_one, "METHOD": "other_image", "OTHER": ALL[1], "FILLED_MASK": f"{OUT}/mask.tif"},
        {"METHOD": "nearest", "OTHER": None}, holed,
    ),
    "local_variance": Case("local_variance", {**_one, "WIDTH": 9, "HEIGHT": 9}, {"WIDTH": 5}, small),
}  # fmt: skip


def placed(value, place: Place):
    """Parameters with the place's folder in them."""
    if isinstance(value, str):
        return value.replace("{}", str(place.folder))
    if isinstance(value, Mapping):
        return {name: placed(part, place) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [placed(part, place) for part in value]
    return value


def run_case(place: Place, case: Case, feedback: Feedback | None = None, **changes: object) -> Answer:
    """One run, with some parameters changed."""
    return run(case.algorithm, placed({**case.parameters, **changes}, place), feedback)


def undisturbed(place: Place, case: Case, **changes: object) -> dict:
    """A run that must succeed, and its seconds by the clock and of the process."""
    own = time.process_time()
    answer = run_case(place, case, **changes)
    own = time.process_time() - own
    if answer.sentence is not None or not answer.outputs:
        raise RuntimeError(f"{case.algorithm} without any fault: {answer}")
    # what a run without fault leaves in the folder for temporary files would hide what a fault leaves there
    if os.listdir(place.folder / "temp"):
        raise RuntimeError(f"{case.algorithm} without any fault leaves {os.listdir(place.folder / 'temp')}")
    return {"seconds": answer.seconds, "own": own, "warnings": answer.warnings}


def world(place: Place, name: str, case: Case | None = None) -> World:
    """What lies there before a case's run, and after one that nothing disturbs."""
    case = case or CASES[name]

    def make_earlier() -> dict:
        case.scene(place.folder / "in")
        return undisturbed(place, case, **case.earlier)

    earlier = place.prepared(f"{name} earlier", make_earlier)

    def make_right() -> dict:
        place.fill(earlier)
        return undisturbed(place, case)

    return World(earlier, place.prepared(f"{name} right", make_right))


def wait(seconds: float) -> None:
    """Until a moment of a run."""
    time.sleep(max(seconds, 0))
