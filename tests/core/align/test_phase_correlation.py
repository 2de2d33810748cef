"""Shifts by phase correlation: a known truth, recovered, and pairs that say nothing, refused."""

from dataclasses import replace

import numpy as np
import pytest
from made_views import Ground, views

from evenlight.core.align.pair import NotAligned, Pair
from evenlight.core.align.phase_correlation import Reference, phase_correlation
from evenlight.core.align.settings import MatchSettings
from evenlight.core.align.transform import Transform

SETTINGS = MatchSettings()
SHIFTS = [(0.05, 0.0), (0.5, -0.5), (-0.3, 0.74), (3.37, -2.61), (-12.2, 9.9), (20.4, -21.3), (-29.9, 0.05)]
CASES = {
    "clear": {},
    "noise": {"noise": 12.0},
    "border": {"border": 24},
    "clouds in a mask": {"cloud": 0.1},
    "clouds without mask": {"cloud": 0.1, "masked": False},
    "all": {"cloud": 0.1, "masked": False, "border": 16, "noise": 6.0},
}


@pytest.fixture(scope="module")
def grounds():
    return [Ground(256, seed=seed, roughness=roughness) for seed, roughness in ((1, 1.5), (2, 1.0))]


def shift_of(pair, settings=SETTINGS):
    return np.array(phase_correlation(pair, settings).transform.step)


def error(ground, shifts=SHIFTS, **case):
    """RMS over shifts and both directions."""
    found = [shift_of(views(ground, Transform.shift(*shift), **case)) - shift for shift in shifts]
    return float(np.sqrt(np.mean(np.square(found))))


@pytest.mark.parametrize("case", CASES)
def test_a_known_shift_comes_back(grounds, case):
    for ground in grounds:
        assert error(ground, **CASES[case]) < 0.03


def test_smooth_ground(grounds):
    """Nearly nothing varies from pixel to pixel, and noise does."""
    assert error(Ground(320, seed=3, roughness=2.0)) < 0.05


@pytest.mark.parametrize("size, height", [(101, 97), (64, 300), (500, 48)])
def test_odd_sizes(size, height):
    ground = Ground(size, seed=4, height=height)
    assert error(ground, [(0.4, -0.3), (3.3, 5.6)]) < 0.05


def test_identity_moves_nothing(grounds):
    for case in ({"noise": 0.0, "gain": 1.0, "offset": 0.0}, {"noise": 3.0}, {"border": 24}):
        assert np.abs(shift_of(views(grounds[0], Transform.shift(0.0, 0.0), **case))).max() < 0.01


def test_a_border_in_both_does_not_hold_the_image_back(grounds):
    """The same pixels are nodata in both: a pattern that did not move."""
    assert error(grounds[0], [(7.5, 0.0), (0.3, -0.3)], border=60) < 0.03


def test_swapped_it_goes_back(grounds):
    pair = views(grounds[0], Transform.shift(3.3, -1.7), cloud=0.1)
    swapped = Pair(pair.reference, pair.image, pair.reference_valid, pair.image_valid)
    assert np.allclose(shift_of(swapped), -shift_of(pair), atol=0.021)


def test_transposed(grounds):
    pair = views(grounds[0], Transform.shift(3.3, -1.7), border=20)
    turned = Pair(*(np.ascontiguousarray(array.T) for array in pair))
    assert np.allclose(shift_of(turned), shift_of(pair)[::-1], atol=0.021)


@pytest.mark.parametrize("gain, offset", [(1e-4, 0.0), (1.0, 1e5), (1e4, -3.0), (-1.0, 500.0)])
def test_units_do_not_matter(grounds, gain, offset):
    """Reflectance instead of counts; a negative of the image too, if both are."""
    pair = views(grounds[0], Transform.shift(3.3, -1.7), border=20, noise=6.0)
    other = Pair(*((gain * array + offset).astype(np.float32) for array in pair[:2]), *pair[2:])
    assert np.allclose(shift_of(other), shift_of(pair), atol=0.021)


