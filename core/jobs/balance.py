"""Global regression and local block adjustment in one pass: one read for statistics, one to apply.

A mean commutes with gain and offset, so the sums of the corrected images follow from those
of the images as they are; only the pixels themselves are read a second time.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ..masks.polygons import PolygonMask
from ..progress import Progress, Silent
from ..settings import (
    BALANCED_NAME,
    ExecutionSettings,
    GlobalSettings,
    LocalSettings,
    OutputFormat,
    OutputSettings,
    StatisticsSettings,
)
from .balancing import balance_images
from .public import Images, Output, output_of, public
from .results import BalanceResult


@public
def balance(
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
    """Balance images globally, then block by block, and round once.

    Images that are only in ``load_adjustments`` still shape the global solution; those of this
    run are read all the same, because blocks need more than the file holds.

    Raises as `global_regression` and `local_block_adjustment`; earlier outputs are then untouched.
    """
    return balance_images(
        paths,
        output.named(BALANCED_NAME),
        global_settings,
        local_settings,
        statistics,
        execution,
        mask,
        progress,
        save_adjustments,
        load_adjustments,
        save_inz,
    )


@functools.wraps(balance, assigned=())
def preview_balance(paths: Images, output: Output, **options: Any) -> BalanceResult:
    """`balance` with virtual results, for the corrections `linear` and `additive`.

    Virtual results read the images whenever they are looked at: these must stay where they are.
    Raises as `balance`.
    """
    return balance(paths, replace(output_of(output), format=OutputFormat.VIRTUAL), **options)
