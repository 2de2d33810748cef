"""Strips of images that are all brighter on one side, from files to results."""

from __future__ import annotations

import json

import numpy as np
import pytest
from jobs_of import run_balance, run_global, run_local
from made_light import lit
from made_scenes import chain_of, read, write
from osgeo import gdal
from recorders import Recorder

from evenlight.core.balance import adjustments_file
from evenlight.core.errors import EvenlightError, SavedFileError
from evenlight.core.jobs import apply_adjustments, load_block_maps, preview_balance, save_block_maps
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


def test_block_maps_hold_the_light(strip, tmp_path):
    """Saved and loaded they do what the local step does; a new image gets the light that all others have."""
    paths, _ = strip
    direct = run_local(paths, tmp_path / "direct")
    saved = save_block_maps(paths, str(tmp_path / "reference.tif"), str(tmp_path / "maps"))
    maps = saved.reference_map, list(saved.local_maps)
    loaded = load_block_maps(paths, OutputSettings(str(tmp_path / "loaded")), LocalSettings(), *maps)
    for one, two in zip(direct.outputs, loaded.outputs):
        assert np.array_equal(read(one), read(two))
    new = load_block_maps(paths[:1], OutputSettings(str(tmp_path / "new")), LocalSettings(), maps[0], maps[1][1:])
    assert chain_of(new.outputs[0])[0] == chain_of(direct.outputs[0])[0]
    assert np.abs(read(new.outputs[0]) / read(direct.outputs[0]) - 1).mean() < 0.02


def test_a_damaged_light_in_a_block_map_is_told(strip, tmp_path):
    paths, _ = strip
    saved = save_block_maps(paths, str(tmp_path / "reference.tif"), str(tmp_path / "maps"))
    dataset = gdal.Open(saved.reference_map, gdal.GA_Update)
    facts = json.loads(dataset.GetMetadataItem("EVENLIGHT_BLOCK_MAP"))
    dataset.SetMetadataItem("EVENLIGHT_BLOCK_MAP", json.dumps({**facts, "light": [[1, 2]]}))
    del dataset
    with pytest.raises(EvenlightError, match="light"):
        load_block_maps(paths, OutputSettings(str(tmp_path / "out")), LocalSettings(), saved.reference_map)


def test_adjustments_hold_the_light(strip, tmp_path):
    """Applied they take it out as the run did, but for the local step."""
    paths, truth = strip
    file = str(tmp_path / "saved.json")
    run_balance(paths, tmp_path / "balanced", save_adjustments=file)
    applied = apply_adjustments(paths, file, OutputSettings(str(tmp_path / "applied")))
    assert [step["kind"] for step in chain_of(applied.outputs[0])][1] == "common_light"
    assert ratio_of(applied.outputs, truth) < 1.03
    assert abs(np.mean([slope_of(path) for path in applied.outputs])) < 0.02


@pytest.mark.parametrize("run", [run_global, run_balance])
def test_images_that_join_have_the_light_of_the_file(strip, tmp_path, run):
    """Six images first, then two more with the file: as all eight at once."""
    paths, truth = strip
    file, further = str(tmp_path / "six.json"), str(tmp_path / "eight.json")
    run(paths[:6], tmp_path / "six", save_adjustments=file)
    joined = run(paths, tmp_path / "eight", load_adjustments=file, save_adjustments=further)
    assert ratio_of(joined.outputs, truth) < 1.05
    lights = [entry.light for entry in adjustments_file.load(further)]
    assert all(np.array_equal(light.terms, lights[0].terms) for light in lights)
    assert {light.taken_out for light in lights} == {run is run_balance}
    recorder = Recorder()
    run(paths, tmp_path / "never", load_adjustments=file, progress=recorder, **choose(CommonLight.NEVER))
    assert any("without common light and stay so" in text for text in recorder.warnings)


@pytest.mark.parametrize("fault", ["terms", "units", "taken_out"])
def test_a_damaged_light_in_adjustments_is_told(strip, tmp_path, fault):
    paths, _ = strip
    file = tmp_path / "saved.json"
    run_global(paths, tmp_path / "out", save_adjustments=str(file))
    content = json.loads(file.read_text())
    content["images"][0]["common_light"][fault] = [1, 2]
    file.write_text(json.dumps(content))
    with pytest.raises(SavedFileError, match=f"common_light.{fault}"):
        adjustments_file.load(str(file))


