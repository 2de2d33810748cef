"""The workers that run trials, and the table that `make reliability` writes."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


def pytest_addoption(parser):
    """Where the table goes."""
    parser.addoption("--table", help="write what all trials gave to this file")


@pytest.fixture(scope="session")
def workers(tmp_path_factory):
    """Processes that run trials."""
    if not hasattr(sys, "getwindowsversion"):
        from reliability.workers import Workers

        started = Workers(tmp_path_factory.mktemp("reliability"))
        yield started
        started.close()
    else:
        pytest.skip("no processes can be forked on Windows")


@pytest.fixture(scope="session")
def record(request):
    """Keeps the outcomes of whole families; written as a table where one is asked for."""
    outcomes = []
    yield outcomes.extend
    target = request.config.getoption("--table", None)
    if target and outcomes:
        from reliability.table import page

        Path(target).write_text(page(outcomes), encoding="utf-8")
