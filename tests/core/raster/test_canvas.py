"""The canvas, its blocks, and images of other grids on it."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_scenes import NORTH, PIXEL, WEST, write

from evenlight.core.checks import check_images
from evenlight.core.errors import OptionError, Problems
from evenlight.core.raster.canvas import footprint, make_canvas
from evenlight.core.raster.grid import Grid
from evenlight.core.raster.image import describe
from evenlight.core.settings import CanvasExtent, LocalSettings
from evenlight.core.statistics.blocks import BlockGrid, block_bounds, block_grid, cell_grid, cells_per_block


def column_starts(grid, canvas):
    """First canvas column of every grid column, and the end of the last."""
    return [grid.column_start(canvas, column) for column in range(grid.columns + 1)]


def row_starts(grid, canvas):
    """The same of rows."""
    return [grid.row_start(canvas, row) for row in range(grid.rows + 1)]


def canvas_of(width, height, west=0.0, north=0.0, pixel=1.0):
    """A canvas without a coordinate system."""
    return Grid("", (west, pixel, 0.0, north, 0.0, -pixel), width, height)


@settings(max_examples=150, deadline=None)
@given(
    width=st.integers(1, 300),
    columns=st.integers(1, 40),
    west=st.sampled_from([0.0, 500000.0, -73.25]),
    pixel=st.sampled_from([1.0, 0.25, 30.0]),
    begin=st.floats(-20, 20),
    end=st.floats(-20, 20),
)
def test_a_pixel_belongs_to_the_block_that_holds_its_centre(width, columns, west, pixel, begin, end):
    """Any canvas and any block grid, also one whose edges lie off the canvas."""
    canvas = canvas_of(width, width, west, 0.0, pixel)
    left, right = west + begin * pixel, west + (width + end) * pixel
    if right - left < pixel:
        return
    grid = BlockGrid((left, -width * pixel, right, 0.0), 1, columns)
    starts = column_starts(grid, canvas)
    for column in range(width):
        centre = west + (column + 0.5) * pixel
        position = (centre - left) / grid.cell_width
        if not 0 <= position < columns or abs(position - round(position)) < 1e-6:
            continue
        owner = np.searchsorted(starts, column, side="right") - 1
        assert owner == math.floor(position)


@pytest.mark.parametrize(("blocks", "starts"), [(2, [0, 1, 3]), (6, [0, 0, 1, 1, 2, 2, 3])])
def test_an_edge_on_a_centre_gives_the_pixel_to_the_right_block(blocks, starts):
    """Three pixels in two or six blocks: a centre that is an edge belongs to the block on its right."""
    assert column_starts(BlockGrid((0.0, -3.0, 3.0, 0.0), 1, blocks), canvas_of(3, 3)) == starts


def test_rows_are_counted_from_the_north():
    """Ten rows in blocks of four, three and three pixels' height, top first."""
    assert row_starts(BlockGrid((0.0, -10.0, 10.0, 0.0), 3, 1), canvas_of(10, 10)) == [0, 3, 7, 10]


def images_at(folder, places, size=40, **options):
    """Images of one grid at (row, column)."""
    array = np.arange(1, size * size + 1, dtype=np.uint16).reshape(1, size, size)
    return [write(folder / f"{n}.tif", array, *place, **options) for n, place in enumerate(places)]


def test_the_canvas_covers_all_images_on_their_grid(tmp_path):
    """Three images of one grid: their union, pixel for pixel."""
    images = check_images(images_at(tmp_path, [(0, 0), (10, 25), (30, 5)]))
    canvas = make_canvas(images)
    assert canvas.bounds == (WEST, NORTH - 70 * PIXEL, WEST + 65 * PIXEL, NORTH)
    assert [footprint(image, canvas) for image in images] == [(0, 0, 40, 40), (25, 10, 40, 40), (5, 30, 40, 40)]


def test_the_order_of_images_does_not_move_the_canvas(tmp_path):
    """Grids that are shifted by parts of a pixel: one canvas for every order."""
    images = [describe(path) for path in images_at(tmp_path, [(0.3, 0), (5, 10.4), (10.7, 3)])]
    assert len({make_canvas(order) for order in permutations(images)}) == 1


def test_a_shift_by_a_part_of_a_pixel_is_read_directly(tmp_path):
    """Resampling by half a pixel would smooth one image and give it a wrong gain."""
    images = [describe(path) for path in images_at(tmp_path, [(0, 0), (5.4, 10.4)])]
    canvas = make_canvas(images)
    assert all(image.grid.is_aligned(canvas) for image in images)
    assert footprint(images[1], canvas) == (10, 5, 40, 40)


def test_the_coarsest_pixel_makes_the_canvas(tmp_path):
    """10 m and 30 m: compared at 30 m, the support that both have."""
    fine = write(tmp_path / "fine.tif", np.ones((1, 60, 60), np.uint8))
    coarse = write(tmp_path / "coarse.tif", np.ones((1, 30, 30), np.uint8), pixel=30.0)
    canvas = make_canvas([describe(fine), describe(coarse)])
    assert (canvas.pixel_size, canvas.width) == ((30.0, 30.0), 30)
    assert not describe(fine).grid.is_aligned(canvas)


def test_the_most_frequent_system_makes_the_canvas(tmp_path):
    """Two images in one zone, one in its neighbour."""
    paths = images_at(tmp_path, [(0, 0), (5, 5)])
    other = write(tmp_path / "other.tif", np.ones((1, 40, 40), np.uint16), epsg=32615)
    canvas = make_canvas([describe(path) for path in [other, *paths]])
    assert "zone 14N" in canvas.crs


