"""The local step's solution: local and target block means of every image, and the final gauge."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from ..messages import Message, counted
from ..numeric.graph import components
from ..progress import Progress, cancellable
from ..raster.grid import Grid
from ..run import Run
from ..settings import CorrectionKind, LocalSettings, Reference
from ..statistics.blocks import BlockGrid
from ..statistics.sums import Sums
from ..thresholds import MOST_LEFT_OUT
from .adjustment import contrast_factors, keep_brightness
from .block_statistics import FEWEST_PIXELS, BlockStatistics, Box, block_of, block_statistics
from .corrected_sums import corrected_cells
from .corrections import LAWS, BlockCorrection, Correction, Levels, without_holes
from .field import Field, Unknowns, solve_field
from .ground import Ground
from .metrics import LeftOut, fold_of, left_out_agreement
from .reading import Reading

HEADROOM = 1.05
"""`hi` of gamma over the largest value: a block at the level itself would have no exponent."""

ADDITIVE_UNIT = 4.0
"""Standard deviations; limits of additive differences then mean the same as those of factors."""


class LocalMap(NamedTuple):
    """What one image's blocks are and should become."""

    box: Box
    local: np.ndarray
    target: np.ndarray
    """(K, box rows, box columns), NaN for empty blocks."""
    count: np.ndarray
    """Valid pixels of those blocks."""
    kind: CorrectionKind
    gauge_gain: np.ndarray
    gauge_offset: np.ndarray
    """(K,) of the final gauge."""
    levels: Levels | None = None
    """Its own; None: those of all images."""
    by_known: bool = False
    """Whether empty blocks take no part in what lies between blocks: the rule of maps of other tools."""
    filled: np.ndarray | None = None
    """The parameter of its correction without holes; None: not worked out yet."""


@dataclass(frozen=True)
class LocalSolution:
    """Block maps of all images on one grid."""

    grid: BlockGrid
    reference: Reference
    levels: Levels
    maps: tuple[LocalMap, ...]
    field: Field | None = None
    """What the maps were made from, with the reference `common_pixels`."""

    def correction(self, image: int, alpha: float) -> BlockCorrection:
        """What changes the image's pixels."""
        entry, parameter = self.maps[image], self.parameter(image)
        known = np.isfinite(parameter)
        return BlockCorrection(
            entry.kind,
            without_holes(parameter, entry.kind) if entry.filled is None else entry.filled,
            entry.box.bounds(self.grid),
            self._levels(entry),
            entry.gauge_gain,
            entry.gauge_offset,
            alpha,
            known=None if known.all() or not entry.by_known else known,
        )

    def parameter(self, image: int) -> np.ndarray:
        """(K, box rows, box columns) of the correction's formula; NaN where a block has none."""
        entry = self.maps[image]
        return LAWS[entry.kind].parameter(entry.local, entry.target, self._levels(entry))

    def _levels(self, entry: LocalMap) -> Levels:
        return self.levels if entry.levels is None else entry.levels

    def reference_map(self) -> np.ndarray:
        """(K, rows, columns) mean of the targets weighted by valid pixels, NaN where no image has one."""
        mean = MeanOfMaps(self.grid, [(m.box, m.target, m.count) for m in self.maps])
        return mean.within(Box(0, 0, self.grid.rows, self.grid.columns))


class MeanOfMaps:
    """The weighted mean of maps in boxes of a grid, of which most may be empty."""

    def __init__(self, grid: BlockGrid, parts: Sequence[tuple[Box, np.ndarray, np.ndarray]]):
        """``parts``: (box, values (K, box rows, box columns), weights)."""
        self._grid = grid
        self._blocks, where = np.unique(
            np.concatenate([box.blocks(grid).ravel() for box, _, _ in parts]), return_inverse=True
        )
        bands, number = len(parts[0][1]), len(self._blocks)
        values, weights = (
            np.concatenate([part[column].reshape(bands, -1) for part in parts], axis=1) for column in (1, 2)
        )
        weights = np.where(np.isfinite(values), weights, 0.0)
        values = np.where(weights > 0, values, 0.0) * weights
        total, weight = (
            np.stack([np.bincount(where, weights=band, minlength=number) for band in columns])
            for columns in (values, weights)
        )
        self._mean = np.divide(total, weight, out=np.full_like(total, np.nan), where=weight > 0)

    def within(self, box: Box) -> np.ndarray:
        """(K, box rows, box columns), NaN where there is none."""
        wanted = box.blocks(self._grid)
        place = np.minimum(np.searchsorted(self._blocks, wanted), len(self._blocks) - 1)
        return np.where(self._blocks[place] == wanted, self._mean[:, place], np.nan)


