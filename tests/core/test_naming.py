"""Where results go, and whether they can."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import numpy as np
import pytest
from jobs_of import run_global
from made_scenes import make_scene, write

from evenlight.core import naming
from evenlight.core.errors import Problems
from evenlight.core.naming import check_folder, check_name, distinct_names, estimated_size, output_paths
from evenlight.core.raster.image import describe
from evenlight.core.settings import OutputSettings, OutputType


def images_called(folder, *names):
    """Small images by path relative to a folder."""
    found = []
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        found.append(describe(write(path, np.ones((1, 8, 8), np.uint8))))
    return found


def test_the_dollar_stands_for_the_images_name(tmp_path):
    """Anywhere in the output name."""
    images = images_called(tmp_path, "a.tif", "b.c.tif")
    paths = output_paths(images, OutputSettings(folder=str(tmp_path), name="new_$_x.tif"))
    assert [os.path.basename(path) for path in paths] == ["new_a_x.tif", "new_b.c_x.tif"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("x/s.tif", "y/s.tif"), ["x_s", "y_s"]),
        (("x/s.tif", "y/S.tif"), ["x_s", "y_S"]),
        (("x/s.tif", "y/t.tif"), ["s", "t"]),
        (("k/x/s.tif", "l/x/s.tif"), ["x_s", "x_s_2"]),
    ],
)
def test_equal_names_are_told_apart(tmp_path, names, expected):
    """By the folder, then by a number; capitals are no difference on some systems."""
    assert distinct_names(images_called(tmp_path, *names)) == expected


@pytest.mark.parametrize(
    "names", [("a/b_c.tif", "x/b_c.tif", "d/a_b_c.tif"), ("k/x/s.tif", "l/x/s.tif", "m/x_s_2.tif")]
)
def test_no_two_images_ever_share_a_result(tmp_path, names):
    """A made-up name meets another image's own."""
    distinct = distinct_names(images_called(tmp_path, *names))
    assert len({name.lower() for name in distinct}) == len(names)


@pytest.mark.parametrize("name", ["", "  ", "a/b.tif", "$", "$.png", "a?.tif", "con|.tif", "$.tif/"])
def test_names_that_cannot_be_files_are_refused(name):
    """With a remedy."""
    assert len(check_name(name)) == 1


@pytest.mark.parametrize("name", ["$.tif", "$_Global.TIFF", "ä & $.tif"])
def test_good_names_pass(name):
    """Any letters, both extensions."""
    assert check_name(name) == []


def test_results_that_would_overwrite_an_input_are_refused(tmp_path):
    """Same folder, same name; also through a link to the folder."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=60, step=30)
    (tmp_path / "link").symlink_to(tmp_path / "in")
    before = {path.name: path.read_bytes() for path in (tmp_path / "in").iterdir()}
    for folder in ("in", "link"):
        with pytest.raises(Problems, match="would be overwritten"):
            run_global(scene.paths, tmp_path / folder, output={"name": "$.tif"})
    assert {path.name: path.read_bytes() for path in (tmp_path / "in").iterdir()} == before


def test_a_name_without_the_dollar_is_refused_for_several_images(tmp_path):
    """They would overwrite each other."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=60, step=30)
    with pytest.raises(Problems, match=r"put \$ into the output name"):
        run_global(scene.paths, tmp_path / "out", output={"name": "all.tif"})
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_is_refused(tmp_path):
    """And so is one below it."""
    (tmp_path / "file").write_text("x")
    assert len(check_folder(str(tmp_path / "file"))) == 1
    assert len(check_folder(str(tmp_path / "file" / "below"))) == 1
    assert check_folder(str(tmp_path / "new" / "newer")) == []


def test_a_target_that_is_a_folder_is_refused(tmp_path):
    """Something else bears the name."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=60, step=30)
    (tmp_path / "out" / "img_1_Global.tif").mkdir(parents=True)
    with pytest.raises(Problems, match=r"img_1_Global\.tif"):
        run_global(scene.paths, tmp_path / "out")


def test_too_little_space_is_told_before_anything_is_written(tmp_path, monkeypatch):
    """With what is there and what is needed."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=60, step=30)
    monkeypatch.setattr(naming.shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 9, 1))
    with pytest.raises(Problems, match="free some space"):
        run_global(scene.paths, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_results_take_about_the_estimated_space(tmp_path):
    """Neither a tenth nor ten times of it; a wider type takes more."""
    scene = make_scene(tmp_path / "in", columns=2, bands=2, size=300, step=150, options=["COMPRESS=DEFLATE"])
    output = OutputSettings(folder=str(tmp_path / "out"))
    estimate = sum(estimated_size(describe(path), output) for path in scene.paths)
    written = sum(Path(path).stat().st_size for path in run_global(scene.paths, tmp_path / "out").outputs)
    assert 0.4 < estimate / written < 2.5
    wide = OutputSettings(folder=str(tmp_path), dtype=OutputType.FLOAT64)
    assert estimated_size(describe(scene.paths[0]), wide) > estimated_size(describe(scene.paths[0]), output)
