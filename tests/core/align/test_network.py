"""The joint solution on tiles whose true places are known."""

from __future__ import annotations

import time

import numpy as np
import pytest
from made_tiles import disagreement, tie_points, tiles

from evenlight.core.align.network import Footprints, residuals, solve_network, transforms
from evenlight.core.align.settings import JointModel, Loss
from evenlight.core.align.tie_points import TiePoints
from evenlight.core.align.transform import Transform

MODEL_OF = {
    "translation": JointModel.TRANSLATION,
    "rigid": JointModel.SIMILARITY,
    "similarity": JointModel.SIMILARITY,
    "affine": JointModel.AFFINE,
}


def solved(made, points, model, fixed=(), loss=Loss.HUBER):
    """Transforms of all tiles, those with a number in ``fixed`` held."""
    held = np.isin(np.arange(len(made.windows)), fixed)
    return transforms(solve_network(points, made.footprints, held, model, loss).theta, made.footprints)


def scales(found):
    """Of each transform."""
    return np.array([np.sqrt(np.linalg.det(transform.matrix[:2, :2])) for transform in found])


def centres(made, found):
    """Where the tiles' centres go."""
    return np.array([transform.moved(centre[None])[0] for transform, centre in zip(found, made.footprints.centre)])


@pytest.mark.parametrize("kind", MODEL_OF)
def test_exact_tie_points_bring_thirty_tiles_together(kind):
    """Up to 8 px off, turned and scaled as the model allows: within 0.02 px at every corner of every overlap."""
    made = tiles(5, 6, kind)
    untouched = [Transform.shift(0, 0)] * 30
    assert disagreement(made, untouched).max() > 10.0
    assert disagreement(made, solved(made, tie_points(made), MODEL_OF[kind])).max() < 0.02


@pytest.mark.parametrize("loss", [Loss.HUBER, Loss.CAUCHY])
@pytest.mark.parametrize("kind", MODEL_OF)
def test_noise_and_gross_errors_do_not_spoil_it(kind, loss):
    """0.3 px of noise, and a fifth of the points wrong by up to 60 px: within 0.1 px."""
    made = tiles(5, 6, kind)
    found = solved(made, tie_points(made, noise=0.3, wrong=0.2), MODEL_OF[kind], loss=loss)
    assert np.sqrt((disagreement(made, found) ** 2).mean()) < 0.1


def test_gross_errors_do_spoil_plain_least_squares():
    """So the test above can fail."""
    made = tiles(5, 6, "translation")
    found = solved(made, tie_points(made, noise=0.3, wrong=0.2), JointModel.TRANSLATION, loss=Loss.NONE)
    assert np.sqrt((disagreement(made, found) ** 2).mean()) > 0.5


@pytest.mark.parametrize("model", JointModel)
def test_tie_points_that_agree_move_nothing(model):
    """Not by a hundredth of a pixel, with whatever model, and far from the origin too."""
    made = tiles(5, 6, "translation", shift=0.0)
    for transform, (column, row, width, height) in zip(solved(made, tie_points(made), model), made.windows):
        corners = np.array([[column, row], [column + width, row + height]], dtype=float)
        assert np.abs(transform.moved(corners) - corners).max() < 1e-6


@pytest.mark.parametrize("kind", ["translation", "rigid"])
@pytest.mark.parametrize("noise", [0.0, 1.0])
def test_ground_keeps_its_scale(kind, noise):
    """Nothing is scaled in truth; noise of a pixel does not make shrinking worth while."""
    made = tiles(6, 6, kind)
    model = JointModel.SIMILARITY
    found = solved(made, tie_points(made, noise=noise), model)
    assert abs(np.log(scales(found)).mean()) < 1e-6
    if not noise:
        assert np.abs(scales(found) - 1.0).max() < 1e-6
    before, after = centres(made, made.truth), centres(made, found)
    before, after = before - before.mean(axis=0), after - after.mean(axis=0)
    stretch = np.hypot(*after.T).mean() / np.hypot(*before.T).mean()
    assert abs(stretch - 1.0) < (1e-6 if not noise else 1e-4)


