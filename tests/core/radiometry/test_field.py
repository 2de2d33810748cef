"""Smooth fields from the differences that pairs of images show in their blocks."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evenlight.core.errors import Cancelled
from evenlight.core.progress import Silent
from evenlight.core.radiometry import field
from evenlight.core.radiometry.block_statistics import Box
from evenlight.core.radiometry.field import LIMIT, Unknowns, solve_field

SIDE = 8


def smooth(index, rows, columns):
    """Another smooth field for every image."""
    y, x = np.mgrid[-1 : 1 : rows * 1j, -1 : 1 : columns * 1j]
    return 0.1 * (np.cos(1.3 * index) * x + np.sin(1.3 * index) * y) + 0.03 * np.cos(2 * x + index)


@pytest.fixture
def strip():
    """Three images of 8 x 8 blocks in a row, each sharing 8 x 4 with the next, and their fields."""
    boxes = tuple(Box(0, 4 * n, SIDE, SIDE) for n in range(3))
    truth = [smooth(n, SIDE, SIDE) for n in range(3)]
    image_one, image_two, rows, columns, difference = [], [], [], [], []
    for n in range(2):
        for row in range(SIDE):
            for column in range(4 * n + 4, 4 * n + 8):
                image_one.append(n)
                image_two.append(n + 1)
                rows.append(row)
                columns.append(column)
                difference.append(truth[n + 1][row, column - 4 * n - 4] - truth[n][row, column - 4 * n])
    unknowns = Unknowns(boxes)
    first, second = (unknowns.find(*map(np.array, (images, rows, columns))) for images in (image_one, image_two))
    return unknowns, first, second, np.array(difference)[:, None], truth


def shares(strip):
    """Where in each image's box its pairs lie."""
    return [(0, np.s_[:, 4:], 1, np.s_[:, :4]), (1, np.s_[:, 4:], 2, np.s_[:, :4])]


def disagreement(strip, solved, keep=None):
    """What is left of the differences where images meet."""
    unknowns, _, _, _, truth = strip
    left = []
    for i, own, j, other in shares(strip):
        one = truth[i] + unknowns.of_image(solved.value, i)[0]
        two = truth[j] + unknowns.of_image(solved.value, j)[0]
        left.append((one[own] - two[other]).ravel())
    left = np.concatenate(left)
    return np.abs(left if keep is None else left[keep]).max()


def test_smooth_fields_are_taken_away(strip):
    """Differences of up to 0.3 shrink to a tenth where images meet."""
    unknowns, first, second, difference, _ = strip
    solved = solve_field(unknowns, first, second, difference, np.ones_like(difference), 0.05)
    assert np.abs(difference).max() > 0.15
    assert disagreement(strip, solved) < 0.1 * np.abs(difference).max()
    assert (solved.removed, solved.limited) == (0, 0)


def test_no_difference_is_no_field(strip):
    """Identical images: zero to the last digits."""
    unknowns, first, second, difference, _ = strip
    solved = solve_field(unknowns, first, second, 0 * difference, np.ones_like(difference), 0.05)
    assert np.abs(solved.value).max() < 1e-12


def test_the_field_fades_away_from_overlaps(strip):
    """The first image's far edge moves less than its side of the overlap."""
    unknowns, first, second, difference, _ = strip
    solved = solve_field(unknowns, first, second, 0 * difference + 0.2, np.ones_like(difference), 0.05)
    own = unknowns.of_image(solved.value, 0)[0]
    assert np.abs(own[:, 0]).mean() <= np.abs(own[:, 5]).mean()
    assert np.abs(own).max() < 0.25


@pytest.mark.parametrize("size", [0.6, 3.0])
def test_a_cloud_is_removed_and_does_not_spread(strip, size):
    """One block of 64 differs by far more than its neighbours: it is left out, the others fit as before."""
    unknowns, first, second, difference, _ = strip
    plain = solve_field(unknowns, first, second, difference, np.ones_like(difference), 0.05)
    cloudy = difference.copy()
    cloudy[10] += size
    solved = solve_field(unknowns, first, second, cloudy, np.ones_like(difference), 0.05)
    assert solved.removed == 1
    assert np.abs(solved.value - plain.value).max() < 0.02


