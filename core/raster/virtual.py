"""Virtual rasters: a correction as a recipe that GDAL follows while it reads, no pixel copied.

Every band of the result reads, through the mask of its input band, either the scaled input or
a band of its own that multiplies or adds a small raster, the field, by GDAL's own pixel
functions.
"""

from __future__ import annotations

import html
import os
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from . import writing
from .identity import open_image
from .image import Image

FIELD_OPTIONS = ("COMPRESS=DEFLATE", "PREDICTOR=3")


class BandRecipe(NamedTuple):
    """y = (scale x + offset) [* or + field] + shift of one band."""

    scale: float
    offset: float
    shift: float
    function: str
    """``mul`` or ``sum``; empty without a field."""


class FieldPlace(NamedTuple):
    """Where an image lies on the raster of its field, in that raster's pixels."""

    path: str
    column: float
    row: float
    width: float
    height: float


def write_field(path: str, values: np.ndarray) -> None:
    """Write (K, rows, columns) as a raster without position.  Raises `WriteError`."""
    bands, rows, columns = values.shape
    with writing.create_raster(path, columns, rows, bands, gdal.GDT_Float64, FIELD_OPTIONS) as dataset:
        for number, band in enumerate(values, start=1):
            writing.write_window(dataset, path, number, band, 0, 0)


def write_virtual(
    path: str,
    image: Image,
    gdal_type: int,
    nodata: float | None,
    recipes: list[BandRecipe],
    field: FieldPlace | None,
    tags: Mapping[str, str],
    frame: str = "",
) -> None:
    """Write a virtual raster of the image's size, position and metadata.

    ``frame``: the raster of the image's frame, which is painted over what is corrected.  Raises `WriteError`.
    """
    source = open_image(image)
    by_band = dict(zip(image.bands, range(len(image.bands))))
    parts = [_head(image, source, tags)]
    for number in range(1, source.RasterCount + 1):
        band = source.GetRasterBand(number)
        if number in by_band:
            index = by_band[number]
            content = _corrected(image, number, index, recipes[index], field)
            if frame:
                content += _unchanged(image, number, frame) if nodata is None else _painted(frame, nodata)
            parts.append(_band(number, band, gdal_type, nodata, content))
        else:
            content = _plain_source(image, str(number)) + (_painted(frame, 0) if frame else "")
            parts.append(_band(number, band, gdal_type, None, content))
    if image.shared_mask and image.alpha is None:
        mask = _plain_source(image, f"mask,{image.bands[0]}") + (_painted(frame, 0) if frame else "")
        parts.append(f'<MaskBand><VRTRasterBand dataType="Byte">{mask}</VRTRasterBand></MaskBand>')
    parts.append("</VRTDataset>\n")
    writing.write_text(path, "".join(parts))


def _head(image: Image, source: gdal.Dataset, tags: Mapping[str, str]) -> str:
    position = ", ".join(repr(value) for value in image.geotransform)
    text = f'<VRTDataset rasterXSize="{image.width}" rasterYSize="{image.height}">'
    if image.crs:
        text += f"<SRS>{html.escape(image.crs)}</SRS>"
    text += f"<GeoTransform>{position}</GeoTransform>"
    return text + _metadata({**(source.GetMetadata() or {}), **tags})


def _metadata(items: Mapping[str, str]) -> str:
    entries = "".join(f'<MDI key="{html.escape(key)}">{html.escape(value)}</MDI>' for key, value in items.items())
    return f"<Metadata>{entries}</Metadata>" if entries else ""


def _band(number: int, band: gdal.Band, gdal_type: int, nodata: float | None, content: str) -> str:
    kept = {k: v for k, v in (band.GetMetadata() or {}).items() if not k.startswith("STATISTICS_")}
    text = f'<VRTRasterBand dataType="{gdal.GetDataTypeName(gdal_type)}" band="{number}">{_metadata(kept)}'
    if band.GetDescription():
        text += f"<Description>{html.escape(band.GetDescription())}</Description>"
    if nodata is not None:
        text += f"<NoDataValue>{nodata!r}</NoDataValue>"
    if band.GetUnitType():
        text += f"<UnitType>{html.escape(band.GetUnitType())}</UnitType>"
    if band.GetOffset() not in (None, 0.0):
        text += f"<Offset>{band.GetOffset()!r}</Offset>"
    if band.GetScale() not in (None, 1.0):
        text += f"<Scale>{band.GetScale()!r}</Scale>"
    colour = gdal.GetColorInterpretationName(band.GetColorInterpretation())
    return text + f"<ColorInterp>{colour}</ColorInterp>{content}</VRTRasterBand>"


