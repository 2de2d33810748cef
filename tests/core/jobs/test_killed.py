"""A run that is killed while it writes leaves every earlier result whole, and the next run cleans up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from jobs_of import run_global
from made_scenes import make_scene, read

from evenlight.core.raster.leftovers import OutputBusyError
from evenlight.core.settings import OutputFormat

TESTS = Path(__file__).resolve().parents[2]

PROGRAM = """
import glob, os, sys, time
sys.path[:0] = [{tests!r}, {helpers!r}]
import conftest
from evenlight.core.raster import transaction, writing
from evenlight.core.settings import ExecutionSettings, OutputFormat
from jobs_of import run_global

def stop():
    print("here", flush=True)
    time.sleep(60)

if {place!r} == "writing":
    real = writing.write_window
    def write_window(dataset, path, band, *rest):
        real(dataset, path, band, *rest)
        if "img_2" in path:
            stop()
    writing.write_window = write_window
elif {place!r} == "converting":
    real = writing.convert_to_cog
    def convert_to_cog(source, target, options, watch):
        def watched():
            if glob.glob(glob.escape(target) + ".*.tmp"):
                stop()
            return watch()
        real(source, target, options, watched)
    writing.convert_to_cog = convert_to_cog
else:
    real = os.replace
    count = [0]
    def replace(source, target):
        count[0] += ".part-" not in target
        if count[0] == 2:
            stop()
        real(source, target)
    transaction.os.replace = replace

output = {output!r}
if "format" in output:
    output["format"] = OutputFormat(output["format"])
run_global({paths!r}, {folder!r}, output, execution=ExecutionSettings(threads=1), model_images=({paths!r}[0],))
"""


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    """Three images."""
    return make_scene(tmp_path_factory.mktemp("scene"), columns=3, bands=1)


def stopped_run(scene, folder, place, output=None):
    """A run of its own process that has reached a place and waits there."""
    program = PROGRAM.format(
        tests=str(TESTS),
        helpers=str(TESTS / "core" / "helpers"),
        place=place,
        paths=scene.paths,
        folder=str(folder),
        output={name: str(getattr(value, "value", value)) for name, value in (output or {}).items()},
    )
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "here\n"
    return process


def kill(process):
    """As the system does when memory ends."""
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()


def contents(folder):
    """All files of a folder, by name."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL on Windows")
def test_killed_while_writing_nothing_has_changed_and_the_next_run_cleans_up(scene, tmp_path):
    """The second image is half written: earlier results byte for byte, then a run as if nothing had been."""
    run_global(scene.paths, tmp_path)
    earlier = contents(tmp_path)
    process = stopped_run(scene, tmp_path, "writing")
    kill(process)
    after = contents(tmp_path)
    assert {name: after[name] for name in earlier} == earlier
    assert any(".part-" in name for name in after)
    run_global(scene.paths, tmp_path)
    assert contents(tmp_path) == earlier


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL on Windows")
def test_killed_while_converting_the_next_run_cleans_up(scene, tmp_path):
    """The driver keeps overviews of a COG in a file of its own while it writes: that one goes as well."""
    output = {"format": OutputFormat.COG, "creation_options": "COMPRESS=DEFLATE|BLOCKSIZE=128"}
    run_global(scene.paths, tmp_path, output)
    earlier = contents(tmp_path)
    kill(stopped_run(scene, tmp_path, "converting", output))
    after = contents(tmp_path)
    assert {name: after[name] for name in earlier} == earlier
    assert any(name.endswith(".tmp") for name in after)
    run_global(scene.paths, tmp_path, output)
    assert contents(tmp_path) == earlier


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL on Windows")
def test_killed_while_renaming_the_next_run_completes(scene, tmp_path):
    """One of three results is in place: the next run, on any of them, puts the others there."""
    folder, wanted = tmp_path / "out", tmp_path / "wanted"
    run_global(scene.paths, folder)
    run_global(scene.paths, wanted, model_images=(scene.paths[0],))
    kill(stopped_run(scene, folder, "renaming"))
    other = tmp_path / "other.tif"
    other.write_bytes(Path(scene.paths[2]).read_bytes())
    run_global([scene.paths[2], str(other)], folder, output={"name": "$_x.tif"})
    for number in (1, 2, 3):
        name = f"img_{number}_Global.tif"
        assert (folder / name).read_bytes() == (wanted / name).read_bytes()
    extra = {"img_3_x.tif", "other_x.tif"}
    assert set(contents(folder)) == {f"img_{n}_Global.tif" for n in (1, 2, 3)} | extra


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL on Windows")
def test_a_run_beside_one_that_is_still_writing_is_refused(scene, tmp_path):
    """Another process writes the same files: a sentence, and neither is disturbed."""
    process = stopped_run(scene, tmp_path, "writing")
    try:
        before = set(contents(tmp_path))
        with pytest.raises(OutputBusyError, match="being written by another run"):
            run_global(scene.paths, tmp_path)
        assert set(contents(tmp_path)) == before
    finally:
        kill(process)
    results = run_global(scene.paths, tmp_path).outputs
    assert all(read(path).any() for path in results)
