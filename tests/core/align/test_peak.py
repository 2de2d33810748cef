"""Estimates count only where correlation peaks: on smooth ground, under gaps, and in any type."""

import numpy as np
import pytest
from made_views import Ground, views

from evenlight.core.align.methods import NEEDS_OPENCV, estimate
from evenlight.core.align.pair import Estimate, NotAligned, Pair
from evenlight.core.align.peak import confirmed, peak_near
from evenlight.core.align.phase_correlation import phase_correlation
from evenlight.core.align.settings import AlignMethod, MatchSettings
from evenlight.core.align.transform import Transform

SIZE = 224
SHIFTS = [(0.37, -0.61), (-2.0, 3.0), (12.3, -7.6)]
TYPES = {"Byte": np.uint8, "UInt16": np.uint16, "Float32": np.float32}


def pair_of(image, reference, valid=None):
    """Two arrays as a pair, all of whose pixels are valid if nothing else is said."""
    valid = [np.ones(image.shape, bool)] * 2 if valid is None else valid
    return Pair(image.astype(np.float32), reference.astype(np.float32), *valid)


def smooth_pair(blur, shift, both=True, noise=0.0, dtype="Float32", gain=1.3, **options):
    """Ground without fine detail in the image, or in both, as a file of this type holds it."""
    scale = 1.0 if dtype == "Byte" else 40.0
    grounds = [Ground(SIZE, seed=7, blur=own, **options) for own in (blur, blur if both else 0.0)]
    random = np.random.default_rng(3)
    seen = [ground.seen(Transform.shift(*step)) for ground, step in zip(grounds, (shift, (0.0, 0.0)))]
    image, reference = (values + random.normal(scale=noise, size=values.shape) if noise else values for values in seen)
    image = gain * (image - 100.0) + 100.0
    if dtype != "Float32":
        image, reference = (np.rint(np.clip(scale * values, 0, 255 * scale)) for values in (image, reference))
    return pair_of(image, reference)


def error_of(pair, shift, **chosen):
    """Pixels from the truth; None where nothing is believed."""
    try:
        return float(np.hypot(*np.subtract(estimate(pair, MatchSettings(**chosen)).transform.step, shift)))
    except NotAligned:
        return None


@pytest.mark.every(3)
@pytest.mark.parametrize("blur", [2.0, 3.0, 5.0, 8.0])
@pytest.mark.parametrize("dtype", TYPES)
@pytest.mark.parametrize("shift", SHIFTS, ids=str)
def test_smooth_ground_comes_back(blur, dtype, shift):
    """Resampled-up imagery: what is blurred by up to 5 pixels is found, to a tenth of a pixel."""
    found = error_of(smooth_pair(blur, shift, dtype=dtype), shift)
    assert found is not None or blur == 8.0
    assert (found or 0.0) < 0.1


@pytest.mark.parametrize("method", AlignMethod)
@pytest.mark.parametrize("noise", [0.0, 1.0, 6.0])
@pytest.mark.parametrize("both", [True, False])
@pytest.mark.parametrize("blur", [3.0, 5.0, 8.0])
@pytest.mark.every(6)
def test_no_wrong_shift_is_believed(blur, both, noise, method):
    """One of them or both blurred, clean and noisy: right to a tenth of a pixel, or refused."""
    if method in NEEDS_OPENCV:
        pytest.importorskip("cv2")
    for shift in SHIFTS[:2]:
        assert (error_of(smooth_pair(blur, shift, both, noise), shift, method=method) or 0.0) < 0.1


@pytest.mark.parametrize("dtype", ["UInt16", "Float32"])
def test_elevations_come_back(dtype):
    """A surface that nearly only slopes and bends."""
    for shift in SHIFTS:
        assert error_of(smooth_pair(0.0, shift, dtype=dtype, roughness=3.0), shift) < 0.1


def test_haze():
    """Contrast of a twentieth on a level."""
    for shift in SHIFTS:
        pair = views(Ground(SIZE, seed=7), Transform.shift(*shift), noise=1.0)
        hazy = pair_of(*(np.rint(180.0 + 0.05 * (values - 100.0)) for values in pair[:2]))
        assert error_of(hazy, shift) < 0.1


def test_a_start_that_is_wrong_is_mended_on_smooth_ground():
    """As it was accepted before, for correlation improved: 1.7 pixels beside the truth."""
    pair = smooth_pair(5.0, (-2.0, 3.0), noise=0.5)
    found = confirmed(pair, Estimate(Transform.shift(-0.8, 1.8), 5))
    assert np.hypot(*np.subtract(found.transform.step, (-2.0, 3.0))) < 0.1
    assert found.matches == 5


