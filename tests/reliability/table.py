"""What the trials gave, as a page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import numpy
import scipy
from osgeo import gdal
from qgis.core import Qgis

from .workers import Outcome

HEAD = """# Reliability

Figures for developers: what became of runs that were killed, cancelled, given damaged files or a full disk.

Written by `make reliability`; every figure is a count of trials that it ran. A fault is done to a run of a small
made-up scene, through `processing.run` unless the row says otherwise. It has held when all of this is true:

* every file that was there before is byte for byte what it was, or wholly replaced by the right result, which is the
  one that the same run gives without the fault; results of one run are all old or all new after the next run;
* every file of every input is byte for byte what it was;
* after an error or a cancel no partial or temporary file is left, after a kill none is left by the next run;
* the run either succeeded with the right result or told one sentence per problem that names the file and what to do;
* it came to an end in time.

What a damaged file still holds is judged by GDAL alone: where GDAL reads all of it without a complaint, the right
result is the one for a sound file with those pixels, because no reader can tell that a byte of an uncompressed pixel
was changed. Damage and moments are drawn from fixed seeds. A row that does not hold fails the tests: two trials of
each fault run with `make test`, all of them with `make test-all`. That the trials notice what is wrong is tried as
well: with faults planted in the product, such as a writer that writes straight onto its target.
"""


def page(outcomes: Sequence[Outcome]) -> str:
    """Markdown, a section per family."""
    lines = [HEAD]
    lines += [f"Measured with QGIS {Qgis.QGIS_VERSION.split('-')[0]}, GDAL {gdal.__version__}, "
              f"numpy {numpy.__version__}, scipy {scipy.__version__}.", ""]  # fmt: skip
    lines += ["| fault | tried | held | failed | command |",
              "|---|---:|---:|---:|---|"]  # fmt: skip
    families = [(family, list(found)) for family, found in groupby(outcomes, lambda outcome: outcome.family)]
    for family, found in families:
        lines.append(f"| {found[0].title} | {_counts(found)} | `make reliability FAMILY={family}` |")
    lines.append(f"| **all** | {_counts(outcomes)} | |")
    for _, found in families:
        lines += ["", f"## {found[0].title}", "", "| run | tried | held | failed |", "|---|---:|---:|---:|"]
        rows = list(dict.fromkeys(outcome.row for outcome in sorted(found, key=lambda outcome: outcome.row)))
        lines += [f"| {row} | {_counts([one for one in found if one.row == row])} |" for row in rows]
        figures = [outcome.figure for outcome in found if outcome.figure is not None]
        if figures:
            lines += ["", f"The longest wait for an answer: {max(figures):.2f} s by the clock, beside whatever "
                          "else the machine did; at most 1 s of the process's own time is allowed."]
        skipped = sorted({one.skipped for one in found if one.skipped})
        lines += ["", *(f"Not tried here: {why}." for why in skipped)] if skipped else []
    return "\n".join(lines).rstrip() + "\n"


def _counts(outcomes: Sequence[Outcome]) -> str:
    tried = [outcome for outcome in outcomes if outcome.skipped is None]
    failed = sum(outcome.why is not None for outcome in tried)
    return f"{len(tried)} | {len(tried) - failed} | {failed}"
