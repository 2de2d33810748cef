"""Least visible seams between cells: pair by pair over the whole overlap, then where three images meet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, Protocol

import numpy as np

from ..progress import cancellable
from ..raster.grid import Grid
from ..raster.window import Window
from ..run import Run
from .cost import difference, seam_cost, spread
from .members import bounding
from .partition import NO_IMAGE, Partition
from .paths import Graph, chains, neighbours, refine, relabel, seam_edges
from .settings import SeamSettings

PASSES = 2
"""Over all pairs: a seam depends on those that meet it."""

AROUND_JUNCTION = 32
"""Cells to each side within which the place where three images meet may move."""

DETAIL = 0.5
"""Of the fine detail of the smoother image: how much it counts beside the difference of means."""

PAIRS_KEPT = 32
"""Whose costs are kept until they are needed again."""


class Areas(Protocol):
    """Polygons in the mosaic's coordinate system."""

    def inside(self, grid: Grid, window: Window) -> np.ndarray:
        """Which pixels of a window of a grid lie in any of them, (height, width) bool."""


class PairCost(NamedTuple):
    """How visible a seam between two members is, by cells."""

    window: Window
    """Cells that both rasters meet."""
    both: np.ndarray
    """Where both have data in most of the pixels."""
    cost: np.ndarray
    sigma: np.ndarray
    """(K,) standard deviations of the bands."""

    def over(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Where both have data, and costs, in a window that may reach beyond the pair's."""
        return cropped(self.both, self.window, window, False), cropped(self.cost, self.window, window, np.inf)


class CellCosts:
    """The costs of all pairs."""

    def __init__(self, partition: Partition, margin: float, avoid: Areas | None, locked: np.ndarray | None = None):
        """``margin``: pixels from an image's edge that are the more expensive; ``locked``: cells that stay."""
        self._partition = partition
        self._survey = partition.survey
        self._margin = margin
        self._avoid = avoid
        self._locked = locked
        self._grid = self._survey.cell_grid
        self.of = lru_cache(PAIRS_KEPT)(self._of)
        """Of two members, by their indices."""

    def _of(self, first: int, second: int) -> PairCost:
        members = self._survey.members[first], self._survey.members[second]
        window = members[0].cells.intersection(members[1].cells)
        if window.is_empty:
            nothing = np.zeros((0, 0))
            return PairCost(Window(0, 0, 0, 0), nothing > 0, nothing, np.ones(1))
        places = [window.relative_to(member.cells).slices for member in members]
        full = self._survey.reduction**2
        both = np.logical_and(*(2 * member.counts[place] >= full for member, place in zip(members, places)))
        one, other = (member.means[(slice(None), *place)] for member, place in zip(members, places))
        distances = [self._partition.distances[index] for index in (first, second)]
        edge = np.minimum(*(distance[place] for distance, place in zip(distances, places)))
        avoided = None if self._avoid is None else self._avoid.inside(self._grid, window)
        bands = len(one) // 2
        sigma = spread(one[:bands], other[:bands], both)
        # where both have much detail, and it does not lie exactly alike, pixels differ though means do not
        detail = np.minimum(*(difference(each[bands:], 0 * each[bands:], sigma) for each in (one, other)))
        apart = difference(one[:bands], other[:bands], sigma) + np.float32(DETAIL) * detail
        apart = np.where(both, apart, np.float32(0))
        self._survey.pages.let_go()
        if self._locked is not None:
            both &= ~self._locked[window.slices]
        return PairCost(window, both, seam_cost(apart, both, edge, self._margin, avoided), sigma)


def cropped(values: np.ndarray, place: Window, window: Window, fill: object) -> np.ndarray:
    """Values that lie at ``place``, in another window that may reach beyond it."""
    found = np.full(window.shape, fill, values.dtype)
    common = place.intersection(window)
    if not common.is_empty:
        found[common.relative_to(window).slices] = values[common.relative_to(place).slices]
    return found


def place_seams(partition: Partition, costs: CellCosts, settings: SeamSettings, run: Run) -> None:
    """Move the seams between cells of a partition to where they are least visible; raises `Cancelled`."""
    seams = _Seams(partition, costs, settings)
    for number in range(PASSES):
        step = run.stage(number / PASSES, (number + 1) / PASSES)
        pairs = adjacent_pairs(partition.cells)
        for done, pair in enumerate(cancellable(pairs, step.progress)):
            seams.move(pair)
            step.progress.advance((done + 1) / len(pairs))
        if number == 0:
            for junction in cancellable(junctions(partition.cells), step.progress):
                seams.move_junction(*junction)
    partition.by_seams = True


def adjacent_pairs(labels: np.ndarray) -> list[tuple[int, int]]:
    """Labels that are neighbours, the lower one first, sorted."""
    found = []
    for one, other in neighbours(labels):
        marked = (one != other) & (one != NO_IMAGE) & (other != NO_IMAGE)
        found.append(np.stack([np.minimum(one[marked], other[marked]), np.maximum(one[marked], other[marked])], 1))
    return [(int(one), int(other)) for one, other in np.unique(np.concatenate(found), axis=0)]


def junctions(labels: np.ndarray) -> list[tuple[int, int, tuple[int, ...]]]:
    """Corners, as rows and columns, where three labels meet, with these; sorted by place."""
    around = labels[:-1, :-1], labels[:-1, 1:], labels[1:, :-1], labels[1:, 1:]
    rows, columns = np.nonzero((around[0] != around[1]) | (around[2] != around[3]))
    corners = np.sort(np.stack([each[rows, columns] for each in around]), axis=0)
    three = ((np.diff(corners, axis=0) != 0).sum(axis=0) == 2) & (corners[0] != NO_IMAGE)
    return [
        (int(row) + 1, int(column) + 1, tuple(np.unique(meeting).tolist()))
        for row, column, meeting in zip(rows[three], columns[three], corners[:, three].T)
    ]


class _Seams:
    """The cells of a partition while seams move."""

    def __init__(self, partition: Partition, costs: CellCosts, settings: SeamSettings):
        self._partition = partition
        self._cells = partition.cells
        self._whole = partition.survey.cells
        self._costs = costs
        self._smallest = settings.min_region / partition.survey.reduction**2
        self._changes: list[Window] = []
        self._solved: dict[tuple[int, int], int] = {}

    def move(self, pair: tuple[int, int]) -> None:
        """Put the seam of a pair on its cheapest path, unless nothing near has changed since that was done."""
        cost = self._costs.of(*pair)
        window = cost.window.padded(1, 1, 1, 1)
        done = self._solved.get(pair)
        if cost.window.is_empty or (done is not None and not self._changed(window, done)):
            return
        labels = cropped(self._cells, self._whole, window, NO_IMAGE)
        both, costs = cost.over(window)
        region = both & ((labels == pair[0]) | (labels == pair[1]))
        found = refine(labels, region, costs, labels == NO_IMAGE, pair, self._smallest, self._depth(pair, window))
        self._keep(window, labels, found)
        self._solved[pair] = len(self._changes)

    def _depth(self, pair: tuple[int, int], window: Window) -> np.ndarray:
        """How far the edge of the smaller of two members is, which may lie inside the other."""
        members = self._partition.survey.members
        inner = min(pair, key=lambda index: (members[index].cells.pixels, index))
        return cropped(self._partition.distances[inner], members[inner].cells, window, 0.0)

    def move_junction(self, row: int, column: int, three: Sequence[int]) -> None:
        """Put the corner where three seams meet where the three are cheapest together."""
        window = Window(column, row, 0, 0).padded(*[AROUND_JUNCTION] * 4)
        labels = cropped(self._cells, self._whole, window, NO_IMAGE)
        pairs = [(three[0], three[1]), (three[0], three[2]), (three[1], three[2])]
        seen = [self._costs.of(*pair).over(window) for pair in pairs]
        region = np.isin(labels, three) & seen[0][0] & seen[1][0] & seen[2][0]
        region[[0, -1]] = region[:, [0, -1]] = False
        corner = AROUND_JUNCTION * (window.width + 1) + AROUND_JUNCTION
        graphs, ends = [], []
        for pair, (_, costs) in zip(pairs, seen):
            edges = seam_edges(labels, region & ((labels == pair[0]) | (labels == pair[1])))
            found = [chain for chain in chains(edges) if corner in (chain.corners[0], chain.corners[-1])]
            if len(found) != 1 or found[0].closed:
                return
            first, last = int(found[0].corners[0]), int(found[0].corners[-1])
            ends.append(first if last == corner else last)
            graphs.append(Graph(np.where(region, costs, 0.0), region, np.zeros(region.shape, bool)))
        total = np.sum([graph.spread(end) for graph, end in zip(graphs, ends)], axis=0)
        best = int(total.argmin())
        paths = [graph.path(end, best) for graph, end in zip(graphs, ends)] if np.isfinite(total[best]) else []
        if paths and all(path is not None for path in paths):
            together = np.concatenate([part for path in paths for part in (path, [-1])])
            self._keep(window, labels, relabel(labels, region, together, three))

    def _keep(self, window: Window, before: np.ndarray, after: np.ndarray) -> None:
        rows, columns = np.nonzero(before != after)
        if not len(rows):
            return
        inner = window.intersection(self._whole)
        self._cells[inner.slices] = after[inner.relative_to(window).slices]
        corners = ((columns.min(), rows[0]), (columns.max(), rows[-1]))
        self._changes.append(bounding([Window(int(x), int(y), 1, 1) for x, y in corners]).shifted(*window.corner))

    def _changed(self, window: Window, since: int) -> bool:
        return any(not change.intersection(window).is_empty for change in self._changes[since:])
