"""Polygons that limit what of single images is looked at, on any grid that they are seen on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from ..raster.grid import Grid
from ..raster.image import Image, same_file_key
from ..raster.window import Window
from ..settings import SelectionMode
from .polygons import PolygonMask, Rasterizer, assign_polygons, prepared


@dataclass(frozen=True)
class ImageLimits:
    """Which pixels of images count; an image that no polygon belongs to counts wholly."""

    mask: PolygonMask
    mode: SelectionMode
    images: Sequence[Image]
    """All that polygons may belong to by name."""

    def on(self, image: Image, grid: Grid) -> Callable[[Window], np.ndarray] | None:
        """What says which pixels of a window of a grid count for an image, (height, width) bool; None: all of them.

        Raises `MaskGeometryError` or `ReferenceSystemError`.
        """
        keys = [same_file_key(one.path) for one in self.images]
        if same_file_key(image.path) not in keys:
            return None
        everywhere, by_image = assign_polygons(self.mask, self.images)
        own = [*everywhere, *by_image.get(keys.index(same_file_key(image.path)), ())]
        if not own:
            return None
        polygons = Rasterizer(prepared(own, self.mask.crs, grid.bounds, grid.crs), grid.crs)
        return partial(_allowed, polygons, self.mode, grid)


def _allowed(polygons: Rasterizer, mode: SelectionMode, grid: Grid, window: Window) -> np.ndarray:
    inside = polygons.inside(grid, window)
    return inside if mode is SelectionMode.INCLUDE else ~inside
