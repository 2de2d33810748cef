"""Transforms of the plane: where the ground at a position of an image belongs.

Positions are GDAL's: (column, row) from the outer corner of the first pixel, so that its
centre is (0.5, 0.5); rows count downwards.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..raster.grid import Grid


@dataclass(frozen=True, eq=False)
class Transform:
    """A projective map of positions, applied as ``matrix @ (x, y, 1)``."""

    matrix: np.ndarray
    """(3, 3) float64; the last element is 1."""

    @staticmethod
    def shift(dx: float, dy: float) -> Transform:
        """The same step for all."""
        return Transform(np.array([[1.0, 0.0, dx], [0.0, 1.0, dy], [0.0, 0.0, 1.0]]))

    @property
    def is_shift(self) -> bool:
        """Whether all positions move by the same step."""
        return bool((self.matrix[:2, :2] == np.eye(2)).all() and (self.matrix[2, :2] == 0.0).all())

    @property
    def is_affine(self) -> bool:
        """Whether parallels stay parallel."""
        return bool((self.matrix[2, :2] == 0.0).all())

    @property
    def step(self) -> tuple[float, float]:
        """Columns and rows by which the origin moves; of a shift, everything."""
        return float(self.matrix[0, 2]), float(self.matrix[1, 2])

    def moved(self, points: np.ndarray) -> np.ndarray:
        """Where positions (n, 2) go, float64 (n, 2)."""
        moved = np.asarray(points, dtype=np.float64) @ self.matrix[:, :2].T + self.matrix[:, 2]
        return moved[:, :2] / moved[:, 2:]

    def after(self, first: Transform) -> Transform:
        """``first``, then this one."""
        return _scaled(self.matrix @ first.matrix)

    def inverse(self) -> Transform:
        """The way back."""
        return _scaled(np.linalg.inv(self.matrix))

    def seen_by(self, grid: Grid) -> Transform:
        """The same transform of positions of a grid as one of map coordinates."""
        if self.is_shift:
            _, dx, rx, _, ry, dy = grid.geotransform
            columns, rows = self.step
            return Transform.shift(dx * columns + rx * rows, ry * columns + dy * rows)
        return _scaled(grid.matrix @ self.matrix @ np.linalg.inv(grid.matrix))

    def turn_and_scale(self, place: np.ndarray) -> tuple[float, float]:
        """Degrees from the first axis towards the second, and the scale, at a position (2,)."""
        moved = self.matrix @ np.append(place, 1.0)
        (a, b), (c, d) = (self.matrix[:2, :2] - np.outer(moved[:2] / moved[2], self.matrix[2, :2])) / moved[2]
        return math.degrees(math.atan2(c - b, a + d)), math.sqrt(abs(a * d - b * c))

    def largest_move(self, width: float, height: float) -> float:
        """The longest way that a corner of the rectangle from (0, 0) to (width, height) goes."""
        corners = np.array([[0.0, 0.0], [width, 0.0], [0.0, height], [width, height]])
        return float(np.hypot(*(self.moved(corners) - corners).T).max())


def _scaled(matrix: np.ndarray) -> Transform:
    return Transform(matrix / matrix[2, 2])
