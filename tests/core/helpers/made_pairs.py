"""Two images of one ground of which a part changed, with a known gain."""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from made_scenes import texture, write

from evenlight.core.settings import PifMethod

needs_opencv = pytest.mark.skipif(importlib.util.find_spec("cv2") is None, reason="OpenCV is not installed")
FITTED = [PifMethod.RESIDUAL, PifMethod.IR_MAD, pytest.param(PifMethod.FLOOD_FROM_MATCH_POINTS, marks=needs_opencv)]
"""The methods that choose, for parameters of tests."""

GAIN, OFFSET, NOISE = 1.5, -300.0, 50.0


class MadePair(NamedTuple):
    """What two images show, and what is true of them."""

    first: np.ndarray
    second: np.ndarray
    """(K, rows, columns) float64; the second is 1.5 times the first less 300, but for noise of 50 in both."""
    changed: np.ndarray
    """(rows, columns) bool."""

    def files(self, folder: Path, dtype: str = "uint16") -> list[str]:
        """Both as rasters of one place."""
        folder.mkdir(parents=True, exist_ok=True)
        return [
            write(folder / f"{name}.tif", stored(values, dtype), nodata=0 if dtype == "uint16" else None)
            for name, values in (("one", self.first), ("two", self.second))
        ]


def stored(values: np.ndarray, dtype: str) -> np.ndarray:
    """As a sensor does."""
    return values.astype(dtype) if dtype.startswith("f") else np.clip(np.rint(values), 1, 65535).astype(dtype)


@lru_cache(maxsize=4)
def made_pair(size: int = 300, bands: int = 4, share: float = 0.05, seed: int = 1, patches: int = 5) -> MadePair:
    """Patches of about ``share`` of the ground show something else in the second image."""
    random = np.random.default_rng(5000 + seed)
    ground = texture(bands, size, size, seed)
    first = ground + NOISE * random.normal(size=ground.shape)
    second = GAIN * ground + OFFSET + NOISE * random.normal(size=ground.shape)
    changed = np.zeros((size, size), dtype=bool)
    side = int(size * (share / patches) ** 0.5)
    for _ in range(patches):
        row, column = random.integers(0, size - side, 2)
        changed[row : row + side, column : column + side] = True
    second[:, changed] = 0.4 * second[:, changed] + 1800 + 900 * random.normal(size=(bands, 1))
    for array in (first, second, changed):
        array.setflags(write=False)
    return MadePair(first, second, changed)
