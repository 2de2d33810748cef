"""Transforms by the correlation coefficient."""

import sys
from dataclasses import replace

import numpy as np
import pytest
from made_views import Ground, corner_error, turn, views

from evenlight.core.align.ecc import ecc
from evenlight.core.align.methods import estimate
from evenlight.core.align.pair import NotAligned, Pair
from evenlight.core.align.settings import AlignMethod, MatchSettings, TransformModel
from evenlight.core.align.transform import Transform
from evenlight.core.errors import MissingLibraryError

pytest.importorskip("cv2")
SHIFTS = [(0.05, 0.0), (0.5, -0.7), (-5.3, 4.25), (-20.0, 9.9)]
CASES = {
    "clear": {},
    "noise": {"noise": 12.0},
    "border": {"border": 24},
    "clouds in a mask": {"cloud": 0.1},
    "clouds without mask": {"cloud": 0.1, "masked": False},
}
SETTINGS = MatchSettings(method=AlignMethod.ECC)


@pytest.fixture(scope="module")
def ground():
    return Ground(320, seed=1)


@pytest.mark.parametrize("case", CASES)
def test_a_known_shift_comes_back(ground, case):
    errors = []
    for shift in SHIFTS:
        transform = ecc(views(ground, Transform.shift(*shift), **CASES[case]), SETTINGS).transform
        assert transform.is_shift
        errors.append(np.subtract(transform.step, shift))
    assert np.sqrt(np.mean(np.square(errors))) < 0.05


@pytest.mark.every(3)
@pytest.mark.parametrize("masked", [True, False])
@pytest.mark.parametrize("truth", [turn(2.0, 1.0), turn(-0.5, 1.01), turn(2.0, 0.99), turn(0.0, 1.0)])
def test_rotation_and_scale(ground, truth, masked):
    """Largest error of a corner in pixels, under 10 % of clouds, whether a mask tells them or not."""
    pair = views(ground, truth, cloud=0.1, masked=masked)
    transform = ecc(pair, replace(SETTINGS, motion=TransformModel.AFFINE)).transform
    assert transform.is_affine
    assert corner_error(transform, truth) < 0.06


@pytest.mark.parametrize("model, tolerance", [(TransformModel.EUCLIDEAN, 0.06), (TransformModel.HOMOGRAPHY, 0.1)])
def test_other_transforms(ground, model, tolerance):
    truth = turn(1.5, 1.0)
    found = ecc(views(ground, truth, cloud=0.1), replace(SETTINGS, motion=model)).transform
    assert corner_error(found, truth) < tolerance


def test_identity_moves_nothing(ground):
    pair = views(ground, Transform.shift(0.0, 0.0), noise=0.0)
    for model in TransformModel:
        assert ecc(pair, replace(SETTINGS, motion=model)).transform.largest_move(320, 320) < 0.01


def test_swapped_it_goes_back(ground):
    truth = turn(1.0, 1.0)
    pair = views(ground, truth)
    swapped = Pair(pair.reference, pair.image, pair.reference_valid, pair.image_valid)
    settings = replace(SETTINGS, motion=TransformModel.AFFINE)
    assert corner_error(ecc(swapped, settings).transform, truth.inverse()) < 0.1


def test_transposed(ground):
    pair = views(ground, Transform.shift(3.3, -1.7), border=20)
    turned = Pair(*(np.ascontiguousarray(array.T) for array in pair))
    assert np.allclose(ecc(turned, SETTINGS).transform.step, ecc(pair, SETTINGS).transform.step[::-1], atol=0.05)


def test_units_do_not_matter(ground):
    pair = views(ground, Transform.shift(3.3, -1.7), border=20)
    for gain, offset in ((1e-4, 0.0), (1.0, 1e5)):
        other = Pair(*((gain * array + offset).astype(np.float32) for array in pair[:2]), *pair[2:])
        assert np.allclose(ecc(other, SETTINGS).transform.step, ecc(pair, SETTINGS).transform.step, atol=0.02)


def test_gaps_of_both_count(ground):
    """The reference has a hole of wild values, the image another."""
    pair = views(ground, Transform.shift(3.3, -1.7))
    hole, other = np.zeros_like(pair.image_valid), np.zeros_like(pair.image_valid)
    hole[40:150, 60:160], other[180:300, 100:220] = True, True
    wild = np.random.default_rng(1).normal(scale=1e6, size=hole.shape).astype(np.float32)
    holed = Pair(
        np.where(other, wild, pair.image), np.where(hole, wild, pair.reference), ~other, ~hole
    )
    assert np.allclose(ecc(holed, SETTINGS).transform.step, (3.3, -1.7), atol=0.05)


@pytest.mark.parametrize("size", [1, 5, 15])
def test_any_size_of_the_gaussian(ground, size):
    found = ecc(views(ground, Transform.shift(3.3, -1.7)), replace(SETTINGS, gaussian_size=size)).transform.step
    assert np.allclose(found, (3.3, -1.7), atol=0.05)


def test_what_does_not_match_is_refused(ground):
    pair = views(ground, Transform.shift(0.0, 0.0))
    other = views(Ground(320, seed=77), Transform.shift(0.0, 0.0)).image
    for model in TransformModel:
        for image in (other, np.full_like(other, 3.0)):
            with pytest.raises(NotAligned):
                estimate(pair._replace(image=image), replace(SETTINGS, motion=model))


def test_further_than_max_shift(ground):
    with pytest.raises(NotAligned):
        estimate(views(ground, turn(2.0, 1.0)), replace(SETTINGS, motion=TransformModel.AFFINE, max_shift=5.0))


def test_without_opencv(ground, monkeypatch):
    monkeypatch.setitem(sys.modules, "cv2", None)
    with pytest.raises(MissingLibraryError, match="METHOD"):
        ecc(views(ground, Transform.shift(0.0, 0.0)), SETTINGS)
