"""The seams that a mosaic would have, as polygons on the map."""

from __future__ import annotations

import os
import tempfile
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingUtils, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject

from ...core.mosaicking.settings import IMAGE_FIELD
from ..showing import RESULT
from ..styling import style_seams
from .layers import PREVIEW
from .writing import Target

if TYPE_CHECKING:
    from ...core.jobs.trial import Found, Trial
    from ...core.log import Log

translate = QCoreApplication.translate


def find(target: Target, trial: Trial, found: Found, log: Log) -> str:
    """In the worker: write the polygons to a temporary file; returns its name."""
    folder = tempfile.mkdtemp(prefix="evenlight_", dir=QgsProcessingUtils.tempFolder())
    file = os.path.join(folder, "seams.gpkg")
    trial.seams(found, file, *target.mosaic, progress=log)
    return file


def finder(target: Target) -> partial:
    """`find` for this mosaic."""
    return partial(find, target)


class SeamLayer(QObject):
    """The layer, from `show` until `clear`."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._id = ""

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The one in the project."""
        return QgsProject.instance().mapLayer(self._id)

    def show(self, file: str) -> None:
        """Put it on top of the layers."""
        self.clear()
        layer = QgsVectorLayer(file, translate("Evenlight", "Preview: seams"), "ogr")
        layer.setCustomProperty(RESULT, PREVIEW)
        style_seams(layer, IMAGE_FIELD)
        QgsProject.instance().addMapLayer(layer, False)
        QgsProject.instance().layerTreeRoot().insertLayer(0, layer)
        self._id = layer.id()

    def clear(self) -> None:
        """Take it away."""
        if self.layer is not None:
            QgsProject.instance().removeMapLayer(self._id)
        self._id = ""
