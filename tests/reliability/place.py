"""Where a trial happens, what lies there, and what was made before."""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import re
import select
import shutil
import signal
import time
import traceback
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np

Tree = dict[str, bytes]
"""Every file below a folder, by its name relative to it."""

_inside = False
"""Whether this process is a child of `forked`: its own children die with it, as one group."""

COMPANION = re.compile(r"(.*)\.(recipe|field|border)-([0-9a-f]{8})\.(vrt|tif)")
WORDS = re.compile(rb"(\.(?:recipe|field|border)-)[0-9a-f]{8}\b")
"""Names of files that a virtual result reads beside itself, and how it names them."""

CREATED = re.compile(rb'("created": )"[^"]*"')
"""A file that tells when it was made is the same for all that."""


class Skipped(Exception):
    """A trial that this machine does not allow, and why."""


class Prepared(NamedTuple):
    """A folder that an undisturbed run has made."""

    folder: Path
    facts: dict

    @property
    def tree(self) -> Tree:
        """Its files."""
        return tree(self.folder)


class Place:
    """A worker's folder; every trial has the same path, so that equal runs give equal bytes."""

    def __init__(self, root: Path):
        self.root = root
        self.folder = root / "trial"

    def fill(self, made: Prepared) -> None:
        """Begin with a copy of what was prepared."""
        self.clear()
        shutil.copytree(made.folder, self.folder, dirs_exist_ok=True)

    def clear(self) -> None:
        """Begin with nothing but a folder for inputs and one for temporary files."""
        shutil.rmtree(self.folder, ignore_errors=True)
        for name in ("in", "temp"):
            (self.folder / name).mkdir(parents=True)
        os.environ["TMPDIR"] = os.environ["CPL_TMPDIR"] = str(self.folder / "temp")

    def prepared(self, key: str, make: Callable[[], dict | None]) -> Prepared:
        """What ``make`` leaves in the place's folder, made once, in a process of its own."""
        target = self.root / "prepared" / re.sub(r"\W+", "_", key)
        if not target.exists():
            self.clear()

            def sound() -> dict:
                # whatever is planted in the trial
                mock.patch.stopall()
                try:
                    return {"facts": make()}
                except Skipped as error:
                    return {"skipped": str(error)}

            told = forked(sound, 120, self.root / "stderr")
            if "skipped" in told:
                raise Skipped(told["skipped"])
            if "facts" not in told:
                raise RuntimeError(f"{key} could not be prepared: {told['why']}")
            target.parent.mkdir(exist_ok=True)
            target.with_suffix(".json").write_text(json.dumps(told["facts"]))
            os.rename(self.folder, target)
            self.clear()
        return Prepared(target, json.loads(target.with_suffix(".json").read_text()))

    def tree(self) -> Tree:
        """What lies here now."""
        return tree(self.folder)


def tree(folder: Path) -> Tree:
    """Every file below a folder, without the sidecars that QGIS writes."""
    files = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.endswith(".aux.xml"):
            content = path.read_bytes()
            files[path.relative_to(folder).as_posix()] = (
                CREATED.sub(rb'\1""', content) if path.suffix == ".json" else content
            )
    return _one_word(files)


def part(files: Tree, folder: str) -> Tree:
    """What lies in one folder of a tree."""
    return {name: content for name, content in files.items() if name.startswith(folder)}


def _one_word(files: Tree) -> Tree:
    """Runs have words of their own in what their virtual results read; here all have one, so that equal runs are equal.

    Those of the results that are there are told from those of earlier ones, which layers may still have open.
    """
    named: Tree = {}
    for name, content in files.items():
        companion = COMPANION.fullmatch(name)
        if companion is None:
            named[name] = WORDS.sub(rb"\1now", content) if name.endswith(".vrt") else content
            continue
        stem, kind, word, ending = companion.groups()
        if word.encode() in files.get(f"{stem}.vrt", b""):
            named[f"{stem}.{kind}-now.{ending}"] = WORDS.sub(rb"\1now", content)
        else:
            earlier = next(n for n in itertools.count(1) if f"{stem}.{kind}-earlier-{n}.{ending}" not in named)
            named[f"{stem}.{kind}-earlier-{earlier}.{ending}"] = b""
    return named


def seeded(*words: object) -> np.random.Generator:
    """The same numbers for the same words, in every process."""
    return np.random.default_rng(zlib.crc32(repr(words).encode()))


def forked(function: Callable[[], dict], seconds: float, errors: Path) -> dict:
    """What ``function`` returns in a child; ``why`` it returned nothing, where it crashed or took too long."""
    global _inside
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        if not _inside:
            os.setpgid(0, 0)
        _inside = True
        os.close(reading)
        os.dup2(os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
        try:
            text = json.dumps(function())
        except BaseException:  # noqa: BLE001  handed to whoever waits
            text = json.dumps({"why": traceback.format_exc()})
        with os.fdopen(writing, "w") as stream:
            stream.write(text + "\n")
        os._exit(0)
    os.close(writing)
    text, end = b"", time.monotonic() + seconds
    while not text.endswith(b"\n") and select.select([reading], [], [], max(end - time.monotonic(), 0))[0]:
        part = os.read(reading, 1 << 16)
        if not part:
            break
        text += part
    late = time.monotonic() >= end
    os.close(reading)
    with contextlib.suppress(ProcessLookupError):
        (os.kill if _inside else os.killpg)(child, signal.SIGKILL)
    status = os.waitpid(child, 0)[1]
    if text.endswith(b"\n"):
        return json.loads(text)
    return {"why": f"no answer within {seconds:g} s" if late else f"the process ended by {_ending(status)}"}


def _ending(status: int) -> str:
    return signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else f"code {os.WEXITSTATUS(status)}"
