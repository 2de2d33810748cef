"""Moments of windows of whole numbers: those of exact fractions, wherever a sum begins."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from evenlight.core.filters.moments import MOST_PIXELS, has_whole_sums, moments_of_sums, moving_sums, squared

TYPES = ["uint8", "uint16", "int16"]


def made(dtype, shape=(30, 40)):
    limits = np.iinfo(dtype)
    return np.random.default_rng(4).integers(limits.min, limits.max, shape, endpoint=True).astype(dtype)


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("axis", [0, 1])
@pytest.mark.parametrize("length", [1, 2, 7, 30])
def test_sums_are_those_of_each_window(dtype, axis, length):
    for values in (made(dtype), squared(made(dtype))):
        windows = np.lib.stride_tricks.sliding_window_view(values.astype(np.int64), length, axis=axis)
        assert np.array_equal(moving_sums(values, length, axis), windows.sum(axis=-1))


@pytest.mark.parametrize("dtype", TYPES)
def test_squares_of_the_ends_of_a_type_have_room(dtype):
    limits = np.iinfo(dtype)
    ends = np.array([limits.min, limits.max], dtype)
    assert squared(ends).tolist() == [int(limits.min) ** 2, int(limits.max) ** 2]


@pytest.mark.parametrize("level", [0, 32767, 65535 - 3, -32768])
@pytest.mark.parametrize("pixels", [2, 9, 251001, MOST_PIXELS])
def test_moments_are_those_of_exact_fractions(level, pixels):
    """One pixel lies three above all others: hardly a spread, at the end of the type, in windows of any size."""
    total = level * pixels + 3
    of_squares = level**2 * (pixels - 1) + (level + 3) ** 2
    found = moments_of_sums(pixels, np.array([[total]]), np.array([[of_squares]]))
    m2 = Fraction(of_squares) - Fraction(total**2, pixels)
    assert found.mean[0, 0] == total / pixels
    assert found.m2[0, 0] == pytest.approx(float(m2), rel=1e-15)


def test_no_pixels_have_finite_moments():
    nothing = np.zeros((1, 1), np.int64)
    assert [part.tolist() for part in moments_of_sums(nothing, nothing, nothing)] == [[[0.0]]] * 3


def test_only_what_fits_is_summed():
    assert all(has_whole_sums(np.dtype(dtype), MOST_PIXELS) for dtype in TYPES)
    assert not has_whole_sums(np.dtype("uint16"), MOST_PIXELS + 1)
    assert not any(has_whole_sums(np.dtype(dtype), 9) for dtype in ("int32", "uint32", "float32"))
