"""The panel beside a map canvas, small images in the project, and waiting for signals."""

from __future__ import annotations

import gc
from types import SimpleNamespace

import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEventLoop, QTimer
from qgis.PyQt.QtWidgets import QMainWindow

from evenlight.gui.panel.dock import Panel

PATIENCE = 30_000
"""Milliseconds, of a machine under load."""


class Waiting:
    """Waits for a signal that what stands below ``with`` causes."""

    def __init__(self, signal, wanted=lambda *values: True):
        self.values, self._wanted = None, wanted
        self._loop = QEventLoop()
        self._signal = signal
        signal.connect(self._on)

    def _on(self, *values):
        if self.values is None and self._wanted(*values):
            self.values = values
            self._loop.quit()

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is None and self.values is None:
            timer = QTimer()
            timer.setSingleShot(True)
            timer.timeout.connect(self._loop.quit)
            timer.start(PATIENCE)
            self._loop.exec()
            timer.stop()
        self._signal.disconnect(self._on)
        if kind is None:
            assert self.values is not None, "the signal did not come"


@pytest.fixture
def waiting():
    """``with waiting(signal, wanted):`` leaves the block when the signal came, with values that are wanted."""
    return Waiting


@pytest.fixture
def iface(provider, qgis_new_project):
    """What QGIS's interface gives the panel."""
    window, canvas = QMainWindow(), QgsMapCanvas()
    window.setCentralWidget(canvas)
    window.resize(500, 300)
    bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), canvas, canvas)
    bridge.setAutoSetupOnFirstLayer(False)
    found = SimpleNamespace(mainWindow=lambda: window, mapCanvas=lambda: canvas, selected=[], bridge=bridge)
    found.layerTreeView = lambda: SimpleNamespace(selectedLayers=lambda: found.selected)
    window.show()
    yield found
    window.close()
    # with the canvas and the bridge, which would follow the next project
    sip.delete(window)


@pytest.fixture
def panel(iface):
    made = Panel(iface, iface.mainWindow())
    made.show()
    yield made
    made.close_for_good()
    sip.delete(made)
    # while there is a QGIS whose objects can be deleted
    gc.collect()


@pytest.fixture
def layers(images, iface):
    """Three images in the project, and on the canvas."""
    found = [QgsRasterLayer(path, name) for path, name in zip(images, ("west", "middle", "east"))]
    QgsProject.instance().addMapLayers(found)
    extent = found[0].extent()
    for layer in found[1:]:
        extent.combineExtentWith(layer.extent())
    iface.mapCanvas().setDestinationCrs(found[0].crs())
    QgsProject.instance().setCrs(found[0].crs())
    iface.mapCanvas().setExtent(extent)
    return found


@pytest.fixture
def chosen(panel, layers):
    """The panel with the three images."""
    panel.view.visible.click()
    return panel


@pytest.fixture
def previewed(chosen, waiting):
    """The panel with a preview."""
    with waiting(chosen.previewed):
        chosen.view.preview.click()
    return chosen
