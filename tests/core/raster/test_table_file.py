"""Tables that spreadsheets open: numbers stay numbers, texts stay texts."""

from __future__ import annotations

import csv
import io

import numpy as np
import pytest

from evenlight.core.raster.vector_file import table_text


def parsed(rows):
    """What a reader of comma separated values finds."""
    return list(csv.reader(io.StringIO(table_text(rows))))


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "\n=1", "=", "-", "＝1", "-1,5", "- 1.5", "-1.5 -a"],
)
def test_what_may_be_a_formula_becomes_a_text(cell):
    """Spreadsheets show what follows the quote, and run nothing."""
    assert parsed([[cell, "a"]]) == [["'" + cell, "a"]]


def test_a_carriage_return_is_spelled_out():
    """Some readers end a row there."""
    assert parsed([["\r=1+1", "a\rb"]]) == [["\\r=1+1", "a\\rb"]]


@pytest.mark.parametrize("cell", [-1.5, "-1.5", "+2e3", "-0", -7, np.float32(-2.5), "-1.0 0.0 -3e-05", "-inf"])
def test_numbers_stay_numbers(cell):
    """Negative ones too, and several in one cell."""
    ((found,),) = parsed([[cell]])
    assert [float(part) for part in found.split(" ")] == [float(part) for part in str(cell).split(" ")]


@pytest.mark.parametrize("cell", ["/data/a.tif", "a=b.tif", "", "1.5", "it has no tie points", 'a "quoted", one'])
def test_other_cells_are_as_they_were(cell):
    """Quoted only as comma separated values need it."""
    assert parsed([[cell, "next"]]) == [[cell, "next"]]
