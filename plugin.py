"""The plugin's life cycle: when QGIS brings it up and takes it down."""

from __future__ import annotations

from qgis.core import QgsApplication

from .gui.tasks import cancel_all
from .provider.provider import EvenlightProvider


class EvenlightPlugin:
    """Registers the Processing provider and takes it away again."""

    def __init__(self, iface):
        self.iface = iface
        self.provider: EvenlightProvider | None = None

    def initProcessing(self) -> None:
        """Bring the algorithms to Processing."""
        if self.provider is None:
            self.provider = EvenlightProvider()
            QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        """Bring up what the desktop shows: for now the toolbox, which Processing builds itself."""
        self.initProcessing()

    def unload(self) -> None:
        """Stop what runs in the background and take the algorithms away."""
        cancel_all()
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
