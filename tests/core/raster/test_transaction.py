"""All results of a run appear together, or none does."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from evenlight.core.errors import OutputBusyError, ReplaceError, SameOutputError, StaleSidecarError
from evenlight.core.raster import transaction
from evenlight.core.raster.transaction import Outputs


@pytest.fixture(scope="module")
def dead():
    """The number of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


@pytest.fixture
def targets(tmp_path):
    """Two results of an earlier run."""
    for name in ("a.tif", "b.tif"):
        (tmp_path / name).write_text(f"old {name}")
    return [tmp_path / "a.tif", tmp_path / "b.tif"]


def write_parts(outputs, targets, text="new"):
    """What a run writes before it commits."""
    for target in targets:
        with open(outputs.part(str(target)), "w") as file:
            file.write(f"{text} {target.name}")


def names(folder):
    """All files of a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_commit_replaces_all(tmp_path, targets):
    """Both results are new, and nothing else is left."""
    with Outputs([str(target) for target in targets]) as outputs:
        write_parts(outputs, targets)
        assert [target.read_text() for target in targets] == ["old a.tif", "old b.tif"]
        outputs.commit()
    assert [target.read_text() for target in targets] == ["new a.tif", "new b.tif"]
    assert names(tmp_path) == ["a.tif", "b.tif"]


def test_without_a_commit_nothing_changes(tmp_path, targets):
    """An error on the way: the parts go, the earlier results stay."""
    with pytest.raises(RuntimeError), Outputs([str(target) for target in targets]) as outputs:
        write_parts(outputs, targets)
        raise RuntimeError
    assert [target.read_text() for target in targets] == ["old a.tif", "old b.tif"]
    assert names(tmp_path) == ["a.tif", "b.tif"]


@pytest.mark.parametrize("failing", ["a.tif", "b.tif", "c.tif"])
def test_a_rename_that_fails_puts_all_back(tmp_path, targets, monkeypatch, failing):
    """Two earlier results and one new: whichever cannot take its place, all is as it was."""
    targets = [*targets, tmp_path / "c.tif"]
    replace = os.replace

    def stubborn(source, target):
        if os.path.basename(target) == failing and ".part-" in source:
            raise PermissionError(13, "in use")
        replace(source, target)

    monkeypatch.setattr(os, "replace", stubborn)
    with pytest.raises(ReplaceError, match=failing), Outputs([str(t) for t in targets]) as outputs:
        write_parts(outputs, targets)
        outputs.commit()
    assert [target.read_text() for target in targets[:2]] == ["old a.tif", "old b.tif"]
    assert names(tmp_path) == ["a.tif", "b.tif"]


def test_a_file_system_without_hard_links_puts_all_back_too(tmp_path, targets, monkeypatch):
    """FAT and some network shares: the earlier result is moved aside instead."""
    replace = os.replace

    def stubborn(source, target):
        if os.path.basename(target) == "b.tif" and ".part-" in source:
            raise PermissionError(13, "in use")
        replace(source, target)

    def no_links(*_):
        raise OSError(95, "not supported")

    monkeypatch.setattr(os, "replace", stubborn)
    monkeypatch.setattr(os, "link", no_links)
    with pytest.raises(ReplaceError), Outputs([str(t) for t in targets]) as outputs:
        write_parts(outputs, targets)
        outputs.commit()
    assert [target.read_text() for target in targets] == ["old a.tif", "old b.tif"]
    assert names(tmp_path) == ["a.tif", "b.tif"]


@pytest.mark.parametrize("suffix", [".aux.xml", ".ovr", ".msk"])
def test_what_described_the_old_pixels_goes(tmp_path, targets, suffix):
    """Statistics, overviews and masks of the replaced file would lie about the new one."""
    for target in targets:
        (tmp_path / (target.name + suffix)).write_text("stale")
    with Outputs([str(target) for target in targets]) as outputs:
        write_parts(outputs, targets)
        (tmp_path / (os.path.basename(outputs.part(str(targets[1]))) + suffix)).write_text("fresh")
        outputs.commit()
    assert names(tmp_path) == ["a.tif", "b.tif", f"b.tif{suffix}"]
    assert (tmp_path / f"b.tif{suffix}").read_text() == "fresh"


def test_parts_of_a_killed_run_are_removed(tmp_path, targets, dead):
    """Its process is gone: the next run on the same targets cleans up, sidecars included."""
    for name in (f"a.part-{dead}.tif", f"a.part-{dead}.tif.aux.xml", f"b.part-{dead}.tif"):
        (tmp_path / name).write_text("half")
    with Outputs([str(target) for target in targets]):
        pass
    assert names(tmp_path) == ["a.tif", "b.tif"]


def test_the_unconverted_file_of_a_killed_cog_run_is_removed(tmp_path, targets, dead):
    """A COG is written twice; what lies between is a part as well."""
    (tmp_path / f"a.part-{dead}.tif.plain.tif").write_text("half")
    with Outputs([str(target) for target in targets]):
        pass
    assert names(tmp_path) == ["a.tif", "b.tif"]


def test_parts_of_other_targets_are_left_alone(tmp_path, targets, dead):
    """A run on other files of the folder may still be wanted."""
    (tmp_path / f"other.part-{dead}.tif").write_text("half")
    with Outputs([str(target) for target in targets]):
        pass
    assert f"other.part-{dead}.tif" in names(tmp_path)


def test_a_run_that_is_still_writing_is_not_disturbed(tmp_path, targets):
    """The part belongs to a live process: the second run is refused and the part stays."""
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        part = tmp_path / f"b.part-{process.pid}.tif"
        part.write_text("half")
        with pytest.raises(OutputBusyError, match=r"b\.tif"), Outputs([str(target) for target in targets]):
            pass
        assert part.read_text() == "half"
    finally:
        process.communicate(b"\n")
    with Outputs([str(target) for target in targets]):
        assert not part.exists()


def test_two_runs_of_one_process_do_not_share_a_target(tmp_path, targets):
    """A background task writes b.tif: another is refused until it has ended."""
    with Outputs([str(targets[1])]) as outputs:
        write_parts(outputs, targets[1:])
        with pytest.raises(OutputBusyError, match=r"b\.tif"), Outputs([str(target) for target in targets]):
            pass
        outputs.commit()
    assert targets[1].read_text() == "new b.tif"
    with Outputs([str(target) for target in targets]):
        pass


def killed_while_renaming(folder, targets, pid):
    """The state after the first of two renames: its part is gone, the list is there."""
    parts = [folder / f"{target.stem}.part-{pid}.tif" for target in targets]
    for part, target in zip(parts, targets):
        part.write_text(f"new {target.name}")
    (folder / f".evenlight-commit-1-{pid}.json").write_text(
        json.dumps([[str(part), str(target), transaction.stamp(str(part))] for part, target in zip(parts, targets)])
    )
    os.link(targets[0], f"{targets[0]}.kept-{pid}")
    os.replace(parts[0], targets[0])


def test_renames_that_a_kill_cut_short_are_completed(tmp_path, targets, dead):
    """All results were whole: the next run puts the rest in place before it begins."""
    killed_while_renaming(tmp_path, targets, dead)
    with Outputs([str(target) for target in targets]):
        assert [target.read_text() for target in targets] == ["new a.tif", "new b.tif"]
    assert names(tmp_path) == ["a.tif", "b.tif"]


def test_they_are_completed_though_the_number_of_the_process_is_ours_now(tmp_path, targets):
    """In containers a restarted program often gets the number of its predecessor."""
    killed_while_renaming(tmp_path, targets, os.getpid())
    with Outputs([str(target) for target in targets]):
        assert [target.read_text() for target in targets] == ["new a.tif", "new b.tif"]
    assert names(tmp_path) == ["a.tif", "b.tif"]


def test_a_list_cut_short_renames_nothing(tmp_path, targets, dead):
    """Killed while the list was written: no rename had begun, so the earlier results stand."""
    (tmp_path / f".evenlight-commit-1-{dead}.json").write_text('[["a')
    (tmp_path / f"a.part-{dead}.tif").write_text("new a.tif")
    with Outputs([str(target) for target in targets]):
        assert targets[0].read_text() == "old a.tif"
    assert names(tmp_path) == ["a.tif", "b.tif"]


@pytest.mark.parametrize("seen", ["one", "two"])
def test_results_in_two_folders_are_completed_from_either(tmp_path, monkeypatch, seen):
    """Killed before the first rename; the next run only writes to one of the folders."""
    results = [tmp_path / folder / "a.tif" for folder in ("one", "two")]
    for result in results:
        result.parent.mkdir()
        result.write_text("old a.tif")

    class Killed(BaseException):
        pass

    def killed(*_):
        raise Killed

    outputs = Outputs([str(result) for result in results])
    outputs.__enter__()
    write_parts(outputs, results)
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", killed)
        with pytest.raises(Killed):
            outputs.commit()
    monkeypatch.setattr(transaction, "_claimed", set())
    monkeypatch.setattr(transaction, "_journals", set())
    with Outputs([str(tmp_path / seen / "other.tif")]):
        assert [result.read_text() for result in results] == ["new a.tif", "new a.tif"]
    assert [names(result.parent) for result in results] == [["a.tif"], ["a.tif"]]


def test_two_runs_of_one_process_commit_to_one_folder(tmp_path, targets, monkeypatch):
    """Two background tasks end at the same moment: neither takes the other's list away."""
    with Outputs([str(targets[0])]) as first, Outputs([str(targets[1])]) as second:
        write_parts(first, targets[:1])
        write_parts(second, targets[1:])
        replace = os.replace
        entered = []

        def interrupted(source, target):
            if not entered:
                entered.append(source)
                second.commit()
            replace(source, target)

        monkeypatch.setattr(os, "replace", interrupted)
        first.commit()
    assert [target.read_text() for target in targets] == ["new a.tif", "new b.tif"]
    assert names(tmp_path) == ["a.tif", "b.tif"]


