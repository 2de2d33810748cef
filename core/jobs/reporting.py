"""The report of a run: made when all of its results are written, put in place with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import numpy as np

from ..log import warnings_of
from ..messages import Message, counted
from ..mosaicking.partition import Partition
from ..mosaicking.settings import SeamSettings
from ..progress import Progress, Silent
from ..radiometry.metrics import Quality
from ..radiometry.solution import Solution
from ..radiometry.verdict import Case, case_of, verdict
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.transaction import Outputs
from ..report.building import Compared, Ran, record_of, record_of_images, record_of_solution
from ..report.files import write_report
from ..report.record import Record
from ..report.report_file import ReportFile
from ..run import Run
from .seam_step import Inputs, seam_rows


class Reporting:
    """A report that a run will write, of what is known at its end; nothing where none is wanted."""

    def __init__(
        self,
        wanted: ReportFile | None = None,
        tool: str = "",
        settings: Sequence[object] = (),
        log: Progress = Silent(),
        defaults: Sequence[object] = (),
    ):
        """``log``: that of the whole run, which knows its warnings; ``defaults``: see `Ran`."""
        self.files = [wanted.path] if wanted else []
        chosen = [one for one in settings if one is not None]
        self._ran = Ran(tool, chosen, wanted.call if wanted else "", defaults=defaults)
        self._log, self._detailed = log, bool(wanted and wanted.detailed)
        self._record: Callable[[Ran], Record] | None = None

    def of_solution(self, solution: Solution, quality: Quality, under: str = "") -> Reporting:
        """The same with what a session found; ``under``: what its verdict holds under, before the sentence."""
        self._record = partial(_of_solution, solution, quality, under)
        return self

    def of_sums(self, compared: Compared, case: Case) -> Reporting:
        """The same with sums before and after."""
        self._record = partial(_of_sums, compared, case)
        return self

    def of_images(
        self, images: Sequence[Image], grid: Grid, facts: Sequence[Mapping[str, object]], sentence: str
    ) -> Reporting:
        """The same with images of which nothing but ``facts`` is known, see `record_of_images`."""
        self._record = partial(record_of_images, images, grid, facts, (), sentence)
        return self

    def of_mosaic(self, inputs: Inputs, sentence: str = "") -> Reporting:
        """The same with the images of a mosaic."""
        grid = inputs.layout.grid
        size = Message(
            "One raster from {images}: {width:,} x {height:,} pixels.",
            images=counted(len(inputs.images), "image"), width=grid.width, height=grid.height,
        )
        return self.of_images(inputs.images, grid, [{} for _ in inputs.images], sentence or size)

    def write_mosaic(
        self,
        outputs: Outputs,
        files: Sequence[str],
        figures: tuple[list[int], float],
        shares: np.ndarray,
        found: tuple[Inputs, Partition | None, SeamSettings],
        run: Run,
    ) -> None:
        """The same about a mosaic; ``figures``: pixels of each image, and the share of clipped values.

        ``found``: its images and seams, which are measured where that is wanted: it reads the overlaps once more.
        """
        (areas, clipped), (inputs, partition, settings) = figures, found
        wanted = self._detailed and partition is not None
        rows = seam_rows(inputs, partition, settings, run.muted()) if wanted else []
        self.write(outputs, files, clipped, shares, areas=inputs.areas_by_path(areas), seams=rows)

    def write(
        self,
        outputs: Outputs,
        files: Sequence[str],
        clipped: float | None = None,
        shares: np.ndarray | None = None,
        **others: object,
    ) -> None:
        """Write it beside its place; ``files``, ``clipped`` and the others: see `Ran`.  Raises `WriteError`."""
        beside = [file for file in files if file not in self.files]
        known = {"files": beside, "clipped": clipped, "shares": shares, **others}
        ran = self._ran._replace(warnings=warnings_of(self._log), **known)
        for path in self.files:
            write_report(outputs.part(path), path, self._record(ran))


def files_of(report: ReportFile | None) -> Callable[[Sequence[Image]], list[str]]:
    """What `prepare` asks: the files of a run whose only further one is its report."""
    return lambda images: [report.path] if report else []


def _of_sums(compared: Compared, case: Case, ran: Ran) -> Record:
    return record_of(compared, case, verdict(compared.quality, case), ran)


def _of_solution(solution: Solution, quality: Quality, under: str, ran: Ran) -> Record:
    case = case_of(solution)
    return record_of_solution(solution, quality, case, under + verdict(quality, case), ran)
