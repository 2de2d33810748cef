"""Results are written beside their targets and put in place together, or not at all.

    <stem>.part-<pid>.<ext>           a result that waits for the others
    <stem>.part-<pid>.<word>.<ext>    one attempt to write it; another attempt has another word
    .evenlight-commit-<n>-<pid>.json  the renames of a run whose results are all whole, in every folder

A run that is killed while writing leaves parts, which the next run on the same targets
removes; one that is killed while renaming leaves the list, which the next run completes.
"""

from __future__ import annotations

import contextlib
import ctypes
import glob
import itertools
import json
import os
import re
import threading
import uuid
from collections.abc import Iterator, Sequence
from types import TracebackType

from ..errors import FolderNotWritableError, OutputBusyError, ReplaceError, WriteError

SIDECARS = (".aux.xml", ".ovr", ".msk")
"""What GDAL keeps beside a raster and what would describe the old pixels."""

_numbers = itertools.count(1)
_journals: set[str] = set()
"""Lists that runs of this process are working through; a list of our number beside them is of a predecessor."""
_claimed: set[str] = set()
_claims = threading.Lock()


class Outputs:
    """The files of one run; nothing is visible before `commit`.

    Used as a context manager: leaving it without a commit removes every part.  Raises
    `OutputBusyError` where another run is writing one of the targets, and
    `FolderNotWritableError` where parts cannot be made.
    """

    def __init__(self, targets: Sequence[str]):
        self.targets = [os.path.abspath(target) for target in targets]

    def __enter__(self) -> Outputs:
        for folder in dict.fromkeys(os.path.dirname(target) for target in self.targets):
            try:
                os.makedirs(folder, exist_ok=True)
            except OSError as error:
                raise FolderNotWritableError(folder) from error
        with _claims:
            for target in self.targets:
                if target in _claimed:
                    raise OutputBusyError(target)
            self._recover()
            _claimed.update(self.targets)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for target in self.targets:
            remove_raster(self.part(target))
        self._remove_attempts()
        with _claims:
            _claimed.difference_update(self.targets)

    def part(self, target: str) -> str:
        """Where the result for ``target`` is written until `commit`."""
        return part_path(os.path.abspath(target), os.getpid())

    def commit(self) -> None:
        """Put all results in place.

        Raises `ReplaceError` when one of them cannot take its place; all earlier files are
        then as they were.
        """
        renames = [(self.part(target), target) for target in self.targets]
        journals = _journals_of(self.targets, f".evenlight-commit-{next(_numbers)}-{os.getpid()}.json")
        _journals.update(journals)
        kept: list[tuple[str, str]] = []
        target = self.targets[0]
        try:
            for journal in journals:
                with open(journal, "w", encoding="utf-8") as file:
                    json.dump(renames, file)
            for part, target in renames:
                backup = _keep(target)
                if backup is not None:
                    kept.append((backup, target))
                os.replace(part, target)
        except OSError as error:
            _restore(renames, kept)
            _forget(journals)
            raise ReplaceError(target, error.strerror or str(error)) from error
        for part, target in renames:
            _replace_sidecars(part, target)
        _forget(journals)
        for backup, _ in kept:
            _remove(backup)

    def _remove_attempts(self) -> None:
        """Remove what killed workers left; every folder is listed once."""
        stems = {os.path.splitext(target)[0] for target in self.targets}
        for folder in dict.fromkeys(os.path.dirname(target) for target in self.targets):
            for name in os.listdir(folder) if os.path.isdir(folder) else ():
                match = re.match(rf"(.*)\.part-{os.getpid()}\.", name)
                if match and os.path.join(folder, match[1]) in stems:
                    _remove(os.path.join(folder, name))

    def _recover(self) -> None:
        """Complete or remove what killed runs left on these targets."""
        for folder in dict.fromkeys(os.path.dirname(target) for target in self.targets):
            for journal, pid in _named(os.path.join(glob.escape(folder), ".evenlight-commit-*.json"), r"-(\d+)\.json$"):
                if journal not in _journals and (pid == os.getpid() or not _alive(pid)):
                    _complete(journal, pid)
        for target in self.targets:
            stem, extension = os.path.splitext(target)
            pattern = f"{glob.escape(stem)}.part-*{glob.escape(extension)}"
            for part, pid in _named(pattern, r"\.part-(\d+)(?:\.\w+)*$"):
                if pid == os.getpid() or not _alive(pid):
                    remove_raster(part)
                else:
                    raise OutputBusyError(target)
            for backup, pid in _named(f"{glob.escape(target)}.kept-*", r"\.kept-(\d+)$"):
                if pid == os.getpid() or not _alive(pid):
                    _remove(backup)


