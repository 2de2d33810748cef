"""The one read of every pixel: tiles of the canvas in, mergeable sums out.

A tile is a rectangle of whole cells, so the sums of a cell never depend on the tiling, on
the memory budget or on the number of threads.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple, Protocol

import numpy as np

from ..execution import Signal, run_tasks, thread_count
from ..progress import Progress
from ..raster.canvas import Canvas, Grid
from ..raster.image import Image
from ..raster.reading import Handles, ImageOnCanvas, Window, intersection
from ..settings import ExecutionSettings
from .sums import ImageSums, PairSums, Sums, gather

CHUNK = 16384
"""Most pixels whose products are formed at once: they stay in the processor's cache."""
LARGEST_PRODUCT = 2**17
"""Multiplications in one product; from twice as many on OpenBLAS starts threads inside ours."""

SAMPLED = 4
"""One cell in so many is read when statistics are estimated."""

FEWEST_CELLS = 32
"""Images with no more cells than this are read whole even then."""

LARGEST_TILE = 2048
"""Pixels along a side."""


class Tile(NamedTuple):
    """Cells that are read together: half-open ranges in the cell grid."""

    rows: tuple[int, int]
    columns: tuple[int, int]
    images: tuple[int, ...]
    """The images whose footprints meet the tile."""


class PixelMask(Protocol):
    """What the sweep asks of a mask."""

    def allowed(self, image: int, window: Window) -> np.ndarray:
        """Which pixels of a canvas window count for the image: (height, width) bool."""


