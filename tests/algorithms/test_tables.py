"""Every row of every table: what a user changes reaches the core's job, in the right place."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from types import SimpleNamespace

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from evenlight.algorithms import ALGORITHMS
from evenlight.algorithms.kinds import Boolean, Expression, Extent, Integer, Number, OneOf, String, System
from evenlight.algorithms.places import FieldName, InputFile, OutputVector, Polygons, Raster, Rasters, Table
from evenlight.algorithms.progress import FeedbackProgress
from evenlight.algorithms.reader import ParameterReader
from evenlight.algorithms.rows import Destination, Parameter
from evenlight.core import jobs
from evenlight.core.mosaicking.settings import SeamSettings
from evenlight.core.settings import CanvasExtent

NOT_FOR_THE_CORE = {"LOAD_OUTPUTS"}
NEEDS_THE_MASK = {"MASK_MODE", "MASK_FIELD", "MASK_FIELD_MATCH"}
WITH_TILES = {"mosaic", "balance_and_mosaic"}
"""Whose folder is that of tiles."""
NO_MAPS = SimpleNamespace(local_maps=[], reference_map="")
"""What one algorithm asks of its result."""
NEEDED_THOUGH_OPTIONAL = {("load_block_maps", "REFERENCE_MAP")}
"""One of two kinds of maps."""


@pytest.fixture
def polygons(qgis_new_project):
    fields = "field=image:string(40)&field=other:string(40)"
    layer = QgsVectorLayer(f"Polygon?crs=epsg:32614&{fields}", "clouds", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(0, 0, 1, 1)))
    feature.setAttributes(["west", "middle"])
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer.id()


@pytest.fixture
def job_of(provider, monkeypatch, images, polygons, tmp_path):
    """What the job of an algorithm is called with: ``job_of(kind, PARAMETER=value)``."""
    for name in ("file.json", "another.json"):
        (tmp_path / name).write_text("{}")

    def call(kind, **changed):
        algorithm = provider.algorithm(kind.ID).create()
        parameters = {
            row.name: needed(row)
            for row in kind.ROWS
            if isinstance(row, Parameter) and (not row.optional or (kind.ID, row.name) in NEEDED_THOUGH_OPTIONAL)
        }
        given = {name: value for name, value in {**parameters, **changed}.items() if value is not None}
        called = []
        monkeypatch.setattr(jobs, kind.ID, lambda *values, **named: called.append((values, named)) or NO_MAPS)
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        assert algorithm.prepare(given, context, QgsProcessingFeedback())
        algorithm.look(context)
        files = algorithm.destinations(ParameterReader(algorithm, given, context))
        algorithm.compute(files, FeedbackProgress(QgsProcessingFeedback()))
        values, named = called[0]
        named.pop("progress")
        return values, named

    def needed(row):
        """What a run cannot do without."""
        if isinstance(row, Destination):
            return str(tmp_path / "out" / f"{row.name}{ending(row)}")
        if isinstance(row, (Raster, Rasters)):
            return images[:2] if isinstance(row, Rasters) else images[0]
        if isinstance(row, Polygons):
            return polygons
        return str(tmp_path / "file.json") if isinstance(row, InputFile) else None

    return call


def ending(row):
    """Of the file that a destination may name."""
    return ".gpkg" if isinstance(row, OutputVector) else ".tif"


def another(row, images, polygons, tmp_path):
    """Another value than the default, and what the core gets for it."""
    first = row.first_value()
    if isinstance(row, OneOf):
        word = next(word for word in reversed(type(first).words()) if word != first and word not in row.without)
        return word, word
    if isinstance(row, Number):
        low, high = row.limits
        value = (low or 0) + 3 if high is None else low + (high - low) / 4
        value = value + 1 if value == first else value
        return (int(value),) * 2 if isinstance(row, Integer) else (float(value),) * 2
    if isinstance(row, Boolean):
        return not first, not first
    if isinstance(row, Destination):
        return str(tmp_path / "other" / f"{row.name}{ending(row)}"), None
    return {
        Extent: ("0,10,20,30", CanvasExtent(0, 20, 10, 30)),
        String: (" 2 ", "2"),
        System: ("EPSG:4326", QgsCoordinateReferenceSystem("EPSG:4326").toWkt()),
        Rasters: (images[1:], images[1:]),
        Raster: (images[2], images[2]),
        Polygons: (polygons, None),
        FieldName: ("other" if row.name == "RANK_FIELD" else "image", None),
        Expression: ("index", None),
        Table: (polygons, None),
    }.get(type(row), (str(tmp_path / "another.json"), str(tmp_path / "another.json")))


def needed_beside(kind, row, polygons):
    """What else must be given for a parameter to count."""
    if row.name in NEEDS_THE_MASK:
        return {"MASK": polygons}
    if row.name == "DETAILED" and "REPORT" in {each.name for each in kind.ROWS}:
        return {"REPORT": f"{polygons}.html"}
    if row.name == "LOCKED_FIELD":
        return {"SEAMLINES": polygons}
    if row.settings is SeamSettings and row.setting_name() == "method":
        return {"RANK_EXPRESSION": "index"}
    if row.name.startswith("RANK_"):
        methods = (each for each in kind.ROWS if getattr(each, "settings", None) is SeamSettings)
        method = next(each.name for each in methods if each.setting_name() == "method")
        table = {"RANK_TABLE": polygons, "RANK_EXPRESSION": "if(image is null, 0, 1)"}
        return {method: "rank", "RANK_EXPRESSION": "-index", **(table if row.name == "RANK_FIELD" else {})}
    return {"TILE_SIZE": 100} if row.name == "OUTPUT_FOLDER" and kind.ID in WITH_TILES else {}


def all_settings(values):
    """Settings in the arguments of a job, also those in others."""
    for value in values:
        if is_dataclass(value):
            yield value
            yield from all_settings([getattr(value, field.name) for field in fields(value)])


@pytest.mark.parametrize("kind", ALGORITHMS, ids=lambda kind: kind.__name__)
def test_every_parameter_reaches_the_core(job_of, kind, images, polygons, tmp_path):
    usual = job_of(kind)
    rows = {row.name: row for row in kind.ROWS if isinstance(row, Parameter) and row.name not in NOT_FOR_THE_CORE}
    for name, row in rows.items():
        value, expected = another(row, images, polygons, tmp_path)
        if isinstance(row, Polygons) and not row.optional:
            continue
        beside = needed_beside(kind, row, polygons)
        values, named = job_of(kind, **{**beside, name: value})
        assert (values, named) != (job_of(kind, **beside) if beside else usual), name
        if row.settings is not None:
            found = [
                getattr(settings, row.setting_name())
                for settings in all_settings([*values, *named.values()])
                if type(settings) is row.settings
            ]
            assert expected in found or not found, name
