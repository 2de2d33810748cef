"""The zip under test, for all that look at it."""

from __future__ import annotations

import importlib.util
import os
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def _tool(name: str):
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def package():
    """``tools/package.py`` as a module."""
    return _tool("package")


@pytest.fixture(scope="session")
def scan():
    """``tools/scan.py`` as a module."""
    return _tool("scan")


@pytest.fixture(scope="session")
def built(package, tmp_path_factory):
    """The zip that ``EVENLIGHT_ZIP`` names, or one built from this checkout."""
    if "EVENLIGHT_ZIP" in os.environ:
        return Path(os.environ["EVENLIGHT_ZIP"])
    target = tmp_path_factory.mktemp("dist") / "evenlight.zip"
    assert package.main([str(target)]) == 0
    return target


@pytest.fixture(scope="session")
def unpacked(built, tmp_path_factory):
    """The folder of plugins that holds the unpacked zip."""
    folder = tmp_path_factory.mktemp("plugins")
    with zipfile.ZipFile(built) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="session")
def outcomes():
    """``tools/outcomes.py`` as a module."""
    return _tool("outcomes")


@pytest.fixture(scope="session")
def screenshots():
    """``tools/screenshots.py`` as a module."""
    return _tool("screenshots")
