"""What the jobs that change histograms check beside images and outputs."""

from __future__ import annotations

from ..errors import EvenlightError, OptionError
from ..messages import Message, joined
from ..numeric.quantiles import Range
from ..progress import Progress
from ..run import Run


def check_tables(size: int, run: Run) -> list[EvenlightError]:
    """Whether the tables of all bands that are counted at once, so many bytes, fit in memory."""
    needed, budget = run.budget_for(size), run.execution.memory_budget
    if needed <= budget:
        return []
    wanted = Message("at least {needed} (MB) for so many bands, or choose fewer BANDS at once", needed=needed)
    return [OptionError("MEMORY_BUDGET", budget, wanted)]


def tell_far_values(name: str, band: int, found: Range, consequence: str, progress: Progress) -> None:
    """Warn of single values far beyond all others."""
    ends = []
    if found.lowest < found.low:
        ends.append(Message("down to {lowest:.6g}", lowest=found.lowest))
    if found.highest > found.high:
        ends.append(Message("up to {highest:.6g}", highest=found.highest))
    progress.warn(Message(
        "{name}, band {band}: single values lie far beyond all others, {ends}; {consequence}, {low:.6g} to "
        "{high:.6g}. Where they are errors, blank them first (threshold_mask, mask_rasters).",
        name=name, band=band, ends=joined(Message(" and "), ends), consequence=consequence, low=found.low,
        high=found.high,
    ))
