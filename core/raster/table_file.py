"""Tables as comma separated values, which spreadsheets open without running anything in them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
"""What spreadsheets take for the beginning of a formula, or leave out and look at what follows."""


def table_text(rows: Iterable[Sequence[object]]) -> str:
    """The rows; a text that a spreadsheet would take for a formula gets the quote before it that says "text"."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([_harmless(str(cell)) for cell in row] for row in rows)
    return text.getvalue()


def _harmless(cell: str) -> str:
    # readers differ in what they take a lone carriage return for
    cell = cell.replace("\r", "\\r")
    return f"'{cell}" if cell.startswith(FORMULA_BEGINS) and not _is_numbers(cell) else cell


def _is_numbers(cell: str) -> bool:
    """Whether a cell holds nothing but numbers, such as -1.5, or the nine of a matrix."""
    try:
        return bool([float(part) for part in cell.split(" ")])
    except ValueError:
        return False
