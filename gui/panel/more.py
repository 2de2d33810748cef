"""Everything that can be set, in the dialog of Balance: filled in, and taken over by the panel."""

from __future__ import annotations

from qgis.core import QgsProcessingException
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QGroupBox, QLabel, QVBoxLayout, QWidget

from .settings import IMAGES, reader

translate = QCoreApplication.translate


class MoreSettings(QDialog):
    """Processing's own widgets in a dialog that runs nothing."""

    def __init__(self, values: dict[str, object], parent: QWidget | None = None):
        super().__init__(parent)
        # Imported here: Processing may be loaded after us.
        from ..dialog import Panel

        self.setWindowTitle(translate("Evenlight", "Evenlight: all settings"))
        self.setObjectName("EvenlightMoreSettings")
        self._bar = QgsMessageBar(self)
        self._algorithm = reader()
        self._panel = Panel(self, self._algorithm)
        self._panel.setParameters(values)
        self._arrange()
        self._problem = QLabel()
        self._problem.setWordWrap(True)
        self._problem.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        defaults = {name: values[name] for name in (IMAGES,) if name in values}
        restore = buttons.addButton(QDialogButtonBox.StandardButton.RestoreDefaults)
        restore.clicked.connect(lambda: self._panel.setParameters({**self._all_defaults(), **defaults}))
        layout = QVBoxLayout(self)
        layout.addWidget(self._bar)
        layout.addWidget(self._panel)
        layout.addWidget(self._problem)
        layout.addWidget(buttons)
        self.resize(620, 640)

    def _arrange(self) -> None:
        """Without the images, which are the panel's, and with everything unfolded."""
        wrapper = self._panel.wrappers[IMAGES]
        for widget in filter(None, (wrapper.wrappedLabel(), wrapper.wrappedWidget())):
            widget.hide()
        fold = self._panel.findChild(QGroupBox, "grpAdvanced")
        if fold is not None:
            fold.setProperty("collapsed", False)

    def messageBar(self) -> QgsMessageBar:
        """Where Processing's widgets say something."""
        return self._bar

    def _all_defaults(self) -> dict[str, object]:
        return {one.name(): one.defaultValue() for one in self._algorithm.parameterDefinitions()}

    def values(self) -> dict[str, object]:
        """What is set, by name of the parameter."""
        return self._panel.createProcessingParameters()

    def accept(self) -> None:
        """Close only where the values mean something; what the tool says of them is shown."""
        from processing.gui.AlgorithmDialogBase import AlgorithmDialogBase

        try:
            found = self._algorithm.read_all(self.values(), True, True)
        except AlgorithmDialogBase.InvalidParameterValue as error:
            text = translate("Evenlight", "The value of \u201c{}\u201d cannot be used.")
            found = text.format(error.parameter.description())
        except QgsProcessingException as error:
            found = str(error)
        if isinstance(found, str):
            self._problem.setText(found)
            self._problem.show()
            return
        super().accept()
