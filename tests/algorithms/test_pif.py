"""Pseudo-invariant features as users run them: console, model and shell words, with good and bad input."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np
import pytest
from osgeo import ogr
from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsRasterLayer,
)

METHODS = ["residual", "ir_mad", "flood_from_match_points"]


@pytest.fixture
def run(provider, qgis_new_project):
    """``processing.run`` with our short ids."""
    import processing

    def call(name, feedback=None, **parameters):
        return processing.run(f"evenlight:{name}", parameters, feedback=feedback)

    return call


@pytest.fixture
def pair(tmp_path, write_raster):
    """Two images of one ground, the second brighter and with a changed corner."""
    random = np.random.default_rng(2)
    coarse = random.normal(size=(3, 25, 25)).repeat(6, axis=1).repeat(6, axis=2)
    ground = 1500 + 250 * coarse + 60 * random.normal(size=(3, 150, 150))
    first = ground + 10 * random.normal(size=ground.shape)
    second = 1.4 * ground - 200 + 10 * random.normal(size=ground.shape)
    second[:, :40, :40] = 900 + 300 * random.normal(size=(3, 40, 40))
    folder = tmp_path / "pair"
    folder.mkdir()
    return [
        write_raster(folder / f"{name}.tif", np.clip(np.rint(values), 1, 65535).astype("uint16"), nodata=0)
        for name, values in (("old", first), ("new", second))
    ]


def needs_opencv(method):
    if method == "flood_from_match_points":
        pytest.importorskip("cv2", reason="OpenCV is not installed")


def contrast(paths, read_raster):
    """Of the second image over that of the first, on ground that did not change."""
    one, two = (read_raster(path)[:, 50:].astype(float).std() for path in paths)
    return two / one


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", ["global_regression", "balance", "preview_balance"])
def test_features_in_the_global_step(run, pair, tmp_path, read_raster, name, method):
    needs_opencv(method)
    local = {} if name == "global_regression" else {"BLOCKS": 1}
    outputs = run(name, INPUT=pair, OUTPUT_FOLDER=str(tmp_path / "out"), PIF_METHOD=method, **local)
    assert len(outputs["OUTPUT"]) == 2
    assert "SAVE_INZ" not in outputs
    assert outputs["RMSE_AFTER"] < outputs["RMSE_BEFORE"]
    if name == "global_regression":
        assert contrast(pair, read_raster) == pytest.approx(1.4, rel=0.03)
        assert contrast(outputs["OUTPUT"], read_raster) == pytest.approx(1.0, abs=0.02)


def test_scores_go_to_their_folder(run, pair, tmp_path):
    needs_opencv("flood_from_match_points")
    folder = str(tmp_path / "scores")
    outputs = run(
        "global_regression", INPUT=pair, OUTPUT_FOLDER=str(tmp_path / "out"), PIF_METHOD="flood_from_match_points",
        SAVE_INZ=folder,
    )  # fmt: skip
    assert outputs["SAVE_INZ"] == folder
    assert os.listdir(folder) in (["new_old_INZ.tif"], ["old_new_INZ.tif"])


@pytest.mark.parametrize("method", METHODS)
def test_mask_and_polygons(run, pair, tmp_path, read_raster, method):
    needs_opencv(method)
    target, polygons = str(tmp_path / "mask.tif"), str(tmp_path / "areas.gpkg")
    outputs = run(
        "pif_mask", INPUT=pair[0], REFERENCE=pair[1], PIF_METHOD=method, OUTPUT=target, OUTPUT_POLYGONS=polygons
    )
    assert outputs == {"OUTPUT": target, "OUTPUT_POLYGONS": polygons}
    mask = read_raster(target)[0]
    assert (mask[:40, :40] == 1).mean() < 0.01
    assert (mask[50:] == 1).mean() > (0.01 if method == "flood_from_match_points" else 0.9)
    assert ogr.Open(polygons).GetLayer(0).GetFeatureCount() > 0


def test_polygons_of_the_mask_are_a_mask_for_balancing(run, pair, tmp_path):
    temporary = {"OUTPUT": "TEMPORARY_OUTPUT", "OUTPUT_POLYGONS": "TEMPORARY_OUTPUT"}
    mask = run("pif_mask", INPUT=pair[0], REFERENCE=pair[1], **temporary)
    assert Path(mask["OUTPUT"]).is_file()
    outputs = run(
        "global_regression", INPUT=pair, OUTPUT_FOLDER=str(tmp_path / "out"), MASK=mask["OUTPUT_POLYGONS"]
    )
    entire = run("global_regression", INPUT=pair, OUTPUT_FOLDER=str(tmp_path / "entire"))
    assert outputs["RMSE_AFTER"] < 0.5 * entire["RMSE_AFTER"]


def test_layers_and_numbers_of_choices(run, pair, tmp_path):
    """A layer of the project; the shell's help numbers the choices that are offered."""
    layer = QgsRasterLayer(pair[0], "old")
    QgsProject.instance().addMapLayer(layer)
    by_number = run("pif_mask", INPUT=layer, REFERENCE=pair[1], PIF_METHOD="1", OUTPUT=str(tmp_path / "a.tif"))
    by_word = run("pif_mask", INPUT=layer.id(), REFERENCE=pair[1], PIF_METHOD="ir_mad", OUTPUT=str(tmp_path / "b.tif"))
    assert Path(by_number["OUTPUT"]).read_bytes() == Path(by_word["OUTPUT"]).read_bytes()
    outputs = run("global_regression", INPUT=pair, PIF_METHOD="1", OUTPUT_FOLDER=str(tmp_path / "out"))
    assert len(outputs["OUTPUT"]) == 2


