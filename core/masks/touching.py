"""Pixels that the edges of polygons cross, exactly.

GDAL's ALL_TOUCHED also takes pixels that an edge only runs along, or meets in a corner, and where edges end on pixels'
edges it takes some of them and leaves others, by rounding.  Here a pixel counts where an edge runs inside it.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from osgeo import ogr

from ..raster.grid import Grid
from ..raster.window import Window

INSIDE = 1e-3
"""Pixels: edges that reach less far into a pixel only meet it.  Coordinates of polygons are rounded."""


def edges_of(wkb: bytes) -> np.ndarray:
    """The edges of a polygon or multipolygon, (n, 2, 2) float64: their ends."""
    rings = list(_rings(ogr.CreateGeometryFromWkb(wkb).GetLinearGeometry()))
    return np.concatenate([np.stack([ring[:-1], ring[1:]], axis=1) for ring in rings] or [np.empty((0, 2, 2))])


def _rings(geometry: ogr.Geometry) -> Iterator[np.ndarray]:
    if geometry.GetGeometryCount():
        for index in range(geometry.GetGeometryCount()):
            yield from _rings(geometry.GetGeometryRef(index))
    elif geometry.GetPointCount():
        yield np.array(geometry.GetPoints())[:, :2]


def crossed(edges: np.ndarray, grid: Grid, window: Window) -> np.ndarray:
    """The pixels of a window of a grid that edges (n, 2, 2) in map coordinates run through, (height, width) bool."""
    ends = (edges - grid.corner) @ np.linalg.inv(grid.matrix[:2, :2]).T - window.corner
    start, way = ends[:, 0], ends[:, 1] - ends[:, 0]
    first, last = _within(start, way, window.size)
    seen = last > first
    start, way, first, last = (values[seen] for values in (start, way, first, last))
    # each edge is cut where it crosses lines of the grid: its pieces lie in one pixel each
    number = np.arange(len(start))
    lines = [_crossings(start[:, axis], way[:, axis], first, last) for axis in (0, 1)]
    owner, place = (np.concatenate(each) for each in zip((number, first), (number, last), *lines))
    order = np.lexsort((place, owner))
    owner, place = owner[order], place[order]
    middle = start[owner[1:]] + ((place[1:] + place[:-1]) / 2.0)[:, None] * way[owner[1:]]
    length = np.diff(place) * np.hypot(*way[owner[1:]].T)
    apart = np.abs(middle - np.rint(middle)).min(axis=1, initial=1.0)
    inside = (owner[1:] == owner[:-1]) & (length > INSIDE) & (apart > INSIDE)
    columns, rows = np.floor(middle[inside]).astype(np.intp).T
    found = np.zeros(window.shape, bool)
    found[rows, columns] = True
    return found


def _within(start: np.ndarray, way: np.ndarray, size: tuple[int, int]) -> tuple[np.ndarray, np.ndarray]:
    """The parts of edges inside a rectangle from (0, 0), as shares of their ways (Liang & Barsky 1984)."""
    with np.errstate(divide="ignore", invalid="ignore"):
        bounds = np.sort([-start / way, (np.array(size) - start) / way], axis=0)
    still = way == 0.0
    outside = (start < 0.0) | (start > size)
    bounds[0][still] = np.where(outside, np.inf, -np.inf)[still]
    bounds[1][still] = np.where(outside, -np.inf, np.inf)[still]
    return np.maximum(bounds[0].max(axis=1), 0.0), np.minimum(bounds[1].min(axis=1), 1.0)


def _crossings(
    start: np.ndarray, way: np.ndarray, first: np.ndarray, last: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Where edges cross whole columns or rows: numbers of the edges, and shares of their ways."""
    ends = np.sort([start + first * way, start + last * way], axis=0)
    low = np.ceil(ends[0])
    count = np.where(way == 0.0, 0, np.maximum(np.floor(ends[1]) - low + 1, 0)).astype(np.intp)
    owner = np.repeat(np.arange(len(start)), count)
    line = low[owner] + np.arange(len(owner)) - np.repeat(np.cumsum(count) - count, count)
    share = (line - start[owner]) / way[owner]
    return owner, np.clip(share, first[owner], last[owner])
