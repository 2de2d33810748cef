"""Motions of the plane."""

import numpy as np
import pytest

from evenlight.core.align.motion import Motion
from evenlight.core.raster.grid import Grid

TURN = Motion(np.array([[0.99, -0.02, 3.0], [0.02, 1.01, -4.0], [0.0, 0.0, 1.0]]))
VIEW = Motion(np.array([[1.01, 0.02, 3.0], [-0.01, 0.99, 5.0], [1e-5, -2e-5, 1.0]]))
POINTS = np.array([[0.5, 0.5], [100.0, 20.0], [30.0, 400.0]])
GRID = Grid("", (500000.0, 0.25, 0.01, 4000000.0, 0.02, -0.25), 100, 100)


def test_a_shift_moves_all_alike():
    assert np.allclose(Motion.shift(2.0, -3.0).moved(POINTS) - POINTS, [2.0, -3.0])
    assert Motion.shift(2.0, -3.0).step == (2.0, -3.0)


@pytest.mark.parametrize(
    "motion, shift, affine", [(Motion.shift(1, 2), True, True), (TURN, False, True), (VIEW, False, False)]
)
def test_kinds(motion, shift, affine):
    assert (motion.is_shift, motion.is_affine) == (shift, affine)


@pytest.mark.parametrize("motion", [Motion.shift(1.25, -2.5), TURN, VIEW])
def test_there_and_back(motion):
    assert np.allclose(motion.inverse().moved(motion.moved(POINTS)), POINTS)
    assert np.allclose(motion.inverse().after(motion).matrix, np.eye(3))


def test_one_after_the_other():
    assert np.allclose(VIEW.after(TURN).moved(POINTS), VIEW.moved(TURN.moved(POINTS)))


@pytest.mark.parametrize("motion", [Motion.shift(1.25, -2.5), TURN, VIEW])
def test_in_map_coordinates(motion):
    """Moving pixels and then placing them is placing them and then moving."""
    to_map = Motion(GRID.matrix)
    seen = motion.seen_by(GRID)
    assert np.allclose(seen.moved(to_map.moved(POINTS)), to_map.moved(motion.moved(POINTS)), rtol=0, atol=1e-6)
    assert seen.is_shift == motion.is_shift


def test_the_longest_way_of_a_corner():
    scale = Motion(np.diag([1.1, 1.0, 1.0]))
    assert scale.largest_move(100, 50) == pytest.approx(10.0)
