"""The motion between two images by ascent of their correlation coefficient, by OpenCV.

The enhanced correlation coefficient (Evangelidis & Psarakis 2008) of the image's detail with the
reference's, from coarse copies to the images themselves, beginning at the shift that phase
correlation finds.
"""

from __future__ import annotations

import numpy as np

from ..opencv import need_opencv
from .detail import detail_of
from .fitting import LEAST_POINTS
from .motion import Motion
from .pair import Estimate, NotAligned, Pair
from .phase_correlation import phase_correlation
from .settings import MatchSettings, MotionModel

WITHOUT_OPENCV = "choose the METHOD phase_correlation"
COARSE = (4, 2)
"""How many pixels become one, in the copies that rotations are first found in."""
SMALLEST = 48
"""Pixels along a side: coarser copies are left out."""
MOST_STEPS = 100
FINEST = 1e-7
"""Gain of the correlation from one step to the next that ends the ascent."""
LEAST_SHARED = 0.02
"""Of the pixels that must be valid in both."""
ALIKE = -9
"""Of the median: where the images correlate less in a window, they show different things."""
ALIKE_WIDTH = 31
"""Pixels along a side of that window."""
LEAST_CORRELATION = 0.1
"""Less is no agreement."""
KINDS: dict[MotionModel, str] = {
    MotionModel.TRANSLATION: "MOTION_TRANSLATION",
    MotionModel.EUCLIDEAN: "MOTION_EUCLIDEAN",
    MotionModel.AFFINE: "MOTION_AFFINE",
    MotionModel.HOMOGRAPHY: "MOTION_HOMOGRAPHY",
}
TO_CENTRES = Motion.shift(-0.5, -0.5)
"""From our positions to OpenCV's: its 0 is the centre of the first pixel."""


def ecc(pair: Pair, settings: MatchSettings) -> Estimate:
    """The motion of a pair, of the kind ``settings.motion``.

    Raises `NotAligned`, and `MissingLibraryError` without OpenCV.
    """
    cv2 = need_opencv(WITHOUT_OPENCV)
    motion = _start(pair, settings)
    prepared = _prepared(pair)
    height, width = pair.image.shape
    if settings.motion is not MotionModel.TRANSLATION:
        for factor in COARSE:
            if min(height, width) >= factor * SMALLEST:
                kind = min(settings.motion, MotionModel.EUCLIDEAN, key=LEAST_POINTS.__getitem__)
                motion = _climbed(cv2, _coarse(cv2, prepared, factor), motion, kind, settings, factor)
    # the reference's gaps lie on the image as the motion says: with a better one they lie better
    for _ in range(2):
        motion = _climbed(cv2, prepared, motion, settings.motion, settings, 1)
    if motion.largest_move(width, height) > settings.max_shift:
        raise NotAligned(f"the motion found is longer than MAX_SHIFT ({settings.max_shift:g} pixels).")
    return Estimate(motion, 0)


def _start(pair: Pair, settings: MatchSettings) -> Motion:
    """The shift by phase correlation; none where the images are turned too far for one."""
    try:
        return phase_correlation(pair, settings).motion
    except NotAligned:
        if settings.motion is MotionModel.TRANSLATION:
            raise
        return Motion.shift(0.0, 0.0)


def _prepared(pair: Pair) -> Pair:
    """The details of both."""
    image, reference = detail_of(pair.image, pair.image_valid), detail_of(pair.reference, pair.reference_valid)
    if image is None or reference is None:
        raise NotAligned("an image shows nothing that could be recognised.")
    return pair._replace(image=image.values, reference=reference.values)


def _coarse(cv2, pair: Pair, factor: int) -> Pair:
    """A copy with ``factor`` times ``factor`` pixels in one, what is left over cut off."""
    size = [length // factor for length in pair.image.shape[::-1]]
    cut = [array[:size[1] * factor, :size[0] * factor] for array in pair]
    values = [cv2.resize(array, size, interpolation=cv2.INTER_AREA) for array in cut[:2]]
    shares = [cv2.resize(array.astype(np.float32), size, interpolation=cv2.INTER_AREA) for array in cut[2:]]
    return Pair(*values, *(share > 0.5 for share in shares))


def _climbed(cv2, pair: Pair, motion: Motion, kind: MotionModel, settings: MatchSettings, factor: int) -> Motion:
    """The motion at the top of the correlation near ``motion``; both are those of the images themselves."""
    finer = Motion(np.diag([factor, factor, 1.0]))
    from_reference = TO_CENTRES.after(finer.inverse().after(motion.inverse()).after(finer)).after(TO_CENTRES.inverse())
    matrix = from_reference.matrix.astype(np.float32)
    seen = _alike(cv2, pair, np.linalg.inv(from_reference.matrix))
    if seen.sum() < LEAST_SHARED * seen.size:
        raise NotAligned("too few pixels are valid and alike in both images.")
    ends = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, MOST_STEPS, FINEST)
    flat = kind is not MotionModel.HOMOGRAPHY
    try:
        correlation, matrix = cv2.findTransformECC(
            pair.reference,
            pair.image,
            np.ascontiguousarray(matrix[:2] if flat else matrix),
            getattr(cv2, KINDS[kind]),
            ends,
            seen.astype(np.uint8) * 255,
            settings.gaussian_size,
        )
    except cv2.error as error:
        raise NotAligned("the correlation of the images has no top near where they lie.") from error
    if not correlation > LEAST_CORRELATION:
        raise NotAligned("the images do not correlate anywhere near.")
    found = np.eye(3)
    found[:len(matrix)] = matrix
    reached = TO_CENTRES.inverse().after(Motion(found / found[2, 2])).after(TO_CENTRES)
    return finer.after(reached.inverse()).after(finer.inverse())


def _alike(cv2, pair: Pair, to_image: np.ndarray) -> np.ndarray:
    """Where the image is valid, and the reference too and like it: (rows, columns) bool of the image.

    Clouds and other changes stand out by their low correlation with what the reference shows there.
    """
    size = pair.image.shape[::-1]
    valid = cv2.warpPerspective(pair.reference_valid.astype(np.uint8), to_image, size) != 0
    valid &= pair.image_valid
    reference = cv2.warpPerspective(pair.reference, to_image, size) * valid
    image = pair.image * valid
    both, ours, theirs = (
        cv2.boxFilter(first * second, -1, (ALIKE_WIDTH, ALIKE_WIDTH))
        for first, second in ((image, reference), (image, image), (reference, reference))
    )
    power = np.sqrt(np.maximum(ours * theirs, 0.0))
    correlation = np.zeros_like(both)
    np.divide(both, power, out=correlation, where=power > 1e-6)
    if not valid.any():
        return valid
    return valid & (correlation > ALIKE * float(np.median(correlation[valid])))
