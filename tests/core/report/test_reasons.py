"""A bad overlap is named with its right reason before anything else of the page."""

from __future__ import annotations

import re
import sys

import numpy as np
import pytest
from made_scenes import make_scene, read
from osgeo import gdal
from report_pages import Page

from evenlight.core.jobs import balance, overlap_report


@pytest.fixture(autouse=True)
def no_figures(monkeypatch):
    """They take most of the time and say nothing here."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)


def cloud(values):
    values[:, 20:130, 0:80] += 3000
    return values


def flood(values):
    values[:, 20:130, 0:80] = 200 + 0.05 * values[:, 20:130, 0:80]
    return values


def other_units(values):
    return values * 5


def moved(values):
    return np.roll(values, (5, 6), (1, 2))


REASONS = {
    "bright": (cloud, "clouds, haze or snow"),
    "dark": (flood, "water (a flood)"),
    "units": (other_units, "another unit"),
    "misaligned": (moved, "lies beside its place"),
}


def scene_with(folder, change, columns):
    """Images of which the last one is changed; no other thing is wrong with them."""
    made = make_scene(folder, rows=2, columns=columns, size=160, bands=2, gain_spread=0.2, noise=4.0, seed=5)
    values = change(read(made.paths[-1]).astype(float))
    dataset = gdal.Open(made.paths[-1], gdal.GA_Update)
    dataset.WriteArray(np.clip(np.rint(values), 0, 65535).astype("uint16"))
    dataset.FlushCache()
    return made


@pytest.mark.parametrize("kind", REASONS)
@pytest.mark.parametrize("columns", [1, 3])
def test_the_reason_is_in_the_first_screen(kind, columns, tmp_path):
    change, words = REASONS[kind]
    made = scene_with(tmp_path / "in", change, columns)
    result = overlap_report(made.paths, str(tmp_path / "report.html"))
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    first = text[: text.index('id="mosaic"')]
    assert [one for one in (f'class="{name}"' for name in REASONS) if one in first] == [f'class="{kind}"']
    assert words in first
    assert len(result.findings) == 1
    assert re.search(r"Align (it|the images) first|mask it|Bring all images into one unit", result.findings[0])
    # of two images that lie differently nothing tells which one does
    assert result.findings[0].startswith(f"img_{2 * columns}") or (kind == "misaligned" and columns == 1)
    assert not Page(text).problems


def test_nothing_stands_out_of_images_that_only_differ_in_light(tmp_path):
    made = scene_with(tmp_path / "in", lambda values: values, 3)
    assert overlap_report(made.paths, str(tmp_path / "report.html")).findings == []
    assert "What stands out" not in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_balance_names_it_too(tmp_path):
    made = scene_with(tmp_path / "in", cloud, 3)
    balance(made.paths, str(tmp_path / "out"), report=tmp_path / "report.html")
    text = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "clouds, haze or snow" in text[: text.index('id="mosaic"')]
    page = Page(text)
    assert not page.problems
    states = [row["Counts"].partition(":")[0] for row in page.table("Pixels") if "img_6" in row["Images"]]
    assert states and set(states) <= {"counts in part", "rejected"}
