"""Reads saved JSON files with suspicion: what does not fit is reported with its place."""

from __future__ import annotations

import json

from .errors import SavedFileError, printable
from .messages import Message

LARGEST = 1e100
"""Magnitude up to which numbers can be squared and summed, and their products divided by each other."""

KINDS = {dict: Message("an object"), list: Message("a list"), str: Message("a text"), bool: Message("true or false")}


class JsonReader:
    """Checks the parts of one file while they are read."""

    def __init__(self, file: str):
        self.file = file

    def load(self) -> object:
        """The whole content.  Raises `SavedFileError`."""
        try:
            with open(self.file, encoding="utf-8-sig") as stream:
                return json.load(stream)
        except OSError as error:
            raise SavedFileError(self.file, "", Message(
                "it cannot be read ({detail})", detail=error.strerror
            )) from error
        except (ValueError, RecursionError) as error:
            raise SavedFileError(self.file, "", Message("it is not JSON ({error})", error=error)) from error

    def refusal(self, place: str, what: str) -> SavedFileError:
        """The error about something at a place."""
        return SavedFileError(self.file, shown(place), what)

    def need(self, fits: bool, place: str, what: str) -> None:
        """Raise `SavedFileError` where something does not fit."""
        if not fits:
            raise self.refusal(place, what)

    def typed(self, value: object, kind: type, place: str):
        """The value, if it is of a kind."""
        self.need(isinstance(value, kind), place, Message("{kind} is expected", kind=KINDS[kind]))
        return value

    def number(self, value: object, place: str) -> float:
        """The value, if it is a number that can be computed with."""
        self.need(is_number(value), place, Message("a number is expected, not {value}", value=shown(value)))
        return float(value)

    def version(self, content: dict, name: str, version: int) -> None:
        """Check what a file of ours says about itself."""
        held = content.get("format")
        self.need(held == name, "format", Message('it holds "{held}", not "{name}"', held=shown(held), name=name))
        held = content.get("version")
        self.need(held == version, "version", Message(
            "version {held} is not {version}, the one known here", held=shown(held), version=version
        ))


def is_number(value: object) -> bool:
    """Whether something read from JSON is a number that can be computed with; an integer may have any length."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) <= LARGEST


def shown(value: object) -> str:
    """What a sentence quotes of a value."""
    return printable(value if isinstance(value, str) else repr(value))
