"""Areas of a mask raster as polygons, by GDAL."""

from __future__ import annotations

import contextlib
import html
import os
from collections.abc import Iterator

from osgeo import gdal, ogr

from ..errors import EvenlightError, OptionError, WriteError
from ..progress import Progress, stop_if_cancelled
from ..raster.dataset import last_message, open_raster, quiet_gdal, release
from ..raster.reference_system import spatial_reference
from ..raster.transaction import target_path
from .vectors import DRIVERS


def check_outlines(path: str, name: str) -> list[EvenlightError]:
    """Whether polygons can be written to ``path``, which a parameter ``name`` gives."""
    if os.path.splitext(path)[1].lower() in DRIVERS:
        return []
    return [OptionError(name, path, f"a file that ends with {', '.join(DRIVERS)}")]


def write_outlines(raster: str, path: str, layer_name: str, progress: Progress) -> None:
    """Write polygons around the pixels of a raster that are 1, along their edges.

    Pixels that touch at corners only belong to two polygons.  Raises `WriteError` or `Cancelled`.
    """
    source = open_raster(raster)
    ones = gdal.GetDriverByName("VRT").Create("", source.RasterXSize, source.RasterYSize, 1, gdal.GDT_Byte)
    ones.SetGeoTransform(source.GetGeoTransform())
    band = ones.GetRasterBand(1)
    band.SetMetadataItem("source_0", _only_ones(raster), "new_vrt_sources")
    crs = source.GetProjection()
    release(source)
    with _layer(path, layer_name, crs) as layer:
        try:
            done = gdal.Polygonize(band, band, layer, -1, callback=lambda *_: int(not progress.cancelled()))
        finally:
            # GDAL takes a callback that wants to end for an error
            stop_if_cancelled(progress)
        if done != 0:
            raise WriteError(target_path(path), last_message())


@contextlib.contextmanager
def _layer(path: str, name: str, crs: str) -> Iterator[ogr.Layer]:
    """A new file with one layer of polygons, closed at the end in every case."""
    dataset = None
    try:
        with quiet_gdal():
            gdal.ErrorReset()
            driver = DRIVERS[os.path.splitext(path)[1].lower()]
            dataset = gdal.GetDriverByName(driver).Create(path, 0, 0, 0, gdal.GDT_Unknown)
            layer = dataset and dataset.CreateLayer(name, spatial_reference(crs) if crs else None, ogr.wkbPolygon)
            if layer is None:
                raise WriteError(target_path(path), last_message())
            together = dataset.TestCapability(ogr.ODsCTransactions)
            if together:
                dataset.StartTransaction()
            yield layer
            if together and dataset.CommitTransaction():
                raise WriteError(target_path(path), last_message())
            gdal.ErrorReset()
            dataset.FlushCache()
            release(dataset)
            if gdal.GetLastErrorType() >= gdal.CE_Failure:
                raise WriteError(target_path(path), last_message())
    except RuntimeError as error:
        raise WriteError(target_path(path), str(error)) from error
    finally:
        if dataset is not None:
            with quiet_gdal(), contextlib.suppress(RuntimeError):
                release(dataset)


def _only_ones(raster: str) -> str:
    """A source in which every other value is 0, which `gdal.Polygonize` leaves out."""
    return (
        f'<ComplexSource><SourceFilename relativeToVRT="0">{html.escape(os.path.abspath(raster))}</SourceFilename>'
        "<SourceBand>1</SourceBand>"
        "<LUT>0:0,1:1,2:0,255:0</LUT></ComplexSource>"
    )
