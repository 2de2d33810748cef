"""Whole runs with a folder for kept statistics: fewer reads, the same bytes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from jobs_of import run_global, run_local
from made_scenes import make_scene
from recorders import CancelAt, Recorder

from evenlight.core.errors import Cancelled, Problems
from evenlight.core.jobs import balance
from evenlight.core.raster.on_grid import OnGrid
from evenlight.core.settings import (
    BALANCED_NAME,
    CanvasExtent,
    CorrectionKind,
    ExecutionSettings,
    GlobalMethod,
    GlobalSettings,
    LocalSettings,
    OutputSettings,
    StatisticsSettings,
)
from evenlight.core.statistics import content, tiles

TESTS = Path(__file__).resolve().parents[2]
TILE_LIMITS = ("LARGEST_TILE", "LARGEST_KEPT_TILE")


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Six images; for reading only."""
    return make_scene(tmp_path_factory.mktemp("scene"), rows=2, columns=3, size=120, step=80, bands=2, noise=3.0)


@pytest.fixture
def looks(monkeypatch):
    """The images that statistics are taken from: what is read to be written does not count."""
    seen = []
    original = OnGrid.read_into

    def counting(self, *rest):
        seen.append(self.image.name)
        original(self, *rest)

    monkeypatch.setattr(OnGrid, "read_into", counting)
    return seen


def run_balance(paths, folder, local=LocalSettings(), method=GlobalMethod.ROBUST, **options):
    target = OutputSettings(str(folder), BALANCED_NAME)
    return balance(list(paths), target, global_settings=GlobalSettings(method=method), local_settings=local, **options)


JOBS = {"global": run_global, "local": run_local, "balance": run_balance}


def kept(tmp_path):
    """Statistics kept in the test's own folder."""
    return StatisticsSettings(cache_folder=str(tmp_path / "cache"))


def contents(folder):
    """All files of a folder, by name."""
    return {path.name: path.read_bytes() for path in Path(folder).iterdir()}


@pytest.fixture
def small_disk(tmp_path):
    """What makes a file system of so many bytes."""
    mounted = []

    def make(size):
        place = tmp_path / f"disk_{size}"
        place.mkdir()
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", place], capture_output=True)
        if done.returncode:
            pytest.skip(f"no file system can be made here: {done.stderr.decode().strip()}")
        mounted.append(place)
        return place

    yield make
    for place in mounted:
        subprocess.run(["umount", place], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="tmpfs is Linux's")
@pytest.mark.parametrize("rested", [True, False])
def test_a_full_cache_disk_costs_a_warning_that_names_it(scene, tmp_path, small_disk, rested, monkeypatch):
    """From 4 KB on: checksums or sums do not fit. The results are those of a run without the folder."""
    if rested:
        monkeypatch.setattr(content, "RESTED_NS", -(10**12))
    run_global(scene.paths, tmp_path / "fresh")
    for size in (4096, 8192, 16384, 65536):
        folder, told = str(small_disk(size) / "cache"), Recorder()
        statistics = StatisticsSettings(cache_folder=folder)
        for _ in range(2):
            run_global(scene.paths, tmp_path / "out", statistics=statistics, progress=told)
            assert contents(tmp_path / "fresh") == contents(tmp_path / "out")
        warned = f"Statistics could not be kept in {folder} (No space left on device)"
        assert [text.startswith(warned) for text in told.warnings] == [True, True]


@pytest.mark.parametrize("job", JOBS)
def test_cached_and_fresh_runs_give_the_same_bytes(scene, tmp_path, looks, job):
    run = JOBS[job]
    fresh = run(scene.paths, tmp_path / "fresh")
    first = run(scene.paths, tmp_path / "first", statistics=kept(tmp_path))
    looks.clear()
    again = run(scene.paths, tmp_path / "again", statistics=kept(tmp_path), execution=ExecutionSettings(threads=1))
    assert not looks
    assert contents(tmp_path / "fresh") == contents(tmp_path / "first") == contents(tmp_path / "again")
    assert fresh.quality == first.quality == again.quality


def test_other_settings_of_the_solver_read_nothing(scene, tmp_path, looks):
    run_balance(scene.paths, tmp_path / "a", statistics=kept(tmp_path))
    looks.clear()
    for local in (
        LocalSettings(smoothness=0.5),
        LocalSettings(alpha=0.5),
        LocalSettings(correction=CorrectionKind.ADDITIVE),
    ):
        run_balance(scene.paths, tmp_path / "b", local, GlobalMethod.LEAST_SQUARES, statistics=kept(tmp_path))
    assert not looks


def test_blocks_by_variation_sweep_twice_and_keep_both(scene, tmp_path, looks):
    run_local(scene.paths, tmp_path / "a", blocks_by_variation=True, statistics=kept(tmp_path))
    looks.clear()
    run_local(scene.paths, tmp_path / "a", blocks_by_variation=True, statistics=kept(tmp_path))
    assert not looks


