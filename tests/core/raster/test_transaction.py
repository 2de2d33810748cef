"""All results of a run appear together, or none does."""

from __future__ import annotations

import builtins
import os
import shutil
import time

import pytest
from killed_runs import killed_run, names
from recorders import CancelAt

from evenlight.core.errors import Cancelled, FolderNotWritableError, ReplaceError, SameOutputError
from evenlight.core.raster import transaction
from evenlight.core.raster.leftovers import OutputBusyError
from evenlight.core.raster.transaction import Outputs, StaleSidecarError


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


@pytest.mark.parametrize("rest", [".ovr.tmp", ".msk.ovr.tmp", ".plain.tif.aux.xml"])
def test_whatever_a_driver_wrote_beside_a_part_is_removed_with_it(tmp_path, targets, rest):
    """Of a killed run and of this one; not of another file's part."""
    part = killed_run(tmp_path, ["a.tif"])[0]
    (tmp_path / (part.name + rest)).write_text("half")
    (tmp_path / f"other.{part.name}").write_text("of nobody")
    with Outputs([str(target) for target in targets]) as outputs:
        assert names(tmp_path) == ["a.tif", "b.tif", f"other.{part.name}"]
        (tmp_path / (os.path.basename(outputs.part(str(targets[0]))) + rest)).write_text("half")
    assert names(tmp_path) == ["a.tif", "b.tif", f"other.{part.name}"]


@pytest.mark.parametrize("name", ["a.part-1.b.tif", "plain"])
def test_a_part_or_attempt_says_which_file_it_will_be(tmp_path, name):
    """Errors name the file that the user chose, also for what is written on the way to it, perhaps elsewhere."""
    target = str(tmp_path / name)
    part = Outputs([target]).part(target)
    attempt = transaction.attempt_path(part)
    for path in (part, attempt, f"{attempt}.plain.tif", target):
        assert transaction.target_path(path) == target


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
    assert names(tmp_path) == ["a.tif", "a.tif.aux.xml"]
    part = killed_run(tmp_path, ["a.tif"])[0]
    (tmp_path / os.path.basename(transaction.attempt_path(str(part)))).write_text("half")
    with Outputs([target]):
        assert names(tmp_path) == ["a.tif", "a.tif.aux.xml"]


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


def test_a_run_that_is_cancelled_at_the_end_replaces_nothing(tmp_path, targets):
    """The last moment at which it can be."""
    with pytest.raises(Cancelled), Outputs([str(target) for target in targets]) as outputs:
        write_parts(outputs, targets)
        outputs.commit(CancelAt(0.0))
    assert [target.read_text() for target in targets] == ["old a.tif", "old b.tif"]
    assert names(tmp_path) == ["a.tif", "b.tif"]


@pytest.mark.parametrize("note", [".evenlight-run-", ".evenlight-commit-"])
@pytest.mark.parametrize(("number", "sentence"), [(28, "has no space left"), (13, "cannot be written to")])
def test_notes_that_cannot_be_written_name_the_folder(tmp_path, targets, monkeypatch, note, number, sentence):
    """A disk that is full to its last byte, a folder that was protected meanwhile: nothing changes."""
    real = open

    def refused(path, *arguments, **options):
        if note in str(path):
            raise OSError(number, "refused")
        return real(path, *arguments, **options)

    outputs = Outputs([str(target) for target in targets])
    monkeypatch.setattr("builtins.open", refused)
    with pytest.raises(FolderNotWritableError, match=f"{tmp_path} {sentence}"), outputs:
        write_parts(outputs, targets)
        outputs.commit()
    assert [target.read_text() for target in targets] == ["old a.tif", "old b.tif"]
    assert sorted(os.listdir(tmp_path)) == ["a.tif", "b.tif"]


def state(folders):
    """All files of folders, by folder and name."""
    return {(folder.name, path.name): path.read_text() for folder in folders for path in folder.iterdir()}


def run_killed_at(number, results):
    """A run of its own process that dies before its call of this number that changes a folder; whether it did."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    count = [0]

    def dying(call):
        def counted(*arguments, **options):
            count[0] += 1
            if count[0] > number:
                os._exit(9)
            return call(*arguments, **options)

        return counted

    try:
        with Outputs([str(result) for result in results]) as outputs:
            write_parts(outputs, results)
            (results[0].parent / (os.path.basename(outputs.part(str(results[0]))) + ".ovr")).write_text("new")
            builtins.open = dying(open)
            for name in ("replace", "link", "remove"):
                setattr(os, name, dying(getattr(os, name)))
            outputs.commit()
    finally:
        os._exit(0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on Windows")
@pytest.mark.parametrize("folders", [["one"], ["one", "two"]])
def test_killed_at_any_moment_of_the_commit_all_is_new_or_all_is_old(tmp_path, folders):
    """Before every call that writes, renames, links or removes; the next run, on other files, finishes or undoes."""
    places = [tmp_path / name for name in folders]
    results = [place / name for place in places for name in ("a.tif", "b.tif", "c.tif")]
    others = [str(place / "other.tif") for place in places]
    old = {(place.name, name): f"old {name}" for place in places for name in ("a.tif", "b.tif", "b.tif.msk")}
    new = {(result.parent.name, result.name): f"new {result.name}" for result in results}
    new[folders[0], "a.tif.ovr"] = "new"
    seen = set()
    for number in range(100):
        for place in places:
            shutil.rmtree(place, ignore_errors=True)
            place.mkdir()
        for (folder, name), text in old.items():
            (tmp_path / folder / name).write_text(text)
        killed = run_killed_at(number, results)
        with Outputs(others):
            pass
        for place in places:
            found = state([place])
            wanted = [{key: text for key, text in files.items() if key[0] == place.name} for files in (old, new)]
            assert found in wanted, number
        # only while the lists of several folders are written may these differ
        seen.add(state(places) == new if state(places) in (old, new) else "mixed")
        if not killed:
            break
    assert state(places) == new and number > 10 * len(folders)
    assert seen == ({True, False} if len(folders) == 1 else {True, False, "mixed"})


def run_at(moment, name, results):
    """A run of its own process that begins at a moment; ends with 0, or 3 where it is refused."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        time.sleep(max(0.0, moment - time.monotonic()))
        with Outputs([str(result) for result in results]) as outputs:
            for result in results:
                with open(outputs.part(str(result)), "w") as file:
                    file.write(name)
            outputs.commit()
        code = 0
    except OutputBusyError:
        code = 3
    finally:
        os._exit(code)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on Windows")
def test_of_runs_that_begin_together_all_results_are_of_one(tmp_path):
    """Fifteen times three at one moment: at least one ends well, the others are refused or come later."""
    results = [tmp_path / f"{number}.tif" for number in range(5)]
    for _ in range(15):
        children = [run_at(time.monotonic() + 0.02, name, results) for name in "abc"]
        codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        assert 0 in codes and set(codes) <= {0, 3}
        assert len({result.read_text() for result in results}) == 1
        assert sorted(os.listdir(tmp_path)) == [f"{number}.tif" for number in range(5)]
