"""The core's progress, shown by QGIS."""

from __future__ import annotations

import re
from collections.abc import Mapping

from qgis.core import QgsProcessingFeedback, QgsProcessingMultiStepFeedback

from ..core.errors import as_told
from ..core.log import Log

NAME = re.compile(r"(?P<before>\(?)(?<![\w./\\])(?P<name>[A-Z][A-Z_]{3,})(?![\w/\\]|\.\w)(?P<after>\)?)")
"""A parameter in a sentence of the core, alone in brackets or not, and no part of a file's name."""

STEPS = 200
"""Half a percent each: fine enough for a smooth bar, coarse enough to cost nothing."""


class FeedbackProgress(Log):
    """The core's `Log` over a `QgsProcessingFeedback`."""

    def __init__(self, feedback: QgsProcessingFeedback, labels: Mapping[str, str] | None = None):
        """``labels``: what the dialog calls parameters, by their names, which are what the core says."""
        super().__init__(_Shown(feedback, labels or {}))


class _Shown:
    """Adapter of the core's `Progress` over a `QgsProcessingFeedback`.

    The multi-step feedback forwards messages and cancel; a step that is already passed is
    never set again, so the bar only rises whatever the core reports.
    """

    def __init__(self, feedback: QgsProcessingFeedback, labels: Mapping[str, str]):
        self._feedback = feedback
        self._labels = dict(labels)
        self._steps = QgsProcessingMultiStepFeedback(STEPS, feedback)
        self._step = 0

    def advance(self, fraction: float) -> None:
        """Tell the share of the work done, 0 to 1."""
        step = min(int(fraction * STEPS), STEPS)
        if step > self._step:
            self._step = step
            self._steps.setCurrentStep(step)

    def inform(self, text: str) -> None:
        """Show a fact about the run; a table in letters of one width."""
        text = self._in_words(text)
        if "\n" in text:
            # HTML, which a log is made of, joins spaces
            self._steps.pushConsoleInfo(text.replace(" ", "\u00a0"))
        else:
            self._steps.pushInfo(text)

    def warn(self, text: str) -> None:
        """Show what may hurt the result."""
        self._steps.pushWarning(self._in_words(text))

    def cancelled(self) -> bool:
        """Whether the user asked to stop."""
        # The steps hear only of a cancel that comes after they were made.
        return self._steps.isCanceled() or self._feedback.isCanceled()

    def _in_words(self, text: str) -> str:
        """A text in which a parameter's label stands beside its name, once in a log."""

        def named(found: re.Match) -> str:
            label = self._labels.pop(found["name"], "")
            within = found["before"] == "(" and found["after"] == ")"
            beside = f", {label}" if within else f" ({label})"
            return f"{found['before']}{found['name']}{beside if label else ''}{found['after']}"

        return NAME.sub(named, as_told(text))
