"""Runs all tests against the built zip on several Debian releases, each with its own QGIS.

    .venv/bin/python tools/qgis_versions.py dist/evenlight.zip [bookworm trixie forky] [--tests tests/gui/panel]

Releases are made once in ``$EVENLIGHT_ROOTS`` (default: ``evenlight/roots`` in the user's cache folder,
about 4 GB each) and used again; delete a folder there to have it made anew.  The package that is
tested is the unpacked zip: the checkout that is copied beside it lacks every file that users get.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Mapping
from pathlib import Path

import package
from debian_root import DebianRoot, RootFailed
from outcomes import Outcome, read_outcome, table

SUITES = ("bookworm", "trixie", "forky")
PACKAGES = (
    "qgis", "python3-qgis", "python3-gdal", "python3-numpy", "python3-scipy", "python3-opencv", "python3-jinja2",
    "python3-matplotlib", "python3-venv",
    "xvfb", "xauth",
)  # fmt: skip
PLACE = "/evenlight"
"""Folder inside a release that holds everything of ours."""
DATA = Path(os.environ.get("EVENLIGHT_DATA", package.ROOT.parent / "shared" / "data"))
PARALLEL = "-n auto --dist loadfile"
CORE_TESTS = f"{PARALLEL} -p no:pytest_qgis -W ignore::pytest.PytestConfigWarning tests/core"
QGIS_TESTS = f"{PARALLEL} tests --ignore=tests/core"
ENVIRONMENT = {
    "EVENLIGHT_DATA": f"{PLACE}/data",
    "EVENLIGHT_PACKAGE": f"{PLACE}/run/plugins/evenlight",
    "EVENLIGHT_ZIP": f"{PLACE}/run/evenlight.zip",
    "HOME": f"{PLACE}/run/home",
    "PYTHONDONTWRITEBYTECODE": "1",
    "QT_QPA_PLATFORM": "offscreen",
}
INSTALL_TOOLS = f"""
cd {PLACE}
cmp -s run/checkout/tools/requirements.txt venv/requirements.txt || {{
    /usr/bin/python3 -m venv --clear --system-site-packages venv
    venv/bin/python -m pip install --quiet --no-input -r run/checkout/tools/requirements.txt
    cp run/checkout/tools/requirements.txt venv/requirements.txt
}}
"""
ASK_VERSIONS = f"""
cd {PLACE}
venv/bin/python - > run/versions.json <<'END'
import cv2, json, numpy, platform, scipy
from osgeo import gdal
from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR
print(json.dumps({{
    "QGIS": Qgis.QGIS_VERSION.split("-")[0], "Qt": QT_VERSION_STR, "GDAL": gdal.__version__,
    "Python": platform.python_version(), "numpy": numpy.__version__, "scipy": scipy.__version__,
    "OpenCV": cv2.__version__,
}}))
END
"""


def main(arguments: list[str]) -> int:
    """Test each release, print the table, and fail if any test did."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("zip", type=Path)
    parser.add_argument("suites", nargs="*", help="releases of Debian; all of them where none is named")
    parser.add_argument("--tests", help="a folder or file of tests that need QGIS, instead of all")
    options = parser.parse_args(arguments)
    built, suites = options.zip, options.suites or SUITES
    selections = {"core": CORE_TESTS, "qgis": QGIS_TESTS}
    if options.tests:
        selections = {"qgis": f"{PARALLEL} {options.tests}"}
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    roots = Path(os.environ.get("EVENLIGHT_ROOTS") or cache / "evenlight" / "roots").resolve()
    outcomes = {}
    for suite in suites:
        try:
            outcomes[suite] = test_release(DebianRoot(suite, roots), built, selections)
            _say(f"{suite}: " + ", ".join(f"{number} {word}" for word, number in outcomes[suite].tests.items()))
        except RootFailed as error:
            sys.stderr.write(f"{error}\n")
    sys.stdout.write("\n".join(table(outcomes)) + "\n")
    complete = len(outcomes) == len(suites)
    return 0 if complete and not any(outcome.tests["failed"] for outcome in outcomes.values()) else 1


def test_release(root: DebianRoot, built: Path, selections: Mapping[str, str]) -> Outcome:
    """Make the release if need be, put the zip in place and run the tests; ``selections``: pytest's words, by name."""
    _say(f"{root.suite}: preparing; log: {root.log}")
    root.prepare(PACKAGES)
    run = root.folder / PLACE.lstrip("/") / "run"
    _fill(run, built)
    root.run(INSTALL_TOOLS + ASK_VERSIONS)
    results = []
    for name, selection in selections.items():
        _say(f"{root.suite}: {name} tests")
        report = f"-o junit_family=xunit1 --junitxml=../{name}.xml"
        script = f"cd {PLACE}/run/checkout && {PLACE}/venv/bin/python -m pytest {report} {selection}"
        root.run(script, ENVIRONMENT, {f"{PLACE}/data": str(DATA)} if DATA.is_dir() else {}, check=False)
        # Without the file pytest never came to an end.
        if not (run / f"{name}.xml").exists():
            raise RootFailed(f"{root.suite}: the {name} tests broke off; see {root.log}")
        results.append(ElementTree.parse(run / f"{name}.xml"))
    return read_outcome(json.loads((run / "versions.json").read_text(encoding="utf-8")), results)


def _fill(run: Path, built: Path) -> None:
    """Put a fresh copy of the zip, the package from it and the rest of the checkout into ``run``."""
    shutil.rmtree(run, ignore_errors=True)
    shipped = set(package.package_files())
    for name in package.checkout_files():
        if name not in shipped:
            target = run / "checkout" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(package.ROOT / name, target)
    (run / "home").mkdir()
    shutil.copy2(built, run / "evenlight.zip")
    with zipfile.ZipFile(built) as archive:
        archive.extractall(run / "plugins")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
