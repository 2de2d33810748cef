"""Grids: where the pixels of a raster lie, and the ways between pixels, the map and the pixels of another grid."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .reference_system import Bounds, same_crs, through, transformation
from .window import Window

ALIGNED = 0.05
"""Pixels by which two grids may drift apart over a raster and still count as one."""

FLAT = 1e-9
"""Sine of the angle between rows and columns up to which they count as one direction."""

LATTICE = 32
"""Pixels between the points that are transformed exactly; between them, bilinear."""


@dataclass(frozen=True)
class Grid:
    """Coordinate system, place and size of a raster."""

    crs: str
    """WKT; empty where there is none."""
    geotransform: tuple[float, ...]
    """GDAL's six numbers."""
    width: int
    height: int

    @property
    def is_north_up(self) -> bool:
        """Whether rows run from west to east and columns from north to south."""
        return self.geotransform[2] == 0 and self.geotransform[4] == 0 and self.geotransform[5] < 0

    @property
    def is_flat(self) -> bool:
        """Whether pixels have no area, so that no place on the ground is one of them."""
        _, dx, rx, _, ry, dy = self.geotransform
        return abs(dx * dy - rx * ry) <= FLAT * self.pixel_size[0] * self.pixel_size[1]

    @property
    def bounds(self) -> Bounds:
        """West, south, east, north."""
        x, dx, rx, y, ry, dy = self.geotransform
        xs = [x + c * dx + r * rx for c in (0, self.width) for r in (0, self.height)]
        ys = [y + c * ry + r * dy for c in (0, self.width) for r in (0, self.height)]
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def corner(self) -> tuple[float, float]:
        """Map coordinates of the first pixel's outer corner: west and north of a grid that is north-up."""
        return self.geotransform[0], self.geotransform[3]

    @property
    def pixel_size(self) -> tuple[float, float]:
        """Width and height of a pixel in map units, positive."""
        _, dx, rx, _, ry, dy = self.geotransform
        return math.hypot(dx, ry), math.hypot(rx, dy)

    @property
    def matrix(self) -> np.ndarray:
        """(3, 3) from pixel positions to map coordinates."""
        x, dx, rx, y, ry, dy = self.geotransform
        return np.array([[dx, rx, x], [ry, dy, y], [0.0, 0.0, 1.0]])

    @property
    def middle_pixel(self) -> np.ndarray:
        """(3, 2) positions: the middle of the raster, and one pixel to the right of it and below."""
        return np.array([self.width / 2, self.height / 2]) + np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]])

    @property
    def window(self) -> Window:
        """All of its pixels."""
        return Window(0, 0, self.width, self.height)

    def map_of(self, positions: np.ndarray) -> np.ndarray:
        """Map coordinates (n, 2) of positions (n, 2): columns and rows from the first pixel's outer corner."""
        return np.asarray(positions, dtype=np.float64) @ self.matrix[:2, :2].T + self.matrix[:2, 2]

    def positions_of(self, places: np.ndarray) -> np.ndarray:
        """The way back of `map_of`."""
        return np.linalg.solve(self.matrix[:2, :2], (places - self.matrix[:2, 2]).T).T

    def geotransform_of(self, window: Window) -> tuple[float, ...]:
        """GDAL's six numbers of a window."""
        x, dx, rx, y, ry, dy = self.geotransform
        column, row = window.corner
        return x + column * dx + row * rx, dx, rx, y + column * ry + row * dy, ry, dy

    def part(self, window: Window) -> Grid:
        """The grid of a window, which may reach beyond this one."""
        return Grid(self.crs, self.geotransform_of(window), *window.size)

    def window_of(self, bounds: Bounds) -> Window:
        """The pixels nearest to ``bounds``, and where the grid is not north-up to all of them."""
        west, south, east, north = bounds
        corners = self.positions_of(np.array([(x, y) for x in (west, east) for y in (north, south)]))
        column, row = map(round, corners.min(axis=0).tolist())
        right, bottom = map(round, corners.max(axis=0).tolist())
        return Window(column, row, max(right - column, 1), max(bottom - row, 1))

    def cover(self, bounds: Bounds) -> Window:
        """All pixels that hold a part of ``bounds``, but for slivers of `ALIGNED` pixels."""
        west, south, east, north = bounds
        corners = self.positions_of(np.array([(x, y) for x in (west, east) for y in (north, south)]))
        column, row = (math.floor(value + ALIGNED) for value in corners.min(axis=0).tolist())
        right, bottom = (math.ceil(value - ALIGNED) for value in corners.max(axis=0).tolist())
        return Window(column, row, max(right - column, 1), max(bottom - row, 1))

    def is_aligned(self, other: Grid) -> bool:
        """Whether all pixels are those of another grid, but for one shift of any size.

        Such rasters are read directly: resampling by a part of a pixel would smooth them, and a
        smoothed image has a smaller standard deviation, hence a wrong gain.
        """
        linear = np.linalg.solve(other.matrix[:2, :2], self.matrix[:2, :2])
        drift = np.abs(linear - np.eye(2)) @ (self.width, self.height)
        return bool((drift < ALIGNED).all()) and same_crs(self.crs, other.crs)

    def window_on(self, other: Grid) -> tuple[Window, tuple[float, float]]:
        """Of a grid that is aligned with another: the window of that nearest to it, and how far it lies beside that."""
        apart = np.subtract(self.corner, other.corner)
        x, y = np.linalg.solve(other.matrix[:2, :2], apart).tolist()
        return Window(round(x), round(y), self.width, self.height), (x - round(x), y - round(y))

    def pixel_area_on(self, other: Grid, owner: str) -> float:
        """The area of a pixel in those of another grid, at the middle; not finite where that has no place there.

        ``owner``: whose grid it is, for errors.  Raises `ReferenceSystemError`.
        """
        places = through(transformation(self.crs, other.crs, owner), self.map_of(self.middle_pixel))
        if not np.isfinite(places).all():
            return math.nan
        corner = other.positions_of(places)
        return float(abs(np.linalg.det(corner[1:] - corner[0])))

    def has_pixels_of(self, other: Grid) -> bool:
        """Whether each pixel is one of another grid, as far as that reaches."""
        return self.is_aligned(other) and max(map(abs, self.window_on(other)[1])) < ALIGNED

    def is_same(self, other: Grid) -> bool:
        """Whether both have the same pixels."""
        return self.has_pixels_of(other) and self.window_on(other)[0] == other.window


