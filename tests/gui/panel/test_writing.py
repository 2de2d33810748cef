"""Writing from the panel, and what stops it."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt

from evenlight.core.jobs import balance, balance_and_mosaic


def read(path):
    return gdal.Open(str(path)).ReadAsArray()


def test_results_are_those_of_balance_and_are_loaded(previewed, waiting, images, tmp_path):
    whole = balance(images, tmp_path / "whole").outputs
    previewed.view.output.folder.setFilePath(str(tmp_path / "out"))
    with waiting(previewed.written) as told:
        previewed.view.write.click()
    [outputs] = told.values
    for one, other in zip(outputs, whole):
        assert np.array_equal(read(one), read(other))
    assert not previewed.flow.layers.ids
    assert {"west balanced", "middle balanced", "east balanced"} <= {
        layer.name() for layer in QgsProject.instance().mapLayers().values()
    }
    assert previewed.flow.state == "done"


def test_results_of_a_second_run_do_not_push_out_those_of_the_first(previewed, waiting, images, tmp_path):
    """Both are loaded, and both are said to be, though the second came while the first were loaded."""
    first, second = (balance(images, tmp_path / name).outputs for name in ("first", "second"))
    loading, ended = previewed.loading, []
    loading.loaded.connect(ended.append)
    for outputs in (first, second):
        loading.start(outputs, images, previewed.flow.found, False)
    assert ended == [first]
    with waiting(loading.loaded):
        pass
    assert ended == [first, second]
    shown = {layer.source() for layer in QgsProject.instance().mapLayers().values()}
    assert {*first, *second} <= shown


def test_without_a_preview_all_is_done_at_once(chosen, waiting, tmp_path):
    chosen.view.output.folder.setFilePath(str(tmp_path))
    with waiting(chosen.written) as told:
        chosen.view.write.click()
    assert all(Path(file).is_file() for file in told.values[0])


def test_a_mosaic_is_that_of_the_tool(previewed, waiting, images, tmp_path):
    whole = balance_and_mosaic(images, tmp_path / "whole.tif").output
    output = previewed.view.output
    with waiting(previewed.previewed):
        output.joined.setChecked(True)
    output.file.setFilePath(str(tmp_path / "out"))
    with waiting(previewed.written):
        previewed.view.write.click()
    assert np.array_equal(read(tmp_path / "out.tif"), read(whole))
    assert "out" in {layer.name() for layer in QgsProject.instance().mapLayers().values()}


def test_a_report_stands_beside_images_and_mosaics(previewed, waiting, tmp_path):
    output, folder = previewed.view.output, tmp_path / "out"
    output.folder.setFilePath(str(folder))
    output.report.setChecked(True)
    with waiting(previewed.written):
        previewed.view.write.click()
    page = (folder / "evenlight-report.html").read_text()
    assert "How well the images agree" in page and "evenlight:balance" in page
    assert "evenlight-report.html" in output.report_link.text()
    assert previewed.copying.command().parameters["REPORT"] == str(folder / "evenlight-report.html")
    output.joined.setChecked(True)
    output.file.setFilePath(str(tmp_path / "one.tif"))
    output.report.setChecked(False)
    with waiting(previewed.written):
        previewed.view.write.click()
    assert not (tmp_path / "one-report.html").exists() and not output.report_link.text()
    output.report.setChecked(True)
    with waiting(previewed.written):
        previewed.view.write.click()
    assert (tmp_path / "one-report.html").is_file()


def test_nowhere_to_write_is_said(previewed, waiting):
    with waiting(previewed.failed) as told:
        previewed.view.write.click()
    assert told.values == ("Choose a folder for the results.",)


def test_images_are_not_written_over(previewed, waiting, images):
    previewed.view.output.folder.setFilePath(str(Path(images[0]).parent / "west.tif"))
    with waiting(previewed.failed):
        previewed.view.write.click()
    assert previewed.flow.layers.ids


def test_cancel_half_way_leaves_no_file(previewed, waiting, tmp_path):
    folder = tmp_path / "out"
    previewed.view.output.folder.setFilePath(str(folder))
    with waiting(previewed.stateChanged, lambda state: state == "shown"):
        previewed.view.write.click()
        previewed.view.cancel.click()
    assert not folder.exists() or not list(folder.iterdir())
    assert previewed.flow.layers.ids


class HalfWay:
    """Holds the next piece of work when it has begun to write beside files of a folder, until it is cancelled."""

    def __init__(self, folder):
        self.reached = threading.Event()
        self._folder, self._old = folder, set(folder.iterdir())
        self._task, self._manager = None, QgsApplication.taskManager()
        self._manager.taskAdded.connect(self._on_task)

    def _on_task(self, number):
        self._manager.taskAdded.disconnect(self._on_task)
        self._task = self._manager.task(number)
        # in the thread that writes
        self._task.progressChanged.connect(self._on_progress, Qt.ConnectionType.DirectConnection)

    def _on_progress(self, _percent):
        new = set(self._folder.iterdir()) - self._old
        if not self.reached.is_set() and any(".part-" in path.name and path.suffix == ".tif" for path in new):
            self.reached.set()
            for _ in range(3000):
                if self._task.isCanceled():
                    break
                threading.Event().wait(0.01)


def test_unloaded_while_writing(previewed, waiting, tmp_path):
    """Files are being written beside earlier results: these stay as they were, and nothing else stays."""
    folder = tmp_path / "out"
    previewed.view.output.folder.setFilePath(str(folder))
    with waiting(previewed.written):
        previewed.view.write.click()
    with waiting(previewed.previewed):
        previewed.view.preview.click()
    with waiting(previewed.previewed):
        previewed.view.correction.strength.setValue(0)
    earlier = {path: path.read_bytes() for path in folder.iterdir()}
    assert len(earlier) == 3
    half_way = HalfWay(folder)
    previewed.view.write.click()
    assert half_way.reached.wait(30)
    assert set(folder.iterdir()) > set(earlier)
    previewed.close_for_good()
    assert {path: path.read_bytes() for path in folder.iterdir()} == earlier
    assert not previewed.flow.layers.ids


def test_unloaded_when_writing_has_hardly_begun(previewed, tmp_path):
    folder = tmp_path / "out"
    previewed.view.output.folder.setFilePath(str(folder))
    previewed.view.write.click()
    previewed.close_for_good()
    assert not folder.exists() or not list(folder.iterdir())
