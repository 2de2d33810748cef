"""The transform between two images from points that both show, by OpenCV.

SIFT (Lowe 2004), ORB (Rublee et al. 2011) or AKAZE (Alcantarilla et al. 2013) find and describe
points; those are matched whose descriptions are each other's nearest, and nearer than the second
nearest by a ratio (Lowe 2004).  RANSAC (Fischler & Bolles 1981) keeps what agrees on one transform, and
least squares, fine points weighing more than coarse ones, give it.  Transforms that are no shift are
refined by windows around it, where the images look alike enough.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..errors import MissingLibraryError
from ..messages import Message
from ..numeric.robust import rayleigh_scale
from ..opencv import need_opencv
from .detail import MOST, detail_of
from .fitting import LEAST_POINTS, fit_transform, residuals, spread_out
from .learned import learned_matches
from .local_shifts import refined
from .pair import Estimate, NotAligned, Pair
from .settings import FeatureKind, Matcher, MatchSettings, TransformModel
from .transform import Transform

WITHOUT_OPENCV = Message("choose the METHOD phase_correlation")
MOST_POINTS = 4000
"""Per image; the table of all their pairs has so many squared bytes."""
CELLS = 8
"""Parts along a side of an image that points are spread over: no one of them has them all."""
CLEAR_OF_GAPS = 8
"""Pixels around a point that must be valid."""
CANDIDATES = 500
"""Shifts that are tried against all matches."""
REFITS = 5
TRIM = 3.0
"""Robust standard deviations from the transform at which a match counts no more."""
FINEST: dict[FeatureKind, float] = {
    FeatureKind.SIFT: 0.1,
    FeatureKind.ORB: 1.0,
    FeatureKind.AKAZE: 0.1,
    FeatureKind.ONNX: 1.0,
}
"""Pixels: matches are not distinguished below it.  ORB's corners and SuperPoint's are whole pixels: trimmed finer, the
transform would snap to whole pixels too."""
TO_CORNERS = 0.5
"""What OpenCV calls 0 is the centre of the first pixel."""
SIFT_LEAD = 0.25
"""Pixels by which SIFT's points lie too far right and down, where OpenCV (before 4.8) cannot be asked to double
an image precisely."""
ORB_PATCH = 31.0
"""Pixels across a point of ORB in the image's own resolution."""
CONFIDENCE = 0.999
MOST_TRIALS = 5000


class Matches(NamedTuple):
    """Points of one ground in two images, at the positions that images have: centres of pixels at halves."""

    image: np.ndarray
    """(n, 2) float64, columns and rows."""
    reference: np.ndarray
    """(n, 2) float64."""
    weights: np.ndarray
    """(n,) float64, above 0 and at most 1: the larger the spot that a point was seen in, the less."""


class _Points(NamedTuple):
    """What was found in one image."""

    places: np.ndarray
    """(n, 2) float64."""
    sizes: np.ndarray
    """(n,) float64: pixels across the spot."""
    descriptions: np.ndarray
    """(n, length) float32 or uint8."""


def features(pair: Pair, settings: MatchSettings) -> Estimate:
    """The transform that matched points agree on, and how many do.  Raises `NotAligned`."""
    transform, matches = _agreed(pair, settings)
    if settings.motion is not TransformModel.TRANSLATION:
        transform = refined(pair, transform, settings)
    return Estimate(transform, len(matches.weights))


def match_points(pair: Pair, settings: MatchSettings) -> Matches:
    """Points that agree on one transform of the kind ``settings.motion``.

    Raises `NotAligned` where fewer than ``settings.min_matches`` do, `MissingLibraryError` without OpenCV.
    """
    return _agreed(pair, settings)[1]


