"""What runs that are gone left is finished or undone; what only looks like it is left alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from killed_runs import NOBODY, WORD, killed_run, killed_while_renaming, names
from osgeo import gdal
from recorders import Recorder

from evenlight.core.errors import ReplaceError
from evenlight.core.raster import leftovers
from evenlight.core.raster.leftovers import OutputBusyError
from evenlight.core.raster.process import machine, process_start
from evenlight.core.raster.transaction import Outputs

LIST = f".evenlight-commit-{WORD}.json"


@pytest.fixture
def targets(tmp_path):
    """Two results of an earlier run."""
    for name in ("a.tif", "b.tif"):
        (tmp_path / name).write_text(f"old {name}")
    return [tmp_path / "a.tif", tmp_path / "b.tif"]


def next_run(*results: Path) -> list[str]:
    """A whole run; what it warns of."""
    recorder = Recorder()
    with Outputs([str(result) for result in results]) as outputs:
        for result in results:
            Path(outputs.part(str(result))).write_text(f"next {result.name}")
        outputs.commit(recorder)
    return recorder.warnings


def texts(*paths: Path) -> list[str]:
    """What files hold."""
    return [path.read_text() for path in paths]


def test_parts_of_a_killed_run_are_removed(tmp_path, targets):
    """Sidecars and what drivers wrote beside them included, by a run on other files of the folder too."""
    parts = killed_run(tmp_path, ["a.tif", "b.tif"])
    for rest in (".aux.xml", ".plain.tif"):
        (tmp_path / (parts[0].name + rest)).write_text("half")
    with Outputs([str(tmp_path / "other.tif")]):
        pass
    assert names(tmp_path) == ["a.tif", "b.tif"]


@pytest.mark.parametrize("facts", [{"process": os.getppid()}, {"host": "elsewhere"}])
def test_a_number_that_was_given_again_or_another_machine(tmp_path, targets, facts):
    """The process lives, but began later: its predecessor is gone.  Nobody knows about other machines."""
    killed_run(tmp_path, ["b.tif"], **facts)
    if "host" in facts:
        with pytest.raises(OutputBusyError, match=rf"b\.tif is being .*{WORD}\.json says: .*delete this file"):
            next_run(*targets)
        os.remove(leftovers.record_path(str(tmp_path), WORD))
    next_run(*targets)
    assert texts(*targets) == ["next a.tif", "next b.tif"]


@pytest.mark.parametrize("known", [True, False])
def test_a_run_that_is_still_writing_is_not_disturbed(tmp_path, targets, known):
    """Another process: the second run is refused, on a system that does not know when processes began too."""
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        start = (process_start(process.pid) or "") if known else ""
        part = killed_run(tmp_path, ["b.tif"], process=process.pid, start=start)[0]
        with pytest.raises(OutputBusyError, match=rf"/b\.tif is being written.*\.evenlight-run-{WORD}\.json"):
            next_run(*targets)
        assert part.read_text() == "new b.tif"
        assert next_run(targets[0]) == []
        assert part.read_text() == "new b.tif"
    finally:
        process.communicate(b"\n")
    next_run(*targets)
    assert names(tmp_path) == ["a.tif", "b.tif"]


def test_what_only_looks_like_a_part_is_the_users_own(tmp_path, targets):
    """Never touched, never counted: whatever stands behind the sign, and whichever process lives."""
    own = ["a.part-2.tif.backup.txt", "a.part-1.tif", "a.part-999999.tif", f"a.part-{WORD}.tif", "a.tif.kept-999999"]
    for name in own:
        (tmp_path / name).write_text(f"my own {name}")
    assert next_run(*targets) == []
    assert texts(*(tmp_path / name for name in own)) == [f"my own {name}" for name in own]
    assert texts(*targets) == ["next a.tif", "next b.tif"]


def test_renames_that_a_kill_cut_short_are_completed(tmp_path, targets):
    """All results were whole: the next run puts the rest in place before it begins."""
    killed_while_renaming(tmp_path, ["a.tif", "b.tif"])
    (tmp_path / "a.tif.ovr").write_text("of the old")
    with Outputs([str(target) for target in targets]):
        assert texts(*targets) == ["new a.tif", "new b.tif"]
    assert names(tmp_path) == ["a.tif", "b.tif"]


def test_of_results_in_two_folders_each_is_completed_where_the_next_run_writes(tmp_path):
    """A list says what is done in its own folder; nothing in it leads into another."""
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()
        (folder / "a.tif").write_text("old a.tif")
        killed_while_renaming(folder, ["a.tif", "b.tif"])
    for number, folder in enumerate(folders):
        with Outputs([str(folder / "other.tif")]):
            pass
        assert (folders[1] / "b.tif").exists() == (number == 1)
        assert texts(folder / "a.tif", folder / "b.tif") == ["new a.tif", "new b.tif"]
        assert names(folder) == ["a.tif", "b.tif"]


@pytest.mark.parametrize("text", ["", '[["a'])
def test_a_list_cut_short_renames_nothing(tmp_path, targets, text):
    """Killed while the list was written: no rename had begun, so the earlier results stand."""
    killed_run(tmp_path, ["a.tif"])
    (tmp_path / LIST).write_text(text)
    with Outputs([str(target) for target in targets]):
        assert texts(*targets) == ["old a.tif", "old b.tif"]
    assert names(tmp_path) == ["a.tif", "b.tif"]


def test_an_old_list_does_not_touch_newer_results(tmp_path, targets):
    """A list that could not be removed in its time: the results and what describes them are of a later run."""
    killed_while_renaming(tmp_path, ["a.tif", "b.tif"])
    os.remove(tmp_path / f"b.part-{WORD}.tif")
    targets[0].write_text("newer a.tif")
    for name in ("a.tif.ovr", "b.tif.ovr"):
        (tmp_path / name).write_text("of the newer")
    with Outputs([str(targets[0])]):
        pass
    assert names(tmp_path) == ["a.tif", "a.tif.ovr", "b.tif", "b.tif.ovr"]
    assert texts(*targets) == ["newer a.tif", "old b.tif"]


def test_renames_that_cannot_be_completed_are_told(tmp_path, targets, monkeypatch):
    """The file is in use now: a sentence, and the next run finds everything as it is."""
    killed_while_renaming(tmp_path, ["a.tif", "b.tif"])

    def in_use(*_):
        raise PermissionError(13, "in use")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", in_use)
        with pytest.raises(ReplaceError, match=r"b\.tif"), Outputs([str(target) for target in targets]):
            pass
    with Outputs([str(target) for target in targets]):
        assert texts(*targets) == ["new a.tif", "new b.tif"]


def earlier_run(folder: Path, number: int) -> None:
    """What an earlier version left that was killed among its renames."""
    renames = []
    for name in ("a", "b"):
        part = folder / f"{name}.part-{number}.tif"
        part.write_text(f"new {name}.tif")
        renames.append([str(part), str(folder / f"{name}.tif"), leftovers.stamp(str(part))])
    (folder / f".evenlight-commit-1-{number}.json").write_text(json.dumps(renames))
    os.link(folder / "a.tif", folder / f"a.tif.kept-{number}")
    os.replace(folder / f"a.part-{number}.tif", folder / "a.tif")


@pytest.mark.parametrize("number", [4194300, os.getpid()], ids=["gone", "ours"])
def test_the_renames_of_an_earlier_version_are_completed(tmp_path, targets, number):
    """Its process is gone, or had the number that is ours now, as in a container that began again."""
    earlier_run(tmp_path, number)
    with Outputs([str(tmp_path / "other.tif")]):
        assert texts(*targets) == ["new a.tif", "new b.tif"]
    assert names(tmp_path) == ["a.tif", "b.tif"]


def test_those_of_an_earlier_version_that_still_runs_are_left_alone(tmp_path, targets):
    """Its number lives."""
    earlier_run(tmp_path, os.getppid())
    before = names(tmp_path)
    with Outputs([str(tmp_path / "other.tif")]):
        assert names(tmp_path) == before


@pytest.mark.parametrize("finished", [True, False, None])
@pytest.mark.parametrize("rest", ["", ".attempt-01234567.tif", ".attempt-01234567.tif.plain.tif"])
def test_of_an_earlier_versions_parts_only_unfinished_ones_go(tmp_path, rest, finished):
    """By the name alone it might be the user's own; a whole image may be a copy of a result."""
    part = tmp_path / f"a.part-4194300.tif{rest}"
    raster = gdal.GetDriverByName("GTiff").Create(str(part), 64, 64, 1, options=["TILED=YES", "SPARSE_OK=YES"])
    raster.SetMetadataItem("EVENLIGHT_VERSION", "0.1.0")
    if finished:
        raster.WriteArray(np.ones((64, 64), np.uint8))
    raster = None
    if finished is None:
        part.write_bytes(b"")
    with Outputs([str(tmp_path / "a.tif")]):
        assert part.exists() == bool(finished)