def test_a_part_that_cannot_be_removed_does_not_hide_the_error(targets, monkeypatch):
    """A part is still open somewhere, as on Windows: the user reads what went wrong, not that."""

    def in_use(path):
        raise PermissionError(13, "in use", path)

    with pytest.raises(RuntimeError, match="the cause"), Outputs([str(target) for target in targets]) as outputs:
        write_parts(outputs, targets)
        monkeypatch.setattr(os, "remove", in_use)
        raise RuntimeError("the cause")
    monkeypatch.undo()
    with Outputs([str(target) for target in targets]) as outputs:
        assert not os.path.exists(outputs.part(str(targets[0])))


def test_a_result_in_use_is_told_where_it_cannot_be_put_back_either(tmp_path, targets, monkeypatch):
    """Windows refuses every change of an open file, also the one that restores it: it is as it was all the same."""
    replace, remove = os.replace, os.remove

    def stubborn(source, target):
        if os.path.basename(target) == "b.tif":
            raise PermissionError(13, "in use")
        replace(source, target)

    def stubborn_too(path):
        if os.path.basename(path).startswith("b.tif"):
            raise PermissionError(13, "in use")
        remove(path)

    monkeypatch.setattr(os, "replace", stubborn)
    monkeypatch.setattr(os, "remove", stubborn_too)
    with pytest.raises(ReplaceError, match=r"b\.tif"), Outputs([str(t) for t in targets]) as outputs:
        write_parts(outputs, targets)
        outputs.commit()
    monkeypatch.undo()
    assert [target.read_text() for target in targets] == ["old a.tif", "old b.tif"]
    with Outputs([str(t) for t in targets]):
        pass
    assert names(tmp_path) == ["a.tif", "b.tif"]


