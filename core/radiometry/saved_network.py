"""One network from fresh sums and from statistics saved by an earlier run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ..progress import Progress
from ..raster.image import Image, file_size
from .adjustments_file import SavedImage, Statistics
from .network import OF_PAIRS, Network


def still_true(entry: SavedImage, image: Image, progress: Progress) -> bool:
    """Whether saved statistics can be of this file as it is now.  Raises `DamagedRasterError` or `Cancelled`."""
    if entry.size is not None and entry.size != (image.width, image.height):
        return False
    if entry.bytes is not None and entry.bytes != file_size(image.path):
        return False
    return entry.content is None or entry.content.holds(image, progress)


def joined_network(
    fresh: Network,
    saved: Sequence[SavedImage],
    found: Mapping[int, int],
    read_again: bool = False,
    as_is: bool = False,
) -> Network:
    """Nodes: the run's images, then those only in the file.

    ``fresh`` holds the statistics of images that are not in ``found`` and of their pairs, or of
    all images where they were ``read_again``; ``found`` maps the run's images to saved entries.
    ``as_is``: of all pixels as they stand, as far as the file tells.
    """
    told = [entry.seen if as_is and entry.seen else Statistics(entry.whole, entry.overlaps) for entry in saved]
    node_of_saved = {entry: image for image, entry in found.items()}
    extra = [entry for entry in range(len(saved)) if entry not in node_of_saved]
    node_of_saved.update({entry: fresh.images + n for n, entry in enumerate(extra)})
    whole = np.stack([fresh.count, fresh.mean, fresh.std])
    whole = np.concatenate([whole, np.zeros((3, len(extra), fresh.bands))], axis=1)
    for entry, node in node_of_saved.items():
        if node >= fresh.images or not read_again:
            whole[:, node] = told[entry].whole
    rows = _saved_pairs(saved, [statistics.overlaps for statistics in told], node_of_saved)
    if read_again:
        rows = [row for row in rows if row[1] >= fresh.images]
    new = [read_again or i not in found or j not in found for i, j in zip(fresh.first, fresh.second)]
    chosen = np.flatnonzero(new)
    trust = np.array([1.0] * len(chosen) + [row[8] for row in rows])

    def both(own: np.ndarray, position: int) -> np.ndarray:
        theirs = [row[position] for row in rows]
        return np.concatenate([own[chosen], np.array(theirs, dtype=own.dtype).reshape(-1, *own.shape[1:])])

    of_pairs = (both(getattr(fresh, name), position) for position, name in enumerate(OF_PAIRS))
    return Network(*whole, *of_pairs, None if (trust == 1.0).all() else trust)


def _saved_pairs(
    saved: Sequence[SavedImage], overlaps: Sequence[Mapping[str, np.ndarray]], node_of_saved: Mapping[int, int]
) -> list[tuple]:
    """The file's pairs, once each, first node below second."""
    entry_of_key = {entry.key: number for number, entry in enumerate(saved)}
    rows = []
    for number, entry in enumerate(saved):
        for key, one in overlaps[number].items():
            other = entry_of_key.get(key)
            if other is None or node_of_saved[number] > node_of_saved[other]:
                continue
            two = overlaps[other].get(entry.key)
            if two is None:
                continue
            nodes, trust = (node_of_saved[number], node_of_saved[other]), entry.trust.get(key, 1.0)
            rows.append((*nodes, one[0], one[1], two[1], one[2], two[2], one[3], trust))
    return rows
