"""What the tests said in one Debian release, and the table of all releases."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections import Counter
from typing import NamedTuple


class Outcome(NamedTuple):
    """What one release said."""

    versions: dict[str, str]
    """Version of QGIS and of each library."""
    tests: dict[str, int]
    """Number of tests passed, failed and skipped."""
    failed: list[str]
    """Names of the tests that failed."""
    skipped: Counter[str]
    """Reasons of the skipped tests, and how many gave each."""


def read_outcome(versions: dict[str, str], results: list[ElementTree.ElementTree]) -> Outcome:
    """Sum up pytest's reports, trees of JUnit's XML."""
    counts = Counter({"passed": 0, "failed": 0, "skipped": 0})
    failed, skipped = [], Counter()
    for case in (case for result in results for case in result.iter("testcase")):
        bad = case.find("failure") is not None or case.find("error") is not None
        skip = case.find("skipped")
        counts["failed" if bad else "passed" if skip is None else "skipped"] += 1
        if bad:
            failed.append(f"{case.get('classname')}::{case.get('name')}")
        elif skip is not None:
            skipped[skip.get("message")] += 1
    return Outcome(versions, dict(counts), failed, skipped)


def table(outcomes: dict[str, Outcome]) -> list[str]:
    """Lines of a Markdown table, and below it what failed and why tests were skipped."""
    if not outcomes:
        return []
    first = next(iter(outcomes.values()))
    titles = ["release", *first.versions, *first.tests]
    lines = [" | ".join(titles), " | ".join("---" for _ in titles)]
    for suite, outcome in outcomes.items():
        lines.append(" | ".join([suite, *outcome.versions.values(), *map(str, outcome.tests.values())]))
    lines = [f"| {line} |" for line in lines]
    for suite, outcome in outcomes.items():
        lines += [f"{suite}: failed: {name}" for name in outcome.failed]
        lines += [f"{suite}: {count} skipped: {reason}" for reason, count in outcome.skipped.items()]
    return lines
