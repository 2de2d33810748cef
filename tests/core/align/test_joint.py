"""What is held out decides, groups that are in place stay, and pairs are told apart."""

from __future__ import annotations

from unittest.mock import Mock

import numpy as np
import pytest
from made_tiles import disagreement, tie_points, tiles

from evenlight.core.align.joint import solve_jointly
from evenlight.core.align.joint_report import _shown
from evenlight.core.align.mesh import mesh_moves
from evenlight.core.align.settings import JointModel, JointSettings, LocalModel
from evenlight.core.align.tie_points import TiePoints
from evenlight.core.align.transform import Transform
from evenlight.core.errors import Cancelled


def solve(made, points, fixed=(), **settings):
    held = np.isin(np.arange(len(made.windows)), fixed)
    return solve_jointly(points, made.windows, held, JointSettings(**settings))


def placed(solution):
    """Every image's transform, none where it stays."""
    return [transform or Transform.shift(0, 0) for transform in solution.transforms]


@pytest.mark.parametrize("local", LocalModel)
def test_a_network_comes_together_and_says_by_how_much(local):
    made = tiles(4, 4, "translation")
    solution = solve(made, tie_points(made, noise=0.3, wrong=0.1), local_model=local)
    assert disagreement(made, placed(solution)).max() < 0.15
    before, after = solution.rmse()
    assert before > 4.0
    assert after == pytest.approx(0.3 * np.sqrt(2), rel=0.15)
    assert not any(solution.reasons)
    assert all(0 <= pair.rejected < 25 and not pair.bridge for pair in solution.pairs)
    assert abs(1 - solution.counts.mean() - 0.1) < 0.02


def test_images_in_place_stay_as_they_are():
    """Noise of 0.3 px would move them by hundredths."""
    made = tiles(3, 3, "translation", shift=0.0)
    solution = solve(made, tie_points(made, noise=0.3), model=JointModel.TRANSLATION)
    assert solution.transforms == [None] * 9
    assert all("already in place" in reason for reason in solution.reasons)
    assert np.array_equal(solution.before, solution.after)


def test_an_image_whose_held_out_points_get_worse_is_left_out():
    """Points of one image that agree with the network on four fifths only: those that are not held out."""
    made = tiles(3, 3, "translation", shift=0.0)
    points = tie_points(made, noise=0.1)
    for one, other in made.pairs:
        if 4 in (one, other):
            own = np.flatnonzero((points.first == one) & (points.second == other))
            order = own[np.lexsort((points.at_first[own, 0], points.at_first[own, 1]))]
            pair = int(np.flatnonzero((made.pairs == (one, other)).all(axis=1))[0])
            seen = (np.arange(len(order)) + pair) % 5 != 4
            points.at_second[order[seen]] += (2.0, 0.0) if other == 4 else (-2.0, 0.0)
    solution = solve(made, points)
    assert solution.reasons[4] == "tie points that were held out got worse"
    assert solution.transforms[4] is None
    assert all("already in place" in reason for n, reason in enumerate(solution.reasons) if n != 4)


def test_images_that_stay_say_why():
    made = tiles(2, 3, "translation")
    pairs = made.pairs[(made.pairs != 5).all(axis=1)]
    solution = solve(made, tie_points(made, pairs=pairs), fixed=[0])
    assert solution.reasons[0] == "it is fixed"
    assert solution.reasons[5] == "it has no tie points"
    assert solution.groups[5] not in solution.groups[:5]
    assert len(set(solution.groups[:5].tolist())) == 1


def test_pairs_tell_bridges_and_rejections():
    made = tiles(1, 4, "translation")
    loop = tiles(3, 3, "translation")
    assert all(pair.bridge for pair in solve(made, tie_points(made)).pairs)
    points = tie_points(loop)
    bad = (points.first == 0) & (points.second == 1)
    points.at_second[bad] += (15.0, 0.0)
    solution = solve(loop, points)
    assert [(pair.first, pair.second) for pair in solution.pairs if pair.is_rejected] == [(0, 1)]
    assert disagreement(loop, placed(solution)).max() < 0.02


def test_nothing_to_go_by_is_no_failure():
    made = tiles(2, 2, "translation")
    solution = solve(made, TiePoints.joined([]), local_model=LocalModel.BILINEAR)
    assert solution.transforms == [None] * 4
    assert all(np.isnan(solution.rmse()))


def test_nothing_is_resampled_for_nothing():
    """Images that are only shifted get shifts and no mesh, whatever they might have got."""
    made = tiles(3, 3, "translation")
    solution = solve(made, tie_points(made), model=JointModel.AFFINE, local_model=LocalModel.BILINEAR)
    assert all(transform.is_shift for transform in solution.transforms)
    assert solution.nodes == [None] * 9
    assert disagreement(made, placed(solution)).max() < 0.02


@pytest.mark.parametrize("local", LocalModel)
def test_every_round_can_be_the_last(local):
    """A cancel in any round of the transforms' or the meshes' solution is heard."""
    made = tiles(3, 3, "affine")
    points, fixed, settings = tie_points(made, noise=0.3), np.zeros(9, dtype=bool), JointSettings(local_model=local)
    rounds = []
    solve_jointly(points, made.windows, fixed, settings, lambda: rounds.append(None))
    assert len(rounds) > (40 if local is LocalModel.BILINEAR else 20)
    for last in (0, len(rounds) // 2, len(rounds) - 1):
        stop = Mock(side_effect=[None] * last + [Cancelled])
        with pytest.raises(Cancelled):
            solve_jointly(points, made.windows, fixed, settings, stop)


def test_lines_end_where_transform_and_mesh_of_the_other_image_bring_a_tie_point():
    made = tiles(2, 2, "translation")
    points = tie_points(made)
    bent = 3.0 * np.sin(points.at_second / 150.0)
    points = TiePoints(points.first, points.second, points.at_first, points.at_second + bent, points.weight)
    solution = solve(made, points, local_model=LocalModel.BILINEAR)
    assert all(nodes is not None for nodes in solution.nodes)
    moved = np.zeros((len(points), 2))
    for image, transform in enumerate(placed(solution)):
        own = points.second == image
        moved[own] = transform.moved(points.at_second[own])
    moved += mesh_moves(solution.nodes, points.second, points.at_second)
    assert np.abs(_shown(points, solution) - moved).max() < 1e-9
    # and the other end, by what is left, where the first image's bring it
    back = np.zeros((len(points), 2))
    for image, transform in enumerate(placed(solution)):
        own = points.first == image
        back[own] = transform.moved(points.at_first[own])
    back += mesh_moves(solution.nodes, points.first, points.at_first)
    assert np.abs(_shown(points, solution) + solution.after - back).max() < 1e-9


def test_an_image_that_would_move_by_nothing_stays_bit_by_bit():
    """An exact copy of a fixed image, in a group that moves."""
    made = tiles(1, 3, "translation")
    made.truth[0] = made.truth[1] = Transform.shift(0.0, 0.0)
    solution = solve(made, tie_points(made), fixed=[0], model=JointModel.SIMILARITY)
    assert solution.transforms[1] is None and solution.reasons[1].startswith("already in place")
    assert solution.transforms[2] is not None
