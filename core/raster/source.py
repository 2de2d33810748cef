"""Sources: pixels on a grid, window by window, whatever they are made from."""

from __future__ import annotations

import math
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple, TypeVar

import numpy as np
from osgeo import gdal

from ..execution import Signal, Threads, run_tasks
from ..progress import Muted, Progress, Stop, stop_if_cancelled
from .dataset import read_into, read_mask, read_window
from .grid import Grid
from .image import Image, open_image
from .nodata import valid_values
from .reference_system import Bounds
from .window import Window

Fetched = TypeVar("Fetched")
Result = TypeVar("Result")

OPEN_DATASETS = 64
"""Handles kept open by one thread."""


class Pixels(NamedTuple):
    """What a source gives of a window."""

    values: np.ndarray | list[np.ndarray]
    """(K, height, width), or a list of (height, width) where bands have types of their own."""
    valid: np.ndarray
    """(K, height, width), bool; valid values are finite."""
    alpha: np.ndarray | None = None
    """(height, width) opacity in its own type; None without an alpha band."""
    changed: int = 0
    """How many pixels the source changed, where it counts them."""
    beside: object = None
    """What it says of the window beside its pixels."""
    clipped: np.ndarray | int = 0
    """(K,) how many valid values a cast changed."""


class Plan(NamedTuple):
    """How the windows of a source are cut so that all fits in memory."""

    tile: tuple[int, int]
    """Width and height of the result's tiles."""
    step: tuple[int, int]
    """Width and height of a window: whole tiles; several rows of them only over the whole width."""
    workers: int = 1
    """Windows that are computed at once."""
    held: float = 0.0
    """Bytes for rows that are needed again."""
    most: float = 0.0
    """Pixels of a window of several steps."""
    sizes: Sequence[float] = ()
    """Bytes that each window takes, in their order, where they differ much."""
    memory: float = math.inf
    """Bytes for all windows that there are at once, by their sizes."""


class Source:
    """Pixels on the grid of ``image``, which holds the facts of what the source gives, as its result will have them.

    A wrapper reads another source and changes its pixels.  Windows are asked for in file order: `fetch` reads what
    one needs, on one thread, and `compute` makes its pixels, on any.  A source travels to other machines before its
    first window.
    """

    image: Image
    names: tuple[str, ...] = ()
    """Of the bands, where their values mean something else than those of the image's file."""
    moved = False
    """Whether pixels lie elsewhere than the image's file says."""
    others: Sequence[Image] = ()
    """Images whose pixels it holds too: tags are true of its result only where all of their files have them."""
    plan: Plan | None = None
    """How it wants to be cut; None: one window after the other, as large as `most_pixels` lets it be."""

    def most_pixels(self, memory: float) -> float:
        """Of a window for which there are so many bytes."""
        raise NotImplementedError

    def read(self, window: Window) -> Pixels:
        """The pixels of a window; raises `DamagedRasterError`."""
        raise NotImplementedError

    def fetch(self, window: Window, stop: Stop) -> object:
        """What `compute` needs for a window."""
        return self.read(window)

    def compute(self, fetched: object, signal: Signal) -> Pixels:
        """The pixels of a window from what was fetched for it."""
        return fetched

    def change_means(self, means: np.ndarray, cells: Grid) -> None:
        """Bring what cells of a grid show of a file's pixels to what they show of the source's, in place.

        ``means``: (2 K, height, width), first of values, then of what neighbours differ by.
        """

    def release_cache(self) -> None:
        """Give back what GDAL's block cache holds."""

    def close(self) -> None:
        """Let go of files."""


class Wrapper(Source):
    """A source that changes the pixels of another one."""

    def __init__(self, source: Source, image: Image | None = None):
        """``image``: what becomes of the other source's."""
        self.image = image or source.image
        self._source = source

    def change_means(self, means: np.ndarray, cells: Grid) -> None:
        """See `Source`."""
        self._source.change_means(means, cells)

    def release_cache(self) -> None:
        """See `Source`."""
        self._source.release_cache()

    def close(self) -> None:
        """See `Source`."""
        self._source.close()


