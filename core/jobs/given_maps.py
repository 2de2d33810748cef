"""Block maps of an earlier run: read, given to their images, and completed by what is computed."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ..checks import raise_all
from ..errors import EvenlightError, OptionError, SavedFileError, some
from ..messages import Message
from ..naming import distinct_names, is_raster_name
from ..progress import Progress
from ..radiometry import block_maps
from ..radiometry.block_maps import SUFFIX, StoredMap
from ..radiometry.block_maps_writer import Kept, map_writers
from ..radiometry.block_statistics import BlockStatistics, block_statistics
from ..radiometry.corrected_sums import corrected_sums
from ..radiometry.corrections import Levels
from ..radiometry.light_field import LightField, Placement
from ..radiometry.local_solution import LocalMap, LocalSolution, common_levels
from ..radiometry.map_owners import assign_maps
from ..radiometry.saved_light import field_for, is_alike, unlike
from ..radiometry.solution import Solution
from ..raster.image import Image, same_file_key
from ..raster.reference_system import same_crs
from ..run import Run
from ..settings import CorrectionKind, LocalSettings, Reference, StatisticsSettings
from ..statistics.blocks import BlockGrid, block_bounds, cells_per_block
from ..statistics.scene import Scene, sweep
from ..statistics.sums import Sums


class Given(NamedTuple):
    """Maps of an earlier run as they were read."""

    reference: StoredMap | None
    local: Sequence[StoredMap]

    @property
    def all(self) -> list[StoredMap]:
        """The reference first."""
        return [*([self.reference] if self.reference else []), *self.local]


NO_MAPS = Given(None, ())


class MapTargets(NamedTuple):
    """Where a run writes maps to; None: nowhere."""

    reference: str | None = None
    folder: str | None = None

    def local(self, images: Sequence[Image]) -> list[str]:
        """A file for each image."""
        return [self._file(f"{name}{SUFFIX}.tif") for name in distinct_names(images)] if self.folder else []

    def strangers(self, images: Sequence[Image], given: Given) -> dict[str, StoredMap]:
        """Files for maps of images that are not in the run, called as they are.

        Raises `SavedFileError` where two are called the same.
        """
        found: dict[str, StoredMap] = {}
        for stored in assign_maps(given.local, images)[1] if self.folder else ():
            other = found.setdefault(self._file(os.path.basename(stored.path)), stored)
            if other is not stored:
                raise SavedFileError(stored.path, "", Message(
                    "{path} is called the same: rename one of them", path=other.path
                ))
        return found

    def files(self, images: Sequence[Image], given: Given = NO_MAPS) -> list[str]:
        """All that may be written, but no map over itself."""
        own = {same_file_key(stored.path) for stored in self.strangers(images, given).values()}
        strangers = [file for file in self.strangers(images, given) if same_file_key(file) not in own]
        reference = [os.path.abspath(self.reference)] if self.reference else []
        return [*reference, *self.local(images), *strangers]

    def check(self) -> list[EvenlightError]:
        """Whether the reference map has a name that a raster can have."""
        fits = not self.reference or is_raster_name(os.path.basename(self.reference))
        return [] if fits else [OptionError("REFERENCE_MAP", self.reference, Message(
            "the name of a file that ends with .tif"
        ))]

    def reads(self, paths: Sequence[str | None]) -> list[str]:
        """Of the maps that are read, those that lie elsewhere: a set of maps may grow where it is."""
        reference = same_file_key(self.reference) if self.reference else None
        folder = same_file_key(self.folder) if self.folder else None
        return [
            path
            for path in filter(None, paths)
            if same_file_key(path) != reference and same_file_key(os.path.dirname(os.path.abspath(path))) != folder
        ]

    def writers(self, solution: Solution, progress: Progress) -> dict[str, Callable[[str], None]]:
        """Files of a solution's maps, each with what writes it."""
        scene = solution.scene
        place, images = (scene.canvas.crs, scene.physical), scene.everything
        paths = self.reference and os.path.abspath(self.reference), self.local(images)
        return map_writers(solution.local.maps, images, solution.ground.fields, place, *paths, progress=progress)

    def _file(self, name: str) -> str:
        return os.path.join(os.path.abspath(self.folder or ""), name)


class MapSolution(NamedTuple):
    """Maps of all images, those that were given and those that were computed, and what they were found from."""

    scene: Scene
    settings: LocalSettings
    cells: BlockGrid
    sums: Sums
    before: Sums
    without: Sums
    """As they are, in common units, and without common light."""
    fields: list[list[LightField]]
    solution: LocalSolution
    shared: np.ndarray
    """What images without a map of their own are brought to."""
    reference: StoredMap | None
    owners: Mapping[int, StoredMap]
    strangers: Sequence[StoredMap]

    def writers(self, targets: MapTargets, progress: Progress) -> dict[str, Callable[[str], None]]:
        """Files of all maps, each with what writes it; those that were given stay as they were."""
        images = self.scene.everything
        kept = Kept(self.reference, self.owners, targets.strangers(images, Given(None, self.strangers)))
        place = self.scene.canvas.crs, self.scene.physical
        paths = targets.reference and os.path.abspath(targets.reference), targets.local(images)
        return map_writers(self.solution, images, self.fields, place, *paths, kept, self.shared, progress)


