"""Polygons that say something of the ground, for all images or for one by its name: masks, seams, areas to avoid."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from osgeo import gdal, ogr, osr

from ..errors import EvenlightError, printable, some
from ..messages import Message
from ..progress import Progress, Silent, Stop, unstopped
from ..raster.canvas import footprint
from ..raster.dataset import last_message, quiet_gdal
from ..raster.grid import Grid
from ..raster.image import Image
from ..raster.image_names import find_image, images_by_name, is_part
from ..raster.reference_system import Bounds, spatial_reference, transformation, transformed_bounds
from ..raster.window import Window
from ..settings import SelectionMode
from ..statistics.overlaps import group_windows
from .errors import EmptyMaskError, LockError, MaskGeometryError, MaskMatchError
from .settings import FieldMatch
from .touching import crossed, edges_of

"""Between folders."""
EDGE_PARTS = 256
"""Points along the surroundings of the images, where edges are transformed."""


class MaskPolygon(NamedTuple):
    """One polygon of a mask."""

    wkb: bytes
    """Its geometry, polygon or multipolygon."""
    name: str | None = None
    """The image it belongs to; None: all images."""
    feature: int | None = None
    """Its id in the layer, for the user; None where it has none."""
    lock: float | None = None
    """Of seam polygons: above 0 it stays, higher ones first; None where nothing says so and all of them stay."""


class PolygonMask(NamedTuple):
    """The polygons of a mask as plain data."""

    polygons: tuple[MaskPolygon, ...]
    crs: str
    """WKT; empty: the canvas's own."""
    source: str = ""
    """Where they come from, as GDAL or QGIS names it; empty where they are in no file."""
    layer: str = ""
    """Its layer, where they were read by name of the file."""
    match: FieldMatch = FieldMatch.EXACT
    """How names of polygons are compared with those of images."""


def number_of(text: str | None) -> float:
    """What a field that locks polygons says; nothing is 0, true is 1.  Raises `LockError`."""
    words = {"": 0.0, **dict.fromkeys(("true", "yes", "t", "y"), 1.0), **dict.fromkeys(("false", "no", "f", "n"), 0.0)}
    try:
        known = words.get((text or "").strip().lower())
        return float(text) if known is None else known
    except ValueError:
        raise LockError(text) from None


class Rasterizer:
    """Polygons in one coordinate system, ready to be drawn on any window of a pixel grid of that system."""

    def __init__(self, geometries: Sequence[bytes], crs: str, all_touched: bool = False):
        self.geometries = geometries
        """Well-known binary."""
        self._crs = crs
        self._edges = [edges_of(geometry) for geometry in geometries] if all_touched else None
        envelopes = [ogr.CreateGeometryFromWkb(geometry).GetEnvelope() for geometry in geometries]
        # looked at for every window: many thousands are nothing unusual
        self._envelopes = np.array(envelopes, dtype=np.float64).reshape(-1, 4)

    def inside(self, grid: Grid, window: Window) -> np.ndarray:
        """Which pixels of a window of a grid lie in any polygon, (height, width) bool.

        By their centres; with ``all_touched`` any part of them.
        """
        chosen = self.near(grid, window)
        if not len(chosen):
            return np.zeros(window.shape, dtype=bool)
        raster = gdal.GetDriverByName("MEM").Create("", *window.size, 1, gdal.GDT_Byte)
        raster.SetProjection(self._crs)
        raster.SetGeoTransform(grid.geotransform_of(window))
        with _mask_errors():
            vectors = _vector_driver().Create("", 0, 0, 0, gdal.GDT_Unknown)
            # made here and not kept: the mask travels to workers
            reference = spatial_reference(self._crs) if self._crs else None
            layer = vectors.CreateLayer("", reference, ogr.wkbUnknown)
            for index in chosen:
                feature = ogr.Feature(layer.GetLayerDefn())
                _need(feature.SetGeometry(ogr.CreateGeometryFromWkb(self.geometries[index])) == 0)
                _need(layer.CreateFeature(feature) == 0)
            _need(gdal.RasterizeLayer(raster, [1], layer, burn_values=[1]) == 0)
        found = raster.ReadAsArray() != 0
        if self._edges is not None:
            found |= crossed(np.concatenate([self._edges[index] for index in chosen]), grid, window)
        return found

    def near(self, grid: Grid, window: Window) -> np.ndarray:
        """Indices of the polygons whose surrounding rectangle meets that of a window."""
        left, low, right, high = grid.part(window).bounds
        west, east, south, north = self._envelopes.T
        return np.flatnonzero((west < right) & (east > left) & (south < high) & (north > low))


