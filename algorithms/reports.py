"""The report that a run shall write."""

from __future__ import annotations

from ..core.report.wanted import Wanted
from .base import EvenlightAlgorithm, Files


def report_of(run: EvenlightAlgorithm, files: Files) -> Wanted | None:
    """Where it goes, with how a script repeats the run; None where none is asked for."""
    return Wanted(files["REPORT"], run.call) if files["REPORT"] else None
