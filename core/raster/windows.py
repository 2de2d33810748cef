"""A raster cut into windows that fit in memory."""

from __future__ import annotations

from collections.abc import Iterator

from .image import Image
from .reading import Handles, Window

PIXELS_AT_ONCE = 1_000_000
"""Of a window; more would keep a cancel waiting."""


def tile_windows(size: tuple[int, int], tile: tuple[int, int], most_pixels: float) -> Iterator[Window]:
    """Windows of whole tiles in file order, of at most ``most_pixels`` or one tile; those at the edge are smaller."""
    width, height = size
    tile_width, tile_height = min(tile[0], width), min(tile[1], height)
    across = max(1, int(most_pixels // (tile_width * tile_height)))
    step_x = min(width, tile_width * across)
    step_y = tile_height * max(1, int(most_pixels // (step_x * tile_height))) if step_x == width else tile_height
    for row in range(0, height, step_y):
        for column in range(0, width, step_x):
            yield column, row, min(step_x, width - column), min(step_y, height - row)


def reading_windows(
    image: Image, tile: tuple[int, int], most_pixels: float, handles: Handles, memory: float
) -> Iterator[Window]:
    """`tile_windows` for reading an image; what GDAL's block cache holds is given back on the way.

    Blocks that reach over several windows stay there to the end of a row of windows, so that they
    are decoded once; where the row's values take more than ``memory`` bytes, to the end of a window.
    """
    row_bytes = image.width * tile[1] * len(image.bands) * image.dtype.itemsize
    kept = tile[0] % image.tiling[0] != 0 and row_bytes <= memory
    for window in tile_windows((image.width, image.height), tile, most_pixels):
        yield window
        if window[0] + window[2] == image.width or not kept:
            handles.release_cache()
