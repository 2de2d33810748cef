"""Seams by rank: an expression of QGIS over what is known of images, and over a table."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import (
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFields,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)

pytestmark = pytest.mark.usefixtures("provider", "qgis_new_project")


@pytest.fixture
def stack(tmp_path, ground, write_raster):
    """Three images of one ground, of other dates, pixels and values."""
    folder = tmp_path / "in"
    folder.mkdir()
    paths = []
    for number, name in enumerate(("a_20200305", "b_20230101T101500", "c_2021-07-09")):
        values = np.full((1, 40, 40), 10 * (number + 1), "uint16")
        paths.append(write_raster(folder / f"{name}.tif", values, nodata=0))
    return paths


def shown(paths, tmp_path, read_raster, **parameters):
    """The number of the image that the middle of the mosaic shows."""
    import processing

    parameters = {"METHOD": "rank", "BLEND": "none", **parameters}
    found = processing.run("evenlight:mosaic", {"INPUT": paths, "OUTPUT": str(tmp_path / "out.tif"), **parameters})
    return int(read_raster(found["OUTPUT"])[0, 20, 20]) // 10


def refused(paths, tmp_path, **parameters):
    """The sentences of a run that does not begin; nothing is written."""
    import processing

    target = tmp_path / "no.gpkg"
    with pytest.raises(QgsProcessingException) as caught:
        processing.run("evenlight:seamlines", {"INPUT": paths, "METHOD": "rank", "OUTPUT": str(target), **parameters})
    assert not target.exists()
    return str(caught.value)


def table(tmp_path, text, name="table.csv"):
    path = tmp_path / name
    path.write_text(text)
    return str(path)


@pytest.mark.parametrize(
    ("expression", "first"),
    [
        ("index", 3),
        ("-index", 1),
        ("date", 2),
        ("-epoch(date)", 1),
        ("to_date(date)", 2),
        ("if(name = 'c_2021-07-09', 1, 0)", 3),
        ("if(\"path\" like '%/a_%', bands * width * height, pixel_size)", 1),
        ("'0' || index", 3),
        ("case when crs = 'EPSG:32614' and resolution = 10 and nodata = 0 and data_type = 'uint16' then -index end", 1),
        ("@weight * index", 1),
        ("index = 2", 2),
        ("if(index = 2, true, false)", 2),
        ("name like 'c%' and true", 3),
        ("if(index = 1, make_datetime(2023, 1, 1, 9, 0, 0), make_date(2023, 1, 1))", 1),
        ("if(index = 1, make_date(2023, 1, 1), if(index = 2, make_datetime(2022, 12, 31, 23, 59, 59), 0))", 1),
    ],
)
def test_facts_of_images_are_fields(expression, first, stack, tmp_path, read_raster):
    """All that is known without reading pixels; variables of the project are there too."""
    QgsExpressionContextUtils.setProjectVariable(QgsProject.instance(), "weight", -1)
    assert shown(stack, tmp_path, read_raster, RANK_EXPRESSION=expression) == first


def test_the_files_tag_comes_before_a_date_in_the_name(stack, tmp_path, read_raster):
    """Of the first image, which by its name is the oldest."""
    dataset = gdal.Open(stack[0], gdal.GA_Update)
    dataset.SetMetadataItem("TIFFTAG_DATETIME", "2024:01:01 00:00:00")
    del dataset
    assert shown(stack, tmp_path, read_raster, RANK_EXPRESSION="date") == 1


@pytest.mark.parametrize("known_by", [lambda path: Path(path).stem, lambda path: Path(path).name, str])
def test_a_row_belongs_to_the_image_whose_name_it_holds(known_by, stack, tmp_path, read_raster):
    """With or without extension, or as a path; other rows do no harm; its fields come before those of the image."""
    cloud = ("0.5", "0.1", "0.9")
    rows = [f"x,{known_by(path)},{share}" for path, share in zip(stack, cloud)]
    given = table(tmp_path, "\n".join(["site,file,index", *rows, "x,elsewhere,0"]))
    assert shown(stack, tmp_path, read_raster, RANK_TABLE=given, RANK_EXPRESSION="-index") == 2
    assert shown(stack, tmp_path, read_raster, RANK_TABLE=given, RANK_EXPRESSION="\"index\" + 0") == 3


def test_a_layer_with_chosen_rows(stack, tmp_path, read_raster):
    """Of a layer only what is selected counts; images without a row can be given a rank."""
    given = table(tmp_path, "file,quality\na_20200305,5\nc_2021-07-09,9\n")
    layer = QgsVectorLayer(f"file://{given}?delimiter=,&detectTypes=yes", "quality", "delimitedtext")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    expression = "coalesce(quality, 7)"
    assert shown(stack, tmp_path, read_raster, RANK_TABLE=layer, RANK_EXPRESSION=expression) == 3
    layer.selectByExpression("quality = 5")
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    expression = "coalesce(quality, index)"
    assert shown(stack, tmp_path, read_raster, RANK_TABLE=chosen, RANK_EXPRESSION=expression) == 1


def test_a_field_can_be_chosen(stack, tmp_path, read_raster):
    """Where two hold names of images."""
    names = [Path(path).stem for path in stack]
    rows = [f"{name},{other},{rank}" for name, other, rank in zip(names, names[1:] + names[:1], (3, 1, 2))]
    given = table(tmp_path, "\n".join(["file,next,quality", *rows]))
    assert shown(stack, tmp_path, read_raster, RANK_TABLE=given, RANK_EXPRESSION="quality") == 1
    chosen = {"RANK_TABLE": given, "RANK_FIELD": "next", "RANK_EXPRESSION": "quality"}
    assert shown(stack, tmp_path, read_raster, **chosen) == 2


@pytest.mark.parametrize(
    ("expression", "parts"),
    [
        ("", ["RANK_EXPRESSION is missing"]),
        ("bands *", ["'bands *' cannot be used", "unexpected end of file"]),
        ("cloud + 1", ["'cloud + 1' cannot be used", "'cloud' not found", "pixel_size"]),
        ("name", ["b_20230101T101500.tif: 'b_20230101T101500' is no number", "c_2021-07-09.tif"]),
        ("to_real('x')", ["a_20200305.tif: Cannot convert 'x' to double"]),
        ("nullif(index, 2)", ["b_20230101T101500.tif: it is NULL: coalesce()"]),
        ("make_time(10, 0, 0)", ["a_20200305.tif: it is a time of day, which is no number"]),
        ("to_interval('2 hours')", ["a_20200305.tif: it is an interval, which is no number"]),
        ("age(date, date)", ["a_20200305.tif: it is an interval, which is no number"]),
        ("make_point(1, 2)", ["a_20200305.tif: it is a geometry, which is no number"]),
        ("$currentfeature", ["a_20200305.tif: it is a feature, which is no number"]),
        ("array(1, 2)", ["a_20200305.tif: it is a list, which is no number"]),
        ("map('a', 1)", ["a_20200305.tif: it is a map, which is no number"]),
        ("sqrt(-1)", ["a_20200305.tif: 'nan' is no number"]),
    ],
)
def test_one_sentence_for_what_gives_no_rank(expression, parts, stack, tmp_path):
    """With the image, together with what else is wrong."""
    broken = table(tmp_path, "no raster", "broken.tif")
    text = refused([*stack, broken], tmp_path, RANK_EXPRESSION=expression)
    for part in [*parts, "broken.tif"]:
        assert part in text
    assert "Traceback" not in text and "object at" not in text and "<" not in text


def test_one_sentence_for_what_is_wrong_with_a_table(stack, tmp_path):
    """Two rows of one image, none of any, a name of two images, a field that is not there, no table at all."""
    twice = table(tmp_path, "file,q\na_20200305,5\na_20200305.tif,5\nb_20230101T101500,1\n", "twice.csv")
    assert "more than one row for " + stack[0] in refused(stack, tmp_path, RANK_TABLE=twice, RANK_EXPRESSION="index")
    none = table(tmp_path, "file,q\nx,5\n", "none.csv")
    assert "no row for any image" in refused(stack, tmp_path, RANK_TABLE=none, RANK_EXPRESSION="index")
    few = table(tmp_path, "file,q\na_20200305,5\n", "few.csv")
    text = refused(stack, tmp_path, RANK_TABLE=few, RANK_EXPRESSION="q")
    assert text.count("RANK_TABLE has no row for the image") == 2
    (tmp_path / "other").mkdir()
    twin = shutil.copy(stack[0], tmp_path / "other")
    text = refused([*stack, twin], tmp_path, RANK_TABLE=few, RANK_EXPRESSION="coalesce(q, 0)")
    assert "fits more than one image" in text
    text = refused(stack, tmp_path, RANK_TABLE=few, RANK_FIELD="nope", RANK_EXPRESSION="q")
    assert "RANK_FIELD: the layer has no field 'nope'; it has file, q" in text
    text = refused(stack, tmp_path, RANK_TABLE=str(tmp_path / "gone.csv"), RANK_EXPRESSION="index")
    assert "RANK_TABLE" in text and "is not a table" in text


def test_what_is_not_used_is_said_so(stack, tmp_path):
    """With seams that go another way."""
    import processing
    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback()
    given = {"RANK_EXPRESSION": "index", "RANK_TABLE": table(tmp_path, "file,q\na_20200305,5\n")}
    parameters = {"INPUT": stack, "OUTPUT": str(tmp_path / "s.gpkg"), **given}
    processing.run("evenlight:seamlines", parameters, feedback=feedback)
    assert "only seams by rank need it: RANK_EXPRESSION, RANK_TABLE." in feedback.textLog()


def test_ranks_stand_in_the_polygons(stack, tmp_path):
    """As numbers, dates by their time."""
    import processing

    found = processing.run(
        "evenlight:seamlines",
        {"INPUT": stack, "METHOD": "rank", "RANK_EXPRESSION": "index * 2", "OUTPUT": str(tmp_path / "s.gpkg")},
    )
    ranks = {feature["number"]: feature["rank"] for feature in QgsVectorLayer(found["OUTPUT"]).getFeatures()}
    assert ranks[3] == 6 and all(rank == 2 * number for number, rank in ranks.items())


def test_days_and_times_are_of_one_clock(stack, monkeypatch):
    """Whatever zone the computer is in: a day ranks as its midnight does, in ms since 1970."""
    day, its_midnight = "make_date(2021, 7, 9)", "make_datetime(2021, 7, 9, 0, 0, 0)"
    kinds = f"if(index = 1, {day}, if(index = 2, {its_midnight}, make_date(1970, 1, 2)))"
    zoned = "to_datetime('2021-07-09T02:00:00+02:00')"
    try:
        for zone in ("UTC", "America/New_York", "Asia/Tokyo"):
            monkeypatch.setenv("TZ", zone)
            time.tzset()
            assert ranks_now(kinds, stack) == [1625788800000.0, 1625788800000.0, 86400000.0]
            assert ranks_now(zoned, stack)[0] == 1625788800000.0
    finally:
        monkeypatch.undo()
        time.tzset()


def ranks_now(expression, paths):
    from evenlight.algorithms.ranks import Table, ranks_of

    ranks, problems = ranks_of(expression, Table(QgsFields(), (), ""), paths, QgsExpressionContext())
    assert not problems
    return ranks


def test_classes_have_ranks(stack, tmp_path, read_raster):
    """Images with a palette are joined by rank as others are."""
    folder = tmp_path / "classes"
    folder.mkdir()
    paths = [with_palette(shutil.copy(path, folder), value) for path, value in zip(stack, (10, 20, 30))]
    for expression, first in (("-index", 1), ("date", 2), ("index", 3)):
        assert shown(paths, tmp_path, read_raster, RANK_EXPRESSION=expression) == first


def with_palette(path, value):
    """The same place as classes."""
    source = gdal.Open(path)
    place = source.GetGeoTransform(), source.GetProjection()
    del source
    dataset = gdal.GetDriverByName("GTiff").Create(path, 40, 40, 1, gdal.GDT_Byte)
    dataset.SetGeoTransform(place[0])
    dataset.SetProjection(place[1])
    table = gdal.ColorTable()
    table.SetColorEntry(30, (1, 2, 3, 255))
    dataset.GetRasterBand(1).SetColorTable(table)
    dataset.GetRasterBand(1).Fill(value)
    del dataset
    return path


@pytest.mark.parametrize("algorithm", ["mosaic", "seamlines", "align_grids"])
def test_classes_are_no_fault_beside_another(algorithm, stack, tmp_path):
    """Of algorithms that take them; of others they are."""
    import processing

    path = with_palette(stack[0], 10)
    broken = table(tmp_path, "no raster", "broken.tif")
    place = {"OUTPUT": str(tmp_path / "o.gpkg" if algorithm == "seamlines" else tmp_path / "o.tif")}
    parameters = {"INPUT": [path, broken], "OUTPUT_FOLDER": str(tmp_path / "o"), **place, "TARGET_EXTENT": "nonsense"}
    with pytest.raises(QgsProcessingException) as caught:
        processing.run(f"evenlight:{algorithm}", parameters)
    assert "broken.tif" in str(caught.value) and "palette" not in str(caught.value)
    with pytest.raises(QgsProcessingException, match="palette"):
        processing.run("evenlight:global_regression", {**parameters, "MODEL_IMAGES": ["nothing.tif"]})


def test_a_table_without_fields_is_one_sentence(stack, tmp_path):
    """A layer in memory that has got none yet."""
    layer = QgsVectorLayer("NoGeometry", "empty", "memory")
    assert layer.isValid() and not layer.fields().count()
    QgsProject.instance().addMapLayer(layer)
    text = refused(stack, tmp_path, RANK_TABLE=layer, RANK_EXPRESSION="index")
    assert "RANK_TABLE has no fields" in text and "Error" not in text


@pytest.mark.parametrize(("algorithm", "method"), [("mosaic", "METHOD"), ("balance_and_mosaic", "SEAM_METHOD")])
def test_rules_without_seams_need_no_ranks(algorithm, method, images, tmp_path):
    """METHOD counts only where seams are looked for: not by rules, nor where a mosaic follows polygons everywhere."""
    import processing
    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback()
    parameters = {"INPUT": images, method: "rank", "OVERLAP": "first", "OUTPUT": str(tmp_path / "out.tif")}
    processing.run(f"evenlight:{algorithm}", parameters)
    processing.run(f"evenlight:{algorithm}", {**parameters, "RANK_EXPRESSION": "nonsense ("}, feedback=feedback)
    assert "only seams by rank need it: RANK_EXPRESSION." in feedback.textLog()
    seams = str(tmp_path / "s.gpkg")
    processing.run("evenlight:seamlines", {"INPUT": images, "OUTPUT": seams})
    parameters["OVERLAP"] = "seamlines"
    processing.run(f"evenlight:{algorithm}", {**parameters, "SEAMLINES": seams})
    for further in ({}, {"SEAMLINES": seams, "LOCKED_FIELD": "number"}):
        with pytest.raises(QgsProcessingException, match="RANK_EXPRESSION is missing"):
            processing.run(f"evenlight:{algorithm}", {**parameters, **further})
    with pytest.raises(QgsProcessingException, match="RANK_EXPRESSION is missing"):
        processing.run("evenlight:seamlines", {"INPUT": images, "OUTPUT": seams, "METHOD": "rank", "SEAMLINES": seams})
