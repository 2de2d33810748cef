"""Images that the others follow, and images that nobody follows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_balance, run_global
from made_scenes import gain_errors, gains_of, make_scene, read, rms, to_type, write
from recorders import Recorder

from evenlight.core.errors import Problems
from evenlight.core.jobs.errors import NoModelImageError, UnknownImageError
from evenlight.core.settings import GlobalMethod, GlobalModel, ModelImagesMode, OutputType, SelectionMode


@pytest.fixture(scope="module")
def chain(tmp_path_factory):
    """A - B - C - D: each meets its neighbours only; distortions of 30 %."""
    return make_scene(
        tmp_path_factory.mktemp("chain"), columns=4, size=140, step=90, bands=2, seed=14, names=("A", "B", "C", "D")
    )


def relative(gain, scene, one, other):
    """Gain of one image to another, true would be 1."""
    return (gain[one] * scene.gain[one]) / (gain[other] * scene.gain[other])


@pytest.mark.parametrize("chosen", [(0,), (2,), (3,)])
def test_one_model_image_is_held_and_reaches_the_end_of_the_chain(chain, tmp_path, chosen):
    """Only it shapes the solution: it keeps every pixel, and D follows A to less than 1 %."""
    paths = tuple(chain.paths[n] for n in chosen)
    result = run_global(chain.paths, tmp_path, model_images=paths)
    for n in chosen:
        assert np.array_equal(read(result.outputs[n]), read(chain.paths[n]))
    gain, offset = gains_of(result.outputs)
    assert relative(gain, chain, 3, 0) == pytest.approx([1, 1], abs=0.01)
    level = (gain * chain.offset + offset) / (gain * chain.gain)
    assert np.abs(level - level[chosen[0]]).max() < 0.01 * chain.truth.std()


@pytest.mark.parametrize("job", [run_global, run_balance])
def test_d_is_brought_to_a_through_the_whole_chain(chain, tmp_path, job):
    """Only A is a model: what D's pixels become lies on A's ground to less than 1 %, in gain and in level."""
    outputs = job(chain.paths, tmp_path, model_images=(chain.paths[0],)).outputs
    gain, _ = gains_of(outputs)
    assert gain[0] == pytest.approx([1, 1], abs=1e-12)
    assert relative(gain, chain, 3, 0) == pytest.approx([1, 1], abs=0.01)
    as_a_sees_it = chain.gain[0][:, None, None] * chain.ground_of(3) + chain.offset[0][:, None, None]
    valid = read(chain.paths[3]) != 0
    error = read(outputs[3])[valid] / as_a_sees_it[valid] - 1
    before = read(chain.paths[3])[valid] / as_a_sees_it[valid] - 1
    assert rms(error) < 0.01
    assert rms(before) > 0.1


@pytest.mark.parametrize("job", [run_global, run_balance])
def test_excluding_all_but_one_is_including_it(chain, tmp_path, job):
    """The one that is left has nobody to agree with: it is held as a chosen one is, pixel by pixel."""
    included = job(chain.paths, tmp_path / "a", model_images=(chain.paths[1],)).outputs
    others = tuple(path for n, path in enumerate(chain.paths) if n != 1)
    excluded = job(
        chain.paths, tmp_path / "b", model_images=others, model_images_mode=SelectionMode.EXCLUDE
    ).outputs
    assert gains_of(included)[0] == pytest.approx(gains_of(excluded)[0], rel=1e-6)
    assert all(np.abs(read(a).astype(int) - read(b)).max() <= 1 for a, b in zip(included, excluded))


def test_several_excluded_images_follow_the_others(tmp_path):
    """A 2 x 3 block, two images of another contrast that lie side by side: neither pulls, both come along."""
    scene = make_scene(tmp_path / "in", rows=2, columns=3, bands=2, seed=16)
    odd = (scene.paths[1], scene.paths[2])
    others = [path for path in scene.paths if path not in odd]
    both = run_global(scene.paths, tmp_path / "a", model_images=odd, model_images_mode=SelectionMode.EXCLUDE)
    alone = run_global(others, tmp_path / "b")
    gain, offset = gains_of(both.outputs)
    kept = [n for n, path in enumerate(scene.paths) if path not in odd]
    assert gain[kept] == pytest.approx(gains_of(alone.outputs)[0], rel=1e-9)
    assert offset[kept] == pytest.approx(gains_of(alone.outputs)[1], rel=1e-9, abs=1e-6)
    assert rms(gain_errors(gain, scene)) < 1e-3


def test_two_consistent_model_images_are_both_held(chain, tmp_path):
    """The first and the last already agree: both stay, and those between come to them within 1 %."""
    gain = chain.gain[3] / chain.gain[0]
    offset = chain.offset[3] - gain * chain.offset[0]
    empty = read(chain.paths[3]) == 0
    values = to_type((read(chain.paths[3]) - offset[:, None, None]) / gain[:, None, None], "uint16")
    values[empty] = 0
    (tmp_path / "in").mkdir()
    last = write(tmp_path / "in" / "D.tif", values, column=270, nodata=0)
    paths = [*chain.paths[:3], last]
    result = run_global(paths, tmp_path / "out", model_images=(paths[0], last))
    for held in (0, 3):
        assert np.array_equal(read(result.outputs[held]), read(paths[held]))
    found, _ = gains_of(result.outputs)
    assert relative(found, chain, 1, 0) == pytest.approx([1, 1], abs=0.01)
    assert relative(found, chain, 2, 0) == pytest.approx([1, 1], abs=0.01)


@pytest.mark.parametrize("model", GlobalModel)
def test_held_images_are_held_under_every_model(chain, tmp_path, model):
    """Not one pixel of the chosen image moves."""
    result = run_global(chain.paths, tmp_path, model_images=(chain.paths[1],), model=model)
    assert np.array_equal(read(result.outputs[1]), read(chain.paths[1]))


def test_excluded_images_follow_but_do_not_lead(tmp_path):
    """A 2 x 3 block with one image of far contrast: the others are balanced as without it, and it comes to them."""
    scene = make_scene(tmp_path / "in", rows=2, columns=3, bands=1, seed=15)
    odd = scene.paths[4]
    options = {"output": {"dtype": OutputType.FLOAT64}}
    with_odd = run_global(
        scene.paths, tmp_path / "a", model_images=(odd,), model_images_mode=SelectionMode.EXCLUDE, **options
    )
    others = [path for path in scene.paths if path != odd]
    without = run_global(others, tmp_path / "b", **options)
    with_others = [path for n, path in enumerate(with_odd.outputs) if n != 4]
    for one, two in zip(with_others, without.outputs):
        assert np.allclose(read(one), read(two), rtol=1e-9)
    gain, _ = gains_of(with_odd.outputs)
    assert rms(gain_errors(gain, scene)) < 1e-3


@pytest.mark.parametrize("mode", SelectionMode)
def test_least_squares_takes_model_images_too(chain, tmp_path, mode):
    """The anchor of one image alone: it moves less than the others do."""
    result = run_global(
        chain.paths,
        tmp_path,
        method=GlobalMethod.LEAST_SQUARES,
        model_images=(chain.paths[0],) if mode is SelectionMode.INCLUDE else tuple(chain.paths[1:]),
        model_images_mode=mode,
    )
    gain, _ = gains_of(result.outputs)
    assert np.abs(gain[0] - 1).max() < 0.2
    assert np.abs(relative(gain, chain, 1, 0) - 1).max() < np.abs(chain.gain[1] / chain.gain[0] - 1).max()


@pytest.mark.parametrize(("chosen", "mode"), [((0,), "include"), ((3,), "include"), ((1, 2, 3), "exclude")])
def test_least_squares_brings_the_whole_chain_to_one_image(chain, tmp_path, chosen, mode):
    """No pair links the far end with it; gains came along to a few per cent, and stayed at 30 % before."""
    held, far = (3, 0) if chosen == (3,) else (0, 3)
    progress = Recorder()
    options = {"model_images": tuple(chain.paths[n] for n in chosen), "model_images_mode": mode}
    result = run_global(chain.paths, tmp_path, method=GlobalMethod.LEAST_SQUARES, progress=progress, **options)
    gain, offset = gains_of(result.outputs)
    before = np.abs(chain.gain[far] / chain.gain[held] - 1).max()
    assert np.abs(relative(gain, chain, far, held) - 1).max() < 0.25 * before
    level = (gain * chain.offset + offset) / (gain * chain.gain)
    assert np.abs(level[far] - level[held]).max() < 0.25 * np.abs((chain.offset / chain.gain)[[far, held]]).max()
    (text,) = [text for text in progress.facts if "brings them to their neighbours" in text]
    assert f'"{Path(chain.paths[far]).stem}"' in text
    assert f'"{Path(chain.paths[held]).stem}"' not in text


def test_images_that_meet_a_model_image_are_solved_as_documented(chain, tmp_path):
    """What lies behind them does not move them."""
    options = {"method": GlobalMethod.LEAST_SQUARES, "model_images": (chain.paths[0],)}
    whole = run_global(chain.paths, tmp_path / "a", **options)
    near = run_global(chain.paths[:2], tmp_path / "b", **options)
    # the anchor is as strong as there are pairs per image
    assert gains_of(whole.outputs[:2])[0] == pytest.approx(gains_of(near.outputs)[0], abs=0.05)
    assert gains_of(whole.outputs)[0][3] != pytest.approx([1, 1], abs=1e-3)


def test_shape_balances_the_chosen_images_and_brings_the_others(chain, tmp_path):
    """A and B meet in the middle as if they were alone, C and D follow; include holds both as they are."""
    options = {"model_images": tuple(chain.paths[:2])}
    shaped = run_global(chain.paths, tmp_path / "a", model_images_mode=ModelImagesMode.SHAPE, **options)
    alone = run_global(chain.paths[:2], tmp_path / "b")
    gain, _ = gains_of(shaped.outputs)
    assert gain[:2] == pytest.approx(gains_of(alone.outputs)[0], rel=1e-9)
    assert relative(gain, chain, 3, 0) == pytest.approx([1, 1], abs=0.01)
    held, _ = gains_of(run_global(chain.paths, tmp_path / "c", **options).outputs)
    assert held[:2] == pytest.approx(np.ones((2, 2)), abs=1e-12)
    assert np.abs(gain[0] - 1).max() > 0.01


@pytest.mark.parametrize("names", ["[AB].tif", "", "C.tif"])
def test_model_images_may_be_a_pattern_or_a_folder(chain, tmp_path, names):
    """Every image that it stands for is held; a folder holds all of them."""
    given = str(Path(chain.paths[0]).parent / names)
    outputs = run_global(chain.paths, tmp_path / "out", model_images=(given,)).outputs
    held = [np.array_equal(read(one), read(other)) for one, other in zip(chain.paths, outputs)]
    wanted = {"[AB].tif": "AB", "": "ABCD", "C.tif": "C"}[names]
    assert "".join(name for name, own in zip("ABCD", held) if own) == wanted


@pytest.mark.parametrize("name", ["A", "A.tif"])
def test_a_model_image_may_be_named_by_its_name(chain, tmp_path, name):
    """With or without ending; what two images are called is refused."""
    result = run_global(chain.paths, tmp_path / "out", model_images=(name,))
    assert np.array_equal(read(result.outputs[0]), read(chain.paths[0]))
    assert not np.array_equal(read(result.outputs[1]), read(chain.paths[1]))
    (tmp_path / "in").mkdir()
    twin = write(tmp_path / "in" / "A.tif", read(chain.paths[1]), column=90, nodata=0)
    with pytest.raises(Problems, match=f'"{name}" fits more than one image'):
        run_global([*chain.paths, twin], tmp_path / "twins", model_images=(name,))


def test_a_model_image_may_be_named_by_another_spelling(chain, tmp_path):
    """Through a link it is the same file."""
    (tmp_path / "link.tif").symlink_to(chain.paths[0])
    result = run_global(chain.paths, tmp_path / "out", model_images=(str(tmp_path / "link.tif"),))
    assert np.array_equal(read(result.outputs[0]), read(chain.paths[0]))


def test_a_model_image_that_is_no_input_is_refused(chain, tmp_path):
    """By its name."""
    with pytest.raises(Problems, match=r"other\.tif is a model image but not an input") as caught:
        run_global(chain.paths, tmp_path / "out", model_images=("other.tif",))
    assert isinstance(caught.value.problems[0], UnknownImageError)


def test_excluding_all_is_refused(chain, tmp_path):
    """Somebody must lead."""
    with pytest.raises(Problems) as caught:
        run_global(
            chain.paths,
            tmp_path / "out",
            model_images=tuple(chain.paths),
            model_images_mode=SelectionMode.EXCLUDE,
        )
    assert isinstance(caught.value.problems[0], NoModelImageError)


@pytest.mark.parametrize("name", ["mean_factor", "std_factor"])
@pytest.mark.parametrize("value", [-1.0, float("nan")])
def test_weights_that_are_none_are_refused(chain, tmp_path, name, value):
    """By the parameter's name."""
    with pytest.raises(Problems, match=name.upper()):
        run_global(chain.paths, tmp_path / "out", **{name: value})


def test_factors_weigh_the_rows_of_least_squares(chain, tmp_path):
    """With the rows about deviations left out, contrasts stay apart; with means left out, levels do."""
    options = {"method": GlobalMethod.LEAST_SQUARES}
    both = run_global(chain.paths, tmp_path / "a", **options).quality
    no_means = run_global(chain.paths, tmp_path / "b", mean_factor=0.0, **options).quality
    assert no_means.bias_after > 1.5 * both.bias_after