def test_one_image_without_a_system_among_others_is_refused(tmp_path):
    """Nobody knows where it lies."""
    paths = images_at(tmp_path, [(0, 0)])
    paths.append(write(tmp_path / "nowhere.tif", np.ones((1, 40, 40), np.uint16), epsg=None))
    with pytest.raises(Problems, match="no coordinate system"):
        check_images(paths)


@pytest.mark.parametrize(
    ("settings_", "rows", "columns", "fewer"),
    [
        (LocalSettings(blocks=8), 2, 8, False),
        (LocalSettings(block_rows=3), 3, 12, False),
        (LocalSettings(block_columns=9), 2, 9, False),
        (LocalSettings(block_rows=2, block_columns=9), 2, 9, False),
        (LocalSettings(blocks=100000), 10, 40, True),
        (LocalSettings(block_rows=11, block_columns=2), 10, 2, True),
    ],
)
def test_block_grids_follow_the_settings(settings_, rows, columns, fewer):
    """A canvas of 160 x 640 pixels and two images; one side alone gives square blocks, none under 16 pixels."""
    canvas = canvas_of(640, 160)
    grid, told = block_grid(canvas, canvas.bounds, 2, settings_)
    assert (grid.rows, grid.columns, told) == (rows, columns, fewer)


def test_cells_are_small_in_small_images_and_never_above_256():
    """Blocks are cut until cells fit, and in two from 48 pixels on."""
    canvas = canvas_of(10000, 10000)
    assert cells_per_block(BlockGrid(canvas.bounds, 10, 10), canvas) == 4
    assert cells_per_block(BlockGrid(canvas.bounds, 20, 20), canvas) == 2
    assert cells_per_block(BlockGrid(canvas.bounds, 19, 19), canvas) == 3
    assert cells_per_block(BlockGrid(canvas.bounds, 208, 208), canvas) == 2
    assert cells_per_block(BlockGrid(canvas.bounds, 209, 209), canvas) == 1
    # long blocks, 20 and 100 pixels wide
    assert cells_per_block(BlockGrid(canvas.bounds, 1, 500), canvas) == 1
    assert cells_per_block(BlockGrid(canvas.bounds, 1, 100), canvas) == 6


def test_cells_of_the_global_step_shrink_with_the_images(tmp_path):
    """Images of 40 pixels have cells of 16: held-out figures need several in an overlap."""
    images = [describe(path) for path in images_at(tmp_path, [(0, 0), (0, 20)])]
    canvas = make_canvas(images)
    grid = cell_grid(canvas, images)
    assert (grid.cell_width, grid.rows, grid.columns) == (16 * PIXEL, 3, 4)
    assert column_starts(grid, canvas) == [0, 16, 32, 48, 60]


def test_a_given_extent_is_transformed_and_must_touch(tmp_path):
    """An extent in degrees lands on the images; one elsewhere is refused by its parameter's name."""
    canvas = make_canvas([describe(path) for path in images_at(tmp_path, [(0, 0), (5, 5)])])
    bounds = block_bounds(canvas, CanvasExtent(-99.1, 46.9, -98.9, 47.0, "EPSG:4326"))
    assert bounds[0] < WEST < bounds[2]
    assert bounds[1] < NORTH < bounds[3]
    with pytest.raises(OptionError, match="CANVAS_EXTENT"):
        block_bounds(canvas, CanvasExtent(0, 0, 10, 10))


def wide(image, size):
    """The image as if it had so many columns and rows."""
    return replace(image, grid=replace(image.grid, width=size, height=size))


@pytest.mark.parametrize(
    ("size", "step", "cell"), [(1000, 700, 32), (1000, 100, 64), (2500, 1750, 128), (4000, 2400, 128), (200, 180, 16)]
)
def test_cells_of_the_global_step_are_small_in_small_overlaps(tmp_path, size, step, cell):
    """A hundred of them tell where the ground changed; 32 pixels are small enough for that."""
    images = [wide(describe(path), size) for path in images_at(tmp_path, [(0, 0), (0, step)])]
    canvas = make_canvas(images)
    assert cell_grid(canvas, images).cell_width == pytest.approx(cell * PIXEL)


@pytest.mark.parametrize("shift", [0.0, 0.5, 0.25])
def test_cells_of_the_global_step_do_not_move_with_the_canvas(tmp_path, shift):
    """Images join on any side: the cells of those that were there keep their edges in map units."""
    places = [(row + shift, column + shift) for row, column in ((100, 100), (120, 130), (87, 61), (40, 119))]
    images = [describe(path) for path in images_at(tmp_path, places)]
    edges = set()
    for number in range(1, 5):
        canvas = make_canvas(images[:number])
        grid = cell_grid(canvas, images)
        column, row, *_ = footprint(images[0], canvas)
        columns, rows = np.array(column_starts(grid, canvas)) - column, np.array(row_starts(grid, canvas)) - row
        edges.add((*columns[(columns > 0) & (columns < 40)], -1, *rows[(rows > 0) & (rows < 40)]))
    assert len(edges) == 1


def test_cells_of_the_global_step_are_powers_of_two(tmp_path):
    """Images of nearly one size share a size of cells, so that one that joins seldom changes it."""
    for size, cell in ((40, 16), (300, 16), (500, 32), (900, 64), (1000, 64), (4000, 256), (20000, 256)):
        image = describe(images_at(tmp_path, [(0, 0)])[0])
        canvas = canvas_of(20000, 20000)
        assert cell_grid(canvas, [wide(image, size)]).cell_width == cell
