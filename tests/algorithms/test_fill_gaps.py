"""Gaps filled as users run it: console, model, shell words and background, with good and bad input."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsFeature,
    QgsGeometry,
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
    QgsVectorLayer,
)

METHODS = ["nearest", "inverse_distance", "telea", "navier_stokes", "other_image", "median", "dilation", "row_mean",
           "column_mean"]


@pytest.fixture
def run(provider, qgis_new_project):
    """``processing.run`` of the algorithm."""
    import processing

    def call(feedback=None, **parameters):
        return processing.run("evenlight:fill_gaps", parameters, feedback=feedback)

    return call


@pytest.fixture
def scene(tmp_path, ground, write_raster):
    """An image with two holes and an empty border, and the same ground of another year."""
    folder = tmp_path / "the scene"
    folder.mkdir()
    truth = np.rint(ground).astype("uint16")
    holed = truth.copy()
    holed[:, 30:50, 100:130] = holed[:, 70, 20:60] = holed[:, :, :9] = 0
    return {
        "image": write_raster(folder / "an image.tif", holed, nodata=0, names=("red", "nir")),
        "other": write_raster(folder / "other.tif", (0.5 * ground + 70).astype("float32")),
        "truth": truth,
    }


def need(method):
    if method in ("telea", "navier_stokes"):
        pytest.importorskip("cv2", reason="OpenCV is not installed")


@pytest.mark.parametrize("method", METHODS)
def test_every_method(run, scene, tmp_path, read_raster, method):
    need(method)
    target, mask = str(tmp_path / "out.tif"), str(tmp_path / "filled.tif")
    outputs = run(INPUT=scene["image"], METHOD=method, OTHER=scene["other"], OUTPUT=target, FILLED_MASK=mask)
    assert outputs == {"OUTPUT": target, "FILLED_MASK": mask, "FILLED": 640, "HOLES": 2}
    found, before = read_raster(target), read_raster(scene["image"])
    assert np.array_equal(found[before > 0], before[before > 0])
    assert (found[:, :, :9] == 0).all()
    assert (found[:, :, 9:] > 0).all()
    assert np.array_equal(read_raster(mask)[0] == 1, (found != before).any(axis=0))
    error = np.abs(found.astype(float) - scene["truth"])[:, :, 9:].max()
    assert error < (1.5 if method == "other_image" else 1200)
    assert gdal.Open(target).GetRasterBand(2).GetDescription() == "nir"


def test_without_a_mask_there_is_none(run, scene):
    outputs = run(INPUT=scene["image"], OUTPUT="TEMPORARY_OUTPUT")
    assert set(outputs) == {"OUTPUT", "FILLED", "HOLES"}
    assert Path(outputs["OUTPUT"]).is_file()


def test_size_bands_and_footprint(run, scene, tmp_path, read_raster):
    layer = QgsRasterLayer(scene["image"], "image")
    QgsProject.instance().addMapLayer(layer)
    target = str(tmp_path / "out.tif")
    assert run(INPUT=layer, MAX_SIZE=100, BANDS="2", OUTPUT=target)["FILLED"] == 40
    assert (read_raster(target)[:, 70, 20:60] > 0).all(axis=1).tolist() == [False, True]
    outputs = run(INPUT=layer.id(), INSIDE_FOOTPRINT=False, OUTPUT=target)
    assert (outputs["FILLED"], outputs["HOLES"]) == (640 + 9 * 96, 3)
    assert (read_raster(target) > 0).all()


def source(value):
    return [QgsProcessingModelChildParameterSource.fromStaticValue(value)]


def test_a_model_blanks_clouds_and_takes_another_date(provider, qgis_new_project, scene, tmp_path, read_raster):
    """Clouds drawn by hand are cut out by one step and filled by the next."""
    import processing

    clouds = QgsVectorLayer("Polygon?crs=EPSG:32614", "clouds", "memory")
    feature = QgsFeature()
    triangle = "POLYGON((501500 5199700, 501800 5199700, 501800 5199500, 501500 5199700))"
    feature.setGeometry(QgsGeometry.fromWkt(triangle))
    clouds.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(clouds)
    model = QgsProcessingModelAlgorithm("model", "tests")
    for name in ("IMAGE", "OTHER"):
        model.addModelParameter(QgsProcessingParameterRasterLayer(name, name), QgsProcessingModelParameter(name))
    cut = QgsProcessingModelChildAlgorithm("evenlight:mask_rasters")
    cut.setChildId("cut")
    cut.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter("IMAGE")])
    folder = str(tmp_path / "cut")
    values = {"MASK": clouds.id(), "MASK_MODE": "exclude", "LOAD_OUTPUTS": False, "OUTPUT_FOLDER": folder}
    for name, value in values.items():
        cut.addParameterSources(name, source(value))
    model.addChildAlgorithm(cut)
    fill = QgsProcessingModelChildAlgorithm("evenlight:fill_gaps")
    fill.setChildId("fill")
    fill.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromChildOutput("cut", "OUTPUT")])
    fill.addParameterSources("OTHER", [QgsProcessingModelChildParameterSource.fromModelParameter("OTHER")])
    fill.addParameterSources("METHOD", source("other_image"))
    filled = QgsProcessingModelOutput("FILLED", "FILLED")
    filled.setChildId("fill")
    filled.setChildOutputName("OUTPUT")
    fill.setModelOutputs({"FILLED": filled})
    model.addChildAlgorithm(fill)
    # Newer versions of QGIS name it otherwise.
    (target,) = [definition.name() for definition in model.destinationParameterDefinitions()]
    parameters = {"IMAGE": scene["image"], "OTHER": scene["other"], target: str(tmp_path / "out.tif")}
    found = read_raster(processing.run(model, parameters)[target])
    assert (read_raster(tmp_path / "cut" / "an image_Masked.tif")[:, 35, 175] == 0).all()
    assert np.abs(found.astype(float) - scene["truth"])[:, :, 9:].max() < 1.5


BAD = {
    "words and numbers": (
        {"METHOD": "magic", "MAX_SIZE": -1},
        ["'magic' is not one of the choices nearest, inverse_distance", "MAX_SIZE must be a number of at least 0"],
    ),
    "no other image": ({"METHOD": "other_image"}, ['OTHER cannot be "empty"', "another METHOD"]),
    "other image unreadable": (
        {"METHOD": "other_image", "OTHER": "{folder}/none.tif"},
        ["none.tif cannot be opened as a raster"],
    ),
    "bands": ({"BANDS": "1,7"}, ["B7", "1, 2"]),
    "no image": ({"INPUT": "{folder}/none.tif"}, ["none.tif cannot be opened as a raster"]),
    "over the input": ({"OUTPUT": "{image}"}, ["is an input and would be overwritten"]),
    "over the other": (
        {"METHOD": "other_image", "OTHER": "{other}", "FILLED_MASK": "{other}"},
        ["is an input and would be overwritten"],
    ),
    "one file for both": ({"FILLED_MASK": "{folder}/out.tif"}, ["Two results would be written to"]),
    "format": ({"FILLED_MASK": "{folder}/out.png"}, ["FILLED_MASK"]),
    "options": ({"CREATION_OPTIONS": "COMPRES=LZW"}, ["COMPRES"]),
}


def by_model(parameters):
    """A model never makes QGIS's checks of its steps; what its log shows."""
    import processing

    child = QgsProcessingModelChildAlgorithm("evenlight:fill_gaps")
    child.setChildId("step")
    for key, value in parameters.items():
        child.addParameterSources(key, source(value))
    model = QgsProcessingModelAlgorithm("model", "tests")
    model.addChildAlgorithm(child)
    feedback = QgsProcessingFeedback(False)
    with pytest.raises(QgsProcessingException) as raised:
        processing.run(model, {}, feedback=feedback)
    return feedback.textLog() + str(raised.value)


