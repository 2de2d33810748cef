"""Transforms of the plane."""

import numpy as np
import pytest

from evenlight.core.align.transform import Transform
from evenlight.core.raster.grid import Grid

TURN = Transform(np.array([[0.99, -0.02, 3.0], [0.02, 1.01, -4.0], [0.0, 0.0, 1.0]]))
VIEW = Transform(np.array([[1.01, 0.02, 3.0], [-0.01, 0.99, 5.0], [1e-5, -2e-5, 1.0]]))
POINTS = np.array([[0.5, 0.5], [100.0, 20.0], [30.0, 400.0]])
GRID = Grid("", (500000.0, 0.25, 0.01, 4000000.0, 0.02, -0.25), 100, 100)


def test_a_shift_moves_all_alike():
    assert np.allclose(Transform.shift(2.0, -3.0).moved(POINTS) - POINTS, [2.0, -3.0])
    assert Transform.shift(2.0, -3.0).step == (2.0, -3.0)


@pytest.mark.parametrize(
    "transform, shift, affine", [(Transform.shift(1, 2), True, True), (TURN, False, True), (VIEW, False, False)]
)
def test_kinds(transform, shift, affine):
    assert (transform.is_shift, transform.is_affine) == (shift, affine)


@pytest.mark.parametrize("transform", [Transform.shift(1.25, -2.5), TURN, VIEW])
def test_there_and_back(transform):
    assert np.allclose(transform.inverse().moved(transform.moved(POINTS)), POINTS)
    assert np.allclose(transform.inverse().after(transform).matrix, np.eye(3))


def test_one_after_the_other():
    assert np.allclose(VIEW.after(TURN).moved(POINTS), VIEW.moved(TURN.moved(POINTS)))


@pytest.mark.parametrize("transform", [Transform.shift(1.25, -2.5), TURN, VIEW])
def test_in_map_coordinates(transform):
    """Moving pixels and then placing them is placing them and then moving."""
    to_map = Transform(GRID.matrix)
    seen = transform.seen_by(GRID)
    assert np.allclose(seen.moved(to_map.moved(POINTS)), to_map.moved(transform.moved(POINTS)), rtol=0, atol=1e-6)
    assert seen.is_shift == transform.is_shift


def test_the_longest_way_of_a_corner():
    scale = Transform(np.diag([1.1, 1.0, 1.0]))
    assert scale.largest_move(100, 50) == pytest.approx(10.0)
