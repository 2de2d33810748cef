"""Holes of a raster of any size: patches of invalid pixels that share sides.

The raster is looked at in tiles at fixed places.  A hole within one tile is found again in that tile
when it is filled.  Of the others only the pieces are remembered, one pixel of each, and joined where they
meet at the tiles' sides (as components of a graph), so that memory grows with the number of pieces, not of pixels.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from scipy import ndimage

from ...numeric.graph import components
from ...raster.window import Window
from ..settings import GapSettings

TILE = 512
"""Pixels along a side; its multiples are where tiles begin, whatever memory and threads."""

Size = tuple[int, int]
"""Width and height of a raster."""

Seed = tuple[int, int]
"""Row and column of a pixel in a raster."""


class Left(NamedTuple):
    """Patches that are not filled."""

    holes: int = 0
    pixels: int = 0
    between: int = 0
    """Pixels, of those outside, that lie between valid ones."""

    def plus(self, other: Left) -> Left:
        """Both together."""
        return Left(*map(sum, zip(self, other)))


class Pieces(NamedTuple):
    """Invalid patches of one tile that reach its sides; P of them."""

    window: Window
    pixels: np.ndarray
    """(P,) of each."""
    between: np.ndarray
    """(P,) of them, with valid ones of the tile above and below, or to the left and right."""
    seeds: np.ndarray
    """(P, 2) row and column, in the raster, of one pixel of each."""
    at_edge: np.ndarray
    """(P,) whether each touches the raster's edge."""
    sides: tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]
    """Top, bottom, left, right: which piece, from 1, each pixel belongs to; 0 none."""
    enclosed: bool
    """Whether the tile has small enough patches that reach none of its sides."""
    large: Left
    """Patches that reach none of its sides and are too large."""


