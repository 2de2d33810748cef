"""Counts of values: right to the last one where there are few, and to a known share where there are many."""

from __future__ import annotations

import math

import numpy as np
import pytest

from evenlight.core.numeric.quantiles import MOST_BINS, RESOLUTION, TAIL_PARTS, Counter, passes_of

TYPES = ("uint8", "int8", "uint16", "int16", "uint32", "int32", "float32", "float64", "int64", "uint64")


def count(values, portions=3):
    """The distribution, and the number of passes."""
    counter = Counter(values.dtype)
    passes = 0
    while not counter.done:
        for part in np.array_split(values, portions):
            counter.add(counter.portion(part))
        counter.narrow()
        passes += 1
    return counter.distribution(), passes


def drawn(dtype, number, seed=1):
    """Values of a type, with ties, tails, and negative ones where there are such."""
    random = np.random.default_rng(seed)
    dtype = np.dtype(dtype)
    if dtype.kind == "f":
        values = random.standard_t(3, number) * 40
        values[:: 7] = 0.0
        return values.astype(dtype)
    limits = np.iinfo(dtype)
    centre, spread = (limits.max // 2 + limits.min // 2, limits.max // 8 - limits.min // 8)
    return np.clip(random.normal(float(centre), float(spread), number), limits.min / 2, limits.max / 2).astype(dtype)


@pytest.mark.parametrize("dtype", TYPES)
def test_few_values_are_counted_one_by_one(dtype):
    """As numpy counts them."""
    values = drawn(dtype, 5000)
    found, _ = count(values)
    wanted, counts = np.unique(values, return_counts=True)
    assert np.array_equal(found.low, wanted.astype(np.float64))
    assert np.array_equal(found.low, found.high)
    assert np.array_equal(found.count, counts)


@pytest.mark.parametrize("dtype", ["float32", "float64", "int32"])
def test_ranks_of_many_values_are_right_to_the_stated_share(dtype):
    values = drawn(dtype, 1_500_000)
    found, passes = count(values)
    several = found.low < found.high
    running = np.cumsum(found.count)
    beyond = np.minimum(running - found.count, len(values) - running)
    assert found.total == len(values)
    assert several.any() or dtype == "int32"
    most = np.maximum(np.minimum(len(values) / RESOLUTION, beyond / TAIL_PARTS), 1)
    assert (found.count[several] <= most[several]).all()
    assert len(found.count) < MOST_BINS
    assert passes <= 4
    ordered = np.sort(values)
    places, shares = found.share_up_to()
    ranks = np.searchsorted(ordered, places.astype(values.dtype), side="right") / len(values)
    assert np.abs(ranks - shares).max() <= 1 / RESOLUTION


@pytest.mark.parametrize("dtype", ["uint16", "float32", "float64"])
def test_neither_order_nor_portions_change_the_counts(dtype):
    values = drawn(dtype, 200_000)
    one, _ = count(values, 1)
    other, _ = count(np.random.default_rng(5).permutation(values), 13)
    assert all(np.array_equal(a, b) for a, b in zip(one, other))


@pytest.mark.parametrize(
    "values",
    [
        np.array([], np.float32),
        np.array([3.5], np.float32),
        np.array([0.0, -0.0, 1e-45, -1e-45], np.float32),
        np.array([-np.finfo(np.float64).max, 0.0, np.finfo(np.float64).max]),
        np.repeat(np.nextafter(1.0, 2.0), 100_000),
        1.0 + 1e-12 * np.random.default_rng(2).normal(size=400_000),
    ],
    ids=["none", "one", "zeros", "ends", "one value", "nearly one value"],
)
def test_odd_values(values):
    found, passes = count(values)
    assert found.total == len(values)
    assert passes < 6
    if len(values):
        assert (found.low[0], found.high[-1]) == (values.min(), values.max())


def test_mean_and_deviation():
    values = drawn("float32", 300_000)
    found, _ = count(values)
    assert found.mean() == pytest.approx(values.mean(dtype=np.float64), abs=1e-4 * float(values.std()))
    assert found.deviation() == pytest.approx(values.std(dtype=np.float64), rel=1e-4)


SHARES = (0.0, 0.1, 5.0, 37.3, 50.0, 99.9, 100.0)
SHORT_TYPES = ("u1", "i1", "u2", "i2", "u4", "i4", "f4", "f8")


def percentiles_of(values, shares=SHARES, portions=1):
    """Percentiles of values given in portions."""
    counter = Counter(values.dtype, shares)
    passes = 0
    while not counter.done:
        for portion in np.array_split(values, portions):
            counter.add(counter.portion(portion))
        counter.narrow()
        passes += 1
    assert passes <= passes_of(values.dtype)
    return counter.percentiles()


def spread_out(dtype, number=5001, seed=3):
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


@pytest.mark.parametrize("dtype", SHORT_TYPES)
@pytest.mark.parametrize("number", [1, 2, 100, 5001])
def test_percentiles_are_those_of_sorted_values(dtype, number):
    """As numpy finds them with all values in memory."""
    values = spread_out(dtype)[:number]
    expected = np.percentile(values.astype(np.float64), SHARES)
    assert percentiles_of(values) == pytest.approx(expected, rel=1e-12, abs=0)


@pytest.mark.parametrize("dtype", SHORT_TYPES)
def test_portions_and_order_change_nothing(dtype):
    values = spread_out(dtype)
    shuffled = np.random.default_rng(9).permutation(values)
    assert percentiles_of(values) == percentiles_of(shuffled, portions=13)


def test_few_different_values_at_the_ends_of_a_range():
    values = np.array([-32768] * 10 + [32767] * 90, dtype="i2")
    assert percentiles_of(values, (0, 5, 50, 100)) == [-32768, -32768, 32767, 32767]


def test_no_value_has_no_percentile():
    assert all(math.isnan(value) for value in percentiles_of(np.array([], dtype="f4")))


def test_more_means_more():
    """Adding a constant to all values adds it to the percentiles."""
    values = spread_out("i2") // 2
    assert np.array(percentiles_of(values + np.int16(100))) == pytest.approx(np.array(percentiles_of(values)) + 100)
