"""Align images to a reference as users run it: console, model, background and shell words, good and bad input."""

from __future__ import annotations

import csv
import json
import os
import time
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProject,
    QgsRasterLayer,
)

SHIFT = (7, -4)
"""Columns and rows by which the image lies off."""


@pytest.fixture
def run(provider, qgis_new_project):
    """``processing.run`` with our short ids."""
    import processing

    def call(feedback=None, **parameters):
        return processing.run("evenlight:coregister", parameters, feedback=feedback)

    return call


class Recorder(QgsProcessingFeedback):
    """Keeps warnings."""

    def __init__(self):
        super().__init__(False)
        self.warnings = []

    def pushWarning(self, text):
        self.warnings.append(text)


@pytest.fixture
def pair(tmp_path, write_raster):
    """A reference and an image of its ground in another light that says it lies elsewhere; names are odd."""
    random = np.random.default_rng(2)
    coarse = random.normal(size=(3, 45, 45)).repeat(5, axis=1).repeat(5, axis=2)
    ground = 1500 + 250 * coarse + 60 * random.normal(size=(3, 225, 225))
    folder = tmp_path / "a folder's & 100 % $"
    folder.mkdir()
    column, row = 12 + SHIFT[0], 12 + SHIFT[1]
    first, second = ground[:, 12:212, 12:212], 1.2 * ground[:, row : row + 200, column : column + 200] + 50
    return [
        write_raster(folder / name, np.clip(np.rint(values), 1, 65535).astype("uint16"), nodata=0)
        for name, values in (("réf $1.tif", first), ("im age.tif", second))
    ]


def offset(path):
    """Columns and rows by which a file lies off the reference."""
    place = gdal.Open(str(path)).GetGeoTransform()
    return (place[0] - 500000.0) / 10.0, (5200000.0 - place[3]) / 10.0


def test_outputs(run, pair, tmp_path):
    """The image is moved, the reference passed on; table and vectors are there; the answer is plain JSON."""
    folder, table, vectors = str(tmp_path / "out"), str(tmp_path / "t.csv"), str(tmp_path / "v.gpkg")
    outputs = run(INPUT=pair, REFERENCE=pair[0], OUTPUT_FOLDER=folder, TABLE=table, VECTORS=vectors)
    wanted = [f"{folder}/réf $1_Aligned.tif", f"{folder}/im age_Aligned.tif"]
    assert outputs == {
        "OUTPUT": wanted, "OUTPUT_FOLDER": folder, "ALIGNED": 1, "TABLE": table, "VECTORS": vectors
    }  # fmt: skip
    assert json.loads(json.dumps(outputs)) == outputs
    assert offset(wanted[0]) == (0.0, 0.0)
    assert np.abs(np.subtract(offset(wanted[1]), SHIFT)).max() < 0.05
    with open(table, encoding="utf-8") as file:
        assert [row["accepted"] for row in csv.DictReader(file)] == ["no", "yes"]
    opened = ogr.Open(vectors)
    assert opened.GetLayer(0).GetFeatureCount() >= 4


@pytest.mark.parametrize("method", ["phase_correlation", "features"])
def test_methods_and_common_grid(run, pair, tmp_path, method):
    if method != "phase_correlation":
        pytest.importorskip("cv2", reason="OpenCV is not installed")
    outputs = run(
        INPUT=[pair[1]], REFERENCE=pair[0], METHOD=method, CHANNEL="Mean", SAME_GRID=True,
        OUTPUT_FOLDER=str(tmp_path / "out"),
    )  # fmt: skip
    assert outputs["ALIGNED"] == 1
    assert offset(outputs["OUTPUT"][0]) == (0.0, 0.0)
    first, second = (gdal.Open(path).ReadAsArray().astype(float) for path in (pair[0], outputs["OUTPUT"][0]))
    both = second[0] != 0
    assert np.corrcoef(first[0][both], second[0][both])[0, 1] > 0.99


def test_the_kind_of_reference_comes_before_the_reference(provider):
    order = [known.name() for known in provider.algorithm("coregister").parameterDefinitions()]
    assert order.index("REFERENCE_MODE") + 1 == order.index("REFERENCE")


def test_mean_of_the_images_and_temporary_outputs(run, pair):
    outputs = run(
        INPUT=pair, REFERENCE_MODE="mean", OUTPUT_FOLDER="TEMPORARY_OUTPUT", VECTORS="TEMPORARY_OUTPUT", METHOD="0"
    )
    assert all(Path(path).is_file() for path in [*outputs["OUTPUT"], outputs["VECTORS"]])
    first, second = map(offset, outputs["OUTPUT"])
    assert np.abs(np.subtract(second, first) - SHIFT).max() < 0.1


