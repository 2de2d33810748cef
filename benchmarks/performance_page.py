"""The performance page and its JSON, from what was measured."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

from growth import Axis
from images import ImageKind
from items import Item
from measuring import COPY, JOIN, SCRIPTS, Cost
from page import markdown_table
from ratios import MOSAICS, NOTHING, OTB, WRITING, Row, Setup, measured_tasks

INTRODUCTION = """# Performance

Figures for developers: time, memory and bytes of whole runs, beside a copy by GDAL.

Written by `make bench`; run it to check every figure, with other images by `make bench SIZE=2000 COUNT=4 BANDS=3`,
with the last section by `make bench GROWTH=1`.

How the figures were obtained: {about}.
They are tiled GeoTIFFs, DEFLATE with predictor 2, of a painted landscape with noise; their footprints are turned by
5 degrees, so that every raster has nodata borders. They take {megabytes:,.0f} MB, {share:.0%} of what they hold.
Everything is measured as a whole process, start and imports included, with the default settings, from images that
the system's cache may hold.

* **ratio** is wall time over that of copying the same images with GDAL (`CreateCopy`, same creation options, same
  number of threads, one image per thread). A copy runs before every task that writes, and each task is divided
  by the copy before it; the figure is the median of {runs} such quotients, the range behind it their extremes.
* wall and CPU time, peak resident memory and bytes are medians of the runs. The peak is the operating system's
  own count (`wait4`) of a process that a small launcher started.
* **read** is what passed through read calls, from disk or cache, less what a run that does nothing reads (the
  interpreter and its libraries, {start_read:.0f} MB), over the size of the input files. **written** counts write calls.
* Starting, imports included, costs {start_wall:.2f} s and {start_peak:.0f} MB, for the copy {copy_wall:.2f} s and
  {copy_peak:.0f} MB; both are in the figures.
"""

WHAT = {
    COPY: "copy with GDAL: the floor",
    "statistics": "statistics alone",
    "global_regression": "`global_regression`",
    "local_block_adjustment": "`local_block_adjustment` of globally adjusted images",
    "balance": "`balance`: global and local in one",
    "preview_balance": "`preview_balance`, with its statistics",
    "balance_and_mosaic": "`balance_and_mosaic`: from images to one mosaic",
    JOIN: "`gdalbuildvrt` and `gdal_translate`: the floor of mosaics",
    "mosaic_none": "`mosaic` of given images, no blend",
    "mosaic_feather": "`mosaic`, feather",
    "mosaic_multiband": "`mosaic`, multiband",
    OTB: "OTB Mosaic, gains by RMSE, one mosaic",
}

RATIOS_TO_REACH = {"balance": 1.4, "global_regression": 1.3, "statistics": 0.3, "balance_and_mosaic": 1.3}
OVER_JOINING = 1.25
"""To reach by `mosaic`, over what GDAL takes."""
MOST_READ = 2.1
PREVIEW_SECONDS = 0.2

MEMORY_TITLE = "## Peak memory beside the budget"

GROWTH_NOTE = """## How the figures grow

All threads, DEFLATE; one property varied, the others as in {about}.
Seconds are without what starting costs; in brackets the peak memory of the process. The last line is k in
seconds ~ value^k.
"""


@dataclass(frozen=True)
class Measured:
    """All results of one run of the benchmark."""

    kind: ImageKind
    runs: int
    megabytes: float
    """Size of the input files."""
    start: dict[str, Cost]
    rows: list[Row]
    items: list[Item]
    growth: list[Axis]
    machine: dict[str, str]


def write_page(target: Path, measured: Measured) -> None:
    """Write the Markdown file."""
    start, copy = measured.start[NOTHING], measured.start[COPY]
    introduction = INTRODUCTION.format(
        about=measured.kind.about,
        megabytes=measured.megabytes,
        share=measured.megabytes * 1e6 / (2 * measured.kind.values),
        runs=measured.runs,
        start_read=start.read,
        start_wall=start.wall,
        start_peak=start.peak,
        copy_wall=copy.wall,
        copy_peak=copy.peak,
    )
    machine = "".join(f"* {name}: {value}\n" for name, value in measured.machine.items())
    parts = [introduction, f"Measured on:\n\n{machine}", *_notes(), _bars(measured)]
    parts += [_setup_section(measured, setup) for setup in dict.fromkeys(row.setup for row in measured.rows)]
    if measured.growth:
        parts.append(GROWTH_NOTE.format(about=measured.growth[0].points[1].kind.about))
        parts += [_axis_section(axis) for axis in measured.growth]
    before = target.read_text(encoding="utf-8") if target.is_file() else ""
    memory = before[before.index(MEMORY_TITLE):] if MEMORY_TITLE in before else ""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join([*parts, *filter(None, [memory])]), encoding="utf-8")


def write_memory(target: Path, section: str) -> None:
    """Write the section about memory, in place of an earlier one or at the end of the page."""
    page = target.read_text(encoding="utf-8").partition(MEMORY_TITLE)[0].rstrip("\n")
    target.write_text(f"{page}\n\n{MEMORY_TITLE}\n\n{section}", encoding="utf-8")


def write_json(target: Path, measured: Measured) -> None:
    """Write everything that the page is made from."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(_plain(measured), indent=2), encoding="utf-8")