def test_shrinking_does_not_pay_for_contradictions():
    """Tie points that no transform can satisfy: the plain sum of squares would fall with the scale."""
    made = tiles(4, 4, "translation", shift=0.0)
    points = tie_points(made, noise=20.0, count=20)
    for model in (JointModel.SIMILARITY, JointModel.AFFINE):
        found = solved(made, points, model, loss=Loss.NONE)
        spread = centres(made, found) - centres(made, found).mean(axis=0)
        truth = made.footprints.centre - made.footprints.centre.mean(axis=0)
        assert abs((spread * truth).sum() / (truth**2).sum() - 1.0) < 2e-3


@pytest.mark.parametrize("kind", MODEL_OF)
def test_groups_keep_their_mean_place(kind):
    """Two islands: each keeps the mean of its centres and of its images' orientations."""
    made = tiles(3, 6, kind)
    column = np.arange(18) % 6
    pairs = made.pairs[(column[made.pairs] < 3).all(axis=1) | (column[made.pairs] >= 3).all(axis=1)]
    found = solved(made, tie_points(made, pairs=pairs, noise=0.3), MODEL_OF[kind])
    for island in (column < 3, column >= 3):
        assert np.abs((centres(made, found) - made.footprints.centre)[island].mean(axis=0)).max() < 1e-9
        linear = np.array([transform.matrix[:2, :2] for transform in found])[island].mean(axis=0)
        assert abs(linear[0, 1] - linear[1, 0]) < 1e-9
    assert disagreement(made, found, pairs).max() < 0.5


@pytest.mark.parametrize("kind", MODEL_OF)
def test_fixed_images_stay_exactly_and_the_rest_follows(kind):
    made = tiles(4, 4, kind)
    found = solved(made, tie_points(made), MODEL_OF[kind], fixed=[5, 6])
    for image in (5, 6):
        assert (found[image].matrix == np.eye(3)).all()
    made_of_one = tiles(4, 4, kind)
    found = solved(made_of_one, tie_points(made_of_one), MODEL_OF[kind], fixed=[5])
    true_place = made_of_one.truth[5].inverse()
    for image, transform in enumerate(found):
        centre = made_of_one.footprints.centre[image][None]
        wanted = true_place.after(made_of_one.truth[image]).moved(centre)
        assert np.abs(transform.moved(centre) - wanted).max() < 0.02


def test_all_images_fixed_is_no_problem():
    made = tiles(2, 2, "translation")
    assert all((m.matrix == np.eye(3)).all() for m in solved(made, tie_points(made), JointModel.AFFINE, range(4)))


def test_a_chain_is_solved_link_by_link():
    """No loop, so every residual vanishes; exact links must not reject each other."""
    made = tiles(1, 12, "translation")
    points = tie_points(made, count=3)
    solution = solve_network(points, made.footprints, np.zeros(12, bool), JointModel.TRANSLATION, Loss.HUBER)
    assert np.hypot(*residuals(solution.theta, made.footprints, points).T).max() < 0.005
    assert (solution.weight == 1.0).all()


def test_a_loop_shares_its_contradiction():
    """Three images whose links add up to 3 px around the loop: each link gives in by a third."""
    centre = np.array([[0.0, 0.0], [500.0, 0.0], [250.0, 400.0]])
    footprints = Footprints(centre, np.full(3, 500.0))
    at = np.array([[250.0, 100.0]] * 50)
    gaps = {(0, 1): 1.0, (1, 2): 1.0, (0, 2): -1.0}
    parts = [TiePoints.of_pair(*pair, at, np.add(at, (gap, 0.0))) for pair, gap in gaps.items()]
    solution = solve_network(TiePoints.joined(parts), footprints, np.zeros(3, bool), JointModel.TRANSLATION, Loss.NONE)
    left = residuals(solution.theta, footprints, TiePoints.joined(parts))
    assert np.abs(np.abs(left[:, 0]) - 1.0).max() < 1e-3


def test_images_without_tie_points_stay():
    made = tiles(3, 3, "affine")
    pairs = made.pairs[(made.pairs != 4).all(axis=1)]
    found = solved(made, tie_points(made, pairs=pairs), JointModel.AFFINE)
    assert (found[4].matrix == np.eye(3)).all()
    nothing = tie_points(made, pairs=made.pairs[:0])
    assert all((transform.matrix == np.eye(3)).all() for transform in solved(made, nothing, JointModel.AFFINE))


