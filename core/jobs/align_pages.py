"""Pages of alignments, as further files of a run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np

from ..align import joint_report, report
from ..align.joint import JointSolution
from ..align.placement import Placement
from ..align.report import Outcome
from ..align.settings import CoregisterSettings, JointSettings
from ..align.tie_points import TiePoints
from ..log import warnings_of
from ..messages import Message
from ..progress import Progress
from ..raster.grid import Grid
from ..raster.image import Image
from ..report.alignment import AlignmentRecord, Arrows, write_page
from ..report.measures import corners_of
from ..report.report_file import ReportFile

Writers = dict[str, Callable[[str], None]]


def page_of_outcomes(
    wanted: ReportFile | None,
    outcomes: Sequence[Outcome],
    common: Grid,
    settings: CoregisterSettings,
    verdict: str,
    progress: Progress,
) -> Writers:
    """The page about images aligned to a reference, by the file it goes to; nothing where none is wanted."""
    if wanted is None:
        return {}
    found = [(*report.ends_in(one, common.crs), one.vectors.kept) for one in outcomes if one.vectors is not None]
    starts, ends, kept = (np.concatenate(column) for column in zip(*found)) if found else _nothing()
    title = Message("From where the ground is shown to where it belongs")
    arrows = Arrows(title, starts, ends - starts, kept.astype(bool))
    rows = report.table_rows(outcomes, str(settings.match.method))
    images = [one.image for one in outcomes]
    return _page(wanted, "coregister", images, common, (verdict, rows, [arrows], (settings,)), progress)


def page_of_network(
    wanted: ReportFile | None,
    images: Sequence[Image],
    canvas: Grid,
    found: tuple[TiePoints, JointSolution, Sequence[Placement]],
    settings: JointSettings,
    verdict: str,
    progress: Progress,
) -> Writers:
    """The page about images aligned together; ``found``: tie points in pixels of the canvas, and what came of them."""
    if wanted is None:
        return {}
    points, solution, placed = found
    arrows = [
        Arrows(title, *joint_report.residual_lines(canvas, points, solution, after), solution.counts)
        for after, title in enumerate((Message("Between tie points, before"), Message("Between tie points, after")))
    ]  # fmt: skip
    rows = joint_report.table_rows(images, canvas, points, solution, placed)
    return _page(wanted, "coregister_jointly", images, canvas, (verdict, rows, arrows, (settings,)), progress)


def _nothing() -> tuple[np.ndarray, ...]:
    return np.empty((0, 2)), np.empty((0, 2)), np.empty(0, bool)


def _page(
    wanted: ReportFile, tool: str, images: Sequence[Image], grid: Grid, found: tuple, progress: Progress
) -> Writers:
    """``found``: verdict, rows of the table, arrows, settings."""
    verdict, rows, arrows, settings = found
    names, corners = [image.name for image in images], [corners_of(image, grid) for image in images]
    record = AlignmentRecord(tool, verdict, rows, names, corners, arrows, settings, (), wanted.call)
    return {wanted.path: partial(write_page, record=record, warnings=partial(warnings_of, progress))}
