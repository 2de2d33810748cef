"""The zip that users get: what is in it, what the plugin site's scan finds, and that QGIS runs it."""

from __future__ import annotations

import configparser
import json
import os
import posixpath
import re
import signal
import subprocess
import time
import zipfile

import numpy as np
import pytest

MODELS = ("Balance in two steps", "Balance without clouds", "Balance, seamlines, mosaic")
SCANNERS = ("rules for uploads", "exceptions in comments", "bandit", "flake8", "detect-secrets")


@pytest.fixture(scope="module")
def scanned(scan, built):
    """What each scanner finds in the zip."""
    found = scan.findings(built)
    assert set(found) == set(SCANNERS)
    return found


def test_what_is_in_it(built):
    with zipfile.ZipFile(built) as archive:
        names = archive.namelist()
    assert all(name.startswith("evenlight/") for name in names)
    for needed in ("__init__.py", "metadata.txt", "plugin.py", "LICENSE", "icons/evenlight.svg", "core/settings.py",
                   "i18n/evenlight_de.qm", "i18n/evenlight_fr.qm"):  # fmt: skip
        assert f"evenlight/{needed}" in names
    assert not [name for name in names if name.endswith(".ts")]
    for part in ("tests", "demo", "tools", "benchmarks", "Makefile"):
        assert not [name for name in names if name.split("/")[1] == part]


def test_equal_files_give_equal_zips(package, tmp_path, monkeypatch):
    """Neither the time, nor the rights of the files, nor where the checkout lies leaves a trace."""
    files = package.checkout_files()
    copy = tmp_path / "a copy"
    for name in files:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_bytes((package.ROOT / name).read_bytes())
        (copy / name).chmod(0o755)
    package.write_zip(tmp_path / "first.zip", files)
    monkeypatch.setattr(package, "ROOT", copy)
    package.write_zip(tmp_path / "second.zip", files)
    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()


def test_works_without_git(package, monkeypatch):
    """A checkout that came as an archive holds the same files."""
    with_git = package.package_files()
    monkeypatch.setenv("PATH", "")
    assert package.package_files() == with_git


def test_metadata_has_what_the_site_wants(unpacked):
    metadata = configparser.ConfigParser()
    metadata.read(unpacked / "evenlight" / "metadata.txt", encoding="utf-8")
    general = metadata["general"]
    for key in (
        "name",
        "description",
        "version",
        "qgisMinimumVersion",
        "author",
        "email",
        "about",
        "tracker",
        "repository",
    ):
        assert general[key], key
    assert general["hasProcessingProvider"] == "yes"
    assert general["qgisMinimumVersion"] == "3.22"
    assert general["qgisMaximumVersion"] == "4.99"
    assert "supportsQt6" not in general
    assert re.fullmatch(r"\d+\.\d+\.\d+", general["version"])
    assert general["changelog"].startswith(f"{general['version']}: ")
    assert f"\n## {general['version']} " in (unpacked / "evenlight" / "CHANGELOG.md").read_text(encoding="utf-8")
    for key in ("homepage", "repository", "tracker"):
        assert general[key].startswith("https://"), key
    # QGIS reads the file with interpolation.
    assert not [key for key, value in general.items() if "%" in value]
    assert "plugin" not in general["name"].lower()
    assert "/" not in general["author"]
    assert (unpacked / "evenlight" / general["icon"]).is_file()


@pytest.mark.parametrize("scanner", SCANNERS)
def test_the_sites_scan_finds_nothing(scanned, scanner):
    assert scanned[scanner] == []


@pytest.mark.parametrize(
    ("scanner", "name", "text"),
    [
        ("bandit", "evenlight/bad.py", "import os\n\nos.system('true')\n"),
        ("flake8", "evenlight/bad.py", "import os\n"),
        ("detect-secrets", "evenlight/bad.py", 'key = "' + "0123456789abcdef" * 4 + '"\n'),
        ("exceptions in comments", "evenlight/bad.py", "import os  # " + "noqa\n"),
        ("rules for uploads", "evenlight/bad.so", ""),
        ("rules for uploads", "elsewhere/good.py", ""),
    ],
)
def test_the_scan_can_find_something(scan, tmp_path, scanner, name, text):
    """In a zip with one bad file it does."""
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as archive:
        for needed in ("LICENSE", "metadata.txt"):
            archive.writestr(f"evenlight/{needed}", "")
        archive.writestr(name, text)
    found = scan.findings(tmp_path / "bad.zip")
    assert len(found[scanner]) >= 1
    assert scan.main([str(tmp_path / "bad.zip")]) == 1


@pytest.fixture
def shell(unpacked, tmp_path):
    """``qgis_process`` as a user calls it; on Debian 12 the program itself is ``qgis_process.bin``."""
    settings = {"QGIS_PLUGINPATH": str(unpacked), "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile")}
    environment = {**os.environ, **settings, "QT_QPA_PLATFORM": "offscreen"}
    program = next(name for name in ("/usr/bin/qgis_process.bin", "/usr/bin/qgis_process") if os.path.exists(name))

    def start(*arguments):
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen([program, *arguments], env=environment, text=True, **pipes)

    assert start("plugins", "enable", "evenlight").wait() == 0
    return start


