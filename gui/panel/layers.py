"""Layers of a preview: recipes as their sources, and beside each the image as it is, which is not in the project."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeLayer, QgsProject, QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, pyqtSignal

from ..showing import RESULT, Look, draw
from ..styling import CommonLook, Limits
from .images import Entry

translate = QCoreApplication.translate

PREVIEW = "preview"
"""Value of the property of layers that says they are no images to begin with."""

KEPT = 2
"""Folders of earlier recipes that stay: QGIS may still draw from them."""


class Picture(NamedTuple):
    """One image of a preview, made in the worker."""

    entry: Entry
    after: QgsRasterLayer
    before: QgsRasterLayer


def make_pictures(entries: Sequence[Entry], recipes: Sequence[str]) -> list[Picture]:
    """Layers for the main thread, which they are moved to; opening them there would block it."""
    made, home = [], QCoreApplication.instance().thread()
    # without a style: for one of its own QGIS would compute statistics
    options = QgsRasterLayer.LayerOptions(False)
    for entry, recipe in zip(entries, recipes):
        title = translate("Evenlight", "Preview: {}").format(entry.name)
        after = QgsRasterLayer(recipe, title, "gdal", options)
        before = QgsRasterLayer(entry.source, entry.name, "gdal", options)
        if entry.crs.isValid():
            before.setCrs(entry.crs)
            after.setCrs(entry.crs)
        for layer in (after, before):
            layer.moveToThread(home)
        made.append(Picture(entry, after, before))
    return made


class PreviewLayers(QObject):
    """Those in the project, from `show` until `clear`; only their ids are kept."""

    refreshed = pyqtSignal()
    """All layers have the recipes of the last `show` or `refresh`."""
    lost = pyqtSignal()
    """The last of them was removed by somebody else."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.ids: dict[str, str] = {}
        """Of the layer of each image, by the image's value."""
        self.before: dict[str, list[QgsRasterLayer]] = {}
        """The images as they are, by the id of the layer that shows what becomes of them."""
        self._handed: list[QgsRasterLayer] = []
        """The same, while results are loaded that take a preview's place."""
        self._group: QgsLayerTreeGroup | None = None
        self.folders: list[str] = []
        """Of what the recipes read."""
        self._waiting: list[tuple[str, str]] = []
        self._clearing = False
        QgsProject.instance().layersWillBeRemoved.connect(self._on_removed)

    def show(self, pictures: Sequence[Picture], stretch: Sequence[Limits], folder: str) -> None:
        """Add the layers in a group on top, in the style of the images they came from, and limits for all of them."""
        self.clear()
        self._drop_folders(0)
        project = QgsProject.instance()
        origins = {picture.entry.value: project.mapLayer(picture.entry.value) for picture in pictures}
        common = CommonLook([layer for layer in origins.values() if isinstance(layer, QgsRasterLayer)], stretch)
        self._group = project.layerTreeRoot().insertGroup(0, translate("Evenlight", "Evenlight preview"))
        for entry, after, before in pictures:
            after.setCustomProperty(RESULT, PREVIEW)
            draw(after, Look.IMAGE, common, origins[entry.value])
            project.addMapLayer(after, False)
            self._group.addLayer(after)
            self.ids[entry.value] = after.id()
            self.before[after.id()] = [before]
        self._group.setExpanded(len(pictures) <= 8)
        self.folders.append(folder)
        self.refreshed.emit()

    def refresh(self, recipes: Iterable[tuple[str, str]], folder: str) -> None:
        """Give the layers other recipes, one in each turn of the event loop; ``recipes``: with the images' values."""
        running = bool(self._waiting)
        self._waiting = list(recipes)
        self.folders.append(folder)
        if not running:
            QTimer.singleShot(0, self._next)

    def clear(self) -> None:
        """Take everything away."""
        self._clearing = True
        project, group = QgsProject.instance(), self._group
        self._waiting = []
        project.removeMapLayers([one for one in self.ids.values() if project.mapLayer(one) is not None])
        if group is not None and not sip.isdeleted(group) and group.parent() is not None:
            group.parent().removeChildNode(group)
        self._forget()
        self._clearing = False

    def hand_over(self) -> None:
        """Take the preview away; results that are about to be loaded can be compared in its place."""
        before = [one for images in self.before.values() for one in images]
        self.clear()
        self._handed = before

    def take_over(self, ids: Sequence[str]) -> None:
        """The layers of the results: one for each image, or one of all of them."""
        before, self._handed = self._handed, []
        if len(ids) == len(before):
            self.before = {one: [image] for one, image in zip(ids, before)}
        elif before and len(ids) == 1:
            self.before = {ids[0]: before}

    @property
    def comparable(self) -> bool:
        """Whether there are images as they are, for layers that are shown or loaded now."""
        return bool(self.before or self._handed)

    def layers(self) -> list[QgsRasterLayer]:
        """Those in the project, in the order of the images."""
        found = map(QgsProject.instance().mapLayer, self.ids.values())
        return [layer for layer in found if layer is not None]

    def next_on_top(self) -> str:
        """Put the uppermost layer below the others; returns the name of the one that is on top then."""
        group = self._group
        nodes = [] if group is None or sip.isdeleted(group) else group.findLayers()
        if len(nodes) < 2:
            return ""
        first: QgsLayerTreeLayer = nodes[0]
        # first there, then gone: a layer that is nowhere in the tree leaves the project
        group.insertChildNode(-1, first.clone())
        group.removeChildNode(first)
        return nodes[1].name()

    def match_styles(self) -> None:
        """Draw the images as they are like their previews, also where a user has changed these."""
        for one, images in self.before.items():
            layer = QgsProject.instance().mapLayer(one)
            if layer is None or layer.renderer() is None:
                continue
            for before in images:
                if before.bandCount() == layer.bandCount():
                    before.setRenderer(layer.renderer().clone())

    def close(self) -> None:
        """Take everything away, for good."""
        QgsProject.instance().layersWillBeRemoved.disconnect(self._on_removed)
        self.clear()
        self._drop_folders(0)

    def _next(self) -> None:
        if not self._waiting:
            return
        value, recipe = self._waiting.pop(0)
        layer = QgsProject.instance().mapLayer(self.ids.get(value, ""))
        if layer is not None:
            layer.setDataSource(recipe, layer.name(), "gdal", False)
            layer.triggerRepaint()
        if self._waiting:
            QTimer.singleShot(0, self._next)
        else:
            self._drop_folders(KEPT)
            self.refreshed.emit()

    def _on_removed(self, ids: Sequence[str]) -> None:
        if self._clearing:
            return
        gone = set(ids) & set(self.ids.values())
        self.ids = {value: one for value, one in self.ids.items() if one not in gone}
        for one in ids:
            self.before.pop(one, None)
        if gone and not self.ids:
            self._forget()
            self.lost.emit()

    def _forget(self) -> None:
        # their folders stay until the next preview: the map may still be drawn from them
        self.ids, self.before, self._handed, self._group = {}, {}, [], None

    def _drop_folders(self, kept: int) -> None:
        for folder in self.folders[: len(self.folders) - kept]:
            # on Windows what is still drawn stays until QGIS closes, which removes its temporary folder
            shutil.rmtree(folder, ignore_errors=True)
        self.folders = self.folders[len(self.folders) - kept:] if kept else []
