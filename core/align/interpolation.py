"""Values between the pixels of an image."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

KNOWN = 0.999
"""Share of a value that must come from valid pixels."""


def interpolated(values: np.ndarray, valid: np.ndarray, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What an image shows at positions (n, 2), by cubic splines, and where it is known.

    ``values`` (rows, columns) floating point, ``valid`` bool of the same shape; returns their type and bool, (n,).
    """
    at = np.ascontiguousarray((places - 0.5)[:, ::-1].T)
    level = values[valid].mean(dtype=np.float64) if valid.any() else 0.0
    filled = np.where(valid, values, values.dtype.type(level))
    known = ndimage.map_coordinates(valid.astype(np.float32), at, order=1) > KNOWN
    return ndimage.map_coordinates(filled, at, order=3, mode="nearest"), known


def centres(height: int, width: int) -> np.ndarray:
    """The positions of all pixels, row by row, (n, 2)."""
    rows, columns = np.mgrid[0:height, 0:width] + 0.5
    return np.column_stack([columns.ravel(), rows.ravel()])
