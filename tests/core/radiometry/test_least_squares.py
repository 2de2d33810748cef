"""The documented system, against a dense solution of its equations written out row by row."""

from __future__ import annotations

import numpy as np
import pytest
from made_networks import grid_pairs, made_network, random_distortion

from evenlight.core.radiometry.least_squares import solve_least_squares
from evenlight.core.settings import GlobalModel, GlobalSettings


def dense(network, shaping, mean_factor, std_factor, columns):
    """Ordinary least squares of methods 2.1 in one band, as the page has it."""
    images = network.images
    rows, wanted = [], []
    for pair, (i, j) in enumerate(zip(network.first, network.second)):
        if not (shaping[i] or shaping[j]):
            continue
        row = np.zeros(2 * images)
        row[[i, images + i, j, images + j]] = (
            network.mean_first[pair, 0],
            1,
            -network.mean_second[pair, 0],
            -1,
        )
        rows.append(mean_factor * row)
        row = np.zeros(2 * images)
        row[[i, j]] = network.std_first[pair, 0], -network.std_second[pair, 0]
        rows.append(std_factor * row)
        wanted += [0, 0]
    strength = len(network.first) / (2 * images)
    for i in np.flatnonzero(shaping):
        row = np.zeros(2 * images)
        row[[i, images + i]] = network.mean[i, 0], 1
        rows.append(strength * row)
        wanted.append(strength * network.mean[i, 0])
        row = np.zeros(2 * images)
        row[i] = network.std[i, 0]
        rows.append(strength * row)
        wanted.append(strength * network.std[i, 0])
    system, wanted = np.array(rows), np.array(wanted)
    identity = np.r_[np.ones(images), np.zeros(images)]
    solved = identity.copy()
    left = wanted - system @ identity
    # offsets in units of the level, so that rounding does not decide
    unit = np.r_[np.ones(images), np.full(images, 2000.0)]
    scaled = (system * unit)[:, columns]
    solved[columns] += unit[columns] * np.linalg.lstsq(scaled, left, rcond=None)[0]
    return solved[:images], solved[images:]


@pytest.mark.parametrize("model", GlobalModel)
@pytest.mark.parametrize(("mean_factor", "std_factor"), [(1.0, 1.0), (3.0, 0.5), (0.2, 2.0)])
@pytest.mark.parametrize("led", [False, True], ids=["all shape", "three shape"])
def test_the_sparse_solution_is_that_of_the_documented_rows(model, mean_factor, std_factor, led):
    """A 3 x 3 grid with noise, any weights, all images or three of them as model images."""
    gain, offset = random_distortion(9)
    network = made_network(9, *grid_pairs(3, 3), gain, offset, noise=0.2)
    shaping = np.ones(9, bool) if not led else np.isin(np.arange(9), [0, 4, 5])
    settings = GlobalSettings(model=model, mean_factor=mean_factor, std_factor=std_factor)
    solution = solve_least_squares(network, settings, shaping)
    columns = {
        GlobalModel.GAIN_OFFSET: np.arange(18),
        GlobalModel.GAIN: np.arange(9),
        GlobalModel.OFFSET: np.arange(9, 18),
    }[model]
    expected_gain, expected_offset = dense(network, shaping, mean_factor, std_factor, columns)
    assert solution.gain[:, 0] == pytest.approx(expected_gain, abs=2e-6)
    assert solution.offset[:, 0] == pytest.approx(expected_offset, abs=5e-3)


@pytest.mark.parametrize(("images", "left"), [(5, 0.17), (20, 0.53)])
def test_the_share_of_the_difference_that_survives_is_the_documented_one(images, left):
    """N images of one ground that differ by offsets: p^2 / (p^2 + N) of it is left."""
    pairs = np.array([(i, j) for i in range(images) for j in range(i + 1, images)]).T
    offset = np.random.default_rng(1).uniform(-50, 50, (images, 1))
    network = made_network(images, *pairs, np.ones((images, 1)), offset, noise=0.0)
    ground = np.full((images, 1), 2000.0)
    network = type(network)(**{**vars(network), "mean": ground + offset})
    solution = solve_least_squares(network, GlobalSettings(model=GlobalModel.OFFSET), np.ones(images, bool))
    survived = np.std(offset + solution.offset) / np.std(offset)
    assert survived == pytest.approx(left, abs=0.01)


def test_images_without_overlap_keep_identity():
    """The third of three is alone."""
    gain, offset = random_distortion(3)
    network = made_network(3, np.array([0]), np.array([1]), gain, offset)
    solution = solve_least_squares(network, GlobalSettings(), np.ones(3, bool))
    assert (solution.gain[2, 0], solution.offset[2, 0]) == (1.0, 0.0)
    assert solution.gain[0, 0] != 1.0


@pytest.mark.parametrize("factors", [(0.0, 0.0), (0.0, 1.0), (1.0, 0.0)])
def test_rows_without_weight_say_nothing_and_break_nothing(factors):
    """Both weights zero: only the anchors are left, which are identity."""
    gain, offset = random_distortion(9)
    network = made_network(9, *grid_pairs(3, 3), gain, offset)
    settings = GlobalSettings(mean_factor=factors[0], std_factor=factors[1])
    solution = solve_least_squares(network, settings, np.ones(9, bool))
    assert np.isfinite(solution.gain).all()
    assert np.isfinite(solution.offset).all()
    if factors == (0.0, 0.0):
        assert solution.gain == pytest.approx(1.0)
        assert solution.offset == pytest.approx(0.0, abs=1e-6)


def test_an_error_model_is_not_pretended():
    """Standard errors are not known, and said to be so."""
    gain, offset = random_distortion(4)
    network = made_network(4, *grid_pairs(2, 2), gain, offset)
    solution = solve_least_squares(network, GlobalSettings(), np.ones(4, bool))
    assert np.isnan(solution.gain_error).all()
