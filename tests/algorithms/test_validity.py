"""Which pixels are data, as users meet it: vertical systems, statements of a file, compression, control points."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsProcessingException

SIZE = 120


@pytest.fixture
def run(provider, qgis_new_project):
    """``processing.run`` with our short ids."""
    import processing

    return lambda name, **parameters: processing.run(f"evenlight:{name}", parameters)


def ground():
    """(rows, columns) of about 300."""
    y, x = np.mgrid[0:SIZE, 0:200]
    noise = np.random.default_rng(4).normal(size=(SIZE, 200))
    return 300 + 60 * np.sin(x / 9) * np.cos(y / 11) + 8 * noise


@pytest.fixture
def systems(tmp_path, write_raster):
    """One band of floats each, the second with a gain of 1.1, in two systems that differ by heights only."""
    paths = []
    for number, (gain, name) in enumerate(((1.0, "EPSG:32631"), (1.1, "EPSG:32631+5773"))):
        values = (gain * ground()[:, 80 * number : 80 * number + SIZE]).astype(np.float32)[None]
        path = str(tmp_path / f"{number}.tif")
        write_raster(path, values, west=500000 + 800 * number, epsg=32631)
        system = osr.SpatialReference()
        system.SetFromUserInput(name)
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.SetSpatialRef(system)
        dataset = None
        paths.append(path)
    return paths


def test_heights_of_a_system_are_no_colours(run, systems, tmp_path, read_raster):
    """The overlap agrees to 1.5 afterwards, the figure before is that of the pixels; tools on two images likewise."""
    result = run("global_regression", INPUT=systems, OUTPUT_FOLDER=str(tmp_path / "out"), LOAD_OUTPUTS=False)
    one, two = (read_raster(path)[0] for path in systems)
    assert result["RMSE_BEFORE"] == pytest.approx(np.sqrt(np.mean((one[:, 80:] - two[:, :40]) ** 2)), rel=1e-3)
    first, second = (read_raster(path)[0] for path in result["OUTPUT"])
    assert np.abs(first[:, 80:] - second[:, :40]).max() < 1.5
    folder = str(tmp_path / "matched")
    matched = run("histogram_match", INPUT=systems[1:], REFERENCE=systems[0], OUTPUT_FOLDER=folder)["OUTPUT"][0]
    assert np.abs(read_raster(matched)[0] - two / 1.1).mean() < 5
    holed = gdal.Open(systems[0], gdal.GA_Update)
    holed.GetRasterBand(1).SetNoDataValue(-1)
    holed.GetRasterBand(1).WriteArray(np.full((10, 10), -1, np.float32), 95, 50)
    holed = None
    filled = run("fill_gaps", INPUT=systems[0], METHOD="other_image", OTHER=systems[1], OUTPUT=str(tmp_path / "f.tif"))
    assert np.abs(read_raster(filled["OUTPUT"])[0] - one)[50:60, 95:105].max() < 2


@pytest.fixture
def stated(tmp_path, write_raster):
    """Bytes with nodata 0, a mask and alpha, which hide different pixels."""
    paths = []
    for number in range(2):
        values = np.clip(ground()[:, 80 * number : 80 * number + SIZE] / 3, 1, 255).astype(np.uint8)
        bands = np.stack([values, values, values, np.full_like(values, 255)])
        bands[:3, :10] = 0
        bands[:3, 10:20], bands[3, 20:30] = 43, 0
        path = str(tmp_path / f"{number}.tif")
        write_raster(path, bands, west=500000 + 800 * number, nodata=0, options=["ALPHA=YES", "PHOTOMETRIC=RGB"])
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
        shown = np.full(values.shape, 255, np.uint8)
        shown[10:20] = 0
        dataset.GetRasterBand(1).GetMaskBand().WriteArray(shown)
        dataset = None
        paths.append(path)
    return paths


@pytest.mark.parametrize("name", ["global_regression", "balance", "mask_rasters", "histogram_equalize"])
def test_every_statement_counts_and_is_kept(run, stated, tmp_path, name):
    """Rows 0 to 30 are hidden, by one statement each; nothing else is."""
    parameters = {"INPUT": stated, "OUTPUT_FOLDER": str(tmp_path / "out")}
    if name == "mask_rasters":
        parameters["MASK"] = box_layer(500000, 5198800, 502000, 5200000)
    for path in run(name, **parameters)["OUTPUT"]:
        dataset = gdal.Open(path)
        for number in (1, 2, 3):
            band = dataset.GetRasterBand(number)
            assert (band.GetMaskBand().ReadAsArray()[:30] == 0).all()
            assert (band.GetMaskBand().ReadAsArray()[30:] == 255).all()
            assert (band.ReadAsArray()[:30] == band.GetNoDataValue()).all()


def box_layer(west, south, east, north):
    """A layer with one rectangle."""
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer

    layer = QgsVectorLayer("Polygon?crs=EPSG:32614", "box", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, south, east, north)))
    layer.dataProvider().addFeatures([feature])
    return layer


@pytest.fixture
def bytes_with_holes(tmp_path, write_raster):
    """Three bands of bytes, 0 where nothing is."""
    paths = []
    for number in range(2):
        values = np.clip(ground()[:, 80 * number : 80 * number + SIZE] / 3, 1, 255).astype(np.uint8)
        values[30:50, 20:70] = 0
        path = str(tmp_path / f"{number}.tif")
        write_raster(path, np.stack([values] * 3), west=500000 + 800 * number, nodata=0)
        paths.append(path)
    return paths


@pytest.mark.parametrize("output", ["geotiff", "cog"])
def test_jpeg_loses_and_gains_no_pixel(run, bytes_with_holes, tmp_path, output):
    parameters = {"OUTPUT_FOLDER": str(tmp_path / "out"), "CREATION_OPTIONS": "COMPRESS=JPEG", "OUTPUT_FORMAT": output}
    for path in run("global_regression", INPUT=bytes_with_holes, **parameters)["OUTPUT"]:
        dataset = gdal.Open(path)
        band = dataset.GetRasterBand(1)
        shown = np.ones((SIZE, SIZE), bool)
        shown[30:50, 20:70] = False
        assert (band.GetMaskFlags(), band.GetNoDataValue()) == (gdal.GMF_PER_DATASET, None)
        assert np.array_equal(band.GetMaskBand().ReadAsArray() != 0, shown)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ("COMPRESS=JPEG", "the alpha band of .* tells which pixels are data"),
        ("NBITS=7", "no NBITS below 8"),
        ("PIXELTYPE=SIGNEDBYTE", "OUTPUT_DTYPE for another data type"),
    ],
)
def test_options_that_would_spoil_results_are_refused(run, stated, tmp_path, options, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run("global_regression", INPUT=stated, OUTPUT_FOLDER=str(tmp_path / "out"), CREATION_OPTIONS=options)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("name", ["histogram_equalize", "local_variance"])
def test_ground_control_points_are_kept(run, tmp_path, name):
    """All five."""
    path = str(tmp_path / "photo.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, SIZE, SIZE, 1, gdal.GDT_Byte)
    dataset.GetRasterBand(1).WriteArray((ground()[:, :SIZE] / 3).astype(np.uint8))
    places = ((0, 0), (120, 0), (0, 120), (120, 120), (60, 60))
    points = [gdal.GCP(3 + x / 1e3, 47 - y / 1e3, 0, x, y) for x, y in places]
    system = osr.SpatialReference()
    system.ImportFromEPSG(4326)
    dataset.SetGCPs(points, system.ExportToWkt())
    dataset = None
    if name == "local_variance":
        found = run(name, INPUT=path, OUTPUT=str(tmp_path / "out.tif"))["OUTPUT"]
    else:
        (found,) = run(name, INPUT=[path], OUTPUT_FOLDER=str(tmp_path / "out"))["OUTPUT"]
    assert gdal.Open(found).GetGCPCount() == 5


OTHER_TOOLS = {
    "histogram_match": lambda paths: {"REFERENCE": paths[0]},
    "histogram_equalize": lambda _: {},
    "coregister": lambda paths: {"REFERENCE": paths[0]},
    "coregister_jointly": lambda _: {},
    "threshold_mask": lambda _: {"EXPRESSION": "B1 > 100"},
    "mask_rasters": lambda paths: {"MASK": mask_over(paths[0])},
}


def mask_over(path):
    """A file with one polygon over the middle of an image."""
    target = f"{path}.geojson"
    left, width, _, top, _, height = gdal.Open(path).GetGeoTransform()
    corners = [[left + 30 * a * width, top + 30 * b * height] for a, b in ((1, 1), (2, 1), (2, 2), (1, 2), (1, 1))]
    shape = {"type": "Polygon", "coordinates": [corners]}
    source = {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {}, "geometry": shape}]}
    source["crs"] = {"type": "name", "properties": {"name": "EPSG:32614"}}
    Path(target).write_text(json.dumps(source))
    return target


@pytest.mark.parametrize("name", OTHER_TOOLS)
def test_every_tool_makes_cloud_optimised_files_and_overviews(run, name, ground, write_raster, tmp_path, read_raster):
    """Of the same pixels; a recipe, which only corrections have, is refused."""
    large = np.rint(np.tile(ground, (1, 4, 2))).astype(np.uint16)
    images = [
        write_raster(tmp_path / f"{number}.tif", large[:, :, 100 * number :][:, :, :380], west=500000 + 1000 * number)
        for number in range(2)
    ]
    given = {"INPUT": images, **OTHER_TOOLS[name](images), "LOAD_OUTPUTS": False}
    plain = run(name, **given, OUTPUT_FOLDER=str(tmp_path / "plain"))["OUTPUT"]
    cog = run(name, **given, OUTPUT_FORMAT="cog", OUTPUT_FOLDER=str(tmp_path / "cog"))["OUTPUT"]
    viewed = run(name, **given, BUILD_OVERVIEWS=True, OUTPUT_FOLDER=str(tmp_path / "viewed"))["OUTPUT"]
    assert len(plain) == len(cog) == len(viewed) == len(images)
    for one, two, three in zip(plain, cog, viewed):
        assert gdal.Open(two).GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE") == "COG"
        assert gdal.Open(three).GetRasterBand(1).GetOverviewCount() > 0
        for other in (two, three):
            assert np.array_equal(read_raster(one)[0], read_raster(other)[0])
    with pytest.raises(QgsProcessingException, match="virtual"):
        run(name, **given, OUTPUT_FORMAT="virtual", OUTPUT_FOLDER=str(tmp_path / "virtual"))
    assert not (tmp_path / "virtual").exists()
