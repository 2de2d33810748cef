"""A mask's polygons read from a vector file, for scripts; QGIS hands over those of its layers."""

from __future__ import annotations

import os

from osgeo import gdal, ogr

from ..arguments import fitting
from ..errors import EvenlightError, because, path_text, some
from ..messages import Message
from ..raster.dataset import last_message, quiet_gdal, release
from .polygons import MaskPolygon, PolygonMask
from .settings import FieldMatch

POLYGONS = (ogr.wkbPolygon, ogr.wkbMultiPolygon)


class MaskFileError(EvenlightError):
    """A file gives no polygons."""

    def __init__(self, path: str, what: str, remedy: str = Message("choose a file with polygons")):
        super().__init__(Message(
            "{path} cannot be used: {what}; {remedy}.", path=path_text(path), what=what, remedy=remedy
        ))


def read_mask(
    path: str | os.PathLike[str],
    *,
    layer: str | None = None,
    field: str | None = None,
    match: FieldMatch | str = FieldMatch.EXACT,
) -> PolygonMask:
    """The polygons of a vector layer in any format that GDAL reads, those with curves along straight parts of them.

    ``layer``: its name, where the file has several; ``field``: the one that holds the name of the image that a
    polygon belongs to (`docs/masks.md`); without it polygons belong to all images.  ``match``: `exact`, or
    `contains` where the field holds parts of names.  Features without a geometry or name are left out.
    Raises `MaskFileError` or `OptionError`.
    """
    name = fitting("path", path, "str", {})
    match = fitting("match", match, "FieldMatch", {"FieldMatch": FieldMatch})
    with quiet_gdal():
        gdal.ErrorReset()
        try:
            dataset = gdal.OpenEx(name, gdal.OF_VECTOR)
        except RuntimeError:
            dataset = None
        if dataset is None:
            detail = last_message() if os.path.lexists(name) else Message("there is no such file")
            raise MaskFileError(name, Message("it cannot be opened as a vector file{detail}", detail=because(detail)))
        try:
            return _polygons_of(dataset, name, layer, field)._replace(match=match)
        except RuntimeError as error:
            raise MaskFileError(name, Message("it cannot be read{detail}", detail=because(str(error)))) from error
        finally:
            release(dataset)


def _polygons_of(dataset: gdal.Dataset, name: str, layer: str | None, field: str | None) -> PolygonMask:
    names = [dataset.GetLayer(index).GetName() for index in range(dataset.GetLayerCount())]
    if layer is None and len(names) != 1:
        what = Message("it has the layers {names}", names=some(names))
        raise MaskFileError(name, what, Message("choose one with layer"))
    if layer is not None and layer not in names:
        raise MaskFileError(name, Message("it has no layer '{layer}', but {names}", layer=layer, names=some(names)))
    found = dataset.GetLayer(0 if layer is None else names.index(layer))
    definition = found.GetLayerDefn()
    fields = [definition.GetFieldDefn(index).GetName() for index in range(definition.GetFieldCount())]
    if field is not None and field not in fields:
        raise MaskFileError(name, Message("it has no field '{field}', but {fields}", field=field, fields=some(fields)))
    polygons = []
    for feature in found:
        geometry = feature.GetGeometryRef()
        image = None if field is None else _text(feature.GetField(field))
        if geometry is None or image == "":
            continue
        straight = geometry.GetLinearGeometry()
        if ogr.GT_Flatten(straight.GetGeometryType()) not in POLYGONS:
            raise MaskFileError(name, Message(
                "the feature {number} is a {kind}", number=feature.GetFID(), kind=geometry.GetGeometryName().lower()
            ))
        polygons.append(MaskPolygon(bytes(straight.ExportToWkb()), image, feature.GetFID()))
    if not polygons:
        raise MaskFileError(name, Message("it holds no polygon to use"))
    crs = found.GetSpatialRef()
    return PolygonMask(tuple(polygons), "" if crs is None else crs.ExportToWkt(), name, found.GetName())


def _text(value: object) -> str:
    """What a field holds; empty where it holds nothing."""
    return "" if value is None else str(value).strip()
