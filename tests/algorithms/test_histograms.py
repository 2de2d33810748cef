"""Histograms as users run them: console, model and background task, with good and bad input."""

from __future__ import annotations

import json
import time
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterMultipleLayers,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

STEMS = ("west", "middle", "east")


@pytest.fixture
def run(provider, qgis_new_project):
    """``processing.run`` with our short ids."""
    import processing

    def call(name, feedback=None, **parameters):
        return processing.run(f"evenlight:{name}", parameters, feedback=feedback)

    return call


def valid(path):
    """Where an image of the fixture is not nodata."""
    return gdal.Open(path).ReadAsArray()[0] != 0


def test_histogram_match(run, images, tmp_path, read_raster):
    """Gains and offsets of the fixture are undone where images overlap; the answer is plain JSON."""
    folder = str(tmp_path / "out")
    outputs = run("histogram_match", INPUT=images[::2], REFERENCE=images[1], OUTPUT_FOLDER=folder)
    wanted = [f"{folder}/{stem}_Matched.tif" for stem in STEMS[::2]]
    assert outputs == {"OUTPUT": wanted, "OUTPUT_FOLDER": folder}
    assert json.loads(json.dumps(outputs)) == outputs
    here, there = read_raster(wanted[0])[:, 3:, 70:], read_raster(images[1])[:, 3:, :30]
    assert np.abs(here.astype(float) - there).mean() < 3
    assert np.array_equal(valid(wanted[0]), valid(images[0]))


def test_histogram_match_whole_with_mask_and_bands(run, images, tmp_path, read_raster):
    layer = QgsVectorLayer("Polygon?crs=epsg:32614&field=image:string(80)", "there", "memory")
    for name, bounds in (("middle", (500700, 5190000, 501000, 5200000)), ("west", (500700, 5190000, 501000, 5200000))):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(*bounds)))
        feature.setAttribute("image", name)
        layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    both = {"INPUT": [images[1]], "REFERENCE": images[0], "BANDS": "2"}
    mask = {"MASK": layer, "MASK_FIELD": "image", "MASK_MODE": "include"}
    first = run("histogram_match", **both, **mask, REGION="whole", OUTPUT_FOLDER=str(tmp_path / "a"))["OUTPUT"][0]
    second = run("histogram_match", **both, REGION="overlap", OUTPUT_FOLDER=str(tmp_path / "b"))["OUTPUT"][0]
    assert np.array_equal(read_raster(first), read_raster(second))
    assert np.array_equal(read_raster(first)[0], read_raster(images[1])[0])


@pytest.mark.parametrize("method", ["global", "adaptive", "common"])
def test_histogram_equalize(run, images, tmp_path, read_raster, method):
    folder = str(tmp_path / "out")
    outputs = run("histogram_equalize", INPUT=images, METHOD=method, OUTPUT_FOLDER=folder)
    assert outputs == {"OUTPUT": [f"{folder}/{stem}_Equalized.tif" for stem in STEMS], "OUTPUT_FOLDER": folder}
    for path, image in zip(outputs["OUTPUT"], images):
        assert np.array_equal(valid(path), valid(image))
        assert np.ptp(read_raster(path)[0][valid(path)].astype(float)) > 40_000


def test_histogram_peaks(run, images, tmp_path):
    table, page = tmp_path / "peaks.csv", tmp_path / "peaks.html"
    outputs = run("histogram_peaks", INPUT=images[0], BAND=2, OUTPUT_TABLE=str(table), OUTPUT_HTML=str(page))
    assert set(outputs) == {"OUTPUT_TABLE", "OUTPUT_HTML", "PEAKS", "HIGHEST_PEAK"}
    assert json.loads(json.dumps(outputs)) == outputs
    assert len(table.read_text().splitlines()) == outputs["PEAKS"] + 1
    assert "data:image/svg+xml" in page.read_text(encoding="utf-8")


def test_numbers_of_peaks_alone(run, images):
    """Nothing need be written; no peak is no number, for which JSON has a word."""
    assert run("histogram_peaks", INPUT=images[0], MIN_WIDTH=1e6) == {"PEAKS": 0, "HIGHEST_PEAK": None}
    assert run("histogram_peaks", INPUT=images[0], OUTPUT_HTML="TEMPORARY_OUTPUT")["OUTPUT_HTML"].endswith(".html")


def test_the_page_is_shown_by_qgis(provider):
    """Processing shows outputs of this kind in its results viewer."""
    outputs = {one.name(): one.type() for one in provider.algorithm("histogram_peaks").outputDefinitions()}
    assert outputs["OUTPUT_HTML"] == "outputHtml"