def test_each_camera_has_its_own_light(tmp_path):
    """Two flights over one ground, one bright in the east, one in the west: told apart by the files' tags."""
    paths, truths = [], []
    for camera, slope in (("A7R", 0.24), ("D850", -0.24)):
        (tmp_path / camera).mkdir()
        own, truth = files(tmp_path / camera, slope=slope, seed=1)
        for path in own:
            dataset = gdal.Open(path, gdal.GA_Update)
            dataset.SetMetadata({"EXIF_Model": camera})
            del dataset
        paths += own
        truths.append(truth)
    result = run_balance(paths, tmp_path / "out", **choose(CommonLight.ALWAYS))
    slopes = [chain_of(path)[0]["terms"][0][0] for path in result.outputs]
    assert slopes[:8] == pytest.approx([0.24] * 8, abs=0.04)
    assert slopes[8:] == pytest.approx([-0.24] * 8, abs=0.04)
    assert ratio_of(result.outputs, np.concatenate(truths)) < 1.1


UNITS = [(1e-4, -0.1), (2.75e-5, -0.2)]


@pytest.mark.parametrize("run", [run_balance, run_local, run_global])
@pytest.mark.parametrize(("scale", "offset"), UNITS)
def test_equal_offset_tags_are_no_part_of_the_light(tmp_path, run, scale, offset):
    """Light is a factor of what was measured: the same results as of values without an offset, in units of either."""
    scene = lit(slope=0.24, bands=2, seed=1)
    paths, plain = [], []
    for n, pixels in enumerate(scene.pixels):
        stored = np.rint((1e-4 * pixels - offset) / scale).astype(np.uint16)
        paths.append(write(tmp_path / f"s{n}.tif", stored, 0, STEP * n))
        dataset = gdal.Open(paths[-1], gdal.GA_Update)
        for band in (1, 2):
            dataset.GetRasterBand(band).SetScale(scale)
            dataset.GetRasterBand(band).SetOffset(offset)
        del dataset
        plain.append(write(tmp_path / f"p{n}.tif", (stored * scale + offset).astype(np.float64), 0, STEP * n))
    recorder = Recorder()
    results = run(paths, tmp_path / "out", progress=recorder).outputs
    wanted = run(plain, tmp_path / "plain").outputs
    assert not any("tags" in text for text in recorder.warnings)
    for one, two in zip(results, wanted):
        assert np.abs(read(one) - (read(two) - offset) / scale).max() <= 0.51


def test_figures_of_unchanged_ground_are_for_changed_ground(strip, tmp_path):
    """Where only light was taken out, nothing was left out."""
    recorder = Recorder()
    run_balance(strip[0], tmp_path, progress=recorder)
    assert not any("On unchanged ground" in text for text in recorder.facts)


@pytest.mark.parametrize("run", [run_balance, run_global])
@pytest.mark.parametrize("number", [2, 3])
def test_few_strips_whose_levels_run_away_are_warned_of(tmp_path, run, number):
    """Whether it is light cannot be known of so few; the figures and remedies are said."""
    paths, _ = files(tmp_path, columns=number, slope=0.24, bands=2, seed=1)
    recorder = Recorder()
    run(paths, tmp_path / "out", progress=recorder)
    (warning,) = [text for text in recorder.warnings if "Levels run away" in text]
    assert f"and {'1 image' if number == 2 else '2 images'} connected" in warning
    assert all(word in warning for word in ("times as bright", "MODEL_IMAGES", "COMMON_LIGHT always", "least_squares"))


@pytest.mark.parametrize("number", [2, 3])
@pytest.mark.parametrize("options", [{"exposure": lambda n, _: 1.3**n}, {"rough": 0.2}, {}])
def test_few_images_with_honest_exposures_are_not(tmp_path, number, options):
    for seed in range(3):
        paths, _ = files(tmp_path, columns=number, bands=2, seed=seed, **options)
        recorder = Recorder()
        run_global(paths, tmp_path / "out", progress=recorder)
        assert not recorder.warnings


def test_levels_that_run_away_for_no_known_reason_are_warned_of(tmp_path):
    """Automatic exposure over rough ground hides the light: figures and remedies are told."""
    paths, truth = files(tmp_path, slope=0.24, by_ground=True, rough=0.2, seed=1)
    recorder = Recorder()
    result = run_global(paths, tmp_path / "auto", progress=recorder)
    (told,) = [text for text in recorder.warnings if "Levels run away" in text]
    assert all(word in told for word in ("times as bright", "MODEL_IMAGES", "COMMON_LIGHT always", "least_squares"))
    always = run_global(paths, tmp_path / "always", **choose(CommonLight.ALWAYS))
    assert ratio_of(always.outputs, truth) < 0.6 * ratio_of(result.outputs, truth)
