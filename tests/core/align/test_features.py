"""Transforms by matched points, and the points themselves."""

import sys
from dataclasses import replace

import numpy as np
import pytest
from made_views import Ground, corner_error, turn, views

from evenlight.core.align.features import Matches, features, match_points
from evenlight.core.align.pair import NotAligned, Pair
from evenlight.core.align.settings import FeatureKind, Matcher, MatchSettings, TransformModel
from evenlight.core.align.transform import Transform
from evenlight.core.errors import MissingLibraryError

cv2 = pytest.importorskip("cv2")
KINDS = [kind for kind in FeatureKind if hasattr(cv2, f"{kind.value.upper()}_create")]
SHIFTS = [(0.05, 0.0), (0.5, -0.7), (-5.3, 4.25), (-20.0, 9.9)]
CASES = {
    "clear": {},
    "border": {"border": 24},
    "clouds in a mask": {"cloud": 0.1},
    "clouds without mask": {"cloud": 0.1, "masked": False},
}
SETTINGS = MatchSettings()


@pytest.fixture(scope="module")
def ground():
    return Ground(320, seed=1)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("matcher", Matcher)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.every(6)
def test_a_known_shift_comes_back(ground, kind, matcher, case):
    settings = replace(SETTINGS, feature=kind, matcher=matcher)
    errors = []
    for shift in SHIFTS:
        found = features(views(ground, Transform.shift(*shift), **CASES[case]), settings)
        assert found.transform.is_shift
        assert found.matches >= 10
        errors.append(np.subtract(found.transform.step, shift))
    assert np.sqrt(np.mean(np.square(errors))) < 0.2


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("masked", [True, False])
@pytest.mark.parametrize(
    "model, truth",
    [
        (TransformModel.EUCLIDEAN, turn(2.0, 1.0)),
        (TransformModel.AFFINE, turn(2.0, 0.99)),
        (TransformModel.AFFINE, turn(-0.5, 1.01)),
        (TransformModel.HOMOGRAPHY, turn(1.0, 1.005)),
    ],
)
@pytest.mark.every(6)
def test_rotation_and_scale(ground, kind, model, truth, masked):
    """Largest error of a corner in pixels, under 10 % of clouds, whether a mask tells them or not."""
    pair = views(ground, truth, cloud=0.1, masked=masked)
    found = features(pair, replace(SETTINGS, feature=kind, motion=model)).transform
    assert corner_error(found, truth) < (0.12 if model is TransformModel.HOMOGRAPHY else 0.06)


@pytest.mark.parametrize("kind", KINDS)
def test_points_lie_where_images_have_them(ground, kind):
    """An image and itself after half a turn have the same points, at mirrored positions."""
    pair = views(ground, Transform.shift(0.0, 0.0), noise=0.0, gain=1.0, offset=0.0)
    turned = Pair(pair.image, *(np.ascontiguousarray(array[::-1, ::-1]) for array in pair[1:2]), *pair[2:])
    settings = replace(SETTINGS, feature=kind, motion=TransformModel.AFFINE, max_shift=1000.0)
    half_turn = Transform(np.array([[-1.0, 0.0, 320.0], [0.0, -1.0, 320.0], [0.0, 0.0, 1.0]]))
    assert corner_error(features(turned, settings).transform, half_turn) < 0.3


def test_identity_moves_nothing(ground):
    for kind in KINDS:
        pair = views(ground, Transform.shift(0.0, 0.0), noise=0.0)
        assert np.abs(features(pair, replace(SETTINGS, feature=kind)).transform.step).max() < 0.01


def test_match_points(ground):
    truth = turn(1.0, 1.0)
    matches = match_points(views(ground, truth, cloud=0.1), replace(SETTINGS, motion=TransformModel.AFFINE))
    assert isinstance(matches, Matches)
    assert matches.image.shape == matches.reference.shape == (len(matches.weights), 2)
    assert (matches.weights > 0.0).all()
    assert matches.weights.max() <= 1.0
    apart = np.hypot(*(truth.moved(matches.image) - matches.reference).T)
    assert np.median(apart) < 0.5
    assert apart.max() < 4.0


def test_points_keep_clear_of_gaps(ground):
    pair = views(ground, Transform.shift(0.0, 0.0), border=40)
    matches = match_points(pair, SETTINGS)
    assert matches.image[:, 1].min() > 47
    assert matches.image[:, 1].max() < 320 - 47


def test_units_do_not_matter(ground):
    pair = views(ground, Transform.shift(3.3, -1.7), border=20)
    for gain, offset in ((1e-4, 0.0), (1.0, 1e5)):
        other = Pair(*((gain * array + offset).astype(np.float32) for array in pair[:2]), *pair[2:])
        assert np.allclose(features(other, SETTINGS).transform.step, features(pair, SETTINGS).transform.step, atol=0.02)


def test_swapped_it_goes_back(ground):
    pair = views(ground, Transform.shift(3.3, -1.7))
    swapped = Pair(pair.reference, pair.image, pair.reference_valid, pair.image_valid)
    assert np.allclose(features(swapped, SETTINGS).transform.step, (-3.3, 1.7), atol=0.1)


def test_what_does_not_match_is_refused(ground):
    pair = views(ground, Transform.shift(0.0, 0.0))
    other = views(Ground(320, seed=77), Transform.shift(0.0, 0.0)).image
    flat = np.full_like(pair.image, 3.0)
    for image, words in ((other, "needed"), (flat, "nothing")):
        with pytest.raises(NotAligned, match=words):
            features(pair._replace(image=image), replace(SETTINGS, min_matches=20))


def test_max_shift_bounds_every_match(ground):
    pair = views(ground, Transform.shift(20.0, 0.0))
    with pytest.raises(NotAligned):
        features(pair, replace(SETTINGS, max_shift=10.0))


@pytest.mark.parametrize("size", [1, 5, 17, 33])
def test_small_images(size):
    both = np.random.default_rng(1).normal(size=(2, size, size)).astype(np.float32)
    valid = np.ones((size, size), dtype=bool)
    for kind in KINDS:
        with pytest.raises(NotAligned):
            features(Pair(both[0], both[1], valid, valid), replace(SETTINGS, feature=kind))


def test_without_opencv(ground, monkeypatch):
    monkeypatch.setitem(sys.modules, "cv2", None)
    with pytest.raises(MissingLibraryError, match="METHOD"):
        features(views(ground, Transform.shift(0.0, 0.0)), SETTINGS)


def test_an_opencv_without_the_feature(ground, monkeypatch):
    monkeypatch.delattr(cv2, "AKAZE_create", raising=False)
    with pytest.raises(MissingLibraryError, match="AKAZE"):
        features(views(ground, Transform.shift(0.0, 0.0)), replace(SETTINGS, feature=FeatureKind.AKAZE))
