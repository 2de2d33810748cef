"""Killed, or refused by the system, at each operation on files by which a run puts its results in place."""

from __future__ import annotations

import builtins
import errno
import os
import signal
import threading
from collections.abc import Callable, Iterator

from .cases import CASES, run_case, world
from .killed import demand_recovery
from .oracle import demand, demand_sentence, demand_tree, differences
from .place import Place

TITLE = "At every rename, link, removal and opening for writing"
SECONDS = 120
NAMES = ("balance", "balance, COG", "balance, virtual")
OPERATIONS = ("replace", "rename", "link", "unlink", "remove")
KILLED, REFUSED = "killed", "refused"


def trials(place: Place) -> Iterator[tuple[str, int]]:
    """As many as the undisturbed run has operations."""
    for name in NAMES:
        for what in (KILLED, REFUSED):
            for number in range(1, operations(place, name) + 1):
                yield f"{name}, {what}", number


def attempt(place: Place, row: str, number: int) -> None:
    """The operation of that number does not come to pass."""
    name, what = row.rsplit(", ", 1)
    made = world(place, name)
    place.fill(made.earlier)
    if what == KILLED:
        child = os.fork()
        if child == 0:
            watch(place, lambda n, operation, path: os.kill(os.getpid(), signal.SIGKILL) if n == number else None)
            run_case(place, CASES[name])
            os._exit(0)
        os.waitpid(child, 0)
        demand_recovery(place, name, made, made.right.tree)
        return
    refused: list[str] = []

    def refuse(n: int, operation: str, path: str) -> None:
        if n == number:
            refused.append(f"{operation} of {os.path.basename(path)}")
            raise PermissionError(errno.EACCES, "Permission denied", path)

    earlier, right = made.earlier.tree, made.right.tree
    stop = watch(place, refuse)
    answer = run_case(place, CASES[name])
    stop()
    when = f"{' '.join(refused)} refused"
    found = place.tree()
    if answer.sentence is not None:
        demand_sentence(answer.sentence)
    # what could not be removed has to stay, until the next run
    left = {file: content for file, content in found.items() if not _is_left(file, earlier, right)}
    expected = [right] if answer.sentence is None else [earlier, right]
    told = [differences(left if "remove" in when or "unlink" in when else found, tree) for tree in expected]
    demand("" in told, f"{when}: {answer.sentence or 'success'}: {told[0]}")
    answer = run_case(place, CASES[name])
    demand(answer.sentence is None, f"{when}, the next run: {answer.sentence}")
    demand_tree(place.tree(), right, f"{when}, after the next run")


def _is_left(file: str, *known) -> bool:
    return not any(file in tree for tree in known)


def operations(place: Place, name: str) -> int:
    """Operations of an undisturbed run."""
    made = world(place, name)

    def make() -> dict:
        place.fill(made.earlier)
        seen: list[int] = []
        watch(place, lambda n, operation, path: seen.append(n))
        run_case(place, CASES[name])
        return {"count": len(seen)}

    return place.prepared(f"{name} operations", make).facts["count"]


def watch(place: Place, before: Callable[[int, str, str], None]) -> Callable[[], None]:
    """Call ``before`` with number, name and path ahead of every operation in the place; returns what ends it."""
    lock, seen, folder = threading.Lock(), [0], str(place.folder)
    real = {name: getattr(os, name) for name in OPERATIONS}
    real_open = builtins.open

    def told(name: str, path) -> None:
        if str(path).startswith(folder):
            with lock:
                seen[0] += 1
                number = seen[0]
            before(number, name, str(path))

    def watched(name: str):
        def operation(path, *rest, **options):
            told(name, rest[0] if name in ("replace", "rename", "link") else path)
            return real[name](path, *rest, **options)

        return operation

    def watched_open(file, mode="r", *rest, **options):
        if set(mode) & set("wxa+") and isinstance(file, (str, os.PathLike)):
            told("open", file)
        return real_open(file, mode, *rest, **options)

    for name in OPERATIONS:
        setattr(os, name, watched(name))
    builtins.open = watched_open

    def stop() -> None:
        for name in OPERATIONS:
            setattr(os, name, real[name])
        builtins.open = real_open

    return stop
