"""The report that a run shall write."""

from __future__ import annotations

from ..core.report.report_file import ReportFile
from .base import EvenlightAlgorithm, Files


def report_of(run: EvenlightAlgorithm, files: Files) -> ReportFile | None:
    """Where it goes, with how a script repeats the run; None where none is asked for."""
    detailed = bool(run.values.get("DETAILED"))
    return ReportFile(files["REPORT"], run.call, detailed) if files["REPORT"] else None
