"""The robust solution on networks whose truth is known."""

from __future__ import annotations

import time
import tracemalloc

import numpy as np
import pytest
from made_networks import grid_pairs, made_network, random_distortion, relative_errors
from made_scenes import rms

from evenlight.core.radiometry.adjustment import rejected_overlaps
from evenlight.core.radiometry.network import group_count, isolated, network_of
from evenlight.core.radiometry.robust import solve_robust
from evenlight.core.radiometry.solve import solve_global
from evenlight.core.settings import GlobalMethod, GlobalModel, GlobalSettings
from evenlight.core.statistics.overlaps import components
from evenlight.core.statistics.sums import gather

BOTH = GlobalModel.GAIN_OFFSET


def no_image(network):
    """No image is held."""
    return np.zeros(network.images, dtype=bool)


def spoil_tenth(random, pairs):
    """One overlap in ten sees clouds: contrast and level far off, correlation gone."""
    bad = random.permutation(len(pairs["mean_first"]))[: len(pairs["mean_first"]) // 10]
    pairs["std_first"][bad] *= random.choice([0.4, 2.5], size=(len(bad), 1))
    pairs["mean_first"][bad] += random.choice([-900, 900], size=(len(bad), 1))
    pairs["covariance"][bad] *= 0.2


def test_a_grid_without_noise_is_solved_exactly():
    """400 images, relative gains to 0.05 %."""
    gain, offset = random_distortion(400)
    network = made_network(400, *grid_pairs(20, 20), gain, offset, noise=0.0)
    solution = solve_robust(network, BOTH, no_image(network))
    assert rms(relative_errors(solution.gain, gain)) <= 5e-4
    level = solution.gain * offset + solution.offset
    assert rms(level - level.mean()) < 1.0
    assert solution.rejected == ()


def test_a_tenth_of_bad_overlaps_bends_nothing():
    """20 x 20 images, 10 % bad overlaps: gains within 2 % RMS, contrast kept, the bad ones reported."""
    gain, offset = random_distortion(400)
    first, second = grid_pairs(20, 20)
    network = made_network(400, first, second, gain, offset, spoil=spoil_tenth)
    solution = solve_robust(network, BOTH, no_image(network))
    assert rms(relative_errors(solution.gain, gain)) < 0.02
    kept = (solution.gain * network.count * network.std).sum() / (network.count * network.std).sum()
    assert 0.98 <= kept <= 1.02
    assert len(solution.rejected) > 0.8 * len(first) / 10
    spoiled = made_network(400, first, second, gain, offset)
    wrong = np.flatnonzero(np.abs(network.std_first[:, 0] / spoiled.std_first[:, 0] - 1) > 0.1)
    named = {(r.first, r.second) for r in solution.rejected}
    assert named <= {(int(first[n]), int(second[n])) for n in wrong}


def test_least_squares_is_bent_by_them():
    """The same network: what the robust method is for."""
    gain, offset = random_distortion(400)
    network = made_network(400, *grid_pairs(20, 20), gain, offset, spoil=spoil_tenth)
    solution = solve_global(network, GlobalSettings(method=GlobalMethod.LEAST_SQUARES), no_image(network))
    assert rms(relative_errors(solution.gain, gain)) > 0.05


def test_ten_thousand_images_need_no_dense_matrix(record_property):
    """100 x 100 images with eight neighbours: under 200 MB, where a dense matrix alone has 800."""
    gain, offset = random_distortion(10000)
    first, second = grid_pairs(100, 100)
    network = made_network(10000, first, second, gain, offset)
    begun = time.perf_counter()
    tracemalloc.start()
    solution = solve_robust(network, BOTH, no_image(network))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    record_property("seconds", time.perf_counter() - begun)
    record_property("megabytes", peak / 1e6)
    assert peak < 200e6
    assert rms(relative_errors(solution.gain, gain)) < 0.02


def test_a_chain_keeps_its_own_links():
    """Fifty images in a row: residuals are nearly zero, and no good link is rejected for that."""
    gain, offset = random_distortion(50)
    numbers = np.arange(50)
    network = made_network(50, numbers[:-1], numbers[1:], gain, offset, noise=0.05)
    solution = solve_robust(network, BOTH, no_image(network))
    assert solution.rejected == ()
    assert rms(np.diff(np.log(solution.gain * gain), axis=0)) < 0.01


@pytest.mark.parametrize("good", [0, 3])
def test_links_that_contradict_each_other_are_rejected_and_no_others(good):
    """Two grids hang together by two pairs, three times too high and too low: neither can be believed.

    Alone they are unchecked bridges; beside good links they are not.
    """
    first, second = grid_pairs(3, 3)
    extra = np.array([*[[5, 12], [6, 11], [4, 13]][:good], [8, 9], [7, 10]])
    pairs = [np.concatenate([a, a + 9, links]) for a, links in ((first, extra[:, 0]), (second, extra[:, 1]))]
    gain, offset = random_distortion(18)

    def spoil(random, table):
        for name in ("std_first", "covariance"):
            table[name][-1] *= 3.0
            table[name][-2] /= 3.0

    network = made_network(18, *pairs, gain, offset, spoil=spoil)
    rejected = solve_robust(network, BOTH, no_image(network)).rejected
    assert {(overlap.first, overlap.second) for overlap in rejected} == {(8, 9), (7, 10)}
    for overlap in rejected:
        assert overlap.unchecked_bridge == (good == 0)
        assert overlap.bands == (1,)
        assert overlap.sigmas > 4
        assert "contradicts" in overlap.cause


@pytest.mark.parametrize(("step", "cause"), [(0, "contrast"), (1, "brightness")])
def test_a_rejected_only_link_is_called_an_unchecked_bridge(step, cause):
    """0 - 1 - 2, the second link's weight is gone: nothing else tells whether that is right."""
    gain, offset = random_distortion(3)
    network = made_network(3, np.array([0, 1]), np.array([1, 2]), gain, offset)
    weights, sigmas = np.ones((1, 2, 2)), np.array([[[0.5, 9.0]] * 2])
    weights[0, step, 1] = 0.01
    (rejected,) = rejected_overlaps(network, weights, sigmas)
    assert (rejected.first, rejected.second, rejected.unchecked_bridge) == (1, 2, True)
    assert rejected.sigmas == 9.0
    assert cause in rejected.cause


@pytest.mark.parametrize("model", GlobalModel)
def test_images_without_overlap_keep_identity(model):
    """Two of five stand alone: exactly 1 and 0."""
    gain, offset = random_distortion(5)
    network = made_network(5, np.array([0, 1]), np.array([1, 2]), gain, offset)
    solution = solve_robust(network, model, no_image(network))
    assert solution.gain[3:].tolist() == [[1.0], [1.0]]
    assert solution.offset[3:].tolist() == [[0.0], [0.0]]


@pytest.mark.parametrize("model", GlobalModel)
def test_held_images_are_held_to_the_last_digit(model):
    """Two of nine are fixed: exactly 1 and 0, and the others come to them."""
    gain, offset = random_distortion(9)
    gain[[0, 8]], offset[[0, 8]] = 1.0, 0.0
    network = made_network(9, *grid_pairs(3, 3), gain, offset, noise=0.001)
    fixed = np.isin(np.arange(9), [0, 8])
    solution = solve_robust(network, model, fixed)
    assert (solution.gain[fixed] == 1.0).all()
    assert (solution.offset[fixed] == 0.0).all()
    if model is BOTH:
        assert np.abs(solution.gain * gain - 1).max() < 0.01


@pytest.mark.parametrize("model", GlobalModel)
def test_models_keep_what_they_must_not_change(model):
    """`gain` has no offset, `offset` no gain."""
    gain, offset = random_distortion(9, 2)
    network = made_network(9, *grid_pairs(3, 3), gain, offset)
    solution = solve_robust(network, model, no_image(network))
    assert (solution.gain == 1).all() == (model is GlobalModel.OFFSET)
    assert (solution.offset == 0).all() == (model is GlobalModel.GAIN)


def test_each_group_keeps_its_brightness_and_contrast():
    """Two grids of different level: pooled means and deviations before and after."""
    first, second = grid_pairs(3, 3)
    gain, offset = random_distortion(18)
    offset[9:] += 5000
    network = made_network(18, np.r_[first, first + 9], np.r_[second, second + 9], gain, offset)
    solution = solve_robust(network, BOTH, no_image(network))
    assert group_count(network) == 2
    for group in (slice(0, 9), slice(9, 18)):
        after = solution.gain[group] * network.mean[group] + solution.offset[group]
        assert after.mean() == pytest.approx(network.mean[group].mean(), rel=1e-9)
        kept = (solution.gain[group] * network.std[group]).sum() / network.std[group].sum()
        assert 0.98 <= kept <= 1.02


def test_standard_errors_say_how_wrong_gains_are():
    """Many draws of noise: errors over their standard errors have a spread near 1.

    A little above, because the largest residuals are taken for outliers (measured 1.18).
    """
    gain, offset = random_distortion(16)
    ratios = []
    for seed in range(12):
        network = made_network(16, *grid_pairs(4, 4), gain, offset, seed=seed, noise=0.3)
        solution = solve_robust(network, BOTH, no_image(network))
        ratios.append(relative_errors(solution.gain, gain) * solution.gain / solution.gain_error)
    assert 0.8 < rms(np.array(ratios)) < 1.25


def test_weak_overlaps_have_larger_errors():
    """Correlation 0.1: an overlap as much noise as texture cannot promise a thousandth."""
    gain, offset = random_distortion(9)

    def uncorrelated(random, table):
        table["covariance"][:] = 0.1 * table["std_first"] * table["std_second"]

    options = {"pixels": 3000.0, "noise": 0.02}
    good = made_network(9, *grid_pairs(3, 3), gain, offset, **options)
    weak = made_network(9, *grid_pairs(3, 3), gain, offset, spoil=uncorrelated, **options)
    good, weak = (solve_robust(network, BOTH, no_image(network)) for network in (good, weak))
    assert (weak.gain_error > 2 * good.gain_error).all()
    assert weak.gain_error.min() > 0.01


def test_large_networks_get_errors_near_the_exact_ones(monkeypatch):
    """The estimate from random vectors, against the exact inverse of the same network: within a factor of 1.5."""
    from evenlight.core.radiometry import robust

    gain, offset = random_distortion(400)
    network = made_network(400, *grid_pairs(20, 20), gain, offset)
    exact = solve_robust(network, BOTH, no_image(network)).gain_error
    monkeypatch.setattr(robust, "EXACT_ERRORS", 10)
    estimated = solve_robust(network, BOTH, no_image(network)).gain_error
    assert np.abs(np.log(estimated / exact)).max() < np.log(1.5)


@pytest.mark.parametrize("level", [0.0, 7.0, 1e-12, 1e12])
def test_constant_images_are_no_trap(level):
    """No texture anywhere, of any level: finite, and identity in gain."""
    network = made_network(4, np.array([0, 1, 2]), np.array([1, 2, 3]), np.ones((4, 1)), np.zeros((4, 1)))
    flat = {name: np.zeros_like(getattr(network, name)) for name in ("std", "std_first", "std_second", "covariance")}
    means = {name: np.full_like(getattr(network, name), level) for name in ("mean", "mean_first", "mean_second")}
    flat_network = type(network)(**{**vars(network), **flat, **means})
    for model in GlobalModel:
        solution = solve_robust(flat_network, model, no_image(network))
        assert np.isfinite(solution.gain).all()
        assert solution.gain == pytest.approx(1.0)
        assert solution.gain * level + solution.offset == pytest.approx(level, rel=1e-6, abs=1e-9)


def test_flat_overlaps_still_bring_levels_together():
    """Pairs over water have no texture: gains stay, offsets follow the means."""
    gain = np.ones((3, 1))
    offset = np.array([[0.0], [80.0], [-50.0]])

    def flat(random, table):
        for name in ("std_first", "std_second", "covariance"):
            table[name][:] = 0.0

    network = made_network(3, np.array([0, 1]), np.array([1, 2]), gain, offset, noise=0.0, spoil=flat)
    solution = solve_robust(network, BOTH, no_image(network))
    left = offset + solution.offset
    assert solution.gain == pytest.approx(1.0)
    assert np.ptp(left) < 1.0


def test_units_do_not_matter():
    """Values times 1e-6: the same gains, offsets times 1e-6."""
    gain, offset = random_distortion(9)
    network = made_network(9, *grid_pairs(3, 3), gain, offset)
    ones = np.ones_like(gain)
    small = network.adjusted(1e-6 * ones, 0 * ones)
    for model in GlobalModel:
        one, two = (solve_robust(n, model, no_image(n)) for n in (network, small))
        assert two.gain == pytest.approx(one.gain, rel=1e-9)
        assert two.offset == pytest.approx(1e-6 * one.offset, rel=1e-6, abs=1e-12)
        assert two.offset_error == pytest.approx(1e-6 * one.offset_error, rel=1e-6)


def test_no_pairs_at_all_is_identity():
    """Three strangers."""
    network = network_of(gather(3, 2, []))
    solution = solve_robust(network, BOTH, no_image(network))
    assert (solution.gain == 1).all()
    assert (solution.offset == 0).all()
    assert isolated(network) == [0, 1, 2]


def test_groups_are_numbered_by_their_first_image():
    """0 and 3 hang together, 1 and 2 too, 4 is alone."""
    assert components(5, np.array([0, 1]), np.array([3, 2])).tolist() == [0, 1, 1, 0, 2]