def _plain_source(image: Image, band: str) -> str:
    return f"<SimpleSource>{_file(image.path)}<SourceBand>{band}</SourceBand></SimpleSource>"


def _file(name: str) -> str:
    return f'<SourceFilename relativeToVRT="0">{html.escape(_absolute(name))}</SourceFilename>'


def _absolute(name: str) -> str:
    return os.path.abspath(name) if os.path.exists(name) else name


def _corrected(image: Image, number: int, index: int, recipe: BandRecipe, field: FieldPlace | None) -> str:
    """The source of one corrected band."""
    if field is None:
        return _masked(image.path, number, recipe.scale, recipe.offset + recipe.shift)
    return _masked(_with_field(image, number, index, recipe, field), 1, 1.0, recipe.shift)


def _masked(name: str, band: int, scale: float, offset: float) -> str:
    return (
        f"<ComplexSource>{_file(name)}<SourceBand>{band}</SourceBand><UseMaskBand>true</UseMaskBand>"
        f"<ScaleOffset>{offset!r}</ScaleOffset><ScaleRatio>{scale!r}</ScaleRatio></ComplexSource>"
    )


def _painted(frame: str, value: float) -> str:
    """One value wherever the frame is."""
    paint = f"<ScaleOffset>{value!r}</ScaleOffset><ScaleRatio>0</ScaleRatio><NODATA>0</NODATA>"
    return f"<ComplexSource>{_file(frame)}<SourceBand>1</SourceBand>{paint}</ComplexSource>"


def _unchanged(image: Image, number: int, frame: str) -> str:
    """The input wherever the frame is: a virtual raster in the text, masked by it."""
    kind = gdal.GetDataTypeName(image.gdal_type)
    inner = (
        f'<VRTDataset rasterXSize="{image.width}" rasterYSize="{image.height}">'
        f'<VRTRasterBand dataType="{kind}" band="1">{_plain_source(image, str(number))}</VRTRasterBand>'
        '<MaskBand><VRTRasterBand dataType="Byte"><ComplexSource>'
        f"{_file(frame)}<SourceBand>1</SourceBand><ScaleRatio>255</ScaleRatio>"
        "</ComplexSource></VRTRasterBand></MaskBand></VRTDataset>"
    )
    return _masked(inner, 1, 1.0, 0.0)


def _with_field(image: Image, number: int, index: int, recipe: BandRecipe, field: FieldPlace) -> str:
    """A virtual raster of one band, as text that GDAL opens by itself: the scaled input and its field."""
    size = f'xSize="{image.width}" ySize="{image.height}"'
    whole = f'<DstRect xOff="0" yOff="0" {size}/>'
    part = f'<SrcRect xOff="{field.column!r}" yOff="{field.row!r}" xSize="{field.width!r}" ySize="{field.height!r}"/>'
    return (
        f'<VRTDataset rasterXSize="{image.width}" rasterYSize="{image.height}">'
        '<VRTRasterBand dataType="Float64" band="1" subClass="VRTDerivedRasterBand">'
        f"<PixelFunctionType>{recipe.function}</PixelFunctionType>"
        "<SourceTransferType>Float64</SourceTransferType>"
        f"<ComplexSource>{_file(image.path)}<SourceBand>{number}</SourceBand>"
        f"<ScaleOffset>{recipe.offset!r}</ScaleOffset><ScaleRatio>{recipe.scale!r}</ScaleRatio></ComplexSource>"
        f'<ComplexSource resampling="bilinear">{_file(field.path)}<SourceBand>{index + 1}</SourceBand>'
        f"{part}{whole}</ComplexSource></VRTRasterBand>"
        '<MaskBand><VRTRasterBand dataType="Byte">'
        f"<SimpleSource>{_file(image.path)}<SourceBand>mask,{number}</SourceBand></SimpleSource>"
        "</VRTRasterBand></MaskBand></VRTDataset>"
    )