def test_a_sidecar_that_cannot_go_is_named_and_nothing_else_stays(tmp_path, targets, monkeypatch):
    """The results are in place by then; what the old one left behind must be removed by hand."""
    (tmp_path / "a.tif.aux.xml").write_text("stale")
    (tmp_path / "b.tif.ovr").write_text("stale")
    remove = os.remove

    def stubborn(path):
        if path.endswith("a.tif.aux.xml"):
            raise PermissionError(13, "in use")
        remove(path)

    monkeypatch.setattr(os, "remove", stubborn)
    sentence = r"results are in place.*a\.tif\.aux\.xml"
    with pytest.raises(StaleSidecarError, match=sentence), Outputs([str(t) for t in targets]) as outputs:
        write_parts(outputs, targets)
        outputs.commit()
    assert [target.read_text() for target in targets] == ["new a.tif", "new b.tif"]
    assert names(tmp_path) == ["a.tif", "a.tif.aux.xml", "b.tif"]


def test_an_old_list_does_not_touch_what_describes_newer_results(tmp_path, targets, dead):
    """A list that could not be removed in its time: the results and their sidecars are of a later run."""
    killed_while_renaming(tmp_path, targets, dead)
    os.remove(tmp_path / f"b.part-{dead}.tif")
    targets[0].write_text("newer a.tif")
    (tmp_path / "a.tif.ovr").write_text("of the newer")
    (tmp_path / "b.tif.ovr").write_text("of another")
    with Outputs([str(targets[0])]):
        pass
    assert names(tmp_path) == ["a.tif", "a.tif.ovr", "b.tif", "b.tif.ovr"]


def test_a_completed_rename_loses_the_sidecars_of_its_predecessor(tmp_path, targets, dead):
    """Killed between the rename and the removal: they would lie about the new pixels."""
    killed_while_renaming(tmp_path, targets, dead)
    (tmp_path / "a.tif.ovr").write_text("of the old")
    with Outputs([str(targets[1])]):
        pass
    assert names(tmp_path) == ["a.tif", "b.tif"]


def test_renames_that_cannot_be_completed_are_told(tmp_path, targets, dead, monkeypatch):
    """The file is in use now: a sentence, and the next run finds everything as it is."""
    killed_while_renaming(tmp_path, targets, dead)

    def in_use(*_):
        raise PermissionError(13, "in use")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", in_use)
        with pytest.raises(ReplaceError, match=r"b\.tif"), Outputs([str(target) for target in targets]):
            pass
    with Outputs([str(target) for target in targets]):
        assert [target.read_text() for target in targets] == ["new a.tif", "new b.tif"]


