"""Which images can meet: footprints that intersect, and the groups that they make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..numeric.graph import components
from ..progress import Progress, Silent
from ..raster.canvas import places_of
from ..raster.grid import ALIGNED
from ..raster.image import Image
from ..raster.reference_system import is_geographic
from ..raster.window import Window

TURN = 360.0
"""Degrees after which a longitude names the same place again."""


class Overlaps(NamedTuple):
    """Who meets whom, by footprints alone."""

    pairs: np.ndarray
    """(P, 2) int, i < j."""
    around: np.ndarray
    """(Q, 2) int: images that would meet if longitudes were counted alike, and do not."""


def find_overlaps(images: Sequence[Image], progress: Progress = Silent()) -> Overlaps:
    """The overlaps of images wherever they lie and whatever their pixels' sizes.

    Raises `MixedReferenceSystemsError`, `ReferenceSystemError` or `Cancelled`.
    """
    crs, places = places_of(images, progress)
    west, south, east, north, width, height = np.array(places).reshape(-1, 6).T
    # what touches, or overlaps by less than grids may drift, does not meet
    x, y = ALIGNED / 2 * width, ALIGNED / 2 * height
    boxes = np.stack([west + x, south + y, east - x, north - y], axis=1)
    pairs = _intersecting(boxes)
    around = np.empty((0, 2), dtype=np.int64)
    if is_geographic(crs):
        turned = _intersecting(np.concatenate([boxes, boxes + np.array([TURN, 0.0, TURN, 0.0])])) % len(boxes)
        met = {tuple(pair) for pair in pairs.tolist()}
        different = {(min(pair), max(pair)) for pair in turned.tolist()} - met
        around = np.array(sorted(pair for pair in different if pair[0] != pair[1]), dtype=np.int64).reshape(-1, 2)
    return Overlaps(pairs, around)


def overlapping_pairs(windows: Sequence[Window]) -> np.ndarray:
    """Pairs (i < j) of windows that share a pixel: (P, 2) int."""
    boxes = np.asarray(windows, dtype=np.int64).reshape(-1, 4).copy()
    boxes[:, 2:] += boxes[:, :2]
    return _intersecting(boxes)


def _intersecting(boxes: np.ndarray) -> np.ndarray:
    """Pairs (i < j) of rectangles (N, 4: least x and y, greatest x and y) that share an area: (P, 2) int.

    They are sorted by their first side, so that each one is compared only with those that
    begin before it ends: the cost grows with the pairs found, not with their square.
    """
    left, top, right, bottom = boxes.T
    order = np.argsort(left, kind="stable")
    ends = np.searchsorted(left[order], right[order], side="left")
    found = []
    for position, index in enumerate(order):
        others = order[position + 1:ends[position]]
        meets = others[(top[others] < bottom[index]) & (bottom[others] > top[index])]
        found.append(np.column_stack([np.full(len(meets), index), meets]))
    pairs = np.concatenate(found) if found else np.empty((0, 2), dtype=np.int64)
    pairs.sort(axis=1)
    return pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]


def group_windows(windows: Sequence[Window]) -> list[tuple[list[int], Window]]:
    """The groups of windows that overlap, each with the window that holds it."""
    boxes = np.asarray(windows, dtype=np.int64).reshape(-1, 4)
    groups = components(len(boxes), *overlapping_pairs(windows).T)
    order = np.argsort(groups, kind="stable")
    found = []
    for members in np.split(order, np.flatnonzero(np.diff(groups[order])) + 1):
        if len(members):
            near = boxes[members, :2].min(axis=0)
            size = (boxes[members, :2] + boxes[members, 2:]).max(axis=0) - near
            found.append((members.tolist(), Window(*near.tolist(), *size.tolist())))
    return found
