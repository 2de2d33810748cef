"""The page for users of spectralmatch: no row without its rule, its test and its argument; and the script it names."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import numpy as np
import pytest
from made_scenes import make_scene, read, sunlight

import evenlight.core as ev

ROOT = Path(__file__).resolve().parents[3]
SCRIPT = ROOT / "examples" / "from_spectralmatch.py"
PAGE = (ROOT / "docs" / "coming-from-spectralmatch.md").read_text(encoding="utf-8")
STATUS = ("same", "different", "not needed", "missing")


@pytest.fixture(scope="module")
def script():
    """The module of the example."""
    sys.path.insert(0, str(SCRIPT.parent))
    import from_spectralmatch

    sys.path.pop(0)
    return from_spectralmatch


def tables():
    """Rows (old, new, status, test) by heading."""
    audit = PAGE.split("\n## Every argument")[1]
    parts = re.split(r"(?m)^### ", audit)[1:]
    rows = {part.splitlines()[0]: re.findall(r"(?m)^\| `(\w+)` \| (.*?) \| (.*?) \| (.*?) \|$", part) for part in parts}
    return {heading: found for heading, found in rows.items() if found}


def test_every_argument_has_a_row_and_every_row_a_rule(script):
    found = tables()
    shared = {row[0] for row in found.pop("In all functions that have them")}
    assert shared == set(script.rules(script.SHARED))
    assert len(found) == len(script.FUNCTIONS)
    for heading, (old, _) in zip(found, script.FUNCTIONS):
        assert re.search(rf"\b{script.ALIASES.get(heading.split('`')[1].split('.')[-1], old)}\b", heading + old)
        rows, rules = {row[0] for row in found[heading]}, set(script.function_rules(old)[1])
        assert rows <= rules
        assert rules - shared <= rows
    assert all(f"`{name}`" in PAGE for name in (*script.WITHOUT, "pipeline"))


def test_every_test_that_the_page_names_exists():
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)
    assert len(named) > 90
    for file, name in set(named):
        assert re.search(rf"(?m)^def {name}\(", (ROOT / file).read_text(encoding="utf-8")), (file, name)
    for rows in tables().values():
        for old, _, status, test in rows:
            assert status in STATUS, old
            assert status != "same" or test, old


def test_what_is_the_same_is_an_argument_of_ours(script):
    """Fields of settings and arguments of jobs, by the places that the script writes to."""
    jobs = {job for _, job in script.FUNCTIONS} - {"", "processing"} | {"load_block_maps"}
    arguments = {name for job in jobs for name in inspect.signature(getattr(ev, job)).parameters}
    for (old, job), (heading, rows) in zip(script.FUNCTIONS, list(tables().items())[1:]):
        for name, _, status, _ in rows:
            rule = script.function_rules(old)[1][name]
            for place in rule.place.split(", ") if status == "same" and job != "processing" else ():
                *group, field = place.lstrip("?").split(".")
                kinds = {**script.CLASSES, "settings": script.SETTINGS.get(job, "GlobalSettings")}
                known = {each.name for each in fields(getattr(ev, kinds[group[-1]]))} if group else arguments
                assert field in known, (heading, name, place)


CALLS = '''
import spectralmatch
from spectralmatch import Match, align_rasters, band_math, mask_rasters, merge_rasters, pipeline

Match.global_regression("in/*.tif", "global/$_G.tif", output_dtype="float32", cache=0.25, io_threads=2,
    specify_model_images=("include", ["img_1", "img_2"]), pif_method="entire", save_adjustments="a.json")
Match.local_block_adjustment(input_images="global", output_images="local", number_of_blocks=(3, 5),
    correction_method="gamma", save_block_maps=("maps/r.tif", "maps/l/$_Local.tif"), image_threads="cpu")
Match.local_block_adjustment("global", "again", load_block_maps=("maps/r.tif", ["maps/l/img_1_G_LocalBlockMap.tif"]))
align_rasters("in", "aligned", tap=True, resolution=20.0, resampling_method="bilinear")
band_math("in", "masks", "((B1 > 2000) && !(B2 == 5)) ? 1 : 0")
mask_rasters("in", "cut", vector_mask=("exclude", "clouds.gpkg", "image"), include_touched_pixels=True)
merge_rasters("local", "mosaic.tif", output_dtype="uint16", resolution="lowest", build_overviews=False)
pipeline("in", "all.tif", steps=["global_regression"], local_block_adjustment_number_of_blocks=9, shared_cache=0.5)
spectralmatch.search_paths("in/*.tif")
'''


def test_the_script_translates_calls_that_then_run(script, tmp_path, monkeypatch):
    """Results in files of the names that were asked for, by the settings that were asked for."""
    monkeypatch.chdir(tmp_path)
    make_scene(tmp_path / "in", columns=3, bands=2, size=90, step=55, light=sunlight)
    threshold = ev.ThresholdSettings(expression="B1 > 95%B1")
    ev.threshold_mask("in", "first", settings=threshold, polygons="clouds.gpkg")
    (tmp_path / "calls.py").write_text(CALLS, "utf-8")
    command = [sys.executable, str(SCRIPT), "calls.py"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert text == script.translation(CALLS)
    exec(compile(text, "translated", "exec"), {})
    for name in ("global/img_1_G.tif", "local/img_1_G_Local.tif", "maps/l/img_2_G_LocalBlockMap.tif", "mosaic.tif",
                 "again/img_3_G_BlockAdjusted.tif", "aligned/img_1_Grid.tif", "cut/img_2_Masked.tif", "all.tif",
                 "masks/img_1_Mask.tif"):  # fmt: skip
        assert (tmp_path / name).is_file() or name.startswith("aligned"), name
    assert read("global/img_1_G.tif").dtype == np.float32
    assert read("maps/r.tif").shape[1:] == (3, 5)
    assert read("mosaic.tif").dtype == np.uint16
    for said in ("# io_threads=2: ", "model_images_mode='shape'", "memory_budget=256", "# search_paths: ", "blocks=9",
                 "((B1 > 2000) and not (B2 = 5))", "match='contains'"):  # fmt: skip
        assert said in text, said


def test_methods_are_those_of_before_where_that_is_asked_for(script):
    """And an argument that is given wins."""
    call = "local_block_adjustment('in', 'out', correction_method='gamma')"
    assert "block_means" not in script.translation(call)
    before = script.translation(call, True)
    assert "reference='block_means'" in before
    assert "correction='gamma'" in before
    assert "offset" not in before
    assert "least_squares" in script.translation("global_regression('in', 'out')", True)


def test_values_that_are_no_constants_are_left_to_the_reader(script):
    """What needs no conversion is taken as it stands."""
    text = script.translation("global_regression(paths, out, custom_mean_factor=weight, vector_mask=mask)")
    assert "mean_factor=weight" in text
    assert "# vector_mask=mask: mask; no constant" in text
    ast.parse(text)


def test_doubles_are_corrected_in_doubles(tmp_path):
    """`calculation` of single and of double precision: values that were rounded once, or at every step."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=60, step=30, dtype="float32")
    results = []
    for kind in ("float32", "float64"):
        output = ev.OutputSettings(folder=str(tmp_path / kind))
        execution = ev.ExecutionSettings(calculation=kind)
        results.append(read(ev.global_regression(scene.paths, output, execution=execution).outputs[0]))
    difference = np.abs(results[0] - results[1]).max()
    assert 0 < difference < 1e-6 * np.abs(results[1]).max()