class PixelPositions:
    """Coordinates, in the system of another grid, of the pixel centres of any window of a grid.

    One object belongs to one thread: coordinate transformations must not be shared.
    """

    def __init__(self, grid: Grid, other: Grid, owner: str):
        """``owner``: whose grid it is, for errors.  Raises `ReferenceSystemError`."""
        self._geotransform = grid.geotransform
        self._transform = transformation(grid.crs, other.crs, owner)
        self.parallel = self._transform is None and grid.geotransform[2] == 0 and grid.geotransform[4] == 0

    def of(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """x and y: (width,) and (height,) where parallel to the other grid, else (height, width) both."""
        x0, dx, _rx, y0, _ry, dy = self._geotransform
        columns, rows = window.column + 0.5 + np.arange(window.width), window.row + 0.5 + np.arange(window.height)
        if self.parallel:
            return x0 + columns * dx, y0 + rows * dy
        if self._transform is None:
            return self.at(columns, rows)
        # imported here: the plugin says itself, in one sentence, that scipy is missing
        from scipy import ndimage

        nodes_x, nodes_y = _lattice(columns), _lattice(rows)
        between = np.meshgrid(_fraction(rows, nodes_y), _fraction(columns, nodes_x), indexing="ij")
        nodes = self.at(nodes_x, nodes_y)
        return tuple(ndimage.map_coordinates(node, between, order=1, mode="nearest") for node in nodes)

    def at(self, columns: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """x and y at any pixel coordinates, exactly: (rows, columns) both."""
        x0, dx, rx, y0, ry, dy = self._geotransform
        grid_rows, grid_columns = np.meshgrid(rows, columns, indexing="ij")
        x, y = x0 + grid_columns * dx + grid_rows * rx, y0 + grid_columns * ry + grid_rows * dy
        if self._transform is None:
            return x, y
        moved = np.array(self._transform.TransformPoints(np.column_stack([x.ravel(), y.ravel()])))
        return moved[:, 0].reshape(x.shape), moved[:, 1].reshape(x.shape)


def _lattice(positions: np.ndarray) -> np.ndarray:
    steps = max(1, int(np.ceil((positions[-1] - positions[0]) / LATTICE)))
    return np.linspace(positions[0], positions[-1], steps + 1)


def _fraction(positions: np.ndarray, nodes: np.ndarray) -> np.ndarray:
    span = nodes[-1] - nodes[0]
    return (positions - nodes[0]) / span * (len(nodes) - 1) if span else np.zeros(len(positions))
