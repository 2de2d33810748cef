"""The plugin's life cycle: when QGIS brings it up and takes it down."""

from __future__ import annotations

import sys

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication

from .algorithms.language import load_translation
from .gui.tasks import cancel_all
from .provider.provider import EvenlightProvider


class EvenlightPlugin:
    """Registers the Processing provider and takes it away again."""

    def __init__(self, iface):
        self.iface = iface
        self.provider: EvenlightProvider | None = None
        self.menu = None
        self._translation = load_translation()

    def initProcessing(self) -> None:
        """Bring the algorithms to Processing."""
        if self.provider is None:
            self.provider = EvenlightProvider()
            QgsApplication.processingRegistry().addProvider(self.provider)
            # again, with the models
            self.provider.refreshAlgorithms()

    def initGui(self) -> None:
        """Bring up what the desktop shows: the toolbox, which Processing builds itself, and the menu."""
        self.initProcessing()
        if self.iface is not None and self.menu is None:
            # Imported here: qgis_process has no widgets.
            from .gui.menu import Menu

            self.menu = Menu(self.iface)
            self.menu.show()

    def unload(self) -> None:
        """Stop what runs in the background and take the algorithms away."""
        cancel_all()
        if self.menu is not None:
            self.menu.remove()
            self.menu = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self._translation is not None:
            QCoreApplication.removeTranslator(self._translation)
            self._translation = None
        _show_modules_to_qgis()


def _show_modules_to_qgis() -> None:
    """Import all of our modules by name.

    QGIS drops those whose import it saw; a package that came with a module inside it would
    stay, and an upgraded plugin would find the older version's modules in it.
    """
    for name in [name for name in sys.modules if name.startswith(f"{__package__}.")]:
        __import__(name, fromlist=["__name__"])