class CanvasMask:
    """A mask ready to be asked for any image and window of a canvas."""

    def __init__(
        self, mask: PolygonMask, mode: SelectionMode, images: Sequence[Image], canvas: Grid, stop: Stop = unstopped
    ):
        """``stop`` is called for every polygon and raises where the work shall end."""
        self._mode = mode
        self._grid = canvas
        everywhere, by_image = assign_polygons(mask, images)
        self._rasterizers: list[list[Rasterizer]] = [[] for _ in images]
        # edges are drawn as finely as a group of images needs it, however far away another one is
        for members, window in group_windows([footprint(image, canvas) for image in images]):
            place = mask.crs, canvas.part(window).bounds, canvas.crs, stop
            shared = Rasterizer(prepared(everywhere, *place), canvas.crs)
            for image in members:
                own = [Rasterizer(prepared(by_image[image], *place), canvas.crs)] if image in by_image else []
                self._rasterizers[image] = [shared, *own]

    def allowed(self, image: int, window: Window) -> np.ndarray:
        """Which pixels of a canvas window count for the image: (height, width) bool.

        An image that no polygon belongs to has nothing to include and nothing to exclude.
        """
        inside = np.zeros(window.shape, dtype=bool)
        for rasterizer in self._rasterizers[image]:
            inside |= rasterizer.inside(self._grid, window)
        return inside if self._mode is SelectionMode.INCLUDE else ~inside

    def fingerprint(self, image: int) -> str:
        """Another text for every mode and for other polygons of the image."""
        state = hashlib.blake2b(self._mode.value.encode(), digest_size=20)
        for geometry in (geometry for rasterizer in self._rasterizers[image] for geometry in rasterizer.geometries):
            state.update(len(geometry).to_bytes(8, "little"))
            state.update(geometry)
        return state.hexdigest()

    def touches(self, windows: Sequence[Window]) -> bool:
        """Whether any polygon meets the window of its image."""
        return any(
            len(rasterizer.near(self._grid, window))
            for image, window in enumerate(windows)
            for rasterizer in self._rasterizers[image]
        )


@contextlib.contextmanager
def _mask_errors(feature: int | None = None) -> Iterator[None]:
    with quiet_gdal():
        gdal.ErrorReset()
        try:
            yield
        except RuntimeError as error:
            raise MaskGeometryError(str(error), feature) from error


def _need(done: bool, feature: int | None = None) -> None:
    """Raise `MaskGeometryError` with GDAL's message; what fails silently would empty the mask."""
    if not done:
        raise MaskGeometryError(last_message(), feature)


def _vector_driver() -> gdal.Driver:
    """Vectors in memory; from GDAL 3.11 on the driver of rasters in memory holds both."""
    return gdal.GetDriverByName("Memory") or gdal.GetDriverByName("MEM")


def assign_polygons(
    mask: PolygonMask, images: Sequence[Image]
) -> tuple[list[MaskPolygon], dict[int, list[MaskPolygon]]]:
    """Polygons for all images, and those of single images by their names.

    Raises `EmptyMaskError` without polygons, `AmbiguousNameError` where an exact name fits several
    images, `MaskMatchError` where names fit none.
    """
    if not mask.polygons:
        raise EmptyMaskError
    everywhere = [polygon for polygon in mask.polygons if polygon.name is None]
    owners = _images_of_names(mask, images)
    by_image: dict[int, list[MaskPolygon]] = {}
    for polygon in mask.polygons:
        for index in owners.get(polygon.name or "", ()) if polygon.name is not None else ():
            by_image.setdefault(index, []).append(polygon)
    if owners and not by_image:
        raise MaskMatchError(owners, [image.name for image in images], mask.match)
    return everywhere, by_image


def _images_of_names(mask: PolygonMask, images: Sequence[Image]) -> dict[str, list[int]]:
    """By name of polygons, in their order: indices of the images that they belong to.  Raises `AmbiguousNameError`."""
    names = list(dict.fromkeys(polygon.name for polygon in mask.polygons if polygon.name is not None))
    if mask.match is FieldMatch.CONTAINS:
        return {name: [index for index, image in enumerate(images) if is_part(name, image)] for name in names}
    known = images_by_name(images)
    found = {name: find_image(name, known) for name in names}
    return {name: [] if index is None else [index] for name, index in found.items()}


