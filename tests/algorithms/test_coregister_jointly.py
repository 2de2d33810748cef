"""Align overlapping images together as users run it: console, model, background and shell words, good and bad input."""

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

CORNERS = ((0, 0), (0, 120), (100, 60))
"""Rows and columns where the images say they lie."""
WRONG = ((0, 0), (6, -3), (-4, 5))
"""Columns and rows by which they lie wrong."""
NAMES = ("réf $1.tif", "im age.tif", "100 % & co.tif")


@pytest.fixture
def run(provider, qgis_new_project):
    """``processing.run`` with our short ids."""
    import processing

    def call(feedback=None, **parameters):
        return processing.run("evenlight:coregister_jointly", parameters, feedback=feedback)

    return call


class StopAt(QgsProcessingFeedback):
    """Cancels at a share of the work."""

    def __init__(self, share):
        super().__init__(False)
        self.progressChanged.connect(lambda done: self.cancel() if done >= share else None)


@pytest.fixture
def tiles(tmp_path, write_raster):
    """Three images of one ground that overlap each other, two of them at a wrong place; names are odd."""
    random = np.random.default_rng(2)
    coarse = random.normal(size=(2, 80, 80)).repeat(5, axis=1).repeat(5, axis=2)
    ground = 1500 + 250 * coarse + 60 * random.normal(size=(2, 400, 400))
    folder = tmp_path / "a folder's $"
    folder.mkdir()
    paths = []
    for number, ((row, column), (dx, dy)) in enumerate(zip(CORNERS, WRONG)):
        top, left = 20 + row + dy, 20 + column + dx
        shown = (1.0 + 0.1 * number) * ground[:, top:top + 220, left:left + 220]
        place = {"west": 500000.0 + 10.0 * column, "north": 5200000.0 - 10.0 * row, "nodata": 0}
        paths.append(write_raster(folder / NAMES[number], np.clip(np.rint(shown), 1, 65535).astype("uint16"), **place))
    return paths


def left_over(paths):
    """How far the images still lie from each other, pixels."""
    places = [gdal.Open(str(path)).GetGeoTransform() for path in paths]
    said = np.array([((p[0] - 500000.0) / 10.0, (5200000.0 - p[3]) / 10.0) for p in places])
    off = said - [(column, row) for row, column in CORNERS] - np.array(WRONG)
    return float(np.abs(off - off.mean(axis=0)).max())


def test_outputs(run, tiles, tmp_path):
    """Images, tie points, table and vectors are there; the answer is plain JSON."""
    folder = str(tmp_path / "out")
    files = {
        "SAVE_TIE_POINTS": str(tmp_path / "points.json"),
        "TABLE": str(tmp_path / "table.csv"),
        "VECTORS": str(tmp_path / "vectors.gpkg"),
    }
    outputs = run(INPUT=tiles, OUTPUT_FOLDER=folder, **files)
    wanted = [f"{folder}/{Path(name).stem}_JointlyAligned.tif" for name in NAMES]
    numbers = {name: outputs[name] for name in ("RMSE_BEFORE", "RMSE_AFTER")}
    assert outputs == {"OUTPUT": wanted, "OUTPUT_FOLDER": folder, "GROUPS": 1, "REJECTED": 0, **numbers, **files}
    assert json.loads(json.dumps(outputs)) == outputs
    assert outputs["RMSE_AFTER"] < 0.1 < 5.0 < outputs["RMSE_BEFORE"]
    assert left_over(wanted) < 0.05 < 5.0 < left_over(tiles)
    with open(files["TABLE"], encoding="utf-8") as file:
        assert [row["moved"] for row in csv.DictReader(file)] == ["yes"] * 3
    opened = ogr.Open(files["VECTORS"])
    assert opened.GetLayer(0).GetFeatureCount() >= 6
    again = run(INPUT=tiles, OUTPUT_FOLDER=str(tmp_path / "again"), LOAD_TIE_POINTS=files["SAVE_TIE_POINTS"])
    assert all(Path(a).read_bytes() == Path(b).read_bytes() for a, b in zip(wanted, again["OUTPUT"]))


def test_fixed_layers_and_temporary_outputs(run, tiles):
    """The fixed image is given by its layer's id, the images as layers, a choice by its number."""
    layers = [QgsRasterLayer(path, f"layer {n}") for n, path in enumerate(tiles)]
    QgsProject.instance().addMapLayers(layers)
    outputs = run(
        INPUT=layers, FIXED_IMAGES=[layers[0].id()], MODEL="1", LOCAL_MODEL="bilinear", LOAD_OUTPUTS=True,
        OUTPUT_FOLDER="TEMPORARY_OUTPUT", VECTORS="TEMPORARY_OUTPUT",
    )  # fmt: skip
    assert all(Path(path).is_file() for path in [*outputs["OUTPUT"], outputs["VECTORS"]])
    fixed, other = (gdal.Open(path).GetGeoTransform() for path in (tiles[0], outputs["OUTPUT"][0]))
    assert fixed == other


