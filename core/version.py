"""The version of this package, read from its metadata."""

from __future__ import annotations

import configparser
from pathlib import Path


def _read() -> str:
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(Path(__file__).resolve().parents[1] / "metadata.txt", encoding="utf-8")
    return metadata.get("general", "version", fallback="0")


VERSION = _read()