def test_a_model_makes_the_mask_and_balances_with_it(provider, qgis_new_project, pair, tmp_path):
    import processing

    def source(value):
        return [QgsProcessingModelChildParameterSource.fromStaticValue(value)]

    model = QgsProcessingModelAlgorithm("model", "tests")
    for name in ("OLD", "NEW"):
        model.addModelParameter(QgsProcessingParameterRasterLayer(name, name), QgsProcessingModelParameter(name))
    rasters = QgsProcessingParameterMultipleLayers("ALL", "ALL", QgsProcessing.SourceType.TypeRaster)
    model.addModelParameter(rasters, QgsProcessingModelParameter("ALL"))
    step = QgsProcessingModelChildAlgorithm("evenlight:pif_mask")
    step.setChildId("mask")
    step.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter("OLD")])
    step.addParameterSources("REFERENCE", [QgsProcessingModelChildParameterSource.fromModelParameter("NEW")])
    step.addParameterSources("OUTPUT_POLYGONS", source(str(tmp_path / "areas.gpkg")))
    model.addChildAlgorithm(step)
    step = QgsProcessingModelChildAlgorithm("evenlight:balance")
    step.setChildId("balance")
    step.addParameterSources("INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter("ALL")])
    polygons = QgsProcessingModelChildParameterSource.fromChildOutput("mask", "OUTPUT_POLYGONS")
    step.addParameterSources("MASK", [polygons])
    step.addParameterSources("PIF_METHOD", source("residual"))
    step.addParameterSources("BLOCKS", source(1))
    step.addParameterSources("LOAD_OUTPUTS", source(False))
    folder = QgsProcessingModelOutput("OUT", "folder")
    folder.setChildId("balance")
    folder.setChildOutputName("OUTPUT_FOLDER")
    step.setModelOutputs({"OUT": folder})
    model.addChildAlgorithm(step)
    # Newer versions of QGIS name it otherwise.
    (target,) = [definition.name() for definition in model.destinationParameterDefinitions()]
    outputs = processing.run(model, {"OLD": pair[0], "NEW": pair[1], "ALL": pair, target: str(tmp_path / "out")})
    assert sorted(os.listdir(outputs[target])) == ["new_Balanced.tif", "old_Balanced.tif"]


BAD = {
    "unknown method": ("global_regression", {"PIF_METHOD": "magic"}, ["'magic' is not one of the choices entire"]),
    "unknown method of the mask": ("pif_mask", {"PIF_METHOD": "magic"}, ["'magic' is not one of the choices residual"]),
    "no change known": ("pif_mask", {"PIF_METHOD": "entire"}, ["'entire' is not one of the choices residual, ir_mad"]),
    "band beyond": ("balance", {"RED_BAND": 3, "NIR_BAND": 9}, ['NIR_BAND cannot be "9": use a band', "(1, 2, 3)"]),
    "red alone": ("global_regression", {"RED_BAND": 3}, ['NIR_BAND cannot be "empty"', "leave RED_BAND empty"]),
    "infrared alone": ("pif_mask", {"NIR_BAND": 3}, ['RED_BAND cannot be "empty"', "leave NIR_BAND empty"]),
    "score of none": ("preview_balance", {"SAVE_INZ": "{folder}"}, ["entire has no such score"]),
    "numbers": (
        "global_regression",
        {"MIN_SAMPLES": 0, "INZ_THRESHOLD": "much", "VEGETATION_THRESHOLD": 3},
        ["MIN_SAMPLES must be a number of at least 1", "INZ_THRESHOLD", "VEGETATION_THRESHOLD must be a number"],
    ),
    "no reference": ("pif_mask", {"REFERENCE": None}, ["REFERENCE is missing"]),
    "no raster": ("pif_mask", {"REFERENCE": "{folder}/none.tif"}, ["none.tif cannot be opened as a raster"]),
    "format of the polygons": ("pif_mask", {"OUTPUT_POLYGONS": "{folder}/areas.shp"}, ["POLYGONS", ".shp", ".gpkg"]),
    "format of the mask": ("pif_mask", {"OUTPUT": "{folder}/mask.png"}, ["OUTPUT"]),
    "over an input": ("pif_mask", {"OUTPUT": "{old}"}, ["old.tif is an input and would be overwritten"]),
}


def by_model(name, parameters):
    """A model never makes QGIS's checks of its steps; what its log shows."""
    import processing

    child = QgsProcessingModelChildAlgorithm(f"evenlight:{name}")
    child.setChildId("step")
    for key, value in parameters.items():
        child.addParameterSources(key, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
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
def test_bad_input_gets_its_sentence_and_leaves_no_file(provider, qgis_new_project, pair, tmp_path, bad, way):
    name, wrong, sentences = BAD[bad]
    parameters = {"INPUT": pair, "OUTPUT_FOLDER": str(tmp_path / "out")}
    if name == "pif_mask":
        parameters = {"INPUT": pair[0], "REFERENCE": pair[1], "OUTPUT": str(tmp_path / "mask.tif")}
    for key, value in wrong.items():
        parameters[key] = value.format(folder=tmp_path, old=pair[0]) if isinstance(value, str) else value
    before = Path(pair[0]).read_bytes()
    text = way(name, parameters)
    for sentence in sentences:
        assert sentence in text
    assert "Traceback" not in text
    assert os.listdir(tmp_path) == ["pair"]
    assert Path(pair[0]).read_bytes() == before


@pytest.mark.parametrize("way", [by_console, by_model])
def test_without_opencv_one_sentence(provider, qgis_new_project, pair, tmp_path, monkeypatch, way):
    monkeypatch.setitem(sys.modules, "cv2", None)
    parameters = {
        "INPUT": pair, "OUTPUT_FOLDER": str(tmp_path / "out"), "PIF_METHOD": "flood_from_match_points",
    }  # fmt: skip
    text = way("global_regression", parameters)
    assert "OpenCV (the Python package cv2) is needed for this and is not installed" in text
    assert "Traceback" not in text
