"""What is done with the panel in QGIS's window; run by its desktop with ``--code``, see ``benchmarks/panel.py``."""

import hashlib
import json
import os
import sys
import time
import traceback
from pathlib import Path

from qgis import utils
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QToolBar

TASK = json.loads(os.environ["EVENLIGHT_PICTURES"])
ANSWER = {"pictures": [], "figures": {}}
LONGEST = 120_000
CPU = []
"""Seconds of all threads, of what was waited for."""
TICK = 5
"""Milliseconds between two looks at whether the event loop runs."""


class Late:
    """The longest time, in milliseconds, by which a timer came too late; `busy`: that the event loop itself computed.

    On a machine with other work the second tells what is the panel's.
    """

    def __init__(self):
        self.most, self.busy = 0.0, 0.0
        self._last, self._own = time.perf_counter(), time.thread_time()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def __enter__(self):
        self._last, self._own = time.perf_counter(), time.thread_time()
        self._timer.start(TICK)
        return self

    def __exit__(self, *_):
        self._timer.stop()

    def _tick(self):
        now, own = time.perf_counter(), time.thread_time()
        self.most = max(self.most, 1000 * (now - self._last) - TICK)
        self.busy = max(self.busy, 1000 * (own - self._own))
        self._last, self._own = now, own

    def put(self, found, when):
        """Both, into the figures."""
        found[f"late {when} (ms)"], found[f"busy {when} (CPU ms)"] = self.most, self.busy


def wait_for(signal, start, wanted=lambda *values: True):
    """Do something and wait for its signal; seconds."""
    loop, came = QEventLoop(), []
    CPU.append(-time.process_time())

    def on(*values):
        if wanted(*values):
            came.append(time.perf_counter())
            loop.quit()

    signal.connect(on)
    begin = time.perf_counter()
    start()
    if not came:
        QTimer.singleShot(LONGEST, loop.quit)
        loop.exec()
    signal.disconnect(on)
    CPU[-1] += time.process_time()
    if not came:
        raise TimeoutError(str(signal))
    return came[0] - begin


def wait(seconds):
    """Let QGIS work."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def drawn(begin):
    """Seconds from a beginning until the canvas stands."""
    canvas = utils.iface.mapCanvas()
    wait(0.02)
    while canvas.isDrawing():
        wait(0.02)
    return time.perf_counter() - begin


def arrange():
    """Layers, canvas and the panel."""
    window = utils.iface.mainWindow()
    window.resize(1260, 780)
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    for bar in window.findChildren(QToolBar):
        bar.hide()


def opened(paths):
    """A project with these images."""
    QgsProject.instance().clear()
    layers = [QgsRasterLayer(path, Path(path).stem) for path in paths]
    QgsProject.instance().addMapLayers(layers)
    QgsProject.instance().setCrs(layers[0].crs())
    utils.iface.mapCanvas().zoomToFullExtent()
    wait(1.0)
    drawn(time.perf_counter())


def picture(name):
    """The window as it stands."""
    if TASK.get("pictures"):
        utils.iface.messageBar().clearWidgets()
        wait(0.5)
        drawn(time.perf_counter())
        utils.iface.mainWindow().grab().save(os.path.join(TASK["pictures"], f"{name}.png"))
        ANSWER["pictures"].append(f"{name}.png")


def marks(folders):
    """What files hold and when they were written."""
    return {
        str(path): (path.stat().st_mtime_ns, hashlib.sha256(path.read_bytes()).hexdigest())
        for folder in folders for path in sorted(Path(folder).rglob("*")) if path.is_file()
    }  # fmt: skip


def measure(name, paths):
    """One set of images, from the opened project to the written result."""
    opened(paths)
    found = ANSWER["figures"].setdefault(name, {"images": len(paths), "load": os.getloadavg()[0]})
    with Late() as late:
        wait(3.0)
    late.put(found, "idle")
    begin = time.perf_counter()
    panel = utils.plugins["evenlight"].menu.show_panel()
    panel.choosing.add_visible()
    QApplication.processEvents()
    found["panel opens (s)"] = time.perf_counter() - begin
    with Late() as late:
        wait(3.0)
    late.put(found, "after opening")
    picture(f"{name}-1-idle")
    if TASK.get("only_open"):
        return
    view = panel.view
    with Late() as late:
        begin = time.perf_counter()
        found["preview to layers (s)"] = wait_for(panel.previewed, view.preview.click)
        found["preview to layers (CPU s)"] = CPU[-1]
        found["preview to drawn (s)"] = drawn(begin)
    late.put(found, "in preview")
    while "…" in view.figures.text():
        wait(0.1)
    picture(f"{name}-2-preview")
    files = marks([os.path.dirname(paths[0]), *panel.flow.layers.folders])
    wait(1.0)
    found["files of the preview changed"] = files != marks([os.path.dirname(paths[0]), *panel.flow.layers.folders])
    with Late() as late:
        found["strength to layers (s)"] = wait_for(panel.previewed, lambda: view.correction.strength.setValue(60))
        found["strength to layers (CPU s)"] = CPU[-1]
        begin = time.perf_counter()
        method = view.correction.method
        index = method.findData("least_squares")
        found["method to layers (s)"] = wait_for(panel.previewed, lambda: method.setCurrentIndex(index))
        found["method to layers (CPU s)"] = CPU[-1]
        found["method to drawn (s)"] = drawn(begin)
    late.put(found, "in other settings")
    panel.settings.undo()
    wait_for(panel.previewed, panel.settings.undo)
    compare(panel, name)
    view.output.folder.setFilePath(os.path.join(TASK["output"], name))
    with Late() as late:
        found["write (s)"] = wait_for(panel.written, view.write.click)
        found["write (CPU s)"] = CPU[-1]
    late.put(found, "in writing")
    picture(f"{name}-6-written")
    panel.discard()


def compare(panel, name):
    """Swipe, overlaps on the map, a mosaic's seams."""
    view = panel.view
    wait_for(panel.compare.drawn, view.swipe.click)
    picture(f"{name}-3-swipe")
    view.swipe.click()
    view.overlaps_box.setCollapsed(False)
    view.on_map.click()
    view.ensureWidgetVisible(view.on_map)
    picture(f"{name}-4-overlaps")
    view.on_map.click()
    view.overlaps_box.setCollapsed(True)
    wait_for(panel.previewed, view.output.joined.click)
    wait_for(panel.seamed, view.output.show_seams.click)
    view.ensureWidgetVisible(view.write)
    picture(f"{name}-5-seams")
    view.output.show_seams.click()
    wait_for(panel.previewed, view.output.separate.click)
    view.ensureWidgetVisible(view.tree)


def dark():
    """QGIS's own dark theme, of the whole window."""
    QgsApplication.setUITheme("Night Mapping")


def run():
    """Look, say what came of it, and end QGIS."""
    try:
        arrange()
        if TASK.get("dark"):
            dark()
        for name, paths in TASK["sets"].items():
            measure(name, paths)
    finally:
        if sys.exc_info()[0] is not None:
            ANSWER["error"] = traceback.format_exc()
        with open(TASK["answer"], "w", encoding="utf-8") as file:
            json.dump(ANSWER, file)
        QgsProject.instance().clear()
        QgsApplication.instance().quit()


QTimer.singleShot(3000, run)
