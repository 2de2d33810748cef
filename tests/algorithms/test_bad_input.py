"""What bad input gets: one sentence, by every way to run, and no file of ours appears or changes."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

pytestmark = pytest.mark.usefixtures("provider", "qgis_new_project")

CASES = {}


def case(function):
    """A situation: gives an algorithm, its parameters and what its sentence must say."""
    CASES[function.__name__] = function
    return function


class Place:
    """A folder with good images, and what makes bad ones."""

    def __init__(self, folder, images, write, monkeypatch):
        self.folder = folder
        self.images = images
        self.write = write
        self.monkeypatch = monkeypatch

    def array(self, bands=2):
        return np.full((bands, 96, 100), 500, dtype="uint16")

    def regression(self, images, **more):
        return "global_regression", {"INPUT": images, "OUTPUT_FOLDER": str(self.folder / "out"), **more}


def previewed(place):
    """Virtual results of the images."""
    import processing

    parameters = {"INPUT": place.images, "OUTPUT_FOLDER": str(place.folder / "previews"), "LOAD_OUTPUTS": False}
    return processing.run("evenlight:preview_balance", parameters)["OUTPUT"]


@case
def a_preview_whose_image_moved(place):
    shown = previewed(place)
    os.rename(place.images[0], f"{place.images[0]}.moved")
    return *place.regression(shown), [f"{shown[0]} is a virtual raster", f"{place.images[0]}, which it reads, was not"]


@case
def a_preview_whose_image_is_another_now(place):
    shown = previewed(place)
    place.write(place.images[0], 3 * place.array())
    return *place.regression(shown), [f"{shown[0]} was made for another image than the one that is {place.images[0]}"]


@case
def not_a_raster(place):
    bad = place.folder / "notes.tif"
    bad.write_text("no raster at all")
    return *place.regression([place.images[0], str(bad)]), ["notes.tif cannot be opened as a raster"]


@case
def a_missing_file(place):
    return *place.regression([place.images[0], str(place.folder / "gone.tif")]), ["gone.tif cannot be opened"]


@case
def a_folder(place):
    return *place.regression([place.images[0], str(place.folder)]), [f"{place.folder} names no raster"]


@case
def a_vector_layer(place):
    layer = QgsVectorLayer("Point?crs=epsg:32614", "wells", "memory")
    QgsProject.instance().addMapLayer(layer)
    return *place.regression([*place.images, layer.id()]), ["Layer 'wells' is not a raster"]


@case
def truncated(place):
    bad = Path(place.images[1])
    bad.write_bytes(bad.read_bytes()[: bad.stat().st_size // 2])
    return *place.regression(place.images), ["middle.tif opens, but its pixels cannot be read", "truncated or damaged"]


@case
def different_band_counts(place):
    bad = place.write(place.folder / "three.tif", place.array(3))
    return *place.regression([*place.images, bad]), ["same number of bands", "three.tif: 3"]


@case
def complex_numbers(place):
    bad = place.write(place.folder / "complex.tif", place.array().astype("complex64"))
    return *place.regression([place.images[0], bad]), ["complex.tif", "complex"]


@case
def a_palette(place):
    bad = place.write(place.folder / "palette.tif", place.array(1).astype("uint8"))
    dataset = gdal.Open(bad, gdal.GA_Update)
    table = gdal.ColorTable()
    table.SetColorEntry(1, (255, 0, 0, 255))
    dataset.GetRasterBand(1).SetColorTable(table)
    dataset = None
    return *place.regression([bad, place.images[0]]), ["palette.tif", "palette"]


@case
def no_georeference(place):
    bad = str(place.folder / "nowhere.tif")
    gdal.Translate(bad, place.images[0], options="-co PROFILE=BASELINE")
    Path(bad + ".aux.xml").unlink(missing_ok=True)
    return *place.regression([place.images[1], bad]), ["nowhere.tif has no georeference"]


@case
def no_overlap(place):
    far = place.write(place.folder / "far.tif", place.array(), west=900000.0)
    return *place.regression([place.images[0], far]), ["No two of the images overlap", "far.tif"]


@case
def no_common_pixels(place):
    left, right = place.array(), place.array()
    left[:, :, 50:] = 0
    right[:, :, :50] = 0
    paths = [place.write(place.folder / f"{n}.tif", a, nodata=0) for n, a in (("left", left), ("right", right))]
    return *place.regression(paths), ["no pixel is valid in two of them"]


@case
def too_few(place):
    return *place.regression(place.images[:1]), ["at least 2 rasters are needed, 1 given"]


@case
def given_twice(place):
    return *place.regression([place.images[0], place.images[0]]), ["west.tif is given more than once"]


@case
def output_is_input(place):
    name, parameters = place.regression(place.images, OUTPUT_NAME="$.tif")
    parameters["OUTPUT_FOLDER"] = str(Path(place.images[0]).parent)
    return name, parameters, ["west.tif is an input and would be overwritten", "east.tif is an input"]


def recipes(place):
    """The images as virtual rasters beside them."""
    paths = [path.replace(".tif", ".vrt") for path in place.images]
    for path, image in zip(paths, place.images):
        gdal.BuildVRT(path, [image])
    return paths


@case
def an_output_that_a_virtual_input_reads(place):
    parameters = {"INPUT": recipes(place)[0], "OUTPUT": place.images[0]}
    return "fill_gaps", parameters, [f"{place.images[0]} belongs to the input", "west.vrt and would be overwritten"]


@case
def an_output_of_which_the_input_is_a_part(place):
    parameters = {"INPUT": f"GTIFF_DIR:1:{place.images[0]}", "OUTPUT": place.images[0]}
    return "fill_gaps", parameters, ["west.tif belongs to the input GTIFF_DIR:1:", "would be overwritten"]


@case
def an_output_into_which_the_input_looks(place):
    parameters = {"INPUT": f"/vsisubfile/0_,{place.images[0]}", "OUTPUT": place.images[0]}
    return "fill_gaps", parameters, ["west.tif belongs to the input /vsisubfile/0_,", "would be overwritten"]


@case
def outputs_called_as_what_virtual_inputs_read(place):
    name, parameters = place.regression(recipes(place), OUTPUT_NAME="$.tif")
    parameters["OUTPUT_FOLDER"] = str(Path(place.images[0]).parent)
    return name, parameters, [f"{stem}.tif belongs to the input" for stem in ("west", "middle", "east")]


@case
def an_output_that_a_virtual_reference_reads(place):
    reference = recipes(place)[1]
    folder = str(Path(place.images[0]).parent)
    os.replace(place.images[1], os.path.join(folder, "west_Matched.tif"))
    gdal.BuildVRT(reference, [os.path.join(folder, "west_Matched.tif")])
    parameters = {"INPUT": place.images[:1], "REFERENCE": reference, "OUTPUT_FOLDER": folder}
    return "histogram_match", parameters, ["west_Matched.tif belongs to the input", "middle.vrt"]


@case
def adjustments_saved_over_an_image(place):
    sentence = "west.tif is an input and would be overwritten"
    return *place.regression(place.images, SAVE_ADJUSTMENTS=place.images[0]), [sentence]


@case
def a_name_that_no_file_can_have(place):
    sentence = 'The output name "a\\x00$\\ud800.tif" cannot be used'
    return *place.regression(place.images, OUTPUT_NAME="a\0$\ud800.tif"), [sentence]


@case
def a_name_that_is_too_long(place):
    return *place.regression(place.images, OUTPUT_NAME=f"{'x' * 231}$.tif"), ["has 239 bytes and may have"]


@case
def one_name_for_all(place):
    return *place.regression(place.images, OUTPUT_NAME="balanced.tif"), ["Several images would be written", "put $"]


@case
def no_space(place):
    usage = type(shutil.disk_usage(place.folder))
    place.monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10**9, 10**9 - 1000, 1000))
    return *place.regression(place.images), ["1.00 kB free and the results need about"]


@case
def folder_not_writable(place):
    in_the_way = place.folder / "a_file"
    in_the_way.write_text("not a folder")
    name, parameters = place.regression(place.images)
    return name, {**parameters, "OUTPUT_FOLDER": str(in_the_way / "out")}, ["cannot be written to"]


def mask_layer(field_value, rectangle):
    layer = QgsVectorLayer("Polygon?crs=epsg:32614&field=image:string(80)", "mask", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(rectangle))
    feature.setAttribute("image", field_value)
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer.id()


HERE = QgsRectangle(500000, 5199500, 502000, 5200000)


@case
def mask_without_match(place):
    mask = mask_layer("north", HERE)
    return *place.regression(place.images, MASK=mask, MASK_FIELD="image"), ["The mask matches no image", '"north"']


@case
def mask_elsewhere(place):
    mask = mask_layer("west", QgsRectangle(0, 0, 10, 10))
    return *place.regression(place.images, MASK=mask), ["no polygon that touches the images"]


@case
def mask_that_is_none(place):
    return *place.regression(place.images, MASK="/nowhere/mask.gpkg"), ["'/nowhere/mask.gpkg' is not a polygon layer"]


@case
def unknown_word(place):
    return *place.regression(place.images, MODEL="affine"), ["MODEL: 'affine' is not one of the choices gain_offset"]


@case
def model_image_elsewhere(place):
    other = place.write(place.folder / "other.tif", place.array())
    return *place.regression(place.images, MODEL_IMAGES=[other]), ["other.tif is a model image but not an input"]


@case
def adjustments_that_are_no_json(place):
    saved = place.folder / "adjustments.json"
    saved.write_text("gain = 1")
    return *place.regression(place.images, LOAD_ADJUSTMENTS=str(saved)), ["adjustments.json cannot be used"]


def saved_adjustments(place, change):
    """A file saved for the images, then changed."""
    import processing

    saved = place.folder / "adjustments.json"
    processing.run(
        "evenlight:global_regression",
        {"INPUT": place.images, "OUTPUT_FOLDER": "TEMPORARY_OUTPUT", "SAVE_ADJUSTMENTS": str(saved)},
    )
    content = json.loads(saved.read_text(encoding="utf-8"))
    change(content)
    saved.write_text(json.dumps(content), encoding="utf-8")
    return str(saved)


@case
def adjustments_of_another_version(place):
    saved = saved_adjustments(place, lambda content: content.update(version=99))
    return *place.regression(place.images, LOAD_ADJUSTMENTS=saved), ["adjustments.json cannot be used", "version"]


@case
def adjustments_of_another_band_count(place):
    saved = saved_adjustments(place, lambda content: None)
    bad = [place.write(place.folder / f"{name}.tif", place.array(3)) for name in ("west", "middle")]
    parameters = {"INPUT": bad, "LOAD_ADJUSTMENTS": saved, "OUTPUT_FOLDER": str(place.folder / "out")}
    return "apply_adjustments", parameters, ["adjustments.json cannot be used", "band"]


@case
def adjustments_without_the_image(place):
    saved = saved_adjustments(place, lambda content: None)
    other = place.write(place.folder / "other.tif", place.array())
    parameters = {"INPUT": [other], "LOAD_ADJUSTMENTS": saved, "OUTPUT_FOLDER": str(place.folder / "out")}
    return "apply_adjustments", parameters, ["other"]


def saved_maps(place):
    import processing

    return processing.run(
        "evenlight:save_block_maps",
        {
            "INPUT": place.images, "BLOCKS": 6,
            "REFERENCE_MAP": str(place.folder / "reference.tif"), "LOCAL_MAPS": str(place.folder / "maps"),
        },
    )  # fmt: skip


@case
def neither_map(place):
    parameters = {"INPUT": place.images, "OUTPUT_FOLDER": str(place.folder / "out")}
    return "load_block_maps", parameters, ["Give the reference block map (REFERENCE_MAP)"]


@case
def maps_of_another_band_count(place):
    maps = saved_maps(place)
    bad = place.write(place.folder / "three.tif", place.array(3))
    parameters = {"INPUT": [bad], "REFERENCE_MAP": maps["REFERENCE_MAP"], "OUTPUT_FOLDER": str(place.folder / "out")}
    return "load_block_maps", parameters, ["reference.tif cannot be used", "band"]


@case
def maps_of_another_extent(place):
    maps = saved_maps(place)
    moved = str(place.folder / "moved.tif")
    gdal.Translate(moved, maps["REFERENCE_MAP"], outputBounds=[0, 100, 100, 0])
    parameters = {
        "INPUT": place.images, "REFERENCE_MAP": moved, "LOCAL_MAPS": maps["OUTPUT"],
        "OUTPUT_FOLDER": str(place.folder / "out"),
    }  # fmt: skip
    return "load_block_maps", parameters, ["moved.tif"]


def threshold(place, **parameters):
    common = {"INPUT": place.images, "OUTPUT_FOLDER": str(place.folder / "out")}
    return "threshold_mask", {**common, "OUTPUT_POLYGONS": str(place.folder / "out" / "mask.gpkg"), **parameters}


@case
def no_condition(place):
    return *threshold(place), ["write an EXPRESSION or choose a PRESET"]


@case
def two_conditions(place):
    return *threshold(place, EXPRESSION="B1 > 3", PRESET="cloud"), ["EXPRESSION and PRESET are both given"]


@case
def an_unbalanced_parenthesis(place):
    return *threshold(place, EXPRESSION="(B1 > 3"), ["at its end", "the ) for the ( at character 1"]


@case
def no_language(place):
    text = "__import__('os').remove('west.tif')"
    return *threshold(place, EXPRESSION=text), ["The EXPRESSION cannot be read at character 12, before \"'os'"]


@case
def a_band_that_the_images_lack(place):
    sentences = ["west.tif has no measurements in B3; its bands are 1, 2", "east.tif"]
    return *threshold(place, EXPRESSION="B3 > 3"), sentences


@case
def a_preset_without_its_bands(place):
    sentence = "The numbers of the bands blue, swir are needed and not given: set BLUE_BAND, SWIR_BAND"
    return *threshold(place, PRESET="cloud", RED_BAND=1), [sentence]


@case
def a_preset_on_stored_values(place):
    parameters = {"PRESET": "cloud", "BLUE_BAND": 1, "RED_BAND": 2, "SWIR_BAND": 2}
    return *threshold(place, **parameters), ["in the blue band, and reflectances lie between 0 and 1: set SCALE"]


@case
def an_unknown_preset(place):
    return *threshold(place, PRESET="fog"), ["PRESET: 'fog' is not one of the choices none, vegetation, water, cloud"]


@case
def a_text_for_a_buffer(place):
    return *threshold(place, EXPRESSION="B1 > 3", BUFFER="wide"), ["BUFFER must be a number of at least 0"]


@case
def polygons_in_several_files(place):
    polygons = str(place.folder / "out" / "mask.shp")
    return *threshold(place, EXPRESSION="B1 > 3", OUTPUT_POLYGONS=polygons), ["OUTPUT_POLYGONS", ".gpkg"]


@case
def a_mask_over_its_image(place):
    parameters = {"OUTPUT_FOLDER": str(Path(place.images[0]).parent), "OUTPUT_NAME": "$.tif"}
    return *threshold(place, EXPRESSION="B1 > 3", **parameters), ["west.tif is an input and would be overwritten"]


def masked(place, **parameters):
    return "mask_rasters", {"INPUT": place.images, "OUTPUT_FOLDER": str(place.folder / "out"), **parameters}


@case
def nothing_to_mask_with(place):
    return *masked(place), ["MASK is missing"]


@case
def polygons_of_no_image(place):
    mask = mask_layer("wes", HERE)
    return *masked(place, MASK=mask, MASK_FIELD="image"), ["The mask matches no image", '"wes"', '"west"']


@case
def polygons_elsewhere(place):
    return *masked(place, MASK=mask_layer("west", QgsRectangle(0, 0, 10, 10))), ["no polygon that touches the images"]


@case
def lines_for_polygons(place):
    layer = QgsVectorLayer("LineString?crs=epsg:32614", "roads", "memory")
    QgsProject.instance().addMapLayer(layer)
    return *masked(place, MASK=layer.id()), ["MASK: 'roads' has no polygons."]


@case
def a_field_that_the_polygons_lack(place):
    mask = mask_layer("west", HERE)
    return *masked(place, MASK=mask, MASK_FIELD="scene"), ["MASK_FIELD: the layer has no field 'scene'; it has image."]


@case
def all_that_is_wrong_with_a_mask(place):
    text = place.folder / "notes.tif"
    text.write_text("no raster at all")
    parameters = {"INPUT": [*place.images, str(text)], "EXPRESSION": "B1 >", "THREADS": -1, "OUTPUT_NAME": "mask.tif"}
    return *threshold(place, **parameters), ["THREADS must be a number of at least 0", "notes.tif cannot be opened"]


@case
def everything_at_once(place):
    text = place.folder / "notes.tif"
    text.write_text("no raster at all")
    bad = place.write(place.folder / "three.tif", place.array(3))
    name, parameters = place.regression(
        [*place.images, str(text), bad, "/nowhere/gone.tif"], METHOD="magic", THREADS=-1
    )
    return (
        name,
        parameters,
        ["notes.tif", "three.tif: 3", "gone.tif", "'magic'", "THREADS must be a number of at least 0"],
    )


@case
def a_type_too_narrow(place):
    sentences = ["100% of west in band 1", "would lie outside what uint8 can hold", "OUTPUT_DTYPE"]
    return *place.regression(place.images, OUTPUT_DTYPE="Byte"), sentences


@case
def bytes_beside_a_wider_image_that_is_right(place):
    dataset = gdal.Open(place.images[0])
    small = (dataset.ReadAsArray() // 16).astype("uint8")
    byte = place.write(place.folder / "byte.tif", small, nodata=0)
    sentences = ["100% of byte in band 1", "would lie outside what uint16 or uint8 can hold"]
    return *place.regression([byte, place.images[1]], MODEL_IMAGES=[place.images[1]]), sentences


@case
def values_that_cannot_be_squared(place):
    bad = place.write(place.folder / "huge.tif", 1e300 * gdal.Open(place.images[0]).ReadAsArray(), nodata=0)
    return *place.regression([bad, place.images[1]]), ["huge.tif holds values of", "in band 1", "NODATA"]


def loaded(place, **adjustment):
    """Adjustments of the images, one of them with other numbers in its second band."""
    import processing

    file = place.folder / "adjustments.json"
    name, parameters = place.regression(place.images, SAVE_ADJUSTMENTS=str(file))
    processing.run(f"evenlight:{name}", parameters)
    content = json.loads(file.read_text(encoding="utf-8"))
    content["images"][1]["adjustments"][1].update(adjustment)
    file.write_text(json.dumps(content), encoding="utf-8")
    shutil.rmtree(place.folder / "out")
    parameters = {"INPUT": place.images, "LOAD_ADJUSTMENTS": str(file), "OUTPUT_FOLDER": str(place.folder / "out")}
    return "apply_adjustments", parameters


@case
def a_gain_of_next_to_nothing(place):
    return *loaded(place, gain=1e-9), ["middle.tif would be multiplied by 1e-09 in band 2", "the other images by"]


@case
def an_offset_beyond_measure(place):
    return *loaded(place, offset=-1e30), ["middle.tif would have a mean of -1e+30 (stored values) in band 2"]


@case
def a_number_of_four_hundred_digits(place):
    sentence = "adjustments.json cannot be used: a number is expected, not 1000"
    return *loaded(place, offset=10**400), [sentence, "... at images[1].adjustments[1].offset"]


@case
def a_name_that_is_no_text(place):
    file = place.folder / "points.json"
    content = {"format": "evenlight-tie-points", "version": 1, "crs": "EPSG:32632", "images": [{"path": "\ud800"}]}
    file.write_text(json.dumps(content), encoding="utf-8")
    parameters = {"INPUT": place.images, "LOAD_TIE_POINTS": str(file), "OUTPUT_FOLDER": str(place.folder / "out")}
    return "coregister_jointly", parameters, ["points.json cannot be used: a text is expected at images[0].name"]


def by_console(name, parameters):
    """What the Python console shows."""
    import processing

    with pytest.raises(QgsProcessingException) as raised:
        processing.run(f"evenlight:{name}", parameters)
    return str(raised.value)


def by_model(name, parameters):
    """What the log of a model shows; a model never makes QGIS's checks of its steps."""
    child = QgsProcessingModelChildAlgorithm(f"evenlight:{name}")
    child.setChildId("step")
    for key, value in parameters.items():
        child.addParameterSources(key, [QgsProcessingModelChildParameterSource.fromStaticValue(value)])
    model = QgsProcessingModelAlgorithm("model", "tests")
    model.addChildAlgorithm(child)
    feedback = QgsProcessingFeedback(False)
    import processing

    with pytest.raises(QgsProcessingException) as raised:
        processing.run(model, {}, feedback=feedback)
    return feedback.textLog() + str(raised.value)


