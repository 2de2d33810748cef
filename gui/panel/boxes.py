"""The panel's widgets for settings and output; labels, help and limits are those of the tables of parameters."""

from __future__ import annotations

import os

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QCoreApplication, QSignalBlocker, Qt, QUrl, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...algorithms.balance_and_mosaic import BalanceAndMosaic
from ...algorithms.kinds import OneOf
from ...algorithms.rows import Parameter, shown
from ...core.mosaicking.settings import Blend, SeamMethod
from .offers import BlockOffers
from .settings import LOCAL, OVERALL, ROWS, STRENGTH, Settings

translate = QCoreApplication.translate

MOST_BLOCKS = 100_000
MOSAIC_ROWS = {row.name: row for row in BalanceAndMosaic.ROWS if isinstance(row, Parameter)}


def label_of(row: Parameter, buddy: QWidget, mnemonic: str = "") -> QLabel:
    """A label for a widget, both with the row's help; ``mnemonic``: a letter of the label for the keyboard."""
    text = shown(row.label)
    label = QLabel(text.replace(mnemonic, f"&{mnemonic}", 1) if mnemonic else text)
    label.setBuddy(buddy)
    for widget in (label, buddy):
        widget.setToolTip(shown(row.help))
    buddy.setAccessibleName(text)
    return label