def by_console(parameters):
    import processing

    with pytest.raises(QgsProcessingException) as raised:
        processing.run("evenlight:fill_gaps", parameters)
    return str(raised.value)


@pytest.mark.parametrize("way", [by_console, by_model])
@pytest.mark.parametrize("bad", BAD)
def test_bad_input_gets_its_sentence_and_leaves_no_file(provider, qgis_new_project, scene, tmp_path, bad, way):
    wrong, sentences = BAD[bad]
    parameters = {"INPUT": scene["image"], "OUTPUT": str(tmp_path / "out.tif")}
    places = {"folder": tmp_path, "image": scene["image"], "other": scene["other"]}
    for key, value in wrong.items():
        parameters[key] = value.format(**places) if isinstance(value, str) else value
    before = Path(scene["image"]).read_bytes()
    text = way(parameters)
    for sentence in sentences:
        assert sentence in text
    assert "Traceback" not in text
    assert os.listdir(tmp_path) == ["the scene"]
    assert Path(scene["image"]).read_bytes() == before


@pytest.mark.parametrize("way", [by_console, by_model])
def test_without_opencv_one_sentence(provider, qgis_new_project, scene, tmp_path, monkeypatch, way):
    monkeypatch.setitem(sys.modules, "cv2", None)
    text = way({"INPUT": scene["image"], "METHOD": "telea", "OUTPUT": str(tmp_path / "out.tif")})
    assert "OpenCV (the Python package cv2) is needed for this and is not installed" in text
    assert "Traceback" not in text


def test_in_the_background(qgis_app, provider, qgis_new_project, scene, tmp_path):
    from evenlight.gui.tasks import run_in_background

    told = []
    parameters = {"INPUT": scene["image"], "OUTPUT": str(tmp_path / "out.tif")}
    task = run_in_background("fill_gaps", parameters, lambda *outcome: told.append(outcome))
    end = time.monotonic() + 60
    while not told and time.monotonic() < end:
        qgis_app.processEvents()
        time.sleep(0.005)
    ok, results, message = told[0]
    assert (ok, message, task is not None) == (True, "", True)
    assert results["HOLES"] == 2


class CancelSoon(QgsProcessingFeedback):
    """Asks to stop at the first sign of progress."""

    def __init__(self):
        super().__init__(False)
        self.progressChanged.connect(lambda share: self.cancel())


def test_a_cancelled_run_leaves_nothing(run, scene, tmp_path):
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run(CancelSoon(), INPUT=scene["image"], OUTPUT=str(tmp_path / "out.tif"))
    assert os.listdir(tmp_path) == ["the scene"]