def test_results_are_shown_with_one_stretch(provider, qgis_new_project, images, tmp_path):
    """Matched images with the reference's, equalized ones with their range."""
    for name, more, limits in (
        ("histogram_match", {"REFERENCE": images[1]}, None),
        ("histogram_equalize", {}, (1.0, 65535.0)),
    ):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        parameters = {"INPUT": images, "OUTPUT_FOLDER": str(tmp_path / name), **more}
        feedback = QgsProcessingFeedback(False)
        results, done = provider.algorithm(name).run(parameters, context, feedback, catchExceptions=False)
        assert done
        loading = context.layersToLoadOnCompletion()
        assert set(loading) == set(results["OUTPUT"])
        shown = set()
        for path in results["OUTPUT"]:
            layer = QgsRasterLayer(path, Path(path).stem)
            loading[path].postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
            renderer = layer.renderer()
            enhancement = (
                renderer.redContrastEnhancement()
                if hasattr(renderer, "redContrastEnhancement")
                else renderer.contrastEnhancement()
            )
            shown.add((enhancement.minimumValue(), enhancement.maximumValue()))
        assert len(shown) == 1
        assert limits is None or shown == {limits}


def test_a_model_equalizes_what_it_matched(provider, qgis_new_project, images, tmp_path):
    """The list of one step is the input of the next."""
    model = QgsProcessingModelAlgorithm("chain", "test")
    model.addModelParameter(
        QgsProcessingParameterMultipleLayers("IMAGES", "images", QgsProcessing.SourceType.TypeRaster),
        QgsProcessingModelParameter("IMAGES"),
    )
    source = QgsProcessingModelChildParameterSource
    match = QgsProcessingModelChildAlgorithm("evenlight:histogram_match")
    match.setChildId("match")
    match.addParameterSources("INPUT", [source.fromModelParameter("IMAGES")])
    match.addParameterSources("REFERENCE", [source.fromStaticValue(images[0])])
    match.addParameterSources("LOAD_OUTPUTS", [source.fromStaticValue(False)])
    match.addParameterSources("OUTPUT_FOLDER", [source.fromStaticValue(str(tmp_path / "matched"))])
    model.addChildAlgorithm(match)
    equalize = QgsProcessingModelChildAlgorithm("evenlight:histogram_equalize")
    equalize.setChildId("equalize")
    equalize.addParameterSources("INPUT", [source.fromChildOutput("match", "OUTPUT")])
    equalize.addParameterSources("METHOD", [source.fromStaticValue("common")])
    output = QgsProcessingModelOutput("result", "result")
    output.setChildId("equalize")
    output.setChildOutputName("OUTPUT_FOLDER")
    equalize.setModelOutputs({"result": output})
    model.addChildAlgorithm(equalize)
    model.initAlgorithm()
    parameters = {"IMAGES": images[1:2], "equalize:result": str(tmp_path / "out")}
    _, ok = model.run(parameters, QgsProcessingContext(), QgsProcessingFeedback(False))
    assert ok
    assert (tmp_path / "out" / "middle_Matched_Equalized.tif").is_file()


def test_in_the_background(provider, qgis_new_project, images, tmp_path):
    from evenlight.gui.tasks import run_in_background

    done = []
    parameters = {"INPUT": images, "METHOD": "adaptive", "OUTPUT_FOLDER": str(tmp_path / "out")}
    task = run_in_background("histogram_equalize", parameters, lambda *answer: done.append(answer))
    end = time.monotonic() + 60
    while not done and time.monotonic() < end:
        QgsApplication.processEvents()
    assert done[0][0] is True
    assert len(done[0][1]["OUTPUT"]) == 3
    assert task is not None


@pytest.mark.parametrize(
    ("name", "parameters", "sentences"),
    [
        ("histogram_match", {"REFERENCE": None}, ["REFERENCE is missing"]),
        ("histogram_match", {"REGION": "middle"}, ["REGION: 'middle' is not one of the choices overlap, whole"]),
        ("histogram_match", {"BANDS": "7"}, ["has no measurements in B7"]),
        ("histogram_match", {"BANDS": "one"}, ['BANDS cannot be "one"']),
        ("histogram_equalize", {"TILES": 500, "CLIP_LIMIT": "much"}, ["CLIP_LIMIT must be"]),
        ("histogram_equalize", {"TILES": 500}, ['TILES cannot be "500"']),
        ("histogram_peaks", {"BAND": 9}, ["has no measurements in B9"]),
        ("histogram_peaks", {"BINS": 1}, ["BINS must be a number of at least 2"]),
        ("histogram_peaks", {"MIN_HEIGHT": 101}, ["MIN_HEIGHT must be a number from 0 to 100"]),
    ],
)
def test_bad_input_is_told_in_a_sentence(run, images, tmp_path, name, parameters, sentences):
    common = {
        "histogram_match": {"INPUT": images[1:2], "REFERENCE": images[0], "OUTPUT_FOLDER": str(tmp_path / "out")},
        "histogram_equalize": {"INPUT": images, "OUTPUT_FOLDER": str(tmp_path / "out")},
        "histogram_peaks": {"INPUT": images[0], "OUTPUT_HTML": str(tmp_path / "out" / "page.html")},
    }[name]
    with pytest.raises(QgsProcessingException) as caught:
        run(name, **{**common, **parameters})
    for sentence in sentences:
        assert sentence in str(caught.value)
    assert not (tmp_path / "out").exists()


def test_a_band_between_two_is_refused(provider, images):
    algorithm = provider.algorithm("histogram_peaks").create()
    fits, reason = algorithm.checkParameterValues({"INPUT": images[0], "BAND": 1.7}, QgsProcessingContext())
    assert not fits
    assert "BAND must be a whole number, not '1.7'." in reason
