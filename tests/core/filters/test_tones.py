"""Curves between histograms, against their definition worked out plainly."""

from __future__ import annotations

import numpy as np
import pytest

from evenlight.core.filters.tones import equalizing_curve, matching_curve
from evenlight.core.numeric.quantiles import Counter


def distribution(values):
    """Of an array, counted at once."""
    counter = Counter(values.dtype)
    while not counter.done:
        counter.add(counter.portion(values.ravel()))
        counter.narrow()
    return counter.distribution()


def plainly_matched(image, reference):
    """Quantile mapping as textbooks and skimage.exposure.match_histograms have it."""
    _, inverse, counts = np.unique(image, return_inverse=True, return_counts=True)
    wanted, wanted_counts = np.unique(reference, return_counts=True)
    shares, wanted_shares = np.cumsum(counts) / image.size, np.cumsum(wanted_counts) / reference.size
    return np.interp(shares, wanted_shares, wanted)[inverse].reshape(image.shape)


def made(dtype, seed, mean=120.0, spread=30.0, number=4000):
    values = np.random.default_rng(seed).gamma(4.0, spread / 2, number) + mean - 2 * spread
    return np.clip(values, 0, 255).astype(dtype)


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "int32", "float32", "float64"])
def test_matching_is_the_mapping_of_quantiles(dtype):
    image, reference = made(dtype, 1), made(dtype, 2, 90.0, 45.0, 3001)
    found = matching_curve(distribution(image), distribution(reference))(image)
    assert np.abs(found - plainly_matched(image, reference)).max() < 1e-9


def test_matching_agrees_with_skimage():
    exposure = pytest.importorskip("skimage.exposure")
    image, reference = made("float64", 1), made("float64", 2, 90.0, 45.0, 3001)
    found = matching_curve(distribution(image), distribution(reference))(image)
    assert np.abs(found - exposure.match_histograms(image[:, None], reference[:, None])[:, 0]).max() < 1e-9


def test_many_floating_values_are_matched_nearly_as_exactly():
    """A million of them are held as a hundred thousand bins."""
    image = made("float32", 1, number=1_000_000) + np.float32(0.01) * made("float32", 3, number=1_000_000)
    reference = made("float32", 2, 90.0, 45.0, 700_000) * np.float32(1.1)
    found = matching_curve(distribution(image), distribution(reference))(image)
    error = np.abs(found - plainly_matched(image, reference))
    assert error.mean() < 2e-5 * reference.std()
    assert error.max() < 0.02 * reference.std()


@pytest.mark.parametrize("dtype", ["uint8", "float32"])
def test_an_image_matched_to_itself_stays(dtype):
    image = made(dtype, 1, number=300_000)
    own = distribution(image)
    assert np.abs(matching_curve(own, own)(image) - image).max() < 1e-9


def test_order_is_never_turned_round():
    image, reference = made("float32", 1, number=50_000), made("uint8", 2)
    curve = matching_curve(distribution(image), distribution(reference))
    grid = np.linspace(-500, 800, 10_001)
    assert (np.diff(curve.x) > 0).all()
    assert (np.diff(curve(grid)) >= 0).all()


def test_a_line_comes_back_beyond_what_was_counted():
    """Counted between 60 and 200 only, values from 0 to 255 follow the same gain and offset."""
    image = np.random.default_rng(1).uniform(60, 200, 20_000)
    curve = matching_curve(distribution(image), distribution(1.5 * image - 20))
    everywhere = np.linspace(0, 255, 100)
    assert np.abs(curve(everywhere) - (1.5 * everywhere - 20)).max() < 1e-6


@pytest.mark.parametrize(("image", "reference"), [([5] * 10, [1, 2, 3]), ([1, 2, 3], [7] * 4), ([4], [9])])
def test_images_of_one_value(image, reference):
    """All of it has the reference's highest rank; what was not counted keeps its order."""
    curve = matching_curve(distribution(np.array(image, np.uint8)), distribution(np.array(reference, np.uint8)))
    assert (curve(np.array(image)) == max(reference)).all()
    assert (np.diff(curve(np.arange(256))) >= 0).all()


def test_equalizing_agrees_with_opencv():
    cv2 = pytest.importorskip("cv2")
    image = made("uint8", 1).reshape(50, 80)
    found = np.rint(equalizing_curve(distribution(image), 0, 255)(image))
    assert np.array_equal(found, cv2.equalizeHist(image))


def test_equalizing_agrees_with_skimage():
    """Which does not begin at 0 with the lowest value."""
    exposure = pytest.importorskip("skimage.exposure")
    image = (100 * made("float64", 1)).astype("uint16")
    plain = exposure.equalize_hist(image)
    found = equalizing_curve(distribution(image), 0.0, 1.0)(image)
    assert np.abs(found - (plain - plain.min()) / (1 - plain.min())).max() < 1e-9


@pytest.mark.parametrize("dtype", ["uint16", "float64"])
def test_equalized_values_are_evenly_spread(dtype):
    """The share of pixels up to each value is how far it lies in the range."""
    image = (1000 * made("float64", 1)).astype(dtype)
    found = equalizing_curve(distribution(image), 10.0, 90.0)(image)
    assert (found.min(), found.max()) == (10.0, 90.0)
    shares = np.searchsorted(np.sort(image), image, side="right") / image.size
    assert np.abs((found - 10) / 80 - shares).max() <= 2 * shares.min()


def test_one_value_is_not_spread():
    image = np.full(20, 7, np.uint8)
    assert (equalizing_curve(distribution(image), 0, 255)(image) == 7).all()
