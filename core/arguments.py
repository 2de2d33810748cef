"""Whether values are what settings and jobs declare: scripts may give anything."""

from __future__ import annotations

import numbers
import os
from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from typing import Any

from .errors import OptionError
from .messages import Message, joined

LARGEST = 2**31 - 1
"""Of whole numbers that GDAL takes."""


def fitting(name: str, value: object, declared: str, known: Mapping[str, object], also: str = "") -> Any:
    """``value`` as an annotation declares it: names of files as texts, whole numbers as such, words as choices.

    ``known``: what the names of classes in the annotation stand for; ``also``: what else the user may give.
    Raises `OptionError`.
    """
    kind, _, empty = declared.partition(" | ")
    if value is None and empty:
        return None
    wanted, fit = _KINDS.get(kind) or _of_class(known[kind])
    try:
        return fit(value)
    except (TypeError, ValueError, OverflowError) as error:
        wanted = Message("{other} or {wanted}", other=also, wanted=wanted) if also else wanted
        wanted = Message("{wanted} or None", wanted=wanted) if empty else wanted
        if kind in _KINDS and isinstance(value, (str, numbers.Number)):
            # what stands between quotes looks alike
            wanted = Message("{wanted}, not {kind}", wanted=wanted, kind=type(value).__name__)
        elif value is not None and wanted.endswith("(...)"):
            value = type(value).__name__
        raise OptionError(name, value, wanted) from error


def choice_of(value: object, kind: type[Enum], offered: Sequence[str]) -> Any:
    """What a word, the number of one, or a word of an earlier version means; None for one that means nothing.

    ``offered``: the words of ``kind`` that can be chosen.
    """
    if value in offered:
        return kind(value)
    try:
        # qgis_process's own help lists the choices by number, and models hand on floating ones; a switch is none
        number = float(str(value))
    except ValueError:
        number = -1.0
    if number in range(len(offered)):
        return kind(offered[int(number)])
    try:
        return None if value in [choice.value for choice in kind] else kind(value)
    except ValueError:
        return None


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, numbers.Real) or value != int(value) or abs(value) > LARGEST:
        raise TypeError
    return int(value)


def _number(value: object) -> int | float:
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        raise TypeError
    return value if isinstance(value, (int, float)) else float(value)


def _switch(value: object) -> bool:
    is_bool = isinstance(value, int) or type(value).__name__.startswith("bool")  # numpy's is no int
    if not is_bool or value not in (0, 1):
        raise TypeError
    return bool(value)


def _text(value: object) -> str:
    text = os.fspath(value)
    if not isinstance(text, str):
        raise TypeError
    return text


def _names(value: object) -> list[str]:
    """One name or several."""
    return [_text(value)] if isinstance(value, (str, os.PathLike)) else [_text(name) for name in value]


_KINDS: dict[str, tuple[str, Callable[[Any], object]]] = {
    "int": (Message("a whole number up to {largest}", largest=LARGEST), _whole),
    "float": (Message("a number"), _number),
    "bool": (Message("True or False"), _switch),
    "str": (Message("a text"), _text),
    "Sequence[str]": (Message("names of files"), _names),
    "Sequence[float]": (Message("numbers"), lambda value: [_number(each) for each in value]),
    "tuple[str, ...]": (Message("names of files"), lambda value: tuple(_names(value))),
}


def _of_class(kind: type) -> tuple[str, Callable[[Any], object]]:
    """A word of a choice, an object with a protocol's methods, or one of the class itself."""
    if issubclass(kind, Enum):
        return joined(Message(" or "), (member.value for member in kind)), kind
    needed = [name for name in vars(kind) if not name.startswith("_")] if getattr(kind, "_is_protocol", False) else []

    def fit(value: object) -> object:
        if not (all(hasattr(value, name) for name in needed) if needed else isinstance(value, kind)):
            raise TypeError
        return value

    if not needed:
        return f"{kind.__name__}(...)", fit
    return Message("an object with {methods}", methods=", ".join(needed)), fit
