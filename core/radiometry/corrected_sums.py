"""Sums as they would be after a correction, without reading a pixel.

A correction differs within a cell, and so do the values there: a slope of light that the field takes out again, or
one that it brings in.  Means of the cells beside tell the slope of each image; where there are none, in an overlap
one cell wide, common light that is taken out does.  At four points of a cell, which stand
for all of it, the cell's mean at that point is corrected, and values around it are moved along the secant of the
correction over one standard deviation; with q over the points and c the correction,

    mean = mean_q c_q(m_q)      cov = mean_q(s_iq s_jq) (cov - cov_q(m_iq, m_jq)) + cov_q(c_iq(m_iq), c_jq(m_jq))

s weighted by m_iq m_jq: light is a factor, and what is brighter varies more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

import numpy as np

from ..progress import Progress, Silent
from ..statistics.blocks import BlockGrid
from ..statistics.sums import ImageSums, PairSums, Sums, stack
from .by_rows import Rows, alike, corrected_rows
from .corrections import Correction, GainOffset
from .light_field import LightField

ASIDE = 0.5 / np.sqrt(3.0)
"""Of a cell's width: four points so far from its middle have the mean and the deviation of a slope across it."""
POINTS = [(x, y) for y in (-ASIDE, ASIDE) for x in (-ASIDE, ASIDE)]
MOST_SLOPE = 0.95
"""Share of a cell's deviation that a slope may be."""
MOST_SPREAD = 2.0
AT_ONCE = 8000
"""Rows: what is worked out at their points takes ten times the memory of their sums."""


def corrected_sums(
    sums: Sums, corrections: Sequence[Sequence[Correction]], cells: BlockGrid, progress: Progress = Silent()
) -> Sums:
    """The sums after each image's chain of corrections; ``cells`` is the grid of the cells.  Raises `Cancelled`."""
    how = _How(sums, corrections, cells, progress)
    return Sums(sums.images, _cells_after(sums.cells, how), _pairs_after(sums, how, np.arange(len(sums.pairs.cell))))


def corrected_cells(
    sums: Sums, corrections: Sequence[Sequence[Correction]], cells: BlockGrid, progress: Progress = Silent()
) -> ImageSums:
    """Those of the images alone, of `corrected_sums`."""
    return _cells_after(sums.cells, _How(sums, corrections, cells, progress))


def corrected_pairs(
    sums: Sums,
    corrections: Sequence[Sequence[Correction]],
    cells: BlockGrid,
    rows: np.ndarray,
    progress: Progress = Silent(),
) -> PairSums:
    """Those of some ``rows`` (R,) int of the pairs alone, of `corrected_sums`."""
    return _pairs_after(sums, _How(sums, corrections, cells, progress), rows)


def _cells_after(images: ImageSums, how: _How) -> ImageSums:
    columns = images.image, images.cell, images.mean, images.std, how.of_images
    slopes, parts = how.slopes(*columns), []
    for rows in _together(np.arange(len(images.cell))):
        some, own = images.chosen(rows), how.points(*columns, slopes, rows)
        low, high = how.moved(some.image, some.cell, [_finite(some.low), _finite(some.high)])
        empty = some.count == 0
        parts.append(replace(
            some,
            mean=own.after.mean(axis=0),
            m2=_product(own, own, some.m2, some.count),
            low=np.where(empty, np.inf, np.minimum(low, high)),
            high=np.where(empty, -np.inf, np.maximum(low, high)),
        ))
    return stack(ImageSums, parts, images.count.shape[1], keys=2)


def _pairs_after(sums: Sums, how: _How, rows: np.ndarray) -> PairSums:
    images, pairs = sums.cells, sums.pairs
    layout = how.layout(pairs.first * sums.images + pairs.second, pairs.cell, pairs.count)
    layout.between(how.of_images, *(_rows_of(images, image, pairs.cell) for image in (pairs.first, pairs.second)))
    sides = [
        (pairs.first, pairs.cell, pairs.mean_first, pairs.std_first, layout),
        (pairs.second, pairs.cell, pairs.mean_second, pairs.std_second, layout),
    ]
    slopes, parts = [how.slopes(*side) for side in sides], []
    for own in _together(rows):
        some = pairs.chosen(own)
        first, second = (how.points(*side, slope, own) for side, slope in zip(sides, slopes))
        parts.append(replace(
            some,
            mean_first=first.after.mean(axis=0),
            mean_second=second.after.mean(axis=0),
            m2_first=_product(first, first, some.m2_first, some.count),
            m2_second=_product(second, second, some.m2_second, some.count),
            cross=_product(first, second, some.cross, some.count),
        ))
    return stack(PairSums, parts, sums.bands, keys=3)


def _together(rows: np.ndarray) -> Iterator[np.ndarray]:
    """Rows that are corrected at once."""
    for start in range(0, len(rows), AT_ONCE):
        yield rows[start:start + AT_ONCE]


