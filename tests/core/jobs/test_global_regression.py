"""Known gains and offsets in, their inverses out."""

from __future__ import annotations

import numpy as np
import pytest
from jobs_of import run_balance, run_global, run_local
from made_scenes import (
    gain_errors,
    gains_of,
    make_scene,
    masks,
    overlap_difference,
    read,
    rms,
    sunlight,
    texture,
    to_type,
    truth_residual,
    write,
)
from osgeo import gdal
from recorders import Recorder

from evenlight.core.settings import GlobalMethod, GlobalModel, OutputType


def test_gains_are_known_to_half_a_thousandth_without_noise(four_images, tmp_path):
    """Relative gains are right to 0.05 % and levels to 0.1 % of the texture; only rounding is left."""
    result = run_global(four_images.paths, tmp_path)
    gain, offset = gains_of(result.outputs)
    assert rms(gain_errors(gain, four_images)) <= 5e-4
    level = gain * four_images.offset + offset
    assert rms(level - level.mean(axis=0)) <= 1e-3 * four_images.truth.std()
    assert overlap_difference(result.outputs, four_images) < 1.0
    assert truth_residual(result.outputs, four_images) < 0.005


def test_least_squares_leaves_part_of_the_difference_as_its_help_says(four_images, tmp_path):
    """Its anchors hold back: the difference shrinks to a fifth at most, but not to nothing."""
    result = run_global(four_images.paths, tmp_path, method=GlobalMethod.LEAST_SQUARES)
    before, after = (overlap_difference(p, four_images) for p in (four_images.paths, result.outputs))
    assert 0.02 * before < after < 0.2 * before


@pytest.mark.parametrize("method", GlobalMethod)
def test_gains_alone_are_found_where_only_gains_differ(tmp_path, method):
    """Model `gain`: no offset is touched, and gains are right within 0.05 % (robust) or anchored (least squares)."""
    scene = make_scene(tmp_path / "in", rows=2, columns=2, bands=2, offset_spread=0.0)
    gain, offset = gains_of(run_global(scene.paths, tmp_path / "out", method=method, model=GlobalModel.GAIN).outputs)
    assert (offset == 0).all()
    untouched = rms(gain_errors(np.ones_like(gain), scene))
    assert rms(gain_errors(gain, scene)) <= (5e-4 if method is GlobalMethod.ROBUST else 0.2 * untouched)


@pytest.mark.parametrize("method", GlobalMethod)
def test_offsets_alone_are_found_where_only_offsets_differ(tmp_path, method):
    """Model `offset`: gains stay one; levels agree within 0.1 % of the texture, or a fifth of before."""
    scene = make_scene(tmp_path / "in", rows=2, columns=2, bands=2, gain_spread=0.0)
    gain, offset = gains_of(run_global(scene.paths, tmp_path / "out", method=method, model=GlobalModel.OFFSET).outputs)
    assert (gain == 1).all()
    left = scene.offset + offset
    allowed = 1e-3 * scene.truth.std() if method is GlobalMethod.ROBUST else 0.2 * scene.offset.std()
    assert rms(left - left.mean(axis=0)) <= allowed


@pytest.mark.parametrize("model", GlobalModel)
@pytest.mark.parametrize("method", GlobalMethod)
def test_every_model_lessens_the_difference(four_images, tmp_path, method, model):
    """Also where it cannot express all of the distortion."""
    result = run_global(four_images.paths, tmp_path, method=method, model=model)
    before, after = (overlap_difference(p, four_images) for p in (four_images.paths, result.outputs))
    assert after < 0.6 * before


def test_twenty_images_of_one_ground_get_one_level(tmp_path):
    """Random gains and offsets: means spread by less than 1 % afterwards, contrast kept within 2 %."""
    scene = make_scene(tmp_path / "in", columns=20, size=64, step=0, bands=1, border=False, seed=3)
    before, after = scene.paths, run_global(scene.paths, tmp_path / "out").outputs
    means, spreads = zip(*[(read(p).mean(), read(p).std()) for p in after])
    assert np.std([read(p).mean() for p in before]) > 0.1 * np.mean(means)
    assert np.std(means) < 0.01 * np.mean(means)
    assert np.std(spreads) < 0.01 * np.mean(spreads)
    assert 0.98 < np.mean(spreads) / np.mean([read(p).std() for p in before]) < 1.02


