"""Virtual rasters: a correction as a recipe that GDAL follows while it reads, no pixel copied.

    <name>.vrt                 type, nodata, masks and metadata of a written result; reads the image itself, or
    <name>.recipe-<word>.vrt   corrected values in floating point, and which of them are valid, from the image and
    <name>.field-<word>.tif    what it is multiplied by or what is added, and
    <name>.border-<word>.tif   where its constant border is

The files beside are named relative to the raster, so that a folder can be moved.  Every run has
a word of its own: GDAL writes a virtual raster again when statistics of it were computed, though
it was opened for reading only, and an old recipe that comes back must find its own field.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from . import writing
from .dataset import numpy_type
from .identity import open_image
from .image import Image
from .keeping import beside_nodata, same_nodata, writable_range
from .virtual_sources import SOURCE_DOMAIN, relative_name, source_mark

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


def reads_plainly(image: Image, nodata: float | None) -> bool:
    """Whether a result with a nodata value can read the image itself: GDAL's own masks tell all about its pixels."""
    if image.frame is not None:
        return False
    source = open_image(image)
    for index, number in enumerate(image.bands):
        of_nodata = source.GetRasterBand(number).GetMaskFlags() & (gdal.GMF_NODATA | gdal.GMF_ALL_VALID)
        # only these masks are sure to be either 0 or 255
        if image.dtype.kind == "f" and nodata is not None and not of_nodata:
            return False
        if _further_statements(image, source, index, ""):
            return False
    return True


def write_recipe(
    path: str, target: str, image: Image, recipes: Sequence[BandRecipe], field: FieldPlace | None, border: str
) -> None:
    """Write corrected values without their shift, and masks.

    ``target``: where the file will be.  Raises `WriteError`.
    """
    source = open_image(image)
    text = f'<VRTDataset rasterXSize="{image.width}" rasterYSize="{image.height}">'
    for index, recipe in enumerate(recipes):
        kind = ""
        content = _scaled(_source(image.path, target, image.bands[index]), recipe.scale, recipe.offset)
        if field is not None:
            kind = ' subClass="VRTDerivedRasterBand"'
            function = f"<PixelFunctionType>{recipe.function}</PixelFunctionType>"
            content = f"{function}<SourceTransferType>Float64</SourceTransferType>{content}"
            content += _field_source(image, field, target, index)
        text += f'<VRTRasterBand dataType="Float64" band="{index + 1}"{kind}>{content}'
        text += _mask(image, source, index, target, border) + "</VRTRasterBand>"
    writing.write_text(path, text + "</VRTDataset>\n")


def write_virtual(
    path: str,
    target: str,
    image: Image,
    gdal_type: int,
    nodata: float | None,
    recipes: Sequence[BandRecipe],
    recipe_file: str,
    border: str,
    tags: Mapping[str, str],
    statistics: Sequence[Mapping[str, str]],
) -> None:
    """Write a virtual raster with all that a written result has.

    ``target``: where the file will be; ``recipe_file``: empty where the image itself is read; ``border``: the
    raster of its constant border; ``statistics``: metadata of each corrected band.  Raises `WriteError`.
    """
    source = open_image(image)
    dtype = numpy_type(gdal_type)
    dataset = gdal.GetDriverByName("VRT").Create("", image.width, image.height, 0)
    for _ in range(source.RasterCount):
        dataset.AddBand(gdal_type)
    writing.copy_facts(dataset, source, image, nodata, tags)
    dataset.SetMetadata(source_mark(image.path, target), SOURCE_DOMAIN)
    contents = [""] * source.RasterCount
    for index, (number, recipe) in enumerate(zip(image.bands, recipes)):
        for key, value in statistics[index].items():
            dataset.GetRasterBand(number).SetMetadataItem(key, value)
        if recipe_file:
            read = _source(recipe_file, target, index + 1), _source(recipe_file, target, f"mask,{index + 1}")
            content = _fitted(*read, 1, 1.0, recipe.shift, dtype, nodata)
        else:
            read = _source(image.path, target, number), _source(image.path, target, f"mask,{number}")
            content = _fitted(*read, 255, recipe.scale, recipe.offset + recipe.shift, dtype, nodata)
        background = _scaled(_source(image.path, target, number), 1.0, 0.0) if nodata is None else ""
        contents[number - 1] = background + content
    if image.alpha is not None:
        opacity = _opacity(numpy_type(source.GetRasterBand(image.alpha).DataType), dtype)
        contents[image.alpha - 1] = _complex(_source(image.path, target, image.alpha) + opacity)
        if border:
            contents[image.alpha - 1] += _painted(_source(border, target, 1), 0.0)
    elif image.shared_mask:
        file, bands = (recipe_file, range(1, len(recipes) + 1)) if recipe_file else (image.path, image.bands[:1])
        contents.append("".join(_painted(_source(file, target, f"mask,{band}"), 255.0) for band in bands))
    # GDAL's own text of the largest double is read as infinity
    text = re.sub(r"(<NoDataValue>)[^<]*", rf"\g<1>{nodata!r}", "".join(dataset.GetMetadata_List("xml:VRT")))
    writing.write_text(path, _filled(text, contents))


