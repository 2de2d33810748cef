"""Block-wise correction of images towards common block maps."""

from __future__ import annotations

from collections.abc import Sequence

from ..masks.polygons import PolygonMask
from ..progress import Progress, Silent
from ..report.report_file import ReportFile
from ..run import Run
from ..settings import LOCAL_NAME, ExecutionSettings, LocalSettings, OutputSettings, StatisticsSettings
from .balance import balance_images
from .given_maps import MapTargets
from .pif_step import FilesBeside
from .public import public
from .results import BalanceResult


@public
def local_block_adjustment(
    paths: Sequence[str],
    output: OutputSettings,
    *,
    settings: LocalSettings = LocalSettings(),
    statistics: StatisticsSettings = StatisticsSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    mask: PolygonMask | None = None,
    save_reference_map: str | None = None,
    save_local_maps: str | None = None,
    report: ReportFile | None = None,
    progress: Progress = Silent(),
) -> BalanceResult:
    """Correct images block by block (references `common_pixels`, `block_means`).

    ``paths``: two or more rasters, as a rule the results of the global step.
    ``save_reference_map``, ``save_local_maps``: a file and a folder for what `save_block_maps` writes.
    ``report``: see `balance`.

    Raises `Problems`, `NoCommonPixelsError`, `DamagedRasterError`, `WriteError`, `ReplaceError`
    or `Cancelled`; earlier outputs are then untouched.
    """
    files = FilesBeside(maps=MapTargets(save_reference_map, save_local_maps), report=report)
    run = Run(execution, progress)
    return balance_images(paths, output.named(LOCAL_NAME), None, settings, statistics, mask, run, files)
