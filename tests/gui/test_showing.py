"""Results in the project: names, one group on top, no layer twice, replaced files read again."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import processing
import pytest
from qgis.core import QgsPointXY, QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsRasterLayer, QgsSettings
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QCheckBox, QDialog, QWidget

from evenlight.gui import showing, styling
from evenlight.gui.batch import batch_loads_nothing
from evenlight.gui.showing import Group, Look, Results, Shown, show_results

STRETCH = [(100.0, 900.0)] * 3


@pytest.fixture
def project(qgis_new_project):
    return QgsProject.instance()


@pytest.fixture
def context(project):
    found = QgsProcessingContext()
    found.setProject(project)
    return found


@pytest.fixture
def colour(tmp_path, write_raster):
    """An image of three bands."""
    return write_raster(tmp_path / "colour.tif", np.arange(300, dtype="uint16").reshape(3, 10, 10))


def results_of(paths, images=(), look=Look.IMAGE):
    images = images or [f"{path}.image" for path in paths]
    return Results(paths, images, images, STRETCH, look, Group("Balance 12:34", QgsProject.instance()), "{} balanced")


def limits(layer):
    return styling.limits_of(layer)


def test_new_results_are_added_with_the_style(colour, context):
    show_results(results_of([colour]), [Shown()], context)
    details = context.layersToLoadOnCompletion()[colour]
    assert details.name == "colour"
    layer = QgsRasterLayer(colour, "colour")
    details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
    assert limits(layer) == STRETCH[0]


def test_results_take_the_name_of_the_layer_and_lie_in_one_group_on_top(tmp_path, context, project, write_raster):
    """Wherever Processing put them, with the inputs left where they are."""
    paths = [write_raster(tmp_path / f"{name}.tif", np.ones((3, 9, 9), "uint16")) for name in ("a", "b", "ra", "rb")]
    project.addMapLayers([QgsRasterLayer(path, f"Flight {n}") for n, path in enumerate(paths[:2])])
    show_results(results_of(paths[2:], paths[:2]), [Shown(), Shown()], context)
    loading = context.layersToLoadOnCompletion()
    assert [loading[path].name for path in paths[2:]] == ["Flight 0 balanced", "Flight 1 balanced"]
    for path in paths[2:]:
        layer = QgsRasterLayer(path, loading[path].name)
        project.addMapLayer(layer)
        loading[path].postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
    group, *others = project.layerTreeRoot().children()
    assert group.name() == "Balance 12:34"
    assert [node.name() for node in group.children()] == ["Flight 0 balanced", "Flight 1 balanced"]
    assert sorted(node.name() for node in others) == ["Flight 0", "Flight 1"]
    assert len(project.mapLayers()) == 4


def test_open_results_are_read_again_and_not_doubled(colour, context, project, write_raster):
    layer = QgsRasterLayer(colour, "my name for it")
    project.addMapLayer(layer)
    point = QgsPointXY(500005, 5199995)
    assert layer.dataProvider().sample(point, 1) == (0.0, True)
    replacement = Path(colour).with_name("part.tif")
    write_raster(replacement, np.full((3, 10, 10), 77, dtype="uint16"))
    replacement.replace(colour)
    show_results(results_of([colour]), [Shown()], context)
    assert not context.layersToLoadOnCompletion()
    assert layer.name() == "my name for it"
    assert layer.dataProvider().sample(point, 1) == (77.0, True)
    assert limits(layer) == STRETCH[0]


def test_open_results_keep_the_style_that_somebody_chose(colour, context, project):
    layer = QgsRasterLayer(colour, "open")
    styling.set_limits(layer, (1.0, 2.0))
    layer.removeCustomProperty(styling.OURS)
    project.addMapLayer(layer)
    show_results(results_of([colour]), [Shown()], context)
    assert limits(layer) == (1.0, 2.0)


def test_without_loading_open_layers_are_read_again_in_their_style(colour, context, project, write_raster):
    layer = QgsRasterLayer(colour, "open")
    styling.set_limits(layer, (1.0, 2.0))
    project.addMapLayer(layer)
    replacement = Path(colour).with_name("part.tif")
    write_raster(replacement, np.full((3, 10, 10), 77, dtype="uint16"))
    replacement.replace(colour)
    show_results(results_of([colour, "/nowhere/other.tif"]), [], context)
    assert not context.layersToLoadOnCompletion()
    assert layer.dataProvider().sample(QgsPointXY(500005, 5199995), 1) == (77.0, True)
    assert limits(layer) == (1.0, 2.0)


def test_refresh_from_another_thread_happens_in_the_main_thread(colour, context, project, qgis_app):
    """A model runs its algorithms, and what follows them, in a worker thread."""
    from threading import Thread

    from qgis.PyQt.QtCore import QThread

    layer = QgsRasterLayer(colour, "open")
    project.addMapLayer(layer)
    threads = []
    layer.styleChanged.connect(lambda: threads.append(QThread.currentThread()))
    worker = Thread(target=show_results, args=(results_of([colour]), [Shown()], context))
    worker.start()
    worker.join()
    assert not threads
    qgis_app.processEvents()
    assert threads
    assert set(threads) == {qgis_app.thread()}
    assert limits(layer) == STRETCH[0]


def test_what_styles_layers_lives_as_long_as_its_context(colour, project):
    """The context deletes it; a forgotten or a shared one would bring QGIS down."""
    import gc

    context = QgsProcessingContext()
    context.setProject(project)
    show_results(results_of([colour]), [Shown()], context)
    gc.collect()
    kept = showing._KEPT[-1]
    assert isinstance(context.layersToLoadOnCompletion()[colour].postProcessor(), Shown)
    assert not sip.isdeleted(kept)
    del context
    gc.collect()
    assert sip.isdeleted(kept)
    showing._keep(QgsProject())
    assert kept not in showing._KEPT


@pytest.mark.parametrize("temporary, by_file", [(True, True), (False, False), (False, True)])
@pytest.mark.parametrize("tool, label", [("pif_mask", "{} unchanged ground"), ("fill_gaps", "{} filled")])
def test_single_results_carry_the_name_of_their_image(
    provider, project, tmp_path, write_raster, monkeypatch, tool, label, temporary, by_file
):
    """Unless the user named the file and wants layers called so."""
    if not temporary:
        # QGIS takes all files beside temporary ones for such
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.setenv("TMPDIR", str(tmp_path / "elsewhere"))
    values = np.arange(20000, dtype="uint16").reshape(2, 100, 100) + 1
    paths = [write_raster(tmp_path / f"{name}.tif", values * factor, nodata=0) for name, factor in (("a", 1), ("b", 2))]
    image = QgsRasterLayer(paths[0], "West flight")
    project.addMapLayer(image)
    given = {"INPUT": image, "OUTPUT": "TEMPORARY_OUTPUT" if temporary else str(tmp_path / "result.tif")}
    given.update({"REFERENCE": paths[1]} if tool == "pif_mask" else {})
    key = "Processing/Configuration/PREFER_FILENAME_AS_LAYER_NAME"
    QgsSettings().setValue(key, by_file)
    try:
        processing.runAndLoadResults(f"evenlight:{tool}", given)
    finally:
        QgsSettings().remove(key)
    (result,) = (layer for layer in project.mapLayers().values() if layer is not image)
    assert result.customProperty(showing.RESULT)
    assert result.name() == ("result" if by_file and not temporary else label.format("West flight"))


def test_single_results_lie_in_one_group_on_top_the_seams_first(provider, project, images, tmp_path):
    """Wherever the active layer is; Processing would put them beside it, below an input."""
    project.addMapLayers([QgsRasterLayer(path, f"Flight {number}") for number, path in enumerate(images)])
    files = {"OUTPUT": "m.tif", "SOURCE_MAP": "s.tif", "SAVE_SEAMLINES": "p.gpkg"}
    given = {"INPUT": images, **{name: str(tmp_path / file) for name, file in files.items()}}
    processing.runAndLoadResults("evenlight:balance_and_mosaic", given)
    group, *others = project.layerTreeRoot().children()
    assert group.name().startswith("Balance and mosaic ")
    assert [node.name() for node in group.children()] == ["Seam polygons", "Mosaic", "Source map"]
    assert len(others) == len(images)
    assert all(node.layer().customProperty(showing.RESULT) for node in group.children())


@pytest.mark.parametrize("wanted", [True, False])
def test_a_batch_that_loads_nothing_is_noticed(qgis_app, wanted):
    class Batch(QDialog):
        """What QGIS's has of all that."""

        def __init__(self):
            super().__init__()
            self.panel = QWidget(self)
            self.panel.checkLoadLayersOnCompletion = QCheckBox(self.panel)
            self.panel.checkLoadLayersOnCompletion.setChecked(wanted)

        def mainWidget(self):
            return self.panel

        def algorithm(self):
            return SimpleNamespace(name=lambda: "balance")

    assert not batch_loads_nothing("balance")
    window = Batch()
    window.show()
    assert batch_loads_nothing("balance") is not wanted
    assert not batch_loads_nothing("mosaic")
    window.close()
    window.deleteLater()


def test_results_stand_in_the_order_of_the_images_wherever_qgis_adds_them(colour, context):
    """QGIS adds layers beside the current one, which is a result itself when others have been loaded."""
    root, group = QgsProject.instance().layerTreeRoot(), Group("Balance 12:34", QgsProject.instance())
    for place in range(3):
        layer = QgsRasterLayer(colour, f"result {place}")
        QgsProject.instance().addMapLayer(layer, False)
        where = root if place == 0 else root.findGroup("Balance 12:34")
        where.insertLayer(0, layer)
        group.take(layer, place - 3)
    found = root.findGroup("Balance 12:34").findLayers()
    assert [node.name() for node in found] == ["result 0", "result 1", "result 2"]
