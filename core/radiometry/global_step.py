"""The global step of a run: from sums to gains and offsets, with its checks and figures."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ..errors import some
from ..messages import Message, counted
from ..numeric.graph import components, sizes
from ..progress import Progress
from ..raster.image import called
from ..run import Run
from ..settings import GlobalMethod, GlobalSettings, ModelImagesMode, OutputType, PifMethod
from ..statistics.scene import Scene, need_common_pixels
from ..statistics.sums import Sums
from ..thresholds import APART
from .adjustment import GlobalSolution
from .corrected_sums import corrected_sums
from .corrections import GainOffset
from .ground import Ground
from .metrics import LeftOut, agreement, fold_of, left_out_agreement
from .network import Network, isolated, network_of
from .plausible import expected_clipping, node_sums
from .reading import Reading
from .robust import FLAT, pooled_std
from .saved import Saved, node_units
from .saved_network import joined_network
from .solve import led_by, links, shaping_images, solve_global
from .written import limits_of

REJECTED_SHOWN = 10
REJECTED_REMEDY = Message(
    "Look at the images there: mask clouds, water and changed ground (MASK), or align images that lie elsewhere."
)
"""Overlaps that are named one by one, and what to do about them."""

CLIPPED_BY_LEVEL = 0.05
"""Share of values outside the narrowest data type from which on the images follow its level instead of their own."""


class GlobalStep(NamedTuple):
    """What the global step found."""

    stored: Network
    """Statistics of stored values; the scene's images are its first nodes."""
    levelled: Network
    """The same, the images' own of unchanged ground only."""
    seen: Network
    """The same of all pixels as they stand, as far as known."""
    counted: Sums
    """Of stored values: what the network's new rows are made from."""
    common: GlobalSolution
    """The solution in common units."""
    solution: GlobalSolution
    """The same of stored values."""


def solve_global_step(
    scene: Scene,
    reading: Reading,
    ground: Ground,
    known: Saved,
    settings: GlobalSettings,
    dtype: OutputType,
    run: Run,
) -> GlobalStep:
    """Solve for gains and offsets and tell what was found.

    ``ground``: what was found in the sums that were read; ``dtype``: type of the results.
    Raises `NoCommonPixelsError` or `NoSolutionError`.
    """
    sums, progress = reading.sums, run.progress
    if not known.entries:
        need_common_pixels(scene, sums)
    scale, shift = node_units(scene, known)
    judged = leaves_change_out(settings)
    chosen = reading.counted is not sums or (judged and bool(ground.changed.overlaps))
    counted = _without_misleading(scene, reading, ground, judged, progress)
    stored = joined_network(network_of(counted), known.entries, known.found, known.read_again)
    as_it_stands = stored
    if known.entries or counted is not sums:
        as_it_stands = joined_network(network_of(sums), known.entries, known.found, known.read_again, as_is=True)
    if judged:
        stored = ground.changed.weighed(stored)
    levelled = _levelled_by_unchanged(stored, scene, ground, known)
    seen = as_it_stands.adjusted(scale, shift)
    network = (levelled if judged else stored).adjusted(scale, shift)
    report_oddities(scene, seen, progress)
    what = Message("unchanged ground") if judged else Message("pseudo-invariant features")
    _report_without_features(scene, network, seen, what, progress)
    named = model_images(scene, settings, network.images)
    _report_without_model(scene, settings, network, named, progress)
    common = solve_global(network, settings, named, run.stop_if_cancelled)
    if dtype is OutputType.SAME and not (named.any() and settings.model_images_mode is ModelImagesMode.INCLUDE):
        common = _kept_in_range(scene, stored, network, common, common.on_stored(scale, shift), settings, progress)
    _report_rejected(scene, known, common, progress)
    if chosen:
        _report_features(scene, network, common, what, progress)
    if not known.tells_errors:
        progress.warn(Message(
            "The error in the overlaps is not known: LOAD_ADJUSTMENTS is of an earlier version and tells only of "
            "images without common light, which remains in the results; to know it, save anew without loading the "
            "file."
        ))
    return GlobalStep(stored, levelled, as_it_stands, counted, common, common.on_stored(scale, shift))


def leaves_change_out(settings: GlobalSettings) -> bool:
    """Whether the method leaves out cells whose ground changed: not where the user chose the pixels, or the system."""
    return settings.method is GlobalMethod.ROBUST and settings.pif.method is PifMethod.ENTIRE


def holds_levels(settings: GlobalSettings) -> bool:
    """Whether levels are held at both ends of a chain: by the untouched images, or by model images."""
    included = settings.model_images_mode is ModelImagesMode.INCLUDE
    return settings.method is GlobalMethod.LEAST_SQUARES or (included and len(settings.model_images) > 1)


