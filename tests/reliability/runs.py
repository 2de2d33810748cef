"""Runs through PyQGIS, as a user's script starts them, and what they told."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import NamedTuple

import processing
from qgis.core import QgsProcessingException, QgsProcessingFeedback


class Answer(NamedTuple):
    """What a run gave."""

    outputs: dict
    """Empty where it was cancelled."""
    sentence: str | None
    """What was raised; None where nothing was."""
    facts: list[str]
    warnings: list[str]
    seconds: float


class Feedback(QgsProcessingFeedback):
    """Keeps what an algorithm tells."""

    def __init__(self) -> None:
        super().__init__(False)
        self.facts: list[str] = []
        self.warnings: list[str] = []

    def pushInfo(self, text):
        """A fact."""
        self.facts.append(text)

    def pushWarning(self, text):
        """What may hurt the result."""
        self.warnings.append(text)

    def reportError(self, text, *fatal):
        """Said before it is raised, too."""
        self.facts.append(text)


def run(algorithm: str, parameters: Mapping[str, object], feedback: Feedback | None = None) -> Answer:
    """``processing.run`` of one of our algorithms."""
    feedback = feedback or Feedback()
    begun = time.monotonic()
    outputs, sentence = {}, None
    try:
        outputs = processing.run(f"evenlight:{algorithm}", dict(parameters), feedback=feedback)
    except QgsProcessingException as error:
        sentence = str(error)
    return Answer(outputs, sentence, feedback.facts, feedback.warnings, time.monotonic() - begun)
