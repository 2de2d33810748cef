"""Virtual rasters: a correction as a recipe that GDAL follows while it reads, no pixel copied.

    <name>.vrt                 type, nodata, masks and metadata of a written result; reads the image itself, or
    <name>.recipe-<word>.vrt   corrected values in floating point, and which of them are valid, from the image and
    <name>.field-<word>.tif    what it is multiplied by or what is added, and
    <name>.border-<word>.tif   where its constant border is; with common light the recipe reads the
    <name>.product-<word>.vrt  image divided by its light, a factor in
    <name>.light-<word>.tif

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
from .image import Image, open_image
from .nodata import beside_nodata, hides, same_nodata, writable_range
from .source import Source
from .virtual_sources import SOURCE_DOMAIN, relative_name, source_mark
from .window import Window

FIELD_OPTIONS = ("COMPRESS=DEFLATE", "PREDICTOR=3")


class BandRecipe(NamedTuple):
    """y = (scale x + offset) [* or + field] + shift of one band.

    With light, y = (scale x + offset) * light factor [* field] [+ bias * field] + shift.
    """

    scale: float
    offset: float
    shift: float
    function: str
    """``mul`` or ``sum``; empty without a field."""
    bias: float = 1.0


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
    if image.border is not None:
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


def write_product(
    path: str, target: str, image: Image, recipes: Sequence[BandRecipe], fields: Sequence[FieldPlace]
) -> None:
    """Write values times all ``fields``, for a result with light.  Raises `WriteError`."""
    text = f'<VRTDataset rasterXSize="{image.width}" rasterYSize="{image.height}">'
    for index, recipe in enumerate(recipes):
        content = _scaled(_source(image.path, target, image.bands[index]), recipe.scale, recipe.offset)
        content += "".join(_field_source(image, field, target, index) for field in fields)
        text += _derived(index, "mul", content) + "</VRTRasterBand>"
    writing.write_text(path, text + "</VRTDataset>\n")


def write_recipe(
    path: str,
    target: str,
    image: Image,
    recipes: Sequence[BandRecipe],
    field: FieldPlace | None,
    border: str,
    product: str = "",
) -> None:
    """Write corrected values without their shift, and masks.

    ``target``: where the file will be; ``border``: the raster of its constant border; ``product``: the file of
    `write_product`.  Raises `WriteError`.
    """
    source = open_image(image)
    text = f'<VRTDataset rasterXSize="{image.width}" rasterYSize="{image.height}">'
    for index, recipe in enumerate(recipes):
        content = _scaled(_source(image.path, target, image.bands[index]), recipe.scale, recipe.offset)
        if product:
            content = _scaled(_source(product, target, index + 1), 1.0, 0.0)
        if field is not None:
            content += _field_source(image, field, target, index, recipe.bias)
            text += _derived(index, "sum" if product else recipe.function, content)
        else:
            text += f'<VRTRasterBand dataType="Float64" band="{index + 1}">{content}'
        text += f"<MaskBand>{_product(_statements(image, source, index, target, border))}</MaskBand></VRTRasterBand>"
    for place, band in enumerate(_shown_in_any_band(image, target, border), start=len(recipes) + 1):
        text += band.replace("<VRTRasterBand", f'<VRTRasterBand band="{place}"')
    writing.write_text(path, text + "</VRTDataset>\n")


def write_virtual(
    path: str,
    target: str,
    image: Image,
    gdal_type: int,
    recipes: Sequence[BandRecipe],
    recipe_file: str,
    tags: Mapping[str, str],
    statistics: Sequence[Mapping[str, str]],
) -> None:
    """Write a virtual raster with all that a written result has.

    ``target``: where the file will be; ``recipe_file``: empty where the image itself is read; ``statistics``:
    metadata of each corrected band.  Raises `WriteError`.
    """
    source = open_image(image)
    marks = writing.marks_of(image, gdal_type, False)
    dataset = gdal.GetDriverByName("VRT").Create("", image.width, image.height, 0)
    for _ in range(source.RasterCount):
        dataset.AddBand(gdal_type)
    writing.copy_facts(dataset, source, image, marks, tags)
    dataset.SetMetadata(source_mark(image.path, target), SOURCE_DOMAIN)
    contents = [""] * source.RasterCount
    for index, (number, recipe) in enumerate(zip(image.bands, recipes)):
        for key, value in statistics[index].items():
            dataset.GetRasterBand(number).SetMetadataItem(key, value)
        contents[number - 1] = _result_band(image, target, index, recipe, recipe_file, numpy_type(gdal_type), marks)
    if image.alpha is not None:
        kind = numpy_type(source.GetRasterBand(image.alpha).DataType)
        opacity = _opacity(kind, numpy_type(gdal_type), image.nodata_overridden)
        contents[image.alpha - 1] = _complex(_source(image.path, target, image.alpha) + opacity)
        for place, _ in enumerate(_shown_in_any_band(image, target, ""), start=len(recipes) + 1):
            contents[image.alpha - 1] += _painted(_source(recipe_file, target, place), 0.0, 1)
    if marks.mask:
        file, band = (recipe_file, 1) if recipe_file else (image.path, image.bands[0])
        contents.append(_painted(_source(file, target, f"mask,{band}"), 255.0, 0))
    writing.write_text(path, _described(dataset, marks, contents))


def _described(dataset: gdal.Dataset, marks: writing.Marks, contents: Sequence[str]) -> str:
    """The text of a virtual raster without sources, with those of every band, the mask's last."""
    # GDAL's own text of the largest double is read as infinity
    text = re.sub(r"(<NoDataValue>)[^<]*", rf"\g<1>{marks.nodata!r}", "".join(dataset.GetMetadata_List("xml:VRT")))
    return _filled(text, contents)


