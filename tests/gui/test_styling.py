"""How rasters of a run look: like the images they came from, equal values alike, and what somebody chose stays."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import (
    QgsContrastEnhancement,
    QgsMultiBandColorRenderer,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsSingleBandGrayRenderer,
)
from qgis.PyQt import sip

from evenlight.gui import styling

STRETCH = [(100.0, 900.0), (50.0, 700.0), (10.0, 300.0), (1.0, 5000.0)]
pytestmark = pytest.mark.usefixtures("qgis_new_project")


@pytest.fixture
def layer_of(tmp_path, write_raster):
    """Opens an image of some values, its bands shifted so that QGIS gives each one limits of its own."""

    def make(name, kind="uint16", bands=3, start=0, factor=1):
        values = np.arange(bands * 10000).reshape(bands, 100, 100) * factor + start
        return QgsRasterLayer(write_raster(tmp_path / f"{name}.tif", values.astype(kind)), name)

    return make


def shown(layer):
    """Limits of the bands that are drawn; None where values are drawn as they are."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsMultiBandColorRenderer):
        found = [renderer.redContrastEnhancement(), renderer.greenContrastEnhancement()]
        found.append(renderer.blueContrastEnhancement())
    else:
        found = [renderer.contrastEnhancement()]
    none = QgsContrastEnhancement.ContrastEnhancementAlgorithm.NoEnhancement
    stretched = [each for each in found if each is not None and each.contrastEnhancementAlgorithm() != none]
    return [(each.minimumValue(), each.maximumValue()) for each in stretched] or None


def test_all_bands_of_all_images_get_one_pair(layer_of):
    """By the run's own limits; QGIS had given each band of each layer its own."""
    inputs = [layer_of("west"), layer_of("east", start=5000)]
    assert len(set(shown(inputs[0]) + shown(inputs[1]))) == 6
    look, results = styling.CommonLook(inputs, STRETCH), [layer_of("west_b"), layer_of("east_b")]
    for result in results:
        look.give(result)
    assert {pair for layer in (*inputs, *results) for pair in shown(layer)} == {(10.0, 900.0)}


def test_bytes_that_are_drawn_as_they_are_stay_so(layer_of):
    inputs, result = [layer_of("a", "uint8"), layer_of("b", "uint8")], layer_of("c", "uint8")
    styling.CommonLook(inputs, STRETCH).give(result)
    assert [shown(layer) for layer in (*inputs, result)] == [None, None, None]


def test_results_of_another_type_look_like_the_bytes_they_came_from(layer_of):
    inputs, result = [layer_of("a", "uint8")], layer_of("c", "float32")
    styling.CommonLook(inputs, STRETCH).give(result)
    assert shown(result) == [(0.0, 255.0)] * 3 and shown(inputs[0]) is None


@pytest.mark.parametrize("kind", ["uint8", "uint16"])
def test_without_open_images(layer_of, kind):
    """Files: bytes as they are, others by the run."""
    result = layer_of("c", kind)
    styling.CommonLook([], STRETCH).give(result)
    assert shown(result) == (None if kind == "uint8" else [(10.0, 900.0)] * 3)


def test_without_limits_of_the_run_the_result_tells(layer_of):
    result = layer_of("c")
    styling.CommonLook([]).give(result)
    ((low, high),) = set(shown(result))
    assert low == pytest.approx(200, abs=20) and high == pytest.approx(29800, abs=20)


def test_limits_that_all_inputs_share_stay(layer_of):
    """Somebody, or an earlier run, gave them; a style that is alike in all of them holds for the results too."""
    inputs, result = [layer_of("a"), layer_of("b")], layer_of("c")
    for layer in inputs:
        styling.set_limits(layer, (7.0, 77.0))
    styling.CommonLook(inputs, STRETCH).give(result)
    assert {pair for layer in (*inputs, result) for pair in shown(layer)} == {(7.0, 77.0)}


def test_a_style_that_somebody_chose_stays(layer_of):
    """Limits by hand, or of another rule than the one for new layers."""
    by_hand, other, plain = layer_of("a"), layer_of("b"), layer_of("c")
    styling.set_limits(by_hand, (7.0, 77.0))
    by_hand.removeCustomProperty(styling.OURS)
    other.setContrastEnhancement(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum,
        styling.QgsRasterMinMaxOrigin.Limits.MinMax,
    )
    before = shown(other)
    assert styling.is_chosen(by_hand) and styling.is_chosen(other) and not styling.is_chosen(plain)
    styling.CommonLook([by_hand, other, plain], STRETCH).give(layer_of("d"))
    assert shown(by_hand) == [(7.0, 77.0)] * 3 and shown(other) == before and shown(plain) == [(10.0, 900.0)] * 3
    assert not styling.is_chosen(plain)


def test_layers_that_are_removed_meanwhile_do_not_count(layer_of):
    inputs, result = [layer_of("a"), layer_of("b")], layer_of("c")
    look = styling.CommonLook(inputs, STRETCH)
    sip.delete(inputs[0])
    look.give(result)
    sip.delete(inputs[1])
    look.give(result)
    assert shown(result) == [(10.0, 900.0)] * 3


def test_bands_and_kind_come_from_the_image(layer_of):
    image, result = layer_of("a", bands=4), layer_of("b", bands=4)
    image.setRenderer(QgsMultiBandColorRenderer(image.dataProvider(), 4, 3, 2))
    styling.look_like(result, image)
    renderer = result.renderer()
    assert (renderer.redBand(), renderer.greenBand(), renderer.blueBand()) == (4, 3, 2)
    grey = layer_of("g", bands=4)
    grey.setRenderer(QgsSingleBandGrayRenderer(grey.dataProvider(), 4))
    styling.look_like(result, grey)
    styling.CommonLook([], STRETCH).give(result)
    assert shown(result) == [STRETCH[3]]


def test_bands_that_are_not_there_are_not_taken(layer_of):
    image, result = layer_of("a", bands=4), layer_of("b", bands=3)
    image.setRenderer(QgsMultiBandColorRenderer(image.dataProvider(), 4, 3, 2))
    styling.look_like(result, image)
    assert result.renderer().redBand() == 1


def test_other_renderers_are_left_alone(layer_of):
    layer = layer_of("classes", "uint8", bands=1)
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, []))
    styling.CommonLook([layer], STRETCH).give(layer)
    assert isinstance(layer.renderer(), QgsPalettedRasterRenderer)


@pytest.mark.parametrize("others, values", [(False, [1]), (True, [0, 1])])
def test_masks_are_drawn_as_masks(tmp_path, write_raster, others, values):
    """What means nothing is transparent, the mask a colour through which the ground shows."""
    layer = QgsRasterLayer(write_raster(tmp_path / "mask.tif", np.eye(10, dtype="uint8")[None]), "mask")
    styling.style_mask(layer, others)
    classes = layer.renderer().classes()
    assert [each.value for each in classes] == values
    assert 0 < classes[-1].color.alpha() < 255
