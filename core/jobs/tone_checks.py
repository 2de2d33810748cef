"""What the jobs that change histograms check beside images and outputs."""

from __future__ import annotations

import math

from ..errors import EvenlightError, OptionError
from ..settings import ExecutionSettings

TABLE_SHARE = 0.5
"""Of the memory budget, for tables beside windows."""


def check_tables(size: int, execution: ExecutionSettings) -> list[EvenlightError]:
    """Whether the tables of all bands that are counted at once, so many bytes, fit in memory."""
    needed = math.ceil(size / TABLE_SHARE / 1e6)
    if needed <= execution.memory_budget:
        return []
    wanted = f"at least {needed} (MB) for so many bands, or choose fewer BANDS at once"
    return [OptionError("MEMORY_BUDGET", execution.memory_budget, wanted)]
