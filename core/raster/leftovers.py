"""Notes of what runs write, and what runs that are gone left beside their results.

    .evenlight-run-<word>.json      which process writes to a folder, and what; each run has a word of its own
    .evenlight-commit-<word>.json   the renames within a folder of a run whose results are all whole

They are believed only as far as they name what their own run can have written in their folder: anybody may have put
them there, or damaged them.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Sequence
from typing import NamedTuple

from ..errors import EvenlightError, FolderNotWritableError, ReplaceError
from ..messages import Message
from .dataset import open_raster, release
from .files import SIDECARS
from .process import machine, process_start

WORD = "[a-f][0-9a-f]{7}"
"""It begins with a letter: earlier versions had numbers of processes in its place."""

RECORD = re.compile(rf"\.evenlight-run-({WORD})\.json")
LIST = re.compile(rf"\.evenlight-commit-({WORD})\.json")
NOTES = (".evenlight-run-", ".evenlight-commit-")
EARLIER_LIST = re.compile(r"\.evenlight-commit-\d+-(\d+)\.json")
EARLIER_PART = re.compile(r"(.+)\.part-(\d+)(\.[^.]*)?(?:\.attempt-[0-9a-f]{8}\.tif)?(?:\.plain\.tif)?", re.DOTALL)

NOBODY = 0
"""A number that no process has."""

running: set[str] = set()
"""Words of the runs of this process."""


class OutputBusyError(EvenlightError):
    """Another run is writing the same file."""

    def __init__(self, path: str, record: str):
        super().__init__(Message(
            "{path} is being written by another run, as {record} says: wait for it or choose another folder; if "
            "that run is gone, delete this file.",
            path=path, record=record,
        ))


class Record(NamedTuple):
    """Who writes to a folder."""

    host: str
    """See `machine`."""
    process: int
    start: str
    """See `process_start`."""
    results: list[str]
    """Names of files."""

    def may_live(self, word: str) -> bool:
        """Whether the run with this word may go on: nothing is known about processes of other machines."""
        if self.host != machine():
            return True
        start = process_start(self.process)
        lives = start is not None and (start == self.start or "" in (start, self.start))
        return lives and (self.process != os.getpid() or word in running)


class Rename(NamedTuple):
    """One result on its way to its place, by names of files."""

    part: str
    target: str
    described: list[int] | None
    """The part's `stamp`."""
    sidecars: list[str] | None = None
    """Those of `SIDECARS` that the part had; earlier versions did not tell."""


def part_path(target: str, word: str) -> str:
    """The name of a result being written by the run with this word."""
    stem, extension = os.path.splitext(target)
    return f"{stem}.part-{word}{extension}"


def kept_path(target: str, word: str) -> str:
    """The second name of an earlier result, until all new ones are in place."""
    return f"{target}.kept-{word}"


def record_path(folder: str, word: str) -> str:
    """Where a run tells that it writes to a folder."""
    return os.path.join(folder, f".evenlight-run-{word}.json")


def list_path(folder: str, word: str) -> str:
    """Where a run lists the renames of a folder."""
    return os.path.join(folder, f".evenlight-commit-{word}.json")


def write_note(path: str, content: Record | Sequence[Rename]) -> None:
    """Write a record or a list.  Raises `FolderNotWritableError`."""
    try:
        with open(path, "x", encoding="utf-8") as file:
            json.dump(content, file)
    except OSError as error:
        remove(path)
        raise FolderNotWritableError(os.path.dirname(path), error) from error


def stamp(path: str) -> list[int] | None:
    """What a file keeps under another name: its size and time; None where there is no file."""
    try:
        status = os.stat(path)
    except FileNotFoundError:
        return None
    return [status.st_size, status.st_mtime_ns]


def remove(path: str) -> bool:
    """Remove a file; whether it is gone now."""
    try:
        os.remove(path)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def rename_of(folder: str, target: str, word: str) -> Rename:
    """What is to be done with a part that is whole."""
    part = part_path(target, word)
    whole = os.path.join(folder, part)
    return Rename(part, target, stamp(whole), own_sidecars(whole))