def _rows_of(images: ImageSums, image: np.ndarray, cell: np.ndarray) -> np.ndarray:
    """The row of each image and cell, (R,); -1 where there is none."""
    width = 1 + int(max(images.cell.max(initial=0), cell.max(initial=0)))
    known = images.image.astype(np.int64) * width + images.cell
    wanted = image.astype(np.int64) * width + cell
    order = np.argsort(known, kind="stable")
    place = np.minimum(np.searchsorted(known, wanted, sorter=order), max(len(known) - 1, 0))
    rows = order[place] if len(known) else np.zeros(len(wanted), dtype=int)
    return np.where(known[rows] == wanted, rows, -1) if len(known) else rows - 1


class _Points(NamedTuple):
    """Rows of sums at the points of their cells, (Q, R, K) each."""

    before: np.ndarray
    after: np.ndarray
    """Means."""
    spread: np.ndarray
    """How strongly values vary around them, over what they do in the middle: light is a factor."""
    slope: np.ndarray
    """What values around them are multiplied by."""


def _product(one: _Points, two: _Points, product: np.ndarray, count: np.ndarray) -> np.ndarray:
    """Sums of products of deviations, (R, K), after the correction."""
    within = product - count * _covariance(one.before, two.before)
    if one is two:
        within = np.maximum(within, 0.0)
    factor = (one.slope * one.spread * two.slope * two.spread).mean(axis=0) / (one.spread * two.spread).mean(axis=0)
    return factor * within + count * _covariance(one.after, two.after)


def _covariance(one: np.ndarray, two: np.ndarray) -> np.ndarray:
    return ((one - one.mean(axis=0)) * (two - two.mean(axis=0))).mean(axis=0)


class _Layout(NamedTuple):
    """Where the pixels of rows of sums lie."""

    beside: list[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]]
    """Across and down: the rows before and after each, (R,), and whether there are any, (R,) bool."""
    centre: np.ndarray
    """(2, R) from the middles of the cells, in cells."""
    width: np.ndarray
    """(2, R) share of the cell."""

    def between(self, whole: _Layout, first: np.ndarray, second: np.ndarray) -> None:
        """Place rows of pairs that have none beside them where both images lie, whose rows of ``whole`` are given."""
        if not self.beside:
            return
        low, high = np.full(self.width.shape, -0.5), np.full(self.width.shape, 0.5)
        for rows in (first, second):
            centre, half = whole.centre[:, rows], 0.5 * whole.width[:, rows]
            low = np.where(rows < 0, low, np.maximum(low, centre - half))
            high = np.where(rows < 0, high, np.minimum(high, centre + half))
        known = high > low
        self.centre[known] = 0.5 * (low + high)[known]
        self.width[known] = (high - low)[known]

    def slopes(self, mean: np.ndarray, std: np.ndarray, unknown: Sequence[np.ndarray]) -> np.ndarray:
        """What the rows' means (R, K) grow by from cell to cell, across and down, (2, R, K).

        ``unknown``: those of rows with none beside them.
        """
        slopes = np.array(unknown)
        for axis, (before, after, is_before, is_after) in enumerate(self.beside):
            own = np.arange(len(mean))
            one, two = np.where(is_before, before, own), np.where(is_after, after, own)
            far = self.centre[axis][two] - self.centre[axis][one] + is_before + is_after
            np.divide(mean[two] - mean[one], far[:, None], out=slopes[axis], where=far[:, None] > 0)
        spread = np.sqrt(((slopes * self.width[:, :, None]) ** 2).sum(axis=0) / 12.0)
        return slopes * np.minimum(1.0, MOST_SLOPE * np.divide(std, spread, out=np.ones_like(std), where=spread > 0))


