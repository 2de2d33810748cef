"""Results are written beside their targets and put in place together, or not at all.

    .evenlight-run-<word>.json      which process writes to a folder, and what; each run has a word of its own
    <stem>.part-<word>.<ext>        a result that waits for the others
    <that>.attempt-<word>.tif       one try at writing it, perhaps on another machine; each has a word of its own
    <target>.kept-<word>            an earlier result, until all new ones are in place
    .evenlight-commit-<word>.json   the renames within a folder of a run whose results are all whole

A run that is killed while writing leaves parts, which the next run in the folder removes; one that is killed while
renaming leaves the lists, which the next runs in these folders complete.  Records and lists are believed only as far
as they name what their own run can have written there; everything else is left alone, and reported.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
import uuid
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from ..errors import Cancelled, EvenlightError, FolderNotWritableError, ReplaceError, SameOutputError, WriteError, some
from ..messages import Message
from ..progress import Progress, Silent, stop_if_cancelled
from .files import with_sidecars
from .image import check_unchanged
from .leftovers import (
    WORD,
    OutputBusyError,
    Record,
    clean,
    folded,
    kept_path,
    list_path,
    own_sidecars,
    part_path,
    record_path,
    recover,
    remove,
    rename_of,
    replace_sidecars,
    running,
    write_note,
)
from .process import machine, process_start

if TYPE_CHECKING:
    from .image import Image

LONGER = 64
"""Bytes by which names of unfinished files may be longer than their target's: parts, attempts, what drivers add."""

TRIES = 4
"""Of two runs that begin to write the same file at the same moment both step back; so often each tries again."""


class StaleSidecarError(EvenlightError):
    """The results are in place, but something beside them still describes earlier ones."""

    def __init__(self, paths: Iterable[str]):
        super().__init__(Message(
            "The results are in place, but beside them {paths} could not be removed, which tells of earlier "
            "pixels: close the programs that use it and delete it by hand.",
            paths=some(paths, quote=""),
        ))


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
        self._folders: dict[str, list[str]] = {}
        self._word = f"{0xA0000000 + uuid.uuid4().int % 0x60000000:x}"
        self._odd: list[str] = []
        """Files that look like ours and are not."""
        taken = set()
        for target in self.targets:
            folder, name = os.path.split(target)
            place = os.path.normcase(folder), folded(name)
            if place in taken:
                raise SameOutputError(target)
            taken.add(place)
            self._folders.setdefault(folder, []).append(name)

    def __enter__(self) -> Outputs:
        check_unchanged(self._read)
        for folder in self._folders:
            try:
                os.makedirs(folder, exist_ok=True)
            except OSError as error:
                raise FolderNotWritableError(folder, error) from error
        for further_tries in reversed(range(TRIES)):
            try:
                self._claim()
                break
            except OutputBusyError:
                if not further_tries:
                    raise
            # each run its own pause
            time.sleep(int(self._word, 16) % 200 / 1000)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._withdraw()
        if isinstance(error, Exception) and not isinstance(error, (Cancelled, ReplaceError, StaleSidecarError)):
            check_unchanged(self._read)

    def part(self, target: str) -> str:
        """Where the result for ``target`` is written until `commit`."""
        return part_path(os.path.abspath(target), self._word)

    def leave_out(self, targets: Sequence[str]) -> None:
        """Results that a run turns out not to have; what lies in their place stays there."""
        gone = set(map(os.path.abspath, targets))
        self.targets = [target for target in self.targets if target not in gone]

    def commit(self, progress: Progress = Silent()) -> None:
        """Put all results in place, if the user has not asked to stop.

        Raises `Cancelled`, `FolderNotWritableError` where not even a list of the results can be written,
        and `ReplaceError` when one of them cannot take its place; all earlier files are then as they were.
        Raises `StaleSidecarError` when all results are in place, but not all that described their
        predecessors is gone.
        """
        stop_if_cancelled(progress)
        check_unchanged(self._read)
        for path in self._odd:
            progress.warn(Message(
                "{path} looks like a note of this plugin and is none; delete it if it is not needed.", path=path
            ))
        renames = [(self.part(target), target) for target in self.targets]
        lists = self._write_lists()
        kept: list[tuple[str, str]] = []
        target = self.targets[0]
        try:
            for part, target in renames:
                backup = _keep(target, self._word)
                if backup is not None:
                    kept.append((backup, target))
                os.replace(part, target)
        except BaseException as error:
            _restore(renames, kept)
            _remove_all(lists)
            if isinstance(error, OSError):
                raise ReplaceError(target, error.strerror or str(error)) from error
            raise
        try:
            own = [(part, target, own_sidecars(part)) for part, target in renames]
            stale = [sidecar for each in own for sidecar in replace_sidecars(*each)]
        finally:
            _remove_all([*lists, *(backup for backup, _ in kept)])
        if stale:
            raise StaleSidecarError(stale)

    def _claim(self) -> None:
        """Tell what this run writes, and only then look for others: of two, one at least sees the other."""
        own = os.getpid()
        running.add(self._word)
        facts = machine(), own, process_start(own) or ""
        try:
            for folder, names in self._folders.items():
                write_note(record_path(folder, self._word), Record(*facts, names))
            self._odd = [path for folder, names in self._folders.items() for path in recover(folder, names, self._word)]
        except BaseException:
            self._withdraw()
            raise

    def _withdraw(self) -> None:
        """Remove all that this run has not put in place."""
        running.discard(self._word)
        for folder, names in self._folders.items():
            clean(folder, names, self._word)

    def _write_lists(self) -> list[str]:
        """The list of renames of each folder.  Raises `FolderNotWritableError`."""
        lists: list[str] = []
        try:
            for folder, names in self._folders.items():
                lists.append(list_path(folder, self._word))
                write_note(lists[-1], [rename_of(folder, name, self._word) for name in names])
        except FolderNotWritableError:
            _remove_all(lists)
            raise
        return lists


