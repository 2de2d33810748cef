"""The one place that creates rasters: an output keeps all that its input says beside pixels."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from osgeo import gdal

from ..errors import WriteError
from ..settings import OutputType
from .dataset import last_message, numpy_type, open_raster, quiet_gdal, readable, release
from .image import Image, open_image
from .nodata import hides, holds
from .source import Source
from .transaction import target_path

TILE_OF = "EVENLIGHT_TILE_OF"
"""Tag of tiles of a mosaic: the name of the virtual raster over them.  What is made from one is none."""

KEPT_DOMAINS = ("xml:XMP", "EXIF", "COLOR_PROFILE")
"""Metadata domains that stay true when pixel values change."""

PLACE_DOMAINS = ("RPC", "GEOLOCATION")
"""Those that tell where the pixels of a grid lie."""


def output_type(image: Image, wanted: OutputType) -> int:
    """GDAL data type of the image's result."""
    return image.gdal_type if wanted is OutputType.SAME else gdal.GetDataTypeByName(wanted.value)


def output_nodata(image: Image, gdal_type: int) -> float | None:
    """The one nodata value of the image's result; GeoTIFF holds one.

    The input's first one, where the type can hold it; where it cannot, the type's lowest value.
    """
    dtype = numpy_type(gdal_type)
    declared = [value for value in image.nodata if value is not None]
    fitting = [value for value in declared if holds(dtype, value)]
    if fitting:
        return fitting[0]
    if dtype.kind == "f" and declared:
        nearest = min(max(declared[0], float(np.finfo(dtype).min)), float(np.finfo(dtype).max))
        return float(dtype.type(nearest))
    if declared and not image.nodata_hides and not image.band_masks and gdal_type == image.gdal_type:
        return declared[0]
    # no format keeps one mask per band, and whole numbers know no NaN
    needed = image.nodata_hides or image.band_masks or (image.dtype.kind == "f" and dtype.kind != "f")
    if not needed:
        return None
    return float("nan") if dtype.kind == "f" else float(np.iinfo(dtype).min)


class Marks(NamedTuple):
    """How a result tells which of its pixels are data: by a nodata value that it can hold, else by a mask or alpha.

    Most programs heed one of them only, so whichever there are say the same.
    """

    nodata: float | None
    """Of all measuring bands; it may be one that hides nothing."""
    mask: bool
    """Whether there is one mask for all bands."""
    lossy: bool
    """Whether values change a little when they are compressed."""


def marks_of(image: Image, gdal_type: int, lossy: bool) -> Marks:
    """Those of the image's result."""
    if lossy:
        hidden = image.nodata_hides or image.band_masks or image.border is not None or image.dtype.kind == "f"
        return Marks(None, bool(image.file_mask or hidden), True)
    nodata = output_nodata(image, gdal_type)
    return Marks(nodata, image.file_mask and not hides(nodata, numpy_type(gdal_type)), False)


def _add_mask(dataset: gdal.Dataset) -> None:
    """One mask for all bands, inside the TIFF."""
    key = "GDAL_TIFF_INTERNAL_MASK"
    before = gdal.GetThreadLocalConfigOption(key, None)
    gdal.SetThreadLocalConfigOption(key, "YES")
    try:
        dataset.CreateMaskBand(gdal.GMF_PER_DATASET)
    finally:
        gdal.SetThreadLocalConfigOption(key, before)


@contextlib.contextmanager
def create_for(
    path: str, source: Source, gdal_type: int, marks: Marks, options: Sequence[str], tags: Mapping[str, str]
) -> Iterator[gdal.Dataset]:
    """A GeoTIFF for the pixels of a source, with all that its image's file says; closed at the end in every case.

    Values of another meaning have bands of their own, with names and units.  Raises `WriteError`.
    """
    image, file = source.image, open_image(source.image)
    number = len(source.names) or file.RasterCount
    with create_raster(path, image.width, image.height, number, gdal_type, options) as target:
        with quiet_gdal(), _write_errors(path):
            if source.names:
                _place(target, file, image, source.moved)
                target.SetMetadata(dict(tags))
                for band, name, units in zip(image.bands, source.names, image.scales):
                    _set_facts(target.GetRasterBand(band), name, units, marks.nodata)
                if marks.mask:
                    _add_mask(target)
            else:
                copy_facts(target, file, image, marks, tags, source.moved, source.others)
        yield target


def _set_facts(band: gdal.Band, name: str, units: tuple[float, float], nodata: float | None) -> None:
    band.SetDescription(name)
    _set_units(band, units)
    if nodata is not None:
        band.SetNoDataValue(nodata)


def _set_units(band: gdal.Band, units: tuple[float, float]) -> None:
    """Scale and offset, where they change anything."""
    scale, offset = units
    if scale != 1.0:
        band.SetScale(scale)
    if offset:
        band.SetOffset(offset)


