"""Outlines of masks that cannot be moved into the layer's system are told of, whatever GDAL's switch says."""

from __future__ import annotations

import numpy as np
import pytest
from made_scenes import write
from osgeo import gdal, ogr, osr
from recorders import CancelAt, Recorder

from evenlight.core.errors import Cancelled, ReferenceSystemError
from evenlight.core.masks.vectors import Outlines, merge_outlines, write_outlines
from evenlight.core.raster.reference_system import spatial_reference


@pytest.fixture(params=["codes", "exceptions"])
def failure_style(request):
    """Both of GDAL's failure styles, which QGIS changes between versions."""
    modules = (gdal, ogr, osr)
    before = [module.GetUseExceptions() for module in modules]
    for module in modules:
        (module.UseExceptions if request.param == "exceptions" else module.DontUseExceptions)()
    yield
    for module, raised in reversed(list(zip(modules, before))):
        (module.UseExceptions if raised else module.DontUseExceptions)()


def patch(path, latitude):
    """A file with one polygon in degrees, of the value 1."""
    dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    layer = dataset.CreateLayer("patches", spatial_reference("EPSG:4326"), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("value", ogr.OFTInteger))
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetField(0, 1)
    corners = f"-99 {latitude}, -98 {latitude}, -98 {latitude + 1}, -99 {latitude}"
    feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({corners}))"))
    layer.CreateFeature(feature)
    return Outlines(str(path), "odd", spatial_reference("EPSG:4326").ExportToWkt())


def test_an_outline_that_cannot_be_moved_is_its_images_fault(tmp_path, failure_style):
    """Latitudes beyond the pole: the image's system is wrong, and the target can be written."""
    good, bad = patch(tmp_path / "good.gpkg", 46), patch(tmp_path / "bad.gpkg", 460)
    target = spatial_reference("EPSG:32614").ExportToWkt()
    assert merge_outlines(str(tmp_path / "a.gpkg"), [good], 1, target, Recorder()) == 1
    with pytest.raises(ReferenceSystemError, match="The coordinate system of odd"):
        merge_outlines(str(tmp_path / "b.gpkg"), [good, bad], 1, target, Recorder())


@pytest.mark.usefixtures("failure_style")
def test_a_cancel_while_outlines_are_drawn_is_a_cancel(tmp_path):
    """GDAL takes a callback that wants to end for an error, which is not one of writing."""
    mask = write(tmp_path / "mask.tif", np.random.default_rng(0).integers(0, 2, (1, 300, 300)).astype(np.uint8))
    with pytest.raises(Cancelled):
        write_outlines(mask, str(tmp_path / "p.gpkg"), "mask", "EPSG:32614", 1, CancelAt(0.0))
    assert [path.name for path in tmp_path.iterdir()] == ["mask.tif"]
