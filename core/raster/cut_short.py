"""Files that end before their pixels do, in formats where GDAL takes what is missing for empty and says nothing.

Other formats tell of it when they are read.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from osgeo import gdal

HEAD = 1 << 20
"""Bytes in which the header of a file lies; a longer one is not looked at."""

PCRASTER_HEADER = 256
PCIDSK_BLOCK = 512

NETCDF_BYTES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 4, 6: 8, 7: 1, 8: 2, 9: 4, 10: 8, 11: 8}
"""Of a value of each type of the classic format."""

NETCDF_STREAMED = (0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF)
"""Numbers of records that say that they were not counted."""


def is_cut_short(dataset: gdal.Dataset) -> bool:
    """Whether the file of an open raster is shorter than it says."""
    needed = NEEDED.get(dataset.GetDriver().ShortName)
    if needed is None:
        return False
    file = (dataset.GetFileList() or [""])[0]
    facts = gdal.VSIStatL(file) if file else None
    opened = gdal.VSIFOpenL(file, "rb") if facts is not None and not facts.IsDirectory() else None
    if opened is None:
        return False
    try:
        head = bytes(gdal.VSIFReadL(1, min(HEAD, facts.size), opened) or b"")
    finally:
        gdal.VSIFCloseL(opened)
    return facts.size < needed(dataset, head)


def _pixels(dataset: gdal.Dataset) -> int:
    """Bytes of all pixels as they are in memory."""
    bands = (dataset.GetRasterBand(number) for number in range(1, dataset.RasterCount + 1))
    return dataset.RasterXSize * dataset.RasterYSize * sum(gdal.GetDataTypeSize(band.DataType) // 8 for band in bands)


def _envi(dataset: gdal.Dataset, head: bytes) -> int:
    packed = dataset.GetMetadataItem("file_compression", "ENVI") not in (None, "0")
    return 0 if packed else _pixels(dataset)


def _pcraster(dataset: gdal.Dataset, head: bytes) -> int:
    """The last two bits of the cells' representation, in the file's order of bytes, tell their size."""
    cells = dataset.RasterXSize * dataset.RasterYSize
    return PCRASTER_HEADER + (cells << ((head[66] | head[67]) & 3))


def _pcidsk(dataset: gdal.Dataset, head: bytes) -> int:
    """The header tells the number of blocks."""
    blocks = head[16:32].strip()
    return PCIDSK_BLOCK * int(blocks) if blocks.isdigit() else 0


def _sqlite(dataset: gdal.Dataset, head: bytes) -> int:
    """Bytes of a page (1: 65536) times number of pages, which counts where two counters agree."""
    page, pages = int.from_bytes(head[16:18], "big"), int.from_bytes(head[28:32], "big")
    counts = head.startswith(b"SQLite format 3") and head[24:28] == head[92:96]
    return (65536 if page == 1 else page) * pages if counts else 0


class _Variable(NamedTuple):
    """Of a netCDF file."""

    begin: int
    dimensions: list[int]
    """Numbers of them."""
    value_bytes: int


class _NetcdfHeader:
    """The header of a classic netCDF file (CDF-1, 2 and 5), as the NetCDF user's guide describes it."""

    def __init__(self, head: bytes):
        self._head, self._at = head, 4
        self._word, self._offset = (8 if head[3] == 5 else 4), (4 if head[3] == 1 else 8)

    def end(self) -> int:
        """Where the last value ends.  Raises `IndexError` or `KeyError` where the header is no such one."""
        records = self._number(self._word)
        records = 0 if records in NETCDF_STREAMED else records
        lengths = self._list(self._dimension)
        self._list(self._attribute)
        fixed, recorded = [], []
        for variable in self._list(self._variable):
            shape = [lengths[number] for number in variable.dimensions]
            # of no length is the dimension of the records, which hold one step of all such variables each
            kind, shape = (recorded, shape[1:]) if shape[:1] == [0] else (fixed, shape)
            kind.append((variable.begin, math.prod(shape) * variable.value_bytes))
        step = recorded[0][1] if len(recorded) == 1 else sum(_padded(size) for _, size in recorded)
        if records:
            fixed += [(begin + step * (records - 1), size) for begin, size in recorded]
        return max((begin + size for begin, size in fixed), default=0)

    def _number(self, size: int) -> int:
        if self._at + size > len(self._head):
            raise IndexError("the header goes on")
        self._at += size
        return int.from_bytes(self._head[self._at - size:self._at], "big")

    def _list(self, read: Callable) -> list:
        self._number(4)
        return [read() for _ in range(self._number(self._word))]

    def _skip(self, size: int) -> None:
        self._at += _padded(size)

    def _dimension(self) -> int:
        self._skip(self._number(self._word))
        return self._number(self._word)

    def _attribute(self) -> None:
        self._skip(self._number(self._word))
        value = NETCDF_BYTES[self._number(4)]
        self._skip(value * self._number(self._word))

    def _variable(self) -> _Variable:
        self._skip(self._number(self._word))
        dimensions = [self._number(self._word) for _ in range(self._number(self._word))]
        self._list(self._attribute)
        value = NETCDF_BYTES[self._number(4)]
        # the size that follows is wrong for large variables
        self._number(self._word)
        return _Variable(self._number(self._offset), dimensions, value)


def _padded(size: int) -> int:
    return -(-size // 4) * 4


def _netcdf(dataset: gdal.Dataset, head: bytes) -> int:
    if head[:3] != b"CDF" or head[3:4] not in (b"\x01", b"\x02", b"\x05"):
        return 0  # HDF5 says so itself
    try:
        return _NetcdfHeader(head).end()
    except (IndexError, KeyError):
        return 0


NEEDED: dict[str, Callable[[gdal.Dataset, bytes], int]] = {
    "ENVI": _envi,
    "GPKG": _sqlite,
    "MBTiles": _sqlite,
    "netCDF": _netcdf,
    "PCIDSK": _pcidsk,
    "PCRaster": _pcraster,
}
"""Bytes that a file must have, by its driver: of an open raster and the begin of the file."""
