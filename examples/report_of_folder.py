"""Writes the report on the images of a folder, without QGIS:

    python3 report_of_folder.py images report.html           as they are
    python3 report_of_folder.py images report.html balanced   before and after, whatever tool changed them

Beside the page lie all figures as JSON and a table of pairs.  The folder that holds the package `evenlight` must be on
Python's path.
"""

from __future__ import annotations

import sys
from pathlib import Path

import evenlight.core as ev


def main(arguments: list[str]) -> int:
    """Measure, write, and say what came out."""
    if len(arguments) not in (2, 3):
        sys.stderr.write(__doc__)
        return 2
    folder, page = arguments[0], Path(arguments[1])
    after = arguments[2] if len(arguments) == 3 else ()
    try:
        result = ev.overlap_report(
            folder,
            page,
            after=after,
            data=page.with_suffix(".json"),
            table=page.with_suffix(".csv"),
            detailed=True,
        )
    except ev.EvenlightError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for text in result.findings:
        print(text)
    print(f"Normalised RMSE {result.quality.normalised_before:.3f}, now {result.quality.normalised_after:.3f}: {page}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
