"""Applies saved block maps to images: all maps, only the reference, or only locals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from ..checks import raise_all
from ..errors import EvenlightError, OptionError, Problems, SavedFileError
from ..masks.polygons import PolygonMask
from ..progress import Progress, Silent
from ..radiometry import block_maps
from ..radiometry.block_maps import StoredMap
from ..radiometry.block_statistics import BlockStatistics, block_statistics
from ..radiometry.corrected_sums import corrected_sums
from ..radiometry.corrections import LAWS, Correction
from ..radiometry.light_field import LightField, Placement
from ..radiometry.local_solution import LocalMap, LocalSolution, common_levels
from ..radiometry.metrics import quality_of
from ..radiometry.network import group_count, network_of
from ..radiometry.plausible import SENSELESS, expected_of, magnitude
from ..radiometry.saved_light import field_for, is_alike, unlike
from ..radiometry.solution import in_stored_values
from ..radiometry.written import written
from ..raster.image import Image, same_file_key
from ..raster.reference_system import same_crs
from ..run import Run
from ..settings import (
    BLOCK_ADJUSTED_NAME,
    CorrectionKind,
    ExecutionSettings,
    LocalSettings,
    OutputSettings,
    Reference,
    StatisticsSettings,
)
from ..statistics.blocks import BlockGrid, block_bounds, cells_per_block
from ..statistics.scene import Scene, sweep
from ..statistics.sums import ImageSums
from .closing import conclude_quality, rows_between
from .delivery import deliver
from .public import public
from .results import BalanceResult, stretch_of
from .scene import prepare
from .step_checks import check_local

SWEPT = 0.4


@public
def load_block_maps(
    paths: Sequence[str],
    output: OutputSettings,
    *,
    settings: LocalSettings = LocalSettings(),
    reference_map: str | None = None,
    local_maps: Sequence[str] = (),
    statistics: StatisticsSettings = StatisticsSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    mask: PolygonMask | None = None,
    progress: Progress = Silent(),
) -> BalanceResult:
    """Correct images, old or new, by block maps written earlier.

    An image without a local map of its own gets one computed and follows the reference; maps
    that say how they were made are applied as they say, others by ``settings``.

    Raises `Problems`, `SavedFileError`, `DamagedRasterError`, `WriteError`, `ReplaceError` or
    `Cancelled`; earlier outputs are then untouched.
    """
    output = output.named(BLOCK_ADJUSTED_NAME)
    maps = [*([reference_map] if reference_map else []), *local_maps]
    run = Run(execution, progress)
    scene = prepare(paths, 1, statistics, mask, output, lambda images: check_local(settings, output), run, maps)
    reference, owners = _read(scene, settings, reference_map, local_maps, progress)
    stored = [*owners.values(), *([reference] if reference else [])]
    if len({image.scales for image in scene.images}) == 1:
        scene = replace(scene, physical=any(entry.facts.get("physical", False) for entry in stored))
    settings = _settings_of(stored, settings, progress)
    blocks = stored[0].grid
    factor = cells_per_block(blocks, scene.canvas)
    cells = blocks.divided(factor)
    sums = sweep(scene, cells, statistics, run.stage(0.0, SWEPT))
    before = scene.common(sums)
    fields = _fields(scene, reference, owners, progress)
    without = corrected_sums(before, fields, cells, progress) if any(fields) else before
    threshold = settings.block_valid_pixel_threshold
    computed = block_statistics(without, blocks, factor, scene.canvas, threshold)
    levels = block_maps.stored_levels(stored) or common_levels(without, settings)
    maps = _local_maps(scene, settings, computed, reference, owners, progress)
    solution = LocalSolution(blocks, settings.reference, levels, maps)
    chains: list[list[Correction]] = [[*own, solution.correction(n, settings.alpha)] for n, own in enumerate(fields)]
    _tell_of_lost_blocks(scene, solution, progress)
    after = corrected_sums(before, chains, cells, progress)
    groups = group_count(network_of(before))
    rounded = written(scene, output.dtype, before, after)
    quality = quality_of(before, rounded, groups, scene.unit)
    names = [image.name for image in scene.images]
    conclude_quality(quality, rows_between(before, rounded), names, progress)
    _check_gains(scene, without.cells, after.cells, reference, owners)
    changed = [in_stored_values(scene, index, chain) for index, chain in enumerate(chains)]
    after = scene.stored(after)
    expected = expected_of(sums, after)
    delivered = deliver(scene, changed, "load_block_maps", output, run.stage(SWEPT, 1.0), expected)
    return BalanceResult(delivered.outputs, stretch_of(after.whole()), quality, delivered.clipped)


def _read(
    scene: Scene, settings: LocalSettings, reference_map: str | None, local_maps: Sequence[str], progress: Progress
) -> tuple[StoredMap | None, dict[int, StoredMap]]:
    """The reference map and each image's local map.

    Raises `Problems` with everything that contradicts.
    """
    if reference_map is None and not local_maps:
        raise OptionError("REFERENCE_MAP and LOCAL_MAPS", "nothing", "one of the two at least")
    maps, problems = [], []
    for path in [*([reference_map] if reference_map else []), *local_maps]:
        try:
            maps.append(block_maps.read_map(path))
        except EvenlightError as problem:
            problems.append(problem)
    if problems:
        raise Problems(problems)
    block_maps.check_maps(maps, len(scene.images[0].bands))
    _check_place(scene, maps[0], settings)
    reference = maps.pop(0) if reference_map else None
    if reference is not None and len(reference.values) != len(scene.images[0].bands):
        raise SavedFileError(reference.path, "its bands", "it is a local map with targets, not a reference map")
    owners, strangers = block_maps.assign_maps(maps, scene.images)
    for stranger in strangers:
        progress.warn(
            f"{stranger.path} belongs to none of the images, and is left out: add its image, or leave the map away."
        )
    for index, stored in list(owners.items()):
        image = scene.images[index]
        if _is_of(stored, image) and stored.content is not None and not stored.content.holds(image, progress):
            progress.warn(
                f"{image.path} has changed since {stored.path} was made, so its map is computed again: save the maps "
                "anew to keep it."
            )
            del owners[index]
    if reference is None and not owners:
        raise SavedFileError(maps[0].path, "", "none of the local maps belongs to an image of this run")
    return reference, owners


def _check_place(scene: Scene, stored: StoredMap, settings: LocalSettings) -> None:
    """Whether the maps lie where the images are and where the user says the canvas is."""
    if stored.crs and scene.canvas.crs and not same_crs(stored.crs, scene.canvas.crs):
        raise SavedFileError(stored.path, "its coordinate system", "it is not the images' system")
    west, south, east, north = stored.grid.bounds
    bounds = scene.canvas.bounds
    if west >= bounds[2] or east <= bounds[0] or south >= bounds[3] or north <= bounds[1]:
        raise SavedFileError(stored.path, "its extent", "it does not touch the images")
    if min(stored.grid.sides(scene.canvas)) < 2:
        raise SavedFileError(stored.path, "its pixel size", "it is no block map: its pixels are those of the images")
    if settings.canvas_extent is not None:
        wanted = BlockGrid(block_bounds(scene.canvas, settings.canvas_extent), stored.grid.rows, stored.grid.columns)
        if not wanted.grid.is_same(stored.grid.grid):
            raise SavedFileError(stored.path, "its extent", "it contradicts CANVAS_EXTENT")


def _check_gains(
    scene: Scene, before: ImageSums, after: ImageSums, reference: StoredMap | None, owners: Mapping[int, StoredMap]
) -> None:
    """Raise `SavedFileError` where a map collapses or explodes a part of its image: a local correction is near 1."""
    most = SENSELESS * magnitude(before, len(scene.images)).max()
    for stored in [*owners.values(), *([reference] if reference else [])]:
        largest = np.nanmax(np.abs(stored.values), initial=0.0)
        if largest > most > 0:
            raise SavedFileError(stored.path, "", f"it holds {largest:.4g}, and the images no value near that")
    known = (before.count > 0) & (before.m2 > 0)
    gain = np.sqrt(np.divide(after.m2, before.m2, out=np.ones_like(after.m2), where=known))
    bad = np.argwhere(~((gain > 1 / SENSELESS) & (gain < SENSELESS)))
    if len(bad):
        row, band = bad[0]
        index = int(before.image[row])
        stored = owners.get(index, reference)
        what = f"a part of {scene.images[index].path} would be multiplied by {gain[row, band]:.4g} in band {band + 1}"
        raise SavedFileError(stored.path if stored else scene.images[index].path, "", what)


def _tell_of_lost_blocks(scene: Scene, solution: LocalSolution, progress: Progress) -> None:
    """Warn of blocks whose means no correction of the maps' kind brings together."""
    for image, entry in zip(scene.images, solution.maps):
        parameter = LAWS[entry.kind].parameter(entry.local, entry.target, solution.levels)
        lost = np.isfinite(entry.local) & np.isfinite(entry.target) & ~np.isfinite(parameter)
        if lost.any():
            progress.warn(
                f"{image.name}: in {int(lost.any(axis=0).sum())} blocks no {entry.kind} correction leads from the "
                "image's mean to the map's; they are corrected like those around them. Save maps with CORRECTION "
                "additive where these blocks matter."
            )


