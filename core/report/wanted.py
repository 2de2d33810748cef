"""A report that is asked for."""

from __future__ import annotations

import os
from typing import NamedTuple


class Wanted(NamedTuple):
    """A report that a run shall write."""

    path: str
    """Its ending says as what."""
    call: str = ""
    """How the run is repeated, for the page."""


def wanted(name: str) -> Wanted:
    """The report of this name."""
    return Wanted(os.fspath(name))
