"""Widgets of parameters in dialogs, batch tables and the model designer; they hand on the values of scripts.

They are wrappers of Processing's Python kind: of the other kind QGIS makes a second Python object for the widget, and
crashes when the dialog is closed.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence

from processing.gui.wrappers import WidgetWrapper
from qgis.core import QgsProcessingParameterDefinition, QgsProperty
from qgis.gui import QgsGui, QgsProcessingModelerParameterWidget
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from ..core.arguments import choice_of
from .band_widgets import BandsWrapper, BandWrapper


class Choices:
    """A list that shows labels and hands on words.

    Processing calls it like a class of wrappers; the model designer wants another kind of wrapper, of QGIS's own.
    """

    def __new__(
        cls, parameter: QgsProcessingParameterDefinition, dialog: QWidget, row: int = 0, column: int = 0,
        labels: Sequence[str] = (), kind: str = "",
    ):  # fmt: skip
        """The wrapper for a kind of dialog."""
        if not _is_designer(dialog):
            return ChoiceWrapper(parameter, dialog, row, column, labels=labels, kind=kind)
        made = _designers_own(parameter, dialog)
        for box in made.findChildren(QComboBox):
            for word, label in zip(parameter.options(), labels):
                if box.findData(word) >= 0:
                    box.setItemText(box.findData(word), label)
        return made


class Band:
    """A list of one band of a layer; the model designer, which knows no layer, keeps QGIS's own widget."""

    wrapper = BandWrapper

    def __new__(
        cls, parameter: QgsProcessingParameterDefinition, dialog: QWidget, row: int = 0, column: int = 0,
        parent: str = "", words: Sequence[Sequence[str]] = (),
    ):  # fmt: skip
        """The wrapper for a kind of dialog."""
        if _is_designer(dialog):
            return _designers_own(parameter, dialog)
        return cls.wrapper(parameter, dialog, row, column, parent=parent, words=words)


class Bands(Band):
    """The same for several bands."""

    wrapper = BandsWrapper


def _is_designer(dialog: QWidget) -> bool:
    """Whether it is the dialog of a step of a model."""
    return hasattr(dialog, "model") and hasattr(dialog, "childId")


def _designers_own(parameter: QgsProcessingParameterDefinition, dialog: QWidget) -> QgsProcessingModelerParameterWidget:
    """What QGIS itself would show in the model designer."""
    registry = QgsGui.processingGuiRegistry()
    made = registry.createModelerParameterWidget(dialog.model, dialog.childId, parameter, dialog.context)
    made.setDialog(dialog)
    return made


class ChoiceWrapper(WidgetWrapper):
    """The list of a dialog, or of a cell of a batch table."""

    def createWidget(self, labels: Sequence[str], kind: str) -> QComboBox:
        """The list; ``kind``: where the enum of the words is."""
        module, _, name = kind.rpartition(".")
        self.kind = getattr(importlib.import_module(module), name)
        box = QComboBox()
        for label, word in zip(labels, self.parameterDefinition().options()):
            box.addItem(label, word)
        box.currentIndexChanged.connect(lambda _: self.widgetValueHasChanged.emit(self))
        return box

    def setValue(self, value: object) -> None:
        """Choose a word as a run reads it; nothing is the default, and what is no choice stays, for the run to say."""
        box, words = self.widget, self.parameterDefinition().options()
        if value in (None, ""):
            value = self.parameterDefinition().defaultValue()
        choice = choice_of(value, self.kind, words)
        if choice is None:
            box.addItem(value.asExpression() if isinstance(value, QgsProperty) else str(value), value)
        box.setCurrentIndex(box.count() - 1 if choice is None else words.index(choice.value))
        other = box.currentIndex() if choice is None else -1
        for index in reversed(range(len(words), box.count())):
            if index != other:
                box.removeItem(index)

    def value(self) -> object:
        """The word; what was given where that is no choice."""
        return self.widget.currentData()
