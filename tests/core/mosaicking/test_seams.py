"""Least visible seams: where images agree, away from areas to avoid, and always a partition."""

from __future__ import annotations

import numpy as np
import pytest
from made_mosaics import SHAPES, assert_partition, box, cut_images, layout
from made_scenes import texture, write
from scipy import ndimage

from evenlight.core.mosaicking.finding import find_partition
from evenlight.core.mosaicking.settings import SeamMethod, SeamSettings
from evenlight.core.run import Run
from evenlight.core.settings import ExecutionSettings


def labels_of(paths, folder, run=Run(), settings=SeamSettings(), **options):
    found = find_partition(layout(paths), settings, str(folder), run, **options)
    return found.labels(found.layout.grid.window)


@pytest.mark.parametrize("reduction", [0, 1, 8])
@pytest.mark.parametrize("shape", SHAPES)
def test_the_union_is_the_union(shape, reduction, tmp_path):
    """Moved seams never leave a pixel out, nor take one that is not there."""
    places = SHAPES[shape]
    gains = 1.0 + 0.1 * np.arange(len(places))
    paths = cut_images(tmp_path, places, gains=gains)
    assert_partition(labels_of(paths, tmp_path, settings=SeamSettings(reduction=reduction)), places)


def test_threads_budget_and_windows_change_nothing(tmp_path):
    """Pieces of seams are solved at once in any order."""
    paths = cut_images(tmp_path, SHAPES["rotated 3 x 3"], gains=1 + 0.05 * np.arange(9))
    one = labels_of(paths, tmp_path, Run(ExecutionSettings(threads=1)))
    other = labels_of(paths, tmp_path, Run(ExecutionSettings(threads=3, memory_budget=30)))
    assert (one == other).all()
    found = find_partition(layout(paths), SeamSettings(), str(tmp_path), Run())
    for window in found.layout.grid.window.cut((61, 47)):
        assert (found.labels(window) == one[window.slices]).all()


def groove_images(folder, groove):
    """Two images that differ everywhere but in a winding groove of 5 pixels."""
    truth = np.full((2, 240, 420), 1000.0)
    differs = np.where(groove, 0.0, 300.0 + 100 * texture(1, 240, 420, seed=5, mean=0, std=1)[0])
    first = np.clip(truth, 1, 60000)
    second = np.clip(truth + differs, 1, 60000)
    one = cut_images(folder, [box(0, 0, 240, 300)], first)[0]
    (folder / "b").mkdir()
    other = write(folder / "b" / "other.tif", second[:, :, 120:].astype(np.uint16), 0, 120, nodata=0)
    return [one, other]


def test_a_seam_follows_a_groove(tmp_path):
    """Through an overlap of 180 columns, to the pixel."""
    y, x = np.mgrid[:240, :420]
    groove = np.abs(x - 210 - 40 * np.sin(y / 40)) < 5
    labels = labels_of(groove_images(tmp_path, groove), tmp_path)
    edges = labels[:, 1:] != labels[:, :-1]
    beside = ndimage.binary_dilation(groove)[:, 1:]
    assert np.count_nonzero(edges & beside) >= 0.97 * np.count_nonzero(edges)


class Band:
    """An area to avoid: columns of the grid from one to another."""

    def __init__(self, low, high):
        self.low, self.high = low, high

    def inside(self, grid, window):
        pixel = 10.0
        x0 = 500000.0
        x = grid.geotransform[0] + (window.column + 0.5 + np.arange(window.width)) * grid.geotransform[1]
        column = (x - x0) / pixel
        return np.broadcast_to((column > self.low) & (column < self.high), window.shape)


def test_areas_are_avoided(tmp_path):
    """The groove is forbidden: the seam runs beside it, in spite of what it costs there."""
    groove = np.broadcast_to(np.abs(np.arange(420) - 210) < 5, (240, 420))
    paths = groove_images(tmp_path, groove)
    free = labels_of(paths, tmp_path)
    barred = labels_of(paths, tmp_path, avoid=Band(190, 230))
    assert (np.diff(free[100, 205:216]) != 0).any()
    assert (np.diff(barred, axis=1)[:, 192:228] == 0).all()


def test_a_contained_image_keeps_a_loop(tmp_path):
    """Where an image inside another has ground of its own, the seam around that is moved and stays around it."""
    hole = np.ones((300, 300), bool)
    hole[110:190, 110:190] = False
    places = [(0, 0, hole), box(60, 60, 180, 180)]
    paths = cut_images(tmp_path, places, gains=[1.0, 1.1])
    labels = labels_of(paths, tmp_path)
    assert_partition(labels, places)
    pieces = ndimage.label(labels == 1)[1]
    assert pieces == 1


def test_many_images(tmp_path):
    """A hundred of them: still a partition, and none of the inner seams is straight."""
    places = [box(48 * r, 48 * c, 64, 64) for r in range(10) for c in range(10)]
    random = np.random.default_rng(0)
    truth = texture(2, 48 * 9 + 64, 48 * 9 + 64, seed=3) + 0
    paths = cut_images(tmp_path, places, truth, gains=1 + 0.05 * random.random(100))
    assert_partition(labels_of(paths, tmp_path), places)


def test_seams_of_others_stay_where_one_image_is_added(tmp_path):
    """Seams that do not touch the added image or its neighbours' seams do not move."""
    places = [box(0, 140 * c, 200, 200) for c in range(5)]
    truth = texture(2, 200, 1100, seed=4)
    gains = [1.0, 1.1, 0.95, 1.05, 1.0, 1.08]
    before = labels_of(cut_images(tmp_path, places, truth, gains=gains), tmp_path)
    after = labels_of(cut_images(tmp_path, [*places, box(0, 700, 200, 200)], truth, gains=gains), tmp_path)
    changed = before != after[:, : before.shape[1]]
    assert not changed[:, :560].any()


def test_other_methods_do_not_look(tmp_path):
    """Distance alone is what the partition begins with."""
    paths = cut_images(tmp_path, [box(0, 0, 100, 100), box(0, 60, 100, 100)])
    labels = labels_of(paths, tmp_path, settings=SeamSettings(method=SeamMethod.DISTANCE))
    assert (np.count_nonzero(labels[30:70] == 0, axis=1) == 80).all()