def read_given(
    reference_map: str | None, local_maps: Sequence[str], progress: Progress
) -> tuple[Given, list[EvenlightError]]:
    """The maps, and what is wrong with their files.  Raises `OptionError` where there are none."""
    if not reference_map and not local_maps:
        both, wanted = Message("REFERENCE_MAP and LOCAL_MAPS"), Message("one of the two at least")
        raise OptionError(both, Message("nothing"), wanted)
    reference, local, references, problems = None, [], [], []
    given = [path for path in local_maps if not reference_map or same_file_key(path) != same_file_key(reference_map)]
    for path in [*([reference_map] if reference_map else []), *given]:
        try:
            stored = block_maps.read_map(path)
        except EvenlightError as problem:
            problems.append(problem)
            continue
        if path == reference_map:
            reference = stored
        elif stored.facts and not stored.image:
            references.append(path)
        else:
            local.append(stored)
    if references:
        are = Message("is a reference map") if len(references) == 1 else Message("are reference maps")
        progress.warn(Message(
            "{references} among the local maps {are} and not used there: give the right one as REFERENCE_MAP.",
            references=some(references), are=are,
        ))
    if not problems and reference is None and not local:
        problems.append(SavedFileError(references[0], "", Message("it is a reference map, and given as local map")))
    return Given(reference, local), problems


def solve_by_maps(
    scene: Scene, given: Given, settings: LocalSettings, statistics: StatisticsSettings, run: Run
) -> MapSolution:
    """Give the maps to their images, and compute the others' on the same blocks.

    Raises `Problems`, `SavedFileError`, `DamagedRasterError` or `Cancelled`.
    """
    progress, reference = run.progress, given.reference
    owners, strangers = _assigned(scene, given, settings, progress)
    stored = [*owners.values(), *strangers, *([reference] if reference else [])]
    if len({image.scales for image in scene.images}) == 1:
        scene = replace(scene, physical=any(entry.facts.get("physical", False) for entry in stored))
    settings = _settings_of(stored, settings, progress)
    blocks = stored[0].grid
    factor = cells_per_block(blocks, scene.canvas)
    cells = blocks.divided(factor)
    sums = sweep(scene, cells, statistics, run)
    before = scene.common(sums)
    fields = _fields(scene, reference, owners, strangers, progress)
    without = corrected_sums(before, fields, cells, progress) if any(fields) else before
    computed = block_statistics(without, blocks, factor, scene.canvas, settings.block_valid_pixel_threshold)
    levels = block_maps.stored_levels(stored) or common_levels(without, settings)
    shared = reference.values if reference else _reference_of(scene, blocks, computed, owners, strangers)
    maps = _local_maps(scene, settings, computed, shared, stored, owners, progress)
    low = without.whole().low.min(axis=1)
    maps = tuple(_of_other_tool(entry, shared, float(low[n]), settings) for n, entry in enumerate(maps))
    solution = LocalSolution(blocks, settings.reference, levels, maps)
    return MapSolution(
        scene, settings, cells, sums, before, without, fields, solution, shared, reference, owners, strangers
    )


def _assigned(
    scene: Scene, given: Given, settings: LocalSettings, progress: Progress
) -> tuple[dict[int, StoredMap], list[StoredMap]]:
    """Each image's local map, and those of images that are not in the run.  Raises `Problems` or `SavedFileError`."""
    bands, reference = len(scene.images[0].bands), given.reference
    block_maps.check_maps(given.all, bands)
    _check_place(scene, given.all[0], settings)
    if reference is not None and len(reference.values) != bands:
        what = Message("it is a local map with targets, not a reference map")
        raise SavedFileError(reference.path, Message("its bands"), what)
    owners, strangers = assign_maps(given.local, scene.images)
    if strangers:
        listing = some(stored.path for stored in strangers)
        if reference is None:
            progress.inform(Message(
                "Of images that are not in this run, and shape the reference all the same: {listing}.", listing=listing
            ))
        else:
            progress.warn(Message(
                "Of images that are not in this run, and left out, as REFERENCE_MAP is given: {listing}. Leave "
                "REFERENCE_MAP out where they should shape the reference.",
                listing=listing,
            ))
    for index, stored in list(owners.items()):
        image = scene.images[index]
        if _is_of(stored, image) and stored.content is not None and not stored.content.holds(image, progress):
            progress.warn(Message(
                "{path} has changed since {map} was made, so its map is computed again: save the maps anew to "
                "keep it.",
                path=image.path, map=stored.path,
            ))
            del owners[index]
    if reference is None and not owners and not strangers:
        raise SavedFileError(given.local[0].path, "", Message("none of the local maps is about an image as it is now"))
    return owners, strangers


