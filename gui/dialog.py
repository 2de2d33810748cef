"""The dialog of an algorithm: Processing's own, with the rare results folded and the fold last.

Processing puts every result in plain view, below the folded parameters, whatever their flags say.
"""

from __future__ import annotations

from processing.gui.AlgorithmDialog import AlgorithmDialog
from processing.gui.ParametersPanel import ParametersPanel
from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterDefinition
from qgis.PyQt.QtWidgets import QGroupBox, QWidget


class Panel(ParametersPanel):
    """What is in plain view, then its results, then the fold with everything else."""

    def initWidgets(self) -> None:
        """Move the widgets of folded results, which Processing has made in plain view."""
        super().initWidgets()
        for definition in self.algorithm().destinationParameterDefinitions():
            if definition.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced:
                wrapper = self.wrappers[definition.name()]
                # a widget that is added to a layout leaves the one that it was in
                label = wrapper.wrappedLabel()
                if label is not None:
                    self.addParameterLabel(definition, label)
                self.addParameterWidget(definition, wrapper.wrappedWidget(), wrapper.stretch())
        fold = self.findChild(QGroupBox, "grpAdvanced")
        if fold is None:
            return
        layout = fold.parentWidget().layout()
        # without the fold itself, and before the space at the end
        layout.insertWidget(layout.count() - 2, fold)
        for name in self.algorithm().UNFOLDING:
            self.wrappers[name].widgetValueHasChanged.connect(lambda _: fold.setProperty("collapsed", False))


class Dialog(AlgorithmDialog):
    """Processing's dialog with our panel; errors that it shows name parameters as it does."""

    def __init__(self, algorithm: QgsProcessingAlgorithm, parent: QWidget | None = None):
        super().__init__(algorithm, parent=parent)

    def getParametersPanel(self, alg: QgsProcessingAlgorithm, parent: QWidget) -> Panel:
        """Called by Processing's constructor."""
        return Panel(parent, alg)
