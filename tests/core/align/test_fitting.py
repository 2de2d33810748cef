"""Transforms of each kind through points."""

import numpy as np
import pytest
from made_views import turn

from evenlight.core.align.fitting import FITS, LEAST_POINTS, fit_transform, residuals
from evenlight.core.align.settings import TransformModel
from evenlight.core.align.transform import Transform

SHEARED = Transform(np.array([[1.02, 0.03, -4.0], [-0.01, 0.97, 7.5], [0.0, 0.0, 1.0]]))
TILTED = Transform(np.array([[1.01, 0.02, 3.0], [-0.03, 0.98, -2.0], [1e-5, -2e-5, 1.0]]))
TRUTHS = {
    TransformModel.TRANSLATION: Transform.shift(3.25, -1.5),
    TransformModel.EUCLIDEAN: turn(40.0, 1.0),
    TransformModel.AFFINE: SHEARED,
    TransformModel.HOMOGRAPHY: TILTED,
}
KINDS = pytest.mark.parametrize("model", TransformModel)


def points(count=30, seed=1):
    return np.random.default_rng(seed).uniform(0.0, 1000.0, size=(count, 2))


def same(one, two, tolerance=1e-6):
    """Whether two transforms bring the corners of a large image to the same places, in pixels."""
    corners = np.array([[0.0, 0.0], [1000.0, 0.0], [0.0, 1000.0], [1000.0, 1000.0]])
    return np.abs(one.moved(corners) - two.moved(corners)).max() < tolerance


def test_every_kind_is_there():
    assert set(FITS) == set(LEAST_POINTS) == set(TransformModel)


@KINDS
def test_exact_points_give_the_transform(model):
    for simpler, truth in TRUTHS.items():
        if list(TransformModel).index(simpler) <= list(TransformModel).index(model):
            here = points()
            found = fit_transform(model, here, truth.moved(here), np.ones(len(here)))
            assert same(found, truth), simpler
            assert residuals(found, here, truth.moved(here)).max() < 1e-6


@KINDS
def test_the_fewest_points_do(model):
    here = np.array([[10.0, 20.0], [900.0, 50.0], [880.0, 930.0], [40.0, 870.0]])[: LEAST_POINTS[model]]
    truth = TRUTHS[model]
    assert same(fit_transform(model, here, truth.moved(here), np.ones(len(here))), truth)
    with pytest.raises(np.linalg.LinAlgError):
        fit_transform(model, here[1:], truth.moved(here[1:]), np.ones(len(here) - 1))


@KINDS
def test_noise_is_averaged(model):
    """0.3 pixels a coordinate, of 400 points: a twentieth of that per parameter, more at the corners."""
    here, truth = points(400), TRUTHS[model]
    noise = np.random.default_rng(2).normal(scale=0.3, size=here.shape)
    assert same(fit_transform(model, here, truth.moved(here) + noise, np.ones(len(here))), truth, 0.2)


@KINDS
def test_weights_count_points(model):
    """A point twice is a point of twice the weight; one of no weight is none; their level does not matter."""
    here = points(12)
    belongs = TRUTHS[model].moved(here) + np.random.default_rng(3).normal(size=here.shape)
    weights = np.repeat([1.0, 2.0], 6)
    twice = np.concatenate([here, here[6:]]), np.concatenate([belongs, belongs[6:]])
    found = fit_transform(model, here, belongs, weights)
    assert same(found, fit_transform(model, *twice, np.ones(18)))
    assert same(found, fit_transform(model, here, belongs, 1e-9 * weights))
    wild = np.concatenate([here, [[5.0, 5.0]]]), np.concatenate([belongs, [[9e3, -9e3]]])
    assert same(found, fit_transform(model, *wild, np.append(weights, 0.0)))


@KINDS
def test_order_and_origin_do_not_matter(model):
    """Positions on a map are large: 6 digits before the point take none after it."""
    here = points(12)
    belongs = TRUTHS[model].moved(here) + np.random.default_rng(3).normal(size=here.shape)
    found = fit_transform(model, here, belongs, np.ones(12))
    assert same(found, fit_transform(model, here[::-1], belongs[::-1], np.ones(12)))
    there = Transform.shift(3e5, 4e5)
    far = fit_transform(model, there.moved(here), there.moved(belongs), np.ones(12))
    assert same(there.inverse().after(far).after(there), found, 1e-3)


def test_a_rotation_is_no_mirror():
    here = points()
    mirrored = here * (-1.0, 1.0)
    linear = fit_transform(TransformModel.EUCLIDEAN, here, mirrored, np.ones(len(here))).matrix[:2, :2]
    assert np.linalg.det(linear) == pytest.approx(1.0)
    assert np.allclose(linear @ linear.T, np.eye(2))


@pytest.mark.parametrize("model", [TransformModel.AFFINE, TransformModel.HOMOGRAPHY])
def test_points_on_a_line_do_not_say(model):
    line = np.linspace(0.0, 900.0, 9)[:, None] * (1.0, 0.5)
    with pytest.raises(np.linalg.LinAlgError):
        fit_transform(model, line, line + 3.0, np.ones(9))
    with pytest.raises(np.linalg.LinAlgError):
        fit_transform(model, np.full((9, 2), 4.0), np.full((9, 2), 5.0), np.ones(9))


def test_residuals():
    left = residuals(Transform.shift(3.0, 4.0), np.array([[0.0, 0.0], [1.0, 1.0]]), np.array([[0.0, 0.0], [4.0, 5.0]]))
    assert left.tolist() == [5.0, 0.0]
