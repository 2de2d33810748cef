"""Interpolation against sums over all pixels, one by one."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest
from scipy import ndimage

from evenlight.core.errors import Cancelled
from evenlight.core.execution import Signal
from evenlight.core.filters.gaps import interpolation
from evenlight.core.filters.gaps.interpolation import dilation, inverse_distance, median, nearest
from evenlight.core.filters.gaps.surroundings import joined, surroundings_of
from evenlight.core.raster.window import Window


def scene(seed=1, size=(50, 60), share=0.3, smooth=1.5):
    """Values (2, height, width), and numbers of holes."""
    random = np.random.default_rng(seed)
    noise = ndimage.gaussian_filter(random.normal(size=size), smooth)
    holes = ndimage.label(noise < np.quantile(noise, share))[0].astype(np.int32)
    return random.normal(500, 90, size=(2, *size)), holes


def fill(method, values, holes, signal=None):
    """The holes' pixels (K, n), in the order of numpy's `nonzero`."""
    around = surroundings_of(holes, holes == 0, values, Window(0, 0, *holes.shape[::-1]))
    row, column = np.nonzero(holes)
    return method(around, holes[row, column].astype(np.int64), row, column, signal or Signal())


def plain_nearest(values, holes):
    """The nearest of all valid pixels, of several the first in the file."""
    valid = np.argwhere(holes == 0)
    picked = [valid[((valid - place) ** 2).sum(axis=1).argmin()] for place in np.argwhere(holes)]
    return values[:, [row for row, _ in picked], [column for _, column in picked]]


def plain_inverse_distance(values, holes):
    """All pixels that share a side with the hole, each weighted by distance to the power of -3."""
    result = []
    for place in np.argwhere(holes):
        hole = holes == holes[tuple(place)]
        bounds = np.argwhere(ndimage.binary_dilation(hole) & (holes == 0))
        weight = ((bounds - place) ** 2).sum(axis=1) ** -1.5
        result.append((values[:, bounds[:, 0], bounds[:, 1]] * weight).sum(axis=1) / weight.sum())
    return np.array(result).T


@pytest.mark.parametrize("seed", range(4))
def test_nearest_is_the_nearest_of_all_valid_pixels(seed):
    values, holes = scene(seed)
    assert np.array_equal(fill(nearest, values, holes), plain_nearest(values, holes))


@pytest.mark.parametrize("square", [25, 325, 1105])
def test_of_many_at_one_distance_the_first_is_taken(square):
    """Round holes, whose middle has up to 32 nearest pixels."""
    side = 2 * int(square**0.5) + 5
    rows, columns = np.mgrid[:side, :side] - side // 2
    holes = (rows**2 + columns**2 < square).astype(np.int32)
    values = np.arange(2.0 * side * side).reshape(2, side, side)
    assert np.array_equal(fill(nearest, values, holes), plain_nearest(values, holes))


@pytest.mark.parametrize("method", [nearest, inverse_distance])
def test_large_round_holes_stop_within_a_second(method):
    """All bounds are about as far from the middle; of every tile of the hole the same bounds are asked."""
    rows, columns = np.mgrid[:1200, :1200] - 600
    hole = (rows**2 + columns**2 < 590**2).astype(np.int32)
    around = surroundings_of(hole, hole == 0, rows[None].astype(float), Window(0, 0, 1200, 1200))
    row, column = np.mgrid[350:850, 350:850].reshape(2, -1)
    signal, asked = Signal(), []
    timer = threading.Timer(0.3, lambda: (asked.append(time.monotonic()), signal.stop()))
    timer.start()
    with pytest.raises(Cancelled):
        while True:
            method(around, np.ones(len(row), np.int64), row, column, signal)
    assert time.monotonic() - asked[0] < 1.0


@pytest.mark.parametrize("seed", range(3))
def test_inverse_distance_weighs_all_bounds(seed):
    values, holes = scene(seed)
    assert np.allclose(fill(inverse_distance, values, holes), plain_inverse_distance(values, holes), rtol=1e-12)


@pytest.mark.slow
def test_large_holes_are_weighed_almost_exactly():
    """Far bounds are summarised: within 1 % of the deviation of what surrounds the hole."""
    values, _ = scene(size=(220, 200))
    rows, columns = np.mgrid[:220, :200]
    angle = np.arctan2(rows - 110, columns - 100)
    hole = (np.hypot(rows - 110, columns - 100) < 70 * (1 + 0.3 * np.sin(3 * angle))).astype(np.int32)
    difference = fill(inverse_distance, values, hole) - plain_inverse_distance(values, hole)
    assert np.abs(difference).max() < 0.01 * values.std()


@pytest.mark.parametrize("method", [nearest, inverse_distance])
def test_portions_change_nothing(method, monkeypatch):
    values, holes = scene()
    before = fill(method, values, holes)
    monkeypatch.setattr(interpolation, "PAIRS_AT_ONCE", 300)
    monkeypatch.setattr(interpolation, "QUERIES_AT_ONCE", 7)
    assert np.array_equal(fill(method, values, holes), before)


@pytest.mark.parametrize("method", [nearest, inverse_distance])
def test_bands_do_not_know_each_other(method):
    """Alone and together they get the same bits."""
    values, holes = scene()
    assert np.array_equal(fill(method, values, holes)[1], fill(method, values[1:], holes)[0])


@pytest.mark.parametrize("small", [0, 1 << 16])
@pytest.mark.parametrize("method", [nearest, inverse_distance])
def test_what_surrounds_a_hole_limits_what_is_in_it(method, small, monkeypatch):
    monkeypatch.setattr(interpolation, "SMALL", small)
    values, holes = scene()
    filled = fill(method, values, holes)
    assert filled.min() >= values[:, holes == 0].min() - 1e-9
    assert filled.max() <= values[:, holes == 0].max() + 1e-9
    even = fill(method, np.full_like(values, 7.25), holes)
    assert np.allclose(even, 7.25, rtol=1e-14)


@pytest.mark.parametrize("method", [nearest, inverse_distance])
def test_units_change_nothing(method):
    """Multiplied by a power of two, and with a level ten thousand times the contrast."""
    values, holes = scene()
    assert np.array_equal(fill(method, values * 2.0**-20, holes), fill(method, values, holes) * 2.0**-20)
    assert np.allclose(fill(method, values + 1e6, holes), fill(method, values, holes) + 1e6, rtol=0, atol=1e-8)


@pytest.mark.parametrize("method", [nearest, inverse_distance])
def test_nothing_comes_from_nothing(method):
    holes = np.ones((5, 6), np.int32)
    assert np.isnan(fill(method, np.zeros((2, 5, 6)), holes)).all()


@pytest.mark.parametrize("method", [nearest, inverse_distance])
def test_stops_when_asked(method):
    values, holes = scene()
    signal = Signal()
    signal.stop()
    with pytest.raises(Cancelled):
        fill(method, values, holes, signal)


def test_a_hole_seen_in_parts_has_the_bounds_of_the_whole():
    values, holes = scene()
    hole = np.where(holes == np.bincount(holes[holes > 0]).argmax(), 1, 0).astype(np.int32)
    whole = surroundings_of(hole, holes == 0, values, Window(0, 0, 60, 50))
    parts = []
    for column in (0, 20, 40):
        left, right = max(0, column - 1), min(60, column + 21)
        inner = np.zeros_like(hole[:, left:right])
        inner[:, column - left:column - left + 20] = hole[:, column:column + 20]
        window = Window(left, 0, right - left, 50)
        parts.append(surroundings_of(inner, holes[:, left:right] == 0, values[:, :, left:right], window))
    for one, other in zip(joined(parts), whole):
        assert np.array_equal(one, other)


def grown(values, holes):
    """Grey dilation by a cross, step by step, of what is still empty."""
    filled = np.where(holes == 0, values, -np.inf)
    while np.isinf(filled).any():
        larger = ndimage.grey_dilation(filled, footprint=ndimage.generate_binary_structure(2, 1)[None], mode="constant",
                                       cval=-np.inf)  # fmt: skip
        filled = np.where(np.isinf(filled), larger, filled)
    return filled[:, holes > 0]


@pytest.mark.parametrize("seed", range(3))
def test_dilation_is_scipys_repeated_until_holes_are_full(seed):
    """Whole numbers, so that many are equally near and equally large."""
    values, holes = scene(seed, share=0.4)
    assert np.array_equal(fill(dilation, values, holes), grown(values, holes))
    steps = np.rint(values / 50)
    assert np.array_equal(fill(dilation, steps, holes), grown(steps, holes))


@pytest.mark.parametrize("seed", range(3))
def test_the_median_is_that_of_all_pixels_beside_the_hole(seed):
    values, holes = scene(seed)
    found = fill(median, values, holes)
    places = holes[holes > 0]
    for hole in range(1, holes.max() + 1):
        bounds = ndimage.binary_dilation(holes == hole) & (holes == 0)
        wanted = np.median(values[:, bounds], axis=1)
        assert np.allclose(found[:, places == hole], wanted[:, None], rtol=1e-14, atol=0.0)
