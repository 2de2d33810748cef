"""What an image shows from pixel to pixel, freed of its light, its gaps and its brightest spots."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.ndimage import uniform_filter

WIDTH = 31
"""Pixels along a side of the window whose mean is taken away."""
SATURATION = 12.0
"""Robust standard deviations about which detail stops growing: rims of clouds and roofs shall not outweigh
the ground.  Smoothly, for a sharp cut makes waves that pixels can't hold, and shifts snap to whole pixels."""
MOST = 3.0
"""The same, where what looks at details needs an end: bytes, and the correlation coefficient."""
MAD_TO_SIGMA = 1.4826
SAMPLE = 16384
"""Pixels that the robust standard deviation is taken from."""


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
    everywhere = bool(valid.all())
    seen = values if everywhere else values[valid]
    if not seen.size:
        return None
    level = seen.mean(dtype=np.float64)
    shifted = np.asarray(values - level, dtype=np.float32)
    if everywhere:
        weight = np.broadcast_to(np.float32(1.0), values.shape)
        shifted -= uniform_filter(shifted, WIDTH, mode="nearest")
    else:
        shifted[~valid] = 0.0
        share = uniform_filter(valid.astype(np.float32), WIDTH, mode="nearest")
        mean = uniform_filter(shifted, WIDTH, mode="nearest") / np.maximum(share, 1.0 / WIDTH**2)
        shifted -= mean
        shifted[~valid] = 0.0
        weight = np.clip(2.0 * share - 1.0, 0.0, 1.0) * valid
    scale = _scale(shifted, valid)
    # rounding of a constant image is no detail
    if not scale > 1e-6 * float(np.abs(seen).max()):
        return None
    shifted /= scale
    bend = np.square(shifted * np.float32(1.0 / SATURATION))
    bend += 1.0
    shifted /= np.sqrt(bend, out=bend)
    return Detail(shifted, weight)


def _scale(detail: np.ndarray, valid: np.ndarray) -> float:
    """The robust standard deviation about 0, of a regular sample."""
    step = max(1, int(np.sqrt(detail.size / SAMPLE)))
    seen = np.abs(detail[::step, ::step][valid[::step, ::step]])
    if not seen.size:
        return 0.0
    robust = MAD_TO_SIGMA * float(np.median(seen))
    return robust if robust > 0.0 else float(np.sqrt(np.mean(seen.astype(np.float64) ** 2)))
