"""Parameters become plain data; what is wrong becomes a sentence, all at once."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsProperty,
    QgsRasterLayer,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from evenlight.algorithms import ALGORITHMS
from evenlight.algorithms.global_regression import GlobalRegression
from evenlight.algorithms.kinds import OneOf
from evenlight.algorithms.local_block_adjustment import LocalBlockAdjustment
from evenlight.algorithms.places import Rasters
from evenlight.algorithms.polygons import read_mask
from evenlight.algorithms.reader import ParameterReader
from evenlight.algorithms.rows import read as read_rows
from evenlight.core.settings import CorrectionKind, GlobalSettings, LocalSettings, SelectionMode


@pytest.fixture
def context(qgis_new_project, provider):
    found = QgsProcessingContext()
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    found.setProject(project)
    return found


@pytest.fixture
def read(provider, context):
    """What becomes of the local step's parameters: values by name, and the reader with its problems."""
    algorithm = provider.algorithm("local_block_adjustment").create()

    def values_and_reader(**parameters):
        reader = ParameterReader(algorithm, parameters, context)
        return read_rows(algorithm.ROWS, reader), reader

    return values_and_reader


@pytest.fixture
def value(read):
    """The value of the one parameter that is given, or of one that is not."""

    def of(name=None, **parameters):
        return read(**parameters)[0][name or next(iter(parameters))]

    return of


@pytest.fixture
def problems(read):
    """What is wrong with the parameters that are given."""

    def of(**parameters):
        return [text for text in read(**parameters)[1].problems if text.startswith(tuple(parameters))]

    return of


def test_none_is_not_zero(value):
    assert value(NODATA=0) == 0.0
    assert value("NODATA") is None
    assert value(NODATA=None) is None
    assert value(ALPHA=0.0) == 0.0
    assert value("ALPHA") == 1.0


@pytest.mark.parametrize("given", ["gamma", CorrectionKind.GAMMA, 1, 1.0, "1", "1.0"])
def test_a_choice_by_word_member_or_number(value, given):
    assert value(CORRECTION=given) is CorrectionKind.GAMMA


@pytest.mark.parametrize("expression", ["'gamma'", "1", "1.0", "'1'"])
def test_a_choice_by_an_expression(value, expression):
    assert value(CORRECTION=QgsProperty.fromExpression(expression)) is CorrectionKind.GAMMA


@pytest.mark.parametrize("given", ["", None, 0])
def test_no_choice_is_the_default(value, given):
    assert value(CORRECTION=given) is CorrectionKind.LINEAR


@pytest.mark.parametrize("given", ["gama", 4, -1, 1.5, True, "4", "nan", "GAMMA ", ["gamma"], ["gamma", "linear"]])
def test_what_is_no_choice_never_becomes_the_default(problems, given):
    """A list neither: no parameter of ours takes several words."""
    assert problems(CORRECTION=given) == [
        f"CORRECTION: '{given}' is not one of the choices linear, gamma, offset, additive."
    ]


def test_every_choice_of_every_algorithm_by_word_and_by_number(provider, context):
    """However a run gives it: a script, a model, qgis_process, whose help counts from 0."""
    count = 0
    for kind in ALGORITHMS:
        algorithm = kind().create()
        for row in algorithm.ROWS:
            if isinstance(row, OneOf):
                words = algorithm.parameterDefinition(row.name).options()
                for number, word in enumerate(words):
                    for given in (word, number, float(number), str(number), QgsProperty.fromExpression(str(number))):
                        reader = ParameterReader(algorithm, {row.name: given}, context)
                        assert row.read(reader) == word
                        assert not reader.problems
                        count += 1
                for given in (len(words), str(len(words)), -1, [words[0]], "nonsense"):
                    reader = ParameterReader(algorithm, {row.name: given}, context)
                    row.read(reader)
                    assert len(reader.problems) == 1, (row.name, given)
    assert count > 400


def test_numbers_out_of_range_say_the_range(problems):
    assert problems(ALPHA=3, BLOCKS=0, THREADS="many") == [
        "ALPHA must be a number from 0 to 1, not '3'.",
        "BLOCKS must be a number of at least 1, not '0'.",
        "THREADS must be a number of at least 0, not 'many'.",
    ]


