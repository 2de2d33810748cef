"""Coordinate systems that are none or lead nowhere are told in a sentence, whatever GDAL's switch says."""

from __future__ import annotations

import numpy as np
import pytest
from jobs_of import run_global, run_local
from made_scenes import make_scene, write
from osgeo import gdal, ogr, osr

from evenlight.core.errors import EvenlightError, ReferenceSystemError
from evenlight.core.masks.polygons import MaskPolygon, PolygonMask
from evenlight.core.raster.canvas import make_canvas
from evenlight.core.raster.image import describe
from evenlight.core.raster.reference_system import (
    same_crs,
    spatial_reference,
    surely_through,
    through,
    transformation,
)
from evenlight.core.settings import CanvasExtent
from evenlight.core.statistics.blocks import block_bounds

LOCAL = 'LOCAL_CS["drawing",UNIT["metre",1]]'


@pytest.fixture(params=["codes", "exceptions"], autouse=True)
def failure_style(request):
    """Both of GDAL's failure styles, which QGIS changes between versions."""
    modules = (gdal, ogr, osr)
    before = [module.GetUseExceptions() for module in modules]
    for module in modules:
        (module.UseExceptions if request.param == "exceptions" else module.DontUseExceptions)()
    yield
    for module, raised in reversed(list(zip(modules, before))):
        (module.UseExceptions if raised else module.DontUseExceptions)()


@pytest.fixture
def canvas(tmp_path):
    """The canvas of one image in zone 14."""
    return make_canvas([describe(write(tmp_path / "a.tif", np.ones((1, 40, 40), np.uint8)))])


def test_an_image_that_leads_nowhere_is_named(tmp_path):
    """A drawing's own system beside images in zone 14."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=60, step=30)
    odd = write(tmp_path / "drawing.tif", np.ones((1, 40, 40), np.uint16), epsg=None)
    dataset = gdal.Open(odd, gdal.GA_Update)
    dataset.SetProjection(LOCAL)
    dataset = None
    with pytest.raises(EvenlightError, match=r'drawing\.tif \("drawing"\) does not lead to that of the images'):
        run_global([*scene.paths, odd], tmp_path / "out")


@pytest.mark.parametrize("crs", ["rubbish", LOCAL, "EPSG:0"])
def test_an_extent_of_no_usable_system_is_refused(canvas, crs):
    """By the parameter's name."""
    with pytest.raises(ReferenceSystemError, match="CANVAS_EXTENT"):
        block_bounds(canvas, CanvasExtent(-99.1, 46.9, -98.9, 47.0, crs))


def test_an_extent_that_cannot_be_transformed_is_refused(canvas):
    """Degrees that are none."""
    with pytest.raises(ReferenceSystemError, match="CANVAS_EXTENT"):
        block_bounds(canvas, CanvasExtent(-500, 95, 900, 99, "EPSG:4326"))


@pytest.mark.parametrize("crs", ["rubbish", LOCAL])
def test_a_mask_of_no_usable_system_is_refused(tmp_path, crs):
    """Before a pixel is read."""
    scene = make_scene(tmp_path / "in", columns=2, bands=1, size=60, step=30)
    square = ogr.CreateGeometryFromWkt("POLYGON ((0 0, 9 0, 9 9, 0 9, 0 0))")
    mask = PolygonMask((MaskPolygon(bytes(square.ExportToWkb())),), crs)
    with pytest.raises(ReferenceSystemError, match="of the mask"):
        run_local(scene.paths, tmp_path / "out", mask=mask)


def test_systems_are_compared_by_meaning():
    """A code and its WKT are one; nothing has to be transformed then."""
    wkt = spatial_reference("EPSG:32614").ExportToWkt()
    assert same_crs(wkt, "EPSG:32614")
    assert not same_crs(wkt, "EPSG:32615")
    assert transformation(wkt, "EPSG:32614", "x") is None
    assert transformation("EPSG:4326", wkt, "x") is not None


def test_points_without_a_place_are_infinite_and_spare_the_others():
    """Whichever way GDAL tells it, and a refusal where all are needed."""
    points = np.array([[500000.0, 5200000.0], [1e30, 1e30], [500010.0, 5200000.0]])
    metres, degrees = spatial_reference("EPSG:32614").ExportToWkt(), spatial_reference("EPSG:4326").ExportToWkt()
    found = through(transformation(metres, degrees, "a"), points)
    assert np.isfinite(found).all(axis=1).tolist() == [True, False, True]
    assert found[0] == pytest.approx([-99.0, 46.95], abs=0.1)
    assert surely_through(points[[0, 2]], metres, degrees, "a.tif") == pytest.approx(found[[0, 2]])
    with pytest.raises(ReferenceSystemError, match=r"a\.tif"):
        surely_through(points, metres, degrees, "a.tif")
