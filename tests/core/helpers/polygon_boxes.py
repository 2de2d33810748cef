"""Polygons of masks, in pixels of the made-up ground."""

from __future__ import annotations

from made_scenes import NORTH, PIXEL, WEST
from osgeo import ogr, osr

from evenlight.core.masks.polygons import MaskPolygon


def box(left, top, right, bottom, name=None, epsg=32614):
    """A rectangle in pixels of the ground, in any system."""
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]:
        ring.AddPoint_2D(WEST + PIXEL * x, NORTH - PIXEL * y)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    systems = []
    for code in (32614, epsg):
        system = osr.SpatialReference()
        system.ImportFromEPSG(code)
        system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        systems.append(system)
    if epsg != 32614:
        polygon.Transform(osr.CoordinateTransformation(*systems))
    return MaskPolygon(bytes(polygon.ExportToWkb()), name)