def test_extent_keeps_its_system(value, images):
    with_system = value(CANVAS_EXTENT="0,10,20,30 [EPSG:32614]")
    assert (with_system.west, with_system.south, with_system.east, with_system.north) == (0, 20, 10, 30)
    assert "32614" in with_system.crs
    rectangle = QgsReferencedRectangle(QgsRectangle(0, 20, 10, 30), QgsCoordinateReferenceSystem("EPSG:32614"))
    assert value(CANVAS_EXTENT=rectangle) == with_system
    layer = QgsRasterLayer(images[0], "west")
    assert "32614" in value(CANVAS_EXTENT=layer).crs


def test_extent_without_system_does_not_take_the_projects(value):
    for given in ("0,10,20,30", QgsRectangle(0, 20, 10, 30)):
        assert value(CANVAS_EXTENT=given).crs == ""
    assert value("CANVAS_EXTENT") is None


def test_extent_that_is_none_is_a_problem(problems):
    assert "'here' is not an extent" in problems(CANVAS_EXTENT="here")[0]


def test_all_problems_are_told_at_once(provider, context, images):
    algorithm = provider.algorithm("global_regression").create()
    good, text = algorithm.checkParameterValues(
        {"INPUT": [images[0]], "METHOD": "magic", "MEAN_FACTOR": -1, "MASK": "/nowhere.shp"}, context
    )
    assert not good
    for part in (
        "at least 2 rasters",
        "'magic'",
        "MEAN_FACTOR must be",
        "MASK: '/nowhere.shp'",
        "OUTPUT_FOLDER is missing",
    ):
        assert part in text


def test_images_are_looked_at_only_where_the_run_fails_anyway(provider, context, images, tmp_path):
    """The check runs in the dialog's thread at each click on Run, so it must be quick."""
    algorithm = provider.algorithm("global_regression").create()
    damaged = tmp_path / "damaged.tif"
    damaged.write_text("II*")
    parameters = {"INPUT": [images[0], str(damaged)], "OUTPUT_FOLDER": "x"}
    assert algorithm.checkParameterValues(parameters, context) == (True, "")
    good, text = algorithm.checkParameterValues({**parameters, "METHOD": "magic"}, context)
    assert not good
    assert "magic" in text
    assert "damaged.tif" in text


@pytest.mark.parametrize(
    "tool, given",
    [
        ("global_regression", {"INPUT": ["/no/a.tif", "/no/b.tif"], "LOAD_ADJUSTMENTS": "/no/c.json"}),
        ("global_regression", {"INPUT": ["/no/a.tif", "/no/b.tif"], "MODEL_IMAGES": ["/no/b.tif"]}),
        ("coregister_jointly", {"INPUT": ["/no/a.tif", "no/b.tif"], "LOAD_TIE_POINTS": "/no/c.json"}),
        ("coregister", {"INPUT": ["/no/a.tif"], "REFERENCE": "/no/b.tif"}),
        ("load_block_maps", {"INPUT": ["/no/a.tif"], "REFERENCE_MAP": "/no/b.tif", "LOCAL_MAPS": ["/no/c.tif"]}),
        ("local_variance", {"INPUT": "/no/a.tif", "OUTPUT": "x.tif"}),
        ("fill_gaps", {"INPUT": "/no/a.tif", "OUTPUT": "x.tif"}),
        ("histogram_match", {"INPUT": ["/no/a.tif"], "REFERENCE": "/no/b.tif"}),
        ("balance", {"INPUT": ["/vsizip//no/a.zip/a.tif", "/vsitar//no/b.tar/b.tif", "/vsimem/no.tif"]}),
        ("local_variance", {"INPUT": "/vsigzip//no/a.tif.gz", "OUTPUT": "x.tif"}),
    ],
)
def test_what_is_missing_is_told_once_and_before_the_run(provider, context, tool, given):
    """What fails in a run QGIS writes three times, what fails in its check once."""
    algorithm = provider.algorithm(tool).create()
    good, text = algorithm.checkParameterValues({"OUTPUT_FOLDER": "x", **given}, context)
    assert not good
    listed = (value if isinstance(value, list) else [value] for value in given.values())
    names = {name for values in listed for name in values if name != "x.tif"}
    assert {name: text.count(name) for name in names} == dict.fromkeys(names, 1)


def test_names_that_only_gdal_knows_are_not_missing(provider, context, images):
    """Inside archives, with a driver before them, or whole descriptions."""
    gdal.FileFromMemBuffer("/vsimem/seen.tif", Path(images[0]).read_bytes())
    algorithm = provider.algorithm("global_regression").create()
    given = ["/vsimem/seen.tif", f"GTIFF_DIR:1:{images[0]}", images[1]]
    good, text = algorithm.checkParameterValues({"INPUT": given, "OUTPUT_FOLDER": "x"}, context)
    gdal.Unlink("/vsimem/seen.tif")
    assert (good, text) == (True, "")
    # looked at in the run alone, where it can be cancelled
    given = ["/vsicurl/http://127.0.0.1:9/a.tif", "/vsizip//vsicurl/http://127.0.0.1:9/b.zip/b.tif"]
    assert algorithm.checkParameterValues({"INPUT": given, "OUTPUT_FOLDER": "x"}, context) == (True, "")


