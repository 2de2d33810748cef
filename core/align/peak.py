"""Whether correlation peaks where an estimate says.

An estimate can make two images agree better and still be wrong: on smooth ground anything near the truth does.  So
correlation is measured at the estimate and at the whole pixels around it, block by block, from pixels that are valid
in both: no window, taper or filter is tied to the pixels here, and nothing is interpolated.  Blocks count by what
their correlation tells of a shift.  The surface of second order through the nine sums has its top where the estimate
is to be, and how much the blocks differ about it says how sure that is.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from ..messages import Message
from .detail import sample_of, standardised
from .pair import Estimate, NotAligned, Pair, centres, interpolated
from .phase_correlation import fine_error
from .transform import Transform

SURE, SURER = 0.1, 0.06
"""Pixels: the standard errors up to which a peak confirms an estimate, and replaces it.  Where images differ much the
peak is unsure, and fine detail may be surer than that."""
FLAT = 0.01
"""Of the correlation that a pixel takes away where it takes least: on flatter ground peaks are better estimates."""
SAME = 0.03
"""Pixels by which a surface of second order misses the peak of sharp ground."""
NEAR_PEAK, ABOUT_PEAK = 2.0, 3.0
"""Standard errors from the peak up to which an estimate is at it, and about it where fine detail speaks for it."""
FARTHEST = 0.33
"""Pixels: a larger standard error counts as this."""
BLOCKS = 8
"""Along the shorter side."""
SIDE = (8, 96)
"""Pixels along a side of a block."""
LEAST_PIXELS = 0.25
"""Of a block that must be seen."""
FEWEST = 4
"""Blocks without which nothing is known of how sure a peak is."""
LEAST_NOISE = 0.05
"""Of a block's variance: more alike blocks count as no surer."""
MOST_STEPS = 8
"""Times that a peak is followed, by up to `LONGEST` pixels along each axis."""
LONGEST = 2
NEAR = 0.75
"""Pixels from the middle of the nine correlations up to which their surface is trusted: one halfway between two
pixels shall not be followed to and fro."""

Seen = tuple[np.ndarray, np.ndarray]
"""Values (rows, columns) float32, and where they are known, bool."""


class Peak(NamedTuple):
    """Where correlation is highest."""

    shift: np.ndarray
    """(2,) columns and rows."""
    error: float
    """Pixels, standard error of both together, of blocks about tops that change evenly along the images."""
    apart: float
    """The same about one top for all."""
    drop: float
    """Share of the correlation that a pixel takes away in the direction where it takes least."""


def confirmed(pair: Pair, found: Estimate, weights: np.ndarray | None = None) -> Estimate:
    """An estimate where correlation peaks: itself, or the peak beside it.

    Raises `NotAligned` where there is no peak, or none that says enough.
    """
    transform, straight = found.transform, pair
    if not transform.is_shift:
        height, width = pair.image.shape
        image, known = interpolated(pair.image, pair.image_valid, transform.inverse().moved(centres(height, width)))
        straight = pair._replace(image=image.reshape(height, width), image_valid=known.reshape(height, width))
    step = np.array(transform.step if transform.is_shift else (0.0, 0.0))
    peak = peak_near(straight, step, weights)
    left = peak.shift - step
    away, apart = max(float(np.hypot(*left)) - SAME, 0.0), min(peak.apart, FARTHEST)
    if away <= NEAR_PEAK * apart and peak.drop > FLAT and peak.error <= SURE:
        return found
    if peak.error <= SURER:
        return found._replace(transform=Transform.shift(*left).after(transform))
    if away <= ABOUT_PEAK * apart and fine_error(straight, step) <= SURER:
        return found
    raise NotAligned(Message("what they show is too smooth, or differs too much, to tell how they lie"))


def peak_near(pair: Pair, shift: np.ndarray, weights: np.ndarray | None = None) -> Peak:
    """The peak of the correlation near a shift (2,).  Raises `NotAligned` where there is none."""
    image, reference = _smooth(pair.image, pair.image_valid), _smooth(pair.reference, pair.reference_valid)
    whole = np.rint(shift).astype(int)
    for _ in range(MOST_STEPS):
        peak = _peak_around(image, reference, whole, weights)
        off = peak.shift - whole
        if (np.abs(off) <= NEAR).all():
            break
        whole += np.rint(np.clip(off, -LONGEST, LONGEST)).astype(int)
    else:
        raise NotAligned(Message("correlation does not peak near where they seem to lie"))
    # between two pixels the surfaces around both miss the peak, by as much to opposite sides
    share = np.clip(5.0 * np.abs(off) - 2.0, 0.0, 0.5)
    if not share.any():
        return peak
    other = _peak_around(image, reference, whole + (np.sign(off) * (share > 0.0)).astype(int), weights)
    return peak._replace(shift=peak.shift + share * (other.shift - peak.shift))


