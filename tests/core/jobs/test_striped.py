"""Very wide images in strips: how often they are decoded, how much memory that takes, and that the result is right."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_balance, run_global
from made_scenes import gains_of, masks, read, write

from evenlight.core.jobs.measure import measure_images
from evenlight.core.run import Run
from evenlight.core.settings import ConstantBorder, ExecutionSettings, StatisticsSettings

WIDTH, HEIGHT, STEP = 30_000, 384, 192
COUNTERS = Path("/proc/self/io")
TWO = ExecutionSettings(threads=2)


def bytes_read() -> int:
    """What this process has read from files so far."""
    if not COUNTERS.exists():
        pytest.skip("this system does not count what a process reads")
    return int(COUNTERS.read_text().split()[1])


@pytest.fixture(
    scope="module",
    params=[pytest.param((1, 1), id="1 band"), pytest.param((3, 64), id="3 bands", marks=pytest.mark.slow)],
)
def pair(request, tmp_path_factory):
    """Two images of 30,000 columns in compressed strips, the second one brighter, with an undeclared black border."""
    bands, rows = request.param
    folder = tmp_path_factory.mktemp("striped")
    random = np.random.default_rng(1)
    ground = random.integers(40, 120, (bands, (HEIGHT + STEP) // 16, WIDTH // 16)).repeat(16, 1).repeat(16, 2)
    paths = []
    for number in range(2):
        part = ground[:, STEP * number : STEP * number + HEIGHT] + random.integers(0, 10, (bands, HEIGHT, WIDTH))
        values = (part * (1 + 0.3 * number)).astype(np.uint8)
        values[:, :, : 500 * (number + 1)] = 0
        options = ("COMPRESS=DEFLATE", f"BLOCKYSIZE={rows}", "INTERLEAVE=PIXEL")
        paths.append(write(folder / f"{number}.tif", values, STEP * number, options=options))
    return paths


def size_of(paths):
    """Bytes of files."""
    return sum(Path(path).stat().st_size for path in paths)


def test_statistics_decode_every_strip_about_once(pair):
    """Compressed bytes that were read: less than twice what the files hold, for tiles cut some strips."""
    before = bytes_read()
    measure_images(pair, StatisticsSettings(constant_border=ConstantBorder.NEVER), Run(TWO))
    assert bytes_read() - before < 2 * size_of(pair)


def test_looking_for_borders_decodes_every_strip_once(pair):
    """Statistics with borders left out: one read more."""
    before = bytes_read()
    measure_images(pair, run=Run(TWO))
    assert bytes_read() - before < 3 * size_of(pair)


@pytest.mark.parametrize("job", [run_global, run_balance])
def test_wide_images_are_balanced(pair, tmp_path, job):
    """The gain of 1.3 to 1 %, the borders untouched."""
    result = job(pair, tmp_path / "out", execution=TWO)
    gain, _ = gains_of(result.outputs)
    assert gain[1] / gain[0] == pytest.approx(np.full(gain.shape[1], 1 / 1.3), rel=0.01)
    for number, path in enumerate(result.outputs):
        values = read(path)
        assert (values[:, :, : 500 * (number + 1)] == 0).all()
        assert (values[:, :, 500 * (number + 1) :] > 0).all()
        assert masks(path).all()


MEASURE = """
import resource, sys
sys.path[:0] = sys.argv[1:3]
import conftest
from jobs_of import run_balance
from evenlight.core.settings import ExecutionSettings

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

budget = int(sys.argv[4])
warm = peak()
run_balance(sys.argv[5:], sys.argv[3], execution=ExecutionSettings(threads=2, memory_budget=budget))
print(peak() - warm)
"""


def test_memory_stays_within_the_budget_and_a_fixed_base(pair, tmp_path):
    """The peak of a process of its own; libraries that are loaded on the way, and GDAL, have 250 MB."""
    budget = 64
    pytest.importorskip("resource")
    tests = Path(__file__).parents[2]
    command = [sys.executable, "-c", MEASURE, str(tests), str(tests / "core" / "helpers"), str(tmp_path), str(budget)]
    done = subprocess.run([*command, *pair], capture_output=True, text=True, check=True)
    assert int(done.stdout.split()[-1]) < budget + 250
