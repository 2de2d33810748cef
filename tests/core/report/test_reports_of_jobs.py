"""Each job of the groups Balance and Mosaic writes its report with its results, or neither."""

from __future__ import annotations

import base64
import json
import re
import sys
from dataclasses import replace

import pytest
from made_scenes import make_scene
from report_pages import Page

import evenlight.core as ev
from evenlight.core.errors import EvenlightError
from evenlight.core.mosaicking.settings import BALANCED_MOSAIC, Blend


@pytest.fixture(autouse=True)
def no_figures(monkeypatch):
    """They take most of the time and say nothing here."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Images, adjustments and a reference map."""
    folder = tmp_path_factory.mktemp("made")
    scene = make_scene(folder / "in", rows=1, columns=3, size=100, step=60, bands=2, noise=20.0)
    ev.global_regression(scene.paths, str(folder / "out"), save_adjustments=str(folder / "a.json"))
    ev.save_block_maps(scene.paths, str(folder / "reference.tif"), str(folder / "maps"))
    return folder, scene.paths


CALLS = {
    "global_regression": lambda paths, out, made, **o: ev.global_regression(paths, str(out / "r"), **o).outputs,
    "local_block_adjustment": lambda paths, out, made, **o: ev.local_block_adjustment(paths, str(out), **o).outputs,
    "preview_balance": lambda paths, out, made, **o: ev.preview_balance(paths, str(out), **o).outputs,
    "apply_adjustments": lambda paths, out, made, **o: ev.apply_adjustments(
        paths, str(made / "a.json"), str(out), **o).outputs,
    "load_block_maps": lambda paths, out, made, **o: ev.load_block_maps(
        paths, str(out), reference_map=str(made / "reference.tif"), **o).outputs,
    "save_block_maps": lambda paths, out, made, **o: ev.save_block_maps(
        paths, str(out / "r.tif"), str(out), **o).local_maps,
    "balance_and_mosaic": lambda paths, out, made, **o: [ev.balance_and_mosaic(paths, str(out / "m.tif"), **o).output],
    "mosaic": lambda paths, out, made, **o: [ev.mosaic(paths, str(out / "m.tif"), **o).output],
    "seamlines": lambda paths, out, made, **o: [ev.seamlines(paths, str(out / "s.gpkg"), **o).output],
}  # fmt: skip
COMPARE = set(CALLS) - {"apply_adjustments", "mosaic", "seamlines"}
"""Those that look at overlaps."""


@pytest.mark.parametrize("tool", CALLS)
def test_a_job_writes_its_report(tool, made, tmp_path):
    folder, paths = made
    files = CALLS[tool](paths, tmp_path, folder, report=tmp_path / "report.html")
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    page = Page(text)
    assert page.problems == []
    assert all(any(file in word for word in page.words) for file in files)
    assert ("Pixels" in page.tables[1][0]) == (tool in COMPARE)
    CALLS[tool](paths, tmp_path, folder, report=tmp_path / "report.json")
    data = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert [image["name"] for image in data["images"]] == ["img_1", "img_2", "img_3"]
    assert (data["quality"] is not None) == (tool in COMPARE)
    assert data["verdict"] in text.replace("&#39;", "'")


def test_areas_and_seams(made, tmp_path):
    folder, paths = made
    for tool in ("seamlines", "balance_and_mosaic"):
        CALLS[tool](paths, tmp_path, folder, report=tmp_path / f"{tool}.json")
    seams, mosaic = (json.loads((tmp_path / f"{tool}.json").read_text(encoding="utf-8"))
                     for tool in ("seamlines", "balance_and_mosaic"))
    areas = ev.seamlines(paths, str(tmp_path / "s.gpkg")).areas
    assert [image["area"] for image in seams["images"]] == areas
    assert sum(image["area"] for image in mosaic["images"]) == sum(areas)
    assert [(row["image_1"], row["image_2"]) for row in seams["seams"]] == [("img_1", "img_2"), ("img_2", "img_3")]