def copy_facts(
    target: gdal.Dataset,
    source: gdal.Dataset,
    image: Image,
    marks: Marks,
    tags: Mapping[str, str],
    moved: bool = False,
    others: Sequence[Image] = (),
) -> None:
    """Give a new raster with the bands of an image's file all that the file says beside pixels, and a mask.

    Of its tags only those that all ``others`` have alike: where, when and how one image was made is not true of all.
    """
    _place(target, source, image, moved)
    common = _Common(source)
    for other in others:
        common.meet(open_image(other))
    common.tags.pop(TILE_OF, None)
    target.SetMetadata({**common.tags, **tags})
    # of the input's values
    target.SetMetadataItem("NODATA_VALUES", None)
    for domain, content in common.domains.items():
        if content:
            target.SetMetadata(content, domain)
    units = dict(zip(image.bands, image.scales))
    for number in range(1, source.RasterCount + 1):
        band = target.GetRasterBand(number)
        _copy_band(source.GetRasterBand(number), band, marks.nodata, common.of_bands[number])
        _set_units(band, units.get(number, (1.0, 0.0)))
    if marks.mask:
        _add_mask(target)


@contextlib.contextmanager
def create_raster(
    path: str, width: int, height: int, bands: int, gdal_type: int, options: Sequence[str]
) -> Iterator[gdal.Dataset]:
    """An empty GeoTIFF, closed at the end in every case.  Raises `WriteError`."""
    with quiet_gdal(), _write_errors(path):
        gdal.ErrorReset()
        dataset = gdal.GetDriverByName("GTiff").Create(path, width, height, bands, gdal_type, list(options))
        if dataset is None:
            raise _failed(path)
    with _closing(dataset, path):
        yield dataset


def _place(target: gdal.Dataset, source: gdal.Dataset, image: Image, moved: bool = False) -> None:
    """Put a raster where the image lies; nowhere where it has no georeference, or QGIS turns it upside down."""
    if image.placed:
        target.SetGeoTransform(image.geotransform)
        target.SetProjection(image.crs)
    elif source.GetGCPCount():
        target.SetGCPs(source.GetGCPs(), readable(source.GetGCPProjection()))
    if not moved and (image.width, image.height) == (source.RasterXSize, source.RasterYSize):
        _copy_domains(target, source, PLACE_DOMAINS)


def _copy_domains(target: gdal.Dataset, source: gdal.Dataset, domains: Sequence[str]) -> None:
    for domain in domains:
        content = readable(source.GetMetadata_List(domain) or [])
        if content:
            target.SetMetadata(content, domain)


def band_names(image: Image) -> list[str]:
    """What each measuring band is called in its file, or its number."""
    source = open_image(image)
    return [readable(source.GetRasterBand(number).GetDescription()) or f"band {number}" for number in image.bands]


class _Common:
    """The tags of a file, less those that others do not have alike."""

    def __init__(self, file: gdal.Dataset):
        self.tags = readable(file.GetMetadata() or {})
        self.domains = {domain: readable(file.GetMetadata_List(domain) or []) for domain in KEPT_DOMAINS}
        numbers = range(1, file.RasterCount + 1)
        self.of_bands = {number: readable(file.GetRasterBand(number).GetMetadata() or {}) for number in numbers}

    def meet(self, file: gdal.Dataset) -> None:
        """Forget what another file does not say."""
        other = _Common(file)
        self.tags, self.domains = _alike(self.tags, other.tags), _alike(self.domains, other.domains)
        # one of the images may have no alpha band
        self.of_bands = {n: _alike(tags, other.of_bands.get(n, tags)) for n, tags in self.of_bands.items()}


def _alike(one: dict, other: dict) -> dict:
    return {key: value for key, value in one.items() if other.get(key) == value}


def _copy_band(source: gdal.Band, target: gdal.Band, nodata: float | None, tags: Mapping[str, str]) -> None:
    target.SetDescription(readable(source.GetDescription()))
    target.SetColorInterpretation(source.GetColorInterpretation())
    colours = source.GetColorTable()
    if colours is not None and target.DataType in (gdal.GDT_Byte, gdal.GDT_UInt16):
        target.SetColorTable(colours)
    metadata = {key: value for key, value in tags.items() if not key.startswith("STATISTICS_")}
    if metadata:
        target.SetMetadata(metadata)
    if source.GetUnitType():
        target.SetUnitType(readable(source.GetUnitType()))
    if nodata is not None and source.GetColorInterpretation() != gdal.GCI_AlphaBand:
        target.SetNoDataValue(nodata)


def write_window(dataset: gdal.Dataset, path: str, band: int, values: np.ndarray, column: int, row: int) -> None:
    """Write (height, width) values; raises `WriteError`."""
    with quiet_gdal(), _write_errors(path):
        if dataset.GetRasterBand(band).WriteArray(values, column, row):
            raise _failed(path)


