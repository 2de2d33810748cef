"""Coordinate systems and the ways between them.

Only where something lies counts: heights in a system (compound, or with three axes) say nothing about pixels.
With exceptions off GDAL answers None, a code or infinite numbers, with exceptions on it raises
RuntimeError; here all become `ReferenceSystemError`.
"""

from __future__ import annotations

import math

import numpy as np
from osgeo import osr

from ..errors import ReferenceSystemError
from ..messages import Message
from .dataset import quiet_gdal

Bounds = tuple[float, float, float, float]
"""West, south, east, north."""

POINTS_ALONG_AN_EDGE = 21


def spatial_reference(crs: str, owner: str = Message("the images")) -> osr.SpatialReference:
    """The system of a WKT or authority code without its heights, with x before y as GDAL's geotransforms have it.

    Raises `ReferenceSystemError` with ``owner`` where it is none.
    """
    reference = osr.SpatialReference()
    with quiet_gdal():
        try:
            failed = reference.SetFromUserInput(crs)
        except (RuntimeError, TypeError, ValueError) as error:
            # the latter for what no C program takes for text
            raise ReferenceSystemError(owner, crs) from error
    if failed:
        raise ReferenceSystemError(owner, crs)
    reference.DemoteTo2D(None)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def without_heights(crs: str) -> str:
    """The WKT of a system, which may be empty, for results whose values are heights of another one."""
    return spatial_reference(crs).ExportToWkt() if crs else ""


def same_crs(one: str, other: str) -> bool:
    """Whether two WKTs mean the same system with x before y, whatever their heights."""
    if one == other:
        return True
    if not one or not other:
        return False
    return bool(spatial_reference(one).IsSame(spatial_reference(other)))


def is_geographic(crs: str) -> bool:
    """Whether a WKT, which may be empty, counts in degrees."""
    return bool(crs) and bool(spatial_reference(crs).IsGeographic())


def transformation(source: str, target: str, owner: str) -> osr.CoordinateTransformation | None:
    """From the system of ``owner`` to that of the images; None where they are one, or one is not known.

    Raises `ReferenceSystemError` where no way leads there.
    """
    if not source or not target or source == target:
        return None
    start, end = spatial_reference(source, owner), spatial_reference(target)
    if start.IsSame(end):
        return None
    with quiet_gdal():
        try:
            found = osr.CreateCoordinateTransformation(start, end)
        except RuntimeError as error:
            raise ReferenceSystemError(owner, source, target) from error
    if found is None:
        raise ReferenceSystemError(owner, source, target)
    return found


def transformed_bounds(bounds: Bounds, source: str, target: str, owner: str) -> Bounds:
    """The rectangle of the images' system that holds one of another.

    Raises `ReferenceSystemError` where it has none.
    """
    transform = transformation(source, target, owner)
    if transform is None:
        return bounds
    with quiet_gdal():
        try:
            moved = transform.TransformBounds(*bounds, POINTS_ALONG_AN_EDGE)
        except RuntimeError as error:
            raise ReferenceSystemError(owner, source, target) from error
    if not all(map(math.isfinite, moved)):
        raise ReferenceSystemError(owner, source, target)
    return tuple(moved)


def through(way: osr.CoordinateTransformation | None, points: np.ndarray) -> np.ndarray:
    """Points (n, 2) on the way that `transformation` found, infinite where they have no place in the other system."""
    if way is None or not len(points):
        return points
    with quiet_gdal():
        try:
            return np.array(way.TransformPoints(points.tolist()))[:, :2]
        except RuntimeError:
            # with exceptions on one such point fails all
            return np.array([_alone(way, point) for point in points.tolist()])


def _alone(way: osr.CoordinateTransformation, point: list[float]) -> tuple[float, float]:
    try:
        x, y, _ = way.TransformPoint(*point)
    except RuntimeError:
        return math.inf, math.inf
    return x, y


def surely_through(points: np.ndarray, source: str, target: str, owner: str) -> np.ndarray:
    """Points (n, 2) of the system ``source`` of ``owner`` in ``target``.

    Raises `ReferenceSystemError` where no way leads there or a point has no place in it.
    """
    found = through(transformation(source, target, owner), points)
    if not np.isfinite(found).all():
        raise ReferenceSystemError(owner, source, target)
    return found
