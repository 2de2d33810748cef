"""The core's progress, shown by QGIS."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication, QgsProcessingFeedback, QgsProcessingMultiStepFeedback
from qgis.PyQt.QtCore import QCoreApplication

from ..core.errors import as_told
from ..core.log import Log

SHELL = "qgis_process"
"""What QGIS calls itself there."""

STEPS = 200
"""Half a percent each: fine enough for a smooth bar, coarse enough to cost nothing."""


class FeedbackProgress(Log):
    """The core's `Log` over a `QgsProcessingFeedback`."""

    def __init__(self, feedback: QgsProcessingFeedback, worded: Callable[[str], str] = str):
        """``worded``: makes a sentence name parameters as the one who reads it knows them."""
        super().__init__(_Shown(feedback, worded))


class _Shown:
    """Adapter of the core's `Progress` over a `QgsProcessingFeedback`.

    The multi-step feedback forwards messages and cancel; a step that is already passed is
    never set again, so the bar only rises whatever the core reports.
    """

    def __init__(self, feedback: QgsProcessingFeedback, worded: Callable[[str], str]):
        self._feedback = feedback
        self._worded = worded
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
        if "\n" in text:
            # HTML, which a log is made of, joins spaces; a table holds names of images, and its columns are aligned
            self._steps.pushConsoleInfo(as_told(text).replace(" ", "\u00a0"))
        else:
            self._steps.pushInfo(as_told(self._worded(text)))

    def warn(self, text: str) -> None:
        """Show what may hurt the result."""
        self._steps.pushWarning(as_told(self._worded(text)))

    def cancelled(self) -> bool:
        """Whether the user asked to stop."""
        if QgsApplication.platform() == SHELL:
            # qgis_process learns of Ctrl+C from its event loop, which nothing else runs meanwhile
            QCoreApplication.processEvents()
        # The steps hear only of a cancel that comes after they were made.
        return self._steps.isCanceled() or self._feedback.isCanceled()
