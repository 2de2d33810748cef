"""Local meshes on tiles with known smooth distortions."""

from __future__ import annotations

import numpy as np
import pytest
from made_tiles import tie_points, tiles

from evenlight.core.align.mesh import LEAST_AREA, mesh_moves, smallest_area, smallest_corner, solve_meshes
from evenlight.core.align.settings import Loss, MeshSettings
from evenlight.core.align.tie_points import TiePoints

ROWS = COLUMNS = 3


def lens(image, at):
    """A distortion of up to 3 px with a wave of 1500 px, another for every image."""
    phase = np.random.default_rng(image).uniform(0, 2 * np.pi, 4)
    x, y = (at / 1500.0 * 2 * np.pi).T
    return 3.0 * np.column_stack(
        [np.sin(x + phase[0]) * np.cos(y + phase[1]), np.sin(y + phase[2]) * np.cos(x + phase[3])]
    )


def distorted(points):
    """Tie points as images with lenses have them."""
    at = [points.at_first.copy(), points.at_second.copy()]
    for positions, images in zip(at, (points.first, points.second)):
        for image in np.unique(images):
            positions[images == image] += lens(image, positions[images == image])
    return TiePoints(points.first, points.second, *at, points.weight)


def meshes(made, points, settings=MeshSettings(), loss=Loss.HUBER, meshed=None):
    """Meshes of all tiles where the transforms are known to be none."""
    count = len(made.windows)
    return solve_meshes(
        points,
        points.at_first - points.at_second,
        made.windows,
        np.broadcast_to(np.eye(2), (count, 2, 2)),
        np.ones(count, dtype=bool) if meshed is None else meshed,
        settings,
        loss,
    )


def left_over(found, points):
    """RMS of what is left of tie points, pixels."""
    first = points.at_first + mesh_moves(found.nodes, points.first, points.at_first)
    second = points.at_second + mesh_moves(found.nodes, points.second, points.at_second)
    return float(np.sqrt(((first - second) ** 2).sum(axis=1).mean()))


@pytest.fixture
def made():
    """Nine tiles that lie right but for their lenses."""
    return tiles(ROWS, COLUMNS, "translation", shift=0.0)


@pytest.mark.parametrize(("noise", "wrong"), [(0.0, 0.0), (0.3, 0.0), (0.3, 0.1)])
def test_a_smooth_distortion_is_taken_up(made, noise, wrong):
    """Judged by tie points that the meshes have not seen: a tenth of the difference is left."""
    points = distorted(tie_points(made, noise=noise, wrong=wrong))
    unseen = distorted(tie_points(made, seed=9))
    before = float(np.sqrt(((unseen.at_first - unseen.at_second) ** 2).sum(axis=1).mean()))
    found = meshes(made, points)
    assert before > 2.5
    assert left_over(found, unseen) < 0.1 * before
    assert not found.stiffened
    assert not found.folding


def test_points_that_agree_move_nothing(made):
    found = meshes(made, tie_points(made))
    assert all(np.abs(nodes.moves).max() < 1e-9 for nodes in found.nodes)


def test_nothing_moves_where_no_point_tells():
    """Two tiles of which only a strip overlaps: far from it nothing moves."""
    made = tiles(1, 2, "translation", shift=0.0, step=900)
    points = distorted(tie_points(made))
    found = meshes(made, points, MeshSettings(anchor_falloff=100.0))
    west = found.nodes[0]
    assert np.abs(west.moves[:, -1]).max() > 0.5
    assert np.abs(west.moves[:, :2]).max() < 0.05


def test_a_longer_falloff_reaches_further():
    made = tiles(1, 2, "translation", shift=0.0, step=900)
    points = distorted(tie_points(made))
    both = [meshes(made, points, MeshSettings(anchor_falloff=falloff)).nodes[0] for falloff in (100, 800)]
    reach = [np.abs(nodes.moves[:, 0]).max() for nodes in both]
    assert reach[1] > 2 * reach[0]


@pytest.mark.parametrize(("name", "order"), [("smoothness", 1), ("bending", 2)])
def test_each_stiffness_acts_on_its_differences(made, name, order):
    points = distorted(tie_points(made))
    largest = []
    for strength in (0.01, 100.0):
        found = meshes(made, points, MeshSettings(**{name: strength}))
        largest.append(max(np.abs(np.diff(nodes.moves, order, axis=1)).max() for nodes in found.nodes))
    assert largest[1] < 0.3 * largest[0]


def test_held_images_have_no_mesh_and_others_give_in_for_both(made):
    points = distorted(tie_points(made))
    meshed = np.ones(9, dtype=bool)
    meshed[4] = False
    found = meshes(made, points, meshed=meshed)
    assert found.nodes[4] is None
    assert left_over(found, points) < 0.5


def test_gross_errors_are_left_out(made):
    points = distorted(tie_points(made, noise=0.3, wrong=0.1))
    found = meshes(made, points)
    gross = np.hypot(*(points.at_first - points.at_second).T) > 20.0
    assert (found.weight[gross] == 0).mean() > 0.99
    assert (found.weight[~gross] > 0).mean() > 0.99


def swapping(made, strength):
    """Tie points that ask for ground to change places within a few pixels."""
    one, other = made.pairs[0]
    at = np.array([[840.0, 450.0], [860.0, 450.0]])
    asked = np.add(at, [[90.0, 0.0], [-90.0, 0.0]])
    return TiePoints.of_pair(one, other, np.tile(at, (strength, 1)), np.tile(asked, (strength, 1)))


@pytest.mark.parametrize(("strength", "made_stiffer"), [(1, True), (1000, False)])
def test_a_mesh_that_would_fold_is_made_stiffer_or_left_out(made, strength, made_stiffer):
    loose = MeshSettings(spacing=20.0, smoothness=0.001, bending=0.0001)
    found = meshes(made, swapping(made, strength), loose, Loss.NONE)
    assert found.stiffened == ([0, 1] if made_stiffer else [])
    assert found.folding == ([] if made_stiffer else [0, 1])
    assert all(smallest_area(nodes, np.eye(2)) >= LEAST_AREA for nodes in found.nodes if nodes is not None)


def test_smallest_area_sees_a_fold(made):
    nodes = meshes(made, tie_points(made)).nodes[0]
    assert smallest_area(nodes, np.eye(2)) == pytest.approx(1.0)
    crossed = nodes.moves.copy()
    crossed[2, 2, 0] += 1.5 * (nodes.columns[1] - nodes.columns[0])
    assert smallest_area(nodes._replace(moves=crossed), np.eye(2)) < 0.0


def test_no_points_no_mesh(made):
    found = meshes(made, tie_points(made, pairs=made.pairs[:0]))
    assert found.nodes == [None] * 9


def test_folds():
    def folded(belongs):
        return not smallest_corner(np.diff(belongs, axis=1), np.diff(belongs, axis=0)) > 0.0

    grid = np.stack(np.meshgrid(np.arange(4.0), np.arange(3.0)), axis=-1)
    assert not folded(grid)
    assert not folded(grid + 0.4 * np.random.default_rng(1).random(grid.shape))
    turned = grid.copy()
    turned[1, 2] = (0.5, 1.0)
    assert folded(turned)
    assert folded(grid[:, ::-1])