def choices(row: OneOf) -> QComboBox:
    """A list of labels that stand for words; long ones do not widen the panel."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    for word in row.offered():
        box.addItem(row.label_of(word), word.value)
    return box


class SettingsBox(QWidget):
    """How the images are balanced."""

    more = pyqtSignal()
    """All settings are wanted."""

    def __init__(self, settings: Settings, parent: QWidget | None = None):
        super().__init__(parent)
        self.settings = settings
        self.overall = QCheckBox(translate("Evenlight", "&Overall: gain and offset"))
        self.method = choices(ROWS["METHOD"])
        self.overall.setToolTip(translate("Evenlight", "One gain and one offset for each image and band"))
        self.local = QCheckBox(translate("Evenlight", "&Block by block"))
        self.local.setToolTip(translate("Evenlight", "Evens differences that vary inside the images, such as light"))
        self.correction = choices(ROWS["CORRECTION"])
        self.blocks = QSpinBox()
        self.blocks.setRange(1, MOST_BLOCKS)
        self.blocks.setKeyboardTracking(False)
        self.larger = QToolButton()
        self.offers = BlockOffers(self.larger, settings)
        self.strength = QSlider(Qt.Orientation.Horizontal)
        self.strength.setRange(0, 100)
        self.strength.setPageStep(10)
        self.share = QSpinBox()
        self.share.setRange(0, 100)
        self.share.setSuffix(" %")
        self.share.setAccessibleName(translate("Evenlight", "Strength in percent"))
        self.all = QPushButton(translate("Evenlight", "&More settings…"))
        self.all.setToolTip(translate("Evenlight", "All settings of Balance, filled in as they are now"))
        self.all.clicked.connect(lambda _=False: self.more.emit())
        self.others = QLabel()
        self.others.setWordWrap(True)
        self._lay_out()
        self._connect()
        settings.changed.connect(lambda _: self.show_values())
        self.show_values()

    def show_values(self) -> None:
        """Show what the settings hold."""
        get = self.settings.value
        parts = (self.overall, self.local, self.method, self.correction, self.blocks, self.strength, self.share)
        blockers = [QSignalBlocker(part) for part in parts]
        self.overall.setChecked(bool(get(OVERALL)))
        self.local.setChecked(bool(get(LOCAL)))
        self.method.setCurrentIndex(self.method.findData(str(get("METHOD"))))
        self.correction.setCurrentIndex(self.correction.findData(str(get("CORRECTION"))))
        self.blocks.setValue(int(get("BLOCKS")))
        percent = round(100 * float(get(STRENGTH)))
        self.strength.setValue(percent)
        self.share.setValue(percent)
        del blockers
        for part in (self.method,):
            part.setEnabled(bool(get(OVERALL)))
        for part in (self.correction, self.blocks, self.strength, self.share):
            part.setEnabled(bool(get(LOCAL)))
        self.offers.show()
        seen = {"METHOD", "CORRECTION", "BLOCKS", STRENGTH, OVERALL, LOCAL}
        names = [shown(ROWS[name].label) for name in self.settings.differing() if name not in seen]
        self.others.setText(translate("Evenlight", "Also set: {}.").format(", ".join(names)) if names else "")
        self.others.setVisible(bool(names))

    def _connect(self) -> None:
        """Widgets change settings."""
        put = self.settings.set
        self.overall.toggled.connect(lambda on: put(OVERALL, on))
        self.local.toggled.connect(lambda on: put(LOCAL, on))
        for box, name in ((self.method, "METHOD"), (self.correction, "CORRECTION")):
            box.currentIndexChanged.connect(lambda _, box=box, name=name: put(name, box.currentData()))
        self.blocks.valueChanged.connect(self.offers.set_number)
        for part in (self.strength, self.share):
            part.valueChanged.connect(lambda percent: put(STRENGTH, percent / 100))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnMinimumWidth(0, 14)
        grid.setColumnStretch(2, 1)
        strength = QHBoxLayout()
        strength.addWidget(self.strength, 1)
        strength.addWidget(self.share)
        grid.addWidget(self.overall, 0, 0, 1, 3)
        grid.addWidget(label_of(ROWS["METHOD"], self.method), 1, 1)
        grid.addWidget(self.method, 1, 2)
        grid.addWidget(self.local, 2, 0, 1, 3)
        grid.addWidget(label_of(ROWS["CORRECTION"], self.correction), 3, 1)
        grid.addWidget(self.correction, 3, 2)
        grid.addWidget(label_of(ROWS["BLOCKS"], self.blocks), 4, 1)
        blocks = QHBoxLayout()
        blocks.addWidget(self.blocks, 1)
        blocks.addWidget(self.larger)
        grid.addLayout(blocks, 4, 2)
        grid.addWidget(label_of(ROWS[STRENGTH], self.strength, "S"), 5, 1)
        grid.addLayout(strength, 5, 2)
        grid.addWidget(self.others, 6, 0, 1, 3)
        grid.addWidget(self.all, 7, 2, Qt.AlignmentFlag.AlignRight)


class OutputBox(QWidget):
    """Where results go."""

    changed = pyqtSignal()
    """Of what is written, what changes the solution: the type, and whether it is one mosaic."""
    blended = pyqtSignal()
    """How a mosaic is joined."""

    def __init__(self, settings: Settings, parent: QWidget | None = None):
        super().__init__(parent)
        self.settings = settings
        self.separate = QRadioButton(translate("Evenlight", "&Folder"))
        self.joined = QRadioButton(translate("Evenlight", "Mosaic"))
        self.separate.setToolTip(translate("Evenlight", "Each image becomes a file of its own"))
        self.joined.setToolTip(shown(MOSAIC_ROWS["OUTPUT"].help))
        self.separate.setChecked(True)
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setAccessibleName(translate("Evenlight", "Folder for the results"))
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setFilter(translate("Evenlight", "GeoTIFF (*.tif)"))
        self.file.setAccessibleName(translate("Evenlight", "File of the mosaic"))
        self.format = choices(ROWS["OUTPUT_FORMAT"])
        self.dtype = choices(ROWS["OUTPUT_DTYPE"])
        self.blend = choices(MOSAIC_ROWS["BLEND"])
        self.blend.setCurrentIndex(self.blend.findData(str(MOSAIC_ROWS["BLEND"].first_value())))
        self.method = choices(MOSAIC_ROWS["SEAM_METHOD"])
        self.show_seams = QCheckBox(translate("Evenlight", "Show the seams on the map"))
        self.show_seams.setToolTip(translate("Evenlight", "About where they will run, found on larger pixels"))
        self.report = QCheckBox(shown(MOSAIC_ROWS["REPORT"].label))
        self.report.setToolTip(translate("Evenlight", "A page beside the results, with figures and what to do"))
        self.report_link = QLabel()
        self.report_link.setOpenExternalLinks(True)
        self.report_link.hide()
        self.of_mosaic = QWidget()
        self._lay_out()
        self._connect()
        settings.changed.connect(lambda _: self.show_values())
        self.show_values()

    @property
    def target(self) -> str:
        """The folder, or the file of the mosaic."""
        if not self.joined.isChecked():
            return self.folder.filePath().strip()
        name = self.file.filePath().strip()
        return name if not name or name.lower().endswith((".tif", ".tiff")) else f"{name}.tif"

    @property
    def page(self) -> str:
        """The file of the report, where one is wanted and there is a place for it."""
        if not self.target or not self.report.isChecked():
            return ""
        stem = os.path.splitext(self.target)[0] if self.joined.isChecked() else os.path.join(self.target, "evenlight")
        return f"{stem}-report.html"

    def offer_report(self, page: str) -> None:
        """Show a link to a page that was written; none: show none."""
        name = translate("Evenlight", "Open the report")
        self.report_link.setText(f'<a href="{QUrl.fromLocalFile(page).toString()}">{name}</a>' if page else "")
        self.report_link.setVisible(bool(page))

    @property
    def by_rank(self) -> bool:
        """Whether seams of a mosaic go by the ranks of images."""
        return self.joined.isChecked() and self.seams is SeamMethod.RANK

    @property
    def blending(self) -> Blend:
        """How the images of a mosaic are blended."""
        return Blend(self.blend.currentData())

    @property
    def seams(self) -> SeamMethod:
        """Where the seams of a mosaic run."""
        return SeamMethod(self.method.currentData())

    def show_values(self) -> None:
        """Show what the settings hold."""
        blockers = [QSignalBlocker(part) for part in (self.format, self.dtype)]
        self.format.setCurrentIndex(self.format.findData(str(self.settings.value("OUTPUT_FORMAT"))))
        self.dtype.setCurrentIndex(self.dtype.findData(str(self.settings.value("OUTPUT_DTYPE"))))
        del blockers

    def _switch(self, _on: bool) -> None:
        joined = self.joined.isChecked()
        self.folder.setVisible(not joined)
        self.file.setVisible(joined)
        self.of_mosaic.setVisible(joined)
        self.changed.emit()

    def _connect(self) -> None:
        self.joined.toggled.connect(self._switch)
        self.format.currentIndexChanged.connect(
            lambda _: self.settings.set("OUTPUT_FORMAT", self.format.currentData())
        )
        self.dtype.currentIndexChanged.connect(lambda _: self.settings.set("OUTPUT_DTYPE", self.dtype.currentData()))
        for box in (self.blend, self.method):
            box.currentIndexChanged.connect(lambda _: self.blended.emit())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        kinds = QHBoxLayout()
        kinds.addWidget(self.separate)
        kinds.addWidget(self.joined)
        kinds.addStretch(1)
        column.addLayout(kinds)
        column.addWidget(self.folder)
        column.addWidget(self.file)
        form = _form(self.of_mosaic)
        form.addRow(label_of(MOSAIC_ROWS["BLEND"], self.blend), self.blend)
        form.addRow(label_of(MOSAIC_ROWS["SEAM_METHOD"], self.method), self.method)
        form.addRow(self.show_seams)
        column.addWidget(self.of_mosaic)
        kind = QWidget()
        form = _form(kind)
        form.addRow(label_of(ROWS["OUTPUT_FORMAT"], self.format), self.format)
        form.addRow(label_of(ROWS["OUTPUT_DTYPE"], self.dtype), self.dtype)
        column.addWidget(kind)
        column.addWidget(self.report)
        column.addWidget(self.report_link)
        self.file.hide()
        self.of_mosaic.hide()


def _form(parent: QWidget) -> QFormLayout:
    form = QFormLayout(parent)
    form.setContentsMargins(0, 0, 0, 0)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    parent.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return form


def button(text: str, tip: str, name: str) -> QPushButton:
    """A button with a name for tests; what it does is connected elsewhere."""
    made = QPushButton(text)
    made.setToolTip(tip)
    made.setObjectName(name)
    made.setMinimumWidth(1)
    return made