class _How:
    """The corrections of all images, and where cells lie."""

    def __init__(
        self, sums: Sums, corrections: Sequence[Sequence[Correction]], cells: BlockGrid, progress: Progress
    ):
        self._sums, self._corrections, self._cells, self._progress = sums, corrections, cells, progress
        # pixels of a cell that is full of them
        self._whole = float(sums.cells.count.max(initial=0.0))
        even = all(isinstance(correction, GainOffset) for chain in corrections for correction in chain)
        self._points = [(0.0, 0.0)] if even else POINTS
        self._steps = alike(corrections)

    @cached_property
    def of_images(self) -> _Layout:
        """The layout of the rows of the images."""
        images = self._sums.cells
        return self.layout(images.image, images.cell, images.count)

    def layout(self, key: np.ndarray, cell: np.ndarray, count: np.ndarray) -> _Layout:
        """Of rows that are of one image or pair where their keys are equal; not needed where corrections are even.

        A row at an edge lies on that side of its cell where there are more, as wide as its pixels tell.
        """
        columns, rows = self._cells.columns, len(cell)
        layout = _Layout([], np.zeros((2, rows)), np.ones((2, rows)))
        if len(self._points) == 1 or not rows:
            return layout
        pixels, column = count.max(axis=1), cell % columns
        place = key.astype(np.int64) * (columns * self._cells.rows) + cell
        order = np.argsort(place, kind="stable")

        def found(step: int, inside: np.ndarray | bool) -> tuple[np.ndarray, np.ndarray]:
            row = order[np.minimum(np.searchsorted(place, place + step, sorter=order), rows - 1)]
            return row, inside & (place[row] == place + step) & (key[row] == key) & (pixels[row] > 0)

        for step, first, last in ((1, column > 0, column < columns - 1), (columns, True, True)):
            (before, is_before), (after, is_after) = found(-step, first), found(step, last)
            layout.beside.append((before, after, is_before, is_after))
        between = [is_before & is_after for _, _, is_before, is_after in layout.beside]
        for axis, (before, after, is_before, is_after) in enumerate(layout.beside):
            full = np.where(between[1 - axis], self._whole, 0.0)
            full = np.maximum(full, np.maximum(pixels[before] * is_before, pixels[after] * is_after))
            share = np.divide(pixels, full, out=np.ones(rows), where=full > 0)
            layout.width[axis] = np.where(between[axis], 1.0, np.minimum(share, 1.0))
            layout.centre[axis] = 0.5 * (1.0 - layout.width[axis]) * (is_after.astype(float) - is_before)
        return layout

    def slopes(
        self, image: np.ndarray, cell: np.ndarray, mean: np.ndarray, std: np.ndarray, layout: _Layout
    ) -> np.ndarray:
        """What the means of rows of one image each grow by, (2, R, K), see `_Layout.slopes`."""
        return layout.slopes(mean, std, self._light(image, cell, mean, layout))

    def points(
        self,
        image: np.ndarray,
        cell: np.ndarray,
        mean: np.ndarray,
        std: np.ndarray,
        layout: _Layout,
        slopes: np.ndarray,
        chosen: np.ndarray,
    ) -> _Points:
        """Rows of one image each, ``chosen`` among all, at all points of where their pixels lie."""
        slopes = slopes[:, chosen]
        image, cell, mean, std = (column[chosen] for column in (image, cell, mean, std))
        step = np.where(std > 0, std, 1e-6 * np.maximum(np.abs(mean), 1e-300))
        width, centre = layout.width[:, chosen], layout.centre[:, chosen]
        found = _Points(*(np.empty((len(self._points), *mean.shape)) for _ in _Points._fields))
        for number, point in enumerate(self._points):
            away = np.reshape(point, (2, 1)) * width
            here = mean + (away[:, :, None] * slopes).sum(axis=0)
            columns = [here, here - 0.5 * step, here + 0.5 * step]
            moved, below, above = self.moved(image, cell, columns, centre + away)
            found.before[number], found.after[number], found.slope[number] = here, moved, (above - below) / step
            ratio = np.divide(here, mean, out=np.ones_like(mean), where=mean != 0)
            found.spread[number] = np.clip(ratio, 1 / MOST_SPREAD, MOST_SPREAD)
        return found

    def _light(self, image: np.ndarray, cell: np.ndarray, mean: np.ndarray, layout: _Layout) -> list[np.ndarray]:
        """The slopes across and down, (R, K) each, of common light alone, in rows that have none beside them."""
        slopes = [np.zeros_like(mean), np.zeros_like(mean)]
        fields = [[one for one in chain if isinstance(one, LightField)] for chain in self._corrections]
        if not any(fields):
            return slopes
        light = _How(self._sums, fields, self._cells, self._progress)
        for axis, (_, _, is_before, is_after) in enumerate(layout.beside):
            rows = np.flatnonzero(~(is_before | is_after))
            half = np.zeros((2, len(rows)))
            half[axis] = 0.5
            centre, even = layout.centre[:, rows], [np.ones_like(mean[rows])]
            before, after = (light.moved(image[rows], cell[rows], even, centre + far)[0] for far in (-half, half))
            slopes[axis][rows] = mean[rows] * np.log(before / after)
        return slopes

    def moved(
        self, image: np.ndarray, cell: np.ndarray, columns: Sequence[np.ndarray], away: np.ndarray | float = 0.0
    ) -> np.ndarray:
        """Values of columns (R, K) of rows of sums, corrected ``away`` (2, R) from the middles: (columns, R, K)."""
        cells = self._cells
        row, column = np.divmod(cell, cells.columns)
        across, down = np.broadcast_to(away, (2, len(cell)))
        x = cells.bounds[0] + (column + 0.5 + across) * cells.cell_width
        y = cells.bounds[3] - (row + 0.5 + down) * cells.cell_height
        return corrected_rows(self._corrections, self._steps, Rows(image, np.stack(columns), x, y), self._progress)


def _finite(values: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(values), values, 0.0)