class Part(Wrapper):
    """The pixels of another source in a window of it."""

    moved = True

    def __init__(self, source: Source, window: Window):
        super().__init__(source, source.image.on_grid(source.image.grid.part(window)))
        self.names = source.names
        self.plan = source.plan
        self.others = tuple(image for image in source.others if _meet(image.bounds, self.image.bounds))
        self._corner = window.corner

    def most_pixels(self, memory: float) -> float:
        """See `Source`."""
        return self._source.most_pixels(memory)

    def read(self, window: Window) -> Pixels:
        """See `Source`."""
        return self._source.read(window.shifted(*self._corner))

    def fetch(self, window: Window, stop: Stop) -> object:
        """See `Source`."""
        return self._source.fetch(window.shifted(*self._corner), stop)

    def compute(self, fetched: object, signal: Signal) -> Pixels:
        """See `Source`."""
        return self._source.compute(fetched, signal)


def _meet(one: Bounds, other: Bounds) -> bool:
    return one[0] < other[2] and one[2] > other[0] and one[1] < other[3] and one[3] > other[1]


class Facts(Source):
    """What a second raster is whose windows come from a source beside its own pixels."""

    def __init__(self, image: Image, names: Sequence[str], moved: bool = False):
        self.image = image
        self.names = tuple(names)
        self.moved = moved


class Handles:
    """Open datasets of one thread each: a GDAL handle must not be shared between threads."""

    def __init__(self) -> None:
        self._local = threading.local()

    def __reduce__(self):
        """On a worker every thread opens its own."""
        return Handles, ()

    def get(self, key: Hashable, opener: Callable[[], list[gdal.Dataset | None]]) -> gdal.Dataset:
        """The calling thread's handle for ``key``, opened on first use: the first one, others are what that reads.

        None stands for files of which GDAL gives back nothing before the handle is closed.
        """
        opened: OrderedDict[Hashable, list] = self._local.__dict__.setdefault("opened", OrderedDict())
        if key not in opened:
            opened[key] = opener()
            if len(opened) > OPEN_DATASETS:
                opened.popitem(last=False)
        opened.move_to_end(key)
        return opened[key][0]

    def release_cache(self, keys: Iterable[Hashable] | None = None) -> None:
        """Give back what GDAL's block cache holds for the calling thread's handles, or for some of them."""
        opened = self._local.__dict__.get("opened", {})
        for key in list(opened) if keys is None else [key for key in keys if key in opened]:
            datasets = opened[key]
            if None in datasets:
                del opened[key]
                continue
            for dataset in datasets:
                dataset.FlushCache()

    def close(self) -> None:
        """Let go of all of them."""
        self._local = threading.local()


