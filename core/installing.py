"""How a Python package that is missing is installed, by platform."""

from __future__ import annotations

import sys


def how_to_install(debian: str, pip: str, platform: str = sys.platform) -> str:
    """What to type and where; ``debian``: packages of Debian and Ubuntu, ``pip``: those of PyPI."""
    command = f"python3 -m pip install {pip}"
    if platform == "win32":
        return f"close QGIS, open the OSGeo4W Shell from the start menu and run {command}"
    if platform == "darwin":
        return f"close QGIS, open Terminal and run {sys.exec_prefix}/bin/{command}"
    return f"on Debian and Ubuntu run apt-get install {debian}, elsewhere {command} with QGIS's Python"
