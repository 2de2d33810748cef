"""Threshold mask and Mask rasters as users run them, and masks in the Balance group from any layer QGIS reads."""

from __future__ import annotations

import json
import os
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

import evenlight

ROOT = Path(evenlight.__file__).parent
STEMS = ("west", "middle", "east")


@pytest.fixture
def run(provider, qgis_new_project):
    """``processing.run`` with our short ids."""
    import processing

    def call(name, feedback=None, **parameters):
        return processing.run(f"evenlight:{name}", parameters, feedback=feedback)

    return call


class Recorder(QgsProcessingFeedback):
    """Keeps warnings."""

    def __init__(self):
        super().__init__(False)
        self.warnings = []

    def pushWarning(self, text):
        self.warnings.append(text)


def polygon_layer(crs="epsg:32614", shapes=((None, (500000, 5199040, 500500, 5200000)),)):
    """A layer in memory with one rectangle each, given in zone 14, for an image or for all."""
    layer = QgsVectorLayer(f"Polygon?crs={crs}&field=image:string(80)", "clouds", "memory")
    zone = QgsCoordinateReferenceSystem("EPSG:32614")
    way = QgsCoordinateTransform(zone, QgsCoordinateReferenceSystem(crs), QgsProject.instance())
    for name, bounds in shapes:
        feature = QgsFeature(layer.fields())
        geometry = QgsGeometry.fromRect(QgsRectangle(*bounds))
        geometry.transform(way)
        feature.setGeometry(geometry)
        feature.setAttribute("image", name)
        layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_threshold_mask(run, images, tmp_path, read_raster):
    """Masks, one layer of polygons, and nothing else; the answer is plain JSON."""
    folder, polygons = str(tmp_path / "out"), str(tmp_path / "bright.gpkg")
    outputs = run(
        "threshold_mask", INPUT=images, EXPRESSION="B1 > 80%B1 and B2 > 0", OUTPUT_FOLDER=folder,
        OUTPUT_POLYGONS=polygons,
    )  # fmt: skip
    wanted = [f"{folder}/{stem}_Mask.tif" for stem in STEMS]
    assert outputs == {"OUTPUT": wanted, "OUTPUT_FOLDER": folder, "OUTPUT_POLYGONS": polygons}
    assert json.loads(json.dumps(outputs)) == outputs
    for path, image in zip(wanted, images):
        values = read_raster(image).astype(float)
        valid = values[0] != 0
        expected = np.where(valid, values[0] > np.percentile(values[0][valid], 80), 255)
        assert np.array_equal(read_raster(path)[0], expected)
    layer = QgsVectorLayer(polygons, "bright", "ogr")
    assert {feature["image"] for feature in layer.getFeatures()} == set(STEMS)
    assert layer.crs().authid() == "EPSG:32614"


def test_threshold_mask_without_polygons(run, images):
    outputs = run("threshold_mask", INPUT=images[0], PRESET="water", GREEN_BAND=1, NIR_BAND=2,
                  OUTPUT_FOLDER="TEMPORARY_OUTPUT")  # fmt: skip
    assert set(outputs) == {"OUTPUT", "OUTPUT_FOLDER"}
    assert Path(outputs["OUTPUT"][0]).is_file()


def test_temporary_polygons(run, images):
    outputs = run("threshold_mask", INPUT=images, EXPRESSION="B1 > 80%B1", OUTPUT_FOLDER="TEMPORARY_OUTPUT",
                  OUTPUT_POLYGONS="TEMPORARY_OUTPUT")  # fmt: skip
    assert QgsVectorLayer(outputs["OUTPUT_POLYGONS"], "p", "ogr").featureCount() > 3