DAMAGED = (
    "5", "null", "{}", "[]", '[["a"]]', "[[1, 2, 3]]", "[[[], [], []]]", "[" * 100_000, "\0\0", "x", '"a"', "[5]",
)  # fmt: skip


@pytest.mark.parametrize("text", DAMAGED, ids=range(len(DAMAGED)))
@pytest.mark.parametrize("word", [WORD, "1-4194300", f"1-{'9' * 200}", "x"])
def test_a_damaged_list_is_left_alone_and_named(tmp_path, targets, word, text):
    """Whatever it holds, and whatever number it bears."""
    name = f".evenlight-commit-{word}.json"
    (tmp_path / name).write_text(text)
    assert [warning for warning in next_run(*targets) if f"{tmp_path / name} looks like" in warning]
    assert texts(*targets) == ["next a.tif", "next b.tif"]
    assert (tmp_path / name).read_text() == text


@pytest.mark.parametrize("text", [*DAMAGED, f'["{machine()}", {NOBODY}, "", ["../a.tif"]]'], ids=str)
def test_a_damaged_record_is_left_alone_and_named(tmp_path, targets, text):
    """Who it is of, nobody can say."""
    record = tmp_path / f".evenlight-run-{WORD}.json"
    record.write_text(text)
    assert str(record) in next_run(*targets)[0]
    assert record.read_text() == text


