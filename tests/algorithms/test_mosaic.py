"""Mosaic and Seamlines as QGIS runs them."""

from __future__ import annotations

import runpy
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal, ogr
from qgis.core import (
    QgsApplication,
    QgsFeatureRequest,
    QgsField,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
    edit,
)
from qgis.PyQt.QtCore import QVariant

import evenlight

ROOT = Path(evenlight.__file__).parent

pytestmark = pytest.mark.usefixtures("provider", "qgis_new_project")


def run(name, **parameters):
    import processing

    return processing.run(f"evenlight:{name}", parameters)


def test_seams_are_edited_and_followed(images, tmp_path, read_raster):
    """Layers in, polygons out, one of them given to another image, back in: the mosaic follows."""
    layers = [QgsRasterLayer(path) for path in images]
    QgsProject.instance().addMapLayers(layers)
    table = str(tmp_path / "costs.csv")
    found = run("seamlines", INPUT=layers, OUTPUT=str(tmp_path / "seams.gpkg"), COST_TABLE=table)
    seams = found["OUTPUT"]
    assert found["COST_TABLE"] == table and len(Path(table).read_text().splitlines()) == 3
    layer = QgsVectorLayer(seams)
    assert layer.isValid() and {field.name() for field in layer.fields()} >= {"image", "number", "area", "rank"}
    del layer
    first = run(
        "mosaic", INPUT=layers, SEAMLINES=seams, OUTPUT=str(tmp_path / "a.tif"), SOURCE_MAP=str(tmp_path / "ma.tif")
    )
    plain = run("mosaic", INPUT=layers, OUTPUT=str(tmp_path / "b.tif"), SOURCE_MAP=str(tmp_path / "mb.tif"))
    assert (read_raster(first["SOURCE_MAP"]) == read_raster(plain["SOURCE_MAP"])).all()
    assert (read_raster(first["OUTPUT"]) == read_raster(plain["OUTPUT"])).all()
    dataset = ogr.Open(seams, 1)
    dataset.ExecuteSQL("UPDATE seams SET image = 'middle' WHERE image = 'west'")
    del dataset
    run("mosaic", INPUT=layers, SEAMLINES=seams, OUTPUT=str(tmp_path / "c.tif"), SOURCE_MAP=str(tmp_path / "mc.tif"))
    edited = read_raster(tmp_path / "mc.tif")[0]
    shared = np.zeros(edited.shape, bool)
    shared[3:, 70:100] = True
    assert (edited[shared] == 2).all() and (edited[3:, :70] == 1).all()


def test_simpler_borders(tmp_path, write_raster):
    """Of a winding seam: fewer corners, one area."""
    random = np.random.default_rng(5)
    values = random.integers(100, 200, (2, 1, 120, 100)).astype("uint16")
    paths = [write_raster(tmp_path / f"{n}.tif", values[n], west=500000 + 500 * n, nodata=0) for n in (0, 1)]
    layers = [
        QgsVectorLayer(run("seamlines", INPUT=paths, SIMPLIFY=by, OUTPUT=str(tmp_path / f"{by}.gpkg"))["OUTPUT"])
        for by in (0, 30)
    ]
    shapes = [[feature.geometry() for feature in layer.getFeatures()] for layer in layers]
    plain, simple = (sum(sum(1 for _ in shape.vertices()) for shape in found) for found in shapes)
    assert simple < plain
    assert sum(shape.area() for shape in shapes[0]) == pytest.approx(sum(shape.area() for shape in shapes[1]))


@pytest.mark.parametrize("kind", ["edits", "memory", "selection"])
def test_polygons_of_layers_count_as_they_are_seen(images, kind, tmp_path, read_raster):
    """Edits that are not saved, layers without a file, and selected features, with a field that locks some."""
    seams = run("seamlines", INPUT=images, OUTPUT=str(tmp_path / "seams.gpkg"))["OUTPUT"]
    layer = QgsVectorLayer(seams, "seams")
    if kind == "memory":
        layer = layer.materialize(QgsFeatureRequest())
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    assert layer.addAttribute(QgsField("locked", QVariant.Int))
    image, locked = (layer.fields().lookupField(name) for name in ("image", "locked"))
    for feature in layer.getFeatures():
        layer.changeAttributeValue(feature.id(), locked, 1)
        if feature["image"] == "west":
            layer.changeAttributeValue(feature.id(), image, "middle")
    given = {"SEAMLINES": layer.id(), "LOCKED_FIELD": "locked"}
    if kind == "selection":
        layer.selectByExpression("image = 'middle'")
        given["SEAMLINES"] = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    run("mosaic", INPUT=images, OUTPUT=str(tmp_path / "a.tif"), SOURCE_MAP=str(tmp_path / "map.tif"), **given)
    layer.rollBack()
    numbers = read_raster(tmp_path / "map.tif")[0]
    assert (numbers[3:, 70:100] == 2).all() and (numbers[3:, :70] == 1).all()


