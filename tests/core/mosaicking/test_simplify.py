"""Borders that two polygons share stay shared, whatever becomes of them."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal, ogr
from scipy import ndimage

from evenlight.core.errors import Cancelled
from evenlight.core.mosaicking.simplify import simplified
from evenlight.core.progress import unstopped


def rings_of(labels):
    """Polygons of all patches of a label but 0: rings of corners."""
    raster = gdal.GetDriverByName("MEM").Create("", labels.shape[1], labels.shape[0], 1, gdal.GDT_Int32)
    raster.SetGeoTransform((0, 1, 0, 0, 0, 1))
    raster.GetRasterBand(1).WriteArray(labels.astype(np.int32))
    memory = gdal.GetDriverByName("Memory").Create("", 0, 0, 0, gdal.GDT_Unknown)
    layer = memory.CreateLayer("", None, ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("n", ogr.OFTInteger))
    gdal.Polygonize(raster.GetRasterBand(1), raster.GetRasterBand(1), layer, 0)
    polygons = []
    for feature in layer:
        shape = feature.GetGeometryRef()
        polygons.append([np.array(shape.GetGeometryRef(n).GetPoints())[:, :2] for n in range(shape.GetGeometryCount())])
    return polygons


def shape_of(rings):
    shape = ogr.Geometry(ogr.wkbPolygon)
    for ring in rings:
        line = ogr.Geometry(ogr.wkbLinearRing)
        for x, y in ring.tolist():
            line.AddPoint_2D(x, y)
        shape.AddGeometry(line)
    return shape


def together(shapes):
    whole = ogr.Geometry(ogr.wkbMultiPolygon)
    for shape in shapes:
        whole.AddGeometry(shape)
    return whole.UnionCascaded()


def corners(polygons):
    return sum(len(ring) for rings in polygons for ring in rings)


def wavy(pieces, size=120, seed=1):
    """Patches with ragged borders, some outside of all."""
    random = np.random.default_rng(seed)
    fields = ndimage.gaussian_filter(random.normal(size=(pieces, size, size)), (0, 7, 7))
    labels = fields.argmax(axis=0) + 1
    labels[random.random(labels.shape) < 0.004] = 1
    y, x = np.mgrid[:size, :size]
    labels[np.hypot(y - size / 2, x - size / 2) > 0.55 * size] = 0
    labels[30:34, 50:60] = 0
    return labels


def stairs():
    return np.tril(np.ones((40, 40), int)) + 1


def lens():
    """A thin patch between two others, and an island beside a border that is drawn straight past it."""
    labels = np.ones((40, 60), int)
    labels[20:] = 2
    labels[19, 10:50] = 3
    labels[20:24, 20:40] = 1
    labels[22, 28:31] = 4
    return labels


LABELS = {
    "wavy": wavy(5), "many": wavy(30, seed=2), "stairs": stairs(), "lens": lens(), "one": np.ones((5, 9), int),
    "corner to corner": np.kron(np.array([[1, 2, 1], [2, 1, 2], [1, 2, 0]]), np.ones((5, 5), int)),
}  # fmt: skip


@pytest.mark.parametrize("tolerance", [0.3, 1.0, 3.0, 20.0])
@pytest.mark.parametrize("name", LABELS)
def test_nothing_is_lost_and_nothing_covered_twice(name, tolerance):
    """Same union, to the corner; no overlap; valid polygons; no more corners than before."""
    before = rings_of(LABELS[name])
    after = simplified(before, tolerance, (1.0, 1.0), unstopped)
    shapes = [shape_of(rings) for rings in after]
    assert all(shape.IsValid() and shape.GetArea() > 0 for shape in shapes)
    whole, now = together(map(shape_of, before)), together(shapes)
    assert now.SymmetricDifference(whole).GetArea() == pytest.approx(0, abs=1e-9)
    assert sum(shape.GetArea() for shape in shapes) == pytest.approx(whole.GetArea())
    neighbours = {tuple(corner) for rings in before for ring in rings for corner in ring.tolist()}
    assert {tuple(corner) for rings in after for ring in rings for corner in ring.tolist()} <= neighbours
    if name in ("wavy", "many", "stairs") and tolerance >= 1:
        assert corners(after) < 0.6 * corners(before)


def test_borders_move_no_farther_than_they_may():
    """Across pixels that are no squares: distance counts on the ground."""
    before = rings_of(stairs())
    wide = simplified(before, 0.9, (1.0, 1.0), unstopped)
    assert max(len(ring) for rings in wide for ring in rings) <= 8
    flat = simplified(before, 0.9, (1.0, 10.0), unstopped)
    assert corners(flat) > 3 * corners(wide)


def test_without_tolerance_all_stays():
    """But for corners that other polygons' corners put on a straight side."""
    before = rings_of(LABELS["wavy"])
    after = simplified(before, 0.0, (10.0, 10.0), unstopped)
    for one, other in zip(before, after):
        assert shape_of(one).SymmetricDifference(shape_of(other)).GetArea() == pytest.approx(0, abs=1e-9)


def test_it_can_be_cancelled():
    """Between two borders."""

    def stop():
        raise Cancelled

    with pytest.raises(Cancelled):
        simplified(rings_of(LABELS["wavy"]), 1.0, (1.0, 1.0), stop)
