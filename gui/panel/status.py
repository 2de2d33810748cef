"""What the panel says: state, progress with the time that is left, figures, warnings."""

from __future__ import annotations

import math
import time
from html import escape

from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtWidgets import QMessageBox

from ...algorithms.language import worded
from ...core.messages import Message
from .flow import Flow
from .images import BAD, GOOD, NEUTRAL
from .layout import Layout
from .states import BUSY, State

translate = QCoreApplication.translate

TOLD_FROM = 2.0
"""Seconds of work before the time that is left is shown."""


class Status(QObject):
    """Keeps status, progress bar and figures up to date."""

    def __init__(self, view: Layout, flow: Flow):
        super().__init__(flow)
        self._view, self._flow = view, flow
        self._since = 0.0
        self._held_out = float("nan")
        flow.progressed.connect(self._on_progress)
        flow.previewed.connect(self._on_previewed)
        flow.measured.connect(self._on_measured)
        view.notes.clicked.connect(lambda _=False: self._show_notes())
        self._show_figures()

    def say(self, sentence: str, kind: str) -> None:
        """One sentence, with a sign that says of which kind it is."""
        sign = {BAD: "\u26a0 ", GOOD: "\u2713 ", NEUTRAL: ""}[kind]
        self._view.status.setText(f"{sign}{sentence}")

    def show_state(self, state: State) -> None:
        """What goes on, or what came of it."""
        flow = self._flow
        if state in BUSY and self._view.progress.isHidden():
            self._since = time.monotonic()
            self._view.progress.setValue(0)
            self._view.remaining.clear()
        for part in (self._view.progress, self._view.remaining):
            part.setVisible(state in BUSY)
        if state is State.SHOWN:
            self.say(flow.verdict or translate("Evenlight", "The preview is shown."), GOOD)
        elif state is State.FAILED:
            self.say(flow.error, BAD)
        else:
            self.say(_sentence(state), GOOD if state is State.DONE else NEUTRAL)
        self._show_warnings(state)
        if flow.found is None:
            self._held_out = float("nan")
            self._show_figures()

    def _show_warnings(self, state: State) -> None:
        """Of the last piece of work."""
        number = 0 if state in BUSY else len(self._flow.warnings)
        self._view.notes.setVisible(bool(number) and state is not State.EMPTY)
        self._view.notes.setText(worded(Message("{n} warnings…", "{n} warning…", n=number)))

    def _show_notes(self) -> None:
        """The warnings, each with what to do."""
        box = QMessageBox(self._view)
        box.setWindowTitle(translate("Evenlight", "Evenlight: warnings"))
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText("\n\n".join(self._flow.warnings))
        box.exec()

    def _on_progress(self, percent: float) -> None:
        bar, spent = self._view.progress, time.monotonic() - self._since
        bar.setValue(round(percent))
        text = f"{round(percent)} %"
        if percent > 1.0 and spent > TOLD_FROM:
            left = math.ceil(spent * (100.0 - percent) / percent)
            text = translate("Evenlight", "{}, about {} s left").format(text, left)
        bar.setFormat(text)
        self._view.remaining.setText(text)

    def _on_previewed(self) -> None:
        self._held_out = float("nan")
        self._show_figures()

    def _on_measured(self, quality) -> None:
        self._held_out = quality.held_out
        self._show_figures()

    def _show_figures(self) -> None:
        found = self._flow.found
        if found is None:
            self._view.figures.setText(translate("Evenlight", "Figures are known after a preview."))
            return
        quality = found.quality
        held = "…" if math.isnan(self._held_out) else f"{self._held_out:.3f}"
        both = [
            (translate("Evenlight", "RMSE in overlaps"), quality.rmse_before, quality.rmse_after, ".3g"),
            (translate("Evenlight", "of the contrast"), quality.normalised_before, quality.normalised_after, ".3f"),
            (translate("Evenlight", "Mean difference"), quality.bias_before, quality.bias_after, ".3f"),
        ]
        rows = [(label, format(before, how), format(after, how)) for label, before, after, how in both]
        rows.append((translate("Evenlight", "Contrast (ideal 1)"), "", f"{quality.contrast_kept:.3f}"))
        rows.append((translate("Evenlight", "On ground left out"), "", held))
        cells = "".join(
            f"<tr><td>{escape(label)}&nbsp;&nbsp;</td><td align=right>{before}</td>"
            f"<td>&nbsp;{'&#8594;' if before else ''}&nbsp;</td><td align=right><b>{after}</b></td></tr>"
            for label, before, after in rows
        )
        self._view.figures.setText(f"<table>{cells}</table>")


def _sentence(state: State) -> str:
    return {
        State.EMPTY: translate("Evenlight", "Choose two or more images that overlap."),
        State.IDLE: translate("Evenlight", "Press Preview to see what these settings give."),
        State.READING: translate("Evenlight", "Reading the images…"),
        State.SOLVING: translate("Evenlight", "Solving…"),
        State.PREVIEWING: translate("Evenlight", "Making layers…"),
        State.STALE: translate(
            "Evenlight", "The preview is of other images or settings: press Preview to read the images again."
        ),
        State.WRITING: translate("Evenlight", "Writing the results…"),
        State.DONE: translate("Evenlight", "The results were written."),
    }[state]
