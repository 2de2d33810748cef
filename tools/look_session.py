"""What is done in QGIS's window to look at results; run by its desktop with ``--code``, see ``look_at_results.py``."""

import json
import os
import sys
import tempfile
import traceback

import processing
from qgis import utils
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QEventLoop, QTimer
from qgis.PyQt.QtGui import QPainter, QPixmap
from qgis.PyQt.QtWidgets import QDockWidget, QToolBar

TASK = json.loads(os.environ["EVENLIGHT_PICTURES"])
ANSWER = {"pictures": []}


def look():
    """All tools on all scenes."""
    window = utils.iface.mainWindow()
    window.resize(900, 700)
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    for bar in window.findChildren(QToolBar):
        bar.hide()
    for scene, paths in TASK["scenes"].items():
        for tool in TASK["tools"]:
            QgsProject.instance().clear()
            inputs = opened(paths)
            shown(inputs, True)
            before = picture()
            processing.runAndLoadResults(f"evenlight:{tool}", parameters_of(tool, inputs))
            results = [layer for layer in QgsProject.instance().mapLayers().values() if layer not in inputs]
            shown(results, False)
            inputs_after = picture()
            shown(results, True)
            shown(inputs, tool in ("threshold_mask", "pif_mask"))
            name = f"{scene}-{tool}.png"
            beside([before, inputs_after, picture()]).save(os.path.join(TASK["pictures"], name))
            ANSWER["pictures"].append(name)


def opened(paths):
    """Layers as a user opens and names them, the first on top."""
    layers = []
    for number, path in enumerate(paths, start=1):
        layer = QgsRasterLayer(path, f"Flight {number}")
        if TASK["bands"]:
            renderer = layer.renderer().clone()
            red, green, blue = TASK["bands"]
            renderer.setRedBand(red)
            renderer.setGreenBand(green)
            renderer.setBlueBand(blue)
            layer.setRenderer(renderer)
            layer.setDefaultContrastEnhancement()
        layers.append(layer)
    QgsProject.instance().addMapLayers(layers)
    QgsProject.instance().setCrs(layers[0].crs())
    utils.iface.mapCanvas().zoomToFullExtent()
    return layers


def parameters_of(tool, inputs):
    """Defaults, and what has none."""
    folder = tempfile.mkdtemp()
    single, target = {"INPUT": inputs[0]}, os.path.join(folder, "result.tif")
    return {
        "mosaic": {"INPUT": inputs, "OUTPUT": target},
        "balance_and_mosaic": {"INPUT": inputs, "OUTPUT": target},
        "histogram_match": {"INPUT": inputs[:1], "REFERENCE": inputs[1], "OUTPUT_FOLDER": folder},
        "threshold_mask": {"INPUT": inputs, "EXPRESSION": "b1 > 80%b1", "OUTPUT_FOLDER": folder},
        "pif_mask": {**single, "REFERENCE": inputs[1], "OUTPUT": target},
        "save_block_maps": {"INPUT": inputs, "REFERENCE_MAP": target, "LOCAL_MAPS": folder},
    }.get(tool, {"INPUT": inputs, "OUTPUT_FOLDER": folder})


def shown(layers, wanted):
    """Tick layers, or untick them."""
    root = QgsProject.instance().layerTreeRoot()
    for layer in layers:
        root.findLayer(layer.id()).setItemVisibilityChecked(wanted)


def picture():
    """The window when its canvas is drawn."""
    utils.iface.messageBar().clearWidgets()
    utils.iface.mapCanvas().refreshAllLayers()
    wait(0.5)
    while utils.iface.mapCanvas().isDrawing():
        wait(0.2)
    wait(0.5)
    return utils.iface.mainWindow().grab()


def wait(seconds):
    """Let QGIS work."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def beside(pictures):
    """From left to right."""
    whole = QPixmap(sum(one.width() for one in pictures), max(one.height() for one in pictures))
    painter, left = QPainter(whole), 0
    for one in pictures:
        painter.drawPixmap(left, 0, one)
        left += one.width()
    painter.end()
    return whole


def run():
    """Look, say what came of it, and end QGIS."""
    try:
        look()
    finally:
        if sys.exc_info()[0] is not None:
            ANSWER["error"] = traceback.format_exc()
        with open(TASK["answer"], "w", encoding="utf-8") as file:
            json.dump(ANSWER, file)
        QgsProject.instance().clear()
        QgsApplication.instance().quit()


QTimer.singleShot(3000, run)
