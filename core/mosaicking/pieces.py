"""Seams to the pixel: the chains between cells in pieces, each within a corridor of its own.

Corridors share no pixel, so pieces are solved at once, in any order, with one result, and no window of the output has
a say in it.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain, groupby
from typing import NamedTuple

import numpy as np
from scipy import ndimage

from ..execution import Signal, run_tasks
from ..raster.window import Window
from ..run import Run
from .cost import REACH, difference, seam_cost, smooth
from .members import bounding
from .partition import NO_IMAGE, Partition
from .paths import Chain, chains, neighbours, refine
from .seams import Areas, CellCosts, PairCost, cropped
from .settings import SeamSettings

LONGEST_PIECE = 1024
"""Pixels along a piece, at most."""

BAND = 5
"""Cells to each side of a chain that its corridor reaches."""

BYTES_PER_PIXEL = 100
"""Of a piece's window while it is solved."""

CACHED = 0.25
"""Of the memory for pixels: what is read of images before blocks that GDAL keeps are given back."""

ROWS_AT_ONCE = 256
"""That are read of a piece."""


class Piece(NamedTuple):
    """A part of a chain and what it may move in."""

    pair: tuple[int, int]
    cells: Window
    corridor: np.ndarray
    """(height, width) bool of the cells."""
    sigma: np.ndarray


def refine_pixels(
    partition: Partition, costs: CellCosts, margin: float, avoid: Areas | None, settings: SeamSettings, run: Run
) -> None:
    """Move the seams of a partition, which follow cells, to the pixels where they are least visible.

    Raises `Cancelled` or `DamagedRasterError`.
    """
    pieces = sorted(_pieces(partition, costs), key=lambda piece: piece.pair)
    if not pieces:
        return
    # those of one image after the other on one thread, which then has its blocks
    groups = [list(group) for _, group in groupby(pieces, key=lambda piece: piece.pair[0])]
    reduction = partition.survey.reduction
    sizes = [BYTES_PER_PIXEL * reduction**2 * max(piece.cells.pixels for piece in group) for group in groups]
    work = float(sum(piece.cells.pixels for piece in pieces))
    run = run.holding(partition.size)
    members, workers = partition.layout.members, min(run.threads, len(groups))
    most = CACHED * run.memory(workers)
    with run.pool(workers) as pool:

        def solve(group: list[Piece], signal: Signal) -> list[tuple[Window, np.ndarray, np.ndarray] | None]:
            found, held = [], {}
            for piece in group:
                signal.stop_if_asked()
                found.append(_solve(partition, piece, margin, avoid, settings))
                for index in piece.pair:
                    image = members[index].source.image
                    size = piece.cells.pixels * reduction**2 * len(image.bands) * image.dtype.itemsize
                    held[index] = held.get(index, 0.0) + size
                if sum(held.values()) > most or piece is group[-1]:
                    for index in held:
                        members[index].source.release_cache()
                    held.clear()
                signal.add(piece.cells.pixels)
            return found

        solved = chain.from_iterable(run_tasks(solve, groups, pool, run.progress, work, sizes, run.memory()))
        for piece, found in zip(pieces, list(solved)):
            if found is not None:
                partition.patch(found[0], found[1], piece.pair, found[2])


class _Edges(NamedTuple):
    """All edges of seams between cells: their middles, in halves of cells, and the pieces they belong to."""

    rows: np.ndarray
    columns: np.ndarray
    pieces: np.ndarray


