"""What is done in QGIS's window for the pictures; run by its desktop with ``--code``, see ``screenshots.py``.

Steps are generators that yield how long to wait, or what to wait for, so that dialogs which hold the
program's loop are no hindrance.  Clicks go where a mouse would click, and are counted.
"""

import json
import os
import sys
import time
import traceback

import processing
from qgis import utils
from qgis.core import QgsApplication, QgsProcessingModelAlgorithm, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QPoint, QRect, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDockWidget,
    QTabWidget,
    QTextBrowser,
    QTextEdit,
    QToolBar,
)

TASK = json.loads(os.environ["EVENLIGHT_PICTURES"])
ANSWER = {"pictures": []}
CLICKS = []
"""All there were."""
LONGEST = 120
"""Seconds to wait for anything."""
TOOL = "evenlight:balance_and_mosaic"


class Missing(Exception):
    """Something that should be there is not."""


def window():
    """QGIS's main window."""
    return utils.iface.mainWindow()


def everything():
    """All parts that are wanted, one after the other."""
    yield from arrange()
    parts = {"tutorial": tutorial, "balance": balance, "toolbox": toolbox, "tools": tools, "panel": panel}
    for part in TASK["parts"]:
        yield from parts[part]()


def arrange():
    """A window with the layers and the canvas, and little else."""
    window().resize(1200, 760)
    window().move(20, 20)
    for dock in window().findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    for bar in window().findChildren(QToolBar):
        bar.setVisible(bar.objectName() in ("mMapNavToolBar", "mAttributesToolBar"))
    yield 1.0


def fresh():
    """A project with both images and no results."""
    QgsProject.instance().clear()
    yield 0.5
    layers = [
        QgsRasterLayer(path, name) for path, name in zip(TASK["images"], ("West flight", "East flight"))
    ]
    QgsProject.instance().addMapLayers(layers)
    QgsProject.instance().setCrs(layers[0].crs())
    canvas = utils.iface.mapCanvas()
    canvas.zoomToFullExtent()
    yield 0.5
    canvas.zoomByFactor(1.1)
    yield from drawn()


def drawn():
    """Wait until the canvas is, without a message over it."""
    yield 0.7
    utils.iface.messageBar().clearWidgets()
    yield lambda: not utils.iface.mapCanvas().isDrawing()
    yield 0.5


def tutorial():
    """From two images to a mosaic, with the clicks of a user."""
    yield from fresh()
    picture("tutorial-1-layers.jpg", window())
    raster, evenlight, entry = menu_entries()
    CLICKS.clear()
    menu_bar = window().menuBar()
    click(menu_bar, menu_bar.actionGeometry(raster.menuAction()).center())
    yield raster.isVisible
    click(raster, raster.actionGeometry(evenlight.menuAction()).center())
    yield evenlight.isVisible
    evenlight.setActiveAction(entry)
    yield 0.5
    picture("tutorial-2-menu.png", menu_bar, raster, evenlight)
    click(evenlight, evenlight.actionGeometry(entry).center())
    yield lambda: dialog() is not None
    yield from placed(dialog())
    picture("tutorial-3-dialog.png", dialog())
    run = button(dialog(), "Run")
    click(run, run.rect().center())
    yield lambda: not run.isEnabled() or results() > 2
    yield lambda: run.isEnabled()
    yield 1.0
    yield from log_of(dialog())
    picture("tutorial-4-log.png", dialog())
    close = button(dialog(), "Close")
    click(close, close.rect().center())
    yield lambda: dialog() is None
    ANSWER["clicks"] = len(CLICKS)
    yield from drawn()
    ANSWER["layers"] = [layer.name() for layer in layer_order()]
    ANSWER["mosaic_covers_both"] = covers_both()
    picture("tutorial-5-mosaic.jpg", window())


def balance():
    """Inputs and results of Balance."""
    yield from fresh()
    inputs = [layer.id() for layer in QgsProject.instance().mapLayers().values()]
    opened = processing.createAlgorithmDialog("evenlight:balance", {"INPUT": inputs})
    opened.show()
    yield from placed(opened)
    run = button(opened, "Run")
    click(run, run.rect().center())
    yield lambda: not run.isEnabled() or results() > 2
    yield lambda: run.isEnabled()
    yield 1.0
    yield from log_of(opened)
    picture("log.png", opened)
    opened.close()
    yield from drawn()
    picture("balance-result.jpg", window())


def toolbox():
    """Where the tools are."""
    yield from fresh()
    dock = next(found for found in window().findChildren(QDockWidget) if found.objectName() == "ProcessingToolbox")
    dock.show()
    dock.algorithmTree.collapseAll()
    model = dock.algorithmTree.model()
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if index.data() == "Evenlight":
            dock.algorithmTree.expand(index)
            for group in range(model.rowCount(index)):
                dock.algorithmTree.expand(model.index(group, 0, index))
            dock.algorithmTree.scrollTo(index, dock.algorithmTree.ScrollHint.PositionAtTop)
    yield 1.0
    picture("toolbox.png", dock)
    dock.hide()


def tools():
    """The dialog of each tool."""
    yield from fresh()
    found = QgsApplication.processingRegistry().providerById("evenlight").algorithms()
    for algorithm in (one for one in found if not isinstance(one, QgsProcessingModelAlgorithm)):
        opened = processing.createAlgorithmDialog(algorithm.id(), {})
        opened.show()
        yield from placed(opened)
        picture(f"tool-{algorithm.name()}.png", opened)
        opened.close()
        yield 0.2


