"""What must not matter does not matter: order, threads, windows, memory, borders."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_global, run_local
from made_scenes import gain_errors, gains_of, make_scene, read, rms, write

from evenlight.core.settings import ExecutionSettings, GlobalMethod, StatisticsSettings

JOBS = [run_global, run_local]


@pytest.fixture(scope="module")
def square(tmp_path_factory):
    """Four small overlapping images of two bands; for reading only."""
    return make_scene(tmp_path_factory.mktemp("square"), rows=2, columns=2, size=110, step=66, bands=2)


def contents(result):
    """The bytes of all results, by name."""
    return {Path(path).name: Path(path).read_bytes() for path in result.outputs}


@pytest.mark.parametrize("job", JOBS)
def test_the_order_of_inputs_changes_no_byte(square, tmp_path, job):
    """Reversed and shuffled: the same files, and outputs in the order of the inputs."""
    straight = job(square.paths, tmp_path / "a")
    for number, order in enumerate([(3, 2, 1, 0), (2, 0, 3, 1)]):
        mixed = job([square.paths[n] for n in order], tmp_path / str(number))
        assert contents(mixed) == contents(straight)
        assert [Path(p).name for p in mixed.outputs] == [Path(straight.outputs[n]).name for n in order]


@pytest.mark.parametrize("job", JOBS)
def test_the_number_of_threads_changes_no_byte(square, tmp_path, job):
    """One, two and four threads, also inside the compressor."""
    looks = [
        contents(job(square.paths, tmp_path / str(n), execution=ExecutionSettings(threads=n))) for n in (1, 2, 4)
    ]
    assert looks[0] == looks[1] == looks[2]


@pytest.mark.every(3)
@pytest.mark.parametrize("job", JOBS)
@pytest.mark.parametrize(
    "execution",
    [
        ExecutionSettings(window_size=16),
        ExecutionSettings(window_size=512),
        ExecutionSettings(memory_budget=1),
        ExecutionSettings(memory_budget=1, window_size=64, threads=1),
    ],
    ids=["small windows", "large windows", "little memory", "little of all"],
)
def test_windows_and_memory_change_no_pixel(square, tmp_path, job, execution):
    """Tiles of the output and of the statistics are cut otherwise; values and figures are the same."""
    plain = job(square.paths, tmp_path / "plain")
    other = job(square.paths, tmp_path / "other", execution=execution)
    assert all(np.array_equal(read(a), read(b)) for a, b in zip(plain.outputs, other.outputs))
    assert plain.quality == other.quality


def test_a_second_run_gives_the_same_bytes(square, tmp_path):
    """Nothing depends on the clock or on what lies in the folder."""
    assert contents(run_global(square.paths, tmp_path)) == contents(run_global(square.paths, tmp_path))


@pytest.mark.parametrize("method", GlobalMethod)
def test_a_border_of_nodata_changes_no_gain(square, tmp_path, method):
    """Forty empty pixels around each image: another canvas and other cells, the same solution to nine digits."""
    padded = []
    for number, path in enumerate(square.paths):
        row, column = square.corners[number]
        values = np.pad(read(path), ((0, 0), (40, 40), (40, 40)))
        padded.append(write(tmp_path / f"{number}.tif", values, row - 40, column - 40, nodata=0))
    plain = gains_of(run_global(square.paths, tmp_path / "plain", method=method).outputs)
    wide = gains_of(run_global(padded, tmp_path / "wide", method=method).outputs)
    assert wide[0] == pytest.approx(plain[0], rel=1e-9)
    assert wide[1] == pytest.approx(plain[1], rel=1e-7, abs=1e-6)


@pytest.mark.parametrize("method", GlobalMethod)
def test_swapped_bands_swap_their_gains(square, tmp_path, method):
    """Bands are solved by themselves."""
    swapped = []
    for number, path in enumerate(square.paths):
        swapped.append(write(tmp_path / f"{number}.tif", read(path)[::-1], *square.corners[number], nodata=0))
    plain = gains_of(run_global(square.paths, tmp_path / "a", method=method).outputs)
    mirrored = gains_of(run_global(swapped, tmp_path / "b", method=method).outputs)
    assert mirrored[0] == pytest.approx(plain[0][:, ::-1], rel=1e-12)
    assert mirrored[1] == pytest.approx(plain[1][:, ::-1], rel=1e-10, abs=1e-9)


@pytest.mark.parametrize("job", JOBS)
def test_the_users_nodata_counts_as_the_files_own(square, tmp_path, job):
    """Files that declare nothing, with nodata 0 given: the pixels of files that declare it."""
    bare = [write(tmp_path / Path(p).name, read(p), *c) for p, c in zip(square.paths, square.corners)]
    plain = job(square.paths, tmp_path / "plain")
    given = job(bare, tmp_path / "given", statistics=StatisticsSettings(nodata=0))
    assert all(np.array_equal(read(a), read(b)) for a, b in zip(plain.outputs, given.outputs))


def test_without_a_nodata_value_borders_are_data_if_nothing_is_looked_for(square, tmp_path):
    """The same files without the option: zeros count, and gains are wrong; the option is not idle."""
    bare = [write(tmp_path / Path(p).name, read(p), *c) for p, c in zip(square.paths, square.corners)]
    never = StatisticsSettings(constant_border="never")
    gain, _ = gains_of(run_global(bare, tmp_path / "out", statistics=never).outputs)
    wrong = rms(gain_errors(gain, square))
    right, _ = gains_of(run_global(square.paths, tmp_path / "right").outputs)
    assert wrong > 20 * rms(gain_errors(right, square))


def test_doubled_values_double_the_outputs(tmp_path):
    """Gains do not see units; tested in floating point, where nothing is rounded."""
    scene = make_scene(tmp_path / "a", columns=3, dtype="float64", nodata=np.nan, noise=30.0)
    double = [
        write(tmp_path / f"{n}.tif", 2 * read(p), *c, nodata=np.nan)
        for n, (p, c) in enumerate(zip(scene.paths, scene.corners))
    ]
    for one, two in zip(run_global(scene.paths, tmp_path / "x").outputs, run_global(double, tmp_path / "y").outputs):
        assert np.allclose(2 * read(one), read(two), rtol=1e-9, equal_nan=True)


def test_balancing_balanced_images_changes_little(square, tmp_path):
    """A second global step moves no pixel by more than two numbers."""
    once = run_global(square.paths, tmp_path / "once").outputs
    twice = run_global(once, tmp_path / "twice", output={"name": "$.tif"}).outputs
    assert max(np.abs(read(a).astype(int) - read(b)).max() for a, b in zip(once, twice)) <= 2
