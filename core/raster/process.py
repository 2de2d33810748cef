"""Which process is which: numbers are used again, so a process is known by its number and its start."""

from __future__ import annotations

import ctypes
import os
import platform
import sys

LARGEST = 0xFFFFFFFF
"""No system numbers its processes higher."""

ACCESS_DENIED, STILL_ACTIVE, QUERY = 5, 259, 0x1000
"""Windows' answer about a process of another user, its word for one that runs, and the right to ask."""

KERN_PROC_PID = (1, 14, 1)
"""The question of sysctl, on macOS, for one process; its answer begins with the start, 12 bytes."""


def machine() -> str:
    """Which machine this is: its name, and on Linux a number of its own, because many have one name."""
    try:
        with open("/etc/machine-id", encoding="ascii") as file:
            return f"{platform.node()} {file.read().strip()}"
    except (OSError, ValueError):
        return platform.node()


def process_start(number: int) -> str | None:
    """What tells a process from all others that have had its number; None where none has it.

    Empty where the system does not say: then the number alone must do.
    """
    if not 0 < number <= LARGEST:
        return None
    if os.name == "nt":
        return _on_windows(number)
    try:
        os.kill(number, 0)
    except (ProcessLookupError, OverflowError):
        return None
    except PermissionError:
        # another user's
        pass
    return _on_macos(number) if sys.platform == "darwin" else _on_linux(number)


def _on_linux(number: int) -> str | None:
    """Ticks since the machine's start, and which start that was."""
    try:
        with open(f"/proc/{number}/stat", "rb") as file:
            # the name before the last parenthesis may hold anything
            state, *facts = file.read().rpartition(b")")[2].split()
        with open("/proc/sys/kernel/random/boot_id", encoding="ascii") as file:
            boot = file.read().strip()
    except (OSError, ValueError):
        return ""
    return None if state in (b"Z", b"X") else f"{boot}-{facts[18].decode('ascii')}"


def _on_macos(number: int) -> str | None:
    question, answer, size = (ctypes.c_int * 4)(*KERN_PROC_PID, number), ctypes.create_string_buffer(4096), 4096
    length = ctypes.c_size_t(size)
    if ctypes.CDLL(None).sysctl(question, 4, answer, ctypes.byref(length), None, ctypes.c_size_t(0)):
        return ""
    return answer.raw[:12].hex() if length.value else None


def _on_windows(number: int) -> str | None:
    """``os.kill`` would end the process instead of asking."""
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined]
    handle = kernel.OpenProcess(QUERY, False, number)
    if not handle:
        denied = ctypes.get_last_error() == ACCESS_DENIED  # type: ignore[attr-defined]
        return "" if denied else None
    try:
        code, times = ctypes.c_ulong(), [ctypes.c_ulonglong() for _ in range(4)]
        if kernel.GetExitCodeProcess(handle, ctypes.byref(code)) and code.value != STILL_ACTIVE:
            return None
        # of the start, the end, and in the kernel and outside
        known = kernel.GetProcessTimes(handle, *map(ctypes.byref, times))
        return str(times[0].value) if known else ""
    finally:
        kernel.CloseHandle(handle)
