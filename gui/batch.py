"""What QGIS's batch dialog knows and no algorithm learns."""

from __future__ import annotations

from qgis.PyQt.QtCore import QThread
from qgis.PyQt.QtWidgets import QApplication


def batch_loads_nothing(algorithm: str) -> bool:
    """Whether an algorithm runs as a batch whose box "Load layers on completion" is off."""
    application = QApplication.instance()
    if not isinstance(application, QApplication) or QThread.currentThread() != application.thread():
        return False
    for window in application.topLevelWidgets():
        panel = window.mainWidget() if window.isVisible() and hasattr(window, "mainWidget") else None
        box = getattr(panel, "checkLoadLayersOnCompletion", None)
        if box is not None and window.algorithm().name() == algorithm:
            return not box.isChecked()
    return False