class FileSource(Source):
    """The pixels of one raster file.

    A pixel is valid if everything that the file states lets it be: the nodata value of its band, masks, alpha
    above 0, and its border; values that are not finite are never valid.  GDAL's own mask heeds one statement only.
    """

    def __init__(self, image: Image, handles: Handles | None = None):
        self.image = image
        self.handles = handles or Handles()

    @property
    def dtype(self) -> np.dtype:
        """Of the values."""
        return self.image.dtype

    @property
    def block_size(self) -> tuple[int, int]:
        """Width and height of what GDAL decodes at once."""
        return self.image.tiling

    def _dataset(self) -> gdal.Dataset:
        return self.handles.get(self.image.path, lambda: [open_image(self.image)])

    def most_pixels(self, memory: float) -> float:
        """See `Source`."""
        return memory / (len(self.image.bands) * (self.image.dtype.itemsize + 1))

    def read(self, window: Window) -> Pixels:
        """See `Source`; values in the image's type."""
        values = read_window(self._dataset(), self.image.path, self.image.bands, window)
        valid = np.empty(values.shape, dtype=bool)
        alpha = self.alpha(window)
        self._find_valid(values, window, valid, alpha)
        return Pixels(values, valid, alpha)

    def read_into(self, window: Window, values: np.ndarray, valid: np.ndarray) -> None:
        """Read as `read` does, into two arrays, which may be parts of larger ones."""
        read_into(self._dataset(), self.image.path, self.image.bands, window, values)
        self._find_valid(values, window, valid, None if self.image.nodata_overridden else self.alpha(window))

    def release_cache(self) -> None:
        """See `Source`."""
        self.handles.release_cache([self.image.path])

    def close(self) -> None:
        """See `Source`."""
        self.handles.close()

    def alpha(self, window: Window) -> np.ndarray | None:
        """The alpha band, (height, width) in its own type; None without.

        Where the user's nodata value is all that counts nothing is transparent.
        """
        if self.image.alpha is None:
            return None
        alpha = read_window(self._dataset(), self.image.path, [self.image.alpha], window)[0]
        if self.image.nodata_overridden:
            alpha = np.where(alpha == 0, alpha.dtype.type(opaque(alpha.dtype)), alpha)
        return alpha

    def _find_valid(
        self, values: np.ndarray, window: Window, valid: np.ndarray, alpha: np.ndarray | None
    ) -> None:
        """Write into ``valid`` which of ``values`` are, bool (K, height, width)."""
        image, dataset = self.image, self._dataset()
        for band, nodata, own in zip(values, image.nodata, valid):
            valid_values(band, nodata, own)
        if image.file_mask:
            valid &= read_mask(dataset.GetRasterBand(image.bands[0]), image.path, window) != 0
        for band in np.flatnonzero(image.band_masks):
            valid[band] &= read_mask(dataset.GetRasterBand(image.bands[band]), image.path, window) != 0
        if alpha is not None and not image.nodata_overridden:
            valid &= alpha > 0
        if image.border is not None:
            valid &= ~image.border.within(window)
        if values.dtype.kind == "f":
            valid &= np.isfinite(values)


def reading_windows(
    image: Image, tile: tuple[int, int], most_pixels: float, handles: Handles | Source, memory: float
) -> Iterator[Window]:
    """Windows of whole tiles for reading an image; what GDAL's block cache holds is given back on the way.

    Blocks that reach over several windows stay there to the end of a row of windows, so that they
    are decoded once; where the row's values take more than ``memory`` bytes, to the end of a window.
    """
    row_bytes = image.width * tile[1] * len(image.bands) * image.dtype.itemsize
    kept = tile[0] % image.tiling[0] != 0 and row_bytes <= memory
    for window in image.grid.window.cut(tile, most_pixels):
        yield window
        if window.right == image.width or not kept:
            handles.release_cache()


def run_windows(
    windows: Sequence[Window],
    fetch: Callable[[Window, Stop], Fetched],
    compute: Callable[[Fetched, Signal], Result],
    plan: Plan,
    threads: int,
    progress: Progress,
) -> Iterator[tuple[Window, Result]]:
    """Every window with ``compute(fetch(window, stop), signal)``, in order.

    Fetching happens on the calling thread, computing on the plan's workers.  Raises `Cancelled` or what they raise.
    """

    def task(fetched: Fetched, signal: Signal) -> Result:
        signal.stop_if_asked()
        return compute(fetched, signal)

    work = float(sum(window.pixels for window in windows))
    fetched = (fetch(window, partial(stop_if_cancelled, progress)) for window in windows)
    done = 0.0
    workers = min(plan.workers, len(windows))
    with Threads(workers, max(threads, workers)) as pool:
        # where fetching takes longest, the pool is never waited for and would tell nothing
        results = run_tasks(task, fetched, pool, Muted(progress), work, plan.sizes, plan.memory)
        for window, result in zip(windows, results):
            yield window, result
            done += window.pixels
            progress.advance(done / work)


def opaque(dtype: np.dtype) -> float:
    """What an alpha band of a type holds where nothing shines through."""
    return 1.0 if dtype.kind == "f" else float(np.iinfo(dtype).max)
