"""How visible a seam is in a pixel of two images: what they differ by, and how near their edges are.

    D = mean over bands of |y_a - y_b| / sigma_band, smoothed by a Gaussian of 1 px with valid-weight normalisation
    C = D / mean(D) + 0.2 + 4 max(0, 1 - min(d_a, d_b) / m)^2 + 50 within polygons to avoid
"""

from __future__ import annotations

import numpy as np
from scipy import ndimage

LENGTH, EDGE, AVOIDED = 0.2, 4.0, 50.0
"""Cost of a pixel by itself, at an image's own edge, and within polygons to avoid."""

SMOOTHED = 1.0
"""Pixels of the Gaussian's standard deviation."""

REACH = 4
"""Pixels that the Gaussian looks to each side."""


def spread(first: np.ndarray, second: np.ndarray, both: np.ndarray) -> np.ndarray:
    """Standard deviation of each band where both images have data: (K,) float64, positive."""
    values = np.stack([first[:, both], second[:, both]]).astype(np.float64)
    deviation = np.sqrt(values.var(axis=2).mean(axis=0)) if values.size else np.zeros(len(first))
    floor = 1e-6 * np.abs(values).max(initial=0.0)
    return np.where(deviation > floor, deviation, max(floor, 1.0))


def difference(first: np.ndarray, second: np.ndarray, sigma: np.ndarray) -> np.ndarray:
    """Mean over bands of what two images (K, height, width) differ by, in standard deviations, float32."""
    total = np.zeros(first.shape[1:], np.float32)
    for one, other, deviation in zip(first, second, sigma):
        kind = np.float64 if max(one.dtype.itemsize, other.dtype.itemsize) > 2 else np.float32
        total += np.abs((one.astype(kind) - other.astype(kind)) / kind(deviation * len(sigma))).astype(np.float32)
    return total


def smooth(values: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Valid values smoothed by valid neighbours; 0 elsewhere."""
    weights = _gaussian(valid.astype(np.float32))
    smoothed = _gaussian(np.where(valid, values, np.float32(0)))
    return np.where(valid, smoothed / np.maximum(weights, 1e-6), np.float32(0))


def _gaussian(values: np.ndarray) -> np.ndarray:
    return ndimage.gaussian_filter(values, SMOOTHED, mode="constant", truncate=REACH / SMOOTHED)


def seam_cost(
    differences: np.ndarray, counted: np.ndarray, edge_distance: np.ndarray, margin: float, avoided: np.ndarray | None
) -> np.ndarray:
    """The cost of each pixel; ``counted``: those whose mean difference is 1, ``edge_distance``: to the nearer edge."""
    mean = float(differences[counted].mean(dtype=np.float64)) if counted.any() else 0.0
    near = np.maximum(0.0, 1.0 - edge_distance / margin)
    cost = LENGTH + EDGE * near**2 + (differences / mean if mean > 0 else 0.0)
    return cost if avoided is None else cost + AVOIDED * avoided
