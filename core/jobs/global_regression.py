"""One gain and offset per image and band from all overlaps, applied to the images."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from ..balance import adjustments_file
from ..balance.adjustment import GlobalSolution
from ..balance.apply import clipped_share
from ..balance.corrections import GainOffset
from ..balance.network import Network, group_count, network_of
from ..balance.saved_network import joined_network, still_true
from ..balance.solve import solve_global
from ..errors import (
    EvenlightError,
    NoModelImageError,
    OptionError,
    OutputIsInputError,
    SavedFileError,
    UnknownImageError,
)
from ..masks.polygons import PolygonMask
from ..naming import check_folder
from ..progress import Progress, Silent, Stage
from ..quality.holdout import folds, held_out_agreement
from ..quality.metrics import Quality, agreement
from ..raster.canvas import Grid, cell_grid
from ..raster.image import Image, file_size, identity
from ..raster.transaction import Outputs
from ..settings import (
    ExecutionSettings,
    GlobalSettings,
    OutputSettings,
    SelectionMode,
    StatisticsSettings,
)
from ..statistics.sums import Sums
from .results import BalanceResult, common_stretch
from .scene import Scene, need_common_pixels, prepare, report_clipping, sweep, targets, write_images

SWEPT, SOLVED = 0.35, 0.4
"""Shares of the run that end with the sweep and with the solution."""


class Saved(NamedTuple):
    """What an adjustments file tells about this run."""

    entries: list[adjustments_file.SavedImage]
    found: dict[int, int]
    """The scene's images to entries."""

    @property
    def only_saved(self) -> list[adjustments_file.SavedImage]:
        """Entries of images that are not in this run; they are the network's last nodes."""
        return [entry for number, entry in enumerate(self.entries) if number not in self.found.values()]


def global_regression(
    paths: Sequence[str],
    output: OutputSettings,
    settings: GlobalSettings = GlobalSettings(),
    statistics: StatisticsSettings = StatisticsSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    mask: PolygonMask | None = None,
    save_adjustments: str | None = None,
    load_adjustments: str | None = None,
    progress: Progress = Silent(),
) -> BalanceResult:
    """Balance images by one gain and offset per image and band (methods `robust`, `least_squares`).

    ``paths``: two or more rasters of one number of bands, in any mix of grids.
    ``save_adjustments``, ``load_adjustments``: JSON files; statistics of images found in the
    latter are not computed again, and images found only there still shape the solution.

    Raises `Problems`, `NoCommonPixelsError`, `DamagedRasterError`, `SavedFileError`,
    `WriteError`, `ReplaceError` or `Cancelled`; earlier outputs are then untouched.
    """
    saved: list[adjustments_file.SavedImage] = []

    def further(images: Sequence[Image]) -> list[EvenlightError]:
        problems = check_model_images(images, settings) + check_factors(settings)
        problems += check_save(save_adjustments, images)
        if load_adjustments is not None:
            problems += _read_saved(load_adjustments, images, saved)
        return problems

    scene = prepare(paths, 2, statistics, mask, output, further)
    known = _known(scene, saved, progress)
    cells = cell_grid(scene.canvas, scene.images)
    sums = sweep(scene, cells, statistics, execution, Stage(progress, 0.0, SWEPT), _fresh(scene, known))
    if not known.entries:
        need_common_pixels(scene, sums, progress)
    stored = joined_network(network_of(sums), known.entries, known.found)
    scale, shift = _units(scene, known)
    network = stored.adjusted(scale, shift)
    named = model_images(scene, settings, network.images)
    solution = solve_global(network, settings, named)
    report_rejected(scene, known, solution, progress)
    held_out = _held_out(sums.adjusted(*scene.units()), cells, settings, named) if not known.entries else float("nan")
    quality = _quality(network, solution, held_out)
    report_quality(quality, progress)
    solution = solution.on_stored(scale, shift)
    progress.advance(SOLVED)

    files = targets(scene, output) + ([save_adjustments] if save_adjustments else [])
    with Outputs(files) as outputs:
        chains = [[GainOffset(solution.gain[n], solution.offset[n])] for n in range(len(scene.images))]
        method = f"global_regression {settings.method}"
        stage = Stage(progress, SOLVED, 1.0)
        applied = write_images(scene, chains, method, outputs, output, execution, stage)
        if save_adjustments:
            _save(outputs.part(save_adjustments), scene, known, stored, solution, settings)
        outputs.commit()
    report_clipping(scene, applied, progress)
    result = scene.in_input_order(targets(scene, output))
    return BalanceResult(result, _stretch(scene, stored, solution), quality, clipped_share(applied))


def check_model_images(images: Sequence[Image], settings: GlobalSettings) -> list[EvenlightError]:
    """Whether every model image is an input and at least one image is left to follow."""
    inputs = {identity(image.path) for image in images}
    chosen = {identity(path) for path in settings.model_images}
    problems: list[EvenlightError] = [
        UnknownImageError(path) for path in settings.model_images if identity(path) not in inputs
    ]
    if chosen >= inputs and settings.model_images_mode is SelectionMode.EXCLUDE:
        problems.append(NoModelImageError())
    return problems


def check_factors(settings: GlobalSettings) -> list[EvenlightError]:
    """Whether the rows' weights can be weights."""
    factors = {"MEAN_FACTOR": settings.mean_factor, "STD_FACTOR": settings.std_factor}
    return [OptionError(name, value, "0 or more") for name, value in factors.items() if not value >= 0]