def check_mask(
    mask: PolygonMask | None, images: Sequence[Image], progress: Progress = Silent()
) -> list[EvenlightError]:
    """What is wrong between the mask and the images, without reading pixels; names of no image are warned of."""
    if mask is None:
        return []
    try:
        assign_polygons(mask, images)
    except EvenlightError as problem:
        return [problem]
    unused = [name for name, found in _images_of_names(mask, images).items() if not found]
    if unused:
        progress.warn(Message(
            "The mask's field holds {unused}, which no image is called: the polygons do not count. Check the "
            "names, or whether images are missing.",
            unused=some(map(printable, unused)),
        ))
    return []


def prepared(
    polygons: Sequence[MaskPolygon], crs: str, area: Bounds, area_crs: str, stop: Stop = unstopped
) -> list[bytes]:
    """The polygons in the system of an area that they are drawn on, made valid where they cross themselves.

    What lies far from the area is cut off: the world has no place in a zone's system, and none in a
    raster's pixels either.  Edges get points enough to stay where they were drawn.  ``stop`` is called for
    every polygon.

    Raises `MaskGeometryError` with the id of one that cannot be, or `ReferenceSystemError`.
    """
    transform = transformation(crs, area_crs, Message("the mask"))
    here = _around(area)
    there = _around(transformed_bounds(area, area_crs, crs, Message("the mask"))) if transform is not None else None
    found = []
    for polygon in polygons:
        stop()
        found.append(_geometry(polygon, transform, there, here))
    return [geometry for geometry in found if geometry is not None]


def _around(area: Bounds) -> Bounds | None:
    """The area and as much again on all sides; None for one that crosses the edge of its system."""
    west, south, east, north = area
    margin = max(east - west, north - south)
    return (west - margin, south - margin, east + margin, north + margin) if west < east else None


def _geometry(
    polygon: MaskPolygon, transform: osr.CoordinateTransformation | None, there: Bounds | None, here: Bounds | None
) -> bytes | None:
    with _mask_errors(polygon.feature):
        geometry = ogr.CreateGeometryFromWkb(polygon.wkb)
        _need(geometry is not None, polygon.feature)
        if transform is not None:
            geometry = _cut(geometry, there, polygon.feature)
            if there is not None:
                geometry.Segmentize((there[2] - there[0]) / EDGE_PARTS)
            _need(geometry.Transform(transform) == 0, polygon.feature)
        geometry = _cut(_valid(geometry, polygon.feature), here, polygon.feature)
        return None if geometry.IsEmpty() else bytes(geometry.ExportToWkb())


def _valid(geometry: ogr.Geometry, feature: int | None) -> ogr.Geometry:
    if geometry.IsValid():
        return geometry
    valid = geometry.MakeValid() or geometry.Buffer(0)
    _need(valid is not None, feature)
    # lines and points that are left over would be drawn as well
    return _areas(valid)


def _cut(geometry: ogr.Geometry, bounds: Bounds | None, feature: int | None) -> ogr.Geometry:
    """The part within bounds, where any of it lies beyond."""
    if bounds is None:
        return geometry
    west, east, south, north = geometry.GetEnvelope()
    if west >= bounds[0] and south >= bounds[1] and east <= bounds[2] and north <= bounds[3]:
        return geometry
    frame = ogr.CreateGeometryFromWkt(
        "POLYGON (({0!r} {1!r}, {2!r} {1!r}, {2!r} {3!r}, {0!r} {3!r}, {0!r} {1!r}))".format(*map(float, bounds))
    )
    part = _valid(geometry, feature).Intersection(frame)
    _need(part is not None, feature)
    return _areas(part)


def _areas(geometry: ogr.Geometry) -> ogr.Geometry:
    """The polygons among the parts of a geometry."""
    areas = ogr.Geometry(ogr.wkbMultiPolygon)
    if ogr.GT_Flatten(geometry.GetGeometryType()) == ogr.wkbPolygon:
        areas.AddGeometry(geometry)
    for index in range(geometry.GetGeometryCount()):
        part = geometry.GetGeometryRef(index)
        kind = ogr.GT_Flatten(part.GetGeometryType())
        if kind == ogr.wkbPolygon:
            areas.AddGeometry(part)
        elif kind in (ogr.wkbMultiPolygon, ogr.wkbGeometryCollection):
            for area in _areas(part):
                areas.AddGeometry(area)
    return areas
