"""Damaged lists of renames that a killed run left: nothing but results is touched, and the next run is right."""

from __future__ import annotations

import json
import os
import signal

from .cases import CASES, run_case, world
from .damage import damaged_bytes, damaged_json
from .killed_at_renames import operations, watch
from .oracle import demand, demand_sentence, demand_tree
from .place import Place, seeded

TITLE = "Damaged lists of renames"
SECONDS = 60
NAME = "balance"


def trials(place: Place) -> list[tuple[str, int]]:
    """One row."""
    return [("balance after one that was killed among its renames", number) for number in range(200)]


def attempt(place: Place, row: str, number: int) -> None:
    """The run is killed at an operation where there is a list, and the list is damaged."""
    made = world(place, NAME)
    total = operations(place, NAME)
    random = seeded(row, number)
    # the first operations are before there is a list, the last ones after it is gone
    halt = int(total * random.uniform(0.3, 0.9))
    place.fill(made.earlier)
    child = os.fork()
    if child == 0:
        watch(place, lambda n, operation, path: os.kill(os.getpid(), signal.SIGKILL) if n == halt else None)
        run_case(place, CASES[NAME])
        os._exit(0)
    os.waitpid(child, 0)
    stranger = place.folder / "other" / "stranger.tif"
    stranger.parent.mkdir()
    stranger.write_text("not ours")
    lists = sorted((place.folder / "out").glob(".*.json"))
    # one of them: nobody heeds a list whose record is damaged
    for path in lists and [lists[int(random.integers(len(lists)))]]:
        _damage(random, path, str(stranger))
    answer = run_case(place, CASES[NAME])
    found, right = place.tree(), made.right.tree
    demand(found.pop("other/stranger.tif", b"") == b"not ours", "a file outside is touched")
    if answer.sentence is not None:
        demand_sentence(answer.sentence, [path.name for path in lists])
        return
    # whose files these are is not known when that what tells it is damaged
    words = {path.stem.rsplit("-", 1)[1] for path in lists}
    told = [path.name for path in lists if any(path.name in text for text in answer.warnings)]
    left = [path.name for path in lists if path.exists()]
    silent = [word for word in words if word in " ".join(left) and word not in " ".join(told)]
    demand(not silent, f"left without a word: {left}")
    ours = {name: text for name, text in found.items() if name in right or not any(word in name for word in words)}
    demand_tree(ours, right, "after the next run")


def _damage(random, path, stranger: str) -> None:
    kind = random.integers(5)
    text = path.read_bytes()
    if kind == 0:
        path.write_bytes(damaged_bytes(random, text))
    elif kind == 1:
        path.unlink()
        path.mkdir()
    elif kind == 2:
        # a place outside of the folder
        name = random.choice(sorted({word for word in json_texts(json.loads(text)) if len(word) > 3}))
        path.write_text(text.decode().replace(json.dumps(str(name)), json.dumps(stranger)))
    else:
        path.write_text(damaged_json(random, json.loads(text)), errors="surrogatepass")


def json_texts(value: object):
    """All texts in what JSON holds."""
    if isinstance(value, str):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from json_texts(part)
