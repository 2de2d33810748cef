"""Figures of runs that load adjustments are of what is written, light and changed ground among it."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_balance, run_global
from made_light import lit
from made_scenes import read, write
from recorders import Recorder

from evenlight.core.settings import CommonLight, StatisticsSettings

STEP = 80


def strip_of(folder, slope, step=STEP, cloud=None):
    """Eight images in a row, one of them partly under a cloud if wanted."""
    paths = []
    for number, pixels in enumerate(lit(slope=slope, step=step, seed=1).pixels):
        values = np.clip(np.rint(pixels), 1, 65535).astype(np.uint16)
        if number == cloud:
            values[:, 30:70] = 9000 + values[:, 30:70] // 4
        paths.append(write(folder / f"s{number}.tif", values, 0, step * number))
    return paths


@pytest.fixture(scope="module")
def strip(tmp_path_factory):
    return strip_of(tmp_path_factory.mktemp("strip"), 0.24)


@pytest.fixture(scope="module")
def files(strip, tmp_path_factory):
    """Adjustments of the whole strip and of six images, with light and without."""
    folder, found = tmp_path_factory.mktemp("files"), {}
    auto, never = CommonLight.AUTO, CommonLight.NEVER
    for run, choice in ((run_balance, auto), (run_global, auto), (run_global, never)):
        for number in (8, 6):
            key = run, choice, number
            found[key] = str(folder / f"{run.__name__}_{choice}_{number}.json")
            run(strip[:number], folder / "out", save_adjustments=found[key], **choose(choice))
    return found


def choose(choice):
    return {"statistics": StatisticsSettings(common_light=choice)}


def measured(paths, shared=20):
    """RMSE of neighbours, from pixels."""
    pixels = [read(path).astype(float) for path in paths]
    return math.sqrt(np.mean([(a[..., -shared:] - b[..., :shared]) ** 2 for a, b in zip(pixels, pixels[1:])]))


@pytest.mark.parametrize("number", [8, 6])
@pytest.mark.parametrize("saving", [run_balance, run_global])
@pytest.mark.parametrize("choice", [CommonLight.AUTO, CommonLight.NEVER])
def test_figures_are_of_the_light_that_remains(strip, files, tmp_path, saving, number, choice):
    """All images known, and two that join."""
    file = files[saving, CommonLight.AUTO, number]
    recorder = Recorder()
    result = run_global(strip, tmp_path / "out", load_adjustments=file, progress=recorder, **choose(choice))
    assert result.quality.rmse_before == pytest.approx(measured(strip), rel=1e-3)
    assert result.quality.rmse_after == pytest.approx(measured(result.outputs), rel=1e-3)
    assert any("remains inside the images" in text for text in recorder.warnings)
    again = str(tmp_path / "again.json")
    run_global(strip, tmp_path / "second", load_adjustments=file, save_adjustments=again, **choose(choice))
    third = run_global(strip, tmp_path / "third", load_adjustments=again, **choose(choice))
    assert third.quality.rmse_after == pytest.approx(measured(third.outputs), rel=1e-3)


@pytest.mark.parametrize("saved", [(run_balance, CommonLight.AUTO), (run_global, CommonLight.NEVER)])
@pytest.mark.parametrize("number", [8, 6])
def test_figures_of_balance_are_of_the_images_of_the_run(strip, files, tmp_path, saved, number):
    """The file may hold more images than the run has, and fewer."""
    result = run_balance(strip[1:], tmp_path / "out", load_adjustments=files[(*saved, number)])
    assert result.quality.rmse_before == pytest.approx(measured(strip[1:]), rel=1e-3)
    assert result.quality.rmse_after == pytest.approx(measured(result.outputs), rel=0.15)


def test_figures_are_of_changed_ground_too(tmp_path):
    (tmp_path / "in").mkdir()
    paths, file = strip_of(tmp_path / "in", 0.0, step=60, cloud=3), str(tmp_path / "saved.json")
    recorder = Recorder()
    first = run_global(paths, tmp_path / "first", save_adjustments=file, progress=recorder)
    assert any("part of its ground differs" in text for text in recorder.warnings)
    second = run_global(paths, tmp_path / "second", load_adjustments=file)
    for name in ("rmse_before", "rmse_after", "normalised_after", "bias_after"):
        assert getattr(second.quality, name) == pytest.approx(getattr(first.quality, name), rel=1e-6)
    assert second.quality.rmse_after == pytest.approx(measured(second.outputs, 40), rel=1e-3)


def test_what_an_old_file_does_not_tell_is_not_reported(strip, files, tmp_path):
    content = json.loads(Path(files[run_balance, CommonLight.AUTO, 8]).read_text())
    for entry in content["images"]:
        del entry["as_is"]
    old = tmp_path / "old.json"
    old.write_text(json.dumps(content))
    recorder = Recorder()
    result = run_global(strip, tmp_path / "out", load_adjustments=str(old), progress=recorder)
    assert math.isnan(result.quality.rmse_before)
    assert math.isnan(result.quality.rmse_after)
    told = "The error in the overlaps is not known: LOAD_ADJUSTMENTS is of an earlier version"
    assert any(text.startswith(told) for text in recorder.warnings)
    found = run_balance(strip, tmp_path / "both", load_adjustments=str(old))
    assert found.quality.rmse_before == pytest.approx(measured(strip), rel=1e-3)


@pytest.mark.parametrize("run", [run_global, run_balance])
@pytest.mark.parametrize("number", [8, 6])
@pytest.mark.parametrize("choice", CommonLight)
@pytest.mark.parametrize("held", [CommonLight.AUTO, CommonLight.NEVER])
def test_no_choice_of_light_is_passed_over_in_silence(strip, files, tmp_path, held, choice, number, run):
    """What a file holds, against what is asked for; all its images in the run, more of them, or fewer."""
    for name, paths in (("all", strip), ("fewer", strip[:5])):
        recorder = Recorder()
        file = files[run_global, held, number]
        run(paths, tmp_path / name, load_adjustments=file, progress=recorder, **choose(choice))
        texts = [*recorder.warnings, *recorder.facts]
        told = [text for text in texts if "COMMON_LIGHT" in text or "ommon light" in text]
        looked = held is CommonLight.NEVER and run is run_balance and name == "all"
        if choice is not CommonLight.NEVER or held is not CommonLight.NEVER:
            assert told, (name, looked)
        if choice is CommonLight.ALWAYS and not looked:
            assert any(text.startswith("COMMON_LIGHT") for text in recorder.warnings)
