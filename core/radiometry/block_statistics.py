"""Cell sums gathered into blocks: what the local step is solved from."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..raster.grid import Grid
from ..statistics.blocks import BlockGrid
from ..statistics.sums import PairSums, Sums

FEWEST_PIXELS = 30
"""Common pixels that a block of a pair needs to say something."""


class Box(NamedTuple):
    """The blocks an image touches: a rectangle in the block grid."""

    row: int
    column: int
    rows: int
    columns: int

    def blocks(self, grid: BlockGrid) -> np.ndarray:
        """Their numbers in the grid, row-major: (rows, columns) int."""
        # of far groups there are too many for the 32 bits that numpy 1 takes on Windows
        rows = np.arange(self.row, self.row + self.rows, dtype=np.int64)
        return rows[:, None] * grid.columns + np.arange(self.column, self.column + self.columns, dtype=np.int64)

    @property
    def slices(self) -> tuple[slice, slice]:
        """Where the box lies in a map of the whole grid."""
        return slice(self.row, self.row + self.rows), slice(self.column, self.column + self.columns)

    def bounds(self, grid: BlockGrid) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        west, north = grid.bounds[0] + self.column * grid.cell_width, grid.bounds[3] - self.row * grid.cell_height
        return west, north - self.rows * grid.cell_height, west + self.columns * grid.cell_width, north


@dataclass(frozen=True)
class BlockStatistics:
    """Means of images and pairs by block, N images, K bands."""

    grid: BlockGrid
    boxes: tuple[Box, ...]
    """(N,) the blocks of each image with enough valid pixels."""
    local: tuple[np.ndarray, ...]
    """(N,) block means of each image, (K, box rows, box columns), NaN for blocks with too few pixels."""
    count: tuple[np.ndarray, ...]
    """(N,) valid pixels of those blocks, like `local`, 0 where a mean does not count."""
    pairs: PairSums
    """One row per pair and block; `cell` is the block, row-major in the grid."""
    block_pixels: float
    """Pixels of a whole block."""


def block_statistics(sums: Sums, grid: BlockGrid, factor: int, canvas: Grid, threshold: float) -> BlockStatistics:
    """Blocks of ``factor`` x ``factor`` cells; ``threshold`` is the share of valid pixels a mean needs."""
    pixels = math.prod(grid.sides(canvas))
    blocks = block_of(sums.cells.cell, grid, factor)
    (image, block), groups = distinct(sums.cells.image, blocks)
    merged = sums.cells.merged(groups, len(block))
    enough = (merged.count > 0) & (merged.count >= threshold * pixels)
    mean = np.where(enough, merged.mean, np.nan)
    count = np.where(enough, merged.count, 0.0)
    boxes, local, counts = [], [], []
    starts = np.searchsorted(image, np.arange(sums.images + 1))
    for first, end in zip(starts, starts[1:]):
        rows = first + np.flatnonzero(enough[first:end].any(axis=1))
        box = _box_of(block[rows], grid)
        boxes.append(box)
        local.append(_in_box(box, block[rows], mean[rows], grid, np.nan))
        counts.append(_in_box(box, block[rows], count[rows], grid, 0.0))
    pairs = _pairs_by_block(sums, grid, factor)
    return BlockStatistics(grid, tuple(boxes), tuple(local), tuple(counts), pairs, pixels)


def block_of(cell: np.ndarray, grid: BlockGrid, factor: int) -> np.ndarray:
    """The block of each cell, both row-major."""
    row, column = np.divmod(cell, grid.columns * factor)
    return (row // factor) * grid.columns + column // factor


def _pairs_by_block(sums: Sums, grid: BlockGrid, factor: int) -> PairSums:
    pairs = sums.pairs
    block = block_of(pairs.cell, grid, factor)
    (first, second, block), groups = distinct(pairs.first, pairs.second, block)
    return PairSums(**{**vars(pairs.merged(groups, first, second)), "cell": block})


def distinct(*keys: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The different columns of keys (R,), in their order, and which of them each row is.

    Not one number of all keys: over the ground between far groups there are too many blocks.
    """
    table = np.stack(keys)
    order = np.lexsort(table[::-1])
    table = table[:, order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (table[:, 1:] != table[:, :-1]).any(axis=0)
    groups = np.empty(len(order), dtype=np.intp)
    groups[order] = np.cumsum(new) - 1
    return table[:, new], groups


def _box_of(block: np.ndarray, grid: BlockGrid) -> Box:
    if not len(block):
        return Box(0, 0, 1, 1)
    row, column = np.divmod(block, grid.columns)
    return Box(int(row.min()), int(column.min()), int(np.ptp(row)) + 1, int(np.ptp(column)) + 1)


def _in_box(box: Box, block: np.ndarray, values: np.ndarray, grid: BlockGrid, empty: float) -> np.ndarray:
    """(R, K) values of blocks as (K, box rows, box columns)."""
    full = np.full((values.shape[1], box.rows, box.columns), empty)
    row, column = np.divmod(block, grid.columns)
    full[:, row - box.row, column - box.column] = values.T
    return full
