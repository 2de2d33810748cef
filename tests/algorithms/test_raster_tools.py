"""The raster tools of single images as users run them: console, model and background, with good and bad input."""

from __future__ import annotations

import os
import time
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsRasterLayer,
)


@pytest.fixture
def run(provider, qgis_new_project):
    """``processing.run`` with our short ids."""
    import processing

    def call(name, feedback=None, **parameters):
        return processing.run(f"evenlight:{name}", parameters, feedback=feedback)

    return call


@pytest.fixture
def scene(tmp_path, ground, write_raster):
    """An image, a template cut from it, and the same ground shifted by 3 columns and -2 rows."""
    folder = tmp_path / "the scene"
    folder.mkdir()
    image, other = ground[:, 10:90, 10:200], 0.5 * ground[:, 12:92, 7:197]
    return {
        "image": write_raster(folder / "an image.tif", image, names=("red", "nir")),
        "template": write_raster(folder / "template.tif", image[:, 20:33, 50:65]),
        "other": write_raster(folder / "other.tif", other),
    }


def test_local_variance(run, scene, tmp_path, read_raster):
    target = str(tmp_path / "out.tif")
    outputs = run("local_variance", INPUT=scene["image"], WIDTH=5, HEIGHT=3, OUTPUT=target)
    found, values = read_raster(target), read_raster(scene["image"])
    assert outputs == {"OUTPUT": target, "AVERAGE": pytest.approx(found.mean(), rel=1e-6)}
    assert found[1, 40, 50] == pytest.approx(values[1, 39:42, 48:53].var(), rel=1e-6)
    assert gdal.Open(target).GetRasterBand(2).GetDescription() == "variance of nir"


@pytest.mark.parametrize("statistic", ["variance", "standard_deviation", "mean"])
@pytest.mark.parametrize("edge", ["reflect", "nearest", "shrink"])
def test_every_choice(run, scene, tmp_path, read_raster, statistic, edge):
    target = str(tmp_path / "out.tif")
    run("local_variance", INPUT=scene["image"], BANDS="2", STATISTIC=statistic, EDGE=edge, SAMPLE=True, OUTPUT=target)
    assert read_raster(target).shape == (1, 80, 190)
    assert np.isfinite(read_raster(target)).all()


def test_a_template_is_found(run, scene, tmp_path, read_raster):
    layer = QgsRasterLayer(scene["image"], "image")
    QgsProject.instance().addMapLayer(layer)
    outputs = run("cross_correlation", INPUT=layer, TEMPLATE=scene["template"], OUTPUT="TEMPORARY_OUTPUT")
    assert set(outputs) == {"OUTPUT"}
    score = read_raster(outputs["OUTPUT"])[0]
    assert np.unravel_index(np.nanargmax(score), score.shape) == (20 + 6, 50 + 7)
    assert np.nanmax(score) == pytest.approx(1, abs=1e-6)


def test_shifts_are_found(run, scene, tmp_path, read_raster):
    target, shift = str(tmp_path / "score.tif"), str(tmp_path / "shift.tif")
    outputs = run(
        "cross_correlation", INPUT=scene["image"], OTHER=scene["other"], WINDOW=20, SEARCH=5, OUTPUT=target,
        OUTPUT_SHIFT=shift,
    )  # fmt: skip
    assert outputs == {"OUTPUT": target, "OUTPUT_SHIFT": shift}
    assert np.abs(np.nanmedian(read_raster(shift), axis=(1, 2)) - [3, -2]).max() < 0.1
    assert np.nanmedian(read_raster(target)) > 0.99


def source(value):
    return [QgsProcessingModelChildParameterSource.fromStaticValue(value)]


def test_a_model_chains_them(provider, qgis_new_project, scene, tmp_path, read_raster):
    """Local means of two images, compared."""
    import processing

    model = QgsProcessingModelAlgorithm("model", "tests")
    for name in ("IMAGE", "OTHER"):
        model.addModelParameter(QgsProcessingParameterRasterLayer(name, name), QgsProcessingModelParameter(name))
        step = QgsProcessingModelChildAlgorithm("evenlight:local_variance")
        step.setChildId(name)
        step.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter(name)])
        step.addParameterSources("STATISTIC", source("mean"))
        model.addChildAlgorithm(step)
    step = QgsProcessingModelChildAlgorithm("evenlight:cross_correlation")
    step.setChildId("compare")
    for name, child in (("INPUT", "IMAGE"), ("OTHER", "OTHER")):
        step.addParameterSources(name, [QgsProcessingModelChildParameterSource.fromChildOutput(child, "OUTPUT")])
    step.addParameterSources("WINDOW", source(30))
    score = QgsProcessingModelOutput("SCORE", "SCORE")
    score.setChildId("compare")
    score.setChildOutputName("OUTPUT")
    step.setModelOutputs({"SCORE": score})
    model.addChildAlgorithm(step)
    # Newer versions of QGIS name it otherwise.
    (target,) = [definition.name() for definition in model.destinationParameterDefinitions()]
    parameters = {"IMAGE": scene["image"], "OTHER": scene["other"], target: str(tmp_path / "score.tif")}
    outputs = processing.run(model, parameters)
    assert np.nanmedian(read_raster(outputs[target])) > 0.99


