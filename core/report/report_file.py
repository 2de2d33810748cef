"""A report that is asked for."""

from __future__ import annotations

import os
from typing import NamedTuple


class ReportFile(NamedTuple):
    """A report that a run shall write."""

    path: str
    """Its ending says as what."""
    call: str = ""
    """How the run is repeated, for the page."""
    detailed: bool = False
    """Whether a mosaic's seams are measured, which reads the overlaps once more."""


def report_file(name: str) -> ReportFile:
    """The report of this name."""
    return ReportFile(os.fspath(name))
