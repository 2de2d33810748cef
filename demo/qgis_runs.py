"""Run algorithms through ``qgis_process`` as a user would, in a QGIS profile of their own.

The plugin comes from its zip, unpacked where QGIS keeps its plugins; nothing of the user's QGIS is
read or changed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

PLUGIN = "evenlight"
WEIGH = Path(__file__).with_name("weigh.py")


class RunFailed(Exception):
    """qgis_process could not be run or ended with an error; the text is for the user."""


class Run(NamedTuple):
    """What one run of an algorithm gave and cost."""

    results: dict[str, object]
    """The algorithm's outputs."""
    seconds: float
    """Wall time, QGIS's start included."""
    peak_megabytes: float
    """Largest resident memory of the process, QGIS included."""


class Qgis:
    """A throw-away QGIS profile with the plugin installed."""

    def __init__(self, plugin_zip: str | Path, folder: str | Path):
        self._program = _find_program()
        if not Path(plugin_zip).is_file():
            raise RunFailed(f"{plugin_zip} was not found; build it with: make zip")
        self._folder = tempfile.TemporaryDirectory(prefix="qgis-profile-", dir=folder)
        self._config = Path(self._folder.name)
        plugins = self._config / "profiles" / "default" / "python" / "plugins"
        plugins.mkdir(parents=True)
        with zipfile.ZipFile(plugin_zip) as archive:
            archive.extractall(plugins)
        self._environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", QGIS_CUSTOM_CONFIG_PATH=str(self._config))
        for name in ("QGIS_PLUGINPATH", "PYTHONPATH"):
            self._environment.pop(name, None)
        self._call(["plugins", "enable", PLUGIN])

    def __enter__(self) -> Qgis:
        return self

    def __exit__(self, *_) -> None:
        self._folder.cleanup()

    def run(self, algorithm: str, **parameters: object) -> Run:
        """Run ``evenlight:<algorithm>``, or ``provider:algorithm``; a list becomes a repeated parameter."""
        arguments = ["--json", "run", algorithm if ":" in algorithm else f"{PLUGIN}:{algorithm}"]
        for name, value in parameters.items():
            for single in value if isinstance(value, (list, tuple)) else [value]:
                arguments.append(f"--{name}={single}")
        return self._call(arguments)

    def _call(self, arguments: list[str]) -> Run:
        """Run qgis_process once and weigh it."""
        costs = self._config / "costs.json"
        command = [sys.executable, str(WEIGH), str(costs), self._program, *arguments]
        done = subprocess.run(command, capture_output=True, env=self._environment, check=False)
        output, errors = (stream.decode("utf-8", "replace") for stream in (done.stdout, done.stderr))
        if done.returncode != 0:
            said = "\n".join(text.strip() for text in (output, errors) if text.strip())
            raise RunFailed(f"qgis_process {' '.join(arguments[:3])} failed:\n{said[-3000:]}")
        return Run(_results(output), **json.loads(costs.read_text(encoding="utf-8")))


def _find_program() -> str:
    """Debian 12's ``qgis_process`` is a wrapper that fails; the program itself ends in ``.bin``."""
    for name in ("qgis_process.bin", "qgis_process"):
        found = shutil.which(name)
        if found:
            return found
    raise RunFailed("qgis_process was not found; install QGIS.")


def _results(text: str) -> dict[str, object]:
    """The results in what qgis_process printed; lines before the JSON are messages of libraries."""
    start = text.find("{")
    if start < 0:
        return {}
    answer, _ = json.JSONDecoder().raw_decode(text[start:])
    return answer.get("results", {})
