"""How a Python package that is missing is installed, by platform."""

from __future__ import annotations

import sys
from collections.abc import Mapping

REMEDIES = {
    "win32": "close QGIS, open the OSGeo4W Shell from the start menu and run {pip}",
    "darwin": "close QGIS, open Terminal and run {folder}/bin/{pip}",
    "": "on Debian and Ubuntu run apt-get install {debian}, elsewhere {pip} with QGIS's Python",
}
"""The rest of a sentence, by platform; empty: any other."""

BY_PIP = "run {pip} with QGIS's Python"
"""The same where Debian has no package."""


def how_to_install(debian: str, pip: str, platform: str = sys.platform, remedies: Mapping[str, str] = REMEDIES) -> str:
    """What to type and where; ``debian``: packages of Debian and Ubuntu, empty where there are none.

    ``pip``: packages of PyPI; ``remedies``: `REMEDIES`, or the same in another language.
    """
    command = f"python3 -m pip install {pip}"
    otherwise = remedies[""] if debian else BY_PIP
    return remedies.get(platform, otherwise).format(pip=command, debian=debian, folder=sys.exec_prefix)