def _without_misleading(scene: Scene, reading: Reading, ground: Ground, judged: bool, progress: Progress) -> Sums:
    """Sums of stored values without what the ground step found; the same object where that is nothing."""
    if judged and ground.changed.overlaps:
        return scene.stored(ground.counted)
    if not any(ground.fields):
        return reading.counted
    counted = scene.common(reading.counted)
    return scene.stored(corrected_sums(counted, ground.fields, reading.cells, progress))


def _levelled_by_unchanged(stored: Network, scene: Scene, ground: Ground, known: Saved) -> Network:
    """With levels and contrasts of the images' unchanged ground, which their group is to keep."""
    own = len(scene.images)
    nodes = [*((n, known.entries[entry]) for n, entry in known.found.items()), *enumerate(known.only_saved, own)]
    told = [(n, e.unchanged) for n, e in nodes if e.unchanged is not None and not (n < own and known.read_again)]
    if not told and not len(ground.changed.cells):
        return stored
    tables = np.stack([stored.count, stored.mean, stored.std])
    if len(ground.changed.cells):
        whole = ground.changed.unchanged(scene.stored(ground.sums).cells)
        whole = whole.merged(whole.image, own)
        measured = np.flatnonzero(whole.count.any(axis=1))
        tables[:, measured] = np.stack([whole.count, whole.mean, whole.std])[:, measured]
    for node, unchanged in told:
        tables[:, node] = unchanged
    return replace(stored, count=tables[0], mean=tables[1], std=tables[2])


def _kept_in_range(
    scene: Scene,
    stored: Network,
    network: Network,
    common: GlobalSolution,
    solution: GlobalSolution,
    settings: GlobalSettings,
    progress: Progress,
) -> GlobalSolution:
    """The solution, or one on the level of the images of the narrowest data type where it would drive them out of it.

    ``solution``: the same of ``stored`` values.
    """
    limits = limits_of(scene.images, OutputType.SAME)
    width = limits[:, 1] / 2 - limits[:, 0] / 2
    narrow = np.flatnonzero(width == width.min())
    if len(narrow) == len(width):
        return common
    after = stored.adjusted(solution.gain, solution.offset)
    clipped = expected_clipping(node_sums(after.count, after.mean, after.std).chosen(slice(len(width))), limits)
    gain = common.gain[narrow]
    calm = clipped[narrow].max() <= CLIPPED_BY_LEVEL and gain.min() >= 1 / APART and gain.max() <= APART
    if calm or common.gain.min() <= 0:
        return common
    names = ", ".join(scene.images[index].name for index in narrow)
    progress.warn(Message(
        "All images are brought to the level of {names}: {dtype} is the narrowest data type and holds no other; "
        "choose a wider OUTPUT_DTYPE to keep the levels of all.",
        names=names, dtype=scene.images[narrow[0]].dtype.name,
    ))
    return led_by(network, common, np.isin(np.arange(network.images), narrow), settings.model)


def model_images(scene: Scene, settings: GlobalSettings, nodes: int) -> np.ndarray:
    """Which nodes the settings name: (nodes,) bool."""
    named = np.zeros(nodes, dtype=bool)
    for name in settings.model_images:
        named[called(name, scene.images)] = True
    return named


def global_held_out(
    scene: Scene, reading: Reading, ground: Ground, step: GlobalStep, settings: GlobalSettings, run: Run
) -> LeftOut:
    """Normalised RMSE of all common pixels on cells that a further solution does not see, and by this one."""
    counted, cells = scene.common(step.counted), reading.cells
    fold, fold_counted = (fold_of(found.pairs.cell, cells.columns) for found in (reading.common, counted))
    named = model_images(scene, settings, len(scene.images))

    def solve(out: int) -> list[list[GainOffset]]:
        others = network_of(counted, fold_counted != out)
        if leaves_change_out(settings):
            others = ground.changed.weighed(others)
        return _chains(solve_global(others, settings, named, run.stop_if_cancelled))

    return left_out_agreement(reading.common, cells, fold, solve, _chains(step.common), run.progress)


def _chains(solution: GlobalSolution) -> list[list[GainOffset]]:
    return [[GainOffset(gain, offset)] for gain, offset in zip(solution.gain, solution.offset)]


