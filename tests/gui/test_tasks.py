"""Algorithms in QGIS's task manager."""

from __future__ import annotations

import os
import time
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsApplication,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProject,
    QgsRasterBandStats,
    QgsRasterLayer,
    QgsTask,
)
from qgis.PyQt.QtCore import QSize

from evenlight.gui import tasks
from evenlight.gui.showing import open_layers
from evenlight.gui.tasks import run_in_background


@pytest.fixture
def background(provider, qgis_app, qgis_new_project):
    """Run in the background, wait for the end, give what was told."""

    def wait(task, told, seconds=60):
        end = time.monotonic() + seconds
        while not told and time.monotonic() < end:
            qgis_app.processEvents()
            time.sleep(0.005)
        assert told, "the task told no end"

    def call(name, **parameters):
        told = []
        task = run_in_background(name, parameters, lambda *outcome: told.append(outcome))
        wait(task, told)
        assert len(told) == 1
        return told[0]

    call.wait = wait
    return call


@pytest.mark.parametrize("name", ["global_regression", "evenlight:global_regression"])
def test_success_gives_the_outputs_and_loads_them(background, images, tmp_path, name):
    ok, results, message = background(name, INPUT=images, OUTPUT_FOLDER=str(tmp_path / "out"))
    assert (ok, message) == (True, "")
    assert all(Path(path).is_file() for path in results["OUTPUT"])
    assert results["RMSE_AFTER"] < results["RMSE_BEFORE"]
    layers = QgsProject.instance().mapLayers().values()
    assert sorted(layer.name() for layer in layers) == ["east_Global", "middle_Global", "west_Global"]
    stretches = {
        (
            layer.renderer().redContrastEnhancement().minimumValue(),
            layer.renderer().redContrastEnhancement().maximumValue(),
        )
        if hasattr(layer.renderer(), "redContrastEnhancement")
        else (
            layer.renderer().contrastEnhancement().minimumValue(),
            layer.renderer().contrastEnhancement().maximumValue(),
        )
        for layer in layers
    }
    assert len(stretches) == 1


def test_a_second_run_doubles_no_layer(background, images, tmp_path):
    for _ in range(2):
        assert background("global_regression", INPUT=images, OUTPUT_FOLDER=str(tmp_path / "out"))[0]
    assert len(QgsProject.instance().mapLayers()) == 3


def test_load_outputs_off(background, images, tmp_path):
    assert background("global_regression", INPUT=images, OUTPUT_FOLDER=str(tmp_path), LOAD_OUTPUTS=False)[0]
    assert not QgsProject.instance().mapLayers()


def test_a_failed_check_is_told_with_its_sentence(background, images, tmp_path):
    folder = tmp_path / "out"
    ok, results, message = background("global_regression", INPUT=images, METHOD="magic", OUTPUT_FOLDER=str(folder))
    assert (ok, results) == (False, {})
    assert message == "METHOD: 'magic' is not one of the choices robust, least_squares."
    assert not folder.exists()


def test_an_error_of_the_core_is_told_with_its_sentence(background, images, tmp_path):
    ok, results, message = background(
        "global_regression", INPUT=[images[0], "/nowhere/missing.tif"], OUTPUT_FOLDER=str(tmp_path / "out")
    )
    assert (ok, results) == (False, {})
    assert "missing.tif" in message
    assert "Traceback" not in message


def test_a_mistake_in_the_program_keeps_its_traceback(background, images, tmp_path, monkeypatch):
    from evenlight.algorithms.global_regression import GlobalRegression

    def broken(self, files, progress):
        raise ZeroDivisionError("a mistake")

    monkeypatch.setattr(GlobalRegression, "compute", broken)
    ok, _, message = background("global_regression", INPUT=images, OUTPUT_FOLDER=str(tmp_path / "out"))
    assert not ok
    assert "Traceback" in message
    assert "a mistake" in message


def test_failures_are_in_the_log(background, images, tmp_path):
    lines = []
    QgsApplication.messageLog().messageReceived.connect(lambda text, tag, level: lines.append((tag, text)))
    background("global_regression", INPUT=images, METHOD="magic", OUTPUT_FOLDER=str(tmp_path))
    assert any(tag == "Evenlight" and "'magic'" in text for tag, text in lines)


