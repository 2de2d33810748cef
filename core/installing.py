"""How a Python package that is missing is installed, by platform."""

from __future__ import annotations

import sys

from .messages import Message


def how_to_install(debian: str, pip: str, platform: str = sys.platform) -> Message:
    """What to type and where, as the rest of a sentence.

    ``debian``: packages of Debian and Ubuntu, empty where there are none; ``pip``: packages of PyPI.
    """
    command = f"python3 -m pip install {pip}"
    if platform == "win32":
        return Message("close QGIS, open the OSGeo4W Shell from the start menu and run {pip}", pip=command)
    if platform == "darwin":
        folder = sys.exec_prefix
        return Message("close QGIS, open Terminal and run {folder}/bin/{pip}", folder=folder, pip=command)
    if not debian:
        return Message("run {pip} with QGIS's Python", pip=command)
    return Message(
        "on Debian and Ubuntu run apt-get install {debian}, elsewhere {pip} with QGIS's Python",
        debian=debian, pip=command,
    )  # fmt: skip
