"""Whatever a user gives as raster becomes a name for GDAL, in order, or a sentence."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsProperty,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QUrl

from evenlight.algorithms.inputs import gdal_name, raster_names


@pytest.fixture
def context(qgis_new_project):
    found = QgsProcessingContext()
    found.setProject(QgsProject.instance())
    return found


@pytest.fixture
def layers(images, context):
    """The images as layers of the project."""
    made = [QgsRasterLayer(path, f"layer {Path(path).stem}") for path in images]
    QgsProject.instance().addMapLayers(made)
    return made


def names_of(value, context):
    names, problems, _ = raster_names(value, context)
    assert not problems
    return names


def test_files_layers_and_ids_mix_in_order(images, layers, context):
    given = [layers[2], images[0], layers[1].id()]
    assert names_of(given, context) == [images[2], images[0], images[1]]


def test_layer_names_paths_urls_and_nested_lists(images, layers, context):
    given = [["layer east"], [[Path(images[0])], QUrl.fromLocalFile(images[1])]]
    assert names_of(given, context) == [images[2], images[0], images[1]]


def test_expressions_are_evaluated(images, context):
    assert names_of(QgsProperty.fromExpression(f"'{images[0]}'"), context) == [images[0]]


def test_one_line_lists_are_split(images, context):
    assert names_of(";".join(images), context) == images


def test_a_file_whose_name_holds_the_separator_stays_whole(images, context):
    odd = Path(images[0]).with_name("a;b.tif")
    odd.write_bytes(Path(images[0]).read_bytes())
    assert names_of(str(odd), context) == [str(odd)]


def test_a_file_is_meant_before_a_layer_of_that_name(images, layers, context):
    layers[0].setName(images[1])
    assert names_of(images[1], context) == [images[1]]


def test_nothing_is_dropped(images, context):
    """QGIS's own reading leaves out what it cannot load; the core must hear of it."""
    assert names_of([images[0], "/nowhere/missing.tif"], context) == [images[0], "/nowhere/missing.tif"]


@pytest.mark.parametrize("given", ["{}", "{}/*.tif", "{}/*", "{}/[emw]*st.tif;{}/middle.tif"])
def test_folders_and_patterns_are_their_rasters(images, tmp_path, context, given):
    """Sorted, without files beside them; what is one list stays in its order."""
    folder = Path(shutil.copytree(Path(images[0]).parent, tmp_path / "all"))
    for name in ("west.tif.aux.xml", "middle.tif.ovr"):
        (folder / name).write_text("<PAMDataset/>", "utf-8")
    wanted = [str(folder / f"{name}.tif") for name in ("east", "middle", "west")]
    found = names_of(given.format(folder, folder), context)
    assert found == (wanted if ";" not in given else [wanted[0], wanted[2], wanted[1]])
    assert names_of([[str(folder / "w*")], folder], context) == [wanted[2], *wanted]


@pytest.mark.parametrize("name", ["empty", "empty/*.tif", "gone/*.tif"])
def test_folders_and_patterns_without_rasters_get_a_sentence(tmp_path, context, name):
    (tmp_path / "empty").mkdir()
    names, problems, _ = raster_names(str(tmp_path / name), context)
    assert names == []
    assert len(problems) == 1
    assert name in problems[0]


def test_names_inside_archives_are_kept(images, tmp_path, context):
    archive = tmp_path / "images.zip"
    with zipfile.ZipFile(archive, "w") as target:
        target.write(images[0], "inside/west.tif")
    name = f"/vsizip/{archive}/inside/west.tif"
    layer = QgsRasterLayer(name, "zipped")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    for found in names_of([name, layer.id()], context):
        assert gdal.Open(found) is not None


def test_subdataset_names_are_kept(images, tmp_path, context):
    geopackage = tmp_path / "maps.gpkg"
    gdal.Translate(str(geopackage), images[0], format="GPKG", bandList=[1], outputType=gdal.GDT_Byte,
                   creationOptions=["RASTER_TABLE=west"])  # fmt: skip
    name = f"GPKG:{geopackage}:west"
    assert names_of([name], context) == [name]
    assert gdal_name(f"{geopackage}|layername=west") == name


def test_open_options_are_taken_off(images):
    assert gdal_name(f"{images[0]}|option:NUM_THREADS=2") == images[0]


def test_a_vector_layer_gets_a_sentence(images, context):
    fields = QgsVectorLayer("Polygon?crs=epsg:32614", "my fields", "memory")
    QgsProject.instance().addMapLayer(fields)
    names, problems, _ = raster_names([images[0], fields], context)
    assert names == [images[0]]
    assert problems == ["Layer 'my fields' is not a raster; choose raster layers only."]