def attempt_path(part: str) -> str:
    """A name beside ``part`` that no other attempt has."""
    return f"{part}.attempt-{uuid.uuid4().hex[:8]}.tif"


def move_part(attempt: str, part: str) -> None:
    """Let an attempt, with what GDAL keeps beside it, be the part.  Raises `WriteError`."""
    try:
        os.replace(attempt, part)
    except OSError as error:
        raise WriteError(target_path(attempt), error.strerror or str(error)) from error
    stale = replace_sidecars(attempt, part, own_sidecars(attempt))
    if stale:
        raise WriteError(target_path(attempt), Message("{path} cannot be replaced", path=stale[0]))


def target_path(path: str) -> str:
    """The file that something written as a part or as an attempt is to become; errors name that one."""
    attempt = rf"\.part-{WORD}(\.[^./\\]*)?\.attempt-[0-9a-f]{{8}}\.[^/\\]*"
    for pattern in (attempt, rf"\.part-{WORD}(\.[^./\\]*)?(\.[^/\\]*)?"):
        match = re.fullmatch(f"(.*){pattern}", path, re.DOTALL)
        if match is not None:
            return match[1] + (match[2] or "")
    return path


def remove_part(path: str) -> None:
    """Remove a file being written and what GDAL keeps beside it, as far as they can be.

    What stays is removed at the end of the run, or, because it is open somewhere, by the next
    run in the folder: both list the folder once, and not for every file.
    """
    _remove_all(with_sidecars(path))


def _remove_all(paths: Sequence[str]) -> None:
    for path in paths:
        remove(path)


def _keep(target: str, word: str) -> str | None:
    """A second name for an earlier result, so that it can be put back."""
    if not os.path.exists(target):
        return None
    backup = kept_path(target, word)
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
            remove(target)
    for backup, target in kept:
        with contextlib.suppress(OSError):
            os.replace(backup, target)
        # a rename between two names of one file leaves both, or is refused while the file is in use
        if os.path.exists(backup) and os.path.exists(target) and os.path.samefile(backup, target):
            remove(backup)
