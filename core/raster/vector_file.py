"""Vector files and tables are made here: one file, one layer, whole or not at all; text that runs nothing."""

from __future__ import annotations

import contextlib
import csv
import io
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence

from osgeo import gdal, ogr

from ..errors import EvenlightError, OutputNameError, WriteError, some
from ..messages import Message, joined
from .dataset import last_message, quiet_gdal, release
from .reference_system import spatial_reference
from .transaction import target_path

DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON"}
"""Formats of one file each: several could not be put in place at once."""

STYLES = "layer_styles"
"""The table in which QGIS keeps how a GeoPackage's layers are drawn."""

FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
"""What spreadsheets take for the beginning of a formula, or leave out and look at what follows."""


def driver_of(path: str) -> str:
    """GDAL's driver for a name that `check_vector_name` finds nothing wrong with."""
    return DRIVERS[os.path.splitext(path)[1].lower()]


def check_vector_name(path: str, what: str, layer: str) -> list[EvenlightError]:
    """Whether vectors, called ``what``, can be written under this name: one layer, and no others are in its place."""
    name = os.path.basename(path)
    if os.path.splitext(path)[1].lower() not in DRIVERS:
        return [OutputNameError(name, Message(
            "{what} are written as {drivers} files.", what=what, drivers=joined(Message(" or "), DRIVERS)
        ))]
    others = _tables(path) - {layer, STYLES}
    if others:
        return [OutputNameError(name, Message(
            "it holds {others}, which would be lost: choose a new file.", others=some(sorted(others))
        ))]
    return []


def _tables(path: str) -> set[str]:
    """The vectors, rasters and tables of a GeoPackage; none of what is no GeoPackage."""
    with quiet_gdal(), contextlib.suppress(RuntimeError):
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR | gdal.OF_RASTER, ["GPKG"]) if os.path.isfile(path) else None
        if dataset is not None:
            listing = dataset.ExecuteSQL("SELECT table_name FROM gpkg_contents")
            names = {row.GetField(0) for row in listing}
            dataset.ReleaseResultSet(listing)
            release(dataset)
            return names
    return set()


@contextlib.contextmanager
def vector_layer(
    path: str, driver: str, name: str, geometry: int, crs: str, fields: Mapping[str, int]
) -> Iterator[tuple[gdal.Dataset, ogr.Layer]]:
    """A new file with one layer, without a spatial index, closed at the end in every case.

    ``geometry`` and the kinds of ``fields`` are ogr's.  Raises `WriteError`.
    """
    key = "OGR_SQLITE_JOURNAL"
    before = gdal.GetThreadLocalConfigOption(key, None)
    # a file that is thrown away when anything fails needs no second one beside it
    gdal.SetThreadLocalConfigOption(key, "MEMORY")
    dataset = None
    try:
        with quiet_gdal():
            gdal.ErrorReset()
            dataset = gdal.GetDriverByName(driver).Create(path, 0, 0, 0, gdal.GDT_Unknown)
            if dataset is None:
                raise WriteError(target_path(path), last_message())
            options = ["SPATIAL_INDEX=NO"] if driver == "GPKG" else []
            layer = dataset.CreateLayer(name, spatial_reference(crs) if crs else None, geometry, options)
            if layer is None or any(layer.CreateField(ogr.FieldDefn(*field)) for field in fields.items()):
                raise WriteError(target_path(path), last_message())
            together = dataset.TestCapability(ogr.ODsCTransactions)
            if together:
                dataset.StartTransaction()
            yield dataset, layer
            gdal.ErrorReset()
            if together:
                dataset.CommitTransaction()
            dataset.FlushCache()
            release(dataset)
            if gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise WriteError(target_path(path), last_message())
    except RuntimeError as error:
        raise WriteError(target_path(path), str(error)) from error
    finally:
        gdal.SetThreadLocalConfigOption(key, before)
        if dataset is not None:
            with quiet_gdal(), contextlib.suppress(RuntimeError):
                release(dataset)


def table_text(rows: Iterable[Sequence[object]]) -> str:
    """Comma separated values; what a spreadsheet would take for a formula gets the quote that says "text" before it."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([_harmless(str(cell)) for cell in row] for row in rows)
    return text.getvalue()


def _harmless(cell: str) -> str:
    # readers differ in what they take a lone carriage return for
    cell = cell.replace("\r", "\\r")
    return f"'{cell}" if cell.startswith(FORMULA_BEGINS) and not _is_numbers(cell) else cell


def _is_numbers(cell: str) -> bool:
    """Whether a cell holds nothing but numbers, such as -1.5, or the nine of a matrix."""
    try:
        return bool([float(part) for part in cell.split(" ")])
    except ValueError:
        return False
