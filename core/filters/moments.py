"""Count, mean and spread in moving windows of any length, at one cost and without cancellation.

Places along an axis are divided into blocks as long as the window (van Herk 1992, Gil and Werman 1993).
A window is then the end of one block and the beginning of the next, and their sums come from running
sums that only ever add.  They are taken about a pivot p in the window, the last pixel of the first block,
so a level of a million takes nothing from a variance of one:

    s1 = sum n (x - p)      s2 = sum n (x - p)^2 + m2      mean = p + s1 / N      m2 = s2 - s1^2 / N

Where that pixel is invalid, each block has a pivot of its own, and the second one's sums are moved by
t = p2 - p to that of the first:

    s1 + N t                s2 + t (2 s1 + N t)

Blocks begin at multiples of the window's length, counted from the image's first pixel, and what lies
outside a window never chooses its pivot: no bit of a result depends on which part of the image is
looked at.

Sums of whole numbers of up to 16 bits, and of their squares, are whole numbers that 64 bits hold.  So the
sums of a window may come from those of the window before it, what enters added and what leaves subtracted:
the same to the last bit wherever that begins.  With the sums S of x and Q of x^2 over N pixels, and q the
whole number below S / N,

    r = S - N q      sum (x - q)^2 = Q - q (2 S - N q)      m2 = sum (x - q)^2 - r^2 / N

where only the last line leaves the whole numbers: a level takes nothing from a variance.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

VALUES_AT_ONCE = 32768
"""They and what is made of them stay in the processor's cache."""


class Moments(NamedTuple):
    """Of groups of pixels, one per place; in memory either axis may come first."""

    count: np.ndarray
    """(N, W) or, where all columns are alike, (N, 1) float64."""
    mean: np.ndarray
    """(N, W) finite, whatever the count; any type."""
    m2: np.ndarray | None
    """(N, W) float64, sum of squared deviations from the mean; None where groups are single pixels."""


