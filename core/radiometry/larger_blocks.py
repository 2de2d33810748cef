"""Blocks that sums read for other blocks serve: those whose cells are unions of the cells that were read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ..raster.grid import Grid
from ..settings import CanvasExtent
from ..statistics.blocks import BlockGrid, cells_per_block
from ..statistics.sums import PairSums, Sums
from .block_statistics import distinct

NEAR = 1e-6
"""Of a cell's side: edges no farther apart are the same, as far as pixels can tell."""

TIMES = (1, 2, 3, 4, 5, 6, 8)
"""Sides of blocks that are offered, in sides of those that were read for."""

FEWEST_BLOCKS = 4
"""Of a block map, that it tells more than one gain does."""


class Union(NamedTuple):
    """A cell is so many of the cells that were read."""

    rows: int
    columns: int


class Offer(NamedTuple):
    """Blocks that can be chosen without another read: values for settings of the local step."""

    rows: int
    columns: int
    extent: CanvasExtent
    """In the canvas's system; reaches beyond the canvas where the blocks do not divide it evenly."""


def union_of(cells: BlockGrid, wanted: BlockGrid) -> Union | None:
    """How cells that are ``wanted`` are put together from those that were read; None where they cannot be."""
    rows, columns = wanted.cell_height / cells.cell_height, wanted.cell_width / cells.cell_width
    union = Union(round(rows), round(columns))
    west = abs(wanted.bounds[0] - cells.bounds[0]) / cells.cell_width
    north = abs(wanted.bounds[3] - cells.bounds[3]) / cells.cell_height
    # edges far from the corner count as well, and so do cells that the wanted ones would leave out
    off = max(abs(rows - union.rows) * wanted.rows, abs(columns - union.columns) * wanted.columns, west, north)
    covers = wanted.rows * union.rows >= cells.rows and wanted.columns * union.columns >= cells.columns
    return union if min(union) >= 1 and off < NEAR and covers else None


def united(sums: Sums, cells: BlockGrid, wanted: BlockGrid, union: Union) -> Sums:
    """The sums by the wanted cells, in the order in which a read would give them."""

    def place(cell: np.ndarray) -> np.ndarray:
        row, column = np.divmod(cell, cells.columns)
        return row // union.rows * wanted.columns + column // union.columns

    (image, cell), groups = distinct(sums.cells.image, place(sums.cells.cell))
    images = vars(sums.cells.merged(groups, len(cell)))
    (first, second, shared), groups = distinct(sums.pairs.first, sums.pairs.second, place(sums.pairs.cell))
    pairs = vars(sums.pairs.merged(groups, first, second))
    return Sums(
        sums.images, type(sums.cells)(**{**images, "image": image, "cell": cell}), PairSums(**{**pairs, "cell": shared})
    )


def offers(blocks: BlockGrid, factor: int, canvas: Grid) -> Iterator[Offer]:
    """Blocks that sums by ``factor`` x ``factor`` cells a block serve, the smallest first.

    Larger ones begin at the same corner and reach as far beyond the canvas as they must; of several with as many
    blocks the smallest.
    """
    west, _, _, north = blocks.bounds
    offered = set()
    for times in TIMES:
        rows, columns = -(-blocks.rows // times), -(-blocks.columns // times)
        east, south = west + columns * times * blocks.cell_width, north - rows * times * blocks.cell_height
        larger = BlockGrid((west, south, east, north), rows, columns)
        own = cells_per_block(larger, canvas)
        new = rows * columns >= FEWEST_BLOCKS and (rows, columns) not in offered
        if new and union_of(blocks.divided(factor), larger.divided(own)):
            offered.add((rows, columns))
            yield Offer(rows, columns, CanvasExtent(west, south, east, north))
