"""Rasters that are no layers of the project."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsProviderRegistry, QgsRasterLayer
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...algorithms.language import worded
from ...core.messages import Message
from .images import Entry, entry_of
from .work import Work

translate = QCoreApplication.translate


def open_dialog(parent: QWidget) -> list[str]:
    """Names of rasters that the user chooses."""
    filters = QgsProviderRegistry.instance().fileRasterFilters()
    return QFileDialog.getOpenFileNames(parent, translate("Evenlight", "Images"), "", filters)[0]


def look_at(files: Sequence[str]) -> Work:
    """A piece of work whose result is the entries of those that can be opened, and the names of the others."""

    def look(work: Work) -> tuple[list[Entry], list[str]]:
        entries, refused = [], []
        options = QgsRasterLayer.LayerOptions(False)
        for number, file in enumerate(files):
            if work.isCanceled():
                break
            layer = QgsRasterLayer(file, "", "gdal", options)
            if layer.isValid():
                entry = entry_of(layer, file)
                entry.name = file.replace("\\", "/").rpartition("/")[2].rpartition(".")[0] or file
                entries.append(entry)
            else:
                refused.append(file)
            work.setProgress(100.0 * (number + 1) / len(files))
        return entries, refused

    return Work(worded(Message("Opening {n} images", "Opening {n} image", n=len(files))), look)
