"""Settings of the panel: their history, the dialog of all of them, and images."""

from __future__ import annotations

import pytest
from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QWidget

from evenlight.gui.panel.more import MoreSettings
from evenlight.gui.panel.settings import Settings


@pytest.fixture
def all_settings(chosen, qgis_iface, monkeypatch):
    """The dialog behind "More", filled in by the panel."""
    monkeypatch.setattr(qgis_iface, "browserModel", lambda: None, raising=False)
    chosen.settings.set("ALPHA", 0.3)
    dialog = MoreSettings(chosen.parameters(), chosen)
    yield dialog
    dialog.close()


def test_all_settings_are_filled_in_and_come_back(chosen, all_settings):
    values = all_settings.values()
    assert values["ALPHA"] == 0.3
    assert len(values["INPUT"]) == 3
    values.pop("INPUT")
    chosen.settings.set_all(values)
    assert chosen.settings.differing() == ["ALPHA"]
    chosen.settings.set_all({**values, "SMOOTHNESS": 0.2, "METHOD": "least_squares"})
    assert set(chosen.settings.differing()) == {"ALPHA", "SMOOTHNESS", "METHOD"}
    assert chosen.view.correction.others.text() == "Also set: Smoothness (for common pixels)."
    assert chosen.view.correction.method.currentData() == "least_squares"


def test_a_slider_that_is_dragged_is_one_step_back(qgis_app):
    settings = Settings()
    settings.set("BLOCKS", 4)
    for share in (0.9, 0.8, 0.7):
        settings.set("ALPHA", share)
    settings.undo()
    assert (settings.value("ALPHA"), settings.value("BLOCKS")) == (1.0, 4)
    settings.undo()
    assert not settings.differing()
    settings.redo()
    settings.redo()
    assert settings.value("ALPHA") == 0.7
    settings.set("BLOCKS", 9)
    settings.redo()
    assert settings.value("BLOCKS") == 9


def test_ctrl_z_steps_back(chosen):
    chosen.view.correction.blocks.setValue(9)
    chosen.activateWindow()
    chosen.view.preview.setFocus()
    QTest.keyClick(chosen.view.preview, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert chosen.view.correction.blocks.value() == 100


def test_files_that_are_no_layers_are_taken(panel, waiting, images, iface, tmp_path):
    with waiting(panel.images.changed):
        panel.choosing.add_files(images)
    assert [entry.name for entry in panel.images.entries] == ["west", "middle", "east"]
    with waiting(panel.failed) as told:
        panel.choosing.add_files([str(tmp_path / "none.tif")])
    assert "none.tif" in told.values[0]
    with waiting(panel.previewed):
        panel.view.preview.click()
    assert len(panel.flow.layers.ids) == 3


def test_images_apart_stand_apart(panel, iface, layers, write_raster, ground, tmp_path):
    far = QgsRasterLayer(write_raster(tmp_path / "far.tif", ground.astype("uint16"), west=900000), "far")
    QgsProject.instance().addMapLayer(far)
    panel.view.visible.click()
    model = panel.images.model
    assert [model.item(row).text() for row in range(2)] == ["Overlap group 1 (3)", "Overlaps nothing (1)"]
    iface.selected = [far]
    panel.view.selected.click()
    assert len(panel.images.entries) == 4
    panel.choosing.select([far.id()])
    panel.view.remove.click()
    assert model.rowCount() == 1


def test_everything_has_a_name_and_can_be_reached(panel):
    """By screen readers, and by the keyboard."""
    view = panel.view
    owners = (view, view.correction, view.output)
    parts = [part for owner in owners for part in vars(owner).values() if isinstance(part, QWidget)]
    parts = [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert len(parts) > 25
    assert not [part for part in parts if not (part.accessibleName() or getattr(part, "text", str)())]