def _plain(value: object) -> object:
    """Named tuples and dataclasses as dictionaries, all the way down."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, (list, tuple)) else value


def _notes() -> list[str]:
    if OTB in measured_tasks():
        return []
    return ["The Orfeo ToolBox (`otb-bin`) was not installed, so its mosaic was not measured.\n"]


def _bars(measured: Measured) -> str:
    """What is to be reached, and what is."""
    best = max((row.setup for row in measured.rows), key=lambda setup: (setup.compression == "DEFLATE", setup.threads))
    rows = {row.task: row for row in measured.rows if row.setup == best}
    lines = [
        (f"{WHAT[task]}, over the copy", f"<= {bar} x", _ratio(rows[task]))
        for task, bar in RATIOS_TO_REACH.items()
        if task in rows
    ]
    lines += [
        (f"{WHAT[task]}, over the floor of mosaics", f"<= {OVER_JOINING} x", f"{_over(rows[task], rows[JOIN]):.2f} x")
        for task in MOSAICS
        if task in rows and JOIN in rows
    ]
    without = (*SCRIPTS, *MOSAICS, "balance_and_mosaic", OTB)
    jobs = [task for task, row in rows.items() if WRITING.get(task) and task not in without]
    lines += [(f"bytes read by {WHAT[task]}", f"<= {MOST_READ} x", f"{rows[task].read_share:.2f} x") for task in jobs]
    if "preview_balance" in rows:
        seconds = f"{rows['preview_balance'].after_statistics:.2f} s"
        lines.append(("`preview_balance` after its statistics, per image", f"<= {PREVIEW_SECONDS} s", seconds))
    lines += measured.items
    return f"## What is to be reached ({best.about})\n\n" + markdown_table(("figure", "to reach", "measured"), lines)


def _setup_section(measured: Measured, setup: Setup) -> str:
    head = ("what", "ratio", "range", "wall, s", "CPU, s", "peak, MB", "read", "written, MB")
    lines = [
        (
            WHAT[row.task],
            f"{row.ratio:.2f}",
            f"{min(row.ratios):.2f} - {max(row.ratios):.2f}" if row.task != COPY else "",
            f"{row.cost.wall:.2f}",
            f"{row.cost.cpu:.2f}",
            f"{row.cost.peak:.0f}",
            f"{row.read_share:.2f} x",
            f"{row.cost.written:,.0f}",
        )
        for row in measured.rows
        if row.setup == setup
    ]
    return f"## {setup.about}\n\n{markdown_table(head, lines)}"


def _axis_section(axis: Axis) -> str:
    tasks = list(axis.points[0].rows)
    head = (axis.name, *(f"{WHAT[task]}, s" for task in tasks), *(f"{WHAT[task]}, ratio" for task in tasks[1:]))
    lines = []
    for point in axis.points:
        seconds = [f"{point.seconds[task]:.2f} ({point.rows[task].cost.peak:.0f} MB)" for task in tasks]
        lines.append((f"{point.value:g}", *seconds, *(_own_ratio(point.seconds, task) for task in tasks[1:])))
    exponents = [axis.exponent(task) for task in tasks]
    if any(exponent is not None for exponent in exponents):
        told = ["" if exponent is None else f"{exponent:.2f}" for exponent in exponents]
        lines.append(("k", *told, *([""] * (len(tasks) - 1))))
    return f"### {axis.name.capitalize()}\n\n{markdown_table(head, lines)}"


def _own_ratio(seconds: dict[str, float], task: str) -> str:
    return f"{seconds[task] / seconds[COPY]:.2f}" if seconds[COPY] > 0 else ""


def _over(row: Row, floor: Row) -> float:
    """CPU seconds, of which other processes take nothing."""
    return row.cost.cpu / floor.cost.cpu


def _ratio(row: Row) -> str:
    return f"{row.ratio:.2f} x ({min(row.ratios):.2f} - {max(row.ratios):.2f})"


def text_rows(rows: Sequence[Row]) -> list[tuple[str, ...]]:
    """The main table for a terminal."""
    return [
        (
            f"{row.task}, {row.setup.about}",
            f"{row.ratio:.2f}",
            f"{row.cost.wall:.2f}",
            f"{row.cost.cpu:.2f}",
            f"{row.cost.peak:.0f}",
            f"{row.read_share:.2f}",
            f"{row.cost.written:.0f}",
        )
        for row in rows
    ]
