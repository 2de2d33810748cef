"""Pages of both tools that align: the table's figures, and the vectors of the file."""

from __future__ import annotations

import csv
import json
import sys

import numpy as np
import pytest
from made_scenes import texture, write
from osgeo import ogr
from report_pages import Page

from evenlight.core.errors import EvenlightError
from evenlight.core.jobs import coregister, coregister_jointly
from evenlight.core.report import alignment


@pytest.fixture(scope="module")
def tiles(tmp_path_factory):
    """Three tiles of one ground in a row; the middle one shows what lies three columns and two rows away."""
    folder, ground = tmp_path_factory.mktemp("tiles"), texture(1, 240, 540, 3)
    paths = []
    for number, (name, wrong) in enumerate((("west", (0, 0)), ("middle", (2, 3)), ("east", (0, 0)))):
        row, column = 20 + wrong[0], 20 + 140 * number + wrong[1]
        part = ground[:, row : row + 200, column : column + 200]
        paths.append(write(folder / f"{name}.tif", part.astype("float32"), row=20, column=20 + 140 * number))
    return paths


def lines_of(path):
    source = ogr.Open(str(path))
    return [(json.loads(one.GetGeometryRef().ExportToJson())["coordinates"], one.items()) for one in source.GetLayer()]


def test_the_page_of_a_network(tiles, tmp_path, monkeypatch):
    files = {"table": str(tmp_path / "t.csv"), "vectors": str(tmp_path / "v.geojson")}
    drawn, whole = [], alignment.alignment_page
    monkeypatch.setattr(alignment, "alignment_page", lambda *given: drawn.append(given[0]) or whole(*given))
    coregister_jointly(tiles, str(tmp_path / "out"), report=tmp_path / "r.html", **files)
    page = Page((tmp_path / "r.html").read_text(encoding="utf-8"))
    assert page.problems == []
    assert len(page.pictures) == 1
    rows = list(csv.DictReader((tmp_path / "t.csv").read_text(encoding="utf-8").splitlines()))
    printed = page.table("image")
    assert [row["image"] for row in printed] == [row["image"].rpartition("/")[2] for row in rows]
    for one, row in zip(printed, rows):
        for name in ("tie points", "rms before pixels", "rms after pixels", "shift x map"):
            assert float(one[name]) == pytest.approx(float(row[name.replace(" ", "_")]), rel=1e-5, abs=1e-9)
    before, after = drawn[0].arrows
    lines = lines_of(tmp_path / "v.geojson")
    assert np.hypot(*before.moves.T) / 10.0 == pytest.approx([one["before"] for _, one in lines], abs=1e-4)
    assert after.starts == pytest.approx(np.array([ends[0] for ends, _ in lines]), abs=1e-4)
    assert after.moves == pytest.approx(np.array([np.subtract(*ends[::-1]) for ends, _ in lines]), abs=1e-4)
    assert (after.kept == [bool(one["kept"]) for _, one in lines]).all()
    assert np.median(np.hypot(*before.moves.T)) > 10 * np.median(np.hypot(*after.moves.T))


def test_the_page_of_a_reference(tiles, tmp_path):
    report = tmp_path / "r.html"
    found = coregister(tiles[1:], tiles[0], str(tmp_path / "out"), report=report, table=str(tmp_path / "t.csv"))
    page = Page(report.read_text(encoding="utf-8"))
    assert page.problems == []
    (middle, east) = page.table("image")
    assert float(middle["shift x pixels"]) == pytest.approx(found.outcomes[0].shift[0], abs=1e-4)
    assert (middle["accepted"], east["accepted"]) == ("yes", "no")
    text = "".join(page.words)
    assert "east could not be aligned" in text and "Try another METHOD" in text
    assert "1 of 2 images aligned to" in text
    first = report.read_bytes()
    report.unlink()
    coregister(tiles[1:], tiles[0], str(tmp_path / "out"), report=report, table=str(tmp_path / "t.csv"))
    assert report.read_bytes() == first


def test_without_matplotlib_the_table_is_there(tiles, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    coregister_jointly(tiles, str(tmp_path / "out"), report=tmp_path / "r.html")
    page = Page((tmp_path / "r.html").read_text(encoding="utf-8"))
    assert page.problems == [] and page.pictures == []
    assert len(page.table("image")) == 3
    assert "matplotlib, which is not installed" in "".join(page.words)


@pytest.mark.parametrize("job", [
    lambda tiles, **options: coregister(tiles[1:], tiles[0], **options), coregister_jointly,
], ids=["coregister", "coregister_jointly"])  # fmt: skip
def test_a_page_ends_with_html(job, tiles, tmp_path):
    with pytest.raises(EvenlightError, match=r"end the report's name with \.html \(a page\)"):
        job(tiles, output=str(tmp_path / "out"), report=tmp_path / "r.json")
    assert list(tmp_path.iterdir()) == []