def held_in(blocks: np.ndarray) -> np.ndarray:
    """No block is held out."""
    return np.zeros(blocks.shape, dtype=bool)


def solve_local(
    sums: Sums,
    statistics: BlockStatistics,
    settings: LocalSettings,
    cells: BlockGrid,
    progress: Progress,
    held_out: Callable[[np.ndarray], np.ndarray] = held_in,
    threads: int = 1,
    start: Field | None = None,
) -> LocalSolution:
    """Block maps by the chosen reference.

    ``cells`` is the grid of the sums' cells.  ``held_out`` tells of blocks whether the fit
    must not see them, for honest figures.  ``threads``: for bands that are solved at once.
    ``start``: the field of a solution of the same sums that saw all blocks, whose outliers hold.
    """
    levels = common_levels(sums, settings)
    kinds = _kinds(sums, statistics, settings, levels, progress)
    problem = _Problem(sums, statistics, settings, kinds, levels, progress, held_out, threads, start)
    targets, field = REFERENCES[settings.reference](problem)
    bands = sums.bands
    maps = tuple(
        LocalMap(box, local, target, count, kind, np.ones(bands), np.zeros(bands))
        for box, local, target, count, kind in zip(statistics.boxes, statistics.local, targets, statistics.count, kinds)
    )
    solution = LocalSolution(statistics.grid, settings.reference, levels, maps, field)
    return _with_gauge(solution, sums, cells, progress) if settings.reference is Reference.COMMON_PIXELS else solution


def common_levels(sums: Sums, settings: LocalSettings) -> Levels:
    """One upper level per band and one shift for all images, so that units do not matter."""
    whole = sums.whole()
    high = np.where(np.isfinite(whole.high), whole.high, -np.inf).max(axis=0)
    low, top = float(whole.low.min()), float(high.max())
    shift = 0.0 if low > 0 else 0.01 * (top - low) - low
    # the power law of `offset` works on shifted values, so its upper level is one of them
    used = shift if settings.correction is CorrectionKind.OFFSET else 0.0
    if not settings.normalise:
        return Levels(np.ones(sums.bands) - used, shift)
    return Levels(np.where(high + used > 0, HEADROOM * (high + used), 1.0) - used, shift)


def _kinds(
    sums: Sums, statistics: BlockStatistics, settings: LocalSettings, levels: Levels, progress: Progress
) -> list[CorrectionKind]:
    """The correction of every image: groups with block means at or below zero can only be added to."""
    if settings.correction in (CorrectionKind.ADDITIVE, CorrectionKind.OFFSET):
        return [settings.correction] * sums.images
    groups = _groups(sums)
    negative = np.array([bool((local[np.isfinite(local)] <= 0).any()) for local in statistics.local])
    affected = np.isin(groups, groups[negative])
    if affected.any():
        progress.inform(Message(
            "Local step: {images} with block means at or below zero in their group, which no factor can correct: "
            "the step adds instead.",
            images=counted(int(affected.sum()), "image"),
        ))
    return [CorrectionKind.ADDITIVE if it else settings.correction for it in affected]


def _groups(sums: Sums) -> np.ndarray:
    overlaps = sums.overlaps()
    return components(sums.images, overlaps.first, overlaps.second)


class _Problem(NamedTuple):
    """What targets are found from."""

    sums: Sums
    statistics: BlockStatistics
    settings: LocalSettings
    kinds: Sequence[CorrectionKind]
    levels: Levels
    progress: Progress
    held_out: Callable[[np.ndarray], np.ndarray]
    threads: int
    start: Field | None