def test_masks_are_drawn_as_masks(provider, qgis_new_project, images, tmp_path):
    """Added to the project like all results: what is no mask is transparent."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    parameters = {"INPUT": images, "EXPRESSION": "B1 > 80%B1", "OUTPUT_FOLDER": str(tmp_path / "out")}
    _, ok = provider.algorithm("threshold_mask").create().run(parameters, context, QgsProcessingFeedback())
    assert ok
    details = context.layersToLoadOnCompletion()
    assert sorted(Path(path).stem for path in details) == sorted(f"{stem}_Mask" for stem in STEMS)
    path, loaded = next(iter(details.items()))
    layer = QgsRasterLayer(path)
    loaded.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
    assert [each.value for each in layer.renderer().classes()] == [1]


def test_masks_feed_the_balance_tools(run, images, tmp_path, read_raster):
    """A cloud over a half of the middle image spoils its gain; its own mask keeps it out."""
    dataset = gdal.Open(images[1], gdal.GA_Update)
    for number in (1, 2):
        band = dataset.GetRasterBand(number)
        values = band.ReadAsArray()
        values[40:80, :60] = 9000 + 10 * (values[40:80, :60] % 50)
        band.WriteArray(values)
    dataset = band = None
    masks = run("threshold_mask", INPUT=images, EXPRESSION="B1 > 6000", OUTPUT_FOLDER=str(tmp_path / "masks"),
                OUTPUT_POLYGONS=str(tmp_path / "clouds.gpkg"))  # fmt: skip
    options = {"INPUT": images, "MODEL_IMAGES": images[:1]}
    mask = {"MASK": masks["OUTPUT_POLYGONS"], "MASK_MODE": "exclude", "MASK_FIELD": "image"}
    with_mask = run("global_regression", **options, **mask, OUTPUT_FOLDER=str(tmp_path / "with"))["OUTPUT"]
    without = run("global_regression", **options, OUTPUT_FOLDER=str(tmp_path / "without"))["OUTPUT"]
    west = read_raster(images[0])[:, 5:38, 70:].astype(float)

    def difference(paths):
        return abs(read_raster(paths[1])[:, 5:38, :30].astype(float) - west).mean()

    assert difference(with_mask) < 2.0
    assert difference(without) > 10.0


def blanked(path, before, read_raster):
    """Which pixels became nodata."""
    return (read_raster(path)[0] == 0) & (read_raster(before)[0] != 0)


def test_mask_rasters(run, images, tmp_path, read_raster):
    layer = polygon_layer(shapes=[("west", (500100, 5199500, 500300, 5199700)), ("east", (0, 0, 1, 1))])
    folder = str(tmp_path / "out")
    outputs = run(
        "mask_rasters", INPUT=images, MASK=layer, MASK_MODE="exclude", MASK_FIELD="image", OUTPUT_FOLDER=folder
    )
    assert outputs == {"OUTPUT": [f"{folder}/{stem}_Masked.tif" for stem in STEMS], "OUTPUT_FOLDER": folder}
    west, middle, east = (blanked(*pair, read_raster) for pair in zip(outputs["OUTPUT"], images))
    assert west[30:50, 10:30].all()
    assert west.sum() == 400
    assert not middle.any()
    assert not east.any()


@pytest.mark.parametrize(("match", "hit"), [({}, [False, True, False]), ({"MASK_FIELD_MATCH": "contains"}, [True] * 3)])
def test_parts_of_names_choose_images_where_asked_for(run, images, tmp_path, read_raster, match, hit):
    """``st`` is a part of west and of east; what fits no image is listed either way."""
    shape = (490000, 5190000, 510000, 5210000)
    layer = polygon_layer(shapes=[("st", shape), ("middle", shape), ("north", shape)])
    recorder = Recorder()
    outputs = run("mask_rasters", feedback=recorder, INPUT=images, MASK=layer, MASK_MODE="exclude",
                  MASK_FIELD="image", **match, OUTPUT_FOLDER=str(tmp_path / "out"))["OUTPUT"]  # fmt: skip
    assert [not read_raster(path).any() for path in outputs] == hit
    (listed,) = [text for text in recorder.warnings if "no image is called" in text]
    assert "north" in listed
    assert ('"st"' in listed) == (not match)


def test_mask_rasters_counts_touched_pixels_when_told(run, images, tmp_path, read_raster):
    layer = polygon_layer(shapes=[(None, (500106, 5199506, 500134, 5199534))])
    sizes = []
    for all_touched in (False, True):
        out = run("mask_rasters", INPUT=images[0], MASK=layer, MASK_MODE="exclude", ALL_TOUCHED=all_touched,
                  OUTPUT_FOLDER=str(tmp_path / str(all_touched)))["OUTPUT"][0]  # fmt: skip
        sizes.append(int(blanked(out, images[0], read_raster).sum()))
    assert sizes == [4, 16]


def written(layer, path, driver):
    """A layer as a file of another format."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    if driver == "CSV":
        options.layerOptions = ["GEOMETRY=AS_WKT", "CREATE_CSVT=YES"]
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsProject.instance().transformContext(), options)
    return str(path)


