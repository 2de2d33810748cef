"""From the overlaps of images to sums of the pixels that count, one task per pair.

A task reads its overlap twice: a sample for the method's parameters, then every pixel for its
weight.  Weighted sums have the form of all others, so all that is made of sums (the solution,
cells held out of it) works on them:

    n = sum w        mean = sum w x / n        m2 = sum w (x - mean)^2        cross likewise
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ...execution import Signal, run_tasks
from ...messages import Message, counted
from ...raster.grid import Grid
from ...raster.image import Image
from ...raster.on_grid import measured_on
from ...raster.source import Handles
from ...raster.window import Window
from ...run import Run
from ...settings import PifMethod, PifSettings
from ...statistics.blocks import BlockGrid, Cells
from ...statistics.scene import Scene
from ...statistics.sums import PairSums, Sums, stack
from ...statistics.sweep import PixelMask
from .features import Features, Inz, TooFewPoints, need_pixels
from .methods import METHODS, method_memory
from .shared_ground import TILE, WINDOW_PIXELS, SharedGround, held_bytes

LEAST_WEIGHT = 1.0
"""A cell that counts less than one pixel says nothing."""


class Couple(NamedTuple):
    """A pair of images with common pixels."""

    first: int
    second: int
    cells: np.ndarray
    """(n,) int ascending: the cells that hold them."""


class Found(NamedTuple):
    """What came of one pair."""

    first: int
    second: int
    sums: PairSums
    """Of the pixels that count; no row where the pair is left out."""
    inz: Inz | None
    left_out: str
    """Why the pair is left out; empty where it counts."""


class Finder:
    """Finds the pixels of pairs that count, and their sums."""

    def __init__(
        self,
        images: Sequence[Image],
        canvas: Grid,
        cells: BlockGrid,
        settings: PifSettings,
        mask: PixelMask | None = None,
    ):
        self._handles = Handles()
        self._views = [measured_on(image, canvas, self._handles) for image in images]
        self._cells = Cells(cells, canvas)
        self._settings = settings
        self._mask = mask
        self._most_held = 0

    def run(self, pairs: PairSums, run: Run) -> list[Found]:
        """Look at the cells of ``pairs``, which are sums of all common pixels, sorted by pair.

        Raises `Cancelled`, `DamagedRasterError`, `MissingLibraryError` or a `ClusterError`.
        """
        couples = couples_of(pairs)
        work = 2.0 * sum(window.pixels for couple in couples for window in self._windows(couple))
        budget, memory = run.memory(), method_memory(self._settings.method, self._views[0].image)
        height = self._group_rows() * self._cells.largest()
        held = [held_bytes((self._views[couple.first], self._views[couple.second]), height) for couple in couples]
        self._most_held = max((each for each in held if each <= budget - memory), default=0)
        with run.pool(min(len(couples), budget // (memory + self._most_held))) as pool:
            return list(run_tasks(self._task, couples, pool, run.progress, work))

    def _task(self, couple: Couple, signal: Signal) -> Found:
        views = self._views[couple.first], self._views[couple.second]
        ground = SharedGround(views, (couple.first, couple.second), self._mask, self._most_held)
        method = METHODS[self._settings.method]
        nothing = stack(PairSums, [], len(views[0].image.bands), keys=3)
        try:
            sample = ground.sample(self._windows(couple), method.most_pixels, self._handles, signal)
            features = method.fit(sample, self._settings)
            del sample
            sums = self._sums(couple, ground, features, signal)
            need_pixels(float(sums.count[:, 0].sum()), self._settings.min_samples, Message("pixels that count"))
        except TooFewPoints as reason:
            return Found(couple.first, couple.second, nothing, None, str(reason))
        return Found(couple.first, couple.second, sums, features.inz, "")

    def _sums(self, couple: Couple, ground: SharedGround, features: Features, signal: Signal) -> PairSums:
        rows: list[tuple] = []
        groups = self._groups(couple)
        windows = (window for _, window in groups)
        for (group, _), (window, shown) in zip(groups, ground.read(windows, signal.stop_if_asked)):
            first, second = shown.doubles()
            weight = np.where(shown.valid, features.weight(first, second, window), 0.0)
            for cell in group.tolist():
                part = self._cell(cell).intersection(window)
                own = (..., *part.relative_to(window).slices)
                if weight[own].sum() >= LEAST_WEIGHT:
                    rows.append((couple.first, couple.second, cell, *_row(first[own], second[own], weight[own])))
            self._handles.release_cache()
            signal.add(window.pixels)
        columns = list(zip(*sorted(rows, key=lambda row: row[2]))) or [()] * len(PairSums.__dataclass_fields__)
        keys = [np.array(column, dtype=np.int64) for column in columns[:3]]
        bands = len(self._views[0].image.bands)
        return PairSums(*keys, *(np.array(column, dtype=np.float64).reshape(-1, bands) for column in columns[3:]))

    def _groups(self, couple: Couple) -> list[tuple[np.ndarray, Window]]:
        """Cells that are read together, and the part of the overlap that they cover.

        Row of groups by row of groups, each of the same rows and from left to right.
        """
        side = max(self._cells.largest(), 1)
        across = max(1, WINDOW_PIXELS // TILE // side)
        overlap = self._views[couple.first].window.intersection(self._views[couple.second].window)
        row = couple.cells // self._cells.columns
        groups = []
        for together in _parted(couple.cells, row // self._group_rows()):
            row, column = np.divmod(together, self._cells.columns)
            rows = int(row.min()), int(row.max()) + 1
            for group in _parted(together, column // across):
                column = group % self._cells.columns
                window = self._cells.window(rows, (int(column.min()), int(column.max()) + 1))
                groups.append((group, window.intersection(overlap)))
        return groups

    def _group_rows(self) -> int:
        """Rows of cells that are read together."""
        return max(1, TILE // max(self._cells.largest(), 1))

    def _windows(self, couple: Couple) -> Iterator[Window]:
        return (window for _, window in self._groups(couple))

    def _cell(self, cell: int) -> Window:
        row, column = divmod(cell, self._cells.columns)
        return self._cells.window((row, row + 1), (column, column + 1))


def find_features(
    scene: Scene, sums: Sums, cells: BlockGrid, settings: PifSettings, run: Run
) -> tuple[Sums, list[Found]]:
    """The sums with pairs of only the pixels that count, and what was found of each pair; of stored values.

    Nothing of it is kept in a cache: it depends on the method and all its settings.
    """
    if settings.method is PifMethod.ENTIRE:
        return sums, []
    found = Finder(scene.images, scene.canvas, cells, settings, scene.mask).run(sums.pairs, run)
    pairs = stack(PairSums, [pair.sums for pair in found], sums.bands, keys=3)
    names = [image.name for image in scene.images]
    for pair in found:
        if pair.left_out:
            run.progress.warn(Message(
                "Overlap of {first} and {second} left out, too few pseudo-invariant features ({method}): "
                "{why}. Choose another PIF_METHOD, or a lower MIN_SAMPLES.",
                first=names[pair.first], second=names[pair.second], method=settings.method, why=pair.left_out,
            ))
    if found:
        kept = sum(not pair.left_out for pair in found)
        share = pairs.count.sum() / sums.pairs.count.sum()
        run.progress.inform(Message(
            "Pseudo-invariant features ({method}): {share:.2%} of the common pixels count, in {kept} of "
            "{overlaps}.",
            method=settings.method, share=share, kept=kept, overlaps=counted(len(found), "overlap"),
        ))
    return replace(sums, pairs=pairs), found


def couples_of(pairs: PairSums) -> list[Couple]:
    """The pairs of rows that are sorted by pair and cell."""
    keys = np.stack([pairs.first, pairs.second])
    starts = np.flatnonzero(np.any(keys[:, 1:] != keys[:, :-1], axis=0)) + 1 if keys.size else []
    parts = zip(np.split(pairs.first, starts), np.split(pairs.second, starts), np.split(pairs.cell, starts))
    return [Couple(int(first[0]), int(second[0]), cells) for first, second, cells in parts if len(cells)]


def _parted(cells: np.ndarray, keys: np.ndarray) -> list[np.ndarray]:
    """Cells of one key each, by ascending key."""
    order = np.argsort(keys, kind="stable")
    return np.split(cells[order], np.flatnonzero(np.diff(keys[order])) + 1)


def _row(first: np.ndarray, second: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, ...]:
    """Count, means and centred sums of pixels (K, h, w) with weights (h, w): (K,) each."""
    # copies of one layout, and sums without BLAS: the last bits depend on the cell alone
    x, y = (image.reshape(len(image), -1) for image in (first, second))
    w = weight.reshape(-1)
    total = w.sum()
    mean_x, mean_y = (np.einsum("kn,n->k", image, w) / total for image in (x, y))
    x, y = x - mean_x[:, None], y - mean_y[:, None]
    centred = (np.einsum("kn,kn,n->k", a, b, w) for a, b in ((x, x), (y, y), (x, y)))
    return np.full(len(x), total), mean_x, mean_y, *centred
