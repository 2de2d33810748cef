"""Points that two images share, by OpenCV: ORB (Rublee et al. 2011), mutual matches, RANSAC affine."""

from __future__ import annotations

import numpy as np

from ...messages import Message
from ...opencv import need_opencv

MOST_POINTS = 4000
"""Per image; the table of all their pairs has so many squared bytes."""
PATCH = 31
"""Pixels around a point that describe it, fewer in narrow overlaps."""
SMALLEST_PATCH = 7
DISPLACEMENT = 16
"""Pixels of the canvas by which images of one ground may be apart."""
RANSAC_THRESHOLD = 3.0
"""Pixels by which a match may differ from the affine transform of all."""
STRETCH = (2.0, 98.0)
"""Percentiles that become black and white."""
WITHOUT_OPENCV = Message("choose another PIF_METHOD")


def matched_points(first: np.ndarray, second: np.ndarray, valid: np.ndarray, step: int) -> np.ndarray:
    """Points that both images (K, h, w) show at nearly the same place: (n, 2) int, row and column.

    ``step``: canvas pixels from one pixel to the next.  Fewer than three matches are none, and so
    is what OpenCV cannot look at.
    """
    cv2 = need_opencv(WITHOUT_OPENCV)
    nothing = np.empty((0, 2), dtype=np.int64)
    if min(valid.shape) < SMALLEST_PATCH:
        return nothing
    try:
        return _matched(cv2, first, second, valid, step)
    except cv2.error:
        return nothing


def _matched(cv2, first: np.ndarray, second: np.ndarray, valid: np.ndarray, step: int) -> np.ndarray:
    nothing = np.empty((0, 2), dtype=np.int64)
    patch = min(PATCH, max(SMALLEST_PATCH, min(valid.shape) // 4))
    orb = cv2.ORB_create(nfeatures=MOST_POINTS, patchSize=patch, edgeThreshold=patch)
    # what is invalid must not shape a description
    inner = cv2.erode(
        valid.astype(np.uint8), np.ones((patch, patch), np.uint8), borderType=cv2.BORDER_CONSTANT, borderValue=0
    )
    found = [orb.detectAndCompute(_grey(image, valid), inner) for image in (first, second)]
    if any(descriptors is None for _, descriptors in found):
        return nothing
    places = [np.array([point.pt for point in points]) for points, _ in found]
    near = _near(places[0], places[1], max(DISPLACEMENT / step, RANSAC_THRESHOLD))
    one, two = _mutual(cv2, found[0][1], found[1][1], near)
    if len(one) < 3:
        return nothing
    matched = places[0][one], places[1][two]
    _, inliers = cv2.estimateAffine2D(*matched, method=cv2.RANSAC, ransacReprojThreshold=RANSAC_THRESHOLD)
    if inliers is None:
        return nothing
    middle = (matched[0] + matched[1]) / 2
    return np.rint(middle[inliers[:, 0] != 0][:, ::-1]).astype(np.int64)


def _grey(image: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """The mean of all bands, each stretched, as bytes."""
    total = np.zeros(valid.shape)
    for band in image:
        low, high = np.percentile(band[valid], STRETCH)
        if high > low:
            total += np.clip((np.where(valid, band, low) - low) / (high - low), 0.0, 1.0)
    return np.rint(255.0 * total / len(image)).astype(np.uint8)


def _near(one: np.ndarray, two: np.ndarray, reach: float) -> np.ndarray:
    """Which points of ``two`` lie near which of ``one``: (len(one), len(two)) uint8, as OpenCV takes it."""
    near = np.empty((len(one), len(two)), dtype=np.uint8)
    for row, place in zip(near, one):
        row[:] = (np.abs(two - place) <= reach).all(axis=1)
    return near


def _mutual(cv2, one: np.ndarray, two: np.ndarray, near: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Descriptions that are each other's most alike among the near ones: two columns of indices."""
    matcher = cv2.BFMatcher(cv2.NORM_HAMMING)
    there = {match.queryIdx: match.trainIdx for match in matcher.match(one, two, near)}
    back = {match.queryIdx: match.trainIdx for match in matcher.match(two, one, np.ascontiguousarray(near.T))}
    mutual = [(a, b) for a, b in sorted(there.items()) if back.get(b) == a]
    columns = np.array(mutual, dtype=np.int64).reshape(-1, 2)
    return columns[:, 0], columns[:, 1]