def by_task(name, parameters):
    """What ``on_finished`` is told."""
    from evenlight.gui.tasks import run_in_background

    told = []
    run_in_background(name, parameters, lambda *outcome: told.append(outcome))
    end = time.monotonic() + 30
    while not told and time.monotonic() < end:
        QgsApplication.processEvents()
        time.sleep(0.005)
    ok, results, message = told[0]
    assert (ok, results) == (False, {})
    return message


def snapshot(folder):
    """Every file and what is in it, without QGIS's own sidecars."""
    files = [path for path in Path(folder).rglob("*") if not path.name.endswith(".aux.xml")]
    return {str(path): path.read_bytes() if path.is_file() else None for path in files}


@pytest.mark.parametrize("way", [by_console, by_model, by_task], ids=["console", "model", "task"])
@pytest.mark.parametrize("name", CASES)
def test_bad_input(name, way, tmp_path, images, write_raster, monkeypatch):
    algorithm, parameters, sentences = CASES[name](Place(tmp_path, images, write_raster, monkeypatch))
    before = snapshot(tmp_path)
    text = way(algorithm, parameters)
    for sentence in sentences:
        assert sentence in text
    assert "Traceback" not in text
    assert len(text.splitlines()) == len(set(text.splitlines())) or way is by_model
    assert snapshot(tmp_path) == before