def report_oddities(scene: Scene, network: Network, progress: Progress) -> None:
    """Warn of images that nothing links to others, and of bands without any contrast."""
    for index in isolated(network):
        if index < len(scene.images):
            progress.warn(Message(
                "{image} shares no valid pixel with another image, and is left as it is: check its nodata value "
                "and the mask.",
                image=scene.images[index].path,
            ))
    floor = FLAT * np.array([pooled_std(network, band) for band in range(network.bands)])
    for image, std, count in zip(scene.images, network.std, network.count):
        flat = np.flatnonzero((std <= floor) & count.any())
        if len(flat):
            listing = some((str(band + 1) for band in flat), quote="")
            what = Message("hardly any contrast beside the others") if std[flat].any() else Message("one single value")
            progress.warn(Message(
                "{path} has {what} in band {listing}: only its offset can be estimated there. Check its nodata "
                "value, and that the band holds data.",
                path=image.path, what=what, listing=listing,
            ))


def _report_features(scene: Scene, network: Network, solution: GlobalSolution, what: str, progress: Progress) -> None:
    """Tell how well the pixels of this run's images agree that the solution was made from."""
    after = network.adjusted(solution.gain, solution.offset)
    before, after = (agreement(found.of_first(len(scene.images)).pair_sums()) for found in (network, after))
    if math.isfinite(after.rmse):
        progress.inform(Message(
            "On {what}: RMSE {before:.4g} before, {after:.4g} after ({unit}); the figures at the end are of all "
            "common pixels, changed ground among them.",
            what=what, before=before.rmse, after=after.rmse, unit=scene.unit,
        ))


def _report_without_features(scene: Scene, network: Network, seen: Network, what: str, progress: Progress) -> None:
    """Warn of images that meet others, but in no pixel that counts."""
    for index in sorted(set(isolated(network)) - set(isolated(seen))):
        if index < len(scene.images):
            progress.warn(Message(
                "{image} has no overlap with enough {what}, and is left as it is: choose another PIF_METHOD, or "
                "METHOD least_squares.",
                image=scene.images[index].path, what=what,
            ))
    if not network.pair_count.any() and seen.pair_count.any():
        progress.warn(Message(
            "No usable overlap: none has enough {what}, and the global step leaves all images as they are. Choose "
            "another PIF_METHOD, or METHOD least_squares.",
            what=what,
        ))


def _report_without_model(
    scene: Scene, settings: GlobalSettings, network: Network, named: np.ndarray, progress: Progress
) -> None:
    """Warn of images that no chain of overlaps leads from to a model image, which they should follow."""
    if not settings.model_images:
        return
    shared = network.pair_count.any(axis=1)
    if settings.method is GlobalMethod.LEAST_SQUARES:
        led = links(network, shaping_images(settings, named))
        through = [image.name for image, far in zip(scene.images, led > 1) if far]
        if through:
            progress.inform(Message(
                "No overlap with an image that shapes the result: {through}. Least squares brings them to their "
                "neighbours, as these were brought to it.",
                through=some(through),
            ))
    if settings.model_images_mode is ModelImagesMode.EXCLUDE:
        return
    groups = components(network.images, network.first[shared], network.second[shared])
    strangers = ~np.isin(groups, groups[named]) & (sizes(groups) > 1)
    names = [image.name for image, stranger in zip(scene.images, strangers) if stranger]
    if names:
        progress.warn(Message(
            "No chain of overlaps leads to a model image from {names}: they are only matched to each other. Name "
            "one of them in MODEL_IMAGES too.",
            names=some(names),
        ))


def _report_rejected(scene: Scene, known: Saved, solution: GlobalSolution, progress: Progress) -> None:
    """Tell which overlaps of this run's images were not believed, and why, and that others hold the network too."""
    names = [image.name for image in scene.images]
    if known.only_saved:
        progress.inform(Message(
            "{images} only in LOAD_ADJUSTMENTS had a part in the gains and offsets; the figures are of the images "
            "of this run.",
            images=counted(len(known.only_saved), "image"),
        ))
    own = [overlap for overlap in solution.rejected if max(overlap[:2]) < len(names)]
    for overlap in sorted(own, key=lambda each: -each.sigmas)[:REJECTED_SHOWN]:
        bands = some(map(str, overlap.bands), quote="")
        bridge = Message("; nothing else links the two sides (unchecked bridge)") if overlap.unchecked_bridge else ""
        progress.warn(Message(
            "Overlap of {first} and {second} rejected in band {bands} ({sigmas:.1f} sigma): {cause}{bridge}. "
            "{remedy}",
            first=names[overlap.first], second=names[overlap.second], bands=bands, sigmas=overlap.sigmas,
            cause=overlap.cause, bridge=bridge, remedy=REJECTED_REMEDY,
        ))
    if len(own) > REJECTED_SHOWN:
        progress.warn(Message(
            "{number} more overlaps are rejected. {remedy}",
            number=len(own) - REJECTED_SHOWN, remedy=REJECTED_REMEDY,
        ))
