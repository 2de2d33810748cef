"""Details: what is left of an image without its light, its gaps and its brightest spots."""

import numpy as np
import pytest
from made_views import Ground
from scipy.ndimage import uniform_filter

from evenlight.core.align.detail import SATURATION, detail_of
from evenlight.core.align.transform import Transform

SIZE = 200


@pytest.fixture(scope="module")
def image():
    return Ground(SIZE, seed=2).seen(Transform.shift(0.0, 0.0)).astype(np.float32)


def everywhere(values):
    return np.ones(values.shape, dtype=bool)


def alike(one, two):
    return float(np.corrcoef(one.ravel(), two.ravel())[0, 1])


def test_local_means_are_gone(image):
    """As a mean of 31 pixels around each pixel takes them away, nearly."""
    values = detail_of(image, everywhere(image)).values
    exact = image - uniform_filter(image, 31, mode="nearest")
    assert alike(values, exact) > 0.98
    left, was = (each.reshape(5, 40, 5, 40).mean(axis=(1, 3)).std() for each in (values, image))
    # in robust deviations of the detail
    assert left < 0.25
    assert was > 10.0 * left
    assert values.dtype == np.float32


def test_light_does_not_matter(image):
    """Gain, offset, and a vignette of twice the image's own deviation."""
    plain = detail_of(image, everywhere(image)).values
    for gain, offset in ((1e-4, 0.0), (30.0, -7.0), (1.0, 1e5)):
        other = detail_of((gain * image + offset).astype(np.float32), everywhere(image)).values
        assert np.abs(other - plain).max() < 0.05
    rows, columns = (np.mgrid[:SIZE, :SIZE] - SIZE / 2.0) / SIZE
    vignette = (-400.0 * (rows**2 + columns**2)).astype(np.float32)
    assert vignette.std() > image.std() * 0.5
    inner = np.s_[16:-16, 16:-16]
    assert alike(detail_of(image + vignette, everywhere(image)).values[inner], plain[inner]) > 0.99


def test_scale_is_robust(image):
    """Half of all details lie as a normal distribution has them, and a cloud changes them by a fourth at most.

    It covers 8 % of the image, a hundred times as bright as the ground varies.
    """
    values = detail_of(image, everywhere(image)).values
    assert np.median(np.abs(values)) == pytest.approx(0.6745, rel=0.05)
    cloudy = image.copy()
    cloudy[40:90, 60:120] += 5000.0
    far = np.ones(image.shape, dtype=bool)
    far[10:120, 30:150] = False
    spoiled = detail_of(cloudy, everywhere(image)).values
    assert np.abs(spoiled).max() < SATURATION
    assert np.abs(spoiled / values - 1.0)[far & (np.abs(values) > 0.5)].max() < 0.25


def test_gaps_make_no_edges(image):
    valid = everywhere(image)
    valid[:, 90:] = False
    valid[50:90, 20:60] = False
    wild = np.where(valid, image, np.float32(3e38))
    detail = detail_of(wild, valid)
    assert (detail.values[~valid] == 0.0).all()
    assert (detail.weight[~valid] == 0.0).all()
    assert detail.weight[120:, :50].min() == 1.0
    assert 0.0 < detail.weight[70, 19] < 0.8
    whole = detail_of(image, everywhere(image)).values
    assert alike(detail.values[valid], whole[valid]) > 0.97
    assert (detail_of(np.where(valid, image, np.float32(-9999.0)), valid).values == detail.values).all()


def test_moved_by_whole_squares_or_not(image):
    """Squares that local means are made from do not show: an image and a part of it have the same details."""
    whole = detail_of(image, everywhere(image)).values
    part = np.ascontiguousarray(image[3:, 5:])
    inner = np.s_[40:-40, 40:-40]
    moved = detail_of(part, everywhere(part)).values
    assert np.abs(moved[inner] - whole[3:, 5:][inner]).max() < 0.4
    assert alike(moved[inner], whole[3:, 5:][inner]) > 0.995


@pytest.mark.parametrize("shape", [(1, 1), (3, 70), (7, 9), (8, 8), (17, 33), (101, 64)])
def test_any_size(shape):
    values = np.random.default_rng(1).normal(size=shape).astype(np.float32)
    detail = detail_of(values, everywhere(values))
    if values.size == 1:
        assert detail is None
        return
    assert detail.values.shape == detail.weight.shape == shape
    assert np.isfinite(detail.values).all()


def test_nothing_to_see(image):
    for level in (0.0, 7.3, 1e6):
        assert detail_of(np.full_like(image, level), everywhere(image)) is None
    assert detail_of(image, np.zeros(image.shape, dtype=bool)) is None
