"""Saved block maps in the project: what they change, in colours around no change."""

from __future__ import annotations

import numpy as np
import processing
import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer, QgsSingleBandPseudoColorRenderer

pytestmark = pytest.mark.usefixtures("provider", "qgis_new_project")


def save(images, folder, **more):
    parameters = {"INPUT": images, "REFERENCE_MAP": str(folder / "reference.tif"), "LOCAL_MAPS": str(folder), **more}
    return processing.runAndLoadResults("evenlight:save_block_maps", parameters)


def changes(layer):
    return gdal.Open(layer.source()).ReadAsArray()


@pytest.mark.parametrize("reference", ["common_pixels", "block_means"])
@pytest.mark.parametrize("correction, none", [("linear", 1.0), ("additive", 0.0)])
def test_maps_show_what_becomes_of_the_first_band(images, tmp_path, correction, none, reference):
    """Target over mean, or the difference of both; all maps of a run in one ramp."""
    layers = [QgsRasterLayer(path, f"Flight {number}") for number, path in enumerate(images)]
    QgsProject.instance().addMapLayers(layers)
    found = save(layers, tmp_path, CORRECTION=correction, REFERENCE=reference)
    ramps = set()
    for number, path in enumerate(found["OUTPUT"]):
        (shown,) = QgsProject.instance().mapLayersByName(f"Local change of Flight {number}")
        assert isinstance(shown.renderer(), QgsSingleBandPseudoColorRenderer) and shown.renderer().band() == 1
        shades = shown.renderer().shader().rasterShaderFunction().colorRampItemList()
        less, same, more = (item.value for item in shades)
        assert same == none and less + more == pytest.approx(2 * none) and less < more
        ramps.add(more)
        stored = gdal.Open(path).ReadAsArray().astype(float)
        bands = changes(shown).shape[0] if changes(shown).ndim == 3 else 1
        target = stored[bands:] if len(stored) > bands else gdal.Open(found["REFERENCE_MAP"]).ReadAsArray()
        expected = target / stored[:bands] if none else target - stored[:bands]
        np.testing.assert_allclose(changes(shown).reshape(expected.shape), expected, rtol=1e-12)
        assert np.isfinite(expected).any()
    assert len(ramps) == 1


def test_a_second_run_shows_its_maps_in_the_same_layers(images, tmp_path):
    project = QgsProject.instance()
    save(images, tmp_path)
    first = {key: changes(layer) for key, layer in project.mapLayers().items()}
    save(images, tmp_path, BLOCK_ROWS=2, BLOCK_COLUMNS=2)
    assert set(first) == set(project.mapLayers())
    assert {changes(layer).shape[-2:] for layer in project.mapLayers().values()} == {(2, 2)}


def test_nothing_is_added_where_that_is_not_wanted(images, tmp_path):
    project = QgsProject.instance()
    project.addMapLayer(QgsRasterLayer(images[0], "Flight"))
    before = set(project.mapLayers())
    found = save(images, tmp_path, LOAD_OUTPUTS=False)
    added = set(project.mapLayers()) - before
    # of a file with a place of its own QGIS asks itself
    assert [project.mapLayer(layer).source() for layer in added] == [found["REFERENCE_MAP"]]
    assert before <= set(project.mapLayers())


def test_a_map_that_a_user_opened_stays_what_it_is(images, tmp_path):
    """Its file is read again, and it can be chosen as a local map."""
    project = QgsProject.instance()
    (path, *_) = save(images, tmp_path, LOAD_OUTPUTS=False)["OUTPUT"]
    own = QgsRasterLayer(path, "my map")
    project.addMapLayer(own)
    save(images, tmp_path, BLOCK_ROWS=2, BLOCK_COLUMNS=2)
    assert own.source() == path and (own.height(), own.width()) == (2, 2)
    assert changes(own).shape[-2:] == (2, 2)


def test_a_second_run_gives_its_maps_one_ramp_unless_a_user_chose_another(images, tmp_path):
    def maps():
        layers = QgsProject.instance().mapLayers().values()
        return [layer for layer in layers if isinstance(layer.renderer(), QgsSingleBandPseudoColorRenderer)]

    def shades():
        return {(layer.renderer().classificationMin(), layer.renderer().classificationMax()) for layer in maps()}

    save(images, tmp_path)
    first = shades()
    chosen, *others = maps()
    assert others
    chosen.renderer().setClassificationMin(0.5)
    save(images, tmp_path, BLOCK_ROWS=2, BLOCK_COLUMNS=2)
    assert len(first) == 1 and chosen.renderer().classificationMin() == 0.5
    (others_now,) = {(layer.renderer().classificationMin(), layer.renderer().classificationMax()) for layer in others}
    assert others_now[1] != pytest.approx(first.pop()[1], rel=1e-6)