def _filled(text: str, contents: Sequence[str]) -> str:
    """The description of a raster without sources, with those of every band, the mask's last."""
    parts, rest = [], text
    for content in contents:
        before, start, rest = rest.partition("<VRTRasterBand")
        head, _, rest = rest.partition(">")
        inside = ""
        if head.endswith("/"):
            head = head[:-1]
        else:
            inside, _, rest = rest.partition("</VRTRasterBand>")
        parts.append(f"{before}{start}{head}>{inside}{content}</VRTRasterBand>")
    return "".join(parts) + rest


def _source(name: str, target: str, band: int | str) -> str:
    """A band of a file, which is named relative to ``target`` where it lies in its folder or below."""
    shown, relative = relative_name(name, target)
    file = f'<SourceFilename relativeToVRT="{int(relative)}">{html.escape(shown, quote=False)}</SourceFilename>'
    return f"{file}<SourceBand>{band}</SourceBand>"


def _complex(inside: str) -> str:
    return f"<ComplexSource>{inside}</ComplexSource>"


def _scaled(source: str, scale: float, offset: float) -> str:
    """Every pixel of a source."""
    return _complex(f"{source}<ScaleOffset>{offset!r}</ScaleOffset><ScaleRatio>{scale!r}</ScaleRatio>")


def _painted(source: str, value: float) -> str:
    """One value wherever a source is not 0."""
    return _complex(f"{source}<ScaleOffset>{value!r}</ScaleOffset><ScaleRatio>0</ScaleRatio><NODATA>0</NODATA>")


def _fitted(
    source: str, mask: str, shown: int, scale: float, offset: float, dtype: np.dtype, nodata: float | None
) -> str:
    """The valid pixels of a source, whose mask is 0 or ``shown``, clipped and kept off nodata as `Pixels` does it."""
    scaling = f"<ScaleOffset>{offset!r}</ScaleOffset><ScaleRatio>{scale!r}</ScaleRatio>"
    if nodata is None or dtype.kind != "f" or not scale or not np.isfinite((nodata - offset) / scale):
        table = "" if nodata is None or dtype.kind == "f" else _lut(dtype, nodata)
        return _complex(f"{source}<UseMaskBand>true</UseMaskBand>{scaling}{table}")
    # GDAL reads a source through its mask or without a value, not both
    others = f"<NODATA>{(nodata - offset) / scale!r}</NODATA>"
    hidden = f"<ScaleOffset>{nodata!r}</ScaleOffset><ScaleRatio>0</ScaleRatio><NODATA>{shown}</NODATA>"
    beside = _scaled(source, 0.0, beside_nodata(nodata, dtype))
    return beside + _complex(source + scaling + others) + _complex(mask + hidden)


