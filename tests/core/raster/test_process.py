"""Processes are told apart by their number and their start, on every system."""

from __future__ import annotations

import ctypes
import io
import os
import platform
import subprocess
import sys

import pytest

from evenlight.core.raster import process
from evenlight.core.raster.process import machine, process_start


def test_a_process_that_runs_is_known_by_its_start():
    """Two have two; one that has ended has none."""
    other = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    own = process_start(os.getpid())
    assert own and own == process_start(os.getpid())
    assert process_start(other.pid) not in (None, "", own)
    other.communicate(b"\n")
    assert process_start(other.pid) is None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork on Windows")
def test_a_process_that_was_killed_is_gone_before_its_parent_asks():
    """Its number is only kept for the parent."""
    child = os.fork()
    if not child:
        os._exit(0)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    assert process_start(child) is None
    os.waitpid(child, 0)


def test_a_machine_has_its_name_and_more_where_there_is_more(monkeypatch):
    """Many are called alike."""
    assert machine().startswith(platform.node())
    with monkeypatch.context() as patch:
        patch.setattr("builtins.open", lambda *_, **__: io.StringIO("0123\n"))
        assert machine() == f"{platform.node()} 0123"


@pytest.mark.parametrize("number", [0, -1, 2**31, 2**32, 10**200])
def test_numbers_that_no_process_has(number):
    """A damaged or planted note may hold anything; 0 and less would mean groups of processes."""
    assert process_start(number) is None


def test_where_the_system_does_not_say_the_number_alone_must_do(monkeypatch):
    """Neither Linux nor another system that we know."""

    def nothing(*_, **__):
        raise FileNotFoundError

    monkeypatch.setattr("builtins.open", nothing)
    assert process_start(os.getpid()) == ""


@pytest.mark.parametrize(
    ("handle", "error", "code", "start"),
    [(7, 0, 259, "77"), (7, 0, 1, None), (0, 5, 259, ""), (0, 87, 259, None)],
)
def test_windows_is_asked_for_start_and_end(monkeypatch, handle, error, code, start):
    """Access denied is an answer that only a living process gives; 87 says that there is none."""

    class Kernel:
        OpenProcess = staticmethod(lambda *_: handle)
        CloseHandle = staticmethod(lambda *_: True)

        @staticmethod
        def GetExitCodeProcess(_, answer):
            answer._obj.value = code
            return True

        @staticmethod
        def GetProcessTimes(_, began, *others):
            began._obj.value = 77
            return len(others) == 3

    monkeypatch.setattr(ctypes, "WinDLL", lambda *_, **__: Kernel, raising=False)
    monkeypatch.setattr(ctypes, "get_last_error", lambda: error, raising=False)
    with monkeypatch.context() as patch:
        patch.setattr(os, "name", "nt")
        found = process_start(1)
    assert found == start


@pytest.mark.parametrize(("failed", "length", "start"), [(0, 648, "07" * 12), (0, 0, None), (-1, 0, "")])
def test_macos_is_asked_for_the_start(monkeypatch, failed, length, start):
    """There are no files about processes."""

    class Library:
        @staticmethod
        def sysctl(question, words, answer, size, *_):
            assert list(question) == [1, 14, 1, os.getpid()] and words == 4
            answer[:12] = b"\7" * 12
            size._obj.value = length
            return failed

    monkeypatch.setattr(process.ctypes, "CDLL", lambda _: Library)
    with monkeypatch.context() as patch:
        patch.setattr(sys, "platform", "darwin")
        found = process_start(os.getpid())
    assert found == start