@pytest.mark.parametrize("crs", ["epsg:32614", "epsg:4326", "epsg:3857", "epsg:5070"])
@pytest.mark.parametrize(
    ("driver", "ending"),
    [(None, ""), ("GPKG", "gpkg"), ("ESRI Shapefile", "shp"), ("GeoJSON", "geojson"), ("FlatGeobuf", "fgb"),
     ("KML", "kml")],
)  # fmt: skip
def test_polygons_of_any_format_and_system_fall_on_the_same_ground(
    run, images, tmp_path, read_raster, crs, driver, ending
):
    """Corners that bend on the way may cost a pixel."""
    layer = polygon_layer(crs, [("west", (500101, 5199501, 500301, 5199701))])
    mask = layer if driver is None else written(layer, tmp_path / f"mask.{ending}", driver)
    # KML keeps fields of its own
    field = {} if driver == "KML" else {"MASK_FIELD": "image"}
    out = run("mask_rasters", INPUT=images[0], MASK=mask, MASK_MODE="exclude", **field,
              OUTPUT_FOLDER=str(tmp_path / "out"))["OUTPUT"][0]  # fmt: skip
    found = blanked(out, images[0], read_raster)
    expected = np.zeros_like(found)
    expected[30:50, 10:30] = True
    assert (found ^ expected).sum() <= 4


def test_only_selected_polygons_count_where_the_user_says_so(run, images, tmp_path, read_raster):
    layer = polygon_layer(
        shapes=[("a", (500100, 5199500, 500200, 5199600)), ("b", (500400, 5199500, 500500, 5199600))]
    )
    layer.selectByExpression("image = 'b'")
    mask = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    out = run("mask_rasters", INPUT=images[0], MASK=mask, MASK_MODE="exclude", OUTPUT_FOLDER=str(tmp_path / "out"))
    found = blanked(out["OUTPUT"][0], images[0], read_raster)
    assert found[40:50, 40:50].all()
    assert found.sum() == 100


def test_an_empty_layer_excludes_nothing_and_says_so(run, images, tmp_path):
    """Clouds of clear days: in a model the next step goes on."""
    masks = run("threshold_mask", INPUT=images, EXPRESSION="B1 > 60000", OUTPUT_FOLDER=str(tmp_path / "masks"),
                OUTPUT_POLYGONS=str(tmp_path / "clouds.gpkg"))  # fmt: skip
    mask = {"MASK": masks["OUTPUT_POLYGONS"], "MASK_MODE": "exclude", "MASK_FIELD": "image"}
    feedback = Recorder()
    one = run("global_regression", feedback, INPUT=images, **mask, OUTPUT_FOLDER=str(tmp_path / "one"))["OUTPUT"]
    two = run("global_regression", INPUT=images, OUTPUT_FOLDER=str(tmp_path / "two"))["OUTPUT"]
    assert any("holds no polygon, so nothing is excluded" in text for text in feedback.warnings)
    assert [Path(path).read_bytes() for path in one] == [Path(path).read_bytes() for path in two]
    copies = run("mask_rasters", INPUT=images, **mask, OUTPUT_FOLDER=str(tmp_path / "copies"))["OUTPUT"]
    assert len(copies) == 3


