"""Masked normalised cross-correlation against plain loops, and against OpenCV where nothing is masked."""

from __future__ import annotations

import numpy as np
import pytest

from evenlight.core.filters import correlation
from evenlight.core.filters.correlation import correlation_scores, template_of

FOURIER, DIRECT = 0.0, 1e12


def go_on():
    """Never stop."""


def scores(area, valid, values, mask, min_valid=0.5):
    return correlation_scores(area, valid, template_of(values, mask), min_valid, go_on)


def plainly(area, valid, values, mask, min_valid=0.5):
    """Correlation coefficients of the pixels valid in both, place by place."""
    areas, height, width = area.shape
    rows, columns = values.shape[1:]
    result = np.full((areas, height - rows + 1, width - columns + 1), np.nan)
    for index, row, column in np.ndindex(*result.shape):
        own = min(index, len(values) - 1)
        part = np.s_[index, row:row + rows, column:column + columns]
        both = valid[part] & mask[own]
        if both.sum() >= max(2, min_valid * rows * columns):
            one, other = area[part][both], values[own][both]
            if np.ptp(one) > 0 and np.ptp(other) > 0:
                result[index, row, column] = np.corrcoef(one, other)[0, 1]
    return result


def made(holes, template_holes, areas=2, templates=1, level=1e4):
    random = np.random.default_rng(4)
    area = level + random.normal(size=(areas, 20, 23))
    area[:, :8, :8] = level / 2
    values = level / 10 + random.normal(size=(templates, 5, 4))
    return area, random.random(area.shape) >= holes, values, random.random(values.shape) >= template_holes


@pytest.mark.parametrize("cost", [FOURIER, correlation.FOURIER_COST, DIRECT])
@pytest.mark.parametrize("holes", [0, 0.3])
@pytest.mark.parametrize("template_holes", [0, 0.3])
@pytest.mark.parametrize("templates", [1, 2])
@pytest.mark.parametrize("min_valid", [0.2, 0.6])
def test_scores_are_correlation_coefficients(monkeypatch, cost, holes, template_holes, templates, min_valid):
    """Constant ground and too few pixels have none, either way of computing."""
    monkeypatch.setattr(correlation, "FOURIER_COST", cost)
    case = made(holes, template_holes, templates=templates)
    found, wanted = scores(*case, min_valid), plainly(*case, min_valid)
    assert np.array_equal(np.isnan(found), np.isnan(wanted))
    assert np.allclose(found, wanted, atol=1e-7, equal_nan=True)
    assert np.isnan(found).any()


@pytest.mark.parametrize("shape", [(3, 3), (12, 7), (31, 40)])
def test_as_opencv_where_all_is_valid(shape):
    cv2 = pytest.importorskip("cv2", reason="OpenCV is not installed")
    random = np.random.default_rng(6)
    area = (100 * random.normal(size=(1, 90, 80)) + 1000).astype("float32")
    values = area[:, 20:20 + shape[0], 30:30 + shape[1]] + 20 * random.normal(size=(1, *shape)).astype("float32")
    found = scores(area, np.ones(area.shape, bool), values, np.ones(values.shape, bool))
    wanted = cv2.matchTemplate(area[0], values[0], cv2.TM_CCOEFF_NORMED)
    assert np.allclose(found[0], wanted, atol=2e-5)


def test_gain_and_offset_change_nothing():
    area, valid, values, mask = made(0.2, 0.2)
    one = scores(area, valid, values, mask)
    other = scores(area * 37 - 1e5, valid, values * 0.01 + 5, mask)
    assert np.allclose(one, other, atol=1e-7, equal_nan=True)
    assert np.allclose(scores(-area, valid, values, mask), -one, atol=1e-9, equal_nan=True)


def test_what_lies_under_a_hole_changes_nothing():
    area, valid, values, mask = made(0.3, 0.3)
    one = scores(area, valid, values, mask)
    spoiled = np.where(valid, area, 1e9), valid, np.where(mask, values, -1e9), mask
    assert np.array_equal(scores(*spoiled), one, equal_nan=True)


def test_a_perfect_match_is_one_and_constants_are_nothing():
    area, valid, _, _ = made(0, 0)
    values = area[:, 9:14, 10:15]
    whole = np.ones(values.shape, bool)
    found = scores(area, valid, values, whole)
    assert np.allclose(found[:, 9, 10], 1, atol=1e-12)
    assert np.isnan(found[:, :4, :4]).all()
    assert np.isnan(scores(area, valid, np.full((2, 5, 5), 3.3), whole)).all()