def test_contrast_and_brightness_of_the_group_are_kept(four_images, tmp_path):
    """The choice that overlaps cannot make: pooled means equal, contrast kept 0.98 to 1.02."""
    result = run_global(four_images.paths, tmp_path)
    for band in range(2):
        before, after = (
            [read(path)[band][masks(path)[band]].astype(float) for path in paths]
            for paths in (four_images.paths, result.outputs)
        )
        assert np.concatenate(after).mean() == pytest.approx(np.concatenate(before).mean(), rel=1e-4)
        kept = sum(a.std() * a.size for a in after) / sum(b.std() * b.size for b in before)
        assert 0.98 <= kept <= 1.02
    assert 0.98 <= result.quality.contrast_kept <= 1.02


def test_figures_are_those_of_the_files(four_images, tmp_path):
    """RMSE before and after as numpy finds it in the files, up to rounding; held-out figures lie near."""
    result = run_global(four_images.paths, tmp_path, output={"dtype": OutputType.FLOAT64})
    quality = result.quality
    assert quality.rmse_before == pytest.approx(overlap_difference(four_images.paths, four_images), rel=1e-9)
    assert quality.rmse_after == pytest.approx(overlap_difference(result.outputs, four_images), rel=1e-6)
    assert quality.held_out == pytest.approx(quality.held_in, rel=0.05)
    assert (quality.groups, quality.rejected) == (1, 0)


def test_inputs_in_other_units_give_outputs_in_other_units(tmp_path):
    """Times 1e-4 in floating point: gains the same, offsets and pixels times 1e-4."""
    whole = make_scene(tmp_path / "a", columns=3, bands=2, dtype="float64", nodata=np.nan, noise=20.0)
    small = make_scene(tmp_path / "b", columns=3, bands=2, dtype="float64", nodata=np.nan, noise=20.0, factor=1e-4)
    for method in GlobalMethod:
        one = run_global(whole.paths, tmp_path / f"one {method}", method=method).outputs
        two = run_global(small.paths, tmp_path / f"two {method}", method=method).outputs
        for a, b in zip(one, two):
            assert np.allclose(read(b), 1e-4 * read(a), rtol=1e-9, atol=0, equal_nan=True)


@pytest.mark.parametrize("method", GlobalMethod)
@pytest.mark.parametrize("model", GlobalModel)
def test_identical_images_do_not_change(tmp_path, method, model):
    """Four copies of one image: nothing moves by more than half a number."""
    scene = make_scene(tmp_path / "in", columns=4, size=80, step=0, gain_spread=0, offset_spread=0, border=False)
    for path, result in zip(scene.paths, run_global(scene.paths, tmp_path / "out", method=method, model=model).outputs):
        assert np.abs(read(path).astype(int) - read(result)).max() < 0.5


@pytest.mark.parametrize("method", GlobalMethod)
def test_an_isolated_image_stays_as_it_is_and_is_named(four_images, tmp_path, method):
    """A fifth image elsewhere: same pixels, and a warning with its name."""
    alone = write(tmp_path / "alone.tif", to_type(texture(2, 60, 60, 9), "uint16"), row=5000, nodata=0)
    progress = Recorder()
    result = run_global([*four_images.paths, alone], tmp_path / "out", method=method, progress=progress)
    assert np.array_equal(read(result.outputs[-1]), read(alone))
    assert [text for text in progress.warnings if "alone.tif" in text]
    if method is GlobalMethod.LEAST_SQUARES:
        # its anchors grow with the number of images
        return
    without = run_global(four_images.paths, tmp_path / "without", method=method)
    for one, two in zip(result.outputs[:-1], without.outputs):
        assert np.array_equal(read(one), read(two))


