"""Which footprints meet."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from evenlight.core.statistics.overlaps import components, group_windows, overlapping_pairs

WINDOW = st.tuples(st.integers(-30, 60), st.integers(-30, 60), st.integers(1, 40), st.integers(1, 40))


def share_a_pixel(one, other):
    """Both directions overlap by at least one pixel."""
    return all(
        max(one[axis], other[axis]) < min(one[axis] + one[axis + 2], other[axis] + other[axis + 2]) for axis in (0, 1)
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(WINDOW, max_size=25))
def test_pairs_equal_those_of_comparing_all_with_all(windows):
    """Any windows: identical, contained, touching along an edge, apart."""
    found = [tuple(pair) for pair in overlapping_pairs(windows).tolist()]
    expected = [
        (i, j) for i, j in combinations(range(len(windows)), 2) if share_a_pixel(windows[i], windows[j])
    ]
    assert found == expected


def test_no_windows_have_no_pairs():
    """An empty list is answered with an empty table, not with an error."""
    assert overlapping_pairs([]).shape == (0, 2)


def test_ten_thousand_images_need_no_table_of_all_pairs():
    """100 x 100 overlapping squares: the pairs are the neighbours."""
    rows, columns = np.mgrid[0:100, 0:100]
    windows = np.stack([columns.ravel() * 80, rows.ravel() * 80, *(np.full(10000, 100),) * 2], axis=1)
    pairs = overlapping_pairs(windows)
    assert len(pairs) == 2 * 99 * 100 + 2 * 99 * 99


@settings(max_examples=100, deadline=None)
@given(st.lists(WINDOW, max_size=15))
def test_groups_hold_every_window_once_in_the_smallest_rectangle(windows):
    """Windows of one group are linked by overlaps; its rectangle reaches as far as they do."""
    groups = group_windows(windows)
    assert sorted(index for members, _ in groups for index in members) == list(range(len(windows)))
    numbers = components(len(windows), *overlapping_pairs(windows).T)
    for members, (column, row, width, height) in groups:
        assert len({int(numbers[index]) for index in members}) == 1
        own = np.array([windows[index] for index in members])
        assert (column, row) == tuple(own[:, :2].min(axis=0))
        assert (column + width, row + height) == tuple((own[:, :2] + own[:, 2:]).max(axis=0))