def test_cancel_while_running(background, images, tmp_path, monkeypatch):
    from evenlight.algorithms.global_regression import GlobalRegression

    whole = GlobalRegression.compute

    def waiting(self, files, progress):
        end = time.monotonic() + 20
        while not progress.cancelled() and time.monotonic() < end:
            time.sleep(0.005)
        return whole(self, files, progress)

    monkeypatch.setattr(GlobalRegression, "compute", waiting)
    folder = tmp_path / "out"
    told = []
    task = run_in_background(
        "global_regression", {"INPUT": images, "OUTPUT_FOLDER": str(folder)}, lambda *o: told.append(o)
    )
    end = time.monotonic() + 10
    while task.status() != QgsTask.TaskStatus.Running and time.monotonic() < end:
        QgsApplication.processEvents()
    started = time.monotonic()
    task.cancel()
    background.wait(task, told)
    assert time.monotonic() - started < 1.5
    assert told[0][:2] == (False, {})
    assert "cancelled" in told[0][2]
    assert not folder.exists() or not os.listdir(folder)
    assert not QgsProject.instance().mapLayers()


def test_cancel_before_the_start(background, images, tmp_path):
    told = []
    task = run_in_background(
        "global_regression", {"INPUT": images, "OUTPUT_FOLDER": str(tmp_path)}, lambda *o: told.append(o)
    )
    task.cancel()
    background.wait(task, told)
    assert told[0][0] is False
    assert len(told) == 1


def test_signal_carries_the_same(background, images, tmp_path):
    told, signalled = [], []
    task = run_in_background(
        "global_regression", {"INPUT": images, "OUTPUT_FOLDER": str(tmp_path)}, lambda *o: told.append(o)
    )
    task.completed.connect(lambda *outcome: signalled.append(outcome))
    background.wait(task, told)
    assert signalled == told


def test_progress_rises_in_the_task(background, images, tmp_path):
    told, shares = [], []
    task = run_in_background(
        "global_regression", {"INPUT": images, "OUTPUT_FOLDER": str(tmp_path)}, lambda *o: told.append(o)
    )
    task.progressChanged.connect(shares.append)
    background.wait(task, told)
    assert len(shares) > 1
    assert shares == sorted(shares)


def test_the_task_has_a_name_for_people(background, images, tmp_path):
    told = []
    task = run_in_background(
        "global_regression", {"INPUT": images, "OUTPUT_FOLDER": str(tmp_path)}, lambda *o: told.append(o)
    )
    assert task.description() == "Global regression: 3 rasters"
    background.wait(task, told)


def test_nothing_is_kept_after_the_end(background, images, tmp_path):
    background("global_regression", INPUT=images, OUTPUT_FOLDER=str(tmp_path))
    assert not tasks._RUNNING


def test_a_mistake_in_on_finished_is_logged(background, images, tmp_path, qgis_app):
    lines = []
    QgsApplication.messageLog().messageReceived.connect(lambda text, tag, level: lines.append(text))

    def broken(ok, results, message):
        raise KeyError("not there")

    run_in_background("global_regression", {"INPUT": images, "METHOD": "magic", "OUTPUT_FOLDER": "x"}, broken)
    end = time.monotonic() + 20
    while not any("not there" in line for line in lines) and time.monotonic() < end:
        qgis_app.processEvents()
    assert any("not there" in line for line in lines)


@pytest.mark.parametrize("name", ["magic", "native:buffer", "evenlight:magic"])
def test_an_unknown_id_is_told_at_once(provider, name):
    with pytest.raises(ValueError, match=r"none of Evenlight's algorithms: align_grids, apply_adjustments, "):
        run_in_background(name, {})


