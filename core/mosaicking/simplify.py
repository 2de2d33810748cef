"""Simpler outlines that still fit: a border that two polygons share is simplified once, for both.

Outlines are cut into chains, from one corner where three polygons meet to the next.  Those between two polygons are
simplified (Douglas and Peucker), their ends stay; those with nothing on the other side stay as they are.  A chain that
would then meet or pass another one gets a smaller tolerance, in the end none, with which nothing meets.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

import numpy as np
from osgeo import ogr

from ..progress import Stop
from .paths import chains

HALVINGS = 4
"""Of a tolerance, before a chain stays as it is."""

Ring = np.ndarray
"""(n, 2) columns and rows of corners of pixels, the first one again at the end; its sides run along pixels."""

Edge = tuple[int, int]
"""Between two corners."""


def simplified(
    polygons: Sequence[Sequence[Ring]], tolerance: float, pixel: tuple[float, float], stop: Stop
) -> list[list[Ring]]:
    """The rings of polygons that share no ground, with fewer corners; ``pixel``: width and height of one.

    ``tolerance``: how far a border may move, in the units of ``pixel``; ``stop`` raises where the work shall end.
    """
    width = 1 + max(int(ring[:, 0].max()) for rings in polygons for ring in rings)
    split = _split(polygons, width)
    owners: dict[Edge, list[int]] = {}
    for number, rings in enumerate(split):
        for edge in (edge for ring in rings for edge in _edges(ring)):
            owners.setdefault(_undirected(edge), []).append(number)
    ways = _ways(owners)
    scale = np.abs(np.asarray(pixel, np.float64))
    lines = [np.stack([way % width, way // width], axis=1) * scale for way in ways]
    movable = [number for number, way in enumerate(ways) if len(owners[_undirected((way[0], way[1]))]) > 1]
    found = [np.rint(line / scale) for line in _Lines(lines, movable).simplify(tolerance, stop)]
    begins = {(int(way[0]), int(way[1])): (number, 1) for number, way in enumerate(ways)}
    begins.update({(int(way[-1]), int(way[-2])): (number, -1) for number, way in enumerate(ways)})
    return [[_joined(ring, begins, ways, found) for ring in rings] for rings in split]


def _edges(ring: Sequence[int]) -> Iterator[Edge]:
    return zip(ring[:-1], ring[1:])


def _undirected(edge: Edge) -> Edge:
    one, other = int(edge[0]), int(edge[1])
    return min(one, other), max(one, other)


def _split(polygons: Sequence[Sequence[Ring]], width: int) -> list[list[list[int]]]:
    """The corners of each ring as numbers, with those of other rings that lie on its sides."""
    every = np.unique(np.concatenate([ring for rings in polygons for ring in rings]).astype(np.int64), axis=0)
    height = 1 + int(every[:, 1].max())
    by_row, by_column = np.sort(every[:, 1] * width + every[:, 0]), np.sort(every[:, 0] * height + every[:, 1])

    def side(start: Sequence[int], end: Sequence[int]) -> list[int]:
        """The corners along a side without its last one."""
        if start[1] == end[1]:
            first, last, keys = start[1] * width + start[0], end[1] * width + end[0], by_row
        else:
            first, last, keys = start[0] * height + start[1], end[0] * height + end[1], by_column
        low, high = np.searchsorted(keys, [min(first, last), max(first, last) + 1])
        along = keys[low:high] if first < last else keys[low:high][::-1]
        if start[1] != end[1]:
            along = along % height * width + along // height
        return along[:-1].tolist()

    def corners(ring: Ring) -> list[int]:
        places = ring.astype(np.int64).tolist()
        found = [number for start, end in zip(places[:-1], places[1:]) for number in side(start, end)]
        return [*found, found[0]]

    return [[corners(ring) for ring in rings] for rings in polygons]


def _ways(owners: dict[Edge, list[int]]) -> list[np.ndarray]:
    """The corners of all chains; each has the same polygons on its sides all along."""
    beside: dict[int, list[int]] = {}
    breaks = set()
    for edge, polygons in owners.items():
        for corner in edge:
            if beside.setdefault(corner, polygons) != polygons:
                breaks.add(corner)
    first, second = np.array(list(owners), np.int64).T
    return [chain.corners for chain in chains((first, second), breaks)]


def _joined(ring: Sequence[int], begins: dict[Edge, tuple[int, int]], ways: list, found: list[np.ndarray]) -> Ring:
    """A ring of what has become of its chains."""
    edges = list(_edges(ring))
    place = next(number for number, edge in enumerate(edges) if edge in begins)
    edges = edges[place:] + edges[:place]
    parts, place = [], 0
    while place < len(edges):
        number, step = begins[edges[place]]
        parts.append(found[number][::step][:-1])
        place += len(ways[number]) - 1
    return np.concatenate([*parts, parts[0][:1]])


class _Lines:
    """Chains while they are simplified: (n, 2) places."""

    def __init__(self, lines: Sequence[np.ndarray], movable: Sequence[int]):
        self._whole = lines
        self._movable = movable
        self._level = dict.fromkeys(movable, 0)
        self._lines = [_simplified_line(line, 0.0) for line in lines]
        self._boxes = np.array([[*line.min(axis=0), *line.max(axis=0)] for line in lines])

    def simplify(self, tolerance: float, stop: Stop) -> list[np.ndarray]:
        """All chains, none of which meets another one but at its ends."""
        changed = set(self._movable)
        while changed:
            for number in changed:
                level = self._level[number]
                allowed = tolerance / 2**level if level < HALVINGS else 0.0
                self._lines[number] = _simplified_line(self._whole[number], allowed)
            wrong: set[int] = set()
            for number in self._movable:
                stop()
                wrong |= self._wrong(number, changed)
            changed = {number for number in wrong if self._level.get(number, HALVINGS) < HALVINGS}
            for number in changed:
                self._level[number] += 1
        return self._lines

    def _wrong(self, number: int, changed: set[int]) -> set[int]:
        """Which chains, a moved one among them, meet or have passed each other, of those that have just changed."""
        line, found = self._lines[number], set()
        if self._level[number] >= HALVINGS:
            return found
        if number in changed and not _is_plain(line):
            found.add(number)
        low, high = self._boxes[:, :2], self._boxes[:, 2:]
        near = ((low <= high[number]) & (high >= low[number])).all(axis=1)
        swept = np.concatenate([self._whole[number], line[::-1]])
        for other in np.flatnonzero(near).tolist():
            if other == number or (number not in changed and other not in changed):
                continue
            shared = _ends(line) & _ends(self._lines[other])
            if _meet(line, self._lines[other], shared):
                found |= {number, other}
            elif _any_within(self._lines[other], swept, shared):
                found.add(number)
        return found


def _geometry(line: np.ndarray) -> ogr.Geometry:
    head = struct.pack("<BII", 1, ogr.wkbLineString, len(line))
    return ogr.CreateGeometryFromWkb(head + np.ascontiguousarray(line, "<f8").tobytes())


def _simplified_line(line: np.ndarray, tolerance: float) -> np.ndarray:
    """With 0 without corners that lie on a straight line only."""
    return np.array(_geometry(line).Simplify(tolerance).GetPoints())[:, :2]


def _is_plain(line: np.ndarray) -> bool:
    """Whether a line does not meet itself, and a closed one is around some ground."""
    if (line[0] == line[-1]).all() and len(line) < 4:
        return False
    return bool(_geometry(line).IsSimple())


def _ends(line: np.ndarray) -> set[tuple[float, float]]:
    return {tuple(line[0].tolist()), tuple(line[-1].tolist())}


def _meet(line: np.ndarray, other: np.ndarray, shared: set[tuple[float, float]]) -> bool:
    """Whether two lines have a point in common beside the ``shared`` ends."""
    common = _geometry(line).Intersection(_geometry(other))
    if common is None or (not common.IsEmpty() and common.GetDimension() > 0):
        return True
    parts = [common.GetGeometryRef(index) for index in range(common.GetGeometryCount())] or [common]
    return not {(part.GetX(), part.GetY()) for part in parts if not part.IsEmpty()} <= shared


def _any_within(points: np.ndarray, ring: np.ndarray, shared: set[tuple[float, float]]) -> bool:
    """Whether any of the points but the ``shared`` ones lies within a ring that may cross itself."""
    inside = ((points >= ring.min(axis=0)) & (points <= ring.max(axis=0))).all(axis=1)
    chosen = np.array([point for point in points[inside].tolist() if tuple(point) not in shared]).reshape(-1, 2)
    start, end = ring, np.roll(ring, -1, axis=0)
    for x, y in chosen:
        sides = (start[:, 1] > y) != (end[:, 1] > y)
        low, high = start[sides], end[sides]
        across = low[:, 0] + (y - low[:, 1]) / (high[:, 1] - low[:, 1]) * (high[:, 0] - low[:, 0])
        if np.count_nonzero(across > x) % 2:
            return True
    return False
