"""The last parts of a pixel, and what is left as it is."""

from dataclasses import replace

import numpy as np
import pytest
from made_views import Ground, corner_error, turn, views

from evenlight.core.align.local_shifts import refined, transform_of_windows
from evenlight.core.align.pair import NotAligned, centres, interpolated
from evenlight.core.align.settings import MatchSettings, TransformModel
from evenlight.core.align.transform import Transform

AFFINE = replace(MatchSettings(), motion=TransformModel.AFFINE)


@pytest.fixture(scope="module")
def ground():
    return Ground(320, seed=1)


@pytest.mark.every(2)
@pytest.mark.parametrize("case", [{}, {"border": 20}, {"cloud": 0.1}, {"cloud": 0.1, "masked": False}], ids=str)
def test_what_is_nearly_right_becomes_right(ground, case):
    """Half a pixel off, a tenth of a degree and a thousandth of the scale."""
    truth = turn(2.0, 1.01)
    near = turn(0.1, 1.001, step=(0.5, -0.4)).after(truth)
    assert corner_error(near, truth) > 0.8
    found = refined(views(ground, truth, **case), near, AFFINE)
    assert found.is_affine
    assert corner_error(found, truth) < 0.06


@pytest.mark.parametrize("model", TransformModel)
def test_the_kind_stays(ground, model):
    truth = Transform.shift(3.3, -1.7)
    found = refined(views(ground, truth), Transform.shift(3.0, -2.0), replace(AFFINE, motion=model))
    assert corner_error(found, truth) < 0.1
    if model is TransformModel.TRANSLATION:
        assert found.is_shift
    if model is TransformModel.EUCLIDEAN:
        assert np.linalg.det(found.matrix[:2, :2]) == pytest.approx(1.0, abs=1e-9)


def test_other_ground_changes_nothing(ground):
    transform = turn(1.0, 1.0)
    pair = views(ground, transform)
    for image in (views(Ground(320, seed=9), transform).image, np.full_like(pair.image, 5.0)):
        assert refined(pair._replace(image=image), transform, AFFINE) is transform
    assert refined(pair._replace(image_valid=np.zeros_like(pair.image_valid)), transform, AFFINE) is transform


def test_a_long_way_is_no_refinement(ground):
    far = Transform.shift(9.0, -8.0)
    assert refined(views(ground, Transform.shift(0.0, 0.0)), far, AFFINE) is far


def test_transform_of_windows(ground):
    truth = turn(0.3, 1.002)
    assert corner_error(transform_of_windows(views(ground, truth), AFFINE), truth) < 0.2
    with pytest.raises(NotAligned):
        transform_of_windows(views(ground, truth)._replace(image=views(Ground(320, seed=9), truth).image), AFFINE)


def test_interpolated(ground):
    pair = views(ground, Transform.shift(0.0, 0.0), noise=0.0, gain=1.0, offset=0.0)
    same, known = interpolated(pair.image, pair.image_valid, centres(320, 320))
    assert known.all()
    assert np.abs(same.reshape(320, 320) - pair.image).max() < 1e-3
    step = Transform.shift(0.4, -0.3)
    between, known = interpolated(pair.image, pair.image_valid, step.moved(centres(320, 320)))
    truth = ground.seen(step)
    inner = np.s_[10:-10, 10:-10]
    assert np.abs(between.reshape(320, 320) - truth)[inner].max() < 0.1 * truth.std()
    holed = pair.image_valid.copy()
    holed[100, 50] = False
    _, known = interpolated(pair.image, holed, step.moved(centres(320, 320)))
    gone = ~known.reshape(320, 320)[inner]
    assert gone.sum() == 4
