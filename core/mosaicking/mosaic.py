"""The mosaic as a source: pixels of many images on one grid, window by window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
from .blend import MERGES, Part, float_type
from .blending import BLOCK, Blending, Strips, cut_along, placed
from .members import Layout, outward
from .partition import NO_IMAGE, Partition
from .settings import MosaicSettings, Overlap

STEPS = (1024, 512, 256)
"""Pixels along a side of a window, about, from the most to the least."""

ARRAYS = 40
"""Of a block's size that are there at once while it is blended with what is around it."""

CACHED = 0.2
"""Of the memory for pixels: what has been read before blocks that GDAL keeps are given back."""


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
    """By member: where, on the grid, and what was fetched, then its pixels."""
    strips: Strips | None = None
    """Where it is blended."""


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
        self._blending = Blending(partition, settings)
        self._memory = run.memory()
        self._blocks = [getattr(member.source, "block_size", member.source.image.tiling) for member in layout.members]
        self._unreleased: dict[int, float] = {}
        """Bytes that have been read of each member since blocks were given back."""
        self.plan = self._planned(run)

    def _planned(self, run: Run) -> Plan:
        """Windows as large as memory lets one be for every thread, and the next one beside them."""
        memory = (1 - CACHED) * run.memory()
        for side in STEPS:
            tile = tile_size(self.image, run.execution.window_size, side**2)
            step = max(1, side // tile[0]) * tile[0], max(1, side // tile[1]) * tile[1]
            sizes = tuple(map(self._size, self._layout.grid.window.cut(step)))
            # one more is read than are made
            workers = int(memory * len(sizes) / sum(sizes)) - 1
            if max(sizes) <= memory and workers >= run.threads:
                break
        return Plan(tile, step, max(1, min(workers, run.threads)), sizes=sizes, memory=memory)

    def _size(self, window: Window) -> float:
        """Bytes for a window from its reading to its result."""
        bands, kind = len(self.image.bands), float_type(self.image.dtype).itemsize
        size = max(member.source.dtype.itemsize for member in self._layout.members)
        values = window.pixels * bands
        if self._partition is None:
            read = len(self._layout.near(window)) * values * (size + 1)
            return values * (2 * size + 10) + read * (2 if self._settings.overlap is Overlap.MEDIAN else 1)
        read = self._blending.read_for(window) * bands
        if read <= values:
            return values * (size + kind + 1)
        return read * (size + 1) + 3 * values * kind + (ARRAYS * BLOCK**2 * bands * kind if self._blending.reach else 0)

    def most_pixels(self, memory: float) -> float:
        """See `Source`; the plan knows."""
        return float(self.plan.step[0] * self.plan.step[1])

    def read(self, window: Window) -> Pixels:
        """See `Source`."""
        return self.compute(self.fetch(window, unstopped), Signal())

    def release_cache(self) -> None:
        """See `Source`."""
        self._release(self._unreleased)

    def _release(self, indices: Iterable[int]) -> None:
        for index in sorted(indices):
            self._layout.members[index].source.release_cache()
            del self._unreleased[index]

    def _note(self, parts: Mapping[int, tuple[Window, object]]) -> None:
        """Give blocks back when there are too many, first those of members that a window did not need."""
        for index, (part, _) in parts.items():
            blocks = outward(part.relative_to(self._layout.members[index].window), *self._blocks[index])
            size = blocks.pixels * len(self.image.bands) * self.image.dtype.itemsize
            self._unreleased[index] = self._unreleased.get(index, 0.0) + size
        for indices in (self._unreleased.keys() - parts.keys(), self._unreleased.keys()):
            if sum(self._unreleased.values()) > CACHED * self._memory:
                self._release(set(indices))

    def close(self) -> None:
        """See `Source`."""
        for member in self._layout.members:
            member.source.close()

    def fetch(self, window: Window, stop: Stop) -> _Read:
        """See `Source`: the images that a window needs, where it needs them."""
        labels, strips = np.empty((0, 0), np.int32), None
        around = self._blending.around(window)
        only = NO_IMAGE if self._partition is None else self._partition.only(around)
        if self._partition is None:
            needed = dict.fromkeys(self._layout.near(window), window)
        elif only != NO_IMAGE:
            needed = {only: window}
            self.areas[only] += window.pixels
        else:
            labels = self._partition.labels(around)
            inner = labels[window.relative_to(around).slices]
            self.areas += np.bincount(inner.ravel() + 1, minlength=len(self.areas) + 1)[1:]
            strips = self._blending.strips(window, labels)
            needed = self._blending.needed(window, labels, strips)
        parts = {}
        for index, wanted in needed.items():
            stop()
            member = self._layout.members[index]
            part = wanted.intersection(member.window)
            if not part.is_empty:
                fetched = member.source.fetch(part.relative_to(member.window), stop)
                if isinstance(fetched, Pixels) and fetched.valid.all():
                    # takes no memory
                    fetched = fetched._replace(valid=np.broadcast_to(True, fetched.valid.shape))
                parts[index] = part, fetched
        self._note(parts)
        return _Read(window, labels, parts, strips)

    def compute(self, fetched: _Read, signal: Signal) -> Pixels:
        """See `Source`."""
        for index, (place, part) in fetched.parts.items():
            # what was fetched is not needed any more
            fetched.parts[index] = place, self._layout.members[index].source.compute(part, signal)
        return self._made(fetched)

    def _made(self, read: _Read) -> Pixels:
        if self._partition is None:
            return self._merged(read)
        if not read.labels.size:
            ((_, pixels),) = read.parts.values()
            return Pixels(pixels.values, pixels.valid, self._opacity(pixels))
        window, parts = read.window, read.parts
        inner = read.labels[window.relative_to(self._blending.around(window)).slices]
        if not parts:
            shape = len(self.image.bands), *window.shape
            return Pixels(np.zeros(shape, self.image.dtype), np.zeros(shape, bool), self._cut_alpha(window, inner, {}))
        kind = np.result_type(*(pixels.values.dtype for _, pixels in parts.values()))
        blended = read.strips.blocks != []
        values, valid = cut_along(window, inner, parts, float_type(kind) if blended else kind)
        for block, found in self._blending.blended(window, read.labels, read.strips, parts, values):
            target = (slice(None), *block.relative_to(window).slices)
            np.copyto(values[target], found, where=valid[target])
        return Pixels(values, valid, self._cut_alpha(window, inner, parts))

    def _cut_alpha(
        self, window: Window, labels: np.ndarray, parts: dict[int, tuple[Window, Pixels]]
    ) -> np.ndarray | None:
        """The alpha of a window, each pixel from the member of its label."""
        if self.image.alpha is None:
            return None
        alpha = np.zeros(window.shape, self.image.dtype)
        for index, (place, pixels) in parts.items():
            common = place.intersection(window)
            if not common.is_empty:
                target = common.relative_to(window).slices
                opacity = self._opacity(pixels)[common.relative_to(place).slices]
                np.copyto(alpha[target], opacity, where=labels[target] == index)
        return alpha

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
        parts = (Part(*placed(window, *read.parts[index], dtype)) for index in order)
        values, valid = MERGES[self._settings.overlap](parts, dtype)
        return Pixels(values, valid, alpha)