def test_an_image_that_meets_others_only_in_nodata_is_isolated(four_images, tmp_path):
    """Footprints overlap, valid pixels do not: left alone, with a warning."""
    values = to_type(texture(2, 150, 150, 9), "uint16")
    values[:, :, :100] = 0
    alone = write(tmp_path / "alone.tif", values, row=0, column=170, nodata=0)
    progress = Recorder()
    result = run_global([*four_images.paths, alone], tmp_path / "out", progress=progress)
    assert np.array_equal(read(result.outputs[-1]), values)
    assert any("alone.tif" in text for text in progress.warnings)


def test_two_groups_keep_a_level_each(tmp_path):
    """Two pairs far apart: each is balanced in itself, and each keeps its own mean."""
    near = make_scene(tmp_path / "near", columns=2, bands=1, seed=1)
    far = make_scene(tmp_path / "far", columns=2, bands=1, seed=2, factor=3.0, names=("img_3", "img_4"))
    moved = [
        write(tmp_path / f"far_{n}.tif", read(path), row=3000, column=90 * n, nodata=0)
        for n, path in enumerate(far.paths)
    ]
    result = run_global([*near.paths, *moved], tmp_path / "out")
    assert result.quality.groups == 2
    for paths, results in ((near.paths, result.outputs[:2]), (moved, result.outputs[2:])):
        before, after = (np.concatenate([read(p)[masks(p)] for p in group]) for group in (paths, results))
        assert after.mean() == pytest.approx(before.mean(), rel=1e-3)


def test_images_with_other_scale_tags_are_balanced_in_physical_units(tmp_path):
    """One image stores tenths: its tags say so, and it is found to be the same ground already."""
    ground = texture(2, 120, 200, 4)
    one = write(tmp_path / "one.tif", to_type(ground[:, :, :120], "uint16"), nodata=0)
    two = write(tmp_path / "two.tif", to_type(ground[:, :, 80:] * 10 + 500, "uint16"), column=80, nodata=0)
    dataset = gdal.Open(two, gdal.GA_Update)
    for number in (1, 2):
        dataset.GetRasterBand(number).SetScale(0.1)
        dataset.GetRasterBand(number).SetOffset(-50.0)
    dataset = None
    result = run_global([one, two], tmp_path / "out", output={"dtype": OutputType.FLOAT64})
    assert np.abs(read(result.outputs[0]) - read(one)).max() < 1.0
    assert np.abs(read(result.outputs[1]) - read(two)).max() < 10.0
    dataset = gdal.Open(result.outputs[1])
    assert (dataset.GetRasterBand(1).GetScale(), dataset.GetRasterBand(1).GetOffset()) == (0.1, -50.0)


@pytest.mark.parametrize("run", [run_global, run_local, run_balance])
@pytest.mark.parametrize(
    ("tags", "unit"),
    [
        ([(1.0, 0.0)] * 2, "stored values"),
        ([(0.1, 0.0)] * 2, "stored values"),
        ([(0.1, -50.0)] * 2, "units of the scale and offset tags"),
        ([(1.0, 0.0), (0.5, 0.0)], "units of the scale and offset tags"),
    ],
)
def test_errors_are_said_with_their_unit(tmp_path, run, tags, unit):
    """And they are in it; the log says it as the result does, for one step and for both."""
    scene = make_scene(tmp_path / "in", rows=1, columns=2, bands=1)
    for path, (scale, offset) in zip(scene.paths, tags):
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.GetRasterBand(1).SetScale(scale)
        dataset.GetRasterBand(1).SetOffset(offset)
        dataset = None
    recorder = Recorder()
    quality = run(scene.paths, tmp_path / "out", progress=recorder).quality
    factors = [scale if unit != "stored values" else 1.0 for scale, _ in tags]
    one, two = (factor * read(path).astype(float) for factor, path in zip(factors, scene.paths))
    one, two = one[..., 90:], two[..., : one.shape[-1] - 90]
    valid = (one > 0) & (two > 0)
    assert quality.rmse_before == pytest.approx(np.sqrt(np.mean((one - two)[valid] ** 2)), rel=1e-6)
    assert quality.unit == unit
    said = [text for text in recorder.facts if text.startswith("RMSE in the overlaps")]
    assert said and f"{quality.rmse_after:.4g} after ({unit})" in said[0]


