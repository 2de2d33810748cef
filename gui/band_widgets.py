"""Lists of a layer's bands: one band, or several; what they hand on are numbers, as in scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from processing.gui.wrappers import WidgetWrapper
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import QgsAbstractProcessingParameterWidgetWrapper, QgsCheckableComboBox
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtWidgets import QComboBox

translate = QCoreApplication.translate
MOST_ADDED = 500
"""Bands that a list names and the layer does not have, or that is not known yet: more are no choice to look at."""


class BandWrapper(WidgetWrapper):
    """The list of one band, below words that may stand for it."""

    def createWidget(self, parent: str, words: Sequence[Sequence[str]]) -> QComboBox:
        """The list; ``parent``: name of the parameter with the image."""
        self.parent_name, self.words = parent, words
        box = QComboBox()
        if self.parameterDefinition().flags() & QgsProcessingParameterDefinition.Flag.FlagOptional:
            box.addItem(translate("Evenlight", "Not set"), None)
        for label, word in words:
            box.addItem(label, word)
        self.fixed = box.count()
        box.currentIndexChanged.connect(lambda _: self.widgetValueHasChanged.emit(self))
        return box

    def postInitialize(self, wrappers: Iterable[QgsAbstractProcessingParameterWidgetWrapper]) -> None:
        """Follow the parameter with the image."""
        for wrapper in wrappers:
            if wrapper.parameterDefinition().name() == self.parent_name:
                wrapper.widgetValueHasChanged.connect(self._follow)
                self._follow(wrapper)

    def _follow(self, wrapper: QgsAbstractProcessingParameterWidgetWrapper) -> None:
        chosen = self.value()
        self.offer(band_names(wrapper.parameterValue()))
        self.setValue(chosen)

    def offer(self, names: Sequence[str]) -> None:
        """Put a layer's bands in place of those of the layer before."""
        while self.widget.count() > self.fixed:
            self.widget.removeItem(self.widget.count() - 1)
        for number, name in enumerate(names, start=1):
            self.widget.addItem(name, number)

    def setValue(self, value: object) -> None:
        """Choose a band by its number, which stays chosen where the layer has no such band or is not known yet."""
        box = self.widget
        data = [box.itemData(index) for index in range(box.count())]
        value = int(value) if re.fullmatch(r"\d+", str(value).strip()) else value
        if value in ("", None):
            box.setCurrentIndex(data.index(None) if None in data else 0)
            return
        if value not in data:
            box.addItem(_name_of(value), value)
            data.append(value)
        box.setCurrentIndex(data.index(value))

    def value(self) -> int | str | None:
        """The number, or a word; texts of numbers where the parameter is a text."""
        value = self.widget.currentData()
        return str(value) if self.words and value is not None else value


class BandsWrapper(BandWrapper):
    """Several bands with boxes to tick; the order in which a script names them stays until a box is ticked."""

    given = ""
    wanted: Sequence[int] = ()
    """Which were ticked for it."""

    def createWidget(self, parent: str, words: Sequence[Sequence[str]]) -> QgsCheckableComboBox:
        """The list."""
        self.parent_name, self.words = parent, words
        box = QgsCheckableComboBox()
        box.setDefaultText(translate("Evenlight", "All bands"))
        box.checkedItemsChanged.connect(lambda _: self.widgetValueHasChanged.emit(self))
        return box

    def offer(self, names: Sequence[str]) -> None:
        """Put a layer's bands in place of those of the layer before."""
        box = self.widget
        box.clear()
        for number, name in enumerate(names, start=1):
            box.addItemWithCheckState(name, Qt.CheckState.Unchecked, number)

    def setValue(self, value: object) -> None:
        """Tick the bands of a list such as ``1,3-5`` or ``[1, 3]``."""
        box = self.widget
        if isinstance(value, (list, tuple)):
            value = ",".join(map(str, value))
        self.given = "" if value is None else str(value)
        offered = {box.itemData(index) for index in range(box.count())}
        missing = [number for number in numbers_of(self.given) if number not in offered]
        # the run refuses a list that no layer has; it is handed on as it is
        self.wanted = numbers_of(self.given) if len(missing) <= MOST_ADDED else []
        for number in missing if self.wanted else ():
            box.addItemWithCheckState(_name_of(number), Qt.CheckState.Unchecked, number)
        wanted = set(self.wanted)
        for index in range(box.count()):
            ticked = Qt.CheckState.Checked if box.itemData(index) in wanted else Qt.CheckState.Unchecked
            box.setItemCheckState(index, ticked)

    def value(self) -> str:
        """The list; as it was given while the same bands are ticked."""
        ticked = [int(number) for number in self.widget.checkedItemsData()]
        if sorted(ticked) == sorted(self.wanted):
            return self.given
        return ",".join(map(str, ticked))


def numbers_of(text: str) -> list[int]:
    """Numbers in a list such as ``1,3-5``; nothing where it is none, which the run then refuses."""
    numbers = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        found = re.fullmatch(r"(\d{1,4})(?:\s*-\s*(\d{1,4}))?", part)
        if found is None:
            return []
        numbers += range(int(found.group(1)), int(found.group(2) or found.group(1)) + 1)
    return list(dict.fromkeys(numbers))


def band_names(value: object) -> list[str]:
    """What QGIS calls the bands of a layer, or of the first of several; nothing where there is none."""
    first = value[0] if isinstance(value, (list, tuple)) and value else value
    layer = first if isinstance(first, QgsRasterLayer) else None
    if isinstance(first, str) and first:
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        layer = QgsProcessingUtils.mapLayerFromString(first, context)
    if not isinstance(layer, QgsRasterLayer) or not layer.isValid():
        return []
    return [layer.dataProvider().displayBandName(number) for number in range(1, layer.bandCount() + 1)]


def _name_of(number: object) -> str:
    return translate("Evenlight", "Band {}").format(number)