def _reference_of(
    scene: Scene,
    blocks: BlockGrid,
    computed: BlockStatistics,
    owners: Mapping[int, StoredMap],
    strangers: Sequence[StoredMap],
) -> np.ndarray:
    """The reference from local maps alone, those of images outside the run among them: the mean of their targets.

    Of maps without targets it is the mean of the locals, and images without a map add what is computed of them.
    """
    bands = len(scene.images[0].bands)
    stored = [*owners.values(), *strangers]
    parts = [entry.values[-bands:] for entry in stored]
    if all(len(entry.values) == bands for entry in stored):
        for index in set(range(len(scene.images))) - set(owners):
            whole = np.full((bands, blocks.rows, blocks.columns), np.nan)
            whole[(slice(None), *computed.boxes[index].slices)] = computed.local[index]
            parts.append(whole)
    total, number = np.zeros(parts[0].shape), np.zeros(parts[0].shape)
    for part in parts:
        known = np.isfinite(part)
        total += np.where(known, part, 0.0)
        number += known
    return np.divide(total, number, out=np.full(total.shape, np.nan), where=number > 0)


def _check_place(scene: Scene, stored: StoredMap, settings: LocalSettings) -> None:
    """Whether the maps lie where the images are and where the user says the canvas is."""
    if stored.crs and scene.canvas.crs and not same_crs(stored.crs, scene.canvas.crs):
        raise SavedFileError(stored.path, Message("its coordinate system"), Message("it is not the images' system"))
    west, south, east, north = stored.grid.bounds
    bounds = scene.canvas.bounds
    if west >= bounds[2] or east <= bounds[0] or south >= bounds[3] or north <= bounds[1]:
        raise SavedFileError(stored.path, Message("its extent"), Message("it does not touch the images"))
    if min(stored.grid.sides(scene.canvas)) < 2:
        what = Message("it is no block map: its pixels are those of the images")
        raise SavedFileError(stored.path, Message("its pixel size"), what)
    if settings.canvas_extent is not None:
        wanted = BlockGrid(block_bounds(scene.canvas, settings.canvas_extent), stored.grid.rows, stored.grid.columns)
        if not wanted.grid.is_same(stored.grid.grid):
            raise SavedFileError(stored.path, Message("its extent"), Message("it contradicts CANVAS_EXTENT"))


def _settings_of(stored: Sequence[StoredMap], settings: LocalSettings, progress: Progress) -> LocalSettings:
    """The maps' own correction where they tell it."""
    facts = next((entry.facts for entry in stored if entry.facts), None)
    if facts is None:
        progress.warn(Message(
            "The block maps do not say how they were made; CORRECTION and NORMALISE are used. Maps of "
            "spectralmatch want NORMALISE off."
        ))
        return settings
    if facts["kind"] != settings.correction.value:
        used = Message('The maps were made for the correction "{correction}"; it is used.', correction=facts["kind"])
        progress.inform(used)
    kind, (upper, shift) = CorrectionKind(facts["kind"]), block_maps.levels_of(facts)
    on_raw = bool((upper + (shift if kind is CorrectionKind.OFFSET else 0.0) == 1).all())
    normalise = settings.normalise if facts.get("by_known") is not True else not on_raw
    return replace(settings, correction=kind, reference=Reference(facts["reference"]), normalise=normalise)


def _fields(
    scene: Scene,
    reference: StoredMap | None,
    owners: Mapping[int, StoredMap],
    strangers: Sequence[StoredMap],
    progress: Progress,
) -> list[list[LightField]]:
    """The light that the maps say is taken out first; an image without a map has what all others share.

    Raises `Problems`.
    """
    told = [*owners.values(), *strangers] if reference is None else [reference]
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
                progress.warn(unlike(image, Message("the block maps")))
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
    shared: np.ndarray,
    stored: Sequence[StoredMap],
    owners: Mapping[int, StoredMap],
    progress: Progress,
) -> tuple[LocalMap, ...]:
    """Every image's local map, its own or one that is computed and follows what is ``shared``."""
    bands = len(scene.images[0].bands)
    # those of the reference, where there is one
    facts = stored[-1].facts or next((entry.facts for entry in stored if entry.facts), {})
    maps = []
    for index, image in enumerate(scene.images):
        if index in owners:
            maps.append(block_maps.stored_local(owners[index], shared, bands, settings.correction))
        else:
            progress.inform(Message("{name} has no local map; it is computed.", name=image.name))
            maps.append(_computed_local(computed, index, shared, facts, settings.correction, bands))
    return tuple(maps)


def _of_other_tool(entry: LocalMap, shared: np.ndarray, low: float, settings: LocalSettings) -> LocalMap:
    """A map that another tool made, or the image's own beside its reference, with levels by that tool's rule.

    spectralmatch shifts each image by itself: so that its lowest value, ``low``, and that of the maps become 1, and
    not at all where all are above zero.
    """
    if not entry.by_known or entry.levels or settings.normalise or entry.kind is not CorrectionKind.OFFSET:
        return entry
    lowest = min(low, float(np.nanmin(shared, initial=low)), float(np.nanmin(entry.local, initial=low)))
    shift = 1.0 - lowest if lowest <= 0 else 0.0
    return entry._replace(levels=Levels(np.full(len(shared), 1.0 - shift), shift))


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
        by_known=not facts or facts.get("by_known") is True,
    )
