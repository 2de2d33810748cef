"""The one read of all images before seams: where each has data, and means of small cells.

A cell is a square of ``reduction`` pixels of the mosaic's grid.  Means commute with gain and offset, differences of
neighbours with gain, so seams are looked for on them without a second read.  Where images have data is kept to the
pixel.
"""

from __future__ import annotations

import errno
import mmap
import os
import tempfile
import zlib
from collections.abc import Sequence
from functools import partial
from typing import BinaryIO

import numpy as np

from ..errors import WriteError
from ..execution import Signal, run_tasks
from ..progress import Stop
from ..raster.creation import tile_size
from ..raster.grid import Grid
from ..raster.source import reading_windows
from ..raster.window import Window
from ..run import Run
from .members import Layout, Member, meeting
from .settings import SeamMethod, SeamSettings

SMALLEST_REDUCTION, MOST_CELLS, CELLS_ACROSS = 8, 4096, 16
"""Pixels of a cell's side in large mosaics, cells along one, and along a small image at least."""

BYTES_AT_ONCE, WINDOWS_IN_MEMORY = 8e6, 4
"""Of pixels of a window that is read, whatever memory there is: sums of cells that windows cut would else differ in
their last digits; and what their sums take, in windows."""

BYTES_OF_TILE = 100.0
"""That keeping one takes beside its bits."""

VALUE, BLOCK = 4, 1 << 20
"""Bytes of a mean on the disk, and those that are written at once where the system takes no space by itself."""

NOT_KNOWN = (errno.EINVAL, errno.EOPNOTSUPP, errno.ENOSYS)
"""Errors of file systems that cannot take space beforehand."""