def windows_along_rows(pixels: Moments, length: int, place: int, found: Moments | None = None) -> Moments:
    """Moments of the windows of ``length`` rows that begin at each of the first N - length + 1 rows.

    ``place``: the first row's place in the image, which may be negative; ``found``: where the result is put.
    """
    rows, width = len(pixels.mean) - length + 1, pixels.mean.shape[1]
    if found is None:
        order = "F" if _runs_in_memory(pixels.mean, 0) else "C"
        found = Moments(*(np.empty((rows, part), order=order) for part in (pixels.count.shape[1], width, width)))
    together = max(1, VALUES_AT_ONCE // (length * width))
    start = 0
    while start < rows:
        offset = (place + start) % length
        whole = 0 if offset else min(together, (rows - start) // length)
        stop = start + whole * length if whole else min(start + length - offset, rows)
        _fill(found, pixels, start, stop, length, offset, max(whole, 1))
        start = stop
    return found


def _fill(found: Moments, pixels: Moments, start: int, stop: int, length: int, offset: int, blocks: int) -> None:
    """Windows that begin in the rows from ``start``, the block's row ``offset``, to ``stop``."""
    begins = (stop - start) // blocks
    shape = blocks, length - offset, length
    pivot = _last_with_pixels(pixels, start, shape, backwards=True)
    ends = _running(pixels, start, shape, pivot, backwards=True)
    count, s1, s2 = (part[:, :begins] for part in ends)
    # a window that begins with its block is that block
    alone = 0 if offset else 1
    if begins > alone:
        start_of_next, shape = start + length - offset, (blocks, offset + begins - 1, length)
        # the last row of the first block lies in all windows that reach beyond it
        shared = _blocks(pixels.count, start_of_next - 1, (blocks, 1, length)) > 0
        other = pivot
        if not shared.all():
            other = np.where(shared, pivot, _last_with_pixels(pixels, start_of_next, shape, backwards=False))
        starts = _running(pixels, start_of_next, shape, other, backwards=False)
        shift = None
        if other is not pivot:
            # what lies before the window must not choose its pivot
            shift = np.where(count[:, alone:] > 0, other - pivot, 0.0)
            pivot = np.where(count > 0, pivot, other)
        parts = (part[:, alone:] for part in (count, s1, s2))
        _join(*parts, *(part[:, offset - 1 + alone:] for part in starts), shift)
    goal = (part[start:stop].reshape(blocks, begins, -1) for part in found)
    above = s1 / np.maximum(count, 1.0)
    np.copyto(next(goal), count)
    np.add(above, pivot, out=next(goal))
    above *= s1
    s2 -= above
    np.maximum(s2, 0.0, out=next(goal))


def _join(
    count: np.ndarray, s1: np.ndarray, s2: np.ndarray, more: np.ndarray, more_s1: np.ndarray, more_s2: np.ndarray,
    shift: np.ndarray | None,
) -> None:  # fmt: skip
    """Add further sums, about a pivot that lies by ``shift`` above that of the first ones if not at it, in place."""
    s1 += more_s1
    s2 += more_s2
    if shift is not None:
        moved = more * shift
        s1 += moved
        more_s1 *= 2.0
        more_s1 += moved
        more_s1 *= shift
        s2 += more_s1
    count += more


def _last_with_pixels(pixels: Moments, start: int, shape: tuple[int, int, int], backwards: bool) -> np.ndarray:
    """The mean (blocks, 1, W) of the last row of each block that has pixels, or of its first one; see `_running`."""
    number, mean = _blocks(pixels.count, start, shape), _blocks(pixels.mean, start, shape)
    if backwards:
        number, mean = number[:, ::-1], mean[:, ::-1]
    pivot = mean[:, :1]
    filled = number > 0
    if not filled.all():
        pivot = np.take_along_axis(mean, filled.argmax(axis=1)[:, None], axis=1)
    return pivot.astype(np.float64)


def _running(
    pixels: Moments, start: int, shape: tuple[int, int, int], pivot: np.ndarray, backwards: bool
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Running counts and sums about ``pivot`` over the first rows of some blocks, from above or from below.

    ``shape``: blocks, rows of each that count, and rows from one block to the next.  Results are
    (blocks, rows, W).
    """
    blocks, rows, _ = shape
    number, mean = _blocks(pixels.count, start, shape), _blocks(pixels.mean, start, shape)
    width = mean.shape[2]
    if _runs_in_memory(mean, 1):
        sums = np.empty((2, width, blocks, rows)).transpose(3, 0, 2, 1)
    else:
        # both sums of a row side by side, so that one addition takes them and all blocks
        sums = np.empty((rows, 2, blocks, width))
    s1, s2 = sums.transpose(1, 2, 0, 3)
    above = mean - pivot
    s1[...] = above
    # from s1 itself numpy would make a copy first: the two lie between each other
    np.multiply(above, above, out=s2)
    if pixels.m2 is not None or not (number == 1).all():
        s1 *= number
        s2 *= number
    if pixels.m2 is not None:
        s2 += _blocks(pixels.m2, start, shape)
    count = number.astype(np.float64)
    accumulate(count.transpose(1, 0, 2), backwards)
    accumulate(sums, backwards)
    return count, s1, s2


def accumulate(sums: np.ndarray, backwards: bool = False) -> None:
    """Running sums along the first axis, in place."""
    steps = sums[::-1] if backwards else sums
    if _runs_in_memory(sums, 0) or sums[0].size == 1:
        np.add.accumulate(steps, axis=0, out=steps)
    else:
        # faster than numpy's own in long rows
        for before, row in zip(steps, steps[1:]):
            np.add(row, before, out=row)


def _runs_in_memory(values: np.ndarray, axis: int) -> bool:
    """Whether neighbours along an axis are neighbours in memory."""
    return values.strides[axis] == values.itemsize


def _blocks(values: np.ndarray, start: int, shape: tuple[int, int, int]) -> np.ndarray:
    """Rows of (N, W) as (blocks, rows, W), without a copy; the last block need not be whole."""
    blocks, rows, length = shape
    down, across = values.strides
    part = values[start:start + (blocks - 1) * length + rows]
    return np.lib.stride_tricks.as_strided(
        part, (blocks, rows, values.shape[1]), (length * down, down, across), writeable=False
    )


MOST_PIXELS = 2**29
"""Of a window, for which 64 bits hold twice the sum of their squares."""


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
