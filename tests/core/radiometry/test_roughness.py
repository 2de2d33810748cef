"""Smoothest continuations of block fields."""

from __future__ import annotations

import numpy as np
import pytest

from evenlight.core.radiometry.roughness import differences, fill_holes, roughness


def test_a_flat_field_is_not_rough():
    """Every other field is: bends and slopes cost, levels do not."""
    numbers = np.arange(30).reshape(5, 6)
    matrix = roughness([numbers], 30)
    flat, sloping = np.ones(30), np.tile(np.arange(6.0), 5)
    bent = sloping**2
    cost = [float(field @ (matrix @ field)) for field in (flat, sloping, bent)]
    assert cost[0] == pytest.approx(0.0, abs=1e-12)
    assert 0 < cost[1] < cost[2]


def test_no_cost_crosses_from_one_image_to_the_next():
    """Two fields of far levels are as smooth as each is alone."""
    grids = [np.arange(12).reshape(3, 4), 12 + np.arange(12).reshape(3, 4)]
    steps = np.r_[np.zeros(12), np.full(12, 100.0)]
    assert steps @ (roughness(grids, 24) @ steps) == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize("shape", [(1, 1), (1, 5), (2, 1), (2, 2)])
def test_small_fields_are_no_trap(shape):
    """A field of one block has neither slope nor bend."""
    size = shape[0] * shape[1]
    assert roughness([np.arange(size).reshape(shape)], size).shape == (size, size)


def test_differences_are_those_of_their_members():
    """Third minus twice the second plus first."""
    row = differences(np.array([[0, 1, 2]]), (1.0, -2.0, 1.0), 4)
    assert (row @ np.array([1.0, 4.0, 9.0, 50.0])).tolist() == [2.0]


def test_holes_inside_a_gentle_field_are_filled_as_it_goes_on():
    """A slope with a hole of four blocks: within a tenth of its range, and what is known stays."""
    rows, columns = np.mgrid[0:7, 0:8]
    slope = 1.0 + 0.02 * columns + 0.01 * rows
    holed = slope.copy()
    holed[2:4, 3:5] = np.nan
    filled = fill_holes(holed[None])[0]
    assert np.abs(filled - slope).max() < 0.1 * np.ptp(slope)
    known = np.isfinite(holed)
    assert np.array_equal(filled[known], slope[known])


def test_one_known_block_fills_all():
    """Nothing else is known: the same everywhere."""
    values = np.full((4, 5), np.nan)
    values[1, 2] = 1.25
    assert fill_holes(values[None]) == pytest.approx(1.25)


def test_a_field_without_holes_stays():
    """Not a digit changes."""
    values = np.random.default_rng(1).normal(size=(4, 5))
    assert np.array_equal(fill_holes(values[None])[0], values)
