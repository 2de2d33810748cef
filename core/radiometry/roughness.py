"""What makes a field of blocks rough: its bends, and half as much its slopes.

Slopes are differences of neighbouring blocks, bends second differences of three in a row.
Light falls off evenly over an image, so an even slope costs less than a bend; without any
cost of slopes a field would run away outside the blocks that say something.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from scipy import sparse

from ..numeric.sparse import differences, factorised

BEND, SLOPE = 0.2, 0.1
"""Costs of a bend and of a slope."""

DENSE = 512
"""Blocks of a grid whose matrix is held as a table: picking rows and columns of a sparse one takes longer."""


def roughness(grids: Sequence[np.ndarray], size: int) -> sparse.csc_matrix:
    """The matrix R of BEND * bends^2 + SLOPE * slopes^2 = g' R g, (size, size).

    ``grids`` hold the numbers of the unknowns, each as (rows, columns); no bend or slope
    crosses from one grid to another.
    """
    slopes, bends = [], []
    for numbers in grids:
        for lines in (numbers, numbers.T):
            slopes.append(np.stack([lines[:, :-1].ravel(), lines[:, 1:].ravel()], axis=1))
            bends.append(np.stack([lines[:, :-2].ravel(), lines[:, 1:-1].ravel(), lines[:, 2:].ravel()], axis=1))
    slope = differences(np.concatenate(slopes), (1.0, -1.0), size)
    bend = differences(np.concatenate(bends), (1.0, -2.0, 1.0), size)
    return (BEND * (bend.T @ bend) + SLOPE * (slope.T @ slope)).tocsc()


def _of_one_grid(rows: int, columns: int) -> sparse.csr_matrix | np.ndarray:
    """The matrix of a whole grid, dense where it is small."""
    if rows * columns <= DENSE:
        return _dense(rows, columns)
    return roughness([np.arange(rows * columns).reshape(rows, columns)], rows * columns).tocsr()


@lru_cache(maxsize=8)
def _dense(rows: int, columns: int) -> np.ndarray:
    """That of a small grid; many images have blocks of few shapes."""
    return roughness([np.arange(rows * columns).reshape(rows, columns)], rows * columns).toarray()


def fill_holes(bands: np.ndarray) -> np.ndarray:
    """The smoothest continuation of (K, rows, columns) into its NaN, as a field of this roughness has it.

    A band without any value stays as it is.
    """
    filled = bands.copy()
    alike: dict[bytes, list[int]] = {}
    absent = ~np.isfinite(bands).reshape(len(bands), -1)
    for band, empty in enumerate(absent):
        if empty.any() and not empty.all():
            alike.setdefault(empty.tobytes(), []).append(band)
    for members in alike.values():
        empty = absent[members[0]]
        holes, known = np.flatnonzero(empty), np.flatnonzero(~empty)
        rows = _of_one_grid(*bands.shape[1:])[holes]
        if isinstance(rows, np.ndarray):
            # sums of products, for which no library starts threads
            right = [-(rows[:, known] * filled[band].flat[known]).sum(axis=1) for band in members]
            found = np.linalg.solve(rows[:, holes], np.transpose(right))
        else:
            right = [-(rows[:, known] @ filled[band].flat[known]) for band in members]
            found = factorised(rows[:, holes]).solve(np.transpose(right))
        for band, values in zip(members, found.T):
            filled[band].flat[holes] = values
    return filled
