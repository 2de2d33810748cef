"""Progress only rises; a cancel is heard within a second and leaves nothing behind."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from jobs_of import run_global, run_local
from made_scenes import make_scene
from open_files import refuse_open_files
from recorders import CancelAt, Recorder

from evenlight.core.errors import Cancelled, EvenlightError
from evenlight.core.jobs import apply_adjustments, load_block_maps, save_block_maps
from evenlight.core.raster import writing
from evenlight.core.settings import CorrectionKind, ExecutionSettings, LocalSettings, OutputFormat, OutputSettings


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Three images, and what the applying jobs need of them."""
    folder = tmp_path_factory.mktemp("scene")
    made = make_scene(folder, columns=3, bands=2, size=180, step=110)
    run_global(made.paths, folder / "out", save_adjustments=str(folder / "adjustments.json"))
    save_block_maps(
        made.paths, str(folder / "reference.tif"), str(folder / "locals"), settings=LocalSettings(blocks=16)
    )
    return made.paths, folder


def by_global(scene, folder, progress):
    return run_global(scene[0], folder, progress=progress, save_adjustments=str(folder / "a.json"))


def by_local(scene, folder, progress):
    return run_local(scene[0], folder, progress=progress, blocks=16)


def by_local_with_variation(scene, folder, progress):
    return run_local(scene[0], folder, progress=progress, blocks_by_variation=True)


def by_saving_maps(scene, folder, progress):
    return save_block_maps(
        scene[0], str(folder / "r.tif"), str(folder), settings=LocalSettings(blocks=16), progress=progress
    )


def by_loading_maps(scene, folder, progress):
    reference = str(scene[1] / "reference.tif")
    return load_block_maps(scene[0], OutputSettings(folder=str(folder)), reference_map=reference, progress=progress)


def by_applying(scene, folder, progress):
    file = str(scene[1] / "adjustments.json")
    return apply_adjustments(scene[0], file, OutputSettings(folder=str(folder)), progress=progress)


def by_cog(scene, folder, progress):
    return run_global(scene[0], folder, output={"format": OutputFormat.COG}, progress=progress)


def by_virtual(scene, folder, progress):
    output = {"format": OutputFormat.VIRTUAL}
    return run_local(scene[0], folder, output, progress=progress, blocks=16, correction=CorrectionKind.LINEAR)


JOBS = [by_global, by_local, by_local_with_variation, by_saving_maps, by_loading_maps, by_applying, by_cog, by_virtual]


@pytest.mark.every(3)
@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.__name__)
def test_progress_only_rises_and_ends_at_one(scene, tmp_path, job):
    """Never a step back between stages, never more than everything."""
    progress = Recorder()
    job(scene, tmp_path, progress)
    assert progress.fractions == sorted(progress.fractions)
    assert progress.fractions[0] >= 0.0
    assert progress.fractions[-1] == pytest.approx(1.0)


@pytest.mark.every(3)
@pytest.mark.parametrize("fraction", [0.0, 0.1, 0.5, 0.9])
@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.__name__)
def test_a_cancel_is_heard_within_a_second_and_leaves_earlier_results(scene, tmp_path, job, fraction):
    """At the beginning, while reading, while writing: `Cancelled`, and the folder is as it was."""
    earlier = ["img_1_Global.tif", "img_1_Local.tif", "r.tif", "a.json"]
    for name in earlier:
        (tmp_path / name).write_text("earlier")
    progress = CancelAt(fraction)
    with pytest.raises(Cancelled):
        job(scene, tmp_path, progress)
    assert time.monotonic() - progress.asked < 1.0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(earlier)
    assert all((tmp_path / name).read_text() == "earlier" for name in earlier)


@pytest.mark.parametrize("fraction", [0.5, 0.9])
@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.__name__)
def test_parts_are_closed_before_they_are_removed(scene, tmp_path, monkeypatch, job, fraction):
    """Windows does not remove open files; the error on its way up must not keep ours open."""
    refused = refuse_open_files(monkeypatch)
    with pytest.raises(Cancelled):
        job(scene, tmp_path, CancelAt(fraction))
    assert refused == []
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("place", ["write_window", "close"])
@pytest.mark.parametrize("job", [by_global, by_virtual, by_saving_maps, by_cog], ids=lambda job: job.__name__)
def test_parts_are_closed_when_writing_fails(scene, tmp_path, monkeypatch, job, place):
    """The disk is full: the error's frames hold the dataset."""
    real = getattr(writing, place)

    def failing(dataset, path, *rest):
        real(dataset, path, *rest)
        raise writing.WriteError(path, "no space left")

    monkeypatch.setattr(writing, place, failing)
    refused = refuse_open_files(monkeypatch)
    with pytest.raises(EvenlightError, match="no space left"):
        job(scene, tmp_path, Recorder())
    assert refused == []
    assert not list(tmp_path.iterdir())


def test_a_cancel_while_one_window_takes_long_is_heard_in_time(scene, tmp_path, monkeypatch):
    """Each window takes a fifth of a second: the answer does not wait for the whole image."""
    write_window = writing.write_window

    def slow(*args):
        time.sleep(0.1)
        write_window(*args)

    monkeypatch.setattr(writing, "write_window", slow)
    progress = CancelAt(0.45)
    with pytest.raises(Cancelled):
        execution = ExecutionSettings(window_size=16, memory_budget=1, threads=1)
        run_global(scene[0], tmp_path, progress=progress, execution=execution)
    assert time.monotonic() - progress.asked < 1.0
    assert not list(tmp_path.iterdir())


def test_progress_is_told_from_the_calling_thread_only(scene, tmp_path):
    """QGIS's feedback must not be touched from pool threads."""
    threads = set()

    class Watch(Recorder):
        def advance(self, fraction):
            threads.add(threading.get_ident())

        def cancelled(self):
            threads.add(threading.get_ident())
            return False

    run_local(scene[0], tmp_path, progress=Watch(), blocks=16)
    assert threads == {threading.get_ident()}


def test_no_thread_outlives_a_run(scene, tmp_path):
    """Finished or cancelled, the pool is gone."""
    before = threading.active_count()
    run_global(scene[0], tmp_path, progress=Recorder())
    with pytest.raises(Cancelled):
        run_global(scene[0], tmp_path, progress=CancelAt(0.2))
    assert threading.active_count() == before


@pytest.mark.parametrize("place", ["write_window", "flush_blocks", "close"])
def test_a_run_that_fails_leaves_earlier_results(scene, tmp_path, monkeypatch, place):
    """The disk is full at the second image: all or nothing."""
    run_global(scene[0], tmp_path)
    earlier = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    real = getattr(writing, place)

    def failing(dataset, path, *rest):
        if "img_2" in path:
            raise writing.WriteError(path, "no space left")
        return real(dataset, path, *rest)

    monkeypatch.setattr(writing, place, failing)
    with pytest.raises(EvenlightError, match=r"img_2.*no space left"):
        run_global(scene[0][:2], tmp_path, method="robust")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == earlier
    monkeypatch.undo()
    run_global(scene[0], tmp_path)
    assert sorted(Path(path).name for path in tmp_path.iterdir()) == sorted(earlier)
