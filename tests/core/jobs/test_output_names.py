"""Where results go: sub-folders in names, endings by format, a file for each image."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from made_scenes import make_scene, read
from osgeo import gdal

import evenlight.core as ev
from evenlight.core.errors import Problems


@pytest.fixture(scope="module")
def scene(tmp_path_factory):
    return make_scene(tmp_path_factory.mktemp("in"), columns=3, size=60, step=36, bands=1)


def balanced(scene, folder, **options):
    """Names of the results below the folder."""
    result = ev.global_regression(scene.paths, ev.OutputSettings(folder=str(folder), **options))
    assert all(Path(path).is_file() for path in result.outputs)
    return [Path(path).relative_to(folder).as_posix() for path in result.outputs]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [("$/x.tif", "img_{}/x.tif"), ("all/$/$_x.tif", "all/img_{0}/img_{0}_x.tif"), ("sub/$.tif", "sub/img_{}.tif")],
)
def test_names_may_hold_sub_folders(scene, tmp_path, name, wanted):
    """Made when they do not exist; the second run replaces what the first one wrote."""
    expected = [wanted.format(number) for number in (1, 2, 3)]
    assert balanced(scene, tmp_path / "out", name=name) == expected
    assert balanced(scene, tmp_path / "out", name=name) == expected
    assert sorted((tmp_path / "out").rglob("*.tif")) == [tmp_path / "out" / path for path in expected]


@pytest.mark.parametrize("name", ["../$.tif", "/tmp/$.tif", "a//$.tif", "$/", "./$.tif", "$.png", " /$.tif"])
def test_names_stay_below_the_folder(scene, tmp_path, name):
    with pytest.raises(Problems, match="output name"):
        balanced(scene, tmp_path / "out", name=name)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("name", "format_", "ending", "driver"),
    [
        ("$_x", "geotiff", ".tif", "GTiff"),
        ("$_x.vrt", "cog", ".tif", "GTiff"),
        ("$_x.tiff", "geotiff", ".tiff", "GTiff"),
        ("$_x.tif", "virtual", ".vrt", "VRT"),
        ("$_x", "virtual", ".vrt", "VRT"),
    ],
)
def test_the_ending_follows_the_format(scene, tmp_path, name, format_, ending, driver):
    found = balanced(scene, tmp_path, name=name, format=format_)
    assert found == [f"img_{number}_x{ending}" for number in (1, 2, 3)]
    assert {gdal.Open(str(tmp_path / path)).GetDriver().ShortName for path in found} == {driver}


def test_the_sign_of_the_name_is_refused_in_the_folder(scene, tmp_path):
    """A folder that is called so and is there stays one."""
    with pytest.raises(Problems, match=r"OUTPUT_FOLDER.*without \$.*\$/x\.tif"):
        balanced(scene, tmp_path / "$" / "deeper", name="x.tif")
    assert not (tmp_path / "$").exists()
    (tmp_path / "d$").mkdir()
    assert balanced(scene, tmp_path / "d$" / "out", name="$.tif")[0] == "img_1.tif"


def test_a_file_for_each_image(scene, tmp_path):
    """In the order of the images, whichever order the run works in; the pixels are those of their image."""
    order = [2, 0, 1]
    paths = [scene.paths[n] for n in order]
    wanted = [tmp_path / "c.tif", tmp_path / "deep" / "a.tif", tmp_path / "b.tif"]
    result = ev.global_regression(paths, wanted)
    assert result.outputs == list(map(str, wanted))
    usual = ev.global_regression(scene.paths, str(tmp_path / "usual")).outputs
    for n, path in zip(order, wanted):
        assert np.array_equal(read(path), read(usual[n]))
    settings = ev.OutputSettings(files=[tmp_path / f"s{n}" for n in range(3)], format="virtual")
    assert ev.global_regression(paths, settings).outputs == [str(tmp_path / f"s{n}.vrt") for n in range(3)]


def test_other_jobs_take_a_file_for_each_image_too(scene, tmp_path):
    """Of any grid and in any package."""
    for number, job in enumerate((ev.histogram_equalize, ev.align_grids, ev.balance)):
        wanted = [str(tmp_path / f"{number}_{n}.tif") for n in range(3)]
        assert job(scene.paths, wanted).outputs == wanted
        assert all(Path(path).is_file() for path in wanted)


@pytest.mark.parametrize("number", [2, 4])
def test_another_number_of_files_is_refused(scene, tmp_path, number):
    with pytest.raises(ev.EvenlightError, match=f"{number} files.*as many as images, 3"):
        ev.global_regression(scene.paths, [tmp_path / f"{n}.tif" for n in range(number)])


def test_files_that_are_one_or_are_read_are_refused(scene, tmp_path):
    names = [tmp_path / "a.tif", tmp_path / "a.tif", tmp_path / "b.tif"]
    with pytest.raises(Problems, match=r"Several images.*a\.tif"):
        ev.global_regression(scene.paths, names)
    before = Path(scene.paths[0]).read_bytes()
    with pytest.raises(Problems, match="would be overwritten"):
        ev.global_regression(scene.paths, [scene.paths[0], *names[1:]])
    assert Path(scene.paths[0]).read_bytes() == before