def panel():
    """The panel: a preview with the swipe, the overlaps, the seams of a mosaic."""
    yield from fresh()
    dock = utils.plugins["evenlight"].menu.show_panel()
    dock.choosing.add_visible()
    view = dock.view
    yield 0.5
    click(view.preview, view.preview.rect().center())
    yield lambda: dock.flow.state == "shown" and "…" not in view.figures.text()
    click(view.swipe, QPoint(8, view.swipe.height() // 2))
    yield lambda: not dock.compare.picture.isNull()
    yield from drawn()
    yield lambda: not dock.compare.picture.isNull()
    picture("panel-swipe.jpg", window())
    view.swipe.setChecked(False)
    view.overlaps_box.setCollapsed(False)
    view.on_map.setChecked(True)
    yield 0.5
    view.ensureWidgetVisible(view.on_map)
    yield from drawn()
    picture("panel-overlaps.jpg", window())
    view.on_map.setChecked(False)
    view.output.joined.setChecked(True)
    yield 0.5
    yield lambda: dock.flow.state == "shown"
    view.output.show_seams.setChecked(True)
    yield lambda: dock.seams.layer is not None
    view.ensureWidgetVisible(view.write)
    yield from drawn()
    picture("panel-seams.jpg", window())
    dock.discard()


def menu_entries():
    """The menu Raster, our menu in it, and the entry of the tool."""
    raster = utils.iface.rasterMenu()
    menus = [action.menu() for action in raster.actions() if action.menu() is not None]
    ours = next((found for found in menus if found.title().replace("&", "") == "Evenlight"), None)
    if ours is None:
        raise Missing("There is no menu Raster > Evenlight.")
    named = [action for action in ours.actions() if action.text().replace("&", "").startswith("Balance and mosaic")]
    if not named:
        raise Missing("The menu Raster > Evenlight has no entry Balance and mosaic.")
    return raster, ours, named[0]


def dialog():
    """The tool's dialog that is open, if any."""
    shown = [found for found in QApplication.topLevelWidgets() if isinstance(found, QDialog) and found.isVisible()]
    return next((found for found in shown if found.findChild(QTabWidget) and hasattr(found, "algorithm")), None)


def placed(opened):
    """A dialog beside the layers, large enough."""
    yield 0.7
    opened.resize(860, 560)
    opened.move(220, 110)
    yield 0.7


def log_of(opened):
    """What the run said, from its first line on: QGIS's own, above, hold the names of temporary files."""
    opened.resize(860, 600)
    yield 0.5
    text = max(opened.findChildren((QTextEdit, QTextBrowser)), key=lambda found: "Execution" in found.toPlainText())
    first = text.document().find("Reading 2 images")
    if first.isNull():
        raise Missing("The log does not say that images are read.")
    bar = text.verticalScrollBar()
    bar.setValue(bar.value() + text.cursorRect(first).top() - 4)
    yield 0.3


def button(owner, text):
    """A button that can be seen, by its text."""
    for found in owner.findChildren(QAbstractButton):
        if found.isVisible() and found.text().replace("&", "") == text:
            return found
    raise Missing(f"No button {text}.")


def click(widget, place):
    """As a user does; in a step of the loop of its own, because what opens may hold it."""
    CLICKS.append(place)
    QTimer.singleShot(0, lambda: QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(place)))


def results():
    """How many layers there are."""
    return len(QgsProject.instance().mapLayers())


def layer_order():
    """The layers, that on top first."""
    return QgsProject.instance().layerTreeRoot().layerOrder()


def covers_both():
    """Whether the layer on top shows the ground of both images."""
    top, *others = layer_order()
    return all(top.extent().buffered(1).contains(layer.extent()) for layer in others)


def picture(name, *widgets):
    """What the screen shows of some widgets, frames of windows included."""
    QApplication.processEvents()
    area = QRect()
    for widget in widgets:
        place = widget.frameGeometry() if widget.isWindow() else QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
        area = area.united(place)
    screen = QApplication.primaryScreen()
    shown = screen.grabWindow(0).copy(area.intersected(screen.geometry())).toImage()
    if not shown.save(os.path.join(TASK["pictures"], name), quality=82 if name.endswith("jpg") else 0):
        raise Missing(f"{name} could not be written.")
    ANSWER["pictures"].append(name)


class Steps:
    """Runs the generator, a step whenever what it waits for is there."""

    def __init__(self, steps):
        self._steps, self._wanted, self._since = steps, 0.5, time.monotonic()
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(50)

    def _look(self):
        waited = time.monotonic() - self._since
        try:
            if waited > LONGEST:
                raise Missing("Waited too long.")
            ready = self._wanted() if callable(self._wanted) else waited >= self._wanted
            if not ready:
                return
            self._timer.stop()
            self._wanted = next(self._steps)
            self._since = time.monotonic()
            self._timer.start(50)
        except StopIteration:
            end()


def end():
    """Leave an answer, and QGIS without questions about unsaved projects."""
    with open(TASK["answer"], "w", encoding="utf-8") as stream:
        json.dump(ANSWER, stream)
    os._exit(0)


def fail(kind, error, trace):
    """In place of QGIS's own dialog for what goes wrong in Python."""
    ANSWER["error"] = "".join(traceback.format_exception(kind, error, trace))
    end()


sys.excepthook = fail
STEPS = Steps(everything())
