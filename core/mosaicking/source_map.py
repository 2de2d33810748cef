"""Which image each pixel of a mosaic comes from, as a raster and as polygons."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import numpy as np
from osgeo import gdal, ogr

from ..errors import WriteError
from ..progress import Progress, stop_if_cancelled
from ..raster.dataset import last_message, open_raster, quiet_gdal, release
from ..raster.source import Pixels, Source
from ..raster.transaction import target_path
from ..raster.vector_file import driver_of, vector_layer
from ..raster.window import Window
from .mosaic import result_image
from .partition import Partition
from .settings import IMAGE_FIELD, SEAMS_NAME
from .simplify import simplified

FIELDS = {IMAGE_FIELD: ogr.OFTString, "number": ogr.OFTInteger, "area": ogr.OFTReal, "rank": ogr.OFTReal}
"""Of seam polygons."""
IMAGE_TAG = "IMAGE_"
"""How tags of source maps begin that name an image; its number follows."""


class SourceMap(Source):
    """The number of the image that each pixel comes from; 0 where no image has data."""

    names = ("image",)
    moved = True

    def __init__(self, partition: Partition, numbers: Sequence[int]):
        """``numbers``: of each member, from 1 on."""
        kind = gdal.GDT_Byte if max(numbers) < 256 else gdal.GDT_UInt16 if max(numbers) < 65536 else gdal.GDT_UInt32
        self.image = result_image(partition.layout).with_values(kind, 0.0)
        self._partition = partition
        self._numbers = np.array([0, *numbers]).astype(self.image.dtype)

    def most_pixels(self, memory: float) -> float:
        """See `Source`: labels, what they are compared by, and validity."""
        return memory / 64

    def read(self, window: Window) -> Pixels:
        """See `Source`."""
        numbers = self._numbers[self._partition.labels(window) + 1][None]
        return Pixels(numbers, numbers != 0)


def image_tags(numbers: Sequence[int], paths: Sequence[str]) -> dict[str, str]:
    """Tags of a source map that say which image a number is."""
    return {f"{IMAGE_TAG}{number}": path for number, path in zip(numbers, paths)}


def image_numbers(path: str) -> dict[int, str]:
    """The names of images by their numbers in a source map, as its tags say."""
    tags = open_raster(path).GetMetadata() or {}
    found = {tag[len(IMAGE_TAG):]: file for tag, file in tags.items() if tag.startswith(IMAGE_TAG)}
    return {int(n): os.path.splitext(os.path.basename(file))[0] for n, file in sorted(found.items()) if n.isdigit()}


def areas_in(partition: Partition) -> np.ndarray:
    """Pixels that come from each member."""
    counts = np.zeros(len(partition.layout.members) + 1, np.int64)
    for window in partition.layout.grid.window.cut((1024, 1024)):
        counts += np.bincount(partition.labels(window).ravel() + 1, minlength=len(counts))
    return counts[1:]


class Named(NamedTuple):
    """What stands in the fields of a member's polygons."""

    image: str
    """The name that it is found by when the polygons come back."""
    number: int
    rank: float


def write_polygons(
    raster: str, path: str, members: Sequence[Named], progress: Progress, simplify: float = 0.0
) -> None:
    """Write the outlines of a raster that `SourceMap` was written to; edges are those of pixels, exactly.

    ``simplify``: map units by which borders between polygons may move to have fewer corners; see `simplify`.
    Raises `WriteError` or `Cancelled`.
    """
    by_number = {member.number: member for member in members}
    source = open_raster(raster)
    try:
        crs = source.GetProjection()
        with quiet_gdal():
            # from GDAL 3.11 on the driver of rasters in memory holds vectors too
            driver = gdal.GetDriverByName("Memory") or gdal.GetDriverByName("MEM")
            memory = driver.Create("", 0, 0, 0, gdal.GDT_Unknown)
            outlines = memory.CreateLayer("", None, ogr.wkbPolygon)
            outlines.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
            _outline(source.GetRasterBand(1), outlines, path, progress)
        with vector_layer(path, driver_of(path), SEAMS_NAME, ogr.wkbPolygon, crs, FIELDS) as (_, layer):
            found = [(outline.GetField(0), outline.GetGeometryRef().Clone()) for outline in outlines]
            if simplify and found:
                shapes = _simplified([shape for _, shape in found], source.GetGeoTransform(), simplify, progress)
                found = [(number, shape) for (number, _), shape in zip(found, shapes)]
            for number, geometry in found:
                member = by_number[number]
                feature = ogr.Feature(layer.GetLayerDefn())
                for place, value in enumerate((member.image, member.number, geometry.GetArea(), member.rank)):
                    feature.SetField(place, value)
                feature.SetGeometry(geometry)
                if layer.CreateFeature(feature):
                    raise WriteError(target_path(path), last_message())
    finally:
        release(source)


def _simplified(
    shapes: Sequence[ogr.Geometry], geotransform: Sequence[float], tolerance: float, progress: Progress
) -> list[ogr.Geometry]:
    """Polygons along pixels of a north-up raster with simpler borders between them."""
    x, width, _, y, _, height = geotransform
    rings = [[shape.GetGeometryRef(number) for number in range(shape.GetGeometryCount())] for shape in shapes]
    corners = [
        [np.rint((np.array(ring.GetPoints())[:, :2] - (x, y)) / (width, height)) for ring in polygon]
        for polygon in rings
    ]
    found = []
    for polygon in simplified(corners, tolerance, (width, height), partial(stop_if_cancelled, progress)):
        shape = ogr.Geometry(ogr.wkbPolygon)
        for ring in polygon:
            line = ogr.Geometry(ogr.wkbLinearRing)
            for corner in (ring * (width, height) + (x, y)).tolist():
                line.AddPoint_2D(*corner)
            shape.AddGeometry(line)
        found.append(shape)
    return found


def _outline(band: gdal.Band, layer: ogr.Layer, path: str, progress: Progress) -> None:
    """Polygons of all patches of one number but 0, which stands for no image."""
    gdal.ErrorReset()
    try:
        failed = gdal.Polygonize(band, band, layer, 0, callback=lambda *_: int(not progress.cancelled()))
    except RuntimeError as error:
        # GDAL takes a callback that wants to end for an error
        stop_if_cancelled(progress)
        raise WriteError(target_path(path), str(error)) from error
    stop_if_cancelled(progress)
    if failed:
        raise WriteError(target_path(path), last_message())