def test_what_is_missing_in_an_archive_is_known_before_the_run(provider, context, images, tmp_path):
    archive = tmp_path / "a.zip"
    with zipfile.ZipFile(archive, "w") as content:
        content.write(images[0], "in/a.tif")
    algorithm = provider.algorithm("balance").create()
    for name, there in (("in/a.tif", True), ("in/b.tif", False), ("a.tif", False)):
        for form in (f"/vsizip/{archive}/{name}", f"/vsizip/{{{archive}}}/{name}"):
            given = {"INPUT": [form, images[1]], "OUTPUT_FOLDER": "x"}
            good, text = algorithm.checkParameterValues(given, context)
            assert (good, text.count(form)) == (there, 0 if there else 1)


def test_model_images_are_the_inputs_by_identity(provider, context, images, monkeypatch):
    folder, name = images[0].rsplit("/", 1)
    monkeypatch.chdir(folder)
    algorithm = GlobalRegression().create()
    algorithm.checkParameterValues({"INPUT": images, "MODEL_IMAGES": [name], "OUTPUT_FOLDER": "x"}, context)
    assert algorithm.inputs_named("MODEL_IMAGES") == (images[0],)


@pytest.fixture
def polygons():
    """Three polygons: for west, for east, and one without a name."""
    layer = QgsVectorLayer("Polygon?crs=epsg:32614&field=image:string(40)&field=id:integer", "clouds", "memory")
    features = []
    for number, name in enumerate(["west", "east", None]):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(number, 0, number + 1, 1)))
        feature.setAttribute("image", name)
        feature.setAttribute("id", number)
        features.append(feature)
    empty = QgsFeature(layer.fields())
    layer.dataProvider().addFeatures([*features, empty])
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def mask_of(read):
    """The mask that a run gets, and the reader with problems and warnings about it."""

    def mask_and_reader(**parameters):
        _, reader = read(**parameters)
        reader.problems.clear()
        return read_mask(reader, SelectionMode.INCLUDE), reader

    return mask_and_reader


def test_mask_without_field_is_for_all(mask_of, polygons):
    mask, reader = mask_of(MASK=polygons)
    assert [polygon.name for polygon in mask.polygons] == [None, None, None]
    assert "32614" in mask.crs
    assert not reader.problems
    assert not reader.warnings


def test_mask_with_field_names_images(mask_of, polygons):
    mask, reader = mask_of(MASK=polygons.id(), MASK_FIELD="image")
    assert [polygon.name for polygon in mask.polygons] == ["west", "east"]
    assert "they name no image in 'image': 1 polygons of MASK" in reader.warnings[0]


def test_mask_uses_the_selection_where_asked(mask_of, polygons):
    polygons.selectByExpression("id = 1")
    selected = QgsProcessingFeatureSourceDefinition(polygons.id(), True)
    mask, _ = mask_of(MASK=selected)
    geometry = QgsGeometry()
    geometry.fromWkb(mask.polygons[0].wkb)
    assert len(mask.polygons) == 1
    assert geometry.boundingBox().xMinimum() == 1


def test_mask_with_wrong_field(mask_of, polygons):
    _, reader = mask_of(MASK=polygons, MASK_FIELD="scene")
    assert reader.problems == ["MASK_FIELD: the layer has no field 'scene'; it has image, id."]


def test_curved_polygons_become_straight(mask_of):
    layer = QgsVectorLayer("CurvePolygon?crs=epsg:32614", "rounds", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("CurvePolygon (CircularString (0 0, 5 5, 10 0, 5 -5, 0 0))"))
    layer.dataProvider().addFeatures([feature])
    mask, reader = mask_of(MASK=layer)
    geometry = QgsGeometry()
    geometry.fromWkb(mask.polygons[0].wkb)
    assert not reader.problems
    assert geometry.area() == pytest.approx(78.5, rel=0.01)


def test_lines_are_no_mask(mask_of):
    layer = QgsVectorLayer("LineString?crs=epsg:32614", "roads", "memory")
    _, reader = mask_of(MASK=layer)
    assert reader.problems == ["MASK: 'roads' has no polygons."]


