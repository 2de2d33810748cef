"""Strips and blocks of images of one ground with a common slope of light, as sums, with the true levels."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from made_sums import cell_sums, noise, north_up

from evenlight.core.radiometry.common_light import LightFound, without_light
from evenlight.core.radiometry.corrections import GainOffset, corrected
from evenlight.core.radiometry.light_field import Placement
from evenlight.core.radiometry.network import network_of
from evenlight.core.radiometry.robust import solve_robust
from evenlight.core.settings import GlobalModel
from evenlight.core.statistics.blocks import BlockGrid
from evenlight.core.statistics.sums import Sums

SIZE, CELL = 100, 10


class Lit(NamedTuple):
    """Images of SIZE x SIZE pixels, numbered row by row."""

    sums: Sums
    cells: BlockGrid
    placements: list[Placement]
    truth: np.ndarray
    """(N, K) mean of the ground under each image."""
    pixels: list[np.ndarray]
    """(K, SIZE, SIZE) of every image."""
    ground: list[np.ndarray]
    """The same without light, exposures and noise."""


def lit(
    columns: int = 8,
    rows: int = 1,
    step: int = 80,
    bands: int = 1,
    seed: int = 0,
    slope: float = 0.0,
    slope_down: float = 0.0,
    vignetting: float = 0.0,
    exposure: Callable[[int, np.random.Generator], float] | None = None,
    by_ground: bool = False,
    rough: float = 0.0,
    trend: float = 1.0,
    of_band: tuple[float, ...] | None = None,
    speckle: float = 0.01,
    cell: int = CELL,
) -> Lit:
    """Slopes are of logarithms, over an image's side.

    ``by_ground``: an automatic exposure; ``rough``: deviation of the logarithm of the ground over about an
    image; ``trend``: how much brighter it is at one end than at the other.
    """
    random = np.random.default_rng(seed)
    height, width = SIZE + step * (rows - 1), SIZE + step * (columns - 1)
    scales = ((0.7, 0.08), (3.0, 0.1), (SIZE / 2, rough))
    shared = sum(weight * noise(random, height, width, sigma) for sigma, weight in scales)
    own = [sum(weight * noise(random, height, width, sigma) for sigma, weight in scales) for _ in range(bands)]
    mixed = np.array([0.8 * shared + 0.6 * layer for layer in own]) + np.log(trend) * np.arange(width) / width
    ground = 2000.0 * np.exp(mixed)
    u = (np.arange(SIZE) + 0.5) / SIZE - 0.5
    light = np.exp(slope * u + slope_down * u[:, None]) * (1 - vignetting * (u**2 + u[:, None] ** 2) / 0.5)
    light = np.array([light**factor for factor in of_band or (1.0,) * bands])
    corners = [(step * row, step * column) for row in range(rows) for column in range(columns)]
    parts = [ground[:, row : row + SIZE, column : column + SIZE] for row, column in corners]
    images = []
    for index, part in enumerate(parts):
        factor = 2000.0 / part.mean(axis=(1, 2), keepdims=True) if by_ground else 1.0
        factor = factor * (exposure(index, random) if exposure else 1.0)
        images.append(part * light * factor * (1 + speckle * random.normal(size=part.shape)))
    truth = np.array([part.mean(axis=(1, 2)) for part in parts])
    return Lit(*cell_sums(images, corners, cell), north_up(corners, SIZE), truth, images, parts)


def pixel_error(scene: Lit, found: LightFound) -> float:
    """Root mean square of pixels over truth, without the light and after gains and offsets; 0.01 is the noise."""
    without = without_light(scene.sums, found, scene.placements, scene.cells)
    solution = solve_robust(network_of(without), GlobalModel.GAIN_OFFSET, np.zeros(scene.sums.images, dtype=bool))
    chains = [
        [*field, GainOffset(gain, offset)]
        for field, gain, offset in zip(found.fields(scene.placements), solution.gain, solution.offset)
    ]
    across = np.arange(SIZE) + 0.5 - SIZE / 2
    images = [
        corrected(chain, pixels, *((place.centre + np.outer(across, (1.0, -1.0))).T))
        for chain, pixels, place in zip(chains, scene.pixels, scene.placements)
    ]
    truth, images = np.stack(scene.ground), np.stack(images)
    level = images.mean(axis=(0, 2, 3)) / truth.mean(axis=(0, 2, 3))
    return float(np.sqrt(np.mean((images / level[:, None, None] / truth - 1.0) ** 2)))


def level_ratio(sums: Sums, truth: np.ndarray, solve: bool = True) -> float:
    """Brightest over darkest level over truth, after gains or as it is; the worst band."""
    network = network_of(sums)
    level = network.mean
    if solve:
        solution = solve_robust(network, GlobalModel.GAIN_OFFSET, np.zeros(sums.images, dtype=bool))
        level = solution.gain * network.mean + solution.offset
    away = level / truth
    return float((away.max(axis=0) / away.min(axis=0)).max())
