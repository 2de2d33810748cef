"""The transform between two images by ascent of their correlation coefficient, by OpenCV.

The enhanced correlation coefficient (Evangelidis & Psarakis 2008) of the image's detail with the
reference's.  The ascent begins at the whole pixels where the coefficient is highest.  Patches that
correlate little there, such as clouds that no mask tells, are left out like gaps: the coefficient
itself knows no outliers.  Transforms that are no shift are refined by windows in the end.
"""

from __future__ import annotations

import numpy as np
from scipy import fft

from ..messages import Message
from ..opencv import need_opencv
from .detail import MOST
from .local_shifts import refined
from .pair import Estimate, NotAligned, Pair
from .phase_correlation import detail_or_refusal
from .settings import MatchSettings, TransformModel
from .transform import Transform

WITHOUT_OPENCV = Message("choose the METHOD phase_correlation")
MOST_STEPS = 100
FINEST = 1e-6
"""Gain of the correlation from one step to the next that ends the ascent."""
LEAST_SHARED = 0.02
"""Of the pixels that must be valid in both."""
LEAST_CORRELATION = 0.1
"""Less is no agreement."""
ALIKE = 0.5
"""Of the median correlation of windows: less shows something else."""
ALIKE_WINDOW = 21
"""Pixels along a side of these windows."""
SMALLEST_PATCH = 7
"""Pixels along a side: smaller patches are noise and stay."""
RIM = 5
"""Pixels around a patch that are left out with it."""
KINDS: dict[TransformModel, str] = {
    TransformModel.TRANSLATION: "MOTION_TRANSLATION",
    TransformModel.EUCLIDEAN: "MOTION_EUCLIDEAN",
    TransformModel.AFFINE: "MOTION_AFFINE",
    TransformModel.HOMOGRAPHY: "MOTION_HOMOGRAPHY",
}
TO_CENTRES = Transform.shift(-0.5, -0.5)
"""From our positions to OpenCV's: its 0 is the centre of the first pixel."""


def ecc(pair: Pair, settings: MatchSettings) -> Estimate:
    """The transform of a pair, of the kind ``settings.motion``.

    Raises `NotAligned`, and `MissingLibraryError` without OpenCV.
    """
    cv2 = need_opencv(WITHOUT_OPENCV)
    details = _details(pair)
    start = _start(details, settings)
    unlike = _unlike(cv2, details, start)
    alike = pair._replace(image_valid=pair.image_valid & ~unlike)
    transform = _climbed(cv2, _details(alike), start, settings)
    if settings.motion is not TransformModel.TRANSLATION:
        transform = refined(pair, transform, settings)
    return Estimate(transform, 0)


def _start(details: Pair, settings: MatchSettings) -> Transform:
    """The whole columns and rows at which the correlation coefficient is highest (cf. Padfield 2012)."""
    reach = [int(min(settings.max_shift, size)) for size in details.image.shape]
    size = [fft.next_fast_len(length + far, real=True) for length, far in zip(details.image.shape, reach)]

    def sums(ours: np.ndarray, theirs: np.ndarray) -> np.ndarray:
        """Of products at every shift up to the reach."""
        product = np.conj(fft.rfft2(ours, s=size)) * fft.rfft2(theirs, s=size)
        rows, columns = (np.arange(-far, far + 1) for far in reach)
        return fft.irfft2(product, s=size)[np.ix_(rows, columns)]

    image, reference, image_valid, reference_valid = details
    seen = [valid.astype(np.float32) for valid in (image_valid, reference_valid)]
    shared = sums(*seen)
    power = sums(image**2, seen[1]) * sums(seen[0], reference**2)
    usable = shared > max(LEAST_SHARED * image.size, 0.5)
    if not usable.any():
        raise NotAligned(Message("too few pixels are valid in both images"))
    score = np.where(usable, sums(image, reference) / np.sqrt(np.maximum(power, np.finfo(np.float32).tiny)), -1.0)
    row, column = np.unravel_index(score.argmax(), score.shape)
    return Transform.shift(float(column - reach[1]), float(row - reach[0]))


