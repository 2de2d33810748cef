"""Align grids as users run it."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingException, QgsProject, QgsRasterLayer


@pytest.fixture
def run(provider, qgis_new_project):
    """``processing.run``, with defaults where nothing else is said."""
    import processing

    return lambda **parameters: processing.run("evenlight:align_grids", {"LOAD_OUTPUTS": False, **parameters})


def test_layers_and_files_come_onto_one_grid(run, images, tmp_path, read_raster):
    """One of them renamed in the project, one of another size of pixels; what lies on the grid is copied."""
    coarse = str(tmp_path / "coarse.tif")
    gdal.Translate(coarse, images[1], xRes=20, yRes=20, resampleAlg="average")
    layer = QgsRasterLayer(images[0], "West flight")
    QgsProject.instance().addMapLayer(layer)
    result = run(INPUT=[layer.id(), coarse, images[2]], OUTPUT_FOLDER=str(tmp_path / "out"))
    assert result["COPIED"] == 2
    found = [read_raster(path) for path in result["OUTPUT"]]
    assert np.array_equal(found[0][0], read_raster(images[0])[0])
    assert np.array_equal(found[2][0], read_raster(images[2])[0])
    places = [gdal.Open(path).GetGeoTransform() for path in result["OUTPUT"]]
    assert len({place[1] for place in places}) == 1
    assert all(gdal.Info(path, format="json")["bands"][1]["description"] == "nir" for path in result["OUTPUT"])


def test_extent_and_system_of_the_dialog(run, images, tmp_path):
    """An extent with a system of its own, a system by its code, a size of pixels."""
    folder = str(tmp_path / "out")
    given = {"TARGET_CRS": "EPSG:3857", "RESOLUTION": "given", "PIXEL_SIZE": 15, "OUTPUT_FOLDER": folder}
    result = run(INPUT=images, TARGET_EXTENT="500300,501500,5199200,5199900 [EPSG:32614]", **given)
    sizes = {(gdal.Open(path).RasterXSize, gdal.Open(path).RasterYSize) for path in result["OUTPUT"]}
    assert len(sizes) == 1
    dataset = gdal.Open(result["OUTPUT"][0])
    assert dataset.GetGeoTransform()[1] == 15
    assert dataset.GetSpatialRef().GetAuthorityCode(None) == "3857"


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"TARGET_CRS": "nonsense"}, ["TARGET_CRS", "EPSG"]),
        ({"PIXEL_SIZE": 5}, ["PIXEL_SIZE", "RESOLUTION"]),
        ({"RESOLUTION": "given"}, ["PIXEL_SIZE"]),
        ({"TARGET_EXTENT": "0,10,0,10 [EPSG:32614]"}, ["TARGET_EXTENT", "west"]),
    ],
)
def test_wrong_input_is_one_sentence(run, images, tmp_path, parameters, words):
    with pytest.raises(QgsProcessingException) as refused:
        run(INPUT=images, OUTPUT_FOLDER=str(tmp_path / "out"), **parameters)
    assert all(word in str(refused.value) for word in words)
    assert "Traceback" not in str(refused.value)
    assert not (tmp_path / "out").exists()
