"""Raster > Evenlight: the tools to begin with, with the layers one would choose filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu

from ..algorithms.balance import Balance
from ..algorithms.balance_and_mosaic import BalanceAndMosaic
from ..algorithms.base import ICONS
from ..algorithms.help import index_url
from ..algorithms.mosaic import Mosaic
from ..algorithms.rows import shown
from .layer_choice import rasters_in_files, without_results
from .showing import IMAGE_OF_RUN, RESULT
from .styling import is_image

if TYPE_CHECKING:
    from .panel.dock import Panel

translate = QCoreApplication.translate
TOOLS = (Balance, BalanceAndMosaic, Mosaic)
ENOUGH = 2
"""Fewer selected layers are no choice: one is always selected."""


class Menu:
    """The submenu, from `show` until `remove`."""

    def __init__(self, iface):
        self.iface = iface
        self.menu: QMenu | None = None
        self.panel: Panel | None = None
        """Made when it is first opened."""
        self._switch: QAction | None = None

    def show(self) -> None:
        """Add it to QGIS's menu."""
        self.menu = QMenu("Evenlight", self.iface.mainWindow())
        self.menu.setObjectName("EvenlightMenu")
        self.menu.setIcon(QIcon(str(ICONS / "evenlight.svg")))
        self._switch = self.menu.addAction(QIcon(str(ICONS / "evenlight.svg")), translate("Evenlight", "Panel"))
        self._switch.setObjectName("panel")
        self._switch.setToolTip(translate("Evenlight", "Evenlight panel: see balanced images before they are written"))
        self._switch.setCheckable(True)
        self._switch.triggered.connect(self.show_panel)
        self.iface.addRasterToolBarIcon(self._switch)
        self.menu.addSeparator()
        for tool in TOOLS:
            icon = QIcon(str(ICONS / f"{tool.ID}.svg"))
            action = self.menu.addAction(icon, f"{shown(tool.NAME)}…")
            action.setObjectName(tool.ID)
            action.triggered.connect(lambda _=False, name=tool.ID: self.open(name))
        self.menu.addSeparator()
        action = self.menu.addAction(translate("Evenlight", "Help"))
        action.setObjectName("help")
        action.triggered.connect(lambda _=False: QDesktopServices.openUrl(QUrl(index_url())))
        self.iface.rasterMenu().addMenu(self.menu)

    def remove(self) -> None:
        """Take it away again."""
        if self.panel is not None:
            self.panel.close_for_good()
            self.iface.removeDockWidget(self.panel)
            sip.delete(self.panel)
            self.panel = None
        if self.menu is not None:
            self.iface.removeRasterToolBarIcon(self._switch)
            self.iface.rasterMenu().removeAction(self.menu.menuAction())
            # At once: the plugin's modules are dropped next.
            sip.delete(self.menu)
            self.menu = None

    def show_panel(self, on: bool = True) -> Panel:
        """Open the panel, or close it; when it is first opened it takes the images that a dialog would begin with."""
        if self.panel is None:
            # Imported here: QGIS's start should not wait for it.
            from .panel.dock import Panel

            self.panel = Panel(self.iface, self.iface.mainWindow())
            self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.panel)
            self.panel.setToggleVisibilityAction(self._switch)
            wanted = self.panel.widget().sizeHint().width()
            self.iface.mainWindow().resizeDocks([self.panel], [wanted], Qt.Orientation.Horizontal)
            layers = map(QgsProject.instance().mapLayer, self.images(Balance.ID))
            self.panel.choosing.add(layers)
        self.panel.setUserVisible(on)
        return self.panel

    def open(self, name: str) -> None:
        """Open the dialog of a tool, as the toolbox does."""
        # Imported here: Processing may be loaded after us.
        import processing

        processing.execAlgorithmDialog(f"evenlight:{name}", {"INPUT": self.images(name)})

    def images(self, name: str) -> list[str]:
        """Ids of the selected raster layers for a tool, or of visible images where fewer than two are selected.

        An image and its result are not balanced with each other, but results of a run are what makes a mosaic.
        """
        for_mosaic = name == Mosaic.ID
        selected = rasters_in_files(self.iface.layerTreeView().selectedLayers())
        chosen = selected if for_mosaic else without_results(selected)
        if len(chosen) < ENOUGH:
            shown_ones = rasters_in_files(QgsProject.instance().layerTreeRoot().checkedLayers())
            images = [layer for layer in shown_ones if is_image(layer)]
            made = [layer for layer in images if layer.customProperty(RESULT) == IMAGE_OF_RUN]
            chosen = made if for_mosaic and len(made) >= ENOUGH else without_results(images)
        return [layer.id() for layer in chosen]
