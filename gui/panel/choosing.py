"""Which images: from the project or from files; a row that is selected is shown in the map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.core import QgsProject, QgsRasterLayer, QgsWkbTypes
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtCore import QItemSelectionModel, QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QTreeView

from ..layer_choice import rasters_in_files, without_results
from ..styling import is_image
from .files import look_at
from .images import KEY, Images, entry_of
from .overlaps import outline_of
from .work import Work, stop

HIGHLIGHT = QColor(255, 140, 0)


class Choosing(QObject):
    """What the buttons below the images do."""

    refused = pyqtSignal(list)
    """Names of files that are no rasters."""

    def __init__(self, iface, images: Images, tree: QTreeView, parent: QObject | None = None):
        super().__init__(parent)
        self._iface, self._images, self._tree = iface, images, tree
        self._looking: Work | None = None
        self._bands: list[QgsRubberBand] = []
        # the selection model stays, whatever becomes of the rows
        tree.selectionModel().selectionChanged.connect(lambda *_: self._highlight())

    def add_visible(self) -> None:
        """Raster layers that are ticked in the tree of layers."""
        layers = QgsProject.instance().layerTreeRoot().checkedLayers()
        self.add(layer for layer in without_results(rasters_in_files(layers)) if is_image(layer))

    def add_selected(self) -> None:
        """Raster layers that are selected there."""
        self.add(without_results(rasters_in_files(self._iface.layerTreeView().selectedLayers())))

    def add_files(self, files: Sequence[str]) -> None:
        """Files, which are opened in the background."""
        if files and self._looking is None:
            self._looking = look_at(files)
            self._looking.ended.connect(self._on_looked)
            self._looking.start()

    def remove_selected(self) -> None:
        """Take the selected rows out of the list."""
        self._images.remove(self.selected())

    def selected(self) -> list[str]:
        """Values of the rows that are selected; of a group's row all of the group."""
        values = []
        for index in self._tree.selectionModel().selectedRows():
            rows = [index] if index.data(KEY) else [
                self._images.model.index(row, 0, index) for row in range(self._images.model.rowCount(index))
            ]  # fmt: skip
            values += [row.data(KEY) for row in rows]
        return list(dict.fromkeys(values))

    def select(self, values: Iterable[str]) -> None:
        """Select the rows of images."""
        chosen = self._tree.selectionModel()
        rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        chosen.clearSelection()
        for item in filter(None, map(self._images.item, values)):
            chosen.select(item.index(), rows)
            self._tree.scrollTo(item.index())

    def close(self) -> None:
        """Leave nothing in the map."""
        stop(self._looking)
        self._looking = None
        self._clear()

    def add(self, layers: Iterable[QgsRasterLayer]) -> None:
        """Raster layers of the project."""
        self._images.add([entry_of(layer) for layer in layers])

    def _on_looked(self, work: Work) -> None:
        if work is not self._looking:
            return
        self._looking = None
        if work.result is not None:
            entries, refused = work.result
            self._images.add(entries)
            if refused:
                self.refused.emit(refused)

    def _highlight(self) -> None:
        """Outlines of the selected images in the map."""
        self._clear()
        values = set(self.selected())
        canvas = self._iface.mapCanvas()
        for entry in self._images.entries:
            if entry.value in values:
                band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
                band.setStrokeColor(HIGHLIGHT)
                band.setFillColor(QColor(0, 0, 0, 0))
                band.setWidth(3)
                band.setToGeometry(outline_of(entry), QgsProject.instance().crs())
                self._bands.append(band)

    def _clear(self) -> None:
        canvas = self._iface.mapCanvas()
        for band in self._bands:
            canvas.scene().removeItem(band)
        self._bands = []