def write_mask(dataset: gdal.Dataset, path: str, values: np.ndarray, column: int, row: int) -> None:
    """Write (height, width) values of the mask for all bands; raises `WriteError`."""
    with quiet_gdal(), _write_errors(path):
        if dataset.GetRasterBand(1).GetMaskBand().WriteArray(values, column, row):
            raise _failed(path)


def write_text(path: str, text: str) -> None:
    """Write a text file; raises `WriteError`.

    Names of files that are no text become escapes, which JSON reads again.
    """
    try:
        with open(path, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(text)
    except OSError as error:
        raise WriteError(target_path(path), error.strerror or str(error)) from error


def flush_blocks(dataset: gdal.Dataset, path: str) -> None:
    """Write out and give back what GDAL's block cache holds of a dataset."""
    with quiet_gdal(), _write_errors(path):
        gdal.ErrorReset()
        for number in range(1, dataset.RasterCount + 1):
            dataset.GetRasterBand(number).FlushCache()
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise _failed(path)


def close(dataset: gdal.Dataset, path: str) -> None:
    """Write the last of a dataset; a full disk shows only here.  Raises `WriteError`."""
    with quiet_gdal(), _write_errors(path):
        gdal.ErrorReset()
        dataset.FlushCache()
        if gdal.GetLastErrorType() < gdal.CE_Failure:
            release(dataset)
        if gdal.GetLastErrorType() >= gdal.CE_Failure:
            raise _failed(path)


@contextlib.contextmanager
def _closing(dataset: gdal.Dataset, path: str) -> Iterator[gdal.Dataset]:
    """Write a dataset to its end; close it in every case, so that its file can be removed."""
    try:
        yield dataset
        close(dataset, path)
    finally:
        with quiet_gdal(), contextlib.suppress(RuntimeError):
            release(dataset)


def build_overviews(path: str, watch: Callable[[], bool], factor: int = 2) -> None:
    """Overviews by halves until 256 pixels are left, from a ``factor`` on; ``watch`` answers whether to go on."""
    with _closing(_open_for_update(path), path) as dataset:
        levels = []
        while max(dataset.RasterXSize, dataset.RasterYSize) / factor >= 128:
            levels.append(factor)
            factor *= 2
        with quiet_gdal(), _write_errors(path):
            # what lies between two classes is a third one
            classes = any(dataset.GetRasterBand(n + 1).GetColorTable() for n in range(dataset.RasterCount))
            method = "NEAREST" if classes else "AVERAGE"
            if levels and dataset.BuildOverviews(method, levels, callback=lambda *_: int(watch())):
                raise _failed(path)


def convert_to_cog(source: str, target: str, options: Sequence[str], watch: Callable[[], bool]) -> None:
    """Write a GeoTIFF again as a cloud optimised one."""
    dataset = open_raster(source)
    try:
        with quiet_gdal(), _write_errors(target):
            gdal.ErrorReset()
            result = gdal.GetDriverByName("COG").CreateCopy(
                target, dataset, 0, list(options), callback=lambda *_: int(watch())
            )
            if result is None:
                raise _failed(target)
        with _closing(result, target):
            # on a full disk GDAL tells of it, and hands out what it has written all the same
            if gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise _failed(target)
    finally:
        release(dataset)
    _check_end(target)


def _check_end(path: str) -> None:
    """Read the last block of every level, which lie at the end: GDAL 3.10 tells nothing of a disk that was full."""
    with quiet_gdal(), _write_errors(path):
        dataset = gdal.OpenEx(path, gdal.OF_RASTER)
        if dataset is None:
            raise _failed(path)
        with _closing(dataset, path):
            for number in range(1, dataset.RasterCount + 1):
                band = dataset.GetRasterBand(number)
                for level in (band, *(band.GetOverview(n) for n in range(band.GetOverviewCount()))):
                    if level.ReadRaster(level.XSize - 1, level.YSize - 1, 1, 1) is None:
                        raise _failed(path)


def _open_for_update(path: str) -> gdal.Dataset:
    with quiet_gdal(), _write_errors(path):
        dataset = gdal.OpenEx(path, gdal.OF_RASTER | gdal.OF_UPDATE)
        if dataset is None:
            raise _failed(path)
    return dataset


def _failed(path: str, detail: str = "") -> WriteError:
    """What went wrong, else GDAL's last failure, with the file that the user knows in place of its part."""
    target, detail = target_path(path), detail or last_message()
    named = detail.replace(path, target).replace(os.path.basename(path), os.path.basename(target))
    return WriteError(target, named)


@contextlib.contextmanager
def _write_errors(path: str) -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        raise _failed(path, str(error)) from error
