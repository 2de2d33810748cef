"""Shifts of windows and the field through them."""

import numpy as np
import pytest
from made_views import Ground, views
from scipy.interpolate import RBFInterpolator

from evenlight.core.align.local_shifts import LocalShift, agreeing, local_shifts, smooth_field
from evenlight.core.align.pair import NotAligned
from evenlight.core.align.settings import MatchSettings
from evenlight.core.align.transform import Transform
from evenlight.core.errors import Cancelled

SETTINGS = MatchSettings()
SIZE, SPACING = 640, 64


class Waves:
    """A shift and 3 pixels of waves of 1000 pixels: how much the ground moves."""

    is_shift = False

    def moved(self, points):
        x, y = np.asarray(points).T * (2.0 * np.pi / 1000.0)
        return points + np.column_stack([2.3 + 3.0 * np.sin(y + 0.4), -4.1 + 3.0 * np.sin(x + 1.0)])


@pytest.fixture(scope="module")
def ground():
    return Ground(SIZE, seed=4)


def columns_of(shifts):
    return tuple(np.array([shift[part] for shift in shifts]) for part in range(4))


@pytest.mark.parametrize("spacing, tolerance", [(128, 0.1), (64, 0.08)])
@pytest.mark.parametrize("case", [{}, {"cloud": 0.1}, {"cloud": 0.1, "masked": False}], ids=str)
@pytest.mark.every(3)
def test_a_smooth_field_comes_back(ground, case, spacing, tolerance):
    """Windows, and what a thin plate through the control points says everywhere."""
    truth = Waves()
    # 0.15 where clouds that no mask tells take windows out of a coarse grid
    if spacing == 128 and not case.get("masked", True):
        tolerance = 0.15
    shifts = local_shifts(views(ground, truth, **case), spacing, SETTINGS)
    assert len(shifts) == (SIZE // spacing + 1) ** 2
    position, step, reliability, kept = columns_of(shifts)
    assert kept.mean() > 0.6
    assert ((reliability >= 0.0) & (reliability <= 1.0)).all()
    left = (position + step - truth.moved(position))[kept]
    assert np.sqrt((left**2).mean()) < 0.1
    places, belongs = smooth_field(shifts, SIZE, SIZE, spacing)
    asked = np.random.default_rng(1).uniform(0.0, SIZE, size=(2000, 2))
    found = asked + RBFInterpolator(places, belongs - places)(asked)
    assert np.sqrt(((found - truth.moved(asked)) ** 2).mean()) < tolerance


def test_outliers_are_told(ground):
    """Shifts of windows that are made wrong."""
    shifts = local_shifts(views(ground, Waves()), SPACING, SETTINGS)
    random = np.random.default_rng(3)
    wrong = random.choice(len(shifts), size=15, replace=False)
    spoiled = list(shifts)
    for place in wrong:
        step = np.add(shifts[place].shift, random.choice([-1, 1], 2) * random.uniform(3.0, 15.0, 2))
        spoiled[place] = shifts[place]._replace(shift=tuple(step))
    kept = agreeing(spoiled, SIZE, SIZE, SPACING)
    assert not kept[wrong].any()
    assert kept.sum() >= 80


def test_what_one_shift_explains_gives_that_shift(ground):
    shifts = local_shifts(views(ground, Transform.shift(12.4, -7.8), border=20), SPACING, SETTINGS)
    _, step, _, kept = columns_of(shifts)
    assert np.abs(step[kept] - (12.4, -7.8)).max() < 0.3
    places, belongs = smooth_field(shifts, SIZE, SIZE, SPACING)
    left = belongs - places - (12.4, -7.8)
    assert np.sqrt((left**2).mean()) < 0.1
    # corners lie beyond all windows
    assert np.abs(left).max() < 0.4


def test_identity_moves_nothing(ground):
    shifts = local_shifts(views(ground, Transform.shift(0.0, 0.0), noise=0.0), SPACING, SETTINGS)
    places, belongs = smooth_field(shifts, SIZE, SIZE, SPACING)
    assert np.abs(belongs - places).max() < 0.01


def test_control_points_reach_the_corners():
    shifts = made_shifts(lambda x, y: (0.01 * x, 0.0), 300, 200, 50)
    places, belongs = smooth_field(shifts, 300, 200, 50)
    assert (places[0] == 0.0).all()
    assert (places[-1] == (300.0, 200.0)).all()
    assert len(places) == 7 * 5
    assert np.abs(belongs - places - np.column_stack([0.01 * places[:, 0], np.zeros(35)])).max() < 1e-3


def made_shifts(field, width, height, spacing):
    centres = [(x, y) for y in range(spacing // 2, height, spacing) for x in range(spacing // 2, width, spacing)]
    return [LocalShift(centre, field(*centre), 1.0, True) for centre in centres]


def test_a_field_that_folds_is_refused():
    shifts = made_shifts(lambda x, y: (40.0 * np.sin(x / 20.0), 0.0), 300, 200, 25)
    with pytest.raises(NotAligned, match="fold"):
        smooth_field(shifts, 300, 200, 25)


def test_other_ground_is_refused(ground):
    pair = views(ground, Transform.shift(0.0, 0.0))
    with pytest.raises(NotAligned, match="windows"):
        local_shifts(pair._replace(image=views(Ground(SIZE, seed=9), Transform.shift(0.0, 0.0)).image), 128, SETTINGS)


def test_cancel(ground):
    class Impatient:
        asked = 0

        def advance(self, fraction):
            pass

        def cancelled(self):
            self.asked += 1
            return self.asked > 3

    with pytest.raises(Cancelled):
        local_shifts(views(ground, Transform.shift(0.0, 0.0)), SPACING, SETTINGS, Impatient())


@pytest.mark.parametrize("width, height, spacing", [(100, 100, 64), (90, 300, 40), (20, 20, 64)])
def test_small_images(width, height, spacing):
    ground = Ground(width, seed=4, height=height)
    try:
        shifts = local_shifts(views(ground, Transform.shift(1.3, -0.6)), spacing, SETTINGS)
    except NotAligned:
        assert min(width, height) < 100 or spacing == 64
        return
    _, step, _, kept = columns_of(shifts)
    assert np.abs(step[kept] - (1.3, -0.6)).max() < 0.5
