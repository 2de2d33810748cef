"""A disk too small for what a run writes to it, at six sizes of it."""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from .cases import CASES, Case, run_case, small, world
from .oracle import demand, demand_sentence, demand_tree
from .place import Place, Skipped, Tree, part

TITLE = "Disk full"
SECONDS = 120
LEVELS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.95)
"""Share of what an undisturbed run needs beyond what lies there."""
PAGE = 4096
CLONE_NEWNS = 0x20000
MS_REC, MS_PRIVATE, MS_REMOUNT = 0x4000, 1 << 18, 32

FILLED = ", filled by others meanwhile"
"""The run believes that there is space, as it does where another program takes it during the run."""
CACHE, ADJUSTMENTS = "cache folder", "adjustments file"
PLACES = {
    "GeoTIFF": ("balance", "out"),
    "GeoTIFF with overviews": ("overviews", "out"),
    "COG": ("balance, COG", "out"),
    "virtual": ("balance, virtual", "out"),
    "vector file": ("threshold_mask", "out"),
    "one raster": ("fill_gaps", "out"),
    CACHE: ("cache", "kept"),
    ADJUSTMENTS: ("adjustments", "saved"),
    "temporary files of coregister": ("coregister", "temp"),
    "seams": ("seamlines", "out"),
    "balanced mosaic": ("balance_and_mosaic", "out"),
}
_cached = CASES["balance"]
_images = {"INPUT": _cached.parameters["INPUT"]}
CASES_HERE = {
    "overviews": _cached._replace(
        parameters={**_cached.parameters, "BUILD_OVERVIEWS": True}, scene=partial(small, size=288)
    ),
    "cache": _cached._replace(parameters={**_cached.parameters, "CACHE_FOLDER": "{}/kept"}),
    "adjustments": _cached._replace(parameters={**_cached.parameters, "SAVE_ADJUSTMENTS": "{}/saved/adjustments.json"}),
    "coregister": Case(
        "coregister",
        {**_images, "OUTPUT_FOLDER": "{}/out", "REFERENCE_MODE": "median"},
        {"REFERENCE_MODE": "mean"},
        CASES["coregister_jointly"].scene,
    ),
    "seamlines": Case("seamlines", {**_images, "OUTPUT": "{}/out/seams.gpkg"}, {"METHOD": "distance"}, small),
    "balance_and_mosaic": Case(
        "balance_and_mosaic", {**_images, "OUTPUT": "{}/out/mosaic.tif"}, {"SEAM_METHOD": "distance"}, small
    ),
}


def trials(place: Place) -> list[tuple[str, int]]:
    """Every place at every size, with and without a run that can know."""
    return [(name + how, number) for name in PLACES for how in ("", FILLED) for number in range(len(LEVELS))]


def attempt(place: Place, row: str, number: int) -> None:
    """The place is a disk of its own."""
    kind = row[: -len(FILLED)] if row.endswith(FILLED) else row
    name, folder = PLACES[kind]
    made = world(place, name, {**CASES, **CASES_HERE}[name])
    case = {**CASES, **CASES_HERE}[name]
    lying, needed = _pages(made.earlier.tree, folder), _needed(place, name, case, folder)
    place.fill(made.earlier)
    size = lying + PAGE * round(LEVELS[number] * needed / PAGE) + PAGE
    with _disk(place.folder / folder, size) as grow:
        if row.endswith(FILLED):
            shutil.disk_usage = _plenty
        answer = run_case(place, case)
        found = place.tree()
        if kind == CACHE:
            _demand_result(answer, found, made, place)
        elif answer.sentence is None:
            demand_tree(_shared(found), _shared(made.right.tree), f"success on {size} bytes")
        else:
            demand_sentence(answer.sentence, _names(place, folder, made))
            demand_tree(found, made.earlier.tree, f"on {size} bytes, after: {answer.sentence[:160]}")
        grow(1 << 24)
        answer = run_case(place, case)
        demand(answer.sentence is None, f"with more space, the next run: {answer.sentence}")
        demand_tree(_shared(place.tree()), _shared(made.right.tree), "with more space, after the next run")


def _demand_result(answer, found: Tree, made, place: Place) -> None:
    """A cache that cannot be kept hurts no result; it is told, and nothing of it stays half written."""
    if answer.sentence is not None:
        demand_sentence(answer.sentence, [str(place.folder / "kept")])
        demand_tree(part(found, "out/"), part(made.earlier.tree, "out/"), "after the sentence")
        return
    demand_tree(_shared(found), _shared(made.right.tree), "outputs beside a full cache")
    told = any("kept" in text for text in answer.warnings)
    whole = found.keys() == made.right.tree.keys()
    demand(told or whole, f"nothing said of the full cache: {answer.warnings}")
    demand(not [n for n in found if "unfinished" in n], "half a file of the cache stays")


def _shared(found: Tree) -> Tree:
    """Without the cache, of which a run keeps more or less."""
    return {name: content for name, content in found.items() if not name.startswith("kept/")}


def _pages(found: Tree, folder: str) -> int:
    return sum(PAGE * -(-len(content) // PAGE) for name, content in found.items() if name.startswith(f"{folder}/"))


def _needed(place: Place, name: str, case: Case, folder: str) -> int:
    """Bytes that an undisturbed run has taken at its peak, by trying: a disk as small as it will do."""

    def make() -> dict:
        made = world(place, name, case)
        place.fill(made.earlier)
        lying = _pages(made.earlier.tree, folder)
        low, high = 0, 1 << 20
        while high - low > 4 * PAGE:
            middle = (low + high) // 2 // PAGE * PAGE
            place.fill(made.earlier)
            with _disk(place.folder / folder, lying + middle):
                shutil.disk_usage = _plenty
                answer = run_case(place, case)
                enough = answer.sentence is None and not any("kept" in text for text in answer.warnings)
            low, high = (low, middle) if enough else (middle, high)
        return {"bytes": high}

    return place.prepared(f"{name} needs", make).facts["bytes"]


def _plenty(path: str) -> tuple[int, int, int]:
    return shutil._ntuple_diskusage(1 << 40, 0, 1 << 40)


def _names(place: Place, folder: str, made) -> list[str]:
    """What a sentence may name: the folder that is full, or a file in it that the run makes."""
    files = [Path(name).name for name in made.right.tree if name.startswith(f"{folder}/")]
    return [str(place.folder / folder), *files]


@contextlib.contextmanager
def _disk(folder: Path, size: int) -> Iterator:
    """A disk of its own in a folder, with the files that lay there; yields what makes it larger."""
    system = ctypes.CDLL(None, use_errno=True)

    def mount(source: bytes, kind: bytes, flags: int, options: bytes) -> None:
        if system.mount(source, os.fsencode(folder) if kind else b"/", kind or None, flags, options):
            raise Skipped(f"no disk of its own can be mounted here ({os.strerror(ctypes.get_errno())})")

    # what is mounted by this process only goes with it
    if system.unshare(CLONE_NEWNS):
        raise Skipped(f"no disk of its own can be mounted here ({os.strerror(ctypes.get_errno())})")
    mount(b"none", b"", MS_REC | MS_PRIVATE, b"")
    folder.mkdir(exist_ok=True)
    lying = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    mount(b"tmpfs", b"tmpfs", 0, f"size={size}".encode())
    for path, content in lying.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    try:
        yield lambda more: mount(b"tmpfs", b"tmpfs", MS_REMOUNT, f"size={more}".encode())
    finally:
        system.umount2(os.fsencode(folder), 2)
