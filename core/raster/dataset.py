"""The one place that opens rasters: GDAL's two failure styles become one.

With exceptions off GDAL answers None or a code, with exceptions on it raises
RuntimeError; QGIS changes the switch between versions, so both are met here and the
switch itself is never touched.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TypeVar

import numpy as np
from osgeo import gdal, gdal_array

from ..errors import DamagedRasterError, UnreadableRasterError
from ..messages import Message
from .cut_short import is_cut_short
from .window import Window

Answer = TypeVar("Answer")

LOST = re.compile("jpeg.*(corrupt|premature end)|disk image is malformed", re.IGNORECASE)
"""Messages beside which GDAL hands out pixels that the file does not hold: grey or empty ones."""

SAMPLES, SAMPLE = 3, 16
"""Windows across and down a raster that its checksum is taken of, and pixels along a side of each."""


@contextmanager
def quiet_gdal() -> Iterator[None]:
    """Keep GDAL's messages off the console; they reach the user through our errors."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        yield
    finally:
        gdal.PopErrorHandler()


def last_message() -> str:
    """GDAL's last message, one line."""
    return " ".join(gdal.GetLastErrorMsg().split())


def readable(found):
    """A text of a file, or a list or dict of them, as text.

    GDAL hands out bytes, or bytes disguised as text, where a file's own are not UTF-8; they are Latin-1 then.
    """
    if isinstance(found, dict):
        return {readable(name): readable(value) for name, value in found.items()}
    if isinstance(found, list):
        return [readable(part) for part in found]
    raw = found if isinstance(found, bytes) else (found or "").encode("utf-8", "surrogateescape")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def open_raster(path: str) -> gdal.Dataset:
    """Open ``path`` for reading.

    Raises `UnreadableRasterError` when GDAL does not open it as a raster, or when it is cut short
    and GDAL would make up the rest.
    """
    with quiet_gdal():
        gdal.ErrorReset()
        try:
            dataset = gdal.OpenEx(path, gdal.OF_RASTER | gdal.OF_READONLY)
        except RuntimeError as error:
            raise UnreadableRasterError(path, str(error)) from error
        if dataset is None or LOST.search(gdal.GetLastErrorMsg()):
            raise UnreadableRasterError(path, last_message())
        if is_cut_short(dataset):
            raise UnreadableRasterError(path, Message("the file is shorter than it says"))
    return dataset


def release(dataset: gdal.Dataset) -> None:
    """Close a dataset now, though others may still refer to it.

    The frames of an error do, and Windows neither removes nor replaces open files.
    """
    if getattr(dataset, "this", None) is None:
        return
    if hasattr(dataset, "Close"):
        dataset.Close()
        return
    # before GDAL 3.8 only the end of the Python object closes a file; without `this` it cannot be used any more
    try:
        type(dataset).__swig_destroy__(dataset)
    finally:
        dataset.this = None


def read_window(
    dataset: gdal.Dataset, path: str, bands: Sequence[int], window: Window
) -> np.ndarray:
    """Read ``bands`` in a window as (B, height, width).

    The type is the one that can hold all of them.  Raises `DamagedRasterError` when pixels
    cannot be read.
    """
    gdal_type = common_type([dataset.GetRasterBand(band).DataType for band in bands])
    raw = answer(
        path,
        lambda: dataset.ReadRaster(*window, buf_type=gdal_type, band_list=list(bands)),
    )
    return np.frombuffer(raw, dtype=numpy_type(gdal_type)).reshape(len(bands), *window.shape)


def sample_checksum(dataset: gdal.Dataset, path: str, bands: Sequence[int]) -> int:
    """A checksum of small windows spread over a raster: another picture of that size has another.

    Raises `DamagedRasterError`.
    """
    width, height = dataset.RasterXSize, dataset.RasterYSize
    checksum = 0
    for row in np.linspace(0, max(height - SAMPLE, 0), SAMPLES).astype(int).tolist():
        for column in np.linspace(0, max(width - SAMPLE, 0), SAMPLES).astype(int).tolist():
            window = Window(column, row, SAMPLE, SAMPLE).clipped((width, height))
            checksum = zlib.crc32(read_window(dataset, path, bands, window).tobytes(), checksum)
    return checksum


def read_into(
    dataset: gdal.Dataset, path: str, bands: Sequence[int], window: Window, target: np.ndarray
) -> None:
    """Read as `read_window` does, into ``target`` (B, height, width), which may be part of a larger array."""
    for band, values in zip(bands, target):
        raster = dataset.GetRasterBand(band)
        answer(path, partial(raster.ReadAsArray, *window, buf_obj=values))


def read_mask(band: gdal.Band, path: str, window: Window) -> np.ndarray:
    """Read GDAL's mask of ``band`` as (height, width) uint8, 0 = invalid."""
    mask = band.GetMaskBand()
    raw = answer(path, lambda: mask.ReadRaster(*window, buf_type=gdal.GDT_Byte))
    return np.frombuffer(raw, dtype=np.uint8).reshape(window.shape)


def answer(path: str, ask: Callable[[], Answer | None]) -> Answer:
    """What GDAL answers about the pixels of ``path``.  Raises `DamagedRasterError`."""
    with quiet_gdal():
        gdal.ErrorReset()
        try:
            found = ask()
        except RuntimeError as error:
            raise DamagedRasterError(path, str(error)) from error
        # of some objects only what they wrap is missing
        if getattr(found, "this", found) is None or LOST.search(gdal.GetLastErrorMsg()):
            raise DamagedRasterError(path, last_message())
    return found


def numpy_type(gdal_type: int) -> np.dtype:
    """The numpy type of a GDAL data type."""
    return np.dtype(gdal_array.GDALTypeCodeToNumericTypeCode(gdal_type))


def common_type(types: Sequence[int]) -> int:
    """The GDAL data type that can hold all of ``types``."""
    result = types[0]
    for other in types[1:]:
        result = gdal.DataTypeUnion(result, other)
    return result
