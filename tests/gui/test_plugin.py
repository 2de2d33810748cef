"""The plugin's life cycle, as QGIS and ``qgis_process`` drive it."""

from __future__ import annotations

from qgis.core import QgsApplication

import evenlight
from evenlight.algorithms import ALGORITHMS


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


def test_unload_cancels_what_runs(qgis_processing, images, tmp_path):
    from evenlight.gui.tasks import run_in_background

    plugin = evenlight.classFactory(None)
    plugin.initProcessing()
    told = []
    task = run_in_background(
        "global_regression", {"INPUT": images, "OUTPUT_FOLDER": str(tmp_path / "out")}, lambda *o: told.append(o)
    )
    plugin.unload()
    assert task.isCanceled()
    for _ in range(2000):
        QgsApplication.processEvents()
        if told:
            break
        import time

        time.sleep(0.005)
    assert told[0][0] is False
