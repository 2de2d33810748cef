"""The plugin in QGIS's own desktop and plugin manager: installed, upgraded, reloaded, unloaded, uninstalled.

The desktop runs on a display of its own, in a clean profile, and needs no network.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

MODELS = ("Balance in two steps", "Balance without clouds", "Balance, seamlines, mosaic")
SESSION = Path(__file__).parent / "helpers" / "desktop_session.py"
SETTINGS = "[app]\nplugin_installer\\checkOnStart=false\n[core]\nNewsFeed\\httpsfeedqgisorg\\disabled=true\n"
LEFT_OVER = "core/of_an_older_version.py"


@pytest.fixture(scope="module")
def older(built, tmp_path_factory):
    """The same plugin under an older version number, with a file that the newer one has not."""
    target = tmp_path_factory.mktemp("older") / "evenlight.zip"
    with zipfile.ZipFile(built) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith("metadata.txt"):
                data = re.sub(rb"(?m)^version=.*$", b"version=0.0.1", data)
            archive.writestr(name, data)
        archive.writestr(f"evenlight/{LEFT_OVER}", "")
    return target


@pytest.fixture(scope="module")
def version(unpacked):
    """What the zip under test says of itself."""
    text = (unpacked / "evenlight" / "metadata.txt").read_text(encoding="utf-8")
    return re.search(r"(?m)^version=(.*)$", text)[1]


@pytest.fixture(scope="module")
def session(built, older, ground, write_raster, tmp_path_factory):
    """What was seen at each step of a session in the desktop."""
    if shutil.which("qgis") is None or shutil.which("xvfb-run") is None:
        pytest.skip("QGIS's desktop and a display are needed: apt-get install qgis xvfb xauth")
    folder = tmp_path_factory.mktemp("session")
    images = [folder / "west.tif", folder / "east.tif"]
    for path, left in zip(images, (0, 70)):
        values = (ground[:, :, left : left + 100] + left).astype("uint16")
        write_raster(path, values, west=500000 + 10 * left, nodata=0)
    settings = folder / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(SETTINGS, encoding="utf-8")
    answer = folder / "answer.json"
    paths = {
        "older": str(older),
        "newer": str(built),
        "images": [str(path) for path in images],
        "folder": str(folder / "out"),
        "answer": str(answer),
    }
    environment = {**os.environ, "EVENLIGHT_SESSION": json.dumps(paths), "QT_QPA_PLATFORM": "xcb"}
    for name in ("QGIS_PLUGINPATH", "QGIS_CUSTOM_CONFIG_PATH", "PYTHONPATH"):
        environment.pop(name, None)
    command = ["xvfb-run", "-a", "qgis", "--nologo", "--noversioncheck", "--profiles-path", str(folder)]
    done = subprocess.run(
        [*command, "--code", str(SESSION)], env=environment, capture_output=True, text=True, timeout=180, check=False
    )
    assert answer.exists(), done.stdout + done.stderr
    steps = json.loads(answer.read_text(encoding="utf-8"))
    assert "error" not in steps, steps["error"]
    return steps


def test_a_clean_profile_knows_nothing_of_it(session):
    assert (session["before"]["algorithms"], session["before"]["modules"]) == ([], [])


def test_the_plugin_manager_installs_the_zip(session, built):
    with zipfile.ZipFile(built) as archive:
        files = sorted(name.split("/", 1)[1] for name in archive.namelist())
    assert sorted([*files, LEFT_OVER]) == session["installed"]["files"]
    assert session["upgraded"]["files"] == files


@pytest.mark.parametrize("step", ["installed", "upgraded", "reloaded"])
def test_it_is_there_once_and_works(session, step, version, provider):
    seen = session[step]
    expected = "0.0.1" if step == "installed" else version
    assert seen["loaded"] is True
    assert seen["algorithms"] == [len(provider.algorithms()) + len(MODELS)]
    assert (seen["version"], seen["ran"], seen["written"]) == (expected, expected, 2)
    assert seen["elsewhere"] == []


def test_dialogs_open_and_close(session):
    """Python and Qt both hold their widgets, and which of them lets go first hangs on what else QGIS does."""
    assert session["dialogs"] == 16


@pytest.mark.parametrize("step", ["unloaded", "uninstalled"])
def test_it_leaves_nothing_behind(session, step):
    before, after = session["before"], session[step]
    assert (after["loaded"], after["algorithms"], after["tasks"], after["modules"]) == (False, [], 0, [])
    for seen in ("actions", "menus", "panels", "translators"):
        assert after[seen] == before[seen], seen


def test_unloading_cancels_what_runs(session):
    (outcome,) = session["unloaded"]["told"]
    assert outcome[0] is False
    assert "cancelled" in outcome[1]


def test_uninstalling_takes_every_file_away(session):
    assert session["uninstalled"]["files"] == []
