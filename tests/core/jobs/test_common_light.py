"""Strips of images that are all brighter on one side, from files to results."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_balance, run_global, run_local
from made_light import lit
from made_scenes import chain_of, read, write
from osgeo import gdal
from recorders import Recorder

from evenlight.core.errors import EvenlightError, SavedFileError
from evenlight.core.jobs import apply_adjustments, load_block_maps, preview_balance, save_block_maps
from evenlight.core.radiometry import adjustments_file
from evenlight.core.settings import (
    CommonLight,
    CorrectionKind,
    GlobalMethod,
    LocalSettings,
    OutputFormat,
    OutputSettings,
    StatisticsSettings,
)

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


@pytest.mark.every(2)
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
    maps = {"reference_map": saved.reference_map, "local_maps": list(saved.local_maps)}
    loaded = load_block_maps(paths, OutputSettings(str(tmp_path / "loaded")), **maps)
    for one, two in zip(direct.outputs, loaded.outputs):
        assert np.array_equal(read(one), read(two))
    new = load_block_maps(
        paths[:1],
        OutputSettings(str(tmp_path / "new")),
        reference_map=saved.reference_map,
        local_maps=saved.local_maps[1:],
    )
    assert chain_of(new.outputs[0])[0] == chain_of(direct.outputs[0])[0]
    assert np.abs(read(new.outputs[0]) / read(direct.outputs[0]) - 1).mean() < 0.02


@pytest.mark.parametrize(
    "fault", [{"light": [[1, 2]]}, {"frame": {"crs": "", "origin": [0, 0], "matrix": [[1, 1], [1, 1]]}}]
)
def test_a_damaged_light_in_a_block_map_is_told(strip, tmp_path, fault):
    paths, _ = strip
    saved = save_block_maps(paths, str(tmp_path / "reference.tif"), str(tmp_path / "maps"))
    dataset = gdal.Open(saved.reference_map, gdal.GA_Update)
    facts = json.loads(dataset.GetMetadataItem("EVENLIGHT_BLOCK_MAP"))
    dataset.SetMetadataItem("EVENLIGHT_BLOCK_MAP", json.dumps({**facts, **fault}))
    del dataset
    with pytest.raises(EvenlightError, match="EVENLIGHT_BLOCK_MAP"):
        load_block_maps(paths, OutputSettings(str(tmp_path / "out")), reference_map=saved.reference_map)


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


@pytest.mark.parametrize("fault", ["terms", "units", "taken_out", "frame"])
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


@pytest.mark.every(3)
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


def test_remedies_that_are_taken_are_not_named(tmp_path):
    """Levels that images at both ends hold, or all images as they are, do not run away."""
    paths, _ = files(tmp_path, columns=3, slope=0.24, bands=1, rough=0.15, seed=1)
    runs = [
        ({}, True),
        ({"method": GlobalMethod.LEAST_SQUARES}, False),
        ({"model_images": (paths[0], paths[-1])}, False),
        ({"model_images": (paths[0],)}, True),
    ]
    for number, (options, warned) in enumerate(runs):
        recorder = Recorder()
        run_global(paths, tmp_path / str(number), progress=recorder, **options)
        assert any("least_squares" in text for text in recorder.warnings) is warned


def test_bands_that_light_leaves_uneven_are_named(tmp_path):
    """Light is taken out of two bands, the third has too little of it to be sure: its levels run away."""
    options = {"slope": 0.24, "bands": 3, "of_band": (1.0, 1.0, -0.5), "rough": 0.15, "seed": 2}
    paths, truth = files(tmp_path, **options)
    recorder = Recorder()
    result = run_balance(paths, tmp_path / "out", progress=recorder)
    away = np.array([read(path).mean(axis=(1, 2)) for path in result.outputs]) / truth
    ratios = away.max(axis=0) / away.min(axis=0)
    assert any("It is taken out of them" in text for text in recorder.facts)
    named = [text for text in recorder.warnings if "still run away in band" in text]
    wrong = [str(number) for number, ratio in enumerate(ratios, start=1) if ratio > 1.3]
    assert wrong and len(named) == 1
    assert f"in band {', '.join(wrong)}:" in named[0] and "MODEL_IMAGES" in named[0]


@pytest.mark.parametrize("run", [run_balance, run_global])
def test_levels_that_cannot_be_known_are_warned_of(tmp_path, run):
    """Six strips over ground that differs by 30 %: what runs away is hidden in what the ground does."""
    paths, truth = files(tmp_path, columns=6, slope=0.24, rough=0.3, seed=2)
    recorder = Recorder()
    result = run(paths, tmp_path / "out", progress=recorder)
    assert ratio_of(result.outputs, truth) > 1.2
    (warning,) = [text for text in recorder.warnings if "cannot be known" in text]
    assert all(word in warning for word in ("times as bright", "MODEL_IMAGES", "COMMON_LIGHT always", "least_squares"))


@pytest.mark.every(3)
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


def cut(path, folder, first, width, **how):
    """Some columns of an image in a file of the same name."""
    folder.mkdir(parents=True, exist_ok=True)
    found = gdal.Translate(str(folder / f"{Path(path).stem}.tif"), path, srcWin=[first, 0, width, 100], **how)
    return found.GetDescription()


def without(file, *gone):
    """A file as an earlier version wrote it."""
    content = json.loads(Path(file).read_text())
    for entry in content["images"]:
        for name in gone:
            entry.get("common_light", entry).pop(name, None)
            entry.pop(name, None)
    Path(file).write_text(json.dumps(content))


@pytest.fixture(scope="module")
def kept(strip, tmp_path_factory):
    """Adjustments and block maps of the strip, and what they make of its images."""
    folder, (paths, _) = tmp_path_factory.mktemp("kept"), strip
    file = str(folder / "saved.json")
    run_balance(paths, folder / "balanced", save_adjustments=file)
    saved = save_block_maps(paths, str(folder / "reference.tif"), str(folder / "maps"))
    maps = {"reference_map": saved.reference_map, "local_maps": list(saved.local_maps)}
    whole = {
        "adjustments": apply_adjustments(paths, file, OutputSettings(str(folder / "applied"))).outputs,
        "maps": load_block_maps(paths, OutputSettings(str(folder / "loaded")), **maps).outputs,
    }
    return file, maps, whole


@pytest.mark.parametrize("form", OutputFormat)
@pytest.mark.parametrize("first, width", [(0, 50), (50, 50), (30, 70)])
@pytest.mark.parametrize("what", ["adjustments", "maps"])
def test_a_part_of_an_image_gets_the_light_of_its_ground(strip, kept, tmp_path, what, first, width, form):
    (paths, _), (file, maps, whole) = strip, kept
    part, output = cut(paths[3], tmp_path / "part", first, width), OutputSettings(str(tmp_path / "out"), format=form)
    if what == "adjustments":
        (found,) = apply_adjustments([part], file, output).outputs
    else:
        (found,) = load_block_maps([part], output, **maps).outputs
    wanted = read(whole[what][3])[..., first : first + width].astype(float)
    assert np.abs(read(found) - wanted).max() <= 1


def test_light_is_placed_by_ground_in_another_system_too(strip, kept, tmp_path):
    (paths, _), (file, _, whole) = strip, kept
    part = cut(paths[3], tmp_path / "part", 0, 50)
    (tmp_path / "warped").mkdir()
    warped = str(tmp_path / "warped" / "s3.tif")
    gdal.Warp(warped, part, dstSRS="EPSG:32615", dstNodata=0).FlushCache()
    (found,) = apply_adjustments([warped], file, OutputSettings(str(tmp_path / "out"))).outputs
    values, before = read(found).astype(float), read(warped)
    assert values[before > 0].mean() == pytest.approx(read(whole["adjustments"][3])[..., :50].mean(), rel=0.003)


@pytest.mark.parametrize("run", [run_global, run_balance])
def test_a_part_in_a_run_that_loads_has_the_light_of_its_ground(strip, kept, tmp_path, run):
    """And so it is saved again."""
    (paths, truth), (file, _, _) = strip, kept
    part = cut(paths[7], tmp_path / "part", 0, 50)
    before = np.array([read(path).mean(axis=(1, 2)) for path in [*paths[:7], part]])
    again = str(tmp_path / "again.json")
    found = run([*paths[:7], part], tmp_path / "out", load_adjustments=file, save_adjustments=again)
    light = np.exp(0.24 * ((np.arange(100) + 0.5) / 100 - 0.5))[:50]
    ground = (read(part) / light).mean(axis=(1, 2)) if run is run_balance else before[7]
    level = np.array([read(path).mean(axis=(1, 2)) for path in found.outputs])
    away = level / [*truth[:7], ground]
    assert (away.max(axis=0) / away.min(axis=0)).max() < 1.05
    once, twice = (
        apply_adjustments([part], source, OutputSettings(str(tmp_path / name)))
        for name, source in (("once", file), ("twice", again))
    )
    bend = read(once.outputs[0]).mean(axis=1) / read(twice.outputs[0]).mean(axis=1)
    assert np.ptp(np.log(bend)) < (0.02 if run is run_balance else 0.5)


def test_where_nobody_knows_the_place_of_the_light_it_is_refused(strip, kept, tmp_path):
    """A file of an earlier version: the image itself goes, a part of it does not."""
    (paths, _), (file, _, whole) = strip, kept
    old = str(tmp_path / "old.json")
    shutil.copy(file, old)
    without(old, "frame", "content")
    (same,) = apply_adjustments(paths[3:4], old, OutputSettings(str(tmp_path / "same"))).outputs
    assert np.array_equal(read(same), read(whole["adjustments"][3]))
    part = cut(paths[3], tmp_path / "part", 0, 50)
    told = f"{old} cannot be used: it does not tell where .* save it again"
    with pytest.raises(EvenlightError, match=told) as raised:
        apply_adjustments([part], old, OutputSettings(str(tmp_path / "out")))
    assert part in str(raised.value)


def test_light_of_other_ground_is_refused(strip, kept, tmp_path):
    (paths, _), (file, maps, _) = strip, kept
    (tmp_path / "other").mkdir()
    other = write(tmp_path / "other" / "s3.tif", read(paths[5]), 0, 5 * STEP)
    for call in (
        lambda output: apply_adjustments([other], file, output),
        lambda output: load_block_maps([other], output, **maps),
    ):
        with pytest.raises(EvenlightError, match=f"is of other ground than {other} shows"):
            call(OutputSettings(str(tmp_path / "out")))


def test_old_block_maps_do_not_know_the_place_of_a_part(strip, kept, tmp_path):
    (paths, _), (_, maps, whole) = strip, kept
    old = [str(shutil.copy(path, tmp_path / Path(path).name)) for path in [maps["reference_map"], *maps["local_maps"]]]
    for path in old:
        dataset = gdal.Open(path, gdal.GA_Update)
        facts = json.loads(dataset.GetMetadataItem("EVENLIGHT_BLOCK_MAP"))
        del facts["frame"]
        facts.pop("content", None)
        dataset.SetMetadataItem("EVENLIGHT_BLOCK_MAP", json.dumps(facts))
        del dataset
    output = OutputSettings(str(tmp_path / "out"))
    again = {"reference_map": old[0], "local_maps": old[1:]}
    (same,) = load_block_maps(paths[3:4], output, **again).outputs
    assert np.array_equal(read(same), read(whole["maps"][3]))
    part = cut(paths[3], tmp_path / "part", 0, 50)
    with pytest.raises(EvenlightError, match="it does not tell where"):
        load_block_maps([part], output, settings=LocalSettings(), reference_map=old[0], local_maps=old[1:])


def test_a_new_image_of_another_size_has_no_light_of_the_file(strip, kept, tmp_path):
    """Half an image does not have the slope of a whole one over its width."""
    (paths, _), (file, maps, _) = strip, kept
    part = cut(cut(paths[3], tmp_path / "part", 0, 50), tmp_path / "new", 0, 50)
    new = str(Path(part).rename(tmp_path / "new" / "other.tif"))
    recorder = Recorder()
    run_balance([*paths, new], tmp_path / "out", load_adjustments=file, progress=recorder)
    told = f"{new} shows more or less ground than the images"
    assert any(told in text for text in recorder.warnings)
    recorder = Recorder()
    load_block_maps([new], OutputSettings(str(tmp_path / "out")), **maps, progress=recorder)
    assert any(told in text for text in recorder.warnings)


@pytest.mark.parametrize("run", [run_balance, run_local, run_global])
def test_contrast_kept_is_that_of_the_written_pixels(strip, tmp_path, run):
    """Light that is taken out is contrast that goes; it counts where it is, and only there."""
    paths, _ = strip
    result = run(paths, tmp_path)
    before, after = (
        sum(read(path).astype(float).std(axis=(1, 2)).sum() for path in files) for files in (paths, result.outputs)
    )
    assert result.quality.contrast_kept == pytest.approx(after / before, abs=0.01)
    assert (after / before < 0.97) == (run is not run_global)
