"""The mosaic as a source: pixels of many images on one grid, window by window."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ..execution import Signal
from ..progress import Stop, unstopped
from ..raster.creation import tile_size
from ..raster.dataset import common_type
from ..raster.image import Image
from ..raster.nodata import same_nodata
from ..raster.source import Pixels, Plan, Source, opaque
from ..raster.window import Window
from ..run import Run
from .blend import MERGES, Part, feather, feather_radius, float_type, multiband, multiband_reach
from .members import Layout, bounding
from .partition import NO_IMAGE, Partition
from .settings import Blend, MosaicSettings, Overlap

BLOCKS = (128, 512)
"""Pixels along a side of what is blended at once, where a seam is near: within a narrow strip, within a wide one."""

STEPS = (1024, 512, 256)
"""Pixels along a side of a window, about, from the most to the least."""

ARRAYS = 18
"""Of a block's size that are there at once while it is blended."""

CACHED = 0.25
"""Of the memory for pixels: what has been read before blocks that GDAL keeps are given back."""

TOGETHER = 4
"""Images that are read for a window where seams are, about."""


def result_image(layout: Layout) -> Image:
    """The facts of the mosaic: those of the first image, on the grid of all, in a type and with marks for all."""
    images = [member.source.image for member in layout.members]
    template = next((image for image in images if image.alpha is not None), images[0])
    alike = all(
        same_nodata(value, other) for image in images for value, other in zip(image.nodata, template.nodata)
    )
    result = replace(
        template.on_grid(layout.grid),
        gdal_type=common_type([image.gdal_type for image in images]),
        nodata=template.nodata if alike else (None,) * len(template.bands),
        file_mask=any(image.file_mask for image in images),
        nodata_overridden=False,
        band_masks=next((image.band_masks for image in images if image.band_masks), ()),
        border=None,
    )
    return result.with_validity()


class _Read(NamedTuple):
    """What was read for a window."""

    window: Window
    labels: np.ndarray
    """Of the window and the margin around it; empty for rules without seams, and where one member gives all of it."""
    parts: dict[int, tuple[Window, object]]
    """By member: where, on the grid, and what was fetched, then the pixels."""
    blocks: list[Window]
    """What is blended, with what is needed around it."""