def test_source_map_and_seams_have_a_colour_for_each_image(images, tmp_path):
    """With the names of the images; layers that are open are read again."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    registry = QgsApplication.processingRegistry()
    target, sources = str(tmp_path / "seams.gpkg"), str(tmp_path / "map.tif")
    found = {}
    for name, given in (
        ("seamlines", {"OUTPUT": target}), ("mosaic", {"OUTPUT": str(tmp_path / "m.tif"), "SOURCE_MAP": sources}),
    ):  # fmt: skip
        given = {
            key: QgsProcessingOutputLayerDefinition(value, QgsProject.instance()) for key, value in given.items()
        }
        _, ok = registry.createAlgorithmById(f"evenlight:{name}").run(
            {"INPUT": images, **given}, context, QgsProcessingFeedback()
        )
        assert ok
    for path, layer in ((target, QgsVectorLayer(target)), (sources, QgsRasterLayer(sources))):
        context.layersToLoadOnCompletion()[path].postProcessor().postProcessLayer(
            layer, context, QgsProcessingFeedback()
        )
        found[path] = layer
    assert sorted(each.label() for each in found[target].renderer().categories()) == ["east", "middle", "west"]
    assert found[target].labelsEnabled()
    classes = found[sources].renderer().classes()
    assert [(each.value, each.label) for each in classes] == [(1, "west"), (2, "middle"), (3, "east")]
    assert len({each.color.name() for each in classes}) == 3
    layer = QgsVectorLayer(target, "open")
    QgsProject.instance().addMapLayer(layer)
    assert layer.featureCount() == 3
    run("seamlines", INPUT=images[:2], OUTPUT=target)
    assert sorted(feature["image"] for feature in layer.getFeatures()) == ["middle", "west"]


def test_a_file_that_is_being_edited_is_not_replaced(images, tmp_path):
    """Its edits would go into the new file."""
    target = str(tmp_path / "seams.gpkg")
    run("seamlines", INPUT=images, OUTPUT=target)
    layer = QgsVectorLayer(target, "my seams")
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    for value in (target, QgsProcessingOutputLayerDefinition(target)):
        with pytest.raises(QgsProcessingException, match="'my seams' of this file is being edited"):
            run("seamlines", INPUT=images, OUTPUT=value)
    layer.rollBack()
    run("seamlines", INPUT=images, OUTPUT=target)


@pytest.mark.parametrize(
    "fault, sentence",
    [
        ({"LOCKED_FIELD": "lock"}, "LOCKED_FIELD: the layer has no field 'lock'"),
        ({"SEAMLINES": "Polygon?field=name:string"}, "SEAMLINES: the layer has no field 'image'"),
        ({"SEAMLINES": "Point?field=image:string"}, "SEAMLINES: '.*' has no polygons"),
    ],
)
def test_layers_that_are_no_seams_are_refused(images, fault, sentence, tmp_path):
    kind = fault.get("SEAMLINES", "Polygon?field=image:string")
    layer = QgsVectorLayer(f"{kind}&crs=EPSG:32632", "layer", "memory")
    QgsProject.instance().addMapLayer(layer)
    with pytest.raises(QgsProcessingException, match=sentence):
        run("mosaic", INPUT=images, OUTPUT=str(tmp_path / "a.tif"), **{**fault, "SEAMLINES": layer.id()})
    assert not (tmp_path / "a.tif").exists()


@pytest.mark.parametrize("blend", ["none", "feather", "multiband"])
def test_one_raster_with_the_facts_of_the_images(images, blend, tmp_path, read_raster):
    """Type, nodata, names and data of the images."""
    result = run("mosaic", INPUT=images, BLEND=blend, LEVELS=3, OUTPUT=str(tmp_path / "out.tif"))
    dataset = gdal.Open(result["OUTPUT"])
    band = dataset.GetRasterBand(1)
    assert (band.DataType, band.GetNoDataValue(), band.GetDescription()) == (gdal.GDT_UInt16, 0, "red")
    assert (dataset.RasterXSize, dataset.RasterYSize) == (240, 96)
    values = read_raster(result["OUTPUT"])
    assert (values[:, 3:] > 0).all() and (values[:, :3] == 0).all()
    assert result["CLIPPED"] == 0


def test_tiles_with_a_virtual_raster_over_them(images, tmp_path, read_raster):
    """Named as the mosaic, in a folder of their own or beside it; the virtual raster is the result, with its pixels."""
    whole = run("mosaic", INPUT=images, OUTPUT=str(tmp_path / "whole.tif"))["OUTPUT"]
    given = {"INPUT": images, "TILE_SIZE": 100, "OUTPUT": str(tmp_path / "m.tif"), "BUILD_OVERVIEWS": True}
    folder = tmp_path / "tiles"
    found = run("mosaic", OUTPUT_FOLDER=str(folder), **given)
    assert (found["OUTPUT"], found["OUTPUT_FOLDER"]) == (str(folder / "m.vrt"), str(folder))
    assert (read_raster(found["OUTPUT"]) == read_raster(whole)).all()
    tiles = [f"m_r001_c00{number}.tif" for number in (1, 2, 3)]
    assert sorted(path.name for path in folder.iterdir()) == ["m.vrt", *tiles]
    assert run("mosaic", **given)["OUTPUT"] == str(tmp_path / "m.vrt") and not (tmp_path / "m.tif").exists()
    made_up = run("mosaic", **{**given, "OUTPUT": "TEMPORARY_OUTPUT"})["OUTPUT"]
    assert made_up.endswith("mosaic.vrt") and (read_raster(made_up) == read_raster(whole)).all()


def test_tiles_and_ranks_of_balance_and_mosaic(images, tmp_path, read_raster):
    """As of a mosaic: a virtual raster over tiles, the last image first where it has data."""
    ranks = {"SEAM_METHOD": "rank", "RANK_EXPRESSION": "index", "EDGE_MARGIN": 0}
    given = {"INPUT": images, "BLEND": "none", "TILE_SIZE": 100, **ranks}
    files = {"OUTPUT": str(tmp_path / "m.tif"), "SOURCE_MAP": str(tmp_path / "map.tif")}
    found = run("balance_and_mosaic", **given, **files)
    assert found["OUTPUT"] == str(tmp_path / "m.vrt") and (tmp_path / "m_r001_c003.tif").exists()
    assert (read_raster(found["OUTPUT"])[:, 3:] > 0).all()
    numbers = read_raster(found["SOURCE_MAP"])[0]
    assert (numbers[20:80, 80:130] == 2).all() and (numbers[20:80, 150:] == 3).all()


def test_other_scale_tags(images, tmp_path, read_raster):
    """One of the images stores halves: the mosaic has whole values again, and says so by its tags."""
    dataset = gdal.Open(images[0], 1)
    for number in (1, 2):
        band = dataset.GetRasterBand(number)
        band.WriteArray(band.ReadAsArray() * 2)
        band.SetScale(0.5)
    del dataset, band
    given = {"INPUT": images, "BLEND": "none", "METHOD": "distance"}
    plain = run("mosaic", **given, OUTPUT=str(tmp_path / "a.tif"))["OUTPUT"]
    found = gdal.Open(plain)
    assert [found.GetRasterBand(n).GetScale() for n in (1, 2)] == [0.5, 0.5]
    whole = run("mosaic", **given, OUTPUT_DTYPE="UInt16", OUTPUT=str(tmp_path / "b.tif"))["OUTPUT"]
    assert (read_raster(plain) == read_raster(whole)).all()
    assert (read_raster(whole)[:, 3:, :70] == read_raster(images[0])[:, 3:, :70]).all()
    assert (read_raster(whole)[:, 3:, 200:] == 2 * read_raster(images[2])[:, 3:, 60:]).all()


def test_rules_and_formats(images, tmp_path, read_raster):
    """The mean of an overlap, as COG of another type."""
    result = run(
        "mosaic", INPUT=images[:2], OVERLAP="mean", OUTPUT_FORMAT="cog", OUTPUT_DTYPE="Float32",
        OUTPUT=str(tmp_path / "out.tif"),
    )  # fmt: skip
    one, other = (read_raster(path).astype(float) for path in images[:2])
    found = read_raster(result["OUTPUT"])
    assert found[:, 3:, 70:100] == pytest.approx((one[:, 3:, 70:] + other[:, 3:, :30]) / 2)
    assert gdal.Open(result["OUTPUT"]).GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE") == "COG"


def test_areas_to_avoid_come_from_layers(images, tmp_path):
    """A polygon layer in another coordinate system."""
    text = (
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon",'
        '"coordinates":[[[-99.0,46.953],[-98.9876,46.953],[-98.9876,46.956],[-99.0,46.956],[-99.0,46.953]]]}}]}'
    )
    (tmp_path / "avoid.geojson").write_text(text)
    avoid = QgsVectorLayer(str(tmp_path / "avoid.geojson"))
    assert avoid.isValid()
    QgsProject.instance().addMapLayer(avoid)
    result = run("seamlines", INPUT=images, AVOID=avoid, OUTPUT=str(tmp_path / "seams.gpkg"))
    assert QgsVectorLayer(result["OUTPUT"]).featureCount() >= 3


def test_images_of_other_grids_are_resampled(images, tmp_path):
    """Between the others' pixels: the mosaic has those of most images; and a system of its own where one is given."""
    gdal.Translate(str(tmp_path / "odd.tif"), images[0], outputBounds=[500003, 5200000, 501003, 5199040])
    given = [*images[1:], str(tmp_path / "odd.tif")]
    output = run("mosaic", INPUT=given, OUTPUT=str(tmp_path / "out.tif"))["OUTPUT"]
    assert gdal.Open(output).GetGeoTransform()[:2] == (500000.0, 10.0)
    other = run("mosaic", INPUT=given, TARGET_CRS="EPSG:3857", RESOLUTION="given", PIXEL_SIZE=20,
                OUTPUT=str(tmp_path / "other.tif"))["OUTPUT"]  # fmt: skip
    assert gdal.Open(other).GetGeoTransform()[1] == 20


