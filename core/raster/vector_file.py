"""Vector files are made here: one file, one layer, whole or not at all."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping

from osgeo import gdal, ogr

from ..errors import EvenlightError, OutputNameError, WriteError
from .dataset import last_message, quiet_gdal, release
from .reference_system import spatial_reference
from .transaction import target_path

DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON"}
"""Formats of one file each: several could not be put in place at once."""


def driver_of(path: str) -> str:
    """GDAL's driver for a name that `check_vector_name` finds nothing wrong with."""
    return DRIVERS[os.path.splitext(path)[1].lower()]


def check_vector_name(path: str, what: str) -> list[EvenlightError]:
    """Whether vectors, called ``what``, can be written under this name."""
    if os.path.splitext(path)[1].lower() in DRIVERS:
        return []
    return [OutputNameError(os.path.basename(path), f"{what} are written as {' or '.join(DRIVERS)} files.")]


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
