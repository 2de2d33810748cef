"""What a measurement ran on, without saying whose or where."""

from __future__ import annotations

import os
import platform

import numpy as np
import scipy
from osgeo import gdal

from evenlight.core.version import VERSION


def machine_facts() -> dict[str, str]:
    """Processor, memory, versions, and how busy the machine was."""
    return {
        "Evenlight": VERSION,
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.machine()}",
        "GDAL": gdal.VersionInfo("RELEASE_NAME"),
        "Python, numpy, scipy": f"{platform.python_version()}, {np.__version__}, {scipy.__version__}",
        "load before the first run": f"{os.getloadavg()[0]:.2f}",
    }


def _processor() -> str:
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as stream:
            return next(line.split(":", 1)[1].strip() for line in stream if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()
