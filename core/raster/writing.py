"""The one place that creates rasters: an output keeps all that its input says beside pixels."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
from osgeo import gdal

from ..errors import WriteError
from ..settings import OutputFormat, OutputSettings, OutputType
from .dataset import last_message, numpy_type, open_raster, quiet_gdal, release
from .image import Image
from .transaction import target_path

KEPT_DOMAINS = ("RPC", "xml:XMP", "EXIF", "GEOLOCATION", "COLOR_PROFILE")
"""Metadata domains that stay true when pixel values change."""

PLACE_DOMAINS = ("RPC", "GEOLOCATION")
"""Those that tell where the pixels lie."""


def output_type(image: Image, wanted: OutputType) -> int:
    """GDAL data type of the image's result."""
    return image.gdal_type if wanted is OutputType.SAME else gdal.GetDataTypeByName(wanted.value)


def output_nodata(image: Image, gdal_type: int) -> float | None:
    """The one nodata value of the image's result; GeoTIFF has room for one.

    The input's first one, where the type can hold it; where it cannot, the type's lowest value.
    """
    dtype = numpy_type(gdal_type)
    declared = [value for value in image.nodata if value is not None]
    fitting = [value for value in declared if holds(dtype, value)]
    if fitting:
        return fitting[0]
    hides_nothing = not any(holds(image.dtype, value) for value in declared)
    if declared and dtype.kind == "f":
        nearest = min(max(declared[0], float(np.finfo(dtype).min)), float(np.finfo(dtype).max))
        return float(dtype.type(nearest))
    if declared and gdal_type == image.gdal_type and hides_nothing:
        return declared[0]
    needed = declared or (image.dtype.kind == "f" and not image.shared_mask)
    return float(np.iinfo(dtype).min) if needed and dtype.kind != "f" else None


def holds(dtype: np.dtype, value: float) -> bool:
    """Whether a type can hold a value exactly."""
    if dtype.kind == "f":
        with np.errstate(over="ignore"):
            return bool(np.isnan(value) or float(dtype.type(value)) == value)
    limits = np.iinfo(dtype)
    return bool(value == np.floor(value)) and limits.min <= value <= limits.max


@contextlib.contextmanager
def internal_masks() -> Iterator[None]:
    """Masks inside the TIFF, for datasets the calling thread makes."""
    key = "GDAL_TIFF_INTERNAL_MASK"
    before = gdal.GetThreadLocalConfigOption(key, None)
    gdal.SetThreadLocalConfigOption(key, "YES")
    try:
        yield
    finally:
        gdal.SetThreadLocalConfigOption(key, before)


@contextlib.contextmanager
def create_like(
    path: str,
    image: Image,
    gdal_type: int,
    nodata: float | None,
    options: Sequence[str],
    tags: Mapping[str, str],
    moved: bool = False,
) -> Iterator[gdal.Dataset]:
    """A GeoTIFF with the image's bands, position and metadata, ready for pixels; closed at the end in every case.

    ``moved``: the image is not where its file says.  Raises `WriteError`.
    """
    source = open_raster(image.path)
    with create_raster(path, image.width, image.height, source.RasterCount, gdal_type, options) as target:
        with quiet_gdal(), _write_errors(path):
            _place(target, image)
            target.SetMetadata({**(source.GetMetadata() or {}), **tags})
            for domain in KEPT_DOMAINS:
                if moved and domain in PLACE_DOMAINS:
                    continue
                content = source.GetMetadata_List(domain)
                if content:
                    target.SetMetadata(content, domain)
            for number in range(1, source.RasterCount + 1):
                _copy_band(source.GetRasterBand(number), target.GetRasterBand(number), nodata)
            if image.shared_mask and image.alpha is None:
                with internal_masks():
                    target.CreateMaskBand(gdal.GMF_PER_DATASET)
        yield target


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


