"""The call that a report's page shows of a run that a script began: executed, it does the same again."""

import inspect
import json
from pathlib import Path

import numpy as np
import pytest
from made_scenes import make_scene

import evenlight.core as ev
from evenlight.core.jobs.call_text import call_text


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


def test_values_and_places_that_python_writes_otherwise():
    """No number is a name that nothing defines, and what follows a default goes by its name."""

    def job(paths, table=None, page=None, *, ranks=None, statistics=ev.StatisticsSettings()):
        return paths, table, page, ranks, statistics

    given = inspect.signature(job).bind("a.tif", page="p.html", ranks=[float("inf"), np.float64(3.0)])
    given.arguments["statistics"] = ev.StatisticsSettings(nodata=float("nan"))
    text = call_text("job", given.signature.parameters, given.arguments)
    call = text.partition("\n\n")[2]
    paths, table, page, ranks, statistics = eval(call, {"job": job, "StatisticsSettings": ev.StatisticsSettings})
    assert (paths, table, page, ranks) == ("a.tif", None, "p.html", [float("inf"), 3.0])
    assert np.isnan(statistics.nodata)


def test_what_was_said_of_the_call_stays(images, tmp_path):
    page = tmp_path / "one.json"
    ev.overlap_report(images, data=page, call="make report")
    assert json.loads(page.read_text())["call"] == "make report"
