"""Blending by scale: coarse structures pass over within a wide strip along a seam, fine ones within a narrow one.

A cell of level l is a square of 2^l pixels, on one lattice of the whole mosaic.  M takes cells to the next level, the
mean of two by two (from level 3 on, and for weights, of four by four with the weights 1 3 3 1), U brings them back,
bilinear between their middles.  With C the mosaic cut along its seams, L the labels, d_i the distance to the image's
own edge where others go on, s(t) = t^2 (3 - 2 t), and n levels:

    R_i = s(2 d_i / 2^n) (y_i - C),  w_i = [L = i]               R is 0 where an image has no data
    B_l = sum_i (U S w_i,l+1) (R_i,l - U R_i,l+1) + U B_l+1      weights of a level add up to 1, S: the weights 1 2 1
    B_n = sum_i (S w_i,n) R_i,n,                                 y = C + m B_0

m is the second largest of all s(4 (d_i - 2^k) / 2^n), so nothing shows at the edge of an image; d_i is known by cells
of level k = min(3, n).  Images whose pixels lie nowhere within `reach` do not count.

It telescopes: R_i,l - U R_i,l+1 leaves what level l + 1 carries, whatever M is.  So levels from k on need no pixels:
R_i,k are differences of sums over cells, and pixels are looked at one by one in cells with several labels or with gaps
only.  Away from seams own weights are 1, others 0, and R of the own image is 0: the finer levels add nothing farther
than `fine_reach` from a seam, to the last bit, and are made within that strip alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from scipy import ndimage

from ..raster.window import Window
from .blend import smoothly
from .members import outward

FINEST = 3
"""Levels below this one are made of pixels, near seams only."""


def reach(levels: int) -> int:
    """Pixels to each side of a seam that blending reaches, and looks."""
    return 4 * 2**levels


def side_of(levels: int) -> int:
    """Pixels along a side of the cells that the wide strip is blended in."""
    return 2 ** min(FINEST, levels)


def edge_reach(levels: int) -> int:
    """Pixels as far as which an image's own edge counts."""
    return max(2 ** (levels - 1), side_of(levels)) + side_of(levels)


def fine_reach(levels: int) -> int:
    """Pixels to each side of a seam that levels below `FINEST` reach, and look."""
    return 4 * side_of(levels)


class Placed(NamedTuple):
    """One image in a window of whole cells; it has no data outside of its own part of it."""

    window: Window
    """Its part, counted from the first pixel."""
    values: np.ndarray
    """(K, height, width) of its part, of which those count that are valid."""
    valid: np.ndarray
    """(K, height, width) of its part."""
    label: int
    distance: np.ndarray
    """By cells of the whole window: pixels to its own edge, as far as `edge_reach`."""


class _Cells(NamedTuple):
    """One image by the cells of a window."""

    means: np.ndarray
    """(K, rows, columns), where all pixels are valid."""
    full: np.ndarray
    empty: np.ndarray
    """(rows, columns): where every pixel of every band is valid, or none."""


class Wide(NamedTuple):
    """What the coarse levels say about a window, by cells."""

    blended: np.ndarray
    """(K, rows, columns): what they add."""
    apart: list[np.ndarray]
    """Of each image, (K, rows, columns): what it differs by, as far as it counts."""
    ramps: list[np.ndarray]
    near: list[np.ndarray]
    """Of each image: whether it has pixels within reach."""
    shown: np.ndarray
    """The factor m."""


def blend_wide(images: Sequence[Placed], labels: np.ndarray, levels: int, dtype: np.dtype) -> Wide:
    """The coarse levels of a window of whole cells of the highest level."""
    side = side_of(levels)
    shares = [_means(labels == image.label, side).astype(dtype) for image in images]
    ramps = [smoothly(2 * image.distance / 2**levels).astype(dtype) for image in images]
    apart = [ramp * each for ramp, each in zip(ramps, _apart(images, labels, shares, side, dtype))]
    cells = reach(levels) // side
    near = [ndimage.maximum_filter(share > 0, 2 * cells + 1, mode="constant", cval=0) for share in shares]
    blended = _levels(apart, shares, levels - min(FINEST, levels), dtype)
    offs = [np.where(own, image.distance - side, 0.0) for image, own in zip(images, near)]
    return Wide(blended, apart, ramps, near, _second([smoothly(4 * off / 2**levels) for off in offs]).astype(dtype))


