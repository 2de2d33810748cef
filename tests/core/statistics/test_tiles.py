"""How the canvas is cut for the sweep."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evenlight.core.raster.grid import Grid
from evenlight.core.raster.window import Window
from evenlight.core.statistics.blocks import BlockGrid, CellBox, Cells
from evenlight.core.statistics.tiles import Tiling

TILED, STRIPED = (256, 256), (30_000, 1)


def cells_of(width, height, size=200):
    """Square cells over a canvas of one unit a pixel."""
    canvas = Grid("", (0.0, 1.0, 0.0, float(height), 0.0, -1.0), width, height)
    return Cells(BlockGrid((0.0, 0.0, float(width), float(height)), -(-height // size), -(-width // size)), canvas)


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
@pytest.mark.parametrize("workers", [1, 3, 8])
def test_tiles_cover_every_cell_once(budget, workers):
    """Any memory and any number of threads."""
    cells = cells_of(9000, 5000)
    views = [view(Window(0, 0, 5000, 5000)), view(Window(4000, 0, 5000, 5000))]
    assert (covered(cells, Tiling(cells, views, budget, workers, 8192).tiles()) == 1).all()


def test_ground_without_images_is_in_no_tile():
    """Two images far apart."""
    cells = cells_of(20_000, 20_000)
    views = [view(Window(0, 0, 3000, 3000)), view(Window(17_000, 17_000, 3000, 3000))]
    tiles = list(Tiling(cells, views, 1e9, 2, 4000).tiles())
    assert {tile.images for tile in tiles} == {(0,), (1,)}


@pytest.mark.parametrize("budget", [1e9, 1e8, 5e7, 2e7])
def test_what_strips_hold_stays_within_the_budget(budget):
    """Two images, each with a step of 200 columns and a block of 256 beyond, and one read beside them."""
    cells, views = cells_of(8000, 8000), [view(Window(0, 0, 8000, 8000)), view(Window(10, 10, 7990, 7990))]
    rows = [tile.rows[1] - tile.rows[0] for tile in Tiling(cells, views, budget, 1, 8192).tiles()]
    held = max(rows) * 200 * (200 + 256) * 12
    assert 3 * held <= budget
    assert max(rows) == cells.rows or 6 * held > budget


def test_strips_are_not_cut_across():
    """A file of strips is decoded a whole strip at a time: its tiles are as wide as the image."""
    cells = cells_of(30_000, 6000)
    tiles = list(Tiling(cells, [view(Window(0, 0, 30_000, 6000), STRIPED)], 2e8, 2, 8192).tiles())
    assert len(tiles) > 1
    assert {tile.columns for tile in tiles} == {(0, cells.columns)}


def test_every_thread_gets_tiles():
    """Of images that are worth it."""
    views = [view(Window(0, 0, 8000, 8000))]
    assert len(list(Tiling(cells_of(8000, 8000), views, 1e9, 8, 8192).tiles())) >= 8
    assert len(list(Tiling(cells_of(900, 900), [view(Window(0, 0, 900, 900))], 1e9, 8, 8192).tiles())) == 1


def test_work_grows_with_footprints_and_not_with_the_canvas():
    """Four hundred images over a canvas of a hundred million pixels a side: as many tiles, none much larger."""
    random = np.random.default_rng(1)
    cells = cells_of(10**8, 10**8, 256)
    views = [view(Window(*random.integers(0, 10**8 - 300, 2).tolist(), 300, 200)) for _ in range(400)]
    tiles = list(Tiling(cells, views, 1e9, 4, 8192).tiles())
    assert {index for tile in tiles for index in tile.images} == set(range(400))
    assert len(tiles) <= 400
    assert sum(width * height for *_, width, height in (cells.window(tile.rows, tile.columns) for tile in tiles)) < 2e8


def test_a_chain_of_images_has_no_tiles_beside_it():
    """A thousand images from corner to corner: the empty corners of the group are in no tile."""
    cells = cells_of(8_000_000, 8_000_000, 256)
    views = [view(Window(8000 * number, 8000 * number, 9000, 9000)) for number in range(999)]
    tiles = list(Tiling(cells, views, 1e9, 4, 8192).tiles())
    assert len(tiles) < 5 * 999
    assert all(1 <= len(tile.images) <= 3 for tile in tiles)


@settings(max_examples=100, deadline=None)
@given(
    canvas=st.tuples(st.integers(1, 300), st.integers(1, 300)),
    begin=st.floats(-40, 40),
    extent=st.floats(20, 400),
    number=st.integers(1, 30),
    window=st.tuples(st.integers(0, 250), st.integers(0, 250), st.integers(1, 60), st.integers(1, 60)),
)
def test_a_window_meets_the_cells_that_hold_its_pixels(canvas, begin, extent, number, window):
    """Any grid, also one that begins or ends off the canvas: as by looking at every cell."""
    width, height = canvas
    column, row, *size = window
    window = Window(min(column, width - 1), min(row, height - 1), *size).clipped(canvas)
    grid = BlockGrid((begin, height - begin - extent, begin + extent, height - begin), number, number)
    cells = Cells(grid, Grid("", (0.0, 1.0, 0.0, float(height), 0.0, -1.0), width, height))
    box = cells.box(window)
    for start, count, first, length, span in (
        (box.column, box.columns, window.column, window.width, lambda n: cells.window((0, 1), (n, n + 1))[::2]),
        (box.row, box.rows, window.row, window.height, lambda n: cells.window((n, n + 1), (0, 1))[1::2]),
    ):
        met = [n for n in range(number) if span(n)[1] > 0 and first < sum(span(n)) and span(n)[0] < first + length]
        assert set(met) <= set(range(start, start + count))
        assert all(span(n)[1] == 0 for n in set(range(start, start + count)) - set(met))


def test_a_sample_is_the_same_for_every_box():
    """A part of a larger box, and the cells of small images whole."""
    cells = cells_of(10**8, 10**8, 16)
    small = cells.small([Window(1600, 1600, 48, 48), Window(0, 0, 4000, 4000)])
    assert small.tolist() == [[100, 100, 3, 3]]
    whole = cells.sampled(CellBox(90, 95, 40, 30), small)
    assert np.array_equal(cells.sampled(CellBox(95, 99, 20, 10), small), whole[5:25, 4:14])
    assert whole[10:13, 5:8].all()
    assert 0.2 < whole.mean() < 0.3