def own_sidecars(path: str) -> list[str]:
    """Endings of what lies beside a file."""
    return [suffix for suffix in SIDECARS if os.path.exists(path + suffix)]


def replace_sidecars(part: str, target: str, own: Sequence[str]) -> list[str]:
    """Give the result the part's ``own`` sidecars, some of which may have gone there; those that cannot go."""
    stale = []
    for suffix in SIDECARS:
        if suffix in own:
            try:
                os.replace(part + suffix, target + suffix)
            except FileNotFoundError:
                pass
            except OSError:
                stale.append(target + suffix)
        elif not remove(target + suffix):
            stale.append(target + suffix)
    return stale


def folded(name: str) -> str:
    """Capitals are no difference on some systems."""
    return os.path.normcase(name).lower()


def clean(folder: str, results: Sequence[str], word: str) -> None:
    """Remove all that a run with this word has left in a folder and not put in place.

    What is open somewhere stays, with a record of no process, so that the next run tries again.
    """
    stems = {os.path.splitext(name)[0] for name in results}
    backups = {kept_path(name, word): name for name in results}
    gone = True
    for name in _listed(folder):
        path = os.path.join(folder, name)
        stem, found, _ = name.partition(f".part-{word}")
        if found and stem in stems:
            gone &= remove(path)
        elif name in backups:
            gone &= _put_back(path, os.path.join(folder, backups[name]))
    record = record_path(folder, word)
    if remove(record) and not gone:
        with contextlib.suppress(FolderNotWritableError):
            write_note(record, Record(machine(), NOBODY, "", list(results)))


def recover(folder: str, results: Sequence[str], word: str) -> list[str]:
    """Complete or remove what runs that are gone left in a folder; returns notes that are none of ours.

    ``results``: what the run with this word is about to write there.  Raises `OutputBusyError` where
    another one writes it, and `ReplaceError` where a result still cannot take its place.
    """
    names = _listed(folder)
    wanted = set(map(folded, results))
    odd, gone, untouched = [], {}, {word}
    for other, path in _matching(folder, names, RECORD):
        record = None if other == word else _read_record(path)
        if record is not None and not record.may_live(other):
            gone[other] = record
            continue
        untouched.add(other)
        if record is not None:
            for name in record.results:
                if folded(name) in wanted:
                    raise OutputBusyError(os.path.join(folder, name), path)
        elif other != word and os.path.lexists(path):
            odd.append(path)
    for other, path in _matching(folder, names, LIST):
        if other not in untouched and not _complete(folder, path, other):
            odd.append(path)
    for number, path in _matching(folder, names, EARLIER_LIST):
        if _has_ended(number) and not _complete(folder, path, number):
            odd.append(path)
    for other, record in gone.items():
        clean(folder, record.results, other)
    for name in names:
        if name.startswith(NOTES) and not any(kind.fullmatch(name) for kind in (RECORD, LIST, EARLIER_LIST)):
            odd.append(os.path.join(folder, name))
        match = EARLIER_PART.fullmatch(name)
        if match and folded(match[1] + (match[3] or "")) in wanted and _has_ended(match[2]):
            _remove_unfinished(os.path.join(folder, name))
    return odd


