"""What a process reads from files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

COUNTERS = Path("/proc/self/io")


def bytes_read_by(task: Callable[[], object]) -> int:
    """While a task runs; the test is left out where the system does not count."""
    if not COUNTERS.exists():
        pytest.skip("this system does not count what a process reads")
    before = _read_so_far()
    task()
    return _read_so_far() - before


def _read_so_far() -> int:
    return int(COUNTERS.read_text().split()[1])
