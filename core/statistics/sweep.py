"""The one read of every pixel: tiles of the canvas in, mergeable sums out.

A tile is a rectangle of whole cells, so the sums of a cell never depend on the tiling, on
the memory budget or on the number of threads.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple, Protocol

import numpy as np

from ..cluster.pool import open_pool
from ..execution import Pool, Signal, run_tasks
from ..progress import Progress, Stage
from ..raster.canvas import Canvas, Grid
from ..raster.image import Image
from ..raster.reading import Handles, ImageOnCanvas, Window, intersection
from ..settings import ExecutionSettings
from .cache import open_cache
from .plan import Cells, Needs, Plan, Span, has_pixels
from .products import Look, Rows
from .sums import ImageSums, PairSums, Sums, gather

LARGEST_TILE = 2048
"""Pixels along a side."""

LOADED = 0.1
"""Share of a sweep with a cache that ends with what is known already."""


class Tile(NamedTuple):
    """Cells that are read together: half-open ranges in the cell grid."""

    rows: Span
    columns: Span
    images: tuple[int, ...]
    """The images whose footprints meet the tile."""


class PixelMask(Protocol):
    """What the sweep asks of a mask."""

    def allowed(self, image: int, window: Window) -> np.ndarray:
        """Which pixels of a canvas window count for the image: (height, width) bool."""

    def fingerprint(self, image: int) -> str:
        """Another text for every mask that lets other pixels of the image count."""


class Sweep:
    """Reads images on a canvas and gathers their sums by cell.

    With a ``cache_folder``, sums that are found there are not computed again, and new ones are
    kept there.
    """

    def __init__(
        self,
        images: Sequence[Image],
        canvas: Canvas,
        cells: Grid,
        execution: ExecutionSettings,
        mask: PixelMask | None = None,
        estimate: bool = False,
        cache_folder: str | None = None,
    ):
        self._images = images
        self._canvas = canvas
        self._handles = Handles()
        self._views = [ImageOnCanvas(image, canvas, self._handles) for image in images]
        self._bands = len(images[0].bands)
        self._cells = Cells(cells, canvas)
        self._execution = execution
        self._mask = mask
        self._sampled = self._cells.sampled(self.windows) if estimate else None
        self._cache_folder = cache_folder

    def run(self, progress: Progress, fresh: Collection[int] | None = None) -> Sums:
        """Sweep all tiles; ``fresh`` names the images that need reading, others are read only where they meet one.

        Raises `Cancelled`, `DamagedRasterError` or a `ClusterError`.
        """
        plan = Plan(self._cells, self.windows, self._sampled, fresh)
        if self._cache_folder is None:
            with open_pool(self._execution) as pool:
                parts = list(self._results(plan, self._needed(plan, pool), pool, progress))
        else:
            parts = self._run_with_cache(plan, progress)
        return gather(len(self._views), self._bands, parts)

    def _run_with_cache(self, plan: Plan, progress: Progress) -> list[tuple[ImageSums, PairSums]]:
        stages = Stage(progress, 0.0, LOADED / 2), Stage(progress, LOADED / 2, LOADED)
        known = self._images, self._canvas, self._cells, self._mask, self._execution
        cache = open_cache(self._cache_folder or "", *known, stages[0])
        parts = [cache.load(plan, self.windows, self._bands, stages[1])]
        try:
            with open_pool(self._execution) as pool:
                tiles = self._needed(plan, pool)
                cache.expect([tile.images for tile in tiles])
                for result, tile in zip(self._results(plan, tiles, pool, Stage(progress, LOADED, 1.0)), tiles):
                    parts.append(result)
                    cache.add(plan, tile.rows, tile.columns, tile.images, result)
        finally:
            cache.close(progress)
        return parts

    def _results(
        self, plan: Plan, tiles: Sequence[Tile], pool: Pool, progress: Progress
    ) -> Iterator[tuple[ImageSums, PairSums]]:
        work = float(sum(self._work(tile) for tile in tiles))
        # tasks travel to workers: each with its own part of the plan, and nothing of the cache
        tasks = ((plan.part(tile.images, tile.rows, tile.columns), tile) for tile in tiles)
        return run_tasks(self._task, tasks, pool, progress, work)

    def _needed(self, plan: Plan, pool: Pool) -> list[Tile]:
        """The tiles with wanted sums, each with the images that these need."""
        tiles = []
        for tile in self._tiles(pool.together):
            images = tuple(image for image in tile.images if plan.needed(image, tile.rows, tile.columns) is not None)
            if images:
                tiles.append(tile._replace(images=images))
        return tiles

    @property
    def windows(self) -> list[Window]:
        """The images' footprints on the canvas."""
        return [view.window for view in self._views]

    def _work(self, tile: Tile) -> int:
        _, _, width, height = self._cells.window(tile.rows, tile.columns)
        return width * height * len(tile.images)

    def _tiles(self, threads: int) -> list[Tile]:
        """Rectangles of cells that fit the memory budget, halved until they do."""
        budget = self._execution.memory_budget * 1e6 / 2 / threads
        step = max(1, int(LARGEST_TILE // max(self._cells.largest(), 1)))
        tiles: list[Tile] = []
        for top in range(0, self._cells.rows, step):
            rows = (top, min(top + step, self._cells.rows))
            # among ten thousand images few meet one row of tiles
            whole_row = self._cells.window(rows, (0, self._cells.columns))
            met = [i for i, view in enumerate(self._views) if has_pixels(intersection(whole_row, view.window))]
            for left in range(0, self._cells.columns, step):
                columns = (left, min(left + step, self._cells.columns))
                self._add_tile(tiles, rows, columns, met, budget)
        return tiles

    def _add_tile(
        self, tiles: list[Tile], rows: Span, columns: Span, candidates: Sequence[int], budget: float
    ) -> None:
        window = self._cells.window(rows, columns)
        present = tuple(i for i in candidates if has_pixels(intersection(window, self._views[i].window)))
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

    def _task(self, task: tuple[Needs, Tile], signal: Signal) -> tuple[ImageSums, PairSums]:
        return self._sweep_tile(*task, signal)

    def _sweep_tile(self, needs: Needs, tile: Tile, signal: Signal) -> tuple[ImageSums, PairSums]:
        """All wanted cells of one tile; a sample is read cell by cell."""
        signal.stop_if_asked()
        rows = Rows()
        if self._sampled is None:
            self._sweep_part(needs, tile, rows, signal)
        else:
            for row in range(*tile.rows):
                for column in range(*tile.columns):
                    if self._sampled[row, column]:
                        part = tile._replace(rows=(row, row + 1), columns=(column, column + 1))
                        self._sweep_part(needs, part, rows, signal)
        self._handles.release_cache()
        signal.add(self._work(tile))
        return rows.sums(self._bands)

    def _sweep_part(self, needs: Needs, tile: Tile, rows: Rows, signal: Signal) -> None:
        looks = self._read(needs, tile, signal)
        for row in range(*tile.rows):
            for column in range(*tile.columns):
                signal.stop_if_asked()
                part = self._cells.window((row, row + 1), (column, column + 1))
                present = [look for look in looks if needs.reads(look.image, row, column)]
                if present and has_pixels(part):
                    rows.add_cell(row, column, row * self._cells.columns + column, present, part, needs)

    def _read(self, needs: Needs, tile: Tile, signal: Signal) -> list[Look]:
        """What the images show of the cells that need them."""
        looks = []
        for index in tile.images:
            signal.stop_if_asked()
            view = self._views[index]
            needed = needs.needed(index, tile.rows, tile.columns)
            if needed is None:
                continue
            window = self._cells.window(*needed)
            if not has_pixels(intersection(window, view.window)):
                continue
            part, values, valid = view.read(window)
            part = (window[0] + part[0], window[1] + part[1], part[2], part[3])
            if self._mask is not None:
                valid = valid & self._mask.allowed(index, part)
            looks.append(Look(index, part, values, valid))
        return looks