def _lut(dtype: np.dtype, nodata: float) -> str:
    """A table that changes no value but those outside the type, and those that would round to nodata."""
    low, high = writable_range(dtype, nodata)
    if not np.iinfo(dtype).min <= nodata <= np.iinfo(dtype).max:
        return ""
    steps = [(low, low)]
    if low < nodata < high:
        first, last, beside = nodata - 0.5, nodata + 0.5, beside_nodata(nodata, dtype)
        before, after = float(np.nextafter(first, -np.inf)), float(np.nextafter(last, np.inf))
        steps += [(before, before), (first, beside), (last, beside), (after, after)]
    return "<LUT>" + ",".join(f"{value!r}:{result!r}" for value, result in [*steps, (high, high)]) + "</LUT>"


def _field_source(image: Image, field: FieldPlace, target: str, index: int) -> str:
    size = f'xSize="{image.width}" ySize="{image.height}"'
    part = f'<SrcRect xOff="{field.column!r}" yOff="{field.row!r}" xSize="{field.width!r}" ySize="{field.height!r}"/>'
    return (
        f'<ComplexSource resampling="bilinear">{_source(field.path, target, index + 1)}'
        f'{part}<DstRect xOff="0" yOff="0" {size}/></ComplexSource>'
    )


def _opacity(source: np.dtype, result: np.dtype) -> str:
    """A table by which alpha in another integer type keeps its opacity, not its number.

    With one that changes nothing GDAL takes statistics of the result itself, not of the image, beside which it
    would write them.
    """
    if source.kind == "f" or result.kind == "f":
        return ""
    return f"<LUT>0:0,{np.iinfo(source).max}:{np.iinfo(result).max}</LUT>"


def _mask(image: Image, source: gdal.Dataset, index: int, target: str, border: str) -> str:
    """The mask of a band: the product of all that the image says about its pixels, each 0 or 1."""
    statements = _further_statements(image, source, index, target)
    if _masked_by_gdal(image, source, index):
        own = _source(image.path, target, f"mask,{image.bands[index]}")
        statements.append(_complex(f"{own}<LUT>0:0,1:1</LUT>"))
    if image.frame is not None:
        statements.append(_scaled(_source(border, target, 1), -1.0, 1.0))
    if not statements:
        return ""
    kind, function = "", ""
    if len(statements) > 1:
        kind, function = ' subClass="VRTDerivedRasterBand"', "<PixelFunctionType>mul</PixelFunctionType>"
    band = f'<VRTRasterBand dataType="Byte"{kind}>{function}{"".join(statements)}</VRTRasterBand>'
    return f"<MaskBand>{band}</MaskBand>"


def _masked_by_gdal(image: Image, source: gdal.Dataset, index: int) -> bool:
    """Whether the mask that GDAL has for a band counts, and hides anything."""
    band = source.GetRasterBand(image.bands[index])
    if image.nodata_overridden and not same_nodata(band.GetNoDataValue(), image.nodata[index]):
        return False
    return not band.GetMaskFlags() & gdal.GMF_ALL_VALID


def _further_statements(image: Image, source: gdal.Dataset, index: int, target: str) -> list[str]:
    """What hides pixels of a band beside GDAL's mask of it, which follows one statement of a file only."""
    number = image.bands[index]
    band = source.GetRasterBand(number)
    flags = band.GetMaskFlags() if _masked_by_gdal(image, source, index) else gdal.GMF_ALL_VALID
    nodata = image.nodata[index] if image.nodata_overridden else band.GetNoDataValue()
    found = []
    if nodata is not None and not flags & gdal.GMF_NODATA:
        shown = "<ScaleOffset>1</ScaleOffset><ScaleRatio>0</ScaleRatio>"
        found.append(_complex(f"{_source(image.path, target, number)}{shown}<NODATA>{nodata!r}</NODATA>"))
    if image.alpha is not None and not image.nodata_overridden and not flags & gdal.GMF_ALPHA:
        found.append(_complex(f"{_source(image.path, target, image.alpha)}<LUT>0:0,1:1</LUT>"))
    return found