def test_a_layer_from_a_service_gets_a_sentence(images, context):
    service = QgsRasterLayer("type=xyz&url=http://127.0.0.1:9/{z}/{x}/{y}.png", "a service", "wms")
    _, problems, _ = raster_names([service, images[0]], context)
    assert len(problems) == 1
    assert "'a service' comes from the provider 'wms'" in problems[0]


def test_a_number_gets_a_sentence(context):
    assert raster_names([7], context)[1] == ["7 is neither a layer nor the name of a raster file."]


def test_settings_that_only_qgis_knows_are_told(layers, context):
    from qgis.core import QgsRasterRange

    layers[0].dataProvider().setUserNoDataValue(1, [QgsRasterRange(5, 9)])
    layers[1].dataProvider().setUseSourceNoDataValue(1, False)
    _, problems, warnings = raster_names(layers, context)
    assert not problems
    assert "'layer west' has additional no data values" in warnings[0]
    assert "'layer middle' shows its no data value as data" in warnings[1]


@pytest.mark.parametrize("blank", [None, "", "  ", [], [None, [""]], QUrl(), [" ", QUrl()]], ids=repr)
def test_what_names_nothing_is_nothing(context, blank):
    assert raster_names(blank, context) == ([], [], [])


ODD = {
    "nothing": None,
    "empty": "",
    "empty list": [],
    "list of nothing": [None, "", [[]]],
    "number": 7,
    "not a number": float("nan"),
    "switch": True,
    "bytes": [b"a.tif"],
    "mapping": {"a": 1},
    "100,000 letters": "x" * 100_000,
    "with a null byte": "a\0b.tif",
    "no text": "a\udcff.tif",
    "a folder": "/",
    "a recipe": "<VRTDataset></VRTDataset>",
}


def messages(algorithm, given, folder):
    """What a run says of an input, as models and tasks start it, and as the dialog does."""
    parameters = {"INPUT": given, "OUTPUT_FOLDER": str(folder), "OUTPUT": str(folder / "o.tif")}
    found = []
    fits, message = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    if not fits:
        found.append(message)
    with pytest.raises(QgsProcessingException) as refused:
        algorithm.create().run(parameters, QgsProcessingContext(), QgsProcessingFeedback(False), {}, False)
    return [*found, str(refused.value)]


def test_odd_inputs_of_every_algorithm_get_sentences(provider, images, tmp_path):
    """No traceback, nothing longer than a screen, and no file."""
    gone = str(tmp_path / "gone.tif")
    shutil.copy(images[0], gone)
    layer = QgsRasterLayer(gone, "gone")
    Path(gone).unlink()
    other_way = str(Path(images[0]).parent / ".." / Path(images[0]).parent.name / Path(images[0]).name)
    cases = {**ODD, "a layer whose file is gone": layer, "two spellings": [images[0], other_way]}
    folder = tmp_path / "out"
    for algorithm in provider.algorithms():
        single = algorithm.parameterDefinition("INPUT").type() == "raster"
        for case, given in cases.items():
            if algorithm.name() == "load_block_maps" and case == "two spellings":
                continue
            for message in messages(algorithm.create(), given, folder):
                assert message, (algorithm.name(), case)
                assert "Traceback" not in message, (algorithm.name(), case)
                assert len(message) < 1500, (algorithm.name(), case)
                if case == "two spellings" and not single:
                    assert "given more than once" in message or "missing" in message, (algorithm.name(), message)
    assert not folder.exists()


def test_an_item_of_a_list_is_one_image(images, context):
    """Only a whole value in one line is a list: an item may have a semicolon in its name, there or not."""
    missing = str(Path(images[0]).with_name("not;there.tif"))
    assert names_of([images[0], missing], context) == [images[0], missing]


def test_the_coordinate_system_of_a_layer_is_the_users(images, layers, context):
    """What the file says holds until the user says otherwise."""
    layers[1].setCrs(QgsCoordinateReferenceSystem("EPSG:32615"))
    names = names_of(layers, context)
    assert names == images
    assert [getattr(name, "crs", "")[:30] for name in names] == ["", 'PROJCS["WGS 84 / UTM zone 15N"', ""]


def test_open_options_of_a_layer_are_named(images, context):
    layer = QgsRasterLayer(f"{images[0]}|option:NUM_THREADS=2", "with options")
    _, _, warnings = raster_names(layer, context)
    assert [text for text in warnings if "NUM_THREADS=2" in text and "with options" in text]