def _pieces(partition: Partition, costs: CellCosts) -> Iterator[Piece]:
    cells, longest = partition.cells, max(LONGEST_PIECE // partition.survey.reduction, 4)
    width = cells.shape[1] + 1
    parts: list[tuple[tuple[int, int], np.ndarray]] = []
    for pair, edges in _edges_by_pair(cells):
        for each in chains(edges):
            parts += [(pair, part) for part in _cut(each, costs.of(*pair), width, longest)]
    rows, columns = zip(*(np.divmod(part, width) for _, part in parts)) if parts else ((), ())
    middles = [(row[1:] + row[:-1], column[1:] + column[:-1]) for row, column in zip(rows, columns)]
    owners = np.repeat(np.arange(len(parts)), [len(row) for row, _ in middles])
    if not len(owners):
        return
    edges = _Edges(*(np.concatenate(each) for each in zip(*middles)), owners)
    order = np.argsort(edges.rows, kind="stable")
    edges = _Edges(*(each[order] for each in edges))
    starts = edges.rows.tolist()
    for number, (pair, (row, column)) in enumerate(zip((pair for pair, _ in parts), middles)):
        corners = ((column.min(), row.min()), (column.max(), row.max()))
        box = bounding([Window(int(x) // 2, int(y) // 2, 1, 1) for x, y in corners]).padded(*[BAND + 1] * 4)
        corridor = _corridor(edges, starts, number, box)
        inner = box.intersection(partition.survey.cells)
        yield Piece(pair, inner, corridor[inner.relative_to(box).slices], costs.of(*pair).sigma)


def _edges_by_pair(cells: np.ndarray) -> Iterator[tuple[tuple[int, int], tuple[np.ndarray, np.ndarray]]]:
    """The edges between the labels of each pair, pairs in order."""
    width, number = cells.shape[1] + 1, int(cells.max(initial=0)) + 1
    keys, first, second = [], [], []
    for (one, other), downwards in zip(neighbours(cells), (True, False)):
        row, column = np.nonzero((one != other) & (one != NO_IMAGE) & (other != NO_IMAGE))
        low, high = np.minimum(one[row, column], other[row, column]), np.maximum(one[row, column], other[row, column])
        keys.append(low.astype(np.int64) * number + high)
        start = row * width + column + 1 if downwards else (row + 1) * width + column
        first.append(start)
        second.append(start + (width if downwards else 1))
    key, one, other = (np.concatenate(each) for each in (keys, first, second))
    order = np.argsort(key, kind="stable")
    found, begins = np.unique(key[order], return_index=True)
    for pair, begin, end in zip(found.tolist(), begins, [*begins[1:], len(order)]):
        yield divmod(pair, number), (one[order[begin:end]], other[order[begin:end]])


def _cut(chain: Chain, cost: PairCost, width: int, longest: int) -> list[np.ndarray]:
    """The corners of a chain in pieces, which begin where it is cheapest; a loop is two pieces at least."""
    length = len(chain.corners) - 1
    number = max(math.ceil(length / longest), 2 if chain.closed else 1)
    around = [Window(int(x) - 1, int(y) - 1, 2, 2) for y, x in zip(*np.divmod(chain.corners, width))]
    prices = np.array([cropped(cost.cost, cost.window, each, np.inf).sum() for each in around if number > 1])
    ends, slack = [0], length // (4 * number)
    for cut in range(1, number):
        place = round(cut * length / number)
        low, high = max(place - slack, ends[-1] + 1), min(place + slack, length - 1) + 1
        ends.append(low + int(prices[low:high].argmin()) if low < high else place)
    ends.append(length)
    return [chain.corners[start:end + 1] for start, end in zip(ends[:-1], ends[1:]) if end > start]


def _corridor(edges: _Edges, starts: list[int], number: int, box: Window) -> np.ndarray:
    """Which cells of a box are nearer to a piece than to any other, and near enough; ties go to the first piece."""
    reach = BAND + 1
    top, bottom = 2 * (box.row - reach), 2 * (box.bottom + reach)
    left, right = 2 * (box.column - reach), 2 * (box.right + reach)
    near = slice(bisect_left(starts, top), bisect_left(starts, bottom + 1))
    rows, columns, pieces = (each[near] for each in edges)
    inside = (columns >= left) & (columns <= right)
    rows, columns, pieces = rows[inside] - top, columns[inside] - left, pieces[inside]
    shape = bottom - top + 1, right - left + 1
    distances = []
    for chosen in (pieces == number, pieces < number, pieces > number):
        free = np.ones(shape, bool)
        free[rows[chosen], columns[chosen]] = False
        far = np.full(shape, np.inf) if free.all() else ndimage.distance_transform_edt(free)
        distances.append(far[2 * reach + 1:-2 * reach:2, 2 * reach + 1:-2 * reach:2])
    own, lower, higher = distances
    return (own <= 2 * BAND) & (own < lower) & (own <= higher)


def _solve(
    partition: Partition, piece: Piece, margin: float, avoid: Areas | None, settings: SeamSettings
) -> tuple[Window, np.ndarray, np.ndarray] | None:
    """The window of a piece, which of its pixels change their label, and which of them to the second one."""
    reduction, grid = partition.survey.reduction, partition.layout.grid
    cells = Window(*(reduction * number for number in piece.cells))
    window = cells.padded(1, 1, 1, 1)
    corridor = cropped(piece.corridor.repeat(reduction, 0).repeat(reduction, 1), cells, window, False)
    labels = partition.labels(window)
    first, second = piece.pair
    both = np.ones(window.shape, bool)
    for index in piece.pair:
        member = partition.survey.members[index]
        part = window.intersection(member.window)
        if part.is_empty:
            return None
        both &= cropped(member.data_in(part), part, window, False)
    region = corridor & both & ((labels == first) | (labels == second))
    inner = window.intersection(grid.window)
    if partition.claims is not None:
        region &= cropped(partition.claims(inner) == NO_IMAGE, inner, window, False)
    if not (region & (labels == first)).any() or not (region & (labels == second)).any():
        return None
    apart = smooth(_differences(partition, piece, window, both, region), both)
    edge = np.minimum(*(partition.edge_distance(index, window) for index in piece.pair))
    avoided = None if avoid is None else avoid.inside(grid, window)
    cost = seam_cost(apart, region, edge, margin, avoided)
    found = refine(labels, region, cost, labels == NO_IMAGE, piece.pair, settings.min_region)
    changed = found != labels
    return (window, changed, changed & (found == second)) if changed.any() else None


def _differences(
    partition: Partition, piece: Piece, window: Window, both: np.ndarray, region: np.ndarray
) -> np.ndarray:
    """What both members differ by, where the region's costs need it."""
    found = np.zeros(window.shape, np.float32)
    one, other = (partition.layout.members[index] for index in piece.pair)
    rows = np.flatnonzero(region.any(axis=1))
    low, high = max(int(rows[0]) - REACH, 0), min(int(rows[-1]) + REACH + 1, window.height)
    for top in range(low, high, ROWS_AT_ONCE):
        strip = slice(top, min(top + ROWS_AT_ONCE, high))
        columns = np.flatnonzero(region[max(top - REACH, 0):strip.stop + REACH].any(axis=0))
        if not len(columns):
            continue
        left, right = max(int(columns[0]) - REACH, 0), min(int(columns[-1]) + REACH + 1, window.width)
        part = Window(left, top, right - left, strip.stop - top).shifted(*window.corner)
        part = part.intersection(one.window).intersection(other.window)
        if part.is_empty:
            continue
        values = [member.read(part).values for member in (one, other)]
        place = part.relative_to(window).slices
        found[place] = np.where(both[place], difference(*values, piece.sigma), np.float32(0))
    return found