@pytest.mark.parametrize("blend", [None, "none", "feather"])
def test_one_run_from_images_to_a_mosaic(images, blend, tmp_path, read_raster):
    """The numbers of balancing and of the mosaic, which agrees with what both tools make one after the other."""
    chosen = {} if blend is None else {"BLEND": blend}
    result = run(
        "balance_and_mosaic", INPUT=images, OUTPUT=str(tmp_path / "one.tif"), LEVELS=3, OUTPUT_DTYPE="Float32", **chosen
    )
    balanced = run("balance", INPUT=images, OUTPUT_FOLDER=str(tmp_path / "out"), OUTPUT_DTYPE="Float32")
    run("mosaic", INPUT=balanced["OUTPUT"], BLEND=blend or "multiband", LEVELS=3, OUTPUT=str(tmp_path / "two.tif"))
    assert {key: value for key, value in result.items() if key != "OUTPUT"} == {
        key: balanced[key] for key in ("RMSE_BEFORE", "RMSE_AFTER", "CONTRAST_KEPT", "GROUPS", "REJECTED", "CLIPPED")
    }
    one, two = read_raster(tmp_path / "one.tif"), read_raster(tmp_path / "two.tif")
    assert np.abs(one - two).max() < 0.01


def test_one_run_with_model_images_masks_and_files(images, tmp_path, read_raster):
    """Layers in; a model image keeps its values where it alone is; polygons limit the statistics."""
    layers = [QgsRasterLayer(path) for path in images]
    QgsProject.instance().addMapLayers(layers)
    result = run(
        "balance_and_mosaic", INPUT=layers, MODEL_IMAGES=[layers[0]], ALPHA=0.0, BLEND="none", ALIGN=False,
        OUTPUT=str(tmp_path / "out.tif"), SOURCE_MAP=str(tmp_path / "map.tif"),
        SAVE_SEAMLINES=str(tmp_path / "seams.gpkg"), SAVE_ADJUSTMENTS=str(tmp_path / "a.json"),
    )  # fmt: skip
    found, own = read_raster(result["OUTPUT"]), read_raster(images[0])
    assert (found[:, 3:96, :60] == own[:, 3:, :60]).all()
    seams = QgsVectorLayer(result["SAVE_SEAMLINES"])
    assert seams.isValid() and {feature["image"] for feature in seams.getFeatures()} == {"west", "middle", "east"}
    assert (tmp_path / "a.json").exists() and result["CLIPPED"] == 0