def test_local_settings_read_every_parameter(provider, context, images):
    algorithm = LocalBlockAdjustment().create()
    changed = {
        "REFERENCE": "block_means", "CORRECTION": "gamma", "BLOCKS": 7, "BLOCK_ROWS": 3, "BLOCK_COLUMNS": 4,
        "BLOCKS_BY_VARIATION": True, "ALPHA": 0.0, "NORMALISE": False, "SMOOTHNESS": 0.0,
        "BLOCK_VALID_PIXEL_THRESHOLD": 0.0, "CANVAS_EXTENT": "0,10,20,30",
    }  # fmt: skip
    assert algorithm.checkParameterValues({"INPUT": images, "OUTPUT_FOLDER": "x", **changed}, context) == (True, "")
    settings = algorithm.settings(LocalSettings)
    assert (settings.reference, settings.correction, settings.blocks) == ("block_means", "gamma", 7)
    assert (settings.block_rows, settings.block_columns, settings.blocks_by_variation) == (3, 4, True)
    assert (settings.alpha, settings.normalise, settings.smoothness) == (0.0, False, 0.0)
    assert settings.block_valid_pixel_threshold == 0.0
    assert settings.canvas_extent.east == 10


@pytest.mark.parametrize(
    ("name", "value"),
    [("NODATA", "abc"), ("THREADS", "two"), ("BUILD_OVERVIEWS", "maybe"), ("LOAD_OUTPUTS", "perhaps"), ("METHOD", "7")],
)
def test_a_text_that_is_no_value_is_refused(provider, images, name, value):
    """QGIS would take it for nothing, and nothing for the default."""
    algorithm = provider.algorithm("global_regression").create()
    fits, message = algorithm.checkParameterValues(
        {"INPUT": images, "OUTPUT_FOLDER": "TEMPORARY_OUTPUT", name: value}, QgsProcessingContext()
    )
    assert not fits
    assert name in message
    assert value in message


def test_a_choice_may_be_given_by_its_number(provider, images):
    """The help of qgis_process lists choices by number."""
    algorithm = provider.algorithm("global_regression").create()
    parameters = {"INPUT": images, "OUTPUT_FOLDER": "TEMPORARY_OUTPUT", "METHOD": "1"}
    assert algorithm.prepare(parameters, QgsProcessingContext(), QgsProcessingFeedback())
    assert algorithm.settings(GlobalSettings).method == "least_squares"


@pytest.mark.parametrize("name", ["METHOD", "THREADS", "MEAN_FACTOR", "CANVAS_EXTENT", "MASK", "LOAD_OUTPUTS"])
def test_values_of_any_length_are_cut_where_they_are_quoted(provider, images, name):
    """At 80 characters, the sentence goes on after them."""
    algorithm = provider.algorithm("balance").create()
    parameters = {"INPUT": images, "OUTPUT_FOLDER": "TEMPORARY_OUTPUT", name: "x" * 100_000}
    fits, message = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not fits
    assert name in message
    assert "x" * 80 in message
    assert "x" * 81 not in message


def test_what_a_run_says_twice_is_told_once(provider, images):
    """One damaged image, as input and as model image."""
    algorithm = provider.algorithm("global_regression").create()
    parameters = {"INPUT": [*images, "/nowhere/gone.tif", "/nowhere/gone.tif"], "METHOD": "magic", "OUTPUT_FOLDER": "x"}
    _, message = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    lines = message.splitlines()
    assert len(lines) == len(set(lines)) == 3


LISTS = [(made, row) for made in ALGORITHMS for row in made.ROWS if isinstance(row, Rasters)]


@pytest.mark.parametrize(("made", "row"), LISTS, ids=[f"{made.ID}-{row.name}" for made, row in LISTS])
def test_every_list_takes_folders_patterns_and_lists(context, provider, images, tmp_path, made, row):
    """Where images are chosen among those of the run, folders and patterns stay, for these to be sought in them."""
    folder = Path(images[0]).parent
    wanted = sorted(images)
    lists = [str(folder)], ";".join(wanted), [[wanted[0]], wanted[1:]]
    for given in (str(folder), folder, str(folder / "*.tif"), *lists):
        reader = ParameterReader(provider.algorithm(made.ID).create(), {row.name: given}, context)
        found = row.read(reader)
        assert not reader.problems
        if not row.by_name or found == wanted:
            assert found == wanted
        else:
            assert found == [str(given[0] if isinstance(given, list) else given)]
