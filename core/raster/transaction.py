"""Results are written beside their targets and put in place together, or not at all.

    <stem>.part-<pid>.<ext>           a result that waits for the others
    <that>.attempt-<word>.tif         one try at writing it, perhaps on another machine; each has a word of its own
    .evenlight-commit-<n>-<pid>.json  the renames of a run whose results are all whole, in every folder

A run that is killed while writing leaves parts, which the next run on the same targets
removes; one that is killed while renaming leaves the list, which the next run completes.
"""

from __future__ import annotations

import contextlib
import ctypes
import itertools
import json
import os
import re
import threading
import uuid
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from ..errors import (
    Cancelled,
    FolderNotWritableError,
    OutputBusyError,
    ReplaceError,
    SameOutputError,
    StaleSidecarError,
    WriteError,
)
from .identity import check_unchanged

if TYPE_CHECKING:
    from .image import Image

SIDECARS = (".aux.xml", ".ovr", ".msk")
"""What GDAL keeps beside a raster and what would describe the old pixels."""

ACCESS_DENIED = 5
"""Windows' answer about a process of another user."""

_numbers = itertools.count(1)
_journals: set[str] = set()
"""Lists that runs of this process are working through; a list of our number beside them is of a predecessor."""
_claimed: set[str] = set()
_claims = threading.Lock()


class Outputs:
    """The files of one run; nothing is visible before `commit`.

    Used as a context manager: leaving it without a commit removes every part.  Raises
    `OutputBusyError` where another run is writing one of the targets, and
    `FolderNotWritableError` where parts cannot be made; making it raises `SameOutputError`
    where two targets are one file.

    ``read``: the images that results are made from.  One that is no longer what was described makes
    it end with `InputChangedError`: when statistics are done and writing begins, when writing fails,
    and before anything is put in place.
    """

    def __init__(self, targets: Sequence[str], read: Sequence[Image] = ()):
        self.targets = [os.path.abspath(target) for target in targets]
        self._read = read
        self._claims = set()
        for target in self.targets:
            if os.path.normcase(target) in self._claims:
                raise SameOutputError(target)
            self._claims.add(os.path.normcase(target))

    def __enter__(self) -> Outputs:
        check_unchanged(self._read)
        for folder in dict.fromkeys(os.path.dirname(target) for target in self.targets):
            try:
                os.makedirs(folder, exist_ok=True)
            except OSError as error:
                raise FolderNotWritableError(folder) from error
        with _claims:
            for target in self.targets:
                if os.path.normcase(target) in _claimed:
                    raise OutputBusyError(target)
            self._recover()
            _claimed.update(self._claims)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for part, _, pid in _parts(self.targets):
            if pid == os.getpid():
                _remove(part)
        with _claims:
            _claimed.difference_update(self._claims)
        if isinstance(error, Exception) and not isinstance(error, (Cancelled, ReplaceError, StaleSidecarError)):
            check_unchanged(self._read)

    def part(self, target: str) -> str:
        """Where the result for ``target`` is written until `commit`."""
        return part_path(os.path.abspath(target), os.getpid())

    def commit(self) -> None:
        """Put all results in place.

        Raises `ReplaceError` when one of them cannot take its place; all earlier files are
        then as they were.  Raises `StaleSidecarError` when all results are in place, but not
        all that described their predecessors is gone.
        """
        check_unchanged(self._read)
        renames = [(self.part(target), target) for target in self.targets]
        journals = _journals_of(self.targets, f".evenlight-commit-{next(_numbers)}-{os.getpid()}.json")
        _journals.update(journals)
        kept: list[tuple[str, str]] = []
        target = self.targets[0]
        try:
            for journal in journals:
                with open(journal, "w", encoding="utf-8") as file:
                    json.dump([(part, target, stamp(part)) for part, target in renames], file)
            for part, target in renames:
                backup = _keep(target)
                if backup is not None:
                    kept.append((backup, target))
                os.replace(part, target)
        except OSError as error:
            _restore(renames, kept)
            _forget(journals)
            raise ReplaceError(target, error.strerror or str(error)) from error
        try:
            stale = [sidecar for part, target in renames for sidecar in _replace_sidecars(part, target)]
        finally:
            _forget(journals)
            for backup, _ in kept:
                _remove(backup)
        if stale:
            raise StaleSidecarError(stale)

    def _recover(self) -> None:
        """Complete or remove what killed runs left on these targets."""
        for folder in dict.fromkeys(os.path.dirname(target) for target in self.targets):
            for journal, pid in _journals_in(folder):
                if journal not in _journals and (pid == os.getpid() or not _alive(pid)):
                    _complete(journal, pid)
        for part, target, pid in _parts(self.targets):
            if pid == os.getpid() or not _alive(pid):
                _remove(part)
            else:
                raise OutputBusyError(target)
        for backup, target, pid in _backups(self.targets):
            if pid == os.getpid() or not _alive(pid):
                _put_back(backup, target)


def part_path(target: str, pid: int) -> str:
    """The name of a result being written by the process ``pid``."""
    stem, extension = os.path.splitext(target)
    return f"{stem}.part-{pid}{extension}"


def attempt_path(part: str) -> str:
    """A name beside ``part`` that no other attempt has."""
    return f"{part}.attempt-{uuid.uuid4().hex[:8]}.tif"


def move_part(attempt: str, part: str) -> None:
    """Let an attempt, with what GDAL keeps beside it, be the part.  Raises `WriteError`."""
    try:
        os.replace(attempt, part)
    except OSError as error:
        raise WriteError(target_path(attempt), error.strerror or str(error)) from error
    stale = _replace_sidecars(attempt, part)
    if stale:
        raise WriteError(target_path(attempt), f"{stale[0]} cannot be replaced")


