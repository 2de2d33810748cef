"""Decisions about transforms, on windows held out for them."""

import numpy as np
import pytest
from made_views import Ground, views

from evenlight.core.align.agreement import ALREADY, correlation, decide, decided, held_out, without_held_out
from evenlight.core.align.pair import Estimate, Pair
from evenlight.core.align.phase_correlation import phase_correlation
from evenlight.core.align.settings import MatchSettings
from evenlight.core.align.transform import Transform

SETTINGS = MatchSettings()
CASES = [{"noise": 3.0}, {"noise": 12.0}, {"cloud": 0.1, "masked": False}, {"cloud": 0.1, "border": 20}]


def judged(truth, given, seed=1, **case):
    pair = views(Ground(256, seed=seed), Transform.shift(*truth), seed=seed, **case)
    return decide(pair, Estimate(Transform.shift(*given), 0), SETTINGS)


@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize("truth", [(0.3, 0.2), (2.0, -1.5), (8.0, 3.0)])
def test_the_truth_is_accepted(case, truth):
    decision = judged(truth, truth, **case)
    assert decision.accepted
    assert decision.after > decision.before
    assert decision.reason == ""


@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize("given", [(0.15, 0.0), (0.5, 0.5), (3.0, 1.0)])
def test_images_in_place_stay(case, given):
    """Not even half a pixel's blur of the noise makes them agree better."""
    decision = judged((0.0, 0.0), given, **case)
    assert not decision.accepted
    assert "better" in decision.reason


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_too_far_is_refused(case):
    assert not judged((0.2, 0.0), (0.5, 0.0), **case).accepted


def test_under_a_tenth_of_a_pixel_nothing_is_done():
    decision = judged((0.09, 0.0), (0.09, 0.0))
    assert not decision.accepted
    assert "in place" in decision.reason
    assert decision.before == decision.after > 0.9


def test_a_corner_counts():
    """The shift is small, but the rotation moves corners by more than a tenth of a pixel."""
    pair = views(Ground(256), Transform.shift(0.0, 0.0))
    turn = Transform(np.array([[1.0, 0.001, 0.0], [-0.001, 1.0, 0.0], [0.0, 0.0, 1.0]]))
    assert "better" in decide(pair, Estimate(turn, 0), SETTINGS).reason


def test_other_ground_is_not_moved():
    accepted = 0
    for seed in range(20):
        pair = views(Ground(200, seed=seed), Transform.shift(0.0, 0.0), seed=seed)
        other = views(Ground(200, seed=seed + 60), Transform.shift(0.0, 0.0)).image
        step = np.random.default_rng(seed).uniform(-9.0, 9.0, 2)
        accepted += decide(pair._replace(image=other), Estimate(Transform.shift(*step), 0), SETTINGS).accepted
    assert accepted <= 2


def test_units_do_not_matter():
    pair = views(Ground(256), Transform.shift(0.4, 0.1), cloud=0.1)
    other = Pair(*((1e-4 * array + 3.0).astype(np.float32) for array in pair[:2]), *pair[2:])
    estimate = Estimate(Transform.shift(0.4, 0.1), 0)
    assert decide(other, estimate, SETTINGS)[:3] == pytest.approx(decide(pair, estimate, SETTINGS)[:3], abs=1e-3)


def test_many_windows_decide_by_their_spread():
    before = np.array([0.5, 0.6, 0.7, 0.8, 0.9])
    assert decided(before, before + 0.01, 1.0).accepted
    assert not decided(before, before + np.array([0.05, -0.05, 0.06, -0.05, 0.01]), 1.0).accepted
    assert decided(0.5, 0.6, 1.0).accepted
    assert decided(0.5, 0.6, 0.05).reason == ALREADY


def test_how_the_files_lie_counts():
    """A grid that lies half a pixel off, as its file says: that is no transform."""
    pair = views(Ground(256), Transform.shift(0.5, 0.0))
    lies = Transform.shift(0.5, 0.0)
    assert decide(pair, Estimate(Transform.shift(0.52, 0.0), 0), SETTINGS, lies).reason == ALREADY
    assert not decide(pair, Estimate(Transform.shift(0.0, 0.0), 0), SETTINGS, lies).accepted


def test_held_out_windows_are_a_fifth_everywhere():
    held = held_out((500, 700))
    assert 0.17 < held.mean() < 0.23
    quarters = [part.mean() for half in np.array_split(held, 2) for part in np.array_split(half, 2, axis=1)]
    assert min(quarters) > 0.15


def test_an_estimate_without_them_is_as_good():
    pair = views(Ground(256), Transform.shift(3.3, -1.7), cloud=0.1)
    found = phase_correlation(without_held_out(pair), SETTINGS).transform.step
    assert np.allclose(found, (3.3, -1.7), atol=0.06)


def test_correlation():
    pair = views(Ground(256), Transform.shift(3.3, -1.7), border=12, cloud=0.1, noise=0.0)
    assert correlation(pair, Transform.shift(3.3, -1.7)) > 0.9999
    assert correlation(pair, Transform.shift(0.0, 0.0)) < 0.99
    nothing = pair._replace(image_valid=np.zeros_like(pair.image_valid))
    assert correlation(nothing, Transform.shift(0.0, 0.0)) == 0.0
    assert not decide(nothing, Estimate(Transform.shift(1.0, 0.0), 0), SETTINGS).accepted


@pytest.mark.parametrize("shape", [(16, 16), (20, 300), (1, 1)])
def test_small_images(shape):
    both = np.random.default_rng(1).normal(size=(2, *shape)).astype(np.float32)
    pair = Pair(*both, *np.ones((2, *shape), dtype=bool))
    assert not decide(pair, Estimate(Transform.shift(50.0, 0.0), 0), SETTINGS).accepted


def test_few_windows_that_gain_much_do_not_outvote_the_others():
    """Mean gain and median gain must both be above 0: 8 of 20 windows gain much, 12 lose a little."""
    before = np.full(20, 0.5)
    after = np.where(np.arange(20) < 8, 0.8, 0.49)
    assert not decided(before, after, 2.0).accepted
    assert decided(before, np.where(np.arange(20) < 12, 0.8, 0.49), 2.0).accepted