def detector(kind: FeatureKind):
    """OpenCV's, and what is to be added to its positions.  Raises `MissingLibraryError` where this OpenCV has none."""
    cv2 = need_opencv(WITHOUT_OPENCV)
    name = f"{kind.value.upper()}_create"
    create = getattr(cv2, name, None) or getattr(getattr(cv2, "xfeatures2d", None), name, None)
    if create is None:
        remedy = Message("OpenCV {version} has none, choose another FEATURE.", version=cv2.__version__)
        raise MissingLibraryError(Message("OpenCV with {feature}", feature=kind.value.upper()), remedy)
    if kind is FeatureKind.AKAZE:
        return create(), TO_CORNERS
    if kind is FeatureKind.SIFT and "enable_precise_upscale" in (create.__doc__ or ""):
        return create(nfeatures=2 * MOST_POINTS, enable_precise_upscale=True), TO_CORNERS
    lead = SIFT_LEAD if kind is FeatureKind.SIFT else 0.0
    return create(nfeatures=2 * MOST_POINTS), TO_CORNERS - lead


def _agreed(pair: Pair, settings: MatchSettings) -> tuple[Transform, Matches]:
    cv2 = need_opencv(WITHOUT_OPENCV)
    needed = max(settings.min_matches, LEAST_POINTS[settings.motion])
    matches = _all_matches(cv2, pair, settings)
    if len(matches.weights) < needed:
        raise NotAligned(Message(
            "only {number} points are alike in both images, {needed} are needed",
            number=len(matches.weights), needed=needed,
        ))
    agreeing = _ransac(cv2, matches, settings)
    if agreeing.sum() < needed:
        raise NotAligned(Message(
            "only {number} points agree on one transform, {needed} are needed", number=agreeing.sum(), needed=needed
        ))
    return _refitted(matches, agreeing, settings, needed)


def _all_matches(cv2, pair: Pair, settings: MatchSettings) -> Matches:
    """Points that look alike, whether they agree on a transform or not."""
    if settings.feature is FeatureKind.ONNX:
        places = learned_matches(pair, settings)
        return Matches(*places, np.ones(len(places.image)))
    image = _found(cv2, settings.feature, pair.image, pair.image_valid)
    reference = _found(cv2, settings.feature, pair.reference, pair.reference_valid)
    one, two = _matched(cv2, image, reference, settings)
    sizes = np.maximum(image.sizes[one], reference.sizes[two])
    weights = np.ones_like(sizes) if settings.feature is FeatureKind.ORB else 1.0 / sizes**2
    return Matches(image.places[one], reference.places[two], weights / weights.max(initial=0.0))


def _found(cv2, kind: FeatureKind, values: np.ndarray, valid: np.ndarray) -> _Points:
    """Points of one image, spread over it."""
    finder, more = detector(kind)
    detail = detail_of(values, valid)
    if detail is None:
        raise NotAligned(Message("an image shows nothing that could be recognised"))
    grey = np.rint((np.clip(detail.values, -MOST, MOST) + MOST) * (255.0 / (2.0 * MOST))).astype(np.uint8)
    around = np.ones((2 * CLEAR_OF_GAPS + 1,) * 2, np.uint8)
    clear = cv2.erode(valid.astype(np.uint8), around, borderType=cv2.BORDER_CONSTANT, borderValue=1)
    try:
        points, descriptions = finder.detectAndCompute(grey, clear)
    except cv2.error as error:
        raise NotAligned(Message("an image is too small for points to be found")) from error
    if descriptions is None:
        raise NotAligned(Message("an image has no points that could be recognised"))
    places = np.array([point.pt for point in points], dtype=np.float64)
    sizes = np.array([point.size for point in points], dtype=np.float64)
    places = _of_pyramid(places, sizes, values.shape) if kind is FeatureKind.ORB else places + more
    strength = np.array([point.response for point in points])
    cells = np.minimum((places / np.array(values.shape[::-1]) * CELLS).astype(int), CELLS - 1)
    kept = spread_out(cells, CELLS, strength, MOST_POINTS)
    return _Points(places[kept], sizes[kept], descriptions[kept])


