"""What aligning takes and gives beside images: matrices, masks, channels, tie points, stacks, cubes."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from made_scenes import NORTH, PIXEL, WEST, write
from made_views import Ground
from osgeo import gdal, ogr
from recorders import Recorder

from evenlight.core.align.settings import CoregisterSettings, MatchSettings
from evenlight.core.align.transform import Transform
from evenlight.core.errors import Problems
from evenlight.core.jobs import coregister
from evenlight.core.masks.polygons import MaskPolygon, PolygonMask
from evenlight.core.settings import SelectionMode

SIZE = 256
STEP = (5.4, -3.2)
"""Columns and rows by which the image lies off."""


@pytest.fixture(scope="module")
def ground():
    return Ground(SIZE, seed=21)


def seen(ground, step=(0.0, 0.0)):
    return ground.seen(Transform.shift(*step))[None].astype("float32")


@pytest.fixture
def scene(tmp_path, ground):
    """A reference and an image that lies off."""
    reference = write(tmp_path / "reference.tif", seen(ground))
    return write(tmp_path / "image.tif", 1.2 * seen(ground, STEP) + 9.0), reference


def run(images, reference, folder, progress=None, match=None, files=None, **settings):
    """A run; ``files``: further arguments of the job."""
    chosen = CoregisterSettings(match=MatchSettings(**(match or {})), **settings)
    listed = [images] if isinstance(images, str) else images
    return coregister(listed, reference, folder, settings=chosen, progress=progress or Recorder(), **(files or {}))


def moved(path):
    """Columns and rows by which a raster lies off the scene's corner."""
    place = gdal.Open(str(path)).GetGeoTransform()
    return np.array([(place[0] - WEST) / PIXEL, (NORTH - place[3]) / PIXEL])


def test_matrices_say_how_images_are_moved(tmp_path, scene):
    """In pixels of the reference as 2 x 3 and 3 x 3 numbers, and in map units."""
    image, reference = scene
    file = tmp_path / "matrices.json"
    run([image, reference], reference, tmp_path / "out", files={"matrices": str(file)})
    off, still = json.loads(file.read_text())["images"]
    assert off["aligned"] and not still["aligned"] and still["reason"] == "it is the reference"
    assert np.abs(np.array(off["pixels"]["2x3"])[:, 2] - STEP).max() < 0.05
    assert off["pixels"]["3x3"][:2] == off["pixels"]["2x3"] and off["pixels"]["3x3"][2] == [0.0, 0.0, 1.0]
    assert np.abs(np.array(off["map"]["3x3"])[:2, 2] - np.array(STEP) * (PIXEL, -PIXEL)).max() < 0.05 * PIXEL
    assert np.array_equal(still["pixels"]["3x3"], np.eye(3))


@pytest.mark.parametrize("windows", [False, True])
def test_loaded_matrices_move_other_files_of_the_same_image(tmp_path, scene, windows):
    """A mask of the image goes where the image goes, pixel for pixel, though it shows nothing to compare."""
    image, reference = scene
    file = str(tmp_path / "matrices.json")
    first = run(image, reference, tmp_path / "out", files={"matrices": file}, windows=windows, window_spacing=64)
    assert first.aligned == 1
    other = write(tmp_path / "image_mask.tif", np.ones((1, SIZE, SIZE), "uint8"))
    told = Recorder()
    result = run(other, None, tmp_path / "others", told, files={"load_matrices": file})
    assert result.aligned == 1
    assert np.allclose(moved(result.outputs[0]), moved(first.outputs[0]), atol=1e-6)
    one, two = (gdal.Open(path) for path in (first.outputs[0], result.outputs[0]))
    assert (one.RasterXSize, one.RasterYSize) == (two.RasterXSize, two.RasterYSize)
    assert any(text.startswith("image_mask: moved by") for text in told.facts)