def test_layers_are_taken_and_results_shown(run, pair, tmp_path):
    layers = [QgsRasterLayer(path, f"layer {n}") for n, path in enumerate(pair)]
    QgsProject.instance().addMapLayers(layers)
    outputs = run(INPUT=layers[1], REFERENCE=layers[0].id(), OUTPUT_FOLDER=str(tmp_path / "out"), LOAD_OUTPUTS=True)
    assert len(outputs["OUTPUT"]) == 1


def test_what_cannot_be_aligned_is_told(run, pair, tmp_path, write_raster):
    noise = np.random.default_rng(5).uniform(1, 1000, size=(3, 200, 200)).astype("uint16")
    other = write_raster(tmp_path / "other.tif", noise)
    feedback = Recorder()
    outputs = run(feedback, INPUT=[other], REFERENCE=pair[0], OUTPUT_FOLDER=str(tmp_path / "out"))
    assert outputs["ALIGNED"] == 0
    assert any("other could not be aligned" in text for text in feedback.warnings)


BAD = {
    "unknown method": ({"METHOD": "magic"}, ["'magic' is not one of the choices phase_correlation"]),
    "transform": ({"MOTION": "affine"}, ['MOTION cannot be "affine"', "translation with the METHOD phase_correlation"]),
    "channel": ({"CHANNEL": "red"}, ['CHANNEL cannot be "red"', "mean, luminance, gradient"]),
    "numbers": ({"GAUSSIAN_SIZE": 4, "MAX_SHIFT": 0}, ["GAUSSIAN_SIZE", "an odd number", "MAX_SHIFT"]),
    "no reference": ({"REFERENCE": None}, ['REFERENCE cannot be "empty"', "set REFERENCE_MODE to mean or median"]),
    "reference and mean": ({"REFERENCE_MODE": "mean"}, ["REFERENCE cannot be", "At least 2 images"]),
    "no raster": ({"REFERENCE": "{folder}/none.tif"}, ["none.tif cannot be opened as a raster"]),
    "vectors": ({"VECTORS": "{folder}/v.shp"}, ["VECTORS", ".gpkg"]),
    "table over input": ({"TABLE": "{image}"}, ["im age.tif is an input and would be overwritten"]),
    "no image": ({"INPUT": []}, ["INPUT is missing"]),
}


def by_model(parameters):
    """A model never makes QGIS's checks of its steps; what its log shows."""
    import processing

    child = QgsProcessingModelChildAlgorithm("evenlight:coregister")
    child.setChildId("step")
    for key, value in parameters.items():
        child.addParameterSources(key, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
    model = QgsProcessingModelAlgorithm("model", "tests")
    model.addChildAlgorithm(child)
    feedback = QgsProcessingFeedback(False)
    with pytest.raises(QgsProcessingException) as raised:
        processing.run(model, {}, feedback=feedback)
    return feedback.textLog() + str(raised.value)


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_told_in_sentences(run, pair, tmp_path, case):
    changes, sentences = BAD[case]
    places = {"folder": str(tmp_path), "image": pair[1]}
    given = {"INPUT": [pair[1]], "REFERENCE": pair[0], "OUTPUT_FOLDER": str(tmp_path / "out")}
    given.update(
        {key: value.format(**places) if isinstance(value, str) else value for key, value in changes.items()}
    )
    with pytest.raises(QgsProcessingException) as raised:
        run(QgsProcessingFeedback(False), **given)
    for told in (str(raised.value), by_model(given)):
        for sentence in sentences:
            assert sentence in told
        assert "Traceback" not in told
    assert not os.path.exists(tmp_path / "out") or not os.listdir(tmp_path / "out")


def test_in_the_background(provider, qgis_app, qgis_new_project, pair, tmp_path):
    from evenlight.gui.tasks import run_in_background

    told = []
    parameters = {"INPUT": [pair[1]], "REFERENCE": pair[0], "OUTPUT_FOLDER": str(tmp_path / "out")}
    task = run_in_background("coregister", parameters, lambda *outcome: told.append(outcome))
    end = time.monotonic() + 60
    while not told and time.monotonic() < end:
        qgis_app.processEvents()
        time.sleep(0.005)
    assert told and task is not None
    done, results, message = told[0]
    assert (done, message) == (True, "")
    assert results["ALIGNED"] == 1
