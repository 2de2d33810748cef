"""Run a command and write down what it cost: ``launch.py costs.json command arguments...``

A process starts with the peak memory of the one that started it, so only a small one can weigh
another; hence this script, which imports next to nothing.  Bytes read and written are those that
pass through read and write calls (``rchar`` and ``wchar`` of ``/proc/<pid>/io``), from the disk or
from the system's cache alike: what the cache holds would otherwise decide the figure.
"""

import json
import os
import sys
import time


def main(costs, command):
    """Run ``command``, write its costs to ``costs`` as JSON; returns the exit code."""
    start = time.monotonic()
    child = os.spawnvp(os.P_NOWAIT, command[0], command)
    # the dead child's counters can be read until wait4 buries it
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    wall = time.monotonic() - start
    counters = _counters(child)
    _, status, usage = os.wait4(child, 0)
    with open(costs, "w", encoding="utf-8") as stream:
        json.dump(
            {
                "wall": wall,
                "cpu": usage.ru_utime + usage.ru_stime,
                "peak": usage.ru_maxrss * 1024 / 1e6,
                "read": counters.get("rchar", 0) / 1e6,
                "written": counters.get("wchar", 0) / 1e6,
            },
            stream,
        )
    return os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status)


def _counters(process):
    """The process's input and output counters; nothing where the system has none."""
    try:
        with open(f"/proc/{process}/io", encoding="ascii") as stream:
            return {name: int(value) for name, value in (line.split(": ") for line in stream)}
    except OSError:
        return {}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
