"""What is seen of real images: rendered as the canvas does, results agree better than inputs and keep their colours."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import processing
import pytest
from osgeo import gdal
from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QImage

from evenlight.gui.styling import limits_of

WIDTH = 300
"""Pixels of a rendered picture."""
BANDS = {"landsat_hawaii": (5, 4, 3)}
"""Those that a user chooses for red, green and blue."""
SETS = ("drone_river", "naip_prairie", "landsat_hawaii")
HUE = 0.01
"""By which shares of colours differ because bytes of a screen are whole numbers, and resampled."""


def slow(value):
    """For `make test-all`."""
    return pytest.param(value, marks=pytest.mark.slow)


@pytest.fixture
def opened(data_folder, qgis_new_project, provider):
    """Opens the images of a set as a user does: renamed, in bands of choice."""

    def open_set(name):
        layers = []
        for number, path in enumerate(sorted((data_folder / name).glob("*.tif")), start=1):
            layer = QgsRasterLayer(str(path), f"Date {number}")
            if name in BANDS:
                renderer = layer.renderer().clone()
                red, green, blue = BANDS[name]
                renderer.setRedBand(red)
                renderer.setGreenBand(green)
                renderer.setBlueBand(blue)
                layer.setRenderer(renderer)
                layer.setDefaultContrastEnhancement()
            QgsProject.instance().addMapLayer(layer)
            layers.append(layer)
        return layers

    return open_set


def rendered(layer, extent, size=None):
    """Its picture (rows, columns, 3) as shares of full light, NaN where it shows nothing."""
    width, height = size or (WIDTH, max(1, round(WIDTH * extent.height() / extent.width())))
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setBackgroundColor(Qt.GlobalColor.transparent)
    settings.setOutputSize(QSize(width, height))
    settings.setExtent(extent)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage().convertToFormat(QImage.Format.Format_RGBA8888)
    pixels = np.frombuffer(image.constBits().asarray(image.sizeInBytes()), np.uint8)
    pixels = pixels.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, :image.width()].astype(float)
    return np.where(pixels[..., 3:] > 0, pixels[..., :3] / 255, np.nan)


def pictures(layers):
    """Of all layers, in one extent."""
    extent = layers[0].extent()
    for layer in layers[1:]:
        extent.combineExtentWith(layer.extent())
    return [rendered(layer, extent) for layer in layers]


def apart(images):
    """Mean difference of the colours of two images where both show something, over all pairs."""
    found = [np.nanmean(one - other, axis=(0, 1)) for one, other in combinations(images, 2) if meets(one, other)]
    return float(np.mean(np.abs(found)))


def meets(one, other):
    return np.isfinite(one + other).any(axis=-1).sum() > 100


def shares(images):
    """Of red, green and blue in all light of all images."""
    light = np.mean([np.nanmean(image, axis=(0, 1)) for image in images], axis=0)
    return light / light.sum()


def stretched(layers, bands, limits):
    """Their pixels as shares of the light between limits, (rows, columns, 3)."""
    found = []
    for layer in layers:
        source = layer.source() if layer.source().startswith("<") else layer.dataProvider().dataSourceUri()
        raster = gdal.Open(source)
        chosen = [raster.GetRasterBand(band) for band in bands]
        values = np.stack([band.ReadAsArray().astype(float) for band in chosen], axis=-1)
        valid = np.stack([band.GetMaskBand().ReadAsArray() > 0 for band in chosen], axis=-1).all(axis=-1, keepdims=True)
        found.append(np.where(valid, np.clip((values - limits[0]) / (limits[1] - limits[0]), 0, 1), np.nan))
    return found


def results_of(name, **parameters):
    """Layers that a tool with its defaults brings into the project."""
    before = set(QgsProject.instance().mapLayers())
    processing.runAndLoadResults(f"evenlight:{name}", parameters)
    added = [layer for key, layer in QgsProject.instance().mapLayers().items() if key not in before]
    assert added
    return sorted(added, key=lambda layer: layer.name())


@pytest.mark.parametrize("tool", ["balance", *map(slow, ["global_regression", "preview_balance"])])
@pytest.mark.parametrize("name", [SETS[0], slow(SETS[1]), SETS[2]])
def test_results_agree_on_the_screen_and_keep_their_colours(opened, tmp_path, name, tool):
    """Inputs and results have one look, so what is seen is what pixels say."""
    inputs = opened(name)
    results = results_of(tool, INPUT=inputs, OUTPUT_FOLDER=str(tmp_path / "out"))
    assert len(results) == len(inputs)
    looks = {limits_of(layer) for layer in [*inputs, *results]}
    assert len(looks) == 1
    before, after = pictures(inputs), pictures(results)
    assert apart(after) < 0.5 * apart(before)
    bands, limits = BANDS.get(name, (1, 2, 3)), looks.pop() or (0.0, 255.0)
    seen = np.abs(shares(after) - shares(before)).max()
    true = np.abs(shares(stretched(results, bands, limits)) - shares(stretched(inputs, bands, limits))).max()
    assert seen <= true + HUE
    # what is changed is what all images together look like: no tint
    assert true < 0.03


@pytest.mark.parametrize("tool", [slow("mosaic"), "balance_and_mosaic"])
@pytest.mark.parametrize("name", [SETS[0], slow(SETS[1]), slow(SETS[2])])
def test_a_mosaic_looks_like_its_images(opened, tmp_path, name, tool):
    inputs = opened(name)
    (mosaic,) = results_of(tool, INPUT=inputs, OUTPUT=str(tmp_path / "mosaic.tif"))
    before, (after,) = pictures(inputs), pictures([mosaic])
    assert np.abs(shares([after]) - shares(before)).max() < 0.03
    assert abs(np.nanmean(after) - np.nanmean([np.nanmean(image) for image in before])) < 0.08


@pytest.mark.parametrize("name", SETS)
def test_a_matched_image_looks_like_its_reference(opened, tmp_path, name):
    """Two images that are equal now are drawn so."""
    one, other, *_ = opened(name)
    (matched,) = results_of("histogram_match", INPUT=[one], REFERENCE=other, OUTPUT_FOLDER=str(tmp_path / "out"))
    first, reference, after = pictures([one, other, matched])
    assert apart([after, reference]) < 0.5 * apart([first, reference])


@pytest.mark.parametrize("tool", ["threshold_mask", "pif_mask"])
@pytest.mark.parametrize("name", ["naip_prairie", "landsat_hawaii"])
def test_masks_show_what_they_mean(opened, tmp_path, name, tool):
    """What is 1 has the mask's colour; through what is 0 the image is seen."""
    one, other, *_ = opened(name)
    if tool == "pif_mask":
        given = {"INPUT": one, "REFERENCE": other, "OUTPUT": str(tmp_path / "mask.tif")}
    else:
        given = {"INPUT": [one], "EXPRESSION": "b1 > b2", "OUTPUT_FOLDER": str(tmp_path / "masks")}
    (mask,) = results_of(tool, **given)
    values = gdal.Open(mask.source()).ReadAsArray()
    red = rendered(mask, mask.extent(), values.shape[::-1])[..., 0]
    assert (values == 1).any() and (values == 0).any()
    assert np.isfinite(red[values == 1]).all()
    if tool == "threshold_mask":
        assert np.isnan(red[values == 0]).all()
