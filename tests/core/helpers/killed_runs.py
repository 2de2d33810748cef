"""What runs of processes that are gone leave in folders."""

from __future__ import annotations

import os
from pathlib import Path

from evenlight.core.raster.leftovers import (
    NOBODY,
    Record,
    kept_path,
    list_path,
    part_path,
    record_path,
    rename_of,
    write_note,
)
from evenlight.core.raster.process import machine

WORD = "deadbeef"
"""Of the run that is gone."""

def names(folder: Path) -> list[str]:
    """All files of a folder, but for what a run that goes on tells about itself."""
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith(".evenlight-run-"))


def killed_run(folder: Path, results: list[str], word: str = WORD, **facts: object) -> list[Path]:
    """A run that was killed while writing: its record and its parts, which it returns; ``facts`` of the record."""
    record = Record(machine(), NOBODY, "once", results)._replace(**facts)
    write_note(record_path(str(folder), word), record)
    parts = [folder / part_path(name, word) for name in results]
    for part, name in zip(parts, results):
        part.write_text(f"new {name}")
    return parts


def killed_while_renaming(folder: Path, results: list[str]) -> None:
    """A run that was killed after the first of its renames: its part is gone, the list is there."""
    parts = killed_run(folder, results)
    write_note(list_path(str(folder), WORD), [rename_of(str(folder), name, WORD) for name in results])
    first = folder / results[0]
    os.link(first, kept_path(str(first), WORD))
    os.replace(parts[0], first)
