"""Previews: what is shown, what is read again, and how it ends."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import processing
import pytest
from osgeo import gdal
from qgis.core import Qgis, QgsProject, QgsRasterLayer

from evenlight.core.jobs import balance
from evenlight.core.radiometry.virtual_output import WITH_VIRTUAL_FORM
from evenlight.gui.panel.settings import ROWS


def pixels(layer):
    return gdal.Open(layer.source()).ReadAsArray()


def names():
    return {layer.name() for layer in QgsProject.instance().mapLayers().values()}


def test_what_can_be_previewed_is_offered():
    assert set(ROWS["CORRECTION"].offered()) == set(WITH_VIRTUAL_FORM)


def test_a_preview_shows_what_is_written(previewed, images, tmp_path):
    results = balance(images, tmp_path).outputs
    found = previewed.flow.layers.layers()
    assert [layer.name() for layer in found] == ["Preview: west", "Preview: middle", "Preview: east"]
    for layer, result in zip(found, results):
        written = gdal.Open(result)
        assert layer.dataProvider().dataType(1) == Qgis.DataType.UInt16
        assert np.abs(pixels(layer).astype(float) - written.ReadAsArray()).max() <= 1
        # statistics stand in the recipe, so that QGIS computes none
        shown = gdal.Open(layer.source())
        assert "STATISTICS_MEAN" in shown.GetRasterBand(1).GetMetadata()
    group = QgsProject.instance().layerTreeRoot().children()[0]
    assert [node.name() for node in group.findLayers()] == [layer.name() for layer in found]
    assert previewed.view.status.text().startswith("\u2713")


def test_images_stand_in_their_overlap_group(chosen):
    model = chosen.images.model
    assert model.rowCount() == 1
    assert model.item(0).text() == "Overlap group 1 (3)"
    assert model.item(0).rowCount() == 3
    assert chosen.view.status.text() == "Press Preview to see what these settings give."


def test_strength_changes_the_layers_without_a_read(previewed, waiting):
    before = [pixels(layer) for layer in previewed.flow.layers.layers()]
    ids, states = list(previewed.flow.layers.ids.values()), []
    previewed.stateChanged.connect(states.append)
    with waiting(previewed.previewed):
        previewed.view.correction.strength.setValue(0)
    assert "reading" not in states
    assert list(previewed.flow.layers.ids.values()) == ids
    after = [pixels(layer) for layer in previewed.flow.layers.layers()]
    assert any((one != other).any() for one, other in zip(before, after))
    with waiting(previewed.previewed):
        previewed.settings.undo()
    assert previewed.view.correction.strength.value() == 100
    assert all((pixels(layer) == one).all() for layer, one in zip(previewed.flow.layers.layers(), before))


def test_another_method_is_solved_without_a_read(previewed, waiting):
    states = []
    previewed.stateChanged.connect(states.append)
    method = previewed.view.correction.method
    with waiting(previewed.previewed):
        method.setCurrentIndex(method.findData("least_squares"))
    assert states == ["reading", "solving", "previewing", "shown"] or "reading" not in states[1:]
    assert previewed.flow.found.solution.global_settings.method == "least_squares"


def test_other_blocks_are_read_when_it_is_asked_for(previewed, waiting):
    with waiting(previewed.stateChanged, lambda state: state == "stale"):
        previewed.view.correction.blocks.setValue(4)
    with waiting(previewed.previewed):
        previewed.view.preview.click()
    assert previewed.flow.found.solution.local_settings.blocks == 4


def test_larger_blocks_are_chosen_without_a_read(previewed, waiting, tmp_path):
    """And what the panel shows then is what its command writes."""
    states, box = [], previewed.view.correction
    with waiting(previewed.previewed):
        box.blocks.setValue(30)
        previewed.view.preview.click()
    previewed.stateChanged.connect(states.append)
    first = previewed.flow.found.solution.reading.blocks
    choices = box.larger.menu().actions()
    assert box.larger.isEnabled() and len(choices) > 1
    with waiting(previewed.previewed):
        choices[1].trigger()
    assert "reading" not in states and "stale" not in states
    assert previewed.flow.found.solution.reading.blocks.rows < first.rows
    command = previewed.copying.command()
    written = processing.run(command.id, {**command.parameters, "OUTPUT_FOLDER": str(tmp_path)})["OUTPUT"]
    for layer, path in zip(previewed.flow.layers.layers(), written):
        assert np.abs(pixels(layer).astype(float) - gdal.Open(path).ReadAsArray()).max() <= 1
    with waiting(previewed.previewed):
        choices[0].trigger()
    assert previewed.settings.differing() == ["BLOCKS"] and "reading" not in states
    choices[1].trigger()
    box.blocks.setValue(4)
    assert previewed.settings.differing() == ["BLOCKS"]


def test_model_images_follow_the_ticks(previewed, waiting):
    value = previewed.images.entries[0].value
    from qgis.PyQt.QtCore import Qt

    from evenlight.gui.panel.images import RIGHT

    item = previewed.images.item(value)
    with waiting(previewed.previewed):
        item.parent().child(item.row(), RIGHT).setCheckState(Qt.CheckState.Checked)
    assert len(previewed.flow.found.solution.global_settings.model_images) == 1


def test_figures_and_overlaps_are_shown(previewed, waiting):
    assert previewed.view.overlaps.rowCount() == 2
    assert "…" in previewed.view.figures.text()
    with waiting(previewed.flow.measured):
        pass
    assert "…" not in previewed.view.figures.text()


def test_discarding_leaves_the_project_as_it_was(previewed, layers):
    folder = QgsProject.instance().mapLayer(next(iter(previewed.flow.layers.ids.values()))).source()
    assert folder.startswith("<")
    previewed.view.discard.click()
    assert names() == {layer.name() for layer in layers}
    assert [node.name() for node in QgsProject.instance().layerTreeRoot().findGroups()] == []
    assert previewed.flow.state == "idle"


def test_a_problem_is_a_sentence(chosen, waiting):
    with waiting(chosen.failed) as told:
        chosen.images.entries[0].use = False
        chosen.images.entries[1].use = False
        chosen.preview()
    assert told.values == ("Choose two or more images that overlap.",)


def test_cancel_while_reading_leaves_nothing(chosen, waiting):
    with waiting(chosen.stateChanged, lambda state: state == "idle"):
        chosen.view.preview.click()
        chosen.view.cancel.click()
    assert not chosen.flow.layers.ids
    with waiting(chosen.previewed):
        chosen.view.preview.click()


def test_a_project_closed_while_reading_ends_it(chosen, waiting):
    with waiting(chosen.stateChanged, lambda state: state == "empty"):
        chosen.view.preview.click()
        QgsProject.instance().clear()
    assert not chosen.images.entries
    assert not chosen.flow.layers.ids


def test_a_layer_removed_while_previewing(chosen, waiting, layers):
    with waiting(chosen.stateChanged, lambda state: state in ("idle", "stale")):
        chosen.view.preview.click()
        QgsProject.instance().removeMapLayer(layers[2].id())
    assert [entry.name for entry in chosen.images.entries] == ["west", "middle"]
    with waiting(chosen.previewed):
        chosen.view.preview.click()
    assert len(chosen.flow.layers.ids) == 2


def test_removed_layers_of_a_preview_are_forgotten(previewed):
    ids = list(previewed.flow.layers.ids.values())
    QgsProject.instance().removeMapLayer(ids[0])
    assert len(previewed.flow.layers.ids) == 2
    QgsProject.instance().removeMapLayers(ids[1:])
    assert previewed.flow.state == "idle"


def test_a_changed_file_makes_the_preview_stale(previewed, waiting, images):
    with waiting(previewed.stateChanged, lambda state: state == "stale"):
        os.utime(images[0], (1, 1))
    with waiting(previewed.previewed):
        previewed.view.preview.click()


@pytest.mark.parametrize("overall", [True, False])
def test_one_step_alone(chosen, waiting, overall):
    (chosen.view.correction.local if overall else chosen.view.correction.overall).setChecked(False)
    with waiting(chosen.previewed):
        chosen.view.preview.click()
    solution = chosen.flow.found.solution
    assert (solution.local is None, solution.step is None) == (overall, not overall)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["drone_river", "naip_prairie", "landsat_hawaii"])
def test_previews_of_real_images_are_what_is_written(panel, iface, waiting, data_folder, tmp_path, name):
    """Within rounding, in the type of the result, and no file changes while it is shown."""
    paths = sorted(map(str, (data_folder / name).glob("*.tif")))
    QgsProject.instance().addMapLayers([QgsRasterLayer(path, f"image {place}") for place, path in enumerate(paths)])
    panel.view.visible.click()
    with waiting(panel.previewed):
        panel.view.preview.click()
    folder = panel.flow.layers.folders[-1]
    before = {path: path.read_bytes() for path in sorted(Path(folder).iterdir())}
    shown = [pixels(layer).astype(float) for layer in panel.flow.layers.layers()]
    assert {path: path.read_bytes() for path in sorted(Path(folder).iterdir())} == before
    panel.view.output.folder.setFilePath(str(tmp_path))
    with waiting(panel.written) as told:
        panel.view.write.click()
    for one, path in zip(shown, told.values[0]):
        written = gdal.Open(path).ReadAsArray().astype(float)
        assert np.nanmax(np.abs(one - written)) <= 1
