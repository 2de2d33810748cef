"""How the canvas is cut for the sweep."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from evenlight.core.raster.canvas import Canvas, Grid
from evenlight.core.statistics.plan import Cells
from evenlight.core.statistics.tiles import Tiling

TILED, STRIPED = (256, 256), (30_000, 1)


def cells_of(width, height, size=200):
    """Square cells over a canvas of one unit a pixel."""
    canvas = Canvas("", 0.0, float(height), 1.0, 1.0, width, height)
    return Cells(Grid((0.0, 0.0, float(width), float(height)), -(-height // size), -(-width // size)), canvas)


def view(window, block=TILED, bytes_per_pixel=12):
    """One image's footprint."""
    return SimpleNamespace(window=window, block_size=block, bytes_per_pixel=bytes_per_pixel)


def covered(cells, tiles):
    """How often each cell lies in a tile."""
    times = np.zeros((cells.rows, cells.columns), int)
    for tile in tiles:
        times[slice(*tile.rows), slice(*tile.columns)] += 1
    return times


@pytest.mark.parametrize("budget", [1e5, 1e7, 1e9])
@pytest.mark.parametrize("lanes", [1, 3, 8])
def test_tiles_cover_every_cell_once(budget, lanes):
    """Any memory and any number of threads."""
    cells = cells_of(9000, 5000)
    views = [view((0, 0, 5000, 5000)), view((4000, 0, 5000, 5000))]
    assert (covered(cells, Tiling(cells, views, budget, lanes, 8192).tiles()) == 1).all()


def test_ground_without_images_is_in_no_tile():
    """Two images far apart."""
    cells = cells_of(20_000, 20_000)
    views = [view((0, 0, 3000, 3000)), view((17_000, 17_000, 3000, 3000))]
    tiles = list(Tiling(cells, views, 1e9, 2, 4000).tiles())
    assert {tile.images for tile in tiles} == {(0,), (1,)}


@pytest.mark.parametrize("budget", [1e9, 1e8, 5e7, 2e7])
def test_what_strips_hold_stays_within_the_budget(budget):
    """Two images, each with a step of 200 columns and a block of 256 beyond, and one read beside them."""
    cells, views = cells_of(8000, 8000), [view((0, 0, 8000, 8000)), view((10, 10, 7990, 7990))]
    rows = [tile.rows[1] - tile.rows[0] for tile in Tiling(cells, views, budget, 1, 8192).tiles()]
    held = max(rows) * 200 * (200 + 256) * 12
    assert 3 * held <= budget
    assert max(rows) == cells.rows or 6 * held > budget


def test_strips_are_not_cut_across():
    """A file of strips is decoded a whole strip at a time: its tiles are as wide as the image."""
    cells = cells_of(30_000, 6000)
    tiles = list(Tiling(cells, [view((0, 0, 30_000, 6000), STRIPED)], 2e8, 2, 8192).tiles())
    assert len(tiles) > 1
    assert {tile.columns for tile in tiles} == {(0, cells.columns)}


def test_every_thread_gets_tiles():
    """Of images that are worth it."""
    views = [view((0, 0, 8000, 8000))]
    assert len(list(Tiling(cells_of(8000, 8000), views, 1e9, 8, 8192).tiles())) >= 8
    assert len(list(Tiling(cells_of(900, 900), [view((0, 0, 900, 900))], 1e9, 8, 8192).tiles())) == 1
