"""What hides pixels, for GDAL's warper: all that an image states, where GDAL would heed one statement only.

The warper knows no other word for "hidden in this band" than a nodata value, so what is hidden is read as NaN.
"""

from __future__ import annotations

import html
import uuid

import numpy as np
from osgeo import gdal

from .dataset import answer
from .image import Image, open_image
from .nodata import hides
from .writing import create_raster, write_window

BORDER_OPTIONS = ("NBITS=1", "COMPRESS=DEFLATE")


def source_to_warp(image: Image, gdal_type: int) -> tuple[gdal.Dataset, str | None, str | None]:
    """What GDAL's warper can read: a raster, the file in memory that it reads, nodata values.

    The second is None where the raster is that of the image's file.  Raises `DamagedRasterError`.
    """
    simple = not (image.nodata_overridden or image.band_masks or image.alpha is not None or image.border is not None)
    floating = image.dtype.kind == "f"
    if floating:
        simple &= not image.file_mask and all(value is None or np.isnan(value) for value in image.nodata)
    if not simple or (image.file_mask and image.nodata_hides):
        return *source_with_nan(image, gdal_type), "nan"
    dataset = open_image(image)
    if floating or not image.nodata_hides:
        return dataset, None, "nan" if floating else None
    # NaN hides nothing in a band of whole numbers
    return dataset, None, " ".join("nan" if value is None else repr(value) for value in image.nodata)


def source_with_nan(image: Image, gdal_type: int) -> tuple[gdal.Dataset, str]:
    """The measuring bands as a virtual raster of floating point, NaN wherever the image shows nothing.

    The second is a file in memory that the raster reads, to be removed after it; empty for none.
    Raises `DamagedRasterError`.
    """
    border = _border_raster(image)
    position = ", ".join(repr(value) for value in image.geotransform)
    text = f"<SRS>{html.escape(image.crs)}</SRS>" if image.crs else ""
    text += f"<GeoTransform>{position}</GeoTransform>"
    for place in range(len(image.bands)):
        read = _valid_source(image, place)
        if border:
            read += _source(border, 1, "<ScaleOffset>nan</ScaleOffset><ScaleRatio>1</ScaleRatio><NODATA>0</NODATA>")
        text += _band(gdal_type, place + 1, f"<NoDataValue>nan</NoDataValue>{read}")
    return answer(image.path, lambda: gdal.Open(_raster(image, text))), border


def _valid_source(image: Image, place: int) -> str:
    """A band where all that the image states lets it be data: of a virtual raster as text, that GDAL opens."""
    number = image.bands[place]
    plain = _source(image.path, number)
    statements = []
    if hides(image.nodata[place], image.dtype):
        declaring = _band(image.gdal_type, 1, f"<NoDataValue>{image.nodata[place]!r}</NoDataValue>{plain}")
        statements.append(_source(_raster(image, declaring), "mask,1"))
    if image.file_mask or (image.band_masks and image.band_masks[place]):
        statements.append(_source(image.path, f"mask,{number}"))
    if image.alpha is not None and not image.nodata_overridden:
        # what is nearly transparent in floating point would be 0 in bytes
        statements.append(_source(image.path, image.alpha, "<ScaleRatio>1e9</ScaleRatio>"))
    if not statements:
        return plain
    mask, kind = statements[0], ""
    if len(statements) > 1:
        mask = "<PixelFunctionType>mul</PixelFunctionType><SourceTransferType>Float64</SourceTransferType>"
        mask, kind = mask + "".join(statements), ' subClass="VRTDerivedRasterBand"'
    masked = _band(image.gdal_type, 1, plain) + f"<MaskBand>{_band(gdal.GDT_Byte, 0, mask, kind)}</MaskBand>"
    return _source(_raster(image, masked), 1, "<UseMaskBand>true</UseMaskBand>")


def _raster(image: Image, inside: str) -> str:
    return f'<VRTDataset rasterXSize="{image.width}" rasterYSize="{image.height}">{inside}</VRTDataset>'


def _band(gdal_type: int, number: int, inside: str, kind: str = "") -> str:
    """``number`` is 0 for a mask."""
    place = f' band="{number}"' if number else ""
    return f'<VRTRasterBand dataType="{gdal.GetDataTypeName(gdal_type)}"{place}{kind}>{inside}</VRTRasterBand>'


def _source(name: str, band: int | str, how: str = "") -> str:
    file = f'<SourceFilename relativeToVRT="0">{html.escape(name)}</SourceFilename>'
    return f"<ComplexSource>{file}<SourceBand>{band}</SourceBand>{how}</ComplexSource>"


def _border_raster(image: Image) -> str:
    """The image's border as ones of a small raster in memory; empty without a border."""
    if image.border is None:
        return ""
    name = f"/vsimem/evenlight-border-{uuid.uuid4().hex}.tif"
    write_border(name, image)
    return name


def write_border(path: str, image: Image) -> None:
    """Write the image's border as a raster without position: 1 in the border, else 0.  Raises `WriteError`."""
    with create_raster(path, image.width, image.height, 1, gdal.GDT_Byte, BORDER_OPTIONS) as dataset:
        for window in image.grid.window.cut((image.width, image.border.rows)):
            write_window(dataset, path, 1, image.border.within(window).astype(np.uint8), *window.corner)