def test_one_run_tells_all_that_is_wrong(images, tmp_path):
    """In one message, before anything is written."""
    odd = str(tmp_path / "odd.tif")
    gdal.Translate(odd, images[0], bandList=[1])
    with pytest.raises(QgsProcessingException) as caught:
        run(
            "balance_and_mosaic", INPUT=[*images, odd], OUTPUT=str(tmp_path / "out.tif"),
            PIXEL_SIZE=3.0, OVERLAP="mean", SOURCE_MAP=str(tmp_path / "map.tif"), CREATION_OPTIONS="COMPRESS=NONSENSE",
        )  # fmt: skip
    for part in ("odd.tif", "PIXEL_SIZE", "SOURCE_MAP", "NONSENSE"):
        assert part in str(caught.value)
    assert not list(tmp_path.glob("out*"))


@pytest.fixture
def example():
    """The model that chains the three tools."""
    model = QgsProcessingModelAlgorithm()
    assert model.fromFile(str(ROOT / "examples" / "balance_seamlines_mosaic.model3"))
    return model


def test_example_model_is_valid_and_holds_current_defaults(provider, example, frozen_values):
    """A model freezes defaults when it is saved; ours must not fall behind."""
    assert example.canExecute() == (True, "")
    assert example.validate() == (True, [])
    for definition, value in frozen_values(example):
        if definition.name() not in ("LOAD_OUTPUTS", "BLEND"):
            assert value == definition.defaultValue(), definition.name()


