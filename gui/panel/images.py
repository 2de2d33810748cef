"""The images of the panel, in a tree of groups that overlap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel

translate = QCoreApplication.translate

NAME, BANDS, TYPE, RIGHT, RANK, STATE = range(6)
"""Columns."""
KEY = Qt.ItemDataRole.UserRole + 1
"""Role of a row's value: a layer's id, or a file; empty for groups."""

NEUTRAL, GOOD, BAD = "", "good", "bad"
"""Kinds of states; colours go with the words."""


@dataclass
class Entry:
    """One image."""

    value: str
    """Id of its layer, or its file where it is not in the project."""
    name: str
    bands: int
    dtype: str
    crs: QgsCoordinateReferenceSystem
    extent: QgsRectangle
    """In its own system."""
    source: str
    """What is read."""
    use: bool = True
    right: bool = False
    """Whether its colours are right."""
    rank: int = 0
    state: tuple[str, str] = ("", NEUTRAL)
    """A word, and of which kind it is."""


def entry_of(layer: QgsRasterLayer, value: str = "") -> Entry:
    """Of a layer; ``value``: of one that is not in the project."""
    provider, crs = layer.dataProvider(), layer.crs()
    kind = provider.dataType(1)
    # the enum's member has a name in newer versions, and is a number otherwise
    dtype = getattr(kind, "name", None) or _TYPES.get(int(kind), "")
    return Entry(value or layer.id(), layer.name(), layer.bandCount(), dtype, crs, layer.extent(), layer.source())


_TYPES = {1: "Byte", 2: "UInt16", 3: "Int16", 4: "UInt32", 5: "Int32", 6: "Float32", 7: "Float64", 14: "Int8"}


class Images(QObject):
    """The images, and the model that shows them."""

    changed = pyqtSignal()
    """Which images are used, or what is known of them, is another now."""
    filled = pyqtSignal()
    """The model was written anew."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.entries: list[Entry] = []
        self.model = QStandardItemModel(self)
        self._groups: list[int] = []
        self._rows: dict[str, list[QStandardItem]] = {}
        self._filling = False
        self.model.setHorizontalHeaderLabels([
            translate("Evenlight", "Image"), translate("Evenlight", "Bands"), translate("Evenlight", "Type"),
            translate("Evenlight", "Right"), translate("Evenlight", "Rank"), translate("Evenlight", "State"),
        ])  # fmt: skip
        tip = translate("Evenlight", "Tick images whose colours are right: they stay, and the others follow them")
        self.model.setHeaderData(RIGHT, Qt.Orientation.Horizontal, tip, Qt.ItemDataRole.ToolTipRole)
        self.model.itemChanged.connect(self._on_item)

    def add(self, entries: Iterable[Entry]) -> int:
        """Those that are not there yet; returns how many these are."""
        known = {entry.value for entry in self.entries} | {entry.source for entry in self.entries}
        new = []
        for entry in entries:
            if entry.value not in known and entry.source not in known:
                known |= {entry.value, entry.source}
                new.append(entry)
        if new:
            self.entries += new
            self.regroup()
        return len(new)

    def remove(self, values: Iterable[str]) -> bool:
        """Take images away; whether one of them was used."""
        gone = set(values)
        used = any(entry.use for entry in self.entries if entry.value in gone)
        left = [entry for entry in self.entries if entry.value not in gone]
        if len(left) != len(self.entries):
            self.entries = left
            self.regroup()
        return used

    @property
    def used(self) -> list[Entry]:
        """Those with a tick."""
        return [entry for entry in self.entries if entry.use]

    def regroup(self) -> None:
        """Group by extents: what truly overlaps is known when the images have been read."""
        self._groups = _groups_of([_common_extent(entry) for entry in self.entries])
        self.fill()
        self.changed.emit()

    def group(self, numbers: Mapping[str, int], states: Mapping[str, tuple[str, str]]) -> None:
        """Show groups and states that were found, by value; what they do not name keeps its own group."""
        own = max([*numbers.values(), 0]) + 1
        old = zip(self.entries, self._groups)
        self._groups = [numbers.get(entry.value, -1 if number < 0 else own + number) for entry, number in old]
        for entry in self.entries:
            entry.state = states.get(entry.value, ("", NEUTRAL))
        self.fill()

    def mark(self, values: Iterable[str], state: tuple[str, str]) -> None:
        """Show a state of some images."""
        for entry in self.entries:
            if entry.value in set(values):
                entry.state = state
        self.fill()

    def item(self, value: str) -> QStandardItem | None:
        """The row of an image."""
        return self._rows[value][NAME] if value in self._rows else None

    def fill(self) -> None:
        """Write the model anew."""
        self._filling = True
        # the columns stay, and with them what a view knows of them
        self.model.removeRows(0, self.model.rowCount())
        self._rows = {}
        shown = 0
        for number in sorted(set(self._groups), key=lambda each: (each < 0, each)):
            members = [entry for entry, group in zip(self.entries, self._groups) if group == number]
            if number < 0:
                title = translate("Evenlight", "Overlaps nothing")
            else:
                shown += 1
                title = translate("Evenlight", "Overlap group {}").format(shown)
            top = QStandardItem(f"{title} ({len(members)})")
            top.setEditable(False)
            rest = [QStandardItem() for _ in range(STATE)]
            for cell in rest:
                cell.setEditable(False)
            for entry in members:
                self._rows[entry.value] = _row(entry)
                top.appendRow(self._rows[entry.value])
            self.model.appendRow([top, *rest])
        self._filling = False
        self.filled.emit()

    def _on_item(self, item: QStandardItem) -> None:
        """A tick, or a rank."""
        entry = next((one for one in self.entries if one.value == item.data(KEY)), None)
        if self._filling or entry is None:
            return
        checked = item.checkState() == Qt.CheckState.Checked
        if item.column() == NAME and entry.use != checked:
            entry.use = checked
        elif item.column() == RIGHT and entry.right != checked:
            entry.right = checked
        elif item.column() == RANK:
            entry.rank = int(item.data(Qt.ItemDataRole.EditRole) or 0)
        else:
            return
        self.changed.emit()


