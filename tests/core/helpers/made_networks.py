"""Networks of overlaps with known gains and offsets, without pixels."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from evenlight.core.radiometry.network import Network


def grid_pairs(rows: int, columns: int, diagonal: bool = True) -> tuple[np.ndarray, np.ndarray]:
    """Neighbours in a grid of images, row-major: each has eight, or four."""
    number = np.arange(rows * columns).reshape(rows, columns)
    links = [(number[:, :-1], number[:, 1:]), (number[:-1], number[1:])]
    if diagonal:
        links += [(number[:-1, :-1], number[1:, 1:]), (number[:-1, 1:], number[1:, :-1])]
    first = np.concatenate([np.minimum(a, b).ravel() for a, b in links])
    second = np.concatenate([np.maximum(a, b).ravel() for a, b in links])
    order = np.lexsort((second, first))
    return first[order], second[order]


def made_network(
    images: int,
    first: np.ndarray,
    second: np.ndarray,
    gain: np.ndarray,
    offset: np.ndarray,
    seed: int = 1,
    pixels: float = 40000.0,
    noise: float = 0.02,
    spoil: Callable[[np.random.Generator, dict], None] | None = None,
) -> Network:
    """Statistics of images that see one ground as gain * x + offset, (N, K) both.

    ``noise``: of an overlap's pixels, over their deviation.  ``spoil`` may change the pairs' table.
    """
    random = np.random.default_rng(seed)
    bands = gain.shape[1]
    count = len(first)
    level = random.uniform(1500, 2500, (count, bands))
    texture = random.uniform(200, 500, (count, bands))
    wobble = 1 + noise / np.sqrt(pixels / 256) * random.normal(size=(2, count, bands))
    lift = noise * texture / np.sqrt(pixels / 256) * random.normal(size=(2, count, bands))
    pairs = {
        "mean_first": gain[first] * (level + lift[0]) + offset[first],
        "mean_second": gain[second] * (level + lift[1]) + offset[second],
        "std_first": gain[first] * texture * wobble[0],
        "std_second": gain[second] * texture * wobble[1],
    }
    pairs["covariance"] = pairs["std_first"] * pairs["std_second"] * (1 - noise**2)
    if spoil is not None:
        spoil(random, pairs)
    own = random.uniform(1900, 2100, (images, bands)), random.uniform(320, 380, (images, bands))
    return Network(
        np.full((images, bands), 10.0 * pixels),
        gain * own[0] + offset,
        gain * own[1],
        first,
        second,
        np.full((count, bands), pixels),
        pairs["mean_first"],
        pairs["mean_second"],
        pairs["std_first"],
        pairs["std_second"],
        pairs["covariance"],
    )


def random_distortion(images: int, bands: int = 1, seed: int = 2) -> tuple[np.ndarray, np.ndarray]:
    """Gains of 0.7 to 1.4 and offsets of some hundred, (N, K) each."""
    random = np.random.default_rng(seed)
    return np.exp(random.uniform(-0.35, 0.35, (images, bands))), random.uniform(-300, 300, (images, bands))


def relative_errors(found: np.ndarray, gain: np.ndarray) -> np.ndarray:
    """Of the found gains, but for a common factor: (N, K)."""
    product = found * gain
    return product / np.exp(np.log(product).mean(axis=0)) - 1
