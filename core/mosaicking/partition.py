"""Which image each pixel of a mosaic comes from.

Cells (see `survey`) say which image should give them: the one whose own edge is farthest away, that of the highest
rank, or the one that seams leave there.  A pixel is then tested for itself: where that image has no data the next one
that has gives it.  So the union of all parts is the union of what the images have, by construction.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Sequence

import numpy as np
from scipy import ndimage

from ..raster.window import Window
from .members import meeting
from .survey import Survey, cells_of

CLOSED = 64
"""Pixels across: smaller holes in an image are no edges of it."""

RANK, WHOLE = 2.0**20, 2.0**38
"""What a step of rank counts beside pixels of distance, and data in all bands beside both."""

FEW = 6
"""Labels that are sought one by one."""

NO_IMAGE = -1
"""The label where no image has data."""

Claims = Callable[[Window], np.ndarray]
"""Of a window: the label that polygons claim for each pixel, or `NO_IMAGE`."""


def _edge_distance(counts: np.ndarray, reduction: int) -> np.ndarray:
    """How far an image's own edge is from the centres of its cells and one more on each side, in pixels, float32."""
    data = np.pad(2 * counts >= reduction**2, 1)
    holes, _ = ndimage.label(~data)
    for number, place in enumerate(ndimage.find_objects(holes), start=1):
        # the first one surrounds the image
        if number > 1 and max(part.stop - part.start for part in place) * reduction <= CLOSED:
            data[place] |= holes[place] == number
    cells = ndimage.distance_transform_edt(data)
    return (reduction * np.maximum(cells - 0.5, 0.0)).astype(np.float32)


