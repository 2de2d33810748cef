"""Run a command and write down what it cost: ``weigh.py costs.json command arguments...``

A process starts with the peak memory of the one that started it, so only a small one can weigh
another; hence this script, which imports next to nothing.
"""

import json
import os
import sys
import time


def main(costs, command):
    """Run ``command``, write seconds and peak megabytes to ``costs``; returns the exit code."""
    start = time.monotonic()
    child = os.spawnvp(os.P_NOWAIT, command[0], command)
    _, status, usage = os.wait4(child, 0)
    with open(costs, "w", encoding="utf-8") as stream:
        json.dump({"seconds": time.monotonic() - start, "peak_megabytes": usage.ru_maxrss / 1024}, stream)
    return os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
