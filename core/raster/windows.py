"""A raster cut into windows that fit in memory."""

from __future__ import annotations

from collections.abc import Iterator

from .reading import Window


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