def test_an_estimate_beside_the_peak_of_sharp_ground_does_not_stand():
    pair = views(Ground(SIZE), Transform.shift(3.3, -1.7))
    for wrong in ((3.3, -1.2), (1.0, 0.0), (4.5, -3.0)):
        found = confirmed(pair, Estimate(Transform.shift(*wrong), 0)).transform.step
        assert np.hypot(*np.subtract(found, (3.3, -1.7))) < 0.1
    with pytest.raises(NotAligned):
        confirmed(pair, Estimate(Transform.shift(-20.0, 25.0), 0))


def test_the_right_estimate_stays_as_it_is_on_sharp_ground():
    pair = views(Ground(SIZE, roughness=1.0), Transform.shift(3.3, -1.7), noise=6.0)
    assert confirmed(pair, Estimate(Transform.shift(3.28, -1.7), 0)).transform.step == (3.28, -1.7)


def test_how_sure_a_peak_is():
    """Errors told are those made: over twelve noises the truth lies as far off as they say."""
    told, made = [], []
    for seed in range(12):
        pair = views(Ground(160, seed=5, blur=3.0), Transform.shift(0.4, 0.2), noise=2.0, seed=seed)
        peak = peak_near(pair, np.zeros(2))
        told.append(peak.error)
        made.append(np.hypot(*(peak.shift - (0.4, 0.2))))
    assert 0.5 < np.sqrt(np.mean(np.square(made)) / np.mean(np.square(told))) < 2.0


def stripes(shape, period, width, phase=0):
    """Valid between thin slanting gaps."""
    rows, columns = np.mgrid[: shape[0], : shape[1]]
    return (rows + phase + columns // 8) % period >= width


@pytest.mark.parametrize("phase", [0, 5, None])
@pytest.mark.parametrize("period, width", [(14, 2), (33, 14), (9, 1)])
@pytest.mark.every(3)
def test_many_thin_gaps_do_not_hold_an_image_back(period, width, phase):
    """In both images, with the same pattern, with one that lies elsewhere, and in the image alone."""
    for shift in [*SHIFTS, (0.5, 0.5)]:
        pair = views(Ground(roughness=1.2, seed=5), Transform.shift(*shift))
        gaps = stripes(pair.image.shape, period, width)
        other = np.ones_like(gaps) if phase is None else stripes(gaps.shape, period, width, phase)
        pair = Pair(
            np.where(gaps, pair.image, -9999.0), np.where(other, pair.reference, -9999.0), gaps, other
        )
        assert error_of(pair, shift) < 0.05
        if width > 1:
            assert np.hypot(*np.subtract(phase_correlation(pair, MatchSettings()).transform.step, shift)) < 0.05


def test_thin_gaps_on_smooth_ground():
    for shift in [*SHIFTS, (0.5, 0.5)]:
        pair = smooth_pair(3.0, shift)
        gaps = stripes(pair.image.shape, 14, 2)
        assert (error_of(pair._replace(image_valid=gaps, reference_valid=gaps), shift) or 0.0) < 0.05


@pytest.mark.parametrize("level, contrast, dtype", [
    (1e5, 1.0, np.float32), (1e5, 1.0, np.float64), (1e9, 1e-3, np.float64), (1e300, 1e290, np.float64),
    (-1e-300, 1e-305, np.float64),
])  # fmt: skip
def test_contrast_counts_by_what_the_type_resolves(level, contrast, dtype):
    """A millionth of the level in Float32, 1e-15 of it in Float64; rounding of a constant is nothing."""
    pair = views(Ground(SIZE, seed=7), Transform.shift(3.3, -1.7), noise=1.0)
    high = pair._replace(
        image=(level + contrast / 40.0 * (pair.image - 100.0).astype(np.float64)).astype(dtype),
        reference=(level + contrast / 40.0 * (pair.reference - 100.0).astype(np.float64)).astype(dtype),
    )
    assert error_of(high, (3.3, -1.7)) < 0.1
    digits = np.finfo(dtype).eps * abs(level) * np.random.default_rng(1).integers(-1, 2, pair.image.shape)
    flat = (np.full(pair.image.shape, level) + digits).astype(dtype)
    with pytest.raises(NotAligned, match="nothing that could be recognised"):
        estimate(pair._replace(image=flat, reference=flat), MatchSettings())


@pytest.mark.parametrize("shape", [(16, 16), (20, 300), (64, 40)])
def test_small_images(shape):
    ground = Ground(max(shape), seed=4, roughness=1.0).seen
    image, reference = (ground(Transform.shift(*step))[: shape[0], : shape[1]] for step in ((1.0, 2.0), (0.0, 0.0)))
    peak = peak_near(pair_of(image, reference), np.array([1.0, 2.0]))
    assert np.hypot(*(peak.shift - (1.0, 2.0))) < 0.2


def test_without_a_common_pixel():
    pair = views(Ground(100), Transform.shift(0.0, 0.0))
    left = np.zeros_like(pair.image_valid)
    left[:, :50] = True
    for valid in ((left, ~left), (left & False, left)):
        with pytest.raises(NotAligned):
            peak_near(pair._replace(image_valid=valid[0], reference_valid=valid[1]), np.zeros(2))
