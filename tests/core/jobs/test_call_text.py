"""The call that a report's page shows of a run that a script began: executed, it does the same again."""

import json
from pathlib import Path

import pytest
from made_scenes import make_scene

import evenlight.core as ev


@pytest.fixture(scope="module")
def images(tmp_path_factory):
    folder = tmp_path_factory.mktemp("in")
    make_scene(folder, rows=1, columns=2, bands=1)
    return folder


def repeated(text: str, **files: tuple[Path, Path]) -> None:
    """Execute a call with other places for what it writes."""
    for first, second in files.values():
        assert repr(str(first)) in text
        text = text.replace(repr(str(first)), repr(str(second)))
    exec(text, {})


def test_a_run_is_repeated_with_its_settings(images, tmp_path):
    once, again = tmp_path / "once", tmp_path / "again"
    settings = ev.GlobalSettings(model="gain")
    output = ev.OutputSettings(folder=str(once), name="new_$.tif", dtype="Float32")
    page = tmp_path / "one.json"
    ev.balance(images, output, global_settings=settings, report=page, execution=ev.ExecutionSettings(threads=1))
    text = json.loads(page.read_text())["call"]
    assert "GlobalSettings(model=GlobalModel.GAIN)" in text
    assert "threads" not in text
    repeated(text, folder=(once, again), page=(page, tmp_path / "two.json"))
    names = sorted(file.name for file in once.iterdir())
    assert names and all(name.startswith("new_") for name in names)
    assert all((once / name).read_bytes() == (again / name).read_bytes() for name in names)


def test_a_comparison_is_repeated(images, tmp_path):
    page, other = tmp_path / "one.json", tmp_path / "two.json"
    ev.overlap_report(images, data=page)
    text = json.loads(page.read_text())["call"]
    repeated(text, page=(page, other))
    assert page.read_text() == other.read_text().replace(str(other), str(page))


def test_what_was_said_of_the_call_stays(images, tmp_path):
    page = tmp_path / "one.json"
    ev.overlap_report(images, data=page, call="make report")
    assert json.loads(page.read_text())["call"] == "make report"
