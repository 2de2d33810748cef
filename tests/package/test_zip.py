"""The zip that users get: what is in it, what the plugin site's scan finds, and that QGIS runs it."""

from __future__ import annotations

import configparser
import json
import os
import subprocess
import sys
import zipfile


def test_what_is_in_it(built):
    with zipfile.ZipFile(built) as archive:
        names = archive.namelist()
        infos = archive.infolist()
    assert all(name.startswith("evenlight/") for name in names)
    for needed in ("__init__.py", "metadata.txt", "plugin.py", "LICENSE", "icons/evenlight.svg", "core/settings.py"):
        assert f"evenlight/{needed}" in names
    for part in ("tests", "demo", "tools", "benchmarks", "__pycache__", ".git", ".ci", ".venv", "Makefile"):
        assert not [name for name in names if part in name.split("/")]
    assert not [info.filename for info in infos if (info.external_attr >> 16) & 0o111]
    assert built.stat().st_size < 1_000_000


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
    assert "plugin" not in general["name"].lower()
    assert "/" not in general["author"]
    assert (unpacked / "evenlight" / general["icon"]).is_file()


def test_bandit_finds_nothing(unpacked):
    command = [sys.executable, "-m", "bandit", "-q", "-r", "-f", "txt", str(unpacked / "evenlight")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_detect_secrets_finds_nothing(unpacked):
    command = [sys.executable, "-m", "detect_secrets", "scan", "--all-files", "."]
    done = subprocess.run(command, cwd=unpacked / "evenlight", capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["results"] == {}


def test_qgis_runs_it(unpacked, images, tmp_path):
    """``qgis_process`` as a user calls it; on Debian 12 the program itself is ``qgis_process.bin``."""
    settings = {"QGIS_PLUGINPATH": str(unpacked), "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "profile")}
    environment = {**os.environ, **settings, "QT_QPA_PLATFORM": "offscreen"}
    program = next(name for name in ("/usr/bin/qgis_process.bin", "/usr/bin/qgis_process") if os.path.exists(name))

    def call(*arguments):
        return subprocess.run([program, *arguments], env=environment, capture_output=True, text=True, check=False)

    assert call("plugins", "enable", "evenlight").returncode == 0
    listing = call("--json", "list").stdout
    assert set(json.loads(listing)["providers"]["evenlight"]["algorithms"]) == {
        f"evenlight:{name}"
        for name in (
            "apply_adjustments",
            "global_regression",
            "balance",
            "preview_balance",
            "load_block_maps",
            "local_block_adjustment",
            "save_block_maps",
            "threshold_mask",
            "mask_rasters",
            "pif_mask",
        )
    }
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
    failed = call("--json", "run", "evenlight:global_regression", *arguments, "--METHOD=magic", "--OUTPUT_FOLDER=x")
    assert failed.returncode != 0
    assert "'magic' is not one of the choices" in failed.stdout + failed.stderr
