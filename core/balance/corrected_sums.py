"""Sums as they would be after a correction, without reading a pixel.

Within a cell the field of a block correction is nearly constant, so the cell's pixels are
moved along the secant of the correction over one standard deviation around their mean.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..progress import Progress, Silent, heard
from ..raster.canvas import Grid
from ..statistics.sums import ImageSums, PairSums, Sums
from .corrections import Correction, corrected


def corrected_sums(
    sums: Sums, corrections: Sequence[Sequence[Correction]], cells: Grid, progress: Progress = Silent()
) -> Sums:
    """The sums after each image's chain of corrections; ``cells`` is the grid of the cells.  Raises `Cancelled`."""
    images, pairs, how = sums.cells, sums.pairs, (corrections, cells, progress)
    beside, step = _secant(images.mean, images.std)
    ends = _finite(images.low), _finite(images.high)
    mean, below, above, low, high = _moved(images.image, images.cell, [images.mean, *beside, *ends], *how)
    empty = images.count == 0
    after = ImageSums(
        images.image,
        images.cell,
        images.count,
        mean,
        ((above - below) / step) ** 2 * images.m2,
        np.where(empty, np.inf, np.minimum(low, high)),
        np.where(empty, -np.inf, np.maximum(low, high)),
    )
    moved = []
    for image, mean, std in (
        (pairs.first, pairs.mean_first, pairs.std_first), (pairs.second, pairs.mean_second, pairs.std_second)
    ):  # fmt: skip
        beside, step = _secant(mean, std)
        one, below, above = _moved(image, pairs.cell, [mean, *beside], *how)
        moved.append((one, (above - below) / step))
    (first, slope_first), (second, slope_second) = moved
    changed = PairSums(
        pairs.first,
        pairs.second,
        pairs.cell,
        pairs.count,
        first,
        second,
        slope_first**2 * pairs.m2_first,
        slope_second**2 * pairs.m2_second,
        slope_first * slope_second * pairs.cross,
    )
    return Sums(sums.images, after, changed)


def _secant(mean: np.ndarray, std: np.ndarray) -> tuple[tuple[np.ndarray, np.ndarray], np.ndarray]:
    """Values below and above the mean, and how far they lie apart."""
    step = np.where(std > 0, std, 1e-6 * np.maximum(np.abs(mean), 1e-300))
    return (mean - 0.5 * step, mean + 0.5 * step), step


def _moved(
    image: np.ndarray,
    cell: np.ndarray,
    columns: Sequence[np.ndarray],
    corrections: Sequence[Sequence[Correction]],
    cells: Grid,
    progress: Progress,
) -> np.ndarray:
    """Values of some columns (R, K) of rows of sums, corrected: (columns, R, K)."""
    row, column = np.divmod(cell, cells.columns)
    x = cells.bounds[0] + (column + 0.5) * cells.cell_width
    y = cells.bounds[3] - (row + 0.5) * cells.cell_height
    values = np.stack(columns)
    order = np.argsort(image, kind="stable")
    starts = np.searchsorted(image[order], np.arange(len(corrections) + 1))
    for index, chain in enumerate(heard(corrections, progress)):
        rows = order[starts[index]:starts[index + 1]]
        if len(rows):
            at = (np.broadcast_to(place[rows], (len(columns), len(rows))) for place in (x, y))
            values[:, rows] = corrected(chain, values[:, rows].transpose(2, 0, 1), *at).transpose(1, 2, 0)
    return values


def _finite(values: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(values), values, 0.0)
