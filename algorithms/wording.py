"""Sentences that name parameters as a dialog does; scripts keep the names that they were written with."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from .kinds import OneOf
from .language import quoted
from .rows import Parameter, Row, shown

# A name that stands as a word: one in a path, in quotes or of a file is somebody's own.
_BEFORE, _AFTER = r"(?<![\w/\\.'\"-])", r"(?![\w/\\'\"-]|\.\w)"


def in_words(sentence: str, rows: Iterable[Row], rasters: Iterable[str] = ()) -> str:
    """With labels in place of names of parameters, and of stored words of their choices that no text would hold.

    ``rasters``: of the run; sentences call them by the names of their files, which may be the same words.
    """
    labels: dict[str, str] = {}
    for row in rows:
        if isinstance(row, OneOf):
            # French has a blank before the colon
            first = {one.value: row.label_of(one).split(":")[0].rstrip() for one in row.offered()}
            labels.update({word: label for word, label in first.items() if "_" in word})
            labels.update({f"{row.name} {word}": f"{shown(row.label)}: {label}" for word, label in first.items()})
    labels.update({row.name: shown(row.label) for row in rows if isinstance(row, Parameter)})
    called = {os.path.splitext(os.path.basename(raster))[0] for raster in rasters}
    names = "|".join(sorted(labels.keys() - called, key=len, reverse=True)) or "(?!)"
    return re.sub(f"{_BEFORE}({names}){_AFTER}", lambda found: quoted(labels[found[1]]), sentence)