def looked_at(layer):
    """What a user's looking does: the map is drawn, statistics and histograms are computed of every pixel."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(100, 100))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    provider = layer.dataProvider()
    for band in range(1, layer.bandCount() + 1):
        provider.bandStatistics(band, QgsRasterBandStats.Stats.All, layer.extent(), 0)
        provider.histogram(band)
    return job.renderedImage()


def pixels_of(layer):
    """Every value of the first band, as QGIS reads it."""
    block = layer.dataProvider().block(1, layer.extent(), layer.width(), layer.height())
    return np.array([[block.value(row, column) for column in range(layer.width())] for row in range(layer.height())])


@pytest.mark.parametrize("name", ["preview_balance", "local_block_adjustment"])
def test_previews_that_are_open_while_a_run_replaces_them(background, images, tmp_path, read_raster, name):
    """On the map and on disk: always the last run's, however the layers came into the project."""

    def preview(folder, alpha, load):
        form = {} if name == "preview_balance" else {"OUTPUT_FORMAT": "virtual"}
        options = {"INPUT": images, "OUTPUT_FOLDER": str(tmp_path / folder), "LOAD_OUTPUTS": load}
        ok, results, message = background(name, ALPHA=alpha, **options, **form)
        assert ok, message
        return results["OUTPUT"]

    wanted = [read_raster(path) for path in preview("wanted", 0.3, False)]
    assert not QgsProject.instance().mapLayers()
    outputs = preview("shown", 1.0, True)
    assert not (read_raster(outputs[0]) == wanted[0]).all()
    loaded = [layer for path in outputs for layer in open_layers(path, QgsProject.instance())]
    assert len(loaded) == len(outputs)
    by_user = [QgsRasterLayer(path, "from the browser") for path in outputs for _ in range(2)]
    QgsProject.instance().addMapLayers(by_user)
    written = [Path(path).read_bytes() for path in outputs]
    for layer in loaded:
        looked_at(layer)
    assert [Path(path).read_bytes() for path in outputs] == written
    before = [looked_at(layer) for layer in [*loaded, *by_user]]
    assert preview("shown", 0.3, True) == outputs
    assert len(QgsProject.instance().mapLayers()) == 3 * len(outputs)
    for layer in [*loaded, *by_user]:
        index = next(n for n, path in enumerate(outputs) if layer in open_layers(path, QgsProject.instance()))
        # read in other windows, a value may be rounded the other way
        assert abs(pixels_of(layer) - wanted[index][0]).max() <= 1
    assert all(looked_at(layer) != image for layer, image in zip(loaded, before))
    assert all((read_raster(path) == values).all() for path, values in zip(outputs, wanted))
    QgsProject.instance().clear()
    assert all((read_raster(path) == values).all() for path, values in zip(outputs, wanted))


def test_a_preview_is_an_input_by_its_file(background, images, tmp_path):
    """A layer of it; also after the project was closed and opened."""
    assert background("preview_balance", INPUT=images, OUTPUT_FOLDER=str(tmp_path / "shown"))[0]
    layers = list(QgsProject.instance().mapLayers().values())
    assert sorted(layer.name() for layer in layers) == ["east_Balanced", "middle_Balanced", "west_Balanced"]
    assert QgsProject.instance().write(str(tmp_path / "project.qgz"))
    assert QgsProject.instance().read(str(tmp_path / "project.qgz"))
    layers = list(QgsProject.instance().mapLayers().values())
    options = {"OUTPUT_FOLDER": str(tmp_path / "shown"), "OUTPUT_NAME": "$.tif"}
    ok, _, message = background("preview_balance", INPUT=layers, **options)
    assert not ok
    assert "west_Balanced.vrt is an input and would be overwritten" in message


def test_a_model_in_a_worker_thread_loads_previews(provider, qgis_app, qgis_new_project, images, tmp_path):
    """Layers made there are handed to the main thread with the context."""
    child = QgsProcessingModelChildAlgorithm("evenlight:preview_balance")
    child.setChildId("preview")
    values = {"INPUT": images, "OUTPUT_FOLDER": str(tmp_path / "out"), "LOAD_OUTPUTS": True}
    for name, value in values.items():
        child.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
    model = QgsProcessingModelAlgorithm("model", "tests")
    model.addChildAlgorithm(child)
    context, feedback, told = QgsProcessingContext(), QgsProcessingFeedback(), []
    context.setProject(QgsProject.instance())
    task = QgsProcessingAlgRunnerTask(model, {}, context, feedback)
    task.executed.connect(lambda *outcome: told.append(outcome))
    QgsApplication.taskManager().addTask(task)
    end = time.monotonic() + 60
    while not told and time.monotonic() < end:
        qgis_app.processEvents()
        time.sleep(0.005)
    assert told[0][0], feedback.textLog()
    tasks.load_layers(context, feedback)
    layers = list(QgsProject.instance().mapLayers().values())
    assert sorted(layer.name() for layer in layers) == ["east_Balanced", "middle_Balanced", "west_Balanced"]
    assert {layer.thread() for layer in layers} == {qgis_app.thread()}
    assert all(layer.source().startswith("<VRTDataset") for layer in layers)
