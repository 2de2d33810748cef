"""Figures of runs that load adjustments are of what is written, light and changed ground among it."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_balance, run_global
from made_light import lit
from made_scenes import gains_of, make_scene, read, write
from osgeo import gdal
from recorders import Recorder

from evenlight.core.jobs.measure import sums_of
from evenlight.core.jobs.scene import prepare
from evenlight.core.radiometry import adjustments_file
from evenlight.core.radiometry.metrics import agreement
from evenlight.core.radiometry.saved import known_images
from evenlight.core.radiometry.session import Session
from evenlight.core.run import Run
from evenlight.core.settings import CommonLight, GlobalSettings, StatisticsSettings

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
@pytest.mark.every(3)
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
    assert any("part of its ground differs" in text for text in [*recorder.facts, *recorder.warnings])
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
@pytest.mark.every(6)
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


@pytest.mark.parametrize("choice", [CommonLight.AUTO, CommonLight.NEVER])
@pytest.mark.parametrize("part", [slice(0, 5), slice(3, 8), slice(2, 4)])
def test_figures_are_of_the_images_of_the_run_alone(strip, files, tmp_path, choice, part):
    """All that the file knows holds the network, as before; what is reported is of these images, and that is said."""
    file, recorder = files[run_global, choice, 8], Recorder()
    all_of_them = run_global(strip, tmp_path / "all", load_adjustments=file, **choose(choice))
    result = run_global(strip[part], tmp_path / "part", load_adjustments=file, progress=recorder, **choose(choice))
    assert gains_of(result.outputs)[0] == pytest.approx(gains_of(all_of_them.outputs[part])[0], rel=1e-6)
    own = strip[part]
    assert result.quality.rmse_before == pytest.approx(measured(own), rel=1e-3)
    assert result.quality.rmse_after == pytest.approx(measured(result.outputs), rel=1e-3)
    assert result.quality.bias_before == pytest.approx(agreement(sums_of(own).overlaps()).bias, rel=1e-3)
    kept = [np.mean([read(path).std() for path in paths]) for paths in (own, result.outputs)]
    assert result.quality.contrast_kept == pytest.approx(kept[1] / kept[0], rel=1e-3)
    assert (result.quality.groups, result.quality.rejected) == (1, 0)
    said = [text for text in recorder.facts if "only in LOAD_ADJUSTMENTS" in text]
    assert len(said) == 1 and said[0].startswith(f"{8 - len(own)} images only in")


def test_a_file_of_images_of_the_run_says_nothing_more(strip, files, tmp_path):
    recorder = Recorder()
    run_global(strip, tmp_path, load_adjustments=files[run_global, CommonLight.NEVER, 6], progress=recorder)
    assert not any("only in LOAD_ADJUSTMENTS" in text for text in recorder.facts)


def test_images_that_meet_in_the_file_alone_have_no_error(strip, files, tmp_path):
    """Held by what lies between them, they are one group; how far they agree nothing tells."""
    file = files[run_global, CommonLight.NEVER, 8]
    result = run_global([strip[0], strip[1], strip[5]], tmp_path / "three", load_adjustments=file)
    assert result.quality.groups == 1
    assert result.quality.rmse_before == pytest.approx(measured(strip[:2]), rel=1e-3)
    again = run_balance([strip[0], strip[1], strip[5]], tmp_path / "both", load_adjustments=file)
    assert again.quality.groups == 1
    assert again.quality.rmse_before == pytest.approx(measured(strip[:2]), rel=1e-3)


@pytest.mark.parametrize("run", [run_global, run_balance])
def test_rejected_overlaps_of_the_file_are_not_of_the_run(tmp_path, run):
    """Two rows of four; one image shows other ground in half of its overlap with a neighbour."""
    made = make_scene(tmp_path / "in", rows=2, columns=4, bands=2, noise=5, seed=12)
    dataset = gdal.Open(made.paths[7], gdal.GA_Update)
    values = dataset.ReadAsArray()
    values[:, :, :70] = values[:, :, :70][:, :, ::-1] // 2 + 3000
    dataset.WriteArray(values)
    dataset.FlushCache()
    output = {"dtype": "Float32"}
    file = str(tmp_path / "saved.json")
    first = run_global(made.paths, tmp_path / "all", output, save_adjustments=file)
    assert first.quality.rejected
    recorder = Recorder()
    part = [made.paths[n] for n in (0, 1, 4, 5)]
    result = run(part, tmp_path / "part", output, load_adjustments=file, progress=recorder)
    assert result.quality.rejected == 0
    assert not any("rejected in band" in text for text in recorder.warnings)
    assert any("only in LOAD_ADJUSTMENTS" in text for text in recorder.facts)
    scene = prepare(part, 2, StatisticsSettings())
    saved = adjustments_file.load(file)
    known = known_images(scene, saved, recorder)
    session = Session(scene, GlobalSettings(), None, Run(), known=known)
    session.read()
    assert {pair[:2] for pair in session.solve().pairs} == {(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)}


def test_what_is_not_known_of_other_images_hides_no_figure(strip, files, tmp_path):
    """An old file tells of one image with light without it, which is not in the run."""
    content = json.loads(Path(files[run_balance, CommonLight.AUTO, 8]).read_text())
    for entry in content["images"]:
        if entry["name"] == "s7":
            del entry["as_is"]
    old = tmp_path / "old.json"
    old.write_text(json.dumps(content))
    result = run_global(strip[:5], tmp_path / "out", load_adjustments=str(old))
    assert result.quality.rmse_before == pytest.approx(measured(strip[:5]), rel=1e-3)


def test_a_file_that_hides_a_light_is_warned_of(strip, files, tmp_path):
    """Where a file tells nothing of what is inside images, levels that run away are said to, with the remedy."""
    found = []
    for choice in (CommonLight.AUTO, CommonLight.NEVER):
        recorder = Recorder()
        known = files[run_global, CommonLight.NEVER, 8]
        run_global(strip, tmp_path / "out", load_adjustments=known, progress=recorder, **choose(choice))
        found.append([text for text in recorder.warnings if "run away" in text])
    (text,), none = found
    assert "LOAD_ADJUSTMENTS" in text and "times as bright" in text
    assert not none


def test_a_file_of_even_images_is_not(tmp_path):
    paths = strip_of(tmp_path, 0.0)
    file, recorder = str(tmp_path / "file.json"), Recorder()
    run_global(paths, tmp_path / "out", save_adjustments=file)
    run_global(paths, tmp_path / "out", load_adjustments=file, progress=recorder)
    assert not recorder.warnings
