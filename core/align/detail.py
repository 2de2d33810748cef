"""What an image shows from pixel to pixel, freed of its light, its gaps and its brightest spots."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from scipy import sparse
from scipy.ndimage import uniform_filter

SQUARE = 8
"""Pixels along a side of the squares that local means are made from, and between whose middles they are linear."""
WIDTH = 3
"""Squares along a side of the window whose mean is taken away."""
SATURATION = 12.0
"""Robust standard deviations about which detail stops growing: rims of clouds and roofs shall not outweigh
the ground.  Smoothly, for a sharp cut makes waves that pixels can't hold, and shifts snap to whole pixels."""
MOST = 3.0
"""The same, where what looks at details needs an end: bytes, and the correlation coefficient."""
MAD_TO_SIGMA = 1.4826
SAMPLE = 16384
"""Pixels that level and scale are taken from."""


class Detail(NamedTuple):
    """An image without its local mean, in robust standard deviations."""

    values: np.ndarray
    """(rows, columns) float32 within `SATURATION`; 0 where the image is not valid."""
    weight: np.ndarray
    """(rows, columns) float32: 0 at a gap, growing to 1 half a window away from it."""


def detail_of(values: np.ndarray, valid: np.ndarray) -> Detail | None:
    """The detail of an image (rows, columns); None where it has none.

    The mean of a window counts valid pixels only (normalised convolution, Knutsson & Westin 1993),
    so that gaps make no edges.  Gain and offset of the image change nothing.
    """
    sample = _sample(values, valid)
    if not sample.size:
        return None
    # any level near the values does: the local mean takes it away
    shifted = values - np.float32(sample.mean(dtype=np.float64))
    if valid.all():
        weight = np.broadcast_to(np.float32(1.0), values.shape)
        local = _between(_local_means(shifted), values.shape)
        shifted -= local
    else:
        shifted[~valid] = 0.0
        share = _local_means(valid)
        local = _between(_local_means(shifted) / np.maximum(share, 1.0 / (WIDTH * SQUARE) ** 2), values.shape)
        shifted -= local
        shifted *= valid
        weight = _between(np.clip(2.0 * share - 1.0, 0.0, 1.0), values.shape)
        weight *= valid
    scale = _scale(_sample(shifted, valid))
    # rounding of a constant image is no detail
    if not scale > 1e-6 * float(np.abs(sample).max()):
        return None
    shifted /= np.float32(scale)
    # new memory costs as much as what is done to it: that of the local mean serves again
    bend = np.multiply(shifted, np.float32(1.0 / SATURATION), out=local)
    bend *= bend
    bend += np.float32(1.0)
    shifted /= np.sqrt(bend, out=bend)
    return Detail(shifted, weight)


def _local_means(values: np.ndarray) -> np.ndarray:
    """Of the window around each square, (squares down, squares across) float32."""
    (_, down), (_, across) = (_squares(size) for size in values.shape)
    sums = _sums_of_squares(_sums_of_squares(values).T).T
    return uniform_filter(sums / (down[:, None] * across), WIDTH, mode="nearest")


def _sums_of_squares(values: np.ndarray) -> np.ndarray:
    """Sums of rows, `SQUARE` at a time and the rest, float32."""
    whole = len(values) // SQUARE * SQUARE
    sums = values[:whole].reshape(-1, SQUARE, values.shape[1]).sum(axis=1, dtype=np.float32)
    rest = values[whole:]
    return np.concatenate([sums, rest.sum(axis=0, keepdims=True, dtype=np.float32)]) if len(rest) else sums


def _between(means: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """Values of squares at all pixels (rows, columns), linear between the squares' middles."""
    down, across = (_linear(size) for size in shape)
    return down @ np.ascontiguousarray((across @ means.T).T)


def _squares(size: int) -> tuple[np.ndarray, np.ndarray]:
    """First pixels and lengths (float32) of the squares along a side."""
    first = np.arange(0, size, SQUARE)
    return first, np.diff(np.append(first, size)).astype(np.float32)


@lru_cache(maxsize=16)
def _linear(size: int) -> sparse.csr_matrix:
    """Weights of the squares along a side at each of its pixels, (pixels, squares) float32."""
    first, length = _squares(size)
    place = np.interp(np.arange(size) + 0.5, first + length / 2.0, np.arange(len(first)))
    left = np.minimum(place.astype(np.intp), max(len(first) - 2, 0))
    right = np.minimum(left + 1, len(first) - 1)
    share = place - left
    weights = np.column_stack([1.0 - share, share]).ravel().astype(np.float32)
    columns = np.column_stack([left, right]).ravel()
    return sparse.csr_matrix((weights, columns, 2 * np.arange(size + 1)), shape=(size, len(first)))


def _sample(values: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """About `SAMPLE` values, regularly spread, of those that are valid."""
    step = max(1, int(np.sqrt(values.size / SAMPLE)))
    return values[::step, ::step][valid[::step, ::step]]


def _scale(detail: np.ndarray) -> float:
    """The robust standard deviation about 0."""
    robust = MAD_TO_SIGMA * float(np.median(np.abs(detail)))
    return robust if robust > 0.0 else float(np.sqrt(np.mean(detail.astype(np.float64) ** 2)))
