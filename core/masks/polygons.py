"""Polygons that limit the statistics to chosen ground, for all images or for one by its name."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from osgeo import gdal, ogr, osr

from ..errors import AmbiguousNameError, EmptyMaskError, EvenlightError, MaskGeometryError, MaskMatchError
from ..raster.canvas import Canvas
from ..raster.dataset import last_message, quiet_gdal
from ..raster.image import Image
from ..raster.reading import Window
from ..raster.reference_system import spatial_reference, transformation
from ..settings import SelectionMode


class MaskPolygon(NamedTuple):
    """One polygon of a mask."""

    wkb: bytes
    """Its geometry, polygon or multipolygon."""
    name: str | None = None
    """The image it belongs to; None: all images."""


class PolygonMask(NamedTuple):
    """The polygons of a mask as plain data."""

    polygons: tuple[MaskPolygon, ...]
    crs: str
    """WKT; empty: the canvas's own."""


class CanvasMask:
    """A mask ready to be asked for any image and window of a canvas."""

    def __init__(self, mask: PolygonMask, mode: SelectionMode, images: Sequence[Image], canvas: Canvas):
        self._mode = mode
        self._canvas = canvas
        everywhere, by_image = assign_polygons(mask, images)
        transform = transformation(mask.crs, canvas.crs, "the mask")
        shared = [_geometry(polygon, transform) for polygon in everywhere]
        self._geometries = [
            [*shared, *(_geometry(polygon, transform) for polygon in by_image.get(index, ()))]
            for index in range(len(images))
        ]

    def allowed(self, image: int, window: Window) -> np.ndarray:
        """Which pixels of a canvas window count for the image: (height, width) bool.

        An image that no polygon belongs to has nothing to include and nothing to exclude.
        """
        inside = self._rasterised(self._geometries[image], window)
        return inside if self._mode is SelectionMode.INCLUDE else ~inside

    def fingerprint(self, image: int) -> str:
        """Another text for every mode and for other polygons of the image."""
        state = hashlib.blake2b(self._mode.value.encode(), digest_size=20)
        for geometry in self._geometries[image]:
            state.update(len(geometry).to_bytes(8, "little"))
            state.update(geometry)
        return state.hexdigest()

    def touches(self, windows: Sequence[Window]) -> bool:
        """Whether any polygon meets the window of its image."""
        return any(
            _meets(geometry, self._bounds(window))
            for geometries, window in zip(self._geometries, windows)
            for geometry in geometries
        )

    def _bounds(self, window: Window) -> tuple[float, float, float, float]:
        column, row, width, height = window
        west = self._canvas.west + column * self._canvas.pixel_width
        north = self._canvas.north - row * self._canvas.pixel_height
        return west, north - height * self._canvas.pixel_height, west + width * self._canvas.pixel_width, north

    def _rasterised(self, geometries: Sequence[bytes], window: Window) -> np.ndarray:
        bounds = self._bounds(window)
        chosen = [geometry for geometry in geometries if _meets(geometry, bounds)]
        if not chosen:
            return np.zeros((window[3], window[2]), dtype=bool)
        raster = gdal.GetDriverByName("MEM").Create("", window[2], window[3], 1, gdal.GDT_Byte)
        raster.SetProjection(self._canvas.crs)
        raster.SetGeoTransform((bounds[0], self._canvas.pixel_width, 0, bounds[3], 0, -self._canvas.pixel_height))
        with _mask_errors():
            vectors = _vector_driver().Create("", 0, 0, 0, gdal.GDT_Unknown)
            # made here and not kept: the mask travels to workers
            reference = spatial_reference(self._canvas.crs) if self._canvas.crs else None
            layer = vectors.CreateLayer("", reference, ogr.wkbUnknown)
            for geometry in chosen:
                feature = ogr.Feature(layer.GetLayerDefn())
                _need(feature.SetGeometry(ogr.CreateGeometryFromWkb(geometry)) == 0)
                _need(layer.CreateFeature(feature) == 0)
            _need(gdal.RasterizeLayer(raster, [1], layer, burn_values=[1]) == 0)
        return raster.ReadAsArray() != 0


@contextlib.contextmanager
def _mask_errors() -> Iterator[None]:
    with quiet_gdal():
        gdal.ErrorReset()
        try:
            yield
        except RuntimeError as error:
            raise MaskGeometryError(str(error)) from error


def _need(done: bool) -> None:
    """Raise `MaskGeometryError` with GDAL's message; what fails silently would empty the mask."""
    if not done:
        raise MaskGeometryError(last_message())


def _vector_driver() -> gdal.Driver:
    """Vectors in memory; from GDAL 3.11 on the driver of rasters in memory holds both."""
    return gdal.GetDriverByName("Memory") or gdal.GetDriverByName("MEM")


def assign_polygons(
    mask: PolygonMask, images: Sequence[Image]
) -> tuple[list[MaskPolygon], dict[int, list[MaskPolygon]]]:
    """Polygons for all images, and those of single images by exact name.

    Raises `EmptyMaskError` without polygons, `AmbiguousNameError` where a name fits several
    images, `MaskMatchError` where names fit none.
    """
    if not mask.polygons:
        raise EmptyMaskError
    everywhere = [polygon for polygon in mask.polygons if polygon.name is None]
    named = [polygon for polygon in mask.polygons if polygon.name is not None]
    by_image: dict[int, list[MaskPolygon]] = {}
    for polygon in named:
        index = find_image(polygon.name or "", images)
        if index is not None:
            by_image.setdefault(index, []).append(polygon)
    if named and not by_image:
        raise MaskMatchError([p.name or "" for p in named], [image.name for image in images])
    return everywhere, by_image


def find_image(name: str, images: Sequence[Image]) -> int | None:
    """The index of the image of this name: stem, name with extension, or whole path, exactly."""
    fits = [
        index
        for index, image in enumerate(images)
        if name in (image.name, os.path.basename(image.path), image.path)
    ]
    if len(fits) > 1:
        raise AmbiguousNameError(name, [images[index].path for index in fits])
    return fits[0] if fits else None


def check_mask(mask: PolygonMask | None, images: Sequence[Image]) -> list[EvenlightError]:
    """What is wrong between the mask and the images, without reading pixels."""
    if mask is None:
        return []
    try:
        assign_polygons(mask, images)
    except EvenlightError as problem:
        return [problem]
    return []


def _geometry(polygon: MaskPolygon, transform: osr.CoordinateTransformation | None) -> bytes:
    """The polygon on the canvas's system, made valid where it crosses itself."""
    with _mask_errors():
        geometry = ogr.CreateGeometryFromWkb(polygon.wkb)
        _need(geometry is not None)
        if transform is not None:
            _need(geometry.Transform(transform) == 0)
        if not geometry.IsValid():
            geometry = geometry.MakeValid() or geometry.Buffer(0)
            _need(geometry is not None)
        return bytes(geometry.ExportToWkb())


def _meets(wkb: bytes, bounds: tuple[float, float, float, float]) -> bool:
    west, east, south, north = ogr.CreateGeometryFromWkb(wkb).GetEnvelope()
    return west < bounds[2] and east > bounds[0] and south < bounds[3] and north > bounds[1]
