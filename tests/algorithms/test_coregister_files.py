"""What aligning takes and gives beside images, as users run it: rows of the dialog, scripts, the project."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsProject

STEP = (7, -4)
"""Columns and rows by which dates lie off."""


@pytest.fixture
def dates(tmp_path, write_raster):
    """Three views of one ground; the last two say that they lie elsewhere."""
    random = np.random.default_rng(6)
    coarse = random.normal(size=(2, 40, 40)).repeat(5, axis=1).repeat(5, axis=2)
    ground = 1500 + 250 * coarse + 60 * random.normal(size=(2, 200, 200))
    columns, rows = 12 + STEP[0], 12 + STEP[1]
    first, moved = ground[:, 12:172, 12:172], ground[:, rows : rows + 160, columns : columns + 160]
    return [
        write_raster(tmp_path / "march.tif", first.astype("uint16")),
        write_raster(tmp_path / "may.tif", (1.2 * moved).astype("uint16")),
        write_raster(tmp_path / "june.tif", (0.9 * moved + 50).astype("uint16")),
    ]


@pytest.fixture
def run(provider, qgis_new_project, tmp_path):
    """``processing.run``, into a folder of its own."""
    import processing

    def call(**parameters):
        given = {"OUTPUT_FOLDER": str(tmp_path / "out"), **parameters}
        return processing.run("evenlight:coregister", given, feedback=QgsProcessingFeedback(False))

    return call


def place(path):
    return gdal.Open(path).GetGeoTransform()


def test_matrices_move_other_files_of_the_same_images(run, dates, tmp_path):
    """Written by one run, read by another without a reference; tie points and rasters of shifts lie beside them."""
    matrices, points = str(tmp_path / "moves.json"), str(tmp_path / "points.gpkg")
    first = run(
        INPUT=dates[1:], REFERENCE=dates[0], MATRICES=matrices, TIE_POINTS=points, SHIFTS=str(tmp_path / "shifts")
    )
    assert first["ALIGNED"] == 2 and first["MATRICES"] == matrices
    with open(matrices, encoding="utf-8") as stream:
        assert len(json.load(stream)["images"]) == 2
    opened = ogr.Open(points)
    assert opened.GetLayer(0).GetFeatureCount() > 10
    opened = None
    assert gdal.Open(str(tmp_path / "shifts" / "may_Shifts.tif")).RasterCount == 3
    again = run(INPUT=dates[1:2], LOAD_MATRICES=matrices, OUTPUT_FOLDER=str(tmp_path / "again"))
    assert place(again["OUTPUT"][0]) == pytest.approx(place(first["OUTPUT"][0]))
    with pytest.raises(QgsProcessingException, match="REFERENCE"):
        run(INPUT=dates[1:2], OUTPUT_FOLDER=str(tmp_path / "again"))


def test_a_cube_is_loaded_date_by_date(run, dates, tmp_path):
    """A file for each date and one of all; chosen dates by name; all of them are added to the project."""
    cube = str(tmp_path / "cube.tif")
    layers = [gdal.Open(path) for path in dates]
    made = gdal.GetDriverByName("GTiff").Create(cube, 160, 160, 6, gdal.GDT_UInt16)
    made.SetGeoTransform(layers[0].GetGeoTransform())
    made.SetProjection(layers[0].GetProjection())
    for number, values in enumerate(np.concatenate([layer.ReadAsArray() for layer in layers]), start=1):
        made.GetRasterBand(number).WriteArray(values)
    made = None
    stack = str(tmp_path / "stack.tif")
    results = run(
        INPUT=[cube], BANDS_PER_DATE=2, REFERENCE_MODE="mean", REFERENCE_IMAGES=["cube_1"], OUTPUT_STACK=stack
    )
    assert len(results["OUTPUT"]) == 3 and results["ALIGNED"] == 2
    start, size = place(results["OUTPUT"][0]), place(cube)[1]
    for path in results["OUTPUT"][1:]:
        assert (place(path)[0] - start[0]) / size == pytest.approx(STEP[0], abs=0.2)
        assert (start[3] - place(path)[3]) / size == pytest.approx(STEP[1], abs=0.2)
    assert gdal.Open(stack).RasterCount == 6
    assert gdal.Open(stack).GetRasterBand(3).GetDescription() == "cube_2 B1"


def test_dates_of_a_cube_are_added_to_the_project(provider, qgis_new_project, dates, tmp_path):
    """As many layers as dates, though one file was given."""
    import processing

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    plain = str(tmp_path / "plain.tif")
    gdal.Translate(plain, dates[0])
    processing.run(
        "evenlight:coregister",
        {
            "INPUT": [plain], "BANDS_PER_DATE": 1, "REFERENCE": dates[0], "OUTPUT_FOLDER": str(tmp_path / "out"),
            "LOAD_OUTPUTS": True,
        },
        feedback=QgsProcessingFeedback(False), context=context,
    )  # fmt: skip
    names = [details.name for details in context.layersToLoadOnCompletion().values()]
    assert len(names) == 2


def test_a_mask_and_a_channel_of_the_reference_are_read(run, dates, tmp_path):
    """What lies outside the polygons is not compared; a channel that the reference lacks is refused."""
    with pytest.raises(QgsProcessingException, match="REFERENCE_CHANNEL"):
        run(INPUT=dates[1:2], REFERENCE=dates[0], REFERENCE_CHANNEL="3")
    box = str(tmp_path / "box.geojson")
    west, pixel, _, north, _, _ = place(dates[0])
    east, south = west + 20 * pixel, north - 20 * pixel
    ring = [[west, north], [east, north], [east, south], [west, south], [west, north]]
    shape = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    code = gdal.Open(dates[0]).GetSpatialRef().GetAuthorityCode(None)
    system = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{code}"}}
    Path(box).write_text(json.dumps({"type": "FeatureCollection", "crs": system, "features": [shape]}))
    assert run(INPUT=dates[1:2], REFERENCE=dates[0])["ALIGNED"] == 1
    # a corner of 20 pixels says nothing
    assert run(INPUT=dates[1:2], REFERENCE=dates[0], MASK=box)["ALIGNED"] == 0
    assert run(INPUT=dates[1:2], REFERENCE=dates[0], MASK=box, MASK_MODE="exclude")["ALIGNED"] == 1
