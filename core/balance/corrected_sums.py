"""Sums as they would be after a correction, without reading a pixel.

Within a cell the field of a block correction is nearly constant, so the cell's pixels are
moved along the secant of the correction over one standard deviation around their mean.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..raster.canvas import Grid
from ..statistics.sums import ImageSums, PairSums, Sums
from .corrections import Correction, corrected


def corrected_sums(sums: Sums, corrections: Sequence[Sequence[Correction]], cells: Grid) -> Sums:
    """The sums after each image's chain of corrections; ``cells`` is the grid of the cells."""
    images = sums.cells
    mean, slope = _moved(images.image, images.cell, images.mean, images.std, corrections, cells)
    low, _ = _moved(images.image, images.cell, _finite(images.low), np.zeros_like(mean), corrections, cells)
    high, _ = _moved(images.image, images.cell, _finite(images.high), np.zeros_like(mean), corrections, cells)
    empty = images.count == 0
    after = ImageSums(
        images.image,
        images.cell,
        images.count,
        mean,
        slope**2 * images.m2,
        np.where(empty, np.inf, np.minimum(low, high)),
        np.where(empty, -np.inf, np.maximum(low, high)),
    )
    pairs = sums.pairs
    one, slope_one = _moved(pairs.first, pairs.cell, pairs.mean_first, pairs.std_first, corrections, cells)
    two, slope_two = _moved(pairs.second, pairs.cell, pairs.mean_second, pairs.std_second, corrections, cells)
    moved = PairSums(
        pairs.first,
        pairs.second,
        pairs.cell,
        pairs.count,
        one,
        two,
        slope_one**2 * pairs.m2_first,
        slope_two**2 * pairs.m2_second,
        slope_one * slope_two * pairs.cross,
    )
    return Sums(sums.images, after, moved)


def _moved(
    image: np.ndarray,
    cell: np.ndarray,
    mean: np.ndarray,
    std: np.ndarray,
    corrections: Sequence[Sequence[Correction]],
    cells: Grid,
) -> tuple[np.ndarray, np.ndarray]:
    """Corrected means and the slope of the correction there, both (R, K)."""
    row, column = np.divmod(cell, cells.columns)
    x = cells.bounds[0] + (column + 0.5) * cells.cell_width
    y = cells.bounds[3] - (row + 0.5) * cells.cell_height
    step = np.where(std > 0, std, 1e-6 * np.maximum(np.abs(mean), 1e-300))
    moved, slope = np.empty_like(mean), np.empty_like(mean)
    order = np.argsort(image, kind="stable")
    starts = np.searchsorted(image[order], np.arange(len(corrections) + 1))
    for index, chain in enumerate(corrections):
        rows = order[starts[index]:starts[index + 1]]
        if not len(rows):
            continue
        at = x[rows][None], y[rows][None]
        values = [
            corrected(chain, (mean[rows] + shift * step[rows]).T[:, None], *at)[:, 0].T for shift in (0.0, -0.5, 0.5)
        ]
        moved[rows], slope[rows] = values[0], (values[2] - values[1]) / step[rows]
    return moved, slope


def _finite(values: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(values), values, 0.0)
