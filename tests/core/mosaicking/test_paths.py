"""Seams as chains of corners, cheapest paths for them, and what becomes of labels."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import ndimage

from evenlight.core.mosaicking.paths import (
    Graph,
    chains,
    cut_components,
    refine,
    relabel,
    seam_edges,
    without_slivers,
)


def halves(height=20, width=30):
    """Left and right, both possible in the middle third, surrounded by one pixel outside."""
    labels = np.full((height + 2, width + 2), -1)
    labels[1:-1, 1:-1] = np.where(np.arange(width) < width // 2, 4, 7)
    region = np.zeros(labels.shape, bool)
    region[1:-1, 1 + width // 3 : 1 + 2 * width // 3] = True
    return labels, region


def test_a_seam_moves_into_a_cheap_groove():
    """Where one column is cheap the seam goes there, its ends too: along the outline it is free to slide."""
    labels, region = halves()
    cost = np.ones(labels.shape)
    cost[:, 13:15] = 0.01
    found = refine(labels, region, cost, labels < 0, (4, 7))
    assert (found[1:-1, :14] != 7).all() and (found[1:-1, 14:] != 4).all()


def test_the_path_is_the_minimum_cut():
    """Its cost equals that of the maximum flow between the two sides of the region."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import maximum_flow

    labels, region = halves(12, 18)
    cost = np.random.default_rng(1).integers(1, 50, labels.shape) * 2
    found = refine(labels, region, cost.astype(float), labels < 0, (4, 7))
    changed = [((one != other) & p & q, (c + d) // 2) for (one, other), (p, q), (c, d) in zip(
        *[[(v[:, :-1], v[:, 1:]), (v[:-1], v[1:])] for v in (found, region, cost)])]
    path_cost = sum(int(costs[marked].sum()) for marked, costs in changed)
    number, pixel = labels.size, np.arange(labels.size).reshape(labels.shape)
    capacities = {}
    for (p, q), (r, s), (c, d) in zip(*[[(v[:, :-1], v[:, 1:]), (v[:-1], v[1:])] for v in (pixel, region, cost)]):
        marked = r & s
        for one, other, c_ in zip(p[marked], q[marked], ((c + d) // 2)[marked]):
            capacities[one, other] = capacities[other, one] = int(c_)
    beside = ndimage.binary_dilation(~region & (labels >= 0)) & region
    for one in pixel[beside & (labels == 4)]:
        capacities[number, one] = 10**6
    for one in pixel[beside & (labels == 7)]:
        capacities[one, number + 1] = 10**6
    rows, columns = np.array(list(capacities)).T
    graph = csr_matrix((np.array(list(capacities.values()), np.int32), (rows, columns)), shape=(number + 2, number + 2))
    assert path_cost == maximum_flow(graph, number, number + 1).flow_value


def test_a_loop_finds_its_groove():
    """An image inside another: the seam around it goes where it is cheap, and around the same core."""
    labels = np.full((60, 70), 0)
    labels[20:40, 25:45] = 1
    y, x = np.mgrid[:60, :70]
    radius = np.hypot(y - 30, x - 35)
    depth = np.where(radius < 24, 24 - radius, 0.0)
    cost = np.where(np.abs(radius - 17) < 1.5, 0.02, 1.0)
    found = refine(labels, radius < 24, cost, np.zeros(labels.shape, bool), (0, 1), depth=depth)
    assert (found[radius < 15] == 1).all() and (found[radius > 19] == 0).all()


def test_chains_go_from_end_to_end():
    """An open seam, a loop, and a crossing, which ends chains."""
    labels = np.zeros((12, 12), int)
    labels[:, 6:] = 1
    labels[3:5, 2:4] = 1
    region = np.ones(labels.shape, bool)
    found = chains(seam_edges(labels, region))
    assert sorted((chain.closed, len(chain.corners)) for chain in found) == [(False, 13), (True, 9)]
    board = np.add.outer(np.arange(4) // 2, np.arange(4) // 2) % 2
    assert len(chains(seam_edges(board, np.ones((4, 4), bool)))) == 4
    assert chains(seam_edges(np.zeros((4, 4)), region[:4, :4])) == []


def test_parts_between_two_labels_stay():
    """A part that touches both sides keeps its labels, one that touches none takes most of its own."""
    labels, region = halves()
    whole = relabel(labels, region, np.array([-1]), (4, 7))
    assert (whole == labels).all()
    alone = np.full((8, 8), -1)
    alone[2:6, 2:6] = 4
    alone[5, 5] = 7
    assert (relabel(alone, alone >= 0, np.array([-1]), (4, 7))[2:6, 2:6] == 4).all()


def test_what_no_path_crosses_stays_together():
    """A path that ends within a region divides nothing."""
    region = np.ones((5, 5), bool)
    assert cut_components(region, np.array([2, 8, 14])).max() == 1
    assert cut_components(region, np.array([2, 8, 14, 20, 26, 32])).max() == 2


def test_slivers_go_to_their_neighbour():
    """Pieces smaller than asked, within the region; those that go on outside it stay."""
    labels, region = halves()
    spotted = labels.copy()
    spotted[5:7, 12:14] = 7
    spotted[9, 1] = 7
    found = without_slivers(spotted, region, (4, 7), 10)
    assert (found[5:7, 12:14] == 4).all() and found[9, 1] == 7


@pytest.mark.parametrize("seed", range(5))
def test_only_pixels_of_the_region_change(seed):
    """Whatever labels and costs there are, also where a region is full of holes."""
    random = np.random.default_rng(seed)
    labels = np.where(ndimage.gaussian_filter(random.random((40, 50)), 4) > 0.5, 2, 5)
    region = random.random(labels.shape) > 0.2
    region[[0, -1]] = region[:, [0, -1]] = False
    outside = ~region & (random.random(labels.shape) > 0.5)
    labels[outside] = -1
    depth = ndimage.distance_transform_edt(region)
    found = refine(labels, region, random.random(labels.shape), outside, (2, 5), 10, depth)
    assert (found[~region] == labels[~region]).all()
    assert np.isin(found[region], (2, 5)).all()


def test_graphs_without_a_way():
    """Ends in two parts of a region have no path; the seam stays."""
    region = np.zeros((5, 9), bool)
    region[1:4, 1:4] = region[1:4, 5:8] = True
    graph = Graph(np.ones(region.shape), region, np.zeros(region.shape, bool))
    assert graph.path(1 * 10 + 2, 2 * 10 + 6) is None
