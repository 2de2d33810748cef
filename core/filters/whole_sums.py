"""Count, mean and spread in moving windows of whole numbers of up to 16 bits, without any rounding.

Sums of such pixels and of their squares are whole numbers that 64 bits hold.  So the sums of a window may
come from those of the window before it, what enters added and what leaves subtracted: they are the
same to the last bit wherever that begins.  With the sums S of x and Q of x^2 over N pixels, and q the
whole number below S / N,

    r = S - N q      sum (x - q)^2 = Q - q (2 S - N q)      m2 = sum (x - q)^2 - r^2 / N

where only the last line leaves the whole numbers: a level takes nothing from a variance.
"""

from __future__ import annotations

import numpy as np

from .moments import Moments, accumulate

MOST_PIXELS = 2**29
"""Of a window, that twice the sum of their squares has room for."""


def has_whole_sums(dtype: np.dtype, pixels: int) -> bool:
    """Whether all sums over so many pixels of a type fit into 64 bits."""
    return dtype.kind in "iu" and dtype.itemsize <= 2 and pixels <= MOST_PIXELS


def moving_sums(values: np.ndarray, length: int, axis: int) -> np.ndarray:
    """Sums of the ``length`` whole numbers along an axis of (N, W) that begin at each place, int64."""
    shape = list(values.shape)
    shape[axis] -= length - 1
    sums = np.empty(shape, np.int64)
    steps, lines = (sums, values) if axis == 0 else (sums.T, values.T)
    np.add.reduce(lines[:length], axis=0, dtype=np.int64, out=steps[0])
    np.subtract(lines[length:], lines[:-length], out=steps[1:], dtype=np.int64)
    accumulate(steps)
    return sums


def squared(values: np.ndarray) -> np.ndarray:
    """Of 8 or 16 bits, in 32."""
    wide = values.astype(np.int32 if values.dtype.kind == "i" else np.uint32)
    wide *= wide
    return wide


def moments_of_sums(count: np.ndarray | int, total: np.ndarray, total_of_squares: np.ndarray) -> Moments:
    """Moments (N, W) of windows from their sums, int64; ``count`` may be one for all."""
    number = np.maximum(count, 1)
    mean = total / number
    whole = np.floor(mean).astype(np.int64)
    level = number * whole
    above = total_of_squares - whole * (total + total - level)
    rest = (total - level).astype(np.float64)
    m2 = above - rest * rest / number
    return Moments(np.asarray(count, np.float64), mean, np.maximum(m2, 0.0, out=m2))
