"""Seams on one grid of pixels: the chains that they are, cheaper paths for them, and the labels on their sides.

A seam runs along edges between pixels, from corner to corner.  The edge between two pixels of a region costs the mean
of their costs; on the outline of what any image has a path runs for free.  Arrays have at least one pixel around the
region on every side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from scipy import ndimage, sparse
from scipy.sparse import csgraph

FREE = 1e-6
"""Cost of an edge of the outline; scipy takes 0 for no edge."""

NO_CORNER = -9999
"""What scipy writes where no corner comes before."""

CLEAR = 0.9
"""Of the fixed pixels that a part touches: of one label, so it belongs to that."""

Edges = tuple[np.ndarray, np.ndarray]
"""The corners that edges lead from and to, as indices of the (height + 1, width + 1) corners."""


class Chain(NamedTuple):
    """A seam between two labels that nothing crosses: its corners from end to end; of a closed one the first again."""

    corners: np.ndarray

    @property
    def closed(self) -> bool:
        """Whether it is a loop."""
        return bool(self.corners[0] == self.corners[-1])


def neighbours(values: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """The values on both sides of edges: first of those that run down, then of those that run across."""
    yield values[:, :-1], values[:, 1:]
    yield values[:-1], values[1:]


def edges_where(down: np.ndarray, across: np.ndarray) -> Edges:
    """The edges that are marked among those of `neighbours`."""
    width = down.shape[1] + 2
    row, column = np.nonzero(down)
    first = row * width + column + 1
    row, column = np.nonzero(across)
    other = (row + 1) * width + column
    return np.concatenate([first, other]), np.concatenate([first + width, other + 1])


class Graph:
    """The ways that a seam may take through a region of pixels."""

    def __init__(self, cost: np.ndarray, region: np.ndarray, outside: np.ndarray):
        """``outside``: pixels that no image has."""
        inner = [one & other for one, other in neighbours(region)]
        free = [(r & p) | (o & q) for (r, o), (q, p) in zip(neighbours(region), neighbours(outside))]
        costs = [0.5 * (one + other)[marked] for (one, other), marked in zip(neighbours(cost), inner)]
        inner_edges, free_edges = edges_where(*inner), edges_where(*free)
        # scipy keeps much of every node: only corners with ways count
        first = np.concatenate([inner_edges[0], free_edges[0]])
        second = np.concatenate([inner_edges[1], free_edges[1]])
        used = np.zeros((region.shape[0] + 1) * (region.shape[1] + 1), bool)
        used[first] = used[second] = True
        self._corners = np.flatnonzero(used)
        self._nodes = np.cumsum(used, dtype=np.int32) - 1
        self._used = used
        self._first, self._second = self._nodes[first], self._nodes[second]
        self._costs = np.concatenate([*costs, np.full(len(free_edges[0]), FREE)])

    def distances(self, corner: int) -> tuple[np.ndarray, np.ndarray] | None:
        """The least cost from a corner to each corner with ways, and the node before each; None for one without."""
        if not self._used[corner]:
            return None
        return _dijkstra(self._first, self._second, self._costs, len(self._corners), self._nodes[corner])

    def spread(self, corner: int) -> np.ndarray:
        """The least cost from a corner to each of all."""
        found = self.distances(corner)
        costs = np.full(len(self._used), np.inf)
        if found is not None:
            costs[self._corners] = found[0]
        return costs

    def path(self, start: int, end: int) -> np.ndarray | None:
        """The corners of the cheapest way; None where there is none."""
        found = self.distances(start)
        if found is None or not self._used[end]:
            return None
        path = _trace(found[1], self._nodes[end])
        return None if path is None else self._corners[path]

    def loop(self, start: int, ray: Edges) -> np.ndarray | None:
        """The corners of the cheapest loop through a corner that crosses a ``ray`` of edges an odd number of times."""
        if not self._used[start]:
            return None
        number, node = len(self._corners), self._nodes[start]
        crosses = np.isin(
            self._keys(self._corners[self._first], self._corners[self._second]), self._keys(*ray)
        )
        # a second sheet of corners, which is reached by crossing the ray
        first = np.concatenate([self._first, self._first + number])
        here, there = self._second, self._second + number
        second = np.concatenate([np.where(crosses, there, here), np.where(crosses, here, there)])
        path = _trace(_dijkstra(first, second, np.tile(self._costs, 2), 2 * number, node)[1], node + number)
        return None if path is None else self._corners[path % number]

    def _keys(self, first: np.ndarray, second: np.ndarray) -> np.ndarray:
        return np.minimum(first, second) * len(self._used) + np.maximum(first, second)


def _dijkstra(
    first: np.ndarray, second: np.ndarray, costs: np.ndarray, number: int, start: int
) -> tuple[np.ndarray, np.ndarray]:
    matrix = sparse.csr_matrix((costs, (first, second)), shape=(number, number))
    return csgraph.dijkstra(matrix, directed=False, indices=start, return_predecessors=True)


def _trace(before: np.ndarray, end: int) -> np.ndarray | None:
    """The corners up to ``end``; None where no way leads there."""
    path = [end]
    while before[path[-1]] != NO_CORNER:
        path.append(int(before[path[-1]]))
    return np.array(path[::-1]) if len(path) > 1 else None


def seam_edges(labels: np.ndarray, region: np.ndarray) -> Edges:
    """The edges between pixels of different labels, both in a region."""
    pairs = zip(neighbours(labels), neighbours(region))
    return edges_where(*((one != other) & p & q for (one, other), (p, q) in pairs))


def chains(edges: Edges, breaks: Sequence[int] = ()) -> list[Chain]:
    """Edges put one after the other, from corner to corner where none or several others go on, and loops.

    ``breaks``: further corners at which chains end.  The order of the chains hangs on their corners only.
    """
    if not len(edges[0]):
        return []
    around: dict[int, list[int]] = {}
    for one, other in zip(*(part.tolist() for part in edges)):
        around.setdefault(one, []).append(other)
        around.setdefault(other, []).append(one)
    ends = {corner for corner, others in around.items() if len(others) != 2} | around.keys() & set(breaks)
    found = []
    for start in [*sorted(ends), *sorted(around.keys() - ends)]:
        while around[start]:
            corners = [start]
            while True:
                corner = corners[-1]
                following = min(around[corner])
                around[corner].remove(following)
                around[following].remove(corner)
                corners.append(following)
                if following in ends or following == start:
                    break
            found.append(Chain(np.array(corners)))
    return found


def cut_components(region: np.ndarray, path: np.ndarray) -> np.ndarray:
    """The parts of a region that paths, corners one after the other with -1 between paths, leave: 0 outside it."""
    height, width = region.shape
    # pixels at even places, what lies between two of them at odd ones
    passable = np.zeros((2 * height - 1, 2 * width - 1), bool)
    passable[::2, ::2] = region
    passable[::2, 1::2] = region[:, :-1] & region[:, 1:]
    passable[1::2, ::2] = region[:-1] & region[1:]
    step = (path[:-1] >= 0) & (path[1:] >= 0)
    low, high = np.minimum(path[:-1], path[1:])[step], np.maximum(path[:-1], path[1:])[step]
    row, column = np.divmod(low, width + 1)
    across = high - low == 1
    # edges at the array's own border lie between no two pixels
    seen = np.where(across, (row > 0) & (row < height), (column > 0) & (column < width))
    row, column, across = row[seen], column[seen], across[seen]
    passable[np.where(across, 2 * row - 1, 2 * row), np.where(across, 2 * column, 2 * column - 1)] = False
    return ndimage.label(passable)[0][::2, ::2]


def relabel(labels: np.ndarray, region: np.ndarray, path: np.ndarray, allowed: Sequence[int]) -> np.ndarray:
    """The labels after a cut: each part of the region takes the one of the fixed pixels that it touches.

    A part that touches none takes that of most of its pixels; one that touches several as much keeps its labels.
    """
    parts = cut_components(region, path)
    number = int(parts.max()) + 1
    touched, mostly = np.zeros((2, len(allowed), number), np.int64)
    for place, label in enumerate(allowed):
        own = labels == label
        # where another label is beside it already a seam stays
        beside = _beside(own & ~region) & region & own
        touched[place] = np.bincount(parts[beside], minlength=number)
        mostly[place] = np.bincount(parts[own & region], minlength=number)
    alone = touched.sum(axis=0) == 0
    choice = np.where(alone, mostly.argmax(axis=0), touched.argmax(axis=0))
    clear = alone | (touched.max(axis=0) >= CLEAR * touched.sum(axis=0))
    return np.where(region & clear[parts], np.asarray(allowed)[choice][parts], labels)


def _beside(where: np.ndarray) -> np.ndarray:
    """The neighbours of pixels in rows and columns."""
    found = np.zeros(where.shape, bool)
    for (one, other), (p, q) in zip(neighbours(found), neighbours(where)):
        one |= q
        other |= p
    return found


def without_slivers(labels: np.ndarray, region: np.ndarray, pair: tuple[int, int], smallest: float) -> np.ndarray:
    """Pieces of either label that lie within the region and have fewer pixels go to the other label."""
    for label, other in (pair, pair[::-1]):
        pieces, number = ndimage.label(labels == label)
        sizes = np.bincount(pieces.ravel(), minlength=number + 1)
        fixed = np.bincount(pieces[~region], minlength=number + 1) > 0
        small = (sizes < smallest) & ~fixed
        small[0] = False
        if small.any():
            labels = np.where(small[pieces], other, labels)
    return labels


def refine(
    labels: np.ndarray, region: np.ndarray, cost: np.ndarray, outside: np.ndarray, pair: tuple[int, int],
    smallest: float = 0.0, depth: np.ndarray | None = None,
) -> np.ndarray:  # fmt: skip
    """Labels with every seam between two of them, as far as it runs through a region, on its cheapest path.

    ``depth``: of each pixel in the image inside, where loops may be: a loop leaves the deeper half of it as it is.
    What goes wrong leaves labels as they are: pixels of the region may have either.
    """
    found = chains(seam_edges(labels, region))
    if depth is not None and any(chain.closed for chain in found):
        for chain in found:
            if chain.closed:
                labels = _refine_loop(labels, region, cost, outside, pair, chain, depth)
        found = chains(seam_edges(labels, region))
    if all(chain.closed for chain in found):
        return labels
    graph = Graph(cost, region, outside)
    paths = []
    for chain in found:
        path = None if chain.closed else graph.path(int(chain.corners[0]), int(chain.corners[-1]))
        paths += [chain.corners if path is None else path, [-1]]
    return without_slivers(relabel(labels, region, np.concatenate(paths), pair), region, pair, smallest)


def _refine_loop(
    labels: np.ndarray, region: np.ndarray, cost: np.ndarray, outside: np.ndarray, pair: tuple[int, int],
    chain: Chain, depth: np.ndarray,
) -> np.ndarray:  # fmt: skip
    """Labels with one closed seam on a cheap loop around the same core, sought from two sides of it."""
    height, width = region.shape
    parts = cut_components(np.ones(region.shape, bool), chain.corners)
    enclosed = parts != parts[0, 0]
    core = enclosed & (depth > 0.5 * depth[enclosed].max(initial=0.0))
    if not core.any() or np.ptp(labels[enclosed]) or not region[enclosed & ~core].all():
        return labels
    ring = region & ~core
    graph, loop = Graph(cost, ring, outside), chain.corners
    rows, columns = np.nonzero(core)
    for pick, upwards in ((0, True), (-1, False)):
        across = np.zeros((height - 1, width), bool)
        across[slice(0, rows[pick]) if upwards else slice(rows[pick], None), columns[pick]] = True
        ray = edges_where(np.zeros((height, width - 1), bool), across)
        crossing = np.isin(loop, np.concatenate(ray))
        path = graph.loop(int(loop[crossing.argmax()]), ray) if crossing.any() else None
        loop = loop if path is None else path
    return relabel(labels, ring, loop, pair)
