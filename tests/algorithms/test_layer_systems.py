"""Layers whose coordinate system the user set, in every group of tools: as with files that say it themselves."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, ogr, osr
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from scipy import ndimage

SIDE, ASIDE, RIGHT, WRONG = 160, 40, 32614, 32615
WEST, NORTH, PIXEL = 500000.0, 5200000.0, 10.0

TOOLS = {
    "coregister": {"INPUT": ["off"], "REFERENCE": "one", "OUTPUT_FOLDER": "out"},
    "coregister_jointly": {"INPUT": ["one", "off"], "OUTPUT_FOLDER": "out"},
    "mask_rasters": {"INPUT": ["one", "two"], "MASK": "polygon", "OUTPUT_FOLDER": "out"},
    "threshold_mask": {
        "INPUT": ["one", "two"],
        "EXPRESSION": "b1 > 1000",
        "OUTPUT_FOLDER": "out",
        "OUTPUT_POLYGONS": "p.gpkg",
    },
    "local_variance": {"INPUT": "two", "OUTPUT": "out.tif"},
    "fill_gaps": {"INPUT": "gap", "METHOD": "other_image", "OTHER": "one", "OUTPUT": "out.tif"},
    "histogram_match": {"INPUT": ["two"], "REFERENCE": "one", "OUTPUT_FOLDER": "out"},
    "histogram_equalize": {"INPUT": ["one", "two"], "OUTPUT_FOLDER": "out"},
    "pif_mask": {"INPUT": "one", "REFERENCE": "two", "OUTPUT": "out.tif", "OUTPUT_POLYGONS": "p.gpkg"},
    "cross_correlation": {"INPUT": "two", "OTHER": "one", "WINDOW": 9, "SEARCH": 3, "OUTPUT": "out.tif"},
    "preview_balance": {"INPUT": ["one", "two"], "OUTPUT_FOLDER": "out"},
    "local_block_adjustment": {"INPUT": ["one", "two"], "OUTPUT_FOLDER": "out"},
}


class Recorder(QgsProcessingFeedback):
    """Keeps the warnings."""

    def __init__(self):
        super().__init__(False)
        self.warnings = []

    def pushWarning(self, text):
        self.warnings.append(text)


@pytest.fixture(scope="module")
def files(tmp_path_factory, write_raster):
    """Two overlapping images of one ground, the second again with a hole and four columns off, by system and name."""
    random = np.random.default_rng(5)
    layers = [ndimage.gaussian_filter(random.normal(size=(SIDE, SIDE + ASIDE)), sigma) for sigma in (0.8, 4.0)]
    ground = 1000 + sum(120 * layer / layer.std() for layer in layers)
    one, two = ground[:, :SIDE], 1.2 * ground[:, ASIDE:] + 50
    gap = two.copy()
    gap[60:70, 30:40] = 0
    found = {}
    for epsg in (RIGHT, WRONG):
        folder = tmp_path_factory.mktemp(str(epsg))
        kinds = ("one", one, 0), ("two", two, ASIDE), ("gap", gap, ASIDE), ("off", two, ASIDE + 4)
        for name, values, column in kinds:
            own = RIGHT if name == "one" else epsg
            path, west = folder / f"{name}.tif", WEST + PIXEL * column
            found[epsg, name] = write_raster(path, np.rint(values).astype(np.uint16), west, NORTH, nodata=0, epsg=own)
    return found


def polygon(tmp_path):
    """A file with one square over parts of both images."""
    west, north = WEST + 600, NORTH - 300
    corners = [[west, north], [west + 700, north], [west + 700, north - 800], [west, north - 800], [west, north]]
    path = tmp_path / "polygon.gpkg"
    dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    system = osr.SpatialReference()
    system.ImportFromEPSG(RIGHT)
    table = dataset.CreateLayer("square", system, ogr.wkbPolygon)
    feature = ogr.Feature(table.GetLayerDefn())
    text = ", ".join(f"{x} {y}" for x, y in corners)
    feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({text}))"))
    table.CreateFeature(feature)
    del feature, table, dataset
    return str(path)


def facts_of(outputs):
    """Names, systems, places and pixels of results."""
    for path in outputs if isinstance(outputs, list) else [outputs]:
        dataset = gdal.Open(path)
        yield QgsRasterLayer(path).crs().authid(), dataset.GetGeoTransform(), dataset.ReadAsArray()


def place_of(polygons):
    """System and extent of a vector file."""
    layer = QgsVectorLayer(polygons)
    return layer.crs().authid(), layer.extent().toString(3)


@pytest.mark.parametrize("name", TOOLS)
def test_a_system_set_by_hand_is_that_of_the_file(provider, qgis_new_project, files, tmp_path, name):
    """Layers of files that say a wrong zone, once the user set the right one; their filters and options are told."""
    import processing

    def layer(epsg, word):
        shown = QgsRasterLayer(f"{files[epsg, word]}|option:NUM_THREADS=2", f"layer {word}")
        shown.setCrs(QgsCoordinateReferenceSystem(f"EPSG:{RIGHT}"))
        return shown

    found, places = {}, []
    for epsg, kind in ((RIGHT, lambda _, word: files[RIGHT, word]), (WRONG, layer)):
        given, folder = {"LOAD_OUTPUTS": False}, tmp_path / str(epsg)
        folder.mkdir()
        for key, value in TOOLS[name].items():
            if key.startswith("OUTPUT"):
                given[key] = str(folder / value)
            elif key in ("INPUT", "REFERENCE", "OTHER"):
                given[key] = [kind(epsg, word) for word in value] if isinstance(value, list) else kind(epsg, value)
            else:
                given[key] = polygon(tmp_path) if value == "polygon" else value
        feedback = Recorder()
        result = processing.run(f"evenlight:{name}", given, feedback=feedback)
        found[epsg] = list(facts_of(result["OUTPUT"]))
        places += [place_of(result[key]) for key in given if key == "OUTPUT_POLYGONS"]
    assert any("layer" in text and "NUM_THREADS=2" in text for text in feedback.warnings)
    assert len(set(places)) <= 1 and all(system == f"EPSG:{RIGHT}" for system, _ in places)
    assert len(found[RIGHT]) == len(found[WRONG])
    for one, other in zip(found[RIGHT], found[WRONG]):
        assert one[0] == other[0] == f"EPSG:{RIGHT}"
        assert other[1] == pytest.approx(one[1], abs=1e-3)
        assert np.array_equal(one[2], other[2], equal_nan=one[2].dtype.kind == "f")


def test_a_layer_of_the_project_by_its_id(provider, qgis_new_project, files, tmp_path):
    """As models and history hand it on."""
    import processing

    shown = QgsRasterLayer(files[WRONG, "two"], "two")
    shown.setCrs(QgsCoordinateReferenceSystem(f"EPSG:{RIGHT}"))
    QgsProject.instance().addMapLayer(shown)
    given = {"INPUT": shown.id(), "OUTPUT": str(tmp_path / "out.tif")}
    result = processing.run("evenlight:local_variance", given)
    assert QgsRasterLayer(result["OUTPUT"]).crs().authid() == f"EPSG:{RIGHT}"
