"""What `docs/files.md` says of files and tables is what is in them."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from made_scenes import make_scene
from osgeo import gdal, ogr

import evenlight.core as ev

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "files.md").read_text(encoding="utf-8")


def documented(tool: str, parameter: str) -> list[str]:
    """Names in the row of a tool's result."""
    (row,) = [
        line for line in PAGE.splitlines() if line.startswith("|") and f"*{tool}*" in line and f"`{parameter}`" in line
    ]
    return re.findall(r"`(\w+)`", row.split(" | ", 1)[1])


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    folder = tmp_path_factory.mktemp("in")
    make_scene(folder, rows=1, columns=2, bands=1)
    return folder


def header(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as stream:
        return next(csv.reader(stream))


def fields(path: Path) -> list[str]:
    source = ogr.Open(str(path))
    definition = source.GetLayer(0).GetLayerDefn()
    return [definition.GetFieldDefn(number).name for number in range(definition.GetFieldCount())]


def test_tables(scene, tmp_path):
    first = sorted(scene.glob("*.tif"))[0]
    ev.coregister(scene, first, tmp_path / "a", table=tmp_path / "a.csv", vectors=tmp_path / "a.gpkg")
    ev.coregister_jointly(scene, tmp_path / "b", table=tmp_path / "b.csv", vectors=tmp_path / "b.gpkg")
    ev.seamlines(scene, tmp_path / "c.gpkg", cost_table=tmp_path / "c.csv")
    ev.histogram_peaks(first, tmp_path / "d.csv", tmp_path / "d.html")
    assert header(tmp_path / "a.csv") == documented("Align images to a reference", "TABLE")
    assert header(tmp_path / "b.csv") == documented("Align overlapping images together", "TABLE")
    assert header(tmp_path / "c.csv") == documented("Seamlines", "COST_TABLE")
    assert header(tmp_path / "d.csv") == documented("Histogram peaks", "OUTPUT_TABLE")
    assert fields(tmp_path / "a.gpkg") == documented("Align images to a reference", "VECTORS")
    assert fields(tmp_path / "b.gpkg") == documented("Align overlapping images together", "VECTORS")
    assert fields(tmp_path / "c.gpkg") == documented("Seamlines", "OUTPUT")


def test_polygons_of_masks(scene, tmp_path):
    settings = ev.ThresholdSettings(expression="B1 > 50%B1")
    ev.threshold_mask(scene, tmp_path / "m", settings=settings, polygons=tmp_path / "m.gpkg")
    assert fields(tmp_path / "m.gpkg") == documented("Threshold mask", "OUTPUT_POLYGONS")


def test_adjustments(scene, tmp_path):
    ev.global_regression(scene, tmp_path / "out", save_adjustments=tmp_path / "gains.json")
    saved = json.loads((tmp_path / "gains.json").read_text(encoding="utf-8"))
    named = set(re.findall(r"`(\w+)`", PAGE[PAGE.index("## Adjustments") : PAGE.index("## Block maps")]))
    image = saved["images"][0]
    assert {*saved, *saved["settings"], *image, *image["adjustments"][0], *image["whole"][0]} <= named
    other = next(iter(image["overlaps"].values()))
    assert set(other[0]) <= named
    assert f"`{saved['format']}`" in PAGE


def test_block_maps(scene, tmp_path):
    saved = ev.save_block_maps(scene, tmp_path / "reference.tif", tmp_path / "maps")
    part = PAGE[PAGE.index("## Block maps") : PAGE.index("## Tables")]
    dataset = gdal.Open(saved.local_maps[0])
    assert [dataset.GetRasterBand(n).GetDescription() for n in (1, 2)] == ["local 1", "target 1"]
    assert "_LocalBlockMap.tif" in saved.local_maps[0]
    facts = json.loads(dataset.GetMetadataItem("EVENLIGHT_BLOCK_MAP"))
    assert set(facts) - {"frame"} <= set(re.findall(r"`(\w+)`", part))