REPLACED = {
    "global_regression": {},
    "balance": {"BLOCKS": 4},
    "preview_balance": {"BLOCKS": 4},
    "local_block_adjustment": {"BLOCKS": 4},
    "coregister": {"REFERENCE": 1},
    "histogram_match": {"REFERENCE": 1},
    "histogram_equalize": {"METHOD": "common"},
    "threshold_mask": {"EXPRESSION": "B1 > 60%B1"},
}


@pytest.mark.parametrize("name", REPLACED)
def test_an_image_replaced_at_forty_per_cent_is_named(name, tmp_path, images):
    """Its pixels tripled in place: old gains are not put on new pixels; results of an earlier run stay."""
    import processing

    parameters = {"INPUT": images, "OUTPUT_FOLDER": str(tmp_path / "out"), **REPLACED[name]}
    if "REFERENCE" in parameters:
        parameters = {**parameters, "INPUT": images[:1] + images[2:], "REFERENCE": images[1]}
    processing.run(f"evenlight:{name}", parameters)
    before = snapshot(tmp_path / "out")
    assert before
    feedback, done = QgsProcessingFeedback(False), []

    def triple(percent):
        if percent >= 40 and not done:
            done.append(percent)
            dataset = gdal.Open(images[0], gdal.GA_Update)
            dataset.WriteArray(3 * dataset.ReadAsArray())
            dataset = None

    feedback.progressChanged.connect(triple)
    with pytest.raises(QgsProcessingException, match=r"west\.tif was changed, replaced or removed during the run"):
        processing.run(f"evenlight:{name}", parameters, feedback=feedback)
    assert done
    assert snapshot(tmp_path / "out") == before