def _row(entry: Entry) -> list[QStandardItem]:
    """The cells of one image."""
    word, kind = entry.state
    cells = [QStandardItem(text) for text in (entry.name, str(entry.bands), entry.dtype, "", "", word)]
    cells[RANK].setData(entry.rank, Qt.ItemDataRole.EditRole)
    for cell in cells:
        cell.setData(entry.value, KEY)
        cell.setEditable(False)
        cell.setToolTip(entry.source if not entry.source.startswith("<") else entry.name)
    cells[RANK].setEditable(True)
    for column, ticked in ((NAME, entry.use), (RIGHT, entry.right)):
        cells[column].setCheckable(True)
        cells[column].setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    cells[RIGHT].setData(
        translate("Evenlight", "The colours of {} are right").format(entry.name), Qt.ItemDataRole.AccessibleTextRole
    )
    cells[STATE].setData(kind, KEY + 1)
    return cells


def _common_extent(entry: Entry) -> QgsRectangle:
    """In degrees, where an extent has a system; as it is otherwise."""
    if not entry.crs.isValid():
        return entry.extent
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    try:
        to = QgsCoordinateTransform(entry.crs, degrees, QgsProject.instance())
        return to.transformBoundingBox(entry.extent)
    except QgsCsException:
        return entry.extent


def _groups_of(extents: Sequence[QgsRectangle]) -> list[int]:
    """A number for each, equal for those that overlap over however many others; -1 for those that overlap none."""
    number = list(range(len(extents)))

    def root(one: int) -> int:
        while number[one] != one:
            one = number[one]
        return one

    order = sorted(range(len(extents)), key=lambda each: extents[each].xMinimum())
    for place, one in enumerate(order):
        for other in order[place + 1:]:
            if extents[other].xMinimum() >= extents[one].xMaximum():
                break
            if extents[one].intersects(extents[other]):
                number[root(other)] = root(one)
    roots = [root(one) for one in range(len(extents))]
    known = {first: place for place, first in enumerate(dict.fromkeys(r for r in roots if roots.count(r) > 1))}
    return [known.get(each, -1) for each in roots]
