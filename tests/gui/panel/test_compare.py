"""Before and after in the map, what lies where, and commands that do the same."""

from __future__ import annotations

import json
import shlex
import subprocess

import numpy as np
import processing
import pytest
from osgeo import gdal
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QImage, QKeyEvent, QMouseEvent
from qgis.PyQt.QtWidgets import QApplication

from evenlight.gui.panel.images import RANK
from evenlight.gui.panel.overlaps import Overlap


def picture(image):
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    values = np.frombuffer(image.constBits().asarray(image.sizeInBytes()), np.uint8)
    return values.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width(), :3].astype(int)


@pytest.fixture
def drawn(previewed, waiting):
    """The panel with the swipe on, and its picture drawn."""
    with waiting(previewed.compare.drawn):
        previewed.view.swipe.click()
    return previewed


def test_the_swipe_shows_the_images_as_they_are(drawn, iface):
    """Right of the line what was before, left of it the canvas."""
    canvas = iface.mapCanvas()
    canvas.waitWhileRendering()
    both, before = picture(canvas.viewport().grab().toImage()), picture(drawn.compare.picture)
    height, width = before.shape[:2]
    foot = height - 40
    right = np.abs(both[:foot, width // 2 + 4 : width] - before[:foot, width // 2 + 4 :])
    assert right.mean() < 1
    assert np.abs(both[:foot, : width // 2 - 4] - before[:foot, : width // 2 - 4]).mean() > 1


def test_the_line_is_dragged_in_the_map(drawn, iface):
    view, viewport = drawn.view, iface.mapCanvas().viewport()
    y, middle = viewport.height() // 2, viewport.width() // 2
    left = Qt.MouseButton.LeftButton
    for kind, x in ((QEvent.Type.MouseButtonPress, middle), (QEvent.Type.MouseMove, viewport.width() // 4),
                    (QEvent.Type.MouseButtonRelease, viewport.width() // 4)):  # fmt: skip
        at = QPointF(QPoint(x, y))
        event = QMouseEvent(kind, at, at, left, left, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(viewport, event)
    assert view.share.value() == 25


def test_b_is_held_in_the_map(previewed, waiting, iface):
    def send(kind):
        event = QKeyEvent(kind, Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(iface.mapCanvas(), event)

    with waiting(previewed.compare.drawn):
        send(QEvent.Type.KeyPress)
    assert not previewed.compare.picture.isNull()
    send(QEvent.Type.KeyRelease)
    assert previewed.compare.picture.isNull()


def test_the_next_image_comes_on_top(previewed):
    def names():
        group = QgsProject.instance().layerTreeRoot().children()[0]
        return [node.name() for node in group.findLayers()]

    first = names()
    previewed.view.next.click()
    assert names() == [*first[1:], first[0]]
    assert len(previewed.flow.layers.layers()) == len(first)


def test_discarding_ends_the_swipe(drawn):
    drawn.view.discard.click()
    assert drawn.compare.picture.isNull()
    assert not drawn.view.swipe.isChecked()
    assert not drawn.view.swipe.isEnabled()


@pytest.mark.parametrize("joined", [False, True])
def test_the_swipe_goes_on_with_what_is_written(drawn, waiting, iface, tmp_path, joined):
    """Left of the line the results, right of it still the images as they are; it ends with their layers."""
    output, canvas = drawn.view.output, iface.mapCanvas()
    if joined:
        with waiting(drawn.previewed):
            output.joined.setChecked(True)
        output.file.setFilePath(str(tmp_path / "one.tif"))
    else:
        output.folder.setFilePath(str(tmp_path))
    before = picture(drawn.compare.picture)
    with waiting(drawn.written) as told:
        drawn.view.write.click()
    assert drawn.view.swipe.isChecked() and drawn.view.swipe.isEnabled()
    with waiting(drawn.compare.drawn):
        drawn.compare.draw_again()
    canvas.waitWhileRendering()
    now, shown = picture(drawn.compare.picture), picture(canvas.viewport().grab().toImage())
    foot, middle = before.shape[0] - 40, before.shape[1] // 2
    if not joined:
        assert np.abs(now - before).mean() < 1
    assert np.abs(shown[:foot, middle + 4:] - now[:foot, middle + 4:]).mean() < 1
    assert np.abs(shown[:foot, : middle - 4] - now[:foot, : middle - 4]).mean() > 1
    written = [one for one in QgsProject.instance().mapLayers().values() if one.source() in told.values[0]]
    QgsProject.instance().removeMapLayers([one.id() for one in written])
    assert drawn.compare.picture.isNull() and not drawn.view.swipe.isEnabled()


def test_overlaps_are_shown_on_the_map(previewed, iface):
    previewed.view.on_map.click()
    footprints, links = (
        next(layer for layer in QgsProject.instance().mapLayers().values() if layer.name() == name)
        for name in ("Footprints", "Overlaps")
    )
    assert footprints.featureCount() == 3
    assert links.featureCount() == 2
    assert {feature["images"] for feature in links.getFeatures()} == {"west \u2013 middle", "middle \u2013 east"}
    footprints.selectByExpression("\"image\" = 'middle'")
    assert previewed.choosing.selected() == [previewed.images.entries[1].value]
    before = iface.mapCanvas().extent()
    previewed.view.table.doubleClicked.emit(previewed.view.overlaps.index(0, 0))
    assert iface.mapCanvas().extent().width() < before.width()
    previewed.view.on_map.click()
    assert len(QgsProject.instance().mapLayers()) == 6


def test_rejected_overlaps_are_dashed_and_say_why(chosen, layers):
    """In words and in the kind of line, not only in a colour."""
    rejected = Overlap(0, 1, 0.5, 0.4, 0.0, "gains contradict the others", True)
    fine = Overlap(1, 2, 0.5, 0.1, 1.0, "", False)
    chosen.map.show(chosen.images.used, [0, 0, 0], [rejected, fine])
    links = next(layer for layer in QgsProject.instance().mapLayers().values() if layer.name() == "Overlaps")
    styles = {each.value(): each.symbol().symbolLayer(1).penStyle() for each in links.renderer().categories()}
    assert styles == {"rejected": Qt.PenStyle.DashLine, "agrees better": Qt.PenStyle.SolidLine}
    assert {feature["reason"] for feature in links.getFeatures()} == {"gains contradict the others", ""}
    assert links.labelsEnabled()
    assert links.labeling().settings().fieldName == "reason"


def test_seams_of_a_mosaic_are_shown(previewed, waiting):
    output = previewed.view.output
    with waiting(previewed.previewed):
        output.joined.click()
    assert previewed.view.tree.isColumnHidden(RANK)
    with waiting(previewed.seamed):
        output.show_seams.click()
    assert previewed.seams.layer.featureCount() == 3
    # which were put off for the seams
    with waiting(previewed.flow.measured):
        pass
    with waiting(previewed.seamed):
        output.method.setCurrentIndex(output.method.findData("rank"))
    assert not previewed.view.tree.isColumnHidden(RANK)
    output.separate.click()
    assert previewed.seams.layer is None


def changed(panel, tmp_path):
    """Settings that are not the default."""
    panel.view.correction.strength.setValue(50)
    panel.view.correction.blocks.setValue(16)
    panel.images.entries[0].right = True
    panel.view.output.folder.setFilePath(str(tmp_path / "it's out"))
    return panel.copying


def test_the_python_call_does_what_the_panel_writes(chosen, waiting, tmp_path, monkeypatch):
    changed(chosen, tmp_path)
    actions = {action.objectName(): action for action in chosen.view.copy.menu().actions()}
    actions["python"].trigger()
    text = QApplication.clipboard().text()
    asked = []
    monkeypatch.setattr(processing, "run", lambda *given: asked.append(given))
    exec(text)
    monkeypatch.undo()
    [(name, values)] = asked
    assert values["ALPHA"] == 0.5
    outputs = processing.run(name, values)["OUTPUT"]
    with waiting(chosen.written) as told:
        chosen.view.output.folder.setFilePath(str(tmp_path / "other"))
        chosen.view.write.click()
    for one, other in zip(outputs, told.values[0]):
        assert np.array_equal(gdal.Open(one).ReadAsArray(), gdal.Open(other).ReadAsArray())


def test_shell_and_json_say_the_same(chosen, tmp_path):
    command = changed(chosen, tmp_path).command()
    words = shlex.split(command.shell())
    assert words[:4] == ["qgis_process", "run", "evenlight:balance", "--"]
    assert sum(word.startswith("INPUT=") for word in words) == 3
    line = f"printf '%s\\n' {command.shell()}"
    echoed = subprocess.run(["sh", "-c", line], capture_output=True, text=True, check=True)
    assert echoed.stdout.split("\n")[:-1] == words
    assert json.loads(command.json())["inputs"] == command.parameters
    chosen.view.correction.local.setChecked(False)
    assert chosen.copying.command().tool == "global_regression"
    chosen.view.output.joined.setChecked(True)
    assert chosen.copying.command().tool == "balance_and_mosaic"