def _settings_of(stored: Sequence[StoredMap], settings: LocalSettings, progress: Progress) -> LocalSettings:
    """The maps' own correction where they tell it."""
    facts = next((entry.facts for entry in stored if entry.facts), None)
    if facts is None:
        progress.warn(
            "The block maps do not say how they were made; CORRECTION and NORMALISE are used. "
            "Maps of spectralmatch want NORMALISE off."
        )
        return settings
    if facts["kind"] != settings.correction.value:
        progress.inform(f'The maps were made for the correction "{facts["kind"]}"; it is used.')
    return replace(settings, correction=CorrectionKind(facts["kind"]), reference=Reference(facts["reference"]))


def _fields(
    scene: Scene, reference: StoredMap | None, owners: Mapping[int, StoredMap], progress: Progress
) -> list[list[LightField]]:
    """The light that the maps say is taken out first; an image without a map has what all others share.

    Raises `Problems`.
    """
    told = [*owners.values()] if reference is None else [reference]
    shared = told[0].light
    shares = shared is not None and all(np.array_equal(stored.light, shared) for stored in told)
    fields: list[list[LightField]] = [[] for _ in scene.images]
    problems: list[EvenlightError] = []
    for index, image in enumerate(scene.images):
        stored = owners.get(index)
        try:
            if stored is not None and stored.light is not None:
                same = _is_of(stored, image) or bool(stored.content and stored.content.holds(image, progress))
                field = field_for(stored.path, stored.light, stored.frame, image, scene.canvas, same)
                fields[index].append(field)
            elif stored is None and shares and is_alike(told[0].frame, image, scene.canvas):
                fields[index].append(LightField(shared, Placement.of_image(image, scene.canvas)))
            elif stored is None and shares:
                progress.warn(unlike(image, "the block maps"))
        except SavedFileError as problem:
            problems.append(problem)
    raise_all(problems)
    return fields


