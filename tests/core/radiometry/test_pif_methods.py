"""Each way to find pseudo-invariant features, on pixels: known gain, known change, known invariances."""

from __future__ import annotations

import sys
from functools import partial

import numpy as np
import pytest
from made_pairs import FITTED, GAIN, made_pair, needs_opencv
from scipy import linalg, special

from evenlight.core.errors import Cancelled, MissingLibraryError
from evenlight.core.execution import Signal
from evenlight.core.numeric.robust import robust_lines
from evenlight.core.progress import unstopped
from evenlight.core.radiometry.pif.features import Sample, TooFewPoints, make_inz
from evenlight.core.radiometry.pif.flood import fit_flood, grow
from evenlight.core.radiometry.pif.ir_mad import canonical_variates, fit_ir_mad, kept_variance
from evenlight.core.radiometry.pif.methods import METHODS
from evenlight.core.raster.window import Window
from evenlight.core.settings import PifMethod, PifSettings


class Facts:
    """As much of an image as methods look at."""

    def __init__(self, bands, scales=None):
        self.bands = tuple(range(1, bands + 1))
        self.scales = scales or ((1.0, 0.0),) * bands


def sample_of(first, second, valid=None, step=1):
    """Two arrays as a sample."""
    shape = first.shape[1:]
    window = Window(0, 0, shape[1] * step, shape[0] * step)
    valid = np.ones(shape, dtype=bool) if valid is None else valid
    return Sample((Facts(len(first)), Facts(len(first))), window, step, first, second, valid, Signal())


def found(method, first, second, **settings):
    """What a method finds, the weights of all pixels, and which have a probability of no change."""
    features = METHODS[method].fit(sample_of(first, second), PifSettings(method=method, **settings))
    window = Window(0, 0, first.shape[2], first.shape[1])
    return features, features.weight(first, second, window), partial(features.unchanged, first, second, window)


def gains(first, second, weight):
    """Reduced major axis of weighted pixels, one per band."""

    def spread(values):
        mean = np.average(values, weights=weight, axis=1)
        return np.average((values - mean[:, None]) ** 2, weights=weight, axis=1)

    first, second, weight = first.reshape(len(first), -1), second.reshape(len(first), -1), weight.ravel()
    return np.sqrt(spread(second) / spread(first))


@pytest.mark.every(3)
@pytest.mark.parametrize("bands", [1, 3, 4, 7])
@pytest.mark.parametrize("method", FITTED)
def test_the_gain_is_recovered_where_ground_changed(method, bands):
    pair = made_pair(bands=bands)
    _, weight, _ = found(method, pair.first, pair.second)
    error = np.abs(gains(pair.first, pair.second, weight) / GAIN - 1).max()
    entire = np.abs(gains(pair.first, pair.second, np.ones(pair.changed.shape)) / GAIN - 1).max()
    assert error < 0.01 < entire


@pytest.mark.parametrize("method", FITTED)
def test_changed_ground_does_not_count(method):
    pair = made_pair()
    _, weight, unchanged = found(method, pair.first, pair.second)
    assert weight[pair.changed].sum() < 0.002 * weight.sum()
    assert unchanged(0.05)[pair.changed].mean() < 0.01


@pytest.mark.parametrize(
    ("method", "share"), [(PifMethod.RESIDUAL, 0.001), (PifMethod.IR_MAD, 0.001), (PifMethod.IR_MAD, 0.4)]
)
def test_the_probability_is_one(method, share):
    """Of unchanged pixels a share p has a probability below p."""
    pair = made_pair(share=share)
    _, _, unchanged = found(method, pair.first, pair.second)
    for probability in (0.05, 0.3, 0.5):
        assert (~unchanged(probability)[~pair.changed]).mean() == pytest.approx(probability, abs=0.035)


