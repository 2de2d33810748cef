"""Short ways to run jobs in tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from evenlight.core.jobs import BalanceResult, balance, global_regression, local_block_adjustment
from evenlight.core.settings import BALANCED_NAME, GlobalSettings, LocalSettings, OutputSettings

GLOBAL_FIELDS = GlobalSettings.__dataclass_fields__
LOCAL_FIELDS = LocalSettings.__dataclass_fields__


def run_global(paths: Sequence[str], folder: Path, output: dict | None = None, **options) -> BalanceResult:
    """`global_regression`; options are settings of the job or arguments of the function."""
    settings = {name: options.pop(name) for name in list(options) if name in GLOBAL_FIELDS}
    target = OutputSettings(folder=str(folder), **(output or {}))
    return global_regression(list(paths), target, settings=GlobalSettings(**settings), **options)


def run_local(paths: Sequence[str], folder: Path, output: dict | None = None, **options) -> BalanceResult:
    """`local_block_adjustment`; options are settings of the job or arguments of the function."""
    settings = {name: options.pop(name) for name in list(options) if name in LOCAL_FIELDS}
    target = OutputSettings(folder=str(folder), **{"name": "$_Local.tif", **(output or {})})
    return local_block_adjustment(list(paths), target, settings=LocalSettings(**settings), **options)


def run_balance(paths: Sequence[str], folder: Path, output: dict | None = None, **options) -> BalanceResult:
    """`balance`; options are settings of both steps or arguments of the function."""
    of_global = {name: options.pop(name) for name in list(options) if name in GLOBAL_FIELDS}
    of_local = {name: options.pop(name) for name in list(options) if name in LOCAL_FIELDS}
    target = OutputSettings(folder=str(folder), **{"name": BALANCED_NAME, **(output or {})})
    return balance(
        list(paths),
        target,
        global_settings=GlobalSettings(**of_global),
        local_settings=LocalSettings(**of_local),
        **options,
    )