def _listed(folder: str) -> list[str]:
    """Names of what is in a folder; none where it can be written to and not be looked into."""
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _matching(folder: str, names: Sequence[str], pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """Words and paths."""
    matches = filter(None, map(pattern.fullmatch, names))
    return [(match[1], os.path.join(folder, match[0])) for match in matches]


def _has_ended(number: str) -> bool:
    """Whether a process of an earlier version is gone; our own number was a predecessor's."""
    return int(number) == os.getpid() or process_start(int(number)) is None


def _read(path: str) -> str | None:
    """The text of a note; None where it is no file that can be read."""
    try:
        if os.path.isfile(path):
            with open(path, encoding="utf-8") as file:
                return file.read()
    except (OSError, ValueError):
        pass
    return None


def _read_record(path: str) -> Record | None:
    try:
        record = Record(*json.loads(_read(path) or ""))
    except (ValueError, TypeError, RecursionError):
        return None
    kinds = isinstance(record.host, str) and type(record.process) is int and isinstance(record.start, str)
    return record if kinds and isinstance(record.results, list) and all(map(_is_name, record.results)) else None


def _read_list(folder: str, path: str, word: str) -> list[Rename] | None:
    """The renames of the run with this word; None where they are not what it can have written."""
    text = _read(path)
    if text is None:
        return None
    try:
        content = json.loads(text)
        renames = [Rename(*entry) for entry in content]
    except (TypeError, RecursionError):
        return None
    except ValueError:
        # cut short before the first rename: none of it counts
        return [] if text.startswith('[["') or not text else None
    # those of earlier versions hold whole paths, and those of all folders
    here = [_within(rename, folder) for rename in renames if isinstance(rename.target, str)]
    own = [
        _is_name(rename.target)
        and rename.part == part_path(rename.target, word)
        and (rename.sidecars is None or isinstance(rename.sidecars, list))
        and not os.path.isdir(os.path.join(folder, rename.target))
        for rename in here
    ]
    return here if isinstance(content, list) and own and all(own) and len(own) == len(renames) else None


def _within(rename: Rename, folder: str) -> Rename:
    """With names instead of paths, where these lead into the folder."""
    names = [os.path.split(path) if isinstance(path, str) else ("", "") for path in rename[:2]]
    same = all(head and os.path.realpath(head) == os.path.realpath(folder) for head, _ in names)
    return rename._replace(part=names[0][1], target=names[1][1]) if same else rename


def _is_name(name: object) -> bool:
    """Whether this is the name of a file in a folder, and nothing that leads out of it."""
    plain = isinstance(name, str) and name not in ("", os.curdir, os.pardir) and "\0" not in name
    return plain and os.path.basename(name) == name


def _complete(folder: str, path: str, word: str) -> bool:
    """Finish the renames of a run that was killed among them; False where this is no list of such a run.

    A part or result that is no longer the one in the list is of a later run, and so are its sidecars.
    Raises `ReplaceError` where a result still cannot take its place.
    """
    renames = _read_list(folder, path, word)
    if renames is None:
        return False
    stale = []
    for part, target, described, sidecars in renames:
        part, target = os.path.join(folder, part), os.path.join(folder, target)
        if described is not None and stamp(part) == described:
            try:
                os.replace(part, target)
            except FileNotFoundError:
                # another run completes the same list
                pass
            except OSError as error:
                raise ReplaceError(target, error.strerror or str(error)) from error
        if described is not None and stamp(target) == described:
            stale += replace_sidecars(part, target, own_sidecars(part) if sidecars is None else sidecars)
        remove(kept_path(target, word))
    if not stale:
        # else the next run tries again
        remove(path)
    return True


def _put_back(backup: str, target: str) -> bool:
    """Drop a backup that a run left, unless it is all there is; whether it is gone."""
    if os.path.exists(target):
        return remove(backup)
    with contextlib.suppress(OSError):
        os.replace(backup, target)
    return not os.path.exists(backup)


def _remove_unfinished(path: str) -> None:
    """Remove what an earlier version was writing when it was killed: nothing, or our tags and not all pixels.

    By its name alone it might be the user's own.
    """
    if stamp(path) and not os.path.getsize(path):
        remove(path)
    with contextlib.suppress(EvenlightError):
        raster = open_raster(path)
        band = raster.GetRasterBand(raster.RasterCount)
        sides = zip((raster.RasterXSize, raster.RasterYSize), band.GetBlockSize())
        last = [-(-size // block) - 1 for size, block in sides]
        place = band.GetMetadataItem("BLOCK_OFFSET_{}_{}".format(*last), "TIFF")
        unfinished = raster.GetMetadataItem("EVENLIGHT_VERSION") is not None and place is None
        release(raster)
        if unfinished:
            remove(path)
