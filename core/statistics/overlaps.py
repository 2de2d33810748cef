"""Which images can meet: pairs of footprints that intersect."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def overlapping_pairs(windows: Sequence[tuple[int, int, int, int]]) -> np.ndarray:
    """Pairs (i < j) of windows (column, row, width, height) that share a pixel: (P, 2) int.

    Windows are sorted by their first column, so that each one is compared only with those
    that begin before it ends: the cost grows with the pairs found, not with their square.
    """
    boxes = np.asarray(windows, dtype=np.int64).reshape(-1, 4)
    left, top = boxes[:, 0], boxes[:, 1]
    right, bottom = left + boxes[:, 2], top + boxes[:, 3]
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