def write_index(
    path: str,
    target: str,
    source: Source,
    gdal_type: int,
    marks: writing.Marks,
    tags: Mapping[str, str],
    tiles: Mapping[str, Window],
) -> None:
    """Write a virtual raster over files that hold the pixels of a source, each those of a window.

    ``target``: where the file will be; ``tiles``: by name; what none of them has is no data.  Raises `WriteError`.
    """
    image, file = source.image, open_image(source.image)
    dataset = gdal.GetDriverByName("VRT").Create("", image.width, image.height, 0)
    for _ in range(file.RasterCount):
        dataset.AddBand(gdal_type)
    writing.copy_facts(dataset, file, image, marks, tags, source.moved, source.others)
    bands: list[int | str] = [*range(1, file.RasterCount + 1), *(["mask,1"] if marks.mask else [])]
    contents = []
    for band in bands:
        kind = gdal.GetDataTypeName(gdal.GDT_Byte if band == "mask,1" else gdal_type)
        contents.append("".join(_tile(name, target, band, kind, window) for name, window in tiles.items()))
    writing.write_text(path, _described(dataset, marks, contents))


def _tile(name: str, target: str, band: int | str, kind: str, window: Window) -> str:
    """All pixels of a file in a window; with its size, so that it is opened only when they are read."""
    column, row, width, height = window
    facts = f'<SourceProperties RasterXSize="{width}" RasterYSize="{height}" DataType="{kind}"/>'
    size = f'xSize="{width}" ySize="{height}"'
    place = f'<SrcRect xOff="0" yOff="0" {size}/><DstRect xOff="{column}" yOff="{row}" {size}/>'
    return f"<SimpleSource>{_source(name, target, band)}{facts}{place}</SimpleSource>"


def _result_band(
    image: Image, target: str, index: int, recipe: BandRecipe, recipe_file: str, dtype: np.dtype, marks: writing.Marks
) -> str:
    """The sources of a corrected band."""
    number = image.bands[index]
    nodata = marks.nodata if hides(marks.nodata, dtype) else None
    if recipe_file:
        read = _source(recipe_file, target, index + 1), _source(recipe_file, target, f"mask,{index + 1}")
        return _kept(image, target, number, nodata) + _fitted(*read, 1, 1.0, recipe.shift, dtype, nodata)
    read = _source(image.path, target, number), _source(image.path, target, f"mask,{number}")
    fitted = _fitted(*read, 255, recipe.scale, recipe.offset + recipe.shift, dtype, nodata)
    return _kept(image, target, number, nodata) + fitted


def _kept(image: Image, target: str, number: int, nodata: float | None) -> str:
    """What is not corrected and not nodata stays as it was."""
    return _scaled(_source(image.path, target, number), 1.0, 0.0) if nodata is None else ""


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


def _painted(source: str, value: float, but: float) -> str:
    """One value wherever a source is not another."""
    return _complex(f"{source}<ScaleOffset>{value!r}</ScaleOffset><ScaleRatio>0</ScaleRatio><NODATA>{but!r}</NODATA>")


def _binary(source: str) -> str:
    """1 wherever a source is not 0."""
    return _complex(f"{source}<LUT>0:0,1:1</LUT>")


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
    beside = _scaled(source, 0.0, beside_nodata(nodata, dtype))
    return beside + _complex(source + scaling + others) + _painted(mask, nodata, shown)


def _lut(dtype: np.dtype, nodata: float) -> str:
    """A table that changes no value but those outside the type, and those that would round to nodata."""
    low, high = writable_range(dtype, nodata)
    steps = [(low, low)]
    if low < nodata < high:
        first, last, beside = nodata - 0.5, nodata + 0.5, beside_nodata(nodata, dtype)
        before, after = float(np.nextafter(first, -np.inf)), float(np.nextafter(last, np.inf))
        steps += [(before, before), (first, beside), (last, beside), (after, after)]
    return "<LUT>" + ",".join(f"{value!r}:{result!r}" for value, result in [*steps, (high, high)]) + "</LUT>"


