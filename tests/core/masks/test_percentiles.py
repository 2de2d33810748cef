"""Percentiles are exact for every type, whatever the portions."""

from __future__ import annotations

import math

import numpy as np
import pytest

from evenlight.core.masks.percentiles import Percentiles
from evenlight.core.raster.window import Window

SHARES = (0.0, 0.1, 5.0, 37.3, 50.0, 99.9, 100.0)
TYPES = ("u1", "i1", "u2", "i2", "u4", "i4", "f4", "f8")


def counted(values, shares=SHARES, portions=1):
    """Percentiles of values given in portions."""
    percentiles = Percentiles(values.dtype, shares)
    passes = 0
    while not percentiles.done:
        for portion in np.array_split(values, portions):
            percentiles.add(portion)
        percentiles.narrow()
        passes += 1
    assert passes == (percentiles.passes if len(values) else 1)
    return percentiles.values()


def made(dtype, number=5001, seed=3):
    """Values over the whole range of a type; floating ones of all sizes and both signs, zeros of both signs too."""
    random = np.random.default_rng(seed)
    kind = np.dtype(dtype)
    if kind.kind == "f":
        values = random.normal(size=number) * 10.0 ** random.integers(-20, 20, size=number)
        values[:200] = -0.0
        values[200:300] = 0.0
        return values.astype(kind)
    limits = np.iinfo(kind)
    return random.integers(limits.min, limits.max, size=number, dtype=kind, endpoint=True)


@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("number", [1, 2, 100, 5001])
def test_percentiles_are_those_of_sorted_values(dtype, number):
    """As numpy finds them with all values in memory."""
    values = made(dtype)[:number]
    expected = np.percentile(values.astype(np.float64), SHARES)
    assert counted(values) == pytest.approx(expected, rel=1e-12, abs=0)


@pytest.mark.parametrize("dtype", TYPES)
def test_portions_and_order_change_nothing(dtype):
    values = made(dtype)
    shuffled = np.random.default_rng(9).permutation(values)
    assert counted(values) == counted(shuffled, portions=13)


def test_few_different_values_at_the_ends_of_a_range():
    values = np.array([-32768] * 10 + [32767] * 90, dtype="i2")
    assert counted(values, Window(0, 5, 50, 100)) == [-32768, -32768, 32767, 32767]


def test_no_value_has_no_percentile():
    assert all(math.isnan(value) for value in counted(np.array([], dtype="f4")))


def test_more_means_more():
    """Adding a constant to all values adds it to the percentiles."""
    values = made("i2") // 2
    assert np.array(counted(values + np.int16(100))) == pytest.approx(np.array(counted(values)) + 100)
