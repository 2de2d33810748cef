"""The one read of every pixel: tiles of the canvas in, mergeable sums out.

A tile is a rectangle of whole cells, so the sums of a cell never depend on the tiling, on
the memory budget or on the number of threads.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import partial

import numpy as np

from ..execution import Pool, Signal, run_tasks
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.on_grid import Strip, measured_on
from ..raster.source import Handles
from ..raster.window import Window
from ..run import Run
from . import tiles
from .blocks import BlockGrid, CellBox, Cells
from .cache import SumsCache
from .partial_cells import sums_of_parts
from .plan import Needs, PixelMask, Plan
from .products import RUN, Look, Rows
from .sums import ImageSums, PairSums, Sums, gather
from .tiles import Tile
from .whole_cells import Lattice, sums_of_whole

LOADED = 0.05
"""Share of a sweep with a cache that ends with what is known already."""

FEWEST_CELLS = 4
"""Whose whole ones are worked out together."""


class Sweep:
    """Reads images on a canvas and gathers their sums by cell.

    With a ``cache``, sums that are found there are not computed again, and new ones are kept there.
    """

    def __init__(
        self,
        images: Sequence[Image],
        canvas: Grid,
        cells: BlockGrid,
        mask: PixelMask | None = None,
        estimate: bool = False,
        cache: SumsCache | None = None,
    ):
        self._handles = Handles()
        self._views = [measured_on(image, canvas, self._handles) for image in images]
        self._bands = len(images[0].bands)
        self._cells = Cells(cells, canvas)
        self._mask = mask
        self._sampled = partial(self._cells.sampled, small=self._cells.small(self.windows)) if estimate else None
        self._cache = cache

    def run(self, run: Run, fresh: Collection[int] | None = None) -> Sums:
        """Sweep all tiles; ``fresh`` names the images that need reading, others are read only where they meet one.

        Raises `Cancelled`, `DamagedRasterError` or a `ClusterError`.
        """
        plan = Plan(self._cells, self.windows, self._sampled, fresh, run.progress)
        if self._cache is None:
            with run.pool() as pool:
                parts = list(self._results(plan, self._needed(plan, pool, run), pool, run))
        else:
            parts = self._run_with(self._cache, plan, run)
        return gather(len(self._views), self._bands, parts)

    def _run_with(self, cache: SumsCache, plan: Plan, run: Run) -> list[tuple[ImageSums, PairSums]]:
        parts = [cache.load(plan, self.windows, self._bands, run.stage(0.0, LOADED))]
        try:
            with run.pool() as pool:
                needed = self._needed(plan, pool, run)
                cache.expect([tile.images for tile in needed])
                for result, tile in zip(self._results(plan, needed, pool, run.stage(LOADED, 1.0)), needed):
                    parts.append(result)
                    cache.add(plan, tile.rows, tile.columns, tile.images, result)
        finally:
            cache.close(run.progress)
        return parts

    def _results(
        self, plan: Plan, needed: Sequence[Tile], pool: Pool, run: Run
    ) -> Iterator[tuple[ImageSums, PairSums]]:
        work = float(sum(self._work(tile) for tile in needed))
        # tasks travel to workers: each with its own part of the plan, and nothing of the cache
        tasks = ((plan.part(tile.images, tile.rows, tile.columns), tile) for tile in needed)
        return run_tasks(self._task, tasks, pool, run.progress, work)

    def _needed(self, plan: Plan, pool: Pool, run: Run) -> list[Tile]:
        """The tiles with wanted sums, each with the images that these need."""
        largest = tiles.LARGEST_TILE if self._cache is None else tiles.LARGEST_KEPT_TILE
        tiling = tiles.Tiling(self._cells, self._views, run.memory(pool.together), pool.workers, largest)
        needed = []
        for tile in tiling.tiles():
            run.stop_if_cancelled()
            images = tuple(image for image in tile.images if plan.needed(image, tile.rows, tile.columns) is not None)
            if images:
                needed.append(tile._replace(images=images))
        return needed

    @property
    def windows(self) -> list[Window]:
        """The images' footprints on the canvas."""
        return [view.window for view in self._views]

    def _work(self, tile: Tile) -> int:
        return self._cells.window(tile.rows, tile.columns).pixels * len(tile.images)

    def _task(self, task: tuple[Needs, Tile], signal: Signal) -> tuple[ImageSums, PairSums]:
        return self._sweep_tile(*task, signal)

    def _sweep_tile(self, needs: Needs, tile: Tile, signal: Signal) -> tuple[ImageSums, PairSums]:
        """All wanted cells of one tile, column by column."""
        rows = Rows(self._bands)
        strips = self._strips(needs, tile)
        # values whose squares are no numbers are reported when all is read
        with np.errstate(over="ignore", invalid="ignore"):
            for columns in tile.steps(self._cells):
                part = tile._replace(columns=columns)
                if self._sampled is None:
                    self._sweep_part(needs, part, strips, rows, signal)
                else:
                    self._sweep_sample(needs, part, rows, signal)
                signal.add(self._work(part))
        return rows.sums()

    def _sweep_sample(self, needs: Needs, tile: Tile, rows: Rows, signal: Signal) -> None:
        """The cells of a sample, each read by itself."""
        (top, bottom), (left, right) = tile.rows, tile.columns
        chosen = self._sampled(CellBox(top, left, bottom - top, right - left))
        for row, column in (np.argwhere(chosen) + np.array([top, left])).tolist():
            cell = tile._replace(rows=(row, row + 1), columns=(column, column + 1))
            self._sweep_part(needs, cell, self._strips(needs, cell), rows, signal)

    def _sweep_part(self, needs: Needs, tile: Tile, strips: dict[int, Strip], rows: Rows, signal: Signal) -> None:
        looks = self._read(needs, tile, strips, signal)
        if not looks:
            return
        edges = self._cells.edges(tile.rows, tile.columns)
        lattice = Lattice(tile.rows[0], tile.columns[0], *edges, self._cells.columns)
        read = [needs.read_in(look.image, tile.rows, tile.columns) for look in looks]
        alike = [np.zeros_like(cells) for cells in read]
        if read[0].size >= FEWEST_CELLS and self._cells.largest() ** 2 <= RUN:
            signal.stop_if_asked()
            shown = [lattice.shown_by(look) for look in looks]
            read, alike, whole = ([cells & own for cells, own in zip(read, tables)] for tables in zip(*shown))
            rows.add(sums_of_whole(looks, whole, lattice, needs, self._bands))
            signal.stop_if_asked()
            rows.add(sums_of_parts(looks, alike, whole, lattice, needs, self._bands))
        # what differs between bands, and what that shares with others
        for row, column in np.argwhere(np.any([a & ~b for a, b in zip(read, alike)], axis=0)):
            signal.stop_if_asked()
            self._add_cell(lattice, int(row), int(column), looks, read, alike, rows, needs)

    def _add_cell(
        self,
        lattice: Lattice,
        row: int,
        column: int,
        looks: Sequence[Look],
        read: Sequence[np.ndarray],
        alike: Sequence[np.ndarray],
        rows: Rows,
        needs: Needs,
    ) -> None:
        part = lattice.window(row, column)
        if part.is_empty:
            return
        present = [look for look, cells in zip(looks, read) if cells[row, column]]
        known = {look.image for look, cells in zip(looks, alike) if cells[row, column]}
        place = lattice.row + row, lattice.column + column
        rows.add_cell(*place, place[0] * self._cells.columns + place[1], present, part, needs, known)

    def _strips(self, needs: Needs, tile: Tile) -> dict[int, Strip]:
        """By image, the rows that a tile needs."""
        strips = {}
        for index in tile.images:
            needed = needs.needed(index, tile.rows, tile.columns)
            if needed is not None:
                strips[index] = Strip(self._views[index], self._cells.window(*needed))
        return strips

    def _read(self, needs: Needs, tile: Tile, strips: dict[int, Strip], signal: Signal) -> list[Look]:
        """What the images show of the cells that need them."""
        looks = []
        for index, strip in strips.items():
            signal.stop_if_asked()
            needed = needs.needed(index, tile.rows, tile.columns)
            if needed is None:
                continue
            window = self._cells.window(*needed)
            found = strip.read(window.column, window.right)
            self._handles.release_cache()
            if found is None:
                continue
            part, values, valid = found
            if self._mask is not None:
                valid = valid & self._mask.allowed(index, part)
            looks.append(Look(index, part, values, valid))
        return looks
