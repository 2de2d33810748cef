"""The page is one valid file: nothing from elsewhere, no script, equal runs give equal bytes."""

from __future__ import annotations

import base64
import csv
import io
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest
from made_scenes import make_scene
from report_pages import Page, pixels_of

from evenlight.core.errors import EvenlightError
from evenlight.core.jobs import balance, global_regression, overlap_report

ODD = "<script>alert(1)<&script> $x_1$ 'q' \u5f71\u50cf"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return make_scene(tmp_path_factory.mktemp("made"), rows=1, columns=3, size=120, step=70, bands=3, noise=20.0)


@pytest.fixture(scope="module")
def balanced(made, tmp_path_factory):
    """The page of a balance."""
    folder = tmp_path_factory.mktemp("balanced")
    balance(made.paths, str(folder), report=folder / "r.html")
    return page_of(folder / "r.html")


def page_of(path) -> Page:
    return Page(Path(path).read_text(encoding="utf-8"))


def test_a_page_is_valid_and_loads_nothing(balanced):
    assert balanced.problems == []
    assert len(balanced.pictures) == 6
    assert set(balanced.ids) >= {"mosaic", "overlaps", "advice", "images", "pairs", "errors", "spectra", "run"}


def test_names_are_escaped(made, tmp_path):
    """Also by what draws names: $ begins no formula there."""
    paths = [str(tmp_path / f"{ODD.replace('/', '')}{n}.tif") for n in range(3)]
    for source, target in zip(made.paths, paths):
        shutil.copy(source, target)
    overlap_report(paths, str(tmp_path / "r.html"), data=str(tmp_path / "r.json"))
    text = (tmp_path / "r.html").read_text(encoding="utf-8")
    page = Page(text)
    assert page.problems == []
    assert "<script" not in text
    assert any(f"{ODD}0" in word for word in page.words)
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["images"][0]["name"] == f"{ODD}0"


def test_equal_runs_give_equal_bytes(made, tmp_path):
    seen = []
    for _ in range(2):
        global_regression(made.paths, str(tmp_path / "out"), report=tmp_path / "r.html")
        seen.append((tmp_path / "r.html").read_bytes())
        (tmp_path / "r.html").unlink()
    assert seen[0] == seen[1]


def test_pictures_are_never_black(balanced):
    """Before and after under one stretch, with all that they show."""
    pictures = [pixels_of(source) for source in balanced.pictures if "image/png" in source]
    assert len(pictures) == 2
    for *bands, opacity in pictures:
        shown = np.stack(bands)[:, opacity > 0]
        assert 60 < shown.mean() < 195
        assert shown.std() > 20
    # what differed from image to image agrees afterwards: the pictures are not the same
    assert np.abs(pictures[0].astype(float) - pictures[1]).mean() > 5


def test_without_matplotlib_all_else_is_there(made, tmp_path, monkeypatch):
    overlap_report(made.paths, str(tmp_path / "with.html"))
    for name in [name for name in sys.modules if name.split(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    overlap_report(made.paths, str(tmp_path / "without.html"))
    whole, rest = page_of(tmp_path / "with.html"), page_of(tmp_path / "without.html")
    assert rest.problems == []
    assert rest.tables == whole.tables
    assert [one for one in whole.pictures if "image/png" in one] == rest.pictures
    assert "drawn by matplotlib, which is not installed" in "".join(rest.words)


def test_without_jinja_a_page_is_refused_and_data_is_not(made, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(EvenlightError, match=r"Jinja2 .* end the report's name with \.json or \.csv"):
        global_regression(made.paths, str(tmp_path / "out"), report=tmp_path / "r.html")
    assert not (tmp_path / "out").exists()
    global_regression(made.paths, str(tmp_path / "out"), report=tmp_path / "r.json")
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["tool"] == "global_regression"


def test_without_jinja_the_remedy_names_what_the_tool_has(made, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(EvenlightError, match="leave OUTPUT out and name OUTPUT_JSON or OUTPUT_CSV") as refused:
        overlap_report(made.paths, str(tmp_path / "r.html"))
    assert "end the report's name" not in str(refused.value)
    overlap_report(made.paths, data=str(tmp_path / "r.json"))


def test_images_that_differ_are_not_left_without_advice(made, balanced, tmp_path):
    """As they are a light says "act"; what one gain and offset would leave is then what to do."""
    overlap_report(made.paths, str(tmp_path / "r.html"))
    words = "".join(page_of(tmp_path / "r.html").words)
    assert "differ as they are" in words
    assert "Run Balance: one gain and offset" in words
    assert "Nothing" not in words and "(Global regression)" not in words
    assert "Nothing: there is no warning." in "".join(balanced.words)


def test_images_as_they_are_have_no_before(made, tmp_path):
    """Neither headings nor explanations of what is not there."""
    overlap_report(made.paths, str(tmp_path / "r.html"))
    page = page_of(tmp_path / "r.html")
    words = "".join(page.words)
    assert {"Mean", "Deviation"} <= set(page.table("Mean")[0])
    assert {"Bias", "RMSE", "Norm. RMSE"} <= set(page.table("Pixels")[0])
    for missing in ("before", "Before", "Gain and offset of stored", "Local:"):
        assert missing not in words.replace("before balancing", "")
    drawn = [base64.b64decode(one.rpartition(",")[2]) for one in page.pictures if "svg" in one]
    assert drawn and not any(b"before" in one or b"Before" in one for one in drawn)


def test_a_name_says_what_a_report_is(made, tmp_path):
    with pytest.raises(EvenlightError, match=r"\.html \(a page\), \.json"):
        balance(made.paths, str(tmp_path / "out"), report=tmp_path / "r.pdf")
    with pytest.raises(EvenlightError, match=r"one that it reads|is one of the inputs|is an input"):
        shutil.copy(made.paths[0], tmp_path / "image.html")
        overlap_report([*made.paths[1:], str(tmp_path / "image.html")], str(tmp_path / "image.html"))


def test_the_table_has_a_row_for_each_pair_and_band(made, tmp_path):
    overlap_report(made.paths, table=str(tmp_path / "r.csv"), data=str(tmp_path / "r.json"))
    rows = list(csv.DictReader(io.StringIO((tmp_path / "r.csv").read_text(encoding="utf-8"))))
    data = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert [(row["image_1"], row["image_2"]) for row in rows[::3]] == [
        (pair["first"], pair["second"]) for pair in data["pairs"]
    ]
    assert [float(row["rmse_before"]) for row in rows] == pytest.approx(
        [value for pair in data["pairs"] for value in pair["before"]["rmse"]]
    )
    assert {row["rmse_after"] for row in rows} == {""}


def test_images_that_do_not_fit_are_refused(made, tmp_path):
    with pytest.raises(EvenlightError, match="AFTER"):
        overlap_report(made.paths, str(tmp_path / "r.html"), after=made.paths[:2])
    with pytest.raises(EvenlightError, match="page"):
        overlap_report(made.paths)
    assert not list(tmp_path.iterdir())
