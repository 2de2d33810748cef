"""An extent of the block grid whose numbers came in another order."""

from __future__ import annotations

import pytest
from jobs_of import run_local
from made_scenes import NORTH, PIXEL, WEST, make_scene
from osgeo import osr

import evenlight.core as ev
from evenlight.core.errors import EvenlightError
from evenlight.core.settings import CanvasExtent, LocalSettings
from evenlight.core.statistics.blocks import ExtentOrderError

SIDE = 140 * PIXEL


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    return make_scene(tmp_path_factory.mktemp("pair"), columns=2, size=90, step=50, bands=1)


def in_degrees(west, south, east, north):
    """The rectangle in degrees, as a wide rectangle of them."""
    source, target = osr.SpatialReference(), osr.SpatialReference()
    source.ImportFromEPSG(32614)
    target.ImportFromEPSG(4326)
    target.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    way = osr.CoordinateTransformation(source, target)
    corners = [way.TransformPoint(x, y)[:2] for x in (west, east) for y in (south, north)]
    x, y = zip(*corners)
    return min(x), min(y), max(x), max(y)


RIGHT = WEST, NORTH - SIDE, WEST + SIDE, NORTH


@pytest.mark.parametrize("degrees", [False, True])
def test_the_order_of_the_seeds_is_refused_with_both_readings(pair, tmp_path, degrees):
    """xmin,ymin,xmax,ymax read as xmin,xmax,ymin,ymax; in metres and in degrees."""
    west, south, east, north = in_degrees(*RIGHT) if degrees else RIGHT
    crs = "EPSG:4326" if degrees else ""
    run_local(pair.paths, tmp_path / "right", canvas_extent=CanvasExtent(west, south, east, north, crs))
    turned = CanvasExtent(west, east, south, north, crs)
    meant = f"x {west:.10g} to {east:.10g} and y {south:.10g} to {north:.10g}"
    read = f"x {west:.10g} to {south:.10g} and y {east:.10g} to {north:.10g}"
    with pytest.raises(ExtentOrderError) as caught:
        run_local(pair.paths, tmp_path / "out", canvas_extent=turned)
    assert read in str(caught.value).split(";")[0]
    assert meant in str(caught.value).split(";")[1]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("wider", [2.0, 500.0])
def test_a_wide_extent_is_taken_as_it_is(pair, tmp_path, wider):
    """Space for images to come, however much: no other order of it lies on the images."""
    extent = CanvasExtent(WEST, NORTH - wider * SIDE, WEST + wider * SIDE, NORTH)
    settings = LocalSettings(canvas_extent=extent, block_rows=4, block_columns=4)
    maps = ev.save_block_maps(pair.paths, str(tmp_path / "r.tif"), str(tmp_path / "maps"), settings=settings)
    assert len(maps.local_maps) == 2


def test_an_extent_elsewhere_stays_an_extent_elsewhere(pair, tmp_path):
    with pytest.raises(EvenlightError, match="touches the images"):
        run_local(pair.paths, tmp_path / "out", canvas_extent=CanvasExtent(WEST - 9000, 100.0, WEST - 8000, 2000.0))
