"""The plugin's life cycle, as QGIS and ``qgis_process`` drive it."""

from __future__ import annotations

import threading
import time

from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProcessingModelAlgorithm

import evenlight
from evenlight.algorithms import ALGORITHMS
from evenlight.algorithms.global_regression import GlobalRegression
from evenlight.core.errors import Cancelled
from evenlight.gui.tasks import run_in_background

MODELS = ("Balance in two steps", "Balance without clouds", "Balance, seamlines, mosaic")


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
    models = [found for found in registered().algorithms() if isinstance(found, QgsProcessingModelAlgorithm)]
    assert len(registered().algorithms()) == len(ALGORITHMS) + len(models)
    assert {model.name(): model.group() for model in models} == dict.fromkeys(MODELS, "Tools: models")
    plugin.unload()
    assert registered() is None
    plugin.unload()


def test_models_are_offered_and_ask_for_images_first(qgis_processing, images, tmp_path):
    """Where QGIS offers models of a plugin: among its tools; their steps are found, and they run."""
    plugin = evenlight.classFactory(None)
    plugin.initProcessing()
    for name in MODELS:
        model = registered().algorithm(name)
        assert model.canExecute() == (True, "")
        assert model.parameterDefinitions()[0].name() == "INPUT"
        assert all(child.algorithm() is not None for child in model.childAlgorithms().values())
        assert all(child.description()[0].isupper() for child in model.childAlgorithms().values())
        labels = [one.description() for one in model.parameterDefinitions()]
        assert all(label[0].isupper() and "_" not in label for label in labels)
        assert len(model.shortHelpString()) > 100
    model = registered().algorithm(MODELS[0]).create()
    values = {"INPUT": images, "BLOCKS": 4, "local:OUTPUT_FOLDER": str(tmp_path / "out")}
    _, fine = model.run(values, QgsProcessingContext(), QgsProcessingFeedback(False))
    assert fine
    assert len(list((tmp_path / "out").glob("*.tif"))) == len(images)
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
