"""The graph of images and the pairs that tie them: groups, and pairs that nothing checks."""

from __future__ import annotations

import numpy as np
from scipy import sparse
from scipy.sparse import csgraph


def groups_of(images: int, pairs: np.ndarray) -> np.ndarray:
    """The connected group of every image: (N,) int from 0, from pairs (P, 2)."""
    links = sparse.coo_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), shape=(images, images))
    return csgraph.connected_components(links, directed=False)[1]


def bridges(images: int, pairs: np.ndarray) -> np.ndarray:
    """Pairs (P, 2) that alone hold two parts of a group together, so that no loop checks them: (P,) bool.

    Tarjan 1974: in a depth-first search the link to a child is a bridge where nothing below
    the child reaches back above it.
    """
    links: list[list[tuple[int, int]]] = [[] for _ in range(images)]
    for number, (one, other) in enumerate(pairs.tolist()):
        links[one].append((other, number))
        links[other].append((one, number))
    found = np.zeros(len(pairs), dtype=bool)
    order = [-1] * images
    reach = [0] * images
    count = 0
    for root in range(images):
        if order[root] >= 0:
            continue
        order[root] = reach[root] = count
        count += 1
        way = [(root, -1, iter(links[root]))]
        while way:
            image, came_by, rest = way[-1]
            for other, number in rest:
                if number == came_by:
                    continue
                if order[other] >= 0:
                    reach[image] = min(reach[image], order[other])
                    continue
                order[other] = reach[other] = count
                count += 1
                way.append((other, number, iter(links[other])))
                break
            else:
                way.pop()
                if way:
                    above = way[-1][0]
                    reach[above] = min(reach[above], reach[image])
                    found[came_by] = reach[image] > order[above]
    return found
