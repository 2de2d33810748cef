"""Groups of graphs and the edges that hold them together."""

from __future__ import annotations

import numpy as np
import pytest

from evenlight.core.numeric.graph import bridges, components, sizes


def test_bridges_and_groups():
    """Two triangles joined by one link, and an image alone."""
    pairs = np.array([[0, 1], [1, 2], [0, 2], [2, 3], [3, 4], [4, 5], [3, 5]])
    assert bridges(7, pairs).tolist() == [False, False, False, True, False, False, False]
    assert len(set(components(7, *pairs.T).tolist())) == 2
    assert bridges(3, np.array([[0, 1], [1, 2]])).all()


@pytest.mark.parametrize("seed", range(20))
def test_without_a_bridge_there_is_one_group_more(seed):
    """What a bridge is, tried with every edge of graphs drawn by chance."""
    random = np.random.default_rng(seed)
    nodes = 30
    ends = np.unique(np.sort(random.integers(0, nodes, (32, 2)), axis=1), axis=0)
    pairs = ends[ends[:, 0] < ends[:, 1]]
    groups = components(nodes, *pairs.T).max()
    wanted = [components(nodes, *np.delete(pairs, edge, axis=0).T).max() > groups for edge in range(len(pairs))]
    assert bridges(nodes, pairs).tolist() == wanted


def test_no_edge_and_no_node():
    nothing = np.empty((0, 2), dtype=np.int64)
    assert bridges(3, nothing).tolist() == []
    assert components(0, *nothing.T).tolist() == sizes(components(0, *nothing.T)).tolist() == []
    assert sizes(components(4, np.array([1]), np.array([3]))).tolist() == [1, 2, 1, 2]
