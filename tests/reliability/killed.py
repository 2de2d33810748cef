"""Killed at a random moment: outputs are whole, all old or all new, and the next run is as if nothing had been."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import evenlight

from .cases import CASES, World, placed, run_case, wait, world
from .oracle import NotHeld, demand, demand_tree
from .place import Place, Tree, seeded

TITLE = "Killed at a random moment"
SECONDS = 120
MOMENTS = 20
CONSOLE = "balance, qgis_process"
ROWS = ("balance", "balance, COG", "balance, virtual", CONSOLE)
NEIGHBOUR = "$_Neighbour.tif"


def trials(place: Place) -> list[tuple[str, int]]:
    """So many moments of each way to run."""
    return [(row, number) for row in ROWS for number in range(MOMENTS)]


def attempt(place: Place, row: str, number: int) -> None:
    """Kill it in its part of the undisturbed time."""
    name = "balance" if row == CONSOLE else row
    made = world(place, name)
    share = (number + seeded(row, number).random()) / MOMENTS * 1.05
    if row == CONSOLE:
        profile = _profile(place)
        # sums of another process may differ in their last bit
        own = place.prepared(CONSOLE, lambda: _finished(place, profile, made))
        place.fill(made.earlier)
        process = _begun(place, profile)
        wait(share * own.facts["seconds"])
        _killed(process)
        demand_recovery(place, name, made, own.tree)
    else:
        place.fill(made.earlier)
        kill(lambda: run_case(place, CASES[name]), share * made.seconds)
        demand_recovery(place, name, made, made.right.tree)


def kill(function, seconds: float) -> None:
    """Run a function in a child and kill it after a time."""
    child = os.fork()
    if child == 0:
        function()
        os._exit(0)
    wait(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def demand_recovery(place: Place, name: str, made: World, new: Tree) -> None:
    """After a kill: every file whole; after a run beside it: all old or all new; after the next: all right."""
    earlier, right, found = made.earlier.tree, made.right.tree, place.tree()
    for file, content in earlier.items():
        demand(file in found, f"after the kill {file} is gone")
        demand(found[file] in (content, new[file]), f"after the kill {file} is neither the old nor the new one")
    answer = run_case(place, CASES[name], OUTPUT_NAME=NEIGHBOUR)
    demand(answer.sentence is None, f"a run beside it after the kill: {answer.sentence}")
    found = place.tree()
    now = {file: found.get(file) for file in earlier}
    demand(now in (earlier, {file: new[file] for file in earlier}), "after a run beside it outputs are mixed")
    answer = run_case(place, CASES[name])
    demand(answer.sentence is None, f"the next run: {answer.sentence}")
    found = {file: content for file, content in place.tree().items() if "_Neighbour" not in file}
    demand_tree(found, right, "after the next run")


def program() -> str | None:
    """``qgis_process`` itself; on Debian 12 its name is that of a script."""
    return next((name for name in ("/usr/bin/qgis_process.bin", "/usr/bin/qgis_process") if os.path.exists(name)), None)


def _environment(profile: Path) -> dict[str, str]:
    return {**os.environ, "QGIS_PLUGINPATH": str(profile / "plugins"), "QGIS_CUSTOM_CONFIG_PATH": str(profile)}


def _profile(place: Place) -> Path:
    """A profile in which the plugin is enabled."""

    def make() -> None:
        (place.folder / "plugins").mkdir()
        os.symlink(Path(evenlight.__file__).parent, place.folder / "plugins" / "evenlight")
        command = [program(), "plugins", "enable", "evenlight"]
        subprocess.run(command, env=_environment(place.folder), check=True, capture_output=True)

    return place.prepared("profile", make).folder


def _begun(place: Place, profile: Path) -> subprocess.Popen:
    """A ``qgis_process`` that says that it begins."""
    parameters = placed(CASES["balance"].parameters, place)
    arguments = [
        f"--{name}={part}"
        for name, value in parameters.items()
        for part in (value if isinstance(value, list) else [value])
    ]
    temporary = place.root / "console"
    temporary.mkdir(exist_ok=True)
    process = subprocess.Popen(
        [program(), "run", "evenlight:balance", *arguments],
        # QGIS has a folder of its own there, which it cannot remove when it is killed
        env={**_environment(profile), "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    said = []
    for line in process.stdout:
        said.append(line)
        if "Inputs" in line:
            return process
    raise NotHeld(f"qgis_process did not begin: {said}")


def _finished(place: Place, profile: Path, made: World) -> dict:
    """What an undisturbed ``qgis_process`` leaves, and how long it takes."""
    place.fill(made.earlier)
    process = _begun(place, profile)
    begun = time.monotonic()
    process.stdout.read()
    demand(process.wait() == 0, "qgis_process without any fault fails")
    return {"seconds": time.monotonic() - begun}


def _killed(process: subprocess.Popen) -> None:
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
