"""Run every method on one set of images and measure what comes out."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import NamedTuple

from datasets import ImageSet
from measure import Measured, PairAgreement, measure
from truth import ValidChange, valid_change
from unseen import corrected_unseen

from evenlight.core.jobs import BalanceResult, global_regression, local_block_adjustment
from evenlight.core.radiometry.metrics import Agreement
from evenlight.core.settings import (
    GLOBAL_NAME,
    LOCAL_NAME,
    CorrectionKind,
    GlobalMethod,
    GlobalSettings,
    LocalSettings,
    OutputSettings,
    Reference,
)


class Row(NamedTuple):
    """One method on one set."""

    method: str
    """Its words."""
    overlap: Agreement
    """In the overlaps."""
    contrast: float
    """Standard deviations over those of the untouched images."""
    change: ValidChange
    """Against the untouched images."""
    clipped: float
    """Share of valid pixels clipped by this step."""
    levels: float
    """Standard deviation of the logarithms of the images' means."""
    unseen: Agreement | None
    """On blocks held out of the local fit; None where not measured."""


class MeasuredSet(NamedTuple):
    """All methods on one set."""

    images: ImageSet
    """What was measured."""
    rows: list[Row]
    """Untouched, global, local."""
    pairs: list[tuple[PairAgreement, ...]]
    """Per pair: untouched, after the global default, after the local default, unseen."""


def measure_set(images: ImageSet, scratch: Path) -> MeasuredSet:
    """Run all methods; the local ones on the results of the robust global step."""
    folder = scratch / images.name.replace(" ", "_")
    untouched = measure(images.paths)
    rows = [Row("untouched", untouched.overlap, 1.0, ValidChange(0, 0), 0.0, untouched.levels, None)]
    stages = [untouched.pairs]
    for method in reversed(GlobalMethod):
        output = OutputSettings(folder=str(folder / method.value), name=GLOBAL_NAME)
        result = global_regression(images.paths, output, settings=GlobalSettings(method=method))
        row, after = _row(f"global, {method}", images, untouched, result)
        rows.append(row)
    regressed = result.outputs
    rows[-1] = row._replace(unseen=row.overlap)
    stages.append(after.pairs)
    default = LocalSettings()
    for reference, correction in itertools.product(Reference, CorrectionKind):
        name = f"{reference.value}_{correction.value}"
        settings = LocalSettings(reference=reference, correction=correction)
        result = local_block_adjustment(
            regressed, OutputSettings(folder=str(folder / name), name=LOCAL_NAME), settings=settings
        )
        row, after = _row(f"local, {reference}, {correction}", images, untouched, result)
        if correction is default.correction:
            unseen = measure(corrected_unseen(regressed, folder / f"{name}_unseen", settings))
            row = row._replace(unseen=unseen.overlap)
            if reference is default.reference:
                stages += [after.pairs, unseen.pairs]
        rows.append(row)
    return MeasuredSet(images, rows, list(zip(*stages)))


def _row(method: str, images: ImageSet, untouched: Measured, result: BalanceResult) -> tuple[Row, Measured]:
    after = measure(result.outputs)
    change = valid_change(images.paths, result.outputs)
    row = Row(method, after.overlap, after.spread / untouched.spread, change, result.clipped, after.levels, None)
    print(f"  {method}: {row.overlap.normalised_rmse:.3f}", flush=True)
    return row, after