def _is_of(stored: StoredMap, image: Image) -> bool:
    """Whether a map says that it belongs to this file."""
    return bool(stored.image) and same_file_key(stored.image) == same_file_key(image.path)


def _local_maps(
    scene: Scene,
    settings: LocalSettings,
    computed: BlockStatistics,
    reference: StoredMap | None,
    owners: Mapping[int, StoredMap],
    progress: Progress,
) -> tuple[LocalMap, ...]:
    """Every image's local map, its own or one that is computed."""
    bands = len(scene.images[0].bands)
    shared = reference.values if reference is not None else _mean_of_targets(owners, bands)
    facts = reference.facts if reference is not None else next((s.facts for s in owners.values() if s.facts), {})
    maps = []
    for index, image in enumerate(scene.images):
        if index in owners:
            maps.append(block_maps.stored_local(owners[index], shared, bands, settings.correction))
        else:
            progress.inform(f"{image.name} has no local map; it is computed.")
            maps.append(_computed_local(computed, index, shared, facts, settings.correction, bands))
    return tuple(maps)


def _mean_of_targets(owners: Mapping[int, StoredMap], bands: int) -> np.ndarray:
    """The reference from local maps alone: the mean of their targets, or of their locals."""
    stack = np.stack([stored.values[-bands:] for stored in owners.values()])
    known = np.isfinite(stack)
    number = known.sum(axis=0)
    total = np.where(known, stack, 0.0).sum(axis=0)
    return np.divide(total, number, out=np.full(total.shape, np.nan), where=number > 0)


def _computed_local(
    computed: BlockStatistics, index: int, shared: np.ndarray, facts: dict, kind: CorrectionKind, bands: int
) -> LocalMap:
    box = computed.boxes[index]
    return LocalMap(
        box,
        computed.local[index],
        shared[(slice(None), *box.slices)],
        computed.count[index],
        kind,
        np.array(facts.get("gauge_gain", [1.0] * bands)),
        np.array(facts.get("gauge_offset", [0.0] * bands)),
    )
