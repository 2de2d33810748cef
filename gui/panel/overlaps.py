"""What became of each overlap: as a table, and on the map with the images' footprints."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsLayerTreeGroup,
    QgsLineSymbol,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsRendererCategory,
    QgsSimpleLineSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QStandardItem, QStandardItemModel

from ...algorithms.language import worded
from ...core.thresholds import STEADY, UNRELATED
from ..showing import RESULT
from ..styling import colour_of_place
from .images import Entry
from .layers import PREVIEW

if TYPE_CHECKING:
    from ...core.jobs.trial import Found

translate = QCoreApplication.translate

PLACE = Qt.ItemDataRole.UserRole + 1
"""Role of a row's place in the list of overlaps."""

COLOURS = {
    "good": QColor(46, 125, 50),
    "fair": QColor(249, 168, 37),
    "poor": QColor(211, 84, 0),
    "rejected": QColor(183, 28, 28),
}
"""Of states, the same on light and dark."""


class Overlap(NamedTuple):
    """One overlap, in what a table shows."""

    first: int
    second: int
    """Places of the images in the preview."""
    before: float
    after: float
    """Normalised RMSE; NaN where it is not known."""
    weight: float
    reason: str
    rejected: bool

    @property
    def state(self) -> str:
        """A key of `COLOURS`."""
        if self.rejected:
            return "rejected"
        if self.after >= UNRELATED:
            return "poor"
        return "good" if self.after <= STEADY * self.before else "fair"


def words_of(state: str) -> str:
    """A state in the user's language."""
    return {
        "good": translate("Evenlight", "agrees better"),
        "fair": translate("Evenlight", "agrees as before"),
        "poor": translate("Evenlight", "hardly the same"),
        "rejected": translate("Evenlight", "rejected"),
    }[state]


def overlaps_of(found: Found) -> list[Overlap]:
    """The worst first."""
    made = []
    for first, second, pair in found.pairs:
        weights = [float(one) for row in pair.weight for one in row if one == one]
        weight = sum(weights) / len(weights) if weights else float("nan")
        numbers = float(pair.before), float(pair.after), weight
        made.append(Overlap(first, second, *numbers, worded(pair.reason), pair.rejected is not None))
    return sorted(made, key=lambda one: (not one.rejected, -one.after if math.isfinite(one.after) else 0.0))


def number(value: float) -> str:
    """Of a table; a dash where it is not known."""
    return f"{value:.3f}" if math.isfinite(value) else "\u2013"


def overlaps_model(parent: QObject) -> QStandardItemModel:
    """An empty table."""
    model = QStandardItemModel(parent)
    model.setHorizontalHeaderLabels([
        translate("Evenlight", "Images"), translate("Evenlight", "Before"), translate("Evenlight", "After"),
        translate("Evenlight", "Weight"), translate("Evenlight", "State"), translate("Evenlight", "Reason"),
    ])  # fmt: skip
    return model


def fill_table(model: QStandardItemModel, overlaps: Sequence[Overlap], names: Sequence[str]) -> None:
    """Write the table anew."""
    model.removeRows(0, model.rowCount())
    for place, one in enumerate(overlaps):
        title = f"{names[one.first]} \u2013 {names[one.second]}"
        texts = [title, number(one.before), number(one.after), number(one.weight), words_of(one.state), one.reason]
        cells = [QStandardItem(text) for text in texts]
        for cell in cells:
            cell.setEditable(False)
            cell.setData(place, PLACE)
            cell.setToolTip(f"{title}\n{one.reason}" if one.reason else title)
        for cell in cells[1:4]:
            cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        cells[4].setData(COLOURS[one.state], Qt.ItemDataRole.DecorationRole)
        model.appendRow(cells)


