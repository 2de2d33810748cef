"""What hides pixels beside a nodata value or a mask of the whole image: a band's own mask, a frame.

Neither GDAL's warper nor one GeoTIFF can say "hidden in this band" other than by a nodata value,
so what is hidden is read as nodata.
"""

from __future__ import annotations

import html
import uuid

import numpy as np
from osgeo import gdal

from ..errors import DamagedRasterError
from .dataset import last_message, quiet_gdal
from .identity import open_image
from .image import Image
from .writing import create_raster, holds, write_window

FRAME_OPTIONS = ("NBITS=1", "COMPRESS=DEFLATE")


def blanked(image: Image, values: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Values (K, height, width) with nodata where they are not valid, in bands that have such a value."""
    if valid.all():
        return values
    result = values.copy()
    for band, nodata in enumerate(image.nodata):
        if nodata is not None and holds(values.dtype, nodata):
            result[band][~valid[band]] = nodata
    return result


def source_to_warp(image: Image, gdal_type: int) -> tuple[gdal.Dataset, str, str | None]:
    """What GDAL's warper can read: a raster, the measuring bands first; a file in memory that it needs; nodata values.

    Raises `DamagedRasterError`.
    """
    if image.band_masks or image.frame is not None:
        return *source_with_nan(image, gdal_type), "nan"
    if all(value is None for value in image.nodata):
        undeclared = image.dtype.kind == "f" and not image.shared_mask
        return _plain_source(image), "", "nan" if undeclared else None
    # NaN hides nothing in a band of whole numbers
    return _plain_source(image), "", " ".join("nan" if value is None else repr(value) for value in image.nodata)


def _plain_source(image: Image) -> gdal.Dataset:
    """With the user's nodata value the file's masks do not count."""
    dataset = open_image(image)
    if image.nodata_overridden:
        bare = translated(image, dataset, bandList=list(image.bands), noData=image.nodata[0], maskBand="none")
        bare.SetMetadataItem("NODATA_VALUES", None)
        return bare
    wanted = [*image.bands] if image.alpha is None else [*image.bands, image.alpha]
    in_order = wanted == list(range(1, dataset.RasterCount + 1))
    return dataset if in_order else translated(image, dataset, bandList=wanted)


def translated(image: Image, dataset: gdal.Dataset, **options: object) -> gdal.Dataset:
    """A dataset of an image as a virtual raster with other facts.  Raises `DamagedRasterError`."""
    with quiet_gdal():
        gdal.ErrorReset()
        try:
            result = gdal.Translate("", dataset, format="VRT", **options)
        except RuntimeError as error:
            raise DamagedRasterError(image.path, str(error)) from error
    if result is None:
        raise DamagedRasterError(image.path, last_message())
    return result


def source_with_nan(image: Image, gdal_type: int) -> tuple[gdal.Dataset, str]:
    """The measuring bands as a virtual raster of floating point, NaN wherever the image shows nothing.

    The second is a file in memory that the raster reads, to be removed after it; empty for none.
    Raises `DamagedRasterError`.
    """
    frame = _frame_raster(image)
    position = ", ".join(repr(value) for value in image.geotransform)
    text = f'<VRTDataset rasterXSize="{image.width}" rasterYSize="{image.height}">'
    text += f"<SRS>{html.escape(image.crs)}</SRS>" if image.crs else ""
    text += f"<GeoTransform>{position}</GeoTransform>"
    for place, (number, nodata) in enumerate(zip(image.bands, image.nodata), start=1):
        text += f'<VRTRasterBand dataType="{gdal.GetDataTypeName(gdal_type)}" band="{place}">'
        text += "<NoDataValue>nan</NoDataValue>"
        if image.nodata_overridden:
            text += _source(image.path, number, f"<NODATA>{nodata!r}</NODATA>")
        elif image.shared_mask and image.alpha is not None:
            text += _source(_band_and_alpha(image, number), 1, "<UseMaskBand>true</UseMaskBand>")
        else:
            text += _source(image.path, number, "<UseMaskBand>true</UseMaskBand>")
        if frame:
            text += _source(frame, 1, "<ScaleOffset>nan</ScaleOffset><ScaleRatio>1</ScaleRatio><NODATA>0</NODATA>")
        text += "</VRTRasterBand>"
    return _opened(image, text + "</VRTDataset>"), frame


def _source(name: str, band: int, how: str) -> str:
    file = f'<SourceFilename relativeToVRT="0">{html.escape(name)}</SourceFilename>'
    return f"<ComplexSource>{file}<SourceBand>{band}</SourceBand>{how}</ComplexSource>"


def _band_and_alpha(image: Image, number: int) -> str:
    """A virtual raster of two bands, as text that GDAL opens by itself: there it takes alpha for the mask."""
    kind = gdal.GetDataTypeName(image.gdal_type)
    return (
        f'<VRTDataset rasterXSize="{image.width}" rasterYSize="{image.height}">'
        f'<VRTRasterBand dataType="{kind}" band="1">{_source(image.path, number, "")}</VRTRasterBand>'
        f'<VRTRasterBand dataType="{kind}" band="2"><ColorInterp>Alpha</ColorInterp>'
        f"{_source(image.path, image.alpha, '')}</VRTRasterBand></VRTDataset>"
    )


def _frame_raster(image: Image) -> str:
    """The image's frame as ones of a small raster in memory; empty without a frame."""
    if image.frame is None:
        return ""
    name = f"/vsimem/evenlight-frame-{uuid.uuid4().hex}.tif"
    write_frame(name, image)
    return name


def write_frame(path: str, image: Image) -> None:
    """Write the image's frame as a raster without position: 1 in the frame, else 0.  Raises `WriteError`."""
    with create_raster(path, image.width, image.height, 1, gdal.GDT_Byte, FRAME_OPTIONS) as dataset:
        for row in range(0, image.height, image.frame.rows):
            height = min(image.frame.rows, image.height - row)
            part = image.frame.within((0, row, image.width, height)).astype(np.uint8)
            write_window(dataset, path, 1, part, 0, row)


def _opened(image: Image, text: str) -> gdal.Dataset:
    with quiet_gdal():
        gdal.ErrorReset()
        try:
            dataset = gdal.Open(text)
        except RuntimeError as error:
            raise DamagedRasterError(image.path, str(error)) from error
    if dataset is None:
        raise DamagedRasterError(image.path, last_message())
    return dataset
