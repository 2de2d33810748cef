"""Lit strips, changed ground and layers with a system of their own, as users meet them."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingFeedback, QgsRasterLayer
from scipy import ndimage

SIZE, STEP, IMAGES = 96, 77, 8


class Recorder(QgsProcessingFeedback):
    """Keeps the warnings."""

    def __init__(self):
        super().__init__(False)
        self.warnings = []
        self.facts = []

    def pushInfo(self, text):
        self.facts.append(text)

    def pushWarning(self, text):
        self.warnings.append(text)


@pytest.fixture
def run(provider, qgis_new_project):
    """``processing.run`` with our short ids."""
    import processing

    def call(name, feedback=None, **parameters):
        return processing.run(f"evenlight:{name}", parameters, feedback=feedback)

    return call


def ground(width, seed=3):
    """(SIZE, width) of about 2000 with texture of all sizes."""
    random = np.random.default_rng(seed)
    layers = [ndimage.gaussian_filter(random.normal(size=(SIZE, width)), sigma) for sigma in (0.7, 3.0)]
    return 2000 * np.exp(sum(0.08 * layer / layer.std() for layer in layers))


@pytest.fixture
def strip(tmp_path, write_raster):
    """Eight images, each brighter in the east by 24 %, and the true means of their ground."""
    whole = ground(SIZE + STEP * (IMAGES - 1))
    light = np.exp(0.24 * ((np.arange(SIZE) + 0.5) / SIZE - 0.5))
    parts = [whole[:, STEP * n : STEP * n + SIZE] for n in range(IMAGES)]
    paths = []
    for n, part in enumerate(parts):
        paths.append(str(tmp_path / f"s{n}.tif"))
        write_raster(paths[-1], np.rint(part * light).astype(np.uint16)[None], west=500000 + 10 * STEP * n)
    return paths, np.array([part.mean() for part in parts])


def ratio_of(paths, truth, read_raster):
    """Brightest over darkest level over truth."""
    away = np.array([read_raster(path).mean() for path in paths]) / truth
    return away.max() / away.min()


@pytest.mark.parametrize("name", ["balance", "preview_balance", "global_regression", "local_block_adjustment"])
def test_levels_of_a_lit_strip(run, strip, tmp_path, read_raster, name):
    """Auto and always stay within a few percent of the truth, never lets levels run away as they did."""
    paths, truth = strip
    found = {}
    for choice in ("auto", "always", "never"):
        folder = str(tmp_path / choice)
        result = run(name, INPUT=paths, OUTPUT_FOLDER=folder, LOAD_OUTPUTS=False, COMMON_LIGHT=choice)
        found[choice] = ratio_of(result["OUTPUT"], truth, read_raster)
    assert max(found["auto"], found["always"]) < 1.05
    assert found["never"] > (1.1 if name == "local_block_adjustment" else 3)


def test_the_field_travels_with_block_maps(run, strip, tmp_path, read_raster):
    paths, truth = strip
    maps = run("save_block_maps", INPUT=paths, REFERENCE_MAP=str(tmp_path / "r.tif"), LOCAL_MAPS=str(tmp_path / "m"))
    folder = str(tmp_path / "out")
    given = {"REFERENCE_MAP": maps["REFERENCE_MAP"], "LOCAL_MAPS": maps["OUTPUT"]}
    loaded = run("load_block_maps", INPUT=paths, OUTPUT_FOLDER=folder, LOAD_OUTPUTS=False, **given)
    assert ratio_of(loaded["OUTPUT"], truth, read_raster) < 1.05


def test_a_word_that_is_none_of_the_choices_is_told(run, strip, tmp_path):
    with pytest.raises(Exception, match=r"COMMON_LIGHT: 'often' is not one of the choices auto, always, never"):
        run("balance", INPUT=strip[0], OUTPUT_FOLDER=str(tmp_path / "out"), COMMON_LIGHT="often")


def test_a_snowy_date_is_told_and_matched_on_its_clear_ground(run, tmp_path, write_raster, read_raster):
    """Five dates of one ground, one with snow on 40 %: gains of the clear ground, where all pixels would give 0.2."""
    side = 256
    random = np.random.default_rng(1)
    fine, rough = (ndimage.gaussian_filter(random.normal(size=(side, side)), sigma) for sigma in (1, 8))
    land = 1200 + 150 * fine / fine.std() + 80 * rough / rough.std()
    patches = ndimage.gaussian_filter(random.normal(size=(side, side)), 12)
    snow = patches > np.quantile(patches, 0.6)
    gains, paths = [1.0, 0.9, 1.1, 0.95, 1.05], []
    for n, gain in enumerate(gains):
        values = land + 8 * random.normal(size=land.shape)
        if n == 2:
            values = np.where(snow, 9000 + 300 * random.normal(size=land.shape), values)
        paths.append(str(tmp_path / f"d{n}.tif"))
        write_raster(paths[-1], np.rint(gain * values).astype(np.uint16)[None])
    feedback = Recorder()
    out = str(tmp_path / "out")
    result = run("global_regression", feedback, INPUT=paths, OUTPUT_FOLDER=out, LOAD_OUTPUTS=False)
    clear = np.array([read_raster(path)[0][~snow].astype(float) for path in result["OUTPUT"]])
    assert np.ptp(clear.mean(axis=1)) / clear.mean() < 0.005
    assert np.ptp(clear.std(axis=1)) / clear.std() < 0.02
    (told,) = [text for text in [*feedback.facts, *feedback.warnings] if "part of its ground differs" in text]
    assert told.startswith("d2: part of its ground differs in 4 overlaps")
    # what is left over all pixels is the snow: no fault, and nothing to be done
    assert [text for text in feedback.facts if text.startswith("Part of the ground changed, so the images cannot ")]
    assert not [text for text in feedback.warnings if "is left" in text]


def test_the_system_that_the_user_set_on_a_layer_is_used(run, strip, tmp_path, read_raster):
    """Files that say a wrong zone overlap rightly once the layers say the right one, and so do their results."""
    paths, _ = strip
    for path in paths[1::2]:
        dataset = gdal.Open(path, gdal.GA_Update)
        dataset.SetProjection(QgsCoordinateReferenceSystem("EPSG:32615").toWkt())
        del dataset
    layers = [QgsRasterLayer(path, f"layer {n}") for n, path in enumerate(paths)]
    right = layers[0].crs()
    for layer in layers[1::2]:
        layer.setCrs(right)
    out = str(tmp_path / "out")
    result = run("global_regression", INPUT=layers, OUTPUT_FOLDER=out, LOAD_OUTPUTS=False, COMMON_LIGHT="never")
    assert result["GROUPS"] == 1
    assert result["RMSE_AFTER"] < 0.2 * result["RMSE_BEFORE"]
    systems = {QgsRasterLayer(path).crs().authid() for path in result["OUTPUT"]}
    assert systems == {right.authid()}