def test_seams_of_mosaics_are_measured_where_they_are_wanted(made, tmp_path):
    """With the figures of the tool that finds them; of balanced images those are others."""
    folder, paths = made
    ev.seamlines(paths, str(tmp_path / "s.gpkg"), report=tmp_path / "seamlines.json")
    for tool in ("mosaic", "balance_and_mosaic"):
        CALLS[tool](paths, tmp_path, folder, report=ev.ReportFile(str(tmp_path / f"{tool}.json"), detailed=True))
    found = {name: json.loads((tmp_path / f"{name}.json").read_text(encoding="utf-8"))["seams"]
             for name in ("seamlines", "mosaic", "balance_and_mosaic")}
    assert found["mosaic"] == found["seamlines"]
    CALLS["mosaic"](paths, tmp_path, folder, report=ev.ReportFile(str(tmp_path / "m.html"), detailed=True))
    steps = [float(row["Step"]) for row in Page((tmp_path / "m.html").read_text(encoding="utf-8")).table("Step")]
    assert steps == sorted(steps, reverse=True) and len(steps) == 2
    for before, after in zip(found["mosaic"], found["balance_and_mosaic"]):
        assert (before["image_1"], before["image_2"]) == (after["image_1"], after["image_2"])
        assert float(after["step"]) < 0.5 * float(before["step"])


@pytest.mark.parametrize("tool", ["mosaic", "seamlines"])
def test_pages_without_pairs_promise_none(tool, made, tmp_path, monkeypatch):
    """No links, no scale of colours, no column without a cell."""
    monkeypatch.undo()
    folder, paths = made
    CALLS[tool](paths, tmp_path, folder, report=tmp_path / "r.html")
    page = Page((tmp_path / "r.html").read_text(encoding="utf-8"))
    assert "Footprints of the images." in page.words and "Footprints" in page.words
    assert "a link for each" not in "".join(page.words)
    # a scale is drawn as a picture within the figure
    assert b"<image" not in base64.b64decode(page.pictures[0].rpartition(",")[2])
    images = page.table("Pixels in the mosaic")
    assert ("Band" in images[0]) == any(row.get("Band") for row in images)


def test_a_default_of_the_tool_is_not_chosen(made, tmp_path):
    paths = made[1]
    bold = {}
    for blend in (BALANCED_MOSAIC.blend, Blend.FEATHER):
        chosen = replace(BALANCED_MOSAIC, blend=blend)
        ev.balance_and_mosaic(paths, str(tmp_path / "m.tif"), settings=chosen, report=tmp_path / "r.html")
        text = (tmp_path / "r.html").read_text(encoding="utf-8")
        bold[blend] = re.findall(r'<tr class="changed"><td>(blend)</td>', text)
    assert bold == {BALANCED_MOSAIC.blend: [], Blend.FEATHER: ["blend"]}


@pytest.mark.parametrize("tool", CALLS)
def test_a_report_that_cannot_be_leaves_no_result(tool, made, tmp_path):
    folder, paths = made
    (tmp_path / "report.html").mkdir()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(EvenlightError, match=r"report\.html"):
        CALLS[tool](paths, tmp_path, folder, report=tmp_path / "report.html")
    assert sorted(tmp_path.rglob("*")) == before


def test_warnings_stand_there_with_a_page(made, tmp_path):
    """An image without overlap is warned of, and the page says where to read more."""
    paths = made[1]
    apart = make_scene(tmp_path / "in", rows=1, columns=9, size=40, step=300, bands=2).paths[-1]
    ev.global_regression([*paths, apart], str(tmp_path / "out"), report=tmp_path / "r.html")
    page = Page((tmp_path / "r.html").read_text(encoding="utf-8"))
    text = "".join(page.words)
    assert "no overlap with another image" in text and "Check the coordinate system" in text
    assert any(link.endswith(".md") for link in page.links)
    assert "Without overlap, passed on unchanged: img_9." in text