def test_a_wrong_overlap_is_rejected_by_the_loops_around_it():
    """All points of one pair agree with each other and are 12 px off."""
    made = tiles(4, 4, "translation")
    points = tie_points(made, noise=0.3)
    bad = (points.first == 5) & (points.second == 6)
    points.at_second[bad] += (12.0, 5.0)
    solution = solve_network(points, made.footprints, np.zeros(16, bool), JointModel.TRANSLATION, Loss.HUBER)
    assert (solution.weight[bad] == 0).all()
    assert (solution.weight[~bad] > 0).mean() > 0.99
    assert np.sqrt((disagreement(made, transforms(solution.theta, made.footprints)) ** 2).mean()) < 0.1


def test_order_of_images_and_points_changes_nothing():
    made = tiles(4, 4, "affine")
    points = tie_points(made, noise=0.3, wrong=0.1)
    rng = np.random.default_rng(3)
    new_number = rng.permutation(16)
    order = np.argsort(new_number)
    swapped = new_number[points.first] > new_number[points.second]
    first, second = new_number[points.first], new_number[points.second]
    shuffled = TiePoints(
        np.where(swapped, second, first),
        np.where(swapped, first, second),
        np.where(swapped[:, None], points.at_second, points.at_first),
        np.where(swapped[:, None], points.at_first, points.at_second),
        points.weight,
    ).only(rng.permutation(len(points)))
    other = Footprints(made.footprints.centre[order], made.footprints.radius[order])
    one = solved(made, points, JointModel.AFFINE)
    two = transforms(solve_network(shuffled, other, np.zeros(16, bool), JointModel.AFFINE, Loss.HUBER).theta, other)
    for image in range(16):
        assert np.allclose(one[image].matrix, two[new_number[image]].matrix, rtol=0, atol=1e-6)


def test_position_on_the_grid_changes_nothing():
    """The same tiles a million pixels away."""
    made = tiles(3, 3, "affine")
    points = tie_points(made, noise=0.3)
    away = np.array([1e6, -3e5])
    far = TiePoints(points.first, points.second, points.at_first + away, points.at_second + away, points.weight)
    there = Footprints(made.footprints.centre + away, made.footprints.radius)
    settings = np.zeros(9, bool), JointModel.AFFINE, Loss.HUBER
    one, two = solve_network(points, made.footprints, *settings), solve_network(far, there, *settings)
    assert np.abs(one.theta - two.theta).max() < 1e-6


def test_few_points_make_a_similarity_a_translation():
    """Two points 10 px apart with a pixel of noise say where an image is, not how it is turned."""
    made = tiles(1, 2, "translation")
    rng = np.random.default_rng(0)
    ground = np.array([[850.0, 495.0], [850.0, 505.0]])
    at = [made.truth[image].inverse().moved(ground) + rng.normal(0, 0.7, (2, 2)) for image in (0, 1)]
    found = solved(made, TiePoints.of_pair(0, 1, *at), JointModel.SIMILARITY, fixed=[0])[1]
    alone = Transform(np.linalg.inv(made.truth[0].matrix) @ made.truth[1].matrix)
    corners = np.array([[700.0, 0.0], [1700.0, 0.0], [700.0, 1000.0], [1700.0, 1000.0]])
    assert np.abs(found.moved(corners) - alone.moved(corners)).max() < 4.0


def test_weights_count():
    """Where two points contradict each other, the one of weight 4 has its way four times as far."""
    footprints = Footprints(np.array([[0.0, 0.0], [100.0, 0.0]]), np.full(2, 500.0))
    at = np.array([[50.0, 0.0]] * 2)
    points = TiePoints.of_pair(0, 1, at, np.add(at, [[1.0, 0.0], [0.0, 0.0]]), np.array([4.0, 1.0]))
    solution = solve_network(points, footprints, np.array([True, False]), JointModel.TRANSLATION, Loss.NONE)
    assert np.allclose(solution.theta[1, 0], [-0.8, 0.0], atol=1e-3)


def test_four_hundred_images_take_seconds():
    made = tiles(20, 20, "affine")
    points = tie_points(made, noise=0.3, wrong=0.1)
    start = time.perf_counter()
    found = solved(made, points, JointModel.AFFINE)
    assert time.perf_counter() - start < 20.0
    assert np.sqrt((disagreement(made, found) ** 2).mean()) < 0.1
