"""Adaptive equalization: as OpenCV's where that can, for any type and window, and unharmed by nodata."""

from __future__ import annotations

import numpy as np
import pytest
from made_scenes import texture

from evenlight.core.filters.local_equalization import LocalEqualizer, choose_levels, cut_tiles, filled_levels, limited
from evenlight.core.raster.window import Window


def picture(dtype, size=256, low=0, high=255, seed=1):
    values = texture(1, size, size, seed)[0]
    values = low + (high - low) * (values - values.min()) / np.ptp(values)
    return np.rint(values).astype(dtype) if np.dtype(dtype).kind != "f" else values.astype(dtype)


def equalized(values, along, limit, valid=None, step=None):
    """Shares of all pixels, window by window."""
    valid = np.ones(values.shape, bool) if valid is None else valid
    height, width = values.shape
    step = step or max(height, width)
    tiles = cut_tiles(width, height, along)
    shown = values[valid]
    equalizer = LocalEqualizer(tiles, choose_levels(values.dtype, float(shown.min()), float(shown.max()), tiles))
    windows = [
        (column, row, min(step, width - column), min(step, height - row))
        for row in range(0, height, step)
        for column in range(0, width, step)
    ]
    result = np.empty(values.shape)
    for column, row, across, down in windows:
        own = np.s_[row:row + down, column:column + across]
        equalizer.count(values[own], valid[own], Window(column, row, across, down))
    equalizer.close(limit)
    for column, row, across, down in windows:
        own = np.s_[row:row + down, column:column + across]
        result[own] = equalizer.shares(values[own], Window(column, row, across, down))
    return result


@pytest.mark.parametrize("limit", [1.0, 2.0, 3.3, 40.0])
@pytest.mark.parametrize("along", [1, 4, 8])
def test_bytes_are_equalized_as_by_opencv(limit, along):
    """Within the rounding of its tables and of the result."""
    cv2 = pytest.importorskip("cv2")
    values = picture("uint8")
    wanted = cv2.createCLAHE(limit, (along, along)).apply(values).astype(float)
    assert np.abs(np.rint(255 * equalized(values, along, limit)) - wanted).max() <= 1


def test_sixteen_bits_are_equalized_as_by_opencv():
    """With the 65,536 levels it has, which only large tiles can fill, and without a limit, which is another."""
    cv2 = pytest.importorskip("cv2")
    values = picture("uint16", 1024, 0, 65535)
    wanted = cv2.createCLAHE(0.0, (1, 1)).apply(values).astype(float)
    assert choose_levels(values.dtype, 0.0, 65535.0, cut_tiles(1024, 1024, 1)).number == 65536
    assert np.abs(np.rint(65535 * equalized(values, 1, 0.0)) - wanted).max() <= 1


@pytest.mark.parametrize("dtype", ["uint16", "int16", "float32", "float64"])
def test_no_type_is_made_bytes(dtype):
    """The same picture in any type gives the same shares but for the cut of levels, and more than bytes have."""
    values = picture(dtype, 256, 0, 30_000)
    found = equalized(values, 4, 2.0)
    assert np.abs(found - equalized(picture("float64", 256, 0, 30_000), 4, 2.0)).mean() < 3e-3
    assert len(np.unique(found)) > 5000


def test_units_do_not_matter():
    values = picture("float64")
    assert np.abs(equalized(values * 1e-4 - 7, 4, 2.0) - equalized(values, 4, 2.0)).max() < 1e-6


@pytest.mark.parametrize("dtype", ["uint8", "float32"])
@pytest.mark.parametrize("step", [7, 64, 100])
def test_windows_change_nothing(dtype, step):
    values = picture(dtype)[:201, :250]
    valid = texture(1, 201, 250, 5)[0] > 1900
    whole = equalized(values, 8, 2.0, valid)
    assert np.array_equal(equalized(values, 8, 2.0, valid, step)[valid], whole[valid])


def test_what_is_not_valid_says_nothing():
    """Whatever stands in invalid pixels, the others get the same."""
    values = picture("float32")
    valid = texture(1, 256, 256, 5)[0] > 1900
    other = np.where(valid, values, np.float32(3e30))
    assert np.array_equal(equalized(values, 8, 2.0, valid)[valid], equalized(other, 8, 2.0, valid)[valid])


def test_empty_tiles_leave_no_trace():
    """Half of the picture is nodata: away from it nothing changes, beside it nothing breaks."""
    values = picture("uint8")
    valid = np.ones(values.shape, bool)
    valid[:, :100] = False
    part, whole = equalized(values, 8, 2.0, valid), equalized(values, 8, 2.0)
    assert np.array_equal(part[:, 144:], whole[:, 144:])
    assert np.abs(part - whole)[valid].mean() < 0.01
    assert 0.0 <= part[valid].min() < part[valid].max() <= 1.0


def test_order_within_a_tile_is_kept():
    values = picture("uint16", 128, 0, 4000)
    found = equalized(values, 1, 2.0)
    assert (np.diff(found.ravel()[np.argsort(values, axis=None, kind="stable")]) >= 0).all()


def test_contrast_is_limited():
    """Without a limit a faint texture on an even part of a picture is torn up; with 2 bytes grow threefold at most.

    Twice by what a level may hold, once more by what was cut off elsewhere and spread.  In other types an
    even share is that of the levels that are filled, here some two thirds.
    """
    random = np.random.default_rng(1)
    values = random.uniform(0, 200, (256, 256))
    values[64:192, 64:192] = random.normal(100, 1, (128, 128))
    inside = np.s_[100:156, 100:156]
    for shown, most in ((np.rint(values).astype(np.uint8), 3.0), (values, 4.5)):
        free, held = (255 * equalized(shown, 4, limit)[inside].std() for limit in (0.0, 2.0))
        assert free > 50
        assert held < most * 255 / 200 * shown[inside].std()


def test_a_far_value_takes_no_contrast():
    """Clouds over an eighth of a picture, ten times as bright; a limit on the whole range would leave 0.08 of it."""
    ground = picture("uint16", 256, 1000, 2000)
    cloudy = ground.copy()
    cloudy[:32] = picture("uint16", 256, 9000, 20_000, 2)[:32]
    without, beside = (equalized(values, 4, 2.0)[160:].std() for values in (ground, cloudy))
    assert beside > 0.6 * without


@pytest.mark.parametrize("size", [(1, 1), (1, 50), (3, 70), (70, 3), (9, 9)])
def test_small_images(size):
    values = np.arange(np.prod(size), dtype=np.uint16).reshape(size)
    found = equalized(values, 8, 0.0)
    assert np.isfinite(found).all()
    assert found.max() <= 1.0


def test_levels_that_are_filled():
    """Evenly filled ones count in full, far ones hardly."""
    assert filled_levels(np.array([5, 0, 5, 5, 5])) == pytest.approx(4)
    assert filled_levels(np.array([1000] * 10 + [0] * 1000 + [1])) == pytest.approx(10, abs=0.02)
    assert filled_levels(np.array([7])) == 1.0


def test_what_is_cut_off_is_spread_over_all_levels():
    count = np.array([1000, 0, 3, 7, 0, 0, 0, 0])
    found = limited(count, 2.0, 8.0)
    assert found.sum() == count.sum()
    assert found.max() - found.min() <= 2 * count.sum() // 8 + 1
    assert np.array_equal(limited(count, 0.0, 8.0), count)
