"""The images of a run on one canvas, and the one read of their pixels."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from ..errors import EvenlightError, NoCommonPixelsError, raise_all, some
from ..json_reader import LARGEST
from ..log import table
from ..messages import Message, joined
from ..raster.grid import Grid
from ..raster.image import Image, check_unchanged
from ..run import Run
from ..settings import StatisticsSettings
from .blocks import BlockGrid, Cells
from .cache import open_cache
from .plan import PixelMask
from .sums import STORED, ImageSums, Sums
from .sweep import Sweep

Value = TypeVar("Value")

OPENED = 0.05
"""Share of a sweep that ends when it is known which files the kept sums belong to."""


class ExtremeValuesError(EvenlightError):
    """Values that cannot be computed with."""

    def __init__(self, path: str, band: int, value: float):
        super().__init__(Message(
            "{path} holds values of {value:.3g} in band {band}, which cannot be balanced: declare them as NODATA "
            "if they mark missing pixels, or bring the image into another unit (Raster calculator).",
            path=path, value=value, band=band,
        ))


@dataclass(frozen=True)
class Scene:
    """The images of a run, sorted by path so that the order of the inputs changes nothing."""

    images: tuple[Image, ...]
    """Those that the canvas holds."""
    apart: tuple[Image, ...]
    """Those that overlap none of them: they are passed on as they are, wherever they lie."""
    place: tuple[int, ...]
    """For every input, where it stands in `everything`."""
    canvas: Grid
    mask: PixelMask | None
    physical: bool
    """Whether images are compared in the units of their scale and offset tags: where those differ, or have an offset.

    Light and gains are factors of what was measured, not of stored values with an offset.
    """

    @property
    def everything(self) -> tuple[Image, ...]:
        """`images`, then those `apart`."""
        return self.images + self.apart

    def in_input_order(self, values: Sequence[Value]) -> list[Value]:
        """Values of `everything` in the order in which the user gave the images."""
        return [values[place] for place in self.place]

    def units(self) -> tuple[np.ndarray, np.ndarray]:
        """Scale and offset of stored values, (N, K) each; ones and zeros where values compare as stored."""
        tags = np.array([image.scales for image in self.images], dtype=np.float64)
        if not self.physical:
            return np.ones(tags.shape[:2]), np.zeros(tags.shape[:2])
        return tags[..., 0], tags[..., 1]

    @property
    def unit(self) -> str:
        """What common units are called wherever a figure is in them."""
        return Message("units of the scale and offset tags") if self.physical else STORED

    def common(self, sums: Sums) -> Sums:
        """Sums of stored values as sums of common units."""
        return sums.adjusted(*self.units())

    def stored(self, sums: Sums) -> Sums:
        """Sums of common units as sums of stored values."""
        scale, offset = self.units()
        return sums.adjusted(1.0 / scale, -offset / scale)


def sweep(
    scene: Scene, cells: BlockGrid, statistics: StatisticsSettings, run: Run, fresh: Collection[int] | None = None
) -> Sums:
    """Read every pixel once, or what concerns the ``fresh`` images; sums of stored values.

    Raises as `Sweep.run`, `InputChangedError`, or `Problems` with values that cannot be computed with.
    """
    cache = None
    if statistics.cache_folder is not None:
        known = scene.images, scene.canvas, Cells(cells, scene.canvas), scene.mask
        cache = open_cache(statistics.cache_folder, *known, run.stage(0.0, OPENED))
        run = run.stage(OPENED, 1.0)
    sums = Sweep(scene.images, scene.canvas, cells, scene.mask, statistics.estimate, cache).run(run, fresh)
    if cache is not None or fresh is not None or run.execution.verbose:
        kept = {} if cache is None else cache.kept
        run.progress.inform(_sources([image.name for image in scene.images], kept, fresh, run.execution.verbose))
    check_unchanged(scene.images)
    raise_all(_extreme_values(scene.images, sums.cells))
    return sums


def _sources(names: Sequence[str], kept: Mapping[int, bool], fresh: Collection[int] | None, verbose: bool) -> str:
    """Where each image's statistics come from: a sentence, or a line for each where everything shall be said.

    ``kept``: images of the folder for sums, and whether wholly; ``fresh``: all but those whose sums a file tells.
    """
    loaded, computed = Message("loaded"), Message("computed")
    words = {True: Message("kept"), False: Message("kept in part, computed in part")}
    states = [
        loaded if fresh is not None and n not in fresh else words[kept[n]] if n in kept else computed
        for n in range(len(names))
    ]
    if verbose:
        return table([Message("statistics"), Message("image")], list(zip(states, names)))
    found = {state: [name for name, own in zip(names, states) if own == state] for state in dict.fromkeys(states)}
    listings = (Message("{state}: {names}", state=state, names=some(listed)) for state, listed in found.items())
    return Message("Statistics {items}.", items=joined("; ", listings))


def need_common_pixels(scene: Scene, sums: Sums) -> None:
    """Raise `NoCommonPixelsError` where no pair has any."""
    if not len(sums.pairs.first):
        raise NoCommonPixelsError([image.path for image in scene.images])


def _extreme_values(images: Sequence[Image], cells: ImageSums) -> list[EvenlightError]:
    """Images with values whose squares leave the range of floating point, or that only ends of a type are."""
    largest = np.maximum(np.abs(cells.low), np.abs(cells.high))
    largest[cells.count == 0] = 0.0
    number, bands = len(images), cells.count.shape[1]
    most = np.zeros((number, bands))
    np.maximum.at(most, cells.image, largest)
    ends = [float(np.finfo(image.dtype).max) / 10 if image.dtype.kind == "f" else LARGEST for image in images]
    bad = ~(most <= np.minimum(ends, LARGEST)[:, None]) | ((most > 0) & (most < 1 / LARGEST))
    return [ExtremeValuesError(images[n].path, band + 1, most[n, band]) for n, band in np.argwhere(bad)]
