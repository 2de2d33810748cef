"""Figures of each seam: those of whole arrays, whatever the windows, threads and order."""

from __future__ import annotations

import numpy as np
import pytest
from made_mosaics import SHAPES, box, cut_images, layout
from made_scenes import texture, write

from evenlight.core.mosaicking import seam_table
from evenlight.core.mosaicking.cost import difference, seam_cost, smooth, spread
from evenlight.core.mosaicking.finding import find_partition
from evenlight.core.mosaicking.seam_table import COLUMNS, seam_figures, table_rows
from evenlight.core.mosaicking.settings import SeamSettings
from evenlight.core.run import Run
from evenlight.core.settings import ExecutionSettings


def found_in(paths, folder, run=Run(), margin=16.0, **settings):
    partition = find_partition(layout(paths), SeamSettings(**settings), str(folder), run)
    return partition, seam_figures(partition, margin, run)


def of_arrays(partition, pair, margin):
    """The same by the formulas, on arrays of the whole grid."""
    whole = partition.layout.grid.window
    labels = partition.labels(whole)
    values, valid = [], []
    for index in pair:
        member = partition.layout.members[index]
        pixels = member.read(member.window)
        shown = np.zeros((len(pixels.valid), *whole.shape))
        shown[(slice(None), *member.window.slices)] = np.where(pixels.valid, pixels.values, 0)
        values.append(shown)
        data = np.zeros(whole.shape, bool)
        data[member.window.slices] = pixels.valid.all(axis=0)
        valid.append(data)
    both = valid[0] & valid[1]
    sigma = spread(*values, both)
    apart = smooth(difference(*values, sigma), both)
    edge = np.minimum(*(partition.edge_distance(index, whole) for index in pair))
    cost = seam_cost(apart, both, edge, margin, None)
    edges, length, along, steps = 0, 0.0, [], []
    cut = np.where(labels == pair[0], *values)
    has = np.where(labels == pair[0], *valid)
    height, width = partition.layout.grid.pixel_size[1], partition.layout.grid.pixel_size[0]
    for axis, size in ((1, height), (0, width)):
        one, other = (np.s_[:, :-1], np.s_[:, 1:]) if axis else (np.s_[:-1], np.s_[1:])
        low, high = np.minimum(labels[one], labels[other]), np.maximum(labels[one], labels[other])
        seam = (low == pair[0]) & (high == pair[1])
        edges += seam.sum()
        length += size * seam.sum()
        inside = seam & both[one] & both[other]
        along.append(((cost[one] + cost[other]) / 2)[inside])
        crossing = seam & has[one] & has[other]
        across = np.abs(cut[(slice(None), *np.atleast_1d(one))] - cut[(slice(None), *np.atleast_1d(other))])
        steps.append(across.mean(axis=0)[crossing])
    parts = np.concatenate(along), cost[both], np.concatenate(steps)
    means = (part.mean() if len(part) else np.nan for part in parts)
    return both.sum(), edges, length, *means


@pytest.mark.parametrize("method", ["least_visible", "distance"])
@pytest.mark.parametrize("shape", ["rotated 3 x 3", "holed", "multipart", "contained", "one pixel of overlap"])
def test_figures_are_those_of_whole_arrays(shape, method, tmp_path, monkeypatch):
    """In small blocks, of seams that end within them, at their edges, and nowhere."""
    monkeypatch.setattr(seam_table, "BLOCK", 37)
    paths = cut_images(tmp_path, SHAPES[shape], gains=1 + 0.05 * np.arange(len(SHAPES[shape])))
    partition, found = found_in(paths, tmp_path, method=method)
    assert found
    for figures in found:
        overlap, edges, length, along, whole, step = of_arrays(partition, figures.pair, 16.0)
        assert (figures.overlap, figures.edges) == (overlap, edges)
        measured = figures.length, figures.seam_cost, figures.overlap_cost, figures.step
        assert measured == pytest.approx((length, along, whole, step), rel=1e-4, nan_ok=True)


def test_every_pair_that_meets_is_there(tmp_path):
    """Overlapping, also where a third image has all of it, and touching; none that are apart."""
    places = [box(0, 0, 60, 70), box(0, 70, 60, 70), box(20, 40, 30, 60), box(0, 200, 20, 20)]
    _, found = found_in(cut_images(tmp_path, places), tmp_path, method="distance")
    assert [figures.pair for figures in found] == [(0, 1), (0, 2), (1, 2)]
    touching = found[0]
    assert touching.overlap == 0 and touching.edges > 0 and np.isnan(touching.path_cost)


def test_a_seam_in_calm_ground_costs_less(tmp_path):
    """Through a groove where both images agree: less than a line anywhere."""
    truth = np.full((1, 160, 300), 1000.0)
    differs = 300 + 100 * texture(1, 160, 300, seed=5, mean=0, std=1)
    differs[:, :, 145:155] = 0
    one = write(tmp_path / "a.tif", truth[:, :, :220].astype(np.uint16), 0, 0, nodata=0)
    other = write(tmp_path / "b.tif", (truth + differs)[:, :, 80:].astype(np.uint16), 0, 80, nodata=0)
    (figures,) = found_in([one, other], tmp_path)[1]
    assert figures.path_cost < 0.4 and figures.step < 5
    threads = Run(ExecutionSettings(threads=3, memory_budget=40))
    (line,) = found_in([one, other], tmp_path, threads, method="distance")[1]
    assert line.overlap == figures.overlap == 160 * 140


def test_rows_go_by_the_order_of_the_inputs():
    """Whatever the order of members; what nothing was there for is empty."""
    one = seam_table.SeamFigures((0, 1), 5, 2, 20.0, 0.5, 1.0, 3.0)
    other = seam_table.SeamFigures((0, 2), 0, 1, 10.0, *[float("nan")] * 3)
    rows = table_rows([one, other], ["c", "a", "b"], [3, 1, 2])
    assert rows[0] == list(COLUMNS)
    assert rows[1:] == [
        ["a", "c", 5, 2, "20", "0.5", "1", "0.5", "3"],
        ["b", "c", 0, 1, "10", "", "", "", ""],
    ]