class Sweep:
    """Reads images on a canvas and gathers their sums by cell."""

    def __init__(
        self,
        images: Sequence[Image],
        canvas: Canvas,
        cells: Grid,
        execution: ExecutionSettings,
        mask: PixelMask | None = None,
        estimate: bool = False,
    ):
        self._handles = Handles()
        self._views = [ImageOnCanvas(image, canvas, self._handles) for image in images]
        self._bands = len(images[0].bands)
        self._cells = cells
        self._column_starts = cells.column_starts(canvas)
        self._row_starts = cells.row_starts(canvas)
        self._execution = execution
        self._mask = mask
        self._sampled = self._choose_cells() if estimate else None

    def run(self, progress: Progress, fresh: Collection[int] | None = None) -> Sums:
        """Sweep all tiles; ``fresh`` names the images that need reading, others are read only where they meet one.

        Raises `Cancelled` or `DamagedRasterError`.
        """
        threads = thread_count(self._execution.threads)
        tiles = self._tiles(threads)
        if fresh is not None:
            tiles = [tile._replace(images=self._needed(tile.images, fresh)) for tile in tiles]
            tiles = [tile for tile in tiles if tile.images]
        work = float(sum(self._work(tile) for tile in tiles))
        parts = list(run_tasks(self._sweep_tile, tiles, threads, progress, work))
        return gather(len(self._views), self._bands, parts)

    def _needed(self, images: Sequence[int], fresh: Collection[int]) -> tuple[int, ...]:
        """The fresh ones of a tile's images and those whose footprints meet theirs."""
        windows = [self._views[image].window for image in images if image in fresh]
        return tuple(
            image
            for image in images
            if any(_has_pixels(intersection(self._views[image].window, window)) for window in windows)
        )

    @property
    def windows(self) -> list[Window]:
        """The images' footprints on the canvas."""
        return [view.window for view in self._views]

    def _cell_window(self, rows: tuple[int, int], columns: tuple[int, int]) -> Window:
        left, right = self._column_starts[columns[0]], self._column_starts[columns[1]]
        top, bottom = self._row_starts[rows[0]], self._row_starts[rows[1]]
        return int(left), int(top), int(right - left), int(bottom - top)

    def _work(self, tile: Tile) -> int:
        _, _, width, height = self._cell_window(tile.rows, tile.columns)
        return width * height * len(tile.images)

    def _tiles(self, threads: int) -> list[Tile]:
        """Rectangles of cells that fit the memory budget, halved until they do."""
        budget = self._execution.memory_budget * 1e6 / 2 / threads
        step = max(1, int(LARGEST_TILE // max(self._largest_cell(), 1)))
        tiles: list[Tile] = []
        for top in range(0, self._cells.rows, step):
            for left in range(0, self._cells.columns, step):
                rows = (top, min(top + step, self._cells.rows))
                columns = (left, min(left + step, self._cells.columns))
                self._add_tile(tiles, rows, columns, range(len(self._views)), budget)
        return tiles

    def _largest_cell(self) -> int:
        return int(max(np.diff(self._column_starts).max(), np.diff(self._row_starts).max()))

    def _add_tile(
        self,
        tiles: list[Tile],
        rows: tuple[int, int],
        columns: tuple[int, int],
        candidates: Sequence[int],
        budget: float,
    ) -> None:
        window = self._cell_window(rows, columns)
        present = tuple(i for i in candidates if _has_pixels(intersection(window, self._views[i].window)))
        if not present:
            return
        itemsize = self._views[present[0]].image.dtype.itemsize + 2
        memory = window[2] * window[3] * len(present) * self._bands * itemsize
        height, width = rows[1] - rows[0], columns[1] - columns[0]
        if memory <= budget or height * width == 1:
            tiles.append(Tile(rows, columns, present))
        elif height >= width:
            middle = rows[0] + height // 2
            self._add_tile(tiles, (rows[0], middle), columns, present, budget)
            self._add_tile(tiles, (middle, rows[1]), columns, present, budget)
        else:
            middle = columns[0] + width // 2
            self._add_tile(tiles, rows, (columns[0], middle), present, budget)
            self._add_tile(tiles, rows, (middle, columns[1]), present, budget)

    def _choose_cells(self) -> np.ndarray:
        """A fixed lattice of cells, the same for all images: (rows, columns) bool.

        Images of few cells keep all of theirs.
        """
        rows, columns = np.indices((self._cells.rows, self._cells.columns))
        chosen = (columns + 2 * rows) % SAMPLED == 0
        for view in self._views:
            left, top, width, height = view.window
            first_row, last_row = np.searchsorted(self._row_starts, [top, top + height - 1], side="right") - 1
            first, last = np.searchsorted(self._column_starts, [left, left + width - 1], side="right") - 1
            if (last_row - first_row + 1) * (last - first + 1) <= FEWEST_CELLS:
                chosen[max(first_row, 0) : last_row + 1, max(first, 0) : last + 1] = True
        return chosen

    def _sweep_tile(self, tile: Tile, signal: Signal) -> tuple[ImageSums, PairSums]:
        """All cells of one tile."""
        signal.stop_if_asked()
        window = self._cell_window(tile.rows, tile.columns)
        if self._sampled is None:
            looks = self._read(tile.images, window, signal)
        rows = _Rows()
        for row in range(*tile.rows):
            for column in range(*tile.columns):
                signal.stop_if_asked()
                part = self._cell_window((row, row + 1), (column, column + 1))
                if self._sampled is not None:
                    if not self._sampled[row, column]:
                        continue
                    looks = self._read(tile.images, part, signal)
                    part = (0, 0, part[2], part[3])
                else:
                    part = (part[0] - window[0], part[1] - window[1], part[2], part[3])
                if _has_pixels(part):
                    _sum_cell(rows, row * self._cells.columns + column, looks, part)
        self._handles.release_cache()
        signal.add(self._work(tile))
        return rows.sums(self._bands)

    def _read(self, images: Sequence[int], window: Window, signal: Signal) -> list[_Look]:
        looks = []
        for index in images:
            signal.stop_if_asked()
            view = self._views[index]
            if not _has_pixels(intersection(window, view.window)):
                continue
            part, values, valid = view.read(window)
            if self._mask is not None:
                canvas_part = (window[0] + part[0], window[1] + part[1], part[2], part[3])
                valid = valid & self._mask.allowed(index, canvas_part)
            looks.append(_Look(index, part, values, valid))
        return looks


class _Look(NamedTuple):
    """What one image shows of a tile."""

    image: int
    part: Window
    """Relative to the tile."""
    values: np.ndarray
    """(K, height, width) of `part`."""
    valid: np.ndarray
    """The same shape, bool."""


class _Rows:
    """Rows of sums as they come, one list per column of the result."""

    def __init__(self) -> None:
        self._images: list[tuple] = []
        self._pairs: list[tuple] = []

    def add_image(self, *row) -> None:
        self._images.append(row)

    def add_pair(self, *row) -> None:
        self._pairs.append(row)

    def sums(self, bands: int) -> tuple[ImageSums, PairSums]:
        return _table(ImageSums, self._images, 2, bands), _table(PairSums, self._pairs, 3, bands)


def _table(kind: type, rows: list[tuple], keys: int, bands: int):
    columns = list(zip(*rows)) if rows else [()] * len(kind.__dataclass_fields__)
    arrays = [np.array(column, dtype=np.int64) for column in columns[:keys]]
    arrays += [np.array(column, dtype=np.float64).reshape(-1, bands) for column in columns[keys:]]
    return kind(*arrays)


def _has_pixels(window: Window) -> bool:
    return window[2] > 0 and window[3] > 0


def _sum_cell(rows: _Rows, cell: int, looks: Sequence[_Look], part: Window) -> None:
    """Add the rows of one cell, ``part`` of the tile, for all images that show it."""
    present = []
    for look in looks:
        shared = intersection(part, look.part)
        if not _has_pixels(shared):
            continue
        own = np.s_[:, shared[1] - look.part[1] :, shared[0] - look.part[0] :]
        valid = look.valid[own][:, : shared[3], : shared[2]]
        if valid.any():
            values = look.values[own][:, : shared[3], : shared[2]]
            present.append((look.image, _in_cell(values, shared, part), _in_cell(valid, shared, part)))
    if not present:
        return
    images = [image for image, _, _ in present]
    products = [
        _band_products([values[k] for _, values, _ in present], [valid[k] for _, _, valid in present])
        for k in range(len(present[0][1]))
    ]
    count, mean, m2, cross = (np.stack([product[n] for product in products], axis=-1) for n in range(4))
    low, high = (np.stack([product[n] for product in products], axis=-1) for n in (4, 5))
    for a, image in enumerate(images):
        rows.add_image(image, cell, count[a, a], mean[a, a], m2[a, a], low[a], high[a])
        for b in range(a + 1, len(images)):
            if count[a, b].any():
                rows.add_pair(
                    image, images[b], cell, count[a, b], mean[a, b], mean[b, a], m2[a, b], m2[b, a], cross[a, b]
                )


def _in_cell(values: np.ndarray, shared: Window, part: Window) -> np.ndarray:
    """(K, height, width) of the shared window as (K, pixels of the cell), zero elsewhere."""
    if shared == part:
        return values.reshape(len(values), -1)
    cell = np.zeros((len(values), part[3], part[2]), dtype=values.dtype)
    top, left = shared[1] - part[1], shared[0] - part[0]
    cell[:, top : top + shared[3], left : left + shared[2]] = values
    return cell.reshape(len(values), -1)


def _band_products(values: Sequence[np.ndarray], valid: Sequence[np.ndarray]) -> tuple[np.ndarray, ...]:
    """Statistics of one band of one cell, for N images of P pixels.

    Returns count, mean, m2, cross (N, N) and low, high (N,): ``mean[a, b]`` and ``m2[a, b]``
    are of image a over the pixels valid in a and b, ``cross`` is symmetric.  With v = x - p
    (p a pivot per image, so that squares do not cancel) and w the validity,

        n = w w'    s = v w'    q = v^2 w'    c = v v'
        mean = p + s/n    m2 = q - s^2/n    cross = c - s s'/n
    """
    size, pixels = len(values), len(values[0])
    pivot, low, high = (np.array(ends) for ends in zip(*(_ends(x, w) for x, w in zip(values, valid))))
    n, s, q, c = (np.zeros((size, size)) for _ in range(4))
    chunk = max(CHUNK // 4, min(CHUNK, LARGEST_PRODUCT // size**2))
    for start in range(0, pixels, chunk):
        end = min(start + chunk, pixels)
        v = np.empty((size, end - start))
        w = np.empty((size, end - start))
        for row in range(size):
            w[row] = valid[row][start:end]
            np.subtract(values[row][start:end], pivot[row], out=v[row])
            if values[row].dtype.kind == "f":
                v[row][~valid[row][start:end]] = 0.0
        v *= w
        n += w @ w.T
        s += v @ w.T
        q += (v * v) @ w.T
        c += v @ v.T
    safe = np.maximum(n, 1.0)
    mean = pivot[:, None] + s / safe
    m2 = np.maximum(q - s * s / safe, 0.0)
    return n, mean, m2, c - s * s.T / safe, low, high


def _ends(values: np.ndarray, valid: np.ndarray) -> tuple[float, float, float]:
    """A pivot near the mean, the smallest and the largest valid value."""
    chosen = values if valid.all() else values[valid]
    if not len(chosen):
        return 0.0, np.inf, -np.inf
    return float(chosen[:CHUNK].mean(dtype=np.float64)), float(chosen.min()), float(chosen.max())