def check_save(path: str | None, images: Sequence[Image]) -> list[EvenlightError]:
    """Whether a file can be saved at ``path``."""
    if path is None:
        return []
    if identity(path) in {identity(image.path) for image in images}:
        return [OutputIsInputError(path)]
    return check_folder(os.path.dirname(os.path.abspath(path)))


def model_images(scene: Scene, settings: GlobalSettings, nodes: int) -> np.ndarray:
    """Which nodes the settings name: (nodes,) bool."""
    chosen = {identity(path) for path in settings.model_images}
    named = np.zeros(nodes, dtype=bool)
    named[: len(scene.images)] = [identity(image.path) in chosen for image in scene.images]
    return named


def _read_saved(
    file: str, images: Sequence[Image], saved: list[adjustments_file.SavedImage]
) -> list[EvenlightError]:
    try:
        saved += adjustments_file.load(file)
    except EvenlightError as problem:
        return [problem]
    bands = len(images[0].bands)
    if saved and saved[0].bands != bands:
        return [SavedFileError(file, saved[0].name, f"it holds {saved[0].bands} bands and the images have {bands}")]
    return []


def _known(scene: Scene, saved: list[adjustments_file.SavedImage], progress: Progress) -> Saved:
    """Saved entries of this run's images, without those whose files have changed."""
    changed = set()
    for index, entry in adjustments_file.match(saved, scene.images).items():
        if not still_true(saved[entry], scene.images[index]):
            progress.warn(f"{scene.images[index].path} has changed since its statistics were saved; it is read again.")
            changed.add(entry)
    kept = [entry for number, entry in enumerate(saved) if number not in changed]
    return Saved(kept, adjustments_file.match(kept, scene.images))


def _fresh(scene: Scene, known: Saved) -> set[int] | None:
    """The images that the file does not know; None: all."""
    return set(range(len(scene.images))) - set(known.found) if known.entries else None


def _units(scene: Scene, known: Saved) -> tuple[np.ndarray, np.ndarray]:
    """Scale and offset to common units of every node, (nodes, K) each."""
    scale, shift = scene.units()
    others = [entry.scales for entry in known.only_saved]
    if not others:
        return scale, shift
    tags = np.array(others) if scene.physical else np.array([[np.ones(len(s[0])), np.zeros(len(s[0]))] for s in others])
    return np.concatenate([scale, tags[:, 0]]), np.concatenate([shift, tags[:, 1]])


def _quality(network: Network, solution: GlobalSolution, held_out: float) -> Quality:
    before = agreement(network.pair_sums())
    after = agreement(network.adjusted(solution.gain, solution.offset).pair_sums())
    spread = network.count * network.std
    total = float(spread.sum())
    return Quality(
        before.rmse,
        after.rmse,
        before.normalised_rmse,
        after.normalised_rmse,
        before.bias,
        after.bias,
        float((solution.gain * spread).sum()) / total if total else 1.0,
        group_count(network),
        len(solution.rejected),
        held_out,
    )


def _held_out(sums: Sums, cells: Grid, settings: GlobalSettings, named: np.ndarray) -> float:
    """Normalised RMSE on cells that the solution did not see."""
    fold = folds(cells.rows * cells.columns, cells.columns)

    def solve(out: int) -> list[list[GainOffset]]:
        partial = network_of(sums, fold[sums.pairs.cell] != out)
        solution = solve_global(partial, settings, named)
        return [[GainOffset(gain, offset)] for gain, offset in zip(solution.gain, solution.offset)]

    return held_out_agreement(sums, cells, fold, solve).normalised_rmse


def report_rejected(scene: Scene, known: Saved, solution: GlobalSolution, progress: Progress) -> None:
    """Tell which overlaps were not believed, and why."""
    names = [image.name for image in scene.images]
    names += [entry.name for entry in known.only_saved]
    for overlap in solution.rejected:
        bands = ", ".join(str(band) for band in overlap.bands)
        bridge = " Unchecked bridge: nothing else links the two sides." if overlap.unchecked_bridge else ""
        progress.warn(
            f"Overlap of {names[overlap.first]} and {names[overlap.second]} rejected in band {bands} "
            f"({overlap.sigmas:.1f} sigma): {overlap.cause}.{bridge}"
        )


def report_quality(quality: Quality, progress: Progress) -> None:
    """Tell the figures of a run."""
    progress.inform(
        f"Normalised RMSE in overlaps {quality.normalised_before:.4f} -> {quality.normalised_after:.4f}, "
        f"bias {quality.bias_before:.4f} -> {quality.bias_after:.4f}, contrast kept {quality.contrast_kept:.4f}, "
        f"on cells held out of the fit {quality.held_out:.4f}."
    )


def _stretch(scene: Scene, stored: Network, solution: GlobalSolution) -> list[tuple[float, float]]:
    after = stored.adjusted(solution.gain, solution.offset)
    own = slice(0, len(scene.images))
    return common_stretch(after.count[own], after.mean[own], after.count[own] * after.std[own] ** 2)


def _save(
    path: str, scene: Scene, known: Saved, stored: Network, solution: GlobalSolution, settings: GlobalSettings
) -> None:
    nodes = [
        adjustments_file.Node(
            identity(image.path),
            image.name,
            (image.width, image.height),
            file_size(image.path),
            np.array(image.scales).T,
        )
        for image in scene.images
    ]
    nodes += [
        adjustments_file.Node(entry.path, entry.name, entry.size, entry.bytes, entry.scales)
        for entry in known.only_saved
    ]
    facts = {"method": settings.method.value, "model": settings.model.value}
    adjustments_file.save(path, nodes, stored, solution, facts)