@pytest.fixture
def example():
    """The model that masks clouds and balances outside them."""
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(ROOT / "examples" / "balance_without_clouds.model3"))
    return model


@pytest.fixture
def cloudy(images):
    """Reflectance times 10,000 in blue, red and short-wave infrared, with a cloud in the middle image."""
    paths = []
    for path in images:
        source = gdal.Open(path)
        values = source.ReadAsArray().astype(float)
        three = np.stack([0.3 * values[0] + 100, values[1], values[0] + 1500])
        three[:, values[0] == 0] = 0
        if "middle" in path:
            three[:, 30:60, 30:70] = np.array([5200, 5300, 4500])[:, None, None]
        target = path.replace(".tif", "_b.tif")
        copy = gdal.GetDriverByName("GTiff").Create(
            target, source.RasterXSize, source.RasterYSize, 3, gdal.GDT_UInt16, ["PHOTOMETRIC=MINISBLACK", "ALPHA=NO"]
        )
        copy.SetGeoTransform(source.GetGeoTransform())
        copy.SetProjection(source.GetProjection())
        for number, band in enumerate(three, start=1):
            copy.GetRasterBand(number).SetNoDataValue(0)
            copy.GetRasterBand(number).WriteArray(np.rint(band).astype("uint16"))
        copy = None
        paths.append(target)
    return paths


def test_example_model_is_valid(provider, example):
    assert example.canExecute() == (True, "")
    assert example.validate() == (True, [])


def test_example_model_holds_current_defaults(provider, example, frozen_values):
    """A model freezes defaults when it is saved; ours must not fall behind."""
    chosen = {"PRESET", "MINIMUM_SIZE", "MASK_MODE", "MASK_FIELD", "LOAD_OUTPUTS"}
    for definition, value in frozen_values(example):
        if definition.name() not in chosen:
            assert value == definition.defaultValue(), definition.name()


def test_example_model_runs(provider, example, qgis_new_project, cloudy, tmp_path):
    """The cloud is found and does not count: the images agree as without it."""
    import processing

    folder = tmp_path / "out"
    bands = {"BLUE_BAND": 1, "RED_BAND": 2, "SWIR_BAND": 3, "SCALE": 0.0001}
    outputs = processing.run(example, {"INPUT": cloudy, **bands, "balance:OUTPUT_FOLDER": str(folder)})
    assert outputs["balance:OUTPUT_FOLDER"] == str(folder)
    assert sorted(name for name in os.listdir(folder) if name.endswith(".tif")) == sorted(
        f"{stem}_b_Balanced.tif" for stem in STEMS
    )
    polygons = QgsVectorLayer(outputs["CHILD_RESULTS"]["clouds"]["OUTPUT_POLYGONS"], "p", "ogr")
    assert [feature["image"] for feature in polygons.getFeatures()] == ["middle_b"]
    assert outputs["CHILD_RESULTS"]["balance"]["RMSE_AFTER"] < 20


@pytest.mark.parametrize(
    ("given", "missing"),
    [({"MASK_MODE": "exclude"}, "MASK"), ({"MASK_FIELD_MATCH": "contains", "MASK": True}, "MASK_FIELD")],
)
def test_choices_without_what_they_are_about_are_said(run, images, tmp_path, given, missing):
    """The use of a mask without a mask, a comparison of names without a field."""
    layer = polygon_layer(shapes=[(None, (490000, 5190000, 510000, 5210000))])
    options = {**given, "MASK": layer} if "MASK" in given else given
    recorder = Recorder()
    run("global_regression", feedback=recorder, INPUT=images, OUTPUT_FOLDER=str(tmp_path / "out"), **options)
    (text,) = [text for text in recorder.warnings if "Not used, because" in text]
    assert f"because {missing} is empty: {next(iter(given))}" in text
