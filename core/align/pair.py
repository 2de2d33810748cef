"""Two images of one ground, ready to be compared, values between their pixels, and what a comparison brings."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from scipy import ndimage

from .transform import Transform


class NotAligned(Exception):
    """Two images do not say how one lies on the other; the text tells why."""


class Pair(NamedTuple):
    """One channel of two images on one grid."""

    image: np.ndarray
    """(rows, columns), what is to be aligned: float32, or float64 of types that need it; any finite value where it is
    not valid."""
    reference: np.ndarray
    """(rows, columns), the same."""
    image_valid: np.ndarray
    """(rows, columns) bool."""
    reference_valid: np.ndarray
    """(rows, columns) bool."""


class Estimate(NamedTuple):
    """How the image lies on the reference."""

    transform: Transform
    """From positions on the image to positions on the reference."""
    matches: int
    """Points or windows that agree with it; 0 where the method has none."""


class Mesh(NamedTuple):
    """A smooth warp, by points spread over an image; between and around them it goes on smoothly."""

    places: np.ndarray
    """(n, 2) map coordinates in the image's own system, as the image has them."""
    belongs: np.ndarray
    """(n, 2) where the ground shown there truly lies."""


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
