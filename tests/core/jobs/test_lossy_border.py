"""Borders of images that were compressed with loss: the rim that compression smears is left out with them."""

from __future__ import annotations

import numpy as np
import pytest
from jobs_of import run_global
from made_scenes import gains_of, read, texture, write
from osgeo import gdal
from recorders import Recorder
from scipy import ndimage

from evenlight.core.execution import Signal
from evenlight.core.raster.image import inspect
from evenlight.core.raster.window import Window
from evenlight.core.settings import StatisticsSettings
from evenlight.core.statistics import borders
from evenlight.core.statistics.borders import find_border

SIDE, APART, REACH = 300, 60, 16
ROWS, COLUMNS = np.mgrid[0:SIDE, 0:SIDE]
BORDER = (COLUMNS + ROWS < 160) | (COLUMNS - ROWS > 230)
GAIN, OFFSET = 0.8, 20.0


def compressed(folder, kind, creation, nodata=None):
    """Two overlapping images with black corners, the second one paler."""
    # smooth, so that what compression does to the picture itself is small
    ground = ndimage.gaussian_filter(texture(3, SIDE, SIDE + APART, 6), (0, 4, 4))
    ground = 70 + 120 * (ground - ground.min()) / np.ptp(ground)
    paths = []
    for number, values in enumerate((ground[..., :SIDE].copy(), GAIN * ground[..., APART:] + OFFSET)):
        values[:, BORDER] = 0
        plain = write(folder / f"plain{number}.tif", np.rint(values).astype(np.uint8), 0, number * APART, nodata)
        paths.append(str(folder / f"{number}.{kind.lower()}"))
        gdal.Translate(paths[-1], plain, format=kind, creationOptions=creation)
    return paths


KINDS = {
    "jpeg": ("GTiff", ["COMPRESS=JPEG", "JPEG_QUALITY=90", "TILED=YES"]),
    "ycbcr": ("GTiff", ["COMPRESS=JPEG", "PHOTOMETRIC=YCBCR", "TILED=YES", "JPEG_QUALITY=90"]),
    "webp": ("GTiff", ["COMPRESS=WEBP", "TILED=YES", "WEBP_LEVEL=90"]),
    "jpg": ("JPEG", ["QUALITY=90"]),
}


@pytest.mark.every(3)
@pytest.mark.parametrize("rule", ["auto", "always"])
@pytest.mark.parametrize("name", KINDS)
def test_the_smeared_rim_of_a_border_shapes_no_gain(tmp_path, name, rule):
    """Gains to 2 %, pixels beyond the rim to less than 2."""
    check(compressed(tmp_path, *KINDS[name]), tmp_path / "out", rule)


def check(paths, folder, rule):
    """Balance two images and compare with what is right."""
    progress = Recorder()
    outputs = run_global(
        paths, folder, statistics=StatisticsSettings(constant_border=rule), progress=progress
    ).outputs
    assert not progress.warnings
    gains = gains_of(outputs)[0]
    assert gains[1] / gains[0] == pytest.approx(np.full(3, 1 / GAIN), rel=0.02)
    seen = ~ndimage.binary_dilation(BORDER, np.ones((2 * REACH + 1, 2 * REACH + 1)))
    left, right = (read(path).astype(float) for path in outputs)
    common = seen[:, APART:] & seen[:, :-APART]
    assert np.sqrt(np.mean((left[..., APART:] - right[..., :-APART])[:, common] ** 2)) < 2
    return outputs


def test_virtual_rasters_are_as_their_sources(tmp_path):
    """They tell no compression themselves."""
    paths = compressed(tmp_path, *KINDS["jpeg"])
    recipes = [str(tmp_path / f"v{number}.vrt") for number in range(2)]
    for recipe, path in zip(recipes, paths):
        gdal.BuildVRT(recipe, [path])
    check(recipes, tmp_path / "out", "auto")


@pytest.mark.parametrize("options", [["COMPRESS=DEFLATE"], ["COMPRESS=WEBP", "WEBP_LOSSLESS=YES", "WEBP_LEVEL=100"]])
def test_without_loss_a_border_has_no_rim(tmp_path, options):
    """To the pixel, as it is filled."""
    path = compressed(tmp_path, "GTiff", options)[0]
    found = find_border(inspect(path), Signal(), 1e7)
    assert np.array_equal(found.within(Window(0, 0, SIDE, SIDE)), BORDER)


def test_a_rim_is_the_same_in_strips_of_any_height(tmp_path, monkeypatch):
    """By the definition: a square around every pixel of the border."""
    path = compressed(tmp_path, "GTiff", ["COMPRESS=DEFLATE"])[0]
    wanted = ndimage.binary_dilation(BORDER, np.ones((2 * REACH + 1, 2 * REACH + 1)))
    monkeypatch.setattr(borders, "is_smeared", lambda path: True)
    for pixels in (SIDE, 20 * SIDE, 1 << 21):
        monkeypatch.setattr(borders, "STRIP_PIXELS", pixels)
        found = find_border(inspect(path), Signal(), 1e7)
        assert np.array_equal(found.within(Window(0, 0, SIDE, SIDE)), wanted)
        assert found.pixels == wanted.sum()


def test_a_smeared_nodata_border_is_told_and_its_remedy_helps(tmp_path):
    """Pixels beside nodata are neither nodata nor picture."""
    paths = compressed(tmp_path, *KINDS["jpeg"], nodata=0)
    progress = Recorder()
    run_global(paths, tmp_path / "auto", progress=progress)
    assert "0, 1: compressed with loss" in progress.warnings[0]
    assert "CONSTANT_BORDER always" in progress.warnings[0]
    check(paths, tmp_path / "out", "always")
