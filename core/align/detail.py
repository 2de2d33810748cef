"""What an image shows from pixel to pixel, freed of its light, its gaps and its brightest spots."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy.ndimage import uniform_filter

from ..numeric.robust import mad_scale

WIDTH = 25
"""Pixels along a side of the window whose mean is taken away.  It moves from pixel to pixel: means of fixed squares
would leave a pattern that does not move with the ground, and on smooth ground there is little else."""
SATURATION = 12.0
"""Robust standard deviations about which detail stops growing: rims of clouds and roofs shall not outweigh
the ground.  Smoothly, for a sharp cut makes waves that pixels can't hold, and shifts snap to whole pixels."""
MOST = 3.0
"""The same, where what looks at details needs an end: bytes, and the correlation coefficient."""
PATTERN = 0.05
"""Share of valid pixels beside gaps: a border has less."""
ROUNDING = 8.0
"""Last digits of the largest value: less is no detail but the rounding of a constant image."""
SAMPLE = 16384
"""Pixels that level and scale are taken from."""


class Detail(NamedTuple):
    """An image without its local mean, in robust standard deviations."""

    values: np.ndarray
    """(rows, columns) float32 within `SATURATION`; 0 where the image is not valid."""
    weight: np.ndarray
    """(rows, columns) float32: 0 at a gap, growing to 1 half a window away from it."""
    patterned: bool = False
    """Whether so much lies beside gaps that they make a pattern of their own."""

    def part(self, where: tuple[slice, slice]) -> Detail:
        """A window of it."""
        return self._replace(values=self.values[where], weight=self.weight[where])


def detail_of(values: np.ndarray, valid: np.ndarray) -> Detail | None:
    """The detail of an image (rows, columns); None where it has none.

    The mean of a window counts valid pixels only (normalised convolution, Knutsson & Westin 1993),
    so that gaps make no edges.  Gain and offset of the image change nothing.
    """
    sample = sample_of(values, valid)
    if not sample.size:
        return None
    shifted, spread = standardised(values, valid, sample)
    patterned = False
    if valid.all():
        weight = np.broadcast_to(np.float32(1.0), values.shape)
        local = uniform_filter(shifted, WIDTH, mode="nearest")
        shifted -= local
    else:
        share = uniform_filter(valid.astype(np.float32), WIDTH, mode="nearest")
        local = uniform_filter(shifted, WIDTH, mode="nearest")
        local /= np.maximum(share, 1.0 / WIDTH**2)
        shifted -= local
        shifted *= valid
        weight = np.clip(2.0 * share - 1.0, 0.0, 1.0)
        soft = _softened(valid)
        patterned = float(soft.sum()) < (1.0 - PATTERN) * np.count_nonzero(valid)
        weight *= soft
    scale = _scale(sample_of(shifted, valid))
    if not scale * spread > ROUNDING * np.finfo(values.dtype).eps * float(np.abs(sample).max()):
        return None
    shifted /= np.float32(scale)
    # new memory costs as much as what is done to it: that of the local mean serves again
    bend = np.multiply(shifted, np.float32(1.0 / SATURATION), out=local)
    bend *= bend
    bend += np.float32(1.0)
    shifted /= np.sqrt(bend, out=bend)
    return Detail(shifted, weight, patterned)


def standardised(values: np.ndarray, valid: np.ndarray, sample: np.ndarray) -> tuple[np.ndarray, float]:
    """Values float32 about the level of a sample, in units of its spread, 0 where they are not valid; and the spread.

    What doubles tell apart on a high level, single precision tells apart after that only.
    """
    level = sample.mean(dtype=np.float64)
    spread = float(np.abs(sample - level).max()) or 1.0
    with np.errstate(over="ignore", invalid="ignore"):
        shifted = values - values.dtype.type(level)
        shifted /= values.dtype.type(spread)
        shifted[~valid] = 0.0
        return shifted.astype(np.float32, copy=False), spread


def level_and_spread(values: np.ndarray) -> tuple[float, float]:
    """Median, and half of the range of the middle two thirds; not less than rounding, so that it can be divided by."""
    low, level, high = np.percentile(values, [16, 50, 84])
    least = ROUNDING * np.finfo(values.dtype).eps * max(abs(level), 1e-30)
    return float(level), float(max((high - low) / 2, least))


def _softened(valid: np.ndarray) -> np.ndarray:
    """0 at a gap, a third beside it, 1 from three pixels off on, float32: so it can be moved by parts of a pixel."""
    clear = valid.copy()
    for own in (clear, clear.T):
        each = own.copy()
        own[1:] &= each[:-1]
        own[:-1] &= each[1:]
    soft = clear.astype(np.float32)
    for own in (soft, soft.T):
        own[1:-1] = (own[2:] + own[1:-1] + own[:-2]) * np.float32(1.0 / 3.0)
    return soft


def sample_of(values: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """About `SAMPLE` values, regularly spread, of those that are valid."""
    step = max(1, int(np.sqrt(values.size / SAMPLE)))
    found = values[::step, ::step][valid[::step, ::step]]
    return found if found.size else values[valid][:SAMPLE]


def _scale(detail: np.ndarray) -> float:
    """The robust standard deviation about 0."""
    robust = mad_scale(detail)
    return robust if robust > 0.0 else float(np.sqrt(np.mean(detail.astype(np.float64) ** 2)))
