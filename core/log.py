"""What a run tells, in the order in which it is read.

Stages and facts are shown as they come.  Whether a run went well is known at its end only, and there a log is looked
at first: the closing block begins with the verdict, figures and tables follow, then the warnings of the whole run, each
with what to do.  No fact and no warning is shown twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from .messages import Message, Translate, changed, spoken, translated
from .progress import Muted, Progress, Stage

SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z\u00c0-\u00de])")
"""Between two sentences."""


class Log:
    """A `Progress` that sorts messages for the one that shows them; `close` it once."""

    def __init__(self, shown: Progress):
        self._shown = shown
        self._told: set[str] = set()
        self._closing: list[str] = []
        self._warnings: list[str] = []
        self.verdict = ""
        """The first sentence of the closing block, when it has been shown."""

    @property
    def warnings(self) -> list[str]:
        """Those of the run so far, each once."""
        return list(dict.fromkeys(self._warnings))

    def advance(self, fraction: float) -> None:
        """Show the share of the work done, 0 to 1."""
        self._shown.advance(fraction)

    def cancelled(self) -> bool:
        """Whether the user asked to stop."""
        return self._shown.cancelled()

    def inform(self, text: str) -> None:
        """Show a fact at once."""
        self._show(text, self._shown.inform)

    def warn(self, text: str) -> None:
        """Keep a warning for the end."""
        self._warnings.append(text)

    def conclude(self, text: str) -> None:
        """Keep a line of the closing block for the end, a verdict before its figures."""
        self._closing.append(text)

    def close(self, whole: bool = True) -> None:
        """Show what was kept; of a run that did not come to its end nothing is concluded."""
        for text in self._closing if whole else ():
            self.verdict = self.verdict or spoken(text)
            self._show(text, self._shown.inform)
        for text in dict.fromkeys(self._warnings):
            # whole: a part of one would say what is wrong, or what to do, and not both
            self._shown.warn(spoken(text))
        self._closing, self._warnings = [], []

    def _show(self, text: str, show: Callable[[str], None]) -> None:
        fresh = [sentence for sentence in _sentences(spoken(text)) if sentence not in self._told]
        self._told.update(fresh)
        if fresh:
            show(" ".join(fresh))


def sorted_log(progress: Progress) -> Log | None:
    """A log for a progress that does not sort by itself; None for a log, or a part of one."""
    return None if isinstance(progress, (Log, Muted, Stage)) else Log(progress)


def warnings_of(progress: Progress) -> list[str]:
    """What a run has warned of so far; nothing where its progress is no log."""
    return progress.warnings if isinstance(progress, Log) else []


class Table(Message):
    """Lines of aligned columns; the last column, of names, is to the left and of any width."""

    lines: Sequence[Sequence[str]]

    def __new__(cls, lines: Sequence[Sequence[str]]) -> Table:
        """The first line holds headings."""
        widths = [max(map(len, column)) for column in zip(*lines)][:-1]
        made = str.__new__(cls, "\n".join(
            "   ".join([*(cell.rjust(width) for cell, width in zip(line, widths)), line[-1]]) for line in lines
        ))
        made.values, made.lines = {}, lines
        return made

    def with_texts(self, change: Callable[[str], str]) -> Table:
        """The same table with each of its plain texts changed."""
        return Table([[str(changed(cell, change)) for cell in line] for line in self.lines])

    def translated(self, look_up: Translate) -> str:
        """With cells in another language, which may be longer."""
        return Table([[str(translated(cell, look_up)) for cell in line] for line in self.lines])


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    """Headings, and rows of as many cells."""
    return Table([headings, *rows])


def _sentences(text: str) -> list[str]:
    """Those of a text; a table is one."""
    return [text] if "\n" in text else SENTENCE.split(text)
