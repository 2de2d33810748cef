"""Labels: each pixel of the union from one image that has it, whatever the shapes, windows and orders."""

from __future__ import annotations

import numpy as np
import pytest
from made_mosaics import SHAPES, assert_partition, box, cut_images, layout
from made_scenes import write

from evenlight.core.mosaicking.partition import Partition
from evenlight.core.mosaicking.survey import survey
from evenlight.core.raster.window import Window
from evenlight.core.run import Run
from evenlight.core.settings import ExecutionSettings


def partition(paths, folder, reduction=0, run=Run(), **options):
    return Partition(survey(layout(paths), reduction, False, str(folder), run), **options)


@pytest.mark.parametrize("reduction", [0, 1, 8])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_union_is_the_union(shape, reduction, tmp_path):
    """Of all shapes, whatever the cells: nothing is left out, nothing invented, nothing twice."""
    places = SHAPES[shape]
    found = partition(cut_images(tmp_path, places), tmp_path, reduction)
    assert_partition(found.labels(found.layout.grid.window), places)


@pytest.mark.parametrize("ranks", [None, "upwards"])
@pytest.mark.parametrize("shape", SHAPES)
def test_windows_threads_and_budget_change_nothing(shape, ranks, tmp_path):
    """A label is a property of its pixel; windows may reach beyond the grid."""
    paths = cut_images(tmp_path, SHAPES[shape])
    order = None if ranks is None else list(range(len(paths)))
    found = partition(paths, tmp_path, ranks=order, inset=10.0)
    whole = found.labels(found.layout.grid.window)
    other = partition(paths, tmp_path, ranks=order, inset=10.0, run=Run(ExecutionSettings(threads=3, memory_budget=20)))
    for window in found.layout.grid.window.padded(5, 3, 7, 9).cut((37, 23)):
        inner = window.intersection(found.layout.grid.window)
        expected = np.full(window.shape, -1)
        if not inner.is_empty:
            expected[inner.relative_to(window).slices] = whole[inner.slices]
        assert (other.labels(window) == expected).all()


def test_seams_lie_in_the_middle_of_overlaps(tmp_path):
    """Two rectangles that overlap by 40 columns part in the middle of them, to a pixel."""
    found = partition(cut_images(tmp_path, [box(0, 0, 200, 200), box(0, 160, 200, 200)]), tmp_path)
    labels = found.labels(found.layout.grid.window)
    assert (np.count_nonzero(labels[40:160] == 0, axis=1) == 180).all()


def test_images_between_pixels_are_resampled(tmp_path):
    """The partition is that of the pixels whose centres fall on valid ones."""
    paths = cut_images(tmp_path, [box(0, 0, 40, 40), box(0, 60, 40, 40)])
    paths.append(write(tmp_path / "odd.tif", np.ones((2, 30, 30), np.uint16), 10.4, 30.4, nodata=0))
    found = partition(paths, tmp_path)
    labels = found.labels(found.layout.grid.window)
    assert (labels >= 0).sum() == 2 * 40 * 40 + 20 * 30
    assert (labels == 2)[10:40, 40:60].all()


def test_rank_comes_before_distance(tmp_path):
    """A contained image gets nothing by distance, and all but its rim of 10 pixels where it ranks first."""
    places = [box(0, 0, 200, 200), box(40, 50, 100, 100)]
    paths = cut_images(tmp_path, places)
    plain = partition(paths, tmp_path)
    assert not (plain.labels(plain.layout.grid.window) == 1).any()
    ranked = partition(paths, tmp_path, reduction=1, ranks=[0.0, 1.0], inset=10.0)
    labels = ranked.labels(ranked.layout.grid.window)
    assert_partition(labels, places)
    assert (labels[52:128, 62:138] == 1).all()
    assert not (labels[40:49] == 1).any()


def test_small_holes_are_no_edges(tmp_path):
    """A hole of 40 pixels in the first image is filled by the second, and its surroundings stay the first's."""
    valid = np.ones((300, 300), bool)
    valid[140:180, 140:180] = False
    places = [(0, 0, valid), box(100, 100, 150, 150)]
    found = partition(cut_images(tmp_path, places), tmp_path)
    labels = found.labels(found.layout.grid.window)
    assert_partition(labels, places)
    assert np.count_nonzero(labels == 1) == 40 * 40


def test_an_added_image_changes_labels_inside_itself_only(tmp_path):
    """And the others stay what they were, whatever their neighbours became."""
    places = [box(0, 0, 160, 160), box(0, 120, 160, 160), box(0, 400, 160, 160)]
    more = [*places, box(100, 130, 160, 160)]
    before = partition(cut_images(tmp_path, places), tmp_path)
    after = partition(cut_images(tmp_path, more), tmp_path)
    one, other = before.labels(before.layout.grid.window), after.labels(after.layout.grid.window)
    height, width = one.shape
    changed = one != other[:height, :width]
    changed[100:260, 130:290] = False
    assert not changed.any()


def test_bands_valid_apart(tmp_path):
    """Where one image lacks a band, another that has all of them gives the pixel; where none has, any does."""
    first, second = np.full((2, 2, 80, 80), 500, np.uint16)
    first[0, 20:30, 20:50] = 0
    second[:, :, :40] = 0
    paths = [write(tmp_path / f"{n}.tif", values, 0, 0, nodata=0) for n, values in enumerate((first, second))]
    found = partition(paths, tmp_path, reduction=1)
    labels = found.labels(Window(0, 0, 80, 80))
    assert (labels >= 0).all()
    assert (labels[20:30, 20:40] == 0).all() and (labels[20:30, 40:50] == 1).all()
