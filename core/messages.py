"""Sentences that keep how they were made, so that they can be made again in another language.

The core writes English and knows no other language.  A `Message` is that English text; where it is shown, `translated`
looks its template up and fills in the values again, which may be messages themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from numbers import Number
from string import Formatter
from typing import Optional

Translate = Callable[[str, Optional[int]], str]
"""Gives the translation of a template, or the template itself; the number says which plural form is wanted."""


class Message(str):
    """A text in English that keeps its template and values.

    ``template`` is filled as by `str.format`: a brace that is meant as one is written twice.  ``singular`` is the
    template for ``n`` = 1.  Values are kept as they are if they are texts or numbers, others as their texts.
    """

    template: str
    singular: str | None
    values: dict[str, object]

    def __new__(cls, template: str, singular: str | None = None, /, **values: object) -> Message:
        """Fill the template in."""
        kept = {name: value if isinstance(value, (str, Number)) else str(value) for name, value in values.items()}
        form = template if singular is None or kept["n"] != 1 else singular
        made = super().__new__(cls, form.format(**kept))
        made.template, made.singular, made.values = template, singular, kept
        return made

    def __str__(self) -> str:
        """The text; a `str` of it is still a message."""
        return self

    def __add__(self, other: str) -> str:
        return joined("", [self, other])

    def __radd__(self, other: str) -> str:
        return joined("", [other, self])

    def __reduce__(self):
        """Messages come back from workers with their templates."""
        return _rebuilt, (type(self), str.__str__(self), self.__dict__)

    def showing(self, text: str) -> Message:
        """The same message with another English text."""
        return _rebuilt(type(self), text, self.__dict__)

    def texts(self) -> Iterator[str]:
        """Its plain texts, and those of messages in it."""
        for value in self.values.values():
            if isinstance(value, Message):
                yield from value.texts()
            elif isinstance(value, str):
                yield value

    def with_texts(self, change: Callable[[str], str]) -> Message:
        """The same message with each of its plain texts changed, those of messages in it too."""
        values = {name: changed(value, change) for name, value in self.values.items()}
        return Message(self.template, self.singular, **values)

    def translated(self, look_up: Translate) -> str:
        """The text in another language, its values too."""
        values = {name: translated(value, look_up) for name, value in self.values.items()}
        thousands = look_up(THOUSANDS, None).partition("000")[0].lstrip("1")
        return _Filling(thousands).vformat(self.form(look_up), (), values)

    def form(self, look_up: Translate) -> str:
        """The template in another language, for one or for many."""
        number = None if self.singular is None else int(self.values["n"])
        form = look_up(self.template, number)
        return self.singular if form == self.template and number == 1 else form


THOUSANDS = Message("1,000 pixels")
"""Its translation tells what stands between thousands: elsewhere a comma is a decimal point."""


class _Filling(Formatter):
    """Fills values in as `str.format` does, with another sign between thousands."""

    def __init__(self, thousands: str):
        self._thousands = thousands

    def format_field(self, value: object, format_spec: str) -> str:
        text = super().format_field(value, format_spec)
        return text.replace(",", self._thousands) if "," in format_spec else text


def grouped(number: float) -> Message:
    """A count, without fractions, by thousands."""
    return Message("{number:,}", number=int(number))


def _rebuilt(kind: type[Message], text: str, state: dict) -> Message:
    made = str.__new__(kind, text)
    made.__dict__.update(state)
    return made


def changed(value: object, change: Callable[[str], str]) -> object:
    """A plain text changed, a message with its plain texts changed; anything else as it is."""
    if isinstance(value, Message):
        return value.with_texts(change)
    return change(value) if isinstance(value, str) else value


def translated(value: object, look_up: Translate) -> object:
    """A message in another language; anything else as it is."""
    return value.translated(look_up) if isinstance(value, Message) else value


def _english(text: str, number: int | None = None) -> str:
    return text


_language: ContextVar[Translate] = ContextVar("language", default=_english)


@contextmanager
def in_language(translate: Translate) -> Iterator[None]:
    """Within it logs and pages of this thread are in another language; data stay English."""
    earlier = _language.set(translate)
    try:
        yield
    finally:
        _language.reset(earlier)


def language() -> Translate:
    """That in which this thread shows texts."""
    return _language.get()


def spoken(value: object) -> object:
    """A message in the language that this thread shows texts in; anything else as it is."""
    return translated(value, _language.get())


def joined(separator: str, parts: Iterable[str]) -> str:
    """Texts in a row, each of which is translated by itself; a plain text where none is a message."""
    parts = list(parts)
    if not any(isinstance(part, Message) for part in [separator, *parts]):
        return separator.join(parts)
    if len(parts) == 1:
        return parts[0]
    values = {f"part{place}": part for place, part in enumerate(parts)}
    return Message("{between}".join(f"{{{name}}}" for name in values), between=separator, **values)


def lines_of(text: str) -> list[str]:
    """Those of a text; of a message that was joined from lines each is a message.

    Values of another message with lines in them become one line.
    """
    if not isinstance(text, Message):
        return text.splitlines()
    if "\n" in text and text.values.get("between") == "\n":
        return [line for name, part in text.values.items() if name != "between" for line in lines_of(part)]
    return [text.with_texts(lambda value: value.replace("\n", " ")) if "\n" in text else text]


def counted(number: int, noun: str) -> Message:
    """``1 hole``, ``2 holes``."""
    return Message(f"{{n}} {noun}s", f"{{n}} {noun}", n=number)
