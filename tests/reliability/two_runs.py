"""Two runs at once in one folder: each right or refused in a sentence, and the results of one, never of both mixed."""

from __future__ import annotations

import json
import os
import signal

from .cases import CASES, run_case, undisturbed, wait, world
from .killed_at_renames import operations, watch
from .oracle import demand, demand_sentence, demand_tree, differences
from .place import Place, Tree, part, seeded

TITLE = "Two runs at once"
SECONDS = 90
SAME = "into the same files"
HELD = "into the same files, the first halted while the second runs"
BESIDE = "into one folder and one cache, other names"
FORMATS = ("balance", "balance, COG", "balance, virtual", "threshold_mask")


def trials(place: Place) -> list[tuple[str, int]]:
    """The same names, at any moments and at those that matter most, and others."""
    return [(row, number) for row, count in ((SAME, 60), (HELD, 80), (BESIDE, 60)) for number in range(count)]


def attempt(place: Place, row: str, number: int) -> None:
    """The second begins at any moment of the first, or with it."""
    name = FORMATS[number % len(FORMATS)]
    case, made = CASES[name], world(place, name)
    random = seeded(row, number)
    later = random.uniform(-1, 1) * made.seconds
    kept = {"CACHE_FOLDER": "{}/kept"} if row == BESIDE and name != "threshold_mask" else {}
    other = dict(case.earlier)
    if row == BESIDE:
        polygons = {"OUTPUT_POLYGONS": "{}/out/two.gpkg"} if name == "threshold_mask" else {}
        other = {**kept, **polygons, "OUTPUT_NAME": "$_Two.tif"}
        made = made._replace(right=_both(place, name, case, made, kept, other))
    halt = int(random.integers(1, operations(place, name) + 1)) if row == HELD else None
    place.fill(made.earlier)
    first = _start(place, 1, max(-later, 0), case, kept, halt)
    if halt is not None:
        os.waitpid(first, os.WUNTRACED)
    second = _start(place, 2, 0 if halt else max(later, 0), case, other)
    for child in (second, first):
        if child == first and halt is not None:
            os.kill(first, signal.SIGCONT)
        demand(os.waitpid(child, 0)[1] == 0, "a run crashed")
    told = [json.loads((place.root / f"answer-{number}").read_text()) for number in (1, 2)]
    found = {file: content for file, content in place.tree().items() if not file.startswith("kept/")}
    demand(not [file for file in place.tree() if "unfinished" in file], "half a file of the cache stays")
    for sentence in filter(None, told):
        demand_sentence(sentence, [file.rsplit("/", 1)[1] for file in made.right.tree if file.startswith("out/")])
    if row == BESIDE:
        demand(told == [None, None], f"runs beside each other disturb each other: {told}")
        demand_tree(part(found, "out/"), part(made.right.tree, "out/"), "after both")
        return
    demand(None in told, f"both refused: {told}")
    allowed = [tree.tree for tree, sentence in zip((made.right, made.earlier), told) if sentence is None]
    # layers may have what the results before these read, once
    differing = [differences(*(_without_earlier(files) for files in (found, tree))) for tree in allowed]
    demand("" in differing, f"after {told}: {' / '.join(differing)}")


def _without_earlier(files: Tree) -> Tree:
    return {name: content for name, content in files.items() if "-earlier-1." not in name}


def _both(place: Place, name: str, case, made, kept: dict, other: dict):
    """What the two leave one after the other."""

    def make() -> dict:
        place.fill(made.earlier)
        undisturbed(place, case, **kept)
        return undisturbed(place, case, **other)

    return place.prepared(f"{name}, two", make)


def _start(place: Place, number: int, seconds: float, case, changes: dict, halt: int | None = None) -> int:
    """A run in a child, which leaves what it said in a file; it may halt ahead of an operation on files."""
    child = os.fork()
    if child:
        return child
    if halt is not None:
        watch(place, lambda n, operation, path: os.kill(os.getpid(), signal.SIGSTOP) if n == halt else None)
    else:
        wait(seconds)
    answer = run_case(place, case, **changes)
    (place.root / f"answer-{number}").write_text(json.dumps(answer.sentence))
    os._exit(0)