def _block_means(problem: _Problem) -> tuple[list[np.ndarray], None]:
    """One target for all images: the mean of their block means."""
    statistics, grid = problem.statistics, problem.statistics.grid
    shared = MeanOfMaps(
        grid, [(box, local, np.ones(local.shape)) for box, local in zip(statistics.boxes, statistics.local)]
    )
    targets = [
        np.where(np.isfinite(local) & ~problem.held_out(box.blocks(grid)), shared.within(box), np.nan)
        for box, local in zip(statistics.boxes, statistics.local)
    ]
    return targets, None


def _common_pixels(problem: _Problem) -> tuple[list[np.ndarray], Field]:
    """A target per image: its block means moved along a smooth field that makes pairs agree."""
    sums, statistics, settings, kinds, levels, progress, held_out, threads, start = problem
    pairs, grid = statistics.pairs, statistics.grid
    unknowns = Unknowns(statistics.boxes)
    row, column = np.divmod(pairs.cell, grid.columns)
    first = unknowns.find(pairs.first, row, column)
    second = unknowns.find(pairs.second, row, column)
    both = (first >= 0) & (second >= 0)
    pairs, first, second = pairs.chosen(both), first[both], second[both]
    additive = np.array([kind is CorrectionKind.ADDITIVE for kind in kinds])
    units = _units(sums)
    shift = levels.shift if settings.correction is CorrectionKind.OFFSET else 0.0
    difference, weight = _observations(pairs, statistics.block_pixels, additive, units, shift)
    weight[held_out(pairs.cell)] = 0.0
    field = solve_field(unknowns, first, second, difference, weight, settings.smoothness, progress, threads, start)
    _tell(field.removed, int((weight > 0).sum()), field.limited, progress)
    targets = []
    for image, local in enumerate(statistics.local):
        g = unknowns.of_image(field.value, image)
        if additive[image]:
            targets.append(local + g * units[image][:, None, None])
        else:
            targets.append((local + shift) * np.exp(g) - shift)
    return targets, field