BAD = {
    "numbers": (
        "local_variance",
        {"WIDTH": 0, "MIN_VALID": 2, "EDGE": "round", "STATISTIC": "median"},
        ["WIDTH must be", "MIN_VALID must be", "'round' is not one of", "'median' is not one of"],
    ),
    "bands": ("local_variance", {"BANDS": "1,7"}, ["B7", "1, 2"]),
    "list of bands": ("cross_correlation", {"BANDS": "red", "TEMPLATE": "{template}"}, ['BANDS cannot be "red"']),
    "options": ("local_variance", {"CREATION_OPTIONS": "COMPRES=LZW"}, ["COMPRES"]),
    "no image": ("local_variance", {"INPUT": "{folder}/none.tif"}, ["none.tif cannot be opened as a raster"]),
    "over the input": ("local_variance", {"OUTPUT": "{image}"}, ["is an input and would be overwritten"]),
    "format": ("local_variance", {"OUTPUT": "{folder}/out.png"}, ["OUTPUT"]),
    "no partner": ("cross_correlation", {}, ["give a TEMPLATE to look for, or an OTHER image"]),
    "two partners": ("cross_correlation", {"TEMPLATE": "{template}", "OTHER": "{other}"}, ["are both given"]),
    "partner is none": ("cross_correlation", {"OTHER": "{folder}/none.tif"}, ["none.tif cannot be opened"]),
    "a template that never fits": (
        "cross_correlation",
        {"INPUT": "{template}", "TEMPLATE": "{image}"},
        ["the template has", "cut a smaller one"],
    ),
    "shift of a template": (
        "cross_correlation",
        {"TEMPLATE": "{template}", "OUTPUT_SHIFT": "{folder}/shift.tif"},
        ["OUTPUT_SHIFT cannot be"],
    ),
    "one file for both": (
        "cross_correlation",
        {"OTHER": "{other}", "OUTPUT_SHIFT": "{folder}/out.tif"},
        ["Two results would be written to"],
    ),
}


def by_model(name, parameters):
    """A model never makes QGIS's checks of its steps; what its log shows."""
    import processing

    child = QgsProcessingModelChildAlgorithm(f"evenlight:{name}")
    child.setChildId("step")
    for key, value in parameters.items():
        child.addParameterSources(key, source(value))
    model = QgsProcessingModelAlgorithm("model", "tests")
    model.addChildAlgorithm(child)
    feedback = QgsProcessingFeedback(False)
    with pytest.raises(QgsProcessingException) as raised:
        processing.run(model, {}, feedback=feedback)
    return feedback.textLog() + str(raised.value)


def by_console(name, parameters):
    import processing

    with pytest.raises(QgsProcessingException) as raised:
        processing.run(f"evenlight:{name}", parameters)
    return str(raised.value)


@pytest.mark.parametrize("way", [by_console, by_model])
@pytest.mark.parametrize("bad", BAD)
def test_bad_input_gets_its_sentence_and_leaves_no_file(provider, qgis_new_project, scene, tmp_path, bad, way):
    name, wrong, sentences = BAD[bad]
    parameters = {"INPUT": scene["image"], "OUTPUT": str(tmp_path / "out.tif")}
    for key, value in wrong.items():
        parameters[key] = value.format(folder=tmp_path, **scene) if isinstance(value, str) else value
    before = Path(scene["image"]).read_bytes()
    text = way(name, parameters)
    for sentence in sentences:
        assert sentence in text
    assert "Traceback" not in text
    assert os.listdir(tmp_path) == ["the scene"]
    assert Path(scene["image"]).read_bytes() == before


@pytest.mark.parametrize("name", ["local_variance", "cross_correlation"])
def test_in_the_background(qgis_app, provider, qgis_new_project, scene, tmp_path, name):
    from evenlight.gui.tasks import run_in_background

    told = []
    own = {"TEMPLATE": scene["template"]} if name == "cross_correlation" else {}
    parameters = {"INPUT": scene["image"], "OUTPUT": str(tmp_path / "out.tif"), **own}
    task = run_in_background(name, parameters, lambda *outcome: told.append(outcome))
    end = time.monotonic() + 60
    while not told and time.monotonic() < end:
        qgis_app.processEvents()
        time.sleep(0.005)
    ok, results, message = told[0]
    assert (ok, message, task is not None) == (True, "", True)
    assert Path(results["OUTPUT"]).is_file()


class CancelSoon(QgsProcessingFeedback):
    """Asks to stop at the first sign of progress."""

    def __init__(self):
        super().__init__(False)
        self.progressChanged.connect(lambda share: self.cancel())


@pytest.mark.parametrize("name", ["local_variance", "cross_correlation"])
def test_a_cancelled_run_leaves_nothing(run, write_raster, tmp_path, name):
    values = np.random.default_rng(1).normal(size=(1, 1200, 1200))
    image = write_raster(tmp_path / "a.tif", values)
    own = {"OTHER": image} if name == "cross_correlation" else {"WIDTH": 51, "HEIGHT": 51}
    with pytest.raises(QgsProcessingException, match="cancelled") as stopped:
        run(name, CancelSoon(), INPUT=image, OUTPUT=str(tmp_path / "out.tif"), MEMORY_BUDGET=64, **own)
    # who keeps the error must not keep files open
    assert stopped.value.__context__ is None
    assert os.listdir(tmp_path) == ["a.tif"]
