"""Reports as users ask for them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProcessingOutputLayerDefinition, QgsRasterLayer
from qgis.PyQt.QtCore import QVariant

from evenlight.algorithms import ALGORITHMS
from evenlight.algorithms.calls import call_text
from evenlight.core.report.tools import TOOLS


@pytest.fixture
def run(provider, qgis_new_project):
    """``processing.run`` with our short ids."""
    import processing

    return lambda name, **parameters: processing.run(f"evenlight:{name}", parameters)


def test_every_tool_of_the_groups_has_a_report(provider):
    with_report = {found().name() for found in ALGORITHMS if "REPORT" in {row.name for row in found.ROWS}}
    groups = {found().name() for found in ALGORITHMS if found.GROUP.id in ("balance", "mosaic")}
    assert groups <= with_report
    for name in with_report:
        outputs = {one.name(): one.type() for one in provider.algorithm(name).outputDefinitions()}
        # QGIS's results viewer shows a link to it
        assert outputs["REPORT"] == "outputHtml"


def test_pages_call_the_tools_by_their_names():
    names = {found().name(): found.NAME for found in ALGORITHMS}
    assert {tool: str(name) for tool, name in TOOLS.items()} == {tool: names[tool] for tool in TOOLS}
    assert set(TOOLS) >= {found().name() for found in ALGORITHMS if "REPORT" in {row.name for row in found.ROWS}}


def test_a_balance_reports(run, images, tmp_path):
    page, data = tmp_path / "r.html", tmp_path / "r.json"
    done = run("balance", INPUT=images, OUTPUT_FOLDER=str(tmp_path / "out"), REPORT=str(page), ALPHA=0.5)
    assert done["REPORT"] == str(page)
    text = page.read_text(encoding="utf-8")
    assert "<script" not in text and "The images now agree" in text
    run("balance", INPUT=images, OUTPUT_FOLDER=str(tmp_path / "out"), REPORT=str(data), ALPHA=0.5)
    found = json.loads(data.read_text(encoding="utf-8"))
    assert found["quality"]["rmse_after"] == pytest.approx(done["RMSE_AFTER"])
    assert found["settings"]["Local"]["alpha"] == "0.5"
    # what it says of the run repeats it
    data.unlink()
    import processing

    exec(found["call"], {"processing": processing})
    assert json.loads(data.read_text(encoding="utf-8")) == found


def test_overlap_report(run, images, tmp_path):
    balanced = run("global_regression", INPUT=images, OUTPUT_FOLDER=str(tmp_path / "out"))
    files = {"OUTPUT": str(tmp_path / "r.html"), "OUTPUT_JSON": str(tmp_path / "r.json"),
             "OUTPUT_CSV": str(tmp_path / "r.csv")}  # fmt: skip
    done = run("overlap_report", INPUT=images, AFTER=balanced["OUTPUT"], DETAILED=True, **files)
    assert set(done) == {*files, "RMSE_BEFORE", "RMSE_AFTER", "CONTRAST_KEPT", "GROUPS", "REJECTED"}
    assert all(Path(done[name]).stat().st_size > 500 for name in files)
    assert done["RMSE_AFTER"] == pytest.approx(balanced["RMSE_AFTER"], rel=0.05)
    assert done["RMSE_BEFORE"] == pytest.approx(balanced["RMSE_BEFORE"])
    alone = run("overlap_report", INPUT=images, OUTPUT="TEMPORARY_OUTPUT")
    assert alone["OUTPUT"].endswith(".html") and "OUTPUT_JSON" not in alone
    assert alone["RMSE_AFTER"] == alone["RMSE_BEFORE"] == pytest.approx(done["RMSE_BEFORE"])


def test_the_call_is_written_without_loading_anything(images):
    """A layer by its source, destinations and layers of features by what they name."""
    layer = QgsRasterLayer(images[0], "west")
    given = {
        "INPUT": [layer, images[1]], "MASK": QgsProcessingFeatureSourceDefinition("mask.gpkg"), "ALPHA": 0.5,
        "OUTPUT": QgsProcessingOutputLayerDefinition("out.tif"), "NODATA": None, "MASK_FIELD": QVariant(), "_hidden": 1,
        "ALIGN": True,
    }  # fmt: skip
    spaces = {}
    exec(call_text("evenlight:x", given).replace("processing.run", "found = dict"), {"dict": lambda *a: a}, spaces)
    assert spaces["found"] == (
        "evenlight:x",
        {"INPUT": images[:2], "MASK": "mask.gpkg", "ALPHA": 0.5, "OUTPUT": "out.tif", "ALIGN": True},
    )
