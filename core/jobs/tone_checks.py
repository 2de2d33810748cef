"""What the jobs that change histograms check beside images and outputs."""

from __future__ import annotations

from ..errors import EvenlightError, OptionError
from ..numeric.quantiles import Range
from ..progress import Progress
from ..run import Run


def check_tables(size: int, run: Run) -> list[EvenlightError]:
    """Whether the tables of all bands that are counted at once, so many bytes, fit in memory."""
    needed, budget = run.budget_for(size), run.execution.memory_budget
    if needed <= budget:
        return []
    wanted = f"at least {needed} (MB) for so many bands, or choose fewer BANDS at once"
    return [OptionError("MEMORY_BUDGET", budget, wanted)]


def tell_far_values(name: str, band: int, found: Range, consequence: str, progress: Progress) -> None:
    """Warn of single values far beyond all others."""
    ends = []
    if found.lowest < found.low:
        ends.append(f"down to {found.lowest:.6g}")
    if found.highest > found.high:
        ends.append(f"up to {found.highest:.6g}")
    progress.warn(
        f"{name}, band {band}: single values lie far beyond all others, {' and '.join(ends)}; {consequence}, "
        f"{found.low:.6g} to {found.high:.6g}. Where they are errors, blank them first (threshold_mask, mask_rasters)."
    )
