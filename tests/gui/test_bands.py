"""Bands are chosen from the layer's own list; values are those of scripts."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsProcessingContext, QgsProcessingModelAlgorithm, QgsProject, QgsRasterLayer
from qgis.gui import QgsProcessingModelerParameterWidget
from qgis.PyQt.QtCore import Qt

from evenlight.gui.band_widgets import numbers_of


@pytest.fixture
def wrapper_of(provider, qgis_iface, qgis_new_project, monkeypatch):
    """A parameter's widget in the dialog of a tool, with images filled in."""
    monkeypatch.setattr(qgis_iface, "browserModel", lambda: None, raising=False)
    made = []

    def make(tool, name, images=None, of_dialog=False):
        made.append(provider.algorithm(tool).create().createCustomParametersWidget(None))
        if images is not None:
            made[-1].setParameters({"INPUT": images})
        wrappers = made[-1].mainWidget().wrappers
        return wrappers if of_dialog else wrappers[name]

    yield make
    for dialog in made:
        dialog.close()


def texts(wrapper):
    box = wrapper.widget
    return [box.itemText(index) for index in range(box.count())]


def give(wrapper, value):
    wrapper.setParameterValue(value, QgsProcessingContext())


def test_one_band_of_a_layer(wrapper_of, images):
    layer = QgsRasterLayer(images[0], "west")
    QgsProject.instance().addMapLayer(layer)
    wrapper = wrapper_of("histogram_peaks", "BAND", layer.id())
    names = [layer.dataProvider().displayBandName(number) for number in (1, 2)]
    assert texts(wrapper) == names
    assert ["red" in names[0], "nir" in names[1]] == [True, True]
    assert wrapper.parameterValue() == 1
    give(wrapper, "2")
    assert wrapper.parameterValue() == 2


def test_optional_band_of_several_files(wrapper_of, images):
    wrapper = wrapper_of("threshold_mask", "NIR_BAND", images)
    assert texts(wrapper)[0] == "Not set"
    assert [text[:6] for text in texts(wrapper)[1:]] == ["Band 1", "Band 2"]
    assert wrapper.parameterValue() is None
    give(wrapper, 2)
    assert wrapper.parameterValue() == 2
    give(wrapper, None)
    assert wrapper.parameterValue() is None


def test_a_band_that_is_not_there_stays_chosen(wrapper_of, images):
    """The run refuses it by name; nothing else is taken silently."""
    wrapper = wrapper_of("threshold_mask", "NIR_BAND")
    give(wrapper, 8)
    assert (texts(wrapper)[-1], wrapper.parameterValue()) == ("Band 8", 8)
    image = wrapper_of("threshold_mask", "NIR_BAND", images)
    give(image, 8)
    assert image.parameterValue() == 8


def test_bands_follow_the_images(wrapper_of, images, tmp_path, write_raster):
    """A choice made before stays, under the name that the new image has for it, or for none."""
    panel = wrapper_of("threshold_mask", "RED_BAND", images, of_dialog=True)
    wrapper, given = panel["RED_BAND"], panel["INPUT"]
    give(wrapper, 2)
    assert "nir" in wrapper.widget.currentText()
    for names in (("blue", "swir", "thermal"), ("grey",)):
        path = str(tmp_path / f"{len(names)}.tif")
        write_raster(path, np.ones((len(names), 20, 20), np.uint16), names=names)
        give(given, [path])
        assert len(texts(wrapper)) == max(len(names), 2) + 1
        assert names[0] in texts(wrapper)[1]
        assert wrapper.parameterValue() == 2
        assert ("swir" in wrapper.widget.currentText()) == (len(names) > 1)


def test_several_bands(wrapper_of, images):
    wrapper = wrapper_of("local_variance", "BANDS", images[0])
    assert [text[:6] for text in texts(wrapper)] == ["Band 1", "Band 2"]
    assert wrapper.parameterValue() == ""
    wrapper.widget.setItemCheckState(1, Qt.CheckState.Checked)
    assert wrapper.parameterValue() == "2"
    wrapper.widget.setItemCheckState(0, Qt.CheckState.Checked)
    assert wrapper.parameterValue() == "1,2"


@pytest.mark.parametrize("value", ["2,1", "1-2", "1, 2", "7", "", "red", "1-9999"])
def test_what_scripts_give_stays_as_it_is(wrapper_of, images, value):
    """Their order is that of the result, and what is no list is refused by the run."""
    wrapper = wrapper_of("local_variance", "BANDS", images[0])
    give(wrapper, value)
    assert wrapper.parameterValue() == value


@pytest.mark.parametrize("value", [[2, 1], (2, 1), ["2", "1"]])
def test_a_list_of_scripts_is_ticked(wrapper_of, images, value):
    """History and pasted commands hold such lists."""
    wrapper = wrapper_of("local_variance", "BANDS", images[0])
    give(wrapper, value)
    assert sorted(wrapper.widget.checkedItemsData()) == ["1", "2"]
    assert wrapper.parameterValue() == "2,1"


def test_thousands_of_bands_are_not_listed(wrapper_of, images):
    """Each would be an item, made while the dialog waits; a choice made after that counts as ever."""
    wrapper = wrapper_of("local_variance", "BANDS", images[0])
    give(wrapper, "1-9999")
    assert len(texts(wrapper)) == 2
    wrapper.widget.setItemCheckState(1, Qt.CheckState.Checked)
    assert wrapper.parameterValue() == "2"
    give(wrapper, "1-300")
    assert len(wrapper.widget.checkedItemsData()) == len(texts(wrapper)) == 300


def test_a_word_or_a_band(wrapper_of, images):
    wrapper = wrapper_of("coregister", "CHANNEL", images)
    assert texts(wrapper)[:2] == ["Mean of all bands", "Luminance of the first three bands"]
    assert wrapper.parameterValue() == "mean"
    give(wrapper, "2")
    assert "nir" in wrapper.widget.currentText()
    assert wrapper.parameterValue() == "2"


def test_batch_rows_have_lists_of_their_own(provider, qgis_iface, images):
    from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog

    dialog = BatchAlgorithmDialog(provider.algorithm("histogram_peaks").create())
    table = dialog.mainWidget()
    row = {name: table.wrappers[0][column] for name, column in table.parameter_to_column.items() if column < 2}
    give(row["INPUT"], images[0])
    assert len(texts(row["BAND"])) == 2
    dialog.close()


def test_the_model_designer_keeps_its_own_widget(provider, qgis_iface):
    from processing.modeler.ModelerParametersDialog import ModelerParametersDialog

    dialog = ModelerParametersDialog(provider.algorithm("threshold_mask").create(), QgsProcessingModelAlgorithm())
    assert isinstance(dialog.widget.widget.wrappers["RED_BAND"], QgsProcessingModelerParameterWidget)
    dialog.close()


def test_lists_of_numbers():
    assert numbers_of("1,3-5, 2") == [1, 3, 4, 5, 2]
    assert numbers_of("") == numbers_of("a") == numbers_of("1,,b") == []
