"""Seam polygons of shapes that are hard to tell: they cover what images have, once, by every way to find them."""

from __future__ import annotations

import numpy as np
import pytest
from made_mosaics import SHAPES, assert_partition, box, cut_images, turned, union_of
from made_scenes import NORTH, PIXEL, WEST, read
from osgeo import gdal, ogr

import evenlight.core as ev

METHODS = ["distance", "rank", "least_visible"]
MANY = [(40 * (n // 20), 40 * (n % 20), turned(64, 7 * n % 45)) for n in range(400)]


def covered_by(path, shape):
    """By pixel: how many polygons have its centre, the number of the last one, and their areas together, in pixels."""
    dataset = ogr.Open(path)
    layer = dataset.GetLayer(0)
    rasters = []
    for kind, options in ((gdal.GDT_Byte, {"burn_values": [1], "options": ["MERGE_ALG=ADD"]}),
                          (gdal.GDT_Int32, {"burn_values": [0], "options": ["ATTRIBUTE=number"]})):  # fmt: skip
        raster = gdal.GetDriverByName("MEM").Create("", shape[1], shape[0], 1, kind)
        raster.SetGeoTransform((WEST, PIXEL, 0, NORTH, 0, -PIXEL))
        raster.SetSpatialRef(layer.GetSpatialRef())
        gdal.RasterizeLayer(raster, [1], layer, **options)
        rasters.append(raster.ReadAsArray())
    layer.ResetReading()
    area = sum(feature.GetGeometryRef().GetArea() for feature in layer) / PIXEL**2
    return rasters[0], rasters[1], area


def assert_covers_once(path, places):
    """Every pixel of the union lies in one polygon, of an image that has it, and nothing else does."""
    shape = tuple(max(place[axis] + place[2].shape[axis] for place in places) for axis in (0, 1))
    counts, numbers, area = covered_by(str(path), shape)
    union = union_of(places, shape) > 0
    assert (counts == union).all() and area == pytest.approx(union.sum())
    assert_partition(numbers - 1, places)


def polygons(path, claims, of):
    """A GeoPackage of rectangles: image, lock, and row, column, height and width of the ground."""
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("seams", gdal.Open(of).GetSpatialRef(), ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("image", ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("locked", ogr.OFTInteger))
    for image, lock, (row, column, height, width) in claims:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("image", image)
        feature.SetField("locked", lock)
        west, north = WEST + PIXEL * column, NORTH - PIXEL * row
        east, south = west + PIXEL * width, north - PIXEL * height
        ring = f"{west} {north},{east} {north},{east} {south},{west} {south},{west} {north}"
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON (({ring}))"))
        layer.CreateFeature(feature)
    return str(path)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.every(3)
def test_polygons_cover_the_union_once(shape, method, tmp_path):
    """Without anything else, then beside an area to avoid, around polygons that are locked."""
    places = SHAPES[shape]
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", places, gains=1 + 0.05 * np.arange(len(places)))
    options = {"settings": ev.SeamSettings(method=method, min_region=9), "ranks": list(range(len(paths)))}
    ev.seamlines(paths, tmp_path / "plain.gpkg", **options)
    assert_covers_once(tmp_path / "plain.gpkg", places)
    height, width = (max(place[axis] + place[2].shape[axis] for place in places) for axis in (0, 1))
    avoid = polygons(tmp_path / "a.gpkg", [("", 0, (height // 4, width // 3, height // 2, width // 5 + 1))], paths[0])
    last = len(paths) - 1
    claims = [("image_000", 2, (0, 0, height // 2 + 1, width // 2 + 1)), (f"image_{last:03}", 1, (1, 1, height, width))]
    claims += [(f"image_{last:03}", 0, (0, 0, height, width))]
    locked = polygons(tmp_path / "l.gpkg", claims, paths[0])
    for name, more in (
        ("avoid", {"avoid": avoid}),
        ("locked", {"edited": locked, "locked_field": "locked"}),
        ("both", {"avoid": avoid, "edited": locked, "locked_field": "locked"}),
    ):
        ev.seamlines(paths, tmp_path / f"{name}.gpkg", **options, **more)
        assert_covers_once(tmp_path / f"{name}.gpkg", places)
    row, column, valid = places[0]
    shape_of_all = height, width
    numbers = covered_by(str(tmp_path / "both.gpkg"), shape_of_all)[1]
    own = numbers[row : row + valid.shape[0], column : column + valid.shape[1]]
    inside = np.zeros(shape_of_all, bool)
    inside[: height // 2 + 1, : width // 2 + 1] = True
    claimed = inside[row : row + valid.shape[0], column : column + valid.shape[1]] & valid
    assert (own[claimed] == 1).all()


@pytest.mark.slow
@pytest.mark.parametrize("method", METHODS)
def test_four_hundred_images(method, tmp_path):
    """Turned ones, each of which meets eight others: polygons, and the mosaic that follows them."""
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", MANY, gains=1 + 0.05 * np.sin(np.arange(400)))
    seams = ev.SeamSettings(method=method)
    ev.seamlines(paths, tmp_path / "s.gpkg", settings=seams, ranks=[n * 7 % 400 for n in range(400)])
    assert_covers_once(tmp_path / "s.gpkg", MANY)
    ev.mosaic(paths, tmp_path / "m.tif", edited=tmp_path / "s.gpkg", source_map=tmp_path / "map.tif")
    mapped = read(str(tmp_path / "map.tif"))[0].astype(int)
    counts, numbers, _ = covered_by(str(tmp_path / "s.gpkg"), mapped.shape)
    assert (numbers[counts > 0] == mapped[counts > 0]).all()


def test_one_image_is_one_polygon_of_all_it_has(tmp_path):
    """With holes, by every method, whatever its rank."""
    valid = np.ones((50, 60), bool)
    valid[10:20, 10:30] = valid[30, 40] = False
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", [(0, 0, valid)])
    for method in METHODS:
        ev.seamlines(paths, tmp_path / "s.gpkg", settings=ev.SeamSettings(method=method), ranks=[-3.5])
        assert_covers_once(tmp_path / "s.gpkg", [(0, 0, valid)])


def test_the_check_sees_faults(tmp_path):
    """A gap, and a pixel that two polygons have."""
    places = [box(0, 0, 20, 20), box(0, 20, 20, 20)]
    (tmp_path / "in").mkdir()
    paths = cut_images(tmp_path / "in", places)
    for first, second in (((0, 0, 20, 20), (0, 20, 19, 20)), ((0, 0, 20, 21), (0, 20, 20, 20))):
        claims = [("a", 1, first), ("b", 1, second)]
        path = polygons(tmp_path / f"{claims[0][2][3]}.gpkg", claims, paths[0])
        dataset = ogr.Open(path, 1)
        dataset.ExecuteSQL("ALTER TABLE seams ADD COLUMN number INTEGER")
        dataset.ExecuteSQL("UPDATE seams SET number = fid")
        del dataset
        with pytest.raises(AssertionError):
            assert_covers_once(path, places)
