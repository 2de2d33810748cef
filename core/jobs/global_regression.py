"""One gain and offset per image and band from all overlaps, applied to the images."""

from __future__ import annotations

from collections.abc import Sequence

from ..masks.polygons import PolygonMask
from ..progress import Progress, Silent
from ..report.report_file import ReportFile
from ..run import Run
from ..settings import GLOBAL_NAME, ExecutionSettings, GlobalSettings, OutputSettings, StatisticsSettings
from .balance import balance_images
from .pif_step import FilesBeside
from .public import public
from .results import BalanceResult


@public
def global_regression(
    paths: Sequence[str],
    output: OutputSettings,
    *,
    settings: GlobalSettings = GlobalSettings(),
    statistics: StatisticsSettings = StatisticsSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    mask: PolygonMask | None = None,
    save_adjustments: str | None = None,
    load_adjustments: str | None = None,
    save_inz: str | None = None,
    report: ReportFile | None = None,
    progress: Progress = Silent(),
) -> BalanceResult:
    """Balance images by one gain and offset per image and band (methods `robust`, `least_squares`).

    ``paths``: two or more rasters of one number of bands, in any mix of grids.
    ``save_adjustments``, ``load_adjustments``: JSON files; statistics of images found in the
    latter are not computed again, and images found only there still shape the solution.
    ``save_inz``: a folder for the scores of `PifMethod.FLOOD_FROM_MATCH_POINTS`, a raster per pair.
    ``report``: see `balance`.

    Raises `Problems`, `NoCommonPixelsError`, `DamagedRasterError`, `SavedFileError`, `MissingLibraryError`,
    `WriteError`, `ReplaceError` or `Cancelled`; earlier outputs are then untouched.
    """
    beside = save_adjustments, load_adjustments, save_inz
    run, files = Run(execution, progress), FilesBeside(*beside, report=report)
    return balance_images(paths, output.named(GLOBAL_NAME), settings, None, statistics, mask, run, files)
