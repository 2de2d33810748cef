"""Raster > Evenlight: the tools to begin with, with the layers one would choose filled in."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QUrl
from qgis.PyQt.QtGui import QDesktopServices, QIcon
from qgis.PyQt.QtWidgets import QMenu

from ..algorithms.balance import Balance
from ..algorithms.balance_and_mosaic import BalanceAndMosaic
from ..algorithms.base import ICONS
from ..algorithms.help import index_url
from ..algorithms.mosaic import Mosaic
from ..algorithms.rows import shown
from .showing import IMAGE_OF_RUN, RESULT
from .styling import is_image

translate = QCoreApplication.translate
TOOLS = (Balance, BalanceAndMosaic, Mosaic)
ENOUGH = 2
"""Fewer selected layers are no choice: one is always selected."""


class Menu:
    """The submenu, from `show` until `remove`."""

    def __init__(self, iface):
        self.iface = iface
        self.menu: QMenu | None = None

    def show(self) -> None:
        """Add it to QGIS's menu."""
        self.menu = QMenu("Evenlight", self.iface.mainWindow())
        self.menu.setObjectName("EvenlightMenu")
        self.menu.setIcon(QIcon(str(ICONS / "evenlight.svg")))
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
        if self.menu is not None:
            self.iface.rasterMenu().removeAction(self.menu.menuAction())
            # At once: the plugin's modules are dropped next.
            sip.delete(self.menu)
            self.menu = None

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
        selected = _rasters(self.iface.layerTreeView().selectedLayers())
        chosen = selected if for_mosaic else _without_results(selected)
        if len(chosen) < ENOUGH:
            shown_ones = _rasters(QgsProject.instance().layerTreeRoot().checkedLayers())
            images = [layer for layer in shown_ones if is_image(layer)]
            made = [layer for layer in images if layer.customProperty(RESULT) == IMAGE_OF_RUN]
            chosen = made if for_mosaic and len(made) >= ENOUGH else _without_results(images)
        return [layer.id() for layer in chosen]


def _without_results(layers: Iterable[QgsRasterLayer]) -> list[QgsRasterLayer]:
    return [layer for layer in layers if not layer.customProperty(RESULT)]


def _rasters(layers: Iterable[QgsMapLayer]) -> list[QgsRasterLayer]:
    """Those that lie in files: a map of a web service is no image of a run."""
    files = [layer for layer in layers if isinstance(layer, QgsRasterLayer) and layer.providerType() == "gdal"]
    return [layer for layer in files if layer.isValid()]