class Partition:
    """Labels of all pixels: indices of members, or `NO_IMAGE`.

    ``ranks``: of each member, higher ones come first where their own edge is at least ``inset`` pixels away.
    """

    def __init__(self, survey: Survey, ranks: Sequence[float] | None = None, inset: float = 0.0):
        self.survey = survey
        self.layout = survey.layout
        self._surrounded = [_edge_distance(member.counts, survey.reduction) for member in survey.members]
        self.distances = [distance[1:-1, 1:-1] for distance in self._surrounded]
        """Per member and cell: how far its own edge is, in pixels; 0 outside it."""
        self._windows = np.array([member.window for member in survey.members])
        self._inset = inset
        order = np.unique(np.zeros(len(survey.members)) if ranks is None else np.asarray(ranks), return_inverse=True)
        self._ranks = order[1].reshape(-1) + 1.0 if len(order[0]) > 1 else None
        self.cells, self._decided = self._label_cells()
        self.by_seams = False
        """Whether `cells` are what seams leave, so that a pixel follows its cell."""
        self.claims: Claims | None = None
        """What polygons say before anything else."""
        self._patches: list[tuple[Window, bytes, np.ndarray]] = []
        self._patched = np.empty((0, 4), np.int64)

    @property
    def size(self) -> float:
        """Bytes that it keeps in memory, about."""
        patches = sum(len(packed) + 100.0 for _, packed, _ in self._patches)
        return self.survey.size + self.cells.nbytes + sum(each.nbytes for each in self._surrounded) + patches

    def _label_cells(self) -> tuple[np.ndarray, np.ndarray | None]:
        """The label of each cell, and whether its rank decided it, where there are ranks."""
        shape = self.survey.cells.shape
        labels = np.full(shape, NO_IMAGE, np.int32)
        best = np.zeros(shape, np.float64 if self._ranks is not None else np.float32)
        nearest = np.zeros(shape, np.int64)
        for index, (member, distance) in enumerate(zip(self.survey.members, self.distances)):
            place = member.cells.slices
            key, off = self._key(index, distance), off_centre(member.window, member.cells, self.survey.reduction)
            lead(labels[place], best[place], nearest[place], index, key, off, key > 0)
        return labels, None if self._ranks is None else best >= RANK

    def _key(self, index: int, distance: np.ndarray) -> np.ndarray:
        """What is compared between images: distance, above it rank."""
        if self._ranks is None:
            return distance
        return distance + np.where(distance >= self._inset, RANK * self._ranks[index], 0.0)

    def patch(self, window: Window, where: np.ndarray, labels: tuple[int, int], second: np.ndarray) -> None:
        """Within a window, pixels ``where`` come from the first or, where ``second``, the second of two members.

        Both have data there.
        """
        packed = zlib.compress(np.packbits(np.stack([where, second])).tobytes(), 1)
        self._patches.append((window, packed, np.array(labels, np.int32)))

    def _patches_near(self, window: Window) -> np.ndarray:
        if len(self._patched) != len(self._patches):
            self._patched = np.array([place for place, _, _ in self._patches], np.int64)
        return np.flatnonzero(meeting(self._patched, window))

    def labels(self, window: Window) -> np.ndarray:
        """Of the pixels of a window, which may reach beyond the grid: (height, width) int32."""
        found = np.full(window.shape, NO_IMAGE, np.int32)
        inner = window.intersection(self.layout.grid.window)
        if not inner.is_empty:
            found[inner.relative_to(window).slices] = self._labels(inner)
        return found

    def _labels(self, window: Window) -> np.ndarray:
        claims, only = self.claims, self.only(window)
        if only != NO_IMAGE or not meeting(self._windows, window).any():
            return np.full(window.shape, only, np.int32)
        if not self.by_seams and claims is None:
            return self._nearest(window)
        wanted = self._followed(window) if self.by_seams else np.full(window.shape, NO_IMAGE, np.int32)
        if claims is not None:
            claimed = claims(window)
            np.copyto(wanted, claimed, where=claimed != NO_IMAGE)
            return self._with_data(wanted, window)
        for part in self._unsure(window):
            place = part.relative_to(window).slices
            wanted[place] = self._with_data(wanted[place], part)
        return wanted

    def _unsure(self, window: Window) -> list[Window]:
        """The part of a window around all cells in which seams may leave a pixel to a member without data."""
        cells, side = cells_of(window, self.survey.reduction), self.survey.reduction
        labels = self.cells[cells.slices]
        unsure = np.ones(cells.shape, bool)
        for index in members_in(labels):
            member = self.survey.members[index]
            common = cells.intersection(member.cells)
            if not common.is_empty:
                place = common.relative_to(cells).slices
                full = member.counts[common.relative_to(member.cells).slices] == side**2
                unsure[place] &= ~(full & (labels[place] == index))
        found = [Window(*(side * number for number in part)) for part in bounds(unsure, cells)]
        return [part.intersection(window) for part in found]

    def _with_data(self, wanted: np.ndarray, window: Window) -> np.ndarray:
        """The wanted labels of a window where their members have data, elsewhere those of the nearest that have."""
        has_data = np.zeros(window.shape, bool)
        for index in members_in(wanted):
            member = self.survey.members[index]
            part = window.intersection(member.window)
            if not part.is_empty:
                place = part.relative_to(window).slices
                own = wanted[place] == index
                if not member.whole.all(part.relative_to(member.window)):
                    own &= member.data_in(part)
                has_data[place] |= own
        for part in bounds(~has_data, window):
            place = part.relative_to(window).slices
            wanted[place] = np.where(has_data[place], wanted[place], self._nearest(part))
        return wanted

    def only(self, window: Window) -> int:
        """The one member that all pixels of a window come from, where that is known without looking at pixels."""
        if self.claims is not None or window.intersection(self.layout.grid.window) != window:
            return NO_IMAGE
        around = cells_of(window, self.survey.reduction)
        if not self.by_seams:
            around = around.padded(1, 1, 1, 1).intersection(self.survey.cells)
        labels = self.cells[around.slices]
        only = int(labels[0, 0])
        if only == NO_IMAGE or (labels != only).any() or len(self._patches_near(window)):
            return NO_IMAGE
        if not self.by_seams and self._decided is not None and not self._decided[around.slices].all():
            return NO_IMAGE
        member = self.survey.members[only]
        inside = window.intersection(member.window) == window
        return only if inside and member.whole.all(window.relative_to(member.window)) else NO_IMAGE

    def _followed(self, window: Window) -> np.ndarray:
        """The labels of cells and of patches, whether there is data or not."""
        reduction = self.survey.reduction
        around = cells_of(window, reduction)
        part = window.shifted(-around.column * reduction, -around.row * reduction).slices
        # rows are copied whole
        found = self.cells[around.slices].repeat(reduction, axis=1)[:, part[1]].repeat(reduction, axis=0)[part[0]]
        for index in self._patches_near(window):
            place, packed, labels = self._patches[index]
            common = place.intersection(window)
            own, target = common.relative_to(place).slices, found[common.relative_to(window).slices]
            bits = np.unpackbits(np.frombuffer(zlib.decompress(packed), np.uint8), count=2 * place.pixels)
            where, second = bits.reshape(2, *place.shape)[(slice(None), *own)]
            np.copyto(target, labels[second], where=where.astype(bool))
        return found

    def _nearest(self, window: Window) -> np.ndarray:
        """The labels by rank and distance of the members that have data, those with data in all bands first."""
        labels = np.full(window.shape, NO_IMAGE, np.int32)
        best, nearest = np.full(window.shape, -1.0), np.zeros(window.shape, np.int64)
        for index in np.flatnonzero(meeting(self._windows, window)).tolist():
            member = self.survey.members[index]
            part = window.intersection(member.window)
            place = part.relative_to(window).slices
            whole, own = member.data_in(part), part.relative_to(member.window)
            key = self._key(index, self.edge_distance(index, part)) + WHOLE * whole
            has_data, off = whole | member.partial.read(own), off_centre(member.window, part, 1)
            lead(labels[place], best[place], nearest[place], index, key, off, has_data)
        return labels

    def edge_distance(self, index: int, window: Window, side: int = 1) -> np.ndarray:
        """How far a member's own edge is, between the centres of cells, (height, width) float32.

        Each step is monotonic in what it is computed from, so a member that leads in all cells around leads here.
        ``side``: of the squares of pixels at whose middles it is asked for.
        """
        cells, distance = self.survey.members[index].cells, self._surrounded[index]
        step = side / self.survey.reduction
        rows = _between(window.row // side, window.height // side, cells.row - 1, len(distance), step)
        columns = _between(window.column // side, window.width // side, cells.column - 1, distance.shape[1], step)
        before, after, share = rows
        level = distance[before] * (1 - share)[:, None] + distance[after] * share[:, None]
        before, after, share = columns
        return level[:, before] * (1 - share) + level[:, after] * share

    def pixel_distance(
        self, index: int, window: Window, limit: int, side: int = 1, empty: np.ndarray | None = None
    ) -> np.ndarray | float:
        """How far a member's own edge is from the pixels of a window, exactly as far as ``limit``, which is the most.

        Small holes are no edges where the image's outline is farther away than two cells and the limit.
        ``side``: of the squares that a window is made of, if not of pixels; those with gaps are no part of the image.
        ``empty``: of the window and what is around it as far as ``limit``, pixels that are not beyond the edge.
        """
        far, member = 2 * self.survey.reduction, self.survey.members[index]
        squares = Window(*(number // side for number in window))
        near = self.edge_distance(index, window, side) < limit + far
        if not near.any():
            return float(limit)
        found, pad = np.full(squares.shape, float(limit)), -(-limit // side)
        for edge in bounds(near, squares):
            around = edge.padded(pad, pad, pad, pad)
            pixels = Window(*(side * number for number in around))
            inside = np.zeros(pixels.shape, bool)
            part = pixels.intersection(member.window)
            if not part.is_empty:
                inside[part.relative_to(pixels).slices] = member.data_in(part)
            if empty is not None:
                inside |= empty[pixels.relative_to(window.padded(*[side * pad] * 4)).slices]
            inside = inside.reshape(around.height, side, around.width, side).all(axis=(1, 3))
            inside |= self.edge_distance(index, pixels, side) > far
            if not inside.all():
                distance = ndimage.distance_transform_edt(inside)[edge.relative_to(around).slices] - 0.5
                found[edge.relative_to(squares).slices] = np.clip(side * distance, 0.0, limit)
        return found


def members_in(labels: np.ndarray) -> list[int]:
    """The members among labels, ascending."""
    low, high = int(labels.min(initial=NO_IMAGE)), int(labels.max(initial=NO_IMAGE))
    if low == high:
        return [] if low == NO_IMAGE else [low]
    if high - low < FEW:
        return [label for label in range(max(low, 0), high + 1) if label in (low, high) or (labels == label).any()]
    return np.flatnonzero(np.bincount(labels.ravel() + 1)[1:]).tolist()


def off_centre(raster: Window, cells: Window, reduction: int) -> np.ndarray:
    """How far cells, pixels if ``reduction`` is 1, are from the middle of a raster: squared, in whole numbers."""
    x = reduction * (2 * np.arange(cells.column, cells.right, dtype=np.int64) + 1) - (raster.column + raster.right)
    y = reduction * (2 * np.arange(cells.row, cells.bottom, dtype=np.int64) + 1) - (raster.row + raster.bottom)
    return (y**2)[:, None] + x**2


def lead(
    labels: np.ndarray, best: np.ndarray, nearest: np.ndarray, index: int, key: np.ndarray, off: np.ndarray,
    may: np.ndarray,
) -> None:  # fmt: skip
    """Write a member's label where its key is the best so far; of equal ones that with the nearer middle."""
    better = may & ((key > best) | ((key == best) & (off < nearest)))
    best[better], nearest[better], labels[better] = key[better], off[better], index


def _between(first: int, size: int, origin: int, number: int, step: float) -> tuple[np.ndarray, ...]:
    """For squares, a ``step`` of cells wide: the centres of cells before and after each, and the share of the way."""
    position = (np.arange(first, first + size) + 0.5) * step - 0.5 - origin
    before = np.floor(position)
    share = (position - before).astype(np.float32)
    indices = np.clip(before.astype(np.int64), 0, number - 1), np.clip(before.astype(np.int64) + 1, 0, number - 1)
    return (*indices, share)


def bounds(where: np.ndarray, window: Window) -> list[Window]:
    """The window around all pixels of a window that are meant, if there are any."""
    rows, columns = np.flatnonzero(where.any(axis=1)), np.flatnonzero(where.any(axis=0))
    if not len(rows):
        return []
    left, top = window.column + int(columns[0]), window.row + int(rows[0])
    return [Window(left, top, int(columns[-1] - columns[0]) + 1, int(rows[-1] - rows[0]) + 1)]