def test_example_model_runs(provider, example, images, tmp_path, read_raster):
    """Polygons and the mosaic of balanced images, which follows them."""
    import processing

    files = {"mosaic:Mosaic": str(tmp_path / "mosaic.tif"), "seamlines:Seams": str(tmp_path / "seams.gpkg")}
    outputs = processing.run(example, {"INPUT": images, **files})
    assert outputs["CHILD_RESULTS"]["balance"]["RMSE_AFTER"] < outputs["CHILD_RESULTS"]["balance"]["RMSE_BEFORE"]
    assert QgsVectorLayer(outputs["seamlines:Seams"]).featureCount() >= 3
    assert (read_raster(outputs["mosaic:Mosaic"])[:, 3:] > 0).all()


def test_example_script_follows_edited_seams(images, read_raster):
    """The first run adds seams, the second one takes them from the project's layer."""
    project = QgsProject.instance()
    project.addMapLayers([QgsRasterLayer(path, Path(path).stem) for path in images])
    script = str(ROOT / "examples" / "mosaic_with_edited_seams.py")
    first = runpy.run_path(script)["results"]
    (seams,) = project.mapLayersByName("Seams of the mosaic")
    before = read_raster(first["OUTPUT"])
    with edit(seams):
        for feature in seams.getFeatures():
            if feature["image"] == "west":
                seams.changeAttributeValue(feature.id(), seams.fields().indexOf("image"), "middle")
    second = runpy.run_path(script)["results"]
    after = read_raster(second["OUTPUT"])
    assert "SAVE_SEAMLINES" in first and "SAVE_SEAMLINES" not in second
    assert before.shape == after.shape and (before != after).any() and (after[:, 3:] > 0).all()
    assert len(project.mapLayersByName("Mosaic")) == 2


def test_a_field_without_its_layer_is_said_to_be_unused(images, tmp_path):
    """It is left over in a model or script; the run goes on."""
    import processing
    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback()
    parameters = {"INPUT": images, "LOCKED_FIELD": "locked", "OUTPUT": str(tmp_path / "s.gpkg")}
    processing.run("evenlight:seamlines", parameters, feedback=feedback)
    assert "Not used, because SEAMLINES is empty: LOCKED_FIELD." in feedback.textLog()
