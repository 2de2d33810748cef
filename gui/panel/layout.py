"""The panel's widgets and where they stand; nothing here knows what they do."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsCollapsibleGroupBoxBasic
from qgis.PyQt.QtCore import QCoreApplication, QModelIndex, QSize, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QShortcut,
    QSlider,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from .boxes import OutputBox, SettingsBox, button
from .images import BANDS, NAME, RANK, RIGHT, STATE, TYPE, Images
from .overlaps import overlaps_model
from .settings import Settings

translate = QCoreApplication.translate

WIDTH, HEIGHT = 400, 700
"""Pixels that the panel would like to have."""

SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
"""Texts that can be copied."""

ROWS_SHOWN = 7
"""Of the trees, before they scroll."""


class Layout(QScrollArea):
    """All widgets, from top to bottom."""

    def __init__(self, images: Images, settings: Settings, parent: QWidget | None = None):
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._make_images(images)
        self.correction, self.output = SettingsBox(settings), OutputBox(settings)
        self._make_preview()
        self._make_compare()
        self._make_figures()
        self._make_writing()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(_box(translate("Evenlight", "Images"), self._images))
        column.addWidget(_box(translate("Evenlight", "Correction"), _alone(self.correction)))
        column.addWidget(_box(translate("Evenlight", "Preview"), self._preview))
        column.addWidget(_box(translate("Evenlight", "Compare"), self._compare))
        self.figures_box = _box(translate("Evenlight", "Figures"), self._figures)
        column.addWidget(self.figures_box)
        self.overlaps_box = _box(translate("Evenlight", "Overlaps"), self._overlaps, True)
        column.addWidget(self.overlaps_box)
        column.addWidget(_box(translate("Evenlight", "Output"), self._writing))
        column.addStretch(1)
        self.setWidget(inside)
        # as there is no bar to move sideways by
        bar = self.verticalScrollBar().sizeHint().width()
        self.setMinimumWidth(inside.minimumSizeHint().width() + bar)
        self._set_tab_order()
        images.filled.connect(self._on_filled)
        self._on_filled()

    def sizeHint(self) -> QSize:
        """Wide enough for names of images."""
        return QSize(max(WIDTH, self.minimumWidth()), HEIGHT)

    def shortcut(self, keys: QKeySequence, call: Callable[[], object]) -> None:
        """Keys that count while the panel has the focus."""
        made = QShortcut(keys, self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(call)

    def ranked(self, on: bool) -> None:
        """Show the ranks of images only where seams go by them."""
        self.tree.setColumnHidden(RANK, not on)

    def overlaps_filled(self) -> None:
        """The table has other rows."""
        for column in range(1, 5):
            self.table.resizeColumnToContents(column)

    def _on_filled(self) -> None:
        self.tree.expandAll()
        for row in range(self.tree.model().rowCount()):
            self.tree.setFirstColumnSpanned(row, QModelIndex(), True)
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in (BANDS, TYPE, RIGHT, RANK, STATE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    def _make_images(self, images: Images) -> None:
        self.tree = _tree(translate("Evenlight", "Images and their overlap groups"))
        self.tree.setObjectName("images")
        self.tree.setModel(images.model)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.visible = button(
            translate("Evenlight", "&Visible"),
            translate("Evenlight", "Add the raster layers that are ticked in the Layers panel"), "visible",
        )  # fmt: skip
        self.selected = button(
            translate("Evenlight", "Selecte&d"),
            translate("Evenlight", "Add the raster layers that are selected in the Layers panel"), "selected",
        )  # fmt: skip
        self.files = button(
            translate("Evenlight", "F&iles…"),
            translate("Evenlight", "Add rasters that are not in the project"), "files",
        )  # fmt: skip
        self.remove = button(
            translate("Evenlight", "&Remove"),
            translate("Evenlight", "Take the selected images out of the list"), "remove",
        )  # fmt: skip
        self._images = QVBoxLayout()
        self._images.addWidget(self.tree)
        self._images.addLayout(_line(self.visible, self.selected, self.files, self.remove))

    def _make_preview(self) -> None:
        self.preview = button(
            translate("Evenlight", "&Preview"),
            translate("Evenlight", "Show the result as layers; nothing is written"), "preview",
        )  # fmt: skip
        self.cancel = button(
            translate("Evenlight", "&Cancel"),
            translate("Evenlight", "Stop what is going on (Escape); a preview that is there stays"), "cancel",
        )  # fmt: skip
        self.discard = button(
            translate("Evenlight", "Disc&ard"),
            translate("Evenlight", "Remove the preview's layers and forget what was read"), "discard",
        )  # fmt: skip
        self.progress = QProgressBar()
        self.progress.setObjectName("progress")
        self.progress.setAccessibleName(translate("Evenlight", "Progress"))
        # dark themes draw it dark on dark
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.remaining = QLabel()
        self.remaining.setObjectName("remaining")
        self.remaining.hide()
        self.status = QLabel()
        self.status.setObjectName("status")
        self.status.setAccessibleName(translate("Evenlight", "Status"))
        self.status.setWordWrap(True)
        self.status.setTextInteractionFlags(SELECTABLE)
        self.notes = QToolButton()
        self.notes.setObjectName("notes")
        self.notes.setAutoRaise(True)
        self.notes.hide()
        self._preview = QVBoxLayout()
        self._preview.addLayout(_line(self.preview, self.cancel, self.discard))
        going = QHBoxLayout()
        going.addWidget(self.progress, 1)
        going.addWidget(self.remaining)
        self._preview.addLayout(going)
        self._preview.addWidget(self.status)
        self._preview.addWidget(self.notes)

    def _make_compare(self) -> None:
        self.swipe = QCheckBox(translate("Evenlight", "S&wipe"))
        self.swipe.setObjectName("swipe")
        self.swipe.setToolTip(translate("Evenlight", "A line in the map to drag: left of it after, right of it before"))
        self.share = QSlider(Qt.Orientation.Horizontal)
        self.share.setRange(0, 100)
        self.share.setValue(50)
        self.share.setAccessibleName(translate("Evenlight", "Place of the line between after and before"))
        self.before = button(
            translate("Evenlight", "Hold: before"),
            translate("Evenlight", "Shows the images as they are while it is held down (key B)"), "before",
        )  # fmt: skip
        self.next = button(
            translate("Evenlight", "Next on top"),
            translate("Evenlight", "Where images lie on each other, shows the next of them (key N)"), "next",
        )  # fmt: skip
        self._compare = QVBoxLayout()
        sliding = QHBoxLayout()
        sliding.addWidget(self.swipe)
        sliding.addWidget(self.share, 1)
        self._compare.addLayout(sliding)
        self._compare.addLayout(_line(self.before, self.next))

    def _make_figures(self) -> None:
        self.figures = QLabel()
        self.figures.setObjectName("figures")
        self.figures.setTextFormat(Qt.TextFormat.RichText)
        self.figures.setWordWrap(True)
        self.figures.setTextInteractionFlags(SELECTABLE)
        self._figures = QVBoxLayout()
        self._figures.addWidget(self.figures)
        self.overlaps = overlaps_model(self)
        self.table = _tree(translate("Evenlight", "Overlaps of two images"))
        self.table.setObjectName("overlaps")
        self.table.setModel(self.overlaps)
        self.table.setRootIsDecorated(False)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.header().resizeSection(0, 150)
        self.table.header().setStretchLastSection(True)
        self.on_map = QCheckBox(translate("Evenlight", "Show on &map"))
        self.on_map.setObjectName("on_map")
        self.on_map.setToolTip(
            translate("Evenlight", "Footprints, and a link between images that overlap; rejected ones are dashed")
        )
        self._overlaps = QVBoxLayout()
        self._overlaps.addWidget(self.table)
        self._overlaps.addWidget(self.on_map)

    def _make_writing(self) -> None:
        self.write = button(
            translate("Evenlight", "Wri&te"),
            translate("Evenlight", "Write the results; what the preview has read is not read for it again"),
            "write",
        )  # fmt: skip
        self.copy = QToolButton()
        self.copy.setObjectName("copy")
        self.copy.setText(translate("Evenlight", "Copy as"))
        self.copy.setToolTip(translate("Evenlight", "Put a command that does the same on the clipboard"))
        self.copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.copy.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._writing = QVBoxLayout()
        self._writing.addWidget(self.output)
        line = QHBoxLayout()
        line.addWidget(self.write, 1)
        line.addWidget(self.copy)
        self._writing.addLayout(line)

    def _set_tab_order(self) -> None:
        parts = [
            self.tree, self.visible, self.selected, self.files, self.remove, self.correction.overall,
            self.correction.method, self.correction.local, self.correction.correction, self.correction.blocks,
            self.correction.strength, self.correction.share, self.correction.all, self.preview, self.cancel,
            self.discard, self.status, self.notes, self.swipe, self.share, self.before, self.next, self.figures,
            self.table, self.on_map, self.output.separate, self.output.joined, self.output.folder, self.output.file,
            self.output.blend, self.output.method, self.output.show_seams, self.output.format, self.output.dtype,
            self.write, self.copy,
        ]  # fmt: skip
        for one, other in zip(parts, parts[1:]):
            QWidget.setTabOrder(one, other)


def _tree(name: str) -> QTreeView:
    made = QTreeView()
    made.setAccessibleName(name)
    made.setUniformRowHeights(True)
    made.setAlternatingRowColors(True)
    made.setIndentation(12)
    made.setMinimumHeight(ROWS_SHOWN * (made.fontMetrics().height() + 6))
    made.header().setMinimumSectionSize(24)
    return made


def _box(title: str, layout: QLayout, folded: bool = False) -> QgsCollapsibleGroupBoxBasic:
    made = QgsCollapsibleGroupBoxBasic(title)
    made.setAccessibleName(title)
    layout.setContentsMargins(4, 4, 4, 4)
    made.setLayout(layout)
    made.setCollapsed(folded)
    return made


def _alone(widget: QWidget) -> QVBoxLayout:
    made = QVBoxLayout()
    made.addWidget(widget)
    return made


def _line(*buttons: QPushButton) -> QGridLayout:
    """Buttons of equal width."""
    made = QGridLayout()
    for place, one in enumerate(buttons):
        made.addWidget(one, 0, place)
        made.setColumnStretch(place, 1)
    return made