def test_matrices_belong_to_images_by_name(tmp_path, scene, ground):
    """The longest name that is a part of the other wins; a name that fits none is an error that says so."""
    image, reference = scene
    second = write(tmp_path / "image2.tif", seen(ground, (-4.0, 2.0)))
    file = str(tmp_path / "matrices.json")
    run([image, second], reference, tmp_path / "out", files={"matrices": file})
    bands = [write(tmp_path / f"{name}.tif", seen(ground)) for name in ("image_red", "image2_red")]
    found = run(bands, None, tmp_path / "red", files={"load_matrices": file}).outcomes
    assert np.abs(found[0].shift - np.array(STEP)).max() < 0.05
    assert np.abs(found[1].shift - np.array((-4.0, 2.0))).max() < 0.05
    numbered = [write(tmp_path / f"image{n}_mask_2.tif", seen(ground)) for n in ("", 2)]
    dates = [write(tmp_path / f"image{n}_2.tif", seen(ground, step)) for n, step in (("", STEP), (2, (-4.0, 2.0)))]
    run(dates, reference, tmp_path / "out", files={"matrices": str(tmp_path / "dates.json")})
    found = run(numbered, None, tmp_path / "masks", files={"load_matrices": str(tmp_path / "dates.json")}).outcomes
    assert [round(own.shift[0]) for own in found] == [5, -4]
    stranger = write(tmp_path / "stranger.tif", seen(ground))
    with pytest.raises(Problems, match="none of its images fits the name of stranger"):
        run(stranger, None, tmp_path / "red", files={"load_matrices": file})


def test_what_loaded_matrices_leave_out_is_refused(tmp_path, scene):
    image, reference = scene
    file = str(tmp_path / "matrices.json")
    run(image, reference, tmp_path / "out", files={"matrices": file})
    points = {"load_matrices": file, "tie_points": str(tmp_path / "points.gpkg")}
    with pytest.raises(Problems, match="TIE_POINTS cannot be"):
        run(image, None, tmp_path / "again", files=points)
    Path(file).write_text(Path(file).read_text().replace('"3x3": [', '"3x3": ["x", ', 2))
    with pytest.raises(Problems, match="3x3"):
        run(image, None, tmp_path / "again", files={"load_matrices": file})


def test_image_and_reference_may_have_different_channels(tmp_path, ground):
    """Band 2 of the reference is the ground; its band 1, as all of the image's neighbours, shows something else."""
    other = Ground(SIZE, seed=77)
    reference = write(tmp_path / "reference.tif", np.concatenate([seen(other), seen(ground)]))
    image = write(tmp_path / "image.tif", np.concatenate([seen(ground, STEP), seen(other, (9.0, 9.0))]))
    found = run(image, reference, tmp_path / "out", match={"channel": "1"}, reference_channel="2").outcomes[0]
    assert found.accepted and np.abs(found.shift - np.array(STEP)).max() < 0.05
    assert not run(image, reference, tmp_path / "out", match={"channel": "1"}).outcomes[0].accepted
    with pytest.raises(Problems, match="REFERENCE_CHANNEL"):
        run(image, reference, tmp_path / "out", reference_channel="3")


def test_a_mask_of_bad_data_belongs_to_one_image(tmp_path, ground):
    """What stands still in two thirds of an image wins, unless polygons of that image leave it out."""
    still = Ground(SIZE, seed=5).seen(Transform.shift(0.0, 0.0))[None].astype("float32")
    limit = 2 * SIZE // 3
    views = []
    for name, step in (("reference", (0.0, 0.0)), ("image", STEP)):
        values = seen(ground, step)
        values[..., :limit] = 5.0 * still[..., :limit]
        views.append(write(tmp_path / f"{name}.tif", values))
    east, south = WEST + limit * PIXEL, NORTH - SIZE * PIXEL
    ring = f"{WEST} {NORTH}, {east} {NORTH}, {east} {south}, {WEST} {south}, {WEST} {NORTH}"
    box = ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))")
    polygons = tuple(MaskPolygon(bytes(box.ExportToWkb()), name) for name in ("reference", "image"))
    mask = {"mask": PolygonMask(polygons, "")}
    chosen = {"mask_mode": SelectionMode.EXCLUDE, "files": mask}
    _, found = run(views, views[0], tmp_path / "out", **chosen).outcomes
    assert found.accepted and np.abs(found.shift - np.array(STEP)).max() < 0.05
    assert not run(views[1], views[0], tmp_path / "out").outcomes[0].accepted
