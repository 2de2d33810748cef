"""Light that images of one sensor or flight share: a smooth factor in the images' own coordinates.

u and v run from -0.5 to 0.5 over an image's columns and rows;

    field = exp(a u + b v + c (u^2 - 1/12) + d (v^2 - 1/12) + e u v) / its mean over the image

Pixels are divided by it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..raster.grid import Grid, PixelPositions
from ..raster.image import Image
from .corrections import RowsCorrection

TERMS = 5
NODES = 64
"""Along a side, for the field's mean."""
SIDES = np.linspace(-0.5, 0.5, 3)
ROUNDING = 1e-9
"""A turn by less is none."""


def basis(u: np.ndarray, v: np.ndarray) -> np.ndarray:
    """The terms at places in an image, (..., 5); over a whole image their means are 0."""
    u, v = np.broadcast_arrays(u, v)
    return np.stack([u, v, u**2 - 1 / 12, v**2 - 1 / 12, u * v], axis=-1)


@dataclass(frozen=True)
class Placement:
    """Where an image lies on the canvas: (u, v) = origin + matrix (x, y)."""

    origin: np.ndarray
    """(2,)."""
    matrix: np.ndarray
    """(2, 2)."""

    @classmethod
    def of_image(cls, image: Image, canvas: Grid) -> Placement:
        """Exact within one coordinate system, else the nearest affine map."""
        positions = PixelPositions(image.grid, canvas, image.path)
        return cls.fitted(*positions.at((SIDES + 0.5) * image.width, (SIDES + 0.5) * image.height))

    @classmethod
    def fitted(cls, x: np.ndarray, y: np.ndarray) -> Placement:
        """The affine map nearest to canvas coordinates of `nodes`."""
        v, u = np.meshgrid(SIDES, SIDES, indexing="ij")
        # about the image's centre: far from the canvas's origin the columns would be nearly parallel
        middle = x[1, 1], y[1, 1]
        known = np.column_stack([np.ones(x.size), x.ravel() - middle[0], y.ravel() - middle[1]])
        solved = np.linalg.lstsq(known, np.column_stack([u.ravel(), v.ravel()]), rcond=None)[0]
        matrix = np.where(np.abs(solved[1:]) < ROUNDING * np.abs(solved[1:]).max(), 0.0, solved[1:]).T
        return cls(solved[0] - matrix @ middle, matrix)

    def at(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """u and v of canvas coordinates that can be broadcast; those of an image parallel to it are not."""
        u, v = (
            start + (along * x if along else 0.0) + (across * y if across else 0.0)
            for start, (along, across) in zip(self.origin, self.matrix)
        )
        return u, v

    def nodes(self) -> tuple[np.ndarray, np.ndarray]:
        """Canvas coordinates of the image's corners, the middles of its sides and its centre, (3, 3) each."""
        v, u = np.meshgrid(SIDES, SIDES, indexing="ij")
        found = np.linalg.solve(self.matrix, np.stack([u.ravel(), v.ravel()]) - self.origin[:, None])
        return found[0].reshape(u.shape), found[1].reshape(u.shape)

    def to_json(self) -> dict:
        """Plain data."""
        return {"origin": self.origin.tolist(), "matrix": self.matrix.tolist()}

    @classmethod
    def from_json(cls, content: Mapping) -> Placement:
        """The place that `to_json` wrote."""
        return cls(np.array(content["origin"], float), np.array(content["matrix"], float))

    @property
    def centre(self) -> np.ndarray:
        """(2,) canvas coordinates of the image's centre."""
        return np.linalg.solve(self.matrix, -self.origin)


@dataclass(frozen=True)
class LightField:
    """A `Correction`: y = x / field."""

    terms: np.ndarray
    """(K, 5) a to e of every band."""
    placement: Placement

    @cached_property
    def _mean(self) -> np.ndarray:
        """(K,) of the field before it is divided by it."""
        nodes = (np.arange(NODES) + 0.5) / NODES - 0.5
        return np.exp(basis(nodes, nodes[:, None]) @ self.terms.T).mean(axis=(0, 1))

    def at(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """The field at canvas coordinates that can be broadcast, (K, ...) float64."""
        logarithm = basis(*self.placement.at(x, y)) @ self.terms.T - np.log(self._mean)
        return np.exp(np.moveaxis(logarithm, -1, 0))

    def over(self, x: np.ndarray, y: np.ndarray, dtype: np.dtype) -> RowsCorrection:
        """See `Correction`."""
        u, v = (place.astype(dtype) for place in self.placement.at(x, y if x.ndim == 2 else y[:, None]))
        level = (np.log(self._mean) + self.terms[:, 2:4].sum(axis=1) / 12).astype(dtype)

        def correct(values: np.ndarray, rows: slice) -> np.ndarray:
            across, down = (place[rows] if place.ndim == 2 else place for place in (u, v))
            for pixels, (a, b, c, d, e), one in zip(values, self.terms.astype(dtype), level):
                logarithm = (a + c * across) * across + ((b + d * down) * down - one)
                if e:
                    logarithm += e * across * down
                pixels *= np.exp(-logarithm)
            return values

        return correct

    def to_json(self) -> dict:
        """See `Correction`."""
        return {"kind": "common_light", "terms": self.terms.tolist(), **self.placement.to_json()}

    @classmethod
    def from_json(cls, content: Mapping) -> LightField:
        """The field that `to_json` wrote."""
        return cls(np.array(content["terms"], float).reshape(-1, TERMS), Placement.from_json(content))
