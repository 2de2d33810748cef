"""The same tasks on a cluster: the same bytes, and nothing lost when workers are."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import re
import socket
import threading
import time
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout

import numpy as np
import pytest
from clusters import cluster, contents, wait_for
from jobs_of import run_global, run_local
from made_pairs import FITTED
from made_scenes import make_scene, read, write
from recorders import ActAt, CancelAt, Recorder

from evenlight.core import errors
from evenlight.core.cluster import connection, worker
from evenlight.core.cluster.connection import Connection, check_cluster, within
from evenlight.core.cluster.errors import (
    ClusterLostError,
    NoSchedulerError,
    NoWorkersError,
    WorkerFilesError,
    WorkerLibraryError,
    WorkerPythonError,
    WorkersSilentError,
)
from evenlight.core.cluster.parcel import PACKAGE, parcel
from evenlight.core.execution import run_tasks
from evenlight.core.jobs import balance
from evenlight.core.masks.polygons import MaskPolygon, PolygonMask
from evenlight.core.radiometry.apply import Job, apply_corrections
from evenlight.core.raster.canvas import make_canvas
from evenlight.core.raster.identity import InputChangedError
from evenlight.core.raster.image import inspect
from evenlight.core.raster.transaction import Outputs
from evenlight.core.run import Run
from evenlight.core.settings import (
    ExecutionSettings,
    OutputFormat,
    OutputSettings,
    PifMethod,
    PifSettings,
    StatisticsSettings,
)
from evenlight.core.statistics.blocks import cell_grid
from evenlight.core.statistics.sweep import Sweep

distributed = pytest.importorskip("distributed", reason="the Python package distributed is not installed")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="workers are killed with SIGKILL")

LOCAL = ExecutionSettings(threads=2)


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """A scheduler and two workers of one thread."""
    with cluster(tmp_path_factory.mktemp("cluster")) as started:
        yield started


@pytest.fixture(scope="module")
def remote(running):
    """The settings for it."""
    return ExecutionSettings(scheduler=running.file)


@pytest.fixture(scope="module")
def large_images(tmp_path_factory):
    """Six images that take a worker a moment each."""
    return make_scene(tmp_path_factory.mktemp("large"), rows=2, columns=3, size=800, step=500, bands=3)


def from_square(west, south, side):
    """A square mask polygon."""
    from osgeo import ogr

    ring = f"{west} {south},{west + side} {south},{west + side} {south + side},{west} {south + side},{west} {south}"
    return MaskPolygon(bytes(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))").ExportToWkb()))


def without_date(path):
    """A saved adjustments file but for the moment it was written, and for what only files that have rested have."""
    saved = {key: value for key, value in json.loads(path.read_text()).items() if key != "created"}
    for image in saved["images"]:
        image["content"].pop("facts")
    return saved


def test_global_regression_gives_identical_bytes(four_images, remote, tmp_path):
    """With a mask, whose polygons travel, and saved adjustments."""
    made = make_canvas([inspect(path) for path in four_images.paths])
    mask = PolygonMask((from_square(*made.bounds[:2], 2000.0),), made.crs)
    options = {"mask": mask, "save_adjustments": str(tmp_path / "a.json")}
    here = run_global(four_images.paths, tmp_path / "here", execution=LOCAL, **options)
    saved = without_date(tmp_path / "a.json")
    there = run_global(four_images.paths, tmp_path / "there", execution=remote, **options)
    assert contents(tmp_path / "here") == contents(tmp_path / "there")
    assert without_date(tmp_path / "a.json") == saved
    assert there.quality == here.quality
    assert there.clipped == here.clipped


@pytest.mark.parametrize("method", FITTED)
def test_pseudo_invariant_features_give_identical_bytes(four_images, remote, tmp_path, method):
    """With a mask; workers find the features, scores are written here."""
    made = make_canvas([inspect(path) for path in four_images.paths])
    mask = PolygonMask((from_square(*made.bounds[:2], 2000.0),), made.crs)
    options = {"mask": mask, "pif": PifSettings(method=method)}
    inz = "inz" if method is PifMethod.FLOOD_FROM_MATCH_POINTS else None
    for name, execution in (("here", LOCAL), ("there", remote)):
        folder = tmp_path / name
        more = {"save_inz": str(folder / inz)} if inz else {}
        run_global(four_images.paths, folder / "out", execution=execution, **options, **more)
    assert contents(tmp_path / "here" / "out") == contents(tmp_path / "there" / "out")
    if inz:
        assert contents(tmp_path / "here" / inz) == contents(tmp_path / "there" / inz) != {}


@pytest.mark.parametrize("bands", [1, 3])
def test_an_image_that_is_replaced_is_noticed(remote, tmp_path, bands):
    """Between statistics and apply, other pixels or fewer bands: the workers' results are not passed on."""
    scene = make_scene(tmp_path / "in", columns=3)
    values = read(scene.paths[1])[:bands]
    progress = ActAt(0.4, lambda: write(scene.paths[1], values // 2, column=90, nodata=0))
    with pytest.raises(InputChangedError, match=r"img_2\.tif was changed"):
        run_global(scene.paths, tmp_path / "out", execution=remote, progress=progress)
    assert progress.acted
    assert not list(tmp_path.glob("out/*"))


def test_local_block_adjustment_gives_identical_bytes(lit_images, remote, tmp_path):
    """Block maps travel with the image's task."""
    output = {"overviews": True}
    run_local(lit_images.paths, tmp_path / "here", output, execution=LOCAL)
    run_local(lit_images.paths, tmp_path / "there", output, execution=remote)
    assert contents(tmp_path / "here") == contents(tmp_path / "there")


def test_balance_gives_identical_bytes_and_tells_its_progress(lit_images, running, tmp_path):
    """As cloud optimised files, which are written twice; the scheduler by its address."""
    progress = Recorder()
    address = connection.address_of(running.file)
    here = OutputSettings(folder=str(tmp_path / "here"), format=OutputFormat.COG)
    there = OutputSettings(folder=str(tmp_path / "there"), format=OutputFormat.COG)
    balance(lit_images.paths, here, execution=LOCAL)
    balance(lit_images.paths, there, execution=ExecutionSettings(scheduler=address), progress=progress)
    assert contents(tmp_path / "here") == contents(tmp_path / "there")
    assert progress.fractions == sorted(progress.fractions)
    assert progress.fractions[-1] == pytest.approx(1.0)


def test_borders_are_found_on_workers_and_travel_with_their_images(four_images, remote, tmp_path):
    """The same images without a declared nodata value."""
    (tmp_path / "bare").mkdir()
    paths = [
        write(tmp_path / "bare" / os.path.basename(path), read(path), *corner)
        for path, corner in zip(four_images.paths, four_images.corners)
    ]
    run_global(paths, tmp_path / "here", execution=LOCAL)
    progress = Recorder()
    run_global(paths, tmp_path / "there", execution=remote, progress=progress)
    assert sum("border of value 0" in fact for fact in progress.facts) == 4
    assert contents(tmp_path / "here") == contents(tmp_path / "there")


def test_kept_statistics_are_written_here_and_serve_both(four_images, remote, tmp_path):
    """The folder is of this machine: workers send sums, and never look into it."""
    statistics = StatisticsSettings(cache_folder=str(tmp_path / "kept"))
    run_global(four_images.paths, tmp_path / "plain", execution=LOCAL)
    run_global(four_images.paths, tmp_path / "there", execution=remote, statistics=statistics)
    progress = Recorder()
    run_global(four_images.paths, tmp_path / "here", execution=LOCAL, statistics=statistics, progress=progress)
    known = re.search(r"(\d+) of (\d+) images and pairs are known", " ".join(progress.facts))
    assert known[1] == known[2]
    assert contents(tmp_path / "there") == contents(tmp_path / "plain")
    assert contents(tmp_path / "here") == contents(tmp_path / "plain")


def test_workers_run_what_was_sent_and_forget_the_run(four_images, running, remote, tmp_path):
    """They import our sources from their own folder; nothing of the run stays in memory."""
    run_global(four_images.paths, tmp_path, execution=remote)

    def state(package):
        import sys

        worker = sys.modules[f"{package}.core.cluster.worker"]
        return worker.__file__, len(worker._runs)

    with Connection(running.file) as there:
        answers = there.everywhere(10.0, state, PACKAGE)
    assert len(answers) == 2
    for place, runs in answers.values():
        assert place.startswith(str(running.folder))
        assert parcel().digest in place
        assert runs == 0


def test_an_older_version_on_the_workers_gives_way(four_images, running, remote, tmp_path):
    """After an update of the plugin the workers need no restart."""
    with Connection(running.file) as there:
        there.arrive()

        def make_old(package):
            import sys

            parcels = sys.modules[f"{package}.core.cluster.parcel"]
            parcels.parcel = lambda: parcels.Parcel(package, "older", b"")
            sys.modules[f"{package}.core.radiometry.apply"] = None

        there.everywhere(10.0, make_old, PACKAGE)
    run_global(four_images.paths, tmp_path, execution=remote)
    assert len(contents(tmp_path)) == 4


def test_an_error_on_a_worker_keeps_its_sentence(four_images, remote, tmp_path):
    """An image that is cut short after the check."""
    damaged = make_scene(tmp_path / "damaged", columns=2, bands=1)
    images = [inspect(path) for path in damaged.paths]
    for path in damaged.paths:
        os.truncate(path, 3000)
    target = str(tmp_path / "out" / "x.tif")
    jobs = [Job(images[0], [], target, "x")]
    with Outputs([target]) as outputs, pytest.raises(errors.DamagedRasterError, match=r"img_1\.tif"):
        apply_corrections(jobs, make_canvas(images), outputs, OutputSettings(), Run(remote))
    assert contents(tmp_path / "out") == {}


@pytest.mark.parametrize("killed", [pytest.param(1, marks=pytest.mark.slow), 2])
def test_a_killed_worker_costs_a_retry(killed, large_images, tmp_path):
    """One of two dies while it writes its first image, or both do and a new one comes: no part is left."""
    if killed == 2 and int(distributed.__version__.split(".")[0]) < 2024:
        pytest.skip("older schedulers forget what new workers should make again")
    run_global(large_images.paths, tmp_path / "here", execution=LOCAL)
    with cluster(tmp_path / "cluster") as own:
        folder = tmp_path / "there"
        execution = ExecutionSettings(scheduler=own.file)
        failures = []

        def run():
            try:
                run_global(large_images.paths, folder, execution=execution)
            except errors.EvenlightError as error:
                failures.append(error)

        thread = threading.Thread(target=run)
        thread.start()
        assert wait_for(lambda: folder.is_dir() and any(folder.glob("*.part-*")), 20)
        for number in range(killed):
            own.kill_worker(number)
        if killed == 2:
            own.add_workers(1)
        thread.join(30)
        assert not thread.is_alive()
        assert not failures
    assert contents(folder) == contents(tmp_path / "here")


def test_a_cancel_stops_the_workers_and_leaves_nothing(large_images, running, remote, tmp_path):
    """While images are written: the caller is back within a second, earlier results are untouched."""
    (tmp_path / "img_1_Global.tif").write_bytes(b"earlier")
    progress = CancelAt(0.45)
    with pytest.raises(errors.Cancelled):
        run_global(large_images.paths, tmp_path, execution=remote, progress=progress)
    assert time.monotonic() - progress.asked < 1.5
    assert contents(tmp_path) == {"img_1_Global.tif": b"earlier"}
    time.sleep(0.5)
    assert contents(tmp_path) == {"img_1_Global.tif": b"earlier"}
    with Connection(running.file) as there:
        assert wait_for(lambda: not any(there.client.processing().values()), 5)


def test_without_the_package_a_sentence_says_how_to_get_it(four_images, tmp_path, monkeypatch):
    """Before any pixel."""
    monkeypatch.setitem(__import__("sys").modules, "distributed", None)
    with pytest.raises(errors.MissingLibraryError, match=r"pip install distributed.*python3-distributed"):
        run_global(four_images.paths, tmp_path / "out", execution=ExecutionSettings(scheduler="tcp://127.0.0.1:1"))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "scheduler",
    ["tcp://127.0.0.1:1", "127.0.0.1:1", "no such place", "carrier-pigeon://x:1", "/nowhere/scheduler.json"],
)
def test_a_wrong_address_is_named(scheduler, four_images, tmp_path, monkeypatch):
    """In a short time."""
    monkeypatch.setattr(connection, "CONNECT_SECONDS", 1.0)
    begun = time.monotonic()
    with pytest.raises(NoSchedulerError, match="leave SCHEDULER empty") as found:
        run_global(four_images.paths, tmp_path / "out", execution=ExecutionSettings(scheduler=scheduler))
    assert scheduler in str(found.value)
    assert time.monotonic() - begun < 5


def test_a_silent_address_is_given_up(monkeypatch):
    """Somebody takes the call and says nothing."""
    monkeypatch.setattr(connection, "CONNECT_SECONDS", 1.0)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(NoSchedulerError):
        check_cluster(f"tcp://127.0.0.1:{silent.getsockname()[1]}", [], [])


def test_a_file_that_is_no_scheduler_file_is_named(tmp_path):
    """Any JSON."""
    file = tmp_path / "other.json"
    file.write_text("[]")
    with pytest.raises(NoSchedulerError, match="not a scheduler file"):
        check_cluster(str(file), [], [])


def test_a_scheduler_without_workers_is_told(tmp_path, monkeypatch):
    """Nobody would ever begin."""
    monkeypatch.setattr(connection, "WORKER_SECONDS", 0.2)
    with cluster(tmp_path, workers=0) as own, pytest.raises(NoWorkersError, match="start some with dask worker"):
        check_cluster(own.file, [], [])


def test_files_that_workers_do_not_see_are_named(running, four_images, tmp_path, monkeypatch):
    """Another size is another file; a folder that only this machine has; before any pixel."""
    assert worker.look([(four_images.paths[0], 12345)], []) == [four_images.paths[0]]
    with pytest.raises(WorkerFilesError, match=r"/vsimem/here\.tif"):
        check_cluster(running.file, ["/vsimem/here.tif"], [])

    @contextlib.contextmanager
    def elsewhere(folder):
        yield os.path.join(folder, "elsewhere", "probe")

    monkeypatch.setattr(connection, "_probe", elsewhere)
    with pytest.raises(WorkerFilesError, match="elsewhere"):
        check_cluster(running.file, four_images.paths, [str(tmp_path)])
    monkeypatch.undo()
    check_cluster(running.file, four_images.paths, [str(tmp_path / "new" / "folder")])
    assert contents(tmp_path) == {}


def test_workers_without_gdal_are_named(running, monkeypatch):
    """As with a plain Python."""
    monkeypatch.setattr(connection, "NEEDED", ("numpy", "no_such_library"))
    with pytest.raises(WorkerLibraryError, match="no_such_library"):
        check_cluster(running.file, [], [])


def test_another_python_is_named(running, monkeypatch):
    """Compiled code would not be read there."""
    monkeypatch.setattr(connection.platform, "python_version", lambda: "3.7.1")
    with pytest.raises(WorkerPythonError, match=r"QGIS runs Python 3\.7"):
        check_cluster(running.file, [], [])


def test_a_scheduler_that_goes_away_ends_the_run(tmp_path):
    """The caller hears of it instead of waiting for ever."""

    def task(number, signal):
        import time

        time.sleep(0.2)

    with cluster(tmp_path) as own:

        class Ending(Recorder):
            def advance(self, fraction):
                super().advance(fraction)
                own.scheduler.kill()

        begun = time.monotonic()
        execution = ExecutionSettings(scheduler=own.file)
        with pytest.raises(ClusterLostError, match="outputs are untouched"), Run(execution).pool() as pool:
            list(run_tasks(task, range(40), pool, Ending(), 40))
        assert time.monotonic() - begun < 10


def test_what_travels_is_small_and_has_no_open_files(four_images):
    """A sweep of four images that has been used, and errors with their sentences."""
    images = [inspect(path) for path in four_images.paths]
    canvas = make_canvas(images)
    used = Sweep(images, canvas, cell_grid(canvas, images))
    wanted = used.run(Run(ExecutionSettings(threads=1)))
    sent = pickle.dumps(used)
    assert len(sent) < 20_000
    again = pickle.loads(sent).run(Run(ExecutionSettings(threads=1)))
    np.testing.assert_array_equal(again.cells.mean, wanted.cells.mean)
    np.testing.assert_array_equal(again.pairs.cross, wanted.pairs.cross)
    for error in (errors.DamagedRasterError("a.tif", "cut"), errors.WriteError("b.tif"), errors.Cancelled()):
        copy = pickle.loads(pickle.dumps(error))
        assert (type(copy), str(copy)) == (type(error), str(error))


def test_equal_sources_make_equal_archives():
    """Workers keep what they have; an unanswered question ends."""
    first = parcel()
    parcel.cache_clear()
    assert parcel() == first
    with pytest.raises(WorkersSilentError):
        within(0.05, time.sleep, 0.5)


def test_an_answer_in_the_last_moment_is_one(monkeypatch):
    """It comes between the end of a wait and the look whether it is there."""

    class Late(Future):
        def result(self, timeout=None):
            answer = super().result()
            if timeout is not None:
                raise FutureTimeout
            return answer

    monkeypatch.setattr(connection, "Future", Late)
    assert within(5.0, lambda: 42) == 42


def test_a_timeout_of_the_call_itself_is_its_error():
    """Not that of the wait for it."""

    def call():
        raise FutureTimeout("of its own")

    with pytest.raises(FutureTimeout, match="of its own"):
        within(5.0, call)
