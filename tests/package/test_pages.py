"""What the pages tell users to do, done with the zip: the tutorial in QGIS's window, and each line of the shell."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

DOCS = Path(__file__).resolve().parents[2] / "docs"
LINES = re.findall(r"(?m)^    (qgis_process .*)$", (DOCS / "command-line.md").read_text(encoding="utf-8"))

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def tutorial(screenshots, built, tmp_path_factory):
    """What the session of the tutorial saw."""
    if [name for name in ("qgis", "Xvfb", "openbox") if shutil.which(name) is None]:
        pytest.skip("QGIS's desktop, a display and a window manager are needed: apt-get install qgis xvfb openbox")
    pictures = tmp_path_factory.mktemp("pictures")
    answer = screenshots.pictures_of(["tutorial"], built, pictures, tmp_path_factory.mktemp("session"))
    assert "error" not in answer, answer["error"]
    return answer, pictures


def test_five_clicks_lead_from_two_layers_to_a_mosaic(tutorial):
    """Nothing is typed, and the dialog is closed with the last of them."""
    answer, _ = tutorial
    assert answer["clicks"] <= 5
    assert len(answer["layers"]) == 3
    assert answer["layers"][1:] == ["West flight", "East flight"]
    assert answer["mosaic_covers_both"]


def test_every_step_has_its_picture(tutorial):
    _, pictures = tutorial
    shown = re.findall(r"images/(tutorial-[\w.-]+)", (DOCS / "tutorial.md").read_text(encoding="utf-8"))
    assert sorted(path.name for path in pictures.iterdir()) == sorted(shown)


@pytest.fixture(scope="module")
def workplace(unpacked, ground, write_raster, tmp_path_factory):
    """A folder with the two images that the page names, and how to call one of its lines there."""
    folder = tmp_path_factory.mktemp("shell")
    for name, left in (("west", 0), ("east", 70)):
        values = (ground[:, :, left : left + 100] + left).astype("uint16")
        write_raster(folder / f"{name}.tif", values, west=500000 + 10 * left, nodata=0)
    program = next(name for name in ("/usr/bin/qgis_process.bin", "/usr/bin/qgis_process") if os.path.exists(name))
    settings = {"QGIS_PLUGINPATH": str(unpacked), "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile")}
    environment = {**os.environ, **settings, "QT_QPA_PLATFORM": "offscreen"}

    def call(line):
        words = [program, *line.split()[1:]]
        return subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False)

    return folder, call


def test_each_line_of_the_shell_does_what_the_page_says(workplace):
    folder, call = workplace
    answers = {}
    for line in LINES:
        done = call(line)
        assert done.returncode == 0, (line, done.stdout[-1000:], done.stderr[-1000:])
        answers[line] = done.stdout
    assert len(answers) == 7
    assert "evenlight:balance_and_mosaic" in answers["qgis_process list"]
    for name in ("balanced/west_Balanced.tif", "balanced/east_Balanced.tif", "mosaic.tif"):
        assert (folder / name).is_file(), name
    (as_json,) = [line for line in LINES if "--json" in line]
    text = answers[as_json]
    assert len(json.loads(text[text.index("{") :])["results"]["OUTPUT"]) == 2
