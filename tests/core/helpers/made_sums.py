"""Sums of images that are never written: arrays on one grid of cells."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import ndimage

from evenlight.core.radiometry.light_field import Placement
from evenlight.core.raster.grid import Grid
from evenlight.core.raster.window import Window
from evenlight.core.statistics.blocks import BlockGrid, Cells
from evenlight.core.statistics.plan import Plan
from evenlight.core.statistics.products import Look, Rows
from evenlight.core.statistics.sums import Sums, gather


def cell_sums(images: Sequence[np.ndarray], corners: Sequence[tuple[int, int]], cell: int) -> tuple[Sums, BlockGrid]:
    """Of arrays (K, height, width) with their first pixels at (row, column); one map unit is a pixel, north is up."""
    windows = [Window(column, row, *array.shape[:0:-1]) for array, (row, column) in zip(images, corners)]
    width, height = (max(ends) for ends in zip(*((window.right, window.bottom) for window in windows)))
    rows, columns = -(-height // cell), -(-width // cell)
    grid = BlockGrid((0.0, -float(rows * cell), float(columns * cell), 0.0), rows, columns)
    cells = Cells(grid, Grid("", (0.0, 1.0, 0.0, 0.0, 0.0, -1.0), width, height))
    plan, found = Plan(cells, windows), Rows(len(images[0]))
    looks = [Look(n, window, array, np.isfinite(array)) for n, (window, array) in enumerate(zip(windows, images))]
    for row in range(rows):
        for column in range(columns):
            part = cells.window((row, row + 1), (column, column + 1))
            present = [look for look in looks if plan.reads(look.image, row, column)]
            if present:
                found.add_cell(row, column, row * columns + column, present, part, plan)
    return gather(len(images), len(images[0]), [found.sums()]), grid


def north_up(corners: Sequence[tuple[int, int]], size: int) -> list[Placement]:
    """Where square images with these corners lie."""
    matrix = np.array([[1.0, 0.0], [0.0, -1.0]]) / size
    return [Placement(np.array([-column, -row]) / size - 0.5, matrix) for row, column in corners]


def noise(random: np.random.Generator, rows: int, columns: int, sigma: float) -> np.ndarray:
    """Smooth noise of deviation 1."""
    step = max(1, int(sigma // 6))
    small = random.normal(size=(rows // step + 2, columns // step + 2))
    small = ndimage.gaussian_filter(small, sigma / step, mode="wrap")
    return ndimage.zoom(small, step, order=1)[:rows, :columns] * (2 * np.sqrt(np.pi) * sigma / step)