class Mosaicked(Source):
    """Many sources as one: cut along seams and blended there, or put together by a rule."""

    moved = True

    def __init__(self, layout: Layout, partition: Partition | None, settings: MosaicSettings, run: Run):
        """``partition``: None for rules without seams, which take the members in their order."""
        self.image = result_image(layout)
        self.others = tuple(member.source.image for member in layout.members)
        self.areas = np.zeros(len(layout.members), np.int64)
        """Pixels that come from each member, so far."""
        self._layout = layout
        self._partition = partition
        self._settings = settings
        self._reach, self._lattice = 0, 1
        if partition is not None and settings.blend is Blend.FEATHER:
            self._reach = feather_radius(settings.feather_width)
        elif partition is not None and settings.blend is Blend.MULTIBAND:
            self._reach, self._lattice = multiband_reach(settings.levels), 2**settings.levels
        self._block = BLOCKS[self._reach > BLOCKS[0] // 2]
        self._memory = run.memory()
        self._unreleased: dict[int, float] = {}
        """Bytes that have been read of each member since blocks were given back."""
        self.plan = self._planned(run)

    def _planned(self, run: Run) -> Plan:
        """Windows as large as memory lets all be that are there at once."""
        bands, kind = len(self.image.bands), float_type(self.image.dtype).itemsize
        size = max(member.source.dtype.itemsize for member in self._layout.members)
        block = (self._block + 2 * self._reach) ** 2 if self._reach else 0
        for workers in range(run.threads, 0, -1):
            for side in STEPS:
                tile = tile_size(self.image, run.execution.window_size, side**2)
                step = max(1, side // tile[0]) * tile[0], max(1, side // tile[1]) * tile[1]
                around = (step[0] + 2 * self._reach) * (step[1] + 2 * self._reach)
                read = around * (bands * (size + 1) * self._together(step) + 4)
                made = (step[0] * step[1] * 2 + block * ARRAYS) * bands * kind
                if self._partition is None:
                    made = step[0] * step[1] * bands * (2 * size + 10)
                    made += read * 2 if self._settings.overlap is Overlap.MEDIAN else 0
                if 2 * workers * read + workers * made <= run.memory():
                    return Plan(tile, step, workers)
        return Plan(tile, tile)

    def _together(self, step: tuple[int, int]) -> int:
        """Images that are read for one window, at most."""
        if self._partition is not None:
            return min(TOGETHER, len(self._layout.members))
        return max(len(self._layout.near(window)) for window in self._layout.grid.window.cut(step))

    def most_pixels(self, memory: float) -> float:
        """See `Source`; the plan knows."""
        return float(self.plan.step[0] * self.plan.step[1])

    def read(self, window: Window) -> Pixels:
        """See `Source`."""
        return self.compute(self.fetch(window, unstopped), Signal())

    def release_cache(self) -> None:
        """See `Source`."""
        for index in sorted(self._unreleased):
            self._layout.members[index].source.release_cache()
        self._unreleased.clear()

    def close(self) -> None:
        """See `Source`."""
        for member in self._layout.members:
            member.source.close()

    def fetch(self, window: Window, stop: Stop) -> _Read:
        """See `Source`: the images that a window needs, where it needs them."""
        labels, blocks = np.empty((0, 0), np.int32), []
        only = NO_IMAGE if self._partition is None else self._partition.only(self._around(window))
        if self._partition is None:
            needed = dict.fromkeys(self._layout.near(window), window)
        elif only != NO_IMAGE:
            needed = {only: window}
            self.areas[only] += window.pixels
        else:
            labels = self._partition.labels(self._around(window))
            blocks = self._blocks(window, labels)
            needed = self._needed(window, labels, blocks)
        parts = {}
        for index, wanted in needed.items():
            stop()
            member = self._layout.members[index]
            part = wanted.intersection(member.window)
            if not part.is_empty:
                parts[index] = part, member.source.fetch(part.relative_to(member.window), stop)
                size = part.pixels * len(self.image.bands) * self.image.dtype.itemsize
                self._unreleased[index] = self._unreleased.get(index, 0.0) + size
        if window.right == self.image.width or sum(self._unreleased.values()) > CACHED * self._memory:
            self.release_cache()
        return _Read(window, labels, parts, blocks)

    def compute(self, fetched: _Read, signal: Signal) -> Pixels:
        """See `Source`."""
        parts = {}
        for index, (place, part) in fetched.parts.items():
            parts[index] = place, self._layout.members[index].source.compute(part, signal)
        return self._made(fetched._replace(parts=parts))

    def _around(self, window: Window) -> Window:
        """A window with all that its pixels may depend on."""
        return window.padded(*[self._reach + self._lattice if self._reach else 0] * 4)

    def _needed(self, window: Window, labels: np.ndarray, blocks: list[Window]) -> dict[int, Window]:
        """Where each member is needed: where it gives pixels, and where those of others are blended with it."""
        around = self._around(window)
        inner = labels[window.relative_to(around).slices]
        found = np.bincount(inner.ravel() + 1, minlength=len(self.areas) + 1)[1:]
        self.areas += found
        needed = {index: [_bounds(inner == index, window)] for index in np.flatnonzero(found).tolist()}
        for block in blocks:
            for index in _labels_in(labels[block.relative_to(around).slices]):
                needed.setdefault(index, []).append(block)
        return {index: bounding(windows) for index, windows in sorted(needed.items())}

    def _blocks(self, window: Window, labels: np.ndarray) -> list[Window]:
        """The parts of a window that seams are near enough for, with what is needed around them."""
        if not self._reach:
            return []
        found, around = [], self._around(window)
        for block in window.cut((self._block, self._block)):
            padded = block.padded(*[self._reach] * 4)
            own = labels[padded.relative_to(around).slices]
            if len(_labels_in(own)) > 1:
                # all that has two labels within reach
                seams = _bounds(_changes(own), padded).padded(*[self._reach] * 4).intersection(block)
                padded = seams.padded(*[self._reach] * 4)
                found.append(_outward(padded, self._lattice))
        return found

    def _made(self, read: _Read) -> Pixels:
        if self._partition is None:
            return self._merged(read)
        if not read.labels.size:
            ((_, pixels),) = read.parts.values()
            return Pixels(pixels.values, pixels.valid, self._opacity(pixels))
        window, around = read.window, self._around(read.window)
        inner = read.labels[window.relative_to(around).slices]
        values, valid, alpha = self._cut(window, inner, read.parts)
        if read.blocks:
            values = values.astype(float_type(values.dtype))
        for block in read.blocks:
            labels = read.labels[block.relative_to(around).slices]
            common = block.padded(*[-self._reach] * 4).intersection(window)
            target = (slice(None), *common.relative_to(window).slices)
            blended = self._blended(block, labels, read.parts, values.dtype)
            shown = blended[(slice(None), *common.relative_to(block).slices)]
            values[target] = np.where(valid[target], shown, values[target])
        return Pixels(values, valid, alpha)

    def _cut(
        self, window: Window, labels: np.ndarray, parts: dict[int, tuple[Window, Pixels]]
    ) -> tuple[np.ndarray, np.ndarray, np.ndarray | None]:
        """Values, validity and alpha of a window, each pixel from the member of its label."""
        kinds = [pixels.values.dtype for _, pixels in parts.values()] or [self.image.dtype]
        shape = len(self.image.bands), *window.shape
        values, valid = np.zeros(shape, np.result_type(*kinds)), np.zeros(shape, bool)
        alpha = None if self.image.alpha is None else np.zeros(window.shape, self.image.dtype)
        for index, (place, pixels) in parts.items():
            common = place.intersection(window)
            if common.is_empty:
                continue
            target, source = common.relative_to(window).slices, common.relative_to(place).slices
            own = labels[target] == index
            np.copyto(values[(slice(None), *target)], pixels.values[(slice(None), *source)], where=own)
            np.copyto(valid[(slice(None), *target)], pixels.valid[(slice(None), *source)], where=own)
            if alpha is not None:
                np.copyto(alpha[target], self._opacity(pixels)[source], where=own)
        return values, valid, alpha

    def _opacity(self, pixels: Pixels) -> np.ndarray | None:
        """The alpha of a member in the mosaic's type; opaque where it has none."""
        if self.image.alpha is None:
            return None
        full = opaque(self.image.dtype)
        if pixels.alpha is None:
            return np.where(pixels.valid.any(axis=0), self.image.dtype.type(full), self.image.dtype.type(0))
        if pixels.alpha.dtype == self.image.dtype:
            return pixels.alpha
        share = pixels.alpha * (full / opaque(pixels.alpha.dtype))
        share = share if self.image.dtype.kind == "f" else np.maximum(np.rint(share), pixels.alpha > 0)
        return share.astype(self.image.dtype)

    def _blended(
        self, block: Window, labels: np.ndarray, parts: dict[int, tuple[Window, Pixels]], dtype: np.dtype
    ) -> np.ndarray:
        cut = self._cut(block, labels, {index: parts[index] for index in _labels_in(labels) if index in parts})[0]
        cut, settings = cut.astype(dtype), self._settings
        multi = settings.blend is Blend.MULTIBAND
        limit = 2**settings.levels if multi else settings.feather_width // 2
        found = []
        for index in _labels_in(labels):
            values, valid = _placed(block, *parts[index], dtype)
            distance = self._partition.pixel_distance(index, block, limit)
            found.append(Part(values, valid, labels == index, distance))
        if multi:
            return multiband(found, cut, settings.levels, settings.preserve_range, dtype)
        return feather(found, cut, settings.feather_width, dtype)

    def _merged(self, read: _Read) -> Pixels:
        """A window by a rule."""
        window, order = read.window, list(read.parts)
        if self._settings.overlap is Overlap.LAST:
            order.reverse()
        kinds = [read.parts[index][1].values.dtype for index in order] or [self.image.dtype]
        dtype, shape = np.result_type(*kinds), (len(self.image.bands), *window.shape)
        alpha = None if self.image.alpha is None else np.zeros(window.shape, self.image.dtype)
        for index in order if alpha is not None else ():
            place, pixels = read.parts[index]
            target = alpha[place.relative_to(window).slices]
            np.maximum(target, self._opacity(pixels), out=target)
        if not order:
            return Pixels(np.zeros(shape, dtype), np.zeros(shape, bool), alpha)
        parts = (Part(*_placed(window, *read.parts[index], dtype), np.empty(0), 0.0) for index in order)
        values, valid = MERGES[self._settings.overlap](parts, dtype)
        return Pixels(values, valid, alpha)


def _placed(window: Window, place: Window, pixels: Pixels, dtype: np.dtype) -> tuple[np.ndarray, np.ndarray]:
    """Values, 0 where not valid, and validity in a window of what lies at ``place``."""
    shape = len(pixels.valid), *window.shape
    values, valid = np.zeros(shape, dtype), np.zeros(shape, bool)
    common = place.intersection(window)
    target = (slice(None), *common.relative_to(window).slices)
    source = (slice(None), *common.relative_to(place).slices)
    valid[target] = pixels.valid[source]
    np.copyto(values[target], pixels.values[source], where=valid[target], casting="unsafe")
    return values, valid


def _labels_in(labels: np.ndarray) -> list[int]:
    """The members among labels, ascending."""
    low, high = int(labels.min(initial=NO_IMAGE)), int(labels.max(initial=NO_IMAGE))
    if low == high:
        return [] if low == NO_IMAGE else [low]
    return np.flatnonzero(np.bincount(labels.ravel() + 1)[1:]).tolist()


def _changes(labels: np.ndarray) -> np.ndarray:
    """Pixels whose right or lower neighbour has another label, and these neighbours."""
    found = np.zeros(labels.shape, bool)
    across, down = labels[:, 1:] != labels[:, :-1], labels[1:] != labels[:-1]
    found[:, 1:] |= across
    found[:, :-1] |= across
    found[1:] |= down
    found[:-1] |= down
    return found


def _bounds(where: np.ndarray, window: Window) -> Window:
    """The window around all pixels of a window that are meant, of which there are some."""
    rows, columns = np.flatnonzero(where.any(axis=1)), np.flatnonzero(where.any(axis=0))
    size = int(columns[-1] - columns[0]) + 1, int(rows[-1] - rows[0]) + 1
    return Window(window.column + int(columns[0]), window.row + int(rows[0]), *size)


def _outward(window: Window, lattice: int) -> Window:
    """The window with its sides moved outward to multiples of a number."""
    left, top = window.column // lattice * lattice, window.row // lattice * lattice
    right, bottom = -(-window.right // lattice) * lattice, -(-window.bottom // lattice) * lattice
    return Window(left, top, right - left, bottom - top)