def test_the_limit_is_met_and_told(strip):
    """Steady differences of 0.8 cannot be taken away: each image moves by ln 1.5 at most."""
    unknowns, first, second, difference, _ = strip
    wide = np.full_like(difference, 0.8)
    wide[: len(wide) // 2] = 0.8
    solved = solve_field(unknowns, first, second, wide, np.ones_like(difference), 0.05)
    assert np.abs(solved.value).max() <= LIMIT
    assert solved.limited > 0


def test_pairs_without_weight_say_nothing(strip):
    """Half of the observations are nonsense of weight zero."""
    unknowns, first, second, difference, _ = strip
    weight = np.ones_like(difference)
    weight[::2] = 0
    nonsense = np.where(weight > 0, difference, 99.0)
    one, two = (solve_field(unknowns, first, second, d, weight, 0.05) for d in (difference, nonsense))
    assert two.value == pytest.approx(one.value, abs=1e-9)
    assert two.removed == 0


def test_bands_are_solved_by_themselves(strip):
    """A second band with other differences changes nothing in the first."""
    unknowns, first, second, difference, _ = strip
    both = np.hstack([difference, -3 * difference])
    together = solve_field(unknowns, first, second, both, np.ones_like(both), 0.05)
    alone = solve_field(unknowns, first, second, difference, np.ones_like(difference), 0.05)
    assert together.value[:, :1] == pytest.approx(alone.value, abs=1e-12)


def test_smoothness_makes_fields_smoother(strip):
    """More of it, less roughness."""
    unknowns, first, second, difference, _ = strip
    noisy = difference + 0.02 * np.random.default_rng(1).normal(size=difference.shape)
    rough = []
    for smoothness in (0.05, 1.0, 20.0):
        solved = solve_field(unknowns, first, second, noisy, np.ones_like(difference), smoothness)
        rough.append(sum(np.abs(np.diff(unknowns.of_image(solved.value, n)[0], axis=0)).sum() for n in range(3)))
    assert rough[0] > rough[1] > rough[2]


@pytest.mark.parametrize("smoothness", [0.0, 0.05, 10.0, 1e4])
def test_large_systems_are_solved_without_factorisation(strip, monkeypatch, smoothness):
    """Conjugate gradients find what the factorisation finds, to a millionth."""
    unknowns, first, second, difference, _ = strip
    direct = solve_field(unknowns, first, second, difference, np.ones_like(difference), smoothness)
    monkeypatch.setattr(field, "LARGEST_FACTORISATION", 10)
    iterated = solve_field(unknowns, first, second, difference, np.ones_like(difference), smoothness)
    assert iterated.value == pytest.approx(direct.value, abs=1e-6)


def long_strip(images):
    """Unknowns and observations of images of 8 x 8 blocks in a row, each sharing half with the next."""
    unknowns = Unknowns(tuple(Box(0, 4 * n, SIDE, SIDE) for n in range(images)))
    image, row, column = (part.ravel() for part in np.mgrid[: images - 1, :SIDE, 4:8])
    first, second = (unknowns.find(image + n, row, column + 4 * image) for n in (0, 1))
    return unknowns, first, second


def test_more_images_take_no_more_steps(monkeypatch):
    """Five and eighty images: the steps of all solutions together grow by less than a fifth."""
    monkeypatch.setattr(field, "LARGEST_FACTORISATION", 10)
    steps = []
    for images in (5, 80):
        unknowns, first, second = long_strip(images)
        difference = np.random.default_rng(4).normal(0, 0.02, (len(first), 1))
        counter = Counter()
        solve_field(unknowns, first, second, difference, np.ones_like(difference), 0.05, counter)
        steps.append(counter.asked)
    assert steps[1] < 1.2 * steps[0]


def test_a_cancel_is_heard_between_two_steps(monkeypatch):
    """Asked to stop at the tenth question: the solution is given up."""
    monkeypatch.setattr(field, "LARGEST_FACTORISATION", 10)
    unknowns, first, second = long_strip(5)
    difference = np.random.default_rng(4).normal(0, 0.02, (len(first), 1))
    counter = Counter(patience=10)
    with pytest.raises(Cancelled):
        solve_field(unknowns, first, second, difference, np.ones_like(difference), 0.05, counter)
    assert counter.asked == 10


class Counter(Silent):
    """Counts how often it is asked whether to go on."""

    def __init__(self, patience=10**9):
        self.asked, self.patience = 0, patience

    def cancelled(self):
        """True once its patience ends."""
        self.asked += 1
        return self.asked >= self.patience


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(*(st.integers(0, 5),) * 2, *(st.integers(1, 4),) * 2), min_size=1, max_size=4))
def test_every_block_of_every_box_has_its_own_number(boxes):
    """Any boxes: numbers run from 0 without a gap, blocks outside a box have none."""
    unknowns = Unknowns(tuple(Box(*box) for box in boxes))
    seen = []
    for image, (top, left, rows, columns) in enumerate(boxes):
        for row in range(10):
            for column in range(10):
                number = int(unknowns.find(np.array([image]), np.array([row]), np.array([column]))[0])
                inside = top <= row < top + rows and left <= column < left + columns
                assert (number >= 0) == inside
                if inside:
                    seen.append(number)
    assert sorted(seen) == list(range(unknowns.number))


def test_bands_at_once_give_the_same(strip):
    """To the last bit, for any number of threads."""
    unknowns, first, second, difference, _ = strip
    bands = np.hstack([difference, 2 * difference, 0.5 * difference])
    bands[10, 1] += 3.0
    args = unknowns, first, second, bands, np.ones_like(bands), 0.05
    one, many = solve_field(*args), solve_field(*args, threads=3)
    assert np.array_equal(one.value, many.value)
    assert (one.removed, one.limited) == (many.removed, many.limited)
    assert one.removed == 1