def _details(pair: Pair) -> Pair:
    """The pair with its details as values."""
    image = detail_or_refusal(pair.image, pair.image_valid)
    reference = detail_or_refusal(pair.reference, pair.reference_valid)
    ours, theirs = (np.clip(detail.values, -MOST, MOST) * detail.weight for detail in (image, reference))
    return pair._replace(image=ours, reference=theirs)


def _from_reference(transform: Transform) -> np.ndarray:
    """OpenCV's matrix (3, 3) from pixels of the reference to those of the image."""
    return TO_CENTRES.after(transform.inverse()).after(TO_CENTRES.inverse()).matrix


def _unlike(cv2, pair: Pair, transform: Transform) -> np.ndarray:
    """Patches of the image that show other things than the reference there, (rows, columns) bool."""
    valid, reference = _on_image(cv2, pair, transform)
    image = pair.image * valid
    share, ours, theirs, both, our_power, their_power = (
        cv2.boxFilter(values, -1, (ALIKE_WINDOW, ALIKE_WINDOW))
        for values in (valid.astype(np.float32), image, reference, image * reference, image**2, reference**2)
    )
    share = np.maximum(share, 1.0 / ALIKE_WINDOW**2)
    ours, theirs = ours / share, theirs / share
    covariance = both / share - ours * theirs
    variance = np.maximum(our_power / share - ours**2, 1e-6) * np.maximum(their_power / share - theirs**2, 1e-6)
    correlation = covariance / np.sqrt(variance)
    if not valid.any():
        raise NotAligned(Message("too few pixels are valid in both images"))
    other = valid & (correlation < ALIKE * float(np.median(correlation[valid])))
    patch, rim = (np.ones((size, size), np.uint8) for size in (SMALLEST_PATCH, 2 * RIM + 1))
    return cv2.dilate(cv2.morphologyEx(other.astype(np.uint8), cv2.MORPH_OPEN, patch), rim) != 0


def _on_image(cv2, pair: Pair, transform: Transform) -> tuple[np.ndarray, np.ndarray]:
    """Where both are valid, and the reference, on the image's pixels."""
    matrix, size = _from_reference(transform), pair.image.shape[::-1]
    valid = cv2.warpPerspective(pair.reference_valid.astype(np.uint8), matrix, size) != 0
    valid &= pair.image_valid
    return valid, cv2.warpPerspective(pair.reference, matrix, size) * valid


def _climbed(cv2, pair: Pair, transform: Transform, settings: MatchSettings) -> Transform:
    """The top of the correlation near ``transform``."""
    # OpenCV takes one mask, on the image: gaps of the reference lie there as the transform says
    seen, _ = _on_image(cv2, pair, transform)
    if seen.sum() < LEAST_SHARED * seen.size:
        raise NotAligned(Message("too few pixels are valid and alike in both images"))
    rows = 3 if settings.motion is TransformModel.HOMOGRAPHY else 2
    matrix = np.ascontiguousarray(_from_reference(transform)[:rows], dtype=np.float32)
    ends = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, MOST_STEPS, FINEST)
    kind, mask = getattr(cv2, KINDS[settings.motion]), seen.astype(np.uint8) * 255
    try:
        correlation, matrix = cv2.findTransformECC(
            pair.reference, pair.image, matrix, kind, ends, mask, settings.gaussian_size
        )
    except cv2.error as error:
        raise NotAligned(Message("the correlation of the images has no top near where they lie")) from error
    if not correlation > LEAST_CORRELATION:
        raise NotAligned(Message("the images hardly correlate anywhere near"))
    found = np.eye(3)
    found[:rows] = matrix
    return TO_CENTRES.inverse().after(Transform(found / found[2, 2])).after(TO_CENTRES).inverse()