@pytest.fixture
def german(monkeypatch):
    """The language of the shell; for what is started after it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "de_DE.UTF-8")


def test_a_german_shell_shows_german(german, shell):
    """Names and texts; ids of tools and names of parameters are as ever."""
    shown, _ = shell("help", "evenlight:balance").communicate(timeout=60)
    assert "ALPHA: Stärke" in shown
    missing = shell("run", "evenlight:balance", "--INPUT=no.tif", "--INPUT=no.tif", "--OUTPUT_FOLDER=out")
    assert "no.tif lässt sich nicht als Raster öffnen" in "".join(missing.communicate(timeout=60))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for other processes")
def test_a_run_of_the_shell_that_is_interrupted_is_no_success(shell, write_raster, tmp_path):
    """With its sentence, and without a file; while images are written."""
    scene = np.random.default_rng(1).integers(1, 4000, (2, 2500, 3000), dtype=np.uint16)
    paths = [write_raster(tmp_path / f"{n}.tif", scene[:, :, 400 * n:400 * n + 2000], 4000.0 * n) for n in range(3)]
    folder = tmp_path / "out"
    # compression that takes long leaves time for a cancel to be heard
    slow = "--CREATION_OPTIONS=COMPRESS=DEFLATE|ZLEVEL=9"
    run = shell("run", "evenlight:balance", *(f"--INPUT={path}" for path in paths), f"--OUTPUT_FOLDER={folder}", slow)
    try:
        end = time.monotonic() + 120
        while not any(folder.glob("*")) and run.poll() is None and time.monotonic() < end:
            time.sleep(0.01)
        run.send_signal(signal.SIGINT)
        _, told = run.communicate(timeout=60)
    finally:
        run.kill()
    assert run.returncode == 1
    assert "The run was cancelled; earlier outputs are untouched." in told
    assert not any(folder.glob("*"))


def test_no_link_of_a_text_is_dead(built):
    """Texts of the package lead to files of the package, or to the network."""
    with zipfile.ZipFile(built) as archive:
        names = set(archive.namelist())
        texts = [name for name in names if name.endswith(".md")]
        assert {"evenlight/README.md", "evenlight/docs/method.md"} <= set(texts)
        dead = []
        for name in texts:
            for target in re.findall(r"\]\(([^)\s#]+)", archive.read(name).decode("utf-8")):
                place = posixpath.normpath(posixpath.join(posixpath.dirname(name), target))
                if "://" not in target and place not in names and not any(one.startswith(f"{place}/") for one in names):
                    dead.append((name, target))
    assert not dead


def test_qgis_runs_it(shell, provider, images, tmp_path):
    """From the list of algorithms to masks."""

    def call(*arguments):
        run = shell(*arguments)
        out, err = run.communicate()
        return subprocess.CompletedProcess(arguments, run.returncode, out, err)

    listing = json.loads(call("--json", "list").stdout)
    listed = set(listing["providers"]["evenlight"]["algorithms"])
    assert listed == {found.id() for found in provider.algorithms()} | {f"evenlight:{name}" for name in MODELS}
    arguments = [f"--INPUT={path}" for path in images]
    done = call("--json", "run", "evenlight:global_regression", *arguments, f"--OUTPUT_FOLDER={tmp_path / 'out'}")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout[done.stdout.index("{") :])
    assert len(answer["results"]["OUTPUT"]) == 3
    assert answer["results"]["RMSE_AFTER"] < answer["results"]["RMSE_BEFORE"]
    polygons = tmp_path / "clouds.gpkg"
    options = ["--EXPRESSION=B1 > 80%B1", f"--OUTPUT_FOLDER={tmp_path / 'masks'}", f"--OUTPUT_POLYGONS={polygons}"]
    done = call("--json", "run", "evenlight:threshold_mask", *arguments, *options)
    assert done.returncode == 0, done.stderr
    options = [f"--MASK={polygons}", "--MASK_MODE=exclude", "--MASK_FIELD=image", f"--OUTPUT_FOLDER={tmp_path / 'm'}"]
    done = call("--json", "run", "evenlight:mask_rasters", *arguments, *options)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout[done.stdout.index("{") :])
    assert all(os.path.isfile(path) for path in answer["results"]["OUTPUT"])
    options = [f"--INPUT={images[0]}", "--BANDS=2", f"--OUTPUT={tmp_path / 'variance.tif'}"]
    done = call("--json", "run", "evenlight:local_variance", *options)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout[done.stdout.index("{") :])["results"]["AVERAGE"] > 0
    failed = call("--json", "run", "evenlight:global_regression", *arguments, "--METHOD=magic", "--OUTPUT_FOLDER=x")
    assert failed.returncode != 0
    assert "'magic' is not one of the choices" in failed.stdout + failed.stderr