@pytest.mark.every(2)
@pytest.mark.parametrize("bands", [1, 3])
@pytest.mark.parametrize("method", [PifMethod.RESIDUAL, PifMethod.IR_MAD])
def test_a_limit_chooses_the_pixels_that_their_tails_choose(method, bands):
    """And both are chi-square's."""
    pair = made_pair(bands=bands)
    features, weight, unchanged = found(method, pair.first, pair.second)
    fitted = features if method is PifMethod.RESIDUAL else features.canonical
    tail = special.chdtrc(bands, fitted.chi_square(pair.first, pair.second))
    for probability in (0.01, 0.05, 0.5, 0.95):
        assert np.array_equal(unchanged(probability), tail >= probability)
    counts = tail if method is PifMethod.RESIDUAL else (tail > 0.95).astype(float)
    assert weight == pytest.approx(counts, rel=1e-9)


def test_ir_mad_holds_half_of_changed_ground_in_one_band():
    """The original method ends with 0.6 % of the pixels and a gain of 1.78 there."""
    pair = made_pair(size=400, bands=1, share=0.6)
    assert pair.changed.mean() > 0.4
    _, weight, _ = found(PifMethod.IR_MAD, pair.first, pair.second)
    assert weight.mean() > 0.01
    assert gains(pair.first, pair.second, weight)[0] == pytest.approx(GAIN, rel=0.03)


@pytest.mark.parametrize("method", FITTED)
def test_the_same_pixels_count_with_the_images_exchanged(method):
    pair = made_pair()
    _, weight, _ = found(method, pair.first, pair.second)
    _, exchanged, _ = found(method, pair.second, pair.first)
    same = np.minimum(weight, exchanged).sum() / np.maximum(weight, exchanged).sum()
    assert same > (0.9 if method is PifMethod.FLOOD_FROM_MATCH_POINTS else 0.999999)


@pytest.mark.parametrize("method", FITTED)
def test_units_do_not_matter(method):
    """Reflectances instead of numbers."""
    pair = made_pair()
    _, weight, _ = found(method, pair.first, pair.second)
    _, scaled, _ = found(method, pair.first * 2.0**-13, pair.second * 2.0**-13)
    assert np.array_equal(weight, scaled)


@pytest.mark.parametrize("which", [0, 1])
def test_no_change_of_ir_mad_survives_any_affine_change_of_an_image(which):
    """Bands mixed, scaled and shifted: the same set, to the last pixel."""
    pair = made_pair()
    images = [pair.first, pair.second]
    mixing = np.random.default_rng(3).normal(size=(4, 4)) + 2 * np.eye(4)
    shift = np.array([500.0, -3000.0, 0.0, 12.0])
    _, weight, _ = found(PifMethod.IR_MAD, *images)
    images[which] = np.einsum("ab,bij->aij", mixing, images[which]) + shift[:, None, None]
    _, mixed, _ = found(PifMethod.IR_MAD, *images)
    assert weight.sum() > 1000
    assert np.array_equal(weight, mixed)


def test_canonical_variates_are_those_of_the_generalised_eigenproblem():
    """S_xy S_yy^-1 S_yx a = rho^2 S_xx a, solved by LAPACK's own routine."""
    pair = made_pair(bands=5)
    x, y = pair.first.reshape(5, -1), pair.second.reshape(5, -1)
    weight = np.random.default_rng(1).uniform(size=x.shape[1])
    ours = canonical_variates(x, y, weight)
    covariance = np.cov(np.concatenate([x, y]), aweights=weight, ddof=0)
    xx, xy, yy = covariance[:5, :5], covariance[:5, 5:], covariance[5:, 5:]
    squared, vectors = linalg.eigh(xy @ np.linalg.solve(yy, xy.T), xx)
    squared, vectors = squared[::-1], vectors[:, ::-1].T
    assert np.allclose(ours.correlation, np.sqrt(squared), atol=1e-10)
    signs = np.sign((ours.to_first * vectors).sum(axis=1))
    assert np.allclose(ours.to_first, vectors * signs[:, None], rtol=1e-6, atol=1e-9)
    u = ours.to_first @ (x - ours.mean_first[:, None])
    v = ours.to_second @ (y - ours.mean_second[:, None])
    assert np.allclose(np.cov(np.concatenate([u, v]), aweights=weight, ddof=0)[:5, 5:], np.diag(np.sqrt(squared)))