def _of_pyramid(places: np.ndarray, sizes: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """Where ORB's points lie: it forgets that a level of its pyramid has whole pixels, and their centres."""
    scales, size = sizes[:, None] / ORB_PATCH, np.array(shape[::-1])
    return (places / scales + TO_CORNERS) * size / np.rint(size / scales)


def _matched(cv2, image: _Points, reference: _Points, settings: MatchSettings) -> tuple[np.ndarray, np.ndarray]:
    """Indices of points that are each other's nearest by description, and clearly so."""
    there = _nearest(cv2, image, reference, settings)
    back = _nearest(cv2, reference, image, settings)
    mutual = [(a, b) for a, b in sorted(there.items()) if back.get(b) == a]
    columns = np.array(mutual, dtype=np.int64).reshape(-1, 2)
    return columns[:, 0], columns[:, 1]


def _nearest(cv2, ours: _Points, theirs: _Points, settings: MatchSettings) -> dict[int, int]:
    """The index among theirs of each of our points that is nearer to it than to any other by the ratio."""
    binary = ours.descriptions.dtype == np.uint8
    if settings.matcher is Matcher.FLANN:
        index = {"algorithm": 6, "table_number": 12, "key_size": 20, "multi_probe_level": 2} if binary else {
            "algorithm": 1, "trees": 4
        }
        pairs = cv2.FlannBasedMatcher(index, {"checks": 64}).knnMatch(ours.descriptions, theirs.descriptions, k=2)
    else:
        within = _within(ours.places, theirs.places, settings.max_shift)
        matcher = cv2.BFMatcher(cv2.NORM_HAMMING if binary else cv2.NORM_L2)
        pairs = matcher.knnMatch(ours.descriptions, theirs.descriptions, k=2, mask=within)
    found = {}
    for best in pairs:
        if best and (len(best) == 1 or best[0].distance < settings.match_ratio * best[1].distance):
            way = theirs.places[best[0].trainIdx] - ours.places[best[0].queryIdx]
            if np.hypot(*way) <= settings.max_shift:
                found[best[0].queryIdx] = best[0].trainIdx
    return found


def _within(ours: np.ndarray, theirs: np.ndarray, reach: float) -> np.ndarray:
    """Which points lie near which, (ours, theirs) uint8 as OpenCV takes it."""
    near = np.empty((len(ours), len(theirs)), dtype=np.uint8)
    for row, place in zip(near, ours):
        row[:] = ((theirs - place) ** 2).sum(axis=1) <= reach**2
    return near


def _ransac(cv2, matches: Matches, settings: MatchSettings) -> np.ndarray:
    """Which matches agree on one transform, (n,) bool."""
    threshold = settings.ransac_threshold
    if settings.motion is TransformModel.TRANSLATION:
        return _one_shift(matches.reference - matches.image, threshold)
    options = {"ransacReprojThreshold": threshold, "maxIters": MOST_TRIALS, "confidence": CONFIDENCE}
    if settings.motion is TransformModel.HOMOGRAPHY:
        _, agreeing = cv2.findHomography(matches.image, matches.reference, cv2.RANSAC, **options)
    else:
        affine = settings.motion is TransformModel.AFFINE
        estimate = cv2.estimateAffine2D if affine else cv2.estimateAffinePartial2D
        _, agreeing = estimate(matches.image, matches.reference, method=cv2.RANSAC, **options)
    return np.zeros(len(matches.weights), dtype=bool) if agreeing is None else agreeing[:, 0] != 0


def _one_shift(steps: np.ndarray, threshold: float) -> np.ndarray:
    """Which of steps (n, 2) lie within the threshold of the one that most others lie near."""
    tried = steps[:: max(1, -(-len(steps) // CANDIDATES))]
    near = [np.hypot(*(steps - step).T) <= threshold for step in tried]
    return max(near, key=np.count_nonzero)


def _refitted(
    matches: Matches, agreeing: np.ndarray, settings: MatchSettings, needed: int
) -> tuple[Transform, Matches]:
    """The transform of what agrees, and what agrees with that transform."""
    for _ in range(REFITS):
        ours = Matches(*(column[agreeing] for column in matches))
        try:
            transform = fit_transform(settings.motion, *ours)
        except np.linalg.LinAlgError as error:
            raise NotAligned(Message("the points that are alike do not say how the image lies")) from error
        left = residuals(transform, matches.image, matches.reference)
        spread = max(rayleigh_scale(left[agreeing]), FINEST[settings.feature])
        kept = left <= min(TRIM * spread, settings.ransac_threshold)
        if kept.sum() < needed:
            raise NotAligned(Message(
                "only {number} points agree on one transform, {needed} are needed", number=kept.sum(), needed=needed
            ))
        if (kept == agreeing).all():
            break
        agreeing = kept
    return transform, ours
