"""The result of `balance` as virtual rasters: at once, and without writing a pixel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..masks.polygons import PolygonMask
from ..progress import Progress, Silent
from ..settings import (
    ExecutionSettings,
    GlobalSettings,
    LocalSettings,
    OutputFormat,
    OutputSettings,
    StatisticsSettings,
)
from .balance import balance
from .public import public
from .results import BalanceResult


@public
def preview_balance(
    paths: Sequence[str],
    output: OutputSettings,
    *,
    global_settings: GlobalSettings = GlobalSettings(),
    local_settings: LocalSettings = LocalSettings(),
    statistics: StatisticsSettings = StatisticsSettings(),
    execution: ExecutionSettings = ExecutionSettings(),
    mask: PolygonMask | None = None,
    save_adjustments: str | None = None,
    load_adjustments: str | None = None,
    save_inz: str | None = None,
    progress: Progress = Silent(),
) -> BalanceResult:
    """`balance` with virtual results, for the corrections `linear` and `additive`.

    Virtual results read the images whenever they are looked at: these must stay where they are.
    Raises as `balance`.
    """
    return balance(
        paths,
        replace(output, format=OutputFormat.VIRTUAL),
        global_settings=global_settings,
        local_settings=local_settings,
        statistics=statistics,
        execution=execution,
        mask=mask,
        save_adjustments=save_adjustments,
        load_adjustments=load_adjustments,
        save_inz=save_inz,
        progress=progress,
    )
