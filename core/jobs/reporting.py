"""The report of a run: made when all of its results are written, put in place with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from ..log import warnings_of
from ..progress import Progress
from ..radiometry.metrics import Quality
from ..radiometry.solution import Solution
from ..radiometry.verdict import case_of, verdict
from ..report.building import Ran, record_of_solution
from ..report.files import Wanted, write_report
from ..report.record import Record


class Reporting:
    """A report that a run will write, of what is known at its end."""

    def __init__(self, wanted: Wanted, tool: str, settings: Sequence[object], log: Progress):
        """``log``: that of the whole run, which knows its warnings."""
        self.path = wanted.path
        self._ran, self._log = Ran(tool, [one for one in settings if one is not None], wanted.call), log
        self._record: Callable[[Ran], Record] | None = None

    def of_solution(self, solution: Solution, quality: Quality) -> Reporting:
        """The same with what a session found."""
        self._record = partial(_of_solution, solution, quality)
        return self

    def write(
        self,
        part: str,
        outputs: Sequence[str],
        clipped: float | None = None,
        shares: np.ndarray | None = None,
        seams: Sequence[Sequence[str]] = (),
    ) -> None:
        """Write it to ``part``; ``clipped`` and ``shares``: see `Ran`.  Raises `WriteError`."""
        ran = self._ran._replace(
            warnings=warnings_of(self._log), files=outputs, clipped=clipped, shares=shares, seams=seams
        )
        write_report(part, self.path, self._record(ran))


def _of_solution(solution: Solution, quality: Quality, ran: Ran) -> Record:
    case = case_of(solution)
    return record_of_solution(solution, quality, case, verdict(quality, case), ran)
