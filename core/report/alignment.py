"""The page of an alignment: a table of the images, and where they lay and lie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from ..installing import how_to_install
from ..messages import Message, counted, spoken
from ..raster.writing import write_text
from .advice import ONLINE, advice_of
from .building import settings_of, versions
from .columns import heading
from .figures import BAD, GOOD, MOST_NAMES, PALE, drawn, label, need_matplotlib
from .page import render
from .tools import tool_name

LONGEST = 0.08
"""Of the picture's width, that the longest of most vectors is drawn."""

MOST = 95.0
"""Percentile of lengths that this is said of."""

LEFT_OUT = ("matrix", "method", "reference")
"""Columns of the table's file that a page does not show, or says elsewhere."""

LEFT = {"image": "text", "reason": "text reason"}
"""Columns that lie to the left, and their styles."""

PLAIN = ("", "0", "0.000000", "1", "1.00000000")
WHERE_ANY = ("rotation_degrees", "scale", "mesh_nodes", "largest_local_pixels", "reason", "group", "rejected")
"""Columns that are shown where any image has something else there than `PLAIN`."""

MOST_VECTORS = 4000
"""Drawn; of more, as many spread evenly."""


class Arrows(NamedTuple):
    """Vectors of one panel, in map coordinates."""

    title: str
    starts: np.ndarray
    moves: np.ndarray
    """(n, 2) each."""
    kept: np.ndarray
    """(n,) bool: others were rejected."""


class AlignmentRecord(NamedTuple):
    """What was found about aligned images."""

    tool: str
    verdict: str
    rows: Sequence[Sequence[object]]
    """Of the table's file, headings first."""
    names: Sequence[str]
    corners: Sequence[np.ndarray]
    """(4, 2) of each image, map coordinates."""
    arrows: Sequence[Arrows]
    settings: Sequence[object] = ()
    files: Sequence[str] = ()
    call: str = ""


def write_page(path: str, record: AlignmentRecord, warnings: Callable[[], Sequence[str]]) -> None:
    """Write the page; ``warnings``: of the run, asked for when it is written.  Raises `WriteError`."""
    write_text(path, alignment_page(record, warnings()))


def alignment_page(record: AlignmentRecord, warnings: Sequence[str]) -> str:
    """The page as HTML.  Raises `MissingLibraryError`."""
    shown = [n for n, name in enumerate(record.rows[0]) if name not in LEFT_OUT and _says(record.rows, n)]
    rows = [[str(row[n]) for n in shown] for row in record.rows[1:]]
    names = [str(record.rows[0][n]) for n in shown]
    has_figure = need_matplotlib() and any(len(arrows.starts) for arrows in record.arrows)
    return render(
        "alignment.html",
        record=record,
        tool=tool_name(record.tool),
        counts=counted(len(record.names), "image"),
        headings=[heading(name) for name in names],
        texts={n: LEFT[name] for n, name in enumerate(names) if name in LEFT},
        rows=[[_short(cell) for cell in row] for row in rows],
        warnings=advice_of(warnings, record.names, ()),
        picture=_picture(record) if has_figure else None,
        missing="" if need_matplotlib() else how_to_install("python3-matplotlib", "matplotlib"),
        settings=settings_of(record.settings),
        versions=versions(),
        online=ONLINE,
    )


def _says(rows: Sequence[Sequence[object]], place: int) -> bool:
    """Whether a column says anything."""
    cells = {str(row[place]) for row in rows[1:]}
    return bool(cells - {*(PLAIN if rows[0][place] in WHERE_ANY else ("",))})


def _short(cell: str) -> str:
    """Of a path the name; of a number no more digits than can be read; a message as it is."""
    if isinstance(cell, Message):
        return cell
    try:
        value = float(cell)
    except ValueError:
        return cell.replace("\\", "/").rpartition("/")[2]
    return cell if value.is_integer() else f"{value:.6g}"


def _picture(record: AlignmentRecord) -> dict[str, str]:
    ends = np.concatenate([np.concatenate(record.corners), *(arrows.starts for arrows in record.arrows)])
    width = float(np.ptp(ends, axis=0).max())
    lengths = np.concatenate([np.hypot(*arrows.moves[arrows.kept].T) for arrows in record.arrows])
    usual = float(np.percentile(lengths, MOST)) if len(lengths) else 0.0
    factor = LONGEST * width / usual if usual > 0 else 1.0

    def draw(figure) -> None:
        from matplotlib.collections import PolyCollection

        panels = figure.subplots(1, len(record.arrows), squeeze=False)[0]
        for axes, arrows in zip(panels, record.arrows):
            axes.add_collection(
                PolyCollection(record.corners, facecolors=(0, 0, 0, 0.015), edgecolors=PALE, linewidths=0.8)
            )
            chosen = np.arange(0, len(arrows.starts), max(1, -(-len(arrows.starts) // MOST_VECTORS)))
            starts, moves, kept = (table[chosen] for table in (arrows.starts, arrows.moves, arrows.kept))
            axes.quiver(*starts[kept].T, *moves[kept].T, color=GOOD, angles="xy", scale_units="xy",
                        scale=1.0 / factor, width=0.004)  # fmt: skip
            axes.plot(*starts[~kept].T, "x", color=BAD, markersize=4, label=spoken(Message("rejected")))
            if len(record.names) <= MOST_NAMES:
                for name, corners in zip(record.names, record.corners):
                    axes.annotate(label(name, 18), corners[0], xytext=(2, -8), textcoords="offset points", fontsize=6)
            axes.set_title(spoken(arrows.title), fontsize=9)
            axes.autoscale()
            axes.set_aspect("equal")
            axes.set_axis_off()
        figure.tight_layout()

    words = Message(
        "Shifts on the footprints of the images, drawn {factor:.3g} times as long; crosses are rejected", factor=factor
    )
    return drawn(draw, 7.2, 4.4 if len(record.arrows) > 1 else 5.0, words)
