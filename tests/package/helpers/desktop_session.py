"""What a user does with the plugin manager; run by QGIS's desktop with ``--code``, tells what it saw as JSON.

Paths come as ``EVENLIGHT_SESSION``: {"older", "newer", "images", "folder", "answer"}.
"""

import gc
import json
import os
import sys
import time
import traceback

import pyplugin_installer
from qgis import utils
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEventLoop, QTimer, QTranslator
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QGroupBox, QToolBar

SESSION = json.loads(os.environ["EVENLIGHT_SESSION"])


def main():
    """Install, upgrade, reload, unload while a task runs, and uninstall."""
    installer = pyplugin_installer.instance()
    steps = {"before": look()}
    installer.installFromZipFile(SESSION["older"])
    steps["installed"] = {**look(), **run_once()}
    installer.installFromZipFile(SESSION["newer"])
    steps["upgraded"] = {**look(), **run_once()}
    utils.reloadPlugin("evenlight")
    steps["reloaded"] = {**look(), **run_once()}
    steps["dialogs"] = open_and_close_dialogs()
    told = start_task()
    utils.unloadPlugin("evenlight")
    end = time.monotonic() + 20
    while not told and time.monotonic() < end:
        QgsApplication.processEvents()
    # Freed when events run, after the last reference is gone.
    QgsApplication.processEvents()
    steps["unloaded"] = {**look(), "told": told}
    utils.loadPlugin("evenlight")
    utils.startPlugin("evenlight")
    installer.uninstallPlugin("evenlight", quiet=True)
    steps["uninstalled"] = look()
    return steps


def look():
    """What of the plugin, or of anything like it, can be seen now."""
    gc.collect()
    window = utils.iface.mainWindow()
    providers = [found for found in QgsApplication.processingRegistry().providers() if found.id() == "evenlight"]
    folder = os.path.join(QgsApplication.qgisSettingsDirPath(), "python", "plugins", "evenlight")
    files = [os.path.join(where, name) for where, _, names in os.walk(folder) for name in names]
    return {
        "version": utils.pluginMetadata("evenlight", "version"),
        "loaded": utils.isPluginLoaded("evenlight"),
        "algorithms": [len(found.algorithms()) for found in providers],
        "files": sorted(os.path.relpath(path, folder) for path in files if "__pycache__" not in path),
        "modules": sorted(name for name in sys.modules if name.split(".")[0] == "evenlight"),
        "elsewhere": [
            module.__file__
            for name, module in list(sys.modules.items())
            if name.split(".")[0] == "evenlight" and not module.__file__.startswith(folder)
        ],
        "actions": len(window.findChildren(QAction)),
        "menus": [action.text() for action in window.menuBar().actions()],
        "panels": sorted(found.objectName() for found in window.findChildren((QDockWidget, QToolBar))),
        "translators": len([found for found in gc.get_objects() if isinstance(found, QTranslator)]),
        "tasks": QgsApplication.taskManager().countActiveTasks(),
    }


def run_once():
    """Balance the images, as the toolbox does, and tell which version of the package did it."""
    import processing

    from evenlight.core.version import VERSION

    parameters = {"INPUT": SESSION["images"], "OUTPUT_FOLDER": SESSION["folder"], "LOAD_OUTPUTS": False}
    results = processing.run("evenlight:global_regression", parameters)
    return {"ran": VERSION, "written": len(results["OUTPUT"])}


def open_and_close_dialogs():
    """Open dialogs with layers in them, unfold and close them; QGIS clears them away while the next one is open."""
    import processing

    opened = 0
    for turn in range(4):
        for name in ("balance", "threshold_mask", "coregister", "histogram_equalize"):
            dialog = processing.createAlgorithmDialog(f"evenlight:{name}", {"INPUT": SESSION["images"]})
            dialog.show()
            wait(0.05)
            dialog.mainWidget().findChild(QGroupBox, "grpAdvanced").setProperty("collapsed", bool(turn % 2))
            wait(0.05)
            dialog.createProcessingParameters()
            dialog.close()
            opened += 1
    return opened


def wait(seconds):
    """Let QGIS work; what is to be deleted is deleted."""
    loop = QEventLoop()
    QTimer.singleShot(int(1000 * seconds), loop.quit)
    loop.exec()


def start_task():
    """Start a background run and give the list its end will be told in."""
    from evenlight.gui.tasks import run_in_background

    told = []
    parameters = {"INPUT": SESSION["images"], "OUTPUT_FOLDER": SESSION["folder"], "LOAD_OUTPUTS": False}
    run_in_background("global_regression", parameters, lambda ok, results, message: told.append([ok, message]))
    return told


def tell():
    """Run once the desktop is up, and close it."""
    try:
        answer = main()
    except Exception:  # noqa: BLE001 -- QGIS would show it in a window and wait
        answer = {"error": traceback.format_exc()}
    with open(SESSION["answer"], "w", encoding="utf-8") as file:
        json.dump(answer, file)
    QTimer.singleShot(0, utils.iface.actionExit().trigger)


QTimer.singleShot(0, tell)