def test_an_output_open_as_a_layer_is_replaced_and_read_again(tmp_path, images, read_raster):
    """Only an input is refused; what is merely looked at is renewed."""
    import processing

    parameters = {"INPUT": images, "OUTPUT_FOLDER": str(tmp_path / "out")}
    first = processing.run("evenlight:global_regression", {**parameters, "MODEL_IMAGES": images[:1]})["OUTPUT"]
    layer = QgsRasterLayer(first[1], "open")
    QgsProject.instance().addMapLayer(layer)
    point = layer.extent().center()
    old = layer.dataProvider().sample(point, 1)[0]
    second = processing.run("evenlight:global_regression", {**parameters, "MODEL_IMAGES": images[1:2]})["OUTPUT"]
    assert second == first
    new = layer.dataProvider().sample(point, 1)[0]
    again = QgsRasterLayer(first[1], "again")
    fresh = again.dataProvider().sample(point, 1)[0]
    assert new == fresh != old
    assert not [name for name in os.listdir(tmp_path / "out") if ".part" in name]


@pytest.mark.parametrize("name", ["local_variance", "histogram_equalize", "histogram_peaks", "fill_gaps"])
def test_images_without_a_place_are_no_fault_beside_another(name, tmp_path):
    """Of algorithms that need none."""
    import processing

    path = str(tmp_path / "nowhere.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, 30, 30, 1, gdal.GDT_Byte)
    dataset.GetRasterBand(1).Fill(7)
    del dataset
    parameters = {"INPUT": [path] if name == "histogram_equalize" else path, "OUTPUT": str(tmp_path / "o.tif")}
    wrong = {"MEMORY_BUDGET": -1, "THREADS": -5, "MAX_MEMORY": -1, "WIDTH": -3, "BANDS": "x"}
    with pytest.raises(QgsProcessingException) as caught:
        processing.run(f"evenlight:{name}", {**parameters, "OUTPUT_FOLDER": str(tmp_path / "o"), **wrong})
    assert "georeference" not in str(caught.value) and "-" in str(caught.value)