def test_nothing_found_is_no_number(run, tmp_path, write_raster):
    """Noise has no tie points: the images are passed on, and what cannot be measured is nothing in JSON."""
    random = np.random.default_rng(1)
    paths = [
        write_raster(tmp_path / f"{n}.tif", random.uniform(1, 1000, (1, 150, 150)).astype("uint16"), west=5e5 + 300 * n)
        for n in range(2)
    ]
    outputs = run(INPUT=paths, OUTPUT_FOLDER=str(tmp_path / "out"))
    assert (outputs["RMSE_BEFORE"], outputs["RMSE_AFTER"], outputs["GROUPS"]) == (None, None, 0)
    assert [gdal.Open(path).ReadAsArray().sum() for path in outputs["OUTPUT"]] == [
        gdal.Open(path).ReadAsArray().sum() for path in paths
    ]


BAD = {
    "unknown loss": ({"LOSS": "magic"}, ["'magic' is not one of the choices huber, cauchy, none"]),
    "one image": ({"INPUT": "{image}"}, ["at least 2 rasters are needed, 1 given"]),
    "fixed": ({"FIXED_IMAGES": ["{other}"]}, ["other.tif is a fixed image but not an input"]),
    "numbers": ({"GRID_SPACING": 3, "MAX_SHIFT": 0}, ["GRID_SPACING must be a number of at least 16", "MAX_SHIFT"]),
    "channel": ({"CHANNEL": "9", "GAUSSIAN_SIZE": 4}, ["CHANNEL cannot be", "GAUSSIAN_SIZE"]),
    "tie points": ({"LOAD_TIE_POINTS": "{table}"}, ["t.json cannot be used", "at format"]),
    "vectors": ({"VECTORS": "{folder}/v.shp"}, ["VECTORS", ".gpkg"]),
    "table over input": ({"TABLE": "{image}"}, ["im age.tif is an input and would be overwritten"]),
    "two in one": ({"TABLE": "{folder}/x", "SAVE_TIE_POINTS": "{folder}/x"}, ["Two results would be written to"]),
}


def by_model(parameters):
    """A model never makes QGIS's checks of its steps; what its log shows."""
    import processing

    child = QgsProcessingModelChildAlgorithm("evenlight:coregister_jointly")
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
def test_bad_input_is_told_in_sentences(run, tiles, tmp_path, write_raster, case):
    changes, sentences = BAD[case]
    other = write_raster(tmp_path / "other.tif", np.ones((1, 20, 20), dtype="uint8"))
    table = tmp_path / "t.json"
    table.write_text('{"format": "something"}', encoding="utf-8")
    places = {"folder": str(tmp_path), "image": tiles[1], "other": other, "table": str(table)}

    def filled(value):
        if isinstance(value, list):
            return [filled(part) for part in value]
        return value.format(**places) if isinstance(value, str) else value

    given = {"INPUT": tiles, "OUTPUT_FOLDER": str(tmp_path / "out")}
    given.update({key: filled(value) for key, value in changes.items()})
    with pytest.raises(QgsProcessingException) as raised:
        run(QgsProcessingFeedback(False), **given)
    for told in (str(raised.value), by_model(given)):
        for sentence in sentences:
            assert sentence in told
        assert "Traceback" not in told
    assert not os.path.exists(tmp_path / "out") or not os.listdir(tmp_path / "out")


@pytest.mark.parametrize("share", [1, 55])
def test_a_cancelled_run_leaves_nothing(run, tiles, tmp_path, share):
    with pytest.raises(QgsProcessingException, match="cancelled"):
        run(StopAt(share), INPUT=tiles, OUTPUT_FOLDER=str(tmp_path / "out"), TABLE=str(tmp_path / "t.csv"))
    assert not (tmp_path / "t.csv").exists()
    assert not os.path.exists(tmp_path / "out") or not os.listdir(tmp_path / "out")


def test_in_the_background(provider, qgis_app, qgis_new_project, tiles, tmp_path):
    from evenlight.gui.tasks import run_in_background

    answers = []
    parameters = {"INPUT": tiles, "OUTPUT_FOLDER": str(tmp_path / "out"), "METHOD": "phase_correlation"}
    run_in_background("coregister_jointly", parameters, lambda *answer: answers.append(answer))
    end = time.monotonic() + 60
    while not answers and time.monotonic() < end:
        qgis_app.processEvents()
        time.sleep(0.005)
    done, results, _ = answers[0]
    assert done
    assert left_over(results["OUTPUT"]) < 0.05