def _observations(pairs, block_pixels: float, additive: np.ndarray, units: np.ndarray, shift: float):
    """Differences d and weights w of all pairs, blocks and bands, (P, K)."""
    one, two = pairs.mean_first + shift, pairs.mean_second + shift
    add = additive[pairs.first][:, None]
    positive = (one > 0) & (two > 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        logarithm = np.log(np.where(positive, two / one, 1.0))
    difference = np.where(add, (two - one) / units[pairs.first], logarithm)
    weight = np.minimum(pairs.count / block_pixels, 1.0) * (pairs.count >= FEWEST_PIXELS) * (add | positive)
    product = np.where(add | ~positive, 0.0, one * two)
    said = (weight > 0) & ~add
    typical = product.sum(axis=0, where=said) / np.maximum(said.sum(axis=0), 1)
    return difference, weight * np.where(add, 1.0, product / np.where(typical > 0, typical, 1.0))


def _units(sums: Sums) -> np.ndarray:
    """(N, K) unit of additive differences: what a logarithm of 1 is where the mean is four deviations."""
    whole, groups = sums.whole(), _groups(sums)
    number = int(groups.max()) + 1
    pooled = np.empty((number, sums.bands))
    for band in range(sums.bands):
        total = np.bincount(groups, weights=whole.count[:, band], minlength=number)
        centred = np.bincount(groups, weights=whole.m2[:, band], minlength=number)
        pooled[:, band] = ADDITIVE_UNIT * np.sqrt(centred / np.maximum(total, 1.0))
    return np.where(pooled > 0, pooled, 1.0)[groups]


def _tell(removed: int, total: int, limited: int, progress: Progress) -> None:
    """What was left out of so many observations of blocks: a pair's block in a band is one."""
    text = Message(
        "Local step: {removed:,} of {blocks} of pairs and bands left out, too different to be light or haze "
        "(clouds, water, changed ground).",
        removed=removed, blocks=counted(total, "block"),
    )
    if removed > MOST_LEFT_OUT * total:
        remedy = Message("Bring the images to one level first (Global regression, or Balance), or mask the change.")
        progress.warn(Message("{text} {remedy}", text=text, remedy=remedy))
    elif removed:
        progress.inform(text)
    if limited:
        progress.inform(Message(
            "Local step: {block_corrections} met the limit of a factor of 1.5.",
            block_corrections=counted(limited, "block correction"),
        ))


REFERENCES: dict[Reference, Callable[[_Problem], tuple[list[np.ndarray], Field | None]]] = {
    Reference.COMMON_PIXELS: _common_pixels,
    Reference.BLOCK_MEANS: _block_means,
}


def _with_gauge(solution: LocalSolution, sums: Sums, cells: BlockGrid, progress: Progress) -> LocalSolution:
    """Averaging takes contrast away: one gain and offset per group and band give it back."""
    corrections = [solution.correction(i, 1.0) for i in cancellable(range(sums.images), progress)]
    after = corrected_cells(sums, [[one] for one in corrections], cells, progress)
    after = after.merged(after.image, sums.images)
    before = sums.whole()
    groups = _groups(sums)
    gain, offset = np.ones((sums.images, sums.bands)), np.zeros((sums.images, sums.bands))
    none_held = np.zeros(sums.images, dtype=bool)
    use = (before.count > 0) & (before.std > 0) & (after.std > 0)
    lost = np.divide(after.std, before.std, out=np.ones_like(gain), where=use)
    for band in range(sums.bands):
        count = np.where(use, before.count, 0.0)[:, band]
        kept = contrast_factors(groups, none_held, count, before.std[:, band], lost[:, band])
        args = before.count[:, band], after.mean[:, band], kept, offset[:, band]
        gain[:, band], offset[:, band] = kept, keep_brightness(groups, none_held, *args)
    maps = tuple(
        entry._replace(gauge_gain=gain[index], gauge_offset=offset[index], filled=corrections[index].parameter)
        for index, entry in enumerate(solution.maps)
    )
    return replace(solution, maps=maps)


def levelled(ground: Ground, gain: np.ndarray | float = 1.0, offset: np.ndarray | float = 0.0) -> Sums:
    """Sums without common light, of images that a gain and an offset, (N, K), were applied to."""
    shape = ground.sums.images, ground.sums.bands
    return ground.sums.adjusted(*(np.broadcast_to(value, shape) for value in (gain, offset)))


def solve_blocks(
    sums: Sums,
    ground: Ground,
    reading: Reading,
    canvas: Grid,
    settings: LocalSettings,
    run: Run,
    held_out: Callable[[np.ndarray], np.ndarray] = held_in,
    start: Field | None = None,
) -> LocalSolution:
    """Block maps from `levelled` sums; blocks ``held_out`` are kept from the fit, ``start`` as of `solve_local`."""
    counted = ground.changed.without(sums)
    threshold = settings.block_valid_pixel_threshold
    blocks = block_statistics(counted, reading.blocks, reading.factor, canvas, threshold)
    return solve_local(counted, blocks, settings, reading.cells, run.progress, held_out, run.threads, start)


def local_held_out(
    sums: Sums,
    ground: Ground,
    reading: Reading,
    canvas: Grid,
    settings: LocalSettings,
    found: Sequence[Correction],
    run: Run,
    start: Field | None = None,
) -> LeftOut:
    """Normalised RMSE on whole blocks held out of a further fit, and by the corrections ``found`` at full strength.

    ``start``: the field that these were made from.
    """
    columns = reading.blocks.columns
    fold_of_row = fold_of(block_of(sums.pairs.cell, reading.blocks, reading.factor), columns)

    def corrections(fold: int) -> list[list[Correction]]:
        def held_out(blocks: np.ndarray) -> np.ndarray:
            return fold_of(blocks, columns) == fold

        solution = solve_blocks(sums, ground, reading, canvas, settings, run.muted(), held_out, start)
        return [[solution.correction(n, settings.alpha)] for n in range(sums.images)]

    chains = [[replace(correction, alpha=settings.alpha)] for correction in found]
    return left_out_agreement(sums, reading.cells, fold_of_row, corrections, chains, run.progress)