@pytest.mark.parametrize("kind", ["folder", "pipe", "no text"])
@pytest.mark.parametrize("name", [LIST, f".evenlight-run-{WORD}.json", ".evenlight-commit-1-4194300.json"])
def test_what_is_no_text_file_is_left_alone_and_named(tmp_path, targets, name, kind):
    """Opening a pipe would wait for ever."""
    note = tmp_path / name
    if kind == "folder":
        note.mkdir()
    elif kind == "pipe":
        os.mkfifo(note)
    else:
        note.write_bytes(b"[[\xff\xfe")
    assert str(note) in next_run(*targets)[0]
    assert os.path.lexists(note)


def planted(folder: Path, outside: Path) -> dict[str, list]:
    """Renames that no run of ours lists: each with a part that is there and described as it is."""
    inner, evil = folder / f"victim.part-{WORD}.tif", folder / "evil.tif"
    for path in (inner, evil, outside / f"victim.part-{WORD}.tif"):
        path.write_text("evil")
    stamps = leftovers.stamp(str(inner)), leftovers.stamp(str(evil)), leftovers.stamp(str(outside / inner.name))
    return {
        "a path outside": [[str(outside / inner.name), str(outside / "victim.tif"), stamps[2]]],
        "a relative path": [[f"../outside/{inner.name}", "../outside/victim.tif", stamps[2]]],
        "a part of another name": [["evil.tif", "victim.tif", stamps[1]]],
        "a part for another file": [[inner.name, "other.tif", stamps[0]]],
        "one more": [[inner.name, "victim.tif", stamps[0]], [str(evil), str(outside / "victim.tif"), stamps[1]]],
        "a part with other facts": [[inner.name, "victim.tif", [1, 2]]],
        "no name": [[".part-" + WORD, "", stamps[0]]],
        "a folder": [[f"folder.part-{WORD}.d", "folder.d", stamps[0]]],
    }


PLANTED = (
    "a path outside", "a relative path", "a part of another name", "a part for another file", "one more",
    "a part with other facts", "no name", "a folder",
)  # fmt: skip


@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_list_overwrites_nothing(tmp_path, kind):
    """Only names that its run can have given, inside the folder."""
    folder, outside = tmp_path / "out", tmp_path / "outside"
    for place in (folder, outside):
        place.mkdir()
        (place / "victim.tif").write_text("mine")
        (place / "other.tif").write_text("mine")
    (folder / "folder.d").mkdir()
    (folder / f"folder.part-{WORD}.d").write_text("evil")
    (folder / LIST).write_text(json.dumps(planted(folder, outside)[kind]))
    warnings = next_run(folder / "a.tif")
    assert texts(*(place / name for place in (folder, outside) for name in ("victim.tif", "other.tif"))) == ["mine"] * 4
    assert (folder / "folder.d").is_dir()
    assert bool(warnings) == (kind != "a part with other facts")