def _apart(
    images: Sequence[Placed], labels: np.ndarray, shares: Sequence[np.ndarray], side: int, dtype: np.dtype
) -> list[np.ndarray]:
    """Mean of what each image differs by from the cut mosaic, by cells; pixels without data count as 0."""
    cells = [_by_cells(image, shares[0].shape, side) for image in images]
    cut = np.zeros_like(cells[0].means)
    for each, share in zip(cells, shares):
        np.copyto(cut, each.means, where=share == 1)
    plain = np.any([share == 1 for share in shares], axis=0) | ~np.any(shares, axis=0)
    for each in cells:
        plain &= each.full | each.empty
    rows, columns = np.nonzero(~plain)
    found = []
    exact = _apart_by_pixels(images, labels, rows, columns, side)
    for image, pixels in zip(cells, exact):
        each = np.where(image.empty, 0, image.means - cut).astype(dtype)
        each[:, rows, columns] = pixels
        found.append(each)
    return found


def _by_cells(image: Placed, shape: tuple[int, int], side: int) -> _Cells:
    """One image's part, taken to the cells of the whole window, ``shape`` of them."""
    means, full, empty = np.zeros((len(image.valid), *shape)), np.zeros(shape, bool), np.ones(shape, bool)
    around = outward(image.window, side, side)
    place = image.window.relative_to(around).slices
    values, valid = image.values, image.valid
    everywhere = bool(valid.all())
    if around != image.window or not everywhere:
        values = np.zeros((len(valid), *around.shape), image.values.dtype)
        np.copyto(values[(slice(None), *place)], image.values, where=True if everywhere else valid)
    rows, columns = (slice(part.start // side, part.stop // side) for part in around.slices)
    means[:, rows, columns] = _means(values, side)
    shown = np.zeros((2, *around.shape), bool)
    shown[0][place], shown[1][place] = (True, True) if everywhere else (valid.all(axis=0), valid.any(axis=0))
    share = _means(shown, side)
    full[rows, columns], empty[rows, columns] = share[0] == 1, share[1] == 0
    return _Cells(means, full, empty)


def _apart_by_pixels(
    images: Sequence[Placed], labels: np.ndarray, rows: np.ndarray, columns: np.ndarray, side: int
) -> list[np.ndarray]:
    """The same of some cells, (K, cells), where labels or data are not the same in all of their pixels."""
    down, across = np.divmod(np.arange(side**2), side)
    pixel_rows, pixel_columns = (side * rows)[:, None] + down, (side * columns)[:, None] + across
    owner = labels[pixel_rows, pixel_columns]
    values, valid = zip(*(_pixels(image, pixel_rows, pixel_columns) for image in images))
    cut, known = np.zeros(values[0].shape, np.result_type(*values)), np.zeros_like(valid[0])
    for image, value, shown in zip(images, values, valid):
        np.copyto(cut, value, where=(owner == image.label) & shown)
        known |= (owner == image.label) & shown
    kind = np.int64 if cut.dtype.kind in "iu" and cut.dtype.itemsize < 8 else np.float64
    found = []
    for value, shown in zip(values, valid):
        each = np.where(shown & known, value.astype(kind) - cut.astype(kind), 0)
        # one after the other: numpy's sums hang on how arrays lie
        found.append(np.add.accumulate(each, axis=2)[:, :, -1] / side**2 if each.size else each[:, :, 0])
    return found


def _pixels(image: Placed, rows: np.ndarray, columns: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Values, 0 where not valid, and validity of pixels of the whole window: (K, cells, side^2)."""
    rows, columns = rows - image.window.row, columns - image.window.column
    inside = (rows >= 0) & (rows < image.window.height) & (columns >= 0) & (columns < image.window.width)
    shape = len(image.valid), *rows.shape
    values, valid = np.zeros(shape, image.values.dtype), np.zeros(shape, bool)
    valid[:, inside] = image.valid[:, rows[inside], columns[inside]]
    values[:, inside] = image.values[:, rows[inside], columns[inside]]
    return np.where(valid, values, image.values.dtype.type(0)), valid


def _means(values: np.ndarray, side: int) -> np.ndarray:
    """Means of cells, float64; each sum in one order, wherever the window begins."""
    exact = np.uint32 if values.dtype.kind in "bu" and values.dtype.itemsize < 4 else np.float64
    rows = values[..., ::side, :].astype(exact)
    for first in range(1, side):
        rows += values[..., first::side, :]
    total = rows[..., ::side].copy()
    for first in range(1, side):
        total += rows[..., first::side]
    return total / side**2


def _second(ramps: Sequence[np.ndarray]) -> np.ndarray:
    """The second largest in each cell: where only one image is near enough there is nothing to blend with."""
    first, second = np.zeros((2, *ramps[0].shape))
    for ramp in ramps:
        second = np.maximum(second, np.minimum(first, ramp))
        first = np.maximum(first, ramp)
    return second


def _levels(apart: Sequence[np.ndarray], weights: Sequence[np.ndarray], level: int, dtype: np.dtype) -> np.ndarray:
    """What this level and all coarser ones add."""
    if level == 0:
        return _weighted([_smooth(weight) for weight in weights], apart, dtype)
    coarser = [_halved(values) for values in apart]
    coarse_weights = [_halved(weight) for weight in weights]
    result = doubled(_levels(coarser, coarse_weights, level - 1, dtype))
    details = [values - doubled(coarse) for values, coarse in zip(apart, coarser)]
    result += _weighted([doubled(_smooth(weight)) for weight in coarse_weights], details, dtype)
    return result


def blend_fine(
    images: Sequence[np.ndarray], owns: Sequence[np.ndarray], wide: Sequence[np.ndarray], levels: int, dtype: np.dtype
) -> np.ndarray:
    """What the levels below `FINEST` add in a window of whole cells, exact but for `fine_reach` along its sides.

    ``images``: R of each; ``owns``: its pixels; ``wide``: what `Wide` says it differs by there.
    """
    number = min(FINEST, levels)
    apart, weights = [list(images)], [[own.astype(dtype) for own in owns]]
    for level in range(1, number + 1):
        weights.append([_halved(weight) for weight in weights[-1]])
        apart.append(list(wide) if level == number else [_quartered(values) for values in apart[-1]])
    result = None
    for fine, coarse, weight in zip(apart[-2::-1], apart[:0:-1], weights[:0:-1]):
        details = [one - doubled(other) for one, other in zip(fine, coarse)]
        added = _weighted([doubled(_smooth(each)) for each in weight], details, dtype)
        result = added if result is None else added + doubled(result)
    return result


def _weighted(weights: Sequence[np.ndarray], values: Sequence[np.ndarray], dtype: np.dtype) -> np.ndarray:
    """The sum of values by weights, which add up to 1 unless all are 0."""
    total = weights[0].copy()
    for weight in weights[1:]:
        total += weight
    total = np.where(total > 0, total, dtype.type(1))
    result = weights[0] / total * values[0]
    for weight, each in zip(weights[1:], values[1:]):
        result += weight / total * each
    return result


def _quartered(values: np.ndarray) -> np.ndarray:
    """Means of two by two."""
    rows = values[..., ::2, :] + values[..., 1::2, :]
    return (rows[..., ::2] + rows[..., 1::2]) * values.dtype.type(0.25)


def _halved(values: np.ndarray) -> np.ndarray:
    """Means of four by four around two by two, by the weights 1 3 3 1; what lies beyond the window is as its edge."""
    for axis in (-2, -1):
        moved = np.moveaxis(values, axis, 0)
        before = np.concatenate([moved[:1], moved[1:-1:2]])
        after = np.concatenate([moved[2::2], moved[-1:]])
        sums = (moved[::2] + moved[1::2]) * values.dtype.type(0.375) + (before + after) * values.dtype.type(0.125)
        values = np.moveaxis(sums, 0, axis)
    return values


def doubled(values: np.ndarray) -> np.ndarray:
    """Twice as many cells each way, bilinear between the middles of those there are."""
    for axis in (-2, -1):
        moved = np.moveaxis(values, axis, 0)
        near, far = moved * values.dtype.type(0.75), moved * values.dtype.type(0.25)
        result = np.empty((*values.shape[:axis], 2 * len(moved), *values.shape[values.ndim + axis + 1:]), values.dtype)
        target = np.moveaxis(result, axis, 0)
        np.add(near[1:], far[:-1], out=target[2::2])
        np.add(near[:-1], far[1:], out=target[1:-1:2])
        target[0], target[-1] = moved[0], moved[-1]
        values = result
    return values


def _smooth(values: np.ndarray) -> np.ndarray:
    """By the weights 1 2 1, in one order; what lies beyond the window is as its edge."""
    quarter = values.dtype.type(0.25)
    for axis in (-2, -1):
        moved = np.moveaxis(values, axis, 0)
        before, after = np.concatenate([moved[:1], moved[:-1]]), np.concatenate([moved[1:], moved[-1:]])
        values = np.moveaxis((before + after) * quarter + (moved + moved) * quarter, 0, axis)
    return values