def part_path(target: str, pid: int) -> str:
    """The name of a result being written by the process ``pid``."""
    stem, extension = os.path.splitext(target)
    return f"{stem}.part-{pid}{extension}"


def attempt_path(part: str) -> str:
    """A name beside ``part`` that no other attempt has."""
    stem, extension = os.path.splitext(part)
    return f"{stem}.{uuid.uuid4().hex[:8]}{extension}"


def move_raster(source: str, target: str) -> None:
    """Rename a raster and what GDAL keeps beside it.  Raises `WriteError`."""
    try:
        os.replace(source, target)
        _replace_sidecars(source, target)
    except OSError as error:
        raise WriteError(target, error.strerror or str(error)) from error


def remove_raster(path: str) -> None:
    """Remove a raster and what GDAL keeps beside it, where they exist."""
    for suffix in ("", *SIDECARS):
        _remove(path + suffix)


def _remove(path: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        os.remove(path)


def _kept_path(target: str, pid: int) -> str:
    return f"{target}.kept-{pid}"


def _keep(target: str) -> str | None:
    """A second name for an earlier result, so that it can be put back."""
    if not os.path.exists(target):
        return None
    backup = _kept_path(target, os.getpid())
    try:
        os.link(target, backup)
    except OSError:
        # a file system without hard links
        os.replace(target, backup)
    return backup


def _restore(renames: Sequence[tuple[str, str]], kept: Sequence[tuple[str, str]]) -> None:
    """Put earlier results back, and remove new ones that had no predecessor."""
    had_predecessor = {target for _, target in kept}
    for part, target in renames:
        if target not in had_predecessor and not os.path.exists(part):
            _remove(target)
    for backup, target in kept:
        with contextlib.suppress(FileNotFoundError):
            os.replace(backup, target)
        # a rename between two names of one file leaves both
        _remove(backup)


def _replace_sidecars(part: str, target: str) -> None:
    for suffix in SIDECARS:
        if os.path.exists(part + suffix):
            os.replace(part + suffix, target + suffix)
        else:
            _remove(target + suffix)


def _journals_of(targets: Sequence[str], name: str) -> list[str]:
    """The list's copies, one beside the results of each folder."""
    return [os.path.join(folder, name) for folder in dict.fromkeys(os.path.dirname(target) for target in targets)]


def _forget(journals: Sequence[str]) -> None:
    for journal in journals:
        _remove(journal)
    _journals.difference_update(journals)


def _complete(journal: str, pid: int) -> None:
    """Finish the renames of a run that was killed among them; a list cut short names nothing whole."""
    with open(journal, encoding="utf-8") as file:
        try:
            renames = json.load(file)
        except ValueError:
            renames = []
    for part, target in renames:
        if os.path.exists(part):
            os.replace(part, target)
        _replace_sidecars(part, target)
        _remove(_kept_path(target, pid))
    for copy in [*_journals_of([target for _, target in renames], os.path.basename(journal)), journal]:
        _remove(copy)


def _named(pattern: str, number: str) -> Iterator[tuple[str, int]]:
    """Files of a pattern with the process number in their names."""
    for path in glob.glob(pattern):
        match = re.search(number, path)
        if match:
            yield path, int(match[1])


def _alive(pid: int) -> bool:
    """Whether a process runs; on Windows ``os.kill`` would end it instead of asking."""
    if os.name == "nt":
        handle = ctypes.windll.kernel32.OpenProcess(0x1000, False, pid)  # type: ignore[attr-defined]
        if handle:
            ctypes.windll.kernel32.CloseHandle(handle)  # type: ignore[attr-defined]
        return bool(handle)
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
