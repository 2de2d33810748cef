"""Strips of images that are all brighter on one side, from files to results."""

from __future__ import annotations

import numpy as np
import pytest
from jobs_of import run_balance, run_global, run_local
from made_light import lit
from made_scenes import chain_of, read, write
from recorders import Recorder

from evenlight.core.jobs import preview_balance
from evenlight.core.settings import CommonLight, CorrectionKind, LocalSettings, OutputSettings, StatisticsSettings

STEP = 80


@pytest.fixture(scope="module")
def strip(tmp_path_factory):
    """Eight images with 24 % of slope, and the true means of their ground."""
    return files(tmp_path_factory.mktemp("strip"), slope=0.24, bands=2, seed=1)


@pytest.fixture(scope="module")
def even(tmp_path_factory):
    """The same without any slope, each image with an exposure of its own."""
    exposures = [1.0, 1.3, 0.8, 1.1, 0.7, 1.2, 0.9, 1.05]
    return files(tmp_path_factory.mktemp("even"), exposure=lambda n, _: exposures[n], bands=2, seed=1)


def files(folder, **options):
    scene = lit(**options)
    stored = [np.clip(np.rint(values), 1, 65535).astype(np.uint16) for values in scene.pixels]
    paths = [write(folder / f"s{n}.tif", values, 0, STEP * n) for n, values in enumerate(stored)]
    return paths, scene.truth


def ratio_of(paths, truth):
    """Brightest over darkest level over truth, the worst band."""
    away = np.array([read(path).mean(axis=(1, 2)) for path in paths]) / truth
    return float((away.max(axis=0) / away.min(axis=0)).max())


def slope_of(path):
    """Right half over left half of an image, as a logarithm; noise of the ground included."""
    pixels = read(path).astype(float)
    half = pixels.shape[2] // 2
    return float(np.log(pixels[..., half:].mean() / pixels[..., :half].mean()))


def choose(choice):
    return {"statistics": StatisticsSettings(common_light=choice)}


@pytest.mark.parametrize("run", [run_balance, run_local])
def test_light_is_taken_out_of_the_images(strip, tmp_path, run):
    paths, truth = strip
    recorder = Recorder()
    result = run(paths, tmp_path / "auto", progress=recorder)
    assert ratio_of(result.outputs, truth) < 1.05
    assert any("It is taken out of them" in text for text in recorder.facts)
    assert chain_of(result.outputs[0])[0]["kind"] == "common_light"
    assert abs(np.mean([slope_of(path) for path in result.outputs])) < 0.02
    assert result.quality.normalised_after < 0.2
    never = run(paths, tmp_path / "never", **choose(CommonLight.NEVER))
    assert ratio_of(never.outputs, truth) > (3 if run is run_balance else 1.1)


def test_gains_alone_stay_with_the_truth_and_say_what_they_leave(strip, tmp_path):
    paths, truth = strip
    recorder = Recorder()
    result = run_global(paths, tmp_path, progress=recorder)
    assert ratio_of(result.outputs, truth) < 1.03
    assert any("remains inside the images: use Balance" in text for text in recorder.warnings)
    assert [step["kind"] for step in chain_of(result.outputs[0])] == ["gain_offset"]


@pytest.mark.parametrize("run", [run_balance, run_local, run_global])
def test_without_light_every_byte_is_what_it_was(even, tmp_path, run):
    """No blend of models: auto and never give the same files."""
    paths, _ = even
    auto, never = (run(paths, tmp_path / choice, **choose(choice)) for choice in (CommonLight.AUTO, CommonLight.NEVER))
    for one, two in zip(auto.outputs, never.outputs):
        assert np.array_equal(read(one), read(two))
    assert auto.quality == never.quality


@pytest.mark.parametrize("kind", [CorrectionKind.LINEAR, CorrectionKind.ADDITIVE])
def test_previews_show_what_would_be_written(strip, tmp_path, kind):
    paths, _ = strip
    written = run_balance(paths, tmp_path / "written", correction=kind)
    output = OutputSettings(str(tmp_path / "shown"))
    shown = preview_balance(paths, output, local_settings=LocalSettings(correction=kind))
    assert shown.quality == written.quality
    for one, two in zip(written.outputs, shown.outputs):
        difference = np.abs(read(one).astype(float) - read(two))
        assert difference.max() <= 1
        assert (difference > 0).mean() < 0.003