def target_path(path: str) -> str:
    """The file that something written by this process, or as an attempt by any, is to become; errors name that one."""
    attempt = r"\.part-\d+(\.[^./\\]*)?\.attempt-[0-9a-f]{8}\.[^/\\]*"
    for pattern in (attempt, rf"\.part-{os.getpid()}(\.[^./\\]*)?(\.[^/\\]*)?"):
        match = re.fullmatch(f"(.*){pattern}", path, re.DOTALL)
        if match is not None:
            return match[1] + (match[2] or "")
    return path


def remove_part(path: str) -> None:
    """Remove a file being written and what GDAL keeps beside it, as far as they can be.

    What stays is removed at the end of the run, or, because it is open somewhere, by the next
    run on the same target: both list the folder once, and not for every file.
    """
    for suffix in ("", *SIDECARS):
        _remove(path + suffix)


def stamp(path: str) -> list[int] | None:
    """What a file keeps under another name: its size and time; None where there is no file."""
    try:
        status = os.stat(path)
    except FileNotFoundError:
        return None
    return [status.st_size, status.st_mtime_ns]


def _remove(path: str) -> bool:
    """Remove a file; whether it is gone now."""
    try:
        os.remove(path)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


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
        with contextlib.suppress(OSError):
            os.replace(backup, target)
        # a rename between two names of one file leaves both, or is refused while the file is in use
        if os.path.exists(backup) and os.path.exists(target) and os.path.samefile(backup, target):
            _remove(backup)


def _put_back(backup: str, target: str) -> None:
    """Drop a backup that a run left, unless it is all there is."""
    if os.path.exists(target):
        _remove(backup)
    else:
        with contextlib.suppress(OSError):
            os.replace(backup, target)


def _replace_sidecars(part: str, target: str) -> list[str]:
    """Give the result its own sidecars; those of its predecessor that cannot go."""
    stale = []
    for suffix in SIDECARS:
        if os.path.exists(part + suffix):
            try:
                os.replace(part + suffix, target + suffix)
            except OSError:
                stale.append(target + suffix)
        elif not _remove(target + suffix):
            stale.append(target + suffix)
    return stale


def _journals_of(targets: Sequence[str], name: str) -> list[str]:
    """The list's copies, one beside the results of each folder."""
    return [os.path.join(folder, name) for folder in dict.fromkeys(os.path.dirname(target) for target in targets)]


def _forget(journals: Sequence[str]) -> None:
    for journal in journals:
        _remove(journal)
    _journals.difference_update(journals)


def _complete(journal: str, pid: int) -> None:
    """Finish the renames of a run that was killed among them; a list cut short names nothing whole.

    A file that is no longer the one in the list is of a later run, and so are its sidecars.
    Raises `ReplaceError` where a result still cannot take its place.
    """
    with open(journal, encoding="utf-8") as file:
        try:
            renames = json.load(file)
        except ValueError:
            renames = []
    stale = []
    for part, target, described in renames:
        if os.path.exists(part):
            try:
                os.replace(part, target)
            except OSError as error:
                raise ReplaceError(target, error.strerror or str(error)) from error
        if stamp(target) == described:
            stale += _replace_sidecars(part, target)
        _remove(_kept_path(target, pid))
    if stale:
        # the next run tries again
        return
    for copy in [*_journals_of([target for _, target, _ in renames], os.path.basename(journal)), journal]:
        _remove(copy)


def _parts(targets: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """What runs have written on their way to the targets: path, target and process number.

    Whatever follows the target's extension belongs to the part too.
    """
    targets_of: dict[str, list[tuple[str, str]]] = {}
    for target in targets:
        stem, extension = os.path.splitext(target)
        targets_of.setdefault(os.path.normcase(stem), []).append((os.path.normcase(extension), target))
    for path in _beside(targets):
        for match in re.finditer(r"\.part-(\d+)", path):
            rest = os.path.normcase(path[match.end():])
            for extension, target in targets_of.get(os.path.normcase(path[: match.start()]), []):
                if rest == extension or rest.startswith(f"{extension}."):
                    yield path, target, int(match[1])


def _backups(targets: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """Second names that runs gave to earlier results: path, target and process number."""
    target_of = {os.path.normcase(target): target for target in targets}
    for path in _beside(targets):
        match = re.fullmatch(r"(.*)\.kept-(\d+)", path, re.DOTALL)
        target = match and target_of.get(os.path.normcase(match[1]))
        if match and target:
            yield path, target, int(match[2])


def _journals_in(folder: str) -> Iterator[tuple[str, int]]:
    """Lists of renames: path and process number."""
    for path in _beside([os.path.join(folder, "any")]):
        match = re.fullmatch(r"\.evenlight-commit-.*-(\d+)\.json", os.path.basename(path))
        if match:
            yield path, int(match[1])


def _beside(targets: Sequence[str]) -> list[str]:
    """All files in the targets' folders; each folder is listed once, however many targets it has."""
    paths = []
    for folder in dict.fromkeys(os.path.dirname(target) for target in targets):
        with contextlib.suppress(OSError):
            paths += [os.path.join(folder, name) for name in os.listdir(folder)]
    return paths


def _alive(pid: int) -> bool:
    """Whether a process runs; on Windows ``os.kill`` would end it instead of asking."""
    if os.name == "nt":
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
        handle = kernel.OpenProcess(0x1000, False, pid)
        if not handle:
            return bool(ctypes.get_last_error() == ACCESS_DENIED)  # type: ignore[attr-defined]
        kernel.CloseHandle(handle)
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