def test_brightness_differs_in_physical_units_too(tmp_path):
    """The same tags, and a gain of 1.3 beside them: afterwards physical values agree."""
    from osgeo import gdal

    ground = texture(1, 120, 200, 4)
    one = write(tmp_path / "one.tif", to_type(ground[:, :, :120], "uint16"))
    two = write(tmp_path / "two.tif", to_type(1.3 * ground[:, :, 80:] * 10 + 500, "uint16"), column=80)
    dataset = gdal.Open(two, gdal.GA_Update)
    dataset.GetRasterBand(1).SetScale(0.1)
    dataset.GetRasterBand(1).SetOffset(-50.0)
    dataset = None
    first, second = run_global([one, two], tmp_path / "out", output={"dtype": OutputType.FLOAT64}).outputs
    difference = read(first)[0, :, 80:] - (0.1 * read(second)[0, :, :40] - 50)
    assert rms(difference) < 0.002 * ground.mean()


def test_clipping_is_counted_and_told(tmp_path):
    """A dark byte image is raised to a bright one: what would pass 255 stays there and is counted."""
    ground = 0.1 * texture(1, 150, 240, 2)
    bright = write(tmp_path / "bright.tif", to_type(ground[:, :, :150], "uint8"))
    dark = write(tmp_path / "dark.tif", to_type(0.5 * ground[:, :, 90:], "uint8"), column=90)
    progress = Recorder()
    result = run_global([bright, dark], tmp_path / "out", model_images=(bright,), progress=progress)
    gain, offset = gains_of(result.outputs[1:])
    raised = gain[0, 0].astype(np.float32) * read(dark) + offset[0, 0].astype(np.float32)
    assert (np.rint(raised) > 255).sum() > 100
    assert result.clipped == pytest.approx((np.rint(raised) > 255).sum() / (2 * 150 * 150))
    assert any("dark" in text and "clipped" in text for text in progress.warnings)


def test_an_overlap_full_of_cloud_is_rejected_and_named(tmp_path):
    """Six images, one pair sees other ground: its link is not believed, gains stay right to 1 %."""
    scene = make_scene(tmp_path / "in", rows=2, columns=3, size=170, border=False, seed=6)
    values = read(scene.paths[1])
    both = np.s_[:, 90:, 90:]
    values[both] = to_type(4000 + 5 * texture(3, 80, 80, 77), "uint16")
    cloudy = write(tmp_path / "in" / "img_2.tif", values, column=90, nodata=0)
    progress = Recorder()
    result = run_global([scene.paths[0], cloudy, *scene.paths[2:]], tmp_path / "out", progress=progress)
    assert result.quality.rejected >= 1
    assert any("rejected" in text and "img_2" in text for text in progress.warnings)
    gain, _ = gains_of(result.outputs)
    assert rms(gain_errors(gain, scene)) < 0.02


def test_light_that_changes_within_images_is_not_chased_into_contrast(tmp_path):
    """Illumination fields of 15 %: one gain per image cannot mend them, contrast stays within 2 %."""
    scene = make_scene(tmp_path / "in", rows=2, columns=3, bands=2, light=sunlight, noise=10.0)
    assert 0.98 <= run_global(scene.paths, tmp_path / "out").quality.contrast_kept <= 1.02


def test_images_that_cannot_follow_a_model_image_are_told(tmp_path):
    """Two images elsewhere agree with each other, at a level of their own."""
    ground = to_type(texture(1, 120, 400, 3), "uint16")
    parts = {"model": (0, 100), "near": (50, 150), "far": (200, 300), "farther": (250, 350)}
    paths = [
        write(tmp_path / f"{name}.tif", ground[:, :, left:right], column=left, nodata=0)
        for name, (left, right) in parts.items()
    ]
    told = Recorder()
    run_global(paths, tmp_path / "out", model_images=(paths[0],), progress=told)
    (warning,) = [text for text in told.warnings if "model image" in text]
    assert '"far", "farther"' in warning
    told = Recorder()
    run_global(paths[:2], tmp_path / "near", model_images=(paths[0],), progress=told)
    assert not [text for text in told.warnings if "model image" in text]