def test_ir_mad_ends_where_its_own_equations_hold():
    """The last correlations come from the eigenproblem under the weights that they give."""
    pair = made_pair()
    x, y = pair.first.reshape(4, -1), pair.second.reshape(4, -1)
    fitted = fit_ir_mad(sample_of(pair.first, pair.second), PifSettings()).canonical
    weight = special.chdtrc(4, fitted.chi_square(x, y))
    covariance = np.cov(np.concatenate([x, y]), aweights=weight, ddof=0)
    xx, xy, yy = covariance[:4, :4], covariance[:4, 4:], covariance[4:, 4:]
    squared = linalg.eigh(xy @ np.linalg.solve(yy, xy.T), xx, eigvals_only=True)[::-1]
    assert np.abs(np.sqrt(squared) - fitted.correlation).max() < 1e-3


@pytest.mark.parametrize("variates", [1, 2, 3, 4, 8])
def test_the_variance_that_weights_leave_is_known(variates):
    draws = np.random.default_rng(0).normal(size=(variates, 400_000))
    squares = (draws**2).sum(axis=0)
    weight = special.chdtrc(variates, squares)
    left = (weight * squares).sum() / (variates * weight.sum())
    assert kept_variance(variates) == pytest.approx(left, rel=0.01)


def test_bands_that_follow_from_others_are_no_further_bands():
    """Grey stored as three bands, and a flat one."""
    pair = made_pair(bands=1)
    first, second = (np.concatenate([image, image, 2 * image + 3, 0 * image + 7]) for image in pair[:2])
    canonical = fit_ir_mad(sample_of(first, second), PifSettings()).canonical
    assert len(canonical.correlation) == 1
    lines = robust_lines(*sample_of(first, second).pixels(), unstopped)
    assert lines.telling == 3
    assert lines.slope[:3] == pytest.approx([GAIN] * 3, rel=0.01)


@pytest.mark.parametrize("method", FITTED)
def test_identical_images_are_unchanged(method):
    pair = made_pair()
    _, weight, unchanged = found(method, pair.first, pair.first.copy())
    assert weight.sum() > 100
    assert unchanged(0.999999).mean() > 0.5


@pytest.mark.parametrize("method", FITTED)
def test_flat_images_say_nothing(method):
    with pytest.raises(TooFewPoints, match="no band has texture"):
        found(method, np.full((3, 100, 100), 7.0), np.full((3, 100, 100), 9.0))


@pytest.mark.parametrize("method", FITTED)
def test_too_few_pixels_are_told(method):
    pair = made_pair(size=60)
    with pytest.raises(TooFewPoints, match="are needed"):
        found(method, pair.first, pair.second, min_samples=5000)


@pytest.mark.parametrize("method", FITTED)
def test_a_stop_is_heard_while_a_method_is_fitted(method):
    pair = made_pair()
    signal = Signal()
    signal.stop()
    with pytest.raises(Cancelled):
        METHODS[method].fit(sample_of(pair.first, pair.second)._replace(signal=signal), PifSettings(method=method))


def test_the_score_does_not_know_gain_and_offset():
    """The robust line is taken off: the score is the same for a brighter image."""
    pair = made_pair()
    x, y = pair.first.reshape(4, -1), pair.second.reshape(4, -1)
    score = make_inz(robust_lines(x, y, unstopped), x, y).of(x, y)
    brighter = make_inz(robust_lines(x, 3 * y - 50, unstopped), x, 3 * y - 50).of(x, 3 * y - 50)
    assert np.allclose(score, brighter, rtol=1e-6)
    changed = pair.changed.ravel()
    assert np.median(score[changed]) > 5 * np.median(score[~changed])


def test_regions_grow_only_from_points_and_only_through_stable_pixels():
    stable = np.zeros((40, 40), dtype=bool)
    stable[2:10, 2:30] = True
    stable[20:35, 5:12] = True
    stable[20:35, 20:38] = True
    grown = grow(np.array([[6, 4], [15, 22]]), stable, 5.0)
    assert grown[2:10, 2:30].all()
    assert grown[20:35, 20:38].all()
    assert not grown[20:35, 5:12].any()
    assert not grown[~stable].any()
    assert not grow(np.array([[15, 22]]), stable, 4.0).any()


