"""The choice that overlaps cannot make: overall brightness and contrast of a connected group.

With kappa_a = sum n S / sum n gain S (arithmetic) and kappa_g = exp(-sum n ln gain / sum n)
(geometric), all gains of a group are multiplied by sqrt(kappa_a kappa_g); offsets are then
shifted until sum n (gain M + offset) = sum n M.
"""

from __future__ import annotations

import numpy as np


def contrast_factors(
    groups: np.ndarray, fixed: np.ndarray, count: np.ndarray, std: np.ndarray, gain: np.ndarray
) -> np.ndarray:
    """The factor on each image's gain, (N,); 1 in groups that hold a fixed image and for lone images."""
    number = int(groups.max(initial=-1)) + 1
    total = np.bincount(groups, weights=count, minlength=number)
    before = np.bincount(groups, weights=count * std, minlength=number)
    after = np.bincount(groups, weights=count * gain * std, minlength=number)
    logarithm = np.bincount(groups, weights=count * np.log(gain), minlength=number)
    members = np.bincount(groups, minlength=number)
    free = (after > 0) & (before > 0) & (members > 1) & ~_held(groups, fixed, number)
    arithmetic = np.divide(before, after, out=np.ones(number), where=free)
    geometric = np.exp(-np.divide(logarithm, total, out=np.zeros(number), where=free))
    return np.where(free, np.sqrt(arithmetic * geometric), 1.0)[groups]


def keep_brightness(
    groups: np.ndarray, fixed: np.ndarray, count: np.ndarray, mean: np.ndarray, gain: np.ndarray, offset: np.ndarray
) -> np.ndarray:
    """The shift of each image's offset, (N,), that keeps its group's mean; 0 in groups with a fixed image."""
    number = int(groups.max(initial=-1)) + 1
    total = np.bincount(groups, weights=count, minlength=number)
    change = np.bincount(groups, weights=count * ((1.0 - gain) * mean - offset), minlength=number)
    free = (total > 0) & ~_held(groups, fixed, number)
    return np.divide(change, total, out=np.zeros(number), where=free)[groups]


def _held(groups: np.ndarray, fixed: np.ndarray, number: int) -> np.ndarray:
    return np.bincount(groups, weights=fixed, minlength=number) > 0
