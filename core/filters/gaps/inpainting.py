"""Inpainting by OpenCV, in full precision for every data type.

Telea 2004 (doi 10.1080/10867651.2004.10487596) and Bertalmio, Bertozzi and Sapiro 2001 (Navier-Stokes,
doi 10.1109/CVPR.2001.990497).  OpenCV takes bytes, unsigned 16-bit numbers or float32.  Its Telea adds a
term of up to 1.9 units of the data, invisible in bytes and larger than reflectances: so all types go in as float32,
with the level of the surroundings taken off and their range spread over +-2^18, where float32 still resolves
1/64 and that term is a 140,000th of the range.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy import ndimage

from ...messages import Message
from ...opencv import need_opencv

RADIUS = 3
"""Pixels around a pixel of the hole that it is continued from."""

MARGIN = 2 * RADIUS + 2
"""Pixels around a hole that have a say in its values."""

SPREAD = 2.0**18

INSTEAD = Message("choose a METHOD other than telea and navier_stokes")

LARGEST = 2_000_000
"""Pixels of the rectangle around a hole; more would take 100 MB, and keep a cancel waiting."""

Inpainting = Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray]
"""Values (height, width) float64, where they are valid, and the holes, bool: values with the holes filled."""


def check_opencv() -> None:
    """Raise `MissingLibraryError` where OpenCV is missing."""
    need_opencv(INSTEAD)


def telea(values: np.ndarray, valid: np.ndarray, holes: np.ndarray) -> np.ndarray:
    """See `Inpainting`."""
    return _inpainted("INPAINT_TELEA", values, valid, holes)


def navier_stokes(values: np.ndarray, valid: np.ndarray, holes: np.ndarray) -> np.ndarray:
    """See `Inpainting`."""
    return _inpainted("INPAINT_NS", values, valid, holes)


def _inpainted(way: str, values: np.ndarray, valid: np.ndarray, holes: np.ndarray) -> np.ndarray:
    cv2 = need_opencv(INSTEAD)
    # what is invalid and stays so must not be continued into the hole: it looks like what is beside it
    nearby = ndimage.distance_transform_edt(~valid, return_distances=False, return_indices=True)
    known = values[tuple(nearby)]
    near = ndimage.binary_dilation(holes, np.ones((3, 3), dtype=bool), iterations=MARGIN)
    seen = known[near & valid]
    low, high = float(seen.min()), float(seen.max())
    if low == high:
        return np.where(holes, low, values)
    centre, factor = low / 2 + high / 2, SPREAD / (high / 2 - low / 2)
    spread = np.clip((known - centre) * factor, -SPREAD, SPREAD).astype(np.float32)
    filled = cv2.inpaint(spread, holes.astype(np.uint8), RADIUS, getattr(cv2, way))
    return np.where(holes, np.clip(filled / factor + centre, low, high), values)
