"""Graphs of images and the pairs that tie them: groups, their sizes, and pairs that nothing checks."""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph


def components(nodes: int, first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """The connected group of every node: (nodes,) int, numbered by their first node.

    ``first``, ``second`` (P,) int: the two ends of each edge.
    """
    if not nodes:
        return np.empty(0, dtype=np.int32)
    links = sparse.coo_matrix((np.ones(len(first)), (first, second)), shape=(nodes, nodes))
    return csgraph.connected_components(links, directed=False)[1]


def sizes(groups: np.ndarray) -> np.ndarray:
    """How many nodes the group of each node has: (N,) int."""
    return np.bincount(groups)[groups] if len(groups) else groups


def bridges(nodes: int, pairs: np.ndarray) -> np.ndarray:
    """Pairs (P, 2) that alone hold two parts of a group together, so that no loop checks them: (P,) bool.

    Every pair outside a spanning tree closes one loop and gets a random number; a pair of the tree
    gets the exclusive or of those whose loops it is part of, which is 0 where there are none
    (Pritchard and Thurimella 2011, doi 10.1145/2000807.2000814).
    """
    one, other = pairs.T
    # a node above all groups, so that one tree spans them
    tops = np.unique(components(nodes, one, other), return_index=True)[1]
    ends = np.concatenate([one, np.full(len(tops), nodes)]), np.concatenate([other, tops])
    links = sparse.csr_matrix((np.ones(len(ends[0])), ends), shape=(nodes + 1, nodes + 1))
    order, above = csgraph.breadth_first_order(links, nodes, directed=False)
    down, up = above[other] == one, above[one] == other
    loops = ~(down | up)
    marks, number = np.zeros(nodes + 1, np.int64), np.random.default_rng(0).integers(1, 2**62, int(loops.sum()))
    for end in (one, other):
        np.bitwise_xor.at(marks, end[loops], number)
    for node in order[:0:-1]:
        marks[above[node]] ^= marks[node]
    return ~loops & (marks[np.where(down, other, one)] == 0)
