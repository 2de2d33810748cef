"""Two images of one ground, ready to be compared, and what a comparison brings."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .motion import Motion


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

    motion: Motion
    """From positions on the image to positions on the reference."""
    matches: int
    """Points or windows that agree with it; 0 where the method has none."""


class Mesh(NamedTuple):
    """A smooth warp, by points spread over an image; between and around them it goes on smoothly."""

    places: np.ndarray
    """(n, 2) map coordinates in the image's own system, as the image has them."""
    belongs: np.ndarray
    """(n, 2) where the ground shown there truly lies."""
