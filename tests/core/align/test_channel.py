"""The channel that alignment looks at."""

import numpy as np
import pytest

from evenlight.core.align.channel import channel, check_channel

BANDS = np.array([np.full((4, 5), value) for value in (10.0, 20.0, 60.0, 110.0)])
ALL = np.ones(BANDS.shape, dtype=bool)


@pytest.mark.parametrize("word, value", [("mean", 50.0), ("luminance", 20.762), ("2", 20.0), ("4", 110.0)])
def test_values(word, value):
    for dtype, found in ((np.uint8, np.float32), (np.float32, np.float32), (np.int32, np.float64), (float, np.float64)):
        values, valid = channel(BANDS.astype(dtype), ALL, word)
        assert values.dtype == found
        assert valid.all()
        assert np.allclose(values, value)


def test_luminance_of_two_bands_is_their_mean():
    assert np.allclose(channel(BANDS[:2], ALL[:2], "luminance")[0], 15.0)


@pytest.mark.parametrize("word, seen", [("mean", False), ("luminance", True), ("3", True), ("4", False)])
def test_only_bands_that_count_must_be_valid(word, seen):
    valid = ALL.copy()
    valid[3, 1, 2] = False
    holey = np.where(valid, BANDS, np.nan)
    values, found = channel(holey, valid, word)
    assert found[1, 2] == seen
    assert found.sum() == 19 + seen
    assert np.isfinite(values).all()


def test_gradient_is_the_steepness_per_pixel_and_knows_gaps():
    rows, columns = np.mgrid[:9, :9].astype(float)
    slope = (3.0 * columns + 4.0 * rows)[None]
    values, valid = channel(slope, np.ones_like(slope, dtype=bool), "gradient")
    assert np.allclose(values, 5.0)
    assert valid.all()
    seen = np.ones_like(slope, dtype=bool)
    seen[0, 4, 4] = False
    values, valid = channel(np.where(seen, slope, 1e9), seen, "gradient")
    assert (~valid).sum() == 5
    assert np.allclose(values[valid], 5.0)


def test_large_values_keep_their_detail():
    values = np.array([[1e5, 1e5 + 1], [1e5 + 2, 1e5 + 3]])
    eight = np.repeat(values[None], 8, axis=0)
    assert np.allclose(channel(eight, np.ones_like(eight, dtype=bool), "mean")[0] - 1e5, [[0, 1], [2, 3]], atol=0.01)


@pytest.mark.parametrize("word", ["mean", "luminance", "gradient", "1", "3"])
def test_words_that_are_known(word):
    assert check_channel(word, [(1, 2, 3), (1, 3)]) is None


@pytest.mark.parametrize("word", ["", "red", "0", "2", "-1", "1.5", "٣"])
def test_words_that_are_not(word):
    problem = check_channel(word, [(1, 2, 3), (1, 3)])
    assert f'CHANNEL cannot be "{word}"' in str(problem)
    assert "(1, 3)" in str(problem)
