"""Masks as polygons with the image's name: GDAL draws their outlines, one layer holds those of all images."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Generator, Sequence
from typing import NamedTuple

from osgeo import gdal, ogr, osr

from ..errors import EvenlightError, ReferenceSystemError, WriteError
from ..progress import Progress, cancellable, stop_if_cancelled
from ..raster.dataset import last_message, open_raster, release
from ..raster.reference_system import transformation
from ..raster.transaction import remove_part, target_path
from ..raster.vector_file import check_vector_name, driver_of, vector_layer

FIELD = "image"
"""The field that holds the image's name."""

LAYER = "masks"
"""The layer's name in a file that may hold several."""

INDEX = "SELECT CreateSpatialIndex('masks', 'geom')"
"""Made before the polygons come: made after them all, it would keep a cancel waiting."""

FEATURES_AT_ONCE = 1000
"""Polygons between two looks at cancel and progress."""

FEATURES_PER_COMMIT = 10_000
"""Polygons that are indexed together, which takes less than half a second."""


class Outlines(NamedTuple):
    """The polygons of one image."""

    path: str
    """Where `outline` wrote them."""
    name: str
    """What stands in the field."""
    crs: str
    """WKT; empty where the image has none."""


def check_polygons_name(path: str) -> list[EvenlightError]:
    """Whether polygons can be written under this name."""
    return check_vector_name(path, "polygons", LAYER)


def outline(mask: str, path: str, crs: str, watch: Callable[[], bool]) -> None:
    """Write the outlines of all patches of equal value in a mask.

    ``watch`` answers whether to go on.  Raises `WriteError`.
    """
    raster = open_raster(mask)
    try:
        with vector_layer(path, "GPKG", LAYER, ogr.wkbPolygon, crs, {"value": ogr.OFTInteger}) as (_, layer):
            band = raster.GetRasterBand(1)
            try:
                failed = gdal.Polygonize(band, band, layer, 0, callback=lambda *_: int(watch()))
            except RuntimeError:
                # GDAL takes a callback that wants to end for an error
                if watch():
                    raise
                return
            if failed and watch():
                raise WriteError(target_path(path), last_message())
    finally:
        release(raster)


def write_outlines(mask: str, path: str, name: str, crs: str, value: int, progress: Progress) -> None:
    """Write the polygons of one value of one mask; raises `WriteError` or `Cancelled`."""
    patches = f"{path}.patches.gpkg"
    try:
        outline(mask, patches, crs, lambda: not progress.cancelled())
        stop_if_cancelled(progress)
        merge_outlines(path, [Outlines(patches, name, crs)], value, crs, progress)
    finally:
        remove_part(patches)


def merge_outlines(path: str, parts: Sequence[Outlines], value: int, crs: str, progress: Progress) -> int:
    """Write the polygons of all images into one layer in the system ``crs``; returns how many there are.

    Raises `WriteError`, `ReferenceSystemError` or `Cancelled`.
    """
    number = 0
    driver = driver_of(path)
    with vector_layer(path, driver, LAYER, ogr.wkbPolygon, crs, {FIELD: ogr.OFTString}) as (dataset, layer):
        if driver == "GPKG":
            dataset.ReleaseResultSet(dataset.ExecuteSQL(INDEX))
        for index, part in enumerate(cancellable(parts, progress)):
            with contextlib.closing(_polygons(part, value, crs)) as polygons:
                for geometry in polygons:
                    feature = ogr.Feature(layer.GetLayerDefn())
                    feature.SetField(0, part.name)
                    feature.SetGeometry(geometry)
                    if layer.CreateFeature(feature):
                        raise WriteError(target_path(path), last_message())
                    number += 1
                    if number % FEATURES_AT_ONCE == 0:
                        stop_if_cancelled(progress)
                    if number % FEATURES_PER_COMMIT == 0 and dataset.TestCapability(ogr.ODsCTransactions):
                        dataset.CommitTransaction()
                        dataset.StartTransaction()
            progress.advance((index + 1) / len(parts))
    return number


def _polygons(part: Outlines, value: int, crs: str) -> Generator[ogr.Geometry, None, None]:
    """The outlines of one value in the system ``crs``; each is gone when the next one comes."""
    way = transformation(part.crs, crs, part.name)
    source = gdal.OpenEx(part.path, gdal.OF_VECTOR | gdal.OF_READONLY)
    try:
        for found in source.GetLayer(0):
            if found.GetField(0) == value:
                geometry = found.GetGeometryRef()
                if way is not None and not _moved(geometry, way):
                    raise ReferenceSystemError(part.name, part.crs, crs)
                yield geometry
    finally:
        release(source)


def _moved(geometry: ogr.Geometry, way: osr.CoordinateTransformation) -> bool:
    """Transform a geometry in place; whether that could be done, in both of GDAL's failure styles."""
    try:
        return not geometry.Transform(way)
    except RuntimeError:
        return False
