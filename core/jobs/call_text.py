"""A call of a job as Python source, for a report's page."""

from __future__ import annotations

import inspect
import math
import os
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import NamedTuple

from ..masks.polygons import PolygonMask
from ..report.building import default_of
from ..report.report_file import ReportFile

UNSAID = ("progress", "execution")
"""Arguments that change no pixel."""


class _Source(NamedTuple):
    """An expression and the names that it needs."""

    text: str
    names: frozenset[str] = frozenset()


def call_text(job: str, parameters: Mapping[str, inspect.Parameter], arguments: Mapping[str, object]) -> str:
    """The import and the call, with all arguments that are not their defaults; '' where one has no source.

    What only says how the work is done is left out, see `UNSAID`.
    """
    parts, names, in_order = [], {job}, True
    for name, parameter in parameters.items():
        value = arguments.get(name, parameter.default)
        if name in UNSAID or _same(value, parameter.default):
            in_order = False
            continue
        source = _source(value)
        if source is None:
            return ""
        names |= source.names
        in_order &= parameter.kind is not parameter.KEYWORD_ONLY
        parts.append(source.text if in_order else f"{name}={source.text}")
    return f"from evenlight.core import {', '.join(sorted(names))}\n\n{job}({', '.join(parts)})"


def _source(value: object) -> _Source | None:
    """The expression of an argument; None where there is none."""
    if isinstance(value, PolygonMask):
        # how a file's layer and fields were chosen is not kept
        plain = value.source and not value.layer and all(each.name is None for each in value.polygons)
        return _Source(repr(value.source)) if plain else None
    if isinstance(value, ReportFile):
        return _Source(repr(value.path))
    if isinstance(value, Enum):
        return _Source(f"{type(value).__name__}.{value.name}", frozenset([type(value).__name__]))
    if is_dataclass(value):
        return _settings(value)
    if isinstance(value, (list, tuple)):
        items = [_source(item) for item in value]
        if None in items:
            return None
        return _Source(f"[{', '.join(item.text for item in items)}]", frozenset().union(*(i.names for i in items)))
    if isinstance(value, float):
        return _Source(repr(float(value)) if math.isfinite(value) else f'float("{float(value)}")')
    if value is None or isinstance(value, (bool, int, str)):
        return _Source(repr(value))
    return _Source(repr(os.fspath(value))) if isinstance(value, os.PathLike) else None


def _settings(value: object) -> _Source | None:
    """Settings, with what is not their default."""
    texts, names = [], {type(value).__name__}
    for entry in fields(value):
        own = getattr(value, entry.name)
        if _same(own, default_of(entry)):
            continue
        source = _source(own)
        if source is None:
            return None
        texts.append(f"{entry.name}={source.text}")
        names |= source.names
    return _Source(f"{type(value).__name__}({', '.join(texts)})", frozenset(names))


def _same(value: object, default: object) -> bool:
    return type(value) is type(default) and value == default
