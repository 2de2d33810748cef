"""What is measured of images and of steps, by the plugin's own sums and metrics."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from evenlight.core.jobs.measure import sums_of
from evenlight.core.jobs.scene import prepare
from evenlight.core.progress import Silent
from evenlight.core.radiometry import adjustments_file, metrics
from evenlight.core.radiometry.block_statistics import block_of
from evenlight.core.radiometry.changed_ground import nothing_changed
from evenlight.core.radiometry.corrections import Correction, GainOffset
from evenlight.core.radiometry.ground import Ground
from evenlight.core.radiometry.local_solution import solve_blocks
from evenlight.core.radiometry.metrics import Agreement, fold_of, held_out_agreement
from evenlight.core.radiometry.network import network_of
from evenlight.core.radiometry.reading import Reading, read_images
from evenlight.core.radiometry.solve import solve_global
from evenlight.core.raster.image import identity
from evenlight.core.run import Run
from evenlight.core.settings import ExecutionSettings, GlobalSettings, LocalSettings, PifSettings, StatisticsSettings
from evenlight.core.statistics.scene import Scene

RUN = Run(ExecutionSettings(), Silent())


class Measured(NamedTuple):
    """How a set of files is."""

    overlap: Agreement
    """In the overlaps, all pairs and bands together."""
    spread: float
    """Sum of pixels times standard deviation over images and bands: contrast, to be compared between sets."""
    pairs: list[PairAgreement]
    """Pair by pair."""
    levels: float
    """Standard deviation of the logarithms of the images' means, root mean square over bands."""


class PairAgreement(NamedTuple):
    """How two images agree, all bands together."""

    first: int
    second: int
    """The images, by their place in the list of paths."""
    pixels: int
    """Valid in both, per band."""
    overlap: Agreement
    """In their overlap."""


def measure(paths: Sequence[str]) -> Measured:
    """Read the files once and tell how well they agree."""
    sums = sums_of(paths)
    overlaps, whole = sums.overlaps(), sums.whole()
    pairs = [
        PairAgreement(
            int(overlaps.first[row]),
            int(overlaps.second[row]),
            int(overlaps.count[row].max()),
            metrics.agreement(overlaps.chosen(np.array([row]))),
        )
        for row in np.lexsort((overlaps.second, overlaps.first))
    ]
    levels = np.log(whole.mean).std(axis=0) if (whole.mean > 0).all() else np.array([np.nan])
    spread = float((whole.count * whole.std).sum())
    return Measured(metrics.agreement(overlaps), spread, pairs, float(np.sqrt((levels**2).mean())))


def _read(paths: Sequence[str], settings: LocalSettings | None) -> tuple[Scene, Reading]:
    scene = prepare(paths, 2, StatisticsSettings())
    return scene, read_images(scene, StatisticsSettings(), PifSettings(), settings, RUN)


def held_out_of_global(paths: Sequence[str], settings: GlobalSettings = GlobalSettings()) -> Agreement:
    """Agreement after the global step, on cells that its fit had not seen; every cell is held out once."""
    scene, reading = _read(paths, None)
    sums, cells = reading.common, reading.cells
    fold_of_row = fold_of(sums.pairs.cell, cells.columns)
    no_image = np.zeros(len(scene.images), dtype=bool)

    def without(fold: int) -> list[list[Correction]]:
        solution = solve_global(network_of(sums, fold_of_row != fold), settings, no_image)
        return [[GainOffset(gain, offset)] for gain, offset in zip(solution.gain, solution.offset)]

    return held_out_agreement(sums, cells, fold_of_row, without)


def held_out_of_local(paths: Sequence[str], settings: LocalSettings = LocalSettings()) -> Agreement:
    """Agreement after the local step, on whole blocks that its fit had not seen; every block is held out once."""
    scene, reading = _read(paths, settings)
    sums, columns = reading.common, reading.blocks.columns
    fold_of_row = fold_of(block_of(sums.pairs.cell, reading.blocks, reading.factor), columns)
    basis = sums, Ground(sums, nothing_changed(sums), []), reading, scene.canvas, settings, RUN

    def without(fold: int) -> list[list[Correction]]:
        solution = solve_blocks(*basis, lambda blocks: fold_of(blocks, columns) == fold)
        return [[solution.correction(number, settings.alpha)] for number in range(len(scene.images))]

    return held_out_agreement(sums, reading.cells, fold_of_row, without)


def saved_gains(file: str, paths: Sequence[str]) -> np.ndarray:
    """Gains (images, bands) of an adjustments file, in the order of ``paths``."""
    saved = {identity(entry.path): entry.gain for entry in adjustments_file.load(file)}
    return np.array([saved[identity(path)] for path in paths])
