"""The report of a run: made when all of its results are written, put in place with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import numpy as np

from ..log import warnings_of
from ..progress import Progress
from ..radiometry.metrics import Quality
from ..radiometry.solution import Solution
from ..radiometry.verdict import Case, case_of, verdict
from ..raster.grid import Grid
from ..raster.image import Image
from ..report.building import Compared, Ran, record_of, record_of_images, record_of_solution
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

    def of_sums(self, compared: Compared, case: Case) -> Reporting:
        """The same with sums before and after."""
        self._record = partial(_of_sums, compared, case)
        return self

    def of_images(self, images: Sequence[Image], grid: Grid, facts: Sequence[Mapping[str, object]]) -> Reporting:
        """The same with images of which nothing but ``facts`` is known, see `record_of_images`."""
        self._record = partial(_of_images, images, grid, facts)
        return self

    def write(
        self,
        part: str,
        outputs: Sequence[str],
        clipped: float | None = None,
        shares: np.ndarray | None = None,
        **others: object,
    ) -> None:
        """Write it to ``part``; ``clipped``, ``shares`` and ``others``: see `Ran`.  Raises `WriteError`."""
        known = {"files": outputs, "clipped": clipped, "shares": shares, **others}
        ran = self._ran._replace(warnings=warnings_of(self._log), **known)
        write_report(part, self.path, self._record(ran))


def _of_sums(compared: Compared, case: Case, ran: Ran) -> Record:
    return record_of(compared, case, verdict(compared.quality, case), ran)


def _of_images(images: Sequence[Image], grid: Grid, facts: Sequence[Mapping[str, object]], ran: Ran) -> Record:
    return record_of_images(images, grid, facts, (), ran.sentence, ran)


def _of_solution(solution: Solution, quality: Quality, ran: Ran) -> Record:
    case = case_of(solution)
    return record_of_solution(solution, quality, case, verdict(quality, case), ran)
