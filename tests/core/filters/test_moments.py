"""Moments of moving windows: the plain sums' results, without their cancellation."""

from __future__ import annotations

import numpy as np
import pytest

from evenlight.core.filters.moments import Moments, windows_along_rows

ROWS, COLUMNS = 43, 11


def plain(values, count, length):
    """Count, mean and m2 of every window, by numpy's own sums over each."""
    found = []
    for first in range(len(values) - length + 1):
        window = np.ma.masked_array(values[first:first + length], count[first:first + length] == 0)
        mean = window.mean(axis=0)
        found.append((window.count(axis=0), mean.filled(0), ((window - mean) ** 2).sum(axis=0).filled(0)))
    return [np.stack(part) for part in zip(*found)]


def made(level, share, seed=0):
    random = np.random.default_rng(seed)
    values = level + random.normal(size=(ROWS, COLUMNS))
    return values, (random.random(values.shape) < share).astype(float)


@pytest.mark.parametrize("length", [1, 2, 3, 4, 7, 20, ROWS])
@pytest.mark.parametrize("place", [-5, 0, 3])
@pytest.mark.parametrize("share", [0.1, 0.6, 1.0])
def test_moments_are_those_of_plain_sums(length, place, share):
    values, count = made(1e6, share)
    found = windows_along_rows(Moments(count, values, None), length, place)
    number, mean, m2 = plain(values, count, length)
    assert np.array_equal(found.count, number)
    assert np.allclose(found.mean[number > 0], mean[number > 0], rtol=1e-15, atol=1e-9)
    assert np.allclose(found.m2[number > 0], m2[number > 0], rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("length", [1, 3, 8])
@pytest.mark.parametrize("share", [0.3, 1.0])
def test_no_bit_depends_on_what_is_looked_at(length, share):
    """Any part of the rows, with its place, gives the same bytes, also where whole windows are empty."""
    values, count = made(-7e4, share)
    count[10:22] = 0 if share < 1 else 1
    whole = windows_along_rows(Moments(count, values, None), length, -4)
    for first in (0, 1, 5, 11, 20):
        for end in (first + length, first + length + 6, ROWS):
            part = windows_along_rows(Moments(count[first:end], values[first:end], None), length, first - 4)
            known = part.count > 0
            for one, other in zip(part, (moment[first:end - length + 1] for moment in whole)):
                assert np.array_equal(one[known], other[known])


def test_alike_columns_need_one_count(length=5):
    values, _ = made(1e3, 1.0)
    count = np.ones((ROWS, 1))
    count[:7] = 0
    short = windows_along_rows(Moments(count, values, None), length, 2)
    full = windows_along_rows(Moments(np.broadcast_to(count, values.shape).copy(), values, None), length, 2)
    known = full.count > 0
    assert short.count.shape[1] == 1
    assert np.array_equal(np.broadcast_to(short.count, known.shape), full.count)
    assert np.array_equal(short.mean[known], full.mean[known])
    assert np.array_equal(short.m2[known], full.m2[known])


@pytest.mark.parametrize("level", [0.0, 1e6, -1e9, 1e12])
def test_a_level_takes_nothing_from_the_spread(level):
    """Sums of squares in doubles lose 1e-4 of it at 1e6 and all of it at 1e9."""
    noise = np.round(np.random.default_rng(5).normal(size=(4000, 3)) * 64) / 64
    found = windows_along_rows(Moments(np.ones((4000, 1)), noise + level, None), 501, 0)
    wanted = np.lib.stride_tricks.sliding_window_view(noise, 501, axis=0).var(axis=-1) * 501
    assert np.allclose(found.m2, wanted, rtol=1e-9)


def test_groups_are_put_together_like_pixels():
    """Windows of columns of windows of rows are windows of pixels."""
    values, count = made(100.0, 0.7)
    rows = windows_along_rows(Moments(count, values, None), 4, 0)
    both = windows_along_rows(Moments(*(np.ascontiguousarray(part.T) for part in rows)), 3, 0)
    for row, column in [(0, 0), (17, 4), (39, 8)]:
        part = np.s_[row:row + 4, column:column + 3]
        seen = values[part][count[part] > 0]
        assert both.count[column, row] == seen.size
        assert both.mean[column, row] == pytest.approx(seen.mean(), rel=1e-14)
        assert both.m2[column, row] == pytest.approx(seen.var() * seen.size, rel=1e-12)
