"""Widgets of parameters in dialogs, batch tables and the model designer; they hand on the values of scripts."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsProcessingParameterDefinition
from qgis.gui import (
    QgsAbstractProcessingParameterWidgetWrapper,
    QgsGui,
    QgsProcessingGui,
    QgsProcessingModelerParameterWidget,
)
from qgis.PyQt.QtWidgets import QComboBox, QWidget

from .band_widgets import BandsWrapper, BandWrapper


class Choices:
    """A list that shows labels and hands on words.

    Processing calls it like a class of wrappers; the model designer wants another kind of wrapper, of QGIS's own.
    """

    def __new__(
        cls, parameter: QgsProcessingParameterDefinition, dialog: QWidget, row: int = 0, column: int = 0,
        labels: Sequence[str] = (),
    ):  # fmt: skip
        """The wrapper for a kind of dialog."""
        if not _is_designer(dialog):
            return ChoiceWrapper(parameter, dialog, labels)
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
        return cls.wrapper(parameter, dialog, parent, words)


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


class ChoiceWrapper(QgsAbstractProcessingParameterWidgetWrapper):
    """The list of a dialog, or of a cell of a batch table."""

    def __init__(self, parameter: QgsProcessingParameterDefinition, dialog: QWidget, labels: Sequence[str]):
        super().__init__(parameter, QgsProcessingGui.WidgetType.Standard)
        self.labels = labels
        self.setDialog(dialog)

    # The list is asked for where it is used: QGIS takes it over from Python.

    def createWidget(self) -> QComboBox:
        """The list."""
        box = QComboBox()
        for label, word in zip(self.labels, self.parameterDefinition().options()):
            box.addItem(label, word)
        box.currentIndexChanged.connect(lambda _: self.widgetValueHasChanged.emit(self))
        return box

    def setWidgetValue(self, value: object, context: object) -> None:
        """Choose a word, or the number of one, as earlier versions stored it; nothing is the default."""
        box = self.wrappedWidget()
        if value is None:
            value = self.parameterDefinition().defaultValue()
        index = box.findData(str(value))
        number = int(value) if isinstance(value, (int, float)) or str(value).isdigit() else -1
        box.setCurrentIndex(index if index >= 0 else number)

    def widgetValue(self) -> str | None:
        """The word."""
        return self.wrappedWidget().currentData()
