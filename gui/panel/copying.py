"""Copy as: a command that does what the panel would write."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QCoreApplication, QObject
from qgis.PyQt.QtWidgets import QApplication, QMenu, QToolButton

from ...algorithms.balance import Balance
from ...algorithms.balance_and_mosaic import BalanceAndMosaic
from ...algorithms.global_regression import GlobalRegression
from ...algorithms.local_block_adjustment import LocalBlockAdjustment
from .boxes import OutputBox
from .commands import Command, command_of
from .settings import LOCAL, OVERALL, Settings

translate = QCoreApplication.translate


class Copying(QObject):
    """The menu of the button."""

    def __init__(
        self,
        tool_button: QToolButton,
        settings: Settings,
        output: OutputBox,
        parameters: Callable[[], dict[str, object]],
        parent: QObject | None = None,
    ):
        super().__init__(parent)
        self._settings, self._output, self._parameters = settings, output, parameters
        menu = QMenu(tool_button)
        for name, label, text in (
            ("python", translate("Evenlight", "Python call"), Command.python),
            ("shell", translate("Evenlight", "qgis_process command"), Command.shell),
            ("json", translate("Evenlight", "JSON for qgis_process"), Command.json),
        ):
            action = menu.addAction(label)
            action.setObjectName(name)
            action.triggered.connect(lambda _=False, text=text: self._copy(text))
        tool_button.setMenu(menu)

    def command(self) -> Command:
        """The tool that does it, with all that is not its default."""
        joined, place = self._output.joined.isChecked(), self._output.target
        overall, local = (bool(self._settings.value(name)) for name in (OVERALL, LOCAL))
        values = self._parameters()
        if joined:
            tool = BalanceAndMosaic
            more = {"BLEND": self._output.blend.currentData(), "SEAM_METHOD": self._output.method.currentData()}
            values = {**values, **more, "OUTPUT": place or "TEMPORARY_OUTPUT"}
        else:
            tool = Balance if overall and local else GlobalRegression if overall else LocalBlockAdjustment
            values = {**values, "OUTPUT_FOLDER": place or "TEMPORARY_OUTPUT"}
        if self._output.page:
            values["REPORT"] = self._output.page
        return command_of(tool.ID, {row.name for row in tool.ROWS}, values)

    def _copy(self, text: Callable[[Command], str]) -> None:
        QApplication.clipboard().setText(text(self.command()))