def _smooth(values: np.ndarray, valid: np.ndarray) -> Seen:
    """Smoothed by 1 2 1 along both axes, which a surface of second order fits; known where all nine pixels are."""
    sample = sample_of(values, valid)
    if not sample.size:
        raise NotAligned(Message("too few pixels are valid in both images"))
    smooth, _ = standardised(values, valid, sample)
    known = valid.copy()
    for line, seen in ((smooth, known), (smooth.T, known.T)):
        outer, both = line[2:] + line[:-2], seen[2:] & seen[:-2]
        line[1:-1] += 0.5 * outer
        seen[1:-1] &= both
        seen[[0, -1]] = False
    return smooth, known


def _peak_around(image: Seen, reference: Seen, whole: np.ndarray, weights: np.ndarray | None) -> Peak:
    """The top of the surface of second order around whole columns and rows; uphill where that has none."""
    shifts = [whole + np.array([column, row]) for row in (-1, 0, 1) for column in (-1, 0, 1)]
    found = np.stack([_correlations(image, reference, shift) for shift in shifts]).reshape(3, 3, -1)
    usable = np.isfinite(found).all(axis=(0, 1)) & (np.nan_to_num(found[1, 1]) > 0.0)
    if usable.sum() < FEWEST:
        raise NotAligned(Message("too few parts of them agree near where they seem to lie"))
    found = found[:, :, usable]
    # likelihood grows with -log(1 - correlation^2): its slope weights blocks
    weight = found[1, 1] / (1.0 - found[1, 1] ** 2 + LEAST_NOISE)
    scores = found * (weight if weights is None else weight * _block_sums(weights)[usable])
    (nw, n, ne), (w, middle, e), (sw, s, se) = scores
    slopes = 0.5 * np.array([e - w, s - n])
    mixed = 0.25 * (ne + sw - nw - se)
    bends = np.array([[2.0 * middle - e - w, mixed], [mixed, 2.0 * middle - n - s]])
    slope, bend = slopes.sum(axis=-1), bends.sum(axis=-1)
    least = float(np.linalg.eigvalsh(bend)[0])
    if not least > 0.0:
        return Peak(whole + LONGEST * np.sign(slope), np.inf, np.inf, 0.0)
    terms = np.vstack([np.ones(len(middle)), _block_places(reference[0].shape)[:, usable]])
    apart = _error(slopes, bends, terms[:1])
    error = _error(slopes, bends, terms) if len(middle) >= 2 * FEWEST else apart
    return Peak(whole + np.linalg.solve(bend, slope), error, apart, 0.5 * least / float(middle.sum()))


def _error(slopes: np.ndarray, bends: np.ndarray, terms: np.ndarray) -> float:
    """How sure the common top is, by how much blocks differ about tops that change with these terms (n, blocks)."""
    number, size = slopes.shape[-1], 2 * len(terms)
    normal = np.einsum("kb,lb,ijb->kilj", terms, terms, bends).reshape(size, size)
    right = np.einsum("kb,ib->ki", terms, slopes).ravel()
    tops = np.linalg.lstsq(normal, right, rcond=None)[0].reshape(-1, 2).T @ terms
    left = np.linalg.solve(bends.sum(axis=-1), slopes - np.einsum("ijb,jb->ib", bends, tops))
    return float(np.sqrt((left**2).sum() * number / (number - len(terms))))


def _correlations(image: Seen, reference: Seen, shift: np.ndarray) -> np.ndarray:
    """Of the image, moved by whole columns and rows, with each block of the reference; NaN where too little is seen."""
    (ours, ours_known), (theirs, theirs_known) = image, reference
    height, width = theirs.shape
    column, row = shift.tolist()
    here = np.s_[max(0, row):max(0, height + min(0, row)), max(0, column):max(0, width + min(0, column))]
    there = np.s_[max(0, -row):max(0, height - max(0, row)), max(0, -column):max(0, width - max(0, column))]
    both, moved = np.zeros(theirs.shape, bool), np.zeros(theirs.shape, np.float32)
    both[here] = theirs_known[here] & ours_known[there]
    moved[here] = ours[there]
    moved *= both
    own = theirs * both
    pixels = _block_sums(both)
    number = np.maximum(pixels, 1.0)
    mine, its = _block_sums(moved) / number, _block_sums(own) / number
    power = (_block_sums(moved * moved) / number - mine**2) * (_block_sums(own * own) / number - its**2)
    good = (pixels >= LEAST_PIXELS * pixels.max()) & (power > 0.0)
    found = np.full(len(pixels), np.nan)
    found[good] = (_block_sums(moved * own) / number - mine * its)[good] / np.sqrt(power[good])
    return found


def _block_sums(values: np.ndarray) -> np.ndarray:
    """Of an array (rows, columns) in each block, float64."""
    rows, columns = _firsts(values.shape)
    return np.add.reduceat(np.add.reduceat(values, columns, axis=1, dtype=np.float64), rows, axis=0).ravel()


def _block_places(shape: tuple[int, int]) -> np.ndarray:
    """(2, blocks) about 0."""
    rows, columns = (first - first.mean() for first in _firsts(shape))
    return np.stack(np.meshgrid(columns, rows)).reshape(2, -1) / max(shape)


def _firsts(shape: tuple[int, int]) -> list[np.ndarray]:
    """The first rows and the first columns of the blocks."""
    side = int(np.clip(min(shape) // BLOCKS, *SIDE))
    return [np.arange(0, max(size - side // 2, 1), side) for size in shape]