@contextlib.contextmanager
def create_on_grid(
    path: str,
    image: Image,
    names: Sequence[str],
    gdal_type: int,
    nodata: float | None,
    options: Sequence[str],
    tags: Mapping[str, str],
) -> Iterator[gdal.Dataset]:
    """A GeoTIFF on the image's grid with a band for each of ``names``, for values of another meaning than the image's.

    Raises `WriteError`.
    """
    with create_raster(path, image.width, image.height, len(names), gdal_type, options) as target:
        with quiet_gdal(), _write_errors(path):
            _place(target, image)
            target.SetMetadata(dict(tags))
            for number, name in enumerate(names, start=1):
                band = target.GetRasterBand(number)
                band.SetDescription(name)
                if nodata is not None:
                    band.SetNoDataValue(nodata)
        yield target


def _place(target: gdal.Dataset, image: Image) -> None:
    """Put a raster where the image lies; nowhere where it has no georeference, or QGIS turns it upside down."""
    if image.placed:
        target.SetGeoTransform(image.geotransform)
        target.SetProjection(image.crs)


def band_names(image: Image) -> list[str]:
    """What each measuring band is called in its file, or its number."""
    source = open_raster(image.path)
    return [source.GetRasterBand(number).GetDescription() or f"band {number}" for number in image.bands]


def _copy_band(source: gdal.Band, target: gdal.Band, nodata: float | None) -> None:
    target.SetDescription(source.GetDescription())
    target.SetColorInterpretation(source.GetColorInterpretation())
    metadata = {k: v for k, v in (source.GetMetadata() or {}).items() if not k.startswith("STATISTICS_")}
    if metadata:
        target.SetMetadata(metadata)
    if source.GetScale() is not None and (source.GetScale(), source.GetOffset()) != (1.0, 0.0):
        target.SetScale(source.GetScale())
    if source.GetOffset() not in (None, 0.0):
        target.SetOffset(source.GetOffset())
    if source.GetUnitType():
        target.SetUnitType(source.GetUnitType())
    if nodata is not None and source.GetColorInterpretation() != gdal.GCI_AlphaBand:
        target.SetNoDataValue(nodata)


def write_window(dataset: gdal.Dataset, path: str, band: int, values: np.ndarray, column: int, row: int) -> None:
    """Write (height, width) values; raises `WriteError`."""
    with quiet_gdal(), _write_errors(path):
        if dataset.GetRasterBand(band).WriteArray(values, column, row):
            raise _failed(path)


def write_mask(dataset: gdal.Dataset, path: str, values: np.ndarray, column: int, row: int) -> None:
    """Write (height, width) of the mask that all bands share; raises `WriteError`."""
    with quiet_gdal(), _write_errors(path):
        if dataset.GetRasterBand(1).GetMaskBand().WriteArray(values, column, row):
            raise _failed(path)


def write_text(path: str, text: str) -> None:
    """Write a text file; raises `WriteError`."""
    try:
        with open(path, "w", encoding="utf-8") as file:
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


def build_overviews(path: str, watch: Callable[[], bool]) -> None:
    """Overviews by halves until 256 pixels are left; ``watch`` answers whether to go on."""
    with _closing(_open_for_update(path), path) as dataset:
        levels, factor = [], 2
        while max(dataset.RasterXSize, dataset.RasterYSize) / factor >= 128:
            levels.append(factor)
            factor *= 2
        with quiet_gdal(), _write_errors(path):
            if levels and dataset.BuildOverviews("AVERAGE", levels, callback=lambda *_: int(watch())):
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


def is_cog(output: OutputSettings) -> bool:
    """Whether results are converted after they are written."""
    return output.format is OutputFormat.COG


def _open_for_update(path: str) -> gdal.Dataset:
    with quiet_gdal(), _write_errors(path):
        dataset = gdal.OpenEx(path, gdal.OF_RASTER | gdal.OF_UPDATE)
        if dataset is None:
            raise _failed(path)
    return dataset


def _failed(path: str) -> WriteError:
    """GDAL's last failure, with the file that the user knows."""
    return WriteError(target_path(path), last_message())


@contextlib.contextmanager
def _write_errors(path: str) -> Iterator[None]:
    try:
        yield
    except RuntimeError as error:
        raise WriteError(target_path(path), str(error)) from error
