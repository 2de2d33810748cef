"""Inpainting keeps what floating point says: units, level, sign."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

cv2 = pytest.importorskip("cv2", reason="OpenCV is not installed")

from evenlight.core.filters.gaps.inpainting import MARGIN, navier_stokes, telea  # noqa: E402

METHODS = {"INPAINT_TELEA": telea, "INPAINT_NS": navier_stokes}


def scene(seed=1, size=80):
    """Smooth values about 0 with a deviation of 1, and an odd hole."""
    noise = ndimage.gaussian_filter(np.random.default_rng(seed).normal(size=(size, size)), 5)
    rows, columns = np.mgrid[:size, :size]
    hole = np.hypot(rows - 40, columns - 35) < 9 + 3 * np.sin(4 * np.arctan2(rows - 40, columns - 35))
    return (noise - noise.mean()) / noise.std(), hole


@pytest.mark.parametrize("way", METHODS)
def test_bytes_are_filled_as_opencv_fills_them(way):
    """But for its rounding on the way, and the units that its Telea adds: a twentieth of the deviation."""
    values, hole = scene()
    stored = np.rint(values * 40 + 128).astype(np.uint8)
    theirs = cv2.inpaint(stored, hole.astype(np.uint8), 3, getattr(cv2, way))
    ours = METHODS[way](stored.astype(float), ~hole, hole)
    assert np.sqrt(((ours - theirs)[hole] ** 2).mean()) < 2.0


@pytest.mark.parametrize("method", METHODS.values())
@pytest.mark.parametrize(("factor", "level"), [(1e-4, 0.0), (1.0, -50.0), (300.0, 1e6), (1e9, -4e9), (1e30, 0.0)])
def test_units_and_level_change_nothing(method, factor, level):
    """Reflectances, degrees below zero, heights on a large level, radar counts: to a ten-thousandth of the range."""
    values, hole = scene()
    plain = method(values, ~hole, hole)
    other = (method(values * factor + level, ~hole, hole) - level) / factor
    assert np.abs(other - plain)[hole].max() < 1e-4 * np.ptp(values)


@pytest.mark.parametrize("method", METHODS.values())
def test_better_than_the_mean_of_the_surroundings(method):
    values, hole = scene()
    filled = method(values, ~hole, hole)
    ring = ndimage.binary_dilation(hole, iterations=3) & ~hole
    mean = values[ring].mean()
    assert np.sqrt(((filled - values)[hole] ** 2).mean()) < 0.8 * np.sqrt(((mean - values)[hole] ** 2).mean())
    assert np.array_equal(filled[~hole], values[~hole])


@pytest.mark.parametrize("method", METHODS.values())
def test_only_what_is_near_counts(method):
    """Also values that would leave no precision for the others."""
    values, hole = scene()
    far = ~ndimage.binary_dilation(hole, np.ones((3, 3), bool), iterations=MARGIN)
    other = np.where(far, 1e12 * values, values)
    assert np.array_equal(method(values, ~hole, hole)[hole], method(other, ~hole, hole)[hole])


@pytest.mark.parametrize("method", METHODS.values())
def test_what_is_invalid_and_stays_so_is_not_used(method):
    """Whatever stands there."""
    values, hole = scene()
    outside = np.zeros_like(hole)
    outside[:, :27] = True
    filled = [method(np.where(outside, dirt, values), ~hole & ~outside, hole & ~outside) for dirt in (0, 1e6, np.nan)]
    assert np.isfinite(filled[0][hole & ~outside]).all()
    for other in filled[1:]:
        assert np.array_equal(other[hole & ~outside], filled[0][hole & ~outside])


@pytest.mark.parametrize("method", METHODS.values())
@pytest.mark.parametrize("place", [np.s_[:9, 20:40], np.s_[-9:, 20:40], np.s_[20:40, :9], np.s_[:7, :7], np.s_[-1:, :]])
def test_holes_at_the_edge_of_the_raster(method, place):
    values, hole = scene()
    hole = np.zeros_like(hole)
    hole[place] = True
    filled = method(values + 100, ~hole, hole)[hole] - 100
    assert filled.min() >= values[~hole].min()
    assert filled.max() <= values[~hole].max()
    assert np.sqrt(((filled - values[hole]) ** 2).mean()) < 1.2


@pytest.mark.parametrize("method", METHODS.values())
def test_even_surroundings_give_an_even_hole(method):
    hole = scene()[1]
    assert (method(np.full(hole.shape, 1234.5), ~hole, hole) == 1234.5).all()
