"""Windows' rule on any system that tells a process's open files: what is open cannot be removed."""

from __future__ import annotations

import contextlib
import os

import pytest


def refuse_open_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let `os.remove` refuse what this process holds open; returns the list of what was refused."""
    if not os.path.isdir("/proc/self/fd"):
        pytest.skip("this system does not tell which files are open")
    refused: list[str] = []
    remove = os.remove

    def strict(path: str) -> None:
        if os.path.realpath(path) in open_files():
            refused.append(path)
            raise PermissionError(13, "in use by another process", path)
        remove(path)

    monkeypatch.setattr(os, "remove", strict)
    return refused


def open_files() -> set[str]:
    found = set()
    for number in os.listdir("/proc/self/fd"):
        with contextlib.suppress(OSError):
            found.add(os.readlink(f"/proc/self/fd/{number}"))
    return found
