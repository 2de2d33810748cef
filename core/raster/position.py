"""Where an image's pixels lie on the canvas."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from .canvas import Canvas
from .image import Image
from .reference_system import transformation
from .window import Window

LATTICE = 32
"""Pixels between the points that are transformed exactly; between them, bilinear."""


class PixelPositions:
    """Canvas coordinates of the pixel centres of any window of an image.

    One object belongs to one thread: coordinate transformations must not be shared.
    """

    def __init__(self, image: Image, canvas: Canvas):
        self._geotransform = image.geotransform
        self._transform = transformation(image.crs, canvas.crs, image.path)
        self.parallel = self._transform is None and image.geotransform[2] == 0 and image.geotransform[4] == 0

    def of(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """x and y: (width,) and (height,) where parallel to the canvas, else (height, width) both."""
        x0, dx, _rx, y0, _ry, dy = self._geotransform
        columns, rows = window.column + 0.5 + np.arange(window.width), window.row + 0.5 + np.arange(window.height)
        if self.parallel:
            return x0 + columns * dx, y0 + rows * dy
        if self._transform is None:
            return self.at(columns, rows)
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
