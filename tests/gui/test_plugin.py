"""The plugin's life cycle, as QGIS and ``qgis_process`` drive it."""

from __future__ import annotations

import threading
import time

from qgis.core import QgsApplication

import evenlight
from evenlight.algorithms import ALGORITHMS
from evenlight.algorithms.global_regression import GlobalRegression
from evenlight.core.errors import Cancelled
from evenlight.gui.tasks import run_in_background


def registered():
    return QgsApplication.processingRegistry().providerById("evenlight")


def test_provider_comes_and_goes(qgis_processing):
    """`qgis_process` calls `initProcessing` only, the desktop `initGui`; both may come."""
    plugin = evenlight.classFactory(None)
    assert registered() is None
    plugin.initProcessing()
    plugin.initGui()
    assert len([found for found in QgsApplication.processingRegistry().providers() if found.id() == "evenlight"]) == 1
    assert registered().name() == "Evenlight"
    assert not registered().icon().isNull()
    assert len(registered().algorithms()) == len(ALGORITHMS)
    plugin.unload()
    assert registered() is None
    plugin.unload()


def test_unload_stops_what_runs(qgis_processing, images, tmp_path, monkeypatch):
    """No thread is left in code that QGIS is about to drop."""
    started, ended = threading.Event(), threading.Event()

    def until_cancelled(self, files, progress):
        started.set()
        while not progress.cancelled():
            time.sleep(0.005)
        ended.set()
        raise Cancelled

    monkeypatch.setattr(GlobalRegression, "compute", until_cancelled)
    plugin = evenlight.classFactory(None)
    plugin.initProcessing()
    told = []
    run_in_background("global_regression", {"INPUT": images, "OUTPUT_FOLDER": str(tmp_path)}, lambda *o: told.append(o))
    assert started.wait(20)
    begun = time.monotonic()
    plugin.unload()
    assert ended.is_set()
    assert time.monotonic() - begun < 1.5
    while not told and time.monotonic() < begun + 20:
        QgsApplication.processEvents()
    assert told[0][0] is False