class Bits:
    """Which pixels of a raster have data, in tiles; most of them are all data or none."""

    def __init__(self, size: tuple[int, int], tile: tuple[int, int]):
        self._tile = tile
        self._whole = Window(0, 0, *size)
        self._state = np.zeros((-(-size[1] // tile[1]), -(-size[0] // tile[0])), np.int8)
        """0: no pixel, 1: all, 2: those in `_mixed`."""
        self._mixed: dict[tuple[int, int], bytes] = {}

    def add(self, window: Window, data: np.ndarray, complete: bool = False) -> None:
        """Keep a window of whole tiles; ``complete``: of data only."""
        if complete:
            self._state[self._tiles(window)] = 1
            return
        for tile in window.cut(self._tile):
            part = data[tile.relative_to(window).slices]
            place = tile.row // self._tile[1], tile.column // self._tile[0]
            if part.all():
                self._state[place] = 1
            elif part.any():
                self._state[place] = 2
                self._mixed[place] = zlib.compress(np.packbits(part).tobytes(), 1)

    @property
    def size(self) -> float:
        """Bytes that it keeps in memory, about."""
        return self._state.nbytes + sum(len(packed) + BYTES_OF_TILE for packed in list(self._mixed.values()))

    def all(self, window: Window) -> bool:
        """Whether a window of the raster is known to be all data."""
        return not window.is_empty and bool((self._state[self._tiles(window)] == 1).all())

    def read(self, window: Window) -> np.ndarray:
        """Which pixels of a window of the raster have data, bool (height, width)."""
        rows, columns = self._tiles(window)
        found = np.zeros(window.shape, bool)
        for row in range(rows.start, rows.stop):
            for column in range(columns.start, columns.stop):
                state = self._state[row, column]
                tile = Window(column * self._tile[0], row * self._tile[1], *self._tile).intersection(self._whole)
                part = tile.intersection(window)
                target = part.relative_to(window).slices
                if state == 1:
                    found[target] = True
                elif state == 2:
                    packed = np.frombuffer(zlib.decompress(self._mixed[row, column]), np.uint8)
                    bits = np.unpackbits(packed, count=tile.pixels).reshape(tile.shape)
                    found[target] = bits[part.relative_to(tile).slices]
        return found

    def _tiles(self, window: Window) -> tuple[slice, slice]:
        width, height = self._tile
        return (
            slice(window.row // height, -(-window.bottom // height)),
            slice(window.column // width, -(-window.right // width)),
        )


class Surveyed:
    """What was seen of one member."""

    def __init__(self, member: Member, cells: Window, tile: tuple[int, int], means: np.ndarray | None):
        self.window = member.window
        self.cells = cells
        """Those that its raster meets."""
        self.counts = np.zeros(cells.shape, np.int32)
        """Pixels of each cell with data in all bands."""
        self.means = means
        """(2 K, rows, columns) float32, where other rasters are near: of these pixels, then of their fine detail."""
        self.whole = Bits(member.window.size, tile)
        """Pixels with data in all bands."""
        self.partial = Bits(member.window.size, tile)
        """Pixels with data in some bands only."""

    @property
    def size(self) -> float:
        """Bytes that it keeps in memory, about."""
        return self.counts.nbytes + self.whole.size + self.partial.size

    def data_in(self, window: Window) -> np.ndarray:
        """Where a window of the grid within its own has data in all bands."""
        return self.whole.read(window.relative_to(self.window))


class Pages:
    """Space for arrays on the disk that is gone with them; what is in memory of it can be let go of."""

    def __init__(self, folder: str, number: int):
        """``number``: of float32 values.  Raises `WriteError` where the disk cannot hold them."""
        size = VALUE * number
        try:
            with tempfile.TemporaryFile(dir=folder) as file:
                _take_space(file, size)
                self._pages = mmap.mmap(file.fileno(), size)
        except OSError as error:
            raise WriteError(folder, error.strerror or str(error)) from error
        self.values = np.frombuffer(self._pages, np.float32)

    def let_go(self) -> None:
        """Leave memory to others, where the system knows how; the disk keeps what is written."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._pages.madvise(mmap.MADV_DONTNEED)


def _take_space(file: BinaryIO, size: int) -> None:
    """Make a file of zeros that has all its blocks: writing into a hole ends the process where the disk is full."""
    if hasattr(os, "posix_fallocate"):
        try:
            os.posix_fallocate(file.fileno(), 0, size)
            return
        except OSError as error:
            if error.errno not in NOT_KNOWN:
                raise
    block = bytes(min(size, BLOCK))
    for start in range(0, size, BLOCK):
        file.write(block[:size - start])
    file.flush()


class Survey:
    """What was seen of all members."""

    def __init__(self, layout: Layout, reduction: int, members: Sequence[Surveyed], pages: Pages | None = None):
        """``pages``: that the means of all members are on."""
        self.layout = layout
        self.reduction = reduction
        self.members = members
        self.pages = pages

    def forget_means(self) -> None:
        """Let go of what is on the disk."""
        self.pages = None
        for member in self.members:
            member.means = None

    @property
    def cells(self) -> Window:
        """All cells of the grid."""
        return cells_of(self.layout.grid.window, self.reduction)

    @property
    def size(self) -> float:
        """Bytes that it keeps in memory, about."""
        return sum(member.size for member in self.members)

    @property
    def cell_grid(self) -> Grid:
        """The cells as pixels."""
        x, dx, rx, y, ry, dy = self.layout.grid.geotransform
        across = tuple(step * self.reduction for step in (dx, rx, ry, dy))
        return Grid(self.layout.grid.crs, (x, *across[:2], y, *across[2:]), *self.cells.size)

    def through(self, layout: Layout, stop: Stop) -> Survey:
        """What would be seen of a layout of the same files with other values."""
        for member, seen in zip(layout.members, self.members):
            stop()
            if seen.means is not None:
                member.source.change_means(seen.means, self.cell_grid.part(seen.cells))
                self.pages.let_go()
        return Survey(layout, self.reduction, self.members, self.pages)


def cells_of(window: Window, reduction: int) -> Window:
    """The cells that a window of the grid meets."""
    column, row = window.column // reduction, window.row // reduction
    right, bottom = -(-window.right // reduction), -(-window.bottom // reduction)
    return Window(column, row, right - column, bottom - row)


def reduction_of(grid: Grid, windows: Sequence[Window], wanted: int = 0) -> int:
    """Pixels along a side of a cell: as wanted, or by the sizes of the grid and of the smallest image."""
    reduction = wanted or SMALLEST_REDUCTION
    smallest = min(min(window.size) for window in windows)
    while not wanted and reduction > 1 and smallest < CELLS_ACROSS * reduction:
        reduction //= 2
    while max(grid.width, grid.height) > MOST_CELLS * reduction:
        reduction *= 2
    return reduction


def bytes_waiting(grid: Grid, windows: Sequence[Window], bands: int, settings: SeamSettings) -> int:
    """What a survey of images in these windows takes on the disk until seams are found."""
    if settings.method is not SeamMethod.LEAST_VISIBLE or len(windows) < 2:
        return 0
    reduction = reduction_of(grid, windows, settings.reduction)
    return sum(VALUE * 2 * bands * cells_of(window, reduction).pixels for window in windows)


def survey(layout: Layout, wanted: int, means: bool, folder: str, run: Run) -> Survey:
    """Read every pixel once; ``means``: whether seams will be looked for; ``folder``: where they wait on the disk.

    Raises `Cancelled`, `DamagedRasterError`, or `WriteError` before a pixel is read.
    """
    reduction = reduction_of(layout.grid, layout.windows, wanted)
    bands = len(layout.members[0].source.image.bands)
    boxes = [cells_of(member.window, reduction) for member in layout.members]
    kept: list[np.ndarray | None] = [None] * len(boxes)
    pages = None
    if means and len(boxes) > 1:
        sizes = [2 * bands * box.pixels for box in boxes]
        ends = np.cumsum(sizes)
        pages = Pages(folder, int(ends[-1]))
        places = zip(ends, sizes, boxes)
        kept = [pages.values[end - size:end].reshape(2 * bands, *box.shape) for end, size, box in places]
    tasks = list(zip(layout.members, boxes, kept))
    windows = np.array([member.window for member in layout.members])
    work = float(sum(member.window.pixels for member in layout.members))
    at_once = max(1, run.at_once(WINDOWS_IN_MEMORY * BYTES_AT_ONCE))
    with run.pool(min(len(tasks), at_once)) as pool:
        seen = []
        for found, means in zip(run_tasks(partial(_look, windows, reduction), tasks, pool, run.progress, work), kept):
            if found.means is not means:
                # it comes from another machine
                means[...], found.means = found.means, means
            if pages is not None:
                pages.let_go()
            seen.append(found)
        return Survey(layout, reduction, seen, pages)


def _look(
    windows: np.ndarray, reduction: int, task: tuple[Member, Window, np.ndarray | None], signal: Signal
) -> Surveyed:
    """Read one member."""
    member, cells, means = task
    source = member.source
    most = source.most_pixels(BYTES_AT_ONCE)
    tile = tile_size(source.image, None, most)
    seen = Surveyed(member, cells, tile, means)
    left, top = member.window.corner
    for window in reading_windows(source.image, tile, most, source, BYTES_AT_ONCE):
        signal.stop_if_asked()
        values, valid, *_ = source.read(window)
        complete = bool(valid.all())
        whole = valid[0] if complete else valid.all(axis=0)
        seen.whole.add(window, whole, complete)
        if not complete:
            seen.partial.add(window, valid.any(axis=0) & ~whole)
        place = window.shifted(left, top)
        part = cells_of(place, reduction)
        target = part.relative_to(cells).slices
        seen.counts[target] += _sums(whole, place, reduction).astype(np.int32)
        if means is not None and np.count_nonzero(meeting(windows, place)) > 1:
            for number, band in enumerate(values):
                shown = band if complete else np.where(whole, band, band.dtype.type(0))
                means[number][target] += _sums(shown, place, reduction)
                if reduction > 1:
                    _add_detail(means[number + len(values)], shown, whole, place, cells, reduction)
        signal.add(window.pixels)
    if means is not None:
        means /= np.maximum(seen.counts, 1)
        # one of four pixels has been compared
        means[len(means) // 2:] *= 4
    source.release_cache()
    return seen


def _add_detail(
    total: np.ndarray, values: np.ndarray, whole: np.ndarray, place: Window, cells: Window, reduction: int
) -> None:
    """Add what every second pixel of every second row differs by from its diagonal neighbour."""
    left, top = place.column % 2, place.row % 2
    width, height = (place.width - left) // 2, (place.height - top) // 2
    if width < 1 or height < 1:
        return
    even = slice(top, top + 2 * height, 2), slice(left, left + 2 * width, 2)
    odd = slice(top + 1, top + 2 * height, 2), slice(left + 1, left + 2 * width, 2)
    one, other = values[even], values[odd]
    if values.dtype.kind == "i":
        # types with a sign do not hold all their differences
        one, other = one.astype(np.float64), other.astype(np.float64)
    apart = np.maximum(one, other) - np.minimum(one, other)
    apart[~(whole[even] & whole[odd])] = 0
    half = Window((place.column + left) // 2, (place.row + top) // 2, width, height)
    part = cells_of(half, reduction // 2)
    total[part.relative_to(cells).slices] += _sums(apart, half, reduction // 2)


def _sums(values: np.ndarray, place: Window, reduction: int) -> np.ndarray:
    """Of the pixels of a window of the grid in each cell that it meets, float64."""
    cells = cells_of(place, reduction)
    shape = cells.height, reduction, cells.width, reduction
    target = place.shifted(-cells.column * reduction, -cells.row * reduction).slices
    if target[0].stop % reduction or target[1].stop % reduction or target[0].start or target[1].start:
        padded = np.zeros((cells.height * reduction, cells.width * reduction), values.dtype)
        padded[target] = values
        values = padded
    exact = np.uint32 if values.dtype.kind in "bu" and values.dtype.itemsize < 4 else np.float64
    return values.reshape(shape).sum(axis=1, dtype=exact).sum(axis=2, dtype=np.float64)
