"""Two dates of one ground, part of which changed, as sums."""

from __future__ import annotations

import numpy as np
from made_sums import noise
from scipy import ndimage

GAIN, SIDE = 1.25, 320
LEVEL, TEXTURE, NOISE = 1000.0, 150.0, 8.0


def ground(random: np.random.Generator, bands: int = 1, side: int = SIDE) -> np.ndarray:
    """Smooth and rough at once, (K, side, side)."""
    scales = ((0.7, 0.5), (2.0, 0.6), (5.0, 0.7), (12.0, 0.8), (30.0, 0.6))
    layers = [sum(weight * noise(random, side, side, sigma) for sigma, weight in scales) for _ in range(bands)]
    return LEVEL + TEXTURE * np.array([layer / layer.std() for layer in layers])


def patches(random: np.random.Generator, share: float, side: int = SIDE) -> np.ndarray:
    """Patches that cover a share of the ground, bool."""
    field = noise(random, side, side, side / 8)
    return field < np.quantile(field, share)


def change(kind: str, values: np.ndarray, where: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """The ground with snow, a flood, clouds or grown crops on some of it."""
    soft = np.clip(ndimage.gaussian_filter(where.astype(float), 4.0), 0, 1)
    return {
        "nothing": lambda: values,
        "snow": lambda: np.where(where, 2600.0 + 80 * random.normal(size=values.shape), values),
        "flood": lambda: np.where(where, 180.0 + 20 * random.normal(size=values.shape), values),
        "cloud": lambda: values * (1 - soft) + 3000.0 * soft,
        "crops": lambda: np.where(where, 1.3 * values, values),
    }[kind]()


def two_dates(kind: str, share: float, seed: int, bands: int = 1) -> list[np.ndarray]:
    """The ground, and the ground with a change seen with another gain: first = GAIN second."""
    random = np.random.default_rng(seed)
    before = ground(random, bands)
    after = change(kind, before, patches(random, share), random)
    one, two = (values + NOISE * random.normal(size=values.shape) for values in (before, after))
    return [one, two / GAIN]
