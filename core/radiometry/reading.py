"""What the steps are solved from: one read of the pixels, by cells that fit the blocks."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ..errors import EvenlightError
from ..messages import Message
from ..progress import Progress, Silent
from ..raster.canvas import footprint
from ..raster.reference_system import Bounds
from ..run import Run
from ..settings import LocalSettings, PifMethod, PifSettings, StatisticsSettings
from ..statistics.blocks import SPARSE, BlockGrid, block_bounds, block_grid, cell_grid, cells_per_block
from ..statistics.overlaps import group_windows
from ..statistics.scene import Scene, sweep
from ..statistics.sums import Sums
from .larger_blocks import union_of, united
from .pif.finder import Found, find_features


class TooManyBlocksError(EvenlightError):
    """A block map would be larger than any use of it."""

    def __init__(self, rows: int, columns: int):
        super().__init__(Message(
            "The block maps would have {rows} x {columns} blocks, too many to save: save the maps of images that "
            "lie far apart in runs of their own, or ask for fewer BLOCKS.",
            rows=rows, columns=columns,
        ))


class Reading(NamedTuple):
    """What one read of the pixels gave."""

    blocks: BlockGrid
    """The grid of the cells itself where there is no local step."""
    factor: int
    """A block is so many cells wide and high."""
    sums: Sums
    """Of stored values."""
    common: Sums
    """The same in common units."""
    counted: Sums
    """Of stored values, with pairs of only those pixels that the global step is solved from."""
    features: Sequence[Found]
    """What was found of each pair; empty where all common pixels count."""

    @property
    def cells(self) -> BlockGrid:
        """The grid of the sums' cells."""
        return self.blocks.divided(self.factor)


def read_images(
    scene: Scene,
    statistics: StatisticsSettings,
    pif: PifSettings,
    local: LocalSettings | None,
    run: Run,
    fresh: Collection[int] | None = None,
    most_blocks: float = math.inf,
    held: Reading | None = None,
) -> Reading:
    """Sweep the images, or what concerns the ``fresh`` ones, and find the features of their overlaps.

    From sums that are ``held`` nothing is read where they serve; see `held_sums`.

    Raises as `sweep` and `find_features`, or `TooManyBlocksError` before anything is read with that many.
    """
    swept = 1.0 if pif.method is PifMethod.ENTIRE else 0.5
    stage = run.stage(0.0, swept)
    if local is None:
        blocks, factor = cell_grid(scene.canvas, scene.images), 1
    else:
        bounds = block_bounds(scene.canvas, local.canvas_extent)
        if local.blocks_by_variation:
            cells = cell_grid(scene.canvas, scene.images)
            first = scene.common(sweep(scene, cells, statistics, stage.stage(0.0, 0.5)))
            local = _by_variation(local, first)
            stage = stage.stage(0.5, 1.0)
        blocks = _blocks(scene, bounds, local, run.progress)
        if blocks.rows * blocks.columns > most_blocks:
            raise TooManyBlocksError(blocks.rows, blocks.columns)
        factor = cells_per_block(blocks, scene.canvas)
    run.stop_if_cancelled()
    sums = held_sums(held, blocks.divided(factor)) if held else None
    if sums is None:
        sums = sweep(scene, blocks.divided(factor), statistics, stage, fresh)
    counted, features = find_features(scene, sums, blocks.divided(factor), pif, run.stage(swept, 1.0))
    return Reading(blocks, factor, sums, scene.common(sums), counted, features)


def held_sums(held: Reading, cells: BlockGrid) -> Sums | None:
    """The sums of an earlier reading of all pixels, by other cells; None where these are no unions of its own."""
    union = union_of(held.cells, cells)
    return None if union is None else united(held.sums, held.cells, cells, union)


def is_served(held: Reading, scene: Scene, local: LocalSettings) -> bool:
    """Whether the sums of an earlier reading serve these blocks."""
    if local.blocks_by_variation:
        return False
    blocks = _blocks(scene, block_bounds(scene.canvas, local.canvas_extent), local, Silent())
    return union_of(held.cells, blocks.divided(cells_per_block(blocks, scene.canvas))) is not None


def _by_variation(settings: LocalSettings, sums: Sums) -> LocalSettings:
    """With as many blocks per image as the coefficient of variation asks for: (10 r)^2, r = (std/mean) / (45/125)."""
    whole = sums.whole()
    n = whole.count.sum()
    mean = (whole.count * whole.mean).sum() / n
    std = np.sqrt((whole.m2 + whole.count * (whole.mean - mean) ** 2).sum() / n)
    blocks = max(1, round(10.0 * abs(std / mean) / (45.0 / 125.0))) ** 2 if mean else 1
    return replace(settings, blocks=blocks, block_rows=None, block_columns=None, blocks_by_variation=False)


def _blocks(scene: Scene, bounds: Bounds, settings: LocalSettings, progress: Progress) -> BlockGrid:
    canvas = scene.canvas
    groups = [window for _, window in group_windows([footprint(image, canvas) for image in scene.images])]
    covered = sum(width * height for _, _, width, height in groups) / (canvas.width * canvas.height)
    blocks, fewer = block_grid(canvas, bounds, len(scene.images), settings, covered)
    if fewer:
        progress.inform(Message("Fewer blocks than asked for: none may be narrower than 16 pixels."))
    if covered >= SPARSE:
        progress.inform(Message("{rows} x {columns} blocks over the canvas.", rows=blocks.rows, columns=blocks.columns))
        return blocks
    width, height = blocks.sides(canvas)
    progress.inform(Message(
        "Blocks of {width:.0f} x {height:.0f} pixels, in {number} groups of images far apart.",
        width=width, height=height, number=len(groups),
    ))
    if any(width > group[2] or height > group[3] for group in groups):
        progress.warn(Message(
            "The images lie in {number} groups far apart and a block is larger than a whole group, so that the "
            "local step can change little: give BLOCKS instead of rows, columns or an extent, or run each group "
            "by itself.",
            number=len(groups),
        ))
    return blocks