class Hole(NamedTuple):
    """A hole that lies in several tiles."""

    seeds: tuple[Seed, ...]
    """One pixel of each of its pieces, sorted by tile."""
    pixels: int

    def tiles(self, size: Size) -> Iterator[tuple[Window, list[Seed]]]:
        """Its tiles in order, each with the seeds that lie there."""
        places: dict[tuple[int, int], list[Seed]] = {}
        for row, column in self.seeds:
            places.setdefault((row // TILE, column // TILE), []).append((row, column))
        for (down, across), seeds in places.items():
            yield tile_at(down, across, size), seeds


class Found(NamedTuple):
    """What is to be filled."""

    tiles: set[Window]
    """With holes that lie within them."""
    holes: list[Hole]
    """Those that lie in several tiles."""
    outside: Left
    """What is connected to the raster's edge, where only holes inside the footprint are filled."""
    large: Left
    """Holes with more pixels than the largest one to be filled."""


def tile_at(down: int, across: int, size: Size) -> Window:
    """A tile by its number; those at the edge are smaller."""
    return Window(across * TILE, down * TILE, TILE, TILE).clipped(size)


def tiles_of(size: Size) -> Iterator[Window]:
    """All tiles, row by row."""
    return Window(0, 0, *size).cut((TILE, TILE))


def pieces_of(invalid: np.ndarray, window: Window, size: Size, settings: GapSettings) -> Pieces | None:
    """What a tile's invalid pixels (height, width) say about holes; None where all are valid."""
    if not invalid.any():
        return None
    labels, number = ndimage.label(invalid)
    pixels = np.bincount(labels.ravel(), minlength=number + 1)
    lines = labels[0], labels[-1], labels[:, 0], labels[:, -1]
    reaching = np.unique(np.concatenate(lines))
    reaching = reaching[reaching > 0]
    order = np.zeros(number + 1, dtype=np.int32)
    order[reaching] = np.arange(1, len(reaching) + 1)
    at_edge = np.zeros(len(reaching) + 1, dtype=bool)
    edges = window.row == 0, window.bottom == size[1], window.column == 0, window.right == size[0]
    for line, edge in zip(lines, edges):
        if edge:
            at_edge[order[line]] = True
    small = np.ones(number + 1, dtype=bool) if not settings.max_size else pixels <= settings.max_size
    inner = np.ones(number + 1, dtype=bool)
    inner[0] = inner[reaching] = False
    large = Left(int((inner & ~small).sum()), int(pixels[inner & ~small].sum()))
    flat = labels.ravel()
    first = np.empty(number + 1, dtype=np.int64)
    # of places that are written more than once the last one stays
    first[flat[::-1]] = np.arange(len(flat))[::-1]
    places = first[reaching]
    seeds = np.column_stack([window.row + places // window.width, window.column + places % window.width])
    sides = tuple(order[line] for line in lines)
    between = np.bincount(labels[_between(~invalid)], minlength=number + 1)[reaching]
    return Pieces(window, pixels[reaching], between, seeds, at_edge[1:], sides, bool((small & inner).any()), large)


def _between(valid: np.ndarray) -> np.ndarray:
    """What has valid pixels on both sides, in its column or in its row: as ``valid``, bool."""
    found = np.zeros_like(valid)
    for seen, ahead in ((found, valid), (found.T, valid.T)):
        seen |= np.logical_or.accumulate(ahead) & np.logical_or.accumulate(ahead[::-1])[::-1]
    return found


class Joining:
    """Pieces of tiles, taken row by row, joined to holes."""

    def __init__(self, size: Size, settings: GapSettings):
        self._size = size
        self._settings = settings
        self._meetings: list[np.ndarray] = []
        self._pieces: list[tuple[int, int, bool, Seed]] = []
        # piece of every column at the end of the tiles above, and of every row at the end of the tile to the left
        self._above = np.full(size[0], -1, dtype=np.int64)
        self._left = np.full(TILE, -1, dtype=np.int64)
        self._tiles: set[Window] = set()
        self._large = Left()

    def add(self, pieces: Pieces | None, window: Window) -> None:
        """The next tile."""
        _, columns = window.slices
        if pieces is None:
            self._above[columns] = -1
            self._left = np.full(window.height, -1, dtype=np.int64)
            return
        self._large = self._large.plus(pieces.large)
        if pieces.enclosed:
            self._tiles.add(window)
        base = len(self._pieces) - 1
        self._pieces += [
            (int(pixels), int(between), bool(edge), (int(seed[0]), int(seed[1])))
            for pixels, between, edge, seed in zip(pieces.pixels, pieces.between, pieces.at_edge, pieces.seeds)
        ]
        top, bottom, left, right = (np.where(side > 0, side + base, -1) for side in pieces.sides)
        self._join(self._above[columns], top)
        if window.column:
            self._join(self._left, left)
        self._above[columns] = bottom
        self._left = right

    def found(self) -> Found:
        """What is to be filled by the settings."""
        members: dict[int, list[int]] = {}
        meetings = np.concatenate([np.empty((0, 2), dtype=np.int64), *self._meetings])
        for piece, group in enumerate(components(len(self._pieces), *meetings.T).tolist()):
            members.setdefault(group, []).append(piece)
        holes, left, large = [], Left(), self._large
        for group in members.values():
            pixels = sum(self._pieces[piece][0] for piece in group)
            outside = any(self._pieces[piece][2] for piece in group)
            if outside and self._settings.inside_footprint:
                left = left.plus(Left(1, pixels, sum(self._pieces[piece][1] for piece in group)))
                continue
            if self._settings.max_size and pixels > self._settings.max_size:
                large = large.plus(Left(1, pixels))
                continue
            seeds = sorted((self._pieces[piece][3] for piece in group), key=_by_tile)
            if len({_by_tile(seed)[:2] for seed in seeds}) == 1:
                self._tiles.add(tile_at(seeds[0][0] // TILE, seeds[0][1] // TILE, self._size))
            else:
                holes.append(Hole(tuple(seeds), pixels))
        return Found(self._tiles, holes, left, large)

    def _join(self, one: np.ndarray, other: np.ndarray) -> None:
        meet = (one >= 0) & (other >= 0)
        self._meetings.append(np.unique(np.column_stack([one[meet], other[meet]]), axis=0))


def _by_tile(seed: Seed) -> tuple[int, int, int, int]:
    return seed[0] // TILE, seed[1] // TILE, *seed


def holes_within(invalid: np.ndarray, window: Window, read: Window, size: Size, settings: GapSettings) -> np.ndarray:
    """Numbers from 1 of the holes to be filled that lie within a tile, 0 elsewhere: as ``invalid``, int32.

    ``invalid`` (height, width) is that of the window ``read``, which goes at least one pixel beyond
    the tile ``window`` where the raster does.
    """
    labels, number = ndimage.label(invalid)
    inner = window.relative_to(read)
    left, top, right, bottom = inner.column, inner.row, inner.right, inner.bottom
    chosen = np.zeros(number + 1, dtype=bool)
    chosen[labels[inner.slices]] = True
    for beyond in (labels[:top], labels[bottom:], labels[:, :left], labels[:, right:]):
        chosen[beyond] = False
    if settings.inside_footprint:
        for line, edge in (
            (labels[top, :], window.row == 0),
            (labels[bottom - 1, :], window.bottom == size[1]),
            (labels[:, left], window.column == 0),
            (labels[:, right - 1], window.right == size[0]),
        ):
            if edge:
                chosen[line] = False
    if settings.max_size:
        chosen &= np.bincount(labels.ravel(), minlength=number + 1) <= settings.max_size
    chosen[0] = False
    return (np.cumsum(chosen, dtype=np.int32) * chosen)[labels]


def piece_mask(invalid: np.ndarray, window: Window, seeds: Sequence[Seed]) -> np.ndarray:
    """The patches of a tile that hold the seeds, (height, width) bool; ``invalid`` is that of the tile alone."""
    labels, number = ndimage.label(invalid)
    chosen = np.zeros(number + 1, dtype=bool)
    for row, column in seeds:
        chosen[labels[row - window.row, column - window.column]] = True
    return chosen[labels]