def test_an_added_image_reads_itself_and_its_neighbours_where_blocks_are_fixed(scene, tmp_path, looks):
    """The corner joins: without extent, rows and columns its blocks would be others."""
    west, south, east, north = 499000.0, 5197000.0, 504000.0, 5201000.0
    fixed = LocalSettings(block_rows=12, block_columns=15, canvas_extent=CanvasExtent(west, south, east, north))
    run_balance(scene.paths[1:], tmp_path / "a", fixed, statistics=kept(tmp_path))
    looks.clear()
    run_balance(scene.paths, tmp_path / "b", fixed, statistics=kept(tmp_path))
    assert set(looks) == {"img_1", "img_2", "img_4", "img_5"}
    run_balance(scene.paths, tmp_path / "c", fixed)
    assert contents(tmp_path / "b") == contents(tmp_path / "c")


@pytest.mark.parametrize("method", [GlobalMethod.ROBUST, GlobalMethod.LEAST_SQUARES])
def test_images_under_other_names_and_without_some_of_them_are_known(scene, tmp_path, looks, method):
    """Their order by path is turned round; pairs are then told from the other image."""
    run_global(scene.paths, tmp_path / "a", method=method, statistics=kept(tmp_path))
    moved = [tmp_path / "moved" / f"{9 - number}.tif" for number in range(len(scene.paths))]
    moved[0].parent.mkdir()
    for path, target in zip(scene.paths, moved):
        target.write_bytes(Path(path).read_bytes())
    looks.clear()
    for paths in (moved, moved[1:], moved[:-1]):
        result = run_global(paths, tmp_path / "b", method=method, statistics=kept(tmp_path))
        assert not looks
        assert result.quality == run_global(paths, tmp_path / "c", method=method).quality
        assert contents(tmp_path / "b") == contents(tmp_path / "c")
        looks.clear()


@pytest.mark.parametrize("job", JOBS)
def test_a_cancelled_run_goes_on_and_gives_the_same_bytes(scene, tmp_path, looks, monkeypatch, job):
    """Stopped in the middle of its statistics."""
    for limit in TILE_LIMITS:
        monkeypatch.setattr(tiles, limit, 64)
    run, one = JOBS[job], ExecutionSettings(threads=1)
    run(scene.paths, tmp_path / "fresh", execution=one)
    whole = len(looks)
    with pytest.raises(Cancelled):
        run(scene.paths, tmp_path / "out", execution=one, statistics=kept(tmp_path), progress=CancelAt(0.2))
    assert not list(tmp_path.glob("out/*"))
    looks.clear()
    run(scene.paths, tmp_path / "out", execution=one, statistics=kept(tmp_path))
    assert 0 < len(looks) < whole
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


PROGRAM = """
import sys, time
sys.path[:0] = [{tests!r}, {helpers!r}]
import conftest
from evenlight.core.settings import ExecutionSettings, StatisticsSettings
from evenlight.core.statistics import sweep, tiles
from jobs_of import run_global

tiles.LARGEST_KEPT_TILE = 64
real, count = sweep.Sweep._sweep_tile, [0]

def sweep_tile(self, *rest):
    count[0] += 1
    if count[0] == 14:
        time.sleep(0.5)
        print("here", flush=True)
        time.sleep(60)
    return real(self, *rest)

sweep.Sweep._sweep_tile = sweep_tile
run_global({paths!r}, {folder!r}, execution=ExecutionSettings(threads=1),
           statistics=StatisticsSettings(cache_folder={cache!r}))
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL on Windows")
def test_a_killed_run_goes_on_and_gives_the_same_bytes(scene, tmp_path, looks, monkeypatch):
    """Images whose last tile was swept before the end are known to the next run."""
    for limit in TILE_LIMITS:
        monkeypatch.setattr(tiles, limit, 64)
    program = PROGRAM.format(
        tests=str(TESTS),
        helpers=str(TESTS / "core" / "helpers"),
        paths=scene.paths,
        folder=str(tmp_path / "out"),
        cache=str(tmp_path / "cache"),
    )
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "here\n"
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    one = ExecutionSettings(threads=1)
    run_global(scene.paths, tmp_path / "fresh", execution=one)
    whole = len(looks)
    looks.clear()
    run_global(scene.paths, tmp_path / "out", execution=one, statistics=kept(tmp_path))
    assert 0 < len(looks) < whole
    assert contents(tmp_path / "out") == contents(tmp_path / "fresh")


def test_a_folder_that_cannot_be_is_told_with_all_other_problems(scene, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(Problems) as caught:
        run_global(
            [*scene.paths, str(tmp_path / "missing.tif")],
            tmp_path / "out",
            statistics=StatisticsSettings(cache_folder=str(tmp_path / "file" / "cache")),
        )
    assert "cannot be written to" in str(caught.value)
    assert "missing.tif" in str(caught.value)


def test_statistics_loaded_from_a_file_and_kept_ones_go_together(scene, tmp_path, looks):
    """Five images are known from an adjustments file: only the sixth and where it meets them is read, once."""
    file = str(tmp_path / "a.json")
    run_global(scene.paths[:5], tmp_path / "five", save_adjustments=file)
    plain = run_global(scene.paths, tmp_path / "plain", load_adjustments=file)
    run_global(scene.paths, tmp_path / "kept", load_adjustments=file, statistics=kept(tmp_path))
    looks.clear()
    again = run_global(scene.paths, tmp_path / "again", load_adjustments=file, statistics=kept(tmp_path))
    assert not looks
    assert contents(tmp_path / "plain") == contents(tmp_path / "kept") == contents(tmp_path / "again")
    assert plain.stretch == again.stretch
