"""The way of the raster tools: read windows with a margin, compute them on the pool, hand them back in order.

Windows are whole tiles of the result in file order, so pixels and files do not depend on how many
tiles a window has, as long as what is computed of a pixel depends on its neighbourhood only and on
its place in the image, never on the window's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

import numpy as np

from ..execution import Signal
from ..progress import Stop
from ..raster.creation import tile_size
from ..raster.image import Image
from ..raster.source import FileSource, Handles, Plan, Source, run_windows
from ..raster.window import PIXELS_AT_ONCE, Window
from ..run import Run
from .settings import Edge

Result = TypeVar("Result")

HELD_SHARE = 0.4
"""Of the memory, at most, for rows that the windows below need again."""


class Margin(NamedTuple):
    """Pixels around a window that its result depends on."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


class Patch(NamedTuple):
    """A window of an image with its margin; the arrays are the patch's own."""

    window: Window
    """In the image, without the margin."""
    values: np.ndarray
    """(K, top + height + bottom, left + width + right), the image's type."""
    valid: np.ndarray
    """Of the same shape, bool; False beyond the image under `Edge.SHRINK`."""


class Need(NamedTuple):
    """Memory that a computation takes beside its patch."""

    working: float
    """Bytes per pixel of the patch, margin included, while it runs."""
    result: float
    """Bytes per pixel of the window, of what it hands back."""
    strip: float = 0.0
    """Bytes per pixel of the window's rows with the margins to the left and right, while it runs."""
    fixed: float = 0.0
    """Bytes, while it runs."""


def plan_windows(
    image: Image, margin: Margin, need: Need, run: Run, result: Image | None = None, step: int = 1
) -> Plan | None:
    """How to cut what is computed from an image, or None where not even the smallest tile fits in memory.

    ``result``: what is cut, where it has one pixel for every ``step`` of the image each way.
    """
    result = result or image

    def at_once(width: int, height: int) -> int:
        return run.at_once(_bytes(image, (width * step, height * step), margin, need), held(height))

    def held(rows: int) -> float:
        """Bytes of the image's rows that windows of so many rows need; 0 where they take too much to be held."""
        whole = min(margin.top + rows * step + margin.bottom + 2 * image.tiling[1], image.height)
        needed = float(whole * _row_bytes(image))
        return needed if needed <= run.memory() * HELD_SHARE else 0.0

    tile = tile_size(result, run.execution.window_size)
    while not at_once(*tile):
        smaller = tile_size(result, None, tile[0] * tile[1] / 2)
        if smaller == tile:
            return None
        tile = smaller
    rows = tile[1]
    # fewer at once, where windows would be narrower than what lies beside them
    for workers in range(at_once(*tile), 0, -1):
        across = tile[0]
        while across < result.width and at_once(across + tile[0], rows) >= workers:
            across += tile[0]
        if across * step >= min(image.width, margin.left + margin.right):
            break
    while across >= result.width and image.width * step * (rows + tile[1]) <= PIXELS_AT_ONCE:
        if not held(rows + tile[1]) or at_once(across, rows + tile[1]) < workers:
            break
        rows += tile[1]
    return Plan(tile, (across, rows), workers, held(rows))


def _bytes(image: Image, size: tuple[int, int], margin: Margin, need: Need) -> float:
    """Of one worker: two windows wait or run, one of them runs."""
    width, height = min(size[0], image.width), min(size[1], image.height)
    pixels = float((margin.left + width + margin.right) * (margin.top + height + margin.bottom))
    patch = pixels * len(image.bands) * (image.dtype.itemsize + 1)
    strip = float((margin.left + width + margin.right) * height)
    running = pixels * need.working + strip * need.strip + need.fixed
    return 2 * (patch + width * height * need.result) + running


def _row_bytes(image: Image) -> int:
    """Of the values and validity of a row."""
    return image.width * len(image.bands) * (image.dtype.itemsize + 1)


