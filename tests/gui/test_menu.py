"""Raster > Evenlight, and the layers that its entries fill in."""

from __future__ import annotations

from types import SimpleNamespace

import processing
import pytest
from qgis.core import QgsProcessingContext, QgsProcessingUtils, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QMainWindow, QMenu

import evenlight


@pytest.fixture
def window(qgis_processing, qgis_new_project):
    """A main window with a Raster menu, and a layer tree in which a test selects."""
    main, raster = QMainWindow(), QMenu("Raster")
    tree = SimpleNamespace(selectedLayers=lambda: window.selected)
    window = SimpleNamespace(
        mainWindow=lambda: main, rasterMenu=lambda: raster, layerTreeView=lambda: tree, selected=[], toolbar=[],
    )  # fmt: skip
    window.addRasterToolBarIcon, window.removeRasterToolBarIcon = window.toolbar.append, window.toolbar.remove
    return window


@pytest.fixture
def plugin(window):
    plugin = evenlight.classFactory(window)
    plugin.initGui()
    yield plugin
    plugin.unload()


@pytest.fixture
def layers(images):
    """Three rasters and a layer of polygons, all visible."""
    found = [QgsRasterLayer(path, name) for path, name in zip(images, ("west", "middle", "east"))]
    QgsProject.instance().addMapLayers([*found, QgsVectorLayer("Polygon?crs=epsg:32614", "fields", "memory")])
    return found


@pytest.fixture
def opened(monkeypatch):
    """Dialogs that were asked for: id and parameters."""
    asked = []
    monkeypatch.setattr(processing, "execAlgorithmDialog", lambda name, values: asked.append((name, values)))
    return asked


def entries(window):
    """Our submenu's entries by name; nothing where there is no submenu."""
    menus = [action.menu() for action in window.rasterMenu().actions() if action.menu() is not None]
    return {action.objectName(): action for menu in menus for action in menu.actions() if not action.isSeparator()}


def test_the_menu_comes_and_goes(window):
    plugin = evenlight.classFactory(window)
    plugin.initGui()
    plugin.initGui()
    texts = [action.text() for action in entries(window).values()]
    assert [action.objectName() for action in window.toolbar] == ["panel"]
    assert texts == ["Panel", "Balance…", "Balance and mosaic…", "Mosaic…", "Help"]
    plugin.unload()
    assert not window.rasterMenu().actions()
    assert not window.toolbar
    assert not window.mainWindow().findChildren(QMenu)
    plugin.unload()


@pytest.mark.parametrize("name", ["balance", "balance_and_mosaic", "mosaic"])
def test_entries_open_the_dialog_with_the_visible_rasters(plugin, window, layers, opened, name):
    """One layer is always selected, and two are needed: that is no choice."""
    window.selected = layers[:1]
    entries(window)[name].trigger()
    [(dialog, values)] = opened
    assert dialog == f"evenlight:{name}"
    assert sorted(values["INPUT"]) == sorted(layer.id() for layer in layers)


def test_selected_rasters_come_before_visible_ones(plugin, window, layers, opened):
    window.selected = layers[1:]
    entries(window)["balance"].trigger()
    assert opened[0][1] == {"INPUT": [layer.id() for layer in layers[1:]]}


def test_hidden_layers_are_left_out(plugin, window, layers, opened):
    QgsProject.instance().layerTreeRoot().findLayer(layers[2].id()).setItemVisibilityChecked(False)
    entries(window)["balance"].trigger()
    assert sorted(opened[0][1]["INPUT"]) == sorted(layer.id() for layer in layers[:2])


@pytest.mark.parametrize("selected", [0, 3])
def test_results_of_earlier_runs_are_left_out(plugin, window, layers, opened, selected):
    """They lie above the images, visible and often selected."""
    layers[1].setCustomProperty("evenlight/result", "balance")
    layers[2].setCustomProperty("evenlight/result", "")
    window.selected = layers[:selected]
    entries(window)["balance"].trigger()
    assert sorted(opened[0][1]["INPUT"]) == sorted(layer.id() for layer in (layers[0], layers[2]))


@pytest.mark.parametrize("name, expected", [("mosaic", (1, 2)), ("balance", (0,)), ("balance_and_mosaic", (0,))])
def test_a_mosaic_is_made_of_balanced_images_where_there_are_some(plugin, window, layers, opened, name, expected):
    """They lie above the images they came from; an earlier mosaic is none of them."""
    for layer in layers[1:3]:
        layer.setCustomProperty("evenlight/result", "image")
    mosaic = QgsRasterLayer(layers[0].source(), "Mosaic")
    mosaic.setCustomProperty("evenlight/result", "yes")
    QgsProject.instance().addMapLayer(mosaic)
    entries(window)[name].trigger()
    assert sorted(opened[0][1]["INPUT"]) == sorted(layers[number].id() for number in expected)


def test_layers_fill_the_dialog(plugin, qgis_iface, monkeypatch, layers):
    """QGIS takes ids of layers, and hands on what its own list of layers does."""
    monkeypatch.setattr(qgis_iface, "browserModel", lambda: None, raising=False)
    dialog = plugin.provider.algorithm("balance").create().createCustomParametersWidget(None)
    dialog.setParameters({"INPUT": plugin.menu.images("balance")})
    values, context = dialog.createProcessingParameters(), QgsProcessingContext()
    context.setProject(QgsProject.instance())
    found = [QgsProcessingUtils.mapLayerFromString(value, context) for value in values["INPUT"]]
    assert sorted(layer.id() for layer in found) == sorted(layer.id() for layer in layers)
    dialog.close()


def test_help_opens_a_local_page(plugin, window, monkeypatch):
    asked = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)
    entries(window)["help"].trigger()
    assert asked[0].isLocalFile()
