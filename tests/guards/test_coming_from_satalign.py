"""The page for users of satalign and AROSICS: every row has a status, and a test that is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evenlight.algorithms.coregister import Coregister

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "coming-from-satalign.md").read_text(encoding="utf-8")
ROWS = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.startswith("| ") and "::" in line]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:40])
def test_every_row_has_a_status_and_a_test_that_is_there(row):
    _, here, status, named = row
    assert status in ("same", "other", "not") and here.strip()
    file, _, name = named.strip("`").partition("::")
    assert re.search(rf"(?m)^def {re.escape(name)}\(", (ROOT / "tests" / file).read_text(encoding="utf-8"))


def test_all_rows_of_the_tables_are_looked_at():
    lines = [line for line in PAGE.splitlines() if line.startswith("|")]
    heads = [line for line in lines if line.startswith(("| there", "|---"))]
    assert len(ROWS) == len(lines) - len(heads) > 40


def test_the_parameters_that_it_names_are_there():
    known = {row.name for row in Coregister.ROWS} | {"OUTPUT_FORMAT", "THREADS", "CREATION_OPTIONS", "OUTPUT"}
    named = set(re.findall(r"`([A-Z]{3,}[A-Z_]+)`", " ".join(row[1] for row in ROWS)))
    assert named <= known, named - known
