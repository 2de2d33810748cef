"""Tiles of a ground that lie wrong by known transforms, and tie points between them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from evenlight.core.align.network import Footprints, footprints_of
from evenlight.core.align.tie_points import TiePoints
from evenlight.core.align.transform import Transform
from evenlight.core.raster.window import Window
from evenlight.core.statistics.overlaps import overlapping_pairs

SIDE, STEP = 1000, 700


class Tiles(NamedTuple):
    """Overlapping tiles; `truth` brings each to where it belongs."""

    windows: list[Window]
    footprints: Footprints
    truth: list[Transform]
    pairs: np.ndarray


def tiles(rows: int, columns: int, truth: str, seed: int = 0, shift: float = 8.0, step: int = STEP) -> Tiles:
    """Tiles of 1000 x 1000 pixels, 700 apart, each moved by a random transform of a kind."""
    rng = np.random.default_rng(seed)
    windows = [Window(step * c, step * r, SIDE, SIDE) for r in range(rows) for c in range(columns)]
    footprints = footprints_of(windows)
    found = []
    for centre in footprints.centre:
        angle, scale = {"translation": (0, 1), "rigid": (rng.normal(0, 0.005), 1)}.get(
            truth, (rng.normal(0, 0.005), 1 + rng.normal(0, 0.003))
        )
        linear = scale * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        if truth == "affine":
            linear = linear @ (np.eye(2) + rng.normal(0, 0.002, (2, 2)))
        matrix = np.eye(3)
        matrix[:2, :2] = linear
        matrix[:2, 2] = centre - linear @ centre + rng.uniform(-shift, shift, 2)
        found.append(Transform(matrix))
    return Tiles(windows, footprints, found, overlapping_pairs(windows))


def common_box(made: Tiles, one: int, other: int) -> np.ndarray:
    """West, north, east, south of what two tiles share."""
    (c1, r1, w1, h1), (c2, r2, w2, h2) = made.windows[one], made.windows[other]
    return np.array([max(c1, c2), max(r1, r2), min(c1 + w1, c2 + w2), min(r1 + h1, r2 + h2)], dtype=float)


def tie_points(
    made: Tiles,
    count: int = 100,
    noise: float = 0.0,
    wrong: float = 0.0,
    seed: int = 1,
    pairs: np.ndarray | None = None,
) -> TiePoints:
    """Points in every overlap, with noise per coordinate and a share that is grossly wrong."""
    rng = np.random.default_rng(seed)
    parts = []
    for one, other in (made.pairs if pairs is None else pairs).tolist():
        box = common_box(made, one, other)
        ground = rng.uniform(box[:2], box[2:], (count, 2))
        at = [made.truth[image].inverse().moved(ground) for image in (one, other)]
        at = [positions + rng.normal(0, noise / np.sqrt(2), positions.shape) for positions in at]
        bad = rng.random(count) < wrong
        at[1][bad] += rng.uniform(-60, 60, (int(bad.sum()), 2))
        parts.append(TiePoints.of_pair(one, other, *at))
    return TiePoints.joined(parts)


def disagreement(made: Tiles, found: list[Transform], pairs: np.ndarray | None = None) -> np.ndarray:
    """How far apart two images of a pair show a corner of their overlap: pixels, one number per corner."""
    errors = []
    for one, other in (made.pairs if pairs is None else pairs).tolist():
        west, north, east, south = common_box(made, one, other)
        ground = np.array([[west, north], [east, north], [west, south], [east, south]], dtype=float)
        shown = [found[image].moved(made.truth[image].inverse().moved(ground)) for image in (one, other)]
        errors.append(np.hypot(*(shown[0] - shown[1]).T))
    return np.concatenate(errors)
