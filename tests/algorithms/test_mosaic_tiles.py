"""Mosaics as tiles in QGIS: one layer, whatever is run again or cancelled."""

from __future__ import annotations

import numpy as np
import processing
import pytest
from osgeo import gdal
from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
)

from evenlight.gui import styling

pytestmark = pytest.mark.usefixtures("provider", "qgis_new_project")


@pytest.mark.parametrize("temporary", [True, False])
@pytest.mark.parametrize("name", ["mosaic", "balance_and_mosaic"])
def test_tiles_are_loaded_as_one_layer(images, name, temporary, tmp_path, monkeypatch):
    """Called as one GeoTIFF would be, and read again after a second run; statistics of it change no file."""
    project = QgsProject.instance()
    if not temporary:
        # results in folders for temporary files are called like the parameter
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.setenv("TMPDIR", str(tmp_path / "elsewhere"))
    parameters = {"INPUT": images, "OUTPUT": QgsProcessingOutputLayerDefinition(str(tmp_path / "m.tif"), project)}
    processing.runAndLoadResults(f"evenlight:{name}", parameters)
    (whole,) = project.mapLayers().values()
    expected = whole.name()
    assert expected == ("Mosaic" if temporary else "m")
    project.removeAllMapLayers()
    del whole
    for number in (2, 3, 3):
        processing.runAndLoadResults(f"evenlight:{name}", {**parameters, "INPUT": images[:number], "TILE_SIZE": 100})
        text = (tmp_path / "m.vrt").read_text()
        (layer,) = project.mapLayers().values()
        assert layer.isValid() and layer.name() == expected and len(project.layerTreeRoot().findLayers()) == 1
        assert layer.width() == layer.dataProvider().xSize() == 30 + 70 * number
        layer.dataProvider().bandStatistics(1)
        assert (tmp_path / "m.vrt").read_text() == text
        layer.setName(expected := "mine")


def test_layers_of_tiles_have_overviews(tmp_path, write_raster):
    """Those over all tiles, also after a second run; without them none."""
    values = np.random.default_rng(5).integers(100, 200, (1, 300, 400)).astype("uint16")
    paths = [write_raster(tmp_path / f"{n}.tif", values, west=500000 + 3000 * n, nodata=0) for n in (0, 1)]
    output = QgsProcessingOutputLayerDefinition(str(tmp_path / "t ü" / "m & n.tif"), QgsProject.instance())
    given = {"INPUT": paths, "TILE_SIZE": 300, "OUTPUT": output, "BLEND": "none"}
    for wanted in (True, False, True):
        processing.runAndLoadResults("evenlight:mosaic", {**given, "BUILD_OVERVIEWS": wanted})
        (layer,) = QgsProject.instance().mapLayers().values()
        assert any(level.getExists() for level in layer.dataProvider().buildPyramidList()) == wanted
        assert (gdal.Open(layer.source()).GetRasterBand(1).GetOverviewCount() > 0) == wanted
        small = gdal.Open(layer.source()).ReadAsArray(buf_xsize=70, buf_ysize=30)
        assert small.mean() == pytest.approx(150, abs=1 if wanted else 5)


class CancelsLate(QgsProcessingFeedback):
    """Cancels once half of a run is done."""

    def __init__(self):
        super().__init__()
        self.progressChanged.connect(lambda share: self.cancel() if share > 50 else None)


@pytest.mark.parametrize("name", ["mosaic", "balance_and_mosaic"])
def test_a_cancelled_run_leaves_tiles_and_their_layer(images, name, tmp_path):
    """Among the tiles of a second run: files and layer are those of the first one."""
    output = QgsProcessingOutputLayerDefinition(str(tmp_path / "t" / "m.tif"), QgsProject.instance())
    given = {"INPUT": images[:2], "TILE_SIZE": 100, "OUTPUT": output}
    processing.runAndLoadResults(f"evenlight:{name}", given)
    before = {path.name: path.read_bytes() for path in (tmp_path / "t").iterdir()}
    (layer,) = QgsProject.instance().mapLayers().values()
    feedback = CancelsLate()
    with pytest.raises(QgsProcessingException, match=r"(?i)cancel"):
        processing.run(f"evenlight:{name}", {**given, "INPUT": images, "TILE_SIZE": 64}, feedback=feedback)
    assert feedback.isCanceled()
    assert {path.name: path.read_bytes() for path in (tmp_path / "t").iterdir()} == before
    assert list(QgsProject.instance().mapLayers().values()) == [layer] and layer.width() == 170


@pytest.mark.parametrize("chosen", [False, True])
def test_a_second_run_draws_the_layer_of_tiles_anew(images, chosen, tmp_path):
    """As one that is added, unless somebody chose its style."""
    output = QgsProcessingOutputLayerDefinition(str(tmp_path / "m.tif"), QgsProject.instance())
    given = {"INPUT": images, "TILE_SIZE": 100, "OUTPUT": output}
    processing.runAndLoadResults("evenlight:mosaic", given)
    (layer,) = QgsProject.instance().mapLayers().values()
    expected = styling.limits_of(layer)
    styling.set_limits(layer, (1.0, 2.0))
    if chosen:
        layer.removeCustomProperty(styling.OURS)
    processing.runAndLoadResults("evenlight:mosaic", given)
    assert expected != (1.0, 2.0)
    assert styling.limits_of(layer) == ((1.0, 2.0) if chosen else expected)