class OverlapMap(QObject):
    """Footprints by group, and links between images that overlap; memory layers in a group on top."""

    chosen = pyqtSignal(list)
    """Values of the images whose footprints were selected in the map."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.ids: list[str] = []
        self._group: QgsLayerTreeGroup | None = None
        QgsProject.instance().layersWillBeRemoved.connect(self._on_removed)

    def show(self, entries: Sequence[Entry], groups: Sequence[int], overlaps: Iterable[Overlap]) -> None:
        """Put both layers into the project, in its coordinate system, in place of earlier ones."""
        self.clear()
        project = QgsProject.instance()
        boxes = [outline_of(entry) for entry in entries]
        footprints = _footprints(entries, groups, boxes)
        links = _links(entries, boxes, overlaps)
        footprints.selectionChanged.connect(lambda *_: self._on_selected(footprints))
        self._group = project.layerTreeRoot().insertGroup(0, translate("Evenlight", "Evenlight overlaps"))
        for layer in (links, footprints):
            layer.setCustomProperty(RESULT, PREVIEW)
            # QGIS would ask whether they shall be kept, when it is closed
            layer.setCustomProperty("skipMemoryLayersCheck", 1)
            project.addMapLayer(layer, False)
            self._group.addLayer(layer)
            self.ids.append(layer.id())

    def clear(self) -> None:
        """Take them away."""
        ids, self.ids = self.ids, []
        project = QgsProject.instance()
        project.removeMapLayers([one for one in ids if project.mapLayer(one) is not None])
        if self._group is not None and not sip.isdeleted(self._group) and self._group.parent() is not None:
            self._group.parent().removeChildNode(self._group)
        self._group = None

    def close(self) -> None:
        """For good."""
        QgsProject.instance().layersWillBeRemoved.disconnect(self._on_removed)
        self.clear()

    def _on_removed(self, ids: Sequence[str]) -> None:
        self.ids = [one for one in self.ids if one not in set(ids)]

    def _on_selected(self, layer: QgsVectorLayer) -> None:
        self.chosen.emit([feature["value"] for feature in layer.selectedFeatures()])


def extent_in(entry: Entry, project: QgsProject) -> QgsRectangle:
    """An image's extent in the project's coordinate system."""
    return outline_of(entry, project).boundingBox()


def outline_of(entry: Entry, project: QgsProject | None = None) -> QgsGeometry:
    """An image's edge in the project's system, with points between its corners."""
    project = project or QgsProject.instance()
    outline = QgsGeometry.fromRect(entry.extent).densifyByCount(8)
    if entry.crs.isValid() and project.crs().isValid() and entry.crs != project.crs():
        try:
            outline.transform(QgsCoordinateTransform(entry.crs, project.crs(), project))
        except QgsCsException:
            return QgsGeometry.fromRect(entry.extent)
    return outline


def _memory(kind: str, fields: str, name: str) -> QgsVectorLayer:
    """A layer whose fields stand in its name: their classes differ between versions of QGIS."""
    layer = QgsVectorLayer(f"{kind}?{fields}", name, "memory")
    layer.setCrs(QgsProject.instance().crs())
    return layer


def _footprints(entries: Sequence[Entry], groups: Sequence[int], boxes: Sequence[QgsGeometry]) -> QgsVectorLayer:
    fields = "field=image:string&field=value:string&field=group:string"
    layer = _memory("Polygon", fields, translate("Evenlight", "Footprints"))
    titles = {-1: translate("Evenlight", "Overlaps nothing")}
    features = []
    for entry, group, box in zip(entries, groups, boxes):
        title = titles.setdefault(group, translate("Evenlight", "Overlap group {}").format(len(titles)))
        feature = QgsFeature(layer.fields())
        feature.setGeometry(box)
        feature.setAttributes([entry.name, entry.value, title])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    categories = []
    for place, (group, title) in enumerate(sorted(titles.items())):
        if group in groups:
            colour = QColor(110, 110, 110) if group < 0 else colour_of_place(place)
            style = {"color": _rgba(colour, 24), "outline_color": _rgba(colour, 255), "outline_width": "0.5"}
            categories.append(QgsRendererCategory(title, QgsFillSymbol.createSimple(style), title))
    layer.setRenderer(QgsCategorizedSymbolRenderer("group", categories))
    layer.setMapTipTemplate("<b>[% \"image\" %]</b><br>[% \"group\" %]")
    return layer


def _links(entries: Sequence[Entry], boxes: Sequence[QgsGeometry], overlaps: Iterable[Overlap]) -> QgsVectorLayer:
    fields = (
        "field=images:string&field=state:string&field=before:double&field=after:double&field=weight:double"
        "&field=reason:string"
    )
    layer = _memory("LineString", fields, translate("Evenlight", "Overlaps"))
    features, seen = [], []
    for one in overlaps:
        ends = [QgsPointXY(boxes[place].centroid().asPoint()) for place in (one.first, one.second)]
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPolylineXY(ends))
        title = f"{entries[one.first].name} \u2013 {entries[one.second].name}"
        numbers = [value if math.isfinite(value) else None for value in (one.before, one.after, one.weight)]
        feature.setAttributes([title, words_of(one.state), *numbers, one.reason])
        features.append(feature)
        seen.append(one.state)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    categories = []
    for state in (each for each in COLOURS if each in seen):
        style = {"line_color": _rgba(COLOURS[state], 255), "line_width": "0.9", "capstyle": "round"}
        style["line_style"] = "dash" if state == "rejected" else "solid"
        symbol = QgsLineSymbol.createSimple(style)
        # a light edge, on dark ground
        edge = {"line_color": "255,255,255,200", "line_width": "1.7", "capstyle": "round"}
        symbol.insertSymbolLayer(0, QgsSimpleLineSymbolLayer.create(edge))
        categories.append(QgsRendererCategory(words_of(state), symbol, words_of(state)))
    layer.setRenderer(QgsCategorizedSymbolRenderer("state", categories))
    _label_reasons(layer)
    layer.setMapTipTemplate(
        "<b>[% \"images\" %]</b><br>[% \"state\" %]: [% round(\"before\", 3) %] \u2192 [% round(\"after\", 3) %]"
        "<br>[% \"reason\" %]"
    )
    return layer


def _label_reasons(layer: QgsVectorLayer) -> None:
    halo, text = QgsTextBufferSettings(), QgsTextFormat()
    halo.setEnabled(True)
    halo.setColor(QColor(255, 255, 255))
    text.setBuffer(halo)
    text.setSize(8)
    labels = QgsPalLayerSettings()
    labels.fieldName = "reason"
    labels.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    layer.setLabelsEnabled(True)


def _rgba(colour: QColor, alpha: int) -> str:
    return f"{colour.red()},{colour.green()},{colour.blue()},{alpha}"
