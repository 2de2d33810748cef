"""Results in the project: one common stretch, no layer twice, replaced files read again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsContrastEnhancement,
    QgsPalettedRasterRenderer,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt import sip

from evenlight.gui import styling

STRETCH = [(100.0, 900.0), (50.0, 700.0), (10.0, 300.0)]


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


def limits(enhancement):
    return enhancement.minimumValue(), enhancement.maximumValue()


def test_colour_images_get_the_stretch_of_their_bands(colour):
    layer = QgsRasterLayer(colour, "colour")
    styling.apply_stretch(layer, STRETCH)
    renderer = layer.renderer()
    shown = [renderer.redContrastEnhancement(), renderer.greenContrastEnhancement(), renderer.blueContrastEnhancement()]
    assert [limits(enhancement) for enhancement in shown] == STRETCH
    stretch = QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
    assert {enhancement.contrastEnhancementAlgorithm() for enhancement in shown} == {stretch}


def test_single_band_images_too(tmp_path, write_raster):
    layer = QgsRasterLayer(write_raster(tmp_path / "grey.tif", np.ones((1, 5, 5), "uint16")), "grey")
    styling.apply_stretch(layer, STRETCH)
    assert limits(layer.renderer().contrastEnhancement()) == STRETCH[0]


def test_bands_without_limits_keep_theirs(colour):
    """An alpha band is no band with data."""
    layer = QgsRasterLayer(colour, "colour")
    before = limits(layer.renderer().blueContrastEnhancement()) if layer.renderer().blueContrastEnhancement() else None
    styling.apply_stretch(layer, STRETCH[:2])
    after = layer.renderer().blueContrastEnhancement()
    assert (limits(after) if after else None) == before


def test_other_renderers_are_left_alone(tmp_path, write_raster):
    layer = QgsRasterLayer(write_raster(tmp_path / "classes.tif", np.ones((1, 5, 5), "uint8")), "classes")
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, []))
    styling.apply_stretch(layer, STRETCH)
    assert isinstance(layer.renderer(), QgsPalettedRasterRenderer)


def test_new_results_are_added_with_the_style(colour, context):
    styling.show_results([colour], STRETCH, [styling.CommonStretch()], context)
    details = context.layersToLoadOnCompletion()[colour]
    assert details.name == "colour"
    layer = QgsRasterLayer(colour, "colour")
    details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback())
    assert limits(layer.renderer().redContrastEnhancement()) == STRETCH[0]


def test_open_results_are_read_again_and_not_doubled(colour, context, project, write_raster):
    layer = QgsRasterLayer(colour, "my name for it")
    project.addMapLayer(layer)
    point = QgsPointXY(500005, 5199995)
    assert layer.dataProvider().sample(point, 1) == (0.0, True)
    replacement = Path(colour).with_name("part.tif")
    write_raster(replacement, np.full((3, 10, 10), 77, dtype="uint16"))
    replacement.replace(colour)
    styling.show_results([colour], STRETCH, [styling.CommonStretch()], context)
    assert not context.layersToLoadOnCompletion()
    assert layer.name() == "my name for it"
    assert layer.dataProvider().sample(point, 1) == (77.0, True)
    assert limits(layer.renderer().redContrastEnhancement()) == STRETCH[0]


def test_without_loading_open_layers_are_read_again_in_their_style(colour, context, project, write_raster):
    layer = QgsRasterLayer(colour, "open")
    styling.apply_stretch(layer, [(1.0, 2.0)] * 3)
    project.addMapLayer(layer)
    replacement = Path(colour).with_name("part.tif")
    write_raster(replacement, np.full((3, 10, 10), 77, dtype="uint16"))
    replacement.replace(colour)
    styling.show_results([colour, "/nowhere/other.tif"], STRETCH, [], context)
    assert not context.layersToLoadOnCompletion()
    assert layer.dataProvider().sample(QgsPointXY(500005, 5199995), 1) == (77.0, True)
    assert limits(layer.renderer().redContrastEnhancement()) == (1.0, 2.0)


def test_refresh_from_another_thread_happens_in_the_main_thread(colour, context, project, qgis_app):
    """A model runs its algorithms, and what follows them, in a worker thread."""
    from threading import Thread

    from qgis.PyQt.QtCore import QThread

    layer = QgsRasterLayer(colour, "open")
    project.addMapLayer(layer)
    threads = []
    layer.styleChanged.connect(lambda: threads.append(QThread.currentThread()))
    worker = Thread(target=styling.show_results, args=([colour], STRETCH, [styling.CommonStretch()], context))
    worker.start()
    worker.join()
    assert not threads
    qgis_app.processEvents()
    assert threads
    assert set(threads) == {qgis_app.thread()}
    assert limits(layer.renderer().redContrastEnhancement()) == STRETCH[0]


def test_stylers_live_as_long_as_their_context(colour, project):
    """The context deletes them; a forgotten or a shared one would bring QGIS down."""
    import gc

    context = QgsProcessingContext()
    context.setProject(project)
    styling.show_results([colour], STRETCH, [styling.CommonStretch()], context)
    gc.collect()
    kept = styling._KEPT[-1]
    assert isinstance(context.layersToLoadOnCompletion()[colour].postProcessor(), styling.CommonStretch)
    assert not sip.isdeleted(kept)
    del context
    gc.collect()
    assert sip.isdeleted(kept)
    styling._keep(QgsProject())
    assert kept not in styling._KEPT
