"""Applies saved block maps to images: all maps, only the reference, or only locals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ..errors import EvenlightError, SavedFileError
from ..masks.polygons import PolygonMask
from ..messages import Message
from ..progress import Progress, Silent
from ..radiometry.block_maps import StoredMap
from ..radiometry.corrected_sums import corrected_sums
from ..radiometry.corrections import Correction
from ..radiometry.local_solution import LocalSolution
from ..radiometry.metrics import quality_of
from ..radiometry.network import group_count, network_of
from ..radiometry.plausible import SENSELESS, expected_of, magnitude
from ..radiometry.solution import in_stored_values
from ..radiometry.verdict import Case
from ..radiometry.written import written
from ..raster.image import Image
from ..report.building import Compared
from ..report.files import check_report
from ..report.report_file import ReportFile
from ..run import Run
from ..settings import BLOCK_ADJUSTED_NAME, ExecutionSettings, LocalSettings, OutputSettings, StatisticsSettings
from ..statistics.scene import Scene
from ..statistics.sums import ImageSums
from .closing import conclude_quality, rows_between
from .delivery import deliver
from .given_maps import MapTargets, read_given, solve_by_maps
from .public import public
from .reporting import Reporting, files_of
from .results import BalanceResult, stretch_of
from .scene import prepare
from .step_checks import check_local
from .unused import OF_MAPS, unused

SWEPT = 0.4


@public
def load_block_maps(
    paths: Sequence[str],
    output: OutputSettings,
    *,
    settings: LocalSettings = LocalSettings(),
    reference_map: str | None = None,
    local_maps: Sequence[str] = (),
    save_reference_map: str | None = None,
    save_local_maps: str | None = None,
    statistics: StatisticsSettings = StatisticsSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    mask: PolygonMask | None = None,
    report: ReportFile | None = None,
    progress: Progress = Silent(),
) -> BalanceResult:
    """Correct images, old or new, by block maps written earlier.

    An image without a local map of its own gets one computed and follows the reference; maps
    that say how they were made are applied as they say, others by ``settings``.  Without ``reference_map`` the
    reference is the mean of all local maps, those of images that are not among ``paths`` too.
    ``save_reference_map`` and ``save_local_maps``, a file and a folder: where to write all maps, given and computed.
    ``report``: a file about the run, see `balance`.  Raises `Problems`, `SavedFileError`, `DamagedRasterError`,
    `WriteError`, `ReplaceError` or `Cancelled`; earlier outputs are then untouched.
    """
    output, run = output.named(BLOCK_ADJUSTED_NAME), Run(execution, progress)
    given, problems = read_given(reference_map, local_maps, progress)
    targets = MapTargets(save_reference_map, save_local_maps)

    def further(images: Sequence[Image]) -> list[EvenlightError]:
        return check_local(settings, output) + targets.check() + check_report(report)

    def writes(images: Sequence[Image]) -> list[str]:
        return targets.files(images, given) + files_of(report)(images)

    reads = targets.reads([reference_map, *local_maps])
    scene = prepare(paths, 1, statistics, mask, output, further, run, reads, writes, problems=problems)
    for text in unused(settings, OF_MAPS):
        progress.warn(text)
    found = solve_by_maps(scene, given, settings, statistics, run.stage(0.0, SWEPT))
    scene, solution = found.scene, found.solution
    alpha = settings.alpha
    chains: list[list[Correction]] = [[*own, solution.correction(n, alpha)] for n, own in enumerate(found.fields)]
    _tell_of_lost_blocks(scene, solution, progress)
    after = corrected_sums(found.before, chains, found.cells, progress)
    rounded = written(scene, output.dtype, found.before, after)
    quality = quality_of(found.before, rounded, group_count(network_of(found.before)), scene.unit)
    names = [image.name for image in scene.images]
    case = Case(of_local=settings, of_maps=True)
    conclude_quality(quality, rows_between(found.before, rounded), names, progress, case)
    _check_gains(scene, found.without.cells, after.cells, found.reference, found.owners)
    changed = [in_stored_values(scene, index, chain) for index, chain in enumerate(chains)]
    after = scene.stored(after)
    expected = expected_of(found.sums, after)
    maps = found.writers(targets, progress)
    reporting = Reporting(report, "load_block_maps", (settings, statistics, output), progress)
    reporting.of_sums(Compared(scene, found.before, rounded, quality), case)
    delivered = deliver(scene, changed, "load_block_maps", output, run.stage(SWEPT, 1.0), expected, maps, reporting)
    return BalanceResult(delivered.outputs, stretch_of(after.whole()), quality, delivered.clipped)


def _check_gains(
    scene: Scene, before: ImageSums, after: ImageSums, reference: StoredMap | None, owners: Mapping[int, StoredMap]
) -> None:
    """Raise `SavedFileError` where a map collapses or explodes a part of its image: a local correction is near 1."""
    most = SENSELESS * magnitude(before, len(scene.images)).max()
    for stored in [*owners.values(), *([reference] if reference else [])]:
        largest = np.nanmax(np.abs(stored.values), initial=0.0)
        if largest > most > 0:
            raise SavedFileError(stored.path, "", Message(
                "it holds {largest:.4g}, and the images no value near that", largest=largest
            ))
    known = (before.count > 0) & (before.m2 > 0)
    gain = np.sqrt(np.divide(after.m2, before.m2, out=np.ones_like(after.m2), where=known))
    bad = np.argwhere(~((gain > 1 / SENSELESS) & (gain < SENSELESS)))
    if len(bad):
        row, band = bad[0]
        index = int(before.image[row])
        stored = owners.get(index, reference)
        what = Message(
            "a part of {image} would be multiplied by {gain:.4g} in band {band}",
            image=scene.images[index].path, gain=gain[row, band], band=band + 1,
        )
        raise SavedFileError(stored.path if stored else scene.images[index].path, "", what)


def _tell_of_lost_blocks(scene: Scene, solution: LocalSolution, progress: Progress) -> None:
    """Warn of blocks whose means no correction of the maps' kind brings together."""
    for index, (image, entry) in enumerate(zip(scene.images, solution.maps)):
        lost = np.isfinite(entry.local) & np.isfinite(entry.target) & ~np.isfinite(solution.parameter(index))
        if lost.any():
            progress.warn(Message(
                "{name}: in {blocks} blocks no {kind} correction leads from the image's mean to the map's; they are "
                "corrected like those around them. Save maps with CORRECTION additive where these blocks matter.",
                name=image.name, blocks=int(lost.any(axis=0).sum()), kind=entry.kind,
            ))
