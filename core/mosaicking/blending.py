"""Blending window by window: where seams are near enough, what of the images that takes, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from ..raster.source import Pixels
from ..raster.window import Window
from . import multiband
from .blend import Part, feather, feather_radius, feather_weight
from .members import bounding, outward
from .partition import NO_IMAGE, Partition, bounds, members_in
from .settings import Blend, MosaicSettings
from .survey import cells_of

BLOCK = 128
"""Pixels along a side of what is blended at once."""

Parts = Mapping[int, tuple[Window, Pixels]]
"""By member: where, on the grid, and what."""


class Strips(NamedTuple):
    """Where a window is blended."""

    blocks: list[Window]
    """What blending may change."""
    rows: np.ndarray
    columns: np.ndarray
    """Of the grid: pixels along seams."""
    owners: np.ndarray
    """Their labels."""

    def seams_near(self, window: Window, reach: int) -> Window | None:
        """The window around the pixels along seams within reach of another one, if they have several labels."""
        top, bottom = np.searchsorted(self.rows, (window.row - reach, window.bottom + reach))
        columns = self.columns[top:bottom]
        near = (columns >= window.column - reach) & (columns < window.right + reach)
        columns, rows = columns[near], self.rows[top:bottom][near]
        if len(members_in(self.owners[top:bottom][near])) < 2:
            return None
        left, top = int(columns.min()), int(rows[0])
        return Window(left, top, int(columns.max()) - left + 1, int(rows[-1]) - top + 1)


class Blending:
    """What a mosaic's settings say about its seams."""

    def __init__(self, partition: Partition | None, settings: MosaicSettings):
        self._partition = partition
        self._settings = settings
        self._levels = settings.levels if settings.blend is Blend.MULTIBAND else 0
        self.reach, self._beside, self._edge, self._lattice = 0, 0, 0, 1
        if partition is not None and self._levels:
            self.reach, self._lattice = multiband.reach(self._levels), 2**self._levels
            # where the strip is narrow: whole cells of what the fine levels look at, and those beside them
            self._beside = 2 * multiband.side_of(self._levels)
            self._edge = multiband.edge_reach(self._levels)
        elif partition is not None and settings.blend is Blend.FEATHER:
            self.reach = feather_radius(settings.feather_width)

    def around(self, window: Window) -> Window:
        """A window with all whose labels its pixels may depend on."""
        return window.padded(*[self.reach + self._beside + self._lattice + self._edge if self.reach else 0] * 4)

    def strips(self, window: Window, labels: np.ndarray) -> Strips:
        """The parts of a window that seams are near enough to; ``labels`` of all `around`."""
        around = self.around(window)
        along = np.flatnonzero(_changes(labels)) if self.reach else np.empty(0, np.int64)
        rows, columns = np.divmod(along, max(labels.shape[1], 1))
        strips = Strips([], rows + around.row, columns + around.column, labels.ravel()[along])
        for block in window.cut((BLOCK, BLOCK)):
            seams = strips.seams_near(block, self.reach)
            if seams is not None:
                strips.blocks.append(seams.padded(*[self.reach] * 4).intersection(block))
        return strips

    def needed(self, window: Window, labels: np.ndarray, strips: Strips) -> dict[int, Window]:
        """Where each member is needed: where it gives pixels, and where those of others are blended with it."""
        around, found = self.around(window), {}
        if strips.blocks:
            zone, pad = self._zone(strips), self.reach + self._beside
        for index in members_in(labels):
            own = labels == index
            wanted = bounds(own[window.relative_to(around).slices], window)
            if strips.blocks:
                wanted += [own.padded(*[pad] * 4).intersection(zone) for own in bounds(own, around)]
            wanted = [part for part in wanted if not part.is_empty]
            if wanted:
                found[index] = bounding(wanted)
        return found

    def read_for(self, window: Window) -> int:
        """Pixels that are needed of all members together, as far as cells know."""
        reduction, around = self._partition.survey.reduction, self.around(window)
        cells = cells_of(around, reduction).intersection(self._partition.survey.cells)
        labels = self._partition.cells[cells.slices]
        members = members_in(labels)
        if len(members) < 2:
            return window.pixels
        zone, pad = around if self._levels else window, self.reach + self._beside
        owns = [Window(*(reduction * n for n in own)) for i in members for own in bounds(labels == i, cells)]
        parts = [own.padded(*[pad] * 4).intersection(zone) for own in owns]
        return sum(part.pixels for part in parts if not part.is_empty)

    def _zone(self, strips: Strips) -> Window:
        """All whose values blending may look at."""
        blocks = bounding(strips.blocks)
        if not self._levels:
            return blocks
        return outward(blocks.padded(*[self.reach + self._beside] * 4), self._lattice, self._lattice)

    def blended(
        self, window: Window, labels: np.ndarray, strips: Strips, parts: Parts, cut: np.ndarray
    ) -> Iterator[tuple[Window, np.ndarray]]:
        """What blocks become, one after the other; ``cut``: the window as it is cut along seams."""
        if not self._levels or not strips.blocks:
            around = self.around(window)
            for block in strips.blocks:
                near = labels[block.padded(*[self.reach] * 4).relative_to(around).slices]
                yield block, self._feathered(block, near, parts, cut[(slice(None), *block.relative_to(window).slices)])
            return
        scales = _Scales(self._zone(strips), self.around(window), labels, strips, parts, self._settings, cut.dtype)
        scales.look(self._partition)
        for block in strips.blocks:
            found = scales.block(block, cut[(slice(None), *block.relative_to(window).slices)])
            if found is not None:
                yield block, found

    def _feathered(self, block: Window, labels: np.ndarray, parts: Parts, cut: np.ndarray) -> np.ndarray:
        found, width = [], self._settings.feather_width
        for index in members_in(labels):
            if index in parts:
                distance = self._partition.pixel_distance(index, block, width // 2)
                weight = feather_weight(labels == index, distance, width)
                found.append(Part(*placed(block, *parts[index], cut.dtype), weight))
        return feather(found, cut, cut.dtype)


class _Scales:
    """A window that is blended by scale: the wide strip once, then blocks."""

    def __init__(
        self, zone: Window, around: Window, labels: np.ndarray, strips: Strips, parts: Parts, settings: MosaicSettings,
        dtype: np.dtype,
    ):  # fmt: skip
        self._zone = zone
        self._labels = labels[zone.relative_to(around).slices]
        edge = zone.padded(*[multiband.edge_reach(settings.levels)] * 4)
        self._empty = labels[edge.relative_to(around).slices] == NO_IMAGE
        self._strips = strips
        self._members = [index for index in members_in(self._labels) if index in parts]
        self._parts = parts
        self._levels, self._keep_range = settings.levels, settings.preserve_range
        self._side = multiband.side_of(settings.levels)
        self._dtype = dtype

    def look(self, partition: Partition) -> None:
        """Blend the coarse levels."""
        images, limit = [], multiband.edge_reach(self._levels)
        for index in self._members:
            place, pixels = self._parts[index]
            common = place.intersection(self._zone)
            part = (slice(None), *common.relative_to(place).slices)
            distance = partition.pixel_distance(index, self._zone, limit, self._side, self._empty)
            shape = self._zone.height // self._side, self._zone.width // self._side
            images.append(
                multiband.Placed(
                    common.relative_to(self._zone), pixels.values[part], pixels.valid[part], index,
                    np.broadcast_to(distance, shape),
                )
            )  # fmt: skip
        self._wide = multiband.blend_wide(images, self._labels, self._levels, self._dtype)

    def block(self, block: Window, cut: np.ndarray) -> np.ndarray | None:
        """The values of a block; None where blending changes none of them."""
        reach = multiband.fine_reach(self._levels)
        seams = self._strips.seams_near(block, reach)
        added = self._finer(self._wide.blended, block)
        if seams is not None:
            self._add_fine(added, block, seams.padded(*[reach] * 4).intersection(block), reach)
        elif not added.any():
            return None
        added *= self._finer(self._wide.shown, block)
        added += cut
        return self._within(block, cut, added) if self._keep_range else added

    def _add_fine(self, added: np.ndarray, block: Window, window: Window, reach: int) -> None:
        """Add what the fine levels do in a window within a block."""
        around = outward(window.padded(*[reach] * 4), self._side, self._side)
        labels = self._labels[around.relative_to(self._zone).slices]
        members = [(n, index) for n, index in enumerate(self._members) if (labels == index).any()]
        if len(members) < 2:
            return
        cut, known = cut_along(around, labels, {index: self._parts[index] for _, index in members}, self._dtype)
        apart, owns, wide = [], [], []
        for number, index in members:
            values, valid = placed(around, *self._parts[index], self._dtype)
            values -= cut
            values *= self._finer(self._wide.ramps[number], around)
            valid &= known
            if not valid.all():
                np.copyto(values, 0, where=~valid)
            apart.append(values)
            owns.append(labels == index)
            wide.append(self._cells(self._wide.apart[number], around, 0))
        found = multiband.blend_fine(apart, owns, wide, self._levels, self._dtype)
        added[(slice(None), *window.relative_to(block).slices)] += found[
            (slice(None), *window.relative_to(around).slices)
        ]

    def _within(self, block: Window, cut: np.ndarray, values: np.ndarray) -> np.ndarray:
        """Values within the range of the images whose pixels are near."""
        low, high = cut, cut
        for number, index in enumerate(self._members):
            near = self._repeated(self._wide.near[number], block)
            if near.any():
                own, valid = placed(block, *self._parts[index], self._dtype)
                meets = valid & near
                own = own if meets.all() else np.where(meets, own, cut)
                low, high = np.minimum(low, own), np.maximum(high, own)
        return np.clip(values, low, high, out=values)

    def _cells(self, values: np.ndarray, window: Window, beside: int) -> np.ndarray:
        """Those of a window, and so many ``beside`` them."""
        around = outward(window, self._side, self._side).padded(*[beside * self._side] * 4).relative_to(self._zone)
        rows, columns = (slice(part.start // self._side, part.stop // self._side) for part in around.slices)
        return values[..., rows, columns]

    def _finer(self, values: np.ndarray, window: Window) -> np.ndarray:
        """Values of cells between their middles, in the pixels of a window."""
        values = self._cells(values, window, 1)
        for _ in range(min(multiband.FINEST, self._levels)):
            values = multiband.doubled(values)
        corner = outward(window, self._side, self._side)
        row, column = self._side + window.row - corner.row, self._side + window.column - corner.column
        return values[..., row:row + window.height, column:column + window.width]

    def _repeated(self, values: np.ndarray, window: Window) -> np.ndarray:
        """Values of cells in all pixels of theirs, in a window."""
        cells = self._cells(values, window, 0).repeat(self._side, axis=0).repeat(self._side, axis=1)
        return cells[window.relative_to(outward(window, self._side, self._side)).slices]


def cut_along(window: Window, labels: np.ndarray, parts: Parts, dtype: np.dtype) -> tuple[np.ndarray, np.ndarray]:
    """Values and validity of a window, each pixel from the member of its label; there are some."""
    shape = len(next(iter(parts.values()))[1].valid), *window.shape
    values, valid = np.zeros(shape, dtype), np.zeros(shape, bool)
    for index, (place, pixels) in parts.items():
        common = place.intersection(window)
        if common.is_empty:
            continue
        target, source = common.relative_to(window).slices, common.relative_to(place).slices
        own = labels[target] == index
        np.copyto(values[(slice(None), *target)], pixels.values[(slice(None), *source)], where=own, casting="unsafe")
        np.copyto(valid[(slice(None), *target)], pixels.valid[(slice(None), *source)], where=own)
    return values, valid


def placed(
    window: Window, place: Window, pixels: Pixels, dtype: np.dtype | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Values, 0 where not valid, and validity in a window of what lies at ``place``; in its own type or another."""
    shape = len(pixels.valid), *window.shape
    values, valid = np.zeros(shape, dtype or pixels.values.dtype), np.zeros(shape, bool)
    common = place.intersection(window)
    if common.is_empty:
        return values, valid
    target = (slice(None), *common.relative_to(window).slices)
    source = (slice(None), *common.relative_to(place).slices)
    valid[target] = pixels.valid[source]
    where = True if valid[target].all() else valid[target]
    np.copyto(values[target], pixels.values[source], where=where, casting="unsafe")
    return values, valid


def _changes(labels: np.ndarray) -> np.ndarray:
    """Pixels whose right or lower neighbour has another label, and these neighbours."""
    found = np.zeros(labels.shape, bool)
    across, down = labels[:, 1:] != labels[:, :-1], labels[1:] != labels[:-1]
    found[:, 1:] |= across
    found[:, :-1] |= across
    found[1:] |= down
    found[:-1] |= down
    return found
