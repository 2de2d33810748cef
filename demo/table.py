"""A plain text table with aligned columns."""

from __future__ import annotations

from collections.abc import Sequence

DASH = "-"
"""Stands where a figure has no meaning."""


def text_table(head: Sequence[str], rows: Sequence[tuple[str, ...] | None]) -> str:
    """Lines of the table; the first column flush left, figures flush right, None an empty line."""
    widths = [
        max(len(line[column]) for line in [tuple(head), *rows] if line is not None) for column in range(len(head))
    ]
    lines = [_line(head, widths), "  ".join("-" * width for width in widths)]
    lines += ["" if row is None else _line(row, widths) for row in rows]
    return "\n".join(lines)


def number(value: float | None, decimals: int, unit: str = "") -> str:
    """A figure, or a dash for None."""
    return DASH if value is None else f"{value:,.{decimals}f}{unit}"


def percent(value: float | None, decimals: int = 2) -> str:
    """A share as per cent, or a dash for None."""
    return DASH if value is None else f"{100 * value:.{decimals}f} %"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    aligned = [cells[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(cells[1:], widths[1:]))]
    return "  ".join(aligned).rstrip()