def _derived(index: int, function: str, content: str) -> str:
    """The beginning of a band that a function of GDAL makes from its sources."""
    return (
        f'<VRTRasterBand dataType="Float64" band="{index + 1}" subClass="VRTDerivedRasterBand">'
        f"<PixelFunctionType>{function}</PixelFunctionType><SourceTransferType>Float64</SourceTransferType>{content}"
    )


def _field_source(image: Image, field: FieldPlace, target: str, index: int, factor: float = 1.0) -> str:
    size = f'xSize="{image.width}" ySize="{image.height}"'
    part = f'<SrcRect xOff="{field.column!r}" yOff="{field.row!r}" xSize="{field.width!r}" ySize="{field.height!r}"/>'
    scaling = "" if factor == 1 else f"<ScaleOffset>0</ScaleOffset><ScaleRatio>{factor!r}</ScaleRatio>"
    return (
        f'<ComplexSource resampling="bilinear">{_source(field.path, target, index + 1)}'
        f'{part}<DstRect xOff="0" yOff="0" {size}/>{scaling}</ComplexSource>'
    )


def _opacity(source: np.dtype, result: np.dtype, opaque: bool) -> str:
    """A table by which alpha in another integer type keeps its opacity, not its number; ``opaque``: 0 is so too.

    With one that changes nothing GDAL takes statistics of the result itself, not of the image, beside which it
    would write them.
    """
    if source.kind == "f" or result.kind == "f":
        return ""
    most, full = np.iinfo(source).max, np.iinfo(result).max
    return f"<LUT>0:{full},1:{full / most!r},{most}:{full}</LUT>" if opaque else f"<LUT>0:0,{most}:{full}</LUT>"


def _product(statements: Sequence[str]) -> str:
    """A band of the product of sources, each 0 or 1; 1 without any."""
    kind, function = "", ""
    if len(statements) > 1:
        kind, function = ' subClass="VRTDerivedRasterBand"', "<PixelFunctionType>mul</PixelFunctionType>"
    return f'<VRTRasterBand dataType="Byte"{kind}>{function}{"".join(statements)}</VRTRasterBand>'


def _statements(image: Image, source: gdal.Dataset, index: int, target: str, border: str) -> list[str]:
    """All that an image says about the pixels of a band: each is 1 where it shows them, else 0."""
    statements = _further_statements(image, source, index, target)
    if _masked_by_gdal(image, source, index):
        statements.append(_binary(_source(image.path, target, f"mask,{image.bands[index]}")))
    if image.border is not None:
        statements.append(_scaled(_source(border, target, 1), -1.0, 1.0))
    return statements or [_scaled(_source(image.path, target, image.bands[index]), 0.0, 1.0)]


def _shown_in_any_band(image: Image, target: str, border: str) -> list[str]:
    """Bands that are 1 where a statement shows an image beside its alpha, which is to tell the same."""
    if image.alpha is None:
        return []
    bands = []
    if image.file_mask:
        bands.append(_product([_binary(_source(image.path, target, f"mask,{image.bands[0]}"))]))
    if image.border is not None:
        bands.append(_product([_scaled(_source(border, target, 1), -1.0, 1.0)]))
    if all(hides(nodata, image.dtype) for nodata in image.nodata):
        # painted one over the other: 1 where any of the bands has a value
        values = (_source(image.path, target, number) for number in image.bands)
        painted = [_painted(value, 1.0, nodata) for value, nodata in zip(values, image.nodata)]
        bands.append(f'<VRTRasterBand dataType="Byte">{"".join(painted)}</VRTRasterBand>')
    return bands


def _masked_by_gdal(image: Image, source: gdal.Dataset, index: int) -> bool:
    """Whether the mask that GDAL has for a band counts, and hides anything."""
    band = source.GetRasterBand(image.bands[index])
    if image.nodata_overridden:
        return band.GetMaskFlags() == gdal.GMF_NODATA and same_nodata(band.GetNoDataValue(), image.nodata[index])
    return not band.GetMaskFlags() & gdal.GMF_ALL_VALID


def _further_statements(image: Image, source: gdal.Dataset, index: int, target: str) -> list[str]:
    """What hides pixels of a band beside GDAL's mask of it, which follows one statement of a file only."""
    number, nodata = image.bands[index], image.nodata[index]
    flags = gdal.GMF_ALL_VALID
    if _masked_by_gdal(image, source, index):
        flags = source.GetRasterBand(number).GetMaskFlags()
    found = []
    if hides(nodata, image.dtype) and not flags & gdal.GMF_NODATA:
        found.append(_painted(_source(image.path, target, number), 1.0, nodata))
    if image.alpha is not None and not image.nodata_overridden and not flags & gdal.GMF_ALPHA:
        found.append(_binary(_source(image.path, target, image.alpha)))
    return found