class PatchReader:
    """Reads windows with their margins, in file order, and decodes as little as possible twice."""

    def __init__(self, image: Image, margin: Margin, edge: Edge, most_held: float):
        """``most_held``: bytes for whole rows that are kept for the windows below."""
        self._image = image
        self._margin = margin
        self._edge = edge
        self._handles = Handles()
        self._reader = FileSource(image, self._handles)
        self._most_rows = int(most_held // _row_bytes(image))
        self._top = self._end = 0
        self._values, self._valid = self._room(0, image.width)

    def read(self, window: Window, stop: Stop) -> Patch:
        """One window; raises `DamagedRasterError` or `Cancelled`."""
        around = window.padded(*self._margin)
        columns = inside(np.arange(around.column, around.right), self._image.width, self._edge)
        rows = inside(np.arange(around.row, around.bottom), self._image.height, self._edge)
        left, right = int(columns.index.min()), int(columns.index.max()) + 1
        top, bottom = int(rows.index.min()), int(rows.index.max()) + 1
        values, valid = self._pixels(left, top, right, bottom, stop)
        across, down = columns.index - left, rows.index - top
        values = _taken(values, down, across)
        valid = _taken(valid, down, across)
        valid[:, ~rows.counts] = False
        valid[:, :, ~columns.counts] = False
        return Patch(window, values, valid)

    def _pixels(self, left: int, top: int, right: int, bottom: int, stop: Stop) -> tuple[np.ndarray, np.ndarray]:
        """Values and validity of a part of the image."""
        tall = self._image.tiling[1]
        end = min(-(-bottom // tall) * tall, self._image.height)
        if end - top > self._most_rows or top < self._top:
            values, valid = self._room(bottom - top, right - left)
            self._fill(values, valid, Window(left, top, right - left, bottom - top), stop)
            self._handles.release_cache()
            return values, valid
        if end > self._end:
            self._go_on(top, end, stop)
        part = np.s_[:, top - self._top:bottom - self._top, left:right]
        return self._values[part], self._valid[part]

    def _go_on(self, top: int, end: int, stop: Stop) -> None:
        """Hold the rows from ``top`` to ``end``, of which some may be known."""
        known = max(self._end, top)
        values, valid = self._room(end - top, self._image.width)
        kept = known - top
        values[:, :kept] = self._values[:, top - self._top:known - self._top]
        valid[:, :kept] = self._valid[:, top - self._top:known - self._top]
        self._values, self._valid = values, valid
        self._fill(values[:, kept:], valid[:, kept:], Window(0, known, self._image.width, end - known), stop)
        self._top, self._end = top, end
        self._handles.release_cache()

    def _fill(self, values: np.ndarray, valid: np.ndarray, window: Window, stop: Stop) -> None:
        """Read a window piece by piece; ``stop`` is called before each."""
        tile = self._image.tiling
        for piece in window.cut(tile, PIXELS_AT_ONCE):
            stop()
            part = (slice(None), *piece.relative_to(window).slices)
            self._reader.read_into(piece, values[part], valid[part])

    def close(self) -> None:
        """Let go of the file."""
        self._handles.close()

    def _room(self, height: int, width: int) -> tuple[np.ndarray, np.ndarray]:
        shape = len(self._image.bands), height, width
        return np.empty(shape, self._image.dtype), np.empty(shape, bool)


class Windowed(Source):
    """A source whose pixels are computed, on threads, from an image and what lies around each window."""

    def __init__(
        self, read: Image, result: Image, plan: Plan, margin: Margin = Margin(), edge: Edge = Edge.SHRINK
    ):
        """``read``: the image; ``result``: what it becomes."""
        self.image = result
        self.plan = plan
        self._reader = PatchReader(read, margin, edge, plan.held)

    def fetch(self, window: Window, stop: Stop) -> Patch:
        """See `Source`."""
        return self._reader.read(window, stop)

    def close(self) -> None:
        """See `Source`."""
        self._reader.close()


class Inside(NamedTuple):
    """Where places along one axis, which may lie beyond an image, are found in it."""

    index: np.ndarray
    """(N,) int."""
    counts: np.ndarray
    """(N,) bool: False where there is nothing."""


def inside(places: np.ndarray, size: int, edge: Edge) -> Inside:
    """The pixels that stand for ``places`` (N,), any whole numbers, of an axis of ``size`` pixels."""
    counts = np.ones(places.shape, bool)
    if edge is Edge.REFLECT:
        folded = places % (2 * size)
        return Inside(np.where(folded < size, folded, 2 * size - 1 - folded), counts)
    if edge is Edge.SHRINK:
        counts = (places >= 0) & (places < size)
    return Inside(np.clip(places, 0, size - 1), counts)


def _taken(values: np.ndarray, down: np.ndarray, across: np.ndarray) -> np.ndarray:
    """Rows and columns of (K, height, width), a copy."""
    if _in_sequence(down) and _in_sequence(across):
        return values[:, down[0]:down[-1] + 1, across[0]:across[-1] + 1].copy()
    return values[:, down[:, None], across]


def _in_sequence(index: np.ndarray) -> bool:
    return bool((np.diff(index) == 1).all())


def compute_windows(
    image: Image,
    compute: Callable[[Patch, Signal], Result],
    plan: Plan,
    run: Run,
    margin: Margin = Margin(),
    edge: Edge = Edge.SHRINK,
) -> Iterator[tuple[Window, Result]]:
    """Every window of ``image`` with ``compute(patch, signal)``, in file order.

    ``compute`` runs on the pool's threads and calls ``signal.stop_if_asked`` where it takes long;
    reading, and whatever the caller does with the results, happens on the calling thread.
    Raises `Cancelled`, `DamagedRasterError`, or what ``compute`` raised.
    """
    windows = list(image.grid.window.cut(plan.step))
    reader = PatchReader(image, margin, edge, plan.held)
    return run_windows(windows, reader.read, compute, plan, run.threads, run.progress)