@needs_opencv
def test_vegetation_is_left_out():
    """Of band 1 as red and band 2 as near infrared; tags turn numbers into reflectances."""
    pair = made_pair(bands=2)
    first, second = pair.first.copy(), pair.second.copy()
    green = np.zeros(pair.changed.shape, dtype=bool)
    green[:, :100] = True
    for image in (first, second):
        image[1, green] += 4 * image[0, green]
        image[1, ~green] = 0.8 * image[0, ~green]
    settings = {"red_band": 1, "nir_band": 2, "inz_threshold": 0.6}
    _, weight, _ = found(PifMethod.FLOOD_FROM_MATCH_POINTS, first, second, **settings)
    _, without, _ = found(PifMethod.FLOOD_FROM_MATCH_POINTS, first, second, inz_threshold=0.6)
    assert weight.sum() > 100
    assert weight[green].sum() == 0 < without[green].sum()
    shifted = sample_of(first + 1000.0, second + 1000.0)._replace(
        images=(Facts(2, ((0.0001, -0.1),) * 2), Facts(2, ((0.0001, -0.1),) * 2))
    )
    tagged = fit_flood(shifted, PifSettings(method=PifMethod.FLOOD_FROM_MATCH_POINTS, **settings))
    window = Window(0, 0, first.shape[2], first.shape[1])
    assert np.array_equal(tagged.weight(first, second, window), weight)


@needs_opencv
def test_at_most_so_many_samples_and_spread_evenly():
    pair = made_pair()
    _, weight, unchanged = found(PifMethod.FLOOD_FROM_MATCH_POINTS, pair.first, pair.second, max_samples=500)
    regions = unchanged(0.05)
    assert weight.sum() == 500
    assert set(np.unique(weight[~regions])) == {0.0}
    halves = [weight[part].sum() / regions[part].sum() for part in (np.s_[:150], np.s_[150:])]
    assert halves[0] == pytest.approx(halves[1], rel=0.1)


@needs_opencv
def test_points_farther_apart_than_images_lie_are_no_matches():
    """The second image shows the ground 40 pixels beside: whatever matches does so by chance."""
    from evenlight.core.radiometry.pif.matches import matched_points

    pair = made_pair(share=0.0001)
    valid = np.ones(pair.changed.shape, dtype=bool)
    together = matched_points(pair.first, pair.second, valid, 1)
    apart = matched_points(pair.first, np.roll(pair.second, 40, axis=2), valid, 1)
    assert len(together) > 100
    assert len(apart) < 0.1 * len(together)
    half = valid.copy()
    half[:, 150:] = False
    assert (matched_points(pair.first, pair.second, half, 1)[:, 1] < 150).all()


@needs_opencv
@pytest.mark.parametrize("shape", [(300, 1), (1, 300), (6, 300), (7, 300), (300, 8)])
def test_a_narrow_overlap_has_no_matched_points(shape):
    from evenlight.core.radiometry.pif.matches import matched_points

    pair = made_pair()
    first, second = (image[:, : shape[0], : shape[1]] for image in (pair.first, pair.second))
    assert matched_points(first, second, np.ones(shape, dtype=bool), 1).shape == (0, 2)


@needs_opencv
def test_what_opencv_cannot_look_at_has_no_matched_points(monkeypatch):
    import cv2

    from evenlight.core.radiometry.pif.matches import matched_points

    def refuse(*_, **__):
        raise cv2.error("(-215:Assertion failed)")

    monkeypatch.setattr(cv2, "estimateAffine2D", refuse)
    pair = made_pair()
    assert matched_points(pair.first, pair.second, np.ones(pair.changed.shape, dtype=bool), 1).shape == (0, 2)


def test_without_opencv_one_sentence(monkeypatch):
    monkeypatch.setitem(sys.modules, "cv2", None)
    pair = made_pair()
    with pytest.raises(MissingLibraryError, match=r"OpenCV .* is not installed: .*python3-opencv.* another PIF_METHOD"):
        found(PifMethod.FLOOD_FROM_MATCH_POINTS, pair.first, pair.second)
    for method in (PifMethod.RESIDUAL, PifMethod.IR_MAD):
        assert found(method, pair.first, pair.second)[1].sum() > 100