def test_more_nodata_changes_nothing(grounds):
    pair = views(grounds[0], Transform.shift(3.3, -1.7))
    more = Pair(*(np.pad(array, ((0, 40), (0, 0))) for array in pair))
    assert np.allclose(shift_of(more), shift_of(pair), atol=0.021)


def test_values_of_invalid_pixels_do_not_matter(grounds):
    pair = views(grounds[0], Transform.shift(3.3, -1.7), cloud=0.1, border=10)
    other = pair._replace(image=np.where(pair.image_valid, pair.image, 3e38).astype(np.float32))
    assert (shift_of(other) == shift_of(pair)).all()


def test_upsampling(grounds):
    pair = views(grounds[0], Transform.shift(3.3, -1.7))
    assert tuple(shift_of(pair, replace(SETTINGS, upsampling=1))) == (3.0, -2.0)
    assert np.allclose(shift_of(pair, replace(SETTINGS, upsampling=1000)), (3.3, -1.7), atol=0.01)


def test_a_reference_serves_many(grounds):
    pairs = [views(grounds[0], Transform.shift(*shift)) for shift in SHIFTS[:3]]
    reference = Reference(pairs[0].reference, pairs[0].reference_valid, SETTINGS)
    for pair in pairs:
        assert reference.shift_of(pair.image, pair.image_valid).transform.step == tuple(shift_of(pair))


def refusal(pair, settings=SETTINGS):
    with pytest.raises(NotAligned) as caught:
        phase_correlation(pair, settings)
    return str(caught.value)


def test_further_than_max_shift(grounds):
    pair = views(grounds[0], Transform.shift(20.0, 5.0))
    assert refusal(pair, replace(SETTINGS, max_shift=10.0))
    assert np.allclose(shift_of(pair, replace(SETTINGS, max_shift=21.0)), (20.0, 5.0), atol=0.05)


def test_flat(grounds):
    pair = views(grounds[0], Transform.shift(0.0, 0.0))
    assert "nothing" in refusal(pair._replace(image=np.full_like(pair.image, 7.3)))
    assert "nothing" in refusal(pair._replace(reference_valid=np.zeros_like(pair.image_valid)))


def test_other_ground(grounds):
    for seed in range(5):
        pair = views(grounds[0], Transform.shift(0.0, 0.0))
        image = views(Ground(256, seed=50 + seed), Transform.shift(0.0, 0.0)).image
        assert "chance" in refusal(pair._replace(image=image))


def test_noise_alone():
    for seed in range(5):
        both = np.random.default_rng(seed).normal(size=(2, 200, 200)).astype(np.float32)
        valid = np.ones(both.shape[1:], dtype=bool)
        assert "chance" in refusal(Pair(*both, valid, valid))


@pytest.mark.parametrize("noise", [0.01, 0.3])
def test_a_pattern_that_repeats(noise):
    rows, columns = np.mgrid[:256, :256]
    random = np.random.default_rng(1)
    tile = random.normal(size=(16, 16))
    both = [np.roll(tile, step, axis=(0, 1))[rows % 16, columns % 16] for step in ((0, 0), (3, 2))]
    both = [(one + random.normal(scale=noise, size=one.shape)).astype(np.float32) for one in both]
    valid = np.ones((256, 256), dtype=bool)
    assert "repeats" in refusal(Pair(*both, valid, valid))


def test_no_common_pixels(grounds):
    pair = views(grounds[0], Transform.shift(0.3, 0.0))
    left = np.zeros_like(pair.image_valid)
    left[:, :120] = True
    assert refusal(pair._replace(image_valid=left, reference_valid=~left))


def test_too_small():
    tiny = np.random.default_rng(1).normal(size=(2, 12, 40)).astype(np.float32)
    valid = np.ones((12, 40), dtype=bool)
    assert "16 pixels" in refusal(Pair(*tiny, valid, valid))
