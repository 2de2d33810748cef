"""Distributions and ranges of images' bands: pixels are read as often as their type asks for."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, Protocol

import numpy as np

from ..execution import Signal, run_tasks
from ..numeric.quantiles import COUNTED_BITS, MOST_BINS, Counter, Distribution, Portion, Range, range_of
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.on_grid import measured_on
from ..raster.source import Handles
from ..raster.window import PIXELS_AT_ONCE, Window
from ..run import Run
from .errors import ValuesTooLargeError
from .windowed import Margin, Need, Patch, Plan, compute_windows, plan_windows

Allowed = Callable[[Window], np.ndarray]
"""Which pixels of a window count, (height, width) bool."""

SORTING = Need(working=40.0, result=24.0)
"""Bytes per pixel of one band: its keys, in order, and what is found among them."""


class Source(Protocol):
    """Where values come from, in columns: the bands of one image, or of two."""

    dtypes: Sequence[np.dtype]
    """Of each column."""

    def portions(self, counters: Sequence[Counter], run: Run) -> Iterator[list[Portion | None]]:
        """All values, counted in portions by one counter for each column."""


class WholeImage:
    """The valid pixels of one image."""

    def __init__(self, image: Image, allowed: Allowed | None = None):
        self.dtypes = [image.dtype] * len(image.bands)
        self._image = image
        self._allowed = allowed

    def portions(self, counters: Sequence[Counter], run: Run) -> Iterator[list[Portion | None]]:
        """See `Source`."""

        def count(patch: Patch, signal: Signal) -> list[Portion | None]:
            valid = patch.valid if self._allowed is None else patch.valid & self._allowed(patch.window)
            return _counted(counters, [band[shown] for band, shown in zip(patch.values, valid)], signal)

        plan = window_plan(self._image, SORTING, run)
        for _, found in compute_windows(self._image, count, plan, run):
            yield found


class SharedGround:
    """The pixels that are valid in two images, on a grid they share: the bands of one, then those of the other."""

    def __init__(self, images: tuple[Image, Image], canvas: Grid, allowed: Allowed | None = None):
        self._handles = Handles()
        self._views = [measured_on(image, canvas, self._handles) for image in images]
        self._window = self._views[0].window.intersection(self._views[1].window)
        self._allowed = allowed
        self.dtypes = [view.dtype for view in self._views for _ in view.image.bands]

    def portions(self, counters: Sequence[Counter], run: Run) -> Iterator[list[Portion | None]]:
        """See `Source`."""

        def count(window: Window, signal: Signal) -> list[Portion | None]:
            signal.stop_if_asked()
            (first, valid), (second, also_valid) = (view.measured(window) for view in self._views)
            self._handles.release_cache()
            valid = valid & also_valid
            if self._allowed is not None:
                valid &= self._allowed(window)
            columns = [band[shown] for values in (first, second) for band, shown in zip(values, valid)]
            found = _counted(counters, columns, signal)
            signal.add(window.pixels)
            return found

        tile, most_pixels, workers = self._plan(run)
        windows = self._window.cut(tile, most_pixels)
        with run.pool(workers) as pool:
            yield from run_tasks(count, windows, pool, run.progress, float(self._window.pixels))

    def _plan(self, run: Run) -> tuple[tuple[int, int], float, int]:
        """Tiles, most pixels of a window, and windows at once: fewer where blocks are large, at last smaller tiles."""
        pixels = run.memory() / self._bytes_per_pixel()
        width, height = self._views[0].block_size
        while width * height > max(pixels, 1.0):
            width, height = (-(-width // 2), height) if width > height else (width, -(-height // 2))
        workers = max(1, min(run.threads, int(pixels // (width * height))))
        return (width, height), min(pixels / workers, PIXELS_AT_ONCE), workers

    def _bytes_per_pixel(self) -> float:
        """Of a worker: what is read, once more with valid pixels only, and counted."""
        read = sum(view.bytes_per_pixel for view in self._views)
        return 2 * read + SORTING.working + 2 * SORTING.result


def _counted(counters: Sequence[Counter], columns: Sequence[np.ndarray], signal: Signal) -> list[Portion | None]:
    """A portion for each counter that needs one."""
    portions: list[Portion | None] = []
    for counter, values in zip(counters, columns):
        signal.stop_if_asked()
        portions.append(None if counter.done else counter.portion(values))
    return portions


def distributions(sources: Sequence[Source], run: Run) -> list[Distribution]:
    """One for each column, of all sources' values together.

    Raises `Cancelled` or `DamagedRasterError`.
    """
    counters = [Counter(dtype) for dtype in sources[0].dtypes]
    begun = 0.0
    while not all(counter.done for counter in counters):
        # how many passes there will be is not known: each takes a part of what is left
        passes = max(counter.expected_passes for counter in counters if not counter.done)
        ended = begun + (1.0 - begun) / passes
        step = (ended - begun) / len(sources)
        for number, source in enumerate(sources):
            stage = run.stage(begun + number * step, begun + (number + 1) * step)
            for portions in source.portions(counters, stage):
                for counter, portion in zip(counters, portions):
                    if portion is not None:
                        counter.add(portion)
        for counter in counters:
            counter.narrow()
        run.progress.advance(ended)
        begun = ended
    return [counter.distribution() for counter in counters]


def table_bytes(dtypes: Sequence[np.dtype]) -> int:
    """What the tables of some columns take at most, while they are counted and as curves."""
    bits = [8 * dtype.itemsize for dtype in dtypes]
    return sum((1 << size if size <= COUNTED_BITS else MOST_BINS) * (24 + size // 8) for size in bits)


def window_plan(image: Image, need: Need, run: Run) -> Plan:
    """How to cut an image for work on one pixel after the other; its smallest windows always fit."""
    plan = plan_windows(image, Margin(), need, run)
    if plan is None:
        smallest = 16
        return Plan((smallest, smallest), (smallest, smallest), 1, 0.0)
    return plan


SAMPLE = 100_000
"""Pixels of an image, regularly spread, that tell which range its values fill."""


class _Seen(NamedTuple):
    """What a window shows of one band."""

    low: float
    high: float
    sample: np.ndarray
    """(n,) some of its valid values."""


def find_ranges(image: Image, run: Run) -> list[Range | None]:
    """The range of each band; None for a band without a valid pixel.

    Raises `Cancelled`, `DamagedRasterError`, or `ValuesTooLargeError` where no number tells how far they lie apart.
    """
    step = max(1, math.isqrt(image.width * image.height // SAMPLE))

    def compute(patch: Patch, signal: Signal) -> list[_Seen]:
        column, row, *_ = patch.window
        spread = np.s_[-row % step::step, -column % step::step]
        found = []
        for values, valid in zip(patch.values, patch.valid):
            signal.stop_if_asked()
            shown = values[valid]
            ends = (float(shown.min()), float(shown.max())) if shown.size else (np.inf, -np.inf)
            found.append(_Seen(*ends, values[spread][valid[spread]]))
        return found

    plan = window_plan(image, Need(image.dtype.itemsize, image.dtype.itemsize), run)
    parts = [found for _, found in compute_windows(image, compute, plan, run)]
    run.progress.advance(1.0)
    with np.errstate(over="ignore"):
        if any(np.isposinf(max(part.high for part in band) - min(part.low for part in band)) for band in zip(*parts)):
            raise ValuesTooLargeError(image.path)
    return [_range(band) for band in zip(*parts)]


def _range(parts: tuple[_Seen, ...]) -> Range | None:
    low, high = min(part.low for part in parts), max(part.high for part in parts)
    if low > high:
        return None
    values, count = np.unique(np.concatenate([part.sample for part in parts]).astype(np.float64), return_counts=True)
    return range_of(values, values, count, low, high)
