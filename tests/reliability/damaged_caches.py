"""Damaged caches: the result is right all the same, because what cannot be believed is made again."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

from .cases import CASES, run_case, undisturbed
from .damage import damaged_bytes
from .oracle import demand, demand_tree
from .place import Place, Tree, seeded, tree

TITLE = "Damaged caches"
SECONDS = 60
RESTED = 3.5
"""Seconds after which a file's checksum is kept."""
CASE = CASES["balance"]


def trials(place: Place) -> list[tuple[str, int]]:
    """One row."""
    return [("balance with CACHE_FOLDER", number) for number in range(200)]


def attempt(place: Place, row: str, number: int) -> None:
    """Some of the cache's files are damaged, exchanged or in the way."""

    def make() -> dict:
        CASE.scene(place.folder / "in")
        return {}

    # kept checksums hold only while the images' files are the same ones
    images = place.prepared("cached images", make).folder / "in"
    kept = place.prepared("cache", lambda: _kept(place, images))
    random = seeded(row, number)
    place.fill(kept)
    shutil.rmtree(place.folder / "out")
    files = sorted(path for path in (place.folder / "kept").rglob("*") if path.is_file())
    for path in random.choice(len(files), int(random.integers(1, len(files) + 1)), replace=False):
        _damage(random, files[path], files)
    before = tree(images)
    answer = run_case(place, CASE, **_parameters(images))
    demand(answer.sentence is None, f"a damaged cache stops the run: {answer.sentence}")
    demand_tree(tree(images), before, "images")
    demand_tree(_outputs(place.tree()), _outputs(kept.tree), "outputs")
    demand(not [name for name in place.tree() if "unfinished" in name], "half a file stays")
    again = run_case(place, CASE, **_parameters(images))
    demand(again.sentence is None, f"the next run: {again.sentence}")
    demand_tree(_outputs(place.tree()), _outputs(kept.tree), "outputs of the next run")


def _damage(random, path: Path, files: list[Path]) -> None:
    kind = random.integers(8)
    if kind == 0:
        other = files[int(random.integers(len(files)))]
        if other.is_file() and other != path:
            shutil.copy(other, path)
    elif kind == 1:
        path.unlink()
        path.mkdir()
    elif kind == 2:
        path.write_bytes(b"")
    elif kind == 3:
        path.unlink()
    elif path.is_file():
        path.write_bytes(damaged_bytes(random, path.read_bytes()))


def _kept(place: Place, images: Path) -> dict:
    time.sleep(RESTED)
    undisturbed(place, CASE, **_parameters(images))
    return undisturbed(place, CASE, **_parameters(images))


def _parameters(images: Path) -> dict:
    return {"INPUT": [str(images / f"{stem}.tif") for stem in "abc"], "CACHE_FOLDER": "{}/kept"}


def _outputs(found: Tree) -> Tree:
    return {name: content for name, content in found.items() if not name.startswith("kept/")}