@pytest.mark.parametrize("rest", [".ovr.tmp", ".msk.ovr.tmp", ".plain.tif.aux.xml"])
def test_whatever_a_driver_wrote_beside_a_part_is_removed_with_it(tmp_path, targets, dead, rest):
    """Of a killed run and of this one; not of a part with another ending."""
    (tmp_path / f"a.part-{dead}.tif{rest}").write_text("half")
    (tmp_path / f"a.part-{dead}.tiff").write_text("of another target")
    with Outputs([str(target) for target in targets]) as outputs:
        assert names(tmp_path) == [f"a.part-{dead}.tiff", "a.tif", "b.tif"]
        (tmp_path / (os.path.basename(outputs.part(str(targets[0]))) + rest)).write_text("half")
    assert names(tmp_path) == [f"a.part-{dead}.tiff", "a.tif", "b.tif"]


@pytest.mark.parametrize(("handle", "error", "alive"), [(7, 0, True), (0, 5, True), (0, 87, False)])
def test_a_process_of_another_user_is_alive_on_windows(monkeypatch, handle, error, alive):
    """Access denied is an answer that only a living process gives; 87 says that there is none."""

    class Kernel:
        OpenProcess = staticmethod(lambda *_: handle)
        CloseHandle = staticmethod(lambda *_: True)

    monkeypatch.setattr(transaction.ctypes, "WinDLL", lambda *_, **__: Kernel, raising=False)
    monkeypatch.setattr(transaction.ctypes, "get_last_error", lambda: error, raising=False)
    with monkeypatch.context() as patch:
        patch.setattr(os, "name", "nt")
        found = transaction._alive(1)
    assert found == alive


def test_a_part_says_which_file_it_will_be(tmp_path):
    """Errors name the file that the user chose, also for what is written on the way to it."""
    target = str(tmp_path / "a.part-1.b.tif")
    part = transaction.part_path(target, os.getpid())
    assert transaction.target_path(part) == target
    assert transaction.target_path(f"{part}.plain.tif") == target
    assert transaction.target_path(target) == target


@pytest.mark.parametrize("name", ["a.part-1.b.tif", "plain"])
def test_attempts_of_any_process_are_known_by_their_target(name, tmp_path):
    """A worker elsewhere has another number than the run whose part it writes."""
    target = str(tmp_path / name)
    attempt = transaction.attempt_path(transaction.part_path(target, os.getpid() + 1))
    assert transaction.target_path(attempt) == target
    assert transaction.target_path(f"{attempt}.plain.tif") == target


def test_attempts_that_killed_workers_left_go_with_the_part(tmp_path):
    """When the run ends, and when the run itself was killed with the next one."""
    target = str(tmp_path / "a.tif")
    with Outputs([target]) as outputs:
        for number in range(2):
            attempt = transaction.attempt_path(outputs.part(target))
            for suffix in ("", ".aux.xml", ".plain.tif"):
                (tmp_path / (os.path.basename(attempt) + suffix)).write_text(f"half {number}")
        (tmp_path / os.path.basename(attempt)).write_text("whole")
        transaction.move_part(attempt, outputs.part(target))
        outputs.commit()
    assert sorted(os.listdir(tmp_path)) == ["a.tif", "a.tif.aux.xml"]
    left = transaction.attempt_path(transaction.part_path(target, os.getpid()))
    (tmp_path / os.path.basename(left)).write_text("half")
    with Outputs([target]):
        assert sorted(os.listdir(tmp_path)) == ["a.tif", "a.tif.aux.xml"]


@pytest.mark.parametrize("number", [2, 50])
def test_a_folder_is_listed_as_often_for_two_results_as_for_fifty(tmp_path, monkeypatch, number):
    """Looking for leftovers must not cost more for every further result."""
    listed = []
    listdir = os.listdir
    monkeypatch.setattr(transaction.os, "listdir", lambda folder: listed.append(folder) or listdir(folder))
    targets = [tmp_path / f"{n}.tif" for n in range(number)]
    with Outputs([str(target) for target in targets]) as outputs:
        write_parts(outputs, targets)
        outputs.commit()
    assert len(listed) <= 5
    assert len(names(tmp_path)) == number


def test_two_targets_that_are_one_file_are_refused(tmp_path):
    """The second would be lost, or take the place of an earlier result."""
    with pytest.raises(SameOutputError, match=r"a\.tif"):
        Outputs([str(tmp_path / "a.tif"), str(tmp_path / "b" / ".." / "a.tif")])
